"""Utterances inside utterances: "Orlov answered that …, said Petrenko" is what Orlov said, as Petrenko tells it.

One utterance gives one attribution. Where nearly all that somebody said is what somebody else said, the inner one
stands and the outer speaker is behind it; where a speaker reports his own words or thoughts ("he said he hoped …"), the
outer one stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirecopy.language.cues import thoughts
from wirecopy.language.sheet import Sheet, Utterance
from wirecopy.language.speakers import reporter
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 0.5  # the share of an utterance that what it reports must fill to stand for it
_MARKS = 2  # a comma and a mark that an outer utterance may have lost at its end
_NOTHING = 12  # characters of marks and line ends between a cue and the next quote
_SELF = frozenset({"i", "we", "he", "she", "they", "it", "who", "that", "which"})


class Link(NamedTuple):
    """An utterance with the chain of those behind its speaker, the nearest first."""

    said: Utterance
    speaker: Actor | None
    behind: tuple[Actor, ...] = ()


def linked(sheet: Sheet, found: list[Utterance]) -> list[Link]:
    """The utterances, sorted by place, without those that another one tells in full, each with its chain."""
    links: list[Link] = []
    dropped: set[int] = set()
    for at, said in enumerate(found):
        outer = next((n for n in range(at - 1, max(-1, at - 6), -1) if _within(found[n], said)), None)
        speaker = _going_on(sheet, links[-1], said) if links else None
        speaker = speaker or _speaker(sheet, said)
        teller = _teller(sheet, said)
        behind: tuple[Actor, ...] = (teller,) if teller is not None and teller != speaker else ()
        if outer is not None and outer not in dropped:
            teller = links[outer].speaker
            if _own(said, speaker, teller):
                dropped.add(at)
            else:
                behind = tuple(a for a in (teller, *links[outer].behind) if a is not None and a != speaker)
                if _fills(found[outer], said) and links[outer].said.frame != "quote":
                    dropped.add(outer)
        links.append(Link(said, speaker, behind))
    return [link for at, link in enumerate(links) if at not in dropped]


def _going_on(sheet: Sheet, last: Link, said: Utterance) -> Actor | None:
    """The last speaker, where a pronoun beside a quote follows him with nothing but quotes between, or no cue at all.

    A pronoun behind a quotation is not one of those whom the quotation names: “Orlov will yield,” he said.
    """
    if said.frame == "goes on":
        return last.speaker
    if said.frame != "quote" or said.speaker is None or said.speaker.lower_ not in ("he", "she"):
        return None
    end = max(last.said.phrase[1], last.said.pieces[-1][1])
    start = min(said.speaker.idx, said.phrase[0])
    between = start - end - sheet.quoted_within(end, start)
    return last.speaker if last.speaker is not None and last.speaker.kind == "person" and between <= _NOTHING else None


def _within(outer: Utterance, inner: Utterance) -> bool:
    """Whether an utterance, with its cue, stands in a piece of another one."""
    if inner.cue is None:
        return False
    start = min(inner.cue.idx, inner.pieces[0][0])
    return any(a <= start and inner.pieces[-1][1] <= b + _MARKS for a, b in outer.pieces)


def _own(inner: Utterance, speaker: Actor | None, teller: Actor | None) -> bool:
    """Whether a speaker tells his own words (the same actor, or a pronoun of nobody else), or what others only think."""
    if inner.cue is not None and (inner.cue.lemma_.lower() in thoughts() or inner.cue.tag_ == "VB"):
        return True
    if speaker is not None and teller is not None:
        return speaker == teller
    return inner.speaker is None or inner.speaker.lower_ in _SELF


def _fills(outer: Utterance, inner: Utterance) -> bool:
    return _length(inner) >= _MOST * _length(outer)


def _length(said: Utterance) -> int:
    return sum(end - start for start, end in said.pieces)


def _teller(sheet: Sheet, said: Utterance) -> Actor | None:
    """Who tells what the speaker said, where the same quotation or the same sentence names both."""
    if said.teller is not None:
        return _speaker(sheet, said.teller)
    return _actor(sheet, reporter(said.cue)) if said.cue is not None else None


def _speaker(sheet: Sheet, said: Utterance) -> Actor | None:
    """The actor who speaks; of "the spokesman, Ned Olsen" the one that the apposition names."""
    if said.speaker is None:
        return None
    heads = (said.speaker, *(child for child in said.speaker.children if child.dep_ == "appos"))
    return next((actor for head in heads if (actor := _actor(sheet, head)) is not None), None)


def _actor(sheet: Sheet, head: Token | None) -> Actor | None:
    mention = sheet.mention_of(head) if head is not None else None
    return mention.actor if mention is not None else None
