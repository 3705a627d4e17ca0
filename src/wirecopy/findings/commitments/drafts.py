"""What the rules for commitments share: a draft of one, the stretch of its action, and whose side a subject is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.parties import Parties
from wirecopy.findings.voices import Voice, lists
from wirecopy.language.actors.gazetteer import is_own_master
from wirecopy.model import Actor, Expression, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Party = tuple[Actor, Span | None]
Stretch = tuple[int, int]


class Draft(NamedTuple):
    """A commitment before its actors' and times' details: stretches are characters of the report's text."""

    kind: str
    action: Stretch | None
    condition: Stretch | None
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    anchor: Token
    strength: str | None = None
    voice: Voice | None = None
    cue: Stretch | None = None  # the words that commit, where the action stands in an earlier sentence
    when: Expression | None = None  # when it was made, where no teller's words give it
    pointer: Stretch | None = None  # the "if they do not" in whose place the condition's words stand
    marker: str | None = None  # what stands before the condition, where the text's own word does not ("unless")


class Scene(NamedTuple):
    """One sentence with what the rules ask of it again and again."""

    parties: Parties
    sentence: Tokens
    conditions: tuple[Condition, ...]
    before: Tokens | None
    words: tuple[tuple[Token, str, str], ...] = ()  # each token with its word and its lemma in small letters
    asked: Draft | None = None  # the last demand or threat of the sentence before, which this one may answer
    supposed: Stretch | None = None  # a condition of the sentence before that binds nobody there
    standing: Draft | None = None  # the last demand of the sentences before that one can still mean by “the demand”
    papers: tuple[Party, ...] = ()  # who put forward the draft that the report last told of

    @property
    def text(self) -> str:
        """The report's text; a parse's own text is put together anew each time that it is asked for."""
        return self.parties.passage.report.text


def asked_for(asked: Draft) -> Stretch | None:
    """What a demand asks, with who is to do it: refused is that "the troops must leave the valley", not "leave the valley"."""
    doer = next((c for c in asked.anchor.lefts if c.dep_ == "nsubj"), None)
    clause = asked.strength in _MUST or asked.anchor.dep_ == "ccomp"
    if asked.action is None or doer is None or doer.pos_ != "NOUN" or not clause:
        return asked.action
    return min(asked.action[0], doer.left_edge.idx), asked.action[1]


_MUST = frozenset(("must", "should", "has to", "have to"))


def negated(verb: Token) -> bool:
    """Is the verb denied: not, never, "no talks", "nothing"? "Will not only cut the tax but …" denies nothing."""
    words = (
        c
        for c in verb.children
        if c.dep_ == "neg" or c.lower_ in ("never", "n't", "n’t", "not", "nothing", "nobody", "neither")
    )
    if any(c.i + 1 == len(c.doc) or c.nbor().lower_ not in ("only", "just", "merely") for c in words):
        return True
    if any(t.lower_ == "no" for c in verb.lefts if c.lower_ in ("under", "in", "at") for t in c.subtree):
        return True  # under no circumstances
    if any(c.lower_ in ("longer", "more") and any(d.lower_ == "no" for d in c.children) for c in verb.children):
        return True
    return any(
        c.lower_ == "none" or any(d.lower_ == "no" for d in c.children)
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass", "attr")
    )


def outside(scene: Scene, doer: Token | None, verb: Token, told: Voice | None = None) -> Token | None:
    """A verb's subject; where the parse finds it inside a condition or a label before a colon, the noun before the modal."""
    modal = next((c for c in verb.lefts if c.tag_ == "MD"), None)
    first = told.start if told is not None and told.cue is None else 0
    if doer is None or modal is None:
        return doer
    if doer.idx >= first and not any(c.start <= doer.idx < c.end for c in scene.conditions):
        return doer
    last = modal.nbor(-1) if modal.i > scene.sentence.start else modal
    noun = last.head if last.pos_ == "NUM" else last
    return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") else doer


def is_hand(actor: Actor) -> bool:
    """Is it a force or body without a will of its own (troops, diplomats), for which whoever tells of it answers?

    An armed group known by its name ("the Rapid Support Forces") answers for itself.
    """
    last = actor.name.lower().split()[-1]
    return actor.kind in ("group", "organisation") and last in lists("forces") and not is_own_master(actor)


def foreign(left: Actor, right: Actor) -> bool:
    """Are both known to belong to different countries?"""
    return left.country is not None and right.country is not None and left.country != right.country


def solid(actor: Actor) -> bool:
    """Is it somebody with a name, who can be dealt with?"""
    return not actor.anonymous and actor.kind not in ("group", "place")


def lemmas(scene: Scene, part: Stretch | None) -> frozenset[str]:
    """The lemmas and words of a stretch, in small letters."""
    if part is None:
        return frozenset()
    tokens = scene.sentence.doc.char_span(*part, alignment_mode="expand")
    return frozenset() if tokens is None else frozenset(w for t in tokens for w in (t.lemma_.lower(), t.lower_))


def replies(verb: Token) -> bool:
    """Is it questions or a letter that are answered, and no blow?"""
    return verb.lemma_ in ("answer", "respond") and any(
        c.dep_ == "dobj" and c.lemma_.lower() in lists("queries") for c in verb.children
    )


def weighs(verb: Token, words: frozenset[str]) -> str | None:
    """Does the action harm or help? The verb decides; where it is neutral, the other words do, harm first."""
    if replies(verb):
        return "aid"
    for name in ("harm", "aid"):
        if verb.lemma_.lower() in lists(name):
            return name
    harm, aid = len(words & lists("harm")), len(words & lists("aid"))
    return "aid" if aid > harm else "harm" if harm else None


def dated(scene: Scene, verb: Token) -> Expression | None:
    """When a verb's deed was done: the expression of time that hangs on it, by itself or behind a preposition."""
    own = [c for c in verb.children if c.dep_ in ("npadvmod", "advmod", "prep")]
    places = [whole(c) for c in own if c.dep_ != "prep" or c.lower_ in ("on", "in", "at")]
    near = (
        e
        for e in scene.parties.passage.expressions
        if scene.sentence.start_char <= e.span.start < scene.sentence.end_char
    )
    return next((e for e in near for start, end in places if start <= e.span.start < e.span.end <= end), None)


def speaker_of(told: Voice | None) -> tuple[Party, ...]:
    """The one who speaks, as a party; nobody where that is open."""
    return ((told.actor, told.span),) if told and told.actor else ()


def whole(token: Token) -> Stretch:
    """The stretch of a token with all that hangs on it."""
    edge = token.right_edge
    return token.left_edge.idx, edge.idx + len(edge.text)
