"""What would cross a red line: what is called one, what stands behind its colon, each of several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, Stretch, whole
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs by which something is called a red line.
CALLING = frozenset(("regard", "consider", "see", "view", "treat", "call", "describe", "declare"))


def crossings(scene: Scene, line: Token, hit: re.Match[str], told: Voice | None) -> Iterator[Stretch]:
    """What would cross the line: the subject, the object of regarding, what follows a colon, or the imperative before "and"."""
    text, end = scene.text, min(told.end if told else scene.sentence.end_char, scene.sentence.end_char)
    colon = text.find(":", hit.end(), end)
    verb = next((up for up in (line, *line.ancestors) if up.pos_ in ("VERB", "AUX")), None)
    if colon >= 0:
        yield colon + 1 + (len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip())), len(text[:end].rstrip(' .\n”"'))
        return
    if verb is None:
        return
    if verb.lemma_ in CALLING:
        thing = _called(verb, line)
        if thing is not None:
            yield thing.left_edge.idx, _end(thing, line) if thing.i > verb.i else whole(thing)[1]
        return
    if (drawn := _drawn_at(verb, line)) is not None:
        yield whole(drawn)
        return
    doer = _top_subject(verb)
    if doer is not None and doer.lower_ in ("you", "they", "it", "he", "she", "we"):
        first = told.start if told else scene.sentence.start_char
        joint = next(
            (t for t in line.doc[scene.sentence.start : doer.i] if t.lower_ in ("and", ",") and t.idx > first), None
        )
        condition = condition_for(scene, (hit.start(), hit.end()), (first, end))
        if condition or joint is not None:
            yield (
                condition.words
                if condition
                else (first, len(text[: joint.idx].rstrip()) if joint is not None else first)
            )
        return
    if doer is not None and (named := _named_behind(doer, line)) is not None:
        yield whole(named)
    elif doer is not None and doer.lower_ not in ("there", "that", "this"):
        yield from _each(scene, doer)


def _drawn_at(verb: Token, line: Token) -> Token | None:
    """What a line is drawn at: new bases in the north."""
    links = (
        c for c in (*verb.children, *line.children) if c.lower_ in ("at", "on", "over", "against") and c.i > line.i
    )
    goods = (o for c in links for o in c.children if o.dep_ in ("pobj", "pcomp"))
    return next(goods, None) if verb.lemma_ in ("draw", "set", "lay") else None


def _called(verb: Token, line: Token) -> Token | None:
    """What is called so: the object of the calling, what is taken for the subject of "an act", or a passive's subject."""
    inner = next(
        (c for c in (*line.children, *line.head.children) if c.dep_ == "nsubj" and verb.i < c.i < line.i), None
    )
    near = (c for c in verb.children if c.dep_ in ("dobj", "nsubj") and verb.i < c.i < line.i)
    done = (c for c in verb.lefts if c.dep_ in ("nsubjpass", "csubjpass"))
    return inner or next(near, None) or next(done, None)


def _end(thing: Token, line: Token) -> int:
    """Where what is called so ends: before "as an act of war", which the parse may make a part of it."""
    behind = next((t for t in line.doc[thing.i : line.i] if t.lower_ == "as"), None)
    return len(thing.doc.text[: behind.idx].rstrip()) if behind is not None else whole(thing)[1]


def _named_behind(doer: Token, line: Token) -> Token | None:
    """What the line is, told behind it: "there is one red line, and that is a ban on tea"?"""
    if doer.lower_ != "there":
        return None
    verbs = (t for t in line.doc[line.i : doer.sent.end] if t.lemma_ == "be" and t.i > line.i)
    verb = next((v for v in verbs if any(c.lower_ in ("that", "this", "it") for c in v.lefts)), None)
    return next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None) if verb is not None else None


def _top_subject(verb: Token) -> Token | None:
    """The subject of the clause that names the line; "means crossing a line" has it one verb higher."""
    own = next((c for c in verb.lefts if c.dep_ in ("nsubj", "csubj", "nsubjpass")), None)
    return own if own is not None or verb.head == verb else subject(verb)


def _each(scene: Scene, doer: Token) -> Iterator[Stretch]:
    """A subject's parts, each a line of its own: "A, as well as B, are red lines"."""
    start, end = whole(doer)
    text = scene.text
    for part in re.split(r"(,?\s+(?:as\s+well\s+as|and\s+also)\s+)", text[start:end]):
        if not re.fullmatch(r",?\s+(?:as\s+well\s+as|and\s+also)\s+", part):
            stripped = part.strip(" ,")
            at = start + part.find(stripped)
            if stripped:
                yield at, at + len(stripped)
        start += len(part)


def would_call(word: Token) -> bool:
    """Is it what somebody would or does regard something as, and not what he called a deed that was done?"""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX") and up.i < word.i), None)
    now = verb is not None and (verb.tag_ in ("VBZ", "VBP") or any(c.tag_ == "MD" for c in verb.children))
    return verb is not None and now and verb.lemma_ in CALLING


def calls_war(verb: Token) -> bool:
    """Is a deed called an act of war by this verb ("would be treated as"), so that it is a red line?"""
    acts = (t for t in verb.subtree if t.lemma_ in ("act", "declaration") and t.i > verb.i)
    kinds = (o.lower_ for t in acts for c in t.children if c.lower_ == "of" for o in c.children)
    return verb.lemma_ in CALLING and any(kind in ("war", "aggression") for kind in kinds)


def unnamed(word: Token) -> Token | None:
    """The verb of "would consider it an act of war", which names no deed."""
    verb = next((up for up in word.ancestors if up.lemma_ in CALLING and up.i < word.i), None)
    return verb if verb is not None and verb.nbor().lower_ in ("it", "this", "that") else None


def taken_for_war(scene: Scene, verb: Token, by: tuple[Party, ...], told: Voice | None) -> Iterator[Draft]:
    """They would consider it a declaration of war if troops came: "it" is what stands in the condition."""
    action = stretch(scene, verb, scene.sentence.end_char)
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    if condition is not None:
        to = targets(scene, told, by, condition, None)
        yield Draft("threat", action, condition.words, by, to, verb, "would", told)
