"""The circumstances of a figure: whose, where, as of when, and how sure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.counted import Counted, governor, listed, subject
from wirecopy.findings.fates import fated
from wirecopy.findings.numbers import Number
from wirecopy.findings.parties import Parties
from wirecopy.language import gazetteer
from wirecopy.model import Actor, Expression, Mention, Passage, Status
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TO = frozenset(("to", "into"))
_LABEL = 48  # characters before a number in which the name of a place that it is listed for may begin
_ANTECEDENT = 300  # characters before "its" in which somebody of its owner's is named
_SCENE = 240  # characters that a toll may look back for its place
_ANSWER = 600  # characters below a question within which a toll is of the place that it asks about
_SINCE = re.compile(
    r"\b(?:since|before|prior\s+to|ahead\s+of|(?:up|down|points?)\s+from|than(?:\s+in)?)\s+(?:the\s+)?$", re.IGNORECASE
)
_YEAR = re.compile(r"[12]\d{3}")
_RANGES = {"and": "between", "to": "from"}
_MODAL: dict[str, Status] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "conditional",
    "should": "possible", "will": "scheduled", "'ll": "scheduled", "shall": "scheduled", "must": "scheduled",
}  # fmt: skip


def whose(parties: Parties, number: Number, tokens: Tokens, measured: Counted) -> str | None:
    """Whose: a nationality or owner in the phrase, the "of" and "in" behind it, or who has or sends them."""
    words, head = measured
    span = parties.passage.span(words)
    inside = parties.within(min(span.start, number.start), span.end)
    if head.lower_ in listed("guests"):  # refugees are not their host's, whoever "refugees" alone are taken for
        inside = tuple(m for m in inside if not (m.actor and m.actor.anonymous and m.span == span))
    elif not inside and head.i < tokens.root.sent.start and (own := parties.at(head)) is not None:
        inside = (own,)  # asked for before: "How many Chadian soldiers are there?"
    state = next((name for m in inside if m.actor and (name := _state_or_name(m.actor))), None)
    if state:
        return state
    owners = [c for c in head.children if c.dep_ == "poss"]
    links = ("of",) if head.lower_ in listed("forces") | listed("people") or fated(measured) else ("of", "in")
    owners += [
        o for c in head.children if c.dep_ == "prep" and c.lower_ in links for o in c.children if o.dep_ == "pobj"
    ]
    owners += [
        o for a in owners for c in a.children if c.dep_ == "prep" and c.lower_ in ("of", "in") for o in c.children
    ]
    owners = [o for o in owners if not _is_ahead(parties, o)]
    named = next((name for o in owners if (p := parties.named(o)) and (name := _state_or_name(p[0]))), None)
    if named:
        return named
    doer = _doer(tokens, head)
    if (
        doer is None
        or doer.pos_ not in ("NOUN", "PROPN", "PRON")
        or doer in words
        or doer in tokens
        or (head in doer.subtree and not _is_described(doer, head))
    ):
        return _attacker(parties, tokens) if head.lower_ in listed("forces") else None
    actor = parties.named(doer)
    if actor and not number.start <= actor[1].start < number.end and not actor[1].start <= number.start < actor[1].end:
        state = _state(actor[0]) if head.lower_ in listed("forces") else None
        return state or actor[0].name
    return doer.text if doer.pos_ != "PRON" and doer.lower_ not in listed("people") else None


def _is_ahead(parties: Parties, owner: Token) -> bool:
    """Is "its" taken for somebody who is only named behind it: "5,000 of its soldiers were there, said the Malian envoy"?"""
    found = parties.at(owner) if owner.tag_ == "PRP$" else None
    if found is None or found.actor is None:
        return False
    before = parties.within(owner.idx - _ANTECEDENT, owner.idx)
    return not any(m.actor and m.actor.country == found.actor.country and m.actor.country for m in before) and not any(
        m.actor and m.actor.id == found.actor.id for m in before
    )


def _doer(tokens: Tokens, head: Token) -> Token | None:
    """Who has, sends or orders what is counted; "the 300 soldiers whom Paris ordered home" too."""
    relative = _relative(tokens)
    if relative is not None and relative.lemma_ in listed("having"):
        return next((c for c in relative.children if c.dep_ == "nsubj"), None)
    verb = governor(tokens.root)
    if verb is None or verb.lemma_ not in listed("having"):
        return None
    if any(up.pos_ == "ADP" and up.lower_ in listed("aimed") for up in takewhile(lambda t: t != verb, head.ancestors)):
        return None
    told = any(c.dep_ == "dobj" and c.lemma_ in listed("numbers") for c in verb.children)  # gave the number as 90 dead
    set_to = verb.lemma_ in listed("setting") and tokens.root.head.lower_ in ("as", "at")
    if any(c.dep_ == "nsubjpass" for c in verb.children):  # elections were held in 32 provinces
        return next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None)
    taken_in = verb.lemma_ in listed("taking in") and head.lower_ in listed("guests")
    return None if told or set_to or taken_in else subject(verb)


def _attacker(parties: Parties, tokens: Tokens) -> str | None:
    """Whose the forces of an attack are: "Moscow plans an offensive that could involve 9,000 troops"."""
    attack = next((up for up in tokens.root.ancestors if up.lemma_.lower() in listed("attacks")), None)
    for up in (attack, *attack.ancestors) if attack is not None else ():
        whose = [c for c in up.children if c.dep_ == ("poss" if up.pos_ == "NOUN" else "nsubj") and c != attack]
        if up.lemma_.lower() in listed("counting"):
            return None
        named = next((found for noun in whose if (found := parties.named(noun))), None)
        if named:
            return _state(named[0])
    return None


def _relative(tokens: Tokens) -> Token | None:
    """The verb of the relative clause that a number's noun is the object of."""
    near = tokens.doc[tokens.end : tokens.end + 6]
    return next((t.head for t in near if t.tag_ in ("WP", "WDT") and t.dep_ == "dobj"), None)


def _is_described(doer: Token, head: Token) -> bool:
    """Does a relative clause tell of the doer what he has or sends: Biden, who ordered 7,000 troops to Germany?"""
    return any(verb.dep_ == "relcl" and verb.head == doer for verb in head.ancestors)


def _state(actor: Actor) -> str | None:
    """The name of an actor's state: whose the soldiers are whom its president sends."""
    state = gazetteer.load().actors.get(actor.country) if actor.country else None
    return state.name if state else None


def _state_or_name(actor: Actor) -> str | None:
    """The name of an actor; of an unnamed group ("Russian conscripts") its state's, if it has one."""
    if actor.kind != "group" and not actor.anonymous:
        return actor.name
    return _state(actor)


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
    above = {t.i for t in (tokens.root, *tokens.root.ancestors)}
    span = passage.span(passage.doc[clause.left_edge.i : clause.right_edge.i + 1])
    found: list[_Place] = []
    for mention in parties.within(span.start, span.end):
        if mention.actor and mention.actor.kind in ("place", "state"):
            words = passage.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if words is None or words.root.dep_ != "pobj" or words.root.head.lower_ not in listed("places"):
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


def _whereof(clause: Token) -> Token | None:
    """The noun that a clause with "where" describes: Gao, where 12 people died."""
    where = clause.dep_ == "relcl" and any(c.lower_ == "where" and c.i < clause.i for c in clause.children)
    return clause.head if where else None


def _is_elsewhere(name: Token, over: Token | None, above: Collection[int]) -> bool:
    """Does a place belong to another clause than the number: where a speech was given, or somebody travels later?"""
    link = name.head
    if link.lower_ == "to" and link.head.lower_ == "according":
        return True
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


def as_of(passage: Passage, tokens: Tokens, number: Number) -> Expression | None:
    """The nearest date of the number's own clause or of one above it; one inside another clause dates that.

    None of what a value was before it changed on that day.
    """
    if is_former(tokens):
        return None
    sentence, verb = tokens.root.sent, governor(tokens.root)
    above = {verb.i, *(up.i for up in verb.ancestors)} if verb is not None else set()
    near: list[tuple[bool, int, Expression]] = []
    for e in passage.expressions:
        if e.kind not in ("date", "time") or not sentence.start_char <= e.span.start < sentence.end_char:
            continue
        if _SINCE.search(passage.report.text, max(0, e.span.start - 12), e.span.start):
            continue  # from when on it was counted, not for when
        words = passage.doc.char_span(e.span.start, e.span.end, alignment_mode="expand")
        over = governor(words.root) if words is not None else None
        if over is not None and over.dep_ == "acl" and over.head.dep_ == "pobj":  # in a speech given on Friday
            over = governor(over.head)
        if (over is None or over.i in above or verb is None or over == _relative(tokens)) and not (
            e.span.start < number.end and number.start < e.span.end
        ):
            joined = over is not None and verb is not None and over in verb.conjuncts  # of the deed told before it
            near.append((joined, abs(e.span.start - number.start), e))
    nearest = min(near, key=lambda n: n[:2], default=(False, 0, None))[2]
    return _range(passage, nearest) if nearest is not None else None


def is_former(tokens: Tokens) -> bool:
    """Is it what a value was before it changed: from 9.5 to 20 percent, to 20 percent from 9.5?"""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    if before is None or before.lower_ != "from":
        return False
    changed = governor(before)
    changes: dict[str, str] = load("figures")["changes"]
    if changed is None or not (changed.lemma_.lower() in changes or changed.lemma_ in listed("setting")):
        return False
    near = (*tokens.doc[max(0, before.i - 8) : before.i], *tokens.doc[tokens.end : tokens.end + 2])
    other = [t for t in near if t.lower_ == "to"]
    return any(c.like_num or c.text == "%" for t in other for c in t.doc[t.i + 1 : t.i + 4])


def _range(passage: Passage, year: Expression) -> Expression:
    """The years "between 2012 and 2015" or "from 2012 to 2015" as one time, of which either is an end; else the time itself."""
    text = passage.report.text
    for first, last in pairwise(e for e in passage.expressions if _YEAR.fullmatch(e.said)):
        joint = text[first.span.end : last.span.start].strip()
        opening = text[: first.span.start].rstrip()[-8:].lower()
        if year not in (first, last) or not opening.endswith(_RANGES.get(joint, "\0")) or first.said >= last.said:
            continue
        span = replace(year.span, start=first.span.start, end=last.span.end)
        return replace(year, span=span, said=text[span.start : span.end], value=f"{first.said}..{last.said}")
    return year


def _is_to(verb: Token) -> bool:
    """Is it the "to go" of "300 are to go"?"""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _complements(token: Token) -> bool:
    """Does a token stand inside what a verb of expecting expects, not beside it?"""
    return token.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "pcomp", "acl", "nummod") or (
        token.dep_ == "prep" and token.lower_ in ("for", "to", "of", "that")
    )


def _is_sum(verb: Token) -> bool:
    """Does it add up what was told: two more have died, "which would bring the toll to 42"?"""
    told = any(c.dep_ == "nsubj" and c.lower_ in ("which", "that", "this") for c in verb.children)
    tally = any(c.dep_ == "dobj" and c.lemma_.lower() in listed("tallies") for c in verb.children)
    return told and tally and verb.lemma_ in ("bring", "take", "push", "raise", "lift", "put")


def status(token: Token) -> Status:
    """How far what is counted has come about: the first verb above it with a modal, or one of expecting, decides."""
    below = token
    for up in token.ancestors:
        if up.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            below = up
            continue
        if up.pos_ in ("VERB", "AUX"):
            modal = next((c for c in up.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
            if modal is not None and _is_sum(up):
                return "happened"
            if modal is not None:
                return _MODAL.get(modal.lower_, "possible")
            if up.lemma_ == "be" and any(c.dep_ == "xcomp" and _is_to(c) for c in up.children):
                return "scheduled"
            if up.dep_ == "ccomp" and any(t.text in ";:" for t in up.doc[up.i : max(up.i, up.head.i)]):
                return "happened"
            if (
                any(c.lower_ == "to" and c.dep_ == "aux" for c in up.children)
                and up.head.lemma_ == "be"
                and up.dep_ == "xcomp"
            ):
                return "scheduled"
        if up.lemma_.lower() in listed("coming") and _complements(below):
            return "scheduled" if up.lemma_ in ("plan", "agree", "prepare", "due", "set", "ready") else "possible"
        if (
            up.pos_ in ("VERB", "AUX")
            and up.tag_ in ("VBD", "VBP", "VBZ")
            and up.dep_ not in ("xcomp", "ccomp")
            and up.lemma_ != "be"
        ):
            return "happened"
        if (
            up.pos_ in ("VERB", "AUX")
            and up.tag_ in ("VBD", "VBP", "VBZ")
            and up.dep_ == "ccomp"
            and up.head.lemma_ not in listed("coming")
        ):
            return "happened"
        below = up
    return "happened"
