"""Is a sentence carried by what it cites? Before the briefing prints a line, the stored words of its evidence are read again.

The check knows nothing of how the sentence was made: it takes the sentence apart into quotations, names, numbers, negation
and words of likelihood, and looks for each of them in the texts of the reports. What it does not find is a reason not to print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import isclose

from wirecopy.account.describe import unit_text
from wirecopy.account.glosses import without_glosses
from wirecopy.findings.numbers import Number, numbers
from wirecopy.judgements.figures.agreeing import agree, base
from wirecopy.model import Actor, Commitment, Entry, Event, Figure, Moment, Statement
from wirecopy.views.named import ROLES, unnamed
from wirecopy.views.sentences import cited
from wirecopy.views.stored import Held, bare, inner, is_turned, pieces, places, stretches, tokens
from wirecopy.words import load

# The fields whose actors every sentence names.
_TOLD = ("who", "whom", "by", "to", "speaker")
_QUOTATION = re.compile(r"“[^“”]*”")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]*")
_LENGTH = re.compile(r"(?<![\d.])(?:(?P<h>[\d.]+) h(?: (?P<min>[\d.]+) min)?|(?P<only>[\d.]+) min)(?!\w)")


def unsupported(entry: Entry, known: Held, text: str | None = None) -> tuple[str, ...]:
    """Why the sentence of a line is not carried by its evidence, in words; () where it is. `text`: another sentence for it."""
    if entry.kind not in ROLES:
        return ()
    told = without_glosses(cited(entry) if text is None else text, entry)
    checks = (_quotations, _meanings, _led_in, unnamed, _strangers, _numbers, _status, _day, _estimates)
    return tuple(reason for check in checks for reason in check(told, entry, known))


def carrying(entry: Entry, known: Held) -> tuple[str, ...]:
    """The reports of a line that carry it by themselves: each names one of its actors in his part, and has its figure.

    A copy that changed the number, or the name, counts among its reports, but is none to cite for it.
    """
    if entry.kind not in ROLES:
        return entry.reports
    told = without_glosses(cited(entry), entry)
    of_report = {report: _alone(entry, report) for report in entry.reports}
    return tuple(report for report, alone in of_report.items() if _is_carried(told, alone, known))


def _alone(entry: Entry, report: str) -> Entry:
    return replace(entry, claims=tuple(claim for claim in entry.claims if claim.report_id == report))


def _is_carried(told: str, alone: Entry, known: Held) -> bool:
    if isinstance(alone.value, Figure):
        return not any(_numbers(told, alone, known))
    named = {actor.id for field in _TOLD for actor in actors_in(getattr(alone.value, field, ()))}
    return len(set(unnamed(told, alone, known))) < len(named) or not named


def outside(text: str) -> str:
    """A sentence without what stands between quotation marks."""
    return _QUOTATION.sub("“”", text)


def _quotations(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """What stands between quotation marks stands so where the evidence is; so does what a line tells of indirect speech."""
    quoted = [found.group() for found in _QUOTATION.finditer(told)]
    if isinstance(entry.value, Statement):
        quoted = [told.partition(": ")[2]]
    given = [bare(known.texts[report][first:last]) for report, first, last in places(entry, known)]
    pieced = [bare(" ".join(pieces(claim, known))) for claim in entry.claims]
    for words in quoted:
        for part in filter(str.strip, map(bare, re.split(r"…|\.\.\.", words))):
            if not any(part in text for text in (*given, *pieced)):
                yield f"no report that it cites has the words “{part.strip()}”"
    for words in _turnable(told, entry):
        if is_turned(words, entry, known):
            yield f"where it is told, “{inner(words)}” has a negation before it"


def _meanings(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """What stands in square brackets is named so in the report, or is a name of whomever the report mentions there."""
    for gloss in entry.glosses:
        place, meaning = gloss.span, bare(gloss.meaning.removesuffix("’s"))
        mentioned = (
            actor
            for start, end, actor in known.mentions.get(place.report_id, ())
            if start < place.end and place.start < end
        )
        names = {name for actor in mentioned for name in known.names[actor]}
        if meaning not in bare(known.texts[place.report_id][place.start : place.end]) and meaning not in names:
            yield f"no report that it cites says that “{gloss.words}” is {gloss.meaning}"


def _led_in(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """What leads into a line stands in one of its reports, before words that it rests on."""
    led = entry.lead_in
    if led is None:
        return
    report, words = led.span.report_id, led.text.removeprefix("… ").removesuffix(" …")
    ends = [s.end for claim in entry.claims for spans in claim.spans.values() for s in spans if s.report_id == report]
    if (
        bare(known.texts.get(report, "")[led.span.start : led.span.end]) != bare(words)
        or max(ends, default=0) < led.span.end
    ):
        yield f"no report that it cites has “{words}” before its words"


def _turnable(told: str, entry: Entry) -> Iterator[str]:
    """The words of a sentence whose meaning a negation in front of them would turn; of a refusal it is what is refused."""
    value = entry.value
    if isinstance(value, Statement):
        yield told.partition(": ")[2]
    elif isinstance(value, Event) and value.status in ("happened", "ongoing") and value.what:
        yield value.what
    elif isinstance(value, Commitment) and value.kind not in ("refusal", "red line"):
        yield from (found.group() for found in _QUOTATION.finditer(told.partition("; also worded")[0]))


def _strangers(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """Every name in a sentence is one of somebody who has a part in the line, and nobody who has is left out."""
    named = [actor for field, _ in ROLES[entry.kind] for actor in actors_in(getattr(entry.value, field))]
    words = " ".join([*(actor.name for actor in named), *_own_words(entry), *load("supported")["ours"]])
    own = set(_CAPITALISED.findall(words))
    for name in dict.fromkeys(_CAPITALISED.findall(outside(told))):
        if name not in own:
            yield f"it names {name}, who has no part in it"
    for field in _TOLD if not isinstance(entry.value, Figure) else ("said_by", "where"):
        for actor in actors_in(getattr(entry.value, field, ())):
            if actor.name not in outside(told):
                yield f"it leaves out {actor.name}"


def actors_in(value: object) -> tuple[Actor, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, Actor) else ()


def _own_words(entry: Entry) -> list[str]:
    """Words of the reports that a sentence gives without quotation marks, for `_quotations` or `_numbers` to check."""
    value = entry.value
    if isinstance(value, Statement):
        return [value.words, value.cue or "", *(actor.name for actor in value.addressee)]
    if isinstance(value, Figure):
        return [value.measure, value.of or "", value.hedge or "", unit_text(value.unit)]
    return []


def _numbers(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """Every number of a sentence is given by its evidence, in figures or in words."""
    value = entry.value
    if isinstance(value, Statement):
        return  # its words are checked as they stand
    near = set(stretches(entry.claims, known))
    given = [number for report, first, last in near for number in numbers(known.texts[report][first:last])]
    digits = {token for report, first, last in near for token in tokens(known.texts[report][first:last])}
    ours = _without_names(outside(told), value)
    if isinstance(value, Event) and value.duration:
        ours, length = _without_length(ours)
        if length and not any(agree(length, other) for other in given):
            yield f"no report that it cites gives the length {value.duration}"
    for number in numbers(ours):
        words = ours[number.start : number.end]
        if not any(_is_same(number, other) for other in given) and not digits.issuperset(tokens(words.split()[0])):
            yield f"no report that it cites gives the number {words}"


def _without_names(text: str, value: object) -> str:
    """A sentence without the names in it: the Normandy Four are no number."""
    for name in sorted((a.name for field in ("who", "whom", "where", "by", "to", "said_by")
                        for a in actors_in(getattr(value, field, ()))), key=len, reverse=True):  # fmt: skip
        text = text.replace(name, "")
    return text


def _without_length(text: str) -> tuple[str, Number | None]:
    """A sentence without the length that it gives, "1 h 30 min", and that length in minutes."""
    found = _LENGTH.search(text)
    if found is None:
        return text, None
    minutes = float(found["h"] or 0) * 60 + float(found["min"] or found["only"] or 0)
    return text[: found.start()] + text[found.end() :], Number(0, 0, minutes, minutes, "min", "duration")


def _is_same(shown: Number, given: Number) -> bool:
    """Is it the number as it is given there, in a unit of the same kind or without one?"""
    mine, yours = ({b * base(n)[0] for b in (n.low, n.high) if b is not None} for n in (shown, given))
    return (base(shown)[1] == base(given)[1] or None in (shown.unit, given.unit)) and any(
        isclose(a, b, rel_tol=1e-6) for a in mine for b in yours
    )


def _status(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """What is told as done is not denied there, and what is told as denied or refused is."""
    value = entry.value
    if not isinstance(value, Event):
        return
    told_as = told.partition(":")[0].partition(" (")[0]
    if told_as not in {entry.state, *(getattr(claim.finding, "status", None) for claim in entry.claims)}:
        yield f"no report that it cites tells it as {told_as}"
    near = set(stretches(entry.claims, known))
    texts = [known.texts[report][first:last].casefold() for report, first, last in near]
    if value.status in ("denied", "refused") and not any(sign in f" {text}" for text in texts for sign in _turned()):
        yield f"no report that it cites has a word that makes it {value.status}"


def _turned() -> tuple[str, ...]:
    return tuple(f" {sign}" if sign != "n't" else sign for sign in load("supported")["turned"])


def _day(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """The words from which a day was taken stand where it was taken."""
    value = entry.value
    when = value.as_of if isinstance(value, Figure) else getattr(value, "when", None)
    if isinstance(when, Moment) and when.span is not None and when.said:
        words = known.texts.get(when.span.report_id, "")[when.span.start : when.span.end]
        if tokens(words) != tokens(when.said):
            yield f"its day was taken from “{when.said}”, which does not stand there"


def _estimates(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """Words of likelihood are those of the reports, between quotation marks."""
    ours = outside(told)
    for word in load("supported")["estimative"]:
        if re.search(rf"\b{word}\b", ours, re.IGNORECASE):
            yield f"it says “{word}” in words of our own"
