"""What stands with a word in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CALENDAR = ("DATE", "TIME")  # the parser's entities that are no actors
ARTICLES = ("a", "an", "the")
INSIDE_NAME = {"compound", "amod", "poss", "appos", "nmod", "flat"}


def beside(word: Token) -> set[Token]:
    """What a word hangs on and what hangs on it, past prepositions.

    Of "the purpose of the talks of ministers" both nouns are beside "ministers"; of "they say the road is long" say and
    road are beside "long".
    """
    found = {past(child) for child in word.children}
    above = word
    while above.dep_ == "pobj":
        above = above.head.head
        found.add(above)
    if above.dep_ in ("acomp", "attr"):
        found.update(child for child in above.head.children if child.dep_ == "nsubj")
        found.add(above.head.head)
    if word.dep_ != "pobj" and word.head != word:
        found.add(word.head.head if word.head.dep_ == "prep" else word.head)
    return found - {word}


def past(word: Token) -> Token:
    """The noun behind a preposition; any other word itself."""
    return (
        next((child for child in word.children if child.dep_ == "pobj"), word)
        if word.dep_ in ("prep", "agent")
        else word
    )


def entity(token: Token) -> set[int]:
    """The tokens of the name or noun phrase that a token heads, without what hangs on it by a preposition or clause."""
    found, waiting = {token.i}, [token]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ in INSIDE_NAME:
                found.add(child.i)
                waiting.append(child)
    return found


def phrase(token: Token) -> list[Token]:
    """The words without which a word cannot be read: a noun with what stands before it, a verb with its auxiliaries.

    Of an adjective it is its noun's phrase; articles and what hangs on a noun behind it are left out.
    """
    head = token
    while head.dep_ in ("amod", "compound", "nmod", "nummod", "poss") or (head.dep_ == "conj" and head.pos_ == "ADJ"):
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN"):
        return verb_group(token)
    before = head.doc[head.left_edge.i : head.i]
    return [t for t in before if t.lower_ not in ARTICLES and not t.is_punct] + [head]


def verb_group(verb: Token) -> list[Token]:
    """A verb with its auxiliaries, negation and particle: "did not rule out"."""
    parts = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 5]
    return [verb, *parts]
