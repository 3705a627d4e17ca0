"""What is told of what somebody said: "Roe vowed to stay, according to CNN", "Roe promised, said an aide, that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.cue_words import is_cue
from wirecopy.language.sheet import Utterance
from wirecopy.language.speech.speakers import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def retold(found: list[Utterance]) -> list[Utterance]:
    """The utterances, each with who tells of it, and without those that do nothing else."""
    return _according([_within(said) for said in found])


def _within(said: Utterance) -> Utterance:
    """What somebody is told to have said, of which the parse knows only the teller: "Roe promised, said an aide, that …"."""
    promised = _interrupted(said.cue) if said.cue is not None and said.frame == "clause" else None
    who = own_subject(promised) if promised is not None else None
    return said if who is None else said._replace(cue=promised, speaker=who, teller=said)


def _interrupted(verb: Token) -> Token | None:
    """The cue before one between commas, which is left without what was said: it stands behind the second comma."""
    before = next((c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i), None)
    before = verb.head if before is None and verb.dep_ == "parataxis" and verb.head.i < verb.i else before
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if before is None or clause is None or not is_cue(before, "clause"):
        return None
    doc, start = verb.doc, clause.left_edge.i
    parted = doc[before.i + 1].text == "," and doc[start - 1].text == "," and doc[start].lower_ == "that"
    bare = not any(child.dep_ in ("ccomp", "xcomp", "dobj") and child.i < verb.i for child in before.children)
    return before if parted and bare else None


def _according(found: list[Utterance]) -> list[Utterance]:
    """The utterances without those that only tell who reports another one: "Roe vowed to stay, according to CNN, and …".

    What Roe vowed goes on behind the report's own words, which are cut out of it; CNN tells of it.
    """
    said, dropped = list(found), set()
    for at, outer in enumerate(found):
        if outer.cue is None or outer.cue.lower_ != "according":
            continue
        for n in range(max(0, at - 3), min(len(found), at + 4)):
            inner, (start, end) = said[n], outer.phrase
            whole = next((p for p in inner.pieces if p[0] < start and end <= p[1]), None) if n != at else None
            if whole is None or inner.frame == "quote":
                continue
            behind = (end + 2, whole[1]) if end + 2 < whole[1] else None
            cut = ((whole[0], start - 2), *((behind,) if behind else ()))
            pieces = tuple(piece for p in inner.pieces for piece in (cut if p == whole else (p,)))
            said[n] = inner._replace(pieces=pieces, teller=outer)
            dropped.add(at)
    return [one for at, one in enumerate(said) if at not in dropped]
