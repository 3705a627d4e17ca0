"""To whom an act is done where another sentence tells it: whose demand is refused, against whom the sanctions are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.acts import Trigger
from wirecopy.findings.frames import conjuncts, prepositions_of, subject
from wirecopy.findings.lexicon import VerbPattern
from wirecopy.findings.sides import actors_at
from wirecopy.findings.standins import listed
from wirecopy.model import Actor, Passage
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_REACH = 6  # sentences: two paragraphs
BODIES = ("state", "organisation", "office")


def told_beyond(passage: Passage, trigger: Trigger, who: tuple[Actor, ...]) -> tuple[Token, ...]:
    """Where those stand whom a bare refusal or bare sanctions reach: in the words before, or in the next sentence.

    Nobody where the words name two that it could be, or the doer himself.
    """
    if trigger.pattern.act == "REJECT":
        return _first(passage, who, _makers(trigger))
    if trigger.pattern.act == "COERCE" and trigger.pattern.mode == "restrict":
        return _first(passage, who, _targets(trigger))
    return ()


def _first(passage: Passage, who: tuple[Actor, ...], places: Iterator[list[Token]]) -> tuple[Token, ...]:
    """Those of the nearest place that names anybody, if it names one side only, and not the doer's."""
    own = {actor.id for actor in who} | {actor.country for actor in who if actor.country}
    for tokens in places:
        meant = [(token, actors_at(passage, token)) for token in tokens]
        known = [(token, actors) for token, actors in meant if actors]
        if not known:
            continue
        actors = {actor.id: actor for _, several in known for actor in several}
        sure = len({actor.country or actor.id for actor in actors.values()}) == 1
        strange = all(a.kind in (*BODIES, "person") and not a.anonymous for a in actors.values())
        other = not own & {key for a in actors.values() for key in (a.id, a.country)}
        return (known[-1][0],) if sure and strange and other else ()
    return ()


# ---- whose words are rejected ---------------------------------------------------------------------------------------
@cache
def _raised() -> dict[str, frozenset[str]]:
    """The verbs by which what a noun names was put forward."""
    return {noun: frozenset(verbs) for noun, verbs in load("participants")["raised"].items()}


def _makers(trigger: Trigger) -> Iterator[list[Token]]:
    """Who put forward what is rejected, in the words before it and in the sentence before."""
    verbs = _verbs_of(trigger)
    goods = trigger.frame.object if trigger.frame is not None else None
    clauses = [child for child in goods.children if child.dep_ == "relcl"] if goods is not None else []
    yield [who for one in clauses if one.lemma_ in listed("raising") and (who := subject(one)) is not None]
    if not verbs:
        return
    own = load("participants")["put"].get(goods.lemma_.lower()) if goods is not None else None
    for back, stretch in enumerate(_before(trigger.token)):
        if back > 1:
            verbs = frozenset((own,)) if own else frozenset()
        found = [
            who
            for verb in stretch
            if verb.pos_ == "VERB"
            and verb.lemma_.lower() in verbs
            and verb.i not in {t.i for t in trigger.tokens}
            and not any(child.dep_ == "neg" for child in verb.children)
            if (who := subject(verb)) is not None
        ]
        yield found


def _verbs_of(trigger: Trigger) -> frozenset[str]:
    """By which verbs it was put forward: by what names it, or any where nothing or "it" does; none where it is told here."""
    verb = trigger.token
    if not isinstance(trigger.pattern, VerbPattern) or trigger.frame is None:
        return frozenset()
    goods = trigger.frame.object
    if goods is None:
        told = any(
            child.dep_ in ("xcomp", "ccomp", "prep", "prt") and child.i > verb.i and not _dates(child)
            for child in verb.children
        )
        return frozenset() if told or trigger.frame.passive else listed("refusable")
    if goods.lower_ in ("it", "this", "that", "both"):
        return listed("raising")
    bare = [child.lower_ in ("the", "this", "that", "these", "those") for child in goods.children]
    return _raised().get(goods.lemma_.lower(), frozenset()) if bare and all(bare) else frozenset()


def _dates(link: Token) -> bool:
    return any(one.ent_type_ in ("DATE", "TIME") for one in link.children)


def _before(token: Token) -> Iterator[Tokens]:
    """The words of a sentence before a token, and the sentences before it, latest first."""
    start = token.sent.start
    yield token.doc[start : token.i]
    for _ in range(_REACH):
        if not start:
            return
        sentence = token.doc[start - 1].sent
        yield sentence
        start = sentence.start


# ---- against whom penalties are -------------------------------------------------------------------------------------
def _targets(trigger: Trigger) -> Iterator[list[Token]]:
    """Against whom: who would bring them on himself, then at whom the sentence itself, the next or the last aims any."""
    verb = trigger.carrier or trigger.token
    yield [who for clause in _conditions(verb) if (who := subject(clause)) is not None and who.pos_ != "PRON"]
    sentence = verb.sent
    doc = verb.doc
    yield list(_aimed(sentence))
    if sentence.end < len(doc):
        yield list(_aimed(doc[sentence.end].sent))
    if sentence.start:
        yield list(_aimed(doc[sentence.start - 1].sent))


def _conditions(verb: Token) -> list[Token]:
    """The clauses of what would bring a deed about: "if Chad attacks, there will be sanctions"."""
    over = (
        verb,
        *(child for child in verb.children if child.dep_ == "relcl"),
        *((verb.head,) if verb.pos_ == "NOUN" else ()),
    )
    return [
        child
        for one in over
        for child in one.children
        if child.dep_ == "advcl"
        and any(one.lower_ in ("if", "should") and one.dep_ in ("mark", "aux") for one in child.children)
    ]


def _aimed(sentence: Tokens) -> Iterator[Token]:
    """Those against whom a sentence says that penalties are, or are prepared."""
    for noun in sentence:
        if noun.lemma_.lower() not in listed("penalties") or noun.pos_ != "NOUN":
            continue
        heads = [noun, *(child for child in noun.children if child.dep_ in ("acl", "relcl"))]
        heads += [noun.head] if noun.head.pos_ == "VERB" and noun.dep_ in ("dobj", "nsubj", "nsubjpass") else []
        for head in heads:
            at = prepositions_of(head)
            names = (
                ("against",)
                if head.pos_ == "VERB" and head.lemma_ not in ("aim", "direct", "impose", "target")
                else ("against", "on", "at")
            )
            for name in names:
                yield from (one for first in at.get(name, ()) for one in conjuncts(first) if one.pos_ == "PROPN")
            if head.lemma_ in ("target", "hit") and head.pos_ == "VERB":
                yield from (child for child in head.children if child.dep_ == "dobj" and child.pos_ == "PROPN")
