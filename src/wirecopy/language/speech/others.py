"""What another says beside what is told: where the words of one end before it, and what a clause answers of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.cue_words import listed, thoughts, verbs
from wirecopy.language.speech.constructions import Cue, Run, phrase_of, sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset({"while", "whereas", "as"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SPEECH = frozenset({"clause", "quote", "as"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def told_alone(cue: Cue) -> Cue:
    """A cue whose words, behind it, end before a clause in which the report tells what another says.

    "Said that A was shut, as Roe called it a trap", "says A, where its chief asked for help", "said A; Roe spoke of B".
    """
    if cue.frame not in ("clause", "aside") or cue.verb.pos_ == "NOUN":
        return cue
    runs = [(start, _end(cue.verb, start, end)) for start, end in cue.words]
    return cue._replace(words=tuple(run for run in runs if run[1] > run[0]))


def _end(teller: Token, start: int, end: int) -> int:
    doc = teller.doc
    if start < teller.i:
        return end
    last = end
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    breaks = (i for i in range(start, end - 2) if doc[i].text in (",", ";"))
    return next((i for i in breaks if (verb := _opened(teller, i, end)) is not None and _is_anothers(verb)), last)


def _opened(teller: Token, mark: int, end: int) -> Token | None:
    """The verb of the clause that a comma or a semicolon opens and that lasts to the end of the words."""
    doc = teller.doc
    if doc[mark].text == ";":
        return next((t for t in doc[mark + 1 : end] if _has_subject(t, mark) and t.tag_ in _FINITE), None)
    first = doc[mark + 1]
    verb = first.head
    if first.lower_ == "whose":  # "whose leader Ann Roe said"
        verb = next((t for t in first.ancestors if t.pos_ == "VERB"), verb)
    if first.pos_ == "DET" and (answer := _answer(first.head)) is not None:
        verb = answer
    beside = first.lower_ in _MARKS and first.dep_ == "mark" and verb.dep_ == "advcl"
    related = first.tag_ == "WP$" or (first.tag_ in ("WRB", "WDT", "DT") and verb.dep_ in ("relcl", "acl"))
    related = related and verb.i > mark and (first.tag_ != "WDT" or _is_answering(verb))
    lasting = any(t.right_edge.i >= end - 1 for t in (verb, *verb.children))
    return verb if (beside or related) and lasting and _has_subject(verb, mark) else None


def _has_subject(verb: Token, mark: int) -> bool:
    """Whether a verb has a subject of its own that is named: a pronoun may mean who tells."""
    own = (c for c in verb.children if c.dep_ in _SUBJECTS and c.i > mark)
    return any(c.pos_ in ("NOUN", "PROPN") for c in own)


def _is_anothers(verb: Token) -> bool:
    """Whether a verb, or one joined to it, tells what somebody says, in a tense of the report's own."""
    joined = (c for c in verb.children if c.dep_ == "conj" and not any(g.dep_ in _SUBJECTS for g in c.children))
    return any(_speaks(one) for one in (verb, *joined))


def _speaks(verb: Token) -> bool:
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.children):
        return False
    lemma = verb.lemma_.lower()
    if lemma in thoughts() or _is_answering(verb):
        return lemma not in thoughts()
    counts = any(c.dep_ == "dobj" and c.lemma_.lower() in listed("numbers") for c in verb.children)
    given = (counts or lemma in listed("giving")) and any(t.like_num for t in verb.subtree)
    table = verbs().get(lemma, frozenset())
    links = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    content = any(c.dep_ in ("ccomp", "dobj", "oprd", "xcomp") for c in verb.children)
    return given or (content and bool(_SPEECH & table)) or bool(links & table & listed("topical"))


def answered(verb: Token) -> Cue | None:
    """ "Said that A had left, which Roe denied", "says it won, a claim that Roe dismissed as false": A, as Roe answers it."""
    if not _is_answering(verb) or verb.dep_ not in ("relcl", "acl") or not _has_subject(verb, verb.left_edge.i):
        return None
    comma = _comma(verb)
    if comma is None:
        return None
    start = _told_from(verb, sentence(verb)[0], comma)
    return Cue(verb, "answered", ((start, comma),), _phrase(verb, comma)) if comma - start > 1 else None


def _comma(verb: Token) -> int | None:
    doc, which = verb.doc, verb.left_edge
    if which.lower_ == "which" and which.dep_ == "dobj" and doc[which.i - 1].text == ",":
        return which.i - 1
    noun = verb.head
    if noun.lemma_.lower() in listed("answered") and _answer(noun) == verb and doc[noun.left_edge.i - 1].text == ",":
        return noun.left_edge.i - 1
    return None


def _answer(noun: Token) -> Token | None:
    """ "a claim (that, which) Roe dismissed": the answer's verb."""
    behind = (c for c in noun.children if c.dep_ in ("relcl", "acl") and c.i > noun.i)
    return next((c for c in behind if noun.lemma_.lower() in listed("answered") and _is_answering(c)), None)


def _is_answering(verb: Token) -> bool:
    objects = any(c.dep_ in ("dobj", "ccomp") and c.i > verb.i for c in verb.children)
    return verb.lemma_.lower() in listed("answering") and not objects


def _told_from(verb: Token, first: int, comma: int) -> int:
    """Where the words begin that are answered: behind the teller of "Peru said (that)", else with the sentence."""
    for teller in verb.doc[first:comma]:
        if teller.tag_ not in _FINITE or "clause" not in verbs().get(teller.lemma_.lower(), ()):
            continue
        told = next((c for c in teller.children if c.dep_ == "ccomp" and teller.i < c.i < comma), None)
        if told is not None:
            start = max(told.left_edge.i, teller.i + 1)
            return start + (verb.doc[start].lower_ == "that")
    return first


def _phrase(verb: Token, comma: int) -> Run:
    first, last = phrase_of(verb, None)
    return max(first, comma + 1), last
