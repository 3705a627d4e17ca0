"""Who did what a verb tells, and to whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import Frame, prepositions_of
from wirecopy.findings.acts.lexicon import VerbPattern, classes, grammar, nouns
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.sides.party_tokens import Parties, behind
from wirecopy.findings.sides.standins import listed

if TYPE_CHECKING:
    from spacy.tokens import Token


LAID = frozenset(
    {"on", "upon", "against", "to", "for"}
)  # behind these a participle tells to whom: "sanctions imposed on"


def of_verb(pattern: VerbPattern, found: Frame) -> Parties:
    doer = _giver(found.subject) if found.passive and found.subject is not None else found.subject
    named = (*misjoined(doer), *conjuncts(doer)) if doer is not None else ()
    who = tuple(sorted(named, key=lambda token: token.i))
    whom: list[Token] = []
    own = pattern.object == "class" and "obj" not in pattern.marks
    if found.passive and own and pattern.act == "MOBILIZE" and not who and found.object is not None:
        who = conjuncts(core(found.object))
    if found.object is not None and not own and "nowhom" not in pattern.marks:
        whom += conjuncts(found.object)
    if found.dative is not None and own:
        whom += conjuncts(found.dative)
    if own and found.object is not None and not whom:
        whom += _beside(found.object, pattern)
    if pattern.act == "COERCE" and found.object is not None and core(found.object).lemma_ in listed("shut_off"):
        beyond = prepositions_of(found.object) | found.prepositions
        whom = behind(beyond, ("with", "to")) or whom  # "closed its border with Chad", "its airspace to planes"
    elif own and not whom and pattern.act == "COERCE" and found.object is not None:
        sites = classes()["site"] | classes()["building"]
        whom += [one for one in conjuncts(found.object) if core(one).lemma_.lower() in sites]
    if (not whom or pattern.object == "none") and not ("nowhom" in pattern.marks and pattern.object == "none"):
        whom += behind(found.prepositions, pattern.prepositions)
    if not whom and {"nowhom", "all"} <= pattern.marks and found.object is not None:
        whom += behind(prepositions_of(found.object), pattern.prepositions)  # "discussed the border with Chad"
    if found.passive and pattern.needs_preposition and found.object is not None and not own:
        whom = list(conjuncts(found.object))
    if pattern.act == "COERCE":
        whom = [far for one in whom for far in _beyond_edge(one)]
    if "beside" in pattern.marks and pattern.object == "oblique":
        whom = _at_side(found, pattern)
    elif "all" in pattern.marks and pattern.object == "oblique":  # "was in touch with Paz"
        means = [one for one in whom if one.lemma_.lower() in pattern.nouns]
        whom = [one for one in whom if one not in means]
        whom += [one for noun in means for one in behind(prepositions_of(noun), ("with", "to"))]
    return Parties(who, tuple(whom))


def _beyond_edge(noun: Token) -> tuple[Token, ...]:
    """Who lies behind a border: "a fence on its border with Chad" keeps out Chad."""
    if core(noun).lemma_ not in listed("shut_off"):
        return (noun,)
    return tuple(behind(prepositions_of(noun), ("with",))) or (noun,)


def _giver(by: Token) -> Token | None:
    """Who does what is done "by decree", "by Khan's order": nobody, or whose paper it is."""
    if by.lemma_.lower() not in grammar("instruments") | grammar("laws") | grammar("votes"):
        return by
    return next((child for child in by.children if child.dep_ == "poss"), None)


def _at_side(found: Frame, pattern: VerbPattern) -> list[Token]:
    """At whose side somebody stands: "at the side of Paz", "at Paz's side"."""
    at = [noun for name in pattern.prepositions for noun in found.prepositions.get(name, ())]
    owners = [child for noun in at if noun.lemma_.lower() in pattern.nouns for child in noun.children]
    named = [child for child in owners if child.dep_ == "poss"]
    misread = conjuncts(found.object) if found.object is not None else ()  # "declared the king, at the side of Paz"
    return [*misread, *named, *(one for noun in at for one in prepositions_of(noun).get("of", ()))]


def replaced(verb: Token, found: Frame) -> Frame:
    """ "Paz spent Monday in Lima assuring the king": the parser hangs the gerund on the place."""
    who = found.subject
    asked = any(line.act == "REQUEST" for line in nouns().get(verb.head.lemma_.lower(), ()))
    if verb.dep_ == "acl" and asked and any(child.lower_ == "to" for child in verb.children):
        return replace(found, subject=None)  # who makes or answers "the demand to leave" is not who leaves
    if (over := around(verb)) is not None:
        return replace(found, subject=subject(over))
    misplaced = verb.dep_ == "acl" and verb.tag_ == "VBG" and who is not None and who.dep_ == "pobj"
    if (
        who is None
        or not misplaced
        or who.head.lower_ not in ("in", "at")
        or (who.ent_type_ not in ("GPE", "LOC", "FAC") and who.pos_ != "PROPN")
    ):
        return found
    over = next((one for one in who.ancestors if one.pos_ == "VERB"), None)
    return replace(found, subject=subject(over) if over is not None else None)


def around(verb: Token) -> Token | None:
    """The verb that tells who was where, of what he did there: "Paz spent Monday in Lima assuring the king"."""
    inside = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in ("in", "at")
    who = subject(verb) if inside else None
    beside = who is not None and who.i == verb.head.i + 1 and who.pos_ == "PROPN"
    return verb.head.head if beside and verb.head.head.lemma_ in ("spend", "be", "stay", "remain") else None


def misjoined(who: Token) -> tuple[Token, ...]:
    """ "Minister Ana Paz and Chad's envoy Liv Berg": the parser takes one name for a part of the other, or for its gloss."""
    if who.pos_ != "PROPN" and who.ent_type_ != "PERSON" and not any(child.dep_ == "appos" for child in who.children):
        return ()
    parts = (one for one in who.subtree if one.dep_ in ("nmod", "compound") and one.i < who.i and one.pos_ == "PROPN")
    found = [one for one in parts if _ends_person(one) and any(child.lower_ == "and" for child in one.children)]
    for gloss in (child for child in who.children if child.dep_ == "appos" and child.left_edge.nbor(-1).text != ","):
        found += [one for joined in conjuncts(gloss)[1:] for one in (joined, *_name_of(joined)) if _is_name(one)]
    found += [one for joined in conjuncts(who)[1:] for one in _name_of(joined) if _is_name(one)]
    return tuple(found)


def _name_of(kin: Token) -> tuple[Token, ...]:
    """The name behind a description that is joined to a name, wherever the parser hangs it: "Paz and her son, Juan Paz"."""
    behind = (child for child in (*kin.children, *kin.head.children) if child.dep_ == "appos" and child.i > kin.i)
    return tuple(behind)[:1] if kin.pos_ == "NOUN" else ()


def _is_name(token: Token) -> bool:
    return token.ent_type_ == "PERSON"


def _ends_person(name: Token) -> bool:
    """Whether a word ends a person's name, also where the parser knows only a part of it: "Ursula von der Leyen"."""
    return any(near.ent_type_ == "PERSON" for near in name.doc[max(name.i - 3, 0) : name.i + 1])


def _beside(noun: Token, pattern: VerbPattern) -> list[Token]:
    """The whom inside the object: "sanctions on Minsk", "Minsk's assets"."""
    inner = (*noun.children, *core(noun).children)  # "half of Chad's debt"
    owners = [c for c in inner if c.dep_ == "poss" or (c.dep_ == "amod" and c.ent_type_ == "NORP")]
    if owners and (pattern.act in ("REJECT", "AGREE") or noun.lemma_.lower() == "access"):
        return owners
    laid = (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")  # "sanctions imposed on"
    for one in (noun, core(noun), *conjuncts(noun)[1:], *laid):
        names = pattern.prepositions & LAID if one.pos_ == "VERB" else pattern.prepositions
        if found := behind(prepositions_of(one), names):
            return found
    return owners if "back" in pattern.marks else []
