"""Has it happened? The status of an act from tense, mood, negation and from what its clause depends on.

`status` never gives happened to what a report only fears, plans, denies or makes conditional: where the words leave it
open, an act is `possible`. What a clause says by itself is in `mood`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.if_clauses import has_condition, in_case, is_condition
from wirecopy.findings.acts.mood import (
    governor,
    named_subject,
    negated,
    negated_above,
    own_status,
    phrase,
    told_as_past,
)
from wirecopy.findings.acts.status_words import degrees, embedders, words
from wirecopy.findings.acts.subjects import SUBJECTS, is_passive
from wirecopy.findings.status.governing import (
    FACTS,
    answers_charge,
    begins_anew,
    bound_not_to,
    brings_about,
    combine,
    governed_by,
    is_infinitive,
    is_only,
    predicate,
    reckons_number,
    tells_of_noun,
    weaken,
)
from wirecopy.findings.status.known import is_definite
from wirecopy.findings.status.noun_clauses import of_noun
from wirecopy.findings.status.noun_status import above_it, noun_status
from wirecopy.findings.status.unreal import (
    befalls_any,
    hearsay,
    in_fiction,
    is_asked,
    is_bidden,
    is_in_lost_condition,
    is_rebutted,
    is_supposed,
)
from wirecopy.language.clauses import tense as own_tense
from wirecopy.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FACTS", "certainty", "status"]
NOBODY = frozenset({"neither", "nobody", "none", "no"})
MAX_DEPTH = 12  # clauses deeper than this are the parser's mistakes


def status(token: Token) -> Status:
    """The status of what a word names: an act of a verb or noun, a state of an adjective."""
    found = _named(token) if token.pos_ in ("NOUN", "PROPN") else verb_status(token)
    if found in (*FACTS, "scheduled") and is_asked(token):
        return "possible"
    if found in FACTS and (hearsay(token) or in_fiction(token)):
        return "possible"
    if found in (*FACTS, "possible") and is_rebutted(token):
        return "denied"
    if found in FACTS and (is_supposed(token) or is_in_lost_condition(token)):
        return "conditional"
    return found


def certainty(token: Token) -> float:
    """How certain it is that what a word names takes place, from -3 (certainly not) to 3 (certainly so)."""
    found = status(token)
    if token.pos_ in ("NOUN", "PROPN"):
        return degrees()[found]["known" if is_definite(token) else "named"]
    return degrees()[found]["own" if own_status(token) == found else "over"]


def verb_status(verb: Token, depth: int = MAX_DEPTH) -> Status:
    """The status of what a verb says, in its own clause and in those that it hangs on."""
    if in_case(verb):
        return "conditional"
    if is_bidden(verb) or any(
        child.lower_ == "whether" and child.dep_ in ("mark", "advmod") for child in verb.children
    ):
        return "possible"
    own = own_status(verb)
    if own is None:
        return _governed(verb, None, depth)
    if own == "scheduled" and befalls_any(verb):
        own = "conditional"  # "any ship that enters will be sunk"
    if own not in ("denied", "refused") and not told_as_past(verb, own) and has_condition(verb):
        own = "conditional"
    return _governed(verb, own, depth)


def _untold(verb: Token) -> bool:
    """Whether nobody tells it: "neither explained how Chad would close the port"."""
    who = [child for child in verb.children if child.dep_ == "nsubj"]
    none = any(one.lower_ in NOBODY for head in who for one in (head, *head.children))
    return none or negated(verb)


def _governed(verb: Token, own: Status | None, depth: int) -> Status:
    """The status of a clause after all that it hangs on has had its say."""
    head, dep = verb.head, verb.dep_
    if not depth or head.i == verb.i or dep == "ROOT":
        return own or "happened"
    if (
        own is None and verb.pos_ == "ADJ" and dep in ("amod", "acomp", "oprd")
    ):  # "the depressed region", "the region is depressed"
        return "happened" if dep == "amod" else _above(verb.head, depth)
    if dep == "conj":
        if head.pos_ in ("VERB", "AUX"):
            if own is None and begins_anew(verb, head):
                return weaken(governor(head.head) or "possible", verb_status(head.head, depth - 1), head.head)
            if own is None:
                return verb_status(head, depth - 1)
            strayed = verb.tag_ == "VBD" and head.tag_ == "VB"  # "failed to win and left": joined to the wrong verb
            strayed = strayed or answers_charge(verb, head)
            return own if strayed else _governed(head, own, depth - 1)
        return own if own and named_subject(verb) else "possible"
    if dep in ("relcl", "csubj", "csubjpass") and _of_any(verb, own, depth):
        return "conditional"
    if dep == "acl" or (dep == "relcl" and tells_of_noun(verb)) or (dep == "ccomp" and head.pos_ in ("NOUN", "PROPN")):
        return _complement(verb, own, depth) if head.pos_ == "ADJ" else of_noun(verb, own, depth, verb_status)
    if dep == "ccomp" and any(t.text == ";" for t in verb.doc[verb.i : max(head.i, verb.i)]):
        return own or "happened"  # "it had refused; then it agreed": the parser takes the first half for what is said
    if dep in ("xcomp", "ccomp", "csubj", "csubjpass", "acomp"):
        return _complement(verb, own, depth)
    if dep == "advcl":
        return _adverbial(verb, own, depth)
    if dep == "pcomp" or (dep == "pobj" and verb.tag_ == "VBG"):
        return _after_preposition(verb, own, depth)
    if own is None:
        return "happened" if verb.tag_ in ("VBN", "VBG", "VBD") else "possible"
    return own


def _named(noun: Token, depth: int = MAX_DEPTH) -> Status:
    return noun_status(noun, depth, verb_status)


def _above(head: Token, depth: int) -> Status:
    return above_it(head, depth, verb_status)


def _of_any(verb: Token, own: Status | None, depth: int) -> bool:
    """ "whoever attacks it will be punished": what anybody may do is the condition of what follows."""
    if own not in FACTS:
        return False
    who = [child.lower_ for child in verb.children if child.dep_ in SUBJECTS]
    if verb.dep_ == "relcl":
        who = [verb.head.lower_, *(child.lower_ for child in verb.head.children if child.dep_ == "det")]
    if not set(who) & {"whoever", "whichever", "anyone", "anybody", "any", "anything", "no", "every", "each"}:
        return False
    over = verb.head.head if verb.dep_ == "relcl" else verb.head
    return over.pos_ in ("VERB", "AUX") and verb_status(over, depth - 1) not in FACTS


def _complement(verb: Token, own: Status | None, depth: int) -> Status:
    """Clauses after a verb or adjective: "denied that it would", "plans to meet", "began shelling", "is due to"."""
    head = verb.head
    lemma = phrase(head)
    if lemma == "be" and own is not None:
        return _governed(head, combine(own, predicate(head)), depth - 1)
    if lemma == "go" and own is None and head.tag_ == "VBG":
        return _governed(head, "refused" if negated(head) else "scheduled", depth - 1)
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    given = governor(head)
    if own is not None:
        if lemma in ("see", "watch") and own == "happened":
            return _above(head, depth)
        if lemma == "wish" and own == "happened":
            return "denied"
        if verb.dep_ == "ccomp" and _is_guessed(head):
            return combine(own, "possible") if own != "scheduled" else "possible"
        if "if" in marks:
            return combine(own, "possible")
        if marks & {"why", "how", "when", "where"}:
            return "possible" if own == "scheduled" and _untold(head) else own
        if lemma in words("say") and lemma not in words("doubt") and given not in ("denied", "refused"):
            given = "possible" if negated(head) else None
        if own in FACTS and reckons_number(head, verb):
            given = None
        if given in ("scheduled", "happened"):
            given = None
        return _governed(head, combine(own, given), depth - 1) if given else combine(own, _outer(head, depth))
    if has_condition(verb) and "scheduled" in (given, _above(head, depth)):  # "will be forced to close it if …"
        return "conditional"
    if "if" in marks:
        return "possible"
    infinitive = is_infinitive(verb)
    if infinitive and any(child.lower_ == "too" for child in head.children):  # "too weak to attack"
        return "denied"
    if infinitive and negated(verb):
        return bound_not_to(given, _above(head, depth))
    if brings_about(head) and not negated(head):
        return _above(head, depth)
    if verb.dep_ in ("csubj", "csubjpass") and lemma == "be" and head.tag_ in ("VBZ", "VBP"):
        return "possible"  # "leaving the talks is one of several answers"
    if given is None:
        asked_for = any(child.dep_ == "auxpass" and child.lower_ == "be" for child in verb.children)
        given = "happened" if verb.tag_ in ("VBG", "VBN") and not (infinitive or asked_for) else "possible"
    above = _above(head, depth)
    if lemma in words("tries") and head.tag_ == "VBD" and any(child.lower_ == "but" for child in head.children):
        return "denied"  # "tried to march on it but were driven back"
    if lemma in words("stops") and verb.tag_ == "VBG" and negated(head) and above in ("denied", "refused"):
        return "happened" if own_tense(head) == "past" else "ongoing"  # "has not stopped shelling"
    if lemma in words("stops") and verb.tag_ == "VBG":  # "stopped shelling": until then it shelled
        return "happened" if above in FACTS else "possible"
    if lemma in words("goes_on") and above == "happened" and head.tag_ in ("VBZ", "VBP"):
        return "ongoing"
    if (negated(head) or negated_above(head)) and above in ("denied", "refused"):
        return given
    return weaken(given, above, head) if given != "happened" else above


def _is_guessed(verb: Token) -> bool:
    """ "Speculation is growing that", "fears rose that": a guess is what the clause tells, whatever becomes of it."""
    return any(child.dep_ in SUBJECTS and child.lemma_.lower() in words("contents") for child in verb.children)


def _outer(head: Token, depth: int) -> Status | None:
    """Words that nobody has said yet tell no fact ("unlikely to say that …", "would say …")."""
    return "possible" if _above(head, depth) in ("conditional", "possible", "denied", "refused") else None


def _adverbial(verb: Token, own: Status | None, depth: int) -> Status:
    """Clauses that go with another: conditions, purposes, "rather than storm", participles."""
    marks = [child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod", "cc", "prep")]
    if "as" in marks and {"if", "though"} & set(marks):  # "as though the war had been won"
        return "possible"
    if (
        "if" in marks and verb.left_edge.i == verb.head.i + 1 and verb.head.lemma_ in words("wonders")
    ):  # "nobody knows if they attacked"
        return "possible"
    if is_condition(verb):
        return own if own in ("denied",) and "had" in marks else "conditional"
    if set(marks) & words("instead"):
        return "denied"
    if own is not None:
        return _at_that_time(verb, own, marks, depth)
    if is_infinitive(verb):
        return _above(verb.head, depth) if phrase(verb.head) in words("goes_on") else "possible"
    if verb.tag_ == "VBG" and not marks and verb.head.i < verb.i <= verb.head.i + 3 and governor(verb.head):
        return _complement(verb, own, depth)  # "ruled out sending" parses so
    above = _above(verb.head, depth)
    return above if above not in ("denied", "refused") else "possible"


def _at_that_time(verb: Token, own: Status, marks: list[str], depth: int) -> Status:
    """ "will withdraw when they leave", "would free him as soon as they left": what waits for something tells no fact of it."""
    over = verb.head.head if verb.head.lower_ in ("soon", "long") else verb.head
    waits = verb.head.lower_ in ("soon", "long") or "when" in marks
    if own not in FACTS or not waits or over.pos_ not in ("VERB", "AUX"):
        return own
    above = verb_status(over, depth - 1)
    if above in FACTS or above == "denied":
        return own
    return above if verb.tag_ != "VBD" and not is_only(verb) and over.i == verb.head.i else "conditional"


def _after_preposition(verb: Token, own: Status | None, depth: int) -> Status:
    """Gerunds: "without firing", "instead of cutting", "accused of sending", "after speaking"."""
    preposition = verb.head
    head = governed_by(preposition)
    if head.lower_ in words("particles") and head.head.pos_ == "VERB":
        head = head.head  # "held back from attacking"
    low = preposition.lower_
    before = preposition.doc[preposition.i - 1].lower_ if preposition.i else ""
    if (
        low == "without"
        or low in words("instead")
        or (low in ("of", "than") and before in words("instead") | {"short"})
    ):
        return "denied"
    if own in ("denied", "refused"):
        return own
    if own is not None and low == "given":  # "given that they were meeting"
        return own
    if low == "of" and head.pos_ == "VERB" and head.lemma_ in words("absolves"):
        return "denied" if _above(head, depth) in FACTS else "possible"
    over = next((one for one in preposition.ancestors if one.pos_ in ("VERB", "AUX")), head)
    if low in ("after", "since", "upon", "following"):
        return "happened" if _above(over, depth) in (*FACTS, "denied") else "possible"
    if low == "before" and verb.lemma_ in words("moves_on") and not is_passive(over):
        return "happened" if _above(over, depth) == "happened" and over.tag_ == "VBD" else "possible"
    if low == "by" and head.i == over.i:  # "averted a strike by paying"
        above = _above(over, depth)
        return above if above not in ("denied", "refused") else "possible"
    if low == "against" and head.lemma_ in words("chooses"):
        return "refused" if _above(head, depth) in FACTS else "possible"
    if low == "from" and head.lower_ == "far":  # "far from shelling it"
        return "denied"
    if low == "from" and head.lemma_ in words("holds_back"):
        return _held_back(head, depth)
    if low == "of" and head.lower_ in ("out", "better") and head.head.pos_ == "VERB":  # "talked them out of it"
        above = _above(head.head, depth)
        return "denied" if above in FACTS else "possible"
    if low == "in" and head.lemma_ in words("loses_time") and negated(head):
        return "happened" if own_tense(head) == "past" else "possible"  # "wasted no time in attacking"
    if low == "to" and head.lower_ == "close":
        return "denied" if over.lemma_ == "come" and _above(over, depth) in FACTS else "possible"
    given = governor(head)
    if low == "but" and given == "possible":  # "has no choice but to"
        return given
    above = _above(head, depth) if head.i != preposition.i else "happened"
    if given:
        return weaken(given, above, head) if given != "happened" else above
    if named_subject(verb) and above in ("denied", "refused"):
        return "possible"  # "will not deal with Russia invading": it is the dealing that is refused
    return "possible" if low in ("for", "about", "against", "before", "from", "on", "to") else above


def _held_back(verb: Token, depth: int) -> Status:
    """ "kept them from coming" denies that they came, "did not keep them from coming", "failed to stop them" tells it."""
    over = verb.head if verb.dep_ == "xcomp" and embedders().get(phrase(verb.head)) == "denied" else verb
    vain = over.i != verb.i or negated(verb)
    if vain:
        return "happened" if own_tense(over) == "past" and negated(verb) == (over.i == verb.i) else "possible"
    return "denied" if _above(verb, depth) in FACTS else "possible"
