"""The actors of one report while they are being put together: who was met where, and in which roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from wirecopy.language.actors import titles
from wirecopy.language.actors.gazetteer import fold
from wirecopy.model import Actor, Mention, Report, Role, Span

ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "this ", "that ", "our ")
POINTING = "pronoun"
# Words that name nobody in particular: no open question.
NOBODY = "people or things in general"
BOTH = "both of them named before"
BESIDE = "described right beside the name"
_ACRONYM = 5  # letters: longer words in capitals are shouted


class Named(NamedTuple):
    """A stretch of the text and the actor (by id) that it names, None where it stays open."""

    start: int
    end: int
    actor: str | None
    because: str


@dataclass(slots=True)
class Cast:
    """Collects actors, their roles and where they are named."""

    actors: dict[str, Actor] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)

    def enter(self, actor: Actor) -> str:
        """Take an actor in (the first of an id stays) and give its id."""
        self.actors.setdefault(actor.id, actor)
        return actor.id

    def name(self, start: int, end: int, actor: str | None, because: str) -> None:
        """Say that a stretch of the text names an actor."""
        self.named.append(Named(start, end, actor, because))

    def hold(self, key: str, role: Role) -> None:
        """Add an office to an actor, once."""
        actor = self.actors[key]
        met = [r for r in actor.roles if fold(r.role) == fold(role.role)]
        if any(role.organisation in {None, r.organisation} for r in met):
            return
        kept = tuple(r for r in actor.roles if r not in met or r.organisation is not None)
        self.actors[key] = replace(actor, roles=(*kept, role))

    def place(self, key: str, country: str | None) -> None:
        """Give an actor a country where it has none."""
        if country and self.actors[key].country is None:
            self.actors[key] = replace(self.actors[key], country=country)


def bare(said: str) -> str:
    """The words of a mention without the article or possessive before it."""
    low = said.lower()
    return next((said[len(article) :] for article in ARTICLES if low.startswith(article)), said)


def alias(said: str, actor: Actor) -> str:
    """Other words for an actor as they are listed: in usual case, without article, number and form of address.

    Empty where they are the name again ("President Joe Biden") or fit anybody of that office ("the president").
    """
    given = bare(" ".join(said.split())).split()
    if said.isupper() and (len(said) > _ACRONYM or actor.kind == "person"):
        given = [word.title() for word in given]
    told = [word.lower().strip(".,") in _office() for word in given]
    if actor.kind == "person" and not actor.anonymous:
        while told and told[0] and _names(given):
            given, told = given[1:], told[1:]
    words = " ".join(given)
    vague = " of " in words and words.partition(" of ")[2].islower()
    return "" if vague or (all(told) and not _ends(given, actor)) or _plain(words) == _plain(actor.name) else words


def _ends(given: Sequence[str], actor: Actor) -> bool:
    """Are words of office, all with capitals, the end of the name of a body of the gazetteer: "the Security Council"?"""
    known = actor.kind == "organisation" and ":" not in actor.id and len(given) > 1
    return known and all(word[:1].isupper() for word in given) and _plain(actor.name).endswith(_plain(" ".join(given)))


@cache
def _office() -> frozenset[str]:
    lists = titles.load()
    return lists.persons | lists.address | lists.modifiers | lists.bodies | lists.groups


def _plain(words: str) -> str:
    return words.casefold().replace(".", "")


def _names(given: list[str]) -> bool:
    """Do the words end in a name, not in an office ("President Tsai", not "Polish president")?"""
    return (
        len(given) > 1
        and "of" not in given
        and given[-1][:1].isupper()
        and given[-1].lower() not in titles.load().persons
    )


def settle(report: Report, named: Iterable[Named], actors: dict[str, Actor]) -> tuple[Mention, ...]:
    """The mentions in text order, one actor object per actor, its aliases the other words that the report uses for it."""
    # Of two actors that one phrase means the first stays first: a set would turn them with the seed of Python's hashes.
    ordered = sorted(dict.fromkeys(named), key=lambda n: (n.start, -n.end))
    aliases: dict[str, list[str]] = {}
    for name in ordered:
        if name.actor is None or name.because.startswith((POINTING, BOTH, BESIDE)):
            continue
        said = alias(report.text[name.start : name.end], actors[name.actor])
        known = aliases.setdefault(name.actor, [])
        if said and said not in known:
            known.append(said)
    final = {
        key: replace(actors[key], aliases=tuple(aliases.get(key, ()))) for key in {n.actor for n in ordered if n.actor}
    }
    return tuple(
        Mention(Span(report.id, n.start, n.end), final[n.actor] if n.actor else None, n.because) for n in ordered
    )
