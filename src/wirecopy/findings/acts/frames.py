"""The clause of a verb: its subject, object and prepositions, also where they stand in another clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar, verbs
from wirecopy.findings.acts.subjects import RELATIVES, SUBJECTS, antecedent, is_passive, subject

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """Who does what to whom in one clause, as tokens. `prepositions` maps a preposition to its objects."""

    subject: Token | None
    object: Token | None
    dative: Token | None
    prepositions: dict[str, tuple[Token, ...]]
    passive: bool


def frame(verb: Token) -> Frame:
    """The frame of a verb: arguments of its own, else those that grammar lends it."""
    passive = is_passive(verb)
    surface = subject(verb)
    doubled = [child for child in verb.children if child.dep_ == "dobj"]
    if len(doubled) == 2 and any(
        child.text == "," and doubled[0].i < child.i < doubled[1].i for child in verb.children
    ):
        del doubled[1:]  # "accuses Chad of theft, an accusation that Chad rejects"
    told = doubled[0] if doubled else _of_small_clause(verb) or _in_headline(verb)
    dative = next((child for child in verb.children if child.dep_ == "dative"), None)
    if dative is None and len(doubled) == 2 and doubled[0].pos_ in ("PROPN", "PRON"):
        dative, told = doubled
    if dative is not None and dative.pos_ == "ADP":
        dative = None
    if told is not None and told.lower_ in RELATIVES:
        told = antecedent(verb) or _noun_before(told) or told
    if told is None and not passive and dative is None:
        told = _shared_object(verb) or _so_called(verb)
    if told is None and verb.dep_ == "relcl" and not passive and _gapped(verb):
        told = verb.head
    prepositions = prepositions_of(verb)
    if told is not None and told.i < verb.i and (link := _stranded(verb)) is not None:
        prepositions = {**prepositions, link.lower_: (told,)}  # "a halt, which Chad had asked for"
        told = None
    if not passive:
        return Frame(surface, told, dative, prepositions, False)
    by = _agents(verb) or _agents(_joined_participle(verb))
    kept = None if verb.dep_ == "acl" and any(c.dep_ == "prt" for c in verb.children) else told or dative
    return Frame(by[0] if by else None, surface, kept, prepositions, True)


def _stranded(verb: Token) -> Token | None:
    """The "for" that a verb of asking leaves behind its relative clause."""
    links = (child for child in verb.children if child.lower_ == "for" and child.dep_ == "prep")
    alone = (link for link in links if not any(child.dep_ in ("pobj", "pcomp") for child in link.children))
    return (
        next(alone, None)
        if verb.dep_ == "relcl" and verb.lemma_ in ("ask", "call", "press", "push", "appeal")
        else None
    )


def _in_headline(verb: Token) -> Token | None:
    """ "Premier visits Ankara", "calls off protest": an object without an article that the parser takes for a gloss."""
    behind = (child for child in verb.children if child.i > verb.i and child.dep_ in ("npadvmod", "oprd"))
    goods = next((child for child in behind if child.pos_ in ("NOUN", "PROPN")), None)
    if goods is None or goods.ent_type_ in ("DATE", "TIME") or verb.tag_ not in ("VBZ", "VBP"):
        return None
    name = goods.dep_ == "npadvmod" and goods.ent_type_ == "GPE" and goods.i == verb.i + 1
    moved = goods.dep_ == "oprd" and goods.i == verb.i + 2 and verb.nbor().dep_ == "prt"
    return goods if name or moved else None


def _noun_before(relative: Token) -> Token | None:
    """ "the 3,000 soldiers or so whom Khan ordered": the noun close before a relative word that the parser leaves alone."""
    near = relative.doc[max(relative.sent.start, relative.i - 4) : relative.i]
    return next((one for one in reversed(near) if one.pos_ in ("NOUN", "PROPN")), None)


def _so_called(verb: Token) -> Token | None:
    """ "announced what it called a general strike": the thing, by the name that somebody gives it."""
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.lemma_ in grammar("naming"))
    clause = next((c for c in clauses if any(one.lower_ == "what" and one.dep_ == "dobj" for one in c.children)), None)
    named = (child for child in clause.children if child.dep_ in ("oprd", "attr")) if clause is not None else ()
    return next((child for child in named if child.pos_ == "NOUN"), None)


def _shared_object(verb: Token) -> Token | None:
    """ "shelled and burned the town": the object stands with the last of the verbs."""
    joined = next((child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB"), None)
    if joined is None or joined.i > verb.i + 4 or any(child.dep_ in ("prep", "prt") for child in verb.children):
        return None
    return next((child for child in joined.children if child.dep_ == "dobj"), None)


def _agents(verb: Token | None) -> list[Token]:
    """By whom it is done in the passive."""
    links = (child for child in verb.children if child.dep_ == "agent") if verb is not None else ()
    return [noun for link in links for noun in link.children if noun.dep_ == "pobj"]


def _joined_participle(verb: Token) -> Token | None:
    """ "were shot at and detained by troops": the participle right behind, of harm too, which has the doer of both."""
    own = {"nsubj", "nsubjpass", "aux", "auxpass"}
    joined = (child for child in verb.children if child.dep_ == "conj" and child.tag_ == "VBN" and _harms(child))
    near = (one for one in joined if one.i <= verb.i + 4 and not any(c.dep_ in own for c in one.children))
    return next(near, None)


def _harms(verb: Token) -> bool:
    """Whether a verb names harm by itself, whoever is its object: "detained", not "taken to hospital"."""
    lines = (one for one in verbs().get(verb.lemma_.lower(), ()) if one.act in ("ASSAULT", "COERCE"))
    return any(not one.particle and (one.object == "some" or "man" in one.nouns) for one in lines)


def _of_small_clause(verb: Token) -> Token | None:
    """ "found Khan guilty", "let Khan go", "ordered Khan jailed": the parser makes the object the subject of the rest."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i and _is_bare(child, verb.lemma_.lower()):
            own = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass") and verb.i < c.i < child.i), None)
            if own is not None:
                return own
    return None


def _is_bare(clause: Token, over: str) -> bool:
    """Whether a clause has no tense of its own: an adjective, a participle, or an infinitive after a verb that wants one."""
    if any(c.tag_ == "MD" or c.dep_ in ("mark", "auxpass") for c in clause.children):
        return False
    if clause.tag_ == "VB":
        return over in grammar("object_control")
    return clause.pos_ == "ADJ" or (clause.tag_ == "VBN" and not any(c.dep_ == "aux" for c in clause.children))


def _gapped(verb: Token) -> bool:
    """Whether a relative clause has room for its antecedent as object: "the sanctions (that) Europe imposed"."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return (
        bool(subjects)
        and subjects[0].lower_ not in RELATIVES
        and not any(
            child.dep_ in ("ccomp", "dobj") or child.lower_ in ("when", "where", "whose") for child in verb.children
        )
    )


def prepositions_of(head: Token) -> dict[str, tuple[Token, ...]]:
    """The objects of the prepositions that hang on a verb or noun, by preposition in lower case."""
    found: dict[str, tuple[Token, ...]] = {}
    for child in head.children:
        if child.dep_ in ("prep", "dative", "agent", "prt", "advmod") and child.pos_ in ("ADP", "SCONJ", "ADV"):
            for name, nouns in _chain(child):
                found[name] = (*found.get(name, ()), *nouns)
    return found


def _chain(preposition: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    nouns = tuple(child for child in preposition.children if child.dep_ in ("pobj", "pcomp"))
    if nouns:
        yield preposition.lower_, nouns
    for child in preposition.children:
        if child.dep_ in ("prep", "conj") and child.pos_ in ("ADP", "SCONJ"):
            yield from _chain(child)
