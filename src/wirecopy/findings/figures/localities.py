"""Where it is that something is counted: the places of a number's own clause, or of the sentences before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.counted import governor, listed
from wirecopy.findings.parties import Parties
from wirecopy.model import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TO = frozenset(("to", "into"))
_AGAINST = frozenset(("against", "compared", "versus"))
_CAUSES = frozenset(("against", "over", "about"))
_LABEL = 48  # characters before a number in which the name of a place that it is listed for may begin
_SCENE = 240  # characters that a toll may look back for its place
_ANSWER = 600  # characters below a question within which a toll is of the place that it asks about


class _Place(NamedTuple):
    """A place of a clause: its first token, and the preposition that it hangs on."""

    at: int
    link: str
    actor: Actor


def places(parties: Parties, tokens: Tokens, toll: bool, before: tuple[Actor, ...] | None = None) -> tuple[Actor, ...]:
    """The places that prepositions of place name in the number's own clause.

    A toll that names none has those of the number `before` it, whose noun it borrows, else the place where its counter
    is at home, else that of the sentences before.
    """
    passage = parties.passage
    clause = governor(tokens.root) or tokens.root
    if _is_of_world(tokens, clause) or _is_mostly_there(tokens):
        return ()
    above = {t.i for t in (tokens.root, *tokens.root.ancestors)}
    span = passage.span(passage.doc[clause.left_edge.i : clause.right_edge.i + 1])
    found: list[_Place] = []
    for mention in parties.within(span.start, span.end):
        if mention.actor and mention.actor.kind in ("place", "state"):
            words = passage.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if words is None or words.root.dep_ != "pobj" or words.root.head.lower_ not in listed("places"):
                continue
            if words.root.head.head.pos_ == "PRON":  # from lands other than Mexico and those in Asia
                continue
            if _is_desk_of_paper(words.root, toll) or (not toll and _is_of_other_time(words.root)):
                continue
            if not (_is_set_apart(words, tokens) or _is_elsewhere(words.root, governor(words.root), above)):
                found.append(_Place(words.start, words.root.head.lower_, mention.actor))
    if (
        (over := _whereof(clause)) is not None
        and (named := parties.named(over))
        and named[0].kind in ("place", "state")
    ):
        found.append(_Place(over.i, "in", named[0]))
    beside = _beside(parties, tokens)
    desks = [place for place in found if _is_desk(passage.doc[place.at])]
    found = [place for place in found if place not in desks]
    own = [beside] if beside is not None else _own(tokens, found)
    places = {place.actor.id: place.actor for place in (own if toll else _arrived(own))}
    local = [place.actor for place in desks if _is_local(passage.doc[place.at])]
    if places or not toll:
        return tuple(places.values())
    return before if before is not None else tuple(local) or _scene(parties, tokens)


def _is_of_world(tokens: Tokens, clause: Token) -> bool:
    """Is so much counted in all the world: "2,800 people worldwide have died, mostly in Chad"?"""
    near = (tokens.root, tokens.root.head, clause)
    return any(c.lower_ in listed("worldwide") for up in near for c in up.children)


def _is_mostly_there(tokens: Tokens) -> bool:
    """Is only a part of them where the clause tells: "most of the 900 cases were in Chad"?"""
    of = tokens.root.head.head if tokens.root.dep_ in ("nummod", "compound") else tokens.root.head
    return of.lower_ == "of" and of.head.lemma_.lower() in listed("shares of them") and of.head.i < of.i < tokens.start


def _whereof(clause: Token) -> Token | None:
    """The noun that a clause with "where" describes: Gao, where 12 people died."""
    where = clause.dep_ == "relcl" and any(c.lower_ == "where" and c.i < clause.i for c in clause.children)
    return clause.head if where else None


def _is_elsewhere(name: Token, over: Token | None, above: Collection[int]) -> bool:
    """Does a place belong to another clause than the number: where a speech was given, or somebody travels later?"""
    link = name.head
    if link.lower_ == "to" and link.head.lower_ == "according":
        return True
    if any(up.lower_ in _CAUSES and not below.like_num for below, up in _way_up(link.head, over)):
        return True  # marched against a war in Chad
    if over is None or over.i in above:
        return False
    while over.dep_ == "xcomp" and over.head.i not in above:
        over = over.head
    if over.dep_ == "advcl":
        return any(c.lower_ in listed("beside") for c in over.children if c.i < over.i)
    if over.dep_ == "conj" and over.head.i in above:  # gathered troops and holds drills in Niger
        return over.lemma_ not in listed("toll") and any(
            c.dep_ in ("dobj", "nsubj") and c.pos_ != "PRON" for c in over.children
        )
    return over.dep_ in ("acl", "relcl") or (over.dep_ == "ccomp" and over.head.dep_ == "conj")


def _way_up(below: Token, over: Token | None) -> Iterator[tuple[Token, Token]]:
    """The nouns between a token and the verb over it, each with what it hangs on."""
    for up in takewhile(lambda t: t != over, below.ancestors):
        yield below, up
        below = up


def _is_desk_of_paper(name: Token, toll: bool) -> bool:
    """Does it only say where something was decided: "In Lima, the ministers approved a loan"?"""
    verb = name.head.head
    return not toll and verb.lemma_ in listed("deciding") and verb.pos_ == "VERB" and name.head.lower_ in ("in", "at")


def _is_of_other_time(name: Token) -> bool:
    """Does it say where something was that only gives the time or is compared: "31 percent, as after the clash in Lyon"?"""
    way = takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), name.head.ancestors)
    return any(t.pos_ in ("ADP", "SCONJ") and t.lower_ in listed("settings") for t in way)


def _is_set_apart(words: Tokens, tokens: Tokens) -> bool:
    """Does a semicolon stand between a place and the number? Then it is where something else happened."""
    return any(t.text == ";" for t in tokens.doc[min(words.end, tokens.end) : max(words.start, tokens.start)])


def _is_desk(name: Token) -> bool:
    """Does a place only say where somebody who counts sits: "a source in Niamey put the dead at 300"?"""
    who = name.head.head
    return who.dep_ in ("nsubj", "agent", "conj") and who.head.lemma_ in listed("counting") | listed("setting")


def _is_source(parties: Parties, place: Mention) -> bool:
    """Is a place named as who tells something ("according to Niamey"), or only part of another name?"""
    words = parties.passage.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    if words is None:
        return False
    if words.root.dep_ in ("compound", "nmod", "amod"):  # the Minsk agreements
        return True
    return words.root.dep_ == "nsubj" or words.root.head.head.lower_ == "according" or _is_desk(words.root)


def _is_local(name: Token) -> bool:
    """Do those count there who count the dead of their own town?"""
    return name.head.head.lemma_.lower() in listed("local counters")


def _beside(parties: Parties, tokens: Tokens) -> _Place | None:
    """The place right before a number, of which alone it tells: "Maine (26.9), Ohio (24.3)", "Maine 26.9, Ohio 24.3"."""
    text, doc = parties.passage.report.text, tokens.doc
    behind = [
        m for m in parties.within(tokens.start_char - _LABEL, tokens.start_char) if m.span.end < tokens.start_char
    ]
    near = behind[-1] if behind else None
    if near is None or near.actor is None or near.actor.kind not in ("place", "state"):
        return None
    words = doc.char_span(near.span.start, near.span.end, alignment_mode="expand")
    between = text[near.span.end : tokens.start_char]
    bare = not between.strip() and not any(c.dep_ == "nummod" for c in tokens.root.head.children if c in tokens)
    listed_ = re.fullmatch(r"\s*(?:\(|:\s|,?\s+(?:at|with)\s)\s*", between) is not None
    if words is None or not (
        listed_ or (bare and re.match(r"\s*(?:%|percent|per cent)?[,;.]", text[tokens.end_char :]))
    ):
        return None
    return _Place(words.start, "in", near.actor)


def _arrived(found: Sequence[_Place]) -> Sequence[_Place]:
    """The places without those that the counted left for another: 1,200 soldiers moved from Chad to Niger are in Niger."""
    left = any(place.link in _TO for place in found)
    return [place for place in found if not left or place.link != "from"]


def _own(tokens: Tokens, found: Sequence[_Place]) -> Sequence[_Place]:
    """Of the places of a clause those of one number: "1,500 go to Niger and 500 to Mali" tells where each of them goes.

    A number that no place follows before the next one shares those of the others: "12 killed and 30 hurt in Goma".
    """
    others = [
        t.i for t in tokens.root.sent if t.tag_ == "CD" and not tokens.start <= t.i < tokens.end and not _is_named(t)
    ]
    first, following = (
        min([*others, tokens.start]),
        min((i for i in others if i >= tokens.end), default=len(tokens.doc)),
    )
    own = [place for place in found if tokens.end <= place.at < following]
    joined = tokens.start and tokens.doc[tokens.start - 1].lower_ in ("and", ",")
    if not own and following < len(tokens.doc) and {t.lower_ for t in tokens.doc[tokens.end : following]} & _AGAINST:
        return [place for place in found if place.at < following]  # 12,000 refugees, against 40,000 in Austria
    if own and joined:  # a frigate to the Baltic and four jets to Lithuania
        return own
    if not own or not others:
        return found
    return [place for place in found if place.at < first or tokens.end <= place.at < following]


def _is_named(numeral: Token) -> bool:
    """Is it part of a name: Nord Stream 2?"""
    return numeral.dep_ == "nummod" and numeral.head.tag_ in ("NNP", "NNPS")


def _scene(parties: Parties, tokens: Tokens) -> tuple[Actor, ...]:
    """The last place that the sentences before it in its paragraph name: "Kharkiv was shelled. The mayor counted nine dead".

    None of those who died "in the war".
    """
    if any(t.dep_ == "pobj" and t.lemma_.lower() in listed("wars") for t in tokens.root.sent):
        return ()
    text = parties.passage.report.text
    end = tokens.root.sent.start_char
    line = text.rfind("\n", 0, end)
    asked = len(text[:line].rstrip()) if line > 0 else 0
    if asked and text[asked - 1] == "?" and end - asked <= _ANSWER:  # "What happened at Gao?", then what did
        start = text.rfind("\n", 0, asked)
    else:
        start = max(line, end - _SCENE)
    near = [m for m in parties.within(start + 1, end) if m.actor and m.actor.kind == "place"]
    near = [m for m in near if not _is_source(parties, m)]
    if len(near) > 1 and text[near[-2].span.end : near[-1].span.start] == ", ":  # a town and what it lies in
        near.pop()
    return tuple(m.actor for m in near[-1:] if m.actor)
