"""Words that the parser joins to the wrong one: a verb to another's subject, a subject to the name before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def disagrees(verb: Token, who: Token | None) -> bool:
    """ "Chad said that troops stood there, and has issued a warning": the plural before "has" is not its subject."""
    singular = any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("has", "is", "was") for c in verb.children)
    plural = who is not None and who.tag_ in ("NNS", "NNPS")
    return plural and (singular or verb.tag_ == "VBZ")


def is_strayed(verb: Token, head: Token) -> bool:
    """ "urged Khan to leave and had told him so": what has a tense is not joined to an infinitive."""
    infinitive = head.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in head.children)
    tensed = verb.tag_ == "VBD" or any(child.tag_ in ("VBD", "VBZ") and child.dep_ == "aux" for child in verb.children)
    return infinitive and tensed


def is_next_subject(joined: Token) -> bool:
    """ "As for talks with Deby and Keita, Berg said": is it the subject of the verb behind, which the parser leaves without?"""
    verb = joined.sent.root
    owned = any(child.dep_ in ("nsubj", "nsubjpass", "csubj") for child in verb.children)
    bare = verb.tag_ in ("VBD", "VBZ", "VBP") and not owned
    first = joined
    while first.dep_ == "conj":
        first = first.head
    if not bare or first.dep_ != "pobj" or joined.doc[joined.left_edge.i - 1].text != ",":
        return False
    titles = {one.i for name in (first, joined) for c in name.children if c.dep_ == "appos" for one in c.subtree}
    return all(one.is_punct or one.i in titles for one in joined.doc[joined.i + 1 : verb.i])
