"""Threats, charges and refusals that lie in what is said: "said that Chad would pay a heavy price", "that it is plotting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.findings.acts.nouns import conjuncts
from wirecopy.findings.acts.subjects import SUBJECTS
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMED = frozenset({"GPE", "ORG", "NORP", "PERSON"})
FUTURE = frozenset({"will", "would", "'ll", "’ll"})


def menaced(verb: Token) -> Token | None:
    """Of whom a verb of saying says that he will suffer for something; None where it says no such thing."""
    for clause in (child for child in verb.children if child.dep_ == "ccomp"):
        if _is_future(clause) and clause.lemma_ in grammar("retorts") and (whom := _answered(clause)) is not None:
            return whom
    for clause, doer in _clauses(verb):
        if not _is_future(clause):
            continue
        if clause.lemma_ in grammar("retorts") and (whom := _who_may(clause)) is not None:
            return whom
        if not _object(clause) & grammar("punishment"):
            continue
        if clause.lemma_ in grammar("suffering"):
            return doer
        if clause.lemma_ in grammar("inflicting"):
            return _at_whom(clause)
    return None


def _at_whom(clause: Token) -> Token | None:
    """On whom costs are imposed, or on whose misdeed: "would impose costs if Chad invaded"."""
    who = _who_may(clause)
    if who is not None:
        return who
    at = prepositions_of(clause)
    found = at.get("on") or [one for child in clause.children for one in prepositions_of(child).get("on", ())]
    return next((one for one in found if one.ent_type_ in NAMED), None)


def _who_may(clause: Token) -> Token | None:
    """Who would do what the clause is to follow on: "would respond if Chad invaded"."""
    for child in clause.children:
        if child.dep_ == "advcl" and any(one.lower_ in ("if", "should") for one in child.children):
            who = next((one for one in child.children if one.dep_ in SUBJECTS), None)
            if who is not None and who.pos_ in ("NOUN", "PROPN"):
                return who
    return None


def _is_future(clause: Token) -> bool:
    future = any(child.dep_ == "aux" and child.lower_ in FUTURE for child in clause.children)
    return future and not any(child.dep_ == "neg" for child in clause.children)


def _answered(clause: Token) -> Token | None:
    """What somebody would answer in kind or by force: "would respond in kind to the expulsions"; else the verb of it."""
    at = prepositions_of(clause)
    means = {noun.lemma_.lower() for name in ("in", "with") for noun in at.get(name, ())} & grammar("in_kind")
    harsh = any(child.lower_ in grammar("harshly") for child in clause.children)
    return at.get("to", (clause,))[0] if means or harsh else None


def charged(verb: Token) -> Token | None:
    """Of whom a verb of saying says that he plots, prepares a pretext or broke a treaty; nobody does of himself."""
    for clause, doer in _clauses(verb):
        if any(child.dep_ == "neg" or child.tag_ == "MD" for child in clause.children):
            continue
        planned = {child.lemma_ for child in clause.children if child.dep_ == "xcomp"} & grammar("plotted")
        prepared = clause.lemma_ in grammar("preparing") and (planned or _object(clause) & grammar("pretexts"))
        bound = classes()["pact"] | grammar("rules") | grammar("binding_words")
        broken = clause.lemma_ in grammar("breaking") and _object(clause) & bound
        if clause.lemma_ in grammar("plotting") or prepared or broken:
            return doer
    return None


def turned_down(verb: Token) -> Token | None:
    """The demand of which a verb of saying says that it is unacceptable."""
    for clause in (child for child in verb.children if child.dep_ == "ccomp" and child.lemma_ == "be"):
        called = {child.lemma_.lower() for child in clause.children if child.dep_ in ("acomp", "attr")}
        denied = any(child.dep_ == "neg" for child in clause.children)
        what = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
        if what is not None and not denied and called & grammar("unacceptable") and what.lemma_ in classes()["demand"]:
            return what
    return None


def _object(clause: Token) -> frozenset[str]:
    """The lemmas of a verb's objects, what stands before them included: "a heavy price", "a false-flag operation"."""
    nouns = [noun for child in clause.children if child.dep_ == "dobj" for noun in conjuncts(child)]
    near = (one for noun in nouns for one in (noun, *noun.children))
    return frozenset(one.lemma_.lower() for one in near)


def _clauses(verb: Token) -> list[tuple[Token, Token]]:
    """What a verb says, each clause with its subject, where that is a party; the clause may stand around its teller."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    around = verb.dep_ == "parataxis" and _is_person(verb)
    found = []
    for clause in [*clauses, verb.head] if around else clauses:
        doer = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
        if doer is not None and (_is_party(doer) or (around and doer.lower_ in ("it", "they"))):
            found.append((clause, doer))
    return found


def _is_party(doer: Token) -> bool:
    named = doer.ent_type_ in NAMED or doer.lemma_.lower() in load("acts/parties")
    return doer.pos_ in ("NOUN", "PROPN") and named


def _is_person(verb: Token) -> bool:
    """Whether a person tells: then "it" is somebody else."""
    who = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return who is not None and (who.lower_ in ("he", "she") or who.ent_type_ == "PERSON")
