"""When an act took place and how long it took: the expressions of time in its own clause."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wirecopy.findings.acts import Trigger
from wirecopy.findings.diary_words import acts, arranger, listed, with_particle
from wirecopy.findings.frames import deed_of
from wirecopy.findings.from_now import times_of
from wirecopy.findings.lexicon import grammar, light
from wirecopy.findings.noun_parties import on_visit
from wirecopy.findings.status_words import words
from wirecopy.language.clauses import is_naming, tense, verb_of
from wirecopy.language.frames import frame_of
from wirecopy.language.said_in import cue_of
from wirecopy.language.told_days import in_one, is_day, plain
from wirecopy.model import Expression, Passage
from wirecopy.moments.calendar import RANGE
from wirecopy.moments.pointing import stepped
from wirecopy.moments.resolve import resolve
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

DAYS = re.compile(r"P(\d+)D|PT(24|48|72)H")
HOURS, MINUTES = re.compile(r"PT(\d+)H"), re.compile(r"PT(\d+)M")
# That is a day after the act, or the time for which somebody counts: "the second build-up so far this year".
AHEAD = re.compile(r"\b(?:(?:ahead of|prior to|in the run-up to) (?:the )?|so far )$", re.IGNORECASE)
OPENING = 20  # characters
AFTER = ("after", "following")
ALMOST_A_WEEK = 6  # days
LONG_AGO = 300  # days: a story's own span is shorter; "in 2014" and "a year ago" lie before it


def time_of(passage: Passage, trigger: Trigger) -> Expression | None:
    """The date or time that hangs on the act's words, nearest first; None where the clause names none."""
    heads = _heads(trigger)
    found = nearest(passage, trigger, heads, ("date", "time"))
    verb = trigger.carrier or trigger.token
    if found is None:
        found = (
            _of_antecedent(passage, verb)
            or _of_scene(passage, trigger, verb)
            or _of_outer(passage, trigger, verb)
            or _of_occasion(passage, trigger, verb)
            or _of_meeting(passage, trigger, verb)
            or _of_attended(passage, trigger)
            or _days_beside(passage, trigger, verb)
        )
    if found is None and (_is_spent_on(verb) or (trigger.pattern.mode == "visit" and on_visit(verb))):
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


def _until_now(passage: Passage, when: Expression, verb: Token) -> Expression | None:
    """ "have been killed since 2014": a year long past from which something goes on is the first of a period.

    None where it is not known on which day that was told.
    """
    published = passage.report.published
    before = passage.report.text[: when.span.start].split()[-1:]
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    if not perfect or before != ["since"] or when.form != "absolute" or not is_historical(passage, when):
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


def _days_beside(passage: Passage, trigger: Trigger, verb: Token) -> Expression | None:
    """ "Chad closed the border on Monday, two days after a guard was shot": Saturday."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("after", "before")), None)
    length = next((e for e in passage.expressions if mark is not None and e.span.end == mark.idx - 1), None)
    days = DAYS.fullmatch(length.value or "") if length is not None else None
    if verb.dep_ != "advcl" or days is None or length is None or mark is None:
        return None
    over = [one for one in verb.ancestors if one.pos_ in ("VERB", "AUX")]
    near = (nearest(passage, trigger, {one.i}, ("date", "time")) for one in over)
    told = next((one for one in near if one is not None), None) or (frame_of(passage, over[0].idx) if over else None)
    count = int(days[1] or 0) + int(days[2] or 0) // 24
    steps = -count if mark.lower_ == "after" else count
    day = stepped(plain(told), "day", steps) if told is not None and is_day(told) else None
    span = replace(length.span, end=mark.idx + len(mark))
    return replace(day, span=span, said=passage.words(span)) if day is not None else None


def _heads(trigger: Trigger) -> set[int]:
    verb = trigger.token
    begun = (
        verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in ("begin", "start")
    )  # "will today start moving"
    plan = arranger(trigger.carrier or verb)
    over = {one.i for one in (trigger.carrier, plan) if one is not None}
    return {verb.i} | over | ({verb.head.i} if begun else set())


def duration_of(passage: Passage, trigger: Trigger) -> str | None:
    """How long it took, ISO 8601: "a 90-minute call", "the call, which lasted 50 minutes"."""
    heads, noun = _heads(trigger), trigger.token
    said = (one for child in noun.children if child.dep_ == "relcl" for one in child.children if one.dep_ == "ccomp")
    # "began at noon and lasted two hours", "which he said lasted two hours"
    told = (noun.head, *noun.head.conjuncts, *noun.children, *said)
    lasts = [child for child in told if child.pos_ == "VERB" and child.lemma_ == "last"]
    lasts += [noun.head.head] if _is_spent_on(noun) else []
    found = nearest(passage, trigger, heads | {verb.i for verb in lasts}, ("duration",))
    found = found or _measuring(passage, noun) or _told_before(passage, noun) or _until_parted(passage, noun)
    value = _whole(passage, found) if found is not None else None
    return value if value and value.startswith("P") and "X" not in value else None  # "within hours" is no length


def _is_spent_on(noun: Token) -> bool:
    """ "spent an hour on a call with Khan", "was on the phone with Khan for an hour": the clause tells when and how long."""
    over = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in") and over.lemma_ in ("spend", "be")


def _measuring(passage: Passage, noun: Token) -> Expression | None:
    """ "90 minutes of talks", "an hour and a half of tense talks": the length of which the act is the content."""
    between = (
        (one, passage.report.text[one.span.end : noun.idx].split())
        for one in passage.expressions
        if one.kind == "duration" and one.span.end < noun.idx
    )
    return next((one for one, words in between if words[:1] == ["of"] and len(words) <= 3), None)


def _told_before(passage: Passage, noun: Token) -> Expression | None:
    """ "Four hours they sat together. It was the first meeting in years": the length that the sentence before tells."""
    verb = noun.head
    subjects = [child.lower_ for child in verb.children if child.dep_ == "nsubj"]
    if noun.dep_ != "attr" or verb.lemma_ != "be" or subjects not in (["it"], ["this"]) or not noun.sent.start:
        return None
    before = noun.doc[noun.sent.start - 1].sent
    told = [one for one in passage.expressions if before.start_char <= one.span.start < before.end_char]
    lengths = [one for one in told if one.kind == "duration" and _is_of_talking(passage, one)]
    return lengths[0] if len(lengths) == 1 else None


def _until_parted(passage: Passage, noun: Token) -> Expression | None:
    """ "The call began at noon. Fifty minutes later he put down the receiver": the length until they parted."""
    verb = noun.head
    after = noun.doc[noun.sent.end].sent if noun.sent.end < len(noun.doc) else None
    begun = any(one.lemma_ in listed("begin") for one in (verb, *verb.conjuncts)) and noun.dep_ == "nsubj"
    if after is None or not begun or with_particle(after.root) not in listed("partings"):
        return None
    first = (one for one in passage.expressions if one.kind == "duration" and one.span.start == after.start_char)
    return next((one for one in first if passage.report.text[one.span.end :].lstrip().startswith("later")), None)


def _is_of_talking(passage: Passage, length: Expression) -> bool:
    """Whether a length is that of sitting together: "for an hour the two spoke"."""
    span = passage.doc.char_span(length.span.start, length.span.end, alignment_mode="expand")
    over = span.root.head if span is not None else None
    over = over.head if over is not None and over.pos_ == "ADP" else over
    return over is not None and over.lemma_ in words("talks")


def _whole(passage: Passage, first: Expression) -> str | None:
    """The value of a length with its smaller part, where that is told apart: "an hour and 40 minutes"."""
    hours = HOURS.fullmatch(first.value or "")
    for other in passage.expressions if hours else ():
        between = passage.report.text[first.span.end : other.span.start].strip(" ,")
        minutes = MINUTES.fullmatch(other.value or "")
        if hours and minutes and other.span.start > first.span.end and between == "and":
            return f"PT{hours[1]}H{minutes[1]}M"
    return first.value


def nearest(passage: Passage, trigger: Trigger, heads: set[int], kinds: tuple[str, ...]) -> Expression | None:
    """The expression of one of the kinds that hangs nearest below one of the heads."""
    sentence = trigger.token.sent
    start, end = sentence.start_char, sentence.end_char
    best: tuple[int, Expression] | None = None
    for expression in times_of(passage):
        if not start <= expression.span.start < end or expression.kind not in kinds:
            continue
        if (expression.value or "").endswith("_REF") or AHEAD.search(
            passage.report.text[: expression.span.start][-24:]
        ):
            continue
        span = passage.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
        cue = cue_of(span.root, verb_of(span.root) or span.root) if span is not None else None
        if cue is not None and cue.i in heads:
            return expression
        if (
            span is None
            or cue is not None
            or _counts_from(span.root, trigger.token)
            or _is_of_another(span.root, heads)
        ):
            continue
        steps = _steps(span.root, heads)
        if steps is not None and (best is None or steps < best[0]):
            best = steps, expression
    return best[1] if best else None


def _counts_from(token: Token, act: Token) -> bool:
    """ "the first talks since May" were not held in May."""
    first = any(child.lower_ in ("first", "second", "third", "last", "worst", "only") for child in act.children)
    return token.dep_ == "pobj" and token.head.lower_ == "since" and first


def _is_of_another(token: Token, heads: set[int]) -> bool:
    """Whether a time is that of another noun: "condemned it as a breach of the agreements of 2014".

    What was done under an agreement, or at a meeting, of that time was done then.
    """
    while token.dep_ == "conj":
        token = token.head
    noun = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "of" or noun.pos_ not in ("NOUN", "PROPN") or noun.i in heads:
        return False
    at = noun.dep_ == "pobj" and noun.head.lower_ in ("under", "at", "in", "by", "during", "on")
    return not (at or noun.ent_type_ in ("DATE", "TIME") or noun.lemma_ in words("times"))


def _steps(token: Token, heads: set[int]) -> int | None:
    """How far up the tree one of the heads is, with no other clause between but one that says when ("held on Monday")."""
    for steps in range(8):
        if token.i in heads:
            return steps
        if token.dep_ == "ROOT":
            return None
        able = token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.head.lower_ == "capable"
        if (
            token.pos_ in ("VERB", "AUX")
            and not (is_naming(token) or able)
            and not (_says_when(token) and token.head.i in heads)
        ):
            return None
        token = token.head
    return None


def _says_when(verb: Token) -> bool:
    """Whether a clause of a noun tells when it takes place: "talks held on Monday", not "talks confirmed on Monday"."""
    tables = light()
    return verb.dep_ in ("relcl", "acl") and (
        verb.lemma_ in tables["carry"] or verb.lemma_ in tables["occur"] or verb.lemma_ in words("planned")
    )


def is_historical(passage: Passage, when: Expression | None) -> bool:
    """Whether a time lies well before the story: 300 days before its publication, or a bare year where no day is known."""
    published = passage.report.published
    if when is None:
        return False
    if published is None or not published.earliest or not published.latest:
        return bool(when.value and len(when.value) == 4 and when.value.isdigit())
    moment = resolve(when, published)
    if moment is None or not moment.latest:
        return False
    return _day(moment.latest) < _day(published.earliest) - timedelta(days=LONG_AGO)


def is_future(passage: Passage, when: Expression | None) -> bool:
    """Whether a time lies after the day of publication, or, where that is not known, is said to lie ahead."""
    published = passage.report.published
    if when is None:
        return False
    if published is None or not published.latest:
        return when.direction == "future"
    moment = resolve(when, published)
    if moment is None or not moment.earliest:
        return False
    first, last = _day(moment.earliest), _day(moment.latest or moment.earliest)
    ahead = when.direction == "future" or (when.value or "").endswith("/AFTER")  # "later this week" begins today
    return first > _day(published.latest) or (ahead and first < last and last > _day(published.latest))


def is_ahead(passage: Passage, when: Expression | None) -> bool:
    """Whether a time is not over on the day of publication: what somebody is to do may be for the same evening."""
    published = passage.report.published
    moment = resolve(when, published) if when is not None and published is not None and published.latest else None
    if moment is None or not moment.latest or published is None or not published.latest:
        return is_future(passage, when)
    return is_future(passage, when) or moment.latest[:10] == published.latest[:10]


def is_over(passage: Passage, when: Expression | None, verb: Token) -> bool:
    """Whether a day lies before that of publication, and the verb does not look back: "may have shelled it on Monday"."""
    if any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    published = passage.report.published
    moment = resolve(when, published) if when is not None and is_day(when) else None
    if published is None or not published.earliest or moment is None or not moment.latest:
        return False
    return _day(moment.latest) < _day(published.earliest)


def is_next_week(passage: Passage, when: Expression) -> bool:
    """Whether a bare weekday is taken for one nearly a week ahead: that of the report's own day, or of the day before."""
    published = passage.report.published
    moment = resolve(when, published) if published is not None and published.latest else None
    if when.form != "weekday" or moment is None or not moment.earliest or published is None or not published.latest:
        return False
    return _day(moment.earliest) - _day(published.latest) >= timedelta(days=ALMOST_A_WEEK)


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


def back_then(passage: Passage, verb: Token) -> bool:
    """Whether the sentence opens with words for a time long past: "At the time, …"."""
    start = verb.sent.start_char
    opening = passage.report.text[start : start + OPENING].lower()
    return opening.startswith(tuple(load("status")["back_then"]))
