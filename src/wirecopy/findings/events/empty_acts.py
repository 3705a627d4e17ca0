"""Acts that tell nothing by themselves: harm by "those who", what a law only says, a talk told elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.findings.acts.nouns import core
from wirecopy.findings.events.event_parties import HARM, is_toll
from wirecopy.findings.sides.noun_parties import on_visit
from wirecopy.findings.sides.party_tokens import Parties
from wirecopy.findings.status.status import FACTS
from wirecopy.model import Event

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

ANYBODY = frozenset({"those", "anyone", "anybody", "whoever", "who"})
TOPICS = frozenset({"over", "about", "on", "regarding", "concerning"})


def is_hollow(trigger: Trigger, named: Parties, event: Event) -> bool:
    """What tells nothing by itself: harm by "those who", a paper handed to nobody, the topic "over talks with Chad"."""
    if trigger.pattern.act in HARM and not event.who and any(token.lower_ in ANYBODY for token in named.who):
        return True
    if _is_scope(trigger, event) or _in_force_anyway(trigger, event) or _is_accident(trigger, event):
        return True
    if _at_request(trigger) or _is_backed(trigger, event) or _at_home(trigger, event) or _buys(trigger, event):
        return True
    if _says_so(trigger, event) or is_toll(trigger, event) or _thwarts_none(trigger) or _is_instead(trigger, event):
        return True
    if _grants_none(trigger, event) or _would_take(trigger, event) or _is_rule(trigger, event) or _on_terms(trigger):
        return True
    if event.act == "CONSULT" and (_before_all(trigger, event) or _ought_to_be(trigger, event)):
        return True
    if "paper" in trigger.pattern.marks and not (event.whom or (event.who and event.when)):
        return True
    noun = trigger.token
    if trigger.pattern.act in HARM and noun.dep_ == "pobj" and noun.head.lower_ == "against":
        aim = noun.head.head.pos_ == "NOUN" and event.when is None
        if aim and event.status not in FACTS:
            return True  # "would go further in the fight against aggression"
    topic = noun.dep_ == "pobj" and noun.head.lower_ in TOPICS and trigger.carrier is None
    return event.act == "CONSULT" and topic and not (event.when or event.duration)


def _is_rule(trigger: Trigger, event: Event) -> bool:
    """Whether a law forbids it to everybody at all times: "any use of force is prohibited under international law"."""
    verb = trigger.token
    standing = any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in verb.children)
    laws = (core(noun).lemma_.lower() for name in ("under", "by") for noun in prepositions_of(verb).get(name, ()))
    return event.act == "COERCE" and standing and not event.who and not grammar("laws").isdisjoint(laws)


def _on_terms(trigger: Trigger) -> bool:
    """Whether it only tells on what terms somebody spoke to reporters: "speaking on condition of anonymity"."""
    terms = {noun.lemma_.lower() for noun in prepositions_of(trigger.token).get("on", ())}
    return trigger.pattern.act == "CONSULT" and trigger.frame is not None and bool(terms & grammar("terms"))


def _at_home(trigger: Trigger, event: Event) -> bool:
    """Whether it is the right to move one's own troops on one's own ground, on no day: "within its own borders"."""
    grounds = (noun for nouns in prepositions_of(trigger.token).values() for noun in nouns)
    own = (noun.lemma_ in grammar("homeland") and any(c.lower_ == "own" for c in noun.children) for noun in grounds)
    return event.act == "MOBILIZE" and event.when is None and any(own)


def _buys(trigger: Trigger, event: Event) -> bool:
    """Whether money is the price of something: "will pay 2,000 euros for their gas" helps nobody."""
    sum_paid = trigger.token.lemma_ == "pay" and trigger.frame is not None and trigger.frame.object is not None
    goods = {core(noun).lemma_.lower() for noun in prepositions_of(trigger.token).get("for", ())}
    return event.act == "AID" and sum_paid and not event.whom and bool(goods) and goods.isdisjoint(classes()["arms"])


def _says_so(trigger: Trigger, event: Event) -> bool:
    """Whether people who stand for no side only own that something is so: "that is a mystery, two traders admit"."""
    nobody = all(actor.anonymous and not actor.country for actor in event.who)
    return event.act == "CONCEDE" and trigger.token.lemma_ in grammar("owning") and nobody and not event.whom


def _is_instead(trigger: Trigger, event: Event) -> bool:
    """Whether it is told as still open though somebody does another thing: "will stay rather than sail to the Gulf"."""
    verb = trigger.token
    before = " ".join(one.lower_ for one in verb.doc[max(verb.i - 2, verb.sent.start) : verb.i])
    return trigger.frame is not None and before == "rather than" and event.status not in ("denied", "refused")


def _thwarts_none(trigger: Trigger) -> bool:
    """Whether somebody fails to stop what others do, so that nothing is cut: "fails to stop the talks"."""
    verb = trigger.token
    failed = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail" and verb.lemma_ in grammar("thwarting")
    return failed and trigger.pattern.act in ("SANCTION", "COERCE")


def _grants_none(trigger: Trigger, event: Event) -> bool:
    """Whether somebody is not given a penalty that he asked for: "did not give him the sanctions" spares nobody else."""
    verb = trigger.carrier or trigger.token
    given = any(child.dep_ == "dative" for child in verb.children)
    return given and event.act in ("COERCE", "SANCTION") and event.status == "denied" and not event.whom


def _would_take(trigger: Trigger, event: Event) -> bool:
    """Whether it is only what an end would take: "to enforce it, they would have to shoot down planes"."""
    over = trigger.token.head
    must = trigger.token.dep_ == "xcomp" and over.lemma_ == "have" and any(c.lower_ == "would" for c in over.children)
    ends = (c for top in (trigger.token, over) for c in top.children if c.dep_ == "advcl" and c.i < over.i)
    to_end = any(c.lower_ == "to" and c.dep_ == "aux" for end in ends for c in end.children)
    return event.act in HARM and event.status == "possible" and must and to_end


def _before_all(trigger: Trigger, event: Event) -> bool:
    """Whether somebody only will not be drawn: "I'm not going to negotiate in public"."""
    where = (noun.lemma_.lower() for noun in prepositions_of(trigger.token).get("in", ()))
    through = (noun.lemma_.lower() for noun in prepositions_of(trigger.token).get("through", ()))
    return event.status in ("refused", "denied") and not grammar("openly").isdisjoint((*where, *through))


def _ought_to_be(trigger: Trigger, event: Event) -> bool:
    """Whether talks are only said to be needed: "we must find ways to engage in a dialogue with them"."""
    over = [one for one in (trigger.token, *trigger.token.ancestors) if one.pos_ in ("VERB", "AUX")]
    tellers = [one for one in over if one.lemma_ in grammar("says")]  # "we must," he said, "engage with them"
    over += [c for one in tellers for c in one.children if c.dep_ in ("ccomp", "parataxis") and c.i < one.i]
    modals = (child.lower_ for one in over for child in one.children if child.dep_ == "aux")
    return event.status == "possible" and event.when is None and not grammar("obliging").isdisjoint(modals)


def _at_request(trigger: Trigger) -> bool:
    """Whether a noun only says at whose wish something else is done: "will meet on Friday at Chad's request"."""
    noun = trigger.token
    return trigger.pattern.act == "REQUEST" and noun.dep_ == "pobj" and noun.head.lower_ in ("at", "upon")


def _is_backed(trigger: Trigger, event: Event) -> bool:
    """Whether harm that nobody is said to do is only what somebody is for: "backed the annexation of", "voted for the raid"."""
    noun = trigger.token
    harms = trigger.frame is None and event.act in HARM
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "of") else noun.head
    if harms and event.mode == "seize" and over.lemma_.lower() in grammar("passing"):
        return True  # "parliament approved the annexation" seizes nothing
    favoured = noun.dep_ in ("dobj", "nsubjpass", "pobj") and over.lemma_.lower() in grammar("favouring")
    return harms and favoured and not event.who


def _in_force_anyway(trigger: Trigger, event: Event) -> bool:
    """A penalty that is only named, by no deed and no day, was there before: "complies with the sanctions of the Union"."""
    named = (
        trigger.frame is None and trigger.carrier is None and trigger.token.dep_ in ("pobj", "conj", "nsubj", "dobj")
    )
    return named and event.mode == "restrict" and event.when is None and event.status in FACTS


def _is_accident(trigger: Trigger, event: Event) -> bool:
    """Whether those killed or hurt by nobody died in an accident that the sentence, or the one before it, tells."""
    if event.act != "ASSAULT" or event.who or event.mode or trigger.token.lemma_ not in grammar("tolled"):
        return False
    sentence = trigger.token.sent
    doc = sentence.doc
    start = doc[sentence.start - 1].sent.start if sentence.start and "\n\n" not in doc[sentence.start - 1].text else 0
    near = {token.lemma_.lower() for token in doc[start or sentence.start : sentence.end]}
    blows = near & (grammar("struck") | classes()["violence"] | grammar("weapons"))
    return bool(near & grammar("mishaps")) and not blows


def _is_scope(trigger: Trigger, event: Event) -> bool:
    """Whether it is only what a law or bill says: "the Act bars agents from entering", "the bill would ban raids"."""
    verb = trigger.token
    if verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in grammar("laws") and event.status not in FACTS:
        return True  # "introduced a bill to ban raids"
    before = verb.doc[max(verb.i - 2, 0)]
    entitled = before.lemma_.lower() in grammar("entitlements") and before.pos_ == "NOUN"
    if verb.tag_ == "VB" and entitled and verb.nbor(-1).lower_ == "to":
        return True  # "powers to impose sanctions", not "the powers will meet"
    by = trigger.frame.subject if trigger.frame is not None else None
    if by is None or by.lemma_.lower() not in grammar("laws"):
        return False
    told = trigger.token.tag_ == "VBD" and trigger.token.dep_ == "ccomp"  # "said that the law forbade it"
    return told or trigger.token.tag_ in ("VBZ", "VBP") or event.status not in FACTS


def is_asked_alone(sentence: Tokens) -> bool:
    """Whether a sentence is a paragraph of its own, among others, that asks: the heading "Have they met?"."""
    doc, (start, end) = sentence.doc, (sentence.start, sentence.end)
    while end > start and (doc[end - 1].is_space or doc[end - 1].is_quote):
        end -= 1
    begins = start > 0 and ("\n" in doc[start - 1].text or doc[start].is_space)
    ends = sentence.end < len(doc) and ("\n" in doc[sentence.end - 1].text or doc[sentence.end].is_space)
    return end > start and doc[end - 1].text == "?" and begins and ends


def points_elsewhere(trigger: Trigger, event: Event) -> bool:
    """A talk that a noun names with one party, no day and no length only points at one that is told elsewhere.

    So does "his call with the president": whose it was is too often misread to be told again.
    """
    if event.act != "CONSULT" or trigger.frame is not None or trigger.carrier is not None or event.mode == "press":
        return False
    if trigger.token.pos_ == "NOUN" and any(child.tag_ == "PRP$" for child in trigger.token.children):
        return not (event.when or event.duration)
    noun = trigger.token
    told = event.mode == "visit" and event.where and on_visit(trigger.token)
    told = told or (bool(event.where) and noun.dep_ == "pobj" and noun.head.lower_ == "at")
    return len(event.who) < 2 and not (event.when or event.duration or event.whom or told)
