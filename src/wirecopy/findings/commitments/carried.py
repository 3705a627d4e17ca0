"""What a commitment takes over from the words around it: a proviso, what "do so" means, the demand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.claimed import is_no_party
from wirecopy.findings.commitments.drafts import Draft, Scene, Stretch, is_hand, solid
from wirecopy.language.actors import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

_PROVISO = re.compile(
    r"\s*[\w’']+(?:\s+[\w’']+){0,3}\s+(?:proviso|condition|caveat|catch|string)\b[^.:\n]{0,40}:\s*([^.\n]+)",
    re.IGNORECASE,
)


def with_proviso(text: str, draft: Draft, end: int) -> Draft:
    """The draft with the condition that the next sentence sets: "There was one proviso: the command must be European."""
    if draft.condition is not None or draft.kind not in ("promise", "offer"):
        return draft
    found = _PROVISO.match(text, end)
    return draft._replace(condition=found.span(1)) if found else draft


def with_thing(text: str, draft: Draft) -> Draft:
    """The draft whose action begins at the thing called for: "reforms to ease the burden", which are asked to do nothing."""
    for actor, span in draft.to:
        if (
            draft.action
            and span
            and span.end <= draft.action[0]
            and is_no_party(actor)
            and text[span.end : draft.action[0]].strip() in ("", "to")
        ):
            return draft._replace(action=(span.start, draft.action[1]))
    return draft


def with_foe(scene: Scene, draft: Draft) -> Draft:
    """The draft with whose deed it is as addressee, where only an adjective tells: a Turkish landing, if Turkish ships drill,

    the withdrawal of Turkish ships.
    """
    told = {"threat": draft.condition, "demand": draft.action}.get(draft.kind)
    noun = _doing(scene, told, draft.kind) if told is not None else None
    if noun is None or told is None or not all(s and noun.idx < s.start < told[1] for _, s in draft.to):
        return draft
    said = {c.text for c in noun.children if c.dep_ == "amod"}
    country = next((code for code, adjective in gazetteer.adjectives().items() if adjective in said), None)
    state = gazetteer.load().actors.get(country) if country else None
    own = {actor.country for actor, _ in draft.by}
    return draft._replace(to=((state, None),)) if state is not None and country not in own else draft


def _doing(scene: Scene, told: Stretch, kind: str) -> Token | None:
    """The noun of a condition, or whose verb has it as its subject; of a demand, the one who is to go: the withdrawal of …"""
    words = scene.sentence.doc.char_span(*told, alignment_mode="expand")
    root = words.root if words is not None and len(words) else None
    if root is None:
        return None
    if kind == "demand":
        goes = root.lemma_.lower() in ("withdrawal", "removal", "departure", "pullout", "pullback", "retreat")
        links = (c for c in root.children if goes and c.lower_ == "of")
        return next((o for c in links for o in c.children if o.dep_ == "pobj" and o.pos_ == "NOUN"), None)
    if root.pos_ == "NOUN":
        return root
    return next((c for c in root.lefts if c.dep_ == "nsubj" and c.pos_ == "NOUN" and c.idx >= told[0]), None)


def with_before(scene: Scene, draft: Draft) -> Draft:
    """The refusal with what has to come first as its condition: "will not free them before the last soldier has left"."""
    if draft.kind != "refusal" or draft.condition is not None or draft.action is None:
        return draft
    words = scene.sentence.doc.char_span(*draft.action, alignment_mode="expand")
    before = (t for t in words or () if t.lower_ == "before" and t.idx > draft.action[0])
    clause = next((t.head for t in before if t.dep_ == "mark" and t.head.dep_ == "advcl"), None)
    first = clause.left_edge if clause is not None else None
    if clause is None or first is None or first.lower_ != "before" or first.nbor().idx >= draft.action[1]:
        return draft
    start, end = draft.action[0], _closed_before(scene.text, first.idx)
    parties = (scene.parties.named(c) for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    mine = {actor.country or actor.id for actor, _ in draft.by}
    other = next((p for p in parties if p is not None and (p[0].country or p[0].id) not in mine), None)
    to = draft.to or ((other,) if other is not None and (solid(other[0]) or is_hand(other[0])) else ())
    condition = first.nbor().idx, draft.action[1]
    return draft._replace(action=(start, end), condition=condition, marker="until", to=to)


_POINTS = re.compile(
    r"otherwise|or\s+else|if\s+not|failing\s+(?:that|which)|(?:they|he|she|it|[A-Z]\w+)\s+(?:do|does|did|will|would)\s*(?:not|n['’]t)",
    re.IGNORECASE,
)


def told_before(text: str, draft: Draft, before: Iterable[Draft | None]) -> Draft:
    """The draft with what was demanded as its condition, where it only says "otherwise" or "if they do not"."""
    if draft.condition is None or not _POINTS.fullmatch(" ".join(text[slice(*draft.condition)].split())):
        return draft
    mine = {actor.id for actor, _ in draft.by}
    demands = (
        d for d in before if d is not None and d.kind == "demand" and d.action and mine & {a.id for a, _ in d.by}
    )
    demand = next(demands, None)
    if demand is None:
        return draft
    to = draft.to or demand.to
    return draft._replace(condition=demand.action, pointer=draft.condition, marker="unless", to=to)


_DO_SO = re.compile(r"[\w ]{2,40}\s+(?:do|does|did)\s+(?:so|that|it)", re.IGNORECASE)


def done_so(scene: Scene, draft: Draft) -> Draft:
    """The draft with the deed that "Should he do so" points at: the last one that the sentence before asks or plans."""
    if draft.condition is None or scene.before is None or not _DO_SO.fullmatch(scene.text[slice(*draft.condition)]):
        return draft
    asked = (t for t in reversed(scene.before) if t.tag_ == "VB" and any(c.dep_ == "aux" for c in t.children))
    verb = next((t for t in asked if any(c.dep_ in ("dobj", "prep") for c in t.children)), None)
    if verb is None:
        return draft
    words = verb.idx, _closed_before(scene.text, verb.right_edge.idx + len(verb.right_edge.text))
    return draft._replace(condition=words, pointer=draft.condition)


def _closed_before(text: str, end: int) -> int:
    return len(text[:end].rstrip(' .,;”"'))


_ALSO = re.compile(r"\b(?:also|in addition to|on top of|besides|moreover)\b", re.IGNORECASE)


def adding(text: str, draft: Draft, start: int, last: Draft | None) -> Draft:
    """The draft under the condition of the sentence before, which it adds to: "He also warned that X would …"."""
    added = draft.condition is None and draft.strength == "would" and draft.action is not None
    if not added or last is None or last.condition is None or draft.kind not in ("threat", "promise"):
        return draft
    near = "\n" not in text[last.condition[1] : start]
    said = _ALSO.search(text, start, draft.action[0]) if draft.action else None
    return draft._replace(condition=last.condition) if near and said else draft
