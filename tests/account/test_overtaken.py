"""What became of commitments by later words of their makers, and what events come near to, in made-up reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from telling import told
from wirecopy.model import Commitment
from wirecopy.views.ledger import ledger_rows, notes

# name: reports (day, text), then the state of the commitment with these words, and what its reason names.
CASES = {
    "more was promised later": (
        ("2022-03-01", "Norway will send 300 tents to Chad, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        ("2022-03-08", "Norway will send 900 tents to Chad, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        "300 tents", "superseded", "300 became 900",
    ),
    "more on top of it": (
        ("2022-03-01", "Norway will send 300 tents to Chad, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        ("2022-03-08", "Norway will send a further 900 tents to Chad, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        "300 tents", "open", "",
    ),
    "a refusal that was given up": (
        ("2022-03-01", "Norway refuses to send weapons to Chad, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        ("", "Norway will send 900 rifles to Chad, the government said. Norway had refused to send weapons "
         "to Chad."),
        "send weapons", "withdrawn", "tells of the refusal as past",
    ),
    "a refusal that holds": (
        ("2022-03-01", "Norway refuses to send weapons to Chad, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        ("2022-03-08", "Norway will send 900 tents to Chad, the government said on Tuesday. Norway had refused to send weapons "
         "to Chad."),
        "send weapons", "open", "",
    ),
    "a demand that was refused": (
        ("2022-03-01", "Norway demanded on Tuesday that Chad dismantle the northern customs posts."),
        ("2022-03-03", "Chad refused on Thursday to dismantle the northern customs posts, as Norway had demanded."),
        "dismantle the northern", "open", "refused by Chad",
    ),
    "what was refused before is asked again": (
        ("2022-03-01", "NATO refused on Tuesday to admit Serbia to the alliance."),
        ("2022-03-09", "Serbia's Foreign Minister Nikola Selakovic demanded on Wednesday that NATO admit Serbia before the "
         "autumn."),
        "before the autumn", "open", "refused by NATO",
    ),
    "a bystander refused first": (
        ("2022-03-01", "Serbia demanded on Tuesday that NATO dismantle the northern radar posts."),
        ("2022-03-03", "Denmark refused on Wednesday to dismantle the northern radar posts, as Serbia had demanded."),
        ("2022-03-09", "NATO refused on Tuesday to dismantle the northern radar posts, as Serbia had demanded."),
        "dismantle the northern", "open", "refused by NATO",
    ),
    "a refusal is quoted with its not": (
        ("2022-03-01", "Norway demanded on Tuesday that Chad dismantle the northern customs posts."),
        ("2022-03-03", "“We will not dismantle the northern customs posts,” Chad's foreign minister, Mahamat Saleh Annadif, "
         "said on Thursday in reply to Norway."),
        "dismantle the northern", "open", "“will not dismantle the northern",
    ),
    "a report in another language came out then": (
        ("2022-03-01", "Norway will hand 300 tents to Chad by 10 March, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        ("2022-03-11", "Die Zelte aus Norwegen sind am Donnerstag in der Hauptstadt eingetroffen, wie es heißt. Es "
         "waren nicht alle, die das Land erwartet hatte, und die Verteilung wird noch einige Tage dauern."),
        "300 tents", "open", "a language that is not read",
    ),
    "nobody tells that it was done in time": (
        ("2022-03-01", "Norway will hand 300 tents to Chad by 10 March, Foreign Minister Anniken Huitfeldt said on Tuesday."),
        ("2022-03-15", "The tents were on everybody's mind in the capital of Chad."),
        "300 tents", "lapsed", "no report tells that it was done",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_its_maker_says_later(name: str, tmp_path: Path) -> None:
    *reports, words, state, because = CASES[name]
    with told(tmp_path, reports) as account:  # type: ignore[arg-type]
        rows = [row for row in ledger_rows(account) if str(words) in str(row["action"])]
        assert {row["state"] for row in rows} == {state}
        assert str(because) in str(rows[0]["because"])


def test_a_commitment_that_is_made_again_shows_its_whole_time_and_its_wordings(tmp_path: Path) -> None:
    threats = (
        ("2022-03-02", "If Chad attacks Niger, France will impose severe sanctions, Foreign Minister Jean-Yves Le Drian said "
         "on Tuesday."),
        ("2022-03-16", "If Chad attacks Niger, France will impose massive sanctions, Foreign Minister Jean-Yves Le Drian said "
         "on Tuesday."),
    )  # fmt: skip
    with told(tmp_path, threats) as account:
        (entry,) = (e for e in account.commitments if isinstance(e.value, Commitment) and e.value.kind == "threat")
        assert entry.value.when and entry.value.when.value == "2022-03-01/2022-03-15"  # type: ignore[union-attr]
        (note,) = notes(account, [entry])[entry.id]
        assert note == "over time: 1 March 2022 “impose severe sanctions”; 15 March 2022 “impose massive sanctions”"


@pytest.mark.parametrize(
    ("first", "second", "through"),
    [
        # One spokeswoman twice; then the minister himself.
        ("spokeswoman Ana Lund", "spokeswoman Ana Lund", ["Ana Lund"]),
        ("spokeswoman Ana Lund", "Foreign Minister Anniken Huitfeldt", []),
    ],
)
def test_through_whom_it_was_said_is_shown_where_every_report_tells_so(
    first: str, second: str, through: list[str], tmp_path: Path
) -> None:
    said = "Norway will send 300 winter tents to Chad, Norwegian foreign ministry {} said on {}."
    reports = (
        ("2022-03-02", said.format(first, "Tuesday")),
        ("2022-03-09", "It is cold. " + said.format(second, "Tuesday")),
    )
    with told(tmp_path, reports) as account:
        (entry,) = account.commitments
        assert isinstance(entry.value, Commitment)
        assert ([one.name for one in entry.value.said_by], entry.reports) == (through, entry.reports)
        assert len(entry.reports) == 2


def test_one_saying_of_two_reports_is_told_once(tmp_path: Path) -> None:
    threat = (
        "If Chad attacks Niger, France will impose severe sanctions, Foreign Minister Jean-Yves Le Drian said on {}."
    )
    reports = (("2022-03-02", threat.format("Tuesday")), ("2022-03-07", "Paris has not moved. " + threat.format("1 March")),
               ("2022-03-16", threat.format("Tuesday").replace("severe", "massive")))  # fmt: skip
    with told(tmp_path, reports) as account:
        (entry,) = (e for e in account.commitments if isinstance(e.value, Commitment) and e.value.kind == "threat")
        (note,) = notes(account, [entry])[entry.id]
        assert note == "over time: 1 March 2022 “impose severe sanctions”; 15 March 2022 “impose massive sanctions”"


LINE = "Norway's accession to NATO would cross a red line, Russian Foreign Minister Sergei Lavrov said on Monday. "


def test_what_would_cross_a_red_line_break_a_promise_or_come_near(tmp_path: Path) -> None:
    texts = (
        ("2022-03-02", LINE + "Mali promised on Monday that it would not attack Chad."),
        (
            "2022-03-03",
            "If Mali closes its border, Chad will impose tariffs, Chad's President Mahamat Deby said on Monday.",
        ),
    )
    with told(tmp_path, texts) as account:
        (crossed,) = account.what_if("Norway joins NATO")
        assert crossed.commitment.value.kind == "red line"  # type: ignore[union-attr]
        assert not account.what_if("Mali joins the league")
        settled, _ = account.what_else("Mali attacks Chad")
        assert [entry.value.kind for entry in settled.broken] == ["promise"]  # type: ignore[union-attr]
        assert not account.what_if("Niger closes its border")
        _, near = account.what_else("Niger closes its border")
        assert [entry.value.kind for entry in near] == ["threat"]  # type: ignore[union-attr]
        (node,) = account.what_if("Mali closes its border")
        assert node.commitment.value.kind == "threat"  # type: ignore[union-attr]


def test_what_one_report_tells_without_a_day_was_said_by_the_day_of_that_report(tmp_path: Path) -> None:
    demands = (
        ("2022-03-02", "President Carla Mendes wants Peru to defuse the dispute over the bay."),
        ("2022-03-16", "President Carla Mendes called on Peru on Tuesday to de-escalate along the coast."),
    )
    with told(tmp_path, demands) as account:
        (entry,) = account.commitments
        assert entry.value.when and entry.value.when.value == "2022-03-02/2022-03-15"  # type: ignore[union-attr]
