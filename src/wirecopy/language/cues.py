"""Words that say that somebody says something, and what stands beside them: the construction, its content, its extent.

The verbs, and the constructions in which each is a cue, are in `words/cues.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Run = tuple[int, int]  # a stretch of the parse: from token to token, the end exclusive

_LONGEST = 150  # tokens of a sentence to either side of a cue
_NOBODY = frozenset({"nobody", "none", "neither", "noone"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
# What hangs on the cue behind its complement and yet belongs to the complement: the parser attaches it too high.
_KEPT_MARKS = frozenset({"if", "unless", "until", "because", "since", "though", "although", "whether", "once", "that"})


class Cue(NamedTuple):
    """A cue in its construction. `words` are runs of tokens; `phrase` is the attribution's own run of tokens."""

    verb: Token
    frame: str
    words: tuple[Run, ...]
    phrase: Run


@cache
def verbs() -> Mapping[str, frozenset[str]]:
    """The constructions in which a verb, by its lemma, is a cue."""
    table: dict[str, set[str]] = {}
    for frame, words in load("cues")["frames"].items():
        for word in words if frame != "that" else ():
            table.setdefault(word, set()).add(frame)
    return {verb: frozenset(frames) for verb, frames in table.items()}


@cache
def nouns() -> frozenset[str]:
    """Nouns and adjectives after which a clause tells what was said: "his claim that …"."""
    return frozenset(load("cues")["frames"]["that"])


@cache
def thoughts() -> frozenset[str]:
    """Verbs of thinking and wanting, which nobody else's words need."""
    return frozenset(load("cues")["thoughts"])


@cache
def unsaid() -> frozenset[str]:
    """Words with which a cue does not come to pass: "declined to say"."""
    return frozenset(load("cues")["unsaid"])


def is_cue(token: Token, frame: str) -> bool:
    """Whether a verb is a cue in a construction."""
    return frame in verbs().get(token.lemma_.lower(), ()) and token.pos_ in ("VERB", "AUX")


def cues(doc: Doc) -> Iterator[Cue]:
    """Every cue of a text that the parse shows, in order, each in its fullest construction."""
    table = verbs()
    for i in _words(doc):
        token = doc[i]
        if token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ in ("VERB", "AUX"):
            frames = table.get(token.lemma_.lower(), frozenset())
            yield from islice((cue for cue in candidates(token) if cue.frame in frames), 1)
        elif token.pos_ in ("NOUN", "ADJ") and token.lemma_ in nouns():
            yield from noun_clauses(token)


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

    return frozenset(get_string_id(word) for word in (*verbs(), *nouns())), get_string_id("according")


def candidates(verb: Token) -> Iterator[Cue]:
    """The constructions in which a verb stands, the fullest first."""
    children = list(verb.children)
    if any(child.dep_ == "neg" for child in children) or _unsaid(verb) or _is_asked(children):
        return
    that = _that(verb)
    if that is not None:
        end = _clause_end(verb, that.i + 1, verb.right_edge.i + 1 if that.head is not verb else that.i + 1)
        if end > that.i + 2:
            yield Cue(verb, "clause", ((that.i + 1, end),), (phrase_of(verb, that)[0], that.i))
    for child in children:
        if child.dep_ == "ccomp" and child.i > verb.i and _finite(child):
            start = child.left_edge.i
            yield Cue(verb, "clause", ((start, _clause_end(verb, start, child.i + 1)),), phrase_of(verb, child))
    if is_passive(verb):
        return
    for child in children:
        if child.dep_ == "ccomp" and child.i < verb.i:
            yield from _aside(verb, child)
    if verb.dep_ in ("parataxis", "ccomp", "advcl", "conj") and not any(c.dep_ in _COMPLEMENTS for c in children):
        yield from _aside(verb, None)
    yield from _objects(verb, children)


def _unsaid(verb: Token) -> bool:
    """ "is unlikely to say", "declined to say", "has yet to answer": nothing is said."""
    return verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_.lower() in unsaid()


def _is_asked(children: list[Token]) -> bool:
    """ "Would he promise not to attack?", "nobody agrees how large it is": nothing is said."""
    said_by = next((child for child in children if child.dep_ == "nsubj"), None)
    if said_by is None:
        return False
    asked = any(child.tag_ == "MD" and child.i < said_by.i for child in children)
    return asked or said_by.lower_ in _NOBODY or any(child.lower_ == "no" for child in said_by.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: its subject is then no speaker."""
    return verb.tag_ == "VBN" and any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children)


def sentence(token: Token) -> Run:
    """The sentence around a token, at most 150 tokens to either side: a garbled page may have no sentence end at all."""
    doc = token.doc
    start, end = token.i, token.i + 1
    while start > max(0, token.i - _LONGEST) and not doc[start].is_sent_start:
        start -= 1
    while end < min(len(doc), token.i + _LONGEST) and not doc[end].is_sent_start:
        end += 1
    return start, end


def _finite(verb: Token) -> bool:
    return verb.tag_ not in ("VB", "VBG") or any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in verb.children)


def _that(verb: Token) -> Token | None:
    """The "that" behind a cue, with no more than a time and those who are told between: "told reporters on Monday that".

    It is looked for in the words, because the parser hangs such a clause on the nearest noun as often as on the cue.
    """
    doc = verb.doc
    for i in range(verb.i + 1, min(sentence(verb)[1] - 2, verb.i + 12)):
        token = doc[i]
        if token.lower_ == "that" and token.dep_ != "det" and doc[i + 1].text not in (".", ",", ";", "’s", "'s"):
            return token if i == verb.i + 1 or token.tag_ == "IN" or token.dep_ == "mark" else None
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or token.text in (";", ":", "“", "—", "–"):
            return None
    return None


def _next_teller(complement: Token) -> int | None:
    """Where, in a complement, somebody else begins to speak: "said A would stay, and on Thursday B said …"."""
    for child in complement.children:
        own = any(c.dep_ == "nsubj" for c in child.children) or is_resumed(child)
        if child.dep_ == "conj" and own and (is_cue(child, "quote") or is_cue(child, "object")):
            end = child.left_edge.i
            while complement.doc[end - 1].dep_ in ("cc", "punct"):
                end -= 1
            return end
    return None


def is_resumed(verb: Token) -> bool:
    """Whether a past verb is joined to a clause in another tense: "told him that X must end and demanded guarantees".

    Its subject is then that of the verb above.
    """
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    return any(c.tag_ == "MD" for c in verb.head.children) and verb.head.dep_ == "ccomp"


def _clause_end(verb: Token, start: int, least: int) -> int:
    """Where a complement ends: with the last word that hangs on the cue, before what the cue's subject does next."""
    end = least
    for child in verb.children:
        right = child.right_edge.i + 1
        if right <= start or child.dep_ == "punct":
            continue
        if child.dep_ == "ccomp" and (other := _next_teller(child)) is not None:
            return other if other > start else end
        if child.dep_ in ("conj", "cc") or (child.dep_ == "advcl" and child.left_edge.lower_ not in _KEPT_MARKS):
            return max(least if least <= child.left_edge.i else start, min(end, child.left_edge.i))
        end = max(end, right)
    return end


def phrase_of(verb: Token, content: Token | None) -> Run:
    """The cue with its subject, auxiliaries, time and addressee: what is no part of the content."""
    left, right = verb.i, verb.i + 1
    for child in verb.children:
        if child is content or child.dep_ in ("conj", "cc", "punct", "advcl", "parataxis", "ccomp"):
            continue
        edge_left, edge_right = child.left_edge.i, child.right_edge.i + 1
        if content is not None and edge_left <= content.i < edge_right:
            continue
        if (
            content is not None and (content.i < edge_left < verb.i or edge_left < verb.i < content.i)
        ) or content is None:
            left = min(left, edge_left)
        if edge_right > verb.i and (content is None or content.i < verb.i or edge_right <= content.left_edge.i):
            right = max(right, edge_right)
    return left, right


def _aside(verb: Token, content: Token | None) -> Iterator[Cue]:
    """ "…, he said": the rest of the sentence, before the attribution and, where it is in the middle, behind it."""
    left, right = phrase_of(verb, content)
    first, last = sentence(verb)
    if content is None and not _set_off(verb, left, right):
        return
    behind = (right, last) if content is None else (right, right)
    yield from _around(verb, ((first, left), behind), (left, right))


def _set_off(verb: Token, left: int, right: int) -> bool:
    """Whether an attribution stands between commas, or between a comma and the end of the sentence."""
    doc, (first, last) = verb.doc, sentence(verb)
    if any(child.dep_ in ("dobj", "xcomp") and child.lower_ != "reporters" for child in verb.children):
        return False
    before = left > first and doc[left - 1].text in (",", "—", "–", "-", "”", "“")
    after = right >= last or doc[right].text in (",", ".", "—", "–", "-", "”", "“", ";")
    return before and after


def _around(cue: Token, runs: tuple[Run, Run], phrase: Run) -> Iterator[Cue]:
    """The runs before and behind an attribution that hold words, if they hold two words or more."""
    counts = [sum(1 for i in range(a, min(b, a + 8)) if cue.doc[i].text[0].isalnum()) for a, b in runs]
    if sum(counts) >= 2:
        yield Cue(cue, "aside", tuple(run for run, count in zip(runs, counts, strict=True) if count), phrase)


def _objects(verb: Token, children: list[Token]) -> Iterator[Cue]:
    """The constructions without a finite clause: to do, of a thing, a thing, a thing as something."""
    right = [child for child in children if child.i > verb.i]
    objects = [child for child in right if child.dep_ in ("dobj", "oprd", "dative")]
    actions = [child for child in right if child.dep_ == "xcomp" or (child.dep_ == "ccomp" and not _finite(child))]
    named = any(child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ == "as") for child in right)
    preps = [child for child in right if child.dep_ == "prep"]
    called_on = any(child.lower_ in ("on", "upon", "for") for child in preps)
    if not called_on and ((objects and named) or (actions and verb.lemma_ in ("call", "describe"))):
        first = min(child.left_edge.i for child in (objects or actions))
        last = max(child.right_edge.i for child in right if child.dep_ in ("dobj", "oprd", "prep", "ccomp", "xcomp"))
        yield Cue(verb, "as", ((first, last + 1),), phrase_of(verb, verb.doc[first]))
    if actions:
        action = actions[0]
        told = [child.left_edge.i for child in objects if child.dep_ == "dobj" and child.i < action.i]
        run = (min([action.left_edge.i, *told]), _to_end(verb, action.right_edge.i + 1))
        yield Cue(verb, "action", (run,), phrase_of(verb, verb.doc[run[0]]))
    if objects:
        first, last = objects[0].left_edge.i, objects[-1].right_edge.i
        for child in right:
            if child.left_edge.i == last + 1 and child.dep_ in ("prep", "xcomp"):
                last = child.right_edge.i
        yield Cue(verb, "object", ((first, last + 1),), phrase_of(verb, objects[0]))
    for prep in preps[:2]:
        if prep.right_edge.i > prep.i:
            last = max(
                child.right_edge.i for child in right if child is prep or (child.dep_ == "xcomp" and child.i > prep.i)
            )
            yield Cue(verb, prep.lower_, ((prep.i + 1, _to_end(verb, last + 1)),), phrase_of(verb, prep))


def _to_end(verb: Token, end: int) -> int:
    """Where a complement without a clause ends, with what follows without a break and the parse hangs elsewhere.

    "promised to send the town | written proposals", "called on Chad | to de-escalate and withdraw".
    """
    doc, last = verb.doc, sentence(verb)[1]
    if end >= last:
        return end
    if doc[end].tag_ == "VBN" and doc[end].dep_ == "conj" and doc[end].head == verb:
        return doc[end].right_edge.i + 1
    if doc[end].lower_ == "to" or doc[end].text == "-":
        while end < last and doc[end].text not in (".", ";", ":", "?", "!", "”", "“") and "\n" not in doc[end].text:
            end += 1
    return end


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
