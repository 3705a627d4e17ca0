"""Text → numbers: every stretch that states a quantity, with its value, unit and hedge; no parse is needed.

What only looks like a quantity is left out here as far as characters tell: dates, clock times, ages, telephone and docket
numbers, scores, ordinals and labels ("Article 5"). Names that take a parse to see are left to `figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from wirecopy.findings.numerals import Numeral, any_of, codes, joined, table
from wirecopy.words import load


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity: characters `start` to `end` (its unit included), bounds as in `model.Figure`, UCUM or ISO 4217 `unit`.

    `form` is count, share (per cent), money, duration or size. `vague` marks words like "dozens"; `hedge_start` is where
    the hedging words begin (`start` where there are none).
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None = None
    form: str = "count"
    hedge: str | None = None
    vague: bool = False
    hedge_start: int = -1


@cache
def _unit() -> re.Pattern[str]:
    """A unit behind a numeral."""
    spans, money, sizes = codes("times"), codes("currencies"), codes("units")
    names = [c for c in money if c.isascii() and c.replace(" ", "").replace(".", "").isalpha()]
    return re.compile(
        r"(?P<share>\s?%|[\s-]per\s?cent\b|[\s-]percentage\s+points?\b|\s+pct\b)"
        rf"|[\s-]+(?:(?:more|additional|full|whole|consecutive|straight|long)\s+)?"
        rf"(?:(?P<time>{any_of([*spans, *load('measures')['factors']])})"
        rf"|(?P<money>{any_of(names)})|(?P<size>{any_of(sizes)}))\b(?!-\d)"
        r"|(?P<short>km/h|kph|mph|km|m|kg|t|MW)\b",
        re.IGNORECASE,
    )


@cache
def _hedges() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Hedges before a number, hedges behind one, and the class (most, least, about) of each."""
    lists = load("hedges")
    before = {h: kind for kind in ("most", "least", "about") for h in lists[kind]}
    after = {h: kind for kind, words in lists["after"].items() for h in words}
    front = (
        rf"(?<![\w-])({any_of(before)})[\s—–]+(?:-\s+)?(?:(?:the|another|a further|a|its|the\s+same|further|one)\s+)?$"
    )
    behind = rf"[\s,-]+({any_of(after)})\b"
    return re.compile(front, re.IGNORECASE), re.compile(behind, re.IGNORECASE), {**before, **after}


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_BEFORE_DATE = re.compile(rf"\b{_MONTH}\s+$")
_AFTER_DATE = re.compile(rf"(?:\s|-)+(?:of\s+)?{_MONTH}(?!\w)(?!\s+\d{{3}},)")
_AFTER_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT|UTC|hours\s+(?:GMT|local)|EST|EDT|CET)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|ages?\s+of)\s+(?:between\s+|\d+\s+(?:and|to)\s+)?$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[\s-]+years?[\s-]+(?:old|of\s+age)\b|[\s-]+month[\s-]+old\b", re.IGNORECASE)
_AGE_OF = re.compile(
    r"\b(?:man|woman|boy|girl|youth|youngster|teenager|child|lad|toddler|pensioner|widow|widower|father|mother|native|student)"
    r"\s+of\s+(?:(?:about|around|just|only|some|barely|nearly|almost|over|perhaps)\s+)?$",
    re.IGNORECASE,
)
# "raises the age for buying tobacco from 18 to 21"
_AGE_FROM = re.compile(r"\bages?\b[^.;:\n]{0,60}\bfrom\s+$", re.IGNORECASE)
OLDEST = 120
# Behind "who is" a number that ends its clause is an age: who is 16 and …
_AGE_IS = re.compile(r"\b(?:who|he|she)\s+(?:is|was|turned|turns)\s+(?:only\s+|just\s+|now\s+)?$", re.IGNORECASE)
_AGE_ASIDE = re.compile(r"[^\W\d_][\w’'.-]*,\s$")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|before|after|during|early|late|mid|the|for|year|and|to|through)[\s-]+|[(/–-])$",
    re.IGNORECASE,
)
_PLAIN_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_RELATIVE = re.compile(
    r"\s+(?:ago|earlier|later|early|late|before|after|since|following|from\s+now|hence|previously|in\s+a\s+row|running|away|into|out"
    r"|(?:an?|per|each|every)\s+(?:day|week|month|year))\b",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"\b(?:past|(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )(?<!can )(?<!should )(?<!must )(?<!to )(?<!not )last"
    r"|next|first|previous|final|coming|recent|these|those|every|few|closing)\s+$",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:first|highest|lowest|worst|biggest|largest|deadliest|best|only|second|third)\b[^.,;\d]{0,24}\b(?:in|for)\s+"
    r"(?:(?:more\s+than|at\s+least|almost|nearly|over|about|just\s+over)\s+)?$",
    re.IGNORECASE,
)
# "Lends $750 million over three years", which is no bound as in "was held for over three years".
_HELD = "for|of|was|is|been|after|well|just|took|takes|take|lasted|last|spent|spend|a|in|lasting"
_SPREAD = re.compile(rf"\b(?!(?:{_HELD})\b)[\w%]+\s+over\s+$", re.IGNORECASE)
_LABEL = re.compile(r"([^\W\d_]+\.?)\s+$")
_STREET = re.compile(r"\s+([A-Z][\w.]*)(?:\s+([A-Z][\w.]*))?")
_LASTING = re.compile(
    r"\b(for|within|lasted|than|about|barely|nearly|almost|around|over|under|takes?|took|after|following)\s+$",
    re.IGNORECASE,
)
# "Is short of 900 doctors": so many are lacking.
_LACKING = re.compile(r"\b(?:is|are|was|were|be|been|runs?|ran|running)\s+$", re.IGNORECASE)
_COMPARED = re.compile(r"\bthan\s+(?:the|its)\s+$", re.IGNORECASE)  # more than the 500 of last year: no bound of theirs
_ROUND_THE_CLOCK = re.compile(r"24/7")
_VOTE = re.compile(r"\bvot(?:e|ed|es|ing)\W+(?:\w+\W+){0,3}$")
_VOTE_AFTER = re.compile(r"[\s-]+(?:\w+[\s-]+)?votes?\b", re.IGNORECASE)  # on an 11-21 vote, a 7-2 party-line vote
_STEP_BEFORE = re.compile(
    r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|twice|times|per\s?cent|%)\s+$", re.IGNORECASE
)
STEP = 4  # how many times the one the other must be, for a rise "from … to" that is told without "from"
_MOVED = re.compile(
    r"\b(?:fell|rose|dropped|gained|lost|climbed|jumped|slid|sank|slipped|plunged|soared|surged|up|down|added|shed)\s+(?:by\s+)?$",
    re.IGNORECASE,
)
_BASE = re.compile(r"\bper\s+$|\b(?:city|town|village)\s+of\s+(?:\w+\s+)?$", re.I)  # "3 per 10,000", "a town of 600"
_A_TIME = re.compile(
    r"\ban?\s+(hour|day|week|fortnight|month|year|decade|century)\b(?![\s-]+(?:ago|earlier|later|before|after|old|long))"
)


def numbers(text: str, dates: Iterable[tuple[int, int]] = ()) -> tuple[Number, ...]:
    """Every quantity of a text, in text order. `dates` are stretches known to be expressions of time, which count nothing."""
    taken = sorted(dates)
    found = [n for first, second in joined(text) for n in _number(text, first, second)]
    found += [n for n in _lone_times(text) if not any(n.start < f.end and f.start < n.end for f in found)]
    return tuple(
        n for n in sorted(found, key=lambda n: n.start) if not any(a < _told_end(n) and n.start < b for a, b in taken)
    )


def _told_end(number: Number) -> int:
    """Where a number ends; of a size its start, for the "a day" of "barrels a day" is no day."""
    return number.start + 1 if number.form == "size" else number.end


_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)


def _lone_times(text: str) -> Iterator[Number]:
    """ "an hour", "a fortnight" where it is a length of time: within an hour, barely a fortnight."""
    for found in _A_TIME.finditer(text):
        if _LASTING.search(text, max(0, found.start() - 12), found.start()):
            half = _AND_A_HALF.match(text, found.end())
            count, unit = _time_unit(found[1], 1.5 if half else 1.0)
            end = half.end() if half else found.end()
            yield _hedged(text, Number(found.start(), end, count, count, unit, "duration"))


def _time_unit(word: str, count: float) -> tuple[float, str]:
    factor = load("measures")["factors"].get(word.lower())
    return (count * factor[0], factor[1]) if factor else (count, codes("times")[word.lower()])


def _number(text: str, first: Numeral, second: Numeral | None) -> Iterator[Number]:
    """One numeral or range with its unit and hedge; a vote's two sides give two."""
    start, end = first.start, (second or first).end
    if _is_no_quantity(text, first, second):
        return
    scale = second.scale if second and first.scale == 1 and first.low * second.scale < second.high else 1.0
    low, high = first.low * scale, (second or first).high
    if second and (_VOTE.search(text, max(0, start - 40), start) or _VOTE_AFTER.match(text, end)):
        yield Number(first.start, first.end, first.low, first.high, hedge_start=first.start)
        yield Number(second.start, second.end, second.low, second.high, hedge_start=second.start)
        return
    if second and _changes_from(text, first, second):  # the toll rose from 120 to 155
        now = _with_unit(text, Number(second.start, second.end, second.low, second.high), second, None)
        if now is not None:
            was = replace(now, start=first.start, end=first.end, low=first.low * scale, high=first.high * scale)
            yield from (_hedged(text, was), _hedged(text, now))
        return
    if second and (low > high or (high > STEP * low and _MOVED.search(text, max(0, start - 24), start))):
        if low <= high:  # oil fell $2 to $97: by the one, to the other
            for one in (first, second):
                yield from _number(text, one, None)
        return
    number = _with_unit(text, Number(start, end, low, high, vague=first.vague), first, second)
    if number is not None:
        yield _hedged(text, number)


@cache
def _from() -> re.Pattern[str]:
    """A verb of change and the "from" behind it, right before a number."""
    verbs = {*load("figures")["moving"], *load("figures")["changes"], *load("figures")["moved"]} - {"up", "down"}
    stems = any_of(verb.removesuffix("e") for verb in verbs)
    return re.compile(rf"\b(?:{stems})\w{{0,4}}\b[^.;:\n]{{0,60}}\bfrom\s+$", re.IGNORECASE)


def _changes_from(text: str, first: Numeral, second: Numeral) -> bool:
    """Do two numbers tell what something was and what it became, not a range: raised the rate from 24 to 27 percent?"""
    link = text[first.end : second.start].strip()
    return link == "to" and _from().search(text, max(0, first.start - 90), first.start) is not None


def _with_unit(text: str, number: Number, first: Numeral, second: Numeral | None) -> Number | None:
    """The number with its unit; None where the unit shows it to be a point in time ("three weeks ago")."""
    currency = first.currency or (second and second.currency)
    if first.share:
        return replace(number, unit="%", form="share")
    if currency:
        return replace(number, unit=currency, form="money")
    of = re.compile(r"\s+of").match(text, number.end) if number.vague else None
    found = _unit().match(text, of.end() if of else number.end)
    if not found:
        return number
    if found["share"]:
        return replace(number, end=found.end(), unit="%", form="share")
    if found["money"]:
        return replace(
            number, end=found.end(), unit=codes("currencies")[" ".join(found["money"].lower().split())], form="money"
        )
    if found["size"] or found["short"]:
        size = " ".join((found["size"] or found["short"]).lower().split())
        return replace(number, end=found.end(), unit=codes("units")[size], form="size")
    if _RELATIVE.match(text, found.end()) or _RECENT.search(text, max(0, number.start - 20), number.start):
        return None
    if _SPREAD.search(text, max(0, number.start - 40), number.start):
        return None
    if _SUPERLATIVE.search(text, max(0, number.start - 56), number.start):
        return None
    (low, unit), (high, _) = _time_unit(found["time"], number.low or 0.0), _time_unit(found["time"], number.high or 0.0)
    return replace(number, end=found.end(), low=low, high=high, unit=unit, form="duration")


def _hedged(text: str, number: Number) -> Number:
    """The number with its hedging words, its bounds opened as they say."""
    front, behind, kinds = _hedges()
    found = front.search(text, max(0, number.start - 40), number.start)
    if found and _STEP_BEFORE.search(text, max(0, found.start(1) - 16), found.start(1)):
        return replace(number, hedge_start=number.start)  # ten votes, one more than the nine that were needed
    if found and found[1].lower() == "short of" and _LACKING.search(text, max(0, found.start(1) - 12), found.start(1)):
        return replace(number, hedge_start=number.start)
    if found and ((found[1].lower() == "about" and _is_matter(text, found)) or _COMPARED.search(found[0])):
        found = None
    hedge, begin = (found[1], found.start(1)) if found else (None, number.start)
    if hedge is None and (after := behind.match(text, number.end)):
        hedge = after[1]
    if hedge is None and text[number.end - 4 : number.end].lower() == "-odd":
        hedge = "odd"
    number = replace(number, hedge=hedge, hedge_start=begin)
    kind = kinds.get(" ".join(hedge.lower().split())) if hedge else None
    if number.form == "duration" and kind == "about" and hedge and hedge.lower() == "barely":
        return number
    if kind == "most":
        return replace(number, low=None)
    return replace(number, high=None) if kind == "least" else number


def _is_matter(text: str, about: re.Match[str]) -> bool:
    """Does "about" say what something tells of: "a story about two women", "a debate about the ten bases"?"""
    before = text[max(0, about.start(1) - 16) : about.start(1)].split()
    return about[0].lower().split()[-1] == "the" or (bool(before) and before[-1].lower() in load("hedges")["matters"])


def _is_no_quantity(text: str, first: Numeral, second: Numeral | None) -> bool:
    """Do the characters around it show a date, a year, a clock time, an age, a label or an address?"""
    start, end = first.start, (second or first).end
    before, after, words = text[max(0, start - 24) : start], text[end : end + 24], text[start:end]
    if (base := _BASE.search(before)) and (base[0].startswith("per") or not re.match(r"\s+\w", after)):
        return True
    day = _BEFORE_DATE.search(before) and (words[0].isdigit() or before.rstrip()[-1] != ".")  # no "in May. Nine men"
    if day or (first.scale == 1 and _AFTER_DATE.match(after)) or _AFTER_CLOCK.match(after):
        return True
    if _ROUND_THE_CLOCK.match(words + after[:2]) or _AGE_BEFORE.search(before) or _AGE_AFTER.match(after):
        return True
    young = first.high is not None and first.high <= OLDEST
    if young and (_AGE_OF.search(before) or _AGE_FROM.search(text, max(0, start - 80), start)):
        return True
    if second is None and words.isdigit() and _is_year_or_age(words, before, after):
        return True
    label = _LABEL.search(before)
    if (
        label
        and label[1].lower() in table()["labels"]
        and (label[1][0].isupper() or label[1].lower() in ("no", "page"))
        and first.scale == 1
    ):
        return not before[: label.start(1)].endswith("\n") and label[1] not in ("No",)
    return bool(
        words.isdigit()
        and (street := _STREET.match(after))
        and any(s and s.lower().rstrip(".") in table()["streets"] for s in street.groups())
    )


def _is_year_or_age(words: str, before: str, after: str) -> bool:
    if _PLAIN_YEAR.match(words) and (
        _YEAR_BEFORE.search(before) or not re.match(r"\s+[a-z]", after) or before.endswith(", ")
    ):
        return True
    if len(words) <= 2 and _AGE_IS.search(before) and re.match(r"\s*(?:[,;.)]|and\b|when\b|$)", after):
        return True
    return len(words) <= 2 and bool(_AGE_ASIDE.search(before)) and after[:1] in (",", ";", ".", ")")
