"""A deed that is supposed to happen: read from the words of a question, or put together from its fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wirecopy.account.cases import deed_in
from wirecopy.judgements.outcomes.deed_kinds import Deed, kinds_of_type
from wirecopy.judgements.outcomes.deeds import sides_of
from wirecopy.language.actors.gazetteer import fold as folded
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Actor, Entry, Read, Span
from wirecopy.run.reading import read_text

EXAMPLES = ("ASSAULT", "SANCTION", "REJECT")


def deed_in_words(words: str) -> Deed:
    """The deed that a sentence tells of, read like a report. Raises ValueError for words that tell of no deed at all."""
    reading = read_text(words)
    whole = Span(reading.report.id, 0, len(reading.report.text))
    read = Read(reading.report, reading.mentions, (), reading.claims)
    deed = deed_in(reading.report.text, (whole,), read)
    if deed is None or not (deed.kinds or deed.words):
        raise ValueError(f"{words!r} tells of no event; say who does what to whom: “Russia invades Ukraine”")
    return deed


def deed_of_fields(act: str, who: str | None, whom: str | None, actors: Iterable[Entry]) -> Deed:
    """The deed of a PLOVER act, by an actor on another, each by a name that the account or the gazetteer knows.

    Raises ValueError for an act that no commitment is ever about, or a name that nobody has.
    """
    kinds = kinds_of_type(act.upper())
    if not kinds:
        raise ValueError(f"{act} is no PLOVER act that commitments are about; {' or '.join(EXAMPLES)} would be")
    known = [entry.value for entry in actors if isinstance(entry.value, Actor)] + list(gazetteer().actors.values())
    return Deed(kinds, _sides(who, known), _sides(whom, known))


def _sides(name: str | None, known: Sequence[Actor]) -> frozenset[str]:
    if name is None:
        return frozenset()
    found = next((one for one in known if folded(name) in (folded(one.name), *map(folded, one.aliases))), None)
    if found is None:
        raise ValueError(f"nobody is called {name!r}; `wirecopy show actors` prints the names")
    return sides_of([found])
