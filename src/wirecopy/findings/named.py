"""The actors that one word names, and whose words it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.actors.who import actors_of, mention_of
from wirecopy.model import Actor, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


def named_at(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors of one token, not of what is joined to it."""
    if any(child.dep_ == "conj" for child in token.children) or token.dep_ in ("amod", "compound", "nmod", "poss"):
        mention = mention_of(passage, token)
        return (mention.actor,) if mention is not None and mention.actor is not None else ()
    return actors_of(passage, token)


def speaker_at(passage: Passage, position: int) -> tuple[Actor, ...]:
    """Who is quoted or paraphrased where a character stands, nearest to the words first.

    Of words by which somebody speaks it is whoever tells that he does: "Paz agreed to wait, an aide said".
    """
    best: tuple[int, tuple[Actor, ...]] | None = None
    for attribution in passage.attributions:
        for words in attribution.words:
            if words.start <= position < words.end and attribution.speaker is not None:
                size = words.end - words.start
                if best is None or size < best[0]:
                    best = size, (attribution.speaker, *attribution.said_by)
    telling = (one.said_by for one in passage.attributions if one.cue and one.cue.start <= position < one.cue.end)
    return best[1] if best else next(telling, ())
