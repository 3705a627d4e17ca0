"""Somebody or something without a known name, by the words that the report has for him or it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.findings.acts.nouns import core
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.named import named_at
from wirecopy.language.actors.who import country_at
from wirecopy.model import Actor, Passage, Span, identify
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place"}


def entity(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """A name that the parser takes for one of a person, body, place or people and that nobody else knows."""
    if token.ent_type_ == "NORP" and token.pos_ == "PROPN" and token.text.endswith("s"):  # "attacked Zaghawas"
        return (Actor(f"group:{token.lower_}", token.text, "group"),)
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


def ship(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """A ship by its name: "HMS Severn"."""
    prefix = next((child for child in token.children if child.dep_ == "compound" and _is_prefix(child)), None)
    if token.pos_ != "PROPN" or prefix is None:
        return ()
    name = passage.report.text[prefix.idx : token.idx + len(token)]
    return (Actor(f"ship:{'-'.join(name.lower().split())}", name, "group"),)


def _is_prefix(word: Token) -> bool:
    return word.text.isupper() and word.lower_ in classes()["ships"]


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


def listed_behind(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The names that a plural noun is told to be: "two banks, Acme and Rostgaz", whatever the parser takes a name for."""
    first = next((c for c in noun.children if c.dep_ in ("appos", "conj") and c.pos_ == "PROPN" and c.i > noun.i), None)
    if noun.tag_ != "NNS" or first is None or first.left_edge.nbor(-1).text != ",":
        return ()
    names = [one for one in (first, *first.conjuncts) if one.pos_ == "PROPN" and one.i >= first.i]
    firms = noun.lemma_.lower() in load("participants")["firms"]
    found = [named_at(passage, one) or (_firm(passage, one) if firms else entity(passage, one)) for one in names]
    return tuple(one for several in found for one in several[:1]) if len(names) > 1 and all(found) else ()


def _firm(passage: Passage, name: Token) -> tuple[Actor, ...]:
    """A firm by its name that nobody knows."""
    words = [child for child in name.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    start = min((word.left_edge.idx for word in words), default=name.idx)
    said = passage.report.text[start : name.idx + len(name)]
    return (Actor(f"organisation:{'-'.join(said.lower().split())}", said, "organisation"),)


def group_at(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """A group that is described and not named: "masked gunmen", "six belligerents"; a region that wants to be a state,
    a parliament's upper house."""
    if noun.lemma_.lower() in groups() or _is_polity(noun) or _is_offshoot(passage, noun):
        return described(passage, noun)
    return ()


def _is_offshoot(passage: Passage, noun: Token) -> bool:
    """Whether it is a part of a group or body that is named, or one that bears arms: "the Front's western wing"."""
    if noun.lemma_.lower() not in load("participants")["offshoots"]:
        return False
    near = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    near += [c for prep in noun.children if prep.lower_ == "of" for c in prep.children if c.dep_ == "pobj"]
    if any(child.lower_ in load("participants")["offshoots_armed"] for child in near):
        return True
    named = (actor for child in near for actor in named_at(passage, child))
    return any(actor.kind in ("group", "organisation") for actor in named)


def _is_polity(noun: Token) -> bool:
    lists = load("participants")
    if noun.lemma_ in ("house", "chamber") and any(child.lower_ in ("upper", "lower") for child in noun.children):
        return True
    return noun.lemma_.lower() in lists["polities"] and any(c.lower_ in lists["breakaway"] for c in noun.children)


def described(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """Somebody by the words that describe him: "three miners", "six of the belligerents"."""
    # In "hundreds more are wounded" what describes the noun stands behind it.
    unnamed = load("participants")["unnamed"]
    owner = _owner(passage, noun)
    words = [
        w
        for w in noun.lefts
        if w.dep_ in ("amod", "compound", "nummod", "nmod", "poss") and w.lower_ not in unnamed
        if w.tag_ != "WP$" and not (w.tag_ == "PRP$" and owner is not None)
    ] + [w for w in noun.lefts if w.lower_ in ("all", "both") and noun.lemma_ in ("side", "party")]
    start = min((word.left_edge.idx for word in words), default=noun.idx)
    share = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    shared = share.pos_ == "NUM" and share.i + 2 >= noun.left_edge.i and owner is None
    start = min(start, share.idx) if shared else start
    if passage.report.text[max(0, start - 1) : start] == "-":  # no half of "26-year-old"
        start = passage.report.text.rfind(" ", 0, start) + 1
    of = next((child for child in noun.children if child.lower_ == "of" and child.i == noun.i + 1), None)
    last = noun.doc[_short(of)] if of is not None else noun
    last = max((last, *(one for one in last.conjuncts if one.pos_ == "PROPN")), key=lambda one: one.i)
    name = " ".join(passage.report.text[start : last.idx + len(last)].split())
    name = f"{owner.name}'s {name}" if owner is not None else name
    country = next((actor.country for word in words for actor in named_at(passage, word) if actor.country), None)
    country = country or next((code for word in words if (code := _nation(passage, word))), None)
    country = country or (owner.country if owner is not None else None)
    return (Actor(identify("actor", name.lower(), country), name, "group", country, anonymous=True),)


def _nation(passage: Passage, word: Token) -> str | None:
    """The country of an adjective, not of one that is part of another ("Turkish-backed")."""
    joined = word.i + 1 < len(word.doc) and not word.whitespace_ and word.nbor(1).text in ("-", "–")
    return None if joined or word.dep_ not in ("amod", "compound", "nmod") else country_at(passage, word)


def _owner(passage: Passage, noun: Token) -> Actor | None:
    """Whom a possessive pronoun before a noun means: "its staff"."""
    whose = next((child for child in noun.children if child.tag_ == "PRP$" and child.lower_ not in ("our", "my")), None)
    if noun.lemma_.lower() in load("participants")["kin"]:
        return None
    if whose is None or _other_subject(passage, whose):
        return None
    owners = named_at(passage, whose) or (_saying(passage, whose) if whose.lower_ in ("its", "their") else ())
    return owners[0] if owners and not owners[0].anonymous else None


def _saying(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """The state or body that says it, of what is its own: "Chad denied that its army had fired"."""
    for verb in pronoun.ancestors:
        who = subject(verb.head) if verb.dep_ == "ccomp" and verb.head.lemma_ in grammar("says") else None
        if who is not None and who.i < pronoun.i:
            found = named_at(passage, who)
            return found if found and found[0].kind in ("state", "organisation") else ()
    return ()


def _other_subject(passage: Passage, pronoun: Token) -> bool:
    """Whether a subject whom nobody knows stands nearer before a pronoun: "the aggressor ... its tanks"."""
    near = (one for one in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]) if one.dep_ in ("nsubj", "nsubjpass"))
    last = next((one for one in near if one.pos_ in ("NOUN", "PROPN")), None)
    return last is not None and last.pos_ == "NOUN" and not named_at(passage, last)


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
    if inner.lemma_.lower() not in classes()["site"] | classes()["building"] or inner.pos_ != "NOUN":
        return named_place(passage, token)
    unnamed = load("participants")["unnamed"]
    before = [child for child in inner.children if child.dep_ in ("amod", "compound", "nummod", "nmod", "poss")]
    owner = _owner(passage, inner)
    words = [w for w in before if w.lower_ not in unnamed and not (w.tag_ == "PRP$" and owner is not None)]
    of = [g for child in inner.children if child.lower_ == "of" for g in child.children if g.pos_ == "PROPN"]
    words += [one for g in of for one in (g, *g.conjuncts)]
    start = min([word.left_edge.idx for word in words if word.i < inner.i], default=inner.idx)
    end = max([word.idx + len(word) for word in words if word.i > inner.i], default=inner.idx + len(inner))
    name = " ".join(passage.report.text[start:end].split())
    name = f"{owner.name}'s {name}" if owner is not None else name
    country = next((actor.country for word in words for actor in named_at(passage, word) if actor.country), None)
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place", country),)


@cache
def groups() -> frozenset[str]:
    """Nouns for people and bodies that can be a party without a name."""
    return frozenset(load("acts/parties"))


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
