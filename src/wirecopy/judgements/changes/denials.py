"""The denial of what a thought says became the denial that there is such a thought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def found(rewording: Rewording) -> Iterator[Change]:
    """ "The rumour that they fled is not true" and "there is no rumour that they fled" deny different things.

    Only nouns of thought with their content count: "a truce is not in sight" and "there is no truce" are near enough.
    """
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        for of_left in (True, False):
            thought, missing = (one, other) if of_left else (other, one)
            denied = _denied(thought)
            if not denied or not _missing(missing) or _answered(rewording, denied, missing, of_left):
                continue
            side, opposite = (rewording.left, rewording.right) if of_left else (rewording.right, rewording.left)
            start = [word for word in missing.head.children if word.dep_ == "expl"]
            pieces = side.cut(denied), opposite.cut([*start, missing.head, missing])
            kind = "quote" if _quoted(side, denied[0]) else "negation"
            yield change(
                kind, *(pieces if of_left else pieces[::-1]), f"what is denied is another thing: the {missing}"
            )


def _denied(noun: Token) -> list[Token]:
    """What is denied of a thought: "is not true", "is not in the cards"; empty where nothing is."""
    verb, words = noun.head, load("drift")["thoughts"]
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or noun.lemma_.lower() not in words or not _content(noun):
        return []
    said = [word for word in verb.subtree if word.i >= verb.i and not word.is_punct and word.tag_ != "NFP"]
    return said if any(child.dep_ == "neg" for child in verb.children) and len(said) > 2 else []


def _missing(noun: Token) -> bool:
    """Is it said that there is no such thought?"""
    return (
        noun.head.lemma_ == "be"
        and any(child.dep_ == "expl" for child in noun.head.children)
        and any(child.lower_ == "no" for child in noun.children)
        and _content(noun)
    )


def _content(noun: Token) -> bool:
    return any(
        child.dep_ in ("acl", "relcl", "ccomp", "appos") and child.pos_ in ("VERB", "AUX") for child in noun.children
    )


def _answered(rewording: Rewording, denied: list[Token], missing: Token, of_left: bool) -> bool:
    """Does the other side deny the same: "there is no truth in the rumour"? Limits to the present are no answer."""
    limit = {word for phrase in load("drift")["limits"] for word in phrase.split()}
    answers = {rewording.partner(word, of_left) for word in denied if word.lower_ not in limit} - {None}
    return bool(answers & set(missing.head.subtree))


def _quoted(side: Side, token: Token) -> bool:
    return any(start <= token.idx < end for start, end in side.quotes)
