"""Whether a noun names the act of a line of `words/acts/nouns.yml`, and which verb carries it: "held talks"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wirecopy.findings.acts.figures_of_speech import is_of_words
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import NounPattern, classes, grammar, light, nouns
from wirecopy.findings.acts.nouns import core, named_by
from wirecopy.findings.acts.verb_objects import VERBAL, has_to, is_listed
from wirecopy.findings.acts.verb_sides import is_virtual

if TYPE_CHECKING:
    from spacy.tokens import Token


BINDING = frozenset({"curfew", "restrict", "martial-law", "emergency"})  # modes of acts that last by being in force
UTTERED = frozenset({"REQUEST", "ACCUSE", "THREATEN"})  # acts that one may say something "in"

# What stands before a noun, or behind one of these prepositions, so that it names its act: "a missile test", "the end of aid".
KINDS: Mapping[str, tuple[str, ...]] = {
    "violent": ("of",),
    "fire": ("of",),
    "nuclear": ("of",),
    "missile": ("of",),
    "military": (),
    "formal": (),
    "talks": ("of", "from"),
    "fighting": ("of", "to"),
    "arms": ("of",),
    "forces": ("of",),
    "ties": ("of", "to", "in", "on", "with"),
    "conceded": ("of",),
}


def is_marked(token: Token, line: NounPattern) -> bool:
    """The conditions that some nouns have: "state of emergency", a strike by workers, deliveries of aid."""
    beside = {child.lemma_.lower() for child in token.children if child.dep_ in ("compound", "amod", "nmod")}
    at = prepositions_of(token)
    of = {noun.lemma_.lower() for noun in at.get("of", ())}
    if "emergency" in line.marks:
        return bool(of & {"emergency", "siege"})
    if "aid" in line.marks:
        return bool((beside | of) & grammar("relief"))
    if "virtual" in line.marks:
        return is_virtual(token)
    if "forceful" in line.marks:
        return bool(beside & grammar("forceful")) or "against" in at
    if "line" in line.marks:  # "spent an hour on the phone with her"
        return token.dep_ == "pobj" and token.head.lower_ in ("on", "by", "over")
    if "between" in line.marks:  # "the breakfast between the envoys"
        return "between" in at
    if "press" in line.marks:
        return bool(beside & {"press", "news"})
    if "verbal" in line.marks:
        return is_of_words(token)
    if "labour" in line.marks:
        who = {noun.lemma_.lower() for name in ("by", "of") for noun in at.get(name, ())}
        return bool(beside & grammar("strikes") or who & grammar("workers"))
    for mark in line.marks & KINDS.keys():
        if not (beside | {noun.lemma_.lower() for name in KINDS[mark] for noun in at.get(name, ())}) & _kind(mark):
            return False
    if "arrives" in line.marks:
        told = beside | of | {token.lemma_.lower()}
        return (line.act != "AID" or bool(told & grammar("relief"))) and arrival(token) is not None
    if "prisoner" in line.marks:
        return bool((beside | of) & grammar("exchanged"))
    if "clause" in line.marks:
        asks = any(noun.ent_type_ != "PERSON" for noun in at.get("for", ())) or any(
            child.dep_ == "acl" and has_to(child) for child in token.children
        )
        return asks and not at.keys() & {"with", "between"}
    return True


def _kind(mark: str) -> frozenset[str]:
    """The words that a mark of `KINDS` asks for: a class of the patterns, else a list of their grammar."""
    name = {"forces": "troops"}.get(mark, mark)
    return classes()[name] if name in classes() else grammar(f"told_{mark}")


def is_name(noun: Token) -> bool:
    """Whether a noun only says what something is called: "called the move 'the beginning of an invasion'"."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ == "NOUN":
        top = top.head.head
    return top.dep_ in ("oprd", "ccomp") and top.head.lemma_.lower() in grammar("naming") and top.i > top.head.i


def is_quoted(noun: Token) -> bool:
    """Whether a noun is all that stands between quotation marks, with its adjective: "the 'illegitimate sanctions'"."""
    doc, end = noun.doc, noun.i + 1
    near = doc[max(0, noun.i - 2) : noun.i]
    return (
        end < len(doc) and doc[end].text in grammar("closing") and any(one.text in grammar("opening") for one in near)
    )


def said_in(noun: Token) -> Token | None:
    """The verb of saying that an act of words is told beside: "in a rebuke to Chad, Paz said", "said in an appeal"."""
    over = noun.head.head
    lone = any(child.lower_ in ("a", "an") for child in noun.children) or noun.tag_ == "NNS"
    uttered = any(line.act in UTTERED for line in nouns().get(noun.lemma_.lower(), ()))
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and over.pos_ == "VERB"
    return over if uttered and lone and within and "to" in prepositions_of(noun) else None


def taking_place(noun: Token) -> Token | None:
    """The verb that says that it took place: of what nobody leads ("protests broke out"), or between two."""
    verb = noun.head
    of_subject = noun.dep_ in ("nsubj", "nsubjpass") and verb.pos_ == "VERB"
    place = any(child.dep_ == "dobj" and child.lemma_ == "place" for child in verb.children)
    if of_subject and place and "between" in prepositions_of(verb):
        return verb  # "no talks have taken place between Chad and Mali"
    told = of_subject and noun.lemma_.lower() in grammar("unled") | grammar("parleys")
    return verb if told and verb.lemma_ in grammar("takes_place") else None


def arrival(noun: Token) -> Token | None:
    """The verb that says that aid arrived: "90 tonnes of aid landed", "a shipment of arms reached Chad"."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in grammar("measures"):
        top = top.head.head
    verb = top.head
    arrives = top.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in grammar("arrivals")
    return verb if arrives and verb.pos_ == "VERB" else None


def in_force(noun: Token) -> Token | None:
    """The verb by which a penalty or a ban begins to bind, or that of who lets it: "a curfew will be in force",
    "sanctions took effect", "allowed the sanctions to proceed"."""
    verb = noun.head
    if not any(line.mode in BINDING for line in nouns().get(noun.lemma_.lower(), ())):
        return None
    if noun.dep_ == "dobj" and verb.lemma_ in grammar("lets"):
        return verb if any(c.lemma_ in grammar("binding") and has_to(c) for c in verb.children) else None
    at = prepositions_of(verb)
    into = (one for name in ("in", "into") for one in at.get(name, ()))
    bound = verb.lemma_ in grammar("binding") and any(one.lemma_ in grammar("force") for one in into)
    effect = verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lemma_ == "effect" for c in verb.children)
    ahead = verb.lemma_ == "proceed" or (verb.lemma_ == "go" and any(c.lower_ == "ahead" for c in verb.children))
    if noun.dep_ != "nsubj" or not (bound or effect or ahead):
        return None
    return verb.head if verb.head.lemma_ in grammar("lets") and verb.dep_ in ("ccomp", "xcomp") else verb


def carrier_of(token: Token) -> Token | None:
    """The light verb that a noun is the object (in the passive, the subject) of."""
    named = named_by(token)
    while token.dep_ == "conj" and token.head.pos_ == "NOUN":
        token = token.head
    if (length := token.head.head).lemma_.lower() in grammar("measures") and core(length).i == token.i:
        token = length  # "ended four days of talks"
    head = token.head
    if is_listed(head):
        return None
    if token.dep_ == "attr" and token.lemma_.lower() in grammar("givers"):
        return head
    if head.lemma_ == "have" and token.lemma_.lower() in grammar("held"):  # "has a veto" casts none
        return None
    borne = token.dep_ in ("dobj", "nsubjpass") and head.pos_ in VERBAL
    if borne and head.lemma_.lower() in light()["carry"]:
        return head
    if borne and head.lemma_.lower() in light()["closes"] and any(p.act == "CONSULT" for p in nouns()[named]):
        return head
    if token.dep_ == "pobj" and token.head.dep_ == "prep":
        head = token.head.head
        if head.pos_ in VERBAL and head.lemma_.lower() in ("engage", "participate", "take", "go", "come", "embark"):
            return head
        if head.pos_ in VERBAL and f"{head.lemma_.lower()} {token.head.lower_}" in light()["brings"]:
            return head
    if (binding := in_force(token)) is not None:
        return binding
    for child in token.children:
        told = child.dep_ == "relcl" or child.tag_ in ("VBN", "VBG", "VBD")
        if told and child.dep_ in ("acl", "relcl") and child.lemma_.lower() in light()["carry"]:
            return child
    return None
