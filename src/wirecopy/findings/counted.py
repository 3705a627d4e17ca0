"""The noun phrase behind a number, and the parts of the clause around it: its verb, its subject."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LONGEST = 6  # words of a measure; more of them is a sentence, no name of what is counted
_DESIGNATION = re.compile(r"[A-Z]{1,4}[a-z]?-?\d+[A-Z]?s?")  # F-16, which the tagger takes for a number
_RUN = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
NOUNS = frozenset(("NOUN", "PROPN"))
_MODIFIERS = frozenset(("amod", "compound", "nmod", "npadvmod"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


class Counted(NamedTuple):
    """The words of the measure as a stretch of the parse, and the token that they hang on."""

    words: Tokens
    head: Token


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words/figures.yml` as a set."""
    return frozenset(load("figures")[name])


def is_spell(noun: Token) -> bool:
    """Is it a stretch of the calendar, which nothing is counted of: the year, the night?"""
    return noun.lemma_.lower() in listed("spells")


def noun_after(doc: Doc, tokens: Tokens, of: bool) -> Counted | None:
    """The run of adjectives and nouns behind a number; by tags, since the parse of long noun phrases is often wrong."""
    at, limit = tokens.end, min(len(doc), tokens.end + 12)
    if of and at < limit and doc[at].lower_ in ("a", "an", "per"):
        return None  # a rate: 50,000 a year
    if of and at < limit and doc[at].lower_ == "of":
        at += 1
    elif of and tokens[-1].text[-1].isdigit() and at < limit and doc[at].tag_ in ("DT", "PRP"):
        return None  # "had spoken of 44 the night before"
    while at < limit and _is_loose(doc, at):
        at += 1
    first, head = at, None
    while at < limit and not doc[at].is_space:
        token = doc[at]
        if head is not None and (token.lower_ in listed("turns") or (is_spell(token) and token.dep_ == "npadvmod")):
            break  # killed 600 people last week
        if token.lower_ in listed("links"):  # in a headline's capitals they are taken for names
            break
        if token.pos_ == "VERB" and any(c.dep_ == "dobj" for c in token.children):  # 12 gunmen killed the mayor
            break
        if _opens_clause(token, tokens) or (head is not None and _says(token)):  # the $2 billion Congress passed
            break
        if token.pos_ in NOUNS or token.lower_ in listed("people") or _DESIGNATION.fullmatch(token.text):
            head = token
        elif token.tag_ == "CD" and head is not None and doc[at - 1].tag_ != "POS":  # gave the 1,500 soldiers 30 days
            break
        elif token.tag_ == "CD" and doc[at + 1 : at + 2].text != "-":  # the Council's 15 members; no three-year plan
            first = at + 1
        elif not (
            token.pos_ in _RUN
            or token.lower_ in ("-", "'s", "’s", "'", "’")
            or _participle(token)
            or _two_adjectives(doc, at)
        ):
            break
        at += 1
    if head is None:
        return None
    if head.lemma_.lower() in listed("numbers") and (of_it := _number_of(head)):
        return of_it
    last = head.i + 1
    if head.lower_ in listed("states") and doc[last : last + 1].text == "of" and last + 1 < len(doc):
        last, head = last + 2, doc[last + 1]  # a 30-day state of emergency
    joined = last + 1 < len(doc) and doc[last].lower_ == "and" and doc[last + 1].tag_ == "NNS" and head.tag_ == "NNS"
    if joined and (last + 2 == len(doc) or doc[last + 2].pos_ not in ("ADJ", "DET", "ADV", "PRON", "NUM")):
        last += 2  # but not in "runs to 11 pages and yields little"
    if (
        of
        and last + 1 < len(doc)
        and doc[last].lower_ in ("a", "per", "each", "every")
        and doc[last + 1].lower_ in listed("rates")
    ):
        last += 2  # so many a day are another count than so many
    return Counted(doc[max(first, last - LONGEST) : last], head)


def _opens_clause(token: Token, tokens: Tokens) -> bool:
    """Does a relative clause begin there, without "that", and the number stand before it?"""
    opens = token.dep_ in SUBJECTS and token.head.dep_ == "relcl" and token.i < token.head.i
    return opens and not any(t in tokens for t in token.subtree)


def _is_loose(doc: Doc, at: int) -> bool:
    """Is it an article or another word before what is counted; not the number of a three-year plan or of a T-72?"""
    if _DESIGNATION.fullmatch(doc[at].text) or (doc[at].pos_ == "NUM" and doc[at + 1 : at + 2].text == "-"):
        return False
    named = doc[at].pos_ == "PROPN" and doc[at + 1 : at + 2].text[:1].isupper()  # 60,000 New Yorkers
    return (doc[at].lower_ in listed("loose") and not named) or (
        doc[at].pos_ in ("DET", "NUM") and doc[at].lower_ != "each"
    )


def _says(token: Token) -> bool:
    """Does somebody begin to say something there, whom the parse counts too: "900 tests experts say it needs"?"""
    behind = token.doc[token.i + 1 : token.i + 3]
    return (
        len(behind) == 2
        and behind[0].pos_ == "VERB"
        and behind[0].lemma_ in listed("counting")
        and behind[1].tag_ == "PRP"
    )


def deed_of_times(measured: Counted) -> str | None:
    """What was done so many times: "violating the ceasefire" of "accused of violating the ceasefire 47 times".

    None where the number multiplies ("rose 20 times", "20 times more").
    """
    head, verb = measured.head, measured.head.head
    if head.lower_ != "times" or head.dep_ != "npadvmod" or verb.pos_ != "VERB" or verb.i > head.i:
        return None
    if verb.lemma_.lower() in load("figures")["changes"] or verb.lemma_ == "multiply":
        return None
    following = head.doc[head.i + 1 : head.i + 2].text.lower()
    if following in ("more", "less", "the", "that", "as", "its", "higher", "larger", "faster", "over"):
        return None
    thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < head.i), None)
    if thing is None and not any(c.dep_ == "auxpass" for c in verb.children):
        return None  # she ran 12 times
    end = thing.i + 1 if thing is not None and thing.i - verb.i <= LONGEST else verb.i + 1
    if thing is None and (borne := next((c for c in verb.children if c.dep_ == "nsubjpass"), None)) is not None:
        return (
            f"{phrase(borne).text} {verb.text}" if borne.pos_ in NOUNS else verb.text
        )  # the truce was broken 47 times
    return " ".join(verb.doc[verb.i : end].text.split())


def _number_of(noun: Token) -> Counted | None:
    """The refugees of "the number of refugees"."""
    of = next((o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
    return Counted(phrase(of), of) if of is not None and of.pos_ in NOUNS else None


def _participle(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound") and token.head.i > token.i


def _two_adjectives(doc: Doc, at: int) -> bool:
    """Is this the "and" or comma of "small and large boats"?"""
    return (
        doc[at].lower_ in ("and", ",") and at + 1 < len(doc) and doc[at - 1].pos_ == "ADJ" and doc[at + 1].pos_ == "ADJ"
    )


def governor(token: Token) -> Token | None:
    """The verb that a token hangs on, through nouns and prepositions."""
    for up in token.ancestors:
        if up.pos_ in ("VERB", "AUX"):
            return up
    return None


def subject(verb: Token) -> Token | None:
    """A verb's subject, borrowed from the verb that it is joined to, or the noun that it describes, where it has none."""
    for _ in range(4):
        # The nearest: "those people who marched … we want them to be tested" has one that hangs in the air before it.
        own = next((c for c in reversed([*verb.lefts]) if c.dep_ in SUBJECTS), None) or next(
            (c for c in verb.rights if c.dep_ in SUBJECTS), None
        )
        if own is not None:
            return (
                own.head.head
                if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" and own.head.head != own.head
                else own
            )
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "from"):  # accused Kyiv of moving troops
            blamed = next((c for c in verb.head.head.children if c.dep_ == "dobj"), None)
            if blamed is not None:
                return blamed
        if verb.dep_ not in ("conj", "xcomp", "acomp", "ccomp", "advcl", "prep", "pcomp") or verb.head == verb:
            return None
        verb = verb.head
    return None


def phrase(head: Token) -> Tokens:
    """A noun with the modifiers right before it, without determiners and owners."""
    start = head.i
    for left in sorted(head.lefts, key=lambda t: -t.i):
        if left.dep_ not in _MODIFIERS or left.right_edge.i != start - 1:
            break
        start = left.left_edge.i
    return head.doc[max(start, head.i - LONGEST + 1) : head.i + 1]


def whole_phrase(head: Token) -> Counted:
    """A noun with its modifiers; "state of emergency" whole."""
    words = phrase(head)
    behind = head.doc[head.i + 1 : head.i + 3]
    if head.lower_ in listed("states") and len(behind) == 2 and behind[0].lower_ == "of":
        return Counted(head.doc[words.start : behind.end], behind[1])
    return Counted(words, head)
