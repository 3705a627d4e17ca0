"""A demand that became a request, or a request that became a demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import past
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.roles import doer, target
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

MAIN = ("ROOT", "ccomp", "conj")


def found(rewording: Rewording) -> Iterator[Change]:
    """Acts of speech that answer each other, of unlike strength, where the act is the news: the thing that somebody makes
    ("presented a demand") or what the sentence tells ("the union demanded a rise").

    Only what is plainly strong or weak counts: "called for" and "urged" are either.
    """
    for one, other in (*_answering(rewording), *_alone(rewording)):
        if {_strength(one), _strength(other)} == {"strong", "weak"} and _news(one) and _news(other):
            because = f"{other.text!r} is {'weaker' if _strength(one) == 'strong' else 'stronger'} than {one.text!r}"
            pieces = [side.cut(_told(word)) for side, word in ((rewording.left, one), (rewording.right, other))]
            yield change("meaning", pieces[0], pieces[1], because)


def _answering(rewording: Rewording) -> Iterator[tuple[Token, Token]]:
    for i, j in sorted(rewording.forth.items()):
        yield rewording.left.words[i].token, rewording.right.words[j].token


def _alone(rewording: Rewording) -> Iterator[tuple[Token, Token]]:
    """Unanswered verbs with one subject: for the lists of synonyms "demand" is not "ask"."""
    for one in (word.token for word in rewording.alone(True) if word.token.pos_ == "VERB"):
        for other in (word.token for word in rewording.alone(False) if word.token.pos_ == "VERB"):
            subjects = doer(one), doer(other)
            if None not in subjects and rewording.partner(subjects[0] or one, True) == subjects[1]:
                yield one, other


def _strength(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    return next((kind for kind in ("strong", "weak") if lemma in load("drift")[f"{kind} acts"]), None)


def _news(token: Token) -> bool:
    """Is the act the news? A question ("asked whether", "demanded to know") is no request."""
    if token.pos_ == "NOUN":
        verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "with" else token.head
        return (
            token.dep_ in ("dobj", "pobj", "nsubjpass")
            and _told_first(verb)
            and verb.lemma_ in load("drift")["making acts"]
        )
    near = {word.lower_ for child in token.children for word in (child, *child.children)}
    question = not near.isdisjoint(load("drift")["questions"])
    return token.pos_ == "VERB" and _told_first(token) and not question and doer(token) is not None


def _told_first(verb: Token) -> bool:
    """Is it the verb of the sentence, or of what a source says?"""
    return verb.dep_ == "ROOT" or (verb.dep_ in MAIN and verb.head.dep_ == "ROOT")


def _told(token: Token) -> list[Token]:
    """The act with what is demanded, where that stands close by."""
    if token.pos_ == "VERB":
        things = [target(token), *(past(child) for child in token.children if child.lower_ == "for")]
    else:
        things = [past(child) for child in token.children if child.lower_ == "for"]
    return [token, *(thing for thing in things if thing is not None and 0 < thing.i - token.i < 6)]
