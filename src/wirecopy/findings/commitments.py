"""Commitments: threats, promises, demands, red lines, refusals and offers, with who makes them to whom, on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wirecopy.findings.answers import answers
from wirecopy.findings.conditions import conditions, with_marker
from wirecopy.findings.drafts import Draft, Party, Scene, Stretch, is_hand
from wirecopy.findings.finder import Finder
from wirecopy.findings.futures import futures
from wirecopy.findings.insisting import insisting
from wirecopy.findings.lines import lines
from wirecopy.findings.openings import openings
from wirecopy.findings.papers import issuers, papers
from wirecopy.findings.parties import Parties
from wirecopy.findings.phrases import phrases
from wirecopy.findings.pledges import pledges
from wirecopy.findings.voices import lists, table
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
    futures,
)  # the first rule that takes a stretch of words keeps it


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every commitment that a report tells of, one for each utterance; what has been done or is only expected is none."""
    parties = Parties(passage)
    text, before = passage.report.text, None
    asked: Draft | None = None
    last: Draft | None = None
    standing: tuple[int, Draft | None] = 0, None
    supposed: Stretch | None = None
    owners: tuple[Party, ...] = ()
    for number, sentence in enumerate(passage.doc.sents):
        if len(sentence) > 3:
            on = conditions(text, sentence, sentence.start_char, sentence.end_char)
            words = tuple((token, token.lower_, token.lemma_.lower()) for token in sentence)
            if number - standing[0] > _STANDS:
                standing = number, None
            scene = Scene(parties, sentence, on, before, words, asked, supposed, standing[1], owners)
            drafts = tuple(_apart(draft for rule in RULES for draft in rule(scene)))
            drafts = tuple(_also(text, draft, sentence.start_char, last) for draft in drafts)
            for draft in drafts:
                yield _claim(passage, _with_thing(text, _with_proviso(text, draft, sentence.end_char)))
            last = next((draft for draft in reversed(drafts) if draft.condition), None)
            asked = next((d for d in reversed(drafts) if d.kind in ("demand", "threat") and d.action), None)
            demand = next((d for d in reversed(drafts) if d.kind == "demand" and d.action), None)
            standing = (number, demand) if demand else standing
            supposed = on[0].words if on and not drafts else None
            owners = issuers(scene) or owners
        before = sentence


_STANDS = 8  # sentences for which a demand can be meant by "the demand" and "it"


FINDER = Finder("commitments", 1, find)


_CALLED = re.compile(
    r"^what\s+\w+(?:\s+\w+)?\s+(?:describe|call|term|see|regard)s?(?:ed|d)?\s+(?:as\s+)?", re.IGNORECASE
)
_ASIDE = re.compile(
    r",\s+again$|,?\s+(?:however|though|too|either|nonetheless|nevertheless|accordingly)$", re.IGNORECASE
)
_HOLLOW = re.compile(
    r"(?:if\s+)?(?:necessary|needed|required|possible)|this|that|it|these|those|such|so|he\s+does|they\s+do|it\s+does",
    re.IGNORECASE,
)
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
        if draft.action and span and _is_thing(actor) and text[span.end : draft.action[0]].strip() in ("", "to"):
            return draft._replace(action=(span.start, draft.action[1]))
    return draft


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
    by = tuple(dict.fromkeys(_principal(passage, actor) for actor, _ in draft.by))
    addressed = [(a, span) for a, span in draft.to if not (_only_inside(draft, span) or _is_thing(a))]
    to = tuple(dict.fromkeys(_principal(passage, actor) for actor, _ in addressed))
    sayers: tuple[Actor, ...] = ()
    if told and told.actor:
        sayers = tuple(a for a in (told.actor, *told.said_by) if a.id not in {b.id for b in by})
    finding = Commitment(
        kind=draft.kind,  # type: ignore[arg-type]
        by=by,
        to=to,
        condition=_proper(_words(text, draft.condition)),
        action=_deed(_words(text, draft.action), draft.kind),
        deadline=_deadline(passage, draft),
        when=(told.when if told else None) or draft.when,
        strength=draft.strength,
        said_by=sayers,
    )
    report = passage.report.id
    spans = {
        "action": (*_spans(report, draft.action), *_spans(report, draft.cue)),
        "condition": _spans(report, with_marker(text, draft.condition) if draft.condition else None),
        "by": tuple(span for _, span in draft.by if span),
        "to": tuple(span for _, span in addressed if span),
    }
    return claim(finding, spans, FINDER.rule)


def _principal(passage: Passage, actor: Actor) -> Actor:
    """Whose force or delegation it is, where the report names that state or alliance: "foreign NATO troops" are NATO's."""
    if not is_hand(actor):
        return actor
    named = (m.actor for m in passage.mentions if m.actor and m.actor.kind in ("state", "organisation"))
    words = set(actor.name.split())
    return next(
        (a for a in named if a.name in words or (a.kind == "state" and a.country == actor.country is not None)), actor
    )


def _words(text: str, part: Stretch | None) -> str | None:
    """The words of a stretch in one line, without a quotation mark whose partner lies outside."""
    if part is None:
        return None
    words = _CALLED.sub("", " ".join(text[part[0] : part[1]].split()))
    for opening, closing in ("“”", "«»"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return _ASIDE.sub("", " ".join(words.split())) or None


def _deed(action: str | None, kind: str) -> str | None:
    """The action of "there will be no talks": what is refused is the talks."""
    return re.sub(r"^(?:no|not)\s+", "", action) if action and kind == "refusal" else action


def _proper(condition: str | None) -> str | None:
    """The condition, where it tells one: "if necessary" and a bare "this" do not."""
    return None if condition is None or _HOLLOW.fullmatch(condition) else condition


def _only_inside(draft: Draft, span: Span | None) -> bool:
    """Is somebody only named inside what is refused ("will not compromise on Ukraine's right"), and not the one refused?"""
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
        if not sentence.start_char <= expression.span.start < sentence.end_char:
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
