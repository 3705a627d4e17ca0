"""Which words of a report name an act: verbs, nouns, and light verbs with a noun ("hold talks")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.figures_of_speech import is_figure, is_waged
from wirecopy.findings.acts.frames import Frame, frame, prepositions_of
from wirecopy.findings.acts.lexicon import NounPattern, VerbPattern, grammar, nouns, verbs
from wirecopy.findings.acts.noun_tests import arrival, carrier_of, is_marked, is_name, is_quoted, said_in, taking_place
from wirecopy.findings.acts.nouns import conjuncts, core, joined, named_by
from wirecopy.findings.acts.said import asked, blamed
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.acts.uttered import charged, menaced, turned_down
from wirecopy.findings.acts.verb_objects import (
    VERBAL,
    deed_of,
    is_listed,
    is_untensed,
    oblique_of,
    particles_of,
    thing_meant,
    with_particle,
)
from wirecopy.findings.acts.verb_sides import striker
from wirecopy.findings.acts.verb_tests import fits

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an act. `token` heads them; `carrier` is the light verb of a noun; `tokens` are all of them."""

    token: Token
    tokens: tuple[Token, ...]
    pattern: VerbPattern | NounPattern
    frame: Frame | None
    carrier: Token | None = None


def triggers(doc: Doc) -> Iterator[Trigger]:
    """Every act that the words of a report name, in text order. An object that a verb's line takes in is no second act."""
    taken: set[int] = set()
    late: list[Trigger] = []
    named: list[Token] = []
    by_verb, by_noun = verbs(), nouns()
    for token in doc:
        kind = token.pos_
        if token.i in taken or token.ent_type_ == "DATE":
            continue
        if kind in VERBAL and whole_verb(token) in by_verb and token.dep_ not in ("amod", "aux", "auxpass", "compound"):
            found = _verb(token)
            if found is not None:
                taken.update(part.i for part in found.tokens)
                late.append(found)
        elif (
            (kind in ("NOUN", "PROPN") or joined(token))
            and named_by(token) in by_noun
            and token.dep_ not in ("compound", "amod", "npadvmod")
        ):
            named.append(token)
    late += [found for token in named if token.i not in taken and (found := _noun(token)) is not None]
    threats = {trigger.token.i for trigger in late if trigger.pattern.act == "THREATEN"}
    yield from sorted((one for one in late if not _only_threatened(one, threats)), key=lambda trigger: trigger.token.i)


def _only_threatened(trigger: Trigger, threats: set[int]) -> bool:
    """ "threatened to quit the talks" is a threat; only what would harm is worth telling beside it."""
    verb = trigger.token
    return verb.dep_ == "xcomp" and verb.head.i in threats and trigger.pattern.act not in grammar("harmful")


def whole_verb(token: Token) -> str:
    """The lemma of a verb, in one with what a hyphen parts from it where that is a verb too: "test-fire"."""
    lemma = token.lemma_.lower()
    if token.i > 1 and token.nbor(-1).text == "-":
        whole = f"{token.nbor(-2).lower_}-{lemma}"
        return whole if whole in verbs() else lemma
    return lemma


def _verb(token: Token) -> Trigger | None:
    lines = verbs().get(whole_verb(token))
    if not lines or is_listed(token):
        return None
    found = frame(token)
    if found.object is not None and f"{token.lemma_} {found.object.lemma_}".lower() in grammar("idioms"):
        return None
    granted = _granted(token, found)
    for line in lines:
        whole = with_particle(token, line, granted if granted is not None and line.object == "class" else found)
        if line.act == "ASSAULT" and is_waged(whole):
            continue
        if fits(token, line, whole):
            return Trigger(token, tuple(_verb_tokens(token, line, whole)), line, _whole(token, line, whole))
    return None


def _granted(token: Token, found: Frame) -> Frame | None:
    """ "Inspectors were denied access": what somebody was given or denied, and he as the one to whom it was done."""
    goods = next((child for child in token.children if child.dep_ == "dobj"), None)
    surface = any(child.dep_ == "nsubjpass" for child in token.children)
    if goods is None or not surface or token.lemma_ not in grammar("grants"):
        return None
    giver = found.subject or next(iter(prepositions_of(goods).get("by", ())), None)
    return replace(found, subject=giver, object=goods, dative=found.object, passive=False)


def pattern_of(verb: Token) -> VerbPattern | None:
    """The line of the lexicon that a verb with its words fits; None where it names no act."""
    found = _verb(verb)
    return found.pattern if found is not None and isinstance(found.pattern, VerbPattern) else None


def _whole(token: Token, line: VerbPattern, found: Frame) -> Frame:
    """The frame of all the words: of "failed to reach a deal with Chad" too, and of whom a demand is said."""
    if "must" in line.marks:
        return replace(found, object=asked(token))
    if "blame" in line.marks:
        return replace(found, object=blamed(token))
    if "menace" in line.marks:
        return replace(found, object=menaced(token))
    if "plot" in line.marks:
        return replace(found, object=charged(token))
    if "refusal" in line.marks:
        return replace(found, object=turned_down(token))
    if "ultimatum" in line.marks:
        return replace(found, object=found.dative or found.object)
    if "received" in line.marks:
        behind = (prepositions_of(found.object) if found.object is not None else {}) | found.prepositions
        giver = behind.get("from", behind.get("among", (None,)))[0]
        return replace(found, subject=giver, object=found.subject, prepositions={})
    if "suffered" in line.marks:
        return replace(found, subject=striker(line, found), object=found.subject, prepositions={}, passive=False)
    shut_in = {"all", "passive"} <= line.marks and "with" in line.prepositions  # "was closeted with Khan"
    if shut_in or _is_misread(token, line, found):
        return replace(found, subject=found.object, object=None, passive=False)
    if "blow" in line.marks and found.subject is not None and core(found.subject).lemma_.lower() in grammar("blows"):
        by = prepositions_of(found.subject)
        return replace(found, subject=next((one for name in ("by", "of") for one in by.get(name, ())), None))
    venue = (one for one in found.prepositions.get("as", ()) if one.lemma_.lower() in grammar("venues"))
    if token.lemma_ == "offer" and next(venue, None) is not None:
        return replace(found, object=None)  # "offered Lima as a venue" to those who are to talk
    if found.object is not None and (meant := thing_meant(found.object, line)) is not None:
        found = replace(found, object=meant)
    doer = _announced(token, line, found) or _author(token, found)
    if doer is not None:
        found = replace(found, subject=doer)
    deed = deed_of(token, line)
    if line.object != "deed" or deed is None:
        return found
    inner = frame(deed)
    return replace(
        found,
        object=found.object or found.dative or inner.object,
        prepositions={**inner.prepositions, **found.prepositions},
    )


def _announced(token: Token, line: VerbPattern, found: Frame) -> Token | None:
    """Who does what he announces in the passive: "Chad and Mali announced that two banks would be cut off"."""
    clause = token.dep_ == "ccomp" and token.head.lemma_ in grammar("announces") and line.act in grammar("decreed")
    ahead = is_untensed(token) or any(
        child.dep_ == "aux" and child.lower_ in ("will", "would") for child in token.children
    )
    return subject(token.head) if clause and ahead and found.passive and found.subject is None else None


def _author(token: Token, found: Frame) -> Token | None:
    """Whose decree or order does it: "Khan's decree bans", "signed an order that bars"."""
    by = found.subject
    if by is None or found.passive or by.lemma_.lower() not in grammar("instruments"):
        return None
    owner = next((child for child in by.children if child.dep_ == "poss"), None)
    given = token.dep_ in ("relcl", "acl") and by.dep_ == "dobj" and by.head.lemma_ in grammar("gives_orders")
    return owner or (subject(by.head) if given else None)


def _is_misread(token: Token, line: VerbPattern, found: Frame) -> bool:
    """ "A report called for sanctions": where nothing can be the object, a participle is a past tense misread."""
    helped = any(child.dep_ in ("auxpass", "nsubjpass", "agent", "aux") for child in token.children)
    return found.passive and not helped and line.act in grammar("uttered") and line.object in ("none", "oblique")


def _verb_tokens(token: Token, line: VerbPattern, found: Frame) -> Iterator[Token]:
    yield token
    if line.particle:
        yield from particles_of(token, line.particle)[:1]
    oblique = oblique_of(token, line, found) if line.object == "oblique" else None
    deed = deed_of(token, line) if line.object == "deed" else None
    yield from (one for one in (oblique, deed) if one is not None)
    if deed is not None:
        yield from (child for child in deed.children if child.dep_ == "dobj" and named_by(child) in nouns())
    if line.object == "class" and "obj" not in line.marks and found.object is not None:
        yield found.object
        inner = core(found.object)
        if inner.i != found.object.i:
            yield inner
        yield from (one for one in conjuncts(found.object)[1:])


def _noun(token: Token) -> Trigger | None:
    lines = nouns().get(named_by(token), ())
    if token.dep_ in ("compound", "amod", "npadvmod") or token.ent_type_ in ("PERSON", "GPE", "WORK_OF_ART"):
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "as":  # "described it as an attack" is a name for it
        return None
    if is_name(token) or is_quoted(token):
        return None
    carrier = carrier_of(token) or taking_place(token)
    for line in lines:
        if line.act == "ASSAULT" and is_figure(token):
            continue
        if line.act == "ACCUSE" and any(child.lower_ in grammar("clinical") for child in token.children):
            continue  # "a safety trial"
        if line.act == "MOBILIZE" and any(child.lower_ == "permanent" for child in token.children):
            continue  # "returned to their places of permanent deployment"
        if is_marked(token, line) and not ("light" in line.marks and carrier is None and said_in(token) is None):
            return Trigger(token, (token,), line, None, arrival(token) if "arrives" in line.marks else carrier)
    return None
