"""Which expression of time hangs on an act's words: the nearest one below them, if no other clause stands between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.diary_words import arranger
from wirecopy.findings.acts.lexicon import light
from wirecopy.findings.acts.status_words import words
from wirecopy.findings.timing.from_now import times_of
from wirecopy.language.clauses import is_naming, verb_of
from wirecopy.language.days.idle_days import compared_at
from wirecopy.language.days.said_in import cue_of
from wirecopy.model import Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

YEAR = re.compile(r"\d\d(?:\d\d)?")  # a year, or a century by the first two digits of its years
# That is a day after the act, or the time for which somebody counts: "the second build-up so far this year", "for the
# first time since 2005".
AHEAD = re.compile(
    r"\b(?:(?:first|worst|deadliest|largest|biggest|heaviest|longest|highest|lowest|only) (?:[\w'’-]+ ){0,5}since "
    r"|(?:ahead of|prior to|in the run-up to) (?:[\w'’-]+ ){0,9}|so far "
    r"|before (?:[\w'’-]+ ){1,9}(?:ends?|ended|begins?|began|starts?|opens?|closes?) (?:on )?)$",
    re.IGNORECASE,
)


def nearest(passage: Passage, trigger: Trigger, heads: set[int], kinds: tuple[str, ...]) -> Expression | None:
    """The expression of one of the kinds that hangs nearest below one of the heads."""
    sentence = trigger.token.sent
    start, end = sentence.start_char, sentence.end_char
    best: tuple[int, Expression] | None = None
    for expression in times_of(passage):
        if not start <= expression.span.start < end or expression.kind not in kinds:
            continue
        before = passage.report.text[max(0, expression.span.start - 80) : expression.span.start]
        if (
            (expression.value or "").endswith("_REF")
            or AHEAD.search(before)
            or compared_at(passage.report.text, expression) is not None
        ):
            continue
        span = passage.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
        cue = cue_of(span.root, verb_of(span.root) or span.root) if span is not None else None
        if cue is not None and cue.i in heads:
            return expression
        if (
            span is None
            or cue is not None
            or _counts_from(span.root, trigger.token)
            or _is_of_another(span.root, heads)
            or (YEAR.fullmatch(expression.value or "") and _describes(span.root, heads))
        ):
            continue
        steps = _steps(span.root, heads)
        if steps is not None and (best is None or steps < best[0]):
            best = steps, expression
    return best[1] if best else None


def heads_of(trigger: Trigger) -> set[int]:
    """The words on which a time of the act may hang: its own, the verb that carries it, and that of a plan."""
    verb = trigger.token
    begun = (
        verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in ("begin", "start")
    )  # "will today start moving"
    plan = arranger(trigger.carrier or verb)
    over = {one.i for one in (trigger.carrier, plan) if one is not None}
    return {verb.i} | over | ({verb.head.i} if begun else set())


def _counts_from(token: Token, act: Token) -> bool:
    """ "the first talks since May" were not held in May."""
    first = any(child.lower_ in ("first", "second", "third", "last", "worst", "only") for child in act.children)
    return token.dep_ == "pobj" and token.head.lower_ == "since" and first


def _is_of_another(token: Token, heads: set[int]) -> bool:
    """Whether a time is that of another noun: "condemned it as a breach of the agreements of 2014".

    What was done under an agreement, or at a meeting, of that time was done then.
    """
    while token.dep_ == "conj":
        token = token.head
    noun = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "of" or noun.pos_ not in ("NOUN", "PROPN") or noun.i in heads:
        return False
    at = noun.dep_ == "pobj" and noun.head.lower_ in ("under", "at", "in", "by", "during", "on")
    return not (at or noun.ent_type_ in ("DATE", "TIME") or noun.lemma_ in words("times"))


def _describes(year: Token, heads: set[int]) -> bool:
    """Whether a year or a century only says which thing is meant: "tore down a 17th-century chapel", "left the 2014 pact"."""
    noun = year.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "at", "under"):
        return False  # "in the 2014 war the army shelled the port"
    return (
        year.dep_ in ("compound", "amod", "nmod", "nummod", "det")
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.i not in heads
    )


def _steps(token: Token, heads: set[int]) -> int | None:
    """How far up the tree one of the heads is, with no other clause between but one that says when ("held on Monday")."""
    for steps in range(8):
        if token.i in heads:
            return steps
        if token.dep_ == "ROOT":
            return None
        able = token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.head.lower_ == "capable"
        if (
            token.pos_ in ("VERB", "AUX")
            and not (is_naming(token) or able or (token.dep_ == "pcomp" and token.head.dep_ == "agent"))
            and not (_says_when(token) and token.head.i in heads)
        ):
            return None
        token = token.head
    return None


def _says_when(verb: Token) -> bool:
    """Whether a clause of a noun tells when it takes place: "talks held on Monday", not "talks confirmed on Monday"."""
    tables = light()
    return verb.dep_ in ("relcl", "acl") and (
        verb.lemma_ in tables["carry"] or verb.lemma_ in tables["occur"] or verb.lemma_ in words("planned")
    )
