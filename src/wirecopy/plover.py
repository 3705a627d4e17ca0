"""PLOVER's event types: quad classes, scores, and how time and refusal fold into the type (`words/plover.yml`)."""

from __future__ import annotations

from functools import cache

from wirecopy.words import load

TO_COME = {"scheduled", "possible", "conditional"}


@cache
def _folds() -> dict[str, dict[str, str | None]]:
    return {act: fold for fold in load("plover")["folds"] for act in fold["types"]}


def quad(act: str | None) -> int:
    """Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for no act."""
    return int(load("plover")["types"][act]["quad"]) if act else 0


def score(act: str | None) -> float:
    """PLOVER's score of an act, from −9 (attack) to 10 (aid); 0 for no act."""
    return float(load("plover")["types"][act]["score"]) if act else 0.0


def mutual(act: str | None) -> bool:
    """Do all parties do the same to each other?"""
    return act in load("plover")["mutual"]


def plover_type(act: str | None, status: str) -> str | None:
    """The type after PLOVER's folding: "will meet" is AGREE, "will not send" REJECT. A denied act has no type."""
    if act is None or status == "denied":
        return None
    fold = _folds()[act]
    if status == "refused":
        return fold["refused"]
    return (fold["to_come"] or act) if status in TO_COME else act
