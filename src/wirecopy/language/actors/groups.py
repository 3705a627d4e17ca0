"""Groups of people by the words that describe them, under one name whatever the order of the words.

"Senior officials in the Biden administration" and "top Biden administration officials" are Biden administration
officials; 94,000 Russian soldiers are Russian troops.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from wirecopy import words
from wirecopy.language.actors import titles
from wirecopy.language.actors.cast import BESIDE, BOTH, NOBODY
from wirecopy.language.actors.descriptions import Phrase
from wirecopy.language.actors.gazetteer import adjectives, slug
from wirecopy.language.actors.holders import roles_of
from wirecopy.language.actors.salience import SUBJECTS, lemmas, recent
from wirecopy.language.actors.stage import WHOLE, Stage
from wirecopy.language.actors.tails import attached, conjoined, listed
from wirecopy.model import Actor, Role

_KNOWN_AS = frozenset({"known", "called", "dubbed", "named"})
ADMINISTERED = frozenset({"administration", "government", "campaign", "presidency"})
_LEADERS = frozenset({"leaders", "heads", "governments", "ministers", "delegations", "capitals"})
# Holders of an office who, told of together, are the two of whom a report tells.
_PAIRED = frozenset({"presidents", "leaders"})
_TWO = 2


def describe_group(stage: Stage, phrase: Phrase) -> None:
    """Officials, troops, rebels: a group by the words that describe it; "the two leaders" are those named before."""
    head = stage.head(phrase)
    named = _known_as(stage, phrase)
    if named is not None:
        return stage.name(phrase, named, f"{BESIDE}: called so")
    if phrase.sides:
        return None if _respectively(stage, phrase) else _sides(stage, phrase, head)
    after = stage.scene.layout.lower[phrase.head + 1 : phrase.head + 2]
    if head == "allies" and phrase.determiner == "definite" and not (phrase.country or phrase.of or after == ("of",)):
        phrase = replace(phrase, of=_alliance(stage))
    if (again := _heads_again(stage, phrase, head)) is not None:
        return stage.name(phrase, again, f"the {head} named before")
    if (chamber := _chamber(stage, phrase, head)) is not None:
        return stage.name(phrase, chamber, f"the {head} of the chamber that the sentence names")
    if not phrase.country and not phrase.of and phrase.determiner in {"definite", "indefinite"}:
        if (both := _both(stage, phrase, head)) is not None:
            for key in both:
                stage.name(phrase, key, BOTH)
            return None
        same = _same_group().get(head, head)
        for seen in recent(stage.memory, phrase.head, lambda k: stage.cast.actors[k].kind == "group", WHOLE):
            called = {*stage.cast.actors[seen.actor].name.lower().split(), stage.scene.layout.lower[seen.token]}
            if phrase.determiner == "definite" and {same, head} & called:
                return stage.name(phrase, seen.actor, f"the {head} named before")
    if phrase.of is not None and _is_group(stage, phrase.of) and head in _LEADERS:
        stage.cast.enter(stage.scene.gazetteer.actors[phrase.of])
        return stage.name(phrase, phrase.of, "leaders of a group of states, for the group")
    name = label(stage, phrase)
    if head in listed("things") and name == name.lower():
        return stage.name(phrase, None, NOBODY)
    stage.name(phrase, _enter(stage, name, head, phrase.country or stage.country_of(phrase.of)), "a group by its words")
    return None


def _alliance(stage: Stage) -> str | None:
    """The alliance whose members "the allies" are: the one that the report names."""
    return "nato" if "nato" in stage.cast.actors else None


def _heads_again(stage: Stage, phrase: Phrase, head: str) -> str | None:
    """ "Ministers agreed": those of the group of states whose ministers were named before."""
    alone = phrase.determiner == "bare" and phrase.first == phrase.head and head in _LEADERS
    if not alone or phrase.country or phrase.of or not stage.scene.layout.tokens[phrase.head].is_sent_start:
        return None
    for seen in recent(stage.memory, phrase.head, lambda k: stage.cast.actors[k].kind == "group", WHOLE):
        actor = stage.cast.actors[seen.actor]
        called = stage.scene.layout.lower[seen.token] == head or actor.name.lower().split()[-1] == head
        if called and actor.name.lower() != head:
            return seen.actor
        if seen.actor in stage.scene.gazetteer.actors:
            return _enter(stage, f"{actor.name} {head}", head, None)
    return None


def _chamber(stage: Stage, phrase: Phrase, head: str) -> str | None:
    """The parliament whose members "lawmakers" are in "the lower house said that lawmakers would meet"."""
    if head not in listed("deputies") or phrase.country or phrase.of or phrase.head - phrase.first > 1:
        return None
    bodies = {key for key, actor in stage.cast.actors.items() if listed("chambers") & set(actor.name.lower().split())}
    met = {seen.actor for seen in recent(stage.memory, phrase.head, bodies.__contains__, 0)}
    return met.pop() if len(met) == 1 else None


def _enter(stage: Stage, name: str, head: str, country: str | None) -> str:
    """A group that nothing but its kind tells apart ("officials", "residents") is anonymous."""
    anonymous = _singular(head) in listed("nameless") or name == name.lower()
    return stage.cast.enter(Actor(f"group:{slug(name)}", name, "group", country, anonymous=anonymous))


def _is_group(stage: Stage, key: str) -> bool:
    actor = stage.scene.gazetteer.actors.get(key)
    return actor is not None and actor.kind == "group"


def _known_as(stage: Stage, phrase: Phrase) -> str | None:
    """The group or organisation of which a phrase is only the description (nine members, known as the Bucharest Nine)."""
    low = stage.scene.layout.lower
    for at in range(phrase.after, min(phrase.after + 10, len(low) - 2)):
        if stage.scene.layout.tokens[at].is_sent_start:
            return None
        if low[at] in _KNOWN_AS:
            at += 1 + (low[at + 1] in {"as", "the"})
            at += low[at] == "the" if at < len(low) else 0
            key = stage.scene.names.get(at)
            return key if key is not None and stage.scene.gazetteer.actors.get(key) and _is_group(stage, key) else None
        if low[at] in {".", ";", "and", "who"}:
            return None
    return None


def _respectively(stage: Stage, phrase: Phrase) -> bool:
    """ "The Chadian and Malian ministers, A and B": as many persons as states, each from theirs, in the same order."""
    layout, met = stage.scene.layout, list[str]()
    if layout.lower[phrase.after : phrase.after + 1] != (",",):
        return False
    for at in range(phrase.after + 1, min(phrase.after + 17, len(layout.lower))):
        key = stage.scene.names.get(at)
        person = key is not None and key in stage.cast.actors and stage.cast.actors[key].kind == "person"
        if person and key is not None:
            met += [key] if key not in met else []
        elif layout.lower[at] not in {"and", ","} and at not in stage.scene.persons:
            break
    if len(met) != len(phrase.sides):
        return False
    for key, code in zip(met, phrase.sides, strict=True):
        state = stage.scene.gazetteer.actors.get(code)
        stage.cast.place(key, code)
        stage.cast.hold(key, Role(_singular(phrase.role), state.name if state else None))
        stage.name(phrase, key, BOTH)
    return True


def _sides(stage: Stage, phrase: Phrase, head: str) -> None:
    """People of several states: one group for each; their leaders are the states, and who serves these is one group."""
    layout = stage.scene.layout
    if layout.lower[phrase.head + 1 : phrase.head + 2] == ("to",):
        whole = replace(phrase, after=conjoined(layout.tokens[phrase.after - 1])[-1] + 1)
        said = stage.said(whole)
        return stage.name(phrase, _enter(stage, said[:1].lower() + said[1:], head, None), "a group by its words")
    if head == "presidents":
        name = f"{' and '.join(adjectives()[code] for code in phrase.sides)} {head}"
        return stage.name(phrase, _enter(stage, name, head, None), "a group by its words")
    for code in phrase.sides:
        state = stage.scene.gazetteer.actors.get(code)
        if state is None:
            continue
        if head in _LEADERS:
            key = stage.cast.enter(state)
        else:
            key = _enter(stage, f"{adjectives()[code]} {_same_group().get(head, head)}", head, code)
        stage.name(phrase, key, BOTH)
    return None


def label(stage: Stage, phrase: Phrase) -> str:
    """The name of a group or body: whose it is, what tells it from others, and the head; no article, number or rank."""
    if (whole := _whole_name(stage, phrase)) is not None:
        return whole
    layout, known = stage.scene.layout, titles.load()
    side = _in_name(stage, phrase) or _side(stage, phrase)
    told = []
    for i in range(phrase.first, phrase.head):
        token, word = layout.tokens[i], layout.lower[i]
        known_here = i in stage.scene.names or i in stage.scene.countries or i in stage.scene.persons
        owned = known_here and not attached(layout, i)
        if (
            owned
            or word in listed("rank")
            or word.rstrip(".") in known.address
            or token.pos_ in {"DET", "PRON", "NUM", "PART", "ADV"}
            or word in {"’s", "'s"}
        ):
            continue
        if side and token.pos_ == "ADJ" and word not in known.modifiers and not _is_own_kind(phrase, word):
            continue
        told.append(token.text if token.text[1:] != token.text[1:].lower() or _proper(stage, i) else word)
    head = layout.tokens[phrase.head].text
    if phrase.kind == "group":
        plain = head if head[1:2].isupper() else head.lower()  # "MPs"
        head = plain if told else _same_group().get(plain, plain)
    said = " ".join(part for part in (side, *told, head) if part)
    return said.replace(" - ", "-").replace("’s ", "'s ").strip(" -,.“”\"'")


def _is_own_kind(phrase: Phrase, word: str) -> bool:
    """Does a word tell a body from others of its state: Malawi's electoral council?"""
    return phrase.kind == "organisation" and word in listed("own_kind")


def _whole_name(stage: Stage, phrase: Phrase) -> str | None:
    """The name of a body that has another's name within it: "the House Home Defense Committee" is none of the Home Defense."""
    words = [t for t in stage.scene.layout.tokens[phrase.first : phrase.head + 1] if t.pos_ != "DET"]
    if phrase.kind != "organisation" or not all(t.text[:1].isupper() for t in words):
        return None
    known = [t.i in stage.scene.names or t.i in stage.scene.countries for t in words]
    return " ".join(t.text for t in words) if any(known) and not known[0] else None


def _in_name(stage: Stage, phrase: Phrase) -> str:
    """The word for a country where it is part of a body's name: "the American Dairy Institute" is no "US Dairy Institute"."""
    tokens = stage.scene.layout.tokens[phrase.first : phrase.head + 1]
    own = [t for t in tokens if t.i in stage.scene.countries and t.text[1:2].islower()]
    rest = [t for t in tokens if t.pos_ != "DET" and t not in own]
    raised = len(rest) > 1 and all(t.text[:1].isupper() for t in rest)
    return own[0].text if phrase.kind == "organisation" and len(own) == 1 and raised else ""


def _proper(stage: Stage, at: int) -> bool:
    token = stage.scene.layout.tokens[at]
    return at in stage.scene.countries or (token.text[:1].isupper() and not token.is_sent_start)


def _side(stage: Stage, phrase: Phrase) -> str:
    """Whose people they are: "Russian", "NATO", "Biden administration", "Putin's"."""
    low = stage.scene.layout.lower
    of = stage.cast.actors.get(phrase.of or "") or stage.scene.gazetteer.actors.get(phrase.of or "")
    seated = of is not None and of.kind == "place" and low[phrase.head] in listed("official") | listed("of_capital")
    if of is None or of.kind == "state" or seated:
        return adjectives().get(phrase.country or "", "")
    if of.kind != "person":
        body = low[phrase.after - 1] if phrase.after > phrase.head + 1 else ""
        return f"{of.name} {body}" if body in ADMINISTERED and body not in of.name.lower() else of.name
    surname = of.name.split()[-1]
    if phrase.after > phrase.head + 1 and low[phrase.after - 1] in ADMINISTERED:
        return f"{surname} {low[phrase.after - 1]}"
    administered = ADMINISTERED & set(low[phrase.first : phrase.head + 1])
    return surname if administered else f"{surname}'s"


def _both(stage: Stage, phrase: Phrase, head: str) -> tuple[str, ...] | None:
    """The last two persons whose office fits "the two leaders", or any two for "the two men".

    "The presidents" without a number are two where the report has told of two, and of no third.
    """
    layout = stage.scene.layout
    before = set(layout.lower[max(phrase.first - 2, 0) : phrase.head])
    counted = "both" in before or ("two" in before and bool({"the", "these", "those"} & before))  # "two envoys" are new
    if not counted and (head not in _PAIRED or phrase.determiner != "definite"):
        return None
    people = head in {"men", "women"}
    over = {one.i for one in layout.tokens[phrase.head].ancestors if one.lemma_.lower() in lemmas("says")}
    tellers = {seen.actor for seen in stage.memory.seen if seen.verb in over and seen.dep in SUBJECTS}
    found: list[str] = []
    for seen in recent(
        stage.memory, phrase.head, lambda k: stage.cast.actors[k].kind == "person", 1 if people else WHOLE
    ):
        fitting = people or titles.fits(_singular(head), roles_of(stage, seen.actor))
        if seen.actor in tellers:
            continue
        if seen.actor not in found and fitting and not stage.cast.actors[seen.actor].anonymous:
            found.append(seen.actor)
        if counted and len(found) == _TWO:
            break
    return tuple(found) if len(found) == _TWO else None


def _singular(noun: str) -> str:
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


@cache
def _same_group() -> dict[str, str]:
    return {str(one): str(other) for one, other in words.load("descriptions")["same_group"].items()}
