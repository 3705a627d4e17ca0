"""What analysts decided: it stands before what the machine judges, until it is taken back.

Decisions are judgements like any other, by "analyst:" and a name. None is ever deleted: what takes one back is a judgement
too (relation "taken back"), so that the record shows who thought what, and when.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace

from wirecopy.judgements.told import canonical
from wirecopy.language.actors.gazetteer import fold as folded
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Actor, Claim, Judgement, Mention, Read, Report, Span

SAME_ACTOR, TAKEN_BACK = "same actor", "taken back"
# Of two claims, of one claim, of a report, of a commitment, of an outlet.
SAME_LINE, DROPPED, RESIDUE, DATED, STATE, GRADED = "same line", "dropped", "residue", "dated", "state", "graded"
# How the name of an analyst is marked among those who judge; all others are rules.
ANALYST = "analyst:"


def standing(decisions: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions that were not taken back; of several on one matter, the last."""
    listed = sorted(decisions, key=lambda decision: (decision.at or "", decision.id))
    back = {decision.left for decision in listed if decision.relation == TAKEN_BACK}
    last: dict[object, Judgement] = {}
    for decision in listed:
        if decision.relation != TAKEN_BACK and decision.id not in back:
            last[_matter(decision)] = decision
    return tuple(last.values())


def _matter(decision: Judgement) -> object:
    """What a decision is about: of two on the same matter the later stands.

    A grade, or the state that something is in, is the answer and not the matter; a state that it is not in is.
    """
    is_answer = decision.relation == GRADED or (decision.relation == STATE and decision.verdict == "yes")
    words = None if is_answer else decision.named
    return decision.relation, frozenset((decision.left, decision.right)), decision.within, words


def about_actors(decisions: Iterable[Judgement]) -> list[Judgement]:
    """Those that say of two actors, wherever they are named, whether they are one."""
    return [one for one in decisions if one.relation == SAME_ACTOR and not _is_narrow(one)]


def _is_narrow(decision: Judgement) -> bool:
    """Does it hold for some reports, or some words, alone?"""
    return bool(decision.within or decision.named)


def corrected(reads: Sequence[Read], decisions: Iterable[Judgement]) -> list[Read]:
    """What was read, with the actors whom an analyst told otherwise for some of the reports or of the words."""
    met = {mention.actor.id: mention.actor for read in reads for mention in read.mentions if mention.actor}
    narrow = [one for one in decisions if one.relation == SAME_ACTOR and one.verdict == "yes" and _is_narrow(one)]
    found = list(reads)
    for decision in narrow:
        right = meant(decision.right, met)
        found = [
            _read(read, decision, right) if not decision.within or read.report.id in decision.within else read
            for read in found
        ]
    return found


def meant(actor_id: str, met: Mapping[str, Actor]) -> Actor:
    """The actor with an id: of these, of the gazetteer, else one whom only the analyst names ("person:ion-grosu")."""
    kind, _, name = actor_id.rpartition(":")
    listed = gazetteer().actors.get(actor_id)
    made = replace(listed, roles=()) if listed else Actor(actor_id, name.replace("-", " ").title(), kind or "person")
    return met.get(actor_id, made)


def _read(read: Read, decision: Judgement, right: Actor) -> Read:
    """One report with an actor replaced: in the mentions that are meant, and in the claims that rest on them."""
    own = [mention for mention in read.mentions if mention.actor and mention.actor.id == decision.left]
    changed = {mention.span for mention in own if _is_named(mention.span, read.report, decision)}
    if not changed:
        return read
    mentions = tuple(_mention(mention, decision, right, mention.span in changed) for mention in read.mentions)
    everywhere = len(changed) == len(own)
    claims = tuple(_claim(claim, changed, everywhere, {decision.left: right}) for claim in read.claims)
    return replace(read, mentions=mentions, claims=claims)


def _mention(mention: Mention, decision: Judgement, right: Actor, is_changed: bool) -> Mention:
    """A mention with the actor that is meant; who is meant elsewhere loses the words as an alias."""
    if is_changed:
        return replace(mention, actor=right, because="told by an analyst")
    if mention.actor is None or mention.actor.id != decision.left or decision.named is None:
        return mention
    aliases = tuple(alias for alias in mention.actor.aliases if _bare(alias) != _bare(decision.named))
    return replace(mention, actor=replace(mention.actor, aliases=aliases))


def _bare(words: str) -> str:
    """Words as they are compared: case and accents off, without the article."""
    return folded(words.strip().removeprefix("the ").removeprefix("The "))


def _is_named(span: Span, report: Report, decision: Judgement) -> bool:
    said = report.text[span.start : span.end]
    return decision.named is None or _bare(said) == _bare(decision.named)


def _claim(claim: Claim, changed: Collection[Span], everywhere: bool, actors: Mapping[str, Actor]) -> Claim:
    """A claim with the actor replaced in the roles whose words are meant; in the others if all his mentions are."""
    before, after = claim.finding, canonical(claim.finding, actors)
    if everywhere:
        return replace(claim, finding=after)
    roles = {role for role, spans in claim.spans.items() if any(_meets(span, one) for span in spans for one in changed)}
    kept = {f.name: getattr(before, f.name) for f in fields(before) if f.name not in roles}
    return replace(claim, finding=replace(after, **kept))


def _meets(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
