"""Bytes → text: byte order marks, UTF-8, UTF-16, else a guess, and what was done about it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from wirecopy.model import NOTHING, Stated

MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text (text of any language has none but tabs and line ends)."""
FEW_HIGH = 0.03
"""Share of bytes above 127 up to which a Western text is taken for Windows-1252: a handful of dashes and quotation marks
says too little for a statistical guess."""
MOST_BROKEN = 0.01
"""Share of broken sequences up to which a text is still UTF-8 (cut off, or joined from pieces in several encodings)."""
_SAMPLE = 100_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALLOWED = frozenset("\t\n\r\x0b\x0c\x1b\x85")


class NotText(ValueError):
    """The bytes are no text in any encoding; the message says why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document's text, the encoding that it was in, remarks on what was done, and what its markup states.

    Of a plain text that is all of it, its line ends untouched; of a page, the article.
    """

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()
    stated: Stated = NOTHING


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode a plain-text document, or one that declares its encoding (any name; one that nobody knows is passed over).

    A byte order mark decides and is left out of the text; then the zero bytes of UTF-16; then UTF-8, as text in another
    encoding is hardly ever valid UTF-8 by chance; then what is declared; then UTF-8 with a few broken characters,
    Windows-1252, or what charset-normalizer makes of it, each with a remark. Raises NotText for bytes that are no text
    at all.
    """
    decoded = _by_mark(raw) or _utf16(raw) or _utf8(raw) or _declared(raw, declared)
    if decoded is None:
        if b"\0" in raw:
            raise NotText("it has zero bytes, so it is a binary file, not a text")
        decoded = _nearly_utf8(raw) or _western(raw) or _guessed(raw)
    controls = sum(char < " " and char not in _ALLOWED for char in decoded.text)
    if controls > MOST_CONTROLS * max(len(decoded.text), 50):
        raise NotText(f"{controls} of its {len(decoded.text)} characters are control characters, so it is no text")
    return decoded


def _by_mark(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            broken = f", {text.count('�')} broken characters replaced" if "�" in text and encoding != "utf-8" else ""
            return Decoded(text, encoding, (f"read as {encoding} by its byte order mark{broken}",))
    return None


def _utf8(raw: bytes) -> Decoded | None:
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _utf16(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: most Western characters then have a zero byte, all on the same side."""
    if len(raw) < 4 or len(raw) % 2:
        return None
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.4 * len(raw) / 2 and others < 0.05 * len(raw) / 2:
            try:
                return Decoded(
                    raw.decode(encoding), encoding, (f"read as {encoding}: it has no mark, but the zero bytes",)
                )
            except UnicodeDecodeError:
                return None
    return None


def _declared(raw: bytes, declared: str | None) -> Decoded | None:
    try:
        name = codecs.lookup(declared or "").name
        text = raw.decode(name)
    except (LookupError, ValueError):
        return None
    return Decoded(text, name, (f"read as {name}, which it declares",)) if isinstance(text, str) else None


def _nearly_utf8(raw: bytes) -> Decoded | None:
    text = raw.decode("utf-8", "replace")
    broken = text.count("�")
    whole = sum(char > "\x7f" for char in text) - broken
    if whole < 3 * broken or broken > max(1, MOST_BROKEN * len(text)):
        return None
    return Decoded(text, "utf-8", (f"read as utf-8, {broken} broken characters replaced by U+FFFD",))


def _western(raw: bytes) -> Decoded | None:
    """Windows-1252 where few bytes are not ASCII, or none of them is a letter (128 to 191 are dashes, marks and signs)."""
    high = [byte for byte in raw[:_SAMPLE] if byte > 127]
    if len(high) > FEW_HIGH * min(len(raw), _SAMPLE) and max(high, default=0) > 191:
        return None
    text = raw.decode("cp1252", "replace")
    return Decoded(
        text, "cp1252", ("not utf-8; read as cp1252 (Windows-1252), as few of its characters are not ASCII",)
    )


def _guessed(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    encoding = best.encoding if best is not None else "cp1252"
    text = raw.decode(encoding, "replace")
    how = "the likeliest encoding by its letters" if best is not None else "for want of anything likelier"
    return Decoded(text, encoding, (f"not utf-8; read as {encoding}, {how}",))
