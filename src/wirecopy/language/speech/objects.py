"""The constructions of a cue without a finite clause: to do, of a thing, a thing, a thing as something, a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.language.cue_words import listed
from wirecopy.language.speech.constructions import Cue, finite, phrase_of, sentence
from wirecopy.language.speech.endings import action_end, to_end, without_gloss

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPOSITIONS = 4  # behind a verb: "spoke on television on Thursday of a dead end"


def objects(verb: Token, children: list[Token]) -> Iterator[Cue]:
    """The constructions without a finite clause: to do, of a thing, a thing, a thing as something."""
    right = [child for child in children if child.i > verb.i]
    objects = [child for child in right if child.dep_ in ("dobj", "oprd", "dative")]
    actions = [child for child in right if child.dep_ == "xcomp" or (child.dep_ == "ccomp" and not finite(child))]
    named = any(child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ == "as") for child in right)
    preps = [child for child in right if child.dep_ == "prep" or _is_link(child)]
    given = _given(verb, right)
    if given is not None:
        yield given
    called_on = any(child.lower_ in ("on", "upon", "for") for child in preps)
    if not called_on and ((objects and named) or (actions and verb.lemma_ in ("call", "describe"))):
        first = min(child.left_edge.i for child in (objects or actions))
        last = max(child.right_edge.i for child in right if child.dep_ in ("dobj", "oprd", "prep", "ccomp", "xcomp"))
        yield Cue(verb, "as", ((first, last + 1),), phrase_of(verb, verb.doc[first]))
    if actions:
        action = actions[0]
        told = [child.left_edge.i for child in objects if child.dep_ == "dobj" and child.i < action.i]
        run = (min([action.left_edge.i, *told]), to_end(verb, action_end(verb, action)))
        yield Cue(verb, "action", (run,), phrase_of(verb, verb.doc[run[0]]))
    if objects and not _is_deed(verb, objects[0], preps):
        first, last = objects[0].left_edge.i, objects[-1].right_edge.i
        for child in right:
            if child.left_edge.i == last + 1 and child.dep_ in ("prep", "xcomp"):
                last = child.right_edge.i
        end = last + 1
        if verb.doc[last].tag_ == "VBG":  # "accused Chad of planning | to close the road"
            end = to_end(verb, end)
        run = (first, without_gloss(verb.doc, first, end))
        charge = next((child for child in preps if child.lower_ == "of" and child.i > run[1]), None)
        runs = (run, (charge.i, charge.right_edge.i + 1)) if charge is not None else (run,)
        yield Cue(verb, "object", runs, phrase_of(verb, objects[0]))
    for prep in preps[:_PREPOSITIONS]:
        if prep.right_edge.i > prep.i:
            last = max(
                child.right_edge.i for child in right if child is prep or (child.dep_ == "xcomp" and child.i > prep.i)
            )
            yield Cue(verb, prep.lower_, ((prep.i + 1, to_end(verb, last + 1)),), phrase_of(verb, prep))


def _is_link(particle: Token) -> bool:
    """Whether a word taken for a part of the verb leads to those who are told: "called on | Chad to wait"."""
    return particle.dep_ == "prt" and any(child.dep_ == "pobj" for child in particle.children)


def _is_deed(verb: Token, thing: Token, preps: list[Token]) -> bool:
    """Whether a verb is what somebody does and no word of his: "the army attacked the port", "would defend itself".

    Who is attacked for something is attacked in words, unless by those who are armed.
    """
    if verb.lemma_.lower() not in listed("deeds"):
        return False
    who = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    armed = who is not None and who.lemma_.lower() in listed("armed")
    if armed or any(child.tag_ == "MD" for child in verb.children):  # "will defend its walls"
        return True
    if any(prep.lower_ in ("for", "as", "over") for prep in preps):
        return False
    return thing.tag_ == "PRP" or thing.lemma_.lower() in listed("struck") or thing.ent_type_ in ("LOC", "FAC")


def _given(verb: Token, right: list[Token]) -> Cue | None:
    """ "put it on Monday at 300", "gave the number as 300", "gave as his reasons the cold": a number or a reason."""
    if verb.lemma_.lower() not in listed("giving"):
        return None
    thing = next((child for child in right if child.dep_ == "dobj"), None)
    if thing is not None and thing.lemma_.lower() in listed("numbers"):  # "gave a larger figure: 300 men"
        colon, end = thing.i + 1, sentence(verb)[1]
        if colon + 1 < end and verb.doc[colon].text == ":" and any(t.like_num for t in verb.doc[colon + 1 : end]):
            return Cue(verb, "giving", ((colon + 1, end),), phrase_of(verb, verb.doc[colon + 1]))
    for prep in right:
        if thing is None or prep.dep_ != "prep" or prep.lower_ not in ("as", "at"):
            continue
        noun = next((child for child in prep.children if child.dep_ == "pobj"), None)
        if noun is None:
            continue
        last = next((c for c in right if c.lower_ == "without" and c.left_edge.i == prep.right_edge.i + 1), prep)
        behind = (prep.i, last.right_edge.i + 1)  # "as 300 without saying how many of them were armed"
        if thing.i < prep.i and any(token.like_num for token in prep.subtree):
            named = (thing.left_edge.i, min(thing.right_edge.i + 1, prep.i))
            runs = ((prep.i + 1, behind[1]),) if thing.pos_ == "PRON" else (named, behind)
            return Cue(verb, "giving", runs, phrase_of(verb, verb.doc[runs[0][0]]))
        if prep.lower_ == "as" and noun.lemma_ in listed("reasons"):
            run = (thing.left_edge.i, thing.right_edge.i + 1)
            return Cue(verb, "giving", (run,), phrase_of(verb, thing))
    return None
