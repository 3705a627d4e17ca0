"""What the steps of naming share."""

from __future__ import annotations

from dataclasses import dataclass, field

from wirecopy.language.actors.cast import Cast
from wirecopy.language.actors.gazetteer import Gazetteer
from wirecopy.language.actors.people import Names, Run
from wirecopy.language.layout import Layout
from wirecopy.model import Report


@dataclass(slots=True)
class Scene:
    """What the steps of naming share: the parse, the gazetteer, the cast so far, and which tokens say what.

    `names` and `countries` give, by token, the actor or state that stands there; `persons` the tokens of names of
    persons and of the titles beside them; `runs` the names taken whose titles are still to be read; `demonyms` each "the
    Swiss": its tokens [first, after], the state, and whether the word can mean the people.
    """

    report: Report
    layout: Layout
    gazetteer: Gazetteer
    cast: Cast = field(default_factory=Cast)
    known: Names = field(default_factory=Names)
    names: dict[int, str] = field(default_factory=dict)
    countries: dict[int, str] = field(default_factory=dict)
    persons: set[int] = field(default_factory=set)
    runs: list[tuple[Run, str]] = field(default_factory=list)
    demonyms: list[tuple[int, int, str, bool]] = field(default_factory=list)
