"""Who did it, to whom, and where: from tokens to actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirecopy.findings.acts import Trigger
from wirecopy.findings.frames import Frame, conjuncts, core, frame, owner, prepositions_of, subject
from wirecopy.findings.lexicon import NounPattern, VerbPattern, classes, grammar, light
from wirecopy.findings.lexicon import nouns as event_nouns
from wirecopy.findings.sides import actors_at, named_place
from wirecopy.model import Actor, Passage, Span
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


# Acts whose object and destination are places too; where one is asked or accused is told by "in" and "at" alone.
PLACED = frozenset({"CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "RETREAT", "SANCTION"})
STATIC = frozenset({"in", "at"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one act as tokens: the doers, and those to whom it is done."""

    who: tuple[Token, ...]
    whom: tuple[Token, ...]


def parties(trigger: Trigger) -> Parties:
    """Where the doers and the others stand. Of what all do to each other, all are doers."""
    pattern = trigger.pattern
    if isinstance(pattern, NounPattern):
        found = _of_noun(trigger.token, pattern, trigger.carrier)
    else:
        found = _of_verb(pattern, trigger.frame or frame(trigger.token))
    if "all" in pattern.marks:
        found = Parties((*found.who, *_apposed(found.who)), found.whom)
        return Parties(_unique((*found.who, *found.whom)), ())
    return Parties(_unique(found.who), tuple(token for token in _unique(found.whom) if token not in found.who))


def _apposed(who: tuple[Token, ...]) -> list[Token]:
    """Headlines join by a comma: "Khan, Singh to speak"."""
    if len(who) != 1 or who[0].pos_ != "PROPN":
        return []
    return [
        c
        for c in who[0].children
        if c.dep_ in ("appos", "conj") and c.pos_ in ("PROPN", "NOUN") and c.i <= who[0].i + 4 and c.dep_ == "appos"
    ]


def aimed_at(trigger: Trigger) -> tuple[Token, ...]:
    """Whom an accusation or a threat without an object is aimed at, by its clauses.

    "alleged that Chad's soldiers had fled" accuses them; "threatened to strike if Mali moved" threatens Mali.
    """
    verb = trigger.token
    told = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp", "dobj")]
    if trigger.pattern.act == "ACCUSE":
        clauses = [child for child in told if child.dep_ == "ccomp"]
    else:
        near = [*verb.children, *(inner for child in told for inner in child.children)]
        clauses = [c for c in near if c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.children)]
    subjects = (subject(clause) for clause in clauses)
    return tuple(one for noun in subjects if noun is not None and noun.pos_ != "PRON" for one in conjuncts(noun))


def _unique(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple({token.i: token for token in tokens}.values())


# ---- of a verb ----------------------------------------------------------------------------------------------------
def _of_verb(pattern: VerbPattern, found: Frame) -> Parties:
    who = conjuncts(found.subject) if found.subject is not None else ()
    whom: list[Token] = []
    own = pattern.object == "class" and "obj" not in pattern.marks
    if found.passive and own and pattern.act == "MOBILIZE" and not who and found.object is not None:
        who = conjuncts(core(found.object))
    if found.object is not None and not own and "nowhom" not in pattern.marks:
        whom += conjuncts(found.object)
    if found.dative is not None and own:
        whom += conjuncts(found.dative)
    if own and found.object is not None and not whom:
        whom += _beside(found.object, pattern)
    if not whom or pattern.object == "none":
        whom += _by_prepositions(found.prepositions, pattern.prepositions)
    if found.passive and pattern.needs_preposition and found.object is not None:
        whom = list(conjuncts(found.object))
    return Parties(who, tuple(whom))


def _by_prepositions(at: dict[str, tuple[Token, ...]], names: Iterable[str]) -> list[Token]:
    wanted = set(names)
    return [one for name, nouns in at.items() if name in wanted for noun in nouns for one in conjuncts(noun)]


def _beside(noun: Token, pattern: VerbPattern) -> list[Token]:
    """The whom inside the object: "sanctions on Minsk", "Minsk's assets"."""
    answers = pattern.act in ("REJECT", "AGREE")
    owners = [c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "amod" and c.ent_type_ == "NORP")]
    if owners and answers:
        return owners
    for one in (noun, core(noun), *conjuncts(noun)[1:]):
        found = _by_prepositions(prepositions_of(one), pattern.prepositions)
        if found:
            return found
    return owners if "back" in pattern.marks else []


def of_occasion(noun: Token, verb: Token) -> tuple[Token, ...]:
    """Who takes part in what a noun names and a verb tells of: "the drills of Chad", "talks are due between A and B"."""
    named = []
    for at in (prepositions_of(noun), prepositions_of(verb)):
        named += _by_prepositions(at, ("between", "of", "by", "with", "among"))
    return _unique((*(one for owner_ in _possessors(noun) for one in owner_), *_peoples(noun), *named))


# ---- of a noun ----------------------------------------------------------------------------------------------------
def _of_noun(noun: Token, pattern: NounPattern, carrier: Token | None) -> Parties:
    at = prepositions_of(noun)
    for other in noun.conjuncts:
        for name, nouns in prepositions_of(other).items():
            at.setdefault(name, nouns)
    if carrier is not None:
        for name, nouns in prepositions_of(carrier).items():
            at.setdefault(name, nouns)
    who = _by_prepositions(at, pattern.who - pattern.whom)
    who = [one for one in who if one.lemma_.lower() not in classes()["arms"]]
    owners = [one for owner_ in _possessors(noun) for one in owner_]
    whom = _by_prepositions(at, pattern.whom)
    if "whom" in pattern.marks and (who or not whom):
        whom += owners or _peoples(noun)
        return Parties(tuple(who), tuple(whom))
    who += owners
    if not who:
        who += _peoples(noun)
    if carrier is None and not who:
        over = noun.head
        if noun.dep_ == "dobj" and over.lemma_.lower() in light()["own"]:
            doer = subject(over)
            who += conjuncts(doer) if doer is not None else ()
    if carrier is None and not who and noun.dep_ == "pobj" and noun.head.lower_ == "with":
        doer = subject(noun.head.head) if noun.head.head.lemma_ in grammar("answers") else None
        who += conjuncts(doer) if doer is not None else ()
    if carrier is None and whom and not who and "all" in pattern.marks:
        doer = _around(noun)
        who += conjuncts(doer) if doer is not None else ()
    if not who:
        who += [one for token in whom for one in _by_prepositions(prepositions_of(token), ("by",))]
    if carrier is not None and carrier.lemma_ in grammar("suffers"):
        sufferer = subject(carrier)
        return Parties(tuple(who), (*whom, *(conjuncts(sufferer) if sufferer is not None else ())))
    if carrier is not None and not who:
        doer = _carried_by(noun, carrier)
        who += conjuncts(doer) if doer is not None else ()
    return Parties(tuple(who), tuple(whom))


def _possessors(noun: Token) -> Iterator[tuple[Token, ...]]:
    """Whose act it is: "Khan's visit"; of "Khan and Singh's call" both, though the parser joins the noun to the first."""
    owners = [child for child in noun.children if child.dep_ == "poss" and child.ent_type_ not in ("DATE", "TIME")]
    yield from (conjuncts(child) for child in owners)
    left = noun.left_edge.i
    if (
        not owners
        and left > 1
        and noun.doc[left - 1].tag_ == "POS"
        and noun.doc[left - 2].ent_type_ not in ("DATE", "TIME")
    ):
        last = noun.doc[left - 2]
        yield (last, last.head) if last.dep_ == "conj" else (last,)


def _peoples(noun: Token) -> list[Token]:
    """The names before a noun: "Russian" attack, "Chad-Mali" talks."""
    before = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i]
    near = [one for child in before for one in child.subtree]
    misread = any(child.dep_ == "dobj" for child in noun.children)  # "Unless Chad attacks Mali"
    if noun.lemma_.lower() in grammar("sited") and not misread:  # "the Paris attacks" were not those of Paris
        near = [one for one in near if one.ent_type_ != "GPE" or one.pos_ != "PROPN" or one.text.isupper()]
    return [one for one in near if one.pos_ == "PROPN" or one.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")]


def _around(noun: Token) -> Token | None:
    """Who held a talk that is told beside another deed: "in a call with Singh, Khan said", "a call in which Khan said"."""
    for child in noun.children:
        if child.dep_ == "relcl" and any(p.dep_ == "prep" and p.lower_ in ("in", "during") for p in child.children):
            return subject(child)
    fallback: Token | None = None
    for over in noun.ancestors:
        clause = over.pos_ in ("VERB", "AUX") or any(child.dep_ == "nsubj" for child in over.children)
        who = subject(over) if clause else None
        if who is not None and who.pos_ in ("VERB", "AUX"):
            who = subject(who)
        if who is None or who.tag_ in ("WP", "WDT", "EX") or _is_talk(who):
            continue
        owners = [child for child in who.children if child.dep_ == "poss"] if who.pos_ == "NOUN" else []
        if owners or who.pos_ != "PRON":
            return owners[0] if owners else who
        fallback = fallback or who
    return fallback


def _is_talk(noun: Token) -> bool:
    """Whether a word names a talk itself, by whomever: "their call came days after talks with Chad"."""
    names = (noun, *noun.conjuncts)
    return any(
        one.pos_ == "NOUN" and any(p.act == "CONSULT" for p in event_nouns().get(one.lemma_, ())) for one in names
    )


def _carried_by(noun: Token, carrier: Token) -> Token | None:
    if carrier.head.i == noun.i and carrier.dep_ in ("acl", "relcl"):
        agent = prepositions_of(carrier).get("by", ())
        return agent[0] if agent else subject(carrier)
    doer = subject(carrier)
    if doer is not None and (doer.i == noun.i or noun in doer.conjuncts):
        agent = prepositions_of(carrier).get("by", ())
        return agent[0] if agent else None
    return doer if doer is not None else owner(noun)


def places(passage: Passage, trigger: Trigger) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """The places of an act, with their spans: locative phrases of its verb, of its noun and of its object."""
    heads = [trigger.token, *([trigger.carrier] if trigger.carrier is not None else [])]
    over = trigger.token.head.head
    if trigger.token.head.lower_ == "for" and over.lemma_ in load("appointments")["travel"]:  # "flew to Lima for talks"
        heads.append(over)
    placed = trigger.pattern.act in PLACED
    taken = trigger.pattern.act in ("COERCE", "ASSAULT")
    if placed and trigger.frame is not None and trigger.frame.object is not None and not trigger.frame.passive:
        heads.append(trigger.frame.object)
    actors: dict[str, Actor] = {}
    spans: list[Span] = []
    for noun in _locative(
        heads, (grammar("locative") - {"from"} if taken else grammar("locative")) if placed else STATIC
    ):
        for actor in actors_at(passage, noun) or named_place(passage, noun):
            if actor.kind in ("place", "state") and actor.id not in actors:
                actors[actor.id] = actor
                spans.append(passage.span(noun))
    return tuple(actors.values()), tuple(spans)


def _locative(heads: Sequence[Token], names: frozenset[str]) -> Iterator[Token]:
    for head in heads:
        for name, nouns in prepositions_of(head).items():
            if name in names:
                for noun in nouns:
                    yield noun
                    for inner, more in prepositions_of(noun).items():
                        if inner in grammar("locative") or inner == "of":
                            yield from more
