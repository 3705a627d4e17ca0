"""The sample corpus and its expected account hold to each other: nothing is expected that no report says."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "examples" / "winter-2021"
FILES = sorted((CORPUS / "reports").iterdir())


def bench(name: str) -> ModuleType:
    """A script of `bench/` as a module."""
    spec = spec_from_file_location(name, ROOT / "bench" / f"{name}.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def expected(name: str) -> dict[str, Any]:
    """A file of `expected/`."""
    read: dict[str, Any] = yaml.safe_load((CORPUS / "expected" / name).read_text(encoding="utf8"))
    return read


REPORTS: dict[str, str] = {path.name[:2]: bench("oracle").text_of(path) for path in FILES}
DAYS: tuple[str, ...] = bench("expected_as_of").DAYS
ACCOUNT = expected("account.yaml")
ACCOUNTS = {"whole": ACCOUNT, **{day: expected(f"account-{day}.yaml") for day in DAYS}}
MARKS = str.maketrans("’‘“”«»\u00a0\u202f–—", '\'\'""""  --')
CARRIED = ("events", "not_events", "figures", "statements", "commitments", "appointments", "roles")
PATTERNS = ("what", "phrase", "if", "then", "role")
ACTS = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    None,
}
STATUSES = {"happened", "ongoing", "scheduled", "possible", "conditional", "denied", "refused", "historical"}
KINDS = {"threat", "promise", "demand", "red_line", "refusal", "offer"}
CHANGES = {"number", "time", "name", "role", "negation", "modality", "quote", "meaning", "added", "dropped"}

STATES = {"open", "condition met", "kept", "partly kept", "broken", "lapsed", "withdrawn", "superseded", "untestable"}
OUTCOMES = {"open", "kept", "moved", "cancelled", "overdue"}


def flat(text: str) -> str:
    """One shape of quotation mark, dash and space, so that an expectation need not know which one a report uses."""
    return text.translate(MARKS)


def stretches(expression: str, report: str) -> list[range]:
    """Every place where the expression stands in the report. A space stands for any stretch of white space."""
    found = re.finditer(re.sub(r" +", r"\\s+", flat(expression)), flat(REPORTS[report]), re.IGNORECASE)
    return [range(*match.span()) for match in found]


def occurs(expression: str, report: str) -> bool:
    """Is the expression somewhere in the report?"""
    return bool(stretches(expression, report))


def listed(value: Any) -> list[Any]:
    """A field that is one value or a list of them, as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def carriers(item: dict[str, Any]) -> list[str]:
    """The reports that an item names as its own."""
    return list(REPORTS) if item["in"] == "all" else item["in"]


def expressions(account: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every (section, expression, report) of which the expectation says that it occurs there."""
    for section in ("residue", "keep"):
        for report, patterns in account[section].items():
            yield from ((section, pattern, report) for pattern in patterns)
    for section in CARRIED:
        for item in account[section]:
            # a figure's `what` and a false event's are words for the reader
            fields = [name for name in PATTERNS if not (name == "what" and section in ("figures", "not_events"))]
            for name in filter(item.get, fields):
                yield from ((f"{section} {name}", item[name], report) for report in carriers(item))
    for section in ("drift", "no_drift"):
        for item in account[section]:
            yield from ((section, item[report], report) for report in sorted(set(item) & set(REPORTS)))


def mentions_of(value: float) -> str:
    """How a number can stand in a report: 94300 as 94,300; 60000000 as 60m; 8 as eight."""
    words = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"}
    forms = [f"{value:,}", str(value), f"{value:,}".replace(",", r"\."), f"{value:,}".replace(",", " ")]
    for size, units in ((10**6, ("m", " million")), (10**9, ("bn", " billion"))):
        forms += [f"{value / size:g}{unit}" for unit in units if value >= size]
    return rf"(?<![\d.,])({'|'.join([*forms, *filter(None, [words.get(int(value))])])})(?!\d)"


def test_forty_reports_are_numbered_in_the_order_of_reading() -> None:
    assert [path.name[:3] for path in FILES] == [f"{number:02}-" for number in range(1, 41)]
    assert list(ACCOUNT["published"]) == list(REPORTS)


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_has_150_to_700_words(report: str) -> None:
    assert 150 <= len(REPORTS[report].split()) <= 700


@pytest.mark.parametrize("day", ACCOUNTS)
def test_every_report_is_in_one_family_and_has_a_date_of_publication(day: str) -> None:
    account = ACCOUNTS[day]
    members = [report for family in account["families"] for report in family]
    assert sorted(members) == list(account["published"])
    assert all(isinstance(one, date) for days in account["published"].values() for one in days)


@pytest.mark.parametrize("day", DAYS)
def test_an_earlier_account_is_the_whole_one_cut_to_that_day(day: str) -> None:
    texts = {path.name[:2]: path.read_text(encoding="utf8") for path in FILES}
    as_of = bench("expected_as_of")
    written = (CORPUS / "expected" / f"account-{day}.yaml").read_text(encoding="utf8")
    assert written == as_of.written(as_of.as_of(ACCOUNT, day, texts), day), "run bench/expected_as_of.py"


@pytest.mark.parametrize("day", ACCOUNTS)
def test_what_is_expected_of_a_report_stands_in_it(day: str) -> None:
    told = list(expressions(ACCOUNTS[day]))
    assert len(told) > 300
    assert not [one for one in told if not occurs(*one[1:])]


def test_the_words_of_a_false_event_stand_in_the_reports_that_could_mislead() -> None:
    for item in ACCOUNT["not_events"]:
        told = [occurs(item["words"], report) for report in carriers(item)]
        assert any(told) if item["in"] == "all" else all(told), item["what"]


@pytest.mark.parametrize("day", ACCOUNTS)
def test_a_figure_stands_in_its_reports(day: str) -> None:
    told = [(item, report) for item in ACCOUNTS[day]["figures"] for report in carriers(item)]
    assert not [(item, report) for item, report in told if not occurs(mentions_of(item["value"]), report)]


@pytest.mark.parametrize("day", ACCOUNTS)
def test_a_conflict_is_between_figures_of_the_account(day: str) -> None:
    known = {item["value"] for item in ACCOUNTS[day]["figures"]}
    assert all(set(values) <= known for values in ACCOUNTS[day]["figure_conflicts"])


@pytest.mark.parametrize("day", ACCOUNTS)
def test_an_actor_is_named_in_a_report(day: str) -> None:
    texts = [flat(REPORTS[report]) for report in ACCOUNTS[day]["published"]]
    names = [name for group in ACCOUNTS[day]["actors"] for name in group["names"]]
    assert not [name for name in names if not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", t) for t in texts)]


def test_the_vocabulary_is_that_of_the_model() -> None:
    acts = {act for item in ACCOUNT["events"] for act in (listed(item.get("type")) or [None])}
    statuses = {one for item in ACCOUNT["events"] for one in item.get("status", "happened").split("|")}
    kinds = {kind for item in ACCOUNT["commitments"] for kind in listed(item["kind"])}
    changes = {kind for item in ACCOUNT["drift"] for kind in item["kind"].split("|")}
    states = {one for item in ACCOUNT["commitments"] for one in item.get("state", "open").split("|")}
    outcomes = {one for item in ACCOUNT["appointments"] for one in item.get("outcome", "open").split("|")}
    assert acts <= ACTS
    assert statuses <= STATUSES
    assert kinds <= KINDS
    assert changes <= CHANGES
    assert states <= STATES
    assert outcomes <= OUTCOMES


def test_ids_of_events_are_given_once() -> None:
    ids = [item["id"] for item in ACCOUNT["events"]]
    assert len(ids) == len(set(ids))


def test_a_weekday_beside_a_full_date_is_right() -> None:
    dates = [found for text in REPORTS.values() for found in re.findall(r"([A-Z]\w+day) (\d+ [A-Z]\w+ \d{4})", text)]
    assert dates
    assert all(datetime.strptime(day, "%d %B %Y").strftime("%A") == weekday for weekday, day in dates)


@pytest.mark.parametrize("report", REPORTS)
def test_nothing_that_must_be_kept_is_residue(report: str) -> None:
    cut = [place for expression in ACCOUNT["residue"].get(report, []) for place in stretches(expression, report)]
    for expression in ACCOUNT["keep"].get(report, []):
        places = stretches(expression, report)
        assert any(not any(set(place) & set(other) for other in cut) for place in places)
