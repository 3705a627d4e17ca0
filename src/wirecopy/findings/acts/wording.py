"""An event's words for display: its clause as a reader would quote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.subjects import RELATIVES, SUBJECTS, cut_off, subject
from wirecopy.language.speech.endings import unbroken

if TYPE_CHECKING:
    from spacy.tokens import Token

from wirecopy.model import Passage

WHOLE = 185  # characters that a clause may have to be shown whole
LONGEST = 140  # … and those that are left of a longer one, with whole phrases
# What a clause can do without, by its part in the parse: it is cut before one of these, never within.
OPTIONAL = frozenset({"acl", "advcl", "advmod", "appos", "cc", "npadvmod", "prep", "punct", "relcl"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "ccomp", "xcomp", "acomp", "prt", "agent", "dative"})
MAX_DEPTH = 16  # clauses deeper than this are the parser's mistakes


def clause_words(passage: Passage, trigger: Token) -> str:
    """The clause of an act, verbatim but for white space: from its subject on, without "that", "while" or "to".

    Whole up to 185 characters. A longer one ends with the act's own phrase, or begins with the subject, where that does;
    else it is cut behind a phrase at 140, with "…". Where the subject stands too far before the act, the words between are
    an "…" too.
    """
    clause = _clause(trigger)
    start, end = _start(clause), clause.right_edge.i
    end = max(end, trigger.right_edge.i) if clause.sent == trigger.sent else trigger.right_edge.i
    end = unbroken(passage.doc, end + 1) - 1
    text = words_between(passage, start, end)
    if len(text) <= WHOLE:
        return _told_by(passage, clause, text)
    own = words_between(passage, start, trigger.right_edge.i)
    if len(own) <= WHOLE and trigger.i >= clause.i:
        return own
    who = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    if who is not None and start < who.left_edge.i <= trigger.i:
        start = who.left_edge.i  # "Sitting at a long table with two ministers, he ordered …"
        if len(text := words_between(passage, start, end)) <= WHOLE:
            return text
    reach = words_between(passage, start, trigger.i)
    return _cut(passage, start, end, trigger) if len(reach) <= LONGEST - 30 else _far(passage, trigger)


def clause_span(token: Token) -> tuple[int, int]:
    """The first and the last token of the clause that a token stands in, from its subject on."""
    clause = _clause(token)
    return _start(clause), clause.right_edge.i


def _told_by(passage: Passage, clause: Token, text: str) -> str:
    """A clause about "it" or "them" with the clause around it, where both are short enough: "Chad denied that it …"."""
    who = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    if who is None or who.tag_ != "PRP" or clause.dep_ not in ("ccomp", "advcl") or clause.head.i == clause.i:
        return text
    over = _clause(clause.head)
    more = words_between(passage, _start(over), over.right_edge.i)
    return more if len(more) <= WHOLE and text in more else text


def _far(passage: Passage, trigger: Token) -> str:
    """ "Russia … has backed the separatists": the subject and, after a gap, the act's own phrase."""
    first = trigger.left_edge.i
    if trigger.dep_ in ("acl", "relcl"):
        first = _phrase_start(trigger.head)
    own = _cut(passage, first, trigger.right_edge.i, trigger)
    who = subject(trigger) if trigger.pos_ == "VERB" and trigger.dep_ not in ("acl", "relcl") else None
    if who is None or who.right_edge.i >= first or who.right_edge.i - who.left_edge.i > LONGEST // 10:
        return own
    return f"{words_between(passage, who.left_edge.i, who.right_edge.i)} … {own}"


def _phrase_start(noun: Token) -> int:
    before = [child.left_edge.i for child in noun.children if child.i < noun.i and child.dep_ not in ("punct", "cc")]
    return min(before, default=noun.i)


def _cut(passage: Passage, first: int, last: int, trigger: Token) -> str:
    """Words up to the last phrase that ends within LONGEST characters, behind the act's object where that does."""
    text = words_between(passage, first, last)
    if len(text) <= LONGEST:
        return text
    ends = [
        at
        for at in range(max(first, trigger.i), last)
        if _ends_phrase(passage.doc[at]) and len(words_between(passage, first, at)) < LONGEST
    ]
    objects = (child.right_edge.i for child in trigger.children if child.dep_ in OBJECTS and child.i > trigger.i)
    if ends and (
        ends[-1] >= min(objects, default=trigger.i) or len(words_between(passage, first, ends[-1])) > LONGEST // 2
    ):
        return words_between(passage, first, ends[-1]) + "…"
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"


def _ends_phrase(token: Token) -> bool:
    """Does something begin behind a word that the clause can do without?"""
    if token.i + 1 >= len(token.doc) or token.is_punct:
        return False
    opening = token.doc[token.i + 1]
    for _ in range(MAX_DEPTH):
        if opening.left_edge.i != token.i + 1:
            return False
        if opening.dep_ in OPTIONAL and opening.head.i <= token.i:
            return True
        if opening.head.i == opening.i:
            return False
        opening = opening.head
    return False


def words_between(passage: Passage, first: int, last: int) -> str:
    """The words of two tokens and all between, in one line, without the marks at their end."""
    doc = passage.doc
    while last > first and doc[last].text in grammar("trailing"):
        last -= 1
    end = doc[last].idx + len(doc[last])
    return " ".join(passage.report.text[doc[first].idx : end].split())


def _clause(token: Token) -> Token:
    """The verb of the nearest clause with a subject of its own, else the head of all."""
    for _ in range(MAX_DEPTH):
        verbal = token.pos_ in ("VERB", "AUX")
        if verbal and any(child.dep_ in SUBJECTS or child.dep_ == "expl" for child in token.children):
            break
        if token.head.i == token.i or (verbal and cut_off(token) is not None):
            break
        token = _over(token)
    return token


def _over(token: Token) -> Token:
    """What a verb hangs on; of "declared that it must end and agreed to meet" the first, though the parse joins it to "end"."""
    other = token.head
    told = token.dep_ == "conj" and token.tag_ == other.head.tag_ == "VBD" and other.dep_ == "ccomp"
    return other.head if told and any(child.tag_ == "MD" for child in other.children) else other


def _start(clause: Token) -> int:
    """Where the quoted words begin: after complementisers; of "who fought" with the noun that it describes."""
    first, doc = clause.left_edge.i, clause.doc
    other = cut_off(clause)
    if other is not None:
        return other.left_edge.i
    low = doc[first].lower_
    if clause.dep_ == "relcl" and low not in ("where", "when") and doc[first].pos_ != "ADP":
        return _phrase_start(clause.head)
    if doc[first].pos_ == "ADP" and first + 1 < clause.i and doc[first + 1].lower_ in RELATIVES:
        first += 2
    while first < clause.i and (_opens(doc[first], clause) or doc[first].is_punct or doc[first].is_space):
        first += 1
    return first


def _opens(token: Token, clause: Token) -> bool:
    """Whether a word opens a clause and is none of its own. The "As" of "As they talked, Gao was shelled" opens another."""
    if token.dep_ in ("mark", "aux") and token.head.i != clause.i:
        return False
    return token.lower_ in grammar("complementisers") and token.dep_ in ("mark", "cc", "advmod", "aux", "preconj")
