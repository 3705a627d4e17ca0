"""Words that say that somebody says something, and what stands beside them: the construction, its content, its extent.

The verbs, and the constructions in which each is a cue, are in `words/cues.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from wirecopy.language.cue_words import is_cue, listed, nouns, verbs
from wirecopy.language.speech.constructions import (
    Cue,
    Run,
    appended,
    finite,
    inserted,
    inverted,
    is_participle,
    is_passive,
    phrase_of,
    sentence,
)
from wirecopy.language.speech.endings import clause_end
from wirecopy.language.speech.objects import objects
from wirecopy.language.speech.others import answered, told_alone
from wirecopy.language.speech.speakers import before_number, phrase
from wirecopy.language.speech.thats import cited, is_manner, points_back, sources, that_behind, voiced
from wirecopy.language.speech.unsaid import is_unsaid
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GOING_ON = frozenset({"for", "of", "about", "against", "between", "without", "towards", "toward"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BOTH = 2  # subjects
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})


def cues(doc: Doc) -> Iterator[Cue]:
    """Every cue of a text that the parse shows, in order, each in its fullest construction."""
    table = verbs()
    for i in _words(doc):
        token = doc[i]
        if token.lower_ == "according":
            yield from map(told_alone, _according(token))
        elif token.pos_ in ("VERB", "AUX") and not (is_manner(token) or sources(token)):
            frames = table.get(token.lemma_.lower(), frozenset())
            fitting = (told_alone(cue) for cue in candidates(token) if _fits(cue, frames))
            yield from islice((cue for cue in fitting if cue.words), 1)
        elif token.pos_ in ("NOUN", "ADJ") and token.lemma_ in nouns():
            yield from noun_clauses(token)
            yield from _announced(token)


def _fits(cue: Cue, frames: frozenset[str]) -> bool:
    """Whether a verb is a cue in a construction, be it only because the content holds a quotation or a number."""
    if cue.frame in frames or cue.frame in ("giving", "answered"):
        return True
    quoting = cue.frame in ("object", "action", "as") or cue.frame in listed("topical")
    if not quoting or cue.verb.lemma_.lower() not in listed("quoting"):
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
    if is_unsaid(verb, children):
        return
    if (within := inserted(verb)) is not None:
        first, last = sentence(verb)
        (left, right) = within[1]
        yield from _around(verb, ((first, left), (right, last)), within[1])
    if (answer := answered(verb)) is not None:
        yield answer
    that = that_behind(verb)
    if that is not None:
        end = clause_end(verb, that.i + 1, verb.right_edge.i + 1 if that.head is not verb else that.i + 1)
        end = that.head.right_edge.i + 1 if that.i - 1 in cited(verb) else end
        if end > that.i + 2:
            start = that.i if points_back(that) else voiced(verb, that)
            yield Cue(verb, "clause", ((start, end),), (phrase_of(verb, that)[0], that.i))
    yield from _parted(verb, children)
    for child in children:
        if child.dep_ == "ccomp" and child.i > verb.i and finite(child) and not _is_whatever(child, children):
            if _is_outer(verb, child):
                continue
            start = child.left_edge.i if child.left_edge.i > verb.i else verb.i + 1  # "which it says killed two"
            start += (
                verb.doc[start].lower_ == "that" and verb.doc[start].dep_ == "mark"
            )  # "said, an aide told us, that"
            yield Cue(verb, "clause", ((start, clause_end(verb, start, child.i + 1)),), phrase_of(verb, child))
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):  # "keep the state listed as a sponsor"
        return
    if inverted(verb) is not None:
        yield from _around(verb, ((sentence(verb)[0], verb.i), (verb.i, verb.i)), (verb.i, verb.right_edge.i + 1))
    for child in children:
        if child.dep_ == "ccomp" and child.i < verb.i and not _is_next_deed(verb, children):
            yield from _aside(verb, child)
    beside = verb.dep_ in ("parataxis", "ccomp", "advcl", "conj") and verb.tag_ != "VB" and not is_participle(verb)
    beside = beside and not _is_next_deed(verb, children)
    if beside and not any(c.dep_ in _COMPLEMENTS for c in children):
        yield from _aside(verb, None)
    yield from objects(verb, children)


def _is_whatever(clause: Token, children: list[Token]) -> bool:
    """Whether a clause belongs to what somebody says he will do: "promised to accept it, whatever it says"."""
    done = any(child.dep_ == "xcomp" and child.i < clause.left_edge.i for child in children)
    return done and clause.left_edge.lower_ in listed("conceding")


def _is_next_deed(verb: Token, children: list[Token]) -> bool:
    """ "Roe flew home, told them what he thought, and slept": of one who does several things, and no "…, he told them"."""
    own = any(child.dep_ in _SUBJECTS for child in children)
    alone = verb.dep_ in ("conj", "ROOT") and not own and appended(verb) is None and inverted(verb) is None
    told = next((child for child in children if child.dep_ == "dobj"), None)
    ends = told is not None and told.right_edge.i + 2 >= sentence(verb)[1]  # "…, informed the ministry."
    return alone and verb.lemma_ in listed("hearing") and told is not None and not ends


def _is_outer(verb: Token, clause: Token) -> bool:
    """Whether a clause is what those are told whom a verb only describes: "told those who had warned him what he thought"."""
    told = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ in ("dobj", "dative") else None
    return told is not None and told.lemma_ in listed("hearing") and clause.left_edge.tag_ in ("WP", "WRB", "WDT")


def _aside(verb: Token, content: Token | None) -> Iterator[Cue]:
    """ "…, he said": the rest of the sentence, before the attribution and, where it is in the middle, behind it."""
    left, right = phrase_of(verb, content)
    first, last = sentence(verb)
    if content is None and (speaker := appended(verb)) is not None:
        yield from _around(verb, ((first, speaker.left_edge.i), (right, right)), (speaker.left_edge.i, right))
        return
    if content is None and not _set_off(verb, left, right):
        return
    first = _after_colon(verb, first, left)
    if content is not None and (comma := _break(verb, left, last)) is not None:
        yield from _around(verb, ((first, left), (comma, last)), (left, comma))
        return
    behind = (right, last) if content is None else _resumed(verb, right)
    right = min(right, behind[0])
    yield from _around(verb, ((first, left), behind), (left, right))


def _after_colon(verb: Token, first: int, left: int) -> int:
    """Where what was said begins: behind the colon of "His minister went further: there was, he said, no danger"."""
    doc = verb.doc
    colon = next((i for i in range(left - 1, first, -1) if doc[i].text == ":"), None)
    if colon is None:
        return first
    told = [any(t.tag_ in _FINITE for t in doc[start:end]) for start, end in ((first, colon), (colon, left))]
    return colon + 1 if all(told) else first


def _break(verb: Token, left: int, last: int) -> int | None:
    """The comma behind an attribution that breaks a clause right behind its verb: "there was, he told them, no danger"."""
    doc = verb.doc
    broken = left > 1 and doc[left - 1].text == "," and (doc[left - 2].lemma_ == "be" or doc[left - 2].tag_ == "MD")
    return next((i for i in range(verb.i + 1, last) if doc[i].text == ","), None) if broken else None


def _parted(verb: Token, children: list[Token]) -> Iterator[Cue]:
    """ "Its drills, the ministry said, had ended": the parse takes both for who said it."""
    subjects = [child for child in children if child.dep_ == "nsubj" and child.i < verb.i]
    content = next((child for child in children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if len(subjects) == 1 and content is not None and (runs := _topped(verb, subjects[0], content)) is not None:
        yield from _around(verb, runs, (subjects[0].left_edge.i, runs[1][0]))
        return
    if len(subjects) != _BOTH or content is None or any(c.dep_ in _SUBJECTS for c in content.children):
        return
    thing, speaker = subjects
    comma = verb.doc[speaker.left_edge.i - 1].text == "," and speaker.left_edge.i - 1 == thing.right_edge.i + 1
    if comma and verb.doc[content.left_edge.i - 1].text == ",":
        start = content.left_edge.i
        end = clause_end(verb, start, content.i + 1)
        runs = ((thing.left_edge.i, speaker.left_edge.i), (start, end))
        yield from _around(verb, runs, (speaker.left_edge.i, start))


def _topped(verb: Token, speaker: Token, content: Token) -> tuple[Run, Run] | None:
    """ "Doing so, the envoy warned on Monday, would be a breach": what stands before the speaker is its subject."""
    doc, first, start = verb.doc, sentence(verb)[0], content.left_edge.i
    commas = doc[speaker.left_edge.i - 1].text == "," and doc[start - 1].text == ","
    if not commas or doc[start].tag_ not in _FINITE or any(c.dep_ in _SUBJECTS for c in content.children):
        return None
    gerund = doc[first].tag_ == "VBG" and speaker.left_edge.i - first > 1
    return ((first, speaker.left_edge.i), (start, content.right_edge.i + 1)) if gerund else None


def _resumed(verb: Token, right: int) -> Run:
    """What goes on behind an attribution in the middle: "The road was shut, he said, and its bridge was gone".

    Also what the parse hangs on the cue: "There was room, he said, for talks".
    """
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _GOING_ON and child.i == verb.i + 2 and child.nbor(-1).text == ",":
            return child.i, child.right_edge.i + 1
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        if child.dep_ == "conj" and child.i > right and own and not is_cue(child, "aside"):
            start = child.left_edge.i
            if verb.doc[start - 1].dep_ == "cc" and verb.doc[start - 2].text == ",":
                return start - 1, child.right_edge.i + 1
        if child.dep_ == "conj" and child.tag_ == "VB" and child.i > right:  # "will stay, he said, and then return"
            return right, child.right_edge.i + 1
    return right, right


def _set_off(verb: Token, left: int, right: int) -> bool:
    """Whether an attribution stands between commas, or between a comma and the end of the sentence."""
    doc, (first, last) = verb.doc, sentence(verb)
    told = ("dobj",) if verb.lemma_ == "tell" else ()  # "he told parliament"
    if any(c.dep_ in ("dobj", "xcomp") and c.lower_ != "reporters" and c.dep_ not in told for c in verb.children):
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
    left, right = token.i, max(before_number(source, source.right_edge.i + 1), token.i + 3)
    right = _both_sources(doc, right, last)
    if doc[left - 1].tag_ == "WDT" and doc[left - 1].head.dep_ == "prep" and doc[left - 1].head.i == left - 2:
        first, last = left, token.head.right_edge.i + 1 if token.head.i > right else last
    yield from _around(token, ((first, left), (right, last)), (left, right))


def _both_sources(doc: Doc, right: int, last: int) -> int:
    """ "according to the navy | and to Roe, whose aide wept": where the second source's own name ends."""
    if right + 2 >= last or doc[right].lower_ != "and" or doc[right + 1].lower_ != "to":
        return right
    second = next((c for c in doc[right + 1].children if c.dep_ == "pobj"), None)
    return phrase(second)[1] if second is not None else right


def noun_clauses(noun: Token) -> Iterator[Cue]:
    """ "his claim that …", "was confident that …": the clause; of a noun that the parse leaves without a verb none."""
    if noun.dep_ == "ROOT" and noun.pos_ == "NOUN" and noun.sent[-1].text == ".":
        return
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i and child.left_edge.lower_ == "that":
            if answered(child) is not None:  # "a claim that Roe dismissed"
                continue
            run = (child.left_edge.i + 1, child.right_edge.i + 1)
            yield Cue(noun, "clause", (run,), (noun.left_edge.i, noun.i + 1))


def _announced(noun: Token) -> Iterator[Cue]:
    """ "They left it at a warning: an attack would have a price": the sentence behind the colon, where it has a verb."""
    doc, last = noun.doc, sentence(noun)[1]
    if noun.pos_ != "NOUN" or noun.i + 2 >= last or doc[noun.i + 1].text != ":" or "“" in doc[noun.i + 2].text:
        return
    if any(token.tag_ in _FINITE for token in doc[noun.i + 2 : last]):
        yield Cue(noun, "announced", ((noun.i + 2, last),), (noun.left_edge.i, noun.i + 2))
