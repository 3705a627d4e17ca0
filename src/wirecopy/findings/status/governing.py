"""What the words over and beside a clause or an event noun say of it, each by itself: see `status` for how they combine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.mood import governor, negated, negated_above, own_status, phrase
from wirecopy.findings.acts.status_words import embedders, negated_embedders, words
from wirecopy.findings.acts.subjects import SUBJECTS, is_passive
from wirecopy.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"happened", "ongoing", "historical"})


def combine(inner: Status | None, over: Status | None) -> Status:
    """What a clause tells, given what it hangs on: denial and refusal win, then what is not certain."""
    if over in (None, "happened", "ongoing", "historical"):
        return inner or over or "happened"
    if over == "denied" or inner in ("denied", "refused", "conditional"):
        return "denied" if over == "denied" else inner or over
    if over == "scheduled":
        return inner if inner == "possible" else "scheduled"
    return over


def tells_of_noun(verb: Token) -> bool:
    """ "claims that it fell", "calls to withdraw": the parser gives these the label of a relative clause."""
    return any(
        child.dep_ == "mark" or (child.dep_ == "aux" and child.lower_ == "to") or _is_that(verb, child)
        for child in verb.children
    )


def _is_that(verb: Token, word: Token) -> bool:
    """ "in the event that rebels seize it": a "that" that the parser takes for an object, of which the clause may have one."""
    if word.lower_ == "that" and word.dep_ == "dobj" and sum(child.dep_ == "dobj" for child in verb.children) > 1:
        return True
    return word.lower_ == "that" and word.dep_ not in SUBJECTS and verb.head.lemma_ in words("contents")


def weaken(given: Status | None, above: Status, head: Token) -> Status:
    """What a word gives where its own clause is no fact: who only may refuse or prevent it has not yet done so."""
    if (
        given in ("denied", "refused")
        and above in ("denied", "refused")
        and not negated(head)
        and not negated_above(head)
    ):
        return "possible"  # "refuses to rule out"
    open_yet = above in ("possible", "conditional") or (given, above) == ("denied", "scheduled")
    if given in ("denied", "refused") and open_yet and own_status(head) not in FACTS:
        return "possible"
    return combine(given, above)


def brings_about(verb: Token) -> bool:
    """ "made him leave", "was allowed to leave", "it took two days to seize": told as past, the deed was done."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if verb.lemma_ in ("allow", "permit"):
        return is_passive(verb)
    if verb.lemma_ == "take":
        return any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in verb.children)
    if verb.lemma_ == "use":
        return not is_passive(verb) and not any(child.dep_ == "dobj" for child in verb.children)
    return verb.lemma_ in words("brings_about")


def bound_not_to(given: Status | None, above: Status) -> Status:
    """ "agreed not to attack" is a refusal, "asked not to attack" tells nothing, "managed not to attack" a denial."""
    if above not in FACTS:
        return "possible"
    if given == "scheduled":
        return "refused"
    return "denied" if given == "happened" else "possible"


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with its "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def predicate(be: Token) -> Status | None:
    """What "is true", "is unlikely", "were unfounded" say of the clause or report that is their subject."""
    said = next((child for child in be.children if child.dep_ in ("acomp", "attr", "oprd")), None)
    if (outlook := outlook_of(be)) is not None:
        return outlook
    bare = (noun.lemma_ for c in be.children if c.lower_ == "without" for noun in c.children)
    if said is None and not words("grounds").isdisjoint(bare):
        return "denied"  # "the reports are without foundation"
    weighs = said is not None and (said.lemma_ in embedders() or said.lemma_ in negated_embedders())
    return governor(said) if said is not None and weighs else None


def reckons_number(over: Token, verb: Token) -> bool:
    """ "Reckons that Chad has sent 900 men": what is estimated is the number, the deed is told as done."""
    goods = (one for child in verb.children if child.dep_ in ("dobj", "nsubjpass") for one in child.subtree)
    return over.lemma_ in words("reckons") and not negated(over) and any(one.like_num for one in goods)


def outlook_of(verb: Token) -> Status | None:
    """ "is in doubt", "hangs in the balance", "was put on hold"; "is out of the question", "is off the table"."""
    for preposition in (child for child in verb.children if child.dep_ in ("prep", "advmod", "acomp")):
        low = preposition.lower_
        inner = [c for c in preposition.children if c.lower_ == "of"] if low == "out" else [preposition]
        nouns = {noun.lemma_ for one in inner for noun in one.children if noun.dep_ == "pobj" and not _is_one(noun)}
        shut = low in ("off", "out") and not nouns.isdisjoint(words("closed_outlooks"))
        if shut or (low in ("in", "on", "under", "up") and not nouns.isdisjoint(words("open_outlooks"))):
            return "possible" if shut == negated(verb) else "denied"
    return None


def _is_one(noun: Token) -> bool:
    """ "Engaged in a discussion" is one that is held; "in discussion" hangs in the balance."""
    return any(child.lower_ in ("a", "an") for child in noun.children)


def is_only(verb: Token) -> bool:
    """ "only when they leave"."""
    start = max(verb.left_edge.i - 1, 0)
    return any(token.lower_ == "only" for token in verb.doc[start : verb.i])


def governed_by(preposition: Token) -> Token:
    """What a preposition hangs on; the "of" of "accused by the court of", "cleared the general of" hangs on the verb."""
    head = preposition.head
    if preposition.lower_ != "of":
        return head
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        return head.head.head
    return head.head if head.dep_ == "dobj" and head.head.lemma_ in words("accuses") else head


def in_vain(noun: Token) -> bool:
    """ "a failed attempt to seize it"."""
    return any(child.dep_ == "amod" and child.lower_ in words("vain") for child in noun.children)


def is_carried_out(noun: Token) -> bool:
    """ "carried out its threat to attack", "made good on a threat to attack": told as past, what was threatened was done."""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    told = over.pos_ == "VERB" and own_status(over) == "happened"
    if noun.dep_ == "dobj" and over.lemma_ in words("carries_out"):
        return told and (over.lemma_ != "carry" or any(child.lower_ == "out" for child in over.children))
    through = noun.dep_ == "pobj" and noun.head.lower_ in ("on", "with", "through")
    made = over.lemma_ == "make" and any(child.lower_ == "good" for child in over.children)
    return told and through and (made or over.lemma_ in words("carries_through"))


def noun_own(noun: Token) -> Status | None:
    for child in noun.children:
        low = child.lower_
        if child.dep_ in ("det", "neg") and low in ("no", "neither"):
            return "denied"
        if child.dep_ in ("acl", "relcl") and child.tag_ in ("VBN", "VBG") and child.lemma_ in words("planned"):
            return governor(child) or "possible"
        if child.dep_ in ("amod", "det", "compound", "nmod"):
            if low in words("undone"):
                return "denied"
            if low in words("under_way"):
                return "ongoing"
            if low in words("scheduled_adjectives"):
                return "scheduled"
            if low in words("hypothetical_adjectives"):
                return "possible"
    return None


def is_dated(verb: Token) -> bool:
    """Whether a verb that sets a date does: "postponed the summit", "was planned for Friday", not "plans an attack"."""
    if phrase(verb) not in words("dates_with"):
        return True
    days = (noun for child in verb.children if child.dep_ == "prep" for noun in child.children)
    return is_passive(verb) and any(day.ent_type_ in ("DATE", "TIME") for day in days)


def is_under_way(be: Token) -> bool:
    """ "Talks are under way", "the strike is in its tenth day"."""
    near = {t.lower_ for t in be.doc[be.i + 1 : be.i + 5] if be.is_ancestor(t)}
    counted = (
        noun for c in be.children if c.lower_ == "in" for noun in c.children if noun.lemma_ in grammar("measures")
    )
    nth = any(any(c.tag_ == "PRP$" for c in noun.children) for noun in counted)  # "is in its tenth day"
    return nth or "underway" in near or {"under", "way"} <= near or "progress" in near


def is_indefinite(noun: Token) -> bool:
    """ "An attack on any member is …": a general truth names no attack."""
    return any(child.dep_ == "det" and child.lower_ in ("a", "an", "any", "every", "each") for child in noun.children)


def answers_charge(verb: Token, head: Token) -> bool:
    """ "denies that it fired and accuses Chad": who denies accuses in turn; the parser joins it to what is denied."""
    over = head.head
    if over.lemma_ == "be" and over.dep_ == "ccomp":
        head, over = over, over.head
    told = over.lemma_ in words("say") and negated(head)  # "said that it was not true and called on Chad"
    denies = head.dep_ == "ccomp" and (told or over.lemma_ in ("deny", "reject")) and over.tag_ == verb.tag_
    return denies and verb.lemma_ in grammar("calls") | grammar("says")


def begins_anew(verb: Token, head: Token) -> bool:
    """ "pledged to take no new steps and to pull back": a "no" in the first of two infinitives is not in the second."""
    steps = [child for child in head.children if child.dep_ == "dobj"]
    none = any(child.lower_ == "no" for step in steps for child in step.children)
    return head.dep_ == "xcomp" and none and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
