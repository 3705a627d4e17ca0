"""To whom a commitment is made that is told of a call or of talks: who sat at the other end, whom a speech addressed."""

from __future__ import annotations

import re
from functools import cache

from wirecopy.findings.commitments.drafts import Draft, Party, Scene, solid
from wirecopy.findings.sides.across import other_end
from wirecopy.model import Actor, Mention
from wirecopy.words import load


def own(draft: Draft) -> frozenset[str]:
    """The ids and countries of those who commit themselves, and of who tells it."""
    told = [draft.voice.actor] if draft.voice and draft.voice.actor else []
    actors = [*(actor for actor, _ in draft.by), *told]
    return frozenset(one for actor in actors for one in (actor.id, actor.country) if one)


def is_mine(actor: Actor, mine: frozenset[str]) -> bool:
    return bool({actor.id, actor.country or actor.id} & mine)


def partner(scene: Scene, draft: Draft, mine: frozenset[str]) -> Party | None:
    """With whom its maker was talking, by its sentence or the one before; the press is told the same, but not addressed."""
    maker = next((actor for actor, _ in draft.by), None)
    helps = draft.kind == "promise" and draft.condition is not None  # aid if he attacks is not promised to him
    if maker is None or helps or draft.kind == "red line" or pattern("press").search(scene.sentence.text):
        return None
    start = scene.sentence.start_char
    here = _at_table(scene, start, draft.anchor.idx, mine)
    if here is not None:
        return here
    if scene.before is None or "\n" in scene.text[scene.before.end_char - 1 : start] or not _speaks_on(scene, draft):
        return None
    return _at_table(scene, scene.before.start_char, scene.before.end_char, mine)


def across(scene: Scene, draft: Draft) -> Party | None:
    """Who sat at the other end of the call or talks of which the report tells these words."""
    told = draft.voice
    makers = [*(actor for actor, _ in draft.by), *((told.actor,) if told and told.actor else ())]
    maker = next((actor for actor in makers if actor.kind == "person"), None)
    if maker is None or draft.kind == "red line" or (draft.kind == "promise" and draft.condition is not None):
        return None  # aid if he attacks is not promised to him
    found = other_end(scene.parties.passage, draft.anchor, maker, told.said_by if told else ())
    return (found, None) if found is not None else None


def warns_of_others(scene: Scene, draft: Draft, mine: frozenset[str]) -> bool:
    """Does the condition name somebody: "told the king that if Chad attacks" threatens Chad, not the king?"""
    inside = scene.parties.within(*draft.condition) if draft.condition else ()
    return any(m.actor is not None and not is_mine(m.actor, mine) for m in inside)


def as_before(scene: Scene, draft: Draft, spoken: Draft | None) -> Party | None:
    """To whom the same maker spoke just before, as told by the same teller: "He urged Chad to … She also reaffirmed …"."""
    if spoken is None or draft.kind in ("promise", "red line") or not _speaks_on(scene, draft):
        return None
    makers = own(draft) & own(spoken)
    tellers = [one.voice.said_by for one in (draft, spoken) if one.voice is not None]
    same = len(tellers) == 2 and {a.id for a in tellers[0]} & {a.id for a in tellers[1]}
    return spoken.to[0] if makers and same else None


def _speaks_on(scene: Scene, draft: Draft) -> bool:
    """Does the verb say that it was said to somebody (urged, assured), so that the talks just told of are meant?"""
    cues = {draft.voice.cue.lemma_.lower()} if draft.voice and draft.voice.cue is not None else set()
    return bool((cues | {scene.sentence.root.lemma_.lower()}) & word_list("face_to_face"))


def _at_table(scene: Scene, start: int, end: int, mine: frozenset[str]) -> Party | None:
    """The one other side behind "call with" or "spoke to" in a stretch; nobody where several are named."""
    found: list[Mention] = []
    for hit in pattern("talking").finditer(scene.text, start, end):
        near = scene.parties.within(hit.end(), min(hit.end() + 60, end))
        first = next((m for m in near if m.actor and not m.actor.anonymous), None)
        if first is not None and not re.search(r"[.,;:]", scene.text[hit.end() : first.span.start]):
            found.append(first)
    others = {m.actor.id: (m.actor, m.span) for m in found if m.actor and m.actor.kind in ("person", "state")}
    party = next(iter(others.values()), None)
    return party if party is not None and len(others) == 1 and not is_mine(party[0], mine) else None


def addressed(scene: Scene, draft: Draft) -> Party | None:
    """Whom the speaker turned to in the sentence before: "and he addressed other countries. “Whoever …”, he said"."""
    if draft.voice is None or not draft.voice.direct or scene.before is None:
        return None
    verbs = [t for t in scene.before if t.pos_ == "VERB" and t.lemma_ in word_list("turning_to")]
    nouns = [c for verb in verbs for c in verb.children if c.dep_ == "dobj" and verb.lemma_ == "address"]
    links = (c for verb in verbs for c in verb.children if c.lower_ == "to" and verb.lemma_ != "address")
    nouns += [c for link in links for c in link.children if c.dep_ == "pobj"]
    found = [party for noun in nouns if (party := scene.parties.party(noun))]
    heard = [(a, s) for a, s in found if solid(a) or a.name.lower().split()[-1] in word_list("turned_to")]
    return heard[-1] if heard and not is_mine(heard[-1][0], own(draft)) else None


@cache
def word_list(name: str) -> frozenset[str]:
    return frozenset(load("hearers")[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("hearers")[name], re.IGNORECASE)
