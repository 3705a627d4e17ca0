"""What an analyst says, made a judgement: the names given are looked up, and nothing ambiguous is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from wirecopy.judgements.decided import ANALYST, TAKEN_BACK, standing
from wirecopy.language.actors.gazetteer import fold as folded
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.language.actors.gazetteer import slug
from wirecopy.model import Actor, Entry, Judgement, Read, Verdict


class Undecidable(ValueError):
    """A decision that names nobody, or that could mean several; the message says what to name instead."""


def same_actor(reads: Sequence[Read], entries: Iterable[Entry], asked: Judgement) -> Judgement:
    """A decision on two actors with the ids of those, and of the reports, that it gives by id, name or path.

    The second may be somebody whom no report names, where the decision is for some reports or words alone. Raises
    Undecidable.
    """
    met = {mention.actor.id: mention.actor for read in reads for mention in read.mentions if mention.actor}
    lines = {entry.id: entry.value for entry in entries if isinstance(entry.value, Actor)}
    said = _said(reads)
    within = tuple(sorted({report_id(reads, one) for one in asked.within}))
    left = _actor(asked.left, met, lines, said)
    try:
        right = _actor(asked.right, met, lines, said)
    except Undecidable:
        if not (within or asked.named) or asked.verdict == "no" or not asked.right.strip():
            raise
        right = f"{met[left].kind if left in met else 'person'}:{slug(asked.right)}"
    if left == right:
        raise Undecidable(
            f"{asked.left} and {asked.right} are names of one actor here ({left}); "
            "say whom it is named for instead: `judge same ID OTHER --named WORDS`, or --in REPORT"
        )
    return replace(asked, left=left, right=right, within=within)


def decision(left: str, right: str, relation: str, verdict: Verdict, because: str, by: str) -> Judgement:
    """A judgement of an analyst, of this moment. The clock is asked for nothing but this record."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Judgement(left, right, relation, verdict, because, ANALYST + (by or "unnamed"), at=at)


def taken_back(decisions: Iterable[Judgement], decision_id: str, because: str, by: str) -> Judgement:
    """The judgement that takes another back. Raises Undecidable where none of that id stands."""
    found = next((one for one in standing(decisions) if one.id == decision_id), None)
    if found is None:
        raise Undecidable(f"no decision {decision_id} stands; `wirecopy judge list` prints those that do")
    return decision(found.id, found.id, TAKEN_BACK, "yes", because, by)


def _said(reads: Iterable[Read]) -> Mapping[str, set[str]]:
    """The ids of the actors that descriptions in the reports mean: "the Chadian president". A single word may be "he"."""
    found: dict[str, set[str]] = {}
    for read in reads:
        for mention in read.mentions:
            words = read.report.text[mention.span.start : mention.span.end]
            if mention.actor is not None and len(words.split()) > 1:
                found.setdefault(folded(words), set()).add(mention.actor.id)
    return found


def _actor(said: str, met: Mapping[str, Actor], lines: Mapping[str, Actor], described: Mapping[str, set[str]]) -> str:
    """The id of the actor that is meant. Ids first, then names, then other spellings, then words that describe one."""
    if said in met or said in lines or said in gazetteer().actors:
        return said
    named = folded(said)
    tables = (
        {i for i, actor in met.items() if folded(actor.name) == named},
        {i for i, actor in lines.items() if folded(actor.name) == named},
        {i for i, actor in met.items() if named in map(folded, actor.aliases)},
        {i for i, actor in lines.items() if named in map(folded, actor.aliases)},
        described.get(named, set()),
    )
    found = next(filter(None, tables), set())
    if len(found) == 1:
        return found.pop()
    if found:
        raise Undecidable(f"{said!r} may be {', '.join(sorted(found))}; give the id")
    raise Undecidable(f"no report names {said!r}; `wirecopy show actors` prints names and ids")


def report_id(reads: Iterable[Read], said: str) -> str:
    """The id of the report that an id or a path means. Raises Undecidable."""
    found = [read.report.id for read in reads if said in (read.report.id, read.report.path)]
    if len(found) == 1:
        return found[0]
    raise Undecidable(
        f"{'several reports are' if found else 'no report is'} {said!r}; `wirecopy show reports` prints them"
    )
