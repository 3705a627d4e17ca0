"""What was promised in a sentence that only points back: Oslo had promised them, Quito had pledged the aircraft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import Draft, Scene, solid
from wirecopy.findings.commitments.pledge_parties import is_many, is_thing, makers
from wirecopy.findings.commitments.pledge_words import told_on
from wirecopy.findings.voices import is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_before(scene: Scene, verb: Token, kind: str) -> Iterator[Draft]:
    """A convoy of lorries arrived. Oslo had promised them: what was promised stands in the sentence before."""
    pointer = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and _points(c)), None)
    clause = any(c.dep_ in ("xcomp", "ccomp", "advcl") for c in verb.children)
    if pointer is None or clause or scene.before is None or verb.tag_ not in ("VBD", "VBN"):
        return
    many = pointer.lower_ == "them" or (pointer.pos_ == "NOUN" and is_many(pointer))
    nouns = [t for t in scene.before if t.pos_ == "NOUN" and t.dep_ in ("nsubj", "nsubjpass", "dobj")]
    either = pointer.lower_ in lists("invariable")
    goods = lists("gifts") | lists("wares")  # though "Danish fighters" bear a state's name
    things = [t for t in nouns if (is_thing(scene, t) or t.lemma_.lower() in goods) and (either or is_many(t) == many)]
    thing = next((t for t in things if t.dep_ != "dobj"), things[-1] if things else None)
    told = voice(scene.parties, verb)
    told = None if told is not None and told.cue == verb else told
    by = tuple(party for party in makers(scene, verb, told) if solid(party[0]))
    if thing is None or not by or (told is not None and is_watcher(told)):
        return
    parts = next((o for c in thing.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), thing)
    action = thing.left_edge.idx, parts.idx + len(parts.text)
    whom = (o for c in verb.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj")
    other = next((p for o in whom if (p := scene.parties.named(o))), None)
    cue = verb.idx, pointer.idx + len(pointer.text)
    yield Draft(kind, action, None, by, (other,) if other else (), thing, verb.text, told, cue, told_on(scene, verb))


def _points(thing: Token) -> bool:
    """Is it "it", "them", or the bare name of a sort of goods, which only says again what stands before: the aircraft?"""
    if thing.lower_ in ("it", "them"):
        return True
    own = [c for c in thing.children if not c.is_punct and c.dep_ not in ("npadvmod", "prep")]
    bare = [c.lower_ for c in own] in (["the"], ["these"], ["those"])
    behind = any(c.dep_ in ("prep", "relcl", "acl") and c.i > thing.i and c.lower_ != "in" for c in thing.children)
    return bare and not behind and thing.lemma_.lower() in lists("wares")
