"""Claims made comparable: times resolved, actors known across reports, words reduced to stems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

from wirecopy.model import Actor, Claim, Event, Figure, Finding, Moment, Report, Span, Statement
from wirecopy.words import load


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as the judges see it.

    `finding` has moments for expressions and account-wide actors; `stems` are the content words of its evidence;
    `sentence` is the aligned-sentence key that copies share ("" where the report has no copy); `copied` says that the
    report is known to be a copy of another; `strand` numbers the strand of the account that the report is of (`strands`);
    `aside` says that the words of an event tell another deed first.
    """

    claim: Claim
    finding: Finding
    report: Report
    stems: frozenset[str]
    place: int
    sentence: str = ""
    copied: bool = False
    strand: int = 0
    aside: bool = False

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By the report's date, then its path, then the text: the order in which claims are folded."""
        published = self.report.published
        return (published and published.latest) or "9999", self.report.path, self.place, self.claim.id


PAST = {"happened", "historical"}
WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
# "Build-up" and "buildup" are one word, and so are "stand-off" and "standoff", "cease-fire" and "ceasefire".
PARTED = re.compile(r"(?<=[^\W\d_]{4})[-‐‑](?=(?:up|off|out|down|back|fire)s?\b)")


@cache
def _stop() -> frozenset[str]:
    return frozenset(load("comparing")["stop"])


@cache
def _same() -> Mapping[str, str]:
    return {word: group[0] for group in load("comparing")["alike"] for word in group}


@cache
def stem(word: str) -> str:
    """A crude English stem, with words that name one thing (troops, soldiers) taken together."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    word = _same().get(word, word)
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return _same().get(word, word.removesuffix("e"))


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words; numbers count as words."""
    return frozenset(stem(w) for w in WORD.findall(PARTED.sub("", text)) if w.lower() not in _stop())


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set that is in the other; 0 where one is empty."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of both that is in both."""
    return len(left & right) / len(left | right) if left and right else 0.0


def canonical(finding: Finding, actors: Mapping[str, Actor]) -> Finding:
    """The finding with each actor replaced by the account's one."""
    changed: dict[str, object] = {}
    for field in fields(finding):
        value = getattr(finding, field.name)
        if isinstance(value, Actor):
            changed[field.name] = actors.get(value.id, value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Actor):
            changed[field.name] = unique(actors.get(actor.id, actor) for actor in value)
    return replace(finding, **changed)  # type: ignore[arg-type]


def actors_of(finding: Finding) -> Iterator[Actor]:
    """The actors of all fields of a finding."""
    for field in fields(finding):
        value = getattr(finding, field.name)
        if isinstance(value, Actor):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Actor))


def told_by(finding: Finding, report: Report) -> Finding:
    """The finding with its time cut at the report's own: what was said, done or counted this week was so before it was printed.

    Only an interval that begins in the report's month is cut: "this year" cut at a day would look sharper than it is.
    """
    field = "as_of" if isinstance(finding, Figure) else "when"
    when, published = getattr(finding, field, None), report.published
    past = isinstance(finding, Statement) or (isinstance(finding, Event | Figure) and finding.status in PAST)
    if not past or not isinstance(when, Moment) or published is None or published.latest is None:
        return finding
    last = published.latest[:10]
    if when.latest is None or when.latest[:10] <= last or not last[:7] <= (when.earliest or "") <= last:
        return finding
    return replace(finding, **{field: replace(when, latest=last)})  # type: ignore[arg-type]


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors in order, each once."""
    return tuple({actor.id: actor for actor in actors}.values())


def days(moment: object) -> tuple[str, str] | None:
    """First and last day of a moment as ISO dates; None where it is open on a side or no date."""
    if not isinstance(moment, Moment) or not moment.earliest or not moment.latest:
        return None
    return moment.earliest[:10], moment.latest[:10]


def apart(left: object, right: object) -> bool:
    """Are these two times certainly different?"""
    a, b = days(left), days(right)
    return bool(a and b and (a[1] < b[0] or b[1] < a[0]))


def same_day(left: object, right: object) -> bool:
    """Are both one and the same known day?"""
    a, b = days(left), days(right)
    return bool(a and a == b and a[0] == a[1])


def in_headline(told: Told) -> bool:
    """Does a claim stand in its report's headline, or in a subheading?"""
    start = first_start(told.claim.spans)
    heads = (block for block in told.report.blocks if block.kind in ("headline", "subheading"))
    return any(block.start <= start < block.end for block in heads)


def with_asides(told: Sequence[Told]) -> list[Told]:
    """The claims, those of events marked of which another claim of the report has the words, and an act before theirs."""
    first: dict[tuple[str, str], int] = {}
    for one in told:
        if (key := _told_in(one)) is not None:
            first[key] = min(first.get(key, _act_at(one)), _act_at(one))
    return [
        replace(one, aside=True) if (key := _told_in(one)) is not None and first[key] < _act_at(one) else one
        for one in told
    ]


def _told_in(told: Told) -> tuple[str, str] | None:
    what = told.finding.what if isinstance(told.finding, Event) else None
    return (told.report.id, what) if what and told.claim.spans.get("act") else None


def _act_at(told: Told) -> int:
    return min(span.start for span in told.claim.spans["act"])


def below_headlines(group: Sequence[Told]) -> Sequence[Told]:
    """A group's claims without those of headlines, which put in a few words what is told below; all where these are all."""
    return [told for told in group if not in_headline(told)] or group


def first_start(spans: Mapping[str, tuple[Span, ...]]) -> int:
    """Where a claim begins in its report."""
    return min(span.start for pieces in spans.values() for span in pieces)
