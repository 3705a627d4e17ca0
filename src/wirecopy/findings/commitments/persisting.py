"""What goes on as before: will continue to help, would keep supplying gas, the vote will be held as planned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.dire import is_bystander, stands
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, negated, speaker_of
from wirecopy.findings.commitments.futures import is_mused
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.commitments.tellers import teller
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRM = frozenset(("will", "would", "shall", "'ll", "’ll"))
_AS_PLANNED = re.compile(
    r"\bas (?:planned|scheduled|agreed|intended|announced|arranged|foreseen)\b|\bon (?:schedule|time)\b"
    r"|\b(?:whatever|regardless|irrespective|despite|no matter|in any (?:case|event)|anyway|undeterred)\b",
    re.IGNORECASE,
)


def persisting(scene: Scene) -> Iterator[Draft]:
    """Every deed that a sentence tells as going on, or being held as planned, by the word of whoever answers for it."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, word, _ in scene.words:
        if word not in _FIRM or token.tag_ != "MD":
            continue
        verb = token.head
        inside = any(c.start <= verb.idx < c.end for c in scene.conditions)
        if verb.tag_ not in ("VB", "VBN") or inside or negated(verb) or _hangs(verb):
            continue
        told = teller(scene, token)
        if told is None or is_watcher(told) or is_bystander(told) or not stands(told):
            continue
        if is_mused(verb, told):
            continue
        yield from _going_on(scene, token, verb, told)
        yield from _held(scene, token, verb, told)


def _hangs(verb: Token) -> bool:
    """Is it told in passing, of a noun? "On the same day that …" belongs to the telling."""
    aside = verb.dep_ in ("relcl", "advcl", "acl")
    return aside and not (verb.dep_ == "relcl" and verb.head.lemma_ in ("day", "morning", "evening", "night", "week"))


def _of_firm(scene: Scene, doer: Token, told: Voice) -> tuple[Party, ...]:
    """The speaker, for a foreign firm that works by his leave: "Oilco would go on drilling, the minister said"."""
    party = scene.parties.named(doer)
    return speaker_of(told) if party is not None and party[0].kind == "organisation" else ()


def _going_on(scene: Scene, modal: Token, verb: Token, told: Voice) -> Iterator[Draft]:
    """would continue its support; will keep supplying gas; their partnership would go on as long as the ship stayed."""
    deed, doer = _continued(verb), subject(verb)
    thing = doer if deed is None and _is_bare(verb) else None
    about = deed if deed is not None else thing
    if about is None or doer is None or doer.lower_ in ("this", "that", "which", "there"):
        return
    kind = _kind(about)
    by = side(scene, doer, told) or _of_firm(scene, doer, told)
    if thing is not None and kind is None and thing.lower_ == "it" and scene.conditions:
        kind = "promise"  # "it would go on for as long as the ship stayed": what was just told of
    if thing is not None:
        by = speaker_of(told)
    if kind is None or not by:
        return
    start = thing.left_edge.idx if thing is not None and thing.pos_ == "NOUN" else verb.idx
    yield _draft(scene, modal, verb, kind, (start, told), by)


def _continued(verb: Token) -> Token | None:
    """What is gone on with: continue to work, its support; keep supplying; go on working."""
    lemma = verb.lemma_
    if lemma == "continue":
        near = (c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "dobj"))
        return next((c for c in near if c.pos_ in ("VERB", "NOUN")), None)
    if lemma == "keep":
        near = (c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "ccomp", "dobj"))
        return next((c for c in near if c.tag_ == "VBG"), None)
    on = next((c for c in verb.children if lemma == "go" and c.lower_ == "on"), None)
    if on is None:
        return None
    behind = (*on.children, *(c for c in verb.children if c.i > on.i))
    return next((c for c in behind if c.tag_ == "VBG"), None)


def _is_bare(verb: Token) -> bool:
    """Does it go on by itself: "would continue", "will go on"?"""
    alone = not any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)
    return alone and (
        verb.lemma_ == "continue" or (verb.lemma_ == "go" and any(c.lower_ == "on" for c in verb.children))
    )


def _kind(about: Token) -> str | None:
    """A promise of what is kept up for others, a threat of a harm that will not end; None of what binds nobody."""
    lemma = about.lemma_.lower()
    if about.pos_ in ("NOUN", "PROPN"):
        return "threat" if lemma in lists("kept up against") else "promise" if lemma in lists("kept up") else None
    fights_for = lemma == "fight" and any(c.lower_ == "for" for c in about.children)
    if fights_for or lemma in lists("sustaining"):
        return "promise"
    return "threat" if lemma in lists("striking") - {"drown", "bury", "sweep"} else None


def _held(scene: Scene, modal: Token, verb: Token, told: Voice) -> Iterator[Draft]:
    """The vote would be held on Sunday as planned; will go ahead whatever the court decides."""
    thing = subject(verb)
    if thing is None or thing.lemma_.lower() not in lists("occasions held") or not speaker_of(told):
        return
    ahead = verb.lemma_ in ("go", "press", "push", "move") and any(
        c.lower_ in ("ahead", "forward") for c in verb.children
    )
    held = verb.lemma_ in ("hold", "take", "happen", "occur", "stage")
    action = stretch(scene, verb, told.end, thing.left_edge.idx)
    if ahead or verb.lemma_ == "proceed" or (held and _AS_PLANNED.search(scene.text, *action)):
        yield _draft(scene, modal, verb, "promise", (thing.left_edge.idx, told), speaker_of(told))


def _draft(
    scene: Scene, modal: Token, verb: Token, kind: str, words: tuple[int, Voice], by: tuple[Party, ...]
) -> Draft:
    start, told = words
    action = stretch(scene, verb, told.end, start)
    condition = condition_for(scene, action, (told.start, max(told.end, scene.sentence.end_char)))
    to = targets(scene, told, by, None, action)
    return Draft(kind, action, condition.words if condition else None, by, to, verb, modal.text, told)
