"""What is true of a deed, or of the words for one, by its kinds: hostile, lasting, done by two, testable by no deed."""

from __future__ import annotations

from wirecopy.judgements.outcomes.deed_kinds import Deed, has, kinds_of_words, listed, vague
from wirecopy.words import load

# Letters of a country's code.
ISO = 3


def is_double(words: str) -> bool:
    """Does a condition ask for two deeds at once? One of them alone does not meet it."""
    told = [kinds_of_words(part) for part in words.split(" and ")]
    return len(told) > 1 and all(told) and not frozenset.intersection(*told)


def is_untestable(words: str) -> bool:
    """Do words tell of a feeling, a posture or a principle, which no deed can show to be kept or broken?"""
    return not kinds_of_words(words) and bool(listed("untestable").search(words))


def is_vague(deed: Deed) -> bool:
    """Do its words name no deed of their own, so that any blow may be meant?"""
    return deed.kinds <= vague()


def is_given(deed: Deed) -> bool:
    """Is a thing sent, stopped or handed over in it, which the words name?"""
    return bool(deed.kinds & set(load("deeds")["objects"]))


def is_prompt(words: str) -> bool:
    """Is it to be done at once, so that what is done weeks later comes late?"""
    return has("prompt", words)


def is_timed(words: str) -> bool:
    """Does a condition hold only once some time has passed ("within a reasonable time"), which no deed shows to be over?"""
    return has("timed", words)


def is_hostile(deed: Deed) -> bool:
    """Is it what nobody promises to those whom it would hit?"""
    return bool(deed.kinds & set(load("deeds")["hostile"]))


def is_punishing(deed: Deed) -> bool:
    """Does it answer a deed with harm? Nobody offers that: the words then tell of the other choice."""
    return bool(deed.kinds & set(load("deeds")["punishing"]))


def has_doer(deed: Deed) -> bool:
    """Is it something that somebody does, and not what happens to both sides?"""
    return not deed.kinds & set(load("deeds")["impersonal"])


def is_mutual(deed: Deed) -> bool:
    """Do two sides do it together, so that each may be its doer?"""
    return bool(deed.kinds & set(load("deeds")["mutual"]))


def is_stop(deed: Deed) -> bool:
    """Is a thing stopped in it, once for all, whichever ally does it?"""
    return bool(deed.kinds & set(load("deeds")["stopped"]))


def is_talk(deed: Deed) -> bool:
    """Do people talk with each other in it?"""
    return bool(deed.kinds & set(load("deeds")["speech"]))


def is_call(deed: Deed) -> bool:
    """Is it a telephone call and nothing else?"""
    return deed.kinds == {"call"}


def is_sent(deed: Deed) -> bool:
    """Are soldiers sent in it? Who asks for them means to himself."""
    return bool(deed.kinds & set(load("deeds")["sent"]))


def is_leaving(deed: Deed) -> bool:
    """Do soldiers go home in it?"""
    return "withdraw" in deed.kinds and not is_sent(deed)


def is_country(side: str) -> bool:
    """Is a side a country, by its ISO code, and no body that has an id?"""
    return len(side) == ISO and side.isupper()


def lasts(deed: Deed) -> bool:
    """Does it hold on, so that what was done before a threat still answers it?"""
    return bool(deed.kinds & set(load("deeds")["lasting"]))


def points(words: str) -> bool:
    """Do these words point at what was told before them, and name no deed themselves?"""
    first = words.split(" ", 1)[0].lower()
    return first in load("deeds")["pointing"] and not kinds_of_words(words)
