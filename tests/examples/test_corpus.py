"""The sample corpus and its expected account hold to each other: nothing is expected that no report says."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

CORPUS = Path(__file__).parents[2] / "examples" / "winter-2021"
REPORTS = {path.name[:2]: path.read_text(encoding="utf8") for path in sorted((CORPUS / "reports").glob("*.txt"))}
ACCOUNT: dict[str, Any] = yaml.safe_load((CORPUS / "expected" / "account.yaml").read_text(encoding="utf8"))
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


def expressions() -> Iterator[Any]:
    """Every (section, expression, report) of which the expectation says that it occurs there."""
    for section in ("residue", "keep"):
        for report, patterns in ACCOUNT[section].items():
            yield from (pytest.param(pattern, report, id=f"{section} {report} {pattern}") for pattern in patterns)
    for section in CARRIED:
        for item in ACCOUNT[section]:
            # a figure's `what` and a false event's are words for the reader
            fields = [name for name in PATTERNS if not (name == "what" and section in ("figures", "not_events"))]
            for name in filter(item.get, fields):
                for report in carriers(item):
                    yield pytest.param(item[name], report, id=f"{section} {name} {report} {item[name]}")
    for section in ("drift", "no_drift"):
        for item in ACCOUNT[section]:
            for report in sorted(set(item) & set(REPORTS)):
                yield pytest.param(item[report], report, id=f"{section} {report} {item[report]}")


def mentions_of(value: int) -> str:
    """How a number can stand in a report: 94300 as 94,300; 60000000 as 60m; 8 as eight."""
    words = {3: "three", 8: "eight", 9: "nine"}
    forms = [f"{value:,}", str(value), f"{value:,}".replace(",", r"\.")]
    forms += [f"{value // 10**6}m", f"{value // 10**6} million"] if value >= 10**6 else []
    return rf"(?<![\d.,])({'|'.join([*forms, *filter(None, [words.get(value)])])})(?!\d)"


def test_twelve_reports_are_numbered_in_the_order_of_reading() -> None:
    assert list(REPORTS) == [f"{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_has_150_to_500_words(report: str) -> None:
    assert 150 <= len(REPORTS[report].split()) <= 500


def test_every_report_is_in_one_family_and_has_a_date_of_publication() -> None:
    members = [report for family in ACCOUNT["families"] for report in family]
    assert sorted(members) == list(REPORTS)
    assert list(ACCOUNT["published"]) == list(REPORTS)
    assert all(isinstance(day, date) for days in ACCOUNT["published"].values() for day in days)


@pytest.mark.parametrize(("expression", "report"), list(expressions()))
def test_what_is_expected_of_a_report_stands_in_it(expression: str, report: str) -> None:
    assert occurs(expression, report)


@pytest.mark.parametrize("item", ACCOUNT["not_events"], ids=lambda item: item["what"])
def test_the_words_of_a_false_event_stand_in_the_reports_that_could_mislead(item: dict[str, Any]) -> None:
    told = [occurs(item["words"], report) for report in carriers(item)]
    assert any(told) if item["in"] == "all" else all(told)


@pytest.mark.parametrize("item", ACCOUNT["figures"], ids=lambda item: f"{item['value']} {item['what']}")
def test_a_figure_stands_in_its_reports(item: dict[str, Any]) -> None:
    assert all(occurs(mentions_of(item["value"]), report) for report in carriers(item))


def test_a_conflict_is_between_figures_of_the_account() -> None:
    known = {item["value"] for item in ACCOUNT["figures"]}
    assert all(set(values) <= known for values in ACCOUNT["figure_conflicts"])


@pytest.mark.parametrize("name", [name for group in ACCOUNT["actors"] for name in group["names"]])
def test_an_actor_is_named_in_a_report(name: str) -> None:
    assert any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for text in map(flat, REPORTS.values()))


@pytest.mark.parametrize("item", ACCOUNT["roles"], ids=lambda item: item["who"])
def test_the_holder_of_a_role_is_named_in_its_reports(item: dict[str, Any]) -> None:
    surname = item["who"].split()[-1].replace("Zelensky", "Zelensk(y|iy)").replace("Ryabkov", "R[iy]abkov")
    assert all(occurs(surname, report) for report in carriers(item))


def test_the_vocabulary_is_that_of_the_model() -> None:
    acts = {act for item in ACCOUNT["events"] for act in (listed(item["type"]) or [None])}
    statuses = {one for item in ACCOUNT["events"] for one in item.get("status", "happened").split("|")}
    kinds = {kind for item in ACCOUNT["commitments"] for kind in listed(item["kind"])}
    changes = {kind for item in ACCOUNT["drift"] for kind in item["kind"].split("|")}
    assert acts <= ACTS
    assert statuses <= STATUSES
    assert kinds <= KINDS
    assert changes <= CHANGES


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
    for expression in ACCOUNT["keep"][report]:
        places = stretches(expression, report)
        assert any(not any(set(place) & set(other) for other in cut) for place in places)
