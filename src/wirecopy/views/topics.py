"""What lines are about: an actor whom their words name, or words that they have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wirecopy.judgements.told import stems
from wirecopy.language.actors.pronouns import PRONOUNS
from wirecopy.model import Actor, Entry, Span
from wirecopy.run.account import OpenAccount

# The parts of a line that tell who says so and how, not what is said.
AROUND = frozenset({"speaker", "cue", "by", "when"})


class Topic(NamedTuple):
    """`words` are stems that a line must all have, or else it must name the actors that are named at `places`.

    `places` are the starts of names by report, as wirecopy read them; `texts` the reports' texts by id.
    """

    words: frozenset[str]
    places: Mapping[str, tuple[int, ...]]
    texts: Mapping[str, str]


def topic(account: OpenAccount, asked: str) -> Topic:
    """A topic as it is asked for: an actor by id, name or any other spelling, and the words themselves.

    Names are taken as they were understood where they stand ("Washington", the state), never pronouns: in what somebody
    says "he" is mostly himself.
    """
    texts = {report.id: report.text for report in account.reports}
    places: dict[str, list[int]] = {}
    for entry in account.actors:
        if isinstance(entry.value, Actor) and named(entry.value, asked):
            for piece in entry.evidence:
                if words(piece.span, texts).lower() not in PRONOUNS:
                    places.setdefault(piece.span.report_id, []).append(piece.span.start)
    return Topic(stems(asked), {report: tuple(found) for report, found in places.items()}, texts)


def words(span: Span, texts: Mapping[str, str]) -> str:
    """The words of a span on one line."""
    return " ".join(texts[span.report_id][span.start : span.end].split())


def named(actor: Actor, wanted: str) -> bool:
    """Is the actor called so: an id, a name, an alias, or the last word of its name, of a person that of any spelling?"""
    wanted = wanted.lower()
    names = (actor.name, *actor.aliases)
    spelt = [one.split()[-1] for one in (names if actor.kind == "person" else names[:1]) if one]
    # "The Russian leader" is no spelling of a name: its last word has no capital.
    return wanted in (actor.id.lower(), *map(str.lower, names)) or wanted in (
        w.lower() for w in spelt if w[0].isupper()
    )


def tells_of(entry: Entry, asked: Topic) -> bool:
    """Do the words of a line, in any of its reports, name the actor or have all the words?"""
    spans = [piece.span for piece in entry.evidence if piece.role not in AROUND]
    if any(span.start <= place < span.end for span in spans for place in asked.places.get(span.report_id, ())):
        return True
    return bool(asked.words) and asked.words <= stems(" ".join(words(span, asked.texts) for span in spans))
