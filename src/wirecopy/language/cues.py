"""Words that say that somebody says something, and what stands beside them: the construction, its content, its extent.

The verbs, and the constructions in which each is a cue, are in `words/cues.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from wirecopy.language.constructions import Cue, Run, appended, finite, inverted, is_passive, phrase_of, sentence
from wirecopy.language.cue_words import listed, nouns, verbs
from wirecopy.language.endings import clause_end
from wirecopy.language.media import media
from wirecopy.language.objects import objects
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GOING_ON = frozenset({"for", "of", "about", "against", "between", "without", "towards", "toward"})
_NOBODY = frozenset({"nobody", "none", "neither", "noone"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BOTH = 2  # subjects
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})


def cues(doc: Doc) -> Iterator[Cue]:
    """Every cue of a text that the parse shows, in order, each in its fullest construction."""
    table = verbs()
    for i in _words(doc):
        token = doc[i]
        if token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ in ("VERB", "AUX"):
            frames = table.get(token.lemma_.lower(), frozenset())
            yield from islice((cue for cue in candidates(token) if _fits(cue, frames)), 1)
        elif token.pos_ in ("NOUN", "ADJ") and token.lemma_ in nouns():
            yield from noun_clauses(token)


def _fits(cue: Cue, frames: frozenset[str]) -> bool:
    """Whether a verb is a cue in a construction, be it only because the content holds a quotation or a number."""
    if cue.frame in frames or cue.frame == "giving":
        return True
    if cue.frame in ("clause", "aside") or cue.verb.lemma_.lower() not in listed("quoting"):
        return False
    return any(cue.verb.doc[i].text == "“" for start, end in cue.words for i in range(start, end))


def _words(doc: Doc) -> list[int]:
    """Where a word stands that may be a cue: found in whole columns, as asking each token costs most of the time."""
    lemmas, lower = doc.to_array(["LEMMA", "LOWER"]).T.tolist()
    wanted, according = _hashes()
    return [
        i for i, (lemma, word) in enumerate(zip(lemmas, lower, strict=True)) if lemma in wanted or word == according
    ]


@cache
def _hashes() -> tuple[frozenset[int], int]:
    """The parser's numbers for every cue, and for "according"."""
    from spacy.strings import get_string_id

    every = (*verbs(), *nouns(), *listed("quoting"), *listed("giving"))
    return frozenset(get_string_id(word) for word in every), get_string_id("according")


def candidates(verb: Token) -> Iterator[Cue]:
    """The constructions in which a verb stands, the fullest first."""
    children = list(verb.children)
    if any(child.dep_ == "neg" for child in children) or _unsaid(verb) or _is_asked(children) or _is_question(verb):
        return
    that = _that(verb)
    if that is not None:
        end = clause_end(verb, that.i + 1, verb.right_edge.i + 1 if that.head is not verb else that.i + 1)
        if end > that.i + 2:
            start = that.i if _points_back(that) else that.i + 1
            yield Cue(verb, "clause", ((start, end),), (phrase_of(verb, that)[0], that.i))
    yield from _parted(verb, children)
    for child in children:
        if child.dep_ == "ccomp" and child.i > verb.i and finite(child):
            start = child.left_edge.i
            yield Cue(verb, "clause", ((start, clause_end(verb, start, child.i + 1)),), phrase_of(verb, child))
    if is_passive(verb):
        return
    if inverted(verb) is not None:
        yield from _around(verb, ((sentence(verb)[0], verb.i), (verb.i, verb.i)), (verb.i, verb.right_edge.i + 1))
    for child in children:
        if child.dep_ == "ccomp" and child.i < verb.i:
            yield from _aside(verb, child)
    if verb.dep_ in ("parataxis", "ccomp", "advcl", "conj") and not any(c.dep_ in _COMPLEMENTS for c in children):
        yield from _aside(verb, None)
    yield from objects(verb, children)


def _unsaid(verb: Token) -> bool:
    """ "is unlikely to say", "declined to say", "has yet to answer", "was going to offer": nothing is said."""
    above = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return False
    return above.lemma_.lower() in listed("unsaid") or above.lower_ == "going"


def _is_question(verb: Token) -> bool:
    """ "Asked whether …, he said": somebody else's question, and nobody knows whose."""
    first = verb.left_edge
    bare = first == verb or (first.lower_ in ("when", "if", "while") and first.i == verb.i - 1)
    return verb.lower_ in ("asked", "pressed", "questioned") and verb.dep_ == "advcl" and bare


def _is_asked(children: list[Token]) -> bool:
    """ "Would he promise not to attack?", "nobody agrees how large it is": nothing is said."""
    said_by = next((child for child in children if child.dep_ == "nsubj"), None)
    if said_by is None:
        return False
    asked = any(
        child.i < said_by.i and (child.tag_ == "MD" or (child.lemma_ == "do" and child.is_sent_start))
        for child in children
    )
    return asked or said_by.lower_ in _NOBODY or any(child.lower_ in ("no", "neither") for child in said_by.children)


def _points_back(that: Token) -> bool:
    """Whether "that" behind a cue belongs to the noun after it: "said that account was false"."""
    noun, behind = that.nbor(1), that.nbor(2)
    return noun.tag_ == "NN" and noun.lemma_ in listed("pointed") and behind.tag_ in ("VBD", "VBZ", "MD")


def _that(verb: Token) -> Token | None:
    """The "that" behind a cue, with no more than a time and those who are told between: "told reporters on Monday that".

    It is looked for in the words, because the parser hangs such a clause on the nearest noun as often as on the cue.
    """
    doc = verb.doc
    for i in range(verb.i + 1, min(sentence(verb)[1] - 2, verb.i + 12)):
        token = doc[i]
        if token.lower_ == "that" and token.dep_ != "det" and doc[i + 1].text not in (".", ",", ";", "’s", "'s"):
            timed = doc[i - 1].lemma_ == "time" or doc[i - 1].ent_type_ in ("DATE", "TIME")
            bare = i == verb.i + 1 or token.tag_ == "IN" or token.dep_ == "mark"
            return token if bare or timed or _has_its_objects(token) else None
        if _is_of_writing(token):
            continue
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or token.text in (";", ":", "“", "—", "–"):
            return None
    return None


def _is_of_writing(verb: Token) -> bool:
    """ "said in a statement carried by the agency that": no participle of a writing keeps it from what it says."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.i < verb.i and verb.head.lemma_.lower() in media()


def _has_its_objects(that: Token) -> bool:
    """Whether a clause taken for a relative one lacks nothing: "told them before the call that he would offer a way out"."""
    verb = that.head
    return that.dep_ == "dobj" and any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)


def _aside(verb: Token, content: Token | None) -> Iterator[Cue]:
    """ "…, he said": the rest of the sentence, before the attribution and, where it is in the middle, behind it."""
    left, right = phrase_of(verb, content)
    first, last = sentence(verb)
    if content is None and (speaker := appended(verb)) is not None:
        yield from _around(verb, ((first, speaker.left_edge.i), (right, right)), (speaker.left_edge.i, right))
        return
    if content is None and not _set_off(verb, left, right):
        return
    behind = (right, last) if content is None else _resumed(verb, right)
    right = min(right, behind[0])
    yield from _around(verb, ((first, left), behind), (left, right))


def _parted(verb: Token, children: list[Token]) -> Iterator[Cue]:
    """ "Its drills, the ministry said, had ended": the parse takes both for who said it."""
    subjects = [child for child in children if child.dep_ == "nsubj" and child.i < verb.i]
    content = next((child for child in children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if len(subjects) != _BOTH or content is None or any(c.dep_ in _SUBJECTS for c in content.children):
        return
    thing, speaker = subjects
    comma = verb.doc[speaker.left_edge.i - 1].text == "," and speaker.left_edge.i - 1 == thing.right_edge.i + 1
    if comma and verb.doc[content.left_edge.i - 1].text == ",":
        start = content.left_edge.i
        end = clause_end(verb, start, content.i + 1)
        runs = ((thing.left_edge.i, speaker.left_edge.i), (start, end))
        yield from _around(verb, runs, (speaker.left_edge.i, start))


def _resumed(verb: Token, right: int) -> Run:
    """What goes on behind an attribution in the middle: "The road was shut, he said, and its bridge was gone".

    Also what the parse hangs on the cue: "There was room, he said, for talks".
    """
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _GOING_ON and child.i == verb.i + 2 and child.nbor(-1).text == ",":
            return child.i, child.right_edge.i + 1
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        if child.dep_ == "conj" and child.i > right and own and not verbs().get(child.lemma_.lower()):
            start = child.left_edge.i
            if verb.doc[start - 1].dep_ == "cc" and verb.doc[start - 2].text == ",":
                return start - 1, child.right_edge.i + 1
        if child.dep_ == "conj" and child.tag_ == "VB" and child.i > right:  # "will stay, he said, and then return"
            return right, child.right_edge.i + 1
    return right, right


def _set_off(verb: Token, left: int, right: int) -> bool:
    """Whether an attribution stands between commas, or between a comma and the end of the sentence."""
    doc, (first, last) = verb.doc, sentence(verb)
    if any(child.dep_ in ("dobj", "xcomp") and child.lower_ != "reporters" for child in verb.children):
        return False
    if any(child.tag_ == "MD" for child in verb.children):  # "if they march, Peru would reply"
        return False
    before = left > first and doc[left - 1].text in (",", "—", "–", "-", "”", "“")
    after = right >= last or doc[right].text in (",", ".", "—", "–", "-", "”", "“", ";")
    return before and after


def _around(cue: Token, runs: tuple[Run, Run], phrase: Run) -> Iterator[Cue]:
    """The runs before and behind an attribution that hold words, if they hold two words or more."""
    counts = [_count(cue, run) for run in runs]
    if sum(counts) >= 2:
        yield Cue(cue, "aside", tuple(run for run, count in zip(runs, counts, strict=True) if count), phrase)


def _count(cue: Token, run: Run) -> int:
    """Words of a run, up to eight; none in a weekday alone, which is when it was said: "…, according to X Thursday"."""
    if cue.doc[run[0] : run[1]].text.strip(" ,.\n").lower() in load("calendar")["weekdays"]:
        return 0
    return sum(1 for i in range(run[0], min(run[1], run[0] + 8)) if cue.doc[i].text[0].isalnum())


def _according(token: Token) -> Iterator[Cue]:
    """ "According to X, …" and "…, according to X": the rest of the sentence."""
    doc, (first, last) = token.doc, sentence(token)
    if token.i + 1 >= last or doc[token.i + 1].lower_ != "to":
        return
    source = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
    if source is None:
        return
    left, right = token.i, max(source.right_edge.i + 1, token.i + 3)
    yield from _around(token, ((first, left), (right, last)), (left, right))


def noun_clauses(noun: Token) -> Iterator[Cue]:
    """ "his claim that …", "was confident that …": the clause."""
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i and child.left_edge.lower_ == "that":
            run = (child.left_edge.i + 1, child.right_edge.i + 1)
            yield Cue(noun, "clause", (run,), (noun.left_edge.i, noun.i + 1))
