"""A page's markup → its article and what the markup states about it. Runs in the child that `html` asks (`child.serve`).

trafilatura finds the article; the date is taken as the markup writes it, since htmldate, which trafilatura asks, puts
today's day where a date has none ("2021-12").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.baseline import baseline
from trafilatura.metadata import Document, extract_metadata

from wirecopy.documents.child import serve

TOO_SHORT = 400
"""Characters of an article below which the careful extraction is doubted and a freer one is asked (tried: 200 to 1,500)."""
ALIKE = 0.5
"""Share of words that a heading of the page has in common with the title that the markup states."""
# Empty fields of a database are dates too: 0001-01-01.
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"\w+")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*("(?:[^"\\]|\\.){4,60}")')
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "article.published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "date_published", "citation_publication_date", "cxenseparse:recs:publishtime", "bt:pubdate",
    "rnews:datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_TIME = (
    "(//article//time[@datetime] | //h1/following::time[@datetime] | //*[@itemprop='datePublished' and @datetime])"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer)]/@datetime"
)
# The clock must not matter: trafilatura would take today for the last day that a page can have.
_NO_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def take(markup: str) -> dict[str, Any]:
    """The article's `text`, `how` it was found (article, paragraphs; None: not at all), and what the markup states.

    `text` has a blank line between paragraphs; its first is the headline where the page shows one. `cut_off` is True where
    the parser gave up before the page's end. What is not stated is None.
    """
    # libxml2 stops at 256 open tags unless told otherwise, and pages that forget to close theirs get there.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.replace("\0", "\ufffd").encode("utf8", "replace"), parser=parser)
    except ParserError:
        return {"text": "", "cut_off": False}
    stated = extract_metadata(tree, date_config=_NO_SEARCH)
    headline, shown = _headline(tree, stated)
    how, lines = _article(tree)
    if shown and headline and lines:
        lines = [headline, *(line for i, line in enumerate(lines) if i > 2 or _words(line) != _words(headline))]
    return {
        "text": "\n\n".join(lines),
        "how": how if lines else None,
        "cut_off": any(line.level_name == "FATAL" for line in parser.error_log),
        "headline": headline,
        "outlet": stated.sitename or None,
        "byline": (stated.author or "").replace("; ", ", ") or None,
        "published": _published(tree),
        "url": stated.url if (stated.url or "").startswith(("https://", "http://")) else None,
    }


def _article(tree: HtmlElement) -> tuple[str, list[str]]:
    """How the article was found, and its lines: carefully, else freely, else every paragraph of the page."""
    careful = _lines(bare_extraction(tree, include_comments=False, favor_precision=True))
    if sum(map(len, careful)) >= TOO_SHORT:
        return "article", careful
    free = _lines(bare_extraction(tree, include_comments=False))
    if free or careful:
        return "article", max(careful, free, key=lambda lines: sum(map(len, lines)))
    body, _, _ = baseline(tree)
    return "paragraphs", _split("\n".join(element.text or "" for element in body))


def _lines(found: Any) -> list[str]:
    return _split(found.text or "") if found is not None else []


def _split(text: str) -> list[str]:
    return [line for line in map(str.strip, text.splitlines()) if line]


def _headline(tree: HtmlElement, stated: Document) -> tuple[str | None, bool]:
    """The headline, and whether the page shows it: the heading most like the stated title, else the only long <h1>.

    A stated title is often another than the one shown: with the outlet's name behind it, or written for search engines.
    """
    title = _words(stated.title or "") - _words(stated.sitename or "")
    tops = list(_headings(tree, "h1"))
    best = max((*tops, *_headings(tree, "h2")), key=lambda text: _alike(_words(text), title), default="")
    if best and _alike(_words(best), title) >= ALIKE:
        return best, True
    if len(tops) == 1 and len(tops[0].split()) >= 4:
        return tops[0], True
    return (stated.title or "").removesuffix(stated.sitename or "").rstrip(" |–—-:") or None, False


def _headings(tree: HtmlElement, tag: str) -> Iterator[str]:
    for element in tree.iter(tag):
        if text := " ".join(element.text_content().split()):
            yield text


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _alike(left: set[str], right: set[str]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0


def _published(tree: HtmlElement) -> str | None:
    """The date of publication in the markup's own words: JSON-LD, then <meta>, then the article's first <time>."""
    return next((date.strip() for date in _dates(tree) if _YEAR.search(date)), None)


def _dates(tree: HtmlElement) -> Iterable[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        if found := _PUBLISHED.search(script.text or ""):
            yield json.loads(found[1], strict=False)
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content") or "")
    yield from (metas[name] for name in _DATES if name in metas)
    yield from tree.xpath(_TIME)


if __name__ == "__main__":
    serve(take)
