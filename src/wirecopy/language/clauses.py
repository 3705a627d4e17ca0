"""Clauses as the narrative of a report has them: which verb a word hangs on, whether it is told, and in which tense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wirecopy.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tense = Literal["past", "pluperfect", "perfect", "present", "future", "none"]

_STEPS = 12  # broken parses of hostile text are deep
_MODALS = frozenset(
    {"will", "'ll", "’ll", "would", "'d", "could", "may", "might", "shall", "should", "must", "can", "to"}
)
_BESIDE = frozenset({"after", "before", "during", "following", "of", "since", "until", "from"})
# What is done before somebody, not before a time: "testified before the committee".
FACING = frozenset({"testify", "appear", "speak", "stand", "plead", "kneel", "bow", "march"})
_PASTS = frozenset({"rang", "urged", "flew"})  # which the tagger takes for the present
_NAMING = frozenset({"call", "describe", "term", "say", "consider", "regard", "see", "dub", "label", "believe"})
_LINKS = frozenset({"say", "tell", "report", "announce", "add", "claim", "state", "warn"})


_VIEWS = frozenset({"opinion", "view", "words", "judgement", "judgment", "eyes", "account", "telling", "estimation"})


def viewer(pronoun: Token) -> Token | None:
    """Whose opinion a sentence begins with, who goes on speaking in it: "In Berg's opinion it is late, and she said"."""
    first = pronoun.sent[0]
    nouns = (
        (c for c in first.children if c.dep_ == "pobj" and c.lower_ in _VIEWS) if first.lower_ in ("in", "by") else ()
    )
    owners = (c for noun in nouns for c in noun.children if c.dep_ == "poss" and c.pos_ == "PROPN" and c.i < pronoun.i)
    return next(owners, None)


def verb_of(token: Token) -> Token | None:
    """The verb of the clause in which a token stands, itself included."""
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def governor(token: Token, span: Span) -> tuple[Token | None, bool]:
    """The verb on which an expression of time hangs, and whether a noun stands between ("the call on Thursday lasted")."""
    for _ in range(_STEPS):
        if not span.start <= token.head.idx < span.end or token.head.i == token.i:
            break
        token = token.head
    if token.dep_ in ("attr", "acomp") or token.head.i == token.i:  # "it was already Friday"
        return None, False
    noun = token.dep_ in ("poss", "compound", "nmod", "nsubj") or (token.dep_ == "pobj" and token.head.lower_ == "of")
    for _ in range(_STEPS):
        token = token.head
        if token.pos_ in ("VERB", "AUX") and not is_naming(token):
            return token, noun
        noun = noun or _has_day(token)
        if token.head.i == token.i:
            break
    return None, noun


def behind_verb(subject: Token) -> tuple[int, int]:
    """The letters behind the verb of a subject, where nobody is named whom a pronoun as its subject means: "he urged Roe".

    Empty for what is no subject.
    """
    verb = subject.head
    if subject.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return 0, 0
    return verb.idx + len(verb), verb.right_edge.idx + len(verb.right_edge)


def is_naming(verb: Token) -> bool:
    """Whether a clause only says what somebody calls a thing, on no day: "bombed what it called a camp on Tuesday"."""
    return verb.lemma_ in _NAMING and any(c.lower_ == "what" and c.i < verb.i for c in verb.children)


def is_behind(doc: Doc, span: Span, verb: Token) -> bool:
    """Whether a time stands behind "after the dinner in town", whose day it is: parses hang it on the verb."""
    for token in doc[verb.i + 1 :]:
        if token.idx >= span.start:
            break
        if token.lower_ in ("after", "following") and token.i + 1 < len(doc):
            between = doc.char_span(token.idx + len(token), span.start, alignment_mode="contract")
            if between is not None and len(between) and between[0].ent_type_ not in ("DATE", "TIME"):
                return not any(t.text == "," or (t.pos_ in ("VERB", "AUX") and t.dep_ != "amod") for t in between)
    return False


def _has_day(noun: Token) -> bool:
    """Whether a time behind a noun is the noun's: that of a subject, or of what something comes before or after.

    Any other noun is only the last word before the time: "gathered his generals in Moscow on Tuesday".
    """
    if noun.pos_ != "NOUN" or noun.ent_type_ in ("DATE", "TIME"):
        return False
    if noun.head.lower_ == "before" and noun.head.head.lemma_ in FACING:
        return False  # "testified before the committee on Monday"
    return noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE)


def is_told(verb: Token) -> bool:
    """Whether a clause is one that the narrative itself tells.

    That is a main clause, one joined to it, the participle beside it ("Speaking in Sochi, he said"; "the leaders, meeting
    in Brussels, said"), or what stands before ", police said".
    """
    for _ in range(_STEPS):
        if verb.dep_ == "ROOT":
            return True
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ in ("mark", "nsubj") for c in verb.children):
            verb = verb.head
        elif (doer := _doing(verb)) is not None and verb.nbor(-1).text == ",":
            verb = doer.head
        elif _is_beside(verb):
            verb = verb.head
        else:
            return False
    return False


def _doing(verb: Token) -> Token | None:
    """The subject that a participle beside it tells more of: "the ministers of the league, meeting in Oslo, agreed"."""
    noun = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "acl":
        return None
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.i < noun.i:
        noun = noun.head.head
    return noun if noun.dep_ == "nsubj" else None


def _is_beside(verb: Token) -> bool:
    """Whether a verb is joined to another one, by a semicolon too, or stands before ", police said"."""
    if verb.dep_ == "conj":
        return verb.head.pos_ in ("VERB", "AUX")
    if verb.dep_ != "ccomp" or verb.i > verb.head.i:
        return False
    return verb.head.lemma_ in _LINKS or any(token.text == ";" for token in verb.doc[verb.i : verb.head.i])


def visit_of(verb: Token) -> Token | None:
    """The "where" of a clause that goes on with what the same persons did in a place: "was in Rome, where he met the pope".

    What somebody else did there may have been at any time: "was in Mariupol, where shells had killed hundreds".
    """
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    place = next((c for c in verb.children if c.lower_ == "where"), None)
    if verb.dep_ != "relcl" or place is None or tense(verb) != "past":
        return None
    same = any(c.dep_ in ("nsubj", "nsubjpass") and (c.pos_ == "PRON" or c.lower_ == "two") for c in verb.children)
    return place if same else None


def tense(verb: Token) -> Tense:
    """The tense that a verb's form and helpers show; of a participle before a main clause, that of the main clause."""
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return tense(verb.head) if verb.head.tag_ != "VBG" else "none"
    if (doer := _doing(verb)) is not None and doer.head.tag_ != "VBG":
        return tense(doer.head)
    helpers = {c.lower_: c for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "would" in helpers and any(c.dep_ == "neg" for c in verb.children):
        return "past"  # "on Friday he would not answer"
    if helpers.keys() & _MODALS:
        return "future"
    if "had" in helpers:
        return "pluperfect"
    if helpers.keys() & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers.values()):
        return "past"
    if verb.tag_ == "VBP" and verb.lower_ in _PASTS:
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") for c in helpers.values()):
        return "present"
    if verb.dep_ == "conj" and not helpers and verb.tag_ == "VBN" and verb.head.dep_ != "conj":
        return tense(verb.head)
    return "none"
