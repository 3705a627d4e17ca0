"""Who did it to whom, turned round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import CALENDAR, entity
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def found(rewording: Rewording) -> Iterator[Change]:
    """A verb whose doer on one side is the one to whom it is done on the other, or who stands elsewhere there; giving that
    became getting; the doer of a noun's deed who became its target.

    Passives are turned back first, so that "A was warned by B" and "B warned A" are one.
    """
    yield from _verbs(rewording)
    yield from _exchanges(rewording)
    yield from _deeds(rewording)


def doer(verb: Token) -> Token | None:
    """Who does it: the subject, in the passive the noun behind "by"; of a conjoined verb, that of the first one."""
    if _passive(verb):
        return _agent(verb)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return doer(verb.head) if subject is None and verb.dep_ == "conj" and verb.head != verb else subject


def _served(verb: Token) -> Token | None:
    """Who does the deed of an infinitive of purpose: the doer of the verb that it serves ("use force to win").

    Of "asked the guards to leave" it is not the one who asked.
    """
    purpose = verb.dep_ in ("xcomp", "advcl") and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    held, words = target(verb.head), load("drift")
    if not purpose or _passive(verb.head) or verb.head.lemma_ in (*words["demands"], *words["sayings"]):
        return None
    return None if held is not None and (held.pos_ != "NOUN" or held.ent_type_) else doer(verb.head)


def _whole(token: Token) -> list[Token]:
    """A token with the parts of its name before it: the United States, not States. Titles are no part of it."""
    parts = (child for child in token.children if child.dep_ == "compound" and child.i < token.i)
    return [token, *(part for part in parts if part.lower_ not in load("drift")["titles"])]


def _agent(verb: Token) -> Token | None:
    """The noun behind a passive's "by"; where the parser hung that on a noun in between, a name behind it."""
    for word in (*verb.children, *(token for token in verb.subtree if token.i > verb.i)):
        if word.dep_ in ("agent", "prep") and word.lower_ == "by":
            noun = next((child for child in word.children if child.dep_ == "pobj"), None)
            if noun is not None and (word.head == verb or _named(noun)):
                return noun
    return None


def _passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def target(verb: Token) -> Token | None:
    """To whom it is done: the object, in the passive the subject."""
    return next((child for child in verb.children if child.dep_ in ("nsubjpass", "dobj", "dative")), None)


def _same(rewording: Rewording, one: Token | None, other: Token | None) -> bool:
    """Do the noun phrases of two tokens have a word that answers a word of the other?"""
    if one is None or other is None:
        return False
    there = entity(other)
    return any((p := rewording.partner(one.doc[i], True)) is not None and p.i in there for i in entity(one))


def _answers(rewording: Rewording, one: Token | None, other: Token | None) -> bool:
    """Do the heads of two noun phrases answer each other? "The president's visit" is not the president."""
    return one is not None and other is not None and rewording.partner(one, True) == other


def _verbs(rewording: Rewording) -> Iterator[Change]:
    for one, other in rewording.verbs():
        a, p, b, q = doer(one) or _served(one), target(one), doer(other) or _served(other), target(other)
        if (a is None and b is None) or _same(rewording, a, b):
            continue
        turned = _answers(rewording, a, q), _answers(rewording, p, b)
        swapped = all(turned)
        swapped = swapped or (a is None and _passive(one) and turned[1] and q is not None)
        swapped = swapped or (b is None and _passive(other) and turned[0] and p is not None)
        if swapped or (_named(a) and _named(b) and _moved(rewording, a, b)):
            left = [t for end in (a, one, p) if end is not None for t in _whole(end)]
            right = [t for end in (b, other, q) if end is not None for t in _whole(end)]
            because = "who does it to whom is turned round"
            if not swapped and a is not None and b is not None:
                because = (
                    f"another one does it: {rewording.left.cut(_whole(a))[0]}, {rewording.right.cut(_whole(b))[0]}"
                )
            yield change("role", rewording.left.cut(left), rewording.right.cut(right), because)


def _named(token: Token | None) -> bool:
    return token is not None and (token.pos_ == "PROPN" or bool(token.ent_type_)) and token.ent_type_ not in CALENDAR


def _moved(rewording: Rewording, one: Token | None, other: Token | None) -> bool:
    """Do both doers stand on both sides, but not as doers?"""
    if one is None or other is None:
        return False
    listed = [other, *other.conjuncts]
    mine, theirs = rewording.partner(one, True), rewording.partner(other, False)
    return mine is not None and theirs is not None and mine not in listed and theirs not in one.conjuncts


def _exchanges(rewording: Rewording) -> Iterator[Change]:
    """ "Got concessions from" that became "made concessions to", with one subject or one thing that is exchanged."""
    table = load("drift")
    giving, getting = set(table["give"]), set(table["get"])
    for one in rewording.left.doc:
        for other in rewording.right.doc:
            lemmas = (one.lemma_, other.lemma_)
            if not ((lemmas[0] in giving and lemmas[1] in getting) or (lemmas[0] in getting and lemmas[1] in giving)):
                continue
            mine, theirs = _thing(one), _thing(other)
            if mine is not None and theirs is not None and rewording.partner(mine, True) == theirs:
                subjects = doer(one), doer(other)
                if None in subjects or _same(rewording, *subjects):
                    yield change(
                        "role",
                        rewording.left.cut(_exchange(one, mine)),
                        rewording.right.cut(_exchange(other, theirs)),
                        "giving became getting",
                    )


def _thing(verb: Token) -> Token | None:
    """What is exchanged: the object, or what stands behind "with" ("supply them with gas")."""
    behind = [word for word in verb.children if word.lower_ == "with" and verb.lemma_ in ("supply", "provide")]
    nouns = [noun for word in behind for noun in word.children] + [
        child for child in verb.children if child.dep_ == "dobj" or (child.dep_ == "ccomp" and child.pos_ == "NOUN")
    ]
    return nouns[0] if nouns else None


def _exchange(verb: Token, thing: Token) -> list[Token]:
    ends = [c for t in (verb, thing) for p in t.children if p.lower_ in ("from", "to") for c in p.children]
    return [verb, thing, *(end for end in ends if end.dep_ == "pobj" and end.i - verb.i < 10)]


def _deeds(rewording: Rewording) -> Iterator[Change]:
    """A state that does the deed of a noun on one side ("Russian aggression") and suffers it on the other ("on Russia")."""
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        parts = (_part(one), _part(other))
        if None not in parts and parts[0] != parts[1]:
            ends = [_noun_end(one), _noun_end(other)]
            yield change(
                "role",
                rewording.left.cut([one, ends[0]]),
                rewording.right.cut([other, ends[1]]),
                "the doer became the target",
            )


def _part(token: Token) -> str | None:
    """What a state is to a deed: its doer (adjective, possessive, by), its target (on, against), else None.

    What is no name does nothing: "security demands" are "demands on security".
    """
    noun = _noun_end(token)
    if noun.lemma_.lower() not in load("drift")["deeds"] or not token.text[0].isupper():
        return None
    if token.dep_ in ("amod", "poss", "compound", "nmod"):
        return "doer"
    if token.dep_ == "pobj":
        return {"by": "doer", "on": "target", "against": "target"}.get(token.head.lower_)
    return None


def _noun_end(token: Token) -> Token:
    return token.head.head if token.dep_ == "pobj" else token.head
