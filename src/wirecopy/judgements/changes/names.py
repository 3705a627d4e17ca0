"""Another name in the same place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import past
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side, states
from wirecopy.judgements.changes.times import times
from wirecopy.judgements.weights import fold
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

Name = tuple["Token", ...]
OWNERS = ("poss", "amod", "compound", "nmod")


def found(rewording: Rewording) -> Iterator[Change]:
    """Names that nothing on the other side answers, in places that answer each other.

    Spellings of one name (Donbass, Donbas), a name and its short form, a state and its adjective are one.
    """
    left, right = names(rewording.left), names(rewording.right)
    lonely = [name for name in left if not any(alike(name, other) for other in right)]
    others = [name for name in right if not any(alike(other, name) for other in left)]
    for one in lonely:
        for other in others:
            alone = len(lonely) == len(others) == 1 and _same_part(_head(one), _head(other))
            if alone or _same_place(rewording, one, other):
                others.remove(other)
                yield change(
                    "name", rewording.left.cut(one), rewording.right.cut(other), "another name in the same place"
                )
                break
        else:
            if _distinguishes(rewording, one, True):
                yield change("dropped", rewording.left.cut(one), None, "the name is missing")
    yield from _states(rewording)
    for other in others:
        if _distinguishes(rewording, other, False):
            yield change("added", None, rewording.right.cut(other), "the name is new")


def _states(rewording: Rewording) -> Iterator[Change]:
    """Nouns that answer each other and are another state's: "Norway's minister", "the Danish minister"."""
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        mine, theirs = _state_of(one), _state_of(other)
        if mine is None or theirs is None or rewording.partner(mine, True) or rewording.partner(theirs, False):
            continue
        if not near(fold(mine.text), fold(theirs.text)):
            yield change(
                "name", rewording.left.cut([mine, one]), rewording.right.cut([theirs, other]), "another state's"
            )


def _state_of(noun: Token) -> Token | None:
    """The one state that a noun is said to be of; None where it is none, or several ("US-Russian talks")."""
    owners = [past(child) for child in noun.children if child.dep_ in OWNERS or child.lower_ == "of"]
    found = [owner for owner in owners if owner.text[0].isupper() and fold(owner.text) in states()]
    return found[0] if len(found) == 1 else None


def names(side: Side) -> list[Name]:
    """Runs of proper nouns, without times and titles."""
    dates = [(time.start, time.end) for time in times(side.doc.text)]
    titles = set(load("drift")["titles"])
    runs: list[list[Token]] = [[]]
    for token in side.doc:
        free = not any(start < token.idx + len(token) and token.idx < end for start, end in dates)
        if (
            token.pos_ == "PROPN"
            and free
            and fold(token.text) not in titles
            and not token.text.islower()
            and token.text[0].isalpha()
        ):
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    return [tuple(run) for run in runs if run]


def alike(one: Name, other: Name) -> bool:
    """May two runs name the same? Two whole names that agree in a part alone do not."""
    mine, theirs = [fold(t.text) for t in one], [fold(t.text) for t in other]
    if len(mine) == len(theirs) > 1:
        return all(near(a, b) for a, b in zip(mine, theirs, strict=True))
    if _initials(one) in theirs or _initials(other) in mine:
        return True
    return any(near(a, b) for a in mine for b in theirs)


def _initials(name: Name) -> str:
    return "".join(token.text[0] for token in name if token.text[0].isupper()).lower() if len(name) > 1 else "-"


def near(one: str, other: str) -> bool:
    """Are two folded words spellings of one? Of names of two states never: Niger, Nigeria."""
    codes = states().get(one), states().get(other)
    if one == other or (codes[0] and codes[0] == codes[1]):
        return True
    if all(codes) or min(len(one), len(other)) < 5:
        return False
    return distance(one, other) <= (1 if min(len(one), len(other)) < 8 else 2)


def distance(one: str, other: str) -> int:
    """Letters to add, take or change from one word to the other (Levenshtein 1966); 3 stands for more than 2."""
    if abs(len(one) - len(other)) > 2:
        return 3
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, opposite in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != opposite))
    return min(3, row[-1])


def _same_place(rewording: Rewording, one: Name, other: Name) -> bool:
    """Do the names hang on words that answer each other, or do they share a part, or a neighbour in a list?"""
    a, b = _head(one), _head(other)
    if len(one) == len(other) and {fold(t.text) for t in one} & {fold(t.text) for t in other}:
        return True
    if a.dep_ == "conj" or b.dep_ == "conj" or any(c.dep_ == "conj" for t in (a, b) for c in t.children):
        partners = {rewording.partner(t, True) for t in (a.head, *a.children) if t.pos_ == "PROPN"}
        if partners & {b.head, *b.children} - {None}:
            return True
    heads = [t.head.head if t.dep_ == "pobj" else t.head for t in (a, b)]
    return rewording.partner(heads[0], True) == heads[1]


def _same_part(one: Token, other: Token) -> bool:
    """Are both subjects, objects …, or both behind the same preposition?"""
    return one.dep_ == other.dep_ and (one.dep_ != "pobj" or one.head.lower_ == other.head.lower_)


def _head(name: Name) -> Token:
    return next((token for token in name if token.head not in name), name[-1])


def _distinguishes(rewording: Rewording, name: Name, of_left: bool) -> bool:
    """Does a name tell which thing is meant ("Javelin missiles"), of a thing that the other side names without it?"""
    head = _head(name)
    known = any(fold(token.text) in states() for token in name)
    noun = head.head
    return (
        head.dep_ == "compound" and noun.pos_ == "NOUN" and not known and rewording.partner(noun, of_left) is not None
    )
