"""wirecopy reads many reports of one unfolding crisis and writes one account of it, with a source for every line.

    >>> import wirecopy
    >>> reading = wirecopy.read("KYIV, Dec. 9 - Ukraine said on Thursday that ...")
    >>> account = wirecopy.open("crisis.db")
    >>> account.read(["reports/"])

Everything heavy is imported when it is first needed, so that `import wirecopy` stays light.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wirecopy.model import Comparison
    from wirecopy.run.account import OpenAccount
    from wirecopy.run.reading import Reading

__version__ = "0.1.0"
__all__ = ["compare", "families", "open", "read", "stories"]


def read(text: str, published: str | None = None, source: str | None = None) -> Reading:
    """Read one report; nothing is stored.

    `published` is an ISO date, which stands, or a hint ("2021-12", "2021-W52") that the text's own evidence narrows;
    None infers the date or leaves it open. Raises ValueError where `published` is none of these, TypeError where
    `text` is no str.
    """
    from wirecopy.run.reading import read_text

    if not isinstance(text, str):
        raise TypeError(f"read takes a text (str), not {type(text).__name__}; decode bytes first")
    return read_text(text, published, source)


def compare(text_a: str, text_b: str) -> Comparison:
    """Hold two reports against each other: is one a copy of the other, and what did the copying change?"""
    from wirecopy.judgements.copies import compare_texts

    return compare_texts(text_a, text_b)


def families(texts: Sequence[str]) -> list[list[int]]:
    """Group texts into families (an original and its copies), as indices; every text is in exactly one."""
    from wirecopy.judgements.copies import families_of_texts

    return families_of_texts(texts)


def stories(texts: Sequence[str], published: Sequence[str | None]) -> list[int]:
    """A story label for each text: those about the same happenings within a few days share one."""
    from wirecopy.judgements.telling.stories import stories_of_texts

    return stories_of_texts(texts, published)


def open(path: str) -> OpenAccount:
    """Open an account, one SQLite file; it is made where there is none. Raises ValueError for a file of another kind."""
    from wirecopy.run.account import open_account

    return open_account(path)
