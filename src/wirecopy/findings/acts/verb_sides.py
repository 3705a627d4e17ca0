"""Whether those around a verb are such as its line wants: armed, of forces, several, keeping a peace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import Frame, prepositions_of
from wirecopy.findings.acts.lexicon import VerbPattern, classes, grammar
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.verb_objects import deed_of, has_to, with_compounds

if TYPE_CHECKING:
    from spacy.tokens import Token


def sends(order: Token, line: VerbPattern) -> bool:
    """Whether what is ordered is to move forces: "ordered the ministry to send troops"."""
    deed = deed_of(order, line)
    moved = (child for child in deed.children if child.dep_ == "dobj") if deed is not None else ()
    return any(is_of_forces(child) for child in moved)


def is_of_forces(noun: Token) -> bool:
    heads = {one.lemma_.lower() for word in conjuncts(noun) for one in with_compounds(core(word))}
    heads |= {child.lemma_.lower() for child in noun.children if child.dep_ == "poss"}  # "its troops' mission"
    return bool(heads & classes()["troops"])


def striker(line: VerbPattern, found: Frame) -> Token | None:
    """Who does what somebody comes under or falls to: "came under fire from the rebels", "fell to the rebels"."""
    names = line.prepositions if line.object == "none" else frozenset({"from", "by"})
    return next((nouns[0] for name, nouns in found.prepositions.items() if name in names), None)


def is_suffered(line: VerbPattern, found: Frame) -> bool:
    """Whether a place, a site or an armed side can come under fire or fall: a bill comes under fire in words."""
    who, by = found.subject, striker(line, found)
    if who is None or (line.object == "none" and (by is None or not are_armed(replace(found, subject=by)))):
        return False
    heads = {core(one).lemma_.lower() for one in conjuncts(who)}
    if who.ent_type_ in ("GPE", "LOC", "FAC") or heads & (
        classes()["site"] | classes()["troops"] | grammar("guardians")
    ):
        return True
    return who.pos_ == "PROPN" and not who.ent_type_ and by is not None and are_armed(replace(found, subject=by))


def are_armed(found: Frame) -> bool:
    """Whether those who do it bear arms, or are a state: 40,000 people who cross a border flee."""
    who = found.subject
    if who is None:
        return False
    heads = {core(one).lemma_.lower() for one in conjuncts(who)}
    armoured = any(child.lower_ in grammar("armoured") for child in who.children)  # "armoured columns"
    bearing = classes()["troops"] | classes()["arms"] | grammar("rebels")
    return armoured or bool(heads & bearing) or who.ent_type_ == "GPE"


def is_virtual(blow: Token) -> bool:
    """Whether what strikes does so through a network: hackers, malware, "a denial-of-service attack"."""
    near = (blow, *(child for child in blow.children if child.dep_ in ("amod", "compound", "nmod")))
    return any(one.lemma_.lower() in grammar("virtual") for one in near)


def is_joint(found: Frame) -> bool:
    """Whether what is held is held together: "joint exercises"."""
    heads = conjuncts(found.object) if found.object is not None else ()
    return any(child.lower_ in grammar("joint") for head in heads for child in head.children)


def keeps_peace(found: Frame) -> bool:
    """Whether those who come, or what they take part in, keep a peace: peacekeepers, a peacekeeping mission."""
    near = [found.subject, found.object, *(noun for nouns in found.prepositions.values() for noun in nouns)]
    parts = (part for noun in near if noun is not None for part in (noun, *noun.children))
    return any(part.lemma_.lower().startswith("peacekeep") for part in parts)


def are_several(found: Frame) -> bool:
    """Whether more than one does it: "Khan and Singh spoke", "the two leaders spoke"."""
    who = found.subject
    if who is None:
        return False
    listed = who.pos_ == "PROPN" and any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in who.children)
    if len(conjuncts(who)) > 1 or listed:
        return True
    if who.tag_ == "NNS" and any(grand.dep_ == "conj" for child in who.children for grand in child.children):
        return True
    if who.tag_ == "NNS" and any(len(conjuncts(one)) > 1 for one in prepositions_of(who).get("of", ())):
        return True  # "the ministers of Chad and Mali"
    return who.tag_ in ("NNS", "PRP") and (
        who.lower_ == "they" or any(child.lower_ in ("two", "both", "three") for child in who.children)
    )


def is_person(token: Token, found: Frame) -> bool:
    """Whether the object is a person by name and nothing is said of him ("called Khan", not "called Khan a friend")."""
    if found.object is None or any(child.dep_ in ("oprd", "attr", "ccomp") for child in token.children):
        return False
    host = found.subject if found.passive and token.lemma_ == "receive" else None
    if host is not None and found.object.lower_ in ("he", "she"):
        return host.ent_type_ == "PERSON"  # "on Monday he was received by Khan"
    return found.object.ent_type_ == "PERSON"


def are_workers(found: Frame) -> bool:
    """Whether those who do it work for somebody, so that they strike: "pilots refused to fly"."""
    who = found.subject
    return who is not None and bool({core(one).lemma_.lower() for one in conjuncts(who)} & grammar("workers"))


def is_shown_out(told: Token, found: Frame) -> bool:
    """Whether those who are told to leave are another's: "told two envoys to leave", not "told its staff to leave"."""
    own = found.object is not None and any(one.tag_ == "PRP$" for one in found.object.subtree)
    return not own and any(
        has_to(one) and one.lemma_ in grammar("leaves")
        for one in (c for c in told.children if c.dep_ in ("ccomp", "xcomp", "advcl"))
    )


def is_ultimatum(given: Token) -> bool:
    """Whether somebody is given a time in which to do something: "gave Chad a week to leave", "until May to leave"."""
    times = [child for child in given.children if child.dep_ in ("dobj", "npadvmod")]
    times += [g for c in given.children if c.lower_ in ("until", "till") for g in c.children if g.dep_ == "pobj"]
    timed = [time for time in times if time.ent_type_ in ("DATE", "TIME") and time.i > given.i]
    clauses = (c for one in (given, *timed) for c in one.children if c.dep_ in ("xcomp", "advcl", "acl", "relcl"))
    return bool(timed) and any(has_to(clause) and clause.i > timed[0].i for clause in clauses)


def gives_way(found: Frame) -> bool:
    """Whether those who flee bore arms or held an office; whoever else flees is only one of those who suffer."""
    who = found.subject
    if who is None or found.passive:
        return False
    heads = {core(one).lemma_.lower() for one in conjuncts(who)}
    return bool(heads & (classes()["troops"] | grammar("fleers"))) or who.ent_type_ == "PERSON"


def speaks_for(whom: Token | None) -> bool:
    """Whether one told something is a person by name or stands for a side, not "reporters" or an agency."""
    if whom is None:
        return False
    unknown = whom.pos_ == "PROPN" and not whom.ent_type_ and whom.text.istitle()  # a name that the parser doesn't know
    return unknown or whom.ent_type_ == "PERSON" or whom.lemma_.lower() in grammar("pairs")
