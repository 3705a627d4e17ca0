"""The occasion that a pronoun means: "The exercise began on Thursday. It will end on 20 June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.diary_words import acts, is_held, is_part, listed, with_particle
from wirecopy.findings.acts.subjects import is_passive, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

# The pronouns for one occasion and for several, by the tags of nouns.
PRONOUNS = {"it": ("NN", "NNP"), "this": ("NN", "NNP"), "they": ("NNS", "NNPS"), "these": ("NNS", "NNPS")}


def is_pronoun(token: Token) -> bool:
    """Whether a subject may stand for an occasion."""
    return token.lower_ in PRONOUNS


def recalled(verb: Token) -> Token | None:
    """The noun of the sentence before that is the subject of being held, begun, moved; None where it may be another."""
    doer = subject(verb)
    if doer is None or doer.lower_ not in PRONOUNS or doer.sent != verb.sent or not _is_said_of_occasions(verb):
        return None
    before = verb.doc[verb.sent.start - 1].sent if verb.sent.start else None
    named = [
        token
        for token in before or ()
        if token.lemma_.lower() in acts() and token.tag_ in PRONOUNS[doer.lower_] and not is_part(token)
    ]
    alike = {token.lemma_.lower() for token in named}
    return named[-1] if len(alike) == 1 else None


def _is_said_of_occasions(verb: Token) -> bool:
    """Whether only an occasion can be the subject: it lasts, takes place, is held or is postponed."""
    if any(child.dep_ in ("dobj", "xcomp", "ccomp") and child.lower_ != "place" for child in verb.children):
        return False
    moved = with_particle(verb) in listed("moved") | listed("cancelled")
    return verb.lemma_ in listed("lasts") or ((is_held(verb) or moved) and (is_passive(verb) or verb.lemma_ == "take"))
