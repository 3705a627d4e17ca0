"""The "that" behind a cue: where it stands, over times, hearers and sources, and where the clause that it opens begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.cue_words import listed
from wirecopy.language.media import media
from wirecopy.language.speech.constructions import sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOURCED = 6  # tokens from a cue to the sources that a report cites


def that_behind(verb: Token) -> Token | None:
    """The "that" behind a cue, with no more than a time and those who are told between: "told reporters on Monday that".

    It is looked for in the words, because the parser hangs such a clause on the nearest noun as often as on the cue.
    """
    doc, passed = verb.doc, cited(verb)
    for i in range(verb.i + 1, min(sentence(verb)[1] - 2, verb.i + 12 + len(passed))):
        token = doc[i]
        if i in passed:
            continue
        if token.lower_ == "that" and token.dep_ != "det" and doc[i + 1].text not in (".", ",", ";", "’s", "'s"):
            timed = doc[i - 1].lemma_ == "time" or doc[i - 1].ent_type_ in ("DATE", "TIME")
            if _is_of_noun(verb, token):
                return None
            bare = i == verb.i + 1 or token.tag_ == "IN" or token.dep_ == "mark"
            return token if bare or timed or _has_its_objects(token) else None
        if _is_of_writing(token) or is_manner(token) or _is_occasion(verb, token):
            continue
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or token.text in (";", ":", "“", "—", "–"):
            return None
    return None


def points_back(that: Token) -> bool:
    """Whether "that" behind a cue belongs to the noun after it: "said that account was false"."""
    noun, behind = that.nbor(1), that.nbor(2)
    return noun.tag_ == "NN" and noun.lemma_ in listed("pointed") and behind.tag_ in ("VBD", "VBZ", "MD")


def voiced(verb: Token, that: Token) -> int:
    """Where a clause begins: of "expressed hope that it would end" with the hope."""
    noun = that.head.head
    own = noun.dep_ == "dobj" and noun.head == verb and verb.i < noun.i < that.i
    return noun.left_edge.i if own and verb.lemma_ in listed("voicing") else that.i + 1


def cited(verb: Token) -> range:
    """Whom a report names as its sources between the cue and its clause: "reported on Monday, citing two envoys, that"."""
    near = range(verb.i + 2, min(sentence(verb)[1] - 2, verb.i + _SOURCED))
    return next((run for i in near if (run := sources(verb.doc[i]))), range(0))


def sources(citing: Token) -> range:
    """The stretch between two commas that a "citing" begins, before "that"."""
    doc, last = citing.doc, sentence(citing)[1]
    if citing.lower_ not in ("citing", "quoting") or citing.i == 0 or citing.nbor(-1).text != ",":
        return range(0)
    closing = next((i for i in range(citing.i, last - 1) if doc[i].text == ","), None)
    goes_on = closing is not None and doc[closing + 1].lower_ == "that"
    return range(citing.i - 1, closing + 1) if closing is not None and goes_on else range(0)


def is_manner(verb: Token) -> bool:
    """ "said in writing that": how it was said, and no word of its own."""
    return verb.tag_ == "VBG" and verb.lower_ == "writing" and verb.i > 0 and verb.nbor(-1).lower_ == "in"


def _is_of_writing(verb: Token) -> bool:
    """ "said in a statement carried by the agency that": no participle of a writing keeps it from what it says."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.i < verb.i and verb.head.lemma_.lower() in media()


def _is_occasion(verb: Token, beside: Token) -> bool:
    """ "said after meeting Paz that": what he did before he spoke or after it, be it that the parse hangs the clause there."""
    link = beside.head
    return beside.tag_ == "VBG" and beside.dep_ == "pcomp" and link.lower_ in ("after", "before") and link.head == verb


def _is_of_noun(verb: Token, that: Token) -> bool:
    """ "There was, he told them, no sign that A had come": the clause of a noun that a comma parts from the cue."""
    noun = that.head.head
    if that.head.dep_ != "acl" or noun.i <= verb.i or noun.pos_ != "NOUN":
        return False
    return verb.doc[noun.left_edge.i - 1].text == "," and noun.left_edge.i - 1 > verb.i


def _has_its_objects(that: Token) -> bool:
    """Whether a clause taken for a relative one lacks nothing: "told them before the call that he would offer a way out"."""
    verb = that.head
    return that.dep_ == "dobj" and any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
