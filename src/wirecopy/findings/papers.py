"""Demands put on paper: the draft treaty that somebody publishes "would bar" or "would oblige" others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.counted import subject
from wirecopy.findings.drafts import Draft, Party, Scene, stretch
from wirecopy.findings.voices import is_watcher, lists, voice

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
    nouns = lists("papers")
    for token, _, lemma in scene.words:
        if lemma in nouns and token.pos_ == "NOUN" and (by := _owner(scene, token)):
            return by
    return ()


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
