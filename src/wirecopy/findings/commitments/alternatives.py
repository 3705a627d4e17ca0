"""A choice that is put to somebody: what he is offered or told to do, and the harm that he faces instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wirecopy.findings.commitments.drafts import Draft, Scene, Stretch, lemmas
from wirecopy.findings.commitments.stretches import stretch
from wirecopy.findings.voices import lists

_OR = re.compile(r"(?:,?\s+either\s+(?:to\s+)?[^,;:]*?)?,?\s+or\s+(?:else\s+)?(?:to\s+)?", re.IGNORECASE)

_BEHIND = re.compile(
    r",?\s+or\s+(?:else\s+)?(?:(?:to\s+)?(?=(?:face|be|lose|risk|suffer|incur)\b)|(?:they|it|he|she|we|I)\s+(?:will|would)\s+)",
    re.IGNORECASE,
)

_SUFFERS = re.compile(r"(?:face|lose|risk|suffer|incur|forfeit|come\s+under|be\s+(?:held|made|put))\b", re.IGNORECASE)

_CHOICE = re.compile(
    r"(?:a\s+choice|(?:(?:two|three|both|the)\s+)?(?:paths|ways|options|choices|roads)(?:\s+for\s+\w+(?=[:,]))?)[:,]?\s+(?:for\s+)?",
    re.IGNORECASE,
)


def parted(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """An offer or demand that goes on "… or face sanctions" as two: half of it is a threat, and no offer.

    Of a demand the threat hangs on its not being done.
    """
    if draft.kind not in ("offer", "demand") or draft.action is None or draft.cue is not None:
        yield draft
        return
    start, end = draft.action
    behind = _BEHIND.match(scene.text, end) if draft.kind == "demand" else None
    if behind is not None and behind.end() < scene.sentence.end_char:
        yield draft
        yield from _instead(scene, draft, behind.end())
        return
    found = next((hit for hit in _OR.finditer(scene.text, start, end) if _turns(scene, (hit.end(), end))), None)
    if found is None or _turns(scene, (start, found.start())):
        yield draft
        return
    first = start, found.start()
    # A choice is told with both its ways; of the words only the first are the offer's own.
    whole = draft.kind == "offer" and _CHOICE.match(scene.text, start, end) is not None
    yield draft._replace(action=(start, end), cue=first) if whole else draft._replace(action=first)
    escape = first if draft.kind == "demand" else _named(scene, first)
    yield draft._replace(kind="threat", action=(found.end(), end), condition=escape, marker="unless")


def _named(scene: Scene, first: Stretch) -> Stretch:
    """The way out by its own name: of "a choice: talks" and "two paths for Oslo, talks" the talks."""
    found = _CHOICE.match(scene.text, first[0], first[1])
    return (found.end(), first[1]) if found and found.end() < first[1] else first


def _instead(scene: Scene, draft: Draft, begin: int) -> Iterator[Draft]:
    """The harm that stands behind a demand: "to take part or face isolation"."""
    words = scene.sentence.doc.char_span(begin, begin + 1, alignment_mode="expand")
    limit = draft.voice.end if draft.voice and draft.voice.end > begin else scene.sentence.end_char
    if words is None or not len(words):
        return
    action = stretch(scene, words[0], limit, begin)
    if _turns(scene, action) or words[0].lemma_.lower() in lists("harm"):
        yield draft._replace(
            kind="threat", action=action, condition=draft.action, marker="unless", anchor=words[0], cue=None
        )


def _turns(scene: Scene, part: tuple[int, int]) -> bool:
    """Is it a harm that the words tell of, so that nobody would choose it?"""
    hurts = _SUFFERS.match(scene.text, *part) is not None
    return hurts or bool(lemmas(scene, part) & (lists("doom") | lists("penalties") | lists("penal")))
