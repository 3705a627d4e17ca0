"""What a reader has in mind: the actors met so far, and which of them a pronoun or a description would point at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from wirecopy import words
from wirecopy.language.layout import Layout

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 3  # sentences back
_CLEAR = 0.5  # how much better the best candidate must be than the next
_SUPERIOR = 0.6  # for the subject of a clause that the pronoun's hangs on ("Iwu wrote to Sall after he had ...")


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor met: by id, the head token of the mention, its sentence, and the verb that it hangs on."""

    actor: str
    token: int
    sentence: int
    dep: str
    verb: int


@dataclass(slots=True)
class Memory:
    """The mentions met so far, in text order."""

    layout: Layout
    sentences: tuple[int, ...]
    seen: list[Seen] = field(default_factory=list)

    def meet(self, actor: str, token: Token) -> None:
        """Note that an actor is mentioned by a phrase with this head."""
        top = phrase_top(token)
        verb = governor(top)
        dep = "nsubj" if self._opens(token, verb) else top.dep_
        self.seen.append(Seen(actor, token.i, self.sentences[token.i], dep, verb.i))

    def _opens(self, token: Token, verb: Token) -> bool:
        """Does a name stand right before a verb without a subject ("On Friday Mr Sall would not say", misparsed)?"""
        after = token.i + 1
        if token.dep_ != "pobj" or after >= len(self.layout.tokens) or token.head.i > token.i:
            return False
        follows = self.layout.tokens[after]
        finite = follows.pos_ in {"AUX", "VERB"} and (follows.i == verb.i or follows.head.i == verb.i)
        return finite and not any(child.dep_ in SUBJECTS for child in verb.children)

    def best(self, token: Token, allowed: Callable[[str], float | None]) -> tuple[str | None, str]:
        """The actor that a pronoun points at, and why; None where two are as likely or none is near.

        `allowed` weighs an actor by kind and gender: None shuts it out, a number is added to its score. Scores are by
        hand: the subject of the same or the last sentence counts most, then what is nearer. An actor of the pronoun's
        own clause is shut out unless the pronoun is a possessive.
        """
        here, own = self.sentences[token.i], governor(phrase_top(token)).i
        if (beside := self._beside(token, allowed)) is not None:
            return beside, "the one that it is joined to"
        over, told = _over(own, self.layout), _told(token, own, self.layout)
        scores: dict[str, float] = {}
        for seen in reversed(self.seen):
            distance = here - seen.sentence
            if distance > REACH:
                break
            if seen.token >= token.i or (seen.verb == own and token.dep_ != "poss" and seen.dep != "poss"):
                continue
            if seen.token in told:
                continue
            weight = allowed(seen.actor)
            if weight is None:
                continue
            score = weight - distance + self._standing(seen, token, distance)
            if seen.verb in over and seen.dep in SUBJECTS:
                score += _SUPERIOR
            if score > scores.get(seen.actor, -99.0):
                scores[seen.actor] = score
        shut = {
            s.actor
            for s in self.seen
            if s.verb == own and s.token < token.i and s.dep != "poss" and token.dep_ != "poss"
        }
        shut |= {seen.actor for seen in self.seen if _bids(seen, token)}
        ranked = sorted(((score, actor) for actor, score in scores.items() if actor not in shut), reverse=True)
        if not ranked or ranked[0][0] < -REACH:
            return None, "nobody near that it could be"
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR:
            return None, "two are as likely"
        return ranked[0][1], "the most salient that agrees"

    def _beside(self, token: Token, allowed: Callable[[str], float | None]) -> str | None:
        """Whom "its" means in "France and its allies", "himself" right behind a name and as an object."""
        if token.lower_.endswith(("self", "selves")):
            over = (token.head, token.head.head)
            places = {token.i - 1} | {c.i for verb in over for c in verb.children if c.dep_ in SUBJECTS}
        elif token.dep_ == "poss" and token.head.dep_ == "conj":
            places = {token.head.head.i}
        else:
            return None
        near = next((seen.actor for seen in reversed(self.seen) if seen.token in places), None)
        return near if near is not None and allowed(near) is not None else None

    def _standing(self, seen: Seen, token: Token, distance: int) -> float:
        tokens = self.layout.tokens
        score = 0.0
        if seen.dep in SUBJECTS:
            score += 2.0 if tokens[seen.verb].dep_ == "ROOT" or distance == 0 else 1.4
        elif seen.dep in {"poss", "compound", "pobj", "amod", "nmod"}:
            score += 2.0 if _utters(tokens[seen.token]) else -0.5
        if distance == 0:
            score += 0.5
        answers = token.dep_ in SUBJECTS and token.head.lemma_.lower() in lemmas("answers")
        charged = seen.dep == "dobj" or (seen.dep == "pobj" and tokens[seen.token].head.head.i == seen.verb)
        if answers and charged and tokens[seen.verb].lemma_.lower() in lemmas("charges"):
            score += 3.0
        return score


def _utters(token: Token) -> bool:
    """Is it somebody of whose words its sentence tells: "Paz's remarks drew laughter. He said"?"""
    words = token.head
    return token.dep_ == "poss" and words.dep_ in SUBJECTS and words.lemma_.lower() in lemmas("uttered")


def _over(verb: int, layout: Layout) -> frozenset[int]:
    """The verbs that a clause hangs on, in its sentence."""
    found, at = set(), layout.tokens[verb]
    for _ in range(6):
        if at.head.i == at.i:
            break
        at = at.head
        found.add(at.i)
    return frozenset(found)


def _bids(seen: Seen, token: Token) -> bool:
    """Is it who wants something of whom a pronoun means, as the bare verb tells: "she demanded that he resign"?"""
    clause = token.head
    bare = clause.tag_ in {"VB", "VBP"} and token.lower_ in {"he", "she", "it"} and token.dep_ == "nsubj"
    bare = bare and clause.dep_ == "ccomp" and not any(child.dep_ == "aux" for child in clause.children)
    return bare and seen.verb == clause.head.i and seen.dep in SUBJECTS


_PARTING = frozenset((":", "—", "–", ";"))
"""Marks behind which another clause begins: "Paz made his case – indeed, he claimed that …"."""


def _told(token: Token, verb: int, layout: Layout) -> range:
    """The words that a speaker's clause follows ("Mr Sall could have no doubt, he told reporters"): none of them names him."""
    over = layout.tokens[verb]
    if token.dep_ not in SUBJECTS or token.head.i != verb or over.lemma_.lower() not in lemmas("says"):
        return range(0)
    before = [child for child in over.children if child.dep_ == "ccomp" and child.i < token.i]
    if not before:
        return range(0)
    start = before[0].left_edge.i
    colon = next((i for i in range(token.i - 1, start, -1) if layout.lower[i] in _PARTING), start)
    return range(colon, token.i)  # "His minister went further: there was, he told parliament, no sign": the minister


def first_person(token: Token) -> bool:
    """Does the clause hang on one with "I" or "we", so that the speaker of a quotation is not who is meant?"""
    at = governor(phrase_top(token))
    if at.lemma_.lower() in lemmas("says"):
        return False  # “We will wait”, he said
    for _ in range(6):
        if any(child.dep_ in SUBJECTS and child.lower_ in {"i", "we"} for child in at.children):
            return True
        if at.head.i == at.i:
            return False
        at = at.head
    return False


@cache
def lemmas(name: str) -> frozenset[str]:
    """A list of verbs of `words/agents.yml`."""
    return frozenset(str(words.load("agents")[name]).split())


def phrase_top(token: Token) -> Token:
    """The head of the whole phrase: from a conjunct or an apposition up to what it stands beside."""
    for _ in range(6):
        if token.dep_ not in {"conj", "appos"} or token.head.pos_ in {"VERB", "AUX"}:
            return token
        token = token.head
    return token


def governor(token: Token) -> Token:
    """The verb that a phrase hangs on, over prepositions and nouns."""
    at = token
    for _ in range(8):
        if at.head.i == at.i:
            return at
        at = at.head
        if at.pos_ in {"VERB", "AUX"}:
            return at
    return at


def numbered(layout: Layout) -> tuple[int, ...]:
    """The number of each token's sentence."""
    count, numbers = -1, []
    for token in layout.tokens:
        count += bool(token.is_sent_start) or count < 0
        numbers.append(count)
    return tuple(numbers)


def recent(memory: Memory, token: int, wanted: Callable[[str], bool], reach: int) -> Iterable[Seen]:
    """The mentions of wanted actors before a token, latest first, at most `reach` sentences back."""
    here = memory.sentences[token]
    for seen in reversed(memory.seen):
        if here - seen.sentence > reach:
            return
        if seen.token < token and wanted(seen.actor):
            yield seen
