"""A figure's words for display: the clause around its number, with all that says what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.subjects import SUBJECTS
from wirecopy.findings.acts.wording import clause_span, words_between
from wirecopy.findings.counted import Counted
from wirecopy.model import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

LONGEST = 220  # characters of a figure's words: a share says nothing without the clause that tells of what
POINTING = frozenset(("it", "this", "that", "these", "those"))
BORDERS = frozenset((",", ";", ":", "—", "–", "(", ")"))


def figure_words(passage: Passage, tokens: Tokens, measured: Counted) -> str:
    """The sentence that a number stands in, verbatim but for white space; of a long one the clause with its noun's own.

    A sentence that tells of "it" or "them" brings the one before it, where both are short. Of a clause that is longer than
    220 characters the stretch around the number is left, cut where a part of it ends, with "…" for what is left out.
    """
    sentence = _in_paragraph(passage, tokens)
    whole = words_between(passage, *sentence)
    if len(whole) <= LONGEST:
        return _with_previous(passage, tokens, sentence, whole)
    first, last = clause_span(tokens.root)
    first, last = min(first, tokens.start), max(last, tokens.end - 1, tokens.root.right_edge.i)
    clause = words_between(passage, first, last)
    told = clause if len(clause) <= LONGEST else _around(passage, (first, last), (tokens.start, tokens.end - 1))
    noun = " ".join(measured.words.text.split())
    before = sentence[0] <= measured.words.start < tokens.start and noun not in told
    return f"{noun} … {told.removeprefix('… ')}" if before else told


def _in_paragraph(passage: Passage, tokens: Tokens) -> tuple[int, int]:
    """The first and the last token of a number's sentence; none of the heading that the parse took for its beginning."""
    doc, sentence = passage.doc, tokens.root.sent
    first = next((i + 1 for i in range(tokens.start, sentence.start - 1, -1) if "\n" in doc[i].text), sentence.start)
    last = next((i - 1 for i in range(tokens.end, sentence.end) if "\n" in doc[i].text), sentence.end - 1)
    return min(first, tokens.start), max(last, tokens.end - 1)


def _with_previous(passage: Passage, tokens: Tokens, sentence: tuple[int, int], words: str) -> str:
    """ "In 2015, it was 38" with the sentence before it, which says what it was, where both fit."""
    doc = passage.doc
    relative = ("WDT", "WP")  # "in the days that followed"
    doers = (doc[i] for i in range(sentence[0], tokens.start) if doc[i].dep_ in SUBJECTS)
    subject = next((doer for doer in doers if doer.tag_ not in relative), None)
    pointing = subject is not None and subject.lower_ in POINTING
    pointing = pointing or doc[tokens.end : tokens.end + 2].text.lower() in ("of them", "of these", "of those")
    if not pointing or sentence[0] == 0 or "\n" in doc[sentence[0] - 1].text:
        return words
    before = doc[sentence[0] - 1].sent.start
    while before and doc[before - 1].text in (":", ";", ","):  # the parse took the list behind a colon for a sentence
        before = doc[before - 1].sent.start
    more = words_between(passage, before, sentence[1])
    return more if len(more) <= LONGEST and "\n" not in doc[before : sentence[0]].text else words


def _around(passage: Passage, clause: tuple[int, int], core: tuple[int, int]) -> str:
    """The longest stretch around the number that begins and ends where a part of its clause does, and fits."""
    doc: Doc = passage.doc
    starts = [clause[0], *(i + 1 for i in range(clause[0], core[0]) if doc[i].text in BORDERS)]
    ends = [clause[1], *(i for i in range(clause[1], core[1], -1) if doc[i].text in BORDERS)]
    room = range(clause[1], core[1], -1)
    behind = LONGEST * 2 // 3
    last = next((end for end in (*ends, *room) if len(words_between(passage, core[0], end)) <= behind), core[1])
    room = range(clause[0], core[0])
    first = next((i for i in (*starts, *room) if len(words_between(passage, i, last)) <= LONGEST), core[0])
    before = "… " if first > clause[0] else ""
    after = " …" if last < clause[1] and doc[last].text not in BORDERS else ""
    return f"{before}{words_between(passage, first, last)}{after}"
