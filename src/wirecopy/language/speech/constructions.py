"""A cue in its construction, and the parts of a sentence that constructions are told by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

Run = tuple[int, int]  # a stretch of the parse: from token to token, the end exclusive

_TELLING = frozenset({"tell", "inform", "assure", "remind", "brief", "notify"})
_LONGEST_GLOSS = 20  # tokens of a name with its office
_SHORT = 10  # tokens of a speaker between commas
_SPEAKING = ("NOUN", "PROPN", "PRON")
_NAMING = (*_SPEAKING, "DET", "ADJ", "ADP", "PART")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST = 150  # tokens of a sentence to either side of a cue


class Cue(NamedTuple):
    """A cue in its construction. `words` are runs of tokens; `phrase` is the attribution's own run of tokens."""

    verb: Token
    frame: str
    words: tuple[Run, ...]
    phrase: Run


def sentence(token: Token) -> Run:
    """The sentence around a token, at most 150 tokens to either side: a garbled page may have no sentence end at all."""
    doc = token.doc
    start, end = token.i, token.i + 1
    while start > max(0, token.i - _LONGEST) and not doc[start].is_sent_start:
        start -= 1
    while end < min(len(doc), token.i + _LONGEST) and not doc[end].is_sent_start:
        end += 1
    return start, end


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


def is_quoted_as(verb: Token) -> bool:
    """ "…, X was quoted as saying", "…, CNN quoted X as telling it": a cue of X's, though the verb is another's."""
    own = verb.lemma_ in ("quote", "cite") and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    links = (c for c in verb.children if c.lower_ == "as") if own else ()
    return any(c.dep_ == "pcomp" and c.tag_ == "VBG" for link in links for c in link.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: its subject is then no speaker. "The mayor, Jo Roe, reported by noon that …" is not."""
    if _is_joined_passive(verb):
        return True
    if verb.tag_ != "VBN" or is_quoted_as(verb):
        return False
    agents = [child for child in verb.children if child.dep_ == "agent"]
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if {"nsubj", "aux"} <= {child.dep_ for child in verb.children}:  # "Roe had promised by telephone that"
        return False
    return any(c.ent_type_ not in ("DATE", "TIME") for agent in agents for c in agent.children)


def is_participle(verb: Token) -> bool:
    """Whether a verb tells what was done to the thing before it: "the “new deal”, announced in a speech, was dead"."""
    if verb.tag_ != "VBN" or verb.i + 1 >= len(verb.doc) or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    return verb.i > 0 and verb.nbor(-1).text == "," and verb.nbor(1).pos_ in ("ADP", "ADV", "SCONJ", "PUNCT")


def _is_joined_passive(verb: Token) -> bool:
    """ "was called in and told that": of a verb that needs somebody who is told, and names nobody."""
    if verb.dep_ != "conj" or verb.lemma_ not in _TELLING:
        return False
    if any(child.dep_ in ("aux", "nsubj", "dobj", "dative") for child in verb.children):
        return False
    return any(child.dep_ == "auxpass" for child in verb.head.children)


def inverted(verb: Token) -> Token | None:
    """The speaker behind a cue that ends a sentence, whom the parse takes for its object: "…, informed the Kremlin."."""
    doc, last = verb.doc, sentence(verb)[1]
    if verb.dep_ not in ("conj", "dep", "advcl") or verb.tag_ not in ("VBD", "VBZ") or doc[verb.i - 1].text != ",":
        return None
    behind = [child for child in verb.children if child.dep_ != "punct"]
    if len(behind) != 1 or behind[0].dep_ != "dobj":
        return None
    if behind[0].pos_ != "PROPN" and verb.lemma_ not in load("cues")["inverting"]:
        return None
    return (
        behind[0] if all(doc[i].is_punct or doc[i].is_space for i in range(behind[0].right_edge.i + 1, last)) else None
    )


def appended(verb: Token) -> Token | None:
    """The speaker between commas before a cue, whom the parse takes for a gloss: "Many have fled to X, Y, the envoy, wrote"."""
    doc = verb.doc
    if verb.dep_ not in ("conj", "dep") or verb.tag_ not in ("VBD", "VBZ") or doc[verb.i - 1].text != ",":
        return None
    if any(child.dep_ in ("nsubj", "cc") for child in verb.children):
        return None
    near = (doc[i] for i in range(max(sentence(verb)[0], verb.i - _LONGEST_GLOSS), verb.i - 1))
    return next(
        (
            token
            for token in near
            if token.dep_ == "appos"
            and token.ent_type_ == "PERSON"
            and token.right_edge.i == verb.i - 2
            and doc[token.left_edge.i - 1].text == ","
        ),
        None,
    )


def inserted(verb: Token) -> tuple[Token, Run] | None:
    """The speaker between commas behind what opens a sentence, and that run: "If they come, says Roe, his town will fight".

    The parse takes him for a subject of the clause behind him, or that clause for all that he said.
    """
    doc, (first, last) = verb.doc, sentence(verb)
    opened = doc[first].tag_ == "IN" or doc[first].lower_ in ("should", "had", "were")
    before = next((i for i in range(verb.i - 1, first, -1) if doc[i].text == ","), None)
    behind = next((i for i in range(verb.i + 1, last) if doc[i].text == ","), None)
    if not opened or verb.tag_ not in ("VBD", "VBZ") or before is None or behind is None:
        return None
    leads, told = doc[before + 1 : verb.i], doc[verb.i + 1 : behind]
    named = leads if len(leads) else told
    bare = 0 < len(named) <= _SHORT and all(t.pos_ in _NAMING for t in named)
    bare = bare and len(told) <= _SHORT and not any(t.pos_ in ("VERB", "AUX", "SCONJ", "PUNCT") for t in told)
    clause = doc[behind + 1 : last]
    goes_on = any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in clause) and any(t.tag_ in _FINITE for t in clause)
    if not bare or not goes_on or clause[0].lower_ == "that" or clause[0].pos_ in ("CCONJ", "SCONJ"):
        return None
    last_named = named[len(named) - 1]  # "Secretary of State Ann Roe"
    own = next((t for t in named if t.dep_ == "nsubj" and t.head == verb), None)
    of = next((t.i for t in named if t.pos_ == "ADP" and last_named.ent_type_ != "PERSON"), named.end)
    head = own or next((doc[i] for i in range(of - 1, named.start - 1, -1) if doc[i].pos_ in _SPEAKING), None)
    return (head, (before + 1, behind)) if head is not None else None


def finite(verb: Token) -> bool:
    return verb.tag_ not in ("VB", "VBG") or any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in verb.children)
