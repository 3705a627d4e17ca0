"""Counts that are no news: too few, the size of a club, kin, what a body always has, which one of many, where something is."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, deed_of_times, governor, listed
from wirecopy.findings.figures.fates import fated
from wirecopy.findings.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FEW = 3  # so many of things that do not matter are no line, hedged or not
SMALL = 5
PERSONS = 9  # so many people to whom nothing happened are those whom a report talked to, or a family
SPOTS = 9  # so many regions or more are worth a line, wherever they stand
CLUB = 60  # so many states and members at most are the size of a club, which is no news
LARGE = 20  # how many sit in a smaller body is known, or says little
KNOWN = 30  # "the dozen witnesses": up to so many, "the" before a number says that it is no news
OFTEN = 10  # "broke the truce 47 times" is a count of its own; twice or three times is not


def is_idle_count(tokens: Tokens, number: Number, value: float, measured: Counted) -> bool:
    """Is a count too small or too general for a line: two paths, the two leaders, five times, one minister, three children?"""
    if _is_whole(tokens, measured):
        return True
    idle = _is_body(tokens, measured) or _is_club(tokens, value, measured)
    if (idle and not (value >= LARGE and _is_convened(tokens, measured))) or _is_nth(tokens, measured):
        return True
    if not number.hedge and _is_known(tokens, value, measured):
        return True
    if measured.words[0].lower_ == "times" and measured.head.lower_ != "times":  # 20 times more popular
        return True
    if measured.head.lower_ in listed("never"):
        return not (value >= OFTEN and deed_of_times(measured))
    if value == 1:
        after = tokens.doc[tokens.end].lower_ if tokens.end < len(tokens.doc) else ""
        return after == "of" or not _in_toll(measured.head)
    if value <= FEW and not number.vague and not weighs(measured.head):
        return True
    if value <= PERSONS and not number.vague and _are_bystanders(measured):
        return True
    return _is_among_others(tokens, number, value, measured)


def _is_among_others(tokens: Tokens, number: Number, value: float, measured: Counted) -> bool:
    """Does a small number only tell which one, where, or of what the reader knows: the second of three, "his four plans"?"""
    before = tokens.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
    if before == "of" and tokens[0].i > 1 and tokens.doc[tokens[0].i - 2].lower_ in listed("ranked"):
        return True
    if _is_spot(tokens, measured) and value <= SPOTS and number.hedge is None:
        return True
    if value <= SMALL and before in listed("owned"):
        return True
    return value <= SMALL and measured.head.lower_ in listed("idle") and not number.vague


def _is_nth(tokens: Tokens, measured: Counted) -> bool:
    """Are they the last so many of a row: the past 16 elections, the last 60 polls?"""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    return before in ("last", "past", "previous", "next") and not weighs(measured.head) and not fated(measured)


def _are_bystanders(measured: Counted) -> bool:
    """Are people told of whom nothing befalls: "three people close to the talks", a father of six children?"""
    head = measured.head
    if head.lemma_.lower() in listed("kin"):
        verb = governor(head)
        verb = governor(verb) if verb is not None and verb.tag_ == "VBG" and verb.lemma_ == "include" else verb
        return not (fated(measured) or _in_toll(head)) and (verb is None or verb.lemma_ in listed("kin verbs"))
    told = any(c.lemma_.lower() in listed("privy") for c in head.children) or _are_speakers(head)
    return told and not (fated(measured) or _in_toll(head))


def _are_speakers(head: Token) -> bool:
    """Do they only tell something: "two envoys said", "according to three deputies"?"""
    speak = head.dep_ == "nsubj" and head.head.lemma_ in listed("giving")
    return speak or (head.dep_ == "pobj" and head.head.head.lower_ == "according")


def _is_whole(tokens: Tokens, measured: Counted) -> bool:
    """Is it the whole of which a part is told, or all of it: "35 of 100 seats", "all 435 seats"? Not of what befell people."""
    if weighs(measured.head) or fated(measured) or not tokens.start:
        return False
    doc, before = tokens.doc, tokens.doc[tokens.start - 1].lower_
    of = tokens.start - (2 if before == "the" else 1)
    return before == "all" or (of > 0 and doc[of].lower_ == "of" and doc[of - 1].like_num)


def _is_body(tokens: Tokens, measured: Counted) -> bool:
    """Is it what a body always has: the 15-member council, nine of the council's 15 members, two of the land's cities?"""
    doc, head = tokens.doc, measured.head
    if head.lemma_.lower() not in listed("bodies"):
        return False
    if doc[tokens.end : tokens.end + 1].text == "-":
        return head.lower_ == "member"
    before = doc[tokens.start - 1] if tokens.start else None
    return (before is not None and before.tag_ == "POS") or any(
        c.dep_ == "poss" and c.i < tokens.start for c in head.children
    )


def _is_club(tokens: Tokens, value: float, measured: Counted) -> bool:
    """Are states, members or ministers counted that do nothing worth a line: a group of 15 countries, 46 states reported?

    Those with whom somebody talks take part in it: "consulted with the leaders of nine members".
    """
    head = measured.head
    if head.lemma_.lower() not in listed("polities") or value > CLUB or fated(measured) or _in_toll(head):
        return False
    if tokens.doc[tokens.end : tokens.end + 1].text == "-":
        return True
    verb = governor(head)
    if any(up.lower_ in ("with", "by") and up.pos_ == "ADP" for up in takewhile(lambda t: t != verb, head.ancestors)):
        return False
    does = head.dep_ in ("nsubj", "nsubjpass") or any(
        up.dep_ in ("nsubj", "nsubjpass") and up.head == verb for up in head.ancestors
    )
    return verb is None or not does or verb.lemma_ not in listed("doings of polities")


def _is_convened(tokens: Tokens, measured: Counted) -> bool:
    """Is it the size of a body with a name that meets: "the 40-nation Lima Forum in Quito on 3 May", "… met on Monday"?"""
    doc, first = tokens.doc, measured.head.i + 1
    if doc[tokens.end : tokens.end + 1].text != "-":
        return False
    name = list(takewhile(lambda t: t.pos_ in ("PROPN", "ADJ", "NOUN") or t.text == "-", doc[first:]))
    if not any(t.pos_ == "PROPN" for t in name):
        return False
    last = name[-1]
    behind = list(takewhile(lambda t: t.pos_ not in ("VERB", "AUX") and not t.is_punct, doc[last.i + 1 : last.i + 9]))
    if behind and behind[0].lower_ in ("in", "at") and any(t.ent_type_ == "DATE" for t in behind):
        return True
    verb = governor(last)
    does = any(up.dep_ in ("nsubj", "nsubjpass") and up.head == verb for up in (last, *last.ancestors))
    return verb is not None and does and verb.lemma_ in listed("convening")


def _is_known(tokens: Tokens, value: float, measured: Counted) -> bool:
    """Is it a small number that the reader is held to know: "the dozen witnesses", "the thirty allies"?"""
    if not tokens.start or tokens.doc[tokens.start - 1].lower_ not in ("the", "these", "those") or value > KNOWN:
        return False
    told = any(c.dep_ in ("acl", "relcl") for c in measured.head.children)
    told = told or tokens.doc[max(0, tokens.start - 2)].lower_ == "of"  # "half of the 18 ministers" needs the whole
    return not told and not weighs(measured.head) and not fated(measured)


def _is_spot(tokens: Tokens, measured: Counted) -> bool:
    """Does it only say where something else is: drills in four regions?"""
    over = measured.head.head
    return (
        measured.head.lemma_.lower() in listed("spots")
        and measured.head.dep_ == "pobj"
        and over.lower_ in listed("places")
        and over.i < tokens.start
    )


def weighs(noun: Token) -> bool:
    """Do two or three of them matter: the killed and held, soldiers, ships, missiles?"""
    return noun.lemma_.lower() in listed("weighty") or noun.lower_ in listed("people") or _in_toll(noun)


def _in_toll(noun: Token) -> bool:
    """Is the noun one of the killed, wounded or held?"""
    verb = governor(noun)
    return (verb is not None and verb.lemma_ in listed("toll")) or any(
        c.lemma_ in listed("toll") for c in noun.children
    )
