"""Cues that do not come to pass: denied, asked about, out of reach; nobody has said anything then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.cue_words import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARING = frozenset({"told", "urged", "advised", "ordered", "warned"})
_NOBODY = frozenset({"nobody", "none", "neither", "noone"})


def is_unsaid(verb: Token, children: list[Token]) -> bool:
    """Whether a verb of saying, with its children, tells that nothing was said ("without saying why"), or asks what was."""
    denied = any(child.dep_ == "neg" for child in children)
    without = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    if denied or without or _is_heard(verb, children):
        return True
    return _is_out_of_reach(verb) or _is_asked(children) or _is_question(verb)


def _is_heard(verb: Token, children: list[Token]) -> bool:
    """ "Guests told to leave", as headlines have it: who is told does not speak."""
    behind = verb.nbor(1).tag_ if verb.i + 1 < len(verb.doc) else ""
    return verb.lower_ in _HEARING and behind == "TO" and not any(child.dep_ == "dobj" for child in children)


def _is_out_of_reach(verb: Token) -> bool:
    """ "is unlikely to say", "declined to say", "has yet to answer", "did not deny that she had said": nothing is said."""
    above = verb.head
    if verb.dep_ == "ccomp" and verb.i > above.i and any(child.dep_ == "neg" for child in above.children):
        return above.lemma_.lower() in listed("unasserted")
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or verb.tag_ != "VB" or verb.i < above.i:
        return False
    if verb.dep_ != "xcomp" and above.lemma_ != "be":
        return False
    called = (child for child in above.children if child.dep_ == "acomp" and verb.dep_ != "xcomp")
    above = next(called, above)
    return above.lemma_.lower() in listed("unsaid") or above.lower_ == "going"


def _is_question(verb: Token) -> bool:
    """ "Asked whether …, he said": somebody else's question, and nobody knows whose."""
    first = verb.left_edge
    bare = first == verb or (first.lower_ in ("when", "if", "while") and first.i == verb.i - 1)
    parted = verb.i > 0 and verb.nbor(-1).text == ","  # "Roe, asked at noon how he was, said"
    if verb.lower_ not in ("asked", "pressed", "questioned"):
        return False
    return (verb.dep_ == "advcl" and bare) or (verb.dep_ in ("advcl", "acl", "ccomp") and parted)


def _is_asked(children: list[Token]) -> bool:
    """ "Would he promise not to attack?", "nobody agrees how large it is": nothing is said."""
    said_by = next((child for child in children if child.dep_ == "nsubj"), None)
    if said_by is None:
        return False
    asked = any(
        child.i < said_by.i
        and (child.tag_ == "MD" or (child.dep_ == "aux" and child.lemma_ == "do" and child.is_sent_start))
        for child in children
    )
    return asked or said_by.lower_ in _NOBODY or any(child.lower_ in ("no", "neither") for child in said_by.children)
