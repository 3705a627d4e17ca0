"""Commitments: threats, promises, demands, red lines, refusals and offers, with who makes them to whom, on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wirecopy.findings.alternatives import parted
from wirecopy.findings.announced import announced
from wirecopy.findings.answers import answers
from wirecopy.findings.conditions import conditions, with_marker
from wirecopy.findings.counterparts import answered, feared
from wirecopy.findings.drafts import Draft, Party, Scene, Stretch
from wirecopy.findings.finder import Finder
from wirecopy.findings.futures import futures
from wirecopy.findings.hearers import heard
from wirecopy.findings.insisting import insisting
from wirecopy.findings.lines import lines
from wirecopy.findings.musts import duties
from wirecopy.findings.openings import openings
from wirecopy.findings.papers import issuers, papers
from wirecopy.findings.parties import Parties
from wirecopy.findings.phrases import phrases
from wirecopy.findings.pledges import pledges
from wirecopy.findings.principals import owned, principal
from wirecopy.findings.prospects import prospects
from wirecopy.findings.terms import terms
from wirecopy.findings.voiced import can_speak
from wirecopy.findings.voices import lists, table
from wirecopy.findings.worded import action_words, condition_words
from wirecopy.language import gazetteer
from wirecopy.model import Actor, Claim, Commitment, Expression, Passage, Span, claim
from wirecopy.notes import Notes

RULES = (
    lines,
    phrases,
    openings,
    insisting,
    answers,
    pledges,
    papers,
    prospects,
    terms,
    futures,
    announced,
    duties,
)  # the first rule that takes a stretch of words keeps it


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every commitment that a report tells of, one for each utterance; what has been done or is only expected is none."""
    parties = Parties(passage)
    text, before = passage.report.text, None
    asked: Draft | None = None
    last: Draft | None = None
    standing: tuple[int, Draft | None] = 0, None
    supposed: Stretch | None = None
    spoken: tuple[int, Draft | None] = 0, None
    owners: tuple[int, tuple[Party, ...]] = 0, ()
    foe = feared(parties)
    for number, sentence in enumerate(passage.doc.sents):
        if len(sentence) > 3:
            on = conditions(text, sentence, sentence.start_char, sentence.end_char)
            words = tuple((token, token.lower_, token.lemma_.lower()) for token in sentence)
            if number - standing[0] > _STANDS:
                standing = number, None
            writers = owners[1] if number - owners[0] <= _STANDS else ()
            scene = Scene(parties, sentence, on, before, words, asked, supposed, standing[1], writers)
            drafts = tuple(_apart(part for rule in RULES for draft in rule(scene) for part in parted(scene, draft)))
            drafts = tuple(_with_foe(scene, _also(text, draft, sentence.start_char, last)) for draft in drafts)
            drafts = tuple(heard(scene, draft) for draft in drafts)
            told = tuple(one for one in (*reversed(drafts), asked) if one is not None)
            near = spoken[1] if number - spoken[0] <= _READS else None
            drafts = tuple(answered(scene, draft, foe, (one for one in told if one != draft), near) for draft in drafts)
            addressed = next((d for d in reversed(drafts) if d.to and d.kind in ("demand", "threat")), None)
            spoken = (number, addressed) if addressed else spoken
            drafts = tuple(draft for draft in drafts if not _is_empty(text, draft))
            for place, draft in enumerate(drafts):
                full = _told_before(text, draft, (*reversed(drafts[:place]), asked, standing[1]))
                full = _done_so(scene, full)
                yield _claim(passage, _with_thing(text, _with_proviso(text, full, sentence.end_char)))
            last = next((draft for draft in reversed(drafts) if draft.condition), None)
            asked = next((d for d in reversed(drafts) if d.kind in ("demand", "threat") and d.action), None)
            demand = next((d for d in reversed(drafts) if d.kind == "demand" and d.action), None)
            standing = (number, demand) if demand else standing
            supposed = on[0].words if on and not drafts else None
            owners = (number, found) if (found := issuers(scene)) else owners
        before = sentence


_READS = 4  # sentences for which a readout goes on with what was said to the same one
_STANDS = 8  # sentences for which a demand, or a paper, can be meant by "the demand" and "it"


FINDER = Finder("commitments", 1, find)


_PROVISO = re.compile(
    r"\s*[\w’']+(?:\s+[\w’']+){0,3}\s+(?:proviso|condition|caveat|catch|string)\b[^.:\n]{0,40}:\s*([^.\n]+)",
    re.IGNORECASE,
)


def _with_proviso(text: str, draft: Draft, end: int) -> Draft:
    """The draft with the condition that the next sentence sets: "There was one proviso: the command must be European."""
    if draft.condition is not None or draft.kind not in ("promise", "offer"):
        return draft
    found = _PROVISO.match(text, end)
    return draft._replace(condition=found.span(1)) if found else draft


def _with_thing(text: str, draft: Draft) -> Draft:
    """The draft whose action begins at the thing called for: "reforms to ease the burden", which are asked to do nothing."""
    for actor, span in draft.to:
        if (
            draft.action
            and span
            and span.end <= draft.action[0]
            and _is_thing(actor)
            and text[span.end : draft.action[0]].strip() in ("", "to")
        ):
            return draft._replace(action=(span.start, draft.action[1]))
    return draft


_ASKS = re.compile(
    r"['’]?s?\s+(?:[\w-]+\s+){0,3}(?:demand|request|proposal|condition|ultimatum|offer|plan|term|call|attempt|bid|effort)s?\b"
)


def _with_foe(scene: Scene, draft: Draft) -> Draft:
    """The threat with whose deed it answers as addressee, where only an adjective tells: a Turkish landing is Turkey's."""
    if draft.kind != "threat" or draft.to or draft.condition is None:
        return draft
    words = scene.sentence.doc.char_span(*draft.condition, alignment_mode="expand")
    noun = words.root if words is not None and len(words) else None
    said = {c.text for c in noun.children if c.dep_ == "amod"} if noun is not None and noun.pos_ == "NOUN" else set()
    country = next((code for code, adjective in gazetteer.adjectives().items() if adjective in said), None)
    state = gazetteer.load().actors.get(country) if country else None
    own = {actor.country for actor, _ in draft.by}
    return draft._replace(to=((state, None),)) if state is not None and country not in own else draft


def _is_empty(text: str, draft: Draft) -> bool:
    """Is it a bare "will respond" on no condition, which tells nothing, or does a thing make it (the pill promises)?"""
    if draft.by and not any(can_speak(actor) and not _is_private(actor) for actor, _ in draft.by):
        return True
    if draft.kind == "refusal" and draft.action and text[slice(*draft.action)].strip().lower() in ("do so", "do that"):
        return True
    bare = draft.action and text[slice(*draft.action)].strip().lower() in ("respond", "react", "answer", "act", "do so")
    return bool(bare) and draft.kind == "threat" and draft.condition is None


def _is_private(actor: Actor) -> bool:
    """Does somebody without a name act for nobody but himself: the fans, a mother, a shareholder?"""
    return actor.anonymous and actor.name.lower().split()[-1] in lists("private")


_POINTS = re.compile(
    r"otherwise|or\s+else|if\s+not|failing\s+(?:that|which)|(?:they|he|she|it|[A-Z]\w+)\s+(?:do|does|did|will|would)\s*(?:not|n['’]t)",
    re.IGNORECASE,
)


def _told_before(text: str, draft: Draft, before: Iterable[Draft | None]) -> Draft:
    """The draft with what was demanded as its condition, where it only says "otherwise" or "if they do not"."""
    if draft.condition is None or not _POINTS.fullmatch(" ".join(text[slice(*draft.condition)].split())):
        return draft
    mine = {actor.id for actor, _ in draft.by}
    demands = (
        d for d in before if d is not None and d.kind == "demand" and d.action and mine & {a.id for a, _ in d.by}
    )
    demand = next(demands, None)
    if demand is None:
        return draft
    to = draft.to or demand.to
    return draft._replace(condition=demand.action, pointer=draft.condition, marker="unless", to=to)


_DO_SO = re.compile(r"[\w ]{2,40}\s+(?:do|does|did)\s+(?:so|that|it)", re.IGNORECASE)


def _done_so(scene: Scene, draft: Draft) -> Draft:
    """The draft with the deed that "Should he do so" points at: the last one that the sentence before asks or plans."""
    if draft.condition is None or scene.before is None or not _DO_SO.fullmatch(scene.text[slice(*draft.condition)]):
        return draft
    asked = (t for t in reversed(scene.before) if t.tag_ == "VB" and any(c.dep_ == "aux" for c in t.children))
    verb = next((t for t in asked if any(c.dep_ in ("dobj", "prep") for c in t.children)), None)
    if verb is None:
        return draft
    words = verb.idx, _closed_before(scene.text, verb.right_edge.idx + len(verb.right_edge.text))
    return draft._replace(condition=words, pointer=draft.condition)


def _closed_before(text: str, end: int) -> int:
    return len(text[:end].rstrip(' .,;”"'))


_ALSO = re.compile(r"\b(?:also|in addition to|on top of|besides|moreover)\b", re.IGNORECASE)


def _also(text: str, draft: Draft, start: int, last: Draft | None) -> Draft:
    """The draft under the condition of the sentence before, which it adds to: "He also warned that X would …"."""
    added = draft.condition is None and draft.strength == "would" and draft.action is not None
    if not added or last is None or last.condition is None or draft.kind not in ("threat", "promise"):
        return draft
    near = "\n" not in text[last.condition[1] : start]
    said = _ALSO.search(text, start, draft.action[0]) if draft.action else None
    return draft._replace(condition=last.condition) if near and said else draft


def _apart(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts whose words no earlier draft has taken."""
    taken: list[Stretch] = []
    for draft in drafts:
        words = draft.cue or draft.action or draft.condition
        if words is None or words[1] <= words[0]:
            continue
        if any(min(words[1], end) - max(words[0], start) > 0.5 * (words[1] - words[0]) for start, end in taken):
            continue
        taken.append(words)
        yield draft


def _claim(passage: Passage, draft: Draft) -> Claim:
    text, told = passage.report.text, draft.voice
    tellers = (told.actor, *told.said_by) if told else ()
    person = next((teller for teller in tellers if teller is not None and teller.kind == "person"), None)
    bound = [principal(passage, party, person) for party in draft.by]
    by = tuple(dict.fromkeys(actor for actor, _ in bound))
    inside = [(a, span) for a, span in draft.to if not _is_thing(a)]
    addressed = [(a, span) for a, span in inside if not _only_inside(draft, span, text)]
    heard_by = dict.fromkeys(
        p[0] if draft.kind == "demand" and _are_men(text, p) else principal(passage, p)[0] for p in addressed
    )
    to = tuple(actor for actor in heard_by if _is_other(actor, by, draft.kind))
    through = [other for _, other in bound if other is not None]
    if told and told.actor:
        through += [owned(passage, told.actor, told.span, by), *told.said_by]
    received = draft.strength in lists("assurances")  # who was given an assurance tells of it himself
    own = {a.id for a in through if not received}
    to = tuple(actor for actor in to if actor.kind != "person" or actor.id not in own)
    mute = {b.id for b in by} | {a.id for a in through if not can_speak(a) or a.name.lower() in lists("cabinets")}
    sayers = {actor.id: actor for actor in through if actor.id not in mute}
    finding = Commitment(
        kind=draft.kind,  # type: ignore[arg-type]
        by=by,
        to=to,
        condition=condition_words(text, draft),
        action=action_words(text, draft),
        deadline=_deadline(passage, draft),
        when=_said_when(passage, draft),
        strength=draft.strength,
        said_by=tuple(sayers.values()),
    )
    report = passage.report.id
    spans = {
        "action": (*_spans(report, draft.action), *_spans(report, draft.cue)),
        "condition": (
            *_spans(report, with_marker(text, draft.condition) if draft.condition else None),
            *_spans(report, draft.pointer),
        ),
        "by": tuple(span for _, span in draft.by if span),
        "to": tuple(span for _, span in addressed if span),
    }
    return claim(finding, spans, FINDER.rule)


_GUESSED = re.compile(
    r"\b(?:probably|possibly|perhaps|maybe|likely|presumably|expected|by|before|until|from)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


_HOUR = re.compile(r"\d:\d\d|\d\s*[ap]\.?m\b|o['’]clock", re.IGNORECASE)


_OF_CALL = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:call|conversation|meeting|summit|speech|letter|interview|address)\b", re.IGNORECASE
)


def _day_of_call(passage: Passage, draft: Draft) -> Expression | None:
    """The day of the call or speech in which it was said: "his warning in a May 7 video call that …"."""
    first, last = draft.anchor.sent.start_char, (draft.action or draft.condition or (0, 0))[0]
    near = (e for e in passage.expressions if first <= e.span.start and e.span.end <= last)
    return next((e for e in near if _OF_CALL.match(passage.report.text, e.span.end, last)), None)


def _said_when(passage: Passage, draft: Draft) -> Expression | None:
    """When it was said; the time of what is promised or asked is none ("a spokesman said, probably on Thursday").

    Nor is a clock time that was told of another deed, before the sentence.
    """
    when = (draft.voice.when if draft.voice else None) or draft.when or _day_of_call(passage, draft)
    if when is None:
        return None
    text = passage.report.text
    inside = any(part and part[0] <= when.span.start < part[1] for part in (draft.action, draft.condition))
    here = when.span.start >= draft.anchor.sent.start_char
    guessed = here and _GUESSED.search(text, max(0, when.span.start - 24), when.span.start)
    hour = not here and _HOUR.search(when.said)
    return None if inside or guessed or hour else when


def _is_other(actor: Actor, by: tuple[Actor, ...], kind: str) -> bool:
    """Is the addressee somebody else: neither the maker nor, but for demands, his own state; and no mere thing?"""
    home = {one.country for one in by if one.kind == "person" and one.country and one.id in gazetteer.load().actors}
    last = actor.name.lower().split()[-1]
    thing = actor.anonymous and actor.kind == "group" and (last.endswith("ing") or last in lists("deeds"))
    return actor not in by and not thing and not (kind != "demand" and actor.kind == "state" and actor.country in home)


def _are_men(text: str, party: Party) -> bool:
    """Are they spoken to themselves, and not their state: soldiers who are called on to lay down their arms?"""
    actor, span = party
    return actor.kind == "group" and span is not None and text[: span.end].lower().endswith(tuple(lists("men")))


def _only_inside(draft: Draft, span: Span | None, text: str) -> bool:
    """Is somebody only named inside what is refused ("will not compromise on Ukraine's right"), and not the one refused?

    Whose demand it is ("rejected Hanoi's demands") is the one refused.
    """
    if span is not None and draft.action and _ASKS.match(text, span.end):
        return False
    if draft.kind != "refusal" or span is None or draft.action is None or draft.cue is not None:
        return False
    return draft.action[0] <= span.start < draft.action[1]


def _is_thing(actor: Actor) -> bool:
    """Is it no party at all, but what is asked for or spoken of: documents, broad reforms, a red line?"""
    last = actor.name.lower().split()[-1]
    return actor.anonymous and actor.kind == "group" and bool({last, last.removesuffix("s")} & lists("unheard"))


def _spans(report: str, part: Stretch | None) -> tuple[Span, ...]:
    return (Span(report, *part),) if part else ()


def _deadline(passage: Passage, draft: Draft) -> Expression | None:
    """The time by which: an expression behind "by", "before", "within" in the action, or behind "deadline of"."""
    if draft.action is None:
        return None
    sentence = draft.anchor.sent
    for expression in passage.expressions:
        if not sentence.start_char <= expression.span.start < sentence.end_char or expression == draft.when:
            continue
        said = " ".join(passage.report.text[max(0, expression.span.start - 18) : expression.span.start].lower().split())
        between = passage.report.text[draft.action[1] : max(draft.action[1], expression.span.start)]
        inside = draft.action[0] <= expression.span.start and len(between) <= 24 and len(between.split()) <= 3
        first = expression.said.lower().split(" ", 1)[0]
        if (inside and (said.endswith(tuple(f" {w}" for w in table("due"))) or first in table("due"))) or said.endswith(
            "deadline of"
        ):
            return expression
    return None
