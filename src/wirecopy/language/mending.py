"""What the parser's model gets wrong in wire style, set right before anything is read off the parse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEADLINE = 8
"""Most tokens of the two names before a headline's verb."""
LONGEST = 16
"""Most tokens of a headline whose verb is looked for."""
NEAR = 4
"""Most tokens from such a verb to its object."""
ENDS = frozenset(".?!:;,\"”’'")
BOUND_THAT = frozenset({"so", "such", "now", "in", "except", "given", "provided", "but"})
"""Words before a "that" with which it opens no clause of what is said."""
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words.load("headlines")[name])


def mend_numbers(doc: Doc) -> Doc:
    """ "Ana Torres spoke to him": a person whose name ends in "s" is one; "the Torreses" are several."""
    for token in doc:
        several = any(child.dep_ == "det" for child in token.children)
        if token.tag_ == "NNPS" and token.ent_type_ == "PERSON" and not several:
            token.tag_ = "NNP"
    return doc


def mend_tellers(doc: Doc) -> Doc:
    """ "Troops are not advancing, a spokesman said, accusing the rebels of lies": it is the spokesman who accuses."""
    for verb in doc:
        if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < 2 or doc[verb.i - 1].text != ",":
            continue
        teller = next((c for c in verb.head.children if c.dep_ == "parataxis" and c.i < verb.i), None)
        if teller is not None and teller.right_edge.i in (verb.i - 1, verb.i - 2):
            verb.head = teller
    return doc


def mend_thats(doc: Doc) -> Doc:
    """ "Denied on Tuesday that its men had fired": what is denied, where the parser takes the clause for a circumstance.

    Left so, what was denied is told as done.
    """
    for verb in doc:
        if verb.dep_ != "advcl" or verb.head.pos_ != "VERB" or verb.i < verb.head.i:
            continue
        marks = (child for one in (verb, *verb.children) for child in one.children if child.dep_ == "mark")
        that = next((mark for mark in marks if mark.lower_ == "that" and verb.head.i < mark.i < verb.i), None)
        before = {token.lower_ for token in doc[verb.head.i : that.i]} if that is not None else BOUND_THAT
        if that is not None and not before & BOUND_THAT and verb.head.lemma_ in _listed("told_that"):
            verb.dep_, that.head = "ccomp", verb
    return doc


def mend_charges(doc: Doc) -> Doc:
    """ "Accusing the rebels of spreading panic": the charge hangs on the verb, not on the rebels."""
    for of in doc:
        verb = of.head.head
        charge = of.lower_ == "of" and of.dep_ == "prep" and any(child.tag_ == "VBG" for child in of.children)
        if charge and of.head.dep_ == "dobj" and verb.lemma_ in ("accuse", "suspect", "convict"):
            of.head = verb
    return doc


def mend_stays(doc: Doc) -> Doc:
    """ "Had spent Wednesday in Oslo assuring allies that …": the place is where he was, and not who assures."""
    for verb in doc:
        if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ not in ("in", "at"):
            continue
        place = next((c for c in verb.children if c.dep_ == "nsubj" and c.i == verb.i - 1), None)
        if place is not None and place.tag_ == "NNP" and place.left_edge.i == verb.head.i + 1:
            preposition = verb.head
            verb.head, verb.dep_ = preposition.head, "advcl"
            place.head, place.dep_ = preposition, "pobj"
    return doc


def mend_gerunds(doc: Doc) -> Doc:
    """ "Fighting continued near the town": what the parser takes for a subject of its own is a noun, not a verb."""
    for word in doc:
        bare = not any(child.dep_ in ("dobj", "aux", "prt", "neg", "ccomp") for child in word.children)
        if word.tag_ == "VBG" and word.dep_ == "nsubj" and word.pos_ == "VERB" and bare:
            word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_
    return doc


def mend_headlines(doc: Doc) -> Doc:
    """ "Hanoi, Beijing sign treaty": two names with a comma for "and" are the subject of a verb in the plural.

    The model takes the verb for a noun, or the first name for a day.
    """
    for first in doc:
        if first.pos_ != "PROPN" or not (first.i == 0 or "\n" in doc[first.i - 1].text):
            continue
        names = _two_names(doc, first.i)
        if names is not None:
            _join(doc, *names)
    return doc


def mend_headline_verbs(doc: Doc) -> Doc:
    """ "Army ousts president", "Rebels free nuns": the verb of a headline that the model takes for a noun or an adjective."""
    start = 0
    for end in (*(token.i for token in doc if "\n" in token.text), len(doc)):
        if 2 < end - start <= LONGEST and doc[end - 1].text not in ENDS:
            verb = next((word for word in doc[start + 1 : end - 1] if _is_verb_lost(word, end)), None)
            if verb is not None and not any(word.tag_ in FINITE for word in doc[start : verb.i]):
                _raise_verb(doc, start, verb)
        start = end + 1
    return doc


def _is_verb_lost(word: Token, end: int) -> bool:
    """Whether a word before a noun is the verb of its headline: "ousts" in "army ousts president"."""
    before, goods = word.nbor(-1), _goods(word)
    if goods.i <= word.i or goods.i >= end or before.pos_ not in ("NOUN", "PROPN") or word.i < goods.i - NEAR:
        return False
    parted = any(token.text == "," for token in word.doc[goods.i : goods.head.i])  # "ousts president, flies him out"
    top = goods.dep_ == "ROOT" or (goods.head.dep_ == "ROOT" and parted)
    if word.tag_ == "NNS":
        return top and word.lower_ in _listed("singular_verbs") and word.dep_ in ("compound", "nsubj", "nmod")
    several = before.tag_ in ("NNS", "NNPS") or before.lower_ == "police"
    return top and several and word.lower_ in _listed("plural_verbs") and word.dep_ in ("compound", "amod", "nmod")


def _goods(word: Token) -> Token:
    goods = word.head
    while goods.dep_ in ("compound", "nmod") and goods.head.i > goods.i:
        goods = goods.head
    return goods


def _raise_verb(doc: Doc, start: int, verb: Token) -> None:
    """Make a word the verb of its headline: what stands before it is the subject, the noun behind it the object."""
    name, goods = verb.nbor(-1), _goods(verb)
    top = goods.head
    for child in (*verb.children, *goods.children, *verb.head.children):
        if start <= child.i < name.i:
            child.head, child.dep_ = name, "compound" if child.pos_ in ("NOUN", "PROPN") else child.dep_
    lemma = verb.lemma_ if verb.tag_ == "NNS" else verb.lower_
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ" if verb.tag_ == "NNS" else "VBP", lemma
    name.head, name.dep_ = verb, "nsubj"
    between = [child for child in verb.head.children if verb.i < child.i < goods.i]
    verb.head, verb.dep_ = verb, "ROOT"
    for child in between:
        child.head = goods
    goods.head, goods.dep_ = verb, "dobj"
    if goods.pos_ == "VERB":
        goods.pos_, goods.tag_ = "NOUN", "NN"
    if top.i not in (verb.i, goods.i):
        top.head, top.dep_ = verb, "conj"


def _two_names(doc: Doc, start: int) -> tuple[Token, Token, Token, Token] | None:
    """The heads of two names that open a headline, the comma between them and the verb behind them; else None."""
    end = min(start + HEADLINE, len(doc) - 1)
    at = start
    while at < end and doc[at].pos_ == "PROPN":
        at += 1
    comma, first = doc[at], doc[at - 1]
    at += 1
    if at > end:
        return None
    while at < end and doc[at].pos_ == "PROPN":
        at += 1
    if at < end and doc[at].tag_ == "NNS":  # "Congo, rebels sign truce"
        at += 1
    verb, second = doc[at], doc[at - 1]
    plural = verb.tag_ == "VBP" or (verb.tag_ in ("NN", "VB", "JJ") and verb.lower_ in _listed("plural_verbs"))
    named = comma.text == "," and second.i > comma.i and verb.is_lower
    return (first, comma, second, verb) if named and plural else None


def _join(doc: Doc, first: Token, comma: Token, second: Token, verb: Token) -> None:
    if verb.dep_ in ("compound", "nmod", "amod"):
        _make_verb(verb)
    if verb.pos_ != "VERB" or second.dep_ not in ("compound", "nsubj", "conj", "appos", "nmod"):
        return
    strayed = next((child for child in first.children if child.dep_ == "appos" and child.i > verb.i), None)
    first.head, first.dep_ = verb, "nsubj"
    comma.head, comma.dep_ = first, "cc"
    second.head, second.dep_ = first, "conj"
    if strayed is not None:  # "sign fisheries treaty": the first noun for the object, the second beside the name
        for noun in [child for child in verb.children if child.dep_ == "dobj" and child.i < strayed.i]:
            noun.head, noun.dep_ = strayed, "compound"
        strayed.head, strayed.dep_ = verb, "dobj"


def _make_verb(word: Token) -> None:
    """A verb that stands as a noun before its object gets the object, and the place of what it hangs on."""
    goods = word.head
    while goods.dep_ == "compound" and goods.head.i > goods.i:
        goods = goods.head
    top = word.sent.root
    if goods.i < word.i:
        return
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBP", word.lower_
    for child in [child for one in (goods, word.head) for child in one.children if child.i < word.i]:
        child.head = word
    word.head, word.dep_ = word, "ROOT"
    goods.head, goods.dep_ = word, "dobj"
    if top.i not in (word.i, goods.i):
        top.head = word
