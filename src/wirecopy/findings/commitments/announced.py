"""Deeds announced without "will": has agreed to hand over, is to send, and a headline's "Oslo to expel envoy"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.deeds import undone_start
from wirecopy.findings.commitments.dire import stands
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, lemmas, negated, solid, speaker_of, weighs
from wirecopy.findings.commitments.given import gives, objects, penalises
from wirecopy.findings.commitments.joined import joined
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token


def announced(scene: Scene) -> Iterator[Draft]:
    """Every deed that a sentence tells as agreed to or as to come; meetings are appointments, and no commitments."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, _, lemma in scene.words:
        if lemma == "agree" and token.pos_ == "VERB":
            yield from _agreed(scene, token)
        elif lemma == "be" and token.tag_ in ("VBZ", "VBP", "VBD"):
            yield from _to_come(scene, token)
        elif lemma in ("announce", "declare", "call") and token.pos_ == "VERB":
            yield from _declared(scene, token)
    yield from _headline(scene)


def _agreed(scene: Scene, verb: Token) -> Iterator[Draft]:
    """has agreed to hand over power: a promise of whoever agreed."""
    deed = _infinitive(verb)
    told = _teller(scene, verb)
    open_ = any(c.tag_ in ("MD", "TO") or c.lower_ in ("when", "once", "until", "if") for c in verb.children)
    if deed is None or open_ or negated(verb) or verb.dep_ == "pcomp" or (told is not None and is_watcher(told)):
        return
    by = _doers(scene, verb)
    if not by or (told is not None and told.cue is not None and told.cue.lemma_ in lists("denying")):
        return
    verbs = {deed.lemma_, *(c.lemma_ for c in deed.children if c.dep_ in ("xcomp", "ccomp"))}  # to keep talking
    if verbs & lists("conferring") or {t.lemma_.lower() for t in objects(deed)} & lists("meetings"):
        return
    if not _lists(deed):  # whom ministers agree to punish is decided, and an event
        yield from joined(scene, _draft(scene, deed, "promise", by, told, verb.text))


def _lists(deed: Token) -> bool:
    """Is somebody put on a list of those who are punished: on their list, on the sanctions list, on a blacklist?"""
    goals = (o for c in deed.children if c.lower_ in ("on", "onto", "to") for o in c.children if o.dep_ == "pobj")
    lists_of = (o for o in goals if o.lemma_.lower() in ("list", "blacklist"))
    own = ("their", "its", "our", "his", "her", "sanctions", "sanction", "black", "travel", "terror", "terrorism")
    return any(
        o.lemma_ == "blacklist" or any(c.lower_ in own for c in o.children) for o in lists_of
    ) and deed.lemma_ in ("put", "place", "add", "include", "set", "enter")


def _to_come(scene: Scene, verb: Token) -> Iterator[Draft]:
    """is to deliver six drones: what is given or taken by a state that is named."""
    deed, told = _infinitive(verb), _teller(scene, verb)
    inside = any(c.start <= verb.idx < c.end for c in scene.conditions)
    if deed is None or inside or verb.dep_ == "relcl" or negated(verb) or (told is not None and is_watcher(told)):
        return
    by = tuple(party for party in _doers(scene, verb) if solid(party[0]))
    if verb.tag_ == "VBD":  # "said that the ship was to leave": what was to be, told by the report, may not have come
        by = (by or speaker_of(told)) if told is not None and stands(told) else ()
    kind = _kind(scene, deed)
    if by and kind:
        yield _draft(scene, deed, kind, by, told, "is to")


def _headline(scene: Scene) -> Iterator[Draft]:
    """Lima to expel envoy unless the map is withdrawn: a headline that begins with who will do it."""
    start = scene.sentence.start_char
    named = next((m for m in scene.parties.within(start, start + 5) if m.actor and m.span.start == start), None)
    if named is None or named.actor is None or not solid(named.actor) or scene.text[start : start + 1].islower():
        return
    after = next((t for t in scene.sentence if t.idx > named.span.end - 1 and not t.is_space), None)
    if after is None or after.lower_ != "to" or after.i + 1 >= scene.sentence.end:
        return
    deed = after.nbor(1)
    if deed.tag_ not in ("VB", "VBP"):
        return
    kind = _kind(scene, deed)
    if kind:
        told = voice(scene.parties, deed)
        yield _draft(scene, deed, kind, ((named.actor, named.span),), told, "to")


def _declared(scene: Scene, verb: Token) -> Iterator[Draft]:
    """declared a truce from midnight: a promise; called a strike for Friday: a threat."""
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    told = _teller(scene, verb)
    by = _doers(scene, verb)
    if goods is None or not by or negated(verb) or (told is not None and is_watcher(told)):
        return
    if (
        verb.tag_ not in ("VBD", "VBZ", "VBN", "VBP")
        or any(c.tag_ == "MD" for c in verb.children)
        or verb.dep_ == "relcl"
    ):
        return
    known = {"called": "threat"} if verb.lemma_ == "call" else {"declared": "promise", "called": "threat"}
    kind = next((kind for name, kind in known.items() if goods.lemma_.lower() in lists(name)), None)
    links = [c for c in (*goods.children, *verb.children) if c.lower_ in ("for", "from", "until") and c.i > goods.i]
    ahead = any(c.idx <= e.span.start < c.idx + 12 for c in links for e in scene.parties.passage.expressions)
    if kind is not None and (kind == "promise" or ahead):
        action = stretch(scene, goods, scene.sentence.end_char, goods.left_edge.idx)
        yield Draft(kind, action, None, by, targets(scene, None, by, None, action), goods, verb.text, told)


def _infinitive(verb: Token) -> Token | None:
    """The "to hand over" that hangs on a verb right behind it."""
    near = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and verb.i < c.i < verb.i + 6)
    return next(
        (c for c in near if c.tag_ == "VB" and any(a.lower_ == "to" and a.i > verb.i for a in c.children)), None
    )


def _teller(scene: Scene, verb: Token) -> Voice | None:
    told = voice(scene.parties, verb)
    return None if told is not None and told.cue == verb else told


def _doers(scene: Scene, verb: Token) -> tuple[Party, ...]:
    doer = subject(verb)
    return tuple(p for one in (doer, *doer.conjuncts) if (p := scene.parties.named(one))) if doer is not None else ()


def _kind(scene: Scene, deed: Token) -> str | None:
    """A promise where something is given or a force goes home, a threat where somebody is expelled or penalised."""
    lemma, action = deed.lemma_.lower(), stretch(scene, deed, scene.sentence.end_char)
    if gives(deed):
        return "promise"
    if penalises(deed) or lemma in lists("expelling"):
        return "threat"
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    weight = weighs(deed, lemmas(scene, action)) if condition is not None else None
    return {"harm": "threat", "aid": "promise"}.get(weight or "")


def _draft(scene: Scene, deed: Token, kind: str, by: tuple[Party, ...], told: Voice | None, strength: str) -> Draft:
    limit = told.end if told is not None and told.end > deed.idx else scene.sentence.end_char
    action = stretch(scene, deed, limit, undone_start(deed, deed, None))
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    words = condition.words if condition is not None else None
    return Draft(kind, action, words, by, targets(scene, None, by, condition, action), deed, strength, told)
