"""Is a word that points clear all the same? Where the line tells what it means: a gloss, a party, words before it in the line.

Nothing is parsed here: where these tests cannot tell, a word is held to be clear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wirecopy.account.before import has_end
from wirecopy.account.places import Found, Source, line_actors
from wirecopy.language.actors.gazetteer import adjectives
from wirecopy.language.actors.pronouns import PRONOUNS
from wirecopy.model import Actor, Entry, Event, Statement
from wirecopy.words import load

# Words before "it" among which there is something that it may mean.
MUCH_BEFORE = 9
# Words before "do so" or "this" with which a line is held to have told what is done.
TOLD_BEFORE = 5
PERSONAL = frozenset({"he", "him", "she", "his", "her"})
END = r"(?=\s*(?:[.,;:!?”’)—–]|$))"
# A common noun with what makes it definite or not: what a pronoun behind it may mean.
OWNED = r"(?:an?|the|its|his|her|their|our|my|your|no|any|another|each|every|one|such|[\w]+[’']s)"
NOUN = re.compile(rf"\b{OWNED}\s(?:[\w-]+\s){{0,3}}?[\w-]{{3,}}", re.IGNORECASE)
OF_A_KIND = re.compile(r"\b(?:an?|the|no|another|this|that|many|several|some|\d+|[a-z]{3,}s)\s[\w-]{3,}", re.IGNORECASE)
# "Three of them", "among them": of those just told of.
SHARE = re.compile(r"\S+ (?:of|among)\s\Z")
# "Chad denied that it", "Chad says it".
TOLD_THAT = re.compile(r"\b(?:that|said|says|denied|denies|insists|insisted)\s\Z")
# Words of place that "there" may go back to.
WHERE = re.compile(r"\b(?:in|at|near|from|into|outside|around|across)\s(?:(?:an?|the|its|his|her|their)\s)?[\w-]{3,}")
WHO = re.compile(r"\b(?:who|whom|man|woman|official|minister|president|diplomat|aide)\b")
PLURAL = re.compile(r"\b(?:[a-z-]{3,}s|people|men|women|police|troops|both|two|three|four|five|\d+)\b", re.I)
CLAUSE = re.compile(
    r"[,;:—–(]|\b(?:that|if|unless|when|while|as|after|before|because|since|until|and|but|or|who|which|to|of|by)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the places of its words in their report, in the order in which a reader takes them in."""

    entry: Entry
    source: Source
    pieces: Sequence[tuple[int, int]]

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Everybody whom the line shows, places too."""
        where = {place.id: place for place in getattr(self.entry.value, "where", ())}
        return line_actors(self.entry) | where


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a line that may point: what they are, where, and what of the line stands before (`read`) and behind them."""

    words: str
    start: int
    ahead: str
    behind: str
    read: Sequence[tuple[int, int]]
    line: Line

    @property
    def named(self) -> list[Found]:
        """Mentions by name among the words before."""
        source = self.line.source
        inside = [m for start, end in self.read for m in source.within(start, end) if m.end <= end]
        return [m for m in inside if source.text[m.start : m.end].lower() not in PRONOUNS]


def is_known_pronoun(place: Place) -> bool:
    """A pronoun of somebody whom the line names, or of something that its words name before."""
    said = place.words.lower()
    if said == "it" and _is_empty(place):
        return True
    if _is_own(place) or (said == "them" and SHARE.search(place.ahead) and PLURAL.search(SHARE.sub("", place.ahead))):
        return True
    found = _mention(place)
    if found is not None:
        return _is_shown(found, place)
    if said in PERSONAL:
        return any(m.actor.kind in ("person", "group", "office") for m in place.named) or bool(WHO.search(place.ahead))
    if said in ("they", "them"):
        return bool(PLURAL.search(place.ahead)) or len({m.actor.id for m in place.named}) > 1
    return _is_thing_named(place)


def _is_own(place: Place) -> bool:
    """Does a line begin with its own doer or speaker: "Chad said it would", "He accused Chad" of a line of one person?"""
    value = place.line.entry.value
    if place.ahead.strip():
        told = place.words == "it" and TOLD_THAT.search(place.ahead)
        return bool(told) and any(m.actor.kind in ("state", "organisation") for m in place.named)
    if not isinstance(value, Statement):
        doers = [one for side in ("who", "by") for one in getattr(value, side, ()) if one.kind == "person"]
        return place.words.lower() in ("he", "she") and len(doers) == 1
    fitting = ("person",) if place.words in PERSONAL else ("state", "organisation", "office", "group")
    indirect = value.form != "direct" and place.words.islower()
    return indirect and value.speaker is not None and value.speaker.kind in fitting


def is_known_owner(place: Place) -> bool:
    """Whose: a word that the reading leaves open belongs to what stands before it, as a rule."""
    found = _mention(place)
    if found is None or place.named or found.actor.id in place.line.actors:
        return True
    return place.words.lower() not in PERSONAL and (len(place.ahead.split()) > 1 or _is_shown(found, place))


def _mention(place: Place) -> Found | None:
    within = place.line.source.within(place.start, place.start + 1)
    return next((m for m in within if m.end == place.start + len(place.words)), None)


def _is_shown(found: Found, place: Place) -> bool:
    """Is a pronoun's actor, or the state that he speaks for, named by the line before the pronoun or as its party?

    In what one of two persons says to the other a pronoun before any name may mean either.
    """
    shown, actor, named = place.line.actors, found.actor, place.named
    if any(m.actor.id == actor.id for m in named):
        return True
    if actor.kind == "person":
        people = [one for one in shown.values() if one.kind == "person"]
        either = isinstance(place.line.entry.value, Statement) and len(people) > 1 and place.words.islower()
        return actor.id in shown and (not either or any(m.actor.kind == "person" for m in named))
    sides = {one.country for one in (*shown.values(), *(m.actor for m in named)) if one.country}
    return actor.id in shown or actor.country in sides


# "It is time to …", "it was clear that …", "it would be a mistake to", "it seems", "it took days to", "it snowed".
BE = r"(?:would|will|may|might|could|must|can) (?:not )?be"
LINK = rf"(?:[’']s|\s(?:is|was|{BE}|(?:has|had) been|(?:remain|becom)\w+|became))(?: not)?"
PERSONS = r"(?:ready|due|set|able|going|about|likely|unlikely|bound|free|\w+ed)"  # "it was ready to": somebody was
EMPTY = re.compile(
    rf"{LINK}(?:\s[\w”“,-]+){{1,4}}?\s(?:that|whether)\b"
    rf"|{LINK}(?:\s(?!{PERSONS}\b)[\w”“-]+){{1,3}}?\s(?:for [\w ]+? )?(?:to|if)\b"
    r"|\s(?:looks?|seems?|appears?|appeared|seemed) (?:that|as if)\b|\s(?:rained|snowed)\b|\s(?:takes?|took)\s[\w ]+? to\b"
)
MADE = re.compile(
    r"\b(?:ma[kd]e|makes|making|finds?|found|thinks?|thought|considers?|considered|calls?|called)\s\Z", re.I
)


def _is_empty(place: Place) -> bool:
    """ "It" that means nothing: "it is time to go", "make it clear that", "called it a mistake that"."""
    made = MADE.search(place.ahead) and re.match(r"(?: [\w”“-]+){1,3} (?:that|to)\b", place.behind)
    return bool(made or EMPTY.match(place.behind))


def _is_thing_named(place: Place) -> bool:
    """Do the words name a thing before "it" that "it" may mean? What does the deed in the same clause it does not mean."""
    if has_end(place.ahead) or len(place.ahead.split()) > MUCH_BEFORE:
        return True
    nouns = [*NOUN.finditer(place.ahead)]
    if _is_subject(place):
        return bool(nouns) or _has_bare_name(place)
    return any(CLAUSE.search(place.ahead, noun.end()) or noun.start() for noun in nouns)


def _is_subject(place: Place) -> bool:
    after = re.match(r"\s([\w’']+)", place.behind)
    word = after.group(1).lower().replace("’", "'") if after else ""
    return bool(word) and (
        word in load("lead_in")["verbs"] or word.endswith(("ed", "es")) or word in ("took", "began", "came", "went")
    )


def _has_bare_name(place: Place) -> bool:
    """A name of nobody: "Nord Stream 2"."""
    known = place.line.source.within(place.start - len(place.ahead), place.start)
    text, base = place.ahead, place.start - len(place.ahead)
    for found in re.finditer(r"(?<=\w )[A-Z]\w+", text):
        at = base + found.start()
        if not any(m.start <= at < m.end for m in known):
            return True
    return False


def is_told(place: Place) -> bool:
    """Have the words before told enough, or the same noun, that it points at them?"""
    if has_end(place.ahead) or len(place.ahead.split()) > TOLD_BEFORE:
        return True
    noun = place.words.split()[-1].lower().rstrip("s")
    return len(noun) > 3 and noun in place.ahead.lower()


def is_kind_named(place: Place) -> bool:
    """Is "one" one of what the words before name: "if a vessel leaves, one that", or of what a sentence before tells?"""
    return has_end(place.ahead) or bool(OF_A_KIND.search(place.ahead))


def is_opposite_named(place: Place) -> bool:
    """Is "his guest" somebody whom the line names beside him?"""
    people = {one.id for one in (*place.line.actors.values(), *(m.actor for m in place.named)) if one.kind == "person"}
    return len(people) > 1 or is_told(place)


def is_named_before(place: Place) -> bool:
    """ "Such a step" behind the noun itself, or far enough behind other words."""
    return is_sentence_before(place) or place.words.split()[-1].lower().rstrip("s") in place.ahead.lower()


def is_sentence_before(place: Place) -> bool:
    return has_end(place.ahead) or len(place.ahead.split()) > MUCH_BEFORE


def is_left_out(place: Place) -> bool:
    """Is the verb left out behind "will" told before: "nothing has changed, and nothing will"?"""
    return has_end(place.ahead) or bool(
        re.search(r", (?:and|but|or|nor)\b|\b(?:than|as|if|what|when|who)\b", place.ahead, re.I)
    )


def is_read_far(place: Place) -> bool:
    """Has the line a whole sentence, or half of one, before?"""
    return has_end(place.ahead)


def is_time_told(place: Place) -> bool:
    """Does "then" go back to a time or a condition in the line?"""
    clauses = re.search(r"\b(?:if|when|once|after|first|until|before|as soon)\b", place.ahead + place.behind, re.I)
    return bool(clauses or has_end(place.ahead) or getattr(place.line.entry.value, "condition", None))


def is_two_named(place: Place) -> bool:
    """ "Both Chad and Mali"; "both sides" where the line has two, or its words before have two."""
    if re.match(r"(?:\s[\w’'-]+){1,8}?\sand\b", place.behind):
        return place.words.lower() == "both" or len(place.line.actors) > 1
    noun = re.match(r"\s+([a-z-]+)", place.behind)
    others = noun is not None and noun.group(1).endswith("s") and noun.group(1) not in load("lead_in")["sides"]
    named = len(place.line.actors) > 1 and not others  # "the two regions" are no two sides of a line
    return named or bool(re.search(r"\band\b", place.ahead)) or (is_told(place) and not others)


def is_other(place: Place) -> bool:
    """ "Some …, others …"; "more" behind what it is more of."""
    return bool(re.search(r"\b(?:some|one|several|many|\d+)\b", place.ahead, re.I)) or is_told(place)


def is_read_on(place: Place) -> bool:
    """Does the line have other words before?"""
    return bool(place.ahead.strip())


def is_done(place: Place) -> bool:
    """Is what is done the action of a line that has a condition, or told before?"""
    return bool(getattr(place.line.entry.value, "condition", None)) or is_sentence_before(place)


def is_place_named(place: Place) -> bool:
    """Do the words before, or the line, tell where: by a name, or in words of place?"""
    text = place.line.source.text
    named = (m for m in place.named if m.actor.kind in ("place", "state"))
    return (
        any(text[m.start : m.end] not in adjectives().values() for m in named)
        or has_end(place.ahead)
        or bool(WHERE.search(place.ahead))
        or bool(getattr(place.line.entry.value, "where", ()))
    )


def is_no_event(place: Place) -> bool:
    """Is it no deed whose words are a mere clause of its sentence, or a verb that answers what is not told?"""
    return not isinstance(place.line.entry.value, Event) or len(place.ahead.split()) > TOLD_BEFORE


def is_no_apposition(place: Place) -> bool:
    """Is it no event of a noun that only sums up its own sentence: "…, a plan that Chad opposes"?"""
    text = place.line.source.text[max(place.start - 200, 0) : place.start]
    before = re.split(r"[.!?\n]", text)[-1].split()
    return not isinstance(place.line.entry.value, Event) or len(before) <= MUCH_BEFORE or before[-1][-1] not in ",—–"


def is_not_judged(place: Place) -> bool:
    """Is "the claim" nothing that a verdict is given on ("called: the claim absurd")?"""
    value = place.line.entry.value
    cue = (value.cue or "").lower().split() if isinstance(value, Statement) else []
    return not cue or cue[-1] not in load("lead_in")["handing"]


def is_told_noun(place: Place) -> bool:
    """Has the line told of the thing before, or is it the line itself: "the talks" of a line of talks between two?"""
    noun = place.words.split()[-1].lower()
    event = place.line.entry.value
    if (
        noun in load("lead_in")["meetings"]
        and isinstance(event, Event)
        and event.act == "CONSULT"
        and len(place.line.actors) > 1
    ):
        return True
    stem = noun.rstrip("s")[:6]
    return stem in place.ahead.lower()
