"""What kind of residue a line of a page is, by the rules of `words/residue.yml`."""

from __future__ import annotations

import re
from functools import cache

from wirecopy.words import load

LONGEST = 400
"""Longest line, in characters, that is held against the rules: residue is short, and a page of one line is no residue."""

_EDGES = " \t.,:;!?…*•·|–—-_+#>»›←→↑▲▼()[]\"“”'‘’"
_GAPS = re.compile(r"\s{2,}|\t|\]\s*\[|\s+[|·•]\s+")
_SPEECH = re.compile(r"[“”\"«»„]|\b(?:said|says|told|tells|added|adding|warned|according to|announced)\b", re.I)


@cache
def _phrases() -> dict[str, str]:
    return {phrase: rule for rule, phrases in load("residue")["phrases"].items() for phrase in phrases}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern a rule: all of a rule's alternatives in one expression."""
    rules = load("residue")["patterns"].items()
    return tuple((rule, re.compile("|".join(f"(?:{p})" for p in patterns), re.I)) for rule, patterns in rules)


@cache
def _comment() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("residue")["comment"]), re.I)


@cache
def _despite_speech() -> frozenset[str]:
    return frozenset(load("residue")["despite_speech"])


def plain(line: str) -> str:
    """A line as the phrases are written: lower case, straight apostrophes, single spaces, no marks at its ends."""
    return " ".join(line.replace("’", "'").lower().split()).strip(_EDGES)


def rule_of(line: str) -> str | None:
    """The rule by which a whole line is residue, or None.

    A line that quotes somebody or names who said it stays, since evidence lost is worse than residue kept; only rules
    whose own shape is unmistakable (`despite_speech`: shortcodes, teasers, copyright lines) override that.
    """
    if len(line) > LONGEST:
        return None
    if (rule := _phrases().get(plain(line))) is not None:
        return rule
    if (rule := _of_parts(line)) is not None:
        return rule
    line = " ".join(line.split()).lstrip("•*·▪►▶ ") if "\xa0" in line or line[:1] in "•*·▪►▶" else line
    speech = bool(_SPEECH.search(line)) and len(line.split()) > 5
    for rule, pattern in _patterns():
        if (not speech or rule in _despite_speech()) and pattern.fullmatch(line):
            return rule
    return None


def _of_parts(line: str) -> str | None:
    """The rule of the first of several labels or links that stand in one line: "[Share on X] [Print]", "HOME  WORLD  VIDEO"."""
    parts = [plain(part) for part in _GAPS.split(line)]
    rules = [_phrases().get(part) for part in parts if part]
    return rules[0] if len(rules) > 1 and all(rules) else None


@cache
def _about_author() -> re.Pattern[str]:
    return re.compile(load("residue")["about_author"])


def is_about_author(line: str) -> bool:
    """Whether a line reads as the note on its author at an article's end: "Ann Lee is a reporter for the Herald"."""
    return len(line) <= LONGEST and not _SPEECH.search(line) and bool(_about_author().match(line))


def counts_comments(line: str) -> bool:
    """Whether a line counts at least two comments: "34 responses to …", "12 Comments"."""
    return bool(re.match(r"(?:[2-9]|\d{2,6}) (?:comments|responses|replies|thoughts)\b", line, re.I))


def is_comment_line(line: str) -> bool:
    """Whether a line only stands among readers' comments: "2 days ago", "Rating: 5 Votes", "Log in to reply"."""
    return len(line) <= 120 and bool(_comment().fullmatch(line))
