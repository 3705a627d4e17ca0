"""Which act a line tells, where the words around it make it another than its verb or noun names."""

from __future__ import annotations

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.frames import Frame, prepositions_of
from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.findings.acts.nouns import core
from wirecopy.findings.events.event_status import grants_none
from wirecopy.findings.events.forces import ordered_deed
from wirecopy.model import Passage


def act_of(passage: Passage, trigger: Trigger) -> tuple[str, str | None]:
    """The act and mode of the line; troops that are sent to keep a peace are aid, missiles fired into the sea a show."""
    pattern = trigger.pattern
    if pattern.act == "ASSAULT" and trigger.frame is not None and _into_water(trigger.frame):
        return "MOBILIZE", "weapons"
    if pattern.act == "AGREE" and grants_none(trigger):
        return "REJECT", None
    if (deed := ordered_deed(trigger)) is not None:
        return deed.act, "withdraw" if deed.act == "RETREAT" else deed.mode
    if pattern.act != "MOBILIZE":
        return pattern.act, pattern.mode
    verb = trigger.carrier or trigger.token
    text = passage.report.text[verb.left_edge.idx : verb.right_edge.idx + 20].lower()
    return ("AID" if "peacekeep" in text else pattern.act), pattern.mode


def _into_water(found: Frame) -> bool:
    """Whether what is fired falls into the sea: "fired two missiles into the sea off its coast"."""
    fired = found.object is not None and core(found.object).lemma_.lower() in classes()["arms"]
    behind = prepositions_of(found.object) | found.prepositions if found.object is not None else {}
    aims = [one for name in ("into", "in", "towards", "toward", "over", "at") for one in behind.get(name, ())]
    return fired and bool(aims) and aims[0].lemma_.lower() in grammar("waters")
