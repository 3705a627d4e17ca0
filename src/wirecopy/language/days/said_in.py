"""The day of what somebody said it in, where it stands behind his words: "he said Chad must pay in a speech on Monday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.language.clauses import tense
from wirecopy.language.cue_words import is_cue
from wirecopy.language.media import medium
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

# What may stand between the medium and its day, and the words of a sentence in which it is looked for.
BEFORE_DAY = re.compile(
    r"\b(?:in|at|during|via) (?:an?|his|her|its|their|the) (?:[\w'’-]+ ){1,5}?(?:late |early )?(?:on )?$"
)
NEAR = 20  # tokens: the text of a whole report costs too much to be put together for each of its days
STEPS = 6


def cue_of(day: Token, verb: Token) -> Token | None:
    """The verb of saying to which a day belongs that the parse hangs on a verb of what was said; None for no such day.

    Of "said that he met her at a conference on Monday" nobody knows, so what was said must be no deed that is past; nor one
    that may itself be done there: "said that she would announce it in a speech on Monday".
    """
    found = BEFORE_DAY.search(day.doc[max(0, day.i - NEAR) : day.i].text_with_ws)
    if found is None or medium(found[0]) is None or tense(verb) in ("past", "pluperfect", "perfect"):
        return None
    if is_cue(verb, "clause") or verb.lemma_.lower() in load("media")["uttering"]:
        return None
    for _ in range(STEPS):
        over = verb.head
        if verb.dep_ == "ccomp" and is_cue(over, "clause"):
            return over if over.i < verb.i and tense(over) == "past" else None
        if verb.dep_ not in ("xcomp", "ccomp", "conj", "advcl") or over.i == verb.i:
            return None
        verb = over
    return None
