"""Refusals whose content stands in an earlier sentence: "The alliance has refused", "rejected it", "dismissed the idea"."""

from __future__ import annotations

from collections.abc import Iterator

from wirecopy.findings.counted import subject
from wirecopy.findings.drafts import Draft, Scene, Stretch, dated
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
        action = _asked_for(asked) if asked is not None else None
        if asked is None or action is None:
            continue
        told, doer = voice(scene.parties, token), subject(token)
        doers = (doer, *doer.conjuncts) if doer is not None else ()
        by = tuple(party for one in doers if (party := scene.parties.named(one)))
        if not by or (told is not None and is_watcher(told)) or {a.id for a, _ in by} & {a.id for a, _ in asked.by}:
            continue
        last = max((c for c in content if c.dep_ in ("dobj", "xcomp")), key=lambda c: c.i, default=token).right_edge
        cue = token.idx, last.idx + len(last.text)
        yield Draft("refusal", action, None, by, asked.by, asked.anchor, token.text, told, cue, dated(scene, token))


def _asked_for(asked: Draft) -> Stretch | None:
    """What is refused: what was demanded, or what a threat wants done ("if Tunis does not guarantee that …")."""
    if asked.kind == "demand" or asked.condition is None:
        return asked.action if asked.kind == "demand" else None
    words = asked.anchor.doc.char_span(*asked.condition, alignment_mode="expand")
    denial = next((t for t in words if t.dep_ == "neg" and t.head in words), None) if words is not None else None
    return (denial.head.idx, asked.condition[1]) if denial is not None else None
