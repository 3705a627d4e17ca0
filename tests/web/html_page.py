"""A page taken apart by the standard library's parser, which fails on a tag that is not closed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple


class Element(NamedTuple):
    """A start tag with its attributes and all the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: list[str]

    @property
    def content(self) -> str:
        return "".join(self.text)


class Page(HTMLParser):
    """The elements of a page, and its text as (words, start tags around them)."""

    VOID = ("meta", "link", "input", "br", "img", "hr")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.runs: list[tuple[str, tuple[Element, ...]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, [])
        self.elements.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text.append(data)
        self.runs.append((data, tuple(self.open)))

    def all(self, tag: str, css: str = "") -> list[Element]:
        """The elements of a name, and of a class."""
        return [e for e in self.elements if e.tag == tag and (not css or css in e.attributes.get("class", "").split())]
