"""Figures: how many, of what, whose, where, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from wirecopy.findings.counted import governor, listed
from wirecopy.findings.figures.circumstances import as_of, is_former, status
from wirecopy.findings.figures.counter_names import of_state
from wirecopy.findings.figures.counters import counters
from wirecopy.findings.figures.currencies import in_currency
from wirecopy.findings.figures.ellipsis import gapped
from wirecopy.findings.figures.fates import fated, is_toll
from wirecopy.findings.figures.figure_words import figure_words
from wirecopy.findings.figures.localities import places
from wirecopy.findings.figures.measure_words import Found, loosely, measure_words
from wirecopy.findings.figures.number_nouns import REACH, counts
from wirecopy.findings.figures.owners import whose
from wirecopy.findings.finder import Finder
from wirecopy.findings.numbers import numbers
from wirecopy.findings.parties import Parties
from wirecopy.findings.sport import is_sport
from wirecopy.findings.voiced import can_speak
from wirecopy.model import Actor, Claim, Figure, Passage, Span, claim
from wirecopy.moments.stamps import stamps
from wirecopy.notes import Notes


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every number worth a line: of what, bounds, hedge, unit, whose, where, as of when, how sure, who says so.

    None in a report of sport, where goals, teams and players are counted.
    """
    if is_sport(passage.doc):
        return
    parties = Parties(passage)
    before: Found | None = None
    share: Found | None = None
    owner_before: str | None = None
    given_before: tuple[Actor, ...] = ()
    where_before: tuple[Actor, ...] = ()
    dates = [(e.span.start, e.span.end) for e in passage.expressions if e.kind in ("date", "time", "set")]
    dates += stamps(passage.report.text)
    for number in numbers(passage.report.text, dates):
        number = in_currency(parties, number)
        found = counts(passage, number, before, dates, share)
        if found is None:
            continue
        of = _owner(parties, found, before)
        if of is None and before is not None and (found.part or found.measured is before.measured or _is_its(found)):
            of = owner_before  # they belong to the 4,000 whom Paris sent: 1,500 go to Niger
        given = tuple(filter(_can_count, counters(parties, number, found.tokens, found.measured)))
        doer = of if not (found.fate or fated(found.measured)) else None
        alike = before is not None and number.start - before.number.end <= REACH and _are_tolls(before, found)
        given = of_state(given, doer, given_before if alike else ())
        alike = before is not None and (found.measured is before.measured or (alike and _is_one_blow(before, found)))
        borrowed = where_before if alike else None
        toll = is_toll(found.fate) or any(is_toll(t.lemma_.lower()) or is_toll(t.lower_) for t in found.measured.words)
        paper = found.measured.head.lower_ in listed("parts of papers")  # its articles are nowhere
        where = () if paper else places(parties, found.tokens, toll, borrowed)
        share = found if found.number.form == "share" else share
        if found.number.form in ("count", "size", "money") and not found.part:
            before, owner_before, given_before, where_before = found, of, given, where
        yield _claim(passage, found, of, given, where)


FINDER = Finder("figures", 10, find)


def _owner(parties: Parties, found: Found, before: Found | None) -> str | None:
    """Whose the counted are: his who is named right before the number where the verb is said once, else by the parse."""
    if before is not None and found.measured is before.measured:
        name = gapped(found.number, found.tokens, before.measured)
        party = parties.named(name) if name is not None else None
        if party is not None:
            return party[0].name
    return whose(parties, found.number, found.tokens, found.measured)


def _can_count(actor: Actor) -> bool:
    """Can somebody give a number? Not those who are counted themselves: "42 states reported"."""
    return can_speak(actor) and not (actor.anonymous and actor.name[:1].isdigit())


def _are_tolls(one: Found, other: Found) -> bool:
    """Do both count what befell people? Then one place counts, and "the ministry" is of the same state."""
    return is_toll(one.fate) and is_toll(other.fate)


def _is_its(found: Found) -> bool:
    """Are they somebody's of whom the words before tell: 5,000 of its soldiers?"""
    return found.measured.head.lower_ in listed("forces") and any(
        c.tag_ == "PRP$" for c in found.measured.head.children
    )


def _is_one_blow(one: Found, other: Found) -> bool:
    """Do two tolls hang on one verb or two joined ones: "killed 40 and wounded 60"?"""
    verb, last = governor(other.tokens.root), governor(one.tokens.root)
    return verb is not None and last is not None and (verb == last or verb in last.conjuncts)


def _claim(passage: Passage, found: Found, of: str | None, given: tuple[Actor, ...], where: tuple[Actor, ...]) -> Claim:
    number, tokens, measured = found[:3]
    figure = Figure(
        measure=measure_words(found),
        low=None if number.low is None else float(number.low),
        high=None if number.high is None else float(number.high),
        of=of,
        where=where,
        hedge=number.hedge or loosely(found),
        unit=number.unit,
        as_of=as_of(passage, tokens, number),
        status="happened" if is_former(tokens) else status(tokens.root),
        said_by=given,
        what=figure_words(passage, tokens, measured),
    )
    spans = {"figure": (Span(passage.report.id, number.start, number.end),), "measure": (passage.span(measured.words),)}
    return claim(figure, spans, FINDER.rule)
