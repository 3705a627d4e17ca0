"""Words of a line that nobody understands who reads the line alone: "it", "do so", "the plan", "At the same time"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from wirecopy.account import clear
from wirecopy.account.clear import END, Line, Place
from wirecopy.words import load


def first_pointer(line: Line) -> Place | None:
    """The first words of a line that point at what it does not tell; None where it is clear alone."""
    found = [place for place in _places(line) if not _is_glossed(place)]
    return min(found, key=lambda place: (place.start, place.words), default=None)


def points_again(start: int, end: int, text: str) -> str | None:
    """The definite noun that a sentence opens with, or says something of, and does not tell: "The demand covered", "condemned
    the raid"."""
    found = _again().search(text, start, end)
    opens = found is not None and found.start() == start
    return found["noun"] if found and (opens or found["verb"]) else None


def goes_on(start: int, text: str) -> bool:
    """Does a sentence open with a word for what the one before told: "It did the same"?"""
    return _going_on().match(text, start) is not None


def _places(line: Line) -> Iterator[Place]:
    ahead = ""
    for number, (start, end) in enumerate(line.pieces):
        words = line.source.text[start:end]
        for pattern, is_clear in _rules():
            for found in pattern.finditer(words):
                first, last = found.span(pattern.groups)  # the group where there is one, else the whole
                read = (*line.pieces[:number], (start, start + first))
                place = Place(words[first:last], start + first, ahead + words[:first], words[last:], read, line)
                if not is_clear(place):
                    yield place
        ahead += f"{words} … "


def _is_glossed(place: Place) -> bool:
    """Has the line a gloss behind these words, or behind a name that they stand in?"""
    said = " ".join(place.words.split()).lower()
    glosses = [gloss.words.lower() for gloss in place.line.entry.glosses]
    return any(re.search(rf"\b{re.escape(said)}\b", words) for words in glosses)


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _going_on() -> re.Pattern[str]:
    hand = _any(load("lead_in")["at hand"])
    return re.compile(rf"[“‘]?(?:(?:He|She|It|They|Both)\b|(?:This|These|Those|That)\b(?! (?:{hand})\b))")


@cache
def _again() -> re.Pattern[str]:
    lists = load("lead_in")
    noun = rf"(?P<noun>(?i:the) (?:{_any(lists['told'])}))\b(?! (?:{_any(lists['explaining'])})\b)"
    return re.compile(rf"(?:(?P<verb>\b(?:{_any(lists['handing'])}) ))?{noun}")


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Callable[[Place], bool]], ...]:
    """What may point, and whether it is clear all the same. Of a pattern with a group the group is what points."""
    lists = load("lead_in")
    verbs, hand = _any(lists["verbs"]), _any(lists["at hand"])
    # "The claim", "the Iranian claim", "the new measure".
    told = rf"(?:[A-Z]\w+(?:an|ch|ese|ish|[ln]i|sh) |new |latest )?(?:{_any(lists['told'])})"
    behind = _any([word for word in (*load("glosses")["behind"], *lists["behind"]) if word != "on"])
    goes_on = rf"“|on (?:\d|[A-Z]\w+day\b)|[a-z]+ed (?:an?|his|her|its|no\w*|the|them|their)\b|(?:{behind})\b"
    bare = rf"(?!, (?:which|who|whose)\b)(?={END[3:-1]}|\s(?:{goes_on}))"
    counted = r"(?! (?:at|as) [^.,;]*\d (?!and\b|by\b|in\b|on\b)[a-z])"  # "the number at 40 dead" says of what
    explained = rf"(?:{_any(lists['explaining'])}|[a-z]+(?:ed|ing)|{hand})\b"
    # "The boats sent to Niger" says which; "the step unprovoked" gives a verdict.
    told_of = rf"(?:(?:{_any(lists['explaining'])})\b|[a-z]+(?:ed|ing) (?:{_any(lists['explaining'])}|as|last)\b)"
    month = r" (?:\d|[A-Z]\w*(?:ry|ch|il|ay|ne|ly|st|er)\b)"  # "left the pact in May", not "the pact on fishing"
    patterns: tuple[tuple[str, Callable[[Place], bool]], ...] = (
        (r"(?i:\b(?:it|they|them|he|him|she)\b)", clear.is_known_pronoun),
        (r"(?i:\b(?:his|her|its|their)\b)", clear.is_known_owner),
        (rf"(?i:\A(?:{_any(lists['openings'])})\b)", clear.is_read_on),
        (
            rf"\A[Tt]he (?:{_any(lists['places in a row'])})(?: ones?| of (?:them|these))?(?= (?:{verbs}|[a-z]+ed)\b)",
            clear.is_read_on,
        ),
        (r"\A(?:that|which|whom?|whose)\b", clear.is_no_event),
        (
            r"\A(?:an?|one|something)\b(?= [\w-]+(?: [\w-]+)? (?:that|which|who|h[ae][sd]|by|[a-z]+ed by)\b)",
            clear.is_no_apposition,
        ),
        (r"\A(?:if|unless|in case|once|should)\b(?=[^,]*\Z)", clear.is_no_event),
        (rf"\b[Tt]h(?:is|ese)\b(?! (?:{hand})\b)(?: [a-z-]+)?", clear.is_told),
        (rf"\b[Tt]hose\b(?! {explained})(?: [a-z-]+)?", clear.is_told),
        (
            rf"\A(?:[A-Z][a-z]+,? )?([Tt]hat)(?= (?:[a-z]+ly )?(?:{verbs}|[a-z]+ed)\b)",
            clear.is_told,
        ),  # "Hopefully, that will"
        (r"\bthat (?:same )?(?:day|evening|month|night|week|year)\b", clear.is_told),
        (rf"\bthat (?:{_any(lists['ways'])})\b|\bthat (?:{told}){bare}", clear.is_told),
        (
            r"(?<=\w )that(?=[.;:!?”]|$|, (?:and|but|or)\b| (?:yet|either|now|again|at all|to (?:more|over|about|\d))\b)",
            clear.is_sentence_before,
        ),
        (r"\b(?:about|on|by|for|from|of|with) (that)(?= (?:as|at|by|if|in|when|with)\b)", clear.is_sentence_before),
        (
            rf"\b(?:convince|persuade|tell|think|believe|say|argue|suggest)\w* (?:\w+ )?(otherwise){END}",
            clear.is_sentence_before,
        ),
        (r"\b[Ss]uch\b(?! (?:as|that)\b)(?: an?)? [a-z-]+", clear.is_named_before),
        (r"\b(?:do|does|did|doing|done) (?:so|that|it|the same)\b", clear.is_done),
        (
            r"\bthe same (?:steps?|moves?|measures?|things?|course|line)\b(?! (?:as|that)\b)",
            clear.is_sentence_before,
        ),
        (rf"\b(?:would|will|must|shall|not|to) (?:not )?({_any(lists['left open'])}){END}", clear.is_place_named),
        (rf"\b(?:been|was|were|be|is|are) ({_any(lists['parts'])}){END}", clear.is_read_far),
        (r"\b(?:would|will|could|should|did|does)(?: not|n[’']t)?(?=[.;!?]|[,”]*\Z)", clear.is_left_out),
        (rf"\b(?:{_any(lists['answering'])})\Z", clear.is_no_event),
        (rf"\b(?:{_any(lists['answers'])})(?! (?:{_any(lists['explaining'])})\b)", clear.is_told),
        (rf"(?<=[a-z] )(?<!no )(?<!any )(?<!every )(?<!some )(?<!number )(?<!as )\bone{END}", clear.is_kind_named),
        (
            rf"(?i:\b(?:his|her|its|their) (?:{_any(lists['opposite'])}))\b(?!,? (?:from|in|of)\b)(?!,? (?-i:[A-Z]))",
            clear.is_opposite_named,
        ),
        (rf"\b(?:expressed|voiced) (?:\w+ )?({_any(lists['feelings'])}){END}", clear.is_told),
        (r"(?i:\b(?:both|the two|the three)\b(?! of (?:which|whom)))", clear.is_two_named),
        (r"(?<!among )(?<!and )(?<!or )(?<!with )\b[Oo]thers\b", clear.is_other),
        (
            rf"(?i:\A(?:(?:{_any(lists['about'])}) )?(?:\d+|{_any(lists['counts'])})(?= (?:{verbs})\b))",
            clear.is_read_on,
        ),
        (
            rf"(?i:\A(?:(?:{_any(lists['about'])}) )?(?!(?:19|20)\d\d\b)\d[\d.,]*(?= (?:around|at|in|near|on|within)\b|\Z))",
            clear.is_read_on,
        ),
        (rf"(?<!no )(?<!any )(?<!once )(?<!even )(?<!much )\bmore{END}", clear.is_other),
        (r"\AThen\b|\b(?:will|would|could|shall) then\b|\bthen (?:will|would)\b", clear.is_time_told),
        (
            rf"(?<=\w )(?<!is )(?<!are )(?<!was )(?<!were )there(?! (?:{verbs}|being|remains?|seems?|to be)\b)(?!’)",
            clear.is_place_named,
        ),
        (rf"\b[Tt]he (?:{told}|{_any(lists['meetings'])}){bare}(?! (?:with|between)\b){counted}", clear.is_told_noun),
        (
            rf"\b(?:{_any(lists['leaving'])}) (the (?:{told}))\b(?! (?:{_any(lists['explaining'])})\b(?!{month}))",
            clear.is_told_noun,
        ),
        (rf"\ban? ((?:{told})) of (?:its|his|her|their) own\b", clear.is_told_noun),
        (
            rf"\A(?:The (?:[a-z]+ )?|His |Her |Its |Their )(?:{_any(lists['replies'])})\b(?! {told_of})",
            clear.is_read_on,
        ),
        # "Called the demand unacceptable", "handed the document to the ministry".
        (rf"\b(?:{_any(lists['handing'])}) (the (?:{told}))\b(?! (?:of|for|that)\b){counted}", clear.is_told_noun),
        (
            rf"\A[Tt]he (?:[a-z]+ )?(?:{told}|{_any(lists['meetings'])})\b(?! {told_of})(?! [A-Z]){counted}",
            clear.is_not_judged,
        ),
    )
    return tuple((re.compile(pattern), is_clear) for pattern, is_clear in patterns)
