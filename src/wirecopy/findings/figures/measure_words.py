"""What a figure counts in one line of words: the noun, what befell it, a change, whether it comes on top of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.counted import Counted, deed_of_times, governor, listed, subject
from wirecopy.findings.figures.circumstances import is_former
from wirecopy.findings.figures.measured import margin
from wirecopy.findings.numbers import Number
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

BEFORE = "previous"  # opens the measure of what a value was before it changed
ADDED = "more"  # opens the measure of a number that comes on top of others


class Found(NamedTuple):
    """A number that is a figure: its words, what it counts, what befell the counted, whether it is a part of those before."""

    number: Number
    tokens: Tokens
    measured: Counted
    fate: str | None
    part: bool = False


def measure_words(found: Found) -> str:
    """The measure's words in one line, with what befell the counted and whether they are added: "more civilians killed"."""
    words = " ".join(found.measured.words.text.split())
    words = (words.strip(" -–'’\"“”") or words) + _of_body(found.measured)
    if (deed := deed_of_times(found.measured)) is not None:
        return f"{words} {deed}"
    if found.number.form == "share" and margin(found.tokens) is not None:
        return "margin"
    if (made := _output(found)) is not None:
        return made
    way = change(found)
    words = f"{way} in {words}" if way else f"{words} {found.fate}" if found.fate else words
    words = f"{BEFORE} {words}" if is_former(found.tokens) or _is_old_record(found.tokens) else words
    return f"{ADDED} {words}" if found.number.form == "count" and _is_added(found) else words


def loosely(found: Found) -> str | None:
    """The words behind what is counted that leave its number open by a little: "3,000 soldiers or so"."""
    end = found.measured.words.end
    behind = found.tokens.doc[end : end + 2].text.lower()
    return behind if found.number.hedge is None and found.tokens.end <= end and behind in listed("loosely") else None


def _of_body(measured: Counted) -> str:
    """ " of the staff" behind members of what has no name."""
    of = measured.head.doc[measured.words.end : measured.words.end + 1]
    if measured.head.lower_ not in listed("parts of bodies") or of.text.lower() != "of":
        return ""
    body = next((c for c in of[0].children if c.dep_ == "pobj" and c.pos_ == "NOUN"), None)
    last = body.i + 1 if body is not None else 0
    return f" {measured.head.doc[of.start : last].text}" if of.start < last <= of.start + 4 else ""


def _output(found: Found) -> str | None:
    """What a land makes or ships of barrels: "Libya pumps 1.2 million barrels a day" counts no Libya, but its output."""
    number, tokens, measured = found[:3]
    verb = governor(tokens.root)
    if verb is None or not (number.unit or "").startswith("bbl") or measured.head.i > verb.i:
        return None
    outputs: dict[str, str] = load("figures")["outputs"]
    return outputs.get(verb.lemma_.lower()) if tokens.root.dep_ == "dobj" and subject(verb) == measured.head else None


def _is_old_record(tokens: Tokens) -> bool:
    """Is it the record that was broken: "eclipsed the previous high of 36,400"?"""
    of = tokens.root.head
    record = of.head if of.lower_ == "of" else of
    return record.lemma_.lower() in listed("records") and any(c.lower_ in listed("former") for c in record.children)


def change(found: Found) -> str | None:
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


def _is_added(found: Found) -> bool:
    """Does a word beside the number say that it comes on top of others: another 3,000 troops, 3,000 more of them?"""
    doc, start, end = found.tokens.doc, found.tokens.start, found.tokens.end
    behind = found.measured.words.start
    beside = [*doc[max(0, start - 1) : start], *doc[end : max(end + 1, behind if behind <= end + 3 else 0)]]
    compared = any(t.lower_ == "than" for t in doc[end : end + 3])
    return not compared and any(t.lower_ in listed("added") for t in beside)
