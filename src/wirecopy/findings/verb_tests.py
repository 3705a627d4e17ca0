"""Whether a verb with all that stands around it names the act of a line of `words/acts/verbs.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.diary_words import was_proposed
from wirecopy.findings.figures_of_speech import is_figure, is_of_words, measures_other
from wirecopy.findings.frames import (
    SUBJECTS,
    Frame,
    core,
    frame,
    prepositions_of,
)
from wirecopy.findings.lexicon import VerbPattern, classes, grammar, nouns
from wirecopy.findings.mood import negated
from wirecopy.findings.said import asks, blamed
from wirecopy.findings.uttered import charged, menaced, turned_down
from wirecopy.findings.verb_objects import (
    deed_of,
    has_to,
    is_of_class,
    is_untensed,
    named_prepositions,
    oblique_of,
    particles_of,
)
from wirecopy.findings.verb_sides import (
    are_armed,
    are_several,
    is_joint,
    is_of_forces,
    is_person,
    is_suffered,
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
    if line.mode == "strike" and token.lemma_ == "strike" and are_armed(found):
        return True  # "the army was ready to strike" lays down no work
    if line.mode == "ceasefire" and found.object is not None and _is_of_others(found.object):
        return True  # "efforts to stop a Chadian attack"
    if line.act in ("AGREE", "REQUEST") and found.passive and was_proposed(token):
        return True  # the day of "the call had been proposed for Monday" is the call's
    if line.mode == "phone" and any(child.lower_ in ("home", "back") for child in token.children):
        return True  # "whom Chad called home"
    if line.object == "deed" and token.lemma_ in grammar("bidding") and found.object is None and not found.passive:
        return True  # the headline "Berg waits as Danes told to leave"
    deed = deed_of(token, line) if line.object == "deed" else None
    moved = frame(deed).object if deed is not None and line.act == "CONCEDE" else None
    if moved is not None and core(moved).lemma_.lower() in classes()["envoy"] | classes()["troops"]:
        return True  # "decided to withdraw their observers" grants nothing
    what = found.object.children if found.object is not None and line.act == "ASSAULT" else ()
    return any(child.lower_ in ("what", "which", "whatever") for child in what)  # "count what targets we have hit"


def _is_of_others(deed: Token) -> bool:
    """Whether an attack has a nation of its own, so that who stops it is not who makes it."""
    return any(
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
    """The tests that a line's marks ask for."""
    marks = line.marks
    clauses = [child for child in token.children if child.dep_ in ("ccomp", "xcomp", "advcl")]
    if "passive" in marks and not found.passive:
        return False
    if "finite" in marks and token.dep_ in ("advcl", "acl") and has_to(token):
        return False
    if "forces" in marks and not (found.object is not None and is_of_forces(found.object)):
        return False
    if "sends" in marks and not sends(token, line):
        return False
    if "main" in marks and token.dep_ in ("advcl", "acl") and token.tag_ == "VBG":
        return False
    if "clause" in marks and not any(c.dep_ in ("ccomp", "xcomp") or c.tag_ == "VB" for c in clauses):
        return False
    if "bare" in marks and not any(is_untensed(clause) for clause in clauses if clause.dep_ == "ccomp"):
        return False
    if "infinitive" in marks and not any(has_to(clause) for clause in clauses if clause.dep_ != "advcl"):
        return False
    if line.mode == "firearms" and any(
        child.lower_ == "back" for child in token.children
    ):  # "shot back at his critics"
        return False
    if line.act in ("REJECT", "REQUEST") and any(c.lemma_ in grammar("discreet") for c in clauses if c.dep_ == "xcomp"):
        return False
    wanted = found.prepositions.get("for", ())
    if line.act == "REQUEST" and wanted and all(one.lemma_.lower() in grammar("private") for one in wanted):
        return False
    if "several" in marks and not are_several(found):
        return False
    if "named" in marks and not is_person(token, found):
        return False
    if "person" in marks and not speaks_for(found.object):
        return False
    if "joint" in marks and not is_joint(found):
        return False
    if "peace" in marks and not keeps_peace(found):
        return False
    if "dated" in marks and not (found.object is not None and found.object.pos_ == "PROPN"):
        return False
    if "dated" in marks and not any(child.ent_type_ == "DATE" for part in token.children for child in part.subtree):
        return False
    if "body" in marks and not (found.subject is not None and found.subject.lemma_.lower() in grammar("bodies")):
        return False
    if "together" in marks and not any(child.lower_ == "together" for child in token.children):
        return False
    if "armed" in marks and not are_armed(found):
        return False
    if ("must" in marks and not asks(token)) or ("blame" in marks and blamed(token) is None):
        return False
    if ("menace" in marks and menaced(token) is None) or ("plot" in marks and charged(token) is None):
        return False
    if "refusal" in marks and turned_down(token) is None:
        return False
    if "denounced" in marks and not is_called(token, found, grammar("denounced")):
        return False
    if "unacceptable" in marks and not is_called(token, found, grammar("unacceptable")):
        return False
    if "suffered" in marks and not is_suffered(line, found):
        return False
    return "threat" not in marks or any(is_threat(clause) for clause in clauses)


def is_called(token: Token, found: Frame, names: frozenset[str]) -> bool:
    """Whether the object is called by one of these words: "called the demand unacceptable"."""
    told = [child for child in token.children if child.dep_ in ("oprd", "ccomp", "xcomp", "acomp", "attr")]
    behind = [one for one in told if found.object is None or one.i > found.object.i]
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
