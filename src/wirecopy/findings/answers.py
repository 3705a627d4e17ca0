"""Refusals whose content stands in an earlier sentence: "The alliance has refused", "rejected it", "dismissed the idea"."""

from __future__ import annotations

from collections.abc import Iterator

from wirecopy.findings.counted import subject
from wirecopy.findings.drafts import Draft, Scene, dated
from wirecopy.findings.hollow import points_back
from wirecopy.findings.voices import is_watcher, table, voice


def answers(scene: Scene) -> Iterator[Draft]:
    """Every bare refusal of what the sentence before demands, or of "it" or "the demand"; the demand's words are its action."""
    if scene.asked is None and scene.standing is None:
        return
    for token, _, lemma in scene.words:
        if token.pos_ != "VERB" or table("verbs").get(lemma) != "refusal" or lemma == "exclude":
            continue
        if token.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or any(c.dep_ in ("neg", "auxpass") for c in token.children):
            continue
        content = [c for c in token.children if c.i > token.i and c.dep_ in ("dobj", "xcomp", "ccomp", "prep", "prt")]
        if any(c.dep_ in ("xcomp", "ccomp", "dobj") and not points_back(c) for c in content):
            continue
        if any(c.dep_ in ("prep", "prt") and c.lower_ == "out" for c in content):
            continue
        asked = scene.asked or (scene.standing if any(c.dep_ == "dobj" for c in content) else None)
        if asked is None or asked.kind != "demand" or asked.action is None:
            continue
        told, doer = voice(scene.parties, token), subject(token)
        party = scene.parties.named(doer) if doer is not None else None
        if party is None or (told is not None and is_watcher(told)) or party[0].id in {a.id for a, _ in asked.by}:
            continue
        last = max((c for c in content if c.dep_ in ("dobj", "xcomp")), key=lambda c: c.i, default=token).right_edge
        cue = token.idx, last.idx + len(last.text)
        yield Draft(
            "refusal", asked.action, None, (party,), asked.by, asked.anchor, token.text, told, cue, dated(scene, token)
        )
