"""What changed in an account: between two days of a crisis, or between two versions of the rules.

Lines are taken for the same by their claims, whose ids come from the reports' words: so no wording of ours and no id of a line
is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from wirecopy.account.describe import counted, figure_text, moment_text
from wirecopy.model import Entry, Event, Family, Figure
from wirecopy.views.sentences import sentence, state_text

Kind = Literal["new", "gone", "status", "state", "value", "day", "origins", "joined"]


class Difference(NamedTuple):
    """One line that changed, as it stands now (of one that is gone, as it stood), and what of it, before and after."""

    kind: Kind
    entry: Entry
    was: str = ""
    now: str = ""


def changed(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[Difference, ...]:
    """Every difference between two states of an account, in the order of the later one; at its end what is gone."""
    told = [entry for entry in after if entry.claims]
    stood = {claim.id: entry for entry in before for claim in entry.claims}
    found: list[Difference] = list(_joined(before, after))
    for entry in told:
        former = _former(entry, stood)
        found += [Difference("new", entry)] if former is None else list(_differences(former, entry))
    stands = {claim.id for entry in told for claim in entry.claims}
    gone = [entry for entry in before if entry.claims and not any(claim.id in stands for claim in entry.claims)]
    return (*found, *(Difference("gone", entry) for entry in gone))


def _former(entry: Entry, stood: Mapping[str, Entry]) -> Entry | None:
    """The line that had most of the claims of this one."""
    had = [stood[claim.id] for claim in entry.claims if claim.id in stood]
    counts = Counter(one.id for one in had)
    return max(had, key=lambda one: (counts[one.id], one.id)) if had else None


def _differences(former: Entry, entry: Entry) -> Iterable[Difference]:
    for kind, read in _READ.items():
        was, now = read(former), read(entry)
        if was != now:
            yield Difference(kind, entry, was, now)


def _status(entry: Entry) -> str:
    return entry.value.status if isinstance(entry.value, Event | Figure) else ""


def _state(entry: Entry) -> str:
    return state_text(entry)


def _value(entry: Entry) -> str:
    return figure_text(entry.value) if isinstance(entry.value, Figure) else ""


def _day(entry: Entry) -> str:
    return moment_text(entry.value.when) or "no day" if isinstance(entry.value, Event) else ""  # type: ignore[arg-type]


def _origins(entry: Entry) -> str:
    return counted(entry.origins, "origin")


# What of a line is compared, by the kind of the difference.
_READ: dict[Kind, Callable[[Entry], str]] = {
    "status": _status,
    "state": _state,
    "value": _value,
    "day": _day,
    "origins": _origins,
}


def _joined(before: Sequence[Entry], after: Sequence[Entry]) -> Iterable[Difference]:
    """The families that were several: what counted as two origins is one."""
    first = {report: entry.id for entry in before if isinstance(entry.value, Family) for report in entry.reports}
    for entry in after:
        former = {first[report] for report in entry.reports if report in first} if entry.kind == "family" else set()
        if len(former) > 1:
            yield Difference("joined", entry, counted(len(former), "origin"), "1 origin")


def difference_text(one: Difference) -> str:
    """A difference in words: "ev-…  status scheduled → happened: happened: talks: …"."""
    turned = "" if one.kind in ("new", "gone") else f" {one.was or 'none'} → {one.now or 'none'}"
    return f"{one.entry.id}  {one.kind}{turned}: {sentence(one.entry)}"
