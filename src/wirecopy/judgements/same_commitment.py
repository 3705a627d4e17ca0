"""Do two claims tell of one threat, promise, demand, red line, refusal or offer?"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import cache

from wirecopy.judgements.parties import fit, sides
from wirecopy.judgements.told import Told, jaccard, overlap, stems
from wirecopy.model import Commitment
from wirecopy.words import load


def keys(told: Told) -> Iterable[Hashable]:
    """Claims that share no key are not compared: the kind, and the side that commits itself."""
    commitment = told.finding
    assert isinstance(commitment, Commitment)  # noqa: S101 -- the caller groups claims by kind
    for side in sides(commitment.by) or {""}:
        yield commitment.kind, side
    if told.sentence:
        yield commitment.kind, told.sentence


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1; .5 and more: one commitment, reaffirmed or told again."""
    a, b = left.finding, right.finding
    assert isinstance(a, Commitment) and isinstance(b, Commitment)  # noqa: S101
    action = overlap(stems(a.action or ""), stems(b.action or ""))
    condition = overlap(stems(a.condition or ""), stems(b.condition or ""))
    if left.sentence and left.sentence == right.sentence and left.report.id != right.report.id:
        alike = jaccard(stems(f"{a.action} {a.condition}"), stems(f"{b.action} {b.condition}"))
        return 0.5 + 0.5 * alike if alike >= 0.2 and fit(a.by, b.by) else 0.0
    if not fit(a.by, b.by) or not fit(a.to, b.to):
        return 0.0
    if a.kind == "red line":
        return max(action, condition) if max(action, condition) >= 0.6 else 0.0
    if a.kind == "threat" and one_answer(a, b):
        return 0.7
    if a.condition and b.condition and action < 0.8:
        # One threat in two strengths of wording ("severe", "massive") still answers the same deed.
        return 0.5 * action + 0.5 * condition if condition >= 0.5 and action >= 0.3 else 0.0
    return 0.9 * action if action >= 0.6 else 0.0


def one_answer(a: Commitment, b: Commitment) -> bool:
    """Do both hold out punishment for an attack? "Serious consequences if he invades" is "harsh sanctions if troops cross".

    One of the two may leave the condition to the reader, where it holds out the same in nearly the same words.
    """
    conditions = [c.condition for c in (a, b) if c.condition]
    attack = bool(conditions) and all(theme(condition, "attack") for condition in conditions)
    alike = len(conditions) == 2 or overlap(stems(a.action or ""), stems(b.action or "")) >= 0.6
    return attack and alike and theme(a.action, "punish") and theme(b.action, "punish")


def theme(words: str | None, name: str) -> bool:
    """Does one of the theme's words (`themes` in words/comparing.yml) stand in these words?"""
    return bool(words and _pattern(name).search(words))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('comparing')['themes'][name]))})\b", re.I)
