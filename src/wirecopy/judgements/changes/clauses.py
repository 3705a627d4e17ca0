"""A clause of content that has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import verb_group
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = {"relcl", "advcl", "acl", "conj", "ccomp", "parataxis"}


def found(rewording: Rewording) -> Iterator[Change]:
    """Clauses, and sources ("according to …"), none of whose content words is answered; and deeds of somebody else that were
    joined to what both sides tell.

    Where the other side has as many unanswered words of its own, the clause may stand there in other words: nothing is said.
    """
    for of_left, kind in ((True, "dropped"), (False, "added")):
        side = rewording.left if of_left else rewording.right
        others = len(rewording.alone(not of_left))
        last = -1
        for token in side.doc:
            tokens = _clause(token)
            alone = tokens and _unanswered(rewording, side, tokens, of_left)
            if tokens and alone and alone > 2 * others and tokens[0].i > last:
                last = tokens[-1].i
                piece = side.cut(tokens)
                left, right = (piece, None) if of_left else (None, piece)
                yield change(kind, left, right, "nothing on the other side answers it")
        for verb in _joined(rewording, of_left):
            agents = [end for way in verb.children if way.dep_ == "agent" for end in way.children]
            piece = side.cut([*verb_group(verb), *agents])
            left, right = (piece, None) if of_left else (None, piece)
            yield change(kind, left, right, "what was done, and by whom, is not on the other side")


def _joined(rewording: Rewording, of_left: bool) -> Iterator[Token]:
    """Unanswered deeds of somebody else, joined to a deed that the other side tells alone of the same thing: "the strike was
    called by the union and began", "the strike began".
    """
    for verb in (word.token for word in rewording.alone(of_left)):
        mates = [mate for mate in verb.conjuncts if mate.pos_ == "VERB"]
        answers = [answer for mate in mates if (answer := rewording.partner(mate, of_left)) is not None]
        things = [child for child in verb.children if child.dep_ == "nsubjpass"]
        by = any(child.dep_ == "agent" for child in verb.children)
        for answer in answers if by and things else ():
            same = rewording.partner(things[0], of_left)
            subjects = [child for child in answer.children if child.dep_ in ("nsubj", "nsubjpass")]
            if same is not None and any(same in held.subtree for held in subjects) and not answer.conjuncts:
                yield verb


def _clause(token: Token) -> list[Token]:
    """The tokens of a clause that a token heads, with the conjunction before it; empty where it heads none."""
    source = token.lower_ in ("according", "except", "excluding") or _says(token)
    restricted = token.dep_ in ("prep", "conj") and token.i > 1 and token.nbor(-1).lower_ in ("only", "but")
    verbal = token.dep_ in CLAUSES and token.pos_ in ("VERB", "AUX")
    if not (source or restricted or verbal):
        return []
    if _says(token):
        return sorted([token, *next(c for c in token.children if c.dep_ == "nsubj").subtree], key=lambda t: t.i)
    tokens = sorted(token.subtree, key=lambda t: t.i)
    before = token.doc[max(0, tokens[0].i - 2) : tokens[0].i]
    joined = [t for t in before if t.dep_ == "cc" or t.lower_ in ("but", "only")]
    return [*joined, *tokens]


def _says(token: Token) -> bool:
    """Is it the verb of a source: "the operator said"? Of "he said" nobody who reads on would miss anything."""
    children = {child.dep_: child for child in token.children}
    named = "nsubj" in children and children["nsubj"].pos_ != "PRON"
    return named and token.lemma_ in load("drift")["sayings"] and "ccomp" in children


def _unanswered(rewording: Rewording, side: Side, tokens: list[Token], of_left: bool) -> int:
    """How many content words a clause has, if none of them is answered; else 0."""
    words = {side.at[token.i] for token in tokens if token.i in side.at}
    table = rewording.forth if of_left else rewording.back
    return 0 if words & table.keys() else len(words)
