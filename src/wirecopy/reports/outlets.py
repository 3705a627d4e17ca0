"""The names of news outlets: those that are known, and how one is told that nobody has heard of."""

from __future__ import annotations

import re
from functools import cache

from wirecopy.words import load

LONGEST = 10
"""Most words of a name: "Press Service of the President of the Russian Federation" has nine."""
_PART = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@cache
def _known() -> dict[str, str]:
    words = load("outlets")
    named = {name.casefold(): name for name in words["outlets"]}
    return named | {short.casefold(): name for short, name in words["agencies"].items()}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("outlets")[kind])


@cache
def _ending(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:.*[\s-])?(?:{'|'.join(load('outlets')[kind])})")


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(load("outlets")["suffixes"])


@cache
def _recurring() -> tuple[str, ...]:
    return tuple(load("outlets")["recurring"])


@cache
def _office() -> re.Pattern[str]:
    return re.compile("|".join(load("outlets")["offices"]), re.I)


def outlet_named(name: str) -> str | None:
    """The full name of an outlet or agency shown as `name` ("AP", "reuters", "Al Jazeera"), None for any other word."""
    return _known().get(name.strip("() ").casefold())


def is_name(line: str) -> bool:
    """Whether a line can be a name: a few words, each with a capital, a digit or small in names too; none a verb's form.

    A single word must look like nothing but a name ("Sundkurier", "Volna-Inform", "River24"): "Ukraine" is a section.
    """
    parts, words = line.split(), _PART.findall(line)
    if not words or len(parts) > LONGEST or re.search(r"[.,:;!?…“”\"«»()\[\]/|]", line.replace("24/7", "")):
        return False
    if any(word.casefold() in _words("verbs") for word in words[1:]):
        return False
    if len(parts) == 1:
        return is_press_name(line) or bool(re.search(r"\w[\d-]|[a-z][A-Z]", line))
    return parts[0] != "the" and all(_is_capital(part[0]) or part in _words("small") for part in parts)


def _is_capital(char: str) -> bool:
    """A capital, a digit, or a letter of a script that has no capitals."""
    return char.isalnum() and not char.islower()


def is_press_name(name: str) -> bool:
    """Whether a name says by its words that it is an outlet's: "The Baltic Ledger", "Le Courrier du Lac", "Sundkurier"."""
    words = name.casefold().replace("’", "'").split()
    if outlet_named(name) or _ending("press").fullmatch(" ".join(words)) or words[-1].endswith(_suffixes()):
        return True
    unarticled = words[1:] if words[0] in _words("articles") else words
    if unarticled and unarticled[0] in _words("first"):
        return True
    papers = sum(word in _words("papers") for word in words)
    return is_paper(name) and (papers > 1 or (words[0] == "the" and len(words) > 2))


def is_paper(name: str) -> bool:
    """Whether a name may be an outlet's, and other things too: "Halden Post", "Hard Times"."""
    words = [word for word in name.casefold().split() if word not in _words("articles")]
    return bool(words) and (words[-1] in _words("papers") or words[0] in _words("dailies"))


def is_office(name: str) -> bool:
    """Whether a name is that of an office which issues readouts: "Ministry of Transport", "Press Office of the Senate"."""
    return bool(_office().match(name))


def calls_itself(name: str, text: str) -> bool:
    """Whether a text speaks of `name` as of the outlet that it is from: "© Halden Post 2020", "Follow Halden Post"."""
    bare = re.sub(r"\Athe\s+", "", name.strip(), flags=re.I)
    if bare.casefold() not in text.casefold():
        return False
    return any(re.search(form.replace("{name}", re.escape(bare)), text, re.I) for form in _recurring())
