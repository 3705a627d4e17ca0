"""Which kind of commitment a deed is: threat, promise, refusal, offer or red line, by what is done on which condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.conditions import Condition
from wirecopy.findings.drafts import Scene, Stretch, lemmas, negated, weighs
from wirecopy.findings.voices import Voice, lists, table

if TYPE_CHECKING:
    from spacy.tokens import Token

HARSH = frozenset(("unless", "until", "otherwise", "or else", "if not", "failing that", "failing which"))


_UNWILLED = frozenset(
    ("be", "have", "win", "fall", "rise", "collapse", "become", "mean", "cost", "grow", "conceive", "lose", "get")
)
_REWARD = ("in return", "in exchange", "on ", "provid", "only if", "only when")


def kind_of(
    scene: Scene, verb: Token, denied: bool, action: Stretch, condition: Condition | None, told: Voice
) -> str | None:
    """threat, promise, refusal, offer, red line, or None for what binds nobody (a plan, a forecast)."""
    hint = table("told").get(told.cue.lemma_.lower()) if told.cue is not None else None
    if denied:
        return _denial(verb, hint)
    if (
        verb.lemma_.lower() in lists("unwilled")
        and hint is None
        and not (condition and condition.marker in HARSH)
        and not looming(verb)
    ):
        return None
    weight = weighs(verb, lemmas(scene, action))
    if condition and condition.marker.startswith(_REWARD):
        return "offer"
    if weight == "harm" and (hint != "promise" or verb.lemma_.lower() in lists("harm")):
        return "threat" if condition or hint or looming(verb) or verb.lemma_.lower() in lists("harm") else None
    if hint:
        return str(hint)
    if condition is None:
        firm = told.cue is not None and told.cue.lemma_.lower() in lists("solemn")
        helps = verb.lemma_.lower() in (lists("aid") if firm else lists("helping"))
        return "promise" if helps else None
    return _conditional(scene, condition, weight, told)


def _barren(verb: Token) -> bool:
    """Is it "there will be no talks", "no treaty will come"?"""
    nouns = (c for c in verb.children if c.dep_ in ("nsubj", "attr", "dobj"))
    return any(d.lower_ == "no" for noun in nouns for d in noun.children)


def _denial(verb: Token, hint: str | None) -> str | None:
    if verb.lemma_ == "tolerate":
        return "red line"
    lemma = verb.lemma_.lower()
    if hint is None and (lemma in lists("idle") | lists("discreet") or (lemma in _UNWILLED and not _barren(verb))):
        return None
    if lemma == "rule" and any(c.dep_ == "prt" for c in verb.children):
        return None  # will not rule out: nothing is refused
    none = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr") and c.lemma_ in lists("verdicts"))
    if any(d.lower_ == "no" for noun in none for d in noun.children):
        return "promise"
    return "promise" if verb.lemma_ in lists("loyal") or hint == "promise" else "refusal"


def looming(verb: Token) -> bool:
    """There would be serious consequences."""
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in ("attr", "nsubj", "dobj")}
    return verb.lemma_ in ("be", "have", "bring", "follow") and bool(nouns & (lists("doom") | {"price", "cost"}))


def _conditional(scene: Scene, condition: Condition, weight: str | None, told: Voice) -> str | None:
    """The kind by the condition: what others may do to us brings threats, what they may do for us offers."""
    if condition.marker in HARSH:
        return "threat" if weight != "aid" else "promise"
    words = lemmas(scene, condition.words)
    hostile, friendly = bool(words & lists("bad")), bool(words & lists("good"))
    refused = condition.root is not None and negated(condition.root)
    if weight == "aid":
        return "offer" if friendly and not hostile and not refused else "promise"
    if refused or (hostile and not friendly) or (told.cue is not None and told.cue.lemma_ == "warn"):
        return "threat"
    if friendly:
        return "offer"
    return "promise" if condition.marker in ("once", "as long as", "so long as", "even if") else "offer"
