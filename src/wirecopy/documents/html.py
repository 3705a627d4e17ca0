"""Web pages → the text of their article, with what their markup states about it.

The markup is decoded here and taken apart in a child process (`page`), since a page can be made to hang or to break a parser.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wirecopy.documents.child import Child, Lost
from wirecopy.documents.decode import Decoded, NotText
from wirecopy.documents.decode import decode as decode_text
from wirecopy.model import Stated

LARGEST = 10_000_000
"""Most bytes of a page."""
LARGEST_TEXT = 5_000_000
"""Most characters of its article: as long as a plain text may be."""
# Only what pages are written in: Python has more codecs, and some of them hang (punycode).
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*((?:utf-?8|(?:windows|cp)-?125\d|iso-?8859-?\d{1,2}|latin-?\d|us-ascii|ascii"
    rb"|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)))\b",
    re.I,
)
# The names that the HTML standard has browsers read as a wider encoding.
_WIDER = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}

_child = Child("wirecopy.documents.page")


def decode(raw: bytes) -> Decoded:
    """The text of a page's article, its headline first, a blank line between paragraphs; and what the markup states.

    Where no article is found, all paragraphs of the page are taken, with a remark. Raises NotText for a page without
    text, for one that can't be taken apart within the limits of the child, and for bytes that are no text.
    """
    declared = _CHARSET.search(raw[:4096])
    charset = declared[1].decode("ascii").lower() if declared else None
    markup = decode_text(raw, _WIDER.get(charset or "", charset))
    try:
        found = _child.ask(markup.text)
    except Lost as lost:
        raise NotText(str(lost)) from lost
    if not found["text"]:
        why = "its tags are nested too deep" if found["cut_off"] else "a script may have to fetch it"
        raise NotText(f"no text was found in the page ({why})")
    if len(found["text"]) > LARGEST_TEXT:
        raise NotText(f"the page's text has more than {LARGEST_TEXT:,} characters")
    remarks = markup.remarks
    if found["cut_off"]:
        remarks += ("its tags are nested too deep: text after them may be missing",)
    if found["how"] != "article":
        remarks += ("no article found in the page: all its paragraphs were taken",)
    stated = Stated(**{name: found[name] for name in ("headline", "outlet", "byline", "published", "url")})
    return replace(markup, text=found["text"], remarks=remarks, stated=stated)


def close() -> None:
    """End the child that takes pages apart; the next page starts another."""
    _child.close()
