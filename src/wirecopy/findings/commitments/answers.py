"""Refusals whose content stands in an earlier sentence: "The alliance has refused", "rejected it", "dismissed the idea"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.complements import complement
from wirecopy.findings.commitments.drafts import Draft, Scene, Stretch, asked_for, dated, speaker_of
from wirecopy.findings.commitments.hollow import points_back
from wirecopy.findings.commitments.stretches import stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import is_watcher, lists, table, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANY = ("clause", "infinitive", "object")
_PUT = frozenset(("demand", "offer"))


def answers(scene: Scene) -> Iterator[Draft]:
    """Every bare refusal of what the sentence before demands, or of "it" or "the demand"; the demand's words are its action."""
    yield from _affirmed(scene)
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
        if token.dep_ == "relcl" and token.head.dep_ == "appos" and token.head.lemma_.lower() in lists("asked"):
            yield from _named_after(scene, token)
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


def _affirmed(scene: Scene) -> Iterator[Draft]:
    """Asked whether he could imagine sanctions if they land, he replied: "Yes.": the threat stands in the question."""
    yes = next((t for t, word, _ in scene.words if word == "yes" and t.nbor(-1).text in '“"«'), None)
    asked = next((t for t, word, _ in scene.words if word == "asked" and t.tag_ == "VBN"), None)
    if yes is None or asked is None or yes.i < asked.i or yes.i + 3 < scene.sentence.end - 1:
        return
    nouns = (t for t in asked.subtree if t.pos_ == "NOUN" and t.lemma_.lower() in lists("penalties"))
    goods = next(nouns, None)
    on = next((c for c in scene.conditions if goods is not None and goods.idx < c.start < yes.idx), None)
    told = voice(scene.parties, yes)
    if goods is None or on is None or told is None or told.actor is None or is_watcher(told):
        return
    action, by = stretch(scene, goods, on.start, goods.left_edge.idx), speaker_of(told)
    cue = yes.idx, yes.idx + len(yes.text)
    yield Draft("threat", action, on.words, by, targets(scene, None, by, on, action), goods, yes.text, told, cue)


def _named_after(scene: Scene, token: Token) -> Iterator[Draft]:
    """wants its troops out by May, a demand the king has rejected: what is refused stands in the same sentence."""
    noun, doer = token.head, subject(token)
    verbs = (t for t in noun.ancestors if t.pos_ == "VERB" and table("verbs").get(t.lemma_.lower()) in _PUT)
    verb = next(verbs, None)
    found = complement(scene, verb, table("frames").get(verb.lemma_.lower(), _ANY)) if verb is not None else None
    by = scene.parties.named(doer) if doer is not None and doer.lower_ not in ("which", "that") else None
    if verb is None or found is None or by is None:
        return
    asker = subject(verb)
    other = scene.parties.named(asker) if asker is not None else None
    deed, start, _ = found
    action = stretch(scene, deed, len(scene.text[: noun.left_edge.idx].rstrip(" ,—–")), start)
    cue = noun.left_edge.idx, token.idx + len(token.text)
    to = (other,) if other is not None and other[0].id != by[0].id else ()
    yield Draft("refusal", action, None, (by,), to, token, token.text, None, cue, dated(scene, token))


def _asked_for(asked: Draft) -> Stretch | None:
    """What is refused: what was demanded, or what a threat wants done ("if Tunis does not guarantee that …")."""
    if asked.kind == "demand" or asked.condition is None:
        return asked_for(asked) if asked.kind == "demand" else None
    words = asked.anchor.doc.char_span(*asked.condition, alignment_mode="expand")
    denial = next((t for t in words if t.dep_ == "neg" and t.head in words), None) if words is not None else None
    return (denial.head.idx, asked.condition[1]) if denial is not None else None
