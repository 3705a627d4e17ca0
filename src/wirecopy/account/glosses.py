"""Glosses: whom or what a line's own words point at, where their report has told it before.

Newsrooms print them in square brackets: “stop the pipeline [Nord Stream 2]”. A gloss is given only where the report leaves one
answer; a wrong one would be a fact that nobody told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from wirecopy.account.places import Found, Source, line_actors, placed, teller
from wirecopy.language.actors.gazetteer import adjectives
from wirecopy.language.actors.pronouns import PRONOUNS
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Actor, Commitment, Entry, Event, Gloss, Span, Statement
from wirecopy.words import load

# Glosses of one line: more of them would bury its words.
MOST = 2
# Characters before a noun within which the report must have named what it points at: further back another may be meant.
REACH = 1200
FIELDS: Mapping[type, tuple[str, ...]] = {
    Event: ("what",),
    Commitment: ("action", "condition"),
    Statement: ("words",),
}
# The parts of a line that a pronoun's actor must have, by the pronoun: who does it, or to whom it is done.
DOERS = dict.fromkeys(("he", "she", "it", "they"), ("who",))
TARGETS = dict.fromkeys(("him", "them"), ("whom", "to", "addressee"))
POINTING: Mapping[str, tuple[str, ...]] = {**DOERS, **TARGETS}
PERSONAL = frozenset({"he", "him", "she"})
NAMED = ("person", "state", "organisation", "office")
NOMINAL = re.compile(r"(?:the|this|that) (?P<noun>[a-z]+)")
GENITIVE = re.compile(r"[’']s\b")
DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) ([a-z]{4,}(?:-[a-z]+)?)(?=[’']s\b|[,.;:”)?!]|\s|$)"
)
FOLLOWING = re.compile(r"\s([A-Za-z’'-]+)")
SHORT = re.compile(r"[A-Z][A-Z.]{1,4}")
# Behind a quotation: "… Ms Kask said of Mr Paz", "… he said, speaking of the dam".
SPOKEN_OF = re.compile(
    r"[^“\n.]{0,40}?”[^“”.;\n]{0,90}?"
    r"(?:\b(?:said|says|wrote|added)(?: [A-Z][\w.-]+){0,3} of (?P<who>(?:[A-Z][\w.-]+ ?){1,5}(?<! ))"
    r"|,? (?:speaking of|referring to|in (?:a )?reference to|alluding to) "
    r"(?P<matter>(?!(?:his|her|their) )[^“”.,;\n]{4,70}))(?=[.,; ])"
)
PERSON = re.compile(r"\b(?:he|she|him)\b", re.IGNORECASE)
MATTER = re.compile(r"\b(?:that|it|this)(?=[.,;:!?”]|\Z| (?:is|was|will|would|has)\b)", re.IGNORECASE)
NAME = r"(?:[A-Z][\w.-]*|[0-9][\w-]*)"


class Place(NamedTuple):
    """Words that may need a gloss, their meaning, and where the report tells it."""

    start: int
    end: int
    meaning: str
    named: Span


def with_glosses(entry: Entry, sources: Mapping[str, Source]) -> Entry:
    """A line with what its shown words point at."""
    found: list[Gloss] = []
    for field in FIELDS.get(type(entry.value), ()):
        words = getattr(entry.value, field)
        claim = teller(field, words, entry, sources) if words else None
        if claim:
            source = sources[claim.report_id]
            pieces = placed(words, claim, source.text)
            found += [*_glosses(field, pieces, source, entry, words)][: MOST - len(found)]
    return replace(entry, glosses=tuple(found)) if found else entry


def glossed(entry: Entry) -> Entry:
    """A line whose value has its glosses among its words, for readers; exports keep the report's own words."""
    value = entry.value
    for gloss in entry.glosses:
        words = getattr(value, gloss.field)
        whole = re.compile(rf"(?<!\w){re.escape(gloss.words)}(?!\w)")
        shown = whole.sub(lambda found, gloss=gloss: f"{found.group()} [{gloss.meaning}]", words, count=1)  # type: ignore[misc]
        value = replace(value, **{gloss.field: shown})  # type: ignore[arg-type]
    return replace(entry, value=value) if entry.glosses else entry


def without_glosses(told: str, entry: Entry) -> str:
    """A sentence of a line without them: what must stand so in the report."""
    for gloss in entry.glosses:
        told = told.replace(f"{gloss.words} [{gloss.meaning}]", gloss.words, 1)
    return told


def _glosses(
    field: str, pieces: Sequence[tuple[int, int]], source: Source, entry: Entry, words: str
) -> Iterator[Gloss]:
    before = ""
    for start, end in pieces:
        found = [*_spoken_of(start, end, source), *_pointed(start, end, pieces, source, entry)]
        found += _things(start, end, source, entry)
        for place in sorted(found):
            said = " ".join(source.text[place.start : place.end].split())
            ahead = f"{before} {source.text[start : place.start]}"
            if not re.search(rf"(?<!\w){re.escape(said)}(?!\w)", ahead) and place.meaning not in words:
                yield Gloss(field, said, place.meaning, place.named)
        before += source.text[start:end]


# ---- actors that the report's own mentions tell
def _pointed(start: int, end: int, pieces: Sequence[tuple[int, int]], source: Source, entry: Entry) -> Iterator[Place]:
    """Pronouns and descriptions whose actor the reading knows."""
    for one in source.within(start, end):
        said = source.text[one.start : one.end]
        alone = sum(one.start == other.start for other in source.within(one.start, one.start + 1)) == 1
        if one.end > end or not alone or one.actor.anonymous or one.actor.kind not in NAMED:
            continue
        owned = GENITIVE.match(source.text, one.end)
        if said.lower() in POINTING:
            ahead = [m for s, e in pieces for m in source.within(s, min(e, one.start)) if m.start < one.start]
            if _is_due(one.actor, said.lower(), entry) and not any(
                _rivals(said.lower(), m, source.text) for m in ahead
            ):
                yield Place(one.start, one.end, one.actor.name, _named(one, source))
        elif _is_described(said, one.actor) and not (
            _has_part(one.actor, entry) or (owned and one.actor.kind == "person")
        ):
            after = owned.end() if owned else one.end
            yield Place(one.start, after, one.actor.name + ("’s" if owned else ""), _named(one, source))


def _named(one: Found, source: Source) -> Span:
    """Where the report last names an actor before it points at it, else the place itself, on which the reading rests."""
    earlier = (m for m in source.within(0, one.start) if m.actor.id == one.actor.id and m.start < one.start)
    names = [m for m in earlier if source.text[m.start : m.end].lower() not in PRONOUNS]
    return Span(source.id, *(names[-1][:2] if names else one[:2]))


def _has_part(actor: Actor, entry: Entry) -> bool:
    return actor.id in line_actors(entry)


def _is_due(actor: Actor, pronoun: str, entry: Entry) -> bool:
    """Has a pronoun's actor, among several of its line, the part that the pronoun has in its clause? Nobody else is sure."""
    if pronoun == "it" and (actor.kind != "state" or getattr(entry.value, "mode", None) == "exercise"):
        return False  # a bill, a plan, a team or a drill is "it" as well, and the reading knows no such thing
    having = (getattr(entry.value, part, ()) for part in POINTING[pronoun])
    sides = (value if isinstance(value, tuple) else (value,) for value in having)
    return len(line_actors(entry)) > 1 and any(
        isinstance(one, Actor) and one.id == actor.id for side in sides for one in side
    )


def _is_described(said: str, actor: Actor) -> bool:
    """ "The president" for a person, "the council" for a body that is called so: "the police" is none of its registries."""
    found = NOMINAL.fullmatch(said)
    if not found or not actor.name[:1].isupper():
        return False
    called = (actor.name.split()[-1].lower(), *load("glosses")["bodies"])
    return actor.kind == "person" or found["noun"] in called


def _rivals(pronoun: str, other: Found, text: str) -> bool:
    """May a pronoun mean what is named before it in the same words? Then the reader takes it so, and so may the report."""
    if text[other.start : other.end].lower() in PRONOUNS:
        return False
    return other.actor.kind in ("person", "group") if pronoun in PERSONAL else other.actor.kind != "person"


# ---- what the teller says that a quotation speaks of
def _spoken_of(start: int, end: int, source: Source) -> Iterator[Place]:
    """The first pronoun of quoted words behind which the report says whom or what they mean: "he", she said of Mr Paz."""
    told = SPOKEN_OF.match(source.text, end)
    pronoun = (PERSON if told and told["who"] else MATTER).search(source.text, start, end) if told else None
    if told and pronoun and told["who"]:
        people = (m for m in source.within(*told.span("who")) if m.end == told.end("who") and m.actor.kind == "person")
        for one in [*people][:1]:
            yield Place(*pronoun.span(), one.actor.name, Span(source.id, one.start, one.end))
    elif told and pronoun:
        yield Place(*pronoun.span(), " ".join(told["matter"].split()), Span(source.id, *told.span("matter")))


# ---- things that the report names
def _things(start: int, end: int, source: Source, entry: Entry) -> Iterator[Place]:
    """Definite nouns for what the report named before: "the pipeline" after "Russia's Nord Stream 2 pipeline"."""
    lists = load("glosses")
    for found in DEFINITE.finditer(source.text, start, end):
        noun = found.group(1)
        following = FOLLOWING.match(source.text, found.end())
        if (
            noun in lists["general"]
            or noun in load("function_words")
            or (following and following.group(1) not in lists["behind"])
        ):
            continue
        if any(found.start() <= m.start < found.end() for m in source.within(found.start(), found.end())):
            continue
        land = noun in lists["lands"]
        named = _state(found.start(), source, entry) if land else _thing(noun, found.start(), source)
        if named:
            owned = GENITIVE.match(source.text, found.end())
            meaning = named[0] + ("’s" if owned else "")
            yield Place(found.start(), owned.end() if owned else found.end(), meaning, named[1])


def _state(at: int, source: Source, entry: Entry) -> tuple[str, Span] | None:
    """The one state told of in the sentence before "the country", else in the sentence before that, but for the line's own."""
    if source.text.count("“", 0, at) > source.text.count("”", 0, at):
        return None  # whoever speaks may well mean his own
    ends = [found.end() for found in ENDED.finditer(source.text, max(at - REACH, 0), at)]
    starts = [*reversed(ends)][:2]
    own = {actor.country for actor in line_actors(entry).values()}
    for first, last in zip(starts, [at, *starts], strict=False):
        told = [m for m in source.within(first, last) if m.start < last and _is_land(m, source.text)]
        if told:
            others = {m.actor.country for m in told} - own
            state = next(
                (m.actor for m in source.mentions if m.actor.kind == "state" and {m.actor.country} == others), None
            )
            sure = state is not None and told[-1].actor.country == state.country
            return (state.name, Span(source.id, told[-1].start, told[-1].end)) if state and sure else None
    return None


def _is_land(one: Found, text: str) -> bool:
    """Does a name stand for a state or its people? "US troops" are no land, nor is a pronoun."""
    said = text[one.start : one.end]
    if said.lower() in PRONOUNS or (SHORT.fullmatch(said) and re.match(r" [a-z]", text[one.end :][:2])):
        return False
    people = one.actor.kind == "group" and " " not in one.actor.name and one.actor.name[:1].isupper()
    return bool(one.actor.country) and (one.actor.kind == "state" or people)


def _thing(noun: str, at: int, source: Source) -> tuple[str, Span] | None:
    """The one name that a thing has had before, unless another thing of its kind has been told of."""
    head = re.escape(noun)
    before = source.text[:at]
    called = re.compile(rf"({NAME}(?: {NAME})*) (?:[a-z]+ ){{0,2}}{head}\b")
    explained = re.compile(rf"({NAME}(?: {NAME})*), (?:an?|the) (?:[\w-]+ ){{0,3}}{head}\b")
    found = [(one.group(1), one.start(1), one.end()) for kind in (called, explained) for one in kind.finditer(before)]
    named = [(name, start, after) for name, start, after in found if _is_name(name, start, source)]
    if not named or len({name for name, _, _ in named}) > 1 or max(after for *_, after in named) < at - REACH:
        return None
    told = {after for _, _, after in named}
    for other in re.finditer(rf"\b([\w’'-]+) (?:[a-z-]+ ){{0,2}}{head}s?\b", before):
        if other.end() not in told and other.group(1).lower() not in ("the", "this", "that"):
            return None  # "a second pipeline", "pipelines": it may be this that is meant
    name, start, _ = named[-1]
    return name, Span(source.id, start, start + len(name))


def _is_name(name: str, start: int, source: Source) -> bool:
    """Is it the name of a thing: no word that only opens a sentence, and nobody whom the report names?"""
    words = name.split()
    if (
        words[0].lower() in load("glosses")["unnamed"]
        or name in adjectives().values()
        or not any(word[0].isupper() for word in words)
    ):
        return False
    if (
        len(words) == 1
        and not any(c.isdigit() for c in name)
        and (not source.text[:start].strip() or ENDED.search(source.text, max(start - 3, 0), start))
    ):
        return False
    inside = (m for m in source.within(max(start - 60, 0), start + len(name)) if m.end > start)
    return not any(m.actor.kind != "place" and m.start < start + len(name) for m in inside)
