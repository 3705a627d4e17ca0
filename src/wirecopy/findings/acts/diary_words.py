"""The words of a diary: nouns for what is held, verbs that arrange, hold, move or cancel it (`words/appointments.yml`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import nouns
from wirecopy.findings.acts.nouns import named_by
from wirecopy.findings.acts.subjects import is_passive
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

# Acts that are told by when and where they took place.
TAKES_PLACE = frozenset({"CONSULT", "PROTEST", "MOBILIZE", "ASSAULT"})


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words/appointments.yml` as a set."""
    return frozenset(load("appointments")[name])


@cache
def acts() -> dict[str, str | None]:
    """The act of each noun for an occasion."""
    groups: dict[str, list[str]] = load("appointments")["occasions"]
    return {noun: None if act == "other" else act for act, listed_nouns in groups.items() for noun in listed_nouns}


def act_of(noun: Token) -> str | None:
    """The act of an occasion; the stage of an exercise is one too: "a stage with live firing"."""
    lemma = noun.lemma_.lower()
    return "MOBILIZE" if is_stage(noun) else acts()[lemma]


def is_stage(noun: Token) -> bool:
    """Whether it is a part of an exercise by the words around it, which tell nobody's."""
    near = {child.lower_ for child in noun.subtree if child.head.i == noun.i or child.head.head.i == noun.i}
    return noun.lemma_.lower() in listed("stages") and bool(near & listed("firing"))


def deed_name(verb: Token) -> str | None:
    """What a deed that is no act is called, by its verb, else by its object: a vote, a reply, a debate; None for others."""
    objects = [thing.lemma_.lower() for thing in things_of(verb)]
    return next((name for word in (verb.lemma_.lower(), *objects) if (name := _deed_names().get(word))), None)


def things_of(verb: Token) -> list[Token]:
    """What a verb is done with; of "will give Chad written answers" too, where the parser joins "written" to the verb."""
    misread = (child for child in verb.children if child.dep_ in ("conj", "ccomp") and child.tag_ == "VBN")
    near = (one for one in misread if not any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in one.children))
    return [child for top in (verb, *near) for child in top.children if child.dep_ == "dobj"]


@cache
def _deed_names() -> dict[str, str]:
    groups: dict[str, list[str]] = load("appointments")["deeds"]
    return {word: name for name, words in groups.items() for word in words}


def occasions(act: str) -> frozenset[str]:
    """The nouns (lemmas) for occasions of an act."""
    return frozenset(noun for noun, known in acts().items() if known == act)


def with_particle(verb: Token) -> str:
    """A verb's lemma with its particle: "call off", "bring forward" (which the parser may take for an adverb)."""
    near = [child for child in verb.children if child.i == verb.i + 1 and child.dep_ == "advmod"]
    particles = [child for child in verb.children if child.dep_ == "prt"] or [
        child for child in near if child.lower_ in listed("particles")
    ]
    return " ".join([verb.lemma_.lower(), *(child.lower_ for child in particles)])


def is_changed(verb: Token) -> bool:
    """Whether a verb moves an occasion or takes it off the diary: "was put back", "is off"."""
    return with_particle(verb) in listed("moved") | listed("cancelled") or is_off(verb)


def is_off(be: Token) -> bool:
    """ "The summit is off as well"."""
    return be.lemma_ == "be" and any(c.lower_ == "off" and not list(c.children) for c in be.children)


def was_proposed(verb: Token) -> bool:
    """Whether an occasion had been proposed for a day before it was held on another: "had been proposed for Monday"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return (
        verb.lemma_ in listed("proposed")
        and helpers >= {"had", "been"}
        and any(child.lower_ == "for" for child in verb.children)
    )


def is_held(verb: Token) -> bool:
    if verb.lemma_ == "take":
        return any(child.lower_ == "place" for child in verb.children)
    if verb.lemma_ == "be":  # "a session is due in Cairo on Thursday"
        return any(child.dep_ == "acomp" and child.lower_ in listed("due") for child in verb.children)
    return verb.lemma_ in listed("held")


def is_plan(clause: Token, noun: Token) -> bool:
    """Whether a clause that the parser hangs on another noun tells of an occasion.

    "The talks with Mali, Chad's foe, that are planned"; "consultations on guarantees, which took place in Oslo": only
    what is no occurrence itself leaves the clause to the occasion before it.
    """
    if clause.dep_ not in ("relcl", "acl") or noun not in clause.ancestors:
        return False
    placed = clause.lemma_ == "take" and is_held(clause) and _is_relative(clause) and not _occurs(clause.head)
    return arranges(clause) or placed


def arranger(verb: Token) -> Token | None:
    """The verb that plans a deed, with which its day may stand: "On Monday Khan is scheduled to speak", "is due to"."""
    over = verb.head
    if verb.dep_ != "xcomp" or over.lemma_.lower() not in listed("arranged") | listed("due"):
        return None
    if over.pos_ == "ADJ":
        return over.head
    return over if is_passive(over) else None


def arranges(clause: Token) -> bool:
    """Whether a clause plans what it is said of: "that is expected on Monday", not "that voters are expected to use"."""
    deeds = (child for child in clause.children if child.dep_ == "xcomp" and child.pos_ == "VERB")
    return clause.lemma_ in listed("arranged") and all(is_held(deed) for deed in deeds)


def _is_relative(clause: Token) -> bool:
    """Whether the clause is said of the noun itself: "which took place", not "whose vote took place"."""
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("which", "that") for child in clause.children)


def _occurs(noun: Token) -> bool:
    """Whether a noun is what takes place: a massacre, a march, a vote; a guarantee is none."""
    patterns = nouns().get(named_by(noun), ())
    return noun.lemma_.lower() in acts() or any(pattern.act in TAKES_PLACE for pattern in patterns)


def is_part(noun: Token) -> bool:
    """Whether an occasion is told by the noun before it: the talks of "the third round of talks"."""
    over = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and over.lemma_.lower() in acts()
