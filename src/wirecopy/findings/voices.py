"""Who speaks the words at a place of the text: the passage's attributions, and the tail of a sentence where they are silent."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from wirecopy.findings.parties import Parties
from wirecopy.model import Actor, Expression, Span
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_NOMINAL = frozenset(
    ("NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "PUNCT", "NUM", "PRON", "CCONJ", "ADV", "INTJ", "X")
)
_MARKS = frozenset((",", "”", '"', "»"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))


class Voice(NamedTuple):
    """The words told (characters `start` to `end`), by whom, to whom and with which verb. `noun` heads the teller's name."""

    start: int
    end: int
    actor: Actor | None
    span: Span | None
    noun: Token | None
    cue: Token | None
    addressee: tuple[tuple[Actor, Span | None], ...] = ()
    said_by: tuple[Actor, ...] = ()
    when: Expression | None = None
    direct: bool = False


@cache
def lists(name: str) -> frozenset[str]:
    """A list of `words/commitments.yml` as a set."""
    return frozenset(load("commitments")[name])


@cache
def table(name: str) -> dict[str, Any]:
    """A table of `words/commitments.yml`."""
    entries: dict[str, Any] = load("commitments")[name]
    return entries


def voice(parties: Parties, token: Token) -> Voice | None:
    """Who says what stands at a token; None where it is the report's own."""
    outer = _outer(parties, token)
    return _inner(parties, token, outer) or outer


def _inner(parties: Parties, token: Token, outer: Voice | None) -> Voice | None:
    """Who speaks inside another's words: Ushakov tells that Putin replied that …"""
    below = token
    for up in token.ancestors:
        if outer is not None and (up == outer.cue or not outer.start <= up.idx < outer.end):
            return _before_the_teller(parties, below, outer)
        saying = _saying(below, up)
        if saying is not None:
            noun = next((c for c in _doing(saying).children if c.dep_ == "nsubj"), None)
            party = parties.named(noun) if noun is not None else None
            if noun is None or party is None or (outer is not None and outer.actor == party[0]):
                return None
            end = outer.end if outer is not None else token.sent.end_char
            behind = (outer.actor, *outer.said_by) if outer is not None and outer.actor else ()
            when = outer.when if outer is not None else None
            return Voice(below.left_edge.idx, end, *party, noun, saying, _addressee(parties, saying), behind, when)
        below = up
    return None


def _saying(clause: Token, up: Token) -> Token | None:
    """The verb by which a clause is told, if the word above it is one, or plans one: "had planned to reiterate that …"."""
    if clause.i < up.i or not (clause.dep_ == "ccomp" or _is_told(clause, up)):
        return None
    if up.tag_ in _FINITE or up.tag_ == "VBN":
        if up.lemma_.lower() in lists("telling") or (up.lemma_ in ("make", "be") and _clear(up)):
            return up
        said = (c for c in up.children if c.dep_ == "xcomp" and _doing(c) != c and up.i < c.i < clause.i)
        return next((c for c in said if c.lemma_.lower() in lists("telling")), None)
    return up if _doing(up) != up and up.lemma_.lower() in lists("telling") else None


def _doing(verb: Token) -> Token:
    """The verb whose subject says it: of "planned to say" the planning."""
    planned = verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lists("planning")
    return verb.head if planned else verb


def _is_told(verb: Token, teller: Token) -> bool:
    """Is it the clause behind "reaffirmed that", though the parse sets it beside that verb: "that progress can only come"?"""
    that = teller.nbor() if teller.i + 1 < len(teller.doc) else teller
    return verb.dep_ == "conj" and that.lower_ == "that" and any(c.tag_ == "MD" for c in verb.children)


def _before_the_teller(parties: Parties, clause: Token, outer: Voice) -> Voice | None:
    """Who speaks, where the teller stands between him and his words: "The general confirmed, said an aide, that …"."""
    cue = outer.cue
    if cue is None or clause.head != cue:
        return None
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    told = (c for c in cue.children if marked and c.dep_ == "ccomp" and c.i < cue.i and c.tag_ in _FINITE)
    over = (
        cue.head if cue.dep_ == "ccomp" and cue.head.i < clause.left_edge.i < cue.i else None
    )  # "Oslo said …, NTB reported"
    verb = next(told, None) or (over if over is not None and over.tag_ in _FINITE else None)
    noun = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    party = parties.named(noun) if noun is not None else None
    if verb is None or party is None or verb.lemma_.lower() not in lists("telling"):
        return None
    behind = (outer.actor, *outer.said_by) if outer.actor else ()
    return Voice(outer.start, outer.end, *party, noun, verb, _addressee(parties, verb), behind, outer.when)


def _clear(verb: Token) -> bool:
    """Is it the "made" of "made clear that", the "was" of "was clear that", of somebody?"""
    if verb.lemma_ == "be" and not any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in verb.lefts):
        return False
    return any(c.lower_ == "clear" for c in verb.children)


def _outer(parties: Parties, token: Token) -> Voice | None:
    telling = parties.spoken(token.idx, token.idx + len(token.text))
    doc = token.doc
    last = tail(parties, token.sent)
    if telling is None:
        return last
    words = next(w for w in telling.words if w.start <= token.idx < w.end)
    cue = _token_at(doc, telling.cue)
    noun = _token_at(doc, telling.speaker_span)
    actor, span = telling.speaker, telling.speaker_span
    if actor is None and noun is not None and (party := parties.party(noun)):
        actor, span = party
    if telling.form != "direct" and last and words.start < last.end < words.end and last.end > token.idx:
        return last._replace(start=words.start, said_by=telling.said_by, when=telling.when)
    named = _apposed(parties, actor, span)
    if named is None and noun is not None and (actor is None or actor.anonymous):
        party = parties.named(noun)
        named = party if party and party[0].kind == "person" and not party[0].anonymous else None
    actor, span = named or (actor, span)
    addressee: tuple[tuple[Actor, Span | None], ...] = tuple((a, None) for a in telling.addressee)
    if not addressee and cue is not None:
        addressee = _addressee(parties, cue)
    start = min((w.start for w in telling.words if w.start >= token.sent.start_char), default=words.start)
    return Voice(
        min(start, words.start),
        words.end,
        actor,
        span,
        noun,
        cue,
        addressee,
        telling.said_by,
        telling.when,
        telling.form == "direct",
    )


def _apposed(parties: Parties, actor: Actor | None, span: Span | None) -> tuple[Actor, Span | None] | None:
    """The name behind a description: "the transport minister, Anil Jugdharry"."""
    if actor is None or span is None or (actor.kind == "person" and not actor.anonymous):
        return None
    near = parties.within(span.end, span.end + 3)
    text = parties.passage.report.text
    found = next((m for m in near if m.actor and m.actor.kind == "person" and not m.actor.anonymous), None)
    return (
        (found.actor, found.span)
        if found and found.actor and text[span.end : found.span.start].strip() in ("", ",")
        else None
    )


def _token_at(doc: Doc, span: Span | None) -> Token | None:
    if span is None:
        return None
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return tokens.root if tokens is not None and len(tokens) else None


def tail(parties: Parties, sentence: Tokens) -> Voice | None:
    """The teller behind the last comma of a sentence: "…, the militia's commander, Abu Tarhuni, told a station"."""
    if sentence.start not in parties.tails:
        parties.tails[sentence.start] = _tail(parties, sentence)
    return parties.tails[sentence.start]


def _tail(parties: Parties, sentence: Tokens) -> Voice | None:
    telling = lists("telling") | {"give"}
    cue = next(
        (t for t in reversed(sentence) if t.tag_ in _FINITE and t.lemma_.lower() in telling and t.dep_ != "relcl"), None
    )
    if cue is None or (cue.lemma_ == "give" and "word" not in {c.lower_ for c in cue.children}):
        return None
    doc, comma = sentence.doc, _set_off(sentence, cue)
    touches = cue.i > sentence.start and doc[cue.i - 1].text in _MARKS and cue.i + 1 < sentence.end
    closes = touches and cue.nbor().is_punct  # "…, an official, Ana Paz, said."
    inverted = touches and (comma == cue.i - 1 or (cue.lemma_ == "say" and not closes))
    if inverted:
        comma = cue.i - 1
    if comma is None or comma <= sentence.start + 2:
        return None
    comma = _behind_list(doc, cue, comma)
    noun = _teller(doc, cue, comma, inverted)
    if noun is None:
        return None
    party = parties.party(noun)
    actor, span = party or (None, None)
    return Voice(sentence.start_char, doc[comma].idx, actor, span, noun, cue, _addressee(parties, cue))


def _set_off(sentence: Tokens, cue: Token) -> int | None:
    """The first of the commas that divide the teller's name (and its appositions) from the words told."""
    doc, at, comma = sentence.doc, cue.i - 1, None
    while (
        at > sentence.start and doc[at].pos_ in _NOMINAL and doc[at].lower_ not in ("that", "who", "which", "we", "you")
    ):
        if doc[at].text in _MARKS:
            comma = at
        at -= 1
    return comma


def _behind_list(doc: Doc, cue: Token, comma: int) -> int:
    """The comma before the teller, where the first one only divides a list: "with boats, radars and drones, Paz said"."""
    own = next((c for c in cue.children if c.dep_ == "nsubj" and c.i < cue.i), None)
    last = own.left_edge.i - 1 if own is not None else comma
    listed = any(t.dep_ == "conj" and t.head.i < comma for t in doc[comma + 1 : last])
    return last if last > comma and doc[last].text in _MARKS and listed else comma


def _teller(doc: Doc, cue: Token, comma: int, inverted: bool) -> Token | None:
    """The noun of the teller: the verb's subject, else the last noun between comma and verb (behind an inverted verb)."""
    own = next((c for c in cue.children if c.dep_ == "nsubj" and (c.i > comma or inverted)), None)
    if own is not None:
        return own
    if inverted:
        return next(
            (t for t in doc[cue.i + 1 : cue.i + 9] if t.pos_ == "PROPN" and t.dep_ not in ("compound", "poss")), None
        )
    nouns = [t for t in doc[comma : cue.i] if t.pos_ in ("PROPN", "NOUN") and t.dep_ != "pobj"]
    return nouns[-1] if nouns else None


def _addressee(parties: Parties, cue: Token) -> tuple[tuple[Actor, Span | None], ...]:
    """Whom the telling verb has as its object or, behind "to" or in a letter, as its address; not the press."""
    that = cue.i + 1 < len(cue.doc) and cue.nbor().lower_ == "that"  # behind it stands what is said, and nobody
    kinds = ("dobj", "dative") if cue.lemma_.lower() in lists("telling_whom") else ("dative",)
    nouns = [c for c in cue.children if c.dep_ in kinds and c.i > cue.i and not that]
    links = [
        p
        for c in cue.children
        if c.dep_ in ("prep", "dative")
        for p in (c, *(g for x in c.children for g in x.children))
    ]
    nouns += [o for p in links if p.lower_ == "to" for o in p.children if o.dep_ == "pobj"]
    nouns = [n for n in nouns if n.lower_ not in lists("crowd") or (n.lower_ == "counterpart" and _is_foreign(n))]
    return tuple(party for noun in nouns if noun.pos_ in ("NOUN", "PROPN") and (party := parties.party(noun)))[:2]


def _is_foreign(counterpart: Token) -> bool:
    """Is told whose counterpart it is that somebody spoke to: "his Ethiopian counterpart"?"""
    return any(c.dep_ == "amod" and c.text[:1].isupper() for c in counterpart.children)


def is_watcher(found: Voice) -> bool:
    """Is the teller one who only watches (an analyst, a study), or the verb one of guessing?"""
    if found.cue is not None and found.cue.lemma_.lower() in lists("musing"):
        return True
    if found.noun is None:
        return False
    words = [found.noun, *(t for t in found.noun.subtree if t.dep_ in ("amod", "compound", "appos", "poss"))]
    return any(t.lemma_.lower() in lists("watchers") for t in words)
