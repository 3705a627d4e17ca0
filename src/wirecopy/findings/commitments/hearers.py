"""To whom a commitment is made where its own clause names nobody: who is to know it, who suffers it, who is given it."""

from __future__ import annotations

import re
from functools import cache

from wirecopy.findings.commitments.drafts import Draft, Party, Scene
from wirecopy.findings.voices import lists
from wirecopy.model import Mention
from wirecopy.words import load


def heard(scene: Scene, draft: Draft) -> Draft:
    """The draft with its addressee, where the sentence, or the one before, tells whom it concerns in so many words.

    "Russia should be in no doubt that …" warns Russia; "the islands will be dragged into a war" threatens the islands; who
    "refuses to supply Kenya with rifles" sends helmets to Kenya instead.
    """
    if draft.action is None:
        return draft
    if draft.kind == "threat" and (sufferer := _struck(scene, draft) or _sufferer(scene, draft)):
        return draft._replace(to=(sufferer,))
    if draft.to:
        return draft
    if draft.kind in ("threat", "refusal", "red line"):
        found = _warned(scene, draft)
    elif draft.kind in ("promise", "offer") and _gives(scene, draft):
        found = _given(scene, draft)
    else:
        found = None
    if found is None and draft.kind in ("promise", "offer", "refusal"):
        found = _dealt_with(scene, draft)
    return draft._replace(to=(found,)) if found else draft


def _warned(scene: Scene, draft: Draft) -> Party | None:
    """Who is to know it: the name right before "should be in no doubt"."""
    start = scene.sentence.start_char
    hits = list(_pattern("warned").finditer(scene.text, start, draft.action[0] if draft.action else start))
    named = [m for hit in hits for m in scene.parties.within(start, hit.start()) if m.span.end == hit.start()]
    return _party(named[-1], draft) if named else None


def _struck(scene: Scene, draft: Draft) -> Party | None:
    """The people whom the threat would strike: "vowed to kill three hostages in Chad" threatens no Chad."""
    verb = draft.anchor
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    people = goods is not None and goods.lower_ in lists("heard") | lists("captured people")
    return scene.parties.party(goods) if goods is not None and people and verb.lemma_ in lists("harm") else None


def _sufferer(scene: Scene, draft: Draft) -> Party | None:
    """Whom the threat hits, where its words begin with the name and say what will be done to it."""
    assert draft.action  # noqa: S101 -- the caller has looked
    first, last = draft.action
    named = (
        m for m in scene.parties.within(first, first + 5) if _pattern("suffers").match(scene.text, m.span.end, last)
    )
    return next((party for m in named if (party := _party(m, draft))), None) or _many(scene, first, last)


def _many(scene: Scene, first: int, last: int) -> Party | None:
    """Several whom it hits under one name: "the Baltic states will be dragged into a war"."""
    tokens = scene.sentence.doc.char_span(first, last, alignment_mode="expand")
    noun = next((t for t in tokens[:5] if t.lower_ in _MANY), None) if tokens is not None else None
    if noun is None or not _pattern("suffers").match(scene.text, noun.idx + len(noun.text), last):
        return None
    return scene.parties.party(noun)


_MANY = frozenset(("countries", "states", "nations", "governments", "capitals", "members", "allies"))


def _gives(scene: Scene, draft: Draft) -> bool:
    """Is a thing handed over: "send rifles", or a number of things that are offered?"""
    assert draft.action  # noqa: S101 -- the caller has looked
    first, last = draft.action
    if any(m.actor and m.actor.kind == "state" for m in scene.parties.within(first, last)):
        return False
    return bool(_pattern("gives").match(scene.text, first, last)) or scene.text[first].isdigit()


def _given(scene: Scene, draft: Draft) -> Party | None:
    """The last state before it, in its sentence or the one before, that is told to be given something, or refused it."""
    start = scene.before.start_char if scene.before is not None else scene.sentence.start_char
    assert draft.action  # noqa: S101 -- the caller has looked
    states = [m for m in scene.parties.within(start, draft.action[0]) if m.actor and m.actor.kind == "state"]
    told = (m for m in reversed(states) if _pattern("given").search(scene.text[start : m.span.start]))
    return next((party for m in told if (party := _party(m, draft))), None)


def _dealt_with(scene: Scene, draft: Draft) -> Party | None:
    """Those without a name to whom a thing goes, or with whom nobody talks: pay compensation to the families."""
    verb = draft.anchor
    near = [*verb.children, *(c for o in verb.children if o.dep_ == "dobj" for c in o.children)]
    links = [c for c in near if c.lower_ in ("to", "with") and c.dep_ in ("prep", "dative") and c.i > verb.i]
    nouns = [o for c in links for o in c.children if o.dep_ == "pobj"]
    nouns += [c for c in near if c.dep_ == "dative" and c.pos_ == "NOUN"]
    noun = next((o for o in nouns if o.lower_ in lists("heard")), None)
    return scene.parties.party(noun) if verb.pos_ == "VERB" and noun is not None else None


def _party(mention: Mention, draft: Draft) -> Party | None:
    mine = {one for actor, _ in draft.by for one in (actor.id, actor.country)}
    actor = mention.actor
    return (actor, mention.span) if actor and not {actor.id, actor.country or actor.id} & mine else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("hearers")[name], re.IGNORECASE)
