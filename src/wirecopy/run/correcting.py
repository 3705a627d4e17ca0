"""What an analyst corrects in the lines of an account, made judgements: ids looked up, nothing taken that names nothing.

Lines are named by their ids, or by the id of any of their claims; what is kept are claims, whose ids come from the reports'
words, so that a correction holds in every account of the same reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements import dating
from wirecopy.judgements.corrections import occurrences
from wirecopy.judgements.decided import DATED, DROPPED, GRADED, RESIDUE, SAME_LINE, STATE
from wirecopy.model import Entry, Judgement, Moment, Verdict
from wirecopy.run.account import OpenAccount
from wirecopy.run.deciding import Undecidable, decision, report_id

LETTERS = "ABCDEF"
# The states of commitments (docs/export.md), and what becomes of an appointment.
STATES: Mapping[str, tuple[str, ...]] = {
    "commitment": ("open", "condition met", "kept", "partly kept", "broken", "lapsed", "withdrawn", "superseded",
                   "untestable"),
    "event": ("open", "kept", "moved", "cancelled", "overdue"),
}  # fmt: skip


def merged(account: OpenAccount, ids: Sequence[str], because: str, by: str = "") -> tuple[Judgement, ...]:
    """Lines, or claims, that tell of one thing: each is the first. Raises Undecidable."""
    lines = [_claims(account, said) for said in ids]
    _check_kinds(account, lines)
    ends = [min(claims) for claims in lines]
    if len(set(ends)) < 2:
        raise Undecidable("name two different lines, or claims, that are one")
    return tuple(_line(end, ends[0], "yes", because, by) for end in dict.fromkeys(ends[1:]) if end != ends[0])


def split(account: OpenAccount, line: str, leaving: Sequence[str], because: str, by: str = "") -> tuple[Judgement, ...]:
    """Claims, or lines, that tell of another thing than a line does: those that leave it are one line. Raises Undecidable."""
    all_of_it = _claims(account, line)
    gone = list(dict.fromkeys(claim for said in leaving for claim in _claims(account, said)))
    _check_kinds(account, [all_of_it, gone])
    stay = [claim for claim in all_of_it if claim not in gone]
    if not gone or not stay:
        raise Undecidable(
            f"name the claims that leave {line}, and not all of it: `wirecopy explain {line}` prints them"
        )
    return tuple(_line(claim, min(stay), "no", because, by) for claim in gone)


def dropped(account: OpenAccount, said: str, because: str, by: str = "") -> tuple[Judgement, ...]:
    """A claim, or every claim of a line, counts no more. Raises Undecidable, also where no reason is given."""
    if not because.strip():
        raise Undecidable("say why, with --because: a claim is dropped for a reason alone")
    return tuple(decision(claim, claim, DROPPED, "yes", because, by) for claim in _claims(account, said))


def residue(account: OpenAccount, report: str, words: str, because: str, by: str = "") -> tuple[Judgement, ...]:
    """A passage of a report, in its very words, is no part of the news: nothing rests on it. Raises Undecidable."""
    found = report_id(account.store.readings(), report)
    text = next(line.text for line in account.reports if line.id == found)
    if not words.strip() or not occurrences(text, words):
        raise Undecidable(f"{report} does not have these very words; `wirecopy search` finds them as they stand")
    return (replace(decision(found, found, RESIDUE, "yes", because, by), named=words),)


def dated(account: OpenAccount, report: str, day: str, because: str, by: str = "") -> tuple[Judgement, ...]:
    """A report was published on a day, or in a month or week. Raises Undecidable."""
    found = report_id(account.store.readings(), report)
    try:
        first, last = (one.isoformat() for one in dating.check(day))
    except ValueError as error:
        raise Undecidable(f"{day} is no ISO date; write it as 2021-12-09, 2021-12 or 2021-W49") from error
    made = decision(found, found, DATED, "yes", because, by)
    return (replace(made, value=Moment(day, first, last, "stated")),)


def stated(
    account: OpenAccount, said: str, state: str, because: str, by: str = "", verdict: Verdict = "yes"
) -> tuple[Judgement, ...]:
    """What has become of a commitment, or of an appointment; "no": that it has not come to that. Raises Undecidable."""
    claims = _claims(account, said)
    known = STATES.get(account.claim(claims[0]).kind, ())
    if state not in known:
        told = f"is one of: {', '.join(known)}" if known else "is for commitments and appointments alone"
        raise Undecidable(f"{state!r} is no state of {said}; it {told}")
    return (replace(decision(min(claims), min(claims), STATE, verdict, because, by), named=state),)


def graded(account: OpenAccount, source: str, letter: str, because: str, by: str = "") -> tuple[Judgement, ...]:
    """How reliable an outlet is, or a report that names none, A to F after the Admiralty code. Raises Undecidable."""
    known = sorted({report.outlet for report in account.reports if report.outlet})
    found = next((one for one in known if one.casefold() == source.casefold()), None)
    if letter.upper() not in LETTERS or len(letter) != 1:
        raise Undecidable(
            f"{letter!r} is no grade; it is one of A (reliable) to E (unreliable), or F (cannot be judged)"
        )
    if found is None and source not in {name for report in account.reports for name in (report.id, report.path)}:
        raise Undecidable(
            f"no report is of {source!r}; there are: {', '.join(known) or 'no outlets, so name a report'}"
        )
    subject = found or report_id(account.store.readings(), source)
    return (replace(decision(subject, subject, GRADED, "yes", because, by), named=letter.upper()),)


def _line(left: str, right: str, verdict: Verdict, because: str, by: str) -> Judgement:
    return decision(left, right, SAME_LINE, verdict, because, by)


def _claims(account: OpenAccount, said: str) -> tuple[str, ...]:
    """The ids of the claims that an id means: a claim's own, or all of a line's. Raises Undecidable."""
    stand = {claim.id for entry in account.entries for claim in entry.claims}
    if said in stand:
        return (said,)
    try:
        entry: Entry = account.entry(said)
    except KeyError:
        raise Undecidable(
            f"there is no line or claim {said}; `wirecopy show` and `wirecopy explain` print them"
        ) from None
    if not entry.claims:
        raise Undecidable(f"{said} is {entry.kind} and rests on no claims")
    return tuple(claim.id for claim in entry.claims)


def _check_kinds(account: OpenAccount, lines: Iterable[Sequence[str]]) -> None:
    kinds = {account.claim(claim).kind for line in lines for claim in line}
    if len(kinds) > 1:
        raise Undecidable(f"one of them is {' and the other '.join(sorted(kinds))}: no line is of two kinds")
