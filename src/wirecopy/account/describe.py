"""Values in words, as every view shows them."""

from __future__ import annotations

from collections.abc import Iterable

from wirecopy.model import Actor, Figure, Moment
from wirecopy.words import load

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}


def actor_names(actors: Iterable[Actor]) -> list[str]:
    """The canonical names."""
    return [actor.name for actor in actors]


def listed(names: Iterable[str]) -> str:
    """A, B and C."""
    names = list(names)
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def counted(number: int, noun: str) -> str:
    """1 report, 2 reports, 1 copy, 2 copies."""
    plural = noun.removesuffix("y") + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def day_text(iso: str) -> str:
    """2021-12-07 → 7 December 2021; 2021-12 → December 2021; anything else as it is."""
    parts = iso[:10].split("-")
    if not all(part.isdigit() for part in parts):
        return iso
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    words += [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else []
    return " ".join([*words, parts[0]])


def moment_text(moment: Moment | None) -> str:
    """A moment in words, no sharper than it is: "7 December 2021, afternoon", "between … and …", "by …", "after …"."""
    if moment is None:
        return ""
    first, last = (moment.earliest or "")[:10], (moment.latest or "")[:10]
    if first and first == last:
        part = (moment.earliest or "")[11:] or moment.value[11:]
        return day_text(first) + (f", {PARTS.get(part, part)}" if part else "")
    if first[:7] == last[:7] and first.endswith("-01") and int(last[8:] or 0) >= 28:
        return day_text(first[:7])
    if len(moment.value) == 4 and moment.value.isdigit() and first[5:] == "01-01" and last[5:] == "12-31":
        return moment.value
    if first[5:] == "01-01" and last[5:] == "12-31" and first[:4] != last[:4]:
        return f"between {first[:4]} and {last[:4]}"
    if moment.value == f"{first}/{last}":  # told for the whole while, not for one day of it
        return f"from {day_text(first)} to {day_text(last)}"
    if first and last:
        start = next((day_text(first).removesuffix(end) for n in (7, 4) if first[:n] == last[:n]
                      and (end := " " + day_text(first[:n]))), day_text(first))  # fmt: skip
        return f"between {start} and {day_text(last)}"
    if first:
        return f"from {day_text(first)} on"
    return f"by {day_text(last)}" if last else moment.said


def figure_text(figure: Figure) -> str:
    """The number with its hedge, its unit and what it counts: "up to 175,000 troops", "40 to 50 %", "dozens of ships"."""
    if figure.unit is None and figure.measure in load("figures")["bodies of men"]:
        return f"{figure_number(figure)}-strong {figure.measure}"
    vague = figure.unit is None and (figure.low, figure.high) in _vague()
    of = "of " if vague or _part(figure) else ""
    return f"{figure_number(figure)} {of}{_plural(figure)}"


def _plural(figure: Figure) -> str:
    """What is counted, in the plural where a hyphen tied its number to it: the nine articles of a nine-article treaty."""
    measure = figure.measure
    one = figure.high == 1 or measure not in load("figures")["hyphened"] or measure in ("strong", "man", "person")
    return measure if one else f"{measure.removesuffix('y')}{'ies' if measure[-2:] in ('ry', 'ty') else 's'}"


def _part(figure: Figure) -> str | None:
    """A part whose percentage nobody told: a third."""
    whole = figure.unit == "%" and figure.low == figure.high and figure.low is not None
    return load("figures")["told parts"].get(round(figure.low, 1)) if whole and figure.low else None


def figure_number(figure: Figure) -> str:
    """The number with its hedge and unit: "up to 175,000", "40 to 50 %", "60 million USD", "11 or more"."""
    values = [number_text(value) for value in (figure.low, figure.high) if value is not None]
    vague = _vague().get((figure.low, figure.high))  # what was told as "dozens" is shown so, not as 24 to 99
    part = _part(figure)
    number, unit = vague or part or " to ".join(dict.fromkeys(values)), "" if part else unit_text(figure.unit)
    hedge = (figure.hedge or "").lower()
    return " ".join(filter(None, [number, unit, hedge] if hedge in _behind() else [hedge, number, unit]))


def number_text(value: float) -> str:
    """A number as a newspaper prints it: 175,000; 1.5 million; 100 billion. Nothing of it is rounded away."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and len(short := f"{value / size:.15g}") <= 5:
            return f"{short} {word}"
    return f"{value:,.15g}"


def unit_text(unit: str | None) -> str:
    """A unit in words where its code says nothing: km, USD, miles."""
    units: dict[str, str] = load("phrases")["units"]
    return units.get(unit, unit) if unit else ""


def _vague() -> dict[tuple[float | None, float | None], str]:
    """The bounds that stand for a vague numeral, with its words."""
    bounds: dict[str, list[float]] = load("figures")["vague"]
    return {(low, high): words for words, (low, high) in bounds.items()}


def _behind() -> set[str]:
    """The hedges that stand behind their number and never before it."""
    hedges = load("hedges")
    before = {words for name in ("most", "least", "about") for words in hedges[name]}
    return {words for group in hedges["after"].values() for words in group} - before
