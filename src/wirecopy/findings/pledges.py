"""Commitments made by a verb or noun that says so: threatened to, demanded that, ruled out, a demand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.complements import complement, denied
from wirecopy.findings.counted import subject
from wirecopy.findings.drafts import (
    Draft,
    Scene,
    Stretch,
    attacked,
    condition_for,
    lemmas,
    solid,
    stretch,
    targets,
    weighs,
    whole,
)
from wirecopy.findings.hollow import convenes, is_empty, is_order, is_talk
from wirecopy.findings.pledge_nouns import by_noun, received
from wirecopy.findings.pledge_parties import (
    asker,
    is_many,
    is_thing,
    is_warned,
    makers,
    one_of_two,
    own_voice,
    with_joined,
    written_to,
)
from wirecopy.findings.pledge_words import (
    clause_before,
    in_quotation,
    is_asserted,
    on_its_day,
    told_on,
    trimmed,
    uttered_when,
    without_call,
    without_day,
)
from wirecopy.findings.voices import is_watcher, lists, table, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset(("which", "that", "what"))
_ANY = ("clause", "infinitive", "object")


def pledges(scene: Scene) -> Iterator[Draft]:
    """Every such verb and noun of a sentence, with its complement as the action."""
    verbs, nouns = table("verbs"), table("nouns")
    for token, _, lemma in scene.words:
        if lemma in verbs and token.pos_ == "VERB" and is_asserted(token):
            draft = _by_verb(scene, token, verbs[lemma], table("frames").get(lemma, _ANY))
            if draft:
                yield from _of_each(scene, token, draft)
            elif verbs[lemma] in ("promise", "offer"):
                yield from _of_before(scene, token, verbs[lemma])
        elif lemma in nouns and token.pos_ == "NOUN":
            got = tuple(received(scene, token)) if lemma in lists("assurances") else ()
            yield from got or by_noun(scene, token, nouns[lemma])


def _of_before(scene: Scene, verb: Token, kind: str) -> Iterator[Draft]:
    """A convoy of lorries arrived. Oslo had promised them: what was promised stands in the sentence before."""
    pointer = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in ("it", "them") and c.i > verb.i), None)
    clause = any(c.dep_ in ("xcomp", "ccomp", "advcl") for c in verb.children)
    if pointer is None or clause or scene.before is None or verb.tag_ not in ("VBD", "VBN"):
        return
    many = pointer.lower_ == "them"
    nouns = [t for t in scene.before if t.pos_ == "NOUN" and t.dep_ in ("nsubj", "nsubjpass", "dobj")]
    things = [t for t in nouns if is_thing(scene, t) and is_many(t) == many]
    thing = next((t for t in things if t.dep_ != "dobj"), things[-1] if things else None)
    told = voice(scene.parties, verb)
    told = None if told is not None and told.cue == verb else told
    by = tuple(party for party in makers(scene, verb, told) if solid(party[0]))
    if thing is None or not by or (told is not None and is_watcher(told)):
        return
    goods = next((o for c in thing.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), thing)
    action = thing.left_edge.idx, goods.idx + len(goods.text)
    whom = (o for c in verb.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj")
    other = next((p for o in whom if (p := scene.parties.named(o))), None)
    cue = verb.idx, pointer.idx + len(pointer.text)
    yield Draft(kind, action, None, by, (other,) if other else (), thing, verb.text, told, cue, told_on(scene, verb))


def _of_each(scene: Scene, verb: Token, draft: Draft) -> Iterator[Draft]:
    """The draft; as two where two are asked for different things: "asked the former to wait and the latter to stop"."""
    latter = next((t for t in verb.subtree if t.lower_ == "latter" and t.i > draft.anchor.i), None)
    deed = next((t for t in latter.subtree if t.tag_ == "VB"), None) if latter is not None else None
    cut = latter.left_edge.idx if latter is not None else 0
    other = one_of_two(scene, verb, latter) if latter is not None else None
    if (
        latter is None
        or deed is None
        or other is None
        or not draft.action
        or not draft.action[0] < cut < draft.action[1]
    ):
        yield draft
        return
    first = trimmed(scene.text, cut)
    yield draft._replace(action=(draft.action[0], first - 4 if scene.text[:first].endswith(" and") else first))
    yield draft._replace(action=stretch(scene, deed, scene.sentence.end_char), to=(other,), anchor=deed)


def _by_verb(scene: Scene, verb: Token, kind: str, frames: tuple[str, ...]) -> Draft | None:
    told = voice(scene.parties, verb)
    when = (told.when if told is not None else None) or uttered_when(scene, verb)
    if told is not None and told.cue == verb:
        told = None
    if told is not None and is_watcher(told):
        return None
    by = makers(scene, verb, told)
    if (subj := subject(verb)) is not None and subj.lower_ == "you":
        return None  # "You are asking for war": no demand of the speaker's
    found = complement(scene, verb, frames)
    doer = subject(verb)
    if not by or found is None or (doer is not None and doer.lemma_.lower() in lists("watchers") | lists("rules")):
        return None
    deed, start, other = found
    other = one_of_two(scene, verb, deed) or written_to(scene, verb) or other
    if other is not None and doer is not None and doer.lower_ == "it" and other[0].id in {a.id for a, _ in by}:
        by = ((told.actor, told.span),) if told is not None and told.actor else ()  # "that it required Oslo to …"
        if not by or other[0].id == by[0][0].id:
            return None
    if told is not None and told.start <= verb.idx < told.end <= deed.idx:
        inner = in_quotation(verb, told.end)
        if inner is None:
            return None
        deed, start, other = inner, verb.nbor(2).idx, None
    if is_empty(verb, deed, kind) or (kind == "demand" and is_order(verb, by, other)):
        return None
    limit = told.end if told and told.end > verb.idx else scene.sentence.end_char
    action = stretch(scene, deed, limit, start)
    action = without_day(scene, verb, deed, action)
    if kind == "refusal" and deed.pos_ == "NOUN":
        action = without_call(scene, verb, deed, action)
    action, given = on_its_day(scene, verb, deed, action)
    when = when or given
    if kind == "offer" and deed.pos_ == "NOUN" and scene.text[action[1] : action[1] + 2] == ": ":
        action = action[0], trimmed(scene.text, limit)  # "offered a choice: talks, or …"
    sat = verb.lemma_ == "demand" and deed.lemma_ in lists("meetings")
    if deed.pos_ == "NOUN" and is_talk(deed, kind) and not (sat or convenes(scene, deed)):
        return None
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    if kind == "promise" and denied(deed) and deed.lemma_.lower() in lists("enduring"):
        kind = "threat"
    if kind == "promise" and not denied(deed) and (_is_harm(deed) or (condition and _hurts(scene, deed, action))):
        kind = "threat"
    if verb.lemma_ == "warn" and deed.pos_ == "NOUN" and deed.head.lower_ != "against":
        if condition is None and not is_warned(deed, by, other):
            return None  # warned of consequences: nobody knows whose
        kind = "threat"
    if kind == "promise" and condition and condition.marker.startswith(("in return", "in exchange", "provid")):
        kind = "offer"
    to = (
        with_joined(scene, other)
        if other and other[0].id not in {a.id for a, _ in by}
        else targets(scene, own_voice(told, by), by, attacked(condition) if kind == "promise" else condition, action)
    )
    to = to or (asker(scene, deed, by) if kind == "refusal" else ())
    words = condition.words if condition else None
    strike = _struck_first(deed) if kind == "threat" and words is None else None
    if strike is not None:
        action, words, to = (action[0], trimmed(scene.text, strike.head.idx)), whole(strike), ()
    cue = None
    if verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and _opened_by_object(verb):
        action, cue = clause_before(scene, verb), (verb.idx, action[1])  # "a fence, which Oslo wants them to consider"
    return Draft(kind, action, words, by, to, deed, verb.text, told, cue, when or told_on(scene, verb))


def _opened_by_object(verb: Token) -> bool:
    """Is the relative pronoun what is asked, and not who asks?"""
    doer = subject(verb)
    return verb.left_edge.lower_ in _RELATIVE and doer is not None and doer.lower_ not in _RELATIVE


def _struck_first(deed: Token) -> Token | None:
    """What an answer is to, which is its condition: "a crushing response to any strike"."""
    if deed.lemma_.lower() not in lists("answering"):
        return None
    return next((o for c in deed.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj"), None)


def _hurts(scene: Scene, deed: Token, action: Stretch) -> bool:
    """Does what is promised on a condition hurt: to impose costs, if it is attacked?"""
    return weighs(deed, lemmas(scene, action)) == "harm"


def _is_harm(deed: Token) -> bool:
    """Is what somebody vows a harm: to bomb, consequences; not to pay, to stop, to lift sanctions?"""
    lemma = deed.lemma_.lower()
    if lemma in ("pay", "stop", "close", "end", "halt") or lemma not in lists("harm") - lists("aid"):
        return False
    return deed.pos_ == "VERB" or lemma in lists("doom")
