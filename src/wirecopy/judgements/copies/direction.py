"""Which of two copies is the original? Where what they tell of themselves is thin or speaks for both, nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import shorten
from typing import Literal, NamedTuple

from wirecopy.judgements.copies.credits import Credits, credits_of, same
from wirecopy.judgements.weights import sentence_spans
from wirecopy.model import Comparison, Direction, Moment, Report
from wirecopy.moments.calendar import Days
from wirecopy.moments.resolve import known

Side = Literal["left", "right"]

# What a sign is worth. One that is strong or fair decides where nothing speaks against it, slight ones in twos (`_decided`).
STRONG, FAIR, SLIGHT = 3, 2, 1
ENOUGH = 2
# Sentences without a counterpart that make a copy a cut one.
CUT = 3


class Sign(NamedTuple):
    """Something that speaks for one side as the original."""

    original: Side
    weight: int
    because: str


class Copies(NamedTuple):
    """Two copies with what they tell of themselves."""

    left: Credits
    right: Credits
    comparison: Comparison


def direction(left: Report, right: Report, comparison: Comparison) -> Direction:
    """Which of two copies is the original, as far as it can be known; see `directed`."""
    return directed(credits_of(left), credits_of(right), comparison)


def directed(left: Credits, right: Credits, comparison: Comparison) -> Direction:
    """The direction between two copies.

    Two that print the same agency, or that both are garbled as translations are, may both be copies of a report that is
    not here: only that one names the other as its source tells then which is which.
    """
    copies = Copies(left, right, comparison)
    ends = (left.report.id, right.report.id)
    named = list(naming(copies))
    absent, agency = _absent(copies)
    if absent and not any(sign.weight == STRONG for sign in named):
        return Direction(*ends, "unknown", (absent, "both may be copies of a report that is not here"), agency)
    signs = [*named, *(sign for find in SIGNS for sign in find(copies))]
    original = _decided(signs)
    if original == "unknown":
        return Direction(*ends, original, (*(sign.because for sign in signs), _open(signs)))
    return Direction(*ends, original, tuple(sign.because for sign in signs if sign.original == original))


def _decided(signs: list[Sign]) -> Literal["left", "right", "unknown"]:
    """The side with enough more than the other, against which nothing strong speaks."""
    sides: tuple[tuple[Side, Side], ...] = (("left", "right"), ("right", "left"))
    for side, other in sides:
        against = [sign.weight for sign in signs if sign.original == other]
        lead = sum(sign.weight for sign in signs if sign.original == side) - sum(against)
        if lead >= ENOUGH and STRONG not in against:
            return side
    return "unknown"


def _open(signs: list[Sign]) -> str:
    """Why the signs leave it open."""
    if not signs:
        return "neither tells where it comes from"
    return "that is too little to go by" if len({sign.original for sign in signs}) == 1 else "that speaks for both"


def _absent(copies: Copies) -> tuple[str, str | None]:
    """Why both may be copies of a report that is not here, with the agency that both print; "" where nothing says so."""
    left, right, _ = copies
    if agency := _shared(left, right):
        return f"both print {agency}", agency
    if left.is_garbled and right.is_garbled:
        return "both have marks that an original has not: they were translated or badly scraped", None
    return "", None


def _shared(left: Credits, right: Credits) -> str | None:
    """The agency that both name as their source, unless one of them shows no other outlet: that is its own report."""
    if bool(left.masthead) != bool(right.masthead):
        return None
    own = [credits.masthead for credits in (left, right) if credits.masthead]
    named = (name for credits in (left, right) for name in credits.sources)
    both = (name for name in named if left.names(name) and right.names(name))
    return next((name for name in both if not any(same(name, masthead) for masthead in own)), None)


def _pairs(copies: Copies) -> Iterator[tuple[Credits, Credits, Side]]:
    """Either report, the other, and the side of the other: the one is the copy if a sign is found in it."""
    yield copies.left, copies.right, "right"
    yield copies.right, copies.left, "left"


def naming(copies: Copies) -> Iterator[Sign]:
    """A copy names the outlet of the original: "according to X", "Via X", "Copyright X"."""
    for one, other, side in _pairs(copies):
        if other.outlet is None or (one.outlet and same(one.outlet, other.outlet)):
            continue
        if where := one.names(other.outlet):
            weight = STRONG if other.masthead else FAIR
            because = f"{one.report.path} names {other.outlet}, the outlet of {other.report.path}, in {where}"
            yield Sign(side, weight, because)


def dates(copies: Copies) -> Iterator[Sign]:
    """The original was published first; the same day says nothing, and a date that was inferred little."""
    for one, other, side in _pairs(copies):
        mine, theirs = _days(one.report.published), _days(other.report.published)
        if mine and theirs and theirs[1] < mine[0]:
            stated = _is_stated(one.report.published) and _is_stated(other.report.published)
            first, then = theirs[1].isoformat(), mine[0].isoformat()
            told = "is dated" if stated else "seems to be of"
            because = f"{other.report.path} {told} {first}, {one.report.path} {then}"
            yield Sign(side, STRONG if stated else SLIGHT, because)


def elsewhere(copies: Copies) -> Iterator[Sign]:
    """A copy says that it is from somewhere else, without saying from where."""
    for one, other, side in _pairs(copies):
        if one.elsewhere and not other.elsewhere:
            yield Sign(
                side,
                FAIR,
                f"{one.report.path} says that it is not its own: “{shorten(one.elsewhere[0], 80, placeholder=' …')}”",
            )


def cut(copies: Copies) -> Iterator[Sign]:
    """A cut copy lacks what the other has, and has nothing that the other lacks."""
    alone = [
        _alone(report, {pair[n] for pair in _spans(copies.comparison)})
        for n, report in enumerate((copies.left.report, copies.right.report))
    ]
    for (one, _, side), own, more in zip(_pairs(copies), alone, reversed(alone), strict=True):
        if own == 0 and more >= CUT:
            weight = SLIGHT if copies.comparison.kind == "rewrite" else FAIR
            yield Sign(side, weight, f"{one.report.path} lacks {more} sentences and adds none")


def residue(copies: Copies) -> Iterator[Sign]:
    """Code of a website stands in the text of one alone."""
    for one, other, side in _pairs(copies):
        if one.has_residue and not other.has_residue:
            yield Sign(side, SLIGHT, f"{one.report.path} alone has the code of a website in its text")


def garbled(copies: Copies) -> Iterator[Sign]:
    """One alone has foreign quotation marks or marks that had to be mended, as translations have."""
    for one, other, side in _pairs(copies):
        if one.is_garbled and not other.is_garbled:
            yield Sign(side, SLIGHT, f"{one.report.path} alone has foreign or garbled quotation marks")


def reporters(copies: Copies) -> Iterator[Sign]:
    """The original alone names those who reported."""
    for one, other, side in _pairs(copies):
        if other.has_reporters and not one.has_reporters:
            yield Sign(side, SLIGHT, f"{other.report.path} alone names those who reported")


SIGNS: tuple[Callable[[Copies], Iterator[Sign]], ...] = (dates, elsewhere, cut, residue, garbled, reporters)


def _days(moment: Moment | None) -> Days | None:
    """The days of a date; none of one that was inferred from the copies, which rests on the direction itself."""
    return None if moment is None or "a copy of it" in moment.because else known(moment)


def _is_stated(moment: Moment | None) -> bool:
    return moment is not None and moment.basis == "stated"


def _spans(comparison: Comparison) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [((p.left.start, p.left.end), (p.right.start, p.right.end)) for p in comparison.sentences]


def _alone(report: Report, aligned: set[tuple[int, int]]) -> int:
    """How many full sentences of a report have no counterpart, its headline apart."""
    paragraphs = tuple(block for block in report.blocks if block.kind == "paragraph")
    return sum(
        report.text[end - 1] in '.!?”"' and not any(a < end and start < b for a, b in aligned)
        for start, end in sentence_spans(report.text, paragraphs)
    )
