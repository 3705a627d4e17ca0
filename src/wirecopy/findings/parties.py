"""Who stands at a word of the parse, for figures and commitments: named actors, and anonymous ones by their description."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from wirecopy.language.actors.who import mention_of
from wirecopy.model import Actor, Attribution, Mention, Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from wirecopy.findings.voices import Voice

_MULTITUDES = frozenset(("ten", "dozen", "score", "hundred", "thousand", "million"))
_INSIDE = frozenset(("poss", "amod", "compound", "nmod", "appos", "det", "case"))
_NOUNS = frozenset(("NOUN", "PROPN"))


class Parties:
    """Look-up of mentions and quotations by position; built once a passage, so that each question costs a bisection."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._mentions = sorted(passage.mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._mentions]
        self.tails: dict[
            int, Voice | None
        ] = {}  # who tells the whole of a sentence, by its first token; see `voices.tail`
        self._words = [(w.start, w.end, a) for a in passage.attributions for w in a.words]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin inside a stretch of the text."""
        return tuple(self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def at(self, token: Token) -> Mention | None:
        """The mention that a token heads or belongs to, if it has an actor."""
        found = mention_of(self.passage, token)
        return found if found is not None and found.actor is not None else None

    def named(self, head: Token) -> tuple[Actor, Span] | None:
        """The actor of a noun phrase: its head's mention, else one among its own modifiers ("Moscow's draft")."""
        found = self.at(head)
        if found is None:
            inside = (self.at(child) for child in head.children if child.dep_ in _INSIDE)
            found = self._apposed(head) or next((m for m in inside if m), None)
        elif found.actor is not None and found.actor.anonymous:
            found = self._apposed(head) or found
        return (found.actor, found.span) if found and found.actor else None

    def _apposed(self, head: Token) -> Mention | None:
        """The name set behind a title that the parse takes apart: "the vice-minister of …, Ana Paz"."""
        near = [c for c in head.children if c.dep_ in ("appos", "npadvmod")]
        near += [c for one in near for c in one.children if c.dep_ == "appos"]
        near += [c for one in near for c in one.children if c.dep_ == "appos"]
        return next((m for one in near if (m := self.at(one)) and m.actor and m.actor.kind == "person"), None)

    def party(self, head: Token) -> tuple[Actor, Span] | None:
        """The actor of a noun phrase; where nobody is named, an anonymous one that bears the phrase's words."""
        found = self.at(head)
        if found and found.actor:
            return self.named(head)
        if head.pos_ not in _NOUNS:
            return None
        start = min((t.left_edge.i for t in head.lefts if t.dep_ in _INSIDE and t.dep_ != "det"), default=head.i)
        end = head.i
        if head.lemma_.lower() in _MULTITUDES:
            start, end = _multitude(head)
        first = max(start, head.i - 5)
        while first > start and "-" in (head.doc[first].text, head.doc[first - 1].text):  # no half of "26-year-old"
            first -= 1
        words = head.doc[first : end + 1]
        while len(words) > 1 and words[0].pos_ in ("DET", "PRON", "PUNCT"):
            words = words[1:]
        span = self.passage.span(words)
        country = next(
            (m.actor.country for m in self.within(span.start, span.end) if m.actor and m.actor.country), None
        )
        name = " ".join(words.text.split())
        return Actor(f"group:{'-'.join(name.lower().split())}", name, "group", country, anonymous=True), span

    def spoken(self, start: int, end: int) -> Attribution | None:
        """The narrowest quotation or paraphrase whose speaker is known; else the narrowest."""
        around = [
            (a.speaker is None, stop - begin, n)
            for n, (begin, stop, a) in enumerate(self._words)
            if begin <= start and end <= stop
        ]
        return self._words[min(around)[2]][2] if around else None


def _multitude(head: Token) -> tuple[int, int]:
    """The words of a number that is a noun, with what it counts: "tens of thousands of people" are no "thousands"."""
    top = head
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in _MULTITUDES:
        top = top.head.head
    beside = (c.i for c in head.lefts if c.dep_ == "quantmod" and c.lemma_.lower() in _MULTITUDES)
    counted = (o for c in head.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    return min(top.i, *beside, head.i), next(counted, head).i
