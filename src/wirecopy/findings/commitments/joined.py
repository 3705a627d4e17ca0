"""Two deeds that one verb binds, each a commitment of its own: pledged to write off the debt and to train the police."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.drafts import Draft, Scene
from wirecopy.findings.commitments.stretches import condition_for, stretch

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUND = frozenset(("promise", "demand", "threat", "offer"))


def joined(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """The draft; as two where "and to …" adds a second deed. A condition behind a comma is the second's alone."""
    second = _second(scene, draft)
    if second is None or draft.action is None or draft.cue is not None:
        yield draft
        return
    link = next(t for t in reversed(second.doc[: second.i]) if t.lower_ == "and")
    end = len(scene.text[: link.idx].rstrip(" ,"))
    set_off = scene.text[end : link.idx].startswith(",")
    limit = draft.action[1] if draft.voice is None else max(draft.action[1], draft.voice.end)
    action = stretch(scene, second, limit)
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    behind = draft.condition is not None and draft.condition[0] > second.idx
    yield draft._replace(action=(draft.action[0], end), condition=None if set_off and behind else draft.condition)
    to = draft.to if draft.kind == "demand" else targets(scene, None, draft.by, condition, action) or draft.to
    words = condition.words if condition is not None else draft.condition
    yield draft._replace(action=action, condition=words, to=to, anchor=second)


def _second(scene: Scene, draft: Draft) -> Token | None:
    """The verb behind "and to", where the first deed is an infinitive too."""
    if draft.action is None or draft.kind not in _BOUND or draft.anchor.tag_ != "VB":
        return None
    words = scene.sentence.doc.char_span(*draft.action, alignment_mode="contract")
    for token in words or ():
        if token.i > draft.anchor.i + 1 and token.tag_ == "TO" and token.nbor(-1).lower_ == "and":
            verb = token.head
            return verb if verb.tag_ == "VB" and token.i < verb.i < token.i + 3 else None
    return None
