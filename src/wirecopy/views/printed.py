"""A briefing as Markdown, as plain text, and as an HTML page that prints well."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TextIO

from wirecopy.views.briefing import Briefing
from wirecopy.views.desk import Line, Part

# Columns of plain text.
WIDTH = 100
STYLE = """
body { font: 11pt/1.45 Georgia, serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #111; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; border-top: 1px solid #999; padding-top: .6rem; }
li { margin: .35rem 0; } .meta, code { font-size: .8em; color: #555; } .none { color: #555; font-style: italic; }
a { color: inherit; }
@page { margin: 18mm 16mm; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; } li { break-inside: avoid; } }
"""


def markdown(briefing: Briefing, out: TextIO) -> None:
    """Write it as Markdown."""
    out.write(f"# Briefing\n\n{briefing.about}\n")
    for part in briefing.parts:
        out.write(f"\n## {part.title}\n\n")
        out.writelines(f"- {_told(line)}{f' `{line.id}`' if line.id else ''}\n" for line in part.lines)
        out.writelines(f"{words}\n" for words in _rest(part, "- "))
    out.write("\n## Sources\n\n")
    out.writelines(f"[{number}] {told}\n" for number, told in enumerate(briefing.sources, 1))


def plain(briefing: Briefing, out: TextIO) -> None:
    """Write it as plain text of `WIDTH` columns."""
    out.write(f"BRIEFING\n\n{textwrap.fill(briefing.about, WIDTH)}\n")
    for part in briefing.parts:
        out.write(f"\n{part.title.upper()}\n\n")
        out.writelines(f"{_filled(_told(line), '* ')}\n" for line in part.lines)
        out.writelines(f"{_filled(words, '')}\n" for words in _rest(part, ""))
    out.write("\nSOURCES\n\n")
    out.writelines(f"{_filled(told, f'[{number}] ')}\n" for number, told in enumerate(briefing.sources, 1))


def _filled(text: str, mark: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)


def html(briefing: Briefing, out: TextIO) -> None:
    """Write it as one page without scripts: to be read, mailed, or printed to PDF."""
    out.write('<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Briefing</title>')
    out.write(f"<style>{STYLE}</style></head>\n<body>\n<h1>Briefing</h1>\n<p>{escape(briefing.about)}</p>\n")
    for part in briefing.parts:
        out.write(f"<h2>{escape(part.title)}</h2>\n")
        if part.lines:
            out.write("<ul>\n" + "".join(f"<li>{_item(line)}</li>\n" for line in part.lines) + "</ul>\n")
        out.writelines(f'<p class="none">{escape(words)}</p>\n' for words in _rest(part, ""))
    out.write("<h2>Sources</h2>\n<ol>\n")
    out.writelines(f'<li id="s{n}">{escape(told)}</li>\n' for n, told in enumerate(briefing.sources, 1))
    out.write("</ol>\n</body>\n</html>\n")


def _told(line: Line) -> str:
    """The sentence with its counts, grade and citations."""
    return " ".join(filter(None, [line.text, _meta(line), _cites(line)]))


def _meta(line: Line) -> str:
    told = ", ".join(filter(None, [line.counts, line.grade]))
    return f"— {told}" if told else ""


def _cites(line: Line) -> str:
    also = f"; also {', '.join(map(str, line.also))}" if line.also else ""
    return f"[{', '.join(map(str, line.cites))}{also}]" if line.cites else ""


def _item(line: Line) -> str:
    cites, also = (", ".join(f'<a href="#s{n}">{n}</a>' for n in numbers) for numbers in (line.cites, line.also))
    marked = f" [{cites}{f'; also {also}' if also else ''}]" if cites else ""
    name = f" <code>{escape(line.id)}</code>" if line.id else ""
    return f'{escape(line.text)} <span class="meta">{escape(_meta(line))}{marked}{name}</span>'


def _rest(part: Part, mark: str) -> list[str]:
    """What is said where nothing is to be told, and how much is left out."""
    return ([] if part.lines else [part.none]) + ([f"{mark}{part.more}"] if part.more else [])
