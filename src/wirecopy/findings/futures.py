"""Commitments made by "will", "would", "must": what a speaker's side is going to do, on what condition, to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.counted import subject
from wirecopy.findings.drafts import (
    Draft,
    Party,
    Scene,
    Stretch,
    condition_for,
    lemmas,
    negated,
    side,
    solid,
    speaker_of,
    stretch,
    targets,
    weighs,
)
from wirecopy.findings.kinds import HARSH, kind_of, looming
from wirecopy.findings.voices import Voice, is_watcher, lists, tail, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRM = frozenset(["will", "would", "shall", "'ll", "’ll", "wo", "'d"])
_MODALS = _FIRM | {"may", "might", "could", "can", "ca", "must", "going"}
_SOFT = frozenset(["may", "might", "could", "can", "ca"])


def futures(scene: Scene) -> Iterator[Draft]:
    """Every clause of a sentence with a modal that binds, threatens or demands."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, word, _ in scene.words:
        if word in _MODALS and (token.tag_ == "MD" or any(c.dep_ == "xcomp" for c in token.children)):
            yield from _future(scene, token)


def _future(scene: Scene, modal: Token) -> Iterator[Draft]:
    if any(c.start <= modal.idx < c.end for c in scene.conditions):
        return
    verb = modal.head if modal.tag_ == "MD" else modal
    told = voice(scene.parties, modal) or _echo(scene, modal)
    if told is None or told.actor is None or is_watcher(told):
        return
    if modal.lower_ == "must":
        if verb.dep_ != "relcl":
            yield from _must(scene, verb, told)
        return
    duty = (
        next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if verb.lemma_ == "have"
        else None
    )
    if duty is not None and not _faced(scene, duty, subject(verb), told):
        if side(scene, subject(verb), told) is None:
            yield from _must(scene, verb, told)
        return
    if verb.dep_ in ("relcl", "acl") and not scene.conditions:
        return
    if modal.lower_ in _FIRM or modal.lower_ == "going":
        draft = _bound(scene, modal, verb, told)
    elif modal.lower_ in _SOFT:
        draft = _hinted(scene, modal, verb, told)
    else:
        draft = None
    if draft:
        yield draft
        yield from _also(scene, draft, verb, told)


def _echo(scene: Scene, modal: Token) -> Voice | None:
    """The last sentence's teller, where this one goes on with "Otherwise … would"."""
    bare = any(c.marker in HARSH and c.start == scene.sentence.start_char for c in scene.conditions)
    if not bare or scene.before is None:
        return None
    found = tail(scene.parties, scene.before) or voice(scene.parties, scene.before.root)
    return found._replace(start=scene.sentence.start_char, end=scene.sentence.end_char) if found else None


def _must(scene: Scene, verb: Token, told: Voice) -> Iterator[Draft]:
    """A demand: what another must do, by who says so."""
    doer = subject(verb)
    if (
        doer is None
        or (negated(verb) and doer.lower_ in ("we", "i"))
        or doer.lower_ in ("we", "i")
        or _is_message(verb)
    ):
        return
    action = stretch(scene, verb, told.end)
    party = scene.parties.party(doer)
    condition = condition_for(scene, action, (told.start, told.end))
    to = (party,) if party and told.actor and party[0].id != told.actor.id else ()
    yield Draft("demand", action, condition.words if condition else None, speaker_of(told), to, verb, "must", told)


def _is_message(verb: Token) -> bool:
    """Is it only the gist that somebody gives of the situation ("the message is that Paris must …")?"""
    return any(
        up.lemma_ == "be"
        and any(c.lemma_ in ("message", "point", "fact", "view", "problem", "question") for c in up.lefts)
        for up in verb.ancestors
    )


def _bound(scene: Scene, modal: Token, verb: Token, told: Voice) -> Draft | None:
    """will, would, shall, going to: the kind by what is done to whom on which condition."""
    core, denied = _core(verb)
    doer = subject(verb)
    faced = _faced(scene, core, doer, told)
    impersonal = looming(core) and (doer is None or doer.pos_ == "PRON")
    by = speaker_of(told) if faced or impersonal else side(scene, doer, told)
    start = _action_start(scene, modal, core, doer, told, faced)
    action = stretch(scene, core, told.end, start)
    condition = condition_for(scene, (min(verb.idx, action[0]), action[1]), (told.start, told.end))
    if not by:
        return None
    kind = "threat" if faced else kind_of(scene, core, denied, action, condition, told)
    if kind is None:
        return None
    words = condition.words if condition else _triggering(doer, faced)
    to = _faced_party(scene, doer, by) if faced else ()
    to = to or targets(scene, told, by, condition, action)
    return Draft(
        kind,
        None if kind == "red line" else action,
        action if kind == "red line" else words,
        by,
        to,
        core,
        _firmness(modal, core),
        told,
    )


def _core(verb: Token) -> tuple[Token, bool]:
    """The verb that tells the deed, and whether it is denied: "will not hesitate to resume" → resume, not denied."""
    denied = negated(verb)
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    if verb.lower_ in ("hesitate", "going") and inner is not None:
        return inner, denied and verb.lower_ == "going"
    if verb.lemma_ in ("continue", "seek", "try", "begin", "have") and inner is not None and inner.tag_ == "VB":
        return inner, denied
    choice = next((c for c in verb.children if c.lower_ == "choice"), None)
    if choice is not None:
        deed = next((t for t in choice.subtree if t.tag_ == "VB"), None) or next(
            (t for t in verb.subtree if t.tag_ == "VB" and t.i > choice.i), None
        )
        if deed is not None:
            return deed, False
    return verb, denied


def _action_start(scene: Scene, modal: Token, core: Token, doer: Token | None, told: Voice, faced: bool) -> int:
    """Where the action's words begin: at its verb, or at a subject that is no actor ("our guns will stay in their sheds")."""
    sufferer = faced and (doer is None or scene.parties.named(doer) is not None or _triggering(doer, faced) is not None)
    if doer is None or sufferer or doer.i > core.i or doer.lower_ in ("there", "it", "that", "this"):
        aux = [c.idx for c in core.children if c.dep_ in ("auxpass", "neg") and c.i > modal.i]
        return min([core.idx, *aux]) if core.i > modal.i else core.idx
    passive = doer.dep_ == "nsubjpass"
    actor = scene.parties.at(doer)
    personal = doer.pos_ == "PRON" or (actor is not None and actor.actor is not None)
    hands = doer.lower_ in lists("hands") and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)
    if personal or (not passive and (doer.pos_ == "PROPN" or hands)):
        return core.idx
    start = doer.left_edge.idx
    return core.idx if any(c.start <= start < c.end for c in scene.conditions) or start < told.start else start


def _faced(scene: Scene, verb: Token, doer: Token | None, told: Voice) -> bool:
    """Is it the subject that will suffer: Moscow would face sanctions, intruders will be shot down?"""
    if doer is None or doer.lower_ in ("we", "i") or negated(verb):
        return False
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if verb.lemma_.lower() not in (lists("faced") | lists("harm") if passive else lists("faced") - lists("done_to")):
        return False
    party = scene.parties.named(doer)
    if (
        party
        and told.actor
        and (party[0].id == told.actor.id or (solid(party[0]) and party[0].country == told.actor.country is not None))
    ):
        return False
    exposed = (
        (party is not None and party[0].kind != "group") or doer.pos_ == "PRON" or _triggering(doer, True) is not None
    )
    if not passive and not exposed:
        return False
    words = lemmas(scene, (verb.idx, verb.right_edge.idx + len(verb.right_edge.text)))
    return passive or bool(words & (lists("doom") | lists("harm") - {"lose"})) or verb.lemma_ in ("regret", "lose")


def _triggering(doer: Token | None, faced: bool) -> Stretch | None:
    """The subject as the condition: whoever shelters them, any aircraft that enters the zone, an invasion."""
    if not faced or doer is None:
        return None
    clause = doer.dep_ in ("csubj", "csubjpass") or doer.lower_ in ("whoever", "anyone", "anybody", "everyone")
    clause = clause or any(c.dep_ == "relcl" for c in doer.children)
    clause = clause or (
        any(c.dep_ == "acl" for c in doer.children)
        and any(c.lower_ in ("any", "every", "each", "all") for c in doer.children)
    )
    if clause or doer.lemma_.lower() in lists("deeds"):
        edge = doer.right_edge
        return doer.left_edge.idx, edge.idx + len(edge.text)
    return None


def _faced_party(scene: Scene, doer: Token | None, by: tuple[Party, ...]) -> tuple[Party, ...]:
    party = scene.parties.named(doer) if doer is not None else None
    return (party,) if party and party[0].id not in {a.id for a, _ in by} else ()


def _firmness(modal: Token, core: Token) -> str:
    """The words that tell how firm it is, from the modal to the verb."""
    words = modal.doc[modal.i : core.i].text if modal.i < core.i <= modal.i + 5 else modal.text
    return words or modal.text


def _hinted(scene: Scene, modal: Token, verb: Token, told: Voice) -> Draft | None:
    """may, could: only a threat on a condition, or what a deed "could lead to"."""
    doer = subject(verb)
    words = lemmas(scene, (verb.idx, verb.right_edge.idx + len(verb.right_edge.text)))
    if (
        verb.lemma_ in lists("leading")
        and words & lists("doom")
        and doer is not None
        and doer.lemma_.lower() in lists("deeds")
    ):
        return _led(scene, modal, verb, doer, told)
    by = side(scene, doer, told)
    action = stretch(scene, verb, told.end)
    condition = condition_for(scene, action, (told.start, told.end))
    if (
        by
        and negated(verb)
        and modal.lower_ in ("can", "ca")
        and (verb.lemma_ in lists("barred") or verb.lemma_ == "be")
    ):
        to = targets(scene, told, by, condition, action)
        return Draft("refusal", action, condition.words if condition else None, by, to, verb, modal.text, told)
    if not by or condition is None or verb.lemma_ in lists("unwilled") or negated(verb):
        return None
    kind = kind_of(scene, verb, False, action, condition, told)
    return (
        Draft(kind, action, condition.words, by, targets(scene, told, by, condition, action), verb, modal.text, told)
        if kind == "threat"
        else None
    )


def _led(scene: Scene, modal: Token, verb: Token, doer: Token, told: Voice) -> Draft:
    """This could lead to a breakdown of relations."""
    by = speaker_of(told)
    noun = next((c for c in verb.subtree if c.dep_ in ("pobj", "dobj")), verb)
    action = stretch(scene, verb, told.end, noun.left_edge.idx)
    edge = doer.right_edge
    trigger = (
        (doer.left_edge.idx, edge.idx + len(edge.text))
        if doer.pos_ == "NOUN"
        else (doer.idx, doer.idx + len(doer.text))
    )
    return Draft("threat", action, trigger, by, targets(scene, told, by, None, None), verb, modal.text, told)


def _also(scene: Scene, draft: Draft, verb: Token, told: Voice) -> Iterator[Draft]:
    """A second deed of another kind under the same modal: take measures *and* increase aid."""
    if draft.kind not in ("threat", "promise"):
        return
    for other in verb.conjuncts:
        if (
            other.i < verb.i
            or other.pos_ != "VERB"
            or other.tag_ != "VB"
            or not scene.sentence.start <= other.i < scene.sentence.end
        ):
            continue
        action = stretch(scene, other, told.end)
        condition = condition_for(scene, action, (told.start, told.end))
        weight = weighs(other, lemmas(scene, action))
        kind = {"harm": "threat", "aid": "promise"}.get(weight or "")
        if kind and kind != draft.kind:
            words = condition.words if condition else draft.condition
            yield Draft(
                kind, action, words, draft.by, targets(scene, None, draft.by, None, action), other, draft.strength, told
            )
