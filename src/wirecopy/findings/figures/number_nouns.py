"""A number with its noun and fate, its own or borrowed from the number before; None where nobody reads of what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, governor, listed
from wirecopy.findings.figures.ellipsis import (
    belonging,
    gapped,
    is_number,
    is_of_those,
    question,
    set_to,
    understood,
)
from wirecopy.findings.figures.fates import fate, fated, is_toll, of_question
from wirecopy.findings.figures.idle_counts import weighs
from wirecopy.findings.figures.idle_numbers import is_idle, is_name, is_no_measure, is_no_share, is_threshold
from wirecopy.findings.figures.measure_words import Found
from wirecopy.findings.figures.measured import counted, got, owner
from wirecopy.findings.numbers import Number
from wirecopy.model import Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

REACH = 260  # characters that a number without a noun may look back for what it counts: the sentence before, no more


def counts(
    passage: Passage, number: Number, before: Found | None, dates: Sequence[tuple[int, int]], share: Found | None = None
) -> Found | None:
    """The number with what it counts, or None where it is a name, an idle count or nobody knows of what.

    `before` is the number before it that may lend its noun, `share` the share before it.
    """
    tokens = passage.doc.char_span(number.start, number.end, alignment_mode="expand")
    if tokens is None or not len(tokens) or _is_rate(passage, number, before) or _is_correction(tokens):
        return None
    if _is_never(tokens):
        return None
    number = _reached(number, tokens)
    last = before if before is not None and number.start - before.number.end <= REACH else None
    if last and number.form == "count" and (is_of_those(number, tokens) or _is_of_named(tokens, last)):
        told = fate(tokens, last.measured) if _is_of_named(tokens, last) else last.fate
        return Found(number, tokens, belonging(tokens) or last.measured, told, part=True)
    if share and number.form == "share" and _is_against(tokens, share):
        return Found(number, tokens, share.measured, share.fate)
    alike = share if number.form == "share" else last
    measured = _again(number, tokens, alike.measured) if alike and alike.number.form == number.form else None
    measured = measured or (set_to(number, tokens) if number.unit else None) or counted(passage.doc, number, tokens)
    if measured and (number.form == "count" or measured.head.lower_ in ("it", "them")) and _is_empty(measured, dates):
        measured = None
    elif measured and number.form != "count" and _is_empty(measured, dates):  # inflation hit 94 per cent last year
        measured = owner(passage.doc, number, tokens) or got(passage.doc, number, tokens)
    if measured and number.form == "money" and _is_deed(measured):
        return None
    if measured and (is_no_measure(tokens, number, measured) or is_threshold(tokens, number, measured)):
        return None
    if measured is None and last and gapped(number, tokens, last.measured) is not None:
        return Found(number, tokens, last.measured, last.fate)
    if is_name(tokens, number, measured) or (measured and is_idle(tokens, number, measured)):
        return None
    if measured is None:
        if tokens.doc[tokens.end : tokens.end + 1].text.lower() == "without" and set_to(number, tokens) is None:
            return None  # "8 dead, a million without power"
        measured = understood(number, tokens, last.measured if last else None)
        if measured is None:
            return None
        if last and last.number.unit and number.unit is None and measured is last.measured:
            number = replace(number, unit=last.number.unit, form=last.number.form)
    again_told = alike is not None and measured is alike.measured
    if number.form == "share" and (
        _is_of_those(tokens, last) or not (again_told or not is_no_share(tokens, number, measured))
    ):
        return None
    told = (
        None if _is_whole_of_part(tokens, measured) else fate(tokens, measured) or _fate_before(tokens, measured, last)
    )
    if number.form == "share" and (measured.head in tokens or measured.head.lower_ in listed("no shares")):
        return None  # "69 percent say that …": the line would not tell what they say
    suffered = "nsubjpass" in (tokens.root.dep_, measured.head.dep_)
    described = len(measured.words) > 1  # "hundreds of Pakistani labourers"
    did = measured.head.pos_ == "VERB" and measured.head.lemma_ in listed("massing")
    tells = did or told or suffered or described or fated(measured) or weighs(measured.head)
    if number.vague and number.form == "count" and not tells:
        return None  # "millions of Americans" is a way to say many
    return Found(number, tokens, measured, told, is_part(tokens, measured))


def _again(number: Number, tokens: Tokens, before: Counted) -> Counted | None:
    """What "it" is that is put at another value: "turnout was 50 percent; one count puts it below 15 percent"."""
    verb = governor(tokens.root)
    if verb is None or verb.lemma_ not in listed("setting") or number.unit is None:
        return None
    return before if any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children) else None


def _is_of_those(tokens: Tokens, last: Found | None) -> bool:
    """Is it a share of "them", whom the line would not name; not of those counted before it: "37,000, half of them women"?"""
    behind = tokens.doc[tokens.end : tokens.end + 2]
    those = len(behind) > 1 and behind[0].lower_ == "of" and behind[1].lower_ in listed("those")
    those = those and tokens.doc[tokens.end + 2 : tokens.end + 3].text.lower() != "who"
    return those and not (last is not None and last.tokens.root.sent == tokens.root.sent)


def _is_of_named(tokens: Tokens, last: Found) -> bool:
    """Is it a part of those whom the sentence opens with: "of the 312 passengers 48 were rescued"?"""
    first = last.tokens.root.sent[0]
    opens = first.lower_ == "of" and last.tokens.start - first.i <= 2 and last.tokens.root.sent == tokens.root.sent
    behind = tokens.doc[tokens.end : tokens.end + 1]
    return opens and last.measured.words.end <= tokens.start and behind.root.pos_ in ("AUX", "VERB")


def _is_whole_of_part(tokens: Tokens, measured: Counted) -> bool:
    """Does a number before it tell of which part the verb is: 1,000 of its 5,400 soldiers were withdrawn?"""
    of, head = measured.head.head, measured.head
    part = of.head if of.lower_ == "of" and head.dep_ == "pobj" else None
    return (
        part is not None
        and part.i < of.i < tokens.start < head.i
        and (part.like_num or part.lower_ in ("percent", "%", "cent", "half"))
    )


def _is_against(tokens: Tokens, last: Found) -> bool:
    """Is a bare share held against the one before: "three quarters of them are poor, compared with a quarter in 2019"?"""
    doc = tokens.doc
    behind = doc[tokens.end : tokens.end + 1].text.lower()
    if behind in ("of", "for", "-") or tokens.root.sent != last.tokens.root.sent:
        return False
    before = doc[max(0, tokens.start - 4) : tokens.start].text.lower().split()
    return bool({"compared", "against", "versus"} & set(before)) or before[-2:] in (["up", "from"], ["down", "from"])


def _reached(number: Number, tokens: Tokens) -> Number:
    """The number without the bound of "up to" where something is brought up to it: "this brings the total up to 110"."""
    verb = governor(tokens.root)
    if (
        (number.hedge or "").lower() != "up to"
        or verb is None
        or verb.lemma_ not in listed("moving") | {"bring", "push", "take"}
    ):
        return number
    between = tokens.doc[verb.i : tokens.start]
    brought = any(t.dep_ == "dobj" for t in between) or verb.lemma_ in listed("moving")
    return replace(number, low=number.high, hedge=None) if brought and verb.i < tokens.start else number


def _is_never(tokens: Tokens) -> bool:
    """Is it what was never or nowhere reached: "claims had never risen as high as 700,000", "none got more than 6 percent"?"""
    verb = governor(tokens.root)
    if verb is None:
        return False
    never = any(c.dep_ == "neg" and c.lower_ == "never" and c.i < tokens.start for c in verb.children)
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.right_edge.i < tokens.start), None)
    return never or (doer is not None and (doer.lower_ in listed("nobody") or _is_of_none(doer)))


def _is_of_none(noun: Token) -> bool:
    """Does nothing of a kind do it: "no party won 6 percent"?"""
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.children)


def _is_correction(tokens: Tokens) -> bool:
    """Is it by how much a number was put right: "revised its count up by 12,000"?"""
    verb, before = governor(tokens.root), tokens.doc[max(0, tokens.start - 1) : tokens.start].text.lower()
    return verb is not None and verb.lemma_ in listed("correcting") and before == "by"


def _is_deed(measured: Counted) -> bool:
    """Is a sum told of a verb that does not say what the money is: "accepting over $100", "attended for $1,000"?"""
    return (
        len(measured.words) == 1
        and measured.head.pos_ == "VERB"
        and measured.head.lemma_.lower() not in listed("spending")
    )


def _is_empty(measured: Counted, dates: Sequence[tuple[int, int]]) -> bool:
    """Does only a time or a word for others stand behind the number: "190,000 last week", "1,000 others"?"""
    start, end = measured.head.idx, measured.head.idx + len(measured.head)
    return measured.words.text.lower() in listed("others") or any(a < end and start < b for a, b in dates)


def _is_rate(passage: Passage, number: Number, before: Found | None) -> bool:
    """Is it what a price is for: the 1,000 cubic metres that cost €2,000?"""
    if before is None or before.number.form != "money":
        return False
    return passage.report.text[before.number.end : number.start].strip() == "for"


def _fate_before(tokens: Tokens, measured: Counted, last: Found | None) -> str | None:
    """The fate of a part, or of a number that is given for one: "How many died? They gave the number as 80 civilians"."""
    if any(t.lower_ in listed("people") for t in measured.words):
        return None
    if last and last.fate and is_part(tokens, measured):
        return last.fate
    if last and is_toll(last.fate) and measured is last.measured and (_is_counted(tokens) or _is_joined(tokens, last)):
        return last.fate
    verb = governor(tokens.root)
    given = next((c for c in verb.children if c.dep_ == "dobj"), None) if verb is not None else None
    if verb is None or given is None or verb.lemma_ not in ("give", "put"):
        return None
    if not (given.pos_ == "PRON" or is_number(given)) or any(c.lower_ == "of" for c in given.children):
        return None
    asking = question(tokens)
    return (of_question(asking) if asking is not None else None) or (last.fate if last else None)


def _is_joined(tokens: Tokens, last: Found) -> bool:
    """Do two numbers hang on one verb: twelve died in Gao and seven in Kidal?"""
    return governor(tokens.root) is not None and governor(tokens.root) == governor(last.tokens.root)


def _is_counted(tokens: Tokens) -> bool:
    """Does the verb above only count: the day before it had counted 300?"""
    verb = governor(tokens.root)
    return verb is None or verb.lemma_ in listed("counting") | listed("setting") | listed("light")


def is_part(tokens: Tokens, measured: Counted) -> bool:
    """Is it a number of some of those counted before: three children among them, including 14 children, four of them women?"""
    doc, end = tokens.doc, max(tokens.end, measured.words.end)
    before = doc[max(0, tokens.start - 2) : tokens.start].text.lower().split()
    behind = doc[tokens.end : tokens.end + 2].text.lower(), doc[end : end + 2].text.lower()
    return before[-1:] == ["including"] or before == ["among", "them"] or "of them" in behind or "among them" in behind
