"""Who did it to whom, turned round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import entity
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side, Word
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

CALENDAR = ("DATE", "TIME")  # the parser's entities that are no actors
OWNER = {"poss", "compound", "nmod", "amod"}


def found(rewording: Rewording) -> Iterator[Change]:
    """A verb whose doer on one side is the one to whom it is done on the other, or who stands elsewhere there; giving that
    became getting; a name that moved from one noun to another.

    Passives are turned back first, so that "A was warned by B" and "B warned A" are one.
    """
    yield from _verbs(rewording)
    yield from _exchanges(rewording)
    yield from _deeds(rewording)
    yield from _owners(rewording)
    yield from _crossed(rewording)


def doer(verb: Token) -> Token | None:
    """Who does it: the subject, in the passive the noun behind "by"; of a conjoined verb, that of the first one."""
    if _passive(verb):
        return _agent(verb)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return doer(verb.head) if subject is None and verb.dep_ == "conj" and verb.head != verb else subject


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
        a, p, b, q = doer(one), target(one), doer(other), target(other)
        if (a is None and b is None) or _same(rewording, a, b):
            continue
        turned = _answers(rewording, a, q), _answers(rewording, p, b)
        swapped = all(turned)
        swapped = swapped or (a is None and _passive(one) and turned[1] and q is not None)
        swapped = swapped or (b is None and _passive(other) and turned[0] and p is not None)
        if swapped or (_named(a) and _named(b) and _moved(rewording, a, b)):
            left = [t for t in (a, one, p) if t is not None]
            right = [t for t in (b, other, q) if t is not None]
            yield change(
                "role", rewording.left.cut(left), rewording.right.cut(right), "who does it to whom is turned round"
            )


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


def _owners(rewording: Rewording) -> Iterator[Change]:
    """A name that each side tells once, whose noun has changed to another that the other side gives to somebody else."""
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        if not (
            one.pos_ == other.pos_ == "PROPN" and {one.dep_, other.dep_} <= OWNER and "poss" in (one.dep_, other.dep_)
        ):
            continue
        if any(sum(bool(w.keys & word.keys) for w in s.words) > 1 for s, word in _sides(rewording, i, j)):
            continue
        answer, kept = rewording.partner(other.head, False), rewording.partner(one.head, True)
        if answer is None or other.dep_ != "poss":
            answer, kept = kept, answer
            one, other = other, one
        if answer in (one.head, None) or kept == other.head:
            continue
        if kept is None or not _near(answer, one):
            yield change(
                "role",
                rewording.left.cut(_held(rewording, i, j, True)),
                rewording.right.cut(_held(rewording, j, i, False)),
                f"{other.text} stands with another word",
            )


def _sides(rewording: Rewording, i: int, j: int) -> Iterator[tuple[Side, Word]]:
    yield rewording.left, rewording.left.words[i]
    yield rewording.right, rewording.right.words[j]


def _near(answer: Token, name: Token) -> bool:
    """Does the noun hang on the name's own noun, or hold it: then only the nesting changed."""
    return answer in name.head.subtree or name in answer.subtree


def _held(rewording: Rewording, mine: int, theirs: int, of_left: bool) -> list[Token]:
    """The name with its noun, and the noun that the other side gives it where that stands close by."""
    side, other = (rewording.left, rewording.right) if of_left else (rewording.right, rewording.left)
    name, answer = side.words[mine].token, rewording.partner(other.words[theirs].token.head, not of_left)
    close = [answer] if answer is not None and abs(answer.i - name.i) < 10 else []
    return [name, name.head, *close]


def _crossed(rewording: Rewording) -> Iterator[Change]:
    """Two names or adjectives of peoples that have exchanged their places: "Turkish jets bombed Kurdish positions"."""
    held = []
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        names = one.text[0].isupper() and other.text[0].isupper() and one.ent_type_ not in CALENDAR
        if names and None not in (_holder(one), _holder(other)):
            held.append((one, other))
    for number, (one, other) in enumerate(held):
        for second, answer in held[number + 1 :]:
            mine, theirs = (rewording.partner(_holder(t) or t, True) for t in (one, second))
            if None not in (mine, theirs) and mine == _holder(answer) != _holder(other) == theirs:
                left, right = rewording.left.cut([one, one.head]), rewording.right.cut([other, other.head])
                yield change("role", left, right, f"{one.text} and {second.text} have changed places")


def _holder(name: Token) -> Token | None:
    """The word that a name belongs to: its noun, its verb, or the one before its preposition."""
    if name.dep_ in OWNER or name.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return name.head
    return name.head.head if name.dep_ == "pobj" else None
