"""When an act took place: the expressions of time in its own clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.diary_words import acts
from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.status_words import words
from wirecopy.findings.acts.subjects import deed_of, told_around
from wirecopy.findings.sides.noun_parties import on_visit
from wirecopy.findings.timing.durations import is_spent_on
from wirecopy.findings.timing.hanging import heads_of, nearest
from wirecopy.findings.timing.past_or_ahead import is_historical
from wirecopy.language.clauses import tense
from wirecopy.language.days.days_beside import days_beside
from wirecopy.language.days.frames import frame_of
from wirecopy.language.days.told_days import in_one, is_day
from wirecopy.model import Expression, Passage
from wirecopy.moments.calendar import RANGE
from wirecopy.moments.resolve import known, resolve

if TYPE_CHECKING:
    from spacy.tokens import Token

AFTER = ("after", "following")
NEAR = 5  # words from such an opening to its noun


def time_of(passage: Passage, trigger: Trigger) -> Expression | None:
    """The date or time that hangs on the act's words, nearest first; None where the clause names none."""
    heads = heads_of(trigger)
    verb = trigger.carrier or trigger.token
    found = _right_behind(passage, verb) or nearest(passage, trigger, heads, ("date", "time"))
    if found is None:
        found = (
            _of_antecedent(passage, verb)
            or _of_scene(passage, trigger, verb)
            or _of_outer(passage, trigger, verb)
            or _of_occasion(passage, trigger, verb)
            or _of_meeting(passage, trigger, verb)
            or _of_attended(passage, trigger)
            or days_beside(passage, verb)
            or _of_asked(passage, trigger, verb)
            or _of_same_breath(passage, trigger, verb)
        )
    if found is None and (is_spent_on(verb) or (trigger.pattern.mode == "visit" and on_visit(verb))):
        found = nearest(passage, trigger, {verb.head.head.i}, ("date", "time"))
    if found is None and verb.pos_ == "NOUN":
        verb = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "NOUN" else verb
        answer = verb.head.lower_ == "with" and verb.head.head.lemma_ in grammar("answers")
        over = verb.head.head if verb.dep_ == "pobj" and (answer or verb.head.dep_ == "agent") else deed_of(verb.head)
        if over.pos_ == "VERB" and (answer or verb.dep_ in ("nsubj", "nsubjpass") or verb.head.dep_ == "agent"):
            found = nearest(passage, trigger, {over.i}, ("date", "time"))
    if found is None and trigger.carrier is not None and trigger.token.head.dep_ == "agent":
        # "was banned in 1963 by the treaty that they signed"
        found = nearest(passage, trigger, {trigger.token.head.head.i}, ("date",))
    if found is None and verb.dep_ == "dobj" and verb.head.lemma_ in words("enacts"):
        found = nearest(passage, trigger, {verb.head.i}, ("date", "time"))
    if found is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        shared = nearest(passage, trigger, {verb.head.i}, ("date", "time"))
        first = passage.doc[verb.head.left_edge.i]
        found = shared if shared is not None and shared.span.start <= first.idx + 8 else None
    if found is None and verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBG" and verb.head.dep_ == "advcl":
        found = nearest(
            passage, trigger, {verb.head.head.i}, ("date", "time")
        )  # "invaded on Monday, hitting … and sending"
    if found is None and verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl"):
        over = next((one for one in verb.ancestors if one.pos_ == "VERB"), verb)  # "sent a paper this month demanding"
        found = nearest(passage, trigger, {over.i}, ("date",)) if over.i < verb.i and tense(over) == "past" else None
    if found is None:
        return None
    pairs = (one for one in in_one(passage.expressions, passage.report.text) if RANGE in (one.value or ""))
    found = next((one for one in pairs if one.span.start <= found.span.start < one.span.end), found)
    return _until_now(passage, found, verb)


def _right_behind(passage: Passage, noun: Token) -> Expression | None:
    """ "After two calls with Khan on Sunday, the palace said this morning": the time that closes the opening phrase."""
    opens = noun.sent[0].lower_ in (*AFTER, "before") and noun.i - noun.sent.start < NEAR
    over = noun.head if noun.dep_ == "nsubj" and opens else noun.head.head  # long sentences are parsed so
    beside = noun.dep_ == "pobj" and noun.head.lower_ in (*AFTER, "before")
    if not (beside or (noun.dep_ == "nsubj" and opens)) or over.pos_ != "VERB" or noun.i > over.i:
        return None
    text, end = passage.report.text, over.idx
    behind = (e for e in passage.expressions if e.kind in ("date", "time") and noun.idx < e.span.start < end)
    first = next(behind, None)
    if first is None or text[first.span.end : first.span.end + 1] != ",":
        return None
    between = passage.doc.char_span(noun.idx, first.span.start, alignment_mode="expand")
    clear = between is not None and not any(t.text == "," or t.pos_ in ("VERB", "AUX") for t in between)
    return first if clear else None


def _until_now(passage: Passage, when: Expression, verb: Token) -> Expression | None:
    """ "have been killed since 2014", "since Thursday": a time from which something goes on is the first of a period.

    None where it is not known on which day that was told.
    """
    published = passage.report.published
    before = passage.report.text[max(0, when.span.start - 20) : when.span.start].split()[-1:]
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    if not perfect or [word.lower() for word in before] != ["since"]:
        return when
    if is_day(when) and (meant := known(resolve(when, published))) and published and published.latest:
        value = f"{meant[0].isoformat()}{RANGE}{published.latest[:10]}"
        return replace(when, kind="date", form="absolute", value=value, clock=None, unit=None, count=None)
    if when.form != "absolute" or not is_historical(passage, when):
        return when
    if published is None or not published.latest:
        return None
    return replace(when, value=f"{when.value}{RANGE}{published.latest[:10]}")


def _of_antecedent(passage: Passage, verb: Token) -> Expression | None:
    """ "since 2014, when rebels seized the town": the time that the clause describes."""
    if verb.dep_ not in ("relcl", "advcl") or not any(child.lower_ == "when" for child in verb.children):
        return None
    before = next((child.idx for child in verb.children if child.lower_ == "when"), verb.idx)
    near = [one for one in passage.expressions if one.kind == "date" and before - 3 <= one.span.end <= before]
    return near[0] if near else None


def _of_scene(passage: Passage, trigger: Trigger, verb: Token) -> Expression | None:
    """ "They held a call this month in which Paz asked for help": the time of what the clause says it was done in."""
    if verb.dep_ != "relcl" or tense(verb) != "past":
        return None
    scenes = (c.head for c in verb.subtree if c.lower_ == "which" and c.dep_ == "pobj" and c.i < verb.i)
    if not any(preposition.lower_ in ("in", "at", "during") and preposition.head.i == verb.i for preposition in scenes):
        return None
    over = next((one for one in verb.ancestors if one.pos_ in ("VERB", "AUX")), None)
    return nearest(passage, trigger, {verb.head.i} | ({over.i} if over is not None else set()), ("date", "time"))


def _of_outer(passage: Passage, trigger: Trigger, verb: Token) -> Expression | None:
    """ "The January talks will see officials meet", "Saturday brought new shelling": the time that goes with the subject."""
    over = verb.head
    if verb.pos_ == "NOUN" and verb.dep_ == "dobj" and over.lemma_ in ("see", "bring"):
        return nearest(passage, trigger, {over.i}, ("date", "time"))
    if verb.dep_ not in ("ccomp", "xcomp") or over.lemma_ != "see":
        return None
    subjects = {child.i for child in over.children if child.dep_ == "nsubj"}
    return nearest(passage, trigger, subjects, ("date", "time"))


def _of_asked(passage: Passage, trigger: Trigger, verb: Token) -> Expression | None:
    """ "They had asked him to sign last week": a past time, though the parse hangs it on what was still to be done."""
    asked = {child.i for child in verb.children if child.dep_ == "xcomp" and any(c.lower_ == "to" for c in child.lefts)}
    told = tense(verb) in ("past", "pluperfect") and trigger.pattern.act in ("REQUEST", "THREATEN", "AGREE", "REJECT")
    found = nearest(passage, trigger, asked, ("date",)) if asked and told else None
    return found if found is not None and found.direction == "past" and _is_past_in_itself(found) else None


def _of_same_breath(passage: Passage, trigger: Trigger, verb: Token) -> Expression | None:
    """ "Paz on Monday urged Chad to wait, while warning Mali, an aide said": hers, though the parse gives it to the aide."""
    over = told_around(verb)
    return nearest(passage, trigger, {over.i}, ("date", "time")) if over != verb.head else None


def _is_past_in_itself(time: Expression) -> bool:
    """Whether a time can lie behind only, whatever its verb: "yesterday", "last Tuesday"; not "on Tuesday"."""
    return time.form in ("weekday", "offset") and time.count is not None and time.count < 0


def _of_occasion(passage: Passage, trigger: Trigger, noun: Token) -> Expression | None:
    """The day of talks of which is told what was done or said there.

    "Khan on Monday made a demand, they said after the call"; "Khan said on Monday after an hour of talks".
    """
    length = noun.head.head if noun.head.lower_ == "of" else None  # "after 90 minutes of talks"
    noun = length if length is not None and length.lemma_ in ("minute", "hour") else noun
    over = noun.head.head
    if noun.dep_ not in ("pobj", "pcomp") or noun.head.lower_ not in AFTER or trigger.pattern.act != "CONSULT":
        return None
    if over.lemma_ not in words("say"):
        return None
    told = {child.i for child in over.children if child.dep_ == "ccomp" and child.tag_ == "VBD"}
    own = nearest(passage, trigger, {over.i}, ("date", "time")) if tense(over) == "past" else None
    return own or (nearest(passage, trigger, told, ("date", "time")) if told else None)


def _of_meeting(passage: Passage, trigger: Trigger, noun: Token) -> Expression | None:
    """The day of a meeting is that of what was said or done at it: "On Monday Khan warned Chad in a call"."""
    over = noun.head.head
    inside = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during") and trigger.pattern.act == "CONSULT"
    if not inside or over.pos_ != "VERB" or tense(over) != "past":
        return None
    return nearest(passage, trigger, {over.i}, ("date", "time")) or frame_of(passage, over.idx)


def _of_attended(passage: Passage, trigger: Trigger) -> Expression | None:
    """ "They take part in drills that began on Monday": the time of what somebody takes part in."""
    nouns = {
        noun
        for token in trigger.tokens
        for preposition in token.children
        if preposition.lower_ in ("in", "at")
        for noun in preposition.children
        if noun.dep_ == "pobj" and noun.lemma_.lower() in acts()
    }
    places = {at for noun in nouns for at in noun.subtree if at.dep_ == "pobj" and at.pos_ == "PROPN"}
    return nearest(passage, trigger, {token.i for token in nouns | places}, ("date", "time")) if nouns else None
