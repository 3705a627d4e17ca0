"""Punctuation mended before parsing: a broken sentence end costs the parser more than a smaller model does.

Letters and digits are never changed; every character keeps its place in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wirecopy.reports.draft import Draft, Edit, edited
from wirecopy.reports.quotes import unified
from wirecopy.words import load

_ODD = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
    r"|[\ud800-\udfff]|[\t\n\r\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000 ]{2,}"
    r"|[\t\n\r\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_STRAY_STOP = re.compile(
    r"(?<=[.?!])(?:\s+\.)(?=\s|\Z)|(?<=[.?!][”’)])(?:\s+\.)(?=\s|\Z)|(?<=[^\W_][^\W_])\.(?:\s+)(?=,\s)"
)
_SPACE_BEFORE = re.compile(r"(?<=[\w”’)%])\s+(?=[,;](?:\s|\Z)|\.(?:\s|\Z))")
_DOUBLE_STOP = re.compile(r"(?<=[^\W_][^\W_])\.(?=\.(?:\s|\Z))")
_BROKEN = re.compile(r"(?<=[^\W_])\.(?= (?P<next>[a-z][a-z’'-]{0,30})(?:[ ,;:.?!)”]|\Z))")
_WORD_BEFORE = re.compile(r"[\w’'.-]+\Z")
_STUCK = re.compile(r"(?<=[a-z]{2}[.?!,])(?=(?:The|A|In|On|At|He|She|It|We|They|[A-Z][a-z]{2,})\b(?!\.[a-z]))")
_LONE = re.compile(r"(?<=[\w”])\.(?= (?P<word>[A-Z][\w’-]+)\.\Z)")
_LOWER_START, _UPPER_START = re.compile(r"[a-z]\. +[a-z]"), re.compile(r"[a-z]\. +[A-Z]")
_DOMAIN = re.compile(r"(?:Com|Org|Net|Gov|Info|Co|Io|Ru|Ua)\b")


def mended(given: Draft) -> Draft:
    """A paragraph with plain spaces, unified quotation marks and whole sentences."""
    draft = _trimmed(edited(given, list(_odd_characters(given.text))))
    draft = unified(draft)
    if " ." in draft.text or " ," in draft.text or " ;" in draft.text or ".." in draft.text or ". ," in draft.text:
        draft = edited(draft, list(_stray_stops(draft.text)))
    return edited(draft, list(_sentence_ends(draft.text)))


def _odd_characters(text: str) -> Iterator[Edit]:
    """Odd and repeated spaces → one plain space; controls, soft hyphens, zero-width and direction marks → nothing.

    Half a surrogate pair, which no parser takes, → U+FFFD.
    """
    for match in _ODD.finditer(text):
        start, end = match.span()
        if "\ud800" <= text[start] <= "\udfff":
            yield Edit(start, end, "\ufffd")
        elif text[start].isspace() and text[start] not in "\x1c\x1d\x1e\x1f":
            yield Edit(start, start + 1, " ")
            if end - start > 1:
                yield Edit(start + 1, end, "")
        else:
            yield Edit(start, end, "")


def _trimmed(given: Draft) -> Draft:
    text = given.text
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    return Draft(text[start:end], given.places[start:end]) if start or end < len(text) else given


def _stray_stops(text: str) -> Iterator[Edit]:
    """`Wednesday. .` → `Wednesday.`, `spokesman. , Lee` → `spokesman, Lee`, `region .` → `region.`, `over..` → `over.`"""
    for pattern in (_STRAY_STOP, _SPACE_BEFORE, _DOUBLE_STOP):
        for match in pattern.finditer(text):
            yield Edit(match.start(), match.end(), "")


def _sentence_ends(text: str) -> Iterator[Edit]:
    """Sentences that were cut in two joined, sentences that stuck together parted."""
    if len(_LOWER_START.findall(text)) <= max(3, len(_UPPER_START.findall(text))):
        yield from _joined(text)
    for match in _STUCK.finditer(text):
        if not _DOMAIN.match(text, match.start()):
            yield Edit(match.start(), match.start(), " ")
    lone = _LONE.search(text, max(0, len(text) - 40))
    if lone and lone["word"].lower() not in _alone() and lone.start() >= 30 and not lone["word"].endswith("ly"):
        yield Edit(lone.start(), lone.start() + 1, "")


def _joined(text: str) -> Iterator[Edit]:
    """A full stop before a word in lower case ends no sentence: it goes, or becomes a comma before "said".

    It stays after abbreviations, initials, numbers and addresses, where it means something else.
    """
    for match in _BROKEN.finditer(text):
        before = _WORD_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
        word = before.group() if before else ""
        if len(word) < 2 or "." in word or word.isdigit() or word.lower() in _abbreviations():
            continue
        yield Edit(match.start(), match.end(), "," if match["next"] in _speech() else "")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("mending")["abbreviations"])


@cache
def _alone() -> frozenset[str]:
    return frozenset(load("mending")["alone"])


@cache
def _speech() -> frozenset[str]:
    return frozenset(load("mending")["speech"])
