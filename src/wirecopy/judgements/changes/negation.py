"""Said of one, denied of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes import opposites
from wirecopy.judgements.changes.grammar import verb_group
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

Cue = tuple["Token", "Token"]


def found(rewording: Rewording) -> Iterator[Change]:
    """One side has a negation more than the other, and what it negates stands on the other side without one.

    Words that negate by themselves count ("failed to", "denied", "unless", "impossible"), so that "cannot leave" and "is
    unable to leave", or "did not exclude" and "has not ruled out", come out even. Two
    negations more ("not … unless" for "only if") are none.
    """
    left, right = _unanswered(rewording, True), _unanswered(rewording, False)
    if (len(left) - len(right)) % 2 == 0 or turned(rewording):
        return
    of_left = len(left) > len(right)
    mine, theirs = (left, right) if of_left else (right, left)
    side, other = (rewording.left, rewording.right) if of_left else (rewording.right, rewording.left)
    mine_at, theirs_at = Counter(scope.i for _, scope in mine), Counter(scope.i for _, scope in theirs)
    for cue, scope in mine:
        answer = rewording.partner(scope, of_left) or _said_of_it(rewording, scope, of_left)
        if answer is None or theirs_at[answer.i] >= mine_at[scope.i]:
            continue
        with_it, without = side.cut([cue, *_group(scope, cue)]), other.cut(_group(answer, answer))
        pair = (with_it, without) if of_left else (without, with_it)
        yield change("negation", *pair, f"{cue.text!r} has no counterpart on the other side")
        return


def _said_of_it(rewording: Rewording, scope: Token, of_left: bool) -> Token | None:
    """What answers the adjective or noun behind "was", where the parse of the other side hangs its own verb elsewhere."""
    told = next((c for c in scope.children if c.dep_ in ("acomp", "attr")), None) if scope.lemma_ == "be" else None
    return rewording.partner(told, of_left) if told is not None else None


def _unanswered(rewording: Rewording, of_left: bool) -> list[Cue]:
    """The cues of a side without the verbs that one of the other side answers: "turned down" is "rejected".

    The parser takes the verb of "a claim that Oslo rejects" for a noun; the same word on the other side answers it.
    """
    found = cues(rewording.left if of_left else rewording.right)
    return [(cue, scope) for cue, scope in found if not _is_answered(cue, rewording.partner(cue, of_left))]


def _is_answered(cue: Token, partner: Token | None) -> bool:
    verbal = cue.pos_ in ("VERB", "ADJ") or (
        cue.pos_ == "NOUN" and partner is not None and cue.lemma_ == partner.lemma_
    )
    return verbal and partner is not None


def negated(side: Side, word: Token) -> bool:
    """Does something negate a word, other than the word itself?"""
    return any(scope == word != cue for cue, scope in cues(side))


def turned(rewording: Rewording) -> bool:
    """Is the one negation too many made up for by a pair of opposites ("innocent", "not guilty")?"""
    left, right = cues(rewording.left), cues(rewording.right)
    negating = [cue.i for cue, _ in left], [cue.i for cue, _ in right]
    opposite = [
        (one, other)
        for one, other in opposites.pairs(rewording)
        if one.token.i not in negating[0] and other.token.i not in negating[1]
    ]
    return bool(opposite) and (len(left) - len(right)) % 2 == 1


def cues(side: Side) -> list[Cue]:
    """Every word that negates, with what it negates."""
    table = load("drift")
    found = []
    for token in side.doc:
        word = side.word(token)
        if word is not None and len(word.tokens) > 1 and token.lower_ in table["small negatives"]:
            continue  # "without delay" negates nothing
        if token.lower_ in table["small negatives"] and _counts(token):
            found.append((token, _negated(token)))
        elif token.lower_ == "yet" and token.i + 1 < len(side.doc) and token.nbor().lower_ == "to":
            found.append((token, next((c for c in token.head.children if c.dep_ == "xcomp"), token.head)))
        elif token.lemma_.lower() in table["negative words"]:
            found.append((token, next((c for c in token.children if c.dep_ in ("ccomp", "xcomp", "advcl")), token)))
        elif token.dep_ == "prt" and f"{token.head.lemma_} {token.lower_}" in table["negative words"]:
            found.append((token.head, token.head))
    return found


def _counts(token: Token) -> bool:
    """ "Not only" and "no doubt" negate nothing, and "nor" nothing more than the "neither" before it."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    second = token.lower_ == "nor" and any(before.lower_ == "neither" for before in token.sent if before.i < token.i)
    return not second and f"{token.lower_} {following}" not in load("drift")["no negatives"]


def _negated(token: Token) -> Token:
    """The verb that "not" stands with, the noun or its verb that "no" stands with; of "without" what is lacking."""
    head = token.head
    if token.dep_ == "prep":
        return next((child for child in token.children if child.dep_ in ("pobj", "pcomp")), token)
    if token.dep_ in ("det", "nsubj", "nsubjpass", "dobj", "pobj", "mark", "prep") and head.pos_ in ("NOUN", "PROPN"):
        return head.head if head.dep_ in ("nsubj", "nsubjpass", "dobj") else head
    return head


def _group(verb: Token, cue: Token) -> list[Token]:
    subject = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c in (cue, cue.head)]
    return [*verb_group(verb), *subject] if verb.pos_ in ("VERB", "AUX") else [verb]
