"""Figures: how many, of what, whose, where, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.circumstances import as_of, is_former, places, status, whose
from wirecopy.findings.counted import Counted, counted, deed_of_times, governor, listed, owner, subject
from wirecopy.findings.counters import counters, of_state
from wirecopy.findings.ellipsis import belonging, is_number, is_of_those, question, set_to, understood
from wirecopy.findings.fates import fate, fated, is_toll, of_question
from wirecopy.findings.figure_words import figure_words
from wirecopy.findings.finder import Finder
from wirecopy.findings.numbers import Number, numbers
from wirecopy.findings.parties import Parties
from wirecopy.findings.sport import is_sport
from wirecopy.findings.voiced import can_speak
from wirecopy.model import Actor, Claim, Figure, Passage, Span, claim
from wirecopy.moments.stamps import stamps
from wirecopy.notes import Notes
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

REACH = 260  # characters that a number without a noun may look back for what it counts: the sentence before, no more
IDLE_METRES = 10  # six metres of carpet are no figure
SPOTS = 9  # so many regions or more are worth a line, wherever they stand
KNOWN = 30  # "the dozen witnesses": up to so many, "the" before a number says that it is no news
IDLE_MONEY = 1000
OFTEN = 10  # "broke the truce 47 times" is a count of its own; twice or three times is not
BEFORE = "previous"  # opens the measure of what a value was before it changed
ADDED = "more"  # opens the measure of a number that comes on top of others


class _Found(NamedTuple):
    number: Number
    tokens: Tokens
    measured: Counted
    fate: str | None
    part: bool = False


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every number worth a line: of what, bounds, hedge, unit, whose, where, as of when, how sure, who says so.

    None in a report of sport, where goals, teams and players are counted.
    """
    if is_sport(passage.doc):
        return
    parties = Parties(passage)
    before: _Found | None = None
    owner_before: str | None = None
    given_before: tuple[Actor, ...] = ()
    where_before: tuple[Actor, ...] = ()
    dates = [(e.span.start, e.span.end) for e in passage.expressions if e.kind in ("date", "time", "set")]
    dates += stamps(passage.report.text)
    for number in numbers(passage.report.text, dates):
        found = _found(passage, number, before, dates)
        if found is None:
            continue
        of = whose(parties, number, found.tokens, found.measured)
        if of is None and before is not None and (found.part or found.measured is before.measured):
            of = owner_before  # they belong to the 4,000 whom Paris sent: 1,500 go to Niger
        given = tuple(filter(_can_count, counters(parties, number, found.tokens, found.measured)))
        doer = of if not (found.fate or fated(found.measured)) else None
        alike = before is not None and number.start - before.number.end <= REACH and _are_tolls(before, found)
        given = of_state(given, doer, given_before if alike else ())
        borrowed = where_before if before is not None and found.measured is before.measured else None
        toll = is_toll(found.fate) or any(is_toll(t.lemma_.lower()) or is_toll(t.lower_) for t in found.measured.words)
        where = places(parties, found.tokens, toll, borrowed)
        if found.number.form in ("count", "size", "money") and not found.part:
            before, owner_before, given_before, where_before = found, of, given, where
        yield _claim(passage, found, of, given, where)


FINDER = Finder("figures", 6, find)


def _can_count(actor: Actor) -> bool:
    """Can somebody give a number? Not those who are counted themselves: "42 states reported"."""
    return can_speak(actor) and not (actor.anonymous and actor.name[:1].isdigit())


def _are_tolls(one: _Found, other: _Found) -> bool:
    """Do both count what befell people? Then one place counts, and "the ministry" is of the same state."""
    return is_toll(one.fate) and is_toll(other.fate)


def _found(passage: Passage, number: Number, before: _Found | None, dates: Sequence[tuple[int, int]]) -> _Found | None:
    """The number with what it counts, or None where it is a name, an idle count or nobody knows of what."""
    tokens = passage.doc.char_span(number.start, number.end, alignment_mode="expand")
    if tokens is None or not len(tokens) or _is_rate(passage, number, before):
        return None
    last = before if before is not None and number.start - before.number.end <= REACH else None
    if last and number.form == "count" and is_of_those(number, tokens):
        return _Found(number, tokens, belonging(tokens) or last.measured, last.fate, part=True)
    measured = (set_to(number, tokens) if number.unit else None) or counted(passage.doc, number, tokens)
    if measured and (number.form == "count" or measured.head.lower_ in ("it", "them")) and _is_empty(measured, dates):
        measured = None
    elif measured and number.form != "count" and _is_empty(measured, dates):  # inflation hit 94 per cent last year
        measured = owner(passage.doc, number, tokens)
    if measured and number.form == "money" and _is_deed(measured):
        return None
    if measured and (_is_no_measure(tokens, number, measured) or _is_threshold(tokens, number)):
        return None
    if _is_name(tokens, number, measured) or (measured and _is_idle(tokens, number, measured)):
        return None
    if measured is None:
        if tokens.doc[tokens.end : tokens.end + 1].text.lower() == "without" and set_to(number, tokens) is None:
            return None  # "8 dead, a million without power"
        measured = understood(number, tokens, last.measured if last else None)
        if measured is None:
            return None
        if last and last.number.unit and number.unit is None and measured is last.measured:
            number = replace(number, unit=last.number.unit, form=last.number.form)
    if number.form == "share" and _is_no_share(tokens, number, measured):
        return None
    told = fate(tokens, measured) or _fate_before(tokens, measured, last)
    if number.form == "share" and (measured.head in tokens or measured.head.lower_ in listed("no shares")):
        return None  # "69 percent say that …": the line would not tell what they say
    suffered = "nsubjpass" in (tokens.root.dep_, measured.head.dep_)
    described = len(measured.words) > 1  # "hundreds of Pakistani labourers"
    tells = told or suffered or described or fated(measured) or _weighs(measured.head)
    if number.vague and number.form == "count" and not tells:
        return None  # "millions of Americans" is a way to say many
    return _Found(number, tokens, measured, told, _is_part(tokens, measured))


def _is_no_share(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Is a percentage set beside something of which it is neither the level nor a part: "the index, −9.28 %"?

    What is said of it is lost, and "9.28 % index" tells nothing.
    """
    if measured.head.tag_ == "VBG" and len(measured.words) == 1:
        return True
    if measured.head.pos_ not in ("NOUN", "PROPN") or measured.head.i >= tokens.start:
        return False
    levels = listed("tallies") | listed("levels")
    return not (
        any(t.lemma_.lower() in levels for t in measured.words) or _change(_Found(number, tokens, measured, ""))
    )


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


def _is_rate(passage: Passage, number: Number, before: _Found | None) -> bool:
    """Is it what a price is for: the 1,000 cubic metres that cost €2,000?"""
    if before is None or before.number.form != "money":
        return False
    return passage.report.text[before.number.end : number.start].strip() == "for"


def _fate_before(tokens: Tokens, measured: Counted, last: _Found | None) -> str | None:
    """The fate of a part, or of a number that is given for one: "How many died? They gave the number as 80 civilians"."""
    if any(t.lower_ in listed("people") for t in measured.words):
        return None
    if last and last.fate and _is_part(tokens, measured):
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


def _is_joined(tokens: Tokens, last: _Found) -> bool:
    """Do two numbers hang on one verb: twelve died in Gao and seven in Kidal?"""
    return governor(tokens.root) is not None and governor(tokens.root) == governor(last.tokens.root)


def _is_counted(tokens: Tokens) -> bool:
    """Does the verb above only count: the day before it had counted 300?"""
    verb = governor(tokens.root)
    return verb is None or verb.lemma_ in listed("counting") | listed("setting") | listed("light")


def _is_part(tokens: Tokens, measured: Counted) -> bool:
    """Is it a number of some of those counted before: three children among them, including 14 children, four of them women?"""
    doc, end = tokens.doc, max(tokens.end, measured.words.end)
    before = doc[max(0, tokens.start - 2) : tokens.start].text.lower().split()
    behind = doc[tokens.end : tokens.end + 2].text.lower(), doc[end : end + 2].text.lower()
    return before[-1:] == ["including"] or before == ["among", "them"] or "of them" in behind or "among them" in behind


def _is_no_measure(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Does nothing stand there that could be counted: a pronoun, a sign, "including", a deed and how long it took?"""
    head = measured.head
    if head.pos_ == "PRON" or not any(t.is_alpha or "-" in t.text for t in measured.words) or head in tokens[:-1]:
        return True
    if number.form in ("duration", "size") and head.pos_ in ("VERB", "AUX"):
        return number.form == "size" or number.hedge == "within" or not _is_term(head)
    if number.form == "duration":
        return (number.hedge or "").lower() == "within" and number.unit not in ("min", "h", "s")
    if number.form == "size" and (number.hedge or "").lower() == "within":  # 9,000 within 200 km of the border
        return True
    if (
        number.form == "size"
        and number.unit in ("m", "[ft_i]")
        and tokens.doc[tokens.end : tokens.end + 1].text == "of"
    ):
        return (number.high or 0) < IDLE_METRES
    return head.pos_ in ("VERB", "AUX", "ADP") and head.lemma_.lower() in listed("empty")


def _is_threshold(tokens: Tokens, number: Number) -> bool:
    """Is it only where a rule begins: "if the ice is thicker than 30 centimetres", "whoever holds more than 50 litres"?"""
    if number.form not in ("size", "share", "money"):
        return False
    clauses = [up for up in tokens.root.ancestors if up.pos_ in ("VERB", "AUX")]
    marks = {c.lower_ for up in clauses if up.dep_ == "advcl" for c in up.children if c.dep_ in ("mark", "advmod")}
    doers = {c.lower_ for up in clauses[:1] for c in up.children if c.dep_ in ("nsubj", "nsubjpass")}
    return bool(marks & listed("rule marks") or doers & listed("anybody"))


def _is_term(verb: Token) -> bool:
    """Is a length of time set or asked for ("would freeze it for six months"), rather than what a deed took?"""
    to_come = any(child.dep_ == "aux" and child.lower_ in listed("to come") for child in verb.children)
    return to_come or verb.lemma_.lower() in listed("asking")


def _is_name(tokens: Tokens, number: Number, measured: Counted | None) -> bool:
    """Is it part of a name: Nord Stream 2, SEAL Team Six, the five-point plan?"""
    if number.form != "count":
        return False
    doc, first, last = tokens.doc, tokens[0], tokens[-1]
    opening = first.is_sent_start or first.i == 0
    spelled = first.text[0].isalpha()
    if spelled and first.text[0].isupper() and not opening and not number.hedge and not doc[first.i - 1].is_punct:
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
    glued = after is not None and after.text.startswith("-") and not last.whitespace_ and not number.vague
    return glued and doc[min(last.i + 2, len(doc) - 1)].lower_ not in ("odd", "strong") and number.hedge != "odd"


def _is_idle(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Is it too small or too general for a line: two paths, the two leaders, five times, one minister?"""
    if number.form == "duration":
        return tokens.text.lower() in ("one day", "one-day")
    value = number.high if number.high is not None else number.low
    if number.form == "money":  # paid with a $20 bill
        return (value or 0) < IDLE_MONEY and measured.head.lemma_.lower() in listed("denominations")
    if number.form == "share":  # "this 25 percent figure"
        return measured.head.lemma_.lower() in listed("numbers") and measured.head.i >= tokens.end
    if number.form != "count" or value is None:
        return number.form == "count"
    if _is_body(tokens, measured) or (not number.hedge and _is_known(tokens, value, measured)):
        return True
    if measured.words[0].lower_ == "times" and measured.head.lower_ != "times":  # 20 times more popular
        return True
    if measured.head.lower_ in listed("never"):
        return not (value >= OFTEN and deed_of_times(measured))
    if value == 1:
        after = tokens.doc[tokens.end].lower_ if tokens.end < len(tokens.doc) else ""
        return after == "of" or not _in_toll(measured.head)
    if value <= 3 and not number.vague and number.hedge is None and not _weighs(measured.head):
        return True
    before = tokens.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
    if before == "of" and tokens[0].i > 1 and tokens.doc[tokens[0].i - 2].lower_ in listed("ranked"):
        return True
    if _is_spot(tokens, measured) and value <= SPOTS and number.hedge is None:
        return True
    if value <= 5 and before in (
        "the",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "both",
        "’s",
        "'s",
        "other",
        "first",
        "last",
    ):
        return True
    return value <= 5 and measured.head.lower_ in listed("idle") and not number.vague


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


def _is_known(tokens: Tokens, value: float, measured: Counted) -> bool:
    """Is it a small number that the reader is held to know: "the dozen witnesses", "the thirty allies"?"""
    if not tokens.start or tokens.doc[tokens.start - 1].lower_ not in ("the", "these", "those") or value > KNOWN:
        return False
    told = any(c.dep_ in ("acl", "relcl") for c in measured.head.children)
    told = told or tokens.doc[max(0, tokens.start - 2)].lower_ == "of"  # "half of the 18 ministers" needs the whole
    return not told and not _weighs(measured.head) and not fated(measured)


def _is_spot(tokens: Tokens, measured: Counted) -> bool:
    """Does it only say where something else is: drills in four regions?"""
    over = measured.head.head
    return (
        measured.head.lemma_.lower() in listed("spots")
        and measured.head.dep_ == "pobj"
        and over.lower_ in listed("places")
        and over.i < tokens.start
    )


def _weighs(noun: Token) -> bool:
    """Do two or three of them matter: the killed and held, soldiers, ships, missiles?"""
    return noun.lemma_.lower() in listed("weighty") or noun.lower_ in listed("people") or _in_toll(noun)


def _in_toll(noun: Token) -> bool:
    """Is the noun one of the killed, wounded or held?"""
    verb = governor(noun)
    return (verb is not None and verb.lemma_ in listed("toll")) or any(
        c.lemma_ in listed("toll") for c in noun.children
    )


def _claim(
    passage: Passage, found: _Found, of: str | None, given: tuple[Actor, ...], where: tuple[Actor, ...]
) -> Claim:
    number, tokens, measured = found[:3]
    figure = Figure(
        measure=_measure(found),
        low=None if number.low is None else float(number.low),
        high=None if number.high is None else float(number.high),
        of=of,
        where=where,
        hedge=number.hedge,
        unit=number.unit,
        as_of=as_of(passage, tokens, number),
        status=status(tokens.root),
        said_by=given,
        what=figure_words(passage, tokens, measured),
    )
    spans = {"figure": (Span(passage.report.id, number.start, number.end),), "measure": (passage.span(measured.words),)}
    return claim(figure, spans, FINDER.rule)


def _measure(found: _Found) -> str:
    """The measure's words in one line, with what befell the counted and whether they are added: "more civilians killed"."""
    words = " ".join(found.measured.words.text.split())
    words = words.strip(" -–'’\"“”") or words
    if (deed := deed_of_times(found.measured)) is not None:
        return f"{words} {deed}"
    change = _change(found)
    words = f"{change} in {words}" if change else f"{words} {found.fate}" if found.fate else words
    words = f"{BEFORE} {words}" if is_former(found.tokens) else words
    return f"{ADDED} {words}" if found.number.form == "count" and _is_added(found) else words


def _change(found: _Found) -> str | None:
    """The fall of "the index fell 5.9 %"; none of "rose to 43 percent" or "climbed above 18", which give a level."""
    number, tokens, measured = found[:3]
    if number.form not in ("share", "money") or measured.head in tokens:
        return None
    verb = governor(tokens.root)
    root = tokens.root
    by = root.dep_ == "pobj" and root.head.lower_ in ("by", "than")
    if verb is None or not (by or root.head == verb):
        return None
    changed = next((c for c in verb.children if c.dep_ == "dobj" and by), None) or subject(verb)
    if changed is None or changed not in measured.words:
        return None
    way = next((c.lower_ for c in verb.children if verb.lemma_ == "be" and c.lower_ in ("up", "down")), None)
    changes: dict[str, str] = load("figures")["changes"]
    return changes.get(way or verb.lemma_.lower())


def _is_added(found: _Found) -> bool:
    """Does a word beside the number say that it comes on top of others: another 3,000 troops, 3,000 more of them?"""
    doc, start, end = found.tokens.doc, found.tokens.start, found.tokens.end
    behind = found.measured.words.start
    beside = [*doc[max(0, start - 1) : start], *doc[end : max(end + 1, behind if behind <= end + 3 else 0)]]
    compared = any(t.lower_ == "than" for t in doc[end : end + 3])
    return not compared and any(t.lower_ in listed("added") for t in beside)
