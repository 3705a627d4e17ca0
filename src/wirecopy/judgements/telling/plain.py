"""What a claim must tell where no states meet, in its report's own words: news of the week, in a clause of its own.

`at_home` weighs what a claim says; here its report is asked. A columnist's figures of speech, what is told only to remind
the reader, words that are nobody's or are torn from their sentence make no line, and neither does what another claim tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from wirecopy.judgements.parties import is_named
from wirecopy.judgements.telling.aside import SUBORDINATE, before, clause_before, is_aside
from wirecopy.judgements.telling.at_home import is_grave, is_somebody
from wirecopy.judgements.telling.paraphrased import without_paraphrases
from wirecopy.judgements.telling.spoken import GOVERNED, RECALLED, is_called, is_said
from wirecopy.judgements.telling.unguessed import is_borrowed
from wirecopy.judgements.told import Told, days
from wirecopy.language.actors import titles
from wirecopy.model import Actor, Commitment, Event, Figure, Report, Span, Statement
from wirecopy.words import load

OLD = 31  # days before its report from which on a claim only reminds
QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
ONESELF = re.compile(r"\b(?:I|my|we|our|us|you|your)(?:['’][a-z]+)?\b|\?", re.IGNORECASE)
COLUMN = 0.01
"""Fewest words of talk ("I", "our", a question) of those outside quotation marks in a column. In the news of five weeks it is
.006 at most, in columns .011 to .08."""
TALK = 4  # of fewer such words a share says nothing
ASKED = 4  # words of a commitment without a condition
POINTING = re.compile(
    r"\b(?:it|this|that|them|do so|the same|such)$|\b(?:it|them|so|the same|the (?:bill|measure|move|plan))\b"
)
"""What only the sentence before tells."""
OTHERS = re.compile(
    r"^(?:be|face|have|n['’]t)\b|^(?!I |We |I['’]|We['’])[A-Z]\S*\s.*"
    r"|^(?:(?!\b(?:that|which|who|whose|if|when|how|what|because|saying|suggesting)\b).)*?\b(?:will|won['’]t|would|must|should|shall)\b"
)
"""An action with a doer of its own, who is not the speaker: "all shops will be closed", not "stop what would harm them"."""
STANDING = re.compile(r"\b(?:has|have) (?=(?:\w+ly |also )?\w+(?:ed|own|orn) (?:\w+ly )?to (?:\w+ly )?$)")
"""The perfect of a word that is still given: "has vowed to"."""
NO_DEED = re.compile(
    r"^(?:an?|the|other|more|some|any)\b|^\S+ (?:who|that|which)\b|^(?:would|could|can|may|might)(?:n['’]t)?\b|^\S+$"
)
"""How an action begins that tells no deed, which may still be asked for or refused."""
TOLD_AFTER = re.compile(r"\b(?:after|before|because|since|whose|whom|how|why|whether|what)\b")
"""What opens a clause in which a commitment is only the story's past."""
UNREAL = re.compile(r"^(?:I|we) were\b", re.IGNORECASE)
"""A condition under which advice is given: "if I were them"."""
HAPPENS = frozenset({"death", "accident", "crime", "justice", "nature"})
"""Classes of news that are told in any clause, and by a noun."""


def plain(told: Sequence[Told]) -> list[Told]:
    """The claims that are lines where no states meet, those without that another claim tells."""
    columns = {report.id for report in {one.report.id: one.report for one in told}.values() if is_column(report)}
    kept = [one for one in told if is_plain(one, one.report.id in columns)]
    bound = [span for one in kept for span in one.claim.spans.get("action", ())]
    kept = without_paraphrases([one for one in kept if not _is_bound(one, bound)])
    cues = {(s.report_id, s.start) for one in kept for s in one.claim.spans.get("cue", ())}
    acts = {place for one in kept if isinstance(one.finding, Event) and one.finding.act for place in _acts(one)}
    return [one for one in kept if not _is_uttered(one, cues) and not _is_told(one, acts)]


def is_column(report: Report) -> bool:
    """Whether a report is written by somebody who speaks for himself: outside quotations it says "I", "our", and asks."""
    own = QUOTED.sub(" ", report.text)
    return len(ONESELF.findall(own)) >= max(TALK, COLUMN * len(own.split()))


def is_plain(told: Told, in_column: bool) -> bool:
    """Whether a claim tells news of its week in words that are somebody's and are whole."""
    finding = told.finding
    if _is_old(told) or is_aside(told):
        return False
    if isinstance(finding, Statement):
        return is_said(told, finding, in_column)
    if in_column:
        return False
    if isinstance(finding, Commitment):
        return _binds(told, finding)
    return not isinstance(finding, Event) or _happened(told, finding)


def _is_old(told: Told) -> bool:
    finding, printed = told.finding, days(told.report.published)
    when = finding.as_of if isinstance(finding, Figure) else finding.when
    known = days(when)
    if known is None or printed is None:
        return False
    return (date.fromisoformat(printed[0]) - date.fromisoformat(known[1])).days > OLD


def _binds(told: Told, made: Commitment) -> bool:
    """Is it made by somebody named, in his own words, and can it be understood?"""
    action = made.action or ""
    if (
        not action
        or made.said_by
        or made.kind in ("offer", "red line")
        or not any(_can_bind(one, made) for one in made.by)
    ):
        return False
    if (
        POINTING.search(action)
        or OTHERS.search(action)
        or (made.kind in ("promise", "threat", "refusal") and NO_DEED.search(action))
        or UNREAL.search(made.condition or "")
    ):
        return False
    if (len(action.split()) < ASKED and made.condition is None) or not all(map(_can_hear, _hearers(told))):
        return False
    said = [before(told.report, span) for span in _spans(told, "action")]
    if made.kind in ("promise", "threat"):
        said = [STANDING.sub("", text) for text in said]
    return not any(RECALLED.search(text) or TOLD_AFTER.search(text.rsplit(",", 1)[-1]) for text in said)


def _can_bind(maker: Actor, made: Commitment) -> bool:
    """Is a maker somebody by name, and a country only towards another?"""
    return is_somebody(maker) and (
        maker.kind != "state" or any(one.country not in (None, maker.country) for one in made.to)
    )


def _hearers(told: Told) -> tuple[Actor, ...]:
    """To whom a commitment is made as its finder took it."""
    found = told.claim.finding
    return found.to if isinstance(found, Commitment) else ()


def _can_hear(actor: Actor) -> bool:
    """Is it somebody, and no thing of which a rule only speaks ("requires masks to slow the spread")?"""
    last = actor.name.lower().split()[-1]
    return is_named(actor) or last in titles.load().groups or actor.name in load("newsworthy")["people"]


def _happened(told: Told, event: Event) -> bool:
    """Is an act the report's own news: not in somebody's quoted words, and if it is only an occurrence in a main clause?"""
    if any(_is_quoted(told.report, span) for span in _spans(told, "act")):
        return False
    if event.act is None and event.word is None:
        return True  # the diary
    if event.mode == "investigate" and event.act == "ACCUSE":
        return not any(told.report.text[span.start : span.end].lower() == "hearing" for span in _spans(told, "act"))
    if event.act is not None or event.mode in HAPPENS:
        return True
    if is_grave(event):
        return not any(SUBORDINATE.search(clause_before(told.report, span)) for span in _spans(told, "act"))
    if days(event.when) is None or event.status == "denied" or is_borrowed(told):
        return False
    if event.mode is None and not any(is_called(told, one) and any(map(str.isupper, one.name)) for one in event.who):
        return False
    nouns = (told.report.text[span.start : span.end].lower().endswith(("ion", "ment")) for span in _spans(told, "act"))
    clauses = [clause_before(told.report, span) for span in _spans(told, "act")]
    return not any(nouns) and not any(SUBORDINATE.search(text) or GOVERNED.search(text) for text in clauses)


def _spans(told: Told, role: str) -> Iterable[Span]:
    return told.claim.spans.get(role, ())[:1]


def _is_quoted(report: Report, span: Span) -> bool:
    """Does a span stand between quotation marks of its paragraph?"""
    text = report.text[report.text.rfind("\n", 0, span.start) + 1 : span.start]
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _is_bound(told: Told, actions: Iterable[Span]) -> bool:
    """Is a paraphrase what a commitment tells?"""
    said = told.finding
    if not isinstance(said, Statement) or said.form == "direct":
        return False
    return any(
        words.report_id == action.report_id and words.start <= action.start < words.end and _much(words, action)
        for words in _spans(told, "words")
        for action in actions
    )


def _much(words: Span, action: Span) -> bool:
    return 2 * (min(words.end, action.end) - action.start) > words.end - words.start


def _is_uttered(told: Told, cues: set[tuple[str, int]]) -> bool:
    """Is an act of words told as a statement?"""
    event = told.finding
    if not isinstance(event, Event) or (event.act is not None and event.act not in load("newsworthy")["uttered"]):
        return False
    return any((span.report_id, span.start) in cues for span in _spans(told, "act"))


def _is_told(told: Told, acts: set[tuple[str, int]]) -> bool:
    """Is an occurrence told by the word of an act?"""
    return isinstance(told.finding, Event) and told.finding.act is None and bool(_acts(told) & acts)


def _acts(told: Told) -> set[tuple[str, int]]:
    return {(span.report_id, span.start) for span in _spans(told, "act")}
