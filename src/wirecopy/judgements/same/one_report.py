"""One commitment told twice by one report: said and then quoted, a headline and its body, a demand and the bare word for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from wirecopy.judgements.outcomes.deed_kinds import has, kinds_meant
from wirecopy.judgements.outcomes.deed_traits import is_prompt
from wirecopy.judgements.outcomes.deeds import sides_of
from wirecopy.judgements.parties import head
from wirecopy.judgements.told import Told, stems
from wirecopy.model import Actor, Commitment
from wirecopy.words import load

# Characters between two sentences of one speech.
NEAR = 250
SOON = re.compile(r"\b(?:today|tonight|tomorrow|within (?:hours|minutes|a day))\b", re.I)


def in_one_report(left: Told, right: Told) -> bool:
    """Is it one commitment of one report in other words: what can be had at once, or the guarantees of what was just asked?"""
    a, b = left.finding, right.finding
    assert isinstance(a, Commitment) and isinstance(b, Commitment)  # noqa: S101
    if left.report.id != right.report.id or a.kind != b.kind or not _one_side(a, b):
        return False
    if a.kind == "offer":
        ready = all(is_ready(one) for one in (a, b))
        return ready and not (a.condition or b.condition)
    near = abs(left.place - right.place) <= NEAR and a.by == b.by
    return a.kind == "demand" and near and (_is_bare(a) or _is_bare(b))


def _one_side(a: Commitment, b: Commitment) -> bool:
    """Do both speak for one side? Of a minister whom the report does not place none is known."""
    mine, yours = sides_of(a.by), sides_of(b.by)
    unknown = any(not side and all(one.kind == "person" for one in by) for side, by in ((mine, a.by), (yours, b.by)))
    return bool(mine & yours) or unknown


def is_ready(offer: Commitment) -> bool:
    """Is it a readiness to talk, or to travel, that holds from this hour?"""
    words = offer.action or ""
    goes = bool(kinds_meant(words) & {"talks", "call"}) or has("setting_out", words)
    return goes and (is_prompt(words) or SOON.search(words) is not None)


def _is_bare(demand: Commitment) -> bool:
    """Is it only the word for what was asked: legally binding guarantees?"""
    return bool(demand.action) and stems(demand.action or "") <= stems(" ".join(load("comparing")["bare_guarantees"]))


def houses(actors: Iterable[Actor]) -> frozenset[str]:
    """The councils and parliaments without a name of their own, or most of them: "a solid majority of the council"."""
    bare = (one for one in actors if one.anonymous or one.kind == "group" or one.name.islower())
    return frozenset(house for actor in bare for house in _houses(actor.name))


@cache
def _houses(name: str) -> frozenset[str]:
    words = {head(name), name.lower().split()[-1]} if name else set()
    return frozenset(words) & frozenset(load("comparing")["houses"])


def without_headlines(told: Sequence[Told]) -> list[Told]:
    """The claims without a headline's commitment that the body tells again as another kind: asks for talks, offers them."""
    return [one for one in told if not (_is_headline(one) and any(_tells_again(one, other) for other in told))]


def _is_headline(told: Told) -> bool:
    headline = told.report.headline
    if not isinstance(told.finding, Commitment) or not headline:
        return False
    start = told.report.text.find(headline)
    return start >= 0 and start <= told.place < start + len(headline)


def _tells_again(headline: Told, body: Told) -> bool:
    a, b = headline.finding, body.finding
    if not isinstance(b, Commitment) or body.report.id != headline.report.id or body.place <= headline.place:
        return False
    assert isinstance(a, Commitment)  # noqa: S101 -- the caller passes a commitment
    kinds = {a.kind, b.kind} == {"demand", "offer"} and kinds_meant(a.action or "") == kinds_meant(b.action or "")
    return kinds and bool(kinds_meant(a.action or "")) and bool(sides_of(a.by) & sides_of(b.by)) and is_ready(b)
