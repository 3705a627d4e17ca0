"""Two wordings of one sentence, parsed, with the words that answer each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from wirecopy import words
from wirecopy.judgements.weights import QUOTED, fold, stem
from wirecopy.model import Change, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
LONGEST = 4  # words of a phrase in `words/synonyms.yml`
INSIDE_NAME = {"compound", "amod", "poss", "appos", "nmod", "flat"}


@dataclass(frozen=True, slots=True)
class Word:
    """A content word or a phrase that stands for one; `keys` are what it is compared by, `token` its head."""

    token: Token
    tokens: tuple[Token, ...]
    keys: frozenset[str]


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


@dataclass(frozen=True, slots=True)
class Rewording:
    """Two wordings and, by number of word, which words of them answer each other."""

    left: Side
    right: Side
    forth: dict[int, int]
    back: dict[int, int]

    def partner(self, token: Token, of_left: bool) -> Token | None:
        """The head of the word on the other side that answers a token's word."""
        mine, other, table = (self.left, self.right, self.forth) if of_left else (self.right, self.left, self.back)
        number = mine.at.get(token.i)
        answer = None if number is None else table.get(number)
        return None if answer is None else other.words[answer].token

    def alone(self, of_left: bool) -> list[Word]:
        """The words of a side that nothing answers."""
        side, table = (self.left, self.forth) if of_left else (self.right, self.back)
        return [word for number, word in enumerate(side.words) if number not in table]

    def verbs(self) -> Iterator[tuple[Token, Token]]:
        """Verbs that answer each other."""
        for i, j in sorted(self.forth.items()):
            one, other = self.left.words[i].token, self.right.words[j].token
            if one.pos_ in ("VERB", "AUX") and other.pos_ in ("VERB", "AUX"):
                yield one, other


def change(kind: str, left: tuple[str, Span] | None, right: tuple[str, Span] | None, because: str) -> Change:
    """A change from the two wordings with their places; None where it is missing on that side."""
    return Change(
        kind,
        left[0] if left else None,
        right[0] if right else None,
        left[1] if left else None,
        right[1] if right else None,
        because,
    )


@cache
def groups() -> dict[tuple[str, ...], frozenset[str]]:
    """Word or phrase (as stems) → the groups of `words/synonyms.yml` that it is in."""
    table: dict[tuple[str, ...], set[str]] = {}
    for number, members in enumerate(words.load("synonyms")):
        for member in members:
            table.setdefault(tuple(stem(fold(part)) for part in str(member).split()), set()).add(f"#{number}")
    return {phrase: frozenset(numbers) for phrase, numbers in table.items()}


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
    stems = [(stem(fold(token.text)), stem(fold(token.lemma_))) for token in doc]
    place = 0
    while place < len(doc):
        size, numbers = _phrase(stems, place)
        token = doc[place]
        if size > 1:
            tokens = tuple(doc[place : place + size])
            head = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
            yield Word(head, tokens, numbers)
        elif _tells(token):
            yield Word(token, (token,), _keys(token, stems[place]) | numbers)
        place += max(1, size)


def _tells(token: Token) -> bool:
    """Is a token a content word? "Nobody" and "everything" are; forms of be, have and do are not."""
    whole = token.lower_ in words.load("drift")["whole"]
    return whole or (token.pos_ in CONTENT and token.lemma_ not in ("be", "have", "do") and token.dep_ != "neg")


def _phrase(stems: list[tuple[str, str]], place: int) -> tuple[int, frozenset[str]]:
    for size in range(min(LONGEST, len(stems) - place), 0, -1):
        said = tuple(text for text, _ in stems[place : place + size])
        lemmas = tuple(lemma for _, lemma in stems[place : place + size])
        numbers = groups().get(lemmas) or groups().get(said)
        if numbers:
            return size, numbers
    return 1, frozenset()


def _keys(token: Token, stems: tuple[str, str]) -> frozenset[str]:
    keys = {f"={part}" for part in stems}
    state = states().get(fold(token.text)) if token.text[0].isupper() else None
    return frozenset(keys | {state} if state else keys)


def reword(left: Side, right: Side) -> Rewording:
    """Find the words that answer each other: likest surroundings first, then nearest place."""
    by_key: dict[str, list[int]] = {}
    for j, word in enumerate(right.words):
        for key in word.keys:
            by_key.setdefault(key, []).append(j)
    options = sorted(
        (*_distance(left, right, i, j), i, j)
        for i, word in enumerate(left.words)
        for j in {j for key in word.keys for j in by_key.get(key, ())}
    )
    forth: dict[int, int] = {}
    back: dict[int, int] = {}
    for *_, i, j in options:
        if i not in forth and j not in back:
            forth[i], back[j] = j, i
    return Rewording(left, right, forth, back)


def _distance(left: Side, right: Side, i: int, j: int) -> tuple[bool, float]:
    one, other = left.words[i], right.words[j]
    heads = [s.word(w.token.head) for s, w in ((left, one), (right, other))]
    kin = bool(heads[0] and heads[1] and heads[0].keys & heads[1].keys)
    return not kin, abs(i / len(left.words) - j / len(right.words))


def entity(token: Token) -> set[int]:
    """The tokens of the name or noun phrase that a token heads, without what hangs on it by a preposition or clause."""
    found, waiting = {token.i}, [token]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ in INSIDE_NAME:
                found.add(child.i)
                waiting.append(child)
    return found


def verb_group(verb: Token) -> list[Token]:
    """A verb with its auxiliaries, negation and particle: "did not rule out"."""
    parts = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 5]
    return [verb, *parts]
