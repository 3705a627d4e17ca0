"""Demands put on paper: the draft treaty that somebody publishes "would bar" or "would oblige" others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.complements import complement
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, negated
from wirecopy.findings.commitments.stretches import stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice
from wirecopy.language.actors import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(("they", "it", "that", "which"))


def papers(scene: Scene) -> Iterator[Draft]:
    """What a draft would oblige others to do is a demand of whoever put it forward."""
    binding = lists("binding")
    for token, _, lemma in scene.words:
        if lemma not in binding or token.pos_ != "VERB":
            continue
        if not any(c.lower_ == "would" and c.dep_ == "aux" for c in token.children):
            continue
        doer = subject(token)
        if doer is None or not (doer.lemma_.lower() in lists("papers") or doer.lower_ in _PRONOUNS):
            continue
        by = _owner(scene, doer) or scene.papers
        told = voice(scene.parties, token)
        if not by or (told is not None and is_watcher(told)) or any(c.dep_ == "neg" for c in token.children):
            continue
        for verb in (token, *(v for v in token.conjuncts if v.tag_ == "VB" and v.lemma_ in binding)):
            yield _demand(scene, verb, by)
    for token, _, lemma in scene.words:
        if lemma in lists("stipulating") and token.tag_ == "VBZ" and scene.papers:
            yield from _stipulated(scene, token)


def written(scene: Scene, told: Voice) -> Voice:
    """The voice with whoever wrote the paper that speaks: "Hungary will be forced to respond," it says."""
    doer = subject(told.cue) if told.cue is not None else None
    if told.actor is not None or doer is None or not scene.papers or not _speaks(scene, doer):
        return told
    actor, span = scene.papers[0]
    return told._replace(actor=actor, span=span)


def _speaks(scene: Scene, doer: Token) -> bool:
    """Is it the paper just told of: "it", where nobody is meant by that, "the reply"?"""
    named = doer.lower_ == "it" or doer.lemma_.lower() in lists("papers") | lists("letters")
    return named and scene.parties.named(doer) is None


def _stipulated(scene: Scene, verb: Token) -> Iterator[Draft]:
    """It demands that all troops be withdrawn: a demand of whoever wrote the paper."""
    doer = subject(verb)
    found = complement(scene, verb, ("clause", "assurance", "deed"))
    if doer is None or found is None or not _speaks(scene, doer) or negated(verb):
        return
    deed, start, other = found
    action = stretch(scene, deed, scene.sentence.end_char, start)
    to = (other,) if other is not None else targets(scene, None, scene.papers, None, action)
    yield Draft("demand", action, None, scene.papers, to, deed, verb.text)


def _demand(scene: Scene, verb: Token, by: tuple[Party, ...]) -> Draft:
    """oblige NATO to withdraw: the deed of the one obliged, else the binding verb with its object."""
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    deed = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB"), None)
    whom = whom or (next((c for c in deed.children if c.dep_ == "nsubj"), None) if deed is not None else None)
    to = scene.parties.named(whom) if whom is not None and deed is not None else None
    action = stretch(scene, deed if deed is not None else verb, scene.sentence.end_char)
    return Draft("demand", action, None, by, (to,) if to else (), verb, "would")


def issuers(scene: Scene) -> tuple[Party, ...]:
    """Who puts forward a draft in a sentence; nobody where there is none."""
    nouns, letters = lists("papers"), lists("letters")
    for token, _, lemma in scene.words:
        if lemma in nouns and token.pos_ == "NOUN" and (by := _owner(scene, token)):
            return by
        if lemma in letters and token.pos_ == "NOUN" and (by := _of_country(token)):
            return by
    return ()


def _of_country(letter: Token) -> tuple[Party, ...]:
    """Whose it is by its adjective: the long-awaited Hungarian reply."""
    said = {c.text for c in letter.children if c.dep_ == "amod"}
    code = next((code for code, adjective in gazetteer.adjectives().items() if adjective in said), None)
    state = gazetteer.load().actors.get(code) if code else None
    return ((state, None),) if state is not None else ()


def _owner(scene: Scene, paper: Token) -> tuple[Party, ...]:
    """Whose draft: who publishes it, "the text that Hanoi handed over", "Hanoi's draft"."""
    verbs = [c for c in paper.children if c.dep_ == "relcl"]
    up = paper.head
    while up.dep_ in ("conj", "pobj", "prep", "appos") and up.head != up and up.pos_ != "VERB":
        up = up.head
    if paper.dep_ in ("dobj", "pobj", "conj", "appos"):
        verbs.append(up)
    for verb in verbs:
        if verb.lemma_.lower() not in lists("issuing") or any(c.dep_ == "auxpass" for c in verb.children):
            continue
        doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
        party = scene.parties.named(doer) if doer is not None else None
        if party:
            return (party,)
    owner = next((c for c in paper.children if c.dep_ == "poss"), None)
    party = scene.parties.named(owner) if owner is not None else None
    return (party,) if party else ()
