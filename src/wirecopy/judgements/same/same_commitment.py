"""Do two claims tell of one threat, promise, demand, red line, refusal or offer?"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import cache

from wirecopy.judgements.outcomes.comparing_deeds import allied
from wirecopy.judgements.outcomes.deed_kinds import kinds_meant
from wirecopy.judgements.outcomes.deed_traits import is_hostile
from wirecopy.judgements.outcomes.deeds import deed_of_words, sides_of
from wirecopy.judgements.parties import fit, sides
from wirecopy.judgements.same.amounts import amount, other_amount
from wirecopy.judgements.same.one_report import houses, in_one_report, is_ready
from wirecopy.judgements.told import Told, apart, jaccard, overlap, stems
from wirecopy.model import Actor, Commitment
from wirecopy.words import load

# Who offers a number of things may be told to have promised them.
GIVEN = ("promise", "offer")


def keys(told: Told) -> Iterable[Hashable]:
    """Claims that share no key are not compared: the kind, and the side that commits itself."""
    commitment = told.finding
    assert isinstance(commitment, Commitment)  # noqa: S101 -- the caller groups claims by kind
    for side in sides(_makers(commitment)) or {""}:
        yield commitment.kind, side
        if commitment.kind in GIVEN and (given := amount(commitment.action or "")):
            yield "given", side, given.number
    if told.sentence:
        yield commitment.kind, told.sentence
    if len(quoted := _quoted(commitment)) >= QUOTED:
        yield commitment.kind, quoted
    if commitment.kind in NEVER and (about := _about(commitment)):
        yield NEVER, about
    for house in houses(commitment.by):
        yield commitment.kind, "house", house
    if commitment.kind == "offer" and is_ready(commitment):
        yield "ready", told.report.id


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1; .5 and more: one commitment, reaffirmed or told again."""
    a, b = left.finding, right.finding
    assert isinstance(a, Commitment) and isinstance(b, Commitment)  # noqa: S101
    if a.kind == b.kind and _word_for_word(a, b):
        return 0.9
    if _in_one_breath(left, right):
        return 0.9
    action = overlap(stems(a.action or ""), stems(b.action or ""))
    condition = overlap(stems(a.condition or ""), stems(b.condition or ""))
    if left.sentence and left.sentence == right.sentence and left.report.id != right.report.id:
        alike = jaccard(stems(f"{a.action} {a.condition}"), stems(f"{b.action} {b.condition}"))
        return 0.5 + 0.5 * alike if alike >= 0.2 and fit(a.by, b.by) else 0.0
    if _in_one_speech(left, right) or in_one_report(left, right):
        return 0.8
    if not (fit(_makers(a), _makers(b)) or houses(a.by) & houses(b.by)) or not fit(a.to, b.to):
        return 0.0
    if other_amount(a.action or "", b.action or "") or apart(a.deadline, b.deadline):
        return 0.0  # more soldiers, or a later day, are another promise
    if a.kind != b.kind:
        return 0.8 if _one_gift(a, b) else 0.0
    if a.kind == "red line":
        return max(action, condition) if max(action, condition) >= 0.6 else 0.0
    if a.kind == "threat" and one_answer(a, b):
        return 0.7
    if _apart(a, b, condition) or _contrary(a, b) or _of_others(a, b):
        return 0.0
    if _one_exclusion(a, b) or one_theme(a, b, condition, left.report.id == right.report.id):
        return 0.6
    if a.kind == "threat" and bool(a.condition) != bool(b.condition) and _one_blow(a, b):
        return 0.6
    if a.condition and b.condition and action < 0.8:
        # One threat in two strengths of wording ("severe", "massive") still answers the same deed.
        return 0.5 * action + 0.5 * condition if condition >= 0.5 and action >= 0.3 else 0.0
    return 0.9 * action if action >= 0.6 else 0.0


def _one_blow(a: Commitment, b: Commitment) -> bool:
    """Is it the same blow, of which the one report leaves out the condition: at least half of its words, and three of them?"""
    x, y = stems(a.action or ""), stems(b.action or "")
    kinds = kinds_meant(a.action or "") & kinds_meant(b.action or "")
    return bool(kinds) and len(x & y) >= ALIKE and overlap(x, y) >= 0.5


def _in_one_speech(left: Told, right: Told) -> bool:
    """Do two threats of one report, made by one speaker on one day to allies, hold out a blow for going on as before?

    "Would hit back if the West keeps up its line" and "threatened measures if the alliance does not back off" are one.
    """
    a, b = left.finding, right.finding
    assert isinstance(a, Commitment) and isinstance(b, Commitment)  # noqa: S101
    if a.kind != "threat" or left.report.id != right.report.id or not (a.condition and b.condition and a.to and b.to):
        return False
    same = fit(_makers(a), _makers(b)) and a.when == b.when and allied(sides_of(a.to), sides_of(b.to))
    blows = theme(a.action, "punish") and theme(b.action, "punish")
    return bool(same) and blows and theme(a.condition, "persist") and theme(b.condition, "persist")


# Words that two wordings of one blow share at least.
ALIKE = 3
# Kinds in which somebody says what shall not be, and how that begins.
NEVER = ("refusal", "red line")
NOT_TO_BE = r"^(?:(?:we|i|they|he|she|there)(?: will not|[’']ll not| won[’']t| are not| shall not)?(?: be| going to)? )"
# Characters between two sentences of one speech.
BREATH = 250
# Words of a quotation that two speakers of one side do not choose by chance.
QUOTED = 6


def _word_for_word(a: Commitment, b: Commitment) -> bool:
    """Is it one utterance, which a report gives to another of the same side: the same words, and many of them?"""
    same = len(_quoted(a)) >= QUOTED and _quoted(a) == _quoted(b)
    # Of a minister whom the report does not introduce no country is known.
    persons = all(actor.kind == "person" for actor in (*a.by, *b.by))
    unknown = any(not any(actor.country for actor in one.by) for one in (a, b))
    one_side = bool(sides(_makers(a)) & sides(_makers(b))) or (persons and unknown)
    return same and a.condition == b.condition and one_side and bool(fit(a.to, b.to))


def _quoted(commitment: Commitment) -> tuple[str, ...]:
    """The words of an action as they are spoken."""
    return tuple(re.findall(r"\w+", (commitment.action or "").lower()))


def _about(commitment: Commitment) -> frozenset[str]:
    """What is not to be done to, in stems: of "disbanding our police" the police."""
    if commitment.action and commitment.condition:
        return frozenset()
    words = re.sub(NOT_TO_BE, "", commitment.action or commitment.condition or "", flags=re.IGNORECASE)
    return stems(words.partition(" ")[2])


def _in_one_breath(left: Told, right: Told) -> bool:
    """Does one speaker rule out one thing in several words: "no defunding of the police, no disbanding of the police"?"""
    a, b = left.finding, right.finding
    assert isinstance(a, Commitment) and isinstance(b, Commitment)  # noqa: S101
    near = left.report.id == right.report.id and abs(left.place - right.place) <= BREATH
    if not near or not {a.kind, b.kind} <= set(NEVER) or a.by != b.by:
        return False
    return bool(_about(a) and (_about(a) <= _about(b) or _about(b) <= _about(a)))


def _one_gift(a: Commitment, b: Commitment) -> bool:
    """Is it one number of one thing, which one report calls promised and the other offered?"""
    first, second = amount(a.action or ""), amount(b.action or "")
    given = {a.kind, b.kind} <= set(GIVEN) and first and second and first.number == second.number
    return bool(given and first and second and first.of & second.of) and not (a.condition or b.condition)


def _makers(commitment: Commitment) -> tuple[Actor, ...]:
    """Who commits himself, and through whom a wider circle does: the West, as Biden says."""
    wide = all(actor.kind == "group" and actor.country is None for actor in commitment.by)
    return (*commitment.by, *commitment.said_by) if wide and commitment.by else commitment.by


def _apart(a: Commitment, b: Commitment, condition: float) -> bool:
    """Do two threats or promises hang on other deeds? "Moscow would respond if the law came" is not "… if it were refused"."""
    if a.kind not in ("threat", "promise") or not (a.condition and b.condition):
        return False
    attacks = all(theme(words, "attack") for words in (a.condition, b.condition))
    return condition < 0.2 and not attacks


def _of_others(a: Commitment, b: Commitment) -> bool:
    """Is one bare deed ("leave") asked of others? The families that were to leave are not the staff."""
    bare = all(len(stems(one.action or "")) == 1 for one in (a, b))
    return bare and a.kind == "demand" and {actor.id for actor in a.to} != {actor.id for actor in b.to}


def _contrary(a: Commitment, b: Commitment) -> bool:
    """Does one promise what the other promises not to do? Of an attack the report may leave out the "not"."""
    if a.kind not in ("promise", "offer"):
        return False
    deeds = [deed_of_words(one.action or "") for one in (a, b)]
    return len({deed.is_negated for deed in deeds}) > 1 and not any(map(is_hostile, deeds))


def one_theme(a: Commitment, b: Commitment, condition: float, together: bool) -> bool:
    """Is it one thing in other words (`ends` in words/comparing.yml): demands to de-escalate, aid if they are attacked?

    Both hang on the same condition, or neither on any; a refusal may leave its condition to the reader. A threat must have
    one, and so must a promise, unless one report tells both: aid is pledged again and again. Troops go home but once.
    """
    tables = load("comparing")
    ends = [name for name in tables["ends"][a.kind] if theme(a.action, name) and theme(b.action, name)]
    if any(name in tables["plain"] for name in ends):
        return True
    if bool(a.condition) != bool(b.condition) and a.kind != "refusal":
        return False
    if not a.condition and (a.kind == "threat" or (a.kind == "promise" and not together)):
        return False  # bare sanctions may punish anything
    if a.condition and b.condition and (condition < 0.5 or not _deeds(a.condition) & _deeds(b.condition)):
        return False
    return bool(ends)


def _one_exclusion(a: Commitment, b: Commitment) -> bool:
    """Do both demand that one that both name stays out: shut Peru out of the league, never a member of it?"""
    if a.kind != "demand" or a.condition or b.condition:
        return False
    deeds = [deed_of_words(one.action or "") for one in (a, b)]
    one_side = sides(a.by) == sides(b.by)
    never = one_side and all(theme(one.action, "never_in") for one in (a, b))
    out = never or all("exclude" in deed.kinds for deed in deeds)
    asked = {one for actor in (*a.to, *b.to, *a.by, *b.by) for one in stems(actor.name)}
    return out and bool((deeds[0].names & deeds[1].names) - asked)


def _deeds(condition: str) -> frozenset[str]:
    """The stems of a condition but for its names: "Russia moved on Cuba" shares only Russia with "Russia attacked"."""
    return stems(re.sub(r"\b[A-Z]\w*", "", condition))


def one_answer(a: Commitment, b: Commitment) -> bool:
    """Do both hold out punishment for an attack? "Serious consequences if he invades" is "harsh sanctions if troops cross".

    One of the two may leave the condition to the reader, where it holds out the same in nearly the same words.
    """
    conditions = [c.condition for c in (a, b) if c.condition]
    attack = bool(conditions) and all(_is_feared(condition) for condition in conditions)
    alike = len(conditions) == 2 or overlap(stems(a.action or ""), stems(b.action or "")) >= 0.6
    return attack and alike and theme(a.action, "punish") and theme(b.action, "punish")


def _is_feared(condition: str) -> bool:
    """Is it an attack, or that diplomacy is not chosen instead ("unless he takes the path of diplomacy")?"""
    return theme(condition, "attack") or (condition.startswith("unless ") and theme(condition, "diplomacy"))


def theme(words: str | None, name: str) -> bool:
    """Does one of the theme's words (`themes` in words/comparing.yml) stand in these words?"""
    return bool(words and _pattern(name).search(words))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('comparing')['themes'][name]))})\b", re.I)
