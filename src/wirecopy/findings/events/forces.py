"""Whose forces, aircraft and staff are: what they are sent to do, and what a minister's "we" does, is their state's deed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger, pattern_of
from wirecopy.findings.acts.lexicon import VerbPattern, classes
from wirecopy.findings.acts.nouns import core
from wirecopy.findings.acts.verb_sides import is_of_forces
from wirecopy.findings.communiques import issued
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.standins import listed
from wirecopy.language.actors.gazetteer import is_own_master
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Actor, Passage, Role

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_owners(passage: Passage, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The doers of an act, the forces and the embassy's staff of a state as that state: "two French frigates" as France.

    Only of what forces are ordered to do: who shoots is told as who shoots. "Russian-backed forces" are not Russia's.
    """
    if trigger.pattern.act not in listed("ordered"):
        return actors
    owners = (
        _owner(actor) or _returned(passage, trigger, actor) or _told_by_army(passage, trigger, actor) or actor
        for actor in actors
    )
    return tuple({one.id: one for one in owners}.values())


def _returned(passage: Passage, trigger: Trigger, troops: Actor) -> Actor | None:
    """Whose troops are told by a state's own army to be back in their bases: that state's."""
    nameless = (
        troops.kind == "group" and troops.country is None and troops.name.lower() in ("troops", "soldiers", "forces")
    )
    if trigger.pattern.act != "RETREAT" or not nameless:
        return None
    homes = (c for c in trigger.token.subtree if c.lemma_ in listed("homes") and c.dep_ == "pobj")
    own = any(child.lower_ == "their" for home in homes for child in home.children)
    army = next((one for one in speaker_at(passage, trigger.token.idx) if one.country and one.kind != "person"), None)
    return gazetteer().actors.get(army.country or "") if own and army is not None else None


def _told_by_army(passage: Passage, trigger: Trigger, forces: Actor) -> Actor | None:
    """Whose forces are told by a state's own army or ministry to be on their way: that state's."""
    plain = forces.kind == "group" and forces.anonymous and forces.country is None
    last = forces.name.split()[-1].lower()
    bears = {last, last.removesuffix("s")} & (classes()["troops"] | classes()["arms"])
    if trigger.pattern.act != "MOBILIZE" or not plain or not bears:
        return None
    voices = (one for one in speaker_at(passage, trigger.token.idx) if one.country and one.kind != "person")
    army = next((one for one in voices if one.name.split()[-1].lower() in listed("commands")), None)
    if army is None or _names_another(passage, trigger.token.idx, army.country):
        return None
    return gazetteer().actors.get(army.country or "")


def _names_another(passage: Passage, at: int, own: str | None) -> bool:
    """Whether the paragraph names another country before a deed: then the forces may be that one's."""
    start = passage.report.text.rfind("\n\n", 0, at) + 1
    near = (m.actor for m in passage.mentions if m.actor is not None and start <= m.span.start < at)
    return any(actor.country not in (own, None) for actor in near)


def ordered_deed(trigger: Trigger) -> VerbPattern | None:
    """What forces are ordered to do, which is the deed of whoever orders it: "ordered the army to stand down"."""
    verb, found = trigger.token, trigger.frame
    ordered = trigger.pattern.act == "REQUEST" and verb.lemma_ in ("order", "direct", "instruct", "command")
    if not ordered or found is None or found.passive or found.object is None or not is_of_forces(found.object):
        return None
    deeds = (child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i)
    line = next((told for deed in deeds if (told := pattern_of(deed)) is not None), None)
    return line if line is not None and line.act in ("MOBILIZE", "RETREAT") else None


def of_bulletin(passage: Passage, trigger: Trigger, doers: tuple[Token, ...]) -> tuple[Actor, ...]:
    """The state whose troops, named by their district or number alone, move in the words of its own ministry's bulletin."""
    troops = bool(doers) and all(core(one).lemma_.lower() in classes()["troops"] for one in doers)
    if not troops or trigger.pattern.act not in listed("ordered"):
        return ()
    voice = issued(passage, trigger.token.sent)
    return (voice.actor,) if voice is not None and voice.actor is not None else ()


def _owner(actor: Actor) -> Actor | None:
    words = actor.name.lower().split()
    if actor.kind != "group" or actor.country is None or words[-1] not in listed("forces") or is_own_master(actor):
        return None
    if any(word.endswith("-backed") or word.startswith("pro-") for word in words):
        return None
    return gazetteer().actors.get(actor.country)


def for_state(trigger: Trigger, tokens: Iterable[Token], who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The doers, an office-holder's "we" as his state where only a state can do it: "we will send arms", said the minister."""
    said = {token.lower_ for token in tokens}
    passive = trigger.frame is not None and trigger.frame.passive and trigger.token.dep_ == "ccomp"
    if (
        passive
        and trigger.pattern.act == "MOBILIZE"
        and who
        and who[0].kind == "person"
        and (state := _served(who[0])) is not None
    ):
        return (state,)  # "the defence minister announced that the drills would be extended"
    if trigger.pattern.act not in listed("stately") or not said or not said <= {"we", "it", "they"}:
        return who
    first = who[:1]
    state = gazetteer().actors.get(first[0].country or "") if first else None
    if state is None or (first[0].kind == "person" and said != {"we"}):
        return who
    seat = first[0].kind == "office" or first[0].name.lower().endswith(" ministry")
    return (state,) if seat or (first[0].kind == "person" and _served(first[0]) is not None) else who


def _served(person: Actor) -> Actor | None:
    """The state whose office somebody holds."""
    roles = person.roles or _known_roles(person)
    held = {word for role in roles for word in role.role.lower().split()}
    return gazetteer().actors.get(person.country or "") if held & listed("offices") else None


def _known_roles(actor: Actor) -> tuple[Role, ...]:
    """The offices of somebody by the gazetteer; of one known by office alone, that."""
    known = gazetteer().actors.get(actor.id)
    return known.roles if known is not None else (Role(actor.name),) if actor.anonymous else ()
