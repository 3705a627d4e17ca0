"""One wording of a sentence, parsed: its content words and phrases, and what they are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from wirecopy import words
from wirecopy.judgements.changes.synonyms import Stems, groups
from wirecopy.judgements.weights import QUOTED, fold, stem
from wirecopy.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
LONGEST = 4  # words of a phrase in `words/synonyms.yml`


@dataclass(frozen=True, slots=True)
class Word:
    """A content word or a phrase that stands for one; `keys` are what it is compared by, `token` its head.

    `stems` are those of its lemmas.
    """

    token: Token
    tokens: tuple[Token, ...]
    keys: frozenset[str]
    stems: Stems

    def __str__(self) -> str:
        """The word as it is written."""
        return self.token.doc[self.tokens[0].i : self.tokens[-1].i + 1].text


@dataclass(frozen=True, slots=True)
class Side:
    """One wording: its parse, where that stands in the report, its content words, and who holds a token."""

    report_id: str
    offset: int
    doc: Doc
    words: tuple[Word, ...]
    at: dict[int, int] = field(repr=False)
    quotes: tuple[tuple[int, int], ...] = ()

    def cut(self, tokens: Iterable[Token]) -> tuple[str, Span]:
        """The wording from the first to the last of some tokens, and where it stands."""
        numbers = sorted(token.i for token in tokens)
        piece = self.doc[numbers[0] : numbers[-1] + 1]
        return piece.text, Span(self.report_id, self.offset + piece.start_char, self.offset + piece.end_char)

    def slice(self, start: int, end: int) -> tuple[str, Span]:
        """The same by characters of the parsed text."""
        return self.doc.text[start:end], Span(self.report_id, self.offset + start, self.offset + end)

    def word(self, token: Token) -> Word | None:
        """The content word that a token belongs to."""
        number = self.at.get(token.i)
        return None if number is None else self.words[number]


@cache
def states() -> dict[str, str]:
    """A state's names, adjectives and capitals, folded → its code: "Kiev", "Ukrainian" and "Ukraine" are one."""
    table: dict[str, str] = {}
    for code, line in words.load("actors/states").items():
        for name in str(line).replace("|", ";").split(";"):
            if name.strip():
                table.setdefault(fold(name.strip()), f"@{code}")
    return table


def side(report_id: str, offset: int, doc: Doc) -> Side:
    """Make a parse ready for comparing."""
    found = list(_words(doc))
    at = {token.i: number for number, word in enumerate(found) for token in word.tokens}
    quotes = tuple((match.start(), match.end()) for match in QUOTED.finditer(doc.text))
    return Side(report_id, offset, doc, tuple(found), at, quotes)


def _words(doc: Doc) -> Iterator[Word]:
    """Phrases first, the longest first; then single content words."""
    folded = [fold(token.text) for token in doc]
    stems = [(stem(word), stem(fold(token.lemma_))) for word, token in zip(folded, doc, strict=True)]
    place = 0
    while place < len(doc):
        size, numbers = _phrase(folded, stems, place)
        token = doc[place]
        if size > 1:
            tokens = tuple(doc[place : place + size])
            head = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
            yield Word(head, tokens, numbers, tuple(lemma for _, lemma in stems[place : place + size]))
        elif _tells(token):
            yield Word(token, (token,), _keys(token, stems[place]) | numbers, (stems[place][1],))
        place += max(1, size)


def _tells(token: Token) -> bool:
    """Is a token a content word? "Nobody" and "everything" are; forms of be, have and do are not."""
    whole = token.lower_ in words.load("drift")["whole"]
    return whole or (token.pos_ in CONTENT and token.lemma_ not in ("be", "have", "do") and token.dep_ != "neg")


def _phrase(folded: list[str], stems: list[tuple[str, str]], place: int) -> tuple[int, frozenset[str]]:
    """The longest phrase or name of a state that begins at a place, with its keys."""
    for size in range(min(LONGEST, len(stems) - place), 0, -1):
        said = tuple(text for text, _ in stems[place : place + size])
        lemmas = tuple(lemma for _, lemma in stems[place : place + size])
        state = states().get(" ".join(folded[place : place + size])) if size > 1 else None
        numbers = frozenset({state}) if state else groups().get(lemmas) or groups().get(said)
        if numbers:
            return size, numbers
    return 1, frozenset()


def _keys(token: Token, stems: tuple[str, str]) -> frozenset[str]:
    keys = {f"={part}" for part in stems}
    state = states().get(fold(token.text)) if token.text[0].isupper() else None
    return frozenset(keys | {state} if state else keys)
