"""The status of a deed: that of its words, and what its day, its act and the words around it make of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.diary_words import listed
from wirecopy.findings.acts.lexicon import classes, grammar, light, nouns
from wirecopy.findings.acts.mood import negated
from wirecopy.findings.acts.nouns import core
from wirecopy.findings.acts.status_words import embedders, words
from wirecopy.findings.acts.subjects import is_passive
from wirecopy.findings.acts.verb_objects import is_untensed
from wirecopy.findings.events.event_parties import HARM
from wirecopy.findings.sides.noun_parties import asked_at, on_visit
from wirecopy.findings.status.governing import outlook_of
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.past_or_ahead import back_then, is_future, is_historical
from wirecopy.model import Expression, Passage, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

UTTERED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # acts that are done by words
VOTED = UTTERED | {"SANCTION", "COERCE", "SUPPORT", "CONCEDE", "MOBILIZE"}  # acts that a vote does


def status_of(passage: Passage, trigger: Trigger, when: Expression | None, whom: Sequence[Token]) -> Status:
    """The status of the words, of an appointment what is expected, of a past long gone historical."""
    carried = trigger.carrier is not None and trigger.carrier.lemma_ not in light()["prospect"]
    carried = carried and trigger.carrier is not None and trigger.carrier.dep_ not in ("acl", "relcl")
    verb = trigger.carrier if carried and trigger.carrier is not None else trigger.token
    found = status(verb)
    if found in FACTS and (told := _only_tried(trigger)) is not None:
        return told
    if trigger.pattern.mode == "visit" and found in FACTS and on_visit(verb):
        found = _of_clause(verb, found)
    if trigger.pattern.act == "CONSULT" and trigger.frame is None and trigger.carrier is None and _asked_then(verb):
        found = "happened"
    if found in FACTS and trigger.pattern.act == "CONSULT" and trigger.frame is None and _is_accepted(verb):
        return "scheduled"
    if found == "denied" and trigger.pattern.act == "AGREE" and grants_none(trigger):
        return "happened"  # a refusal
    if found == "ongoing" and (signed := ordered(verb)) is not None:
        found = status(signed)
    if found == "ongoing" and when is not None and _is_sitting(trigger):
        found = "happened"
    if (order := decreed(trigger)) is not None and not is_future(passage, when):
        return status(order)
    if found == "possible" and trigger.pattern.act == "CONSULT" and _is_there_for(verb):
        return "happened"
    if found == "possible" and trigger.pattern.act == "CONSULT" and _is_aim(passage, verb):
        found = "scheduled"
    if found == "possible" and _is_time_told(verb) and is_future(passage, when):
        found = "scheduled"
    if found in FACTS and trigger.pattern.act in ("ASSAULT", "MOBILIZE") and _is_approved(verb):
        return "scheduled"
    if found in FACTS and trigger.pattern.act in HARM and _is_charged(verb):
        return "possible"
    if found == "conditional" and trigger.pattern.act == "CONSULT" and _has_own_day(passage, trigger):
        return "scheduled"
    whole = any(child.lower_ in ("any", "every") for token in whom for child in token.children)
    now = ("REJECT", "THREATEN", "REQUEST")  # "we reject any idea of it" rejects it now
    if found in FACTS and whole and trigger.pattern.act not in now:
        return "possible"
    if found == "possible" and trigger.pattern.act == "CONSULT" and _expected(verb):
        return "scheduled"
    said = trigger.pattern.act in UTTERED  # "urges them to be ready this fall" urges now
    if found in ("happened", "ongoing") and not said and not _is_past(_clause(verb)) and is_future(passage, when):
        return "scheduled"
    if found in ("happened", "ongoing") and (is_historical(passage, when) or back_then(passage, verb)):
        return "historical"
    if found in ("happened", "ongoing") and _is_remembered(trigger.token):
        return "historical"
    return found


def _is_accepted(noun: Token) -> bool:
    """Whether talks are what somebody says yes to: "accepted in principle a meeting with Chad"."""
    return noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_ in listed("accepted")


def _asked_then(noun: Token) -> bool:
    """Whether one asked the other for something at talks: they were held though he "failed to persuade Chad"."""
    asking = asked_at(noun)
    while asking is not None and asking.dep_ == "xcomp":
        asking = asking.head
    return asking is not None and asking.tag_ == "VBD"


def _is_remembered(noun: Token) -> bool:
    """Whether it is what an anniversary is of: "the tenth anniversary of the bombing"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() == "anniversary"


def grants_none(trigger: Trigger) -> bool:
    """Whether none of what is asked for is promised: "pledged no weapons"; nobody asks for "no harm"."""
    goods = trigger.frame.object if trigger.frame is not None else None
    if goods is None or trigger.token.lemma_ not in ("promise", "pledge"):
        return False
    none = any(child.lower_ == "no" for child in goods.children)
    return none and core(goods).lemma_.lower() in classes()["aid"] | classes()["arms"] | classes()["troops"]


def _of_clause(noun: Token, found: Status) -> Status:
    """The status of a visit is that of what is done on it: "will lead a delegation on a visit to Chad"."""
    over = noun.head.head
    above = status(over) if over.pos_ == "VERB" else found
    return found if above in FACTS else above


def ordered(verb: Token) -> Token | None:
    """The verb by which a paper is put into force that does what its clause tells: "signed an order banning imports"."""
    paper = verb.head
    given = (
        verb.dep_ == "acl" and verb.tag_ == "VBG" and paper.dep_ == "dobj" and paper.lemma_ in grammar("instruments")
    )
    return paper.head if given and paper.head.lemma_ in grammar("gives_orders") else None


def decreed(trigger: Trigger) -> Token | None:
    """The verb by which a penalty, or a longer stay, is decreed in words: "announced that the banks would be cut off"."""
    verb = trigger.token
    over = verb.head
    decides = trigger.pattern.act == "SANCTION" or verb.lemma_ in listed("moved")
    voted = trigger.pattern.act in VOTED and verb.dep_ == "xcomp" and over.lemma_ == "vote"
    if voted and not negated(over) and status(over) in FACTS:
        return over  # "Parliament voted to ask Chad to leave"
    if verb.dep_ == "ccomp" and over.lemma_ in ("order", "rule", "decree", "direct") and is_untensed(verb):
        return over if status(over) in FACTS and not negated(over) else None  # "a judge ordered that he be freed"
    said = decides and verb.dep_ == "ccomp" and over.lemma_ in listed("decrees")
    return over if said and status(over) in FACTS and status(verb) == "scheduled" else None


def _only_tried(trigger: Trigger) -> Status | None:
    """What a verb says of the deed that is its object: "plotted a coup", "foiled a coup", "the pullout was put on hold"."""
    if trigger.carrier is not None:
        return outlook_of(trigger.carrier)
    deed = trigger.frame.object if trigger.frame is not None else None
    blows = nouns().get(deed.lemma_.lower(), ()) if deed is not None else ()
    same = trigger.pattern.act == "ASSAULT" and any(line.act == "ASSAULT" for line in blows)
    given = embedders().get(trigger.token.lemma_) if same else None
    return given if given in ("denied", "possible") else None


def _is_approved(noun: Token) -> bool:
    """Whether it is what somebody gives leave for: "approved a strike", "an attack was authorised"."""
    approved = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in words("enacts")
    return noun.pos_ == "NOUN" and approved


def _is_charged(verb: Token) -> bool:
    """Whether harm is told as what somebody is blamed for: "blamed Chad, saying that its troops had fired"."""
    clause = verb.dep_ in ("ccomp", "pcomp") and verb.head.dep_ in ("advcl", "prep")
    return clause and any(over.lemma_ in grammar("blaming") for over in list(verb.ancestors)[:3])


def _has_own_day(passage: Passage, trigger: Trigger) -> bool:
    """Whether talks that a condition is about have a day: "if the meeting on Thursday fails" leaves no doubt of the meeting."""
    noun = trigger.token
    subject = (
        noun.pos_ == "NOUN"
        and trigger.carrier is None
        and (noun.dep_ == "nsubj" or noun.head.pos_ in ("NOUN", "PROPN"))
    )
    within = (one for one in passage.expressions if noun.idx < one.span.start < noun.right_edge.idx + 1)
    return subject and any(one.kind in ("date", "time") and is_future(passage, one) for one in within)


def _is_sitting(trigger: Trigger) -> bool:
    """Whether it is a sitting at which something was done: "the ministers, meeting in Lima on Monday, agreed to go"."""
    verb = trigger.token
    over = verb.head.head if verb.dep_ == "acl" else verb.head
    aside = verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl") and over.tag_ == "VBD"
    return aside and trigger.pattern.act == "CONSULT"


def _clause(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    return next((one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX")), token)


def _is_past(verb: Token) -> bool:
    """Whether a clause is told in the past, in the passive too: "a truce was agreed on Thursday"."""
    return verb.tag_ == "VBD" or any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children)


def _is_aim(passage: Passage, noun: Token) -> bool:
    """Whether talks are what somebody is to travel for: "will fly to Lima for talks", "flies to Lima on Monday for talks"."""
    over = noun.head.head
    within = range(over.left_edge.idx, over.right_edge.idx)
    days = (one for one in passage.expressions if over.tag_ in ("VBZ", "VBP") and one.span.start in within)
    ahead = status(over) == "scheduled" or any(is_future(passage, day) for day in days)
    return noun.head.lower_ == "for" and over.lemma_ in listed("travel") and ahead


def _is_there_for(noun: Token) -> bool:
    """Whether talks are what somebody was in a place for: "was in Lima on Monday for talks with Chad"."""
    over = noun.head.head
    there = any(child.lower_ in ("in", "at") for child in over.children)
    return noun.head.lower_ == "for" and over.lemma_ == "be" and over.tag_ == "VBD" and there


def _is_time_told(verb: Token) -> bool:
    """Whether a clause tells when something else may be done: "fear a clash when the opposition marches on Sunday"."""
    when = any(child.lower_ == "when" and child.dep_ == "advmod" for child in verb.children)
    return when and verb.dep_ in ("advcl", "relcl") and verb.tag_ in ("VBZ", "VBP")


def _expected(verb: Token) -> bool:
    """Talks that "are expected", or that somebody "intends to hold", are on the diary of those who tell it."""
    over = verb if verb.lemma_ == "expect" else verb.head
    told = over.lemma_ == "expect" and is_passive(over)
    means = over.lemma_ in listed("intends") and over.pos_ == "VERB" and verb.dep_ == "xcomp"
    return (told or (means and status(over) in FACTS)) and not negated(over)
