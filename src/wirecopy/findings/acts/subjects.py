"""Who does what a verb says, as grammar has it: its subject, also where it stands in another clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.misjoined import disagrees, is_strayed

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: "was shelled", "sanctions imposed by", "being prepared"."""
    deps = {child.dep_ for child in verb.children}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if verb.tag_ != "VBN" or "aux" in deps:
        return False
    if verb.dep_ == "conj" and not deps & SUBJECTS:
        return is_passive(verb.head) if verb.head.tag_ == "VBN" else False
    suffered = "dobj" not in deps or "agent" in deps or (verb.dep_ == "acl" and "prt" in deps)  # "seized off Oran"
    return verb.dep_ in ("acl", "advcl", "xcomp", "ccomp", "ROOT", "relcl") and suffered


def subject(verb: Token, depth: int = 6) -> Token | None:
    """The token that heads the verb's subject on the surface; None where grammar names none."""
    child = _own_subject(verb)
    if child is not None:
        if child.lower_ in RELATIVES and verb.dep_ in ("relcl", "acl"):
            return verb.head
        if child.lower_ in RELATIVES and verb.dep_ == "conj":
            return antecedent(verb)
        return _of_cleft(verb) or child if child.lower_ in RELATIVES else child
    cut = cut_off(verb)
    if cut is not None:
        return cut
    return _lent(verb, depth - 1) if depth else None


def _of_cleft(verb: Token) -> Token | None:
    """Who does what "it was" he that did: "it was Chad that shelled the town", where the parser sees a clause of "was"."""
    over = verb.head
    it = any(child.dep_ in SUBJECTS and child.lower_ == "it" for child in over.children)
    if verb.dep_ not in ("ccomp", "advcl") or over.lemma_ != "be" or not it:
        return None
    return next((child for child in over.children if child.dep_ == "attr" and over.i < child.i < verb.i), None)


def _own_subject(verb: Token) -> Token | None:
    """The subject among a verb's children; of two, the one behind the colon or dash of a dateline."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(found) > 1 and found[-1].i < verb.i:
        between = verb.doc[found[0].i : found[-1].left_edge.i]
        if any(token.text.strip(")") in (":", "-", "–", "—") for token in between):
            return found[-1]
    return found[0] if found else None


def cut_off(verb: Token) -> Token | None:
    """ "took Arawa from Port and rebels seized …": the parser often joins the second subject to the noun before it."""
    if verb.dep_ == "advcl" and verb.tag_ in ("VBD", "VBZ"):
        return _days_after(verb)
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or not verb.i:
        return None
    before = verb.nbor(-1)
    if before.dep_ != "conj" or before.pos_ not in ("NOUN", "PROPN") or before.head.i < verb.head.i:
        return None
    return None if any(c.dep_ == "cc" and c.i > verb.head.i for c in verb.head.children) else before


def _days_after(verb: Token) -> Token | None:
    """ "a day after a judge ordered it": the parser hangs who does it on the length of time."""
    length = next((child for child in verb.children if child.dep_ == "npadvmod" and child.i < verb.i), None)
    link = next((c for c in length.children if c.lower_ in ("after", "before")), None) if length is not None else None
    return next((child for child in link.children if child.dep_ == "pobj"), None) if link is not None else None


def _lent(verb: Token, depth: int) -> Token | None:
    """The subject that a clause without one borrows from the clause or noun that it hangs on."""
    head, dep = verb.head, verb.dep_
    if head.i == verb.i:
        return None
    if is_headline(verb):
        return head
    if dep == "acl":
        return head if verb.tag_ in ("VBG", "VBN") else owner(head, depth)
    if dep == "relcl":
        return None
    if dep == "pcomp":
        return _of_gerund(head, depth)
    if head.pos_ in ("VERB", "AUX") or (dep == "advcl" and _own_subject(head) is not None):
        if dep in ("xcomp", "ccomp") and head.lemma_ in grammar("object_control"):
            told = next((child for child in head.children if child.dep_ in ("dobj", "dative", "nsubjpass")), None)
            told = told or next(
                (g for c in head.children if c.lower_ == "on" for g in c.children if g.dep_ == "pobj"), None
            )
            return told if told is not None else (None if head.lemma_ in ("want", "expect") else subject(head, depth))
        if dep == "conj" and head.dep_ in ("xcomp", "ccomp") and is_strayed(verb, head):
            return subject(head.head, depth)
        past = verb.tag_ == "VBD" and any(c.tag_ == "MD" or c.lower_ == "had" for c in head.children)
        if dep == "conj" and head.dep_ == "ccomp" and past:  # "said that it would pay and demanded help"
            return subject(head.head, depth)
        if dep == "conj" and head.dep_ in ("ccomp", "advcl") and disagrees(verb, subject(head, depth)):
            return subject(head.head, depth)
        if dep == "conj" and is_passive(head) != is_passive(verb) and not verb.tag_.startswith("VBD"):
            return frame_agent(head)
        if dep in ("xcomp", "ccomp", "advcl", "conj", "parataxis", "dep"):
            return subject(told_around(verb), depth)
    if head.pos_ == "ADJ" and head.dep_ in ("acomp", "xcomp", "advcl", "conj"):
        return subject(head.head, depth)
    return None


def told_around(verb: Token) -> Token:
    """The clause a verb hangs on; "Khan urged Chad to wait, while warning Mali, an aide said": his, not the aide's."""
    over = verb.head
    teller = _own_subject(over)
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or teller is None or not verb.i < teller.i:
        return over
    told = (c for c in over.children if c.dep_ == "ccomp" and c.i < verb.i and _own_subject(c) is not None)
    return next(told, over)


def _of_gerund(preposition: Token, depth: int) -> Token | None:
    """Who does what a gerund after a preposition says: "accused Chad of sending", "after speaking, Khan"."""
    over = preposition.head
    if preposition.lower_ in ("of", "from", "for", "with", "into") and over.lemma_ in grammar("blamed"):
        return next((child for child in over.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if (
        over.pos_ in ("NOUN", "PROPN")
        and over.dep_ == "dobj"
        and over.head.lemma_ in grammar("blamed")
        and preposition.lower_ == "of"
    ):
        return over
    if over.lemma_ in grammar("brinks") and over.dep_ == "pobj":  # "is on the verge of striking"
        over = over.head
    while over.pos_ in ("ADJ", "ADV", "ADP", "SCONJ") and over.head.i != over.i:
        over = over.head
    return subject(over, depth) if over.pos_ in ("VERB", "AUX") else owner(over, depth)


def is_headline(verb: Token) -> bool:
    """Whether an infinitive is a headline's verb: "Chad, Mali to hold talks" parses as a name with a clause."""
    head = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("relcl", "acl") or head.dep_ != "ROOT" or head.pos_ != "PROPN":
        return False
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def frame_agent(verb: Token) -> Token | None:
    """Who does what a passive verb says."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return subject(verb, 1)


def owner(noun: Token, depth: int = 3) -> Token | None:
    """Who has a plan, threat or refusal: its possessor, else the subject of the verb that it is the object of."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        nouns_behind = [g for g in child.children if g.dep_ == "pobj"]
        if child.lower_ in ("by", "of", "for") and child.dep_ == "prep" and nouns_behind:
            return nouns_behind[0]
    head = noun.head
    if depth and noun.dep_ in ("dobj", "attr", "pobj") and head.i != noun.i:
        over = head if head.pos_ in ("VERB", "AUX") else head.head
        if over.pos_ in ("VERB", "AUX"):
            return subject(over, depth - 1)
    return None


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause describes; of a verb joined to a relative clause too."""
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def deed_of(be: Token) -> Token:
    """What "is to", "is due to", "is likely to" say that somebody does: the verb behind them; else the verb itself."""
    said = next((child for child in be.children if child.dep_ == "acomp"), be) if be.lemma_ == "be" else be
    if be.lemma_ != "be":
        return be
    return next((child for top in (be, said) for child in top.children if child.dep_ == "xcomp"), be)
