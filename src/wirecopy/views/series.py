"""Figures as series: the values that answer one question stand together, in time, each with how it relates to the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import NamedTuple, TextIO

from wirecopy.account.describe import counted, figure_number, figure_text, listed, number_text, unit_text
from wirecopy.model import Entry, Figure, Moment
from wirecopy.views.lineage import Lineage, copying
from wirecopy.views.sentences import figure_sentence, led_in, place_of, sources, told, when, whose_and_where
from wirecopy.views.times import Published, place, printed, reported, sharp

PROJECTED = ("possible", "conditional", "scheduled")
BLOCKS = "▁▂▃▄▅▆▇█"
# The order in which relations are told: what contradicts a value first.
RELATIONS = ("disagrees", "garbled", "compatible", "update")
VERBS = {
    "disagrees": "disagrees with",
    "garbled": "garbled against",
    "compatible": "compatible with",
    "update": "update of",
}
# A reason begins with both numbers, which a line has said already.
BOTH_NUMBERS = re.compile(r"^\d[\d.e+]* and \d[\d.e+]*:? ")


class Series(NamedTuple):
    """Figures that are rivals of each other, directly or through others, in the order of time; alone, a series of one."""

    id: str
    entries: tuple[Entry, ...]


class Related(NamedTuple):
    """How a value relates to others of its series; `more` are those that are not named."""

    relation: str
    others: tuple[Entry, ...]
    more: int
    because: str


def figure_of(entry: Entry) -> Figure:
    """The value of an entry that is a figure."""
    assert isinstance(entry.value, Figure)  # noqa: S101 -- only figures are asked
    return entry.value


def series_of(figures: Sequence[Entry], published: Published) -> list[Series]:
    """The series: those with several values first, of these the ones with the most origins; single ones as they come."""
    by_id = {entry.id: entry for entry in figures}
    seen: set[str] = set()
    found = []
    for entry in figures:
        if entry.id not in seen:
            together = _together(entry, by_id)
            seen.update(one.id for one in together)
            ordered = sorted(together, key=lambda one: _in_time(one, published))
            found.append(Series(min(one.id for one in ordered), tuple(ordered)))
    return sorted(
        found, key=lambda s: (-sum(e.origins for e in s.entries), -len(s.entries)) if s.entries[1:] else (1, 0)
    )


def _in_time(entry: Entry, published: Published) -> tuple[str, str, float, str]:
    """Of one day the smaller value comes first, as tolls grow."""
    figure, (first, last) = figure_of(entry), place(moment_of(entry, published))
    return first[:10], last[:10], figure.low or figure.high or 0.0, entry.id


def _together(start: Entry, by_id: Mapping[str, Entry]) -> list[Entry]:
    """An entry with all that are its rivals, and theirs."""
    found, waiting = {start.id: start}, [start]
    while waiting:
        for rival in waiting.pop().rivals:
            if rival in by_id and rival not in found:
                found[rival] = by_id[rival]
                waiting.append(by_id[rival])
    return list(found.values())


def moment_of(entry: Entry, published: Published) -> Moment | None:
    """The day for which a figure is given, else the day on which it was first printed; None where neither is sharp enough."""
    as_of = figure_of(entry).as_of
    known = [as_of, *printed(entry, published)]
    return next((moment for moment in known if isinstance(moment, Moment) and sharp(moment)), None)


# ---- in words
def heading(series: Series) -> str:
    """What is counted, whose and where: "troops (whose: Russia; where: Ukraine)"; each as most origins say it."""
    values = [(figure_of(entry), entry.origins) for entry in series.entries]
    measure = _most((figure.measure, n) for figure, n in values)
    whose = _most((figure.of, n) for figure, n in values if figure.of)
    where = _most((place_of(figure, place), n) for figure, n in values for place in figure.where)
    may_come = ", not a count: what may come" if values[0][0].status in PROJECTED else ""
    return measure + whose_and_where(measure, whose, [where] if where else []) + may_come


def _most(said: Iterable[tuple[str | None, int]]) -> str:
    """The value with the most origins, of equals the one in more words, then the first; "" where there is none."""
    counts: Counter[str] = Counter()
    for value, origins in said:
        counts[value or ""] += origins
    return max(counts, key=lambda value: (counts[value], len(value.split()))) if counts else ""


def extent(series: Series) -> str:
    """How many values there are, from which to which: "3 values, 94,300 to 130,000 USD"."""
    ends = [end for entry in series.entries for end in (figure_of(entry).low, figure_of(entry).high) if end is not None]
    count = counted(len(series.entries), "value")
    unit = unit_text(figure_of(series.entries[0]).unit)
    return f"{count}, {number_text(min(ends))} to {number_text(max(ends))} {unit}".rstrip() if ends else count


def sparkline(series: Series, published: Published) -> str:
    """The values in time as blocks, "" where fewer than two have a day.

    An exact value is a bare block; "~" stands before one that is hedged, "≥" and "≤" before a bound, "–" between the ends of
    a range, and brackets around what is no count but may come.
    """
    shown = [figure_of(entry) for entry in series.entries if moment_of(entry, published)]
    ends = [end for figure in shown for end in (figure.low, figure.high) if end is not None]
    if len(shown) < 2 or not ends:
        return ""
    low, high = min(ends), max(ends)

    def block(value: float) -> str:
        return BLOCKS[round((value - low) / ((high - low) or 1) * (len(BLOCKS) - 1))]

    return " ".join(_sign(figure, block) for figure in shown)


def _sign(figure: Figure, block: Callable[[float], str]) -> str:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "?"
    if low is not None and high is not None:
        sign = ("~" if figure.hedge else "") + block(low) if low == high else f"{block(low)}–{block(high)}"
    else:
        sign = f"≥{block(low)}" if low is not None else f"≤{block(high or 0.0)}"
    return f"({sign})" if figure.status in PROJECTED else sign


def related(series: Series, entry: Entry, shown: Container[str]) -> list[Related]:
    """How a value relates to the others, those with one reason together.

    A pair is told at the later one of two values that are shown. Of what it updates the value just before it is named, the
    older ones are counted: each of them is told where it stands.
    """
    at = {other.id: number for number, other in enumerate(series.entries)}
    groups: dict[tuple[str, str], list[Entry]] = {}
    older: list[tuple[int, str]] = []
    for relation in sorted((r for r in entry.relations if r.id in at), key=lambda r: at[r.id]):
        earlier = at[relation.id] < at[entry.id]
        because = BOTH_NUMBERS.sub("", relation.because)
        if relation.relation == "update" and earlier:
            older.append((at[relation.id], because))
        elif relation.relation != "update" and (earlier or relation.id not in shown):
            groups.setdefault((relation.relation, because), []).append(series.entries[at[relation.id]])
    found = [Related(kind, tuple(others), 0, because) for (kind, because), others in groups.items()]
    if older:
        number, because = older[-1]
        found.append(Related("update", (series.entries[number],), len(older) - 1, because))
    return sorted(found, key=lambda one: RELATIONS.index(one.relation))


def related_text(found: Related) -> str:
    """The same in words: "disagrees with 9,000 and 11,000 (for the same thing at about the same time)"."""
    numbers = [figure_number(figure_of(other)) for other in found.others]
    more = [counted(found.more, "earlier value")] if found.more else []
    return f"{VERBS[found.relation]} {listed([*numbers, *more])} ({found.because})"


def who_says(figure: Figure) -> str:
    """Who gives a figure."""
    return f"says {listed(actor.name for actor in figure.said_by)}" if figure.said_by else ""


def write_series(chosen: Iterable[Entry], every: Sequence[Entry], known: Lineage, out: TextIO) -> None:
    """The chosen figures in their series: a heading, the values as blocks, a line a value; a single one is one line.

    Series are those of all the figures, so that a filter hides lines and changes none.
    """
    wanted = {entry.id for entry in chosen}
    for series in series_of(every, known.published):
        shown = [entry for entry in series.entries if entry.id in wanted]
        if shown and not series.entries[1:]:
            out.write(_single(shown[0], known) + "\n")
            out.writelines(_led_in(shown[0], 4))
        elif shown:
            hidden = len(series.entries) - len(shown)
            out.write(f"{heading(series)}: {extent(series)}{f', {hidden} not shown' if hidden else ''}\n")
            if not hidden and (blocks := sparkline(series, known.published)):
                out.write(f"  {blocks}\n")
            _write_values(series, shown, known, out)
            out.write("\n")


def _led_in(entry: Entry, indent: int) -> list[str]:
    return [f"{' ' * indent}{led_in(entry)}\n"] if entry.lead_in else []


def _single(entry: Entry, known: Lineage) -> str:
    words = [when(entry), reported(entry, known.published), figure_sentence(figure_of(entry))]
    return "  ".join(filter(None, [entry.id, *words, sources(entry, copying(entry, known))]))


def _write_values(series: Series, shown: Sequence[Entry], known: Lineage, out: TextIO) -> None:
    """A line a value, days and days of reporting each in a column; below it how it relates to the others."""
    days = [when(entry) or "no day given" for entry in shown]
    told_on = [reported(entry, known.published) for entry in shown]
    wide, wider = max(map(len, days)), max(map(len, told_on))
    ids = {entry.id for entry in shown}
    for entry, day, printed_on in zip(shown, days, told_on, strict=True):
        figure = figure_of(entry)
        words = ", ".join(filter(None, [figure_text(figure), who_says(figure)])) + told(figure)
        counts = sources(entry, copying(entry, known))
        out.write(f"  {entry.id}  {day:<{wide}}  {printed_on:<{wider}}  {words}  {counts}\n")
        out.writelines(_led_in(entry, 6))
        out.writelines(f"      {related_text(one)}\n" for one in related(series, entry, ids))
