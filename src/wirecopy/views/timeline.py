"""Everything that has a day, in the order of when it happened; when it was reported is told beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple, TextIO

from wirecopy.account.lines import when_of
from wirecopy.model import Entry, Event
from wirecopy.views.lineage import Lineage, aside, copying
from wirecopy.views.sentences import history, led_in, sentence, sources, when
from wirecopy.views.times import Published, has_day, place, reported, sharp

# What happened longer than this before the first report is not the story, but what it is told against.
BEFORE = timedelta(days=90)


class Timeline(NamedTuple):
    """The lines in time: the story, what was before it, and those of which no day is known."""

    background: tuple[Entry, ...]
    story: tuple[Entry, ...]
    undated: tuple[Entry, ...]

    def entries(self) -> tuple[Entry, ...]:
        """All of them in the order of when they happened, those without a day last."""
        return self.background + self.story + self.undated


def timeline(entries: Iterable[Entry], published: Published) -> Timeline:
    """The lines by their days; a long interval ("2021") stands where it ends."""
    ordered = sorted(entries, key=lambda entry: place(when_of(entry)))
    start = story_start(published)
    dated = [entry for entry in ordered if has_day(when_of(entry))]
    background = tuple(entry for entry in dated if _is_before(entry, start))
    story = tuple(entry for entry in dated if not _is_before(entry, start))
    return Timeline(background, story, tuple(entry for entry in ordered if not has_day(when_of(entry))))


def story_start(published: Published) -> str | None:
    """The ISO day before which nothing belongs to the story: BEFORE its first report. None where no report has a day."""
    days = [found[0] for moment in published.values() if (found := sharp(moment))]
    return (min(days) - BEFORE).isoformat() if days else None


def _is_before(entry: Entry, start: str | None) -> bool:
    moment, value = when_of(entry), entry.value
    if isinstance(value, Event) and value.status == "historical":
        return True
    return bool(start and moment and moment.latest and moment.latest[:10] < start)


def write_timeline(found: Timeline, known: Lineage, out: TextIO) -> None:
    """A line an entry: id, when it happened, when it was reported, what it says, its sources; a heading for each part."""
    parts = (("before the story", found.background), ("the story", found.story), ("no date", found.undated))
    out.write("\n".join(_part(title, entries, known) for title, entries in parts if entries))


def _part(title: str, entries: Sequence[Entry], known: Lineage) -> str:
    days = [when(entry) for entry in entries]
    printed = [reported(entry, known.published) for entry in entries]
    wide, wider = max(map(len, days)), max(map(len, printed))
    lines = [f"{title}\n"]
    for entry, day, told in zip(entries, days, printed, strict=True):
        past, behind = history(entry), aside(entry, known)
        words = sentence(entry) + (f" ({past})" if past else "") + (f" — {behind}" if behind else "")
        columns = [f"{day:<{wide}}"] * bool(wide) + [f"{told:<{wider}}", words, sources(entry, copying(entry, known))]
        lines.append(f"  {entry.id}  {'  '.join(columns)}\n")
        lines += [f"    {led_in(entry)}\n"] if entry.lead_in else []
    return "".join(lines)
