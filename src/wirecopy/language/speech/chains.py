"""Utterances inside utterances: "Orlov answered that …, said Petrenko" is what Orlov said, as Petrenko tells it.

One utterance gives one attribution. Where nearly all that somebody said is what somebody else said, the inner one
stands and the outer speaker is behind it; where a speaker reports his own words or thoughts ("he said he hoped …"), the
outer one stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirecopy.language.cue_words import thoughts
from wirecopy.language.sheet import Sheet, Utterance
from wirecopy.language.speech import antecedents
from wirecopy.language.speech.speakers import phrase, reporter, seated
from wirecopy.model import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 0.5  # the share of an utterance that what it reports must fill to stand for it
_MARKS = 2  # a comma and a mark that an outer utterance may have lost at its end
_NOTHING = 12  # characters of marks and line ends between a cue and the next quote
_INSIDE = 4  # utterances that may stand in one another
_NEAR = 60  # characters behind a nameless official within which "they" is that official
_SELF = frozenset({"i", "we", "he", "she", "they", "it", "who", "that", "which"})


class Link(NamedTuple):
    """An utterance with the chain of those behind its speaker, the nearest first; `mention` of a speaker found here."""

    said: Utterance
    speaker: Actor | None
    behind: tuple[Actor, ...] = ()
    mention: Mention | None = None


def linked(sheet: Sheet, found: list[Utterance]) -> list[Link]:
    """The utterances, sorted by place, without those that another one tells in full, each with its chain."""
    links: list[Link] = []
    dropped: set[int] = set()
    for at, said in enumerate(found):
        outer = next((n for n in range(at - 1, max(-1, at - 6), -1) if _within(found[n], said)), None)
        speaker = _going_on(sheet, last, said) if (last := _last(links, dropped, said)) is not None else None
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


def _last(links: list[Link], dropped: set[int], said: Utterance) -> Link | None:
    """The utterance before one; before the rest of a sentence ("…, he said") the one that ends last, as the outer one."""
    kept = [link for at, link in enumerate(links) if at not in dropped]
    if said.frame != "aside":
        return kept[-1] if kept else None
    return max(kept[-_INSIDE:], key=lambda link: (link.said.pieces[-1][1], len(link.behind)), default=None)


def _going_on(sheet: Sheet, last: Link, said: Utterance) -> Actor | None:
    """The last speaker, where a pronoun beside a quote follows him with nothing but quotes between, or no cue at all.

    A pronoun behind a quotation is not one of those whom the quotation names: “Orlov will yield,” he said.
    """
    if said.frame == "goes on":
        return last.speaker
    if said.speaker is not None and said.speaker.lower_ == "they" and last.speaker is not None:
        near = 0 <= said.phrase[0] - max(last.said.phrase[1], last.said.pieces[-1][1]) <= _NEAR
        return last.speaker if near and last.speaker.kind == "person" and last.speaker.anonymous else None
    if said.frame not in ("quote", "aside") or said.speaker is None or said.speaker.lower_ not in ("he", "she"):
        return None
    if said.frame == "aside":
        return _still(sheet, last, said)
    if last.said.frame != "quote" and last.said.cue is not None and last.said.cue.dep_ == "relcl":
        return None  # "He had an answer to Chad's leader, who said that it was late. “It is not,” he wrote"
    end = max(last.said.phrase[1], last.said.pieces[-1][1])
    start = min(said.speaker.idx, said.phrase[0])
    between = start - end - sheet.quoted_within(end, start)
    return last.speaker if last.speaker is not None and last.speaker.kind == "person" and between <= _NOTHING else None


def _still(sheet: Sheet, last: Link, said: Utterance) -> Actor | None:
    """Who told the sentence right before goes on: "Roe spoke of a bluff, Olsen said. It would fail, he said": Olsen."""
    end, start = max(last.said.phrase[1], last.said.pieces[-1][1]), said.pieces[0][0]
    near = 0 <= start - end <= _NOTHING
    teller = last.behind[-1] if last.behind else last.speaker
    return teller if near and teller is not None and teller.kind == "person" else None


def _within(outer: Utterance, inner: Utterance) -> bool:
    """Whether an utterance, with its cue, stands in a piece of another one; what answers that one stands beside it."""
    if inner.cue is None or inner.frame == "answered":
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
    head = said.speaker
    if head is None:
        return None
    told_by = head.lower_ in ("him", "her") and said.cue is not None and said.cue.lower_ == "according"
    if head.lower_ in ("he", "she") or told_by:
        return antecedents.person(sheet, head, said.pieces if said.frame in ("quote", "aside") else ())
    head = meant(sheet, head)
    beside = [child for child in head.children if child.dep_ == "appos"]
    # "the author, a former colonel named Ann Roe"
    called = [t for one in beside for t in one.subtree if t.dep_ == "oprd" and t.head.dep_ == "acl"]
    heads = (head, *beside, *called)
    actors = [actor for one in heads if (actor := _actor(sheet, one)) is not None and _fits(head, one, actor)]
    return min(actors, key=lambda actor: actor.anonymous, default=None) or _at_end(sheet, head)


def _fits(head: Token, beside: Token, actor: Actor) -> bool:
    """Whether a gloss may name who speaks: of "12 senators — six Democrats among them" it names no party."""
    return beside is head or head.tag_ != "NNS" or actor.kind in ("person", "group")


def meant(sheet: Sheet, head: Token) -> Token:
    """The noun that a relative pronoun, or an "it" or "they" that nobody is known for, stands for; else the word itself."""
    if head.lower_ in ("who", "that", "which") and head.head.dep_ == "relcl":
        return seated(head.head.head)
    if head.lower_ in ("it", "they") and _actor(sheet, head) is None:
        return antecedents.party(sheet, head) or head
    return head


def _at_end(sheet: Sheet, head: Token) -> Actor | None:
    """The person whose name ends the speaker's phrase: "the spokesman of the ministry Ned Olsen"."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return None
    run = phrase(head)
    last = sheet.mention_of(sheet.doc[run[1] - 1])
    if last is None or last.actor is None or last.actor.kind != "person" or last.actor.anonymous:
        return None
    return last.actor if last.span.start >= head.idx and sheet.doc[run[1] - 1].dep_ != "conj" else None


def _actor(sheet: Sheet, head: Token | None) -> Actor | None:
    mention = sheet.mention_of(head) if head is not None else None
    return mention.actor if mention is not None and not is_joint(sheet, mention) else None


def is_joint(sheet: Sheet, mention: Mention) -> bool:
    """Whether a phrase is of several ("the leaders of Mali and Niger"), so that none of them speaks alone."""
    return len({one.actor for one in sheet.mentions if one.span == mention.span}) > 1
