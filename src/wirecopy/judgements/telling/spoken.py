"""What somebody said that is a line where no states meet: his by name, said of now in a verb of speech, and whole."""

from __future__ import annotations

import re
from functools import cache

from wirecopy.judgements.parties import is_named
from wirecopy.judgements.telling.aside import before, clause_before
from wirecopy.judgements.told import Told, stem
from wirecopy.language.actors import titles
from wirecopy.model import Actor, Span, Statement
from wirecopy.words import load

FEWEST = 5  # words of a statement; "I don't kid" tells nobody what was said
GOVERNED = re.compile(r"\b(?:in|of|at|on|for|with|from|to|about|against)\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before a name that is no subject: "racism in the United States"."""
TORN = re.compile(
    r"^(?:(?:however|but|and|yet|so),? )?"
    r"(?:in|by|after|before|while|upon|with|would|will|could|can|may|might|is|are|was|were|has|had)\s|\s(?:of|as|in|the|a|an|and|or|to|for|that|with)$",
    re.IGNORECASE,
)
"""A paraphrase that begins or ends within its clause."""
NOT_SAID = re.compile(r"\b(?:would|could|might|may|should|will|must)\b")
RECALLED = re.compile(r"\b(?:has|have|had|once|previously|earlier|already)\b|^[’']s\b")
MEANT = re.compile(r"(?<!on )(?<!continued )(?<!declined )\bto $")
"""What stands before a verb of what is meant or meant for: "used the passage to suggest", but "went on to say"."""
DOUBTED = re.compile(
    r"\b(?:posts?|claims?|rumou?rs?|memes?)\b[^.]*\bthat\b|^(?:false|fake|fact[- ]check|misleading|debunked)\b[^.]*:",
    re.IGNORECASE,
)
"""What stands before words that somebody only claims were said, as checkers of facts tell."""
DATING = re.compile(r"\b(?:since|until|before|after|when|whom|whose)\b", re.IGNORECASE)
"""What opens a clause that only says when something else was: "since she announced her bid"."""
SEATED = re.compile(r"\b(?:nominees?|nominations?|appointments?|judges?|justices?)$")
"""Whom a chamber confirms, which says nothing."""
THEN = re.compile(r"^[^.“\"\n]{0,40}\bat the time\b")
"""Behind a verb of speech: said of something years ago."""
JOINED = re.compile(r"^\.? and [A-Z]\w+ [a-z]")
"""Behind a name that only describes, with another, who speaks: "US and Canadian growers say"."""
HEAD = re.compile(r"^.*?(?= (?:in|of|at|from|for|on|with|by)\b|$)")


def is_said(told: Told, said: Statement, in_column: bool) -> bool:
    """Whether it is somebody's by name, said in a verb of speech, and whole."""
    cue = said.cue or ""
    if said.speaker is None or not is_called(told, said.speaker) or not _is_speech(cue):
        return False
    if any(_is_left_open(told, said.speaker, span) for span in _spans(told, "speaker")):
        return False
    if NOT_SAID.search(cue) or (said.form != "direct" and RECALLED.search(cue)):
        return False
    if len(said.words.split()) < FEWEST or any(
        GOVERNED.search(before(told.report, span)) or JOINED.search(told.report.text[span.end : span.end + 60])
        for span in _spans(told, "speaker")
    ):
        return False
    if any(THEN.search(told.report.text[span.end : span.end + 80]) for span in _spans(told, "cue")):
        return False
    if said.form == "direct":
        return True
    return not (in_column or TORN.search(said.words) or _is_of_thing(told, said) or _is_anothers(told, said))


def _is_anothers(told: Told, said: Statement) -> bool:
    """Is a paraphrase the reporter's or somebody's claim about the speaker, or does it only date something else?

    Nobody calls himself by his name: "Paz gave no reason, except the harm that it does, he says, to the poor".
    """
    last = said.speaker.name.split()[-1] if said.speaker is not None and said.speaker.kind == "person" else None
    if last is not None and last[:1].isupper() and re.search(rf"\b{re.escape(last)}\b(?!['’]s)", said.words):
        return True
    cues = _spans(told, "cue")
    if any(told.report.text[max(0, span.start - 1) : span.start] in ("-", "‑") for span in cues):
        return True  # "a study co-written by Paz"
    return any(
        DOUBTED.search(before(told.report, span)) or DATING.search(clause_before(told.report, span)) for span in cues
    )


def _is_left_open(told: Told, speaker: Actor, span: Span) -> bool:
    """Is it a person told before whom nobody has found: "the state senator"?"""
    described = speaker.kind == "person" and not any(map(str.isupper, speaker.name))
    return (
        described
        and re.search(r"\bthe\b", told.report.text[max(0, span.start - 4) : span.end], re.IGNORECASE) is not None
    )


def _is_of_thing(told: Told, said: Statement) -> bool:
    """Is a paraphrase only what the words are about ("describing the harbour", "criticizing Paz"), or what they are for?"""
    words = load("newsworthy")["of things"]
    if SEATED.search(said.words) and stem(said.cue or "") == stem("confirm"):
        return True
    of_thing = said.form == "indirect" and any(stem(word) in map(stem, words) for word in (said.cue or "").split()[:1])
    return of_thing or any(MEANT.search(before(told.report, span)) for span in _spans(told, "cue"))


def is_called(told: Told, actor: Actor) -> bool:
    """Whether somebody is called by a name: is his first word great by more than its place, and is he no thing?"""
    head = HEAD.findall(actor.name)[0].split()[-1]
    known, more = titles.load(), load("newsworthy")
    if not head[:1].isupper() and head not in known.persons | known.groups | known.bodies | {*more["people"]}:
        return False
    if is_named(actor) or head.lower() in more["benches"]:
        return True
    first = actor.name.split(" ", 1)[0]
    return first[:1].isupper() and re.search(rf"\b{re.escape(first.lower())}\b", told.report.text) is None


@cache
def _verbs() -> frozenset[str]:
    return frozenset(stem(form) for form in load("newsworthy")["speech"])


def _is_speech(cue: str) -> bool:
    return any(stem(word) in _verbs() for word in cue.split())


def _spans(told: Told, role: str) -> tuple[Span, ...]:
    return told.claim.spans.get(role, ())[:1]
