"""Lead-ins: the report's own words that lead into a line whose words cannot be understood alone.

A gloss says what a word means where the report leaves one answer; a lead-in lets the reader see for himself where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.account.before import begins, is_of_kind, opens, sentences, telling
from wirecopy.account.clear import Line, Place
from wirecopy.account.places import Source, placed, teller
from wirecopy.account.pointers import first_pointer, goes_on, points_again
from wirecopy.language.actors.pronouns import PRONOUNS
from wirecopy.model import Claim, Commitment, Entry, Event, Figure, LeadIn, Report, Span, Statement
from wirecopy.words import load

# The fields of a value that have a report's words, as a reader takes them in, and the role of the evidence that has them too.
FIELDS: Mapping[type, Mapping[str, str]] = {
    Event: {"what": "act"},
    Commitment: {"condition": "condition", "action": "action"},
    Statement: {"words": "words"},
    Figure: {"what": "figure"},
}
# Characters of a lead-in; characters of a line's own sentence before its words that lead into them by themselves, where the
# sentence before would be cut; characters of a sentence before that tells too little alone ("He showed no proof.").
MOST, OWN, SHORT = 240, 90, 40
LEAST = 4  # words: "Mr Paz said" leads into nothing
# What stands for a matter told at length, which a paragraph opens with, rather than for the last thing named.
MATTER = re.compile(r"follow|(?:the|this|that|these|those|such) [a-z]{4}", re.IGNORECASE)
# The clause whose own sentence tells the rest; a question in front of its answer.
CLAUSE = re.compile(r"(?:an?|if|unless|in case|once|one|should|something|which|whom?|whose)\b", re.IGNORECASE)
ASKED = re.compile(
    r"(?:\A|(?<=[.!?]\s)|(?<=[.!?][”’]\s)|(?<=\n))(?:When )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b[^.!?\n]*\Z"
)
POINTS = re.compile(r"\b(?:these|those|such|this) (?!(?:day|week|month|year)s?\b)[a-z]{4,}\b")
REASONS = re.compile(r"\bas (?:his|her|its|their) ")  # "gave as his reasons": of what is told before
FEW = 12  # words of what "he added", with no name among them: more may well be understood alone
BARE = 6  # words of a quotation that has neither a name nor a number: "We shall see", of what?
NAMED = re.compile(r"he|she|they|both", re.IGNORECASE)
STEPS = 4  # sentences back that each go on from the one before
LATER_NAME = re.compile(r"\d|(?<=[\w,] )(?!I\b)[A-Z]")
OPENED = re.compile(r"[\s“‘\"'(\[–—-]+\Z")


def with_lead_in(entry: Entry, sources: Mapping[str, Source], reports: Mapping[str, Report]) -> Entry:
    """A line with the words that lead into it, where its own need them."""
    fields = FIELDS.get(type(entry.value), {})
    shown = [(field, words) for field in fields if (words := getattr(entry.value, field))]
    claim = _teller(shown, entry, sources)
    if claim is None:
        return entry
    source = sources[claim.report_id]
    pieces = [place for field, words in shown for place in _pieces(words, fields[field], claim, source)]
    pointing = _pointing(Line(entry, source, pieces)) if pieces else None
    if pointing is None:
        return entry
    starts = [start for start, _ in pieces if start <= pointing.start]
    at = (
        max(starts) if isinstance(entry.value, Event) else min(pieces)[0]
    )  # "Chad … sent troops there": what the gap holds
    led = _before(at, pointing, reports[claim.report_id])
    if led is None:
        return entry
    words = " ".join(source.text[led.start : led.end].split())
    cut = "" if begins(led.start, source.text) else "… "
    gap = " …" if source.text[led.end : at].strip(" \n“‘\"'([–—-") else ""
    return replace(entry, lead_in=LeadIn(" ".join(pointing.words.split()), f"{cut}{words}{gap}", led))


def _teller(shown: Sequence[tuple[str, str]], entry: Entry, sources: Mapping[str, Source]) -> Claim | None:
    """The claim that has all the words shown."""
    if len(shown) == 1:
        return teller(*shown[0], entry, sources)
    own = (one for one in entry.claims if all(getattr(one.finding, field) == words for field, words in shown))
    claim = next(own, None) if shown else None
    return claim if claim and claim.report_id in sources else None


def _pointing(line: Line) -> Place | None:
    """What a line has that points; of an answer, and of what was added, where nothing does, all its words."""
    (start, end), value = min(line.pieces), line.entry.value
    found = first_pointer(line)
    if found or not isinstance(value, Statement):
        return found
    text = line.source.text
    words = value.words.split()
    cue = (value.cue or "").lower()
    adds = cue in load("lead_in")["going on"] and len(words) <= FEW
    answers = REASONS.search(cue) or ASKED.search(text[max(start - 2 * MOST, 0) : start])
    inside = (one for first, last in line.pieces for one in line.source.within(first, last))
    named = [one for one in inside if text[one.start : one.end].lower() not in PRONOUNS]
    bare = value.form == "direct" and len(words) <= BARE and not LATER_NAME.search(value.words)
    if answers or ((adds or bare) and not named):
        return Place(" ".join(words[:3]), start, "", text[start:end], (), line)
    return None


def _pieces(words: str, role: str, claim: Claim, source: Source) -> list[tuple[int, int]]:
    """Where the words of a field stand; of what is not one stretch of the report, where its evidence does."""
    found = [] if role == "words" else placed(words, claim, source.text)
    told = found or [(span.start, span.end) for span in claim.spans.get(role, ()) if role != "act"]
    whole: list[tuple[int, int]] = []
    for start, end in told:
        if whole and not source.text[whole[-1][1] : start].strip():
            start = whole.pop()[0]  # two spans, one stretch: "the number" and "at 40 dead"
        whole.append((start, end))
    return whole


def _before(at: int, pointing: Place, report: Report) -> Span | None:
    """What leads into a place: the sentence that tells what points there and all behind it, else the sentence before."""
    text, found = report.text, sentences(at, report)
    told = telling(pointing.words, pointing.ahead, found, text)
    start, end = told or _nearest(at, pointing, found, report)
    start, end = _again(start, end, found, text) or (start, end) if told else _further(start, end, at, found, text)
    if start >= at:
        return None
    if at - start <= MOST:
        end = at  # with all that stands between
    elif end == at and len(found) > 1 and found[-1][0] - start <= MOST and start < found[-1][0]:
        end = found[-1][0]  # the sentence before without "Mr Paz said on Monday that"
    if end - start > MOST:
        head = end < at or NAMED.fullmatch(pointing.words)  # who "they" are stands first in the sentence before
        start, end = (start, text.rfind(" ", start, start + MOST)) if head else (text.find(" ", at - MOST) + 1, at)
    opened = OPENED.search(text, start, end)
    end = opened.start() if opened else end
    return Span(report.id, start, end) if len(text[start:end].split()) >= LEAST else None


def _further(start: int, end: int, at: int, found: Sequence[tuple[int, int]], text: str) -> tuple[int, int]:
    """What leads into a line, with what leads into that where it points itself.

    Where all of it is too long, and the line has none of it in its own sentence, the first alone: who "he" is, what "it" was.
    """
    told = _again(start, end, found, text)
    if told:
        return told
    earlier = [one for one in found if one[1] <= start]
    first = start
    for before in reversed(earlier[-STEPS:]):
        if not goes_on(first, text):
            break
        first = before[0]
    if at - first <= MOST:
        return first, end
    if found[-1][0] < at or first == start:
        return start, end
    return next(one for one in earlier if one[0] == first)


def _again(start: int, end: int, found: Sequence[tuple[int, int]], text: str) -> tuple[int, int] | None:
    """The sentence that tells what one that leads into a line points at: "The demand covered …", "Peru condemned the raid"."""
    own = next((one for one in found if one[0] == start and (one[1] == end or one in found[-2:])), None)
    pointing = points_again(*own, text) if own else None
    return telling(pointing, "", [one for one in found if one[1] <= start], text) if pointing else None


def _nearest(at: int, pointing: Place, found: Sequence[tuple[int, int]], report: Report) -> tuple[int, int]:
    """Where what leads into a place stands: its own sentence where a good part of it stands before, else with that before it.

    Where that closes a paragraph, or points itself, and the words that point stand for a matter, the start of its paragraph.
    """
    text, own = report.text, found[-1]
    described = isinstance(pointing.line.entry.value, Event) and pointing.words == "that" and not pointing.ahead
    clause = CLAUSE.match(pointing.words) or described
    if len(found) == 1 or (clause and len(text[own[0] : at].split()) >= LEAST) or ASKED.match(text[own[0] : at]):
        return own
    if at - own[0] >= OWN and (at - found[-2][0] > MOST or opens(own[0], report)):
        return own
    again = opens(found[-2][0], report) and POINTS.search(text, *found[-2])
    if (opens(own[0], report) or again) and MATTER.match(pointing.words) and not is_of_kind(pointing.words):
        told = found[: -2 if again else -1]
        opening = next((one for one in reversed(told) if opens(one[0], report)), None)
        if opening:
            return opening
    short = len(found) > 2 and found[-1][0] - found[-2][0] < SHORT
    return (found[-3] if short and at - found[-3][0] <= MOST else found[-2])[0], at
