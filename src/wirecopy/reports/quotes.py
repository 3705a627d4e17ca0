"""Quotation marks unified to “ ” and put on the right side of their words, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from wirecopy.reports.draft import Draft, Edit, edited
from wirecopy.words import load

_MARK = re.compile(r"[\"“”„‟«»″＂]|``|''|‘‘|’’")
_SPEECH_IN_SINGLE = re.compile(r"(?:(?<=\s)|\A)[‘'](?=[^\W\d_])[^‘]{3,600}?[,.?!][’'](?=\s|\Z)")
_OPENING, _CLOSING = "“„«", "”»"
_AFTER_WORDS = ".,;:!?…)]}’%"
_BEFORE_WORDS = "([{—–-/‘"


class Mark(NamedTuple):
    """A quotation mark: its stretch of the text, the side that its shape and its spacing tell (None: neither)."""

    start: int
    end: int
    shape: Literal["open", "close"] | None
    spacing: Literal["open", "close", "tight", "loose"]


@cache
def _tag() -> re.Pattern[str]:
    """Who said it, after a quotation: "he said", "Ann Lee of the council said", "said Ann Lee"."""
    speech = "|".join(load("mending")["speech"])
    who = r"(?:he|she|they|it|we|I|(?:the|a|an) (?:[\w’-]+ ){1,4}|(?:(?:[A-Z][\w.’'-]*|of|the|de|al|bin) ){0,4}[A-Z][\w’'-]*)"
    return re.compile(
        rf"(?:{who} (?:also |later |then |had |has )?(?:{speech})\b|(?:{speech}) (?:[A-Z]|he\b|she\b|the\b|a\b|one\b))"
    )


@cache
def _speech_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('mending')['speech'])}|that|as|the|a|of|to)[,:]?\s*\Z", re.I)


def unified(given: Draft) -> Draft:
    """The paragraph with its quotation marks as “ and ”, misplaced ones moved, certain ones supplied."""
    text = given.text
    if not (found := [_seen(text, match) for match in _MARK.finditer(text)]):
        return edited(given, list(_single(text)))
    return edited(given, list(_edits(text, found)))


def _single(text: str) -> Iterator[Edit]:
    """Single marks around speech, as British papers set them: the closing one after a comma or full stop, as no
    apostrophe is. Only in a paragraph without double marks, where single ones stand for quotations within quotations."""
    for match in _SPEECH_IN_SINGLE.finditer(text):
        yield Edit(match.start(), match.start() + 1, "“")
        yield Edit(match.end() - 1, match.end(), "”")


def _seen(text: str, match: re.Match[str]) -> Mark:
    start, end = match.span()
    glyph = match.group()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    shape: Literal["open", "close"] | None = None
    if glyph in _OPENING or glyph in ("``", "‘‘"):
        shape = "open"
    elif glyph in _CLOSING or glyph in ("''", "’’"):
        shape = "close"
    left = before.isspace() or before in _BEFORE_WORDS
    right = (after.isspace() or after in _AFTER_WORDS) and not (left and text.startswith(("…", "..."), end))
    if left and not right:
        spacing: Literal["open", "close", "tight", "loose"] = "open"
    elif right and not left:
        spacing = "close"
    else:
        spacing = "loose" if left else "tight"
    return Mark(start, end, shape, spacing)


def _edits(text: str, marks: Sequence[Mark]) -> Iterator[Edit]:
    """Each mark in turn, knowing whether a quotation is open; what stays open or unopened is looked at afterwards."""
    opened: Mark | None = None
    for index, mark in enumerate(marks):
        if _is_inches(text, mark, opened):
            continue
        if _side(text, marks, index, opened) == "open":
            yield from _as_opening(text, mark)
            opened = mark
        else:
            yield from _as_closing(text, mark)
            if opened is None and index == 0:
                yield from _missing_opening(text, mark)
            opened = None
    if opened is not None:
        yield from _missing_closing(text, opened)


def _is_inches(text: str, mark: Mark, opened: Mark | None) -> bool:
    """Inches and seconds of arc (16", 5″) are no quotation marks."""
    return opened is None and mark.start > 0 and text[mark.start] in '"″' and text[mark.start - 1].isdigit()


def _side(text: str, marks: Sequence[Mark], index: int, opened: Mark | None) -> Literal["open", "close"]:
    mark = marks[index]
    if mark.spacing == "open":
        return "close" if _is_misplaced_close(text, mark, opened) else "open"
    if mark.spacing == "close":
        later = index + 1 < len(marks) and marks[index + 1].spacing == "close"
        return "open" if opened is None and mark.shape != "close" and later and mark.start > 0 else "close"
    if opened is not None:
        return "close"
    if mark.spacing == "loose":
        return "open" if mark.end < len(text) and text[mark.end] not in _AFTER_WORDS else "close"
    later = index + 1 < len(marks) and marks[index + 1].spacing == "close"
    return "open" if mark.shape != "close" and later else "close"


def _is_misplaced_close(text: str, mark: Mark, opened: Mark | None) -> bool:
    """A closing mark that slipped over its space: `under pressure, ”Ann Lee said`."""
    before = text[max(0, mark.start - 40) : mark.start]
    if not before[-1:].isspace() or before.rstrip()[-1:] not in (",", ".", "?", "!"):
        return False
    if opened is None and mark.shape != "close":
        return False
    if mark.shape == "close" and opened is not None:
        return True
    return bool(_tag().match(text, mark.end)) and not _speech_before().search(before.rstrip())


def _as_opening(text: str, mark: Mark) -> Iterator[Edit]:
    """“ with a space before it and none after it."""
    yield from _sign(mark, "“")
    if mark.end < len(text) and text[mark.end].isspace():
        if mark.start and text[mark.start - 1].isalnum():
            yield Edit(mark.start, mark.start, " ")
        yield Edit(mark.end, mark.end + 1, "")
    elif mark.start and (text[mark.start - 1].isalnum() or text[mark.start - 1] in ",.;:!?"):
        yield Edit(mark.start, mark.start, " ")


def _as_closing(text: str, mark: Mark) -> Iterator[Edit]:
    """” with no space before it and one after it."""
    start = mark.start - (1 if mark.start and text[mark.start - 1].isspace() else 0)
    after = text[mark.end] if mark.end < len(text) else " "
    if 0 < start < mark.start and after not in _BEFORE_WORDS:
        if after.isalnum():
            yield Edit(start, mark.end, "”" + " " * (mark.end - start - 1))
            return
        yield Edit(start, mark.start, "")
    yield from _sign(mark, "”")
    if after.isalnum() or after in "“(":
        yield Edit(mark.end, mark.end, " ")


def _sign(mark: Mark, sign: str) -> Iterator[Edit]:
    yield Edit(mark.start, mark.start + 1, sign)
    if mark.end - mark.start > 1:
        yield Edit(mark.start + 1, mark.end, "")


def _missing_opening(text: str, mark: Mark) -> Iterator[Edit]:
    """The opening of a quotation that is only closed, where that is certain.

    Either a full stop stuck between two words took its place (`Moscow.strong words” against`), or the paragraph is the
    quotation: nothing but it stands before a comma, the mark and who said it.
    """
    before = text[: mark.start].rstrip()
    if stuck := [m for m in re.finditer(r"(?<=[^\W\d_])\.(?=[a-z]{2})", before) if " " in before[m.end() :]]:
        yield Edit(stuck[-1].start(), stuck[-1].end(), " ")
        yield Edit(stuck[-1].end(), stuck[-1].end(), "“")
    elif before[-1:] in (",", ".", "?", "!") and before[:1].isupper() and _tag().match(text[mark.end :].lstrip()):
        yield Edit(0, 0, "“")


@cache
def _last_tag() -> re.Pattern[str]:
    return re.compile(rf",(?= (?:(?:[A-Z][\w’'-]* ){{1,3}}|he |she )(?:{'|'.join(load('mending')['speech'])})\.\Z)")


@cache
def _stuck_word() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z]{{4}})(?=(?:{'|'.join(load('mending')['joined'])})\b)")


def _missing_closing(text: str, mark: Mark) -> Iterator[Edit]:
    """The close of a quotation that is only opened, where that is certain: where it stuck two words together
    (`strong movesAgainst`), or before who said it at the paragraph's end (`… borders, Lee said.`)."""
    if match := _stuck_word().search(text, mark.end):
        yield Edit(match.start(), match.start(), "” ")
    elif match := _last_tag().search(text, mark.end):
        yield Edit(match.end(), match.end(), "”")
