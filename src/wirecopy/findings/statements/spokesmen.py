"""Who a line says has spoken, in full: each of two who speak together, and what tells one nameless speaker from others."""

from __future__ import annotations

import re
from dataclasses import replace

from wirecopy.language.speech.joint import group_of
from wirecopy.model import Actor, Attribution, Mention, Passage, Span

_PARTIES = frozenset({"person", "state", "organisation", "office"})
_TITLES = r"(?:the )?(?:[A-Z][\w.'’-]* ){0,6}"
_FIRST = re.compile(_TITLES)
_JOINED = re.compile(rf"(?:,? and |, ){_TITLES}")
_TELLING = re.compile(r"\w+ (?:in|at|of|from|on|near|with) (?:[\w.'’-]+ ){0,5}[\w.'’-]+")
_COUNTED = re.compile(r"[\w-]+ of (?:[\w.'’-]+ ){1,5}[\w.'’-]+")


def named_in_full(passage: Passage, said: Attribution) -> Actor | None:
    """The speaker of an attribution: several who speak together as one group, a nameless one as his phrase tells him."""
    actor, span = said.speaker, said.speaker_span
    if actor is None or span is None:
        return actor
    if actor.name == "government" and (state := _governed(passage, said)) is not None:
        return state
    together = _together(passage, span)
    if len(together) > 1 and actor in together:
        return group_of(together)
    words = re.sub(r"^(?:the|an?) ", "", " ".join(passage.words(span).split()), flags=re.IGNORECASE)
    full = _TELLING.fullmatch(words) or _COUNTED.fullmatch(words)
    if not actor.anonymous or len(actor.name.split()) > 1 or full is None or actor.name.lower() not in words.lower():
        return actor
    return replace(actor, name=words[:1].lower() + words[1:])


def _governed(passage: Passage, said: Attribution) -> Actor | None:
    """The state whose "the government" is, by what it is told to do: "Peru will send grain, the government said"."""
    told = (m for m in passage.mentions for words in said.words if words.start <= m.span.start < words.end)
    doers = {m.actor for m in told if m.actor is not None and m.actor.kind == "state" and _is_doer(passage, m)}
    return doers.pop() if len(doers) == 1 else None


def _is_doer(passage: Passage, mention: Mention) -> bool:
    phrase = passage.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return phrase is not None and phrase.root.dep_ == "nsubj"


def _together(passage: Passage, span: Span) -> list[Actor]:
    """Those whom a phrase names side by side: "Premier Ann Roe and Jo Olsen", not "the wife of Ann Roe and Jo Olsen"."""
    inside = [m for m in passage.mentions if _is_party(m) and span.start <= m.span.start and m.span.end <= span.end]
    if any(m.actor is not None and m.actor.kind == "person" for m in inside):
        inside = [m for m in inside if m.actor is not None and m.actor.kind == "person"]
    found: list[Actor] = []
    text, end = passage.report.text, span.start
    for mention in sorted(inside, key=lambda one: one.span):
        between = text[end : mention.span.start]
        if mention.actor is None or not (_JOINED if found else _FIRST).fullmatch(between):
            return []
        found.append(mention.actor)
        end = mention.span.end
    return list(dict.fromkeys(found)) if end == span.end else []


def _is_party(mention: Mention) -> bool:
    return mention.actor is not None and not mention.actor.anonymous and mention.actor.kind in _PARTIES
