"""Blows that are none: a price war, an attack in words, another round of sanctions that is fired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.frames import (
    core,
    prepositions_of,
)
from wirecopy.findings.lexicon import grammar, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_figure(noun: Token) -> bool:
    """Whether an attack is a figure of speech: "a price war", "a war on drugs"."""
    at = prepositions_of(noun)
    aims = (one for name in ("on", "against") for one in at.get(name, ()))
    before = {child.lemma_.lower() for child in noun.children if child.dep_ in ("compound", "amod")}
    if any(one.lemma_.lower() in grammar("wordy") for one in at.get("of", ())):
        return True  # "a war of words"
    return bool(before & grammar("figurative")) or any(one.lemma_.lower() in grammar("abstract") for one in aims)


def measures_other(noun: Token) -> bool:
    """Whether what is fired or launched is only the measure of an act that hurts nobody: "fires another round of sanctions"."""
    lines = nouns().get(core(noun).lemma_.lower(), ()) if core(noun).i != noun.i else ()
    return bool(lines) and all(line.act != "ASSAULT" for line in lines)


def is_of_words(noun: Token) -> bool:
    """Whether an attack is one of words: "a scathing attack", "led the attack on it, calling it a farce"."""
    if any(child.lemma_.lower() in grammar("verbal") for child in noun.children):
        return True
    over = noun.head
    told = [child for child in over.children if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > noun.i]
    return noun.dep_ == "dobj" and any(child.lemma_.lower() in grammar("calls") for child in told)
