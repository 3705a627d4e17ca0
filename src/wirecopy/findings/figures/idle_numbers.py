"""Numbers that are no figure: part of a name, where a rule begins, how far somebody went, a share of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, governor, listed
from wirecopy.findings.figures.ellipsis import set_to
from wirecopy.findings.figures.idle_counts import is_idle_count
from wirecopy.findings.figures.measure_words import Found, change
from wirecopy.findings.figures.measured import tells_of_money
from wirecopy.findings.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

IDLE_METRES = 10  # six metres of carpet are no figure
IDLE_MONEY = 1000


def is_no_share(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Is a percentage set beside something of which it is neither the level nor a part: "the index, −9.28 %"?

    What is said of it is lost, and "9.28 % index" tells nothing.
    """
    if tokens.doc[tokens.end : tokens.end + 2].text.lower() == "of what":
        return True
    if (measured.head.tag_ == "VBG" and len(measured.words) == 1) or _is_gloss(tokens):
        return True
    if measured.head.pos_ not in ("NOUN", "PROPN") or measured.head.i >= tokens.start or set_to(number, tokens):
        return False
    levels = listed("tallies") | listed("levels")
    return not (any(t.lemma_.lower() in levels for t in measured.words) or change(Found(number, tokens, measured, "")))


def _is_gloss(tokens: Tokens) -> bool:
    """Does it only put another way what was counted before: "9,000 men, that is half of its army"?"""
    verb = tokens.root.head
    return verb.lemma_ == "be" and any(
        c.dep_ == "nsubj" and c.lower_ in ("that", "which", "this", "it") for c in verb.children
    )


def is_no_measure(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Does nothing stand there that could be counted: a pronoun, a sign, "including", a deed and how long it took?"""
    head = measured.head
    if measured.words[:2].text.lower() == "those who":
        return False
    if head.pos_ == "PRON" or not any(t.is_alpha or "-" in t.text for t in measured.words) or head in tokens[:-1]:
        return True
    if number.form == "duration" and head.lemma_.lower() in listed("records"):  # a 30-year high
        return True
    link = tokens.root.head.lower_ if tokens.root.dep_ == "pobj" else ""
    if number.form == "duration" and (
        link == "in" or (link == "after" and head.i < tokens.start and head.lemma_ not in listed("lasting"))
    ):
        return True  # "talks will resume in 10 days", "reached the town after two weeks": when, not how long
    if number.form in ("duration", "size") and head.pos_ in ("VERB", "AUX"):
        return number.form == "size" or number.hedge == "within" or not _is_term(head, tokens)
    if number.form == "duration":
        return (number.hedge or "").lower() == "within" and number.unit not in ("min", "h", "s")
    if number.form == "size" and (number.hedge or "").lower() == "within":  # 9,000 within 200 km of the border
        return not _is_front(governor(tokens.root), measured)
    if (
        number.form == "size"
        and number.unit in ("m", "[ft_i]")
        and tokens.doc[tokens.end : tokens.end + 1].text == "of"
    ):
        return (number.high or 0) < IDLE_METRES
    if head.pos_ == "VERB" and tells_of_money(number, head):
        return False
    empty = head.pos_ in ("VERB", "AUX", "ADP") and head.lemma_.lower() in listed("empty")
    return empty and len(measured.words) == 1


def is_threshold(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Is it only where a rule begins: "if the ice is thicker than 30 centimetres", "whoever holds more than 50 litres"?

    Or where a class begins: "incomes over $10 million".
    """
    if number.form not in ("size", "share", "money"):
        return False
    if (
        measured.head.tag_ == "NNS"
        and measured.head.lemma_.lower() in listed("brackets")
        and None in (number.low, number.high)
    ):
        return measured.head.i < tokens.start
    clauses = [up for up in tokens.root.ancestors if up.pos_ in ("VERB", "AUX")]
    marks = {c.lower_ for up in clauses if up.dep_ == "advcl" for c in up.children if c.dep_ in ("mark", "advmod")}
    doers = {c.lower_ for up in clauses[:1] for c in up.children if c.dep_ in ("nsubj", "nsubjpass")}
    return bool(marks & listed("rule marks") or doers & listed("anybody"))


def _is_term(verb: Token, tokens: Tokens) -> bool:
    """Is a length of time set ("would freeze it for six months"), asked for or still running ("has been shut for a week")?

    It is none where it only tells what a deed took.
    """
    to_come = any(child.dep_ == "aux" and child.lower_ in listed("to come") for child in verb.children)
    passive = any(child.dep_ == "auxpass" and child.lower_ == "been" for child in verb.children)
    still = passive and any(child.dep_ == "aux" and child.lower_ in ("has", "have") for child in verb.children)
    still = still or (verb.lemma_ in listed("imposing") and any(child.dep_ == "auxpass" for child in verb.children))
    return to_come or still or verb.i == tokens.end + 1 or verb.lemma_.lower() in listed("asking")


def is_name(tokens: Tokens, number: Number, measured: Counted | None) -> bool:
    """Is it part of a name: Nord Stream 2, SEAL Team Six, the five-point plan?"""
    if number.form != "count":
        return False
    doc, first, last = tokens.doc, tokens[0], tokens[-1]
    opening = first.is_sent_start or first.i == 0
    spelled = first.text[0].isalpha()
    if spelled and first.text[0].isupper() and not opening and not number.hedge and not doc[first.i - 1].is_punct:
        return True
    if _is_label(tokens, measured) or _is_index(tokens):
        return True
    if first.i > 1 and doc[first.i - 1].lower_ == "of" and doc[first.i - 2].text in listed("groups"):
        return True
    plural = measured is not None and (
        measured.head.tag_ in ("NNS", "NNPS") or measured.head.lower_ in listed("people")
    )
    if not opening and not plural and number.hedge is None:
        previous = doc[first.i - 1]
        if previous.pos_ == "PROPN" and previous.text[0].isupper() and not previous.is_sent_start:
            return True
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.text == "-" and doc[min(last.i + 2, len(doc) - 1)].lower_ in listed("hyphened"):
        return False
    if after is not None and after.text in "-–" and doc[min(last.i + 2, len(doc) - 1)].like_num:  # voted 13-2
        return False
    glued = after is not None and after.text.startswith("-") and not last.whitespace_ and not number.vague
    return glued and doc[min(last.i + 2, len(doc) - 1)].lower_ not in ("odd", "strong") and number.hedge != "odd"


def _is_label(tokens: Tokens, measured: Counted | None) -> bool:
    """Does it tell one thing of its kind apart: the 1033 program, the 270 mark? So many of a kind stand in the plural."""
    if measured is None or measured.head.tag_ != "NN" or measured.head.i < tokens.end or "," in tokens.text:
        return False
    joined = tokens.doc[tokens.end : measured.head.i + 1]
    before = tokens.doc[tokens.start - 1].tag_ if tokens.start else ""
    single = tokens.text.isdigit() and before in ("DT", "PRP$", "POS") and not any(t.text == "-" for t in joined)
    return single and measured.head.lemma_.lower() not in listed("without plural") | listed("tallies")


def _is_index(tokens: Tokens) -> bool:
    """Is it part of the name of an index: the S&P 500, the FTSE 100?"""
    return tokens.start > 0 and tokens.doc[tokens.start - 1].text in listed("indices")


def is_idle(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Is it too small or too general for a line, for a number of its form?"""
    value = number.high if number.high is not None else number.low
    if number.form == "duration":
        return tokens.text.lower() in ("one day", "one-day")
    if number.form == "money":  # paid with a $20 bill; "took out $8,900 or more" counts no percent
        small = (value or 0) < IDLE_MONEY and measured.head.lemma_.lower() in listed("denominations")
        return small or measured.head.lemma_.lower() == "percent"
    if number.form == "share":  # "this 25 percent figure"
        figure = measured.head.lemma_.lower() in listed("numbers") and measured.head.i >= tokens.end
        figure = figure or measured.head.lemma_.lower() in listed("percentages")
        return figure or _is_half(tokens) or _is_score(tokens, measured)
    if number.form == "size":
        return _is_way(tokens, number, measured)
    return number.form == "count" and (value is None or is_idle_count(tokens, number, value, measured))


def _is_half(tokens: Tokens) -> bool:
    """Is it which part of a time, no share: the second half of his life?"""
    return tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ in listed("ranked") | {"latter", "other", "next"}


def _is_score(tokens: Tokens, measured: Counted) -> bool:
    """Is it one of two numbers of a poll or vote, whose owners stand elsewhere: "leads, 53 percent to 44 percent"?"""
    doc = tokens.doc
    if any(t.text == "%" or t.lower_ == "percent" for t in measured.words if t not in tokens):
        return True
    verb = governor(tokens.root)
    changed = any(t.lower_ == "from" for t in doc[max(0, tokens.start - 5) : tokens.start]) or (
        verb is not None and verb.lemma_ in listed("moving") | listed("setting")
    )
    if changed or doc[tokens.end : tokens.end + 1].text.lower() == "of":  # 25 percent to 30 percent of the parts
        return False
    behind, before = doc[tokens.end : tokens.end + 2], doc[max(0, tokens.start - 2) : tokens.start]
    if len(behind) == 2 and behind[0].lower_ in ("to", "-", "–") and behind[1].like_num:
        return True
    return len(before) == 2 and before[1].lower_ in ("to", "-", "–") and before[0].lower_ in ("percent", "%", "cent")


def _is_front(verb: Token | None, measured: Counted) -> bool:
    """Are armed men told to stand so far off: "the rebels are 25 km from the capital", "stopped the column 12 km from it"?"""
    armed = measured.head.lemma_.lower() in listed("irregulars") | listed("columns")
    return armed and verb is not None and verb.lemma_ in listed("standing")


def _is_way(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Is it how far somebody went, or how far off something lies: ran 3 miles, 12 miles away from the town?

    Where a front runs is news: it moves.
    """
    verb = governor(tokens.root)
    behind = tokens.doc[tokens.end : tokens.end + 1].text.lower()
    front = any(t.lemma_.lower() in listed("fronts") for t in measured.words) or _is_front(verb, measured)
    if number.unit not in listed("lengths") or front:
        return False
    went = verb is not None and verb.lemma_.lower() in listed("travel")
    return went or behind in listed("directions") or measured.head.ent_type_ == "PERSON"
