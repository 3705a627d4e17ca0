"""An event's words for display: its clause as a reader would quote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.frames import RELATIVES, SUBJECTS, cut_off, subject
from wirecopy.findings.lexicon import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

from wirecopy.model import Passage

LONGEST = 140  # characters of an event's words that are shown
MAX_DEPTH = 16  # clauses deeper than this are the parser's mistakes


def clause_words(passage: Passage, trigger: Token) -> str:
    """The clause of an act, verbatim but for white space: from its subject on, without "that", "while" or "to".

    At most 140 characters: what does not fit is left out at the end of the act's own phrase, else at a word, with "…".
    Where the subject stands too far before the act, the words between are an "…" too.
    """
    clause = _clause(trigger)
    start, end = _start(clause), clause.right_edge.i
    end = max(end, trigger.right_edge.i) if clause.sent == trigger.sent else trigger.right_edge.i
    text = _text(passage, start, end)
    if len(text) <= LONGEST:
        return _told_by(passage, clause, text)
    own = _text(passage, start, trigger.right_edge.i)
    if len(own) <= LONGEST and trigger.i >= clause.i:
        return own
    reach = _text(passage, start, trigger.i)
    return _cut(text) if len(reach) <= LONGEST - 30 else _far(passage, trigger)


def _told_by(passage: Passage, clause: Token, text: str) -> str:
    """A clause about "it" or "them" with the clause around it, where both are short enough: "Chad denied that it …"."""
    who = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    if who is None or who.tag_ != "PRP" or clause.dep_ not in ("ccomp", "advcl") or clause.head.i == clause.i:
        return text
    over = _clause(clause.head)
    more = _text(passage, _start(over), over.right_edge.i)
    return more if len(more) <= LONGEST and text in more else text


def _far(passage: Passage, trigger: Token) -> str:
    """ "Russia … has backed the separatists": the subject and, after a gap, the act's own phrase."""
    first = trigger.left_edge.i
    if trigger.dep_ in ("acl", "relcl"):
        first = _phrase_start(trigger.head)
    own = _text(passage, first, trigger.right_edge.i)
    who = subject(trigger) if trigger.pos_ == "VERB" and trigger.dep_ not in ("acl", "relcl") else None
    if who is None or who.right_edge.i >= first or who.right_edge.i - who.left_edge.i > LONGEST // 10:
        return _cut(own)
    return _cut(f"{_text(passage, who.left_edge.i, who.right_edge.i)} … {own}")


def _phrase_start(noun: Token) -> int:
    before = [child.left_edge.i for child in noun.children if child.i < noun.i and child.dep_ not in ("punct", "cc")]
    return min(before, default=noun.i)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"


def _text(passage: Passage, first: int, last: int) -> str:
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
        token = token.head
    return token


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
    while first < clause.i and (_opens(doc[first]) or doc[first].is_punct or doc[first].is_space):
        first += 1
    return first


def _opens(token: Token) -> bool:
    """Whether a word opens a clause and is none of its own."""
    return token.lower_ in grammar("complementisers") and token.dep_ in ("mark", "cc", "advmod", "aux", "preconj")
