"""A user's own actors: one YAML file with the sections of the gazetteer and lines of the same form.

    people:
      Mara Selin: "Selin | MDA f | harbour minister 2021-03/"
    organisations:
      baltic-grain-board: Baltic Grain Board | BGB | EST

A line with the key of one in the gazetteer takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from wirecopy import words

SECTIONS = ("states", "organisations", "offices", "places", "people")
# The lines of each section, as a value that can be told from another.
Added = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
NONE: Added = ()
LARGEST = 2_000_000  # characters: the whole gazetteer has an eighth of it
_STATE, _DAY = re.compile(r"[A-Z]{3}$"), r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?"
_TERM = re.compile(rf".+ {_DAY}/{_DAY}$")
_PLACE = re.compile(r"(?:[A-Z]{3}|~) -?\d+(?:\.\d+)? -?\d+(?:\.\d+)?$")
KINDS = ("person", "state", "organisation", "office", "group", "place")


class BadActors(ValueError):
    """A file of actors that can't be taken; the message names the line and what it should be."""


def parse(text: str) -> Added:
    """The lines of a file of actors. Raises BadActors, which names the first line that is wrong."""
    if len(text) > LARGEST:
        raise BadActors(f"the file of actors is longer than {LARGEST:,} characters")
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise BadActors(f"the file of actors is no YAML: {error}".replace("\n", " ")) from error
    if not isinstance(data, dict) or not data:
        raise BadActors(f"the file of actors must have one of the sections {', '.join(SECTIONS)}")
    known = {str(code) for code in words.load("actors/states")} | {str(code) for code in data.get("states") or {}}
    return tuple((str(section), tuple(_lines(str(section), lines, known))) for section, lines in sorted(data.items()))


def _lines(section: str, lines: object, states: set[str]) -> Iterator[tuple[str, str]]:
    if section not in SECTIONS:
        raise BadActors(f"{section!r} is no section of a file of actors; they are {', '.join(SECTIONS)}")
    if not isinstance(lines, Mapping):
        raise BadActors(f"the section {section} must have lines of the form “key: fields”")
    for key, line in lines.items():
        if not isinstance(key, str) or not isinstance(line, str):
            raise BadActors(
                f"{section}: {key!r}: the key and the fields must be text; put them between quotation marks"
            )
        if why := _wrong(section, key, [field.strip() for field in line.split("|")], states):
            raise BadActors(f"{section}: {key}: {why}")
        yield key, line


def _wrong(section: str, key: str, fields: list[str], states: set[str]) -> str | None:
    """What is wrong with a line; None where nothing is."""
    if section == "states":
        return None if _STATE.match(key) else "the key of a state is its code of three capitals"
    if section == "places":
        return None if _PLACE.match(fields[0]) else "the first field of a place is “code latitude longitude”"
    field = fields[1:2] if section == "people" else fields[2:3]
    where = "".join(field).partition(" ")[0]
    if where and where not in states:
        return f"{where!r} is no state of the gazetteer (ISO 3166 alpha-3)"
    if section == "people":
        offices = [one.strip() for one in fields[2].split(";") if one.strip()] if len(fields) > 2 else []
        bad = next((one for one in offices if not _TERM.match(one)), None)
        return f"{bad!r} is no office with its dates (“president 2019-05-20/”)" if bad else None
    if len(fields) > 3 and fields[3] and fields[3] not in KINDS:
        return f"{fields[3]!r} is no kind of actor; they are {', '.join(KINDS)}"
    return None if fields[0] else "the first field is the name"
