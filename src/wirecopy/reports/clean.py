"""What of a document is article and what is residue: every line kept or cut, each cut by a named rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wirecopy.model import Cut
from wirecopy.reports import heading, residue
from wirecopy.reports.layout import Line, is_sentence, paragraphs
from wirecopy.reports.masthead import SHORTEST, Masthead, masthead

SHORT = 12
"""Most words of a line without a full stop that is taken for a title, a label or a link, not for broken-off text."""
LONGEST_PLEA = 5
"""Most short lines before "Support us now" that are taken for the same plea."""
REPEATED = 8
"""Fewest words of a line that is cut when it stands in the document a second time, letter for letter."""
_CREDITED = ("credit", "copyright", "photo credit")
_INLINE = re.compile(r"\[/?(?:ad_\d+|caption|embed|gallery|button|automerge|vc_|et_pb|video|audio)[^\[\]]{0,300}\]")
# "Ann Lee Ann Marie LeeRivals gather for talks MORE (D-Ohio) said": a link behind a name, its text run into the sentence.
_LINKED = re.compile(
    r"\b([A-Z][\w’'-]{1,30})(?= |[A-Z])(?P<link> ?(?:[A-Z(][\w.()’'-]* ){0,5}\1(?=[A-Z\d“‘'\"])"
    r".{8,900}? MORE\b)(?=[\s.,;:)’']|\Z)"
)
_SHARED = re.compile(r"\AFacebook Twitter (?:Pinterest|LinkedIn|WhatsApp|Email) (?=[A-Z“‘])")
_PICTURE = re.compile(
    r"\s*(?:\((?:[^()]{0,60}\b)?(?:AP|AFP|EPA|Reuters|REUTERS|Getty|GETTY|getty|Image|Photo|Picture|TASS|Xinhua|EXPRESS)\b"
    r"[^()]{0,60}\)|(?:Photo|Image|Picture|Photograph)s?(?: credit| courtesy| source)?(?:: ?| by | courtesy | credit )"
    r"[^.?!]{2,80}|Credit: ?[^.?!]{2,80}"
    r"|(?:Pool|Handout|AFP|AP|Reuters|EPA|Getty Images) (?:via|/|photo by|photo) [^.?!]{2,60}"
    r"|(?<=[.!?] )(?:[A-Z][\w’-]+ ){1,2}(?:Images|Pictures|Photos)\.?"
    r"|(?<=[.!?] )(?:[A-Z][\w’-]+ ){0,2}[A-Z][\w’-]+ ?/ ?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}(?:/File Photo)?"
    r"|(?:[A-Z][\w’-]+ ){1,3}?/ ?(?:AP|AFP|Reuters|EPA|Getty Images|Pool)[^.?!]{0,40})\Z"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph that stays: the stretches of the document that it is made of, and its kind of block."""

    stretches: tuple[tuple[int, int], ...]
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stays of a document, what was cut, and what the cuts told."""

    pieces: tuple[Piece, ...]
    cuts: tuple[Cut, ...]
    credits: tuple[str, ...] = ()
    head: heading.Head = field(default_factory=heading.Head)
    outlet: str | None = None


def clean(text: str, found: Sequence[Line], headline: str | None = None) -> Cleaned:
    """Sort the lines of a document into article and residue. A first line that is the known `headline` always stays."""
    lines = list(found)
    marks, head = heading.head(text, lines)
    cuts = list(head.cuts)
    lines = [_after(line, cuts) for line in lines]
    rules = [mark or residue.rule_of(line.text) for mark, line in zip(marks, lines, strict=True)]
    if (top := masthead(lines, rules)) and residue.plain(lines[top.line].text) != residue.plain(headline or ""):
        head = replace(head, outlet=top.outlet)
        _apart(top, lines, rules, cuts)
    for step in (_credits_in_place, _pleas, _comments, _related, _tail, _top, _repeats):
        step(lines, rules)
    if headline and lines and residue.plain(lines[0].text) == residue.plain(headline):
        rules[0] = None
    return _assembled(text, lines, rules, head, cuts)


def _apart(top: Masthead, lines: list[Line], rules: list[str | None], cuts: list[Cut]) -> None:
    """Cut the outlet's name, and by a rule of its own what the masthead says beside it."""
    line = lines[top.line]
    if top.beside:
        cuts.append(Cut(line.start, line.start + len(top.outlet), "outlet"))
        lines[top.line] = _after(line, cuts)
    rules[top.line] = rules[top.line] or top.beside or "outlet"


def _after(line: Line, cuts: Sequence[Cut]) -> Line:
    """The line without a stretch at its start that was already cut."""
    for cut in cuts:
        if cut.start <= line.start < cut.end < line.end:
            text = line.text[cut.end - line.start :]
            return Line(line.end - len(text.lstrip()), line.end, text.lstrip(), line.gap)
    return line


def _article(lines: Sequence[Line], rules: Sequence[str | None]) -> list[int]:
    """Indices of the lines that stay and read as running text."""
    return [i for i, line in enumerate(lines) if rules[i] is None and is_sentence(line.text)]


def _credits_in_place(lines: Sequence[Line], rules: list[str | None]) -> None:
    """A credit stands before or after the article: "Sanctions contributed to it." in its middle is a sentence."""
    body = _article(lines, rules)
    for i, rule in enumerate(rules):
        if rule == "credit" and body and len(body) - bisect_right(body, i) > 2 and "this report" not in lines[i].text:
            rules[i] = None


def _pleas(lines: Sequence[Line], rules: list[str | None]) -> None:
    """A plea for money has several lines ("No news is bad news", "Support us now"): the short ones before it go too."""
    first = next((i for i, rule in enumerate(rules) if rule is None), 0)
    for i, rule in enumerate(rules):
        if rule != "donate":
            continue
        for j in range(i - 1, max(-1, i - 1 - LONGEST_PLEA), -1):
            if rules[j] is None and (is_sentence(lines[j].text) or lines[j].words > SHORT or j == first):
                break
            rules[j] = rules[j] or "donate"


def _comments(lines: Sequence[Line], rules: list[str | None]) -> None:
    """Readers' comments: all that follows "34 responses to …", or "Comments" where lines below show readers at least twice.

    A form alone ("Leave a reply" between two paragraphs) cuts nothing but itself.
    """
    body = _article(lines, rules)
    readers = [i for i, line in enumerate(lines) if residue.is_comment_line(line.text)]
    for i, rule in enumerate(rules):
        before = bisect_right(body, i) if rule == "comments" else 0
        if not before:
            continue
        counted = before >= 3 and residue.counts_comments(lines[i].text)
        if not counted and len(readers) - bisect_right(readers, i) < 2:
            continue
        rules[i + 1 :] = [other or "comments" for other in rules[i + 1 :]]
        return


def _related(lines: Sequence[Line], rules: list[str | None]) -> None:
    """Titles under "Related articles": two short lines or more, or one that no paragraph follows.

    A single short line before a paragraph is that paragraph's subheading.
    """
    end = 0
    for i, rule in enumerate(rules):
        if rule != "related" or i < end:
            continue
        end = i + 1
        while end < len(lines) and (rules[end] is not None or _is_title(lines[end])):
            end += 1
        titles = [j for j in range(i + 1, end) if rules[j] is None]
        if end < len(lines):
            titles = titles[:-1] if titles and titles[-1] == end - 1 and not _is_link(lines[end - 1]) else titles
        for j in titles:
            rules[j] = "related"


def _is_title(line: Line) -> bool:
    """A line that is no sentence, or a short question: "What is the Minsk agreement?"."""
    return not is_sentence(line.text) or (line.text.endswith("?") and line.words <= SHORT)


def _is_link(line: Line) -> bool:
    return line.text[0] in "•*·▪►▶-"


def _tail(lines: Sequence[Line], rules: list[str | None]) -> None:
    """Short lines without a full stop after the last paragraph: links, labels, names of authors; and who the author is.

    After a paragraph that ends in a colon they are its list, and stay.
    """
    body = _article(lines, rules)
    while len(body) > 2 and residue.is_about_author(lines[body[-1]].text):
        rules[body.pop()] = "about the author"
    if len(body) < 2 or lines[body[-1]].text.endswith(":"):
        return
    for i in range(body[-1] + 1, len(lines)):
        if rules[i] is None and lines[i].words <= SHORT:
            rules[i] = "tail"


def _top(lines: Sequence[Line], rules: list[str | None]) -> None:
    """Before the article: labels of one to three words, menus; one title stays as the headline, one longer line under it."""
    body = _article(lines, rules)
    if not body:
        return
    titles = [i for i in range(body[0]) if rules[i] is None]
    if _is_short_headline(lines, rules[: body[0]], titles):
        return
    for i in titles:
        labels = lines[i].words <= 3 and not heading.is_dateline(lines[i].text) and (len(titles) > 1 or body[0] > 3)
        if labels or _is_menu(lines[i]):
            rules[i] = "label" if labels else "navigation"


def _is_short_headline(lines: Sequence[Line], above: Sequence[str | None], titles: Sequence[int]) -> bool:
    """Whether three words are the headline and no label: "Kyiv under fire" on the first line, one longer title under it,
    nothing between but a date and the author. "Halden Bay Lantern", without a small word, may be an outlet."""
    return (
        len(titles) == 2
        and titles[0] == 0
        and lines[0].words == SHORTEST
        and any(word.islower() for word in lines[0].text.split())
        and lines[titles[1]].words > SHORTEST
        and set(above) <= {None, "date header", "byline"}
    )


def _is_menu(line: Line) -> bool:
    """A row of links: many words, hardly one of them in lower case."""
    words = line.text.split()
    return len(words) >= 15 and sum(word[0].islower() for word in words) <= 0.05 * len(words)


def _repeats(lines: Sequence[Line], rules: list[str | None]) -> None:
    """A long line that stands a second time: captions and headlines are often scraped twice.

    What stands more often is the article's own form: the same question to each of ten candidates.
    """
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if rules[i] is None and line.words >= REPEATED:
            seen[residue.plain(line.text)].append(i)
    for places in seen.values():
        if len(places) == 2:
            rules[places[1]] = "repeated"


def _assembled(
    text: str, lines: Sequence[Line], rules: Sequence[str | None], head: heading.Head, cuts: list[Cut]
) -> Cleaned:
    """The pieces that stay, with the residue inside them cut, and what the cuts told."""
    pieces: list[Piece] = []
    credits: list[str] = []
    outlet: str | None = None
    for group in paragraphs(lines, [rule is not None for rule in rules]):
        rule, start, end = rules[group[0]], lines[group[0]].start, lines[group[-1]].end
        inside = [Cut(start, end, rule)] if rule is not None else _inside(text, start, end)
        if rule is None and len(pieces) < 3 and (named := _outlet(text, start, end)):
            inside.append(named[0])
            outlet = outlet or named[1]
        credits += [_tidy(text[cut.start : cut.end]) for cut in inside if cut.rule in _CREDITED]
        cuts += inside
        if stretches := _without(text, start, end, inside):
            kind = "caption" if any(cut.rule == "photo credit" for cut in inside) else "paragraph"
            pieces.append(Piece(stretches, kind))
    kinds = heading.kinds(text, [piece.stretches for piece in pieces], [piece.kind for piece in pieces])
    pieces = [replace(piece, kind=kind) for piece, kind in zip(pieces, kinds, strict=True)]
    return Cleaned(tuple(pieces), tuple(sorted(cuts, key=lambda cut: cut.start)), tuple(credits), head, outlet)


def _tidy(credit: str) -> str:
    """A credit on one line, without the brackets around all of it."""
    credit = " ".join(credit.split())
    return credit[1:-1] if credit[:1] == "(" and credit[-1:] == ")" else credit


def _outlet(text: str, start: int, end: int) -> tuple[Cut, str] | None:
    """The outlet's name before the first sentence or after the headline, as a cut, and in full."""
    line = text[start:end]
    if found := heading.outlet_first(line):
        return Cut(start, start + found[0], "outlet"), found[1]
    if len(line) < 200 and (found := heading.outlet_last(line)):
        return Cut(start + found[0], end, "outlet"), found[1]
    return None


def _inside(text: str, start: int, end: int) -> list[Cut]:
    """Residue within a paragraph that stays: shortcodes, links run into a sentence, the credit at a caption's end."""
    line = text[start:end]
    cuts = [Cut(start + m.start(), start + m.end(), "shortcode") for m in _INLINE.finditer(line)] if "[" in line else []
    if " MORE" in line:
        cuts += [Cut(start + m.start("link"), start + m.end("link"), "related") for m in _LINKED.finditer(line)]
    if shared := _SHARED.match(line):
        cuts.append(Cut(start, start + shared.end(), "share"))
    tail = max(0, len(line) - 160)
    if (
        (match := _PICTURE.search(line, tail))
        and match.start() > 0
        and not any(c.end > start + match.start() for c in cuts)
    ):
        shown = match.start() + len(match.group()) - len(match.group().lstrip())
        if line[:shown].strip():
            cuts.append(Cut(start + shown, end, "photo credit"))
    return cuts


def _without(text: str, start: int, end: int, cuts: Sequence[Cut]) -> tuple[tuple[int, int], ...]:
    """What is left of a stretch of the document between its cuts."""
    stretches: list[tuple[int, int]] = []
    for cut in sorted(cuts, key=lambda cut: cut.start):
        if text[start : cut.start].strip():
            stretches.append((start, cut.start))
        start = cut.end
    if text[start:end].strip():
        stretches.append((start, end))
    return tuple(stretches)
