"""Whom a commitment answers where its own clause names nobody: who is feared, who asked, who sits at the other end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import Draft, Party, Scene, lemmas, solid
from wirecopy.findings.commitments.interlocutors import (
    across,
    addressed,
    as_before,
    is_mine,
    own,
    partner,
    pattern,
    warns_of_others,
    word_list,
)
from wirecopy.findings.counted import subject
from wirecopy.findings.parties import Parties
from wirecopy.findings.sides.summoned import convened
from wirecopy.findings.voices import lists
from wirecopy.language.actors import gazetteer
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

# The share of the told dangers that must be one state's for it to be the one that is feared.
MOSTLY = 0.8


def feared(parties: Parties) -> Actor | None:
    """The state whose attack a report tells of or fears: "if Chad invades", "a Chadian attack"; None where that is open."""
    doers = [country for token in parties.passage.doc if (country := _attacker(parties, token))]
    found = Counter(doers).most_common(1)
    if not found or found[0][1] < MOSTLY * len(doers):
        return None
    return gazetteer.load().actors.get(found[0][0])


def answered(
    scene: Scene, draft: Draft, foe: Actor | None, before: Iterable[Draft], spoken: Draft | None = None
) -> Draft:
    """The draft with its addressee: a pronoun's, the other side of the talks, who asked for it, or whose attack is feared.

    `before` are the drafts that stand before it in its sentence and in the last one; `spoken` is the last demand or threat
    that was said to somebody.
    """
    draft = _without_places(scene, _at_the_door(scene, draft))
    if draft.to:
        return draft
    mine, earlier = own(draft), tuple(before)
    party = _handed(scene, draft) or partner(scene, draft, mine)
    if draft.kind != "threat":
        party = party or across(scene, draft)
    party = party or addressed(scene, draft) or as_before(scene, draft, spoken)
    if party is None and draft.kind == "refusal":
        party = _asker(scene, draft, earlier, mine) or _after(scene, draft, "denied")
    if party is None and draft.kind in ("offer", "refusal", "threat"):
        party = _answering(scene, draft, earlier, mine)
    if party is None and draft.kind == "demand":
        party = _doorkeeper(scene, draft, mine)
        asking = next((up for up in (draft.anchor, *draft.anchor.ancestors) if up.pos_ == "VERB"), draft.anchor)
        convoked = convened(asking) if party is None else []
        party = party or next((found for one in convoked if (found := scene.parties.named(one))), None)
    if party is None and _hits(scene, draft):
        party = _within(scene, draft, mine) or ((foe, None) if foe is not None else None)
    if party is None and draft.kind == "threat" and not warns_of_others(scene, draft, mine):
        party = across(scene, draft)
    return draft._replace(to=(party,)) if party is not None and not is_mine(party[0], mine) else draft


# ---- whose attack is feared ------------------------------------------------------------------------------------------
def _attacker(parties: Parties, token: Token) -> str | None:
    """The country whose attack a word tells: the subject of "invades", the owner or adjective of "invasion"."""
    if token.pos_ == "VERB" and token.lemma_.lower() in word_list("invading"):
        agents = (o for c in token.children if c.dep_ == "agent" for o in c.children)
        doer = next(agents, None) if any(c.dep_ == "nsubjpass" for c in token.children) else subject(token)
        return _country(parties, doer) if doer is not None and doer.pos_ != "PRON" else None
    if token.pos_ != "NOUN" or not (token.lemma_.lower() in word_list("invasions") or _is_massed(token)):
        return None
    owners = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod") and c.i < token.i]
    owners += [o for c in token.children if c.lower_ in ("by", "from") for o in c.children if o.dep_ == "pobj"]
    return next((country for one in owners if (country := _country(parties, one))), None)


def _is_massed(token: Token) -> bool:
    """Are they soldiers that are told to stand at a border?"""
    if token.lemma_.lower() not in lists("forces"):
        return False
    return bool(word_list("massing") & {near.lemma_.lower() for near in token.doc[token.i + 1 : token.i + 8]})


def _country(parties: Parties, word: Token) -> str | None:
    named = parties.named(word)
    return _of_adjective().get(word.text) or (named[0].country if named is not None else None)


@cache
def _of_adjective() -> dict[str, str]:
    return {adjective: code for code, adjective in gazetteer.adjectives().items()}


def _hits(scene: Scene, draft: Draft) -> bool:
    """Is it aimed at an attacker: a punishment, an answer to an attack, or that he must not attack?"""
    action = lemmas(scene, draft.action)
    if draft.kind == "demand":
        return bool(action & word_list("invading")) and bool(action & {"not", "never", "cannot", "no", "n't", "n’t"})
    if draft.kind != "threat":
        return False
    if draft.condition is not None and not pattern("needed").fullmatch(scene.text[slice(*draft.condition)].strip()):
        return bool(lemmas(scene, draft.condition) & (word_list("invading") | word_list("invasions")))
    first = scene.before if scene.before is not None and action & {"others", "more", "further"} else scene.sentence
    told = lemmas(scene, (first.start_char, scene.sentence.end_char))
    return bool(
        action & (lists("penalties") | word_list("invasions")) or (draft.cue is None and told & lists("penalties"))
    )


def _within(scene: Scene, draft: Draft, mine: frozenset[str]) -> Party | None:
    """The state whose attack the words themselves name: "the fight against Chadian aggression"."""
    for part in (draft.condition, draft.action):
        words = scene.sentence.doc.char_span(*part, alignment_mode="expand") if part else None
        found = (country for token in words or () if (country := _attacker(scene.parties, token)))
        state = next((gazetteer.load().actors.get(country) for country in found if country not in mine), None)
        if state is not None:
            return state, None
    return None


# ---- whom a pronoun means ----------------------------------------------------------------------------------------------
def _handed(scene: Scene, draft: Draft) -> Party | None:
    """Whom "him" means in "will not hand him a paper"."""
    if draft.kind not in ("refusal", "promise", "offer"):
        return None
    goods = [c for c in draft.anchor.children if c.dep_ in ("dative", "dobj") and c.i > draft.anchor.i]
    given = goods[:1] if len(goods) > 1 and goods[0].lower_ in ("him", "her", "them") else goods
    given = [c for c in given if c.lower_ in ("him", "her", "them") and (c.dep_ == "dative" or len(goods) > 1)]
    return next((party for one in given if (party := scene.parties.named(one))), None)


# ---- who asked -----------------------------------------------------------------------------------------------------------
def _asker(scene: Scene, draft: Draft, before: Iterable[Draft], mine: frozenset[str]) -> Party | None:
    """Who demanded, in this sentence or the last, what is refused here: both tell of one thing."""
    told = _gist(lemmas(scene, (scene.sentence.start_char, scene.sentence.end_char)))
    for asked in before:
        by = next((party for party in asked.by if not is_mine(party[0], mine) and solid(party[0])), None)
        if asked.kind != "demand" or by is None or asked.action is None:
            continue
        words = asked.anchor.doc.char_span(*asked.action, alignment_mode="expand")
        if words is not None and told & _gist(word for token in words for word in (token.lemma_.lower(), token.lower_)):
            return by
    return None


def _gist(words: Iterable[str]) -> frozenset[str]:
    """The words that can show what something is about: no short and no grammatical ones."""
    return frozenset(word for word in words if len(word) > 3 and word.isalpha()) - lists("function")


def _after(scene: Scene, draft: Draft, name: str) -> Party | None:
    """The name right before words that tell whom it concerns: "Chad has no veto"."""
    start, end = scene.sentence.start_char, scene.sentence.end_char
    hits = list(pattern(name).finditer(scene.text, start, end))
    named = [m for hit in hits for m in scene.parties.within(start, hit.start()) if m.span.end == hit.start()]
    return (named[-1].actor, named[-1].span) if named and named[-1].actor else None


def _answering(scene: Scene, draft: Draft, before: Iterable[Draft], mine: frozenset[str]) -> Party | None:
    """Whose words it replies to: "in its answers to Chad's demands, offering …"; the threat that "such a step" points at."""
    start = scene.sentence.start_char
    hit = next(pattern("answering").finditer(scene.text, start, draft.anchor.idx), None)
    near = scene.parties.within(hit.end(), hit.end() + 30) if hit is not None and draft.kind != "threat" else ()
    named = next((m for m in near if m.actor and solid(m.actor)), None)
    if named is not None and named.actor is not None:
        return named.actor, named.span
    if draft.kind != "threat" or draft.condition is None:
        return None
    cue = draft.voice.cue if draft.voice is not None else None
    if cue is not None and cue.lemma_.lower() in ("reply", "answer", "retort", "counter"):
        said = (m for m in scene.parties.within(start, cue.idx) if m.actor and m.actor.country)
        sides = {m.actor.country: (m.actor, m.span) for m in said if m.actor and not is_mine(m.actor, mine)}
        if len(sides) == 1:
            return next(iter(sides.values()))
    first = scene.text[slice(*(draft.pointer or draft.condition))].lower().split(" ", 1)[0]
    threats = (one for one in before if one.kind == "threat" and first in ("such", "that", "this", "it"))
    threat = next((party for one in threats for party in one.by if not is_mine(party[0], mine)), None)
    return threat or (_drafter(scene, mine) if first in ("such", "that", "this") else None)


def _drafter(scene: Scene, mine: frozenset[str]) -> Party | None:
    """The state whose draft the sentence before tells of: "the draft of Chadian senators … Such a step would be war"."""
    papers = [t for t in scene.before or () if t.pos_ == "NOUN" and t.lemma_.lower() in lists("papers")]
    owners = [o for t in papers for c in t.children if c.lower_ in ("of", "by", "from") for o in c.children]
    owners += [c for t in papers for c in t.children if c.dep_ in ("poss", "amod", "compound")]
    found = (party for one in owners if (party := scene.parties.named(one)) and party[0].country)
    states = {party[0].country: gazetteer.load().actors.get(party[0].country or "") for party in found}
    state = next(iter(states.values()), None)
    return (state, None) if state is not None and len(states) == 1 and not is_mine(state, mine) else None


# ---- who could grant it ------------------------------------------------------------------------------------------------
def _doorkeeper(scene: Scene, draft: Draft, mine: frozenset[str]) -> Party | None:
    """The one body that could grant what is demanded: whose member nobody is to become, by whom nothing is to be done."""
    if draft.action is None:
        return None
    found = (m for m in scene.parties.within(*draft.action) if m.actor and m.actor.kind == "organisation")
    bodies = {m.actor.id: (m.actor, m.span) for m in found if m.actor and not is_mine(m.actor, mine)}
    party = next(iter(bodies.values()), None)
    if party is None or len(bodies) > 1 or party[0].anonymous:
        return None
    by = re.search(r"\bby (?:the )?$", scene.text[draft.action[0] : party[1].start])
    joins = lemmas(scene, draft.action) & word_list("joining")
    return party if by or joins else None


def _at_the_door(scene: Scene, draft: Draft) -> Draft:
    """The demand for a guarantee that somebody will not be admitted, addressed to who is told it, or the body; not to him."""
    if draft.kind != "demand" or not draft.to or not lemmas(scene, draft.action) & lists("assurances"):
        return draft
    party = across(scene, draft) or _doorkeeper(scene, draft, own(draft))
    return draft._replace(to=(party,)) if party is not None and _all_inside(draft) else draft


def _without_places(scene: Scene, draft: Draft) -> Draft:
    """The promise without the country that only says where: "to bring home the troops now in Chad"."""
    if draft.kind not in ("promise", "offer") or not draft.to or not _all_inside(draft):
        return draft
    heard = tuple((a, s) for a, s in draft.to if s and not _IN.search(scene.text[max(0, s.start - 24) : s.start]))
    return draft._replace(to=heard)


_IN = re.compile(
    r"\b(?:in|inside|near|within|across|against|(?:refugees|migrants|evacuees|exiles|orphans)\s+from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _all_inside(draft: Draft) -> bool:
    """Are those to whom it is made named nowhere but in its own words?"""
    action = draft.action
    return action is not None and all(s is not None and action[0] <= s.start < action[1] for _, s in draft.to)
