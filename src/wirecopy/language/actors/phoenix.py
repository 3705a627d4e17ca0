"""Phoenix and TABARI files of actors, the format of CAMEO's event coders, as lines of our own (see `own_actors`).

    HAMID_KARZAI_  # a comment
    +KARZAI_
        [AFGELI <011222]
        [AFGGOV 011222-140929]

A name, its synonyms, and codes that may hold for a time. What stands for a state as a whole is left out: the files give
its towns as its synonyms, and the gazetteer has all states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wirecopy.language.actors import people, titles
from wirecopy.language.actors.gazetteer import fold, slug, words_of
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.language.actors.own_actors import SECTIONS, Added
from wirecopy.words import load

_CODE = re.compile(r"\[([A-Z]{3})([A-Z]*)\s*([<>]?)=?\s*(\d{6,8})?(?:\s*-\s*(\d{6,8}))?\s*\]")
ACRONYM = 5  # letters: a single word of a body, no longer than this, is written in capitals


@dataclass(slots=True)
class _Block:
    """A name with its synonyms, and its codes: state or body, what somebody is, from, to."""

    names: list[str]
    codes: list[tuple[str, str, str, str]] = field(default_factory=list)


def is_phoenix(text: str) -> bool:
    """Is a text such a file? It has codes in brackets, and none of the sections of ours."""
    lines = [line.partition("#")[0] for line in text.splitlines()]
    ours = any(line.rstrip().removesuffix(":") in SECTIONS for line in lines)
    return not ours and any(_CODE.search(line) for line in lines)


def parse(text: str) -> Added:
    """The persons and bodies of a file that the gazetteer does not have, as lines of ours."""
    lines: dict[str, dict[str, str]] = {"people": {}, "organisations": {}}
    known = _known()
    for block in _blocks(text):
        names = [name for name in dict.fromkeys(block.names) if name]
        if not names or not block.codes or any(fold(name) in known for name in names[:1]):
            continue
        if all(not role and state not in load("phoenix")["bodies"] for state, role, _, _ in block.codes):
            continue
        if _is_person(names[0], block):
            lines["people"].setdefault(_cased(names[0]), _person(names, block))
        else:
            lines["organisations"].setdefault(slug(names[0]), _body(names, block))
    return tuple((section, tuple(sorted(found.items()))) for section, found in sorted(lines.items()) if found)


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block([])
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        name = line.partition("[")[0].strip()
        if name.startswith("+"):
            block.names.append(_plain(name[1:]))
        elif name:
            yield block
            block = _Block([_plain(name)])
        block.codes += [_code(match) for match in _CODE.finditer(line)]
    yield block


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).replace("|", " ").replace(";", " ")


def _code(match: re.Match[str]) -> tuple[str, str, str, str]:
    state, role, sign, first, last = match.groups()
    start, end = _day(first), _day(last)
    if end and start > end:
        start = f"19{start[2:]}"  # "301111-341111": both years are of one century
    return (state, role, "", start) if sign == "<" else (state, role, start, end)


def _day(digits: str | None) -> str:
    """An ISO date of six digits or eight; "" for none, or for what is no date."""
    if not digits or len(digits) == 7:
        return ""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= load("phoenix")["latest_short_year"] else "19") + digits
    year, month, day = digits[:4], digits[4:6], digits[6:]
    return f"{year}-{month}-{day}" if "01" <= month <= "12" and "01" <= day <= "31" else ""


def _known() -> frozenset[str]:
    """The names that the gazetteer has, as they are compared."""
    return frozenset(fold("".join(name.words)) for names in gazetteer().names.values() for name in names)


def _is_person(name: str, block: _Block) -> bool:
    """Somebody whose codes hold for a time, or whose first word is a first name."""
    said = words_of(name)
    dated = any(start or end for _, _, start, end in block.codes)
    return len(said) > 1 and (dated or said[0].key in people.genders())


def _person(names: list[str], block: _Block) -> str:
    known = titles.load()
    others = [name for name in names[1:] if name.split()[0].lower().rstrip(".") not in known.persons | known.address]
    states = [state for state, *_ in block.codes if state not in load("phoenix")["bodies"] and _is_state(state)]
    offices = [f"{role} {start}/{end}" for _, code, start, end in block.codes if (role := _role(code))]
    return " | ".join(["; ".join(map(_cased, others)), states[0] if states else "", "; ".join(dict.fromkeys(offices))])


def _role(code: str) -> str | None:
    return next((role for begins, role in load("phoenix")["roles"].items() if code.startswith(begins)), None)


def _body(names: list[str], block: _Block) -> str:
    state = next((state for state, *_ in block.codes if _is_state(state)), "")
    said = [name if " " not in name and len(name) <= ACRONYM else _cased(name) for name in names]
    return f"{said[0]} | {'; '.join(said[1:])} | {state}"


def _is_state(code: str) -> bool:
    return code in load("actors/states")


def _cased(name: str) -> str:
    """A name in capitals as news writes it: small words small, initials and hyphened parts with capitals."""
    small = {"of", "the", "and", "for", "de", "da", "di", "van", "von", "bin", "al"}
    said = [word.lower() if word.lower() in small and n else "-".join(map(str.capitalize, word.split("-")))
            for n, word in enumerate(name.split())]  # fmt: skip
    return " ".join(said)
