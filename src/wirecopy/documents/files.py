"""Files and directories → documents. One way in each; READERS is the list of the kinds that are read."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

from wirecopy.documents import html
from wirecopy.documents.decode import Decoded, NotText, decode
from wirecopy.model import Document, Note, identify
from wirecopy.notes import Notes


class Reader(NamedTuple):
    """A kind of file: its media type, the endings of its names (lower case), the most bytes of it that are read."""

    media_type: str
    suffixes: tuple[str, ...]
    largest: int
    decode: Callable[[bytes], Decoded]


READERS: tuple[Reader, ...] = (
    Reader("text/plain", (".txt", ".text", ".md", ""), 5_000_000, decode),
    Reader("text/html", (".html", ".htm"), html.LARGEST, html.decode),
)

_KINDS = "plain text (.txt, .text, .md or no ending) and web pages (.html, .htm)"


class _Skip(Exception):
    """Why a file is not read, with the level of the note."""

    def __init__(self, level: Literal["info", "warning", "error"], message: str) -> None:
        super().__init__(message)
        self.level = level


def document_of(source: str, raw: bytes, media_type: str = "text/plain") -> Document:
    """The document of some bytes under a name. The same bytes under another name are another document."""
    return Document(identify("d", source, hashlib.sha256(raw).hexdigest()), source, media_type, raw)


def decoded(document: Document) -> Decoded:
    """The text of a document that was read before, by the reader of its kind. Raises NotText where it can't be had now."""
    reader = next(reader for reader in READERS if reader.media_type == document.media_type)
    return reader.decode(document.raw)


def documents_in(paths: Iterable[str | os.PathLike[str]], notes: Notes) -> Iterator[tuple[Document, Decoded]]:
    """Every document in files and directories, with its text and what its markup states, in the order given, then by name.

    A document's source is its name relative to the path that was given ("a.txt" of "reports/a.txt", "day1/a.txt" of
    "reports"). What cannot be read gets one note each and never stops the rest; nothing is raised. Links to directories
    are not followed, so that a loop cannot hang; the same file given twice is yielded once. Another file with the same name
    and the same bytes is another document (two outlets with one story): its source has its folder's name too.
    """
    seen: dict[str, Path] = {}
    try:
        for given in paths:
            for path, source, named in _files(Path(given), notes):
                try:
                    document, decoded = _read(path, source, named, notes)
                except _Skip as skip:
                    notes.lines.append(Note("documents", source, skip.level, str(skip)))
                    continue
                if document.id in seen and seen[document.id] != path.resolve():
                    source = f"{_printable(path.resolve().parent.name)}/{source}"
                    document = replace(document_of(source, document.raw, document.media_type), url=document.url)
                if document.id not in seen:
                    seen[document.id] = path.resolve()
                    yield document, decoded
    finally:
        html.close()


def _files(given: Path, notes: Notes) -> Iterator[tuple[Path, str, bool]]:
    """(path, source, whether the user named this very file) of all that a path holds, by name."""
    if not given.is_dir():
        # Of a path that leads nowhere the whole is shown: its last part alone does not tell where the slip is.
        yield given, _printable(given.name if given.name and given.exists() else str(given)), True
        return

    def failed(error: OSError) -> None:
        name = _printable(os.path.relpath(error.filename or given, given))
        notes.lines.append(Note("documents", name, "error", f"the directory cannot be listed: {error.strerror}"))

    found = 0
    for folder, folders, names in os.walk(given, onerror=failed):
        folders.sort()
        for hidden in [name for name in folders if name.startswith(".") or (Path(folder) / name).is_symlink()]:
            folders.remove(hidden)
            source = _printable((Path(folder) / hidden).relative_to(given).as_posix())
            why = "a hidden directory" if hidden.startswith(".") else "a link to a directory, which is not followed"
            notes.lines.append(Note("documents", source, "info", f"skipped: {why}"))
        for name in sorted(names):
            found += 1
            path = Path(folder) / name
            yield path, _printable(path.relative_to(given).as_posix()), False
    if not found:
        source = _printable(given.name or str(given))
        notes.lines.append(Note("documents", source, "warning", "the directory has no files in it"))


def _printable(name: str) -> str:
    """A name that can be written: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _read(path: Path, source: str, named: bool, notes: Notes) -> tuple[Document, Decoded]:
    reader = _reader(path, named)
    raw = _bytes(path, reader.largest)
    if not raw.strip():
        raise _Skip("warning", "not read: the file is empty" if not raw else "not read: nothing but blanks in the file")
    try:
        decoded = reader.decode(raw)
    except NotText as error:
        raise _Skip("error", f"not read: {error}; save it as UTF-8 text and read it again") from error
    if not decoded.text.strip():
        raise _Skip("warning", "not read: nothing but blanks in the file")
    notes.lines += [Note("documents", source, "info", remark) for remark in decoded.remarks]
    return replace(document_of(source, raw, reader.media_type), url=decoded.stated.url), decoded


def _reader(path: Path, named: bool) -> Reader:
    """The reader of a file by the ending of its name. A file that a user named is worth an error, one found an info."""
    suffix = path.suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes and not (path.name.startswith(".") and not named):
            return reader
    if path.name.startswith("."):
        raise _Skip("info", "skipped: a hidden file")
    level: Literal["error", "info"] = "error" if named and (path.exists() or path.is_symlink()) else "info"
    if named and level == "info":
        raise _Skip("error", "not read: there is no such file or directory; check the path")
    raise _Skip(level, f"skipped: {suffix} is no kind of file that wirecopy reads; it reads {_KINDS}")


def _bytes(path: Path, largest: int) -> bytes:
    """The bytes of a plain file of at most `largest` bytes; a pipe or a device is never opened, as it might not end."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _Skip("error", "not read: it is no plain file (a pipe, a socket or a device)")
        if status.st_size > largest:
            size, most = status.st_size / 1e6, largest / 1e6
            raise _Skip("error", f"not read: {size:.1f} MB is over the limit of {most:g} MB a report; split the file")
        with path.open("rb") as file:
            return file.read(largest)
    except FileNotFoundError:
        where = "the link points nowhere" if path.is_symlink() else "there is no such file or directory"
        raise _Skip("error", f"not read: {where}; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _Skip("error", f"not read: {reason}") from error
