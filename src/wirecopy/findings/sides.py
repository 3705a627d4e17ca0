"""Actors for noun phrases, and whether one can be a party to a political act."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.frames import core, subject
from wirecopy.findings.lexicon import classes, grammar
from wirecopy.findings.standins import followed_by_name, pair, represented
from wirecopy.language.who import actors_of, mention_of
from wirecopy.model import Actor, Passage, Span, identify
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def actors_at(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors that a noun phrase names; "we" and "I" are the speaker of the words."""
    low = token.lower_
    if low in ("we", "i", "us", "our", "my", "me") and token.text != "US":
        return speaker_at(passage, token.idx)
    found = named_at(passage, token)
    if not found or found[0].anonymous or found[0].kind == "group":
        meant = _meant(passage, token)
        if meant:
            return meant
    if found and low in ("he", "she", "him", "her") and _quotes_own(passage, token, found[0]):
        return ()
    if found or token.pos_ not in ("NOUN", "PROPN"):
        return found
    inner = core(token)
    if inner.i != token.i:
        found = named_at(passage, inner)
    return found or _described(passage, inner) or _entity(passage, inner)


def _meant(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The named parties that a group without a name stands for."""
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return ()
    if token.text == "They" and token.sent.start and token.dep_ == "nsubj":
        return _those_before(passage, token)
    return represented(passage, token) or pair(passage, token) or followed_by_name(passage, token)


def _those_before(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """ "They" at the head of a sentence are the plural subject of the sentence before."""
    over = passage.doc[pronoun.sent.start - 1].sent.root
    who = subject(over) if over.pos_ == "VERB" else None
    return actors_at(passage, who) if who is not None and who.tag_ in ("NNS", "NNPS") else ()


def teller(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """Whom an unresolved pronoun means in "Chad said that it would" and "the rebels fled when they": the subject of the
    clause above, where the kinds agree."""
    verb = token.head
    over = verb.head
    said = verb.dep_ == "ccomp" and over.lemma_ in grammar("says")
    if token.lower_ in ("he", "she") and verb.dep_ in ("csubj", "advcl", "ccomp"):
        return _person_above(passage, verb, token)
    beside = verb.dep_ == "advcl" and token.lower_ == "they"
    if token.pos_ != "PRON" or not (said or beside):
        return ()
    who = subject(over)
    if (
        beside
        and who is not None
        and who.tag_ not in ("NNS", "NNPS")
        and not any(c.dep_ == "conj" for c in who.children)
    ):
        return ()
    found = actors_at(passage, who) if who is not None and who.pos_ != "PRON" else ()
    person = token.lower_ in ("he", "she")
    return found if found and person == (found[0].kind == "person" and token.lower_ != "they") else ()


def named_at(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors of one token, not of what is joined to it."""
    if any(child.dep_ == "conj" for child in token.children) or token.dep_ in ("amod", "compound", "nmod", "poss"):
        mention = mention_of(passage, token)
        return (mention.actor,) if mention is not None and mention.actor is not None else ()
    return actors_of(passage, token)


def _person_above(passage: Passage, verb: Token, pronoun: Token) -> tuple[Actor, ...]:
    """Whom "he" means in "Khan wrote after what he said was a talk": the first person who is a subject above."""
    for over in verb.ancestors:
        who = subject(over) if over.pos_ == "VERB" else None
        if who is not None and who.pos_ != "PRON" and who.i != pronoun.i:
            found = actors_at(passage, who)
            return found if len(found) == 1 and found[0].kind == "person" else ()
    return ()


KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place"}


def _entity(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """A name that the parser takes for one of a person, body or place and that nobody else knows."""
    kind = KINDS.get(token.ent_type_)
    if kind is None or token.pos_ != "PROPN":
        return ()
    start, end = token.i, token.i + 1
    while start and token.doc[start - 1].ent_type_ == token.ent_type_ and token.doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    words = token.doc[start:end].text.removeprefix("the ").removeprefix("The ")
    name = " ".join(words.split())
    known = _known_person(passage, name) if kind == "person" else ()
    if known:
        return known
    return (Actor(f"{kind}:{'-'.join(name.lower().split())}", name, kind),) if name else ()


def _known_person(passage: Passage, name: str) -> tuple[Actor, ...]:
    """ "Subsequently Biden": a name whose last word is that of one person of the report is that person's."""
    last = name.rpartition(" ")[2]
    known = {
        m.actor.id: m.actor
        for m in passage.mentions
        if m.actor is not None and m.actor.kind == "person" and not m.actor.anonymous
        if m.actor.name.rpartition(" ")[2] == last
    }
    return tuple(known.values()) if len(known) == 1 else ()


def _quotes_own(passage: Passage, token: Token, actor: Actor) -> bool:
    """In a direct quotation "he" is never the one who speaks."""
    return any(
        attribution.form == "direct"
        and attribution.speaker is not None
        and attribution.speaker.id == actor.id
        and any(words.start <= token.idx < words.end for words in attribution.words)
        for attribution in passage.attributions
    )


def speaker_at(passage: Passage, position: int) -> tuple[Actor, ...]:
    """Who is quoted or paraphrased where a character stands, nearest to the words first."""
    best: tuple[int, tuple[Actor, ...]] | None = None
    for attribution in passage.attributions:
        for words in attribution.words:
            if words.start <= position < words.end and attribution.speaker is not None:
                size = words.end - words.start
                if best is None or size < best[0]:
                    best = size, (attribution.speaker, *attribution.said_by)
    return best[1] if best else ()


def _described(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """A group that is described and not named: "masked gunmen", "six belligerents"."""
    if noun.lemma_.lower() not in groups():
        return ()
    # In "hundreds more are wounded" what describes the noun stands behind it.
    words = [w for w in noun.lefts if w.dep_ in ("amod", "compound", "nummod", "nmod", "poss")]
    start = min((word.left_edge.idx for word in words), default=noun.idx)
    of = next((child for child in noun.children if child.lower_ == "of" and child.i == noun.i + 1), None)
    last = noun.doc[_short(of)] if of is not None else noun
    name = " ".join(passage.report.text[start : last.idx + len(last)].split())
    country = next((actor.country for word in words for actor in named_at(passage, word) if actor.country), None)
    return (Actor(identify("actor", name.lower(), country), name, "group", country, anonymous=True),)


def named_place(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """A place by a name that nobody else knows: "Arawa"."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("GPE", "LOC", "FAC", "ORG", "PERSON", ""):
        return ()
    if any(one.span.start <= token.idx < one.span.end for one in passage.expressions):
        return ()
    words = [child for child in token.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    start = min((word.left_edge.idx for word in words), default=token.idx)
    name = passage.report.text[start : token.idx + len(token)]
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place"),)


def site(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """What is attacked, seized or closed and is neither a person nor a name: "a bridge near Arawa", "the embassy"."""
    inner = core(token)
    if inner.lemma_.lower() not in classes()["site"] or inner.pos_ != "NOUN":
        return named_place(passage, token)
    words = [child for child in inner.children if child.dep_ in ("amod", "compound", "nummod", "nmod", "poss")]
    words += [g for child in inner.children if child.lower_ == "of" for g in child.children if g.pos_ == "PROPN"]
    start = min([word.left_edge.idx for word in words if word.i < inner.i], default=inner.idx)
    end = max([word.idx + len(word) for word in words if word.i > inner.i], default=inner.idx + len(inner))
    name = " ".join(passage.report.text[start:end].split())
    country = next((actor.country for word in words for actor in named_at(passage, word) if actor.country), None)
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place", country),)


@cache
def groups() -> frozenset[str]:
    """Nouns for people and bodies that can be a party without a name."""
    return frozenset(load("acts/parties"))


def is_party(passage: Passage, token: Token) -> bool | None:
    """Whether a noun phrase can be a party to a political act; None where a pronoun stays open."""
    if token.pos_ == "PRON" and not actors_at(passage, token):
        return None
    if core(token).lemma_.lower() in groups() or (token.pos_ == "PROPN" and token.ent_type_ in KINDS):
        return True
    return any(
        actor.kind in ("state", "organisation", "office", "group", "person") for actor in actors_at(passage, token)
    )


def phrase(passage: Passage, token: Token) -> Span:
    """The noun phrase that a token heads, without its clauses and appositions."""
    start, end = token.i, token.i
    for child in token.children:
        if child.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "ccomp"):
            continue
        if child.dep_ == "prep" and child.i > token.i and child.lower_ not in ("of", "in", "for", "from", "on", "to"):
            continue
        start, end = (
            min(start, child.left_edge.i),
            max(end, child.right_edge.i if child.dep_ != "prep" else _short(child)),
        )
    doc = token.doc
    return passage.span(doc[start : end + 1])


def _short(preposition: Token) -> int:
    """Where a prepositional phrase ends, without what joins or follows its noun."""
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    return nouns[0].i if nouns else preposition.i
