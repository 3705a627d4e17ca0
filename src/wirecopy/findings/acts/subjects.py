"""Who does what a verb says, as grammar has it: its subject, also where it stands in another clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.misjoined import disagrees, is_strayed

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 8  # words between a subject and its verb where the parser has lost the one for the other
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: "was shelled", "sanctions imposed by", "being prepared"."""
    deps = {child.dep_ for child in verb.children}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if verb.tag_ == "VBD" and _befalls(verb):
        return True
    if verb.tag_ != "VBN" or "aux" in deps:
        return False
    if verb.dep_ == "conj" and not deps & SUBJECTS:
        return is_passive(verb.head) if verb.head.tag_ == "VBN" else False
    suffered = "dobj" not in deps or "agent" in deps or (verb.dep_ == "acl" and "prt" in deps)  # "seized off Oran"
    return verb.dep_ in ("acl", "advcl", "xcomp", "ccomp", "ROOT", "relcl") and suffered


def _befalls(verb: Token) -> bool:
    """The headline "Tanker hijacked off Oman", which the parser reads as a deed of the tanker's."""
    deps = {child.dep_ for child in verb.children}
    headline = verb.dep_ == "ROOT" and verb.sent[-1].text not in (".", "!", "?", "”", '"')
    return headline and verb.lemma_ in grammar("befalls") and not deps & {"dobj", "ccomp", "xcomp", "aux", "agent"}


def subject(verb: Token, depth: int = 6) -> Token | None:
    """The token that heads the verb's subject on the surface; None where grammar names none."""
    child = _own_subject(verb)
    if child is not None:
        if child.lower_ in RELATIVES and verb.dep_ in ("relcl", "acl"):
            return _who_is_meant(child, verb.head)
        if child.lower_ in RELATIVES and verb.dep_ == "conj":
            return antecedent(verb)
        return _of_cleft(verb) or child if child.lower_ in RELATIVES else _before_participle(child)
    cut = cut_off(verb)
    if cut is not None:
        return cut
    return _lent(verb, depth - 1) if depth else None


def _before_participle(child: Token) -> Token:
    """Who does it, where the parser takes a participle beside him for the subject: "crowds waving flags filled the square"."""
    if child.dep_ != "csubj" or child.tag_ != "VBG":
        return child
    beside = (one for one in child.children if one.dep_ == "nsubj" and one.i == child.i - 1 and one.pos_ == "NOUN")
    return next(beside, child)


def _who_is_meant(relative: Token, noun: Token) -> Token:
    """Whom "who" means, where the parser hangs it on the last place before it: "Paz, the envoy to the Andes, who met"."""
    over = noun.head.head
    place = relative.lower_ == "who" and noun.dep_ == "pobj" and noun.ent_type_ in ("GPE", "LOC", "ORG")
    return over if place and over.dep_ == "appos" and over.pos_ in ("NOUN", "PROPN") else noun


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
        if _is_gloss(found[0]) and verb.doc[found[-1].left_edge.i - 1].text == ",":
            return found[-1]
    return found[0] if found else None


def _is_gloss(noun: Token) -> bool:
    """Whether it only says what the place before it is: "In Lima, a town by the sea, people marched"."""
    before = noun.left_edge.i - 1
    return before > 0 and noun.doc[before].text == "," and noun.doc[before - 1].dep_ == "pobj"


def cut_off(verb: Token) -> Token | None:
    """ "took Arawa from Port and rebels seized …": the parser often joins the second subject to the noun before it."""
    if verb.dep_ == "advcl" and verb.tag_ in ("VBD", "VBZ"):
        return _days_after(verb) or _after_which(verb)
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


def _after_which(verb: Token) -> Token | None:
    """ "came after a court in Lima on Monday ordered it": the parser takes the word that opens the clause for a preposition."""
    if any(child.dep_ in ("mark", "advmod") and child.i < verb.i for child in verb.children):
        return None
    link = next((c for c in verb.head.children if c.lower_ in ("after", "before", "since") and c.i < verb.i), None)
    who = next((child for child in link.children if child.dep_ == "pobj"), None) if link is not None else None
    if who is None or who.ent_type_ == "DATE" or who.pos_ == "PRON" or verb.i - who.i >= NEAR:
        return None
    return None if any(one.is_punct for one in verb.doc[who.i : verb.i]) else who


def _lent(verb: Token, depth: int) -> Token | None:
    """The subject that a clause without one borrows from the clause or noun that it hangs on."""
    head, dep = verb.head, verb.dep_
    if head.i == verb.i:
        return None
    if is_headline(verb):
        return head
    if (told := _given_time(verb)) is not None:
        return told
    if dep == "acl":
        if (over := _beyond_whom(verb)) is not None:
            return subject(over, depth)
        return head if verb.tag_ in ("VBG", "VBN") else owner(head, depth)
    if dep == "relcl":
        return None
    if dep == "pcomp":
        return _of_gerund(head, depth)
    if dep == "conj" and (let := _let_do(verb)) is not None:
        return let
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
        if dep == "conj" and head.dep_ == "ccomp" and verb.tag_ == "VBD" and _is_law(subject(head, depth)):
            return subject(head.head, depth)  # "said that the treaty forbade it and called for calm"
        if dep == "conj" and is_passive(head) != is_passive(verb) and not verb.tag_.startswith("VBD"):
            return frame_agent(head)
        if dep in ("xcomp", "ccomp", "advcl", "conj", "parataxis", "dep"):
            return subject(told_around(verb), depth)
    if head.pos_ == "ADJ" and head.dep_ in ("acomp", "xcomp", "advcl", "conj"):
        return subject(head.head, depth)
    return None


def _let_do(verb: Token) -> Token | None:
    """Who does what he is let do, where the parser joins it to the verb above: "refused to let the bishop, Ana Paz, cross"."""
    bare = verb.tag_ == "VB" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    if not bare or verb.head.tag_ not in ("VBD", "VBZ"):
        return None
    lets = (c for c in verb.head.children if c.dep_ == "xcomp" and c.lemma_ in ("let", "make", "help") and c.i < verb.i)
    return next((child for one in lets for child in one.children if child.dep_ == "dobj"), None)


def _is_law(who: Token | None) -> bool:
    return who is not None and who.lemma_.lower() in grammar("laws")


def _beyond_whom(verb: Token) -> Token | None:
    """The verb around a participle whose own object is the noun before it: "arrested ten men, accusing them of arson"."""
    before = verb.head
    own = any(child.dep_ == "dobj" and child.lower_ in ("them", "him", "her", "it") for child in verb.children)
    parted = verb.i and verb.nbor(-1).text == ","
    if not (own and parted and verb.tag_ == "VBG"):
        return None
    return next((one for one in before.ancestors if one.pos_ == "VERB"), None)


def _given_time(verb: Token) -> Token | None:
    """Who is given a time in which to do something: "gave Chad a week to leave", "gave Chad until Monday to leave"."""
    over = verb.head.head if verb.head.ent_type_ in ("DATE", "TIME") else verb.head
    if over.lemma_ != "give" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return None
    told = [
        c for c in over.children if c.dep_ in ("dative", "dobj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN", "PRON")
    ]
    return next((c for c in told if c.i < verb.i and c.ent_type_ not in ("DATE", "TIME")), None)


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
