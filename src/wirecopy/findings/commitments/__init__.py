"""Commitments: threats, promises, demands, red lines, refusals and offers, with who makes them to whom, on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wirecopy.findings.commitments.alternatives import parted
from wirecopy.findings.commitments.announced import announced
from wirecopy.findings.commitments.answers import answers
from wirecopy.findings.commitments.carried import (
    adding,
    done_so,
    told_before,
    with_before,
    with_foe,
    with_proviso,
    with_thing,
)
from wirecopy.findings.commitments.claimed import claimed
from wirecopy.findings.commitments.conditions import conditions
from wirecopy.findings.commitments.counterparts import answered, feared
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, Stretch
from wirecopy.findings.commitments.futures import futures
from wirecopy.findings.commitments.hearers import heard
from wirecopy.findings.commitments.idioms import idioms
from wirecopy.findings.commitments.insisting import insisting
from wirecopy.findings.commitments.intentions import intentions
from wirecopy.findings.commitments.lines import lines
from wirecopy.findings.commitments.loyalty import loyalty
from wirecopy.findings.commitments.musts import duties
from wirecopy.findings.commitments.openings import openings
from wirecopy.findings.commitments.papers import issuers, papers
from wirecopy.findings.commitments.persisting import persisting
from wirecopy.findings.commitments.phrases import phrases
from wirecopy.findings.commitments.pledges import pledges
from wirecopy.findings.commitments.prospects import prospects
from wirecopy.findings.commitments.terms import terms
from wirecopy.findings.commitments.unneeded import unneeded
from wirecopy.findings.finder import Finder
from wirecopy.findings.parties import Parties
from wirecopy.findings.voiced import can_speak, last_noun
from wirecopy.findings.voices import lists, table
from wirecopy.model import Actor, Claim, Passage
from wirecopy.notes import Notes

RULES = (
    lines,
    phrases,
    openings,
    insisting,
    answers,
    pledges,
    papers,
    idioms,
    prospects,
    terms,
    futures,
    intentions,
    announced,
    duties,
    loyalty,
    persisting,
    unneeded,
)  # the first rule that takes a stretch of words keeps it


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every commitment that a report tells of, one for each utterance; what has been done or is only expected is none."""
    parties = Parties(passage)
    text, before = passage.report.text, None
    asked: Draft | None = None
    last: Draft | None = None
    standing: tuple[int, Draft | None] = 0, None
    supposed: Stretch | None = None
    spoken: tuple[int, Draft | None] = 0, None
    owners: tuple[int, tuple[Party, ...]] = 0, ()
    foe = feared(parties)
    for number, sentence in enumerate(passage.doc.sents):
        if len(sentence) > 3:
            on = conditions(text, sentence, sentence.start_char, sentence.end_char)
            words = tuple((token, token.lower_, token.lemma_.lower()) for token in sentence)
            if number - standing[0] > _STANDS:
                standing = number, None
            writers = owners[1] if number - owners[0] <= _STANDS else ()
            scene = Scene(parties, sentence, on, before, words, asked, supposed, standing[1], writers)
            drafts = tuple(_apart(part for rule in RULES for draft in rule(scene) for part in parted(scene, draft)))
            drafts = tuple(with_foe(scene, adding(text, draft, sentence.start_char, last)) for draft in drafts)
            drafts = tuple(heard(scene, draft) for draft in drafts)
            told = tuple(one for one in (*reversed(drafts), asked) if one is not None)
            near = spoken[1] if number - spoken[0] <= _READS else None
            drafts = tuple(answered(scene, draft, foe, (one for one in told if one != draft), near) for draft in drafts)
            addressed = next((d for d in reversed(drafts) if d.to and d.kind in ("demand", "threat")), None)
            spoken = (number, addressed) if addressed else spoken
            drafts = tuple(_turned(scene, draft) for draft in drafts if not _is_empty(text, draft))
            for place, draft in enumerate(drafts):
                full = told_before(text, draft, (*reversed(drafts[:place]), asked, standing[1]))
                full = with_before(scene, done_so(scene, full))
                yield claimed(passage, with_thing(text, with_proviso(text, full, sentence.end_char)), FINDER.rule)
            last = next((draft for draft in reversed(drafts) if draft.condition), None)
            asked = next((d for d in reversed(drafts) if d.kind in ("demand", "threat") and d.action), None)
            demand = next((d for d in reversed(drafts) if d.kind == "demand" and d.action), None)
            standing = (number, demand) if demand else standing
            supposed = on[0].words if on and not drafts else None
            owners = (number, found) if (found := issuers(scene)) else owners
        before = sentence


def _turned(scene: Scene, draft: Draft) -> Draft:
    """The draft; a demand, where who may not be passed over says so himself: no decision on Fiji without Fiji."""
    found = _PASSED_OVER.search(scene.text, *draft.action) if draft.kind == "promise" and draft.action else None
    cue = draft.voice.cue if draft.voice else None
    if found is None or not draft.by or (cue is not None and cue.lemma_.lower() in table("told")):
        return draft
    near = (m.actor for m in scene.parties.within(found.end(), found.end() + 30) if m.actor)
    left_out = next(near, None)
    own = {one for actor, _ in draft.by for one in (actor.id, actor.country) if one}
    his = left_out is not None and bool({left_out.id, left_out.country} & own)
    return draft._replace(kind="demand", to=()) if his else draft


_PASSED_OVER = re.compile(r"\b(?:no|nothing|not|never)\b.{3,60}\bwithout (?:the )?", re.I)
_READS = 4  # sentences for which a readout goes on with what was said to the same one
_STANDS = 8  # sentences for which a demand, or a paper, can be meant by "the demand" and "it"
FINDER = Finder("commitments", 4, find)


def _is_empty(text: str, draft: Draft) -> bool:
    """Is it a bare "will respond" on no condition, which tells nothing, or does a thing make it (the pill promises)?"""
    if draft.by and not any(
        can_speak(actor) and not _is_private(actor) and not _is_mute(actor) for actor, _ in draft.by
    ):
        return True
    if draft.kind == "refusal" and draft.action and _POINTING.fullmatch(text[slice(*draft.action)].strip()):
        return True
    if draft.kind == "red line" and draft.condition and _WHICH.fullmatch(text[slice(*draft.condition)].strip()):
        return True
    bare = draft.action and text[slice(*draft.action)].strip().lower() in ("respond", "react", "answer", "act", "do so")
    return bool(bare) and draft.kind == "threat" and draft.condition is None


_POINTING = re.compile(
    r"(?:.{0,3}(?:not|n[’']t)\s+)?(?:\w+\s+to\s+)?do\s+(?:so|that|this|it)(?:\s+(?:yet|now|again|today))?", re.I
)
_WHICH = re.compile(r"(?:(?:each|all|both|some|any|none)\s+of\s+)?(?:which|them|it|that|this)", re.I)


_BEHIND = re.compile(r"\s(?:over|outside|inside|near|about|behind|between|against|at|around|within)\s")


def _is_mute(actor: Actor) -> bool:
    """Is it a thing or a happening that "threatens" or "calls": a screen, tensions, a series of actions?"""
    return actor.anonymous and last_noun(_BEHIND.split(actor.name)[0]) in lists("mute") | lists("unheard")


def _is_private(actor: Actor) -> bool:
    """Does somebody without a name act for nobody but himself: the fans, a mother, a shareholder?"""
    return actor.anonymous and actor.name.lower().split()[-1] in lists("private")


def _apart(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts whose words no earlier draft has taken."""
    taken: list[Stretch] = []
    for draft in drafts:
        words = draft.cue or draft.action or draft.condition
        if words is None or words[1] <= words[0]:
            continue
        if any(min(words[1], end) - max(words[0], start) > 0.5 * (words[1] - words[0]) for start, end in taken):
            continue
        taken.append(words)
        yield draft
