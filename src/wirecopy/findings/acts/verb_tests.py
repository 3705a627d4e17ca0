"""Whether a verb with all that stands around it names the act of a line of `words/acts/verbs.yml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wirecopy.findings.acts.diary_words import was_proposed
from wirecopy.findings.acts.elections import is_of_election
from wirecopy.findings.acts.figures_of_speech import is_figure, is_of_words, measures_other
from wirecopy.findings.acts.frames import Frame, frame, prepositions_of
from wirecopy.findings.acts.lexicon import VerbPattern, classes, grammar, nouns
from wirecopy.findings.acts.mood import negated
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.said import asks, blamed
from wirecopy.findings.acts.subjects import SUBJECTS
from wirecopy.findings.acts.uttered import charged, menaced, turned_down
from wirecopy.findings.acts.verb_objects import (
    deed_of,
    has_to,
    is_of_class,
    is_untensed,
    named_prepositions,
    oblique_of,
    particles_of,
)
from wirecopy.findings.acts.verb_sides import (
    are_armed,
    are_several,
    are_workers,
    gives_way,
    is_joint,
    is_of_forces,
    is_person,
    is_shown_out,
    is_suffered,
    is_ultimatum,
    is_virtual,
    keeps_peace,
    sends,
    speaks_for,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def fits(token: Token, line: VerbPattern, found: Frame) -> bool:
    if line.particle and not particles_of(token, line.particle):
        return False
    if line.object == "class" and not (found.object is not None and is_of_class(found.object, line)):
        return False
    if (
        line.act == "ASSAULT"
        and found.object is not None
        and (is_of_words(found.object) or is_figure(found.object) or measures_other(found.object))
    ):
        return False
    if line.object == "doer" and not _done_by(found, line):
        return False
    if line.object == "oblique" and not oblique_of(token, line, found):
        return False
    if line.object == "deed" and deed_of(token, line) is None:
        return False
    if line.object == "some" and found.object is None:
        return False
    if "agent" in line.marks and found.passive and found.subject is None:
        return False
    if line.mode == "visit" and found.passive and token.lemma_ != "receive":  # "were flown to Qatar" visited nobody
        return False
    hurled = found.prepositions.get("with", ()) if line.act == "ASSAULT" else ()
    if any(core(one).lemma_.lower() in grammar("hurled") for one in hurled):  # "bombarded him with questions"
        return False
    if line.act == "ASSAULT" and token.lemma_ == "fight" and "over" in found.prepositions:
        return False
    if token.lemma_ == "let" and found.object is not None and found.object.lemma_.lower() in nouns():
        return False  # "let sanctions go into force" frees nobody
    if line.act == "COERCE" and token.lemma_ == "clear" and _absolves(found):
        return False
    if _is_other_act(token, line, found):
        return False
    if line.act == "SUPPORT" and token.lemma_ == "vote" and "against" in found.prepositions:
        return False
    if "paper" in line.marks and (negated(token) or negated(token.head)):
        return False
    if line.object == "none" and found.object is not None and not found.passive:
        return False
    if line.needs_preposition and not named_prepositions(token, line, found):
        return False
    return is_tested(token, line, found)


def _is_other_act(token: Token, line: VerbPattern, found: Frame) -> bool:
    """Whether the words around a verb make another act, or none, of what its line names."""
    fleet = found.object is not None and core(found.object).lemma_.lower() in grammar("formations")
    if fleet and line.act in ("PROTEST", "ASSAULT") and line.object == "class" and "obj" not in line.marks:
        return True  # "ordered a carrier strike group to the Gulf"
    if line.act in ("CONCEDE", "RETREAT", "ASSAULT", "REJECT", "MOBILIZE") and is_of_election(token, found):
        return True  # "ended his campaign for the nomination"
    if line.act == "CONSULT" and token.lemma_ == "talk" and any(c.lower_ in grammar("boasted") for c in token.children):
        return True  # "both talk tough on Chad"
    alone = found.subject is not None and found.subject.lower_ == "it"
    if line.mode == "strike" and token.lemma_ == "strike" and (alone or are_armed(found)):
        return True  # "the army was ready to strike" lays down no work
    if line.mode == "ceasefire" and found.object is not None and _is_of_others(found.object):
        return True  # "efforts to stop a Chadian attack"
    head = core(found.object).lemma_.lower() if found.object is not None else ""
    if line.act == "THREATEN" and token.lemma_ in ("threaten", "menace") and head in grammar("endangered"):
        return True  # "threatening the lives of the crew"
    if line.act == "ASSAULT" and token.lemma_ == "take" and found.prepositions.keys() & {"to", "off", "into", "before"}:
        return True  # "took Chad to court", "took Chad off the list"
    if line.mode == "arrest" and token.lemma_ == "hold" and "to" in found.prepositions:
        return True  # "held Chad to a draw", "to its word"
    if line.mode == "restrict" and _is_of_own_goods(found):
        return True
    if line.act == "ASSAULT" and line.object == "doer" and _in_water(found):
        return True  # "the missile landed in the sea"
    if line.act == "MOBILIZE" and token.lemma_ == "enter" and head in grammar("joined"):
        return True  # "if Chad enters the alliance"
    if line.act == "AID" and token.lemma_ != "drop" and any(child.lower_ == "over" for child in token.children):
        return True  # "flew over waters"
    given = found.subject is not None or any(child.dep_ == "auxpass" for child in token.children)
    if token.lemma_ == "arm" and found.passive and not given:
        return True  # "gangs armed with clubs"
    if line.act == "ASSAULT" and token.lemma_ == "take" and any(c.dep_ == "prt" for c in particles_of(token, "in")):
        return True  # "took in 300 Chadians"
    if line.act == "AID" and found.object is not None and _is_envoy(found.object):
        return True
    if line.act == "RETREAT" and line.particle == "out" and head in grammar("carried"):
        return True  # "pulled out a gun"
    if token.lemma_ == "riot" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "police":
        return True  # "riot police", misread
    if line.act == "REQUEST" and token.lemma_ == "ask" and found.passive and _is_question(token):
        return True
    if line.act in ("AGREE", "REQUEST") and found.passive and was_proposed(token):
        return True  # the day of "the call had been proposed for Monday" is the call's
    if line.mode == "phone" and any(c.lower_ in ("home", "back") or c.dep_ == "oprd" for c in token.children):
        return True  # "whom Chad called home", "called the president a fool"
    if token.lemma_ == "comply" and any(
        one.lemma_.lower() in grammar("rules") for one in found.prepositions.get("with", ())
    ):
        return True  # "complies with all laws"
    if line.object == "deed" and line.mode == "ceasefire" and negated(token):
        return True  # "has not stopped bombing" is the bombing
    if line.object == "deed" and token.lemma_ in grammar("bidding") and found.object is None and not found.passive:
        return True  # the headline "Berg waits as Danes told to leave"
    deed = deed_of(token, line) if line.object == "deed" else None
    moved = frame(deed).object if deed is not None and line.act == "CONCEDE" else None
    if moved is not None and core(moved).lemma_.lower() in classes()["envoy"] | classes()["troops"]:
        return True  # "decided to withdraw their observers" grants nothing
    what = found.object.children if found.object is not None and line.act == "ASSAULT" else ()
    return any(child.lower_ in ("what", "which", "whatever") for child in what)  # "count what targets we have hit"


def _is_of_own_goods(found: Frame) -> bool:
    """Whether a firm no longer sells or makes what is its own: "Acme halted sales of its telephones"."""
    firm = found.subject is not None and found.subject.ent_type_ == "ORG"
    goods = found.object if firm else None
    own = goods is not None and any(one.lower_ == "its" for one in goods.subtree)
    return own and goods is not None and goods.lemma_ in grammar("business")


def _in_water(found: Frame) -> bool:
    return any(noun.lemma_.lower() in grammar("waters") for nouns in found.prepositions.values() for noun in nouns)


def _is_envoy(sent: Token) -> bool:
    """Whether one adviser is sent in somebody's stead, and no help: "is sending his adviser, Ana Paz"."""
    one = sent.head if sent.dep_ in ("compound", "nmod") else sent
    titles = {child.lemma_.lower() for child in one.children if child.dep_ in ("compound", "nmod")} | {
        one.lemma_.lower()
    }
    own = any(child.tag_ == "PRP$" for child in one.children)
    return own and one.tag_ in ("NN", "NNP") and bool(titles & grammar("stand_ins"))


def _is_question(asked: Token) -> bool:
    """Whether somebody is only asked a question: "asked about the summit, Paz said"."""
    wanted = any(has_to(child) for child in asked.children if child.dep_ in ("xcomp", "ccomp", "advcl"))
    return asked.dep_ in ("advcl", "acl", "prep") and not wanted and not any(c.lower_ == "for" for c in asked.children)


def _is_of_others(deed: Token) -> bool:
    """Whether an attack has a nation of its own, or is still to come, so that who stops it is not who makes it."""
    return any(child.lower_ in grammar("prevented") for child in deed.children) or any(
        (child.dep_ == "amod" and child.ent_type_ == "NORP") or (child.dep_ == "poss" and child.pos_ == "PROPN")
        for child in deed.children
    )


def _absolves(found: Frame) -> bool:
    """Whether somebody is cleared of something: "cleared the marchers of all charges"."""
    beside = prepositions_of(found.object) if found.object is not None else {}
    return "of" in found.prepositions or "of" in beside


def _done_by(found: Frame, line: VerbPattern) -> bool:
    """Whether the subject is of the line's class; peacekeepers who arrive are aid."""
    who = found.subject
    return who is not None and not found.passive and is_of_class(who, line) and not keeps_peace(found)


def is_tested(token: Token, line: VerbPattern, found: Frame) -> bool:
    """Whether a verb passes the tests that its line's marks ask for, and is not one of the known ways of speaking."""
    if not all(CHECKS[mark](token, line, found) for mark in line.marks if mark in CHECKS):
        return False
    if line.mode == "firearms" and any(child.lower_ == "back" for child in token.children):
        return False  # "shot back at his critics"
    if line.act in ("REJECT", "REQUEST") and any(
        child.lemma_ in grammar("discreet") and not (token.lemma_ == "refuse" and child.lemma_ == "discuss")
        for child in token.children
        if child.dep_ == "xcomp"
    ):
        return False
    wanted = found.prepositions.get("for", ())
    return not (line.act == "REQUEST" and wanted and all(one.lemma_.lower() in grammar("private") for one in wanted))


def _clauses(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in ("ccomp", "xcomp", "advcl")]


def _has_clause(token: Token) -> bool:
    return any(child.dep_ in ("ccomp", "xcomp") or child.tag_ == "VB" for child in _clauses(token))


def _is_dated(token: Token, found: Frame) -> bool:
    named = found.object is not None and found.object.pos_ == "PROPN"
    return named and any(one.ent_type_ == "DATE" for part in token.children for one in part.subtree)


CHECKS: Mapping[str, Callable[[Token, VerbPattern, Frame], bool]] = {
    "passive": lambda token, line, found: found.passive,
    "finite": lambda token, line, found: not (token.dep_ in ("advcl", "acl") and has_to(token)),
    "forces": lambda token, line, found: found.object is not None and is_of_forces(found.object),
    "sends": lambda token, line, found: sends(token, line),
    "main": lambda token, line, found: not (token.dep_ in ("advcl", "acl") and token.tag_ in ("VBG", "VBN")),
    "clause": lambda token, line, found: _has_clause(token),
    "bare": lambda token, line, found: any(is_untensed(one) for one in _clauses(token) if one.dep_ == "ccomp"),
    "infinitive": lambda token, line, found: any(has_to(one) for one in _clauses(token) if one.dep_ != "advcl"),
    "several": lambda token, line, found: are_several(found),
    "named": lambda token, line, found: is_person(token, found),
    "person": lambda token, line, found: speaks_for(found.object),
    "fleeing": lambda token, line, found: gives_way(found),
    "labour": lambda token, line, found: are_workers(found),
    "leaving": lambda token, line, found: is_shown_out(token, found),
    "ultimatum": lambda token, line, found: is_ultimatum(token),
    "joint": lambda token, line, found: is_joint(found),
    "plural": lambda token, line, found: found.subject is not None and found.subject.tag_ in ("NNS", "NNPS"),
    "peace": lambda token, line, found: keeps_peace(found),
    "dated": lambda token, line, found: _is_dated(token, found),
    "body": lambda token, line, found: found.subject is not None and found.subject.lemma_.lower() in grammar("bodies"),
    "crowd": lambda token, line, found: found.subject is not None and _is_crowd(found.subject),
    "together": lambda token, line, found: any(child.lower_ == "together" for child in token.children),
    "armed": lambda token, line, found: are_armed(found),
    "must": lambda token, line, found: asks(token),
    "blame": lambda token, line, found: blamed(token) is not None,
    "menace": lambda token, line, found: menaced(token) is not None,
    "plot": lambda token, line, found: charged(token) is not None,
    "refusal": lambda token, line, found: turned_down(token) is not None,
    "denounced": lambda token, line, found: is_called(token, found, grammar("denounced")),
    "unacceptable": lambda token, line, found: is_called(token, found, grammar("unacceptable")),
    "virtual": lambda token, line, found: found.subject is not None and is_virtual(found.subject),
    "suffered": lambda token, line, found: is_suffered(line, found),
    "threat": lambda token, line, found: any(is_threat(one) for one in _clauses(token)),
}
"""The tests of a line's marks (see the head of `words/acts/verbs.yml`); marks that are no tests say who is who."""


def _is_crowd(doer: Token) -> bool:
    return any(core(one).lemma_.lower() in grammar("crowds") for one in conjuncts(doer))


def is_called(token: Token, found: Frame, names: frozenset[str]) -> bool:
    """Whether the object is called by one of these words: "called the demand unacceptable"."""
    told = [child for child in token.children if child.dep_ in ("oprd", "ccomp", "xcomp", "acomp", "attr")]
    behind = [one for one in told if found.object is None or one.i > found.object.i]
    if found.object is not None:  # "called the move outrageous", which the parser takes for its adjective
        behind += [child for child in found.object.rights if child.dep_ == "amod"]
    for name in (child for child in token.children if child.lower_ == "as" and child.dep_ == "prep"):
        behind += [child for child in name.children if child.dep_ in ("pobj", "amod", "acomp", "pcomp")]
    return any(one.lemma_.lower() in names for one in behind)


def is_threat(clause: Token) -> bool:
    """A warning is a threat where it says what the speaker would do: "warned that it will retaliate"."""
    if has_to(clause):
        return True
    children = list(clause.children)
    own = any(child.dep_ in SUBJECTS and child.lower_ in ("it", "they", "he", "she", "we", "i") for child in children)
    own = own or any(c.dep_ in SUBJECTS and (_possessed(c) or c.lemma_ in nouns()) for c in children)
    future = any(child.lower_ in ("will", "would", "'ll", "’ll") for child in children)
    return future and (own or any(child.dep_ == "advcl" for child in children))


def _possessed(noun: Token) -> bool:
    return any(
        child.dep_ == "poss" and child.lower_ in ("his", "her", "its", "their", "our", "my") for child in noun.children
    )
