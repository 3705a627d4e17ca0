"""What one sentence tells twice: a blow and the battle for it, a warning and its condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from wirecopy import plover
from wirecopy.judgements.same.triggers import triggers
from wirecopy.judgements.told import Told, stems
from wirecopy.judgements.worlds import WORLDS
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Commitment, Event, Span
from wirecopy.words import load

# Acts of words that hang on a condition: what would follow is the news, and the condition a part of it.
HANGING = frozenset({"THREATEN", "REQUEST", "AGREE"})


def without_doubled(told: Sequence[Told]) -> list[Told]:
    """The claims without the deeds that another claim of their sentence tells as its own part.

    "Took the mine after a battle" tells one deed; and what a threat, a promise or a demand hangs on is its condition, which
    nobody tells as a prospect.
    """
    by_report: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_report[one.report.id].append(one)
    return [one for one in told if not _is_double(one, by_report[one.report.id])]


def _is_double(one: Told, beside: Iterable[Told]) -> bool:
    if not isinstance(one.finding, Event):
        return False
    return any(_is_battle(one, other) or _is_condition(one, other) for other in beside if other is not one)


def _is_battle(one: Told, won: Told) -> bool:
    """Is it a fight of nobody in the very clause that tells what somebody took, or hit, by it?"""
    fight, deed = one.finding, won.finding
    if not isinstance(fight, Event) or not isinstance(deed, Event) or fight.who or fight.whom or not deed.who:
        return False
    real = {WORLDS[fight.status], WORLDS[deed.status]} == {"real"}
    blow = fight.act == "ASSAULT" and plover.quad(deed.act) == 4 and bool(triggers(one) & _battles())
    return real and blow and fight.what == deed.what


def _is_condition(one: Told, of: Told) -> bool:
    """Is it what a commitment, or words by which somebody warns, asks or promises, hang on?"""
    event, words = one.finding, of.finding
    if not isinstance(event, Event) or event.status != "conditional" or plover.mutual(event.act) or not _act(one):
        return False
    at = _act(one)[0]
    if isinstance(words, Commitment):
        spans = of.claim.spans.get("condition", ())
        return any(span.start <= at.start < span.end and _is_opened(span, one.report.text) for span in spans)
    if not isinstance(words, Event) or words.act not in HANGING or WORLDS[words.status] != "real" or not _act(of):
        return False
    opened = event.what or ""
    first, last = sorted((at.start, _act(of)[0].start))
    return opened.startswith(_openings()) and not ENDED.search(one.report.text, first, last)


def _is_opened(condition: Span, text: str) -> bool:
    """Does an "if" open it, or stand before it? What a later sentence only points at ("should that come") was told as news."""
    words = text[condition.start : condition.end]
    return words.startswith((*_openings(), "any ", "Any ")) or text[: condition.start].endswith(_openings())


def _act(told: Told) -> tuple[Span, ...]:
    return told.claim.spans.get("act", ())


@cache
def _battles() -> frozenset[str]:
    """The stems of words for fights that are told by what came of them."""
    return stems(" ".join(load("comparing")["battles"]))


@cache
def _openings() -> tuple[str, ...]:
    """Words with which a clause that is a condition begins."""
    openings = load("lead_in")["conditions"]
    return tuple(f"{word} " for opening in openings for word in (opening, opening[0].upper() + opening[1:]))
