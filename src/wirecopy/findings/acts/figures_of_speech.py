"""Blows that are none: a price war, an attack in words, another round of sanctions that is fired."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wirecopy.findings.acts.described import groups
from wirecopy.findings.acts.frames import Frame, prepositions_of
from wirecopy.findings.acts.lexicon import classes, grammar, nouns
from wirecopy.findings.acts.nouns import core

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_figure(noun: Token) -> bool:
    """Whether an attack is a figure of speech: "a price war", "a war on drugs"."""
    at = prepositions_of(noun)
    aims = (one for name in ("on", "against") for one in at.get(name, ()))
    before = {child.lemma_.lower() for child in noun.children if child.dep_ in ("compound", "amod")}
    if any(one.lemma_.lower() in grammar("wordy") for one in at.get("of", ())):
        return True  # "a war of words"
    if bool(before & grammar("figurative")) or any(one.lemma_.lower() in grammar("abstract") for one in aims):
        return True
    return _is_waged_on_thing(noun, at)


def is_waged(found: Frame) -> bool:
    """Whether war is waged on what nobody can fight: "are waging war on diabetes"."""
    return found.object is not None and _is_waged_on_thing(
        found.object, prepositions_of(found.object) | found.prepositions
    )


def _is_waged_on_thing(noun: Token, at: Mapping[str, tuple[Token, ...]]) -> bool:
    aims = [core(one) for name in ("on", "against") for one in at.get(name, ())]
    foes = groups() | classes()["troops"] | classes()["site"] | grammar("foes")
    waged = noun.lemma_.lower() in ("war", "battle", "crusade") and bool(aims)
    return waged and all(one.pos_ == "NOUN" and not one.ent_type_ and one.lemma_.lower() not in foes for one in aims)


def measures_other(noun: Token) -> bool:
    """Whether what is fired or launched is only the measure of an act that hurts nobody: "fires another round of sanctions"."""
    inner = core(noun)
    of_people = noun.pos_ == "NUM" or inner.lemma_.lower() in classes()["troops"]  # "one of its patrols"
    lines = nouns().get(inner.lemma_.lower(), ()) if inner.i != noun.i and not of_people else ()
    return bool(lines) and all(line.act != "ASSAULT" for line in lines)


def is_of_words(noun: Token) -> bool:
    """Whether an attack is one of words: "a scathing attack", "led the attack on it, calling it a farce"."""
    if any(child.lemma_.lower() in grammar("verbal") for child in noun.children):
        return True
    over = noun.head
    told = [child for child in over.children if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > noun.i]
    return noun.dep_ == "dobj" and any(child.lemma_.lower() in grammar("calls") for child in told)
