"""The rounds of talks that a sentence lists behind their beginning.

"She backed diplomacy, beginning next month with the Council, at the League, and at the Union" is a date in the diary of
each of the three.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.acts.diary_words import listed
from wirecopy.findings.acts.mood import negated
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.named import speaker_at
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.past_or_ahead import is_future
from wirecopy.model import Actor, Claim, Event, Expression, Mention, Passage, claim

if TYPE_CHECKING:
    from spacy.tokens import Token


def rounds(passage: Passage, rule: str) -> Iterator[Claim]:
    """A claim for each body with which talks are to begin on a day that is told."""
    for verb in passage.doc:
        if verb.tag_ != "VBG" or verb.lemma_ not in listed("begin") or not _of_talks(verb):
            continue
        when = _day(passage, verb)
        for bodies in _seats(passage, verb) if when is not None else ():
            event = Event(
                act="CONSULT",
                who=tuple({m.actor.id: m.actor for m in bodies if m.actor is not None}.values()),
                when=when,
                status="scheduled",
                said_by=speaker_at(passage, verb.idx),
                what=clause_words(passage, verb.head),
            )
            spans = {"act": (passage.span(verb),), "who": tuple(m.span for m in bodies)}
            yield claim(event, spans | {"when": (when.span,) if when is not None else ()}, rule)


def _of_talks(verb: Token) -> bool:
    """Whether it is talks that begin, in a clause that is told: "supports dialogue, starting in May", not "would support"."""
    over = verb.head
    if verb.dep_ not in ("advcl", "acl") or any(negated(one) for one in (verb, over)):
        return False
    teller = next((one for one in (over, *over.ancestors) if one.pos_ in ("VERB", "AUX")), over)
    talks = (one for one in verb.sent if one.i < verb.i and one.lemma_.lower() in listed("talks"))
    return status(teller) in FACTS and any(True for _ in talks)


def _day(passage: Passage, verb: Token) -> Expression | None:
    """The time ahead that follows the verb at once: "starting early next year"."""
    start, end = verb.idx + len(verb), verb.idx + len(verb) + len(" from ")
    near = (e for e in passage.expressions if e.kind == "date" and start < e.span.start <= end)
    return next((e for e in near if is_future(passage, e)), None)


def _seats(passage: Passage, verb: Token) -> Iterator[tuple[Mention, ...]]:
    """The bodies behind the verb, those between two commas together: "for the Union through the Union Council"."""
    last: list[Mention] = []
    for one in passage.mentions:
        body: Actor | None = one.actor
        if body is None or body.kind != "organisation" or not verb.idx < one.span.start < verb.sent.end_char:
            continue
        if last and any(mark in passage.report.text[last[-1].span.end : one.span.start] for mark in (",", " and ")):
            yield tuple(last)
            last = []
        last.append(one)
    if last:
        yield tuple(last)
