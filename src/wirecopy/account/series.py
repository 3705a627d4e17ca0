"""Contested series: figures of one thing that give different values stand side by side; nothing is averaged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations

from wirecopy.account.lines import COPIES
from wirecopy.findings.numerals import any_of
from wirecopy.judgements.figures import SHARP_DAYS, Days, value
from wirecopy.judgements.figures.counted import thing, usual
from wirecopy.judgements.figures.rivals import is_counted_by_sides, is_other_toll, one_series, relation
from wirecopy.judgements.told import days, stems
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Claim, Comparison, Entry, Figure, Finding, Relation, Report, Span
from wirecopy.words import load

# "Her figure" is the first number of the sentence before: "9,000, against 7,000 in May. Her figure takes in …".
_MANY = re.compile(r"\d[\d,.]*\d")
_LONG = 300  # characters that a sentence may have before a number


def with_rivals(
    entries: Sequence[Entry], comparisons: Sequence[Comparison], reports: Mapping[str, Report]
) -> list[Entry]:
    """The figures, each with its rivals: the entries that count the same and give another number."""
    copies = {frozenset((c.left, c.right)) for c in comparisons if c.kind in COPIES}
    known = usual((_figure(entry), entry.origins) for entry in entries)
    relations: dict[str, list[Relation]] = {}
    altered = _altered(entries, comparisons)
    for pair in sorted(_pairs(entries) | altered):
        left, right = (entries[number] for number in pair)
        a, b = _figure(left), _figure(right)
        if pair not in altered and (not one_series(a, b, known) or _told_together(left, right, reports)):
            continue
        copied = len(left.reports) == len(right.reports) == 1 and frozenset(left.reports + right.reports) in copies
        printed = _printed(left, reports), _printed(right, reports)
        if not copied and pair not in altered and is_other_toll(a, b, printed):
            continue
        kind, because = relation(a, b, copied or pair in altered, printed, _apart(left, right, reports))
        relations.setdefault(left.id, []).append(Relation(right.id, kind, because))
        relations.setdefault(right.id, []).append(Relation(left.id, kind, because))
    return [
        replace(entry, rivals=tuple(r.id for r in found), relations=tuple(found))
        if (found := relations.get(entry.id))
        else entry
        for entry in entries
    ]


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.value, Figure)  # noqa: S101 -- the caller passes figures
    return entry.value


def _pairs(entries: Sequence[Entry]) -> set[tuple[int, int]]:
    """The pairs of figures that count something of the same noun, fate and unit, by their places."""
    blocks: dict[tuple[str | None, str, str | None], list[int]] = {}
    for number, entry in enumerate(entries):
        it = thing(_figure(entry))
        blocks.setdefault((_figure(entry).unit, it.noun, it.fate), []).append(number)
    return {pair for numbers in blocks.values() for pair in combinations(numbers, 2)}


def _altered(entries: Sequence[Entry], comparisons: Sequence[Comparison]) -> set[tuple[int, int]]:
    """The pairs whose numbers stand in the two wordings of one sentence that a copy changed."""
    at: dict[str, list[tuple[Span, int]]] = {}
    for number, entry in enumerate(entries):
        for claim in entry.claims:
            span = claim.spans["figure"][0]
            at.setdefault(span.report_id, []).append((span, number))

    def meant(wording: Span | None) -> set[int]:
        near = at.get(wording.report_id, []) if wording else []
        return {number for span, number in near if wording and span.start < wording.end and wording.start < span.end}

    changes = (change for c in comparisons if c.kind in COPIES for change in c.changes if change.kind == "number")
    sides = ((meant(change.left_span), meant(change.right_span)) for change in changes)
    pairs = ((min(*left, *right), max(*left, *right)) for left, right in sides if len(left) == len(right) == 1)
    return {(x, y) for x, y in pairs if x != y and _figure(entries[x]).unit == _figure(entries[y]).unit}


def _told_together(left: Entry, right: Entry, reports: Mapping[str, Report]) -> bool:
    """Do reports give both numbers side by side, as numbers of two things? None contradicts itself on 9 % and 12 %.

    Troops and what befell people are counted by two sides, whom one report may set against each other.
    """
    a, b = _figure(left), _figure(right)
    if is_counted_by_sides(a):
        return _side_by_side(left, right, reports)
    sides = [{actor.id for actor in figure.said_by} for figure in (a, b)]
    set_apart = all(sides) and not sides[0] & sides[1]
    return not set_apart and bool(set(left.reports) & set(right.reports))


def _side_by_side(left: Entry, right: Entry, reports: Mapping[str, Report]) -> bool:
    """Does one sentence give both, for one time and from one source? Then it counts two things, or a part of one."""
    return any(
        _one_breath(x.finding, y.finding) and _one_sentence(x.spans["figure"][0], y.spans["figure"][0], reports)
        for x in left.claims
        for y in right.claims
        if x.spans["figure"][0].report_id == y.spans["figure"][0].report_id
    )


def _one_breath(a: Finding, b: Finding) -> bool:
    """Are two figures given by the same actors for the same time?"""
    assert isinstance(a, Figure) and isinstance(b, Figure)  # noqa: S101 -- the caller passes figures
    return {actor.id for actor in a.said_by} == {actor.id for actor in b.said_by} and a.as_of == b.as_of


def _one_sentence(x: Span, y: Span, reports: Mapping[str, Report]) -> bool:
    between = reports[x.report_id].text[min(x.end, y.end) : max(x.start, y.start)]
    return ENDED.search(between) is None


def _printed(entry: Entry, reports: Mapping[str, Report]) -> Days | None:
    """The days on which the reports that give a figure were printed, first and last; None where none is known sharply."""
    known = [days(reports[report].published) for report in entry.reports]
    found = [(date.fromisoformat(d[0]).toordinal(), date.fromisoformat(d[1]).toordinal()) for d in known if d]
    found = [(first, last) for first, last in found if last - first <= SHARP_DAYS]
    return (min(first for first, _ in found), max(last for _, last in found)) if found else None


def _apart(left: Entry, right: Entry, reports: Mapping[str, Report]) -> str | None:
    """Why one of two figures takes in what the other leaves out, by the words of its reports; None where they say nothing.

    "His figure, unlike earlier ones, takes in the National Guard": held against a count that says nothing of the kind it
    is neither a rival nor a later value.
    """
    a, b = (frozenset(filter(None, (_scope(claim, reports) for claim in entry.claims))) for entry in (left, right))
    if a == b or any(_says_the_same(x, y) for x in a for y in b):
        return None
    told, other = (left, right) if a else (right, left)
    if not (a and b) and not _explains(min(a or b), told, other) and not _is_partial(min(a or b), told, other):
        return None
    return f"they count different things: by its report the one “{min(a ^ b)}”"


def _says_the_same(one: str, other: str) -> bool:
    """Do two reports leave out or take in the same: "with its navy and air force", "navy and air force included"?"""
    x, y = _kinds(one), _kinds(other)
    return 2 * len(x & y) > min(len(x), len(y))


def _kinds(scope: str) -> frozenset[str]:
    """What is taken in or left out, without the words that say so; "naval forces" are a navy."""
    for said, meant in load("figures")["scope nouns"].items():
        scope = re.sub(rf"\b{said}\b", meant, scope, flags=re.IGNORECASE)
    return stems(scope) - stems(" ".join(load("figures")["scope words"]))


def _explains(scope: str, told: Entry, other: Entry) -> bool:
    """Can what one number takes in or leaves out be why the other differs? What takes in more is not the smaller for it."""
    less = scope.lower().startswith(tuple(load("figures")["scope of less"]))
    low, high = sorted((value(_figure(told)), value(_figure(other))))
    return low < high and (value(_figure(told)) == low) == less


def _is_partial(scope: str, told: Entry, other: Entry) -> bool:
    """Is the one the part of a toll that its counter can confirm, and the other somebody else's whole?"""
    sources = [{actor.id for actor in _figure(entry).said_by} for entry in (told, other)]
    confirmed = scope.lower().startswith(tuple(load("figures")["confirming"]))
    return confirmed and all(sources) and sources[0].isdisjoint(sources[1])


def _scope(claim: Claim, reports: Mapping[str, Report]) -> str | None:
    """What a number takes in or leaves out, in the words that stand behind it in its sentence or open the next one."""
    span = claim.spans["figure"][0]
    text = reports[span.report_id].text
    end = ENDED.search(text, span.end)
    told = max(span.end, *(s.end for s in claim.spans["measure"] if end is None or s.end <= end.start()), 0)
    found = _own_scope().match(text, told, end.start() if end else len(text))
    if found is None:
        found = _scope_before().search(text, max(0, _opening(text, span) - _LONG), span.start)
    if found is None and end and text[end.start()] != "\n" and not _MANY.search(text, _opening(text, span), span.start):
        found = _scope_of_it().match(text, end.end())
    return " ".join(found["scope"].split()) if found else None


def _opening(text: str, span: Span) -> int:
    """Where the sentence of a number begins, as far back as it matters."""
    start = max(0, span.start - _LONG)
    return max((end.end() for end in ENDED.finditer(text, start, span.start)), default=start)


@cache
def _own_scope() -> re.Pattern[str]:
    """ "9,000 men, not counting the reserve": the number's own clause."""
    return re.compile(rf",?\s(?P<scope>(?:{any_of(load('figures')['scope'])})\s[^,;.]+)")


@cache
def _scope_before() -> re.Pattern[str]:
    """ "The Red Cross can confirm only part of the toll. 102 have died": the sentence before the number, or its own."""
    return re.compile(
        rf"\b(?P<scope>(?:{any_of(load('figures')['confirming'])})\w*\s(?:only|no\smore\sthan)\s[^,;.\n]+)"
        r"(?:[.;,]\s[^.;\n]*)?$",
        re.IGNORECASE,
    )


@cache
def _scope_of_it() -> re.Pattern[str]:
    """ "His figure, unlike earlier ones, takes in …": the sentence behind it."""
    words = load("figures")
    aside = r"(?:,[^,.;]+,)?"
    verbs = any_of(words["scope verbs"])
    return re.compile(
        rf"(?:the|that|this|his|her|its|their|it)\b(?:\s(?:{any_of(words['numbers'])}))?{aside}\s(?P<scope>(?:{verbs})\s[^,;.]+)",
        re.IGNORECASE,
    )
