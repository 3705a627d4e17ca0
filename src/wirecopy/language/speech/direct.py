"""Direct quotation: each quote with the cue and the speaker beside it, and quotes that go on without a cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.language.cue_words import is_cue, listed
from wirecopy.language.quotes import Quote
from wirecopy.language.sheet import Piece, Sheet, Utterance
from wirecopy.language.speech import speakers
from wirecopy.language.speech.constructions import is_passive
from wirecopy.language.speech.search import bare_name, cue_after, cue_before, teller_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLED = re.compile(r"(?:['’]s|\b(?:on|in|show|program|programme|film|book|series|song|album|titled|entitled)) $")
_CLAUSE = 3  # words of a quote that goes on
_NOUNS = ("PROPN", "NOUN", "PRON")
_CASES = frozenset({"if", "should", "unless", "when", "once", "while", "although", "though"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMED = 6  # tokens of a person with his office


def direct(sheet: Sheet) -> list[Utterance]:
    """The utterances that stand in quotation marks, with their cues; pieces of a split quote together."""
    found: list[Utterance] = []
    last: Quote | None = None
    for at, quote in enumerate(sheet.quotes):
        if _is_programme(sheet, quote):
            continue
        full = is_full(sheet, quote)
        if not full and _leads_in(sheet, at, quote):
            continue
        cue = cue_after(sheet, at, full) or (cue_before(sheet, at) if full else None)
        if cue is not None and not full and _is_amid(sheet, quote, cue):
            continue
        if cue is None and full and (name := bare_name(sheet, at)) is not None:
            found.append(Utterance(((quote.start, quote.end),), None, name, (quote.close, name.idx), "quote"))
            last = quote
            continue
        if cue is None:
            told = _without_cue(sheet, at, full, found[-1] if found else None, last)
            found[len(found) - bool(told and found) :] = told
            last = quote if told else last
            continue
        piece = (quote.start, quote.end) if full else _reported(sheet, quote)
        if found and found[-1].cue == cue:
            found[-1] = found[-1]._replace(pieces=(*found[-1].pieces, piece))
        else:
            found.append(_utterance(sheet, quote, piece, cue))
        last = quote
    return found


def _without_cue(sheet: Sheet, at: int, full: bool, before: Utterance | None, last: Quote | None) -> list[Utterance]:
    """What stands in place of the utterance before: that with a quote that continues it, or with a new one behind it."""
    quote = sheet.quotes[at]
    if not quote.sure:
        return []
    if before is not None and last is not None and _goes_on(sheet, before, last, quote):
        return _continued(sheet, before, last, quote) if full or _resumes(sheet, last, quote) else []
    who = teller_before(sheet, at) if full else None
    if who is None:
        return []
    new = Utterance(((quote.start, quote.end),), None, who, (who.idx, quote.outer), "quote")
    return [before, new] if before is not None else [new]


def _leads_in(sheet: Sheet, at: int, quote: Quote) -> bool:
    """Whether a fragment ends what only leads to somebody's words: Noting that he had called it “foreign,” Haas said that …"""
    cue = cue_after(sheet, at, full=False)
    first = sheet.token_at(sheet.sentence_start(quote.outer))
    gerund = first + 1 < len(sheet.doc) and "VBG" in (sheet.doc[first].tag_, sheet.doc[first + 1].tag_)
    if cue is None or not gerund:
        return False
    behind = [child for child in cue.children if child.i > cue.i]
    return any((c.dep_ == "ccomp" and c.left_edge.lower_ == "that") or c.dep_ == "dobj" for c in behind)


def _is_amid(sheet: Sheet, quote: Quote, cue: Token) -> bool:
    """Whether the sentence goes on behind the cue of a fragment: "It was “grim”, Roe said, and it would grow worse"."""
    doc, end = sheet.doc, cue.sent.end
    comma = next((i for i in range(cue.i + 1, end) if doc[i].text == ","), None)
    if comma is None or cue.idx < quote.close or not (is_cue(cue, "aside") or is_cue(cue, "clause")):
        return False
    behind = doc[comma + 1 : end]
    opening = doc[sheet.token_at(sheet.sentence_start(quote.outer))].lower_
    goes_on = len(behind) > 0 and (behind[0].lower_ == "and" or opening in _CASES)
    told = any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in behind) and any(t.tag_ in _FINITE for t in behind)
    return goes_on and told and not any(t.dep_ == "nsubj" and t.head.i < comma for t in behind)


def is_full(sheet: Sheet, quote: Quote) -> bool:
    """Whether a quote is an utterance of its own, rather than a fragment in a reported sentence."""
    words = sheet.text[quote.start : quote.end]
    if _is_all(sheet, quote):
        return True
    ending = words.rstrip("'’ ")[-1:]
    stopped = ending != "" and ending in ",.?!"
    if not stopped and (len(words.split()) < 3 or _is_title(words)):
        return False
    before = sheet.text[max(0, quote.outer - 4) : quote.outer].rstrip(" \t\xa0")
    if before and before[-1] not in ",:.\n?!…—–―”(":
        return _told(sheet, quote, words, stopped)
    capital = words[:1].isupper() or not words[:1].isalpha()
    return capital or before[-1:] in (":", "", "\n") or stopped


def _is_all(sheet: Sheet, quote: Quote) -> bool:
    """Whether a short quote right behind a cue, before a mark or "and", is all that was said: he said “nonsense” and left."""
    at = sheet.token_at(quote.outer)
    cue, behind = sheet.doc[max(0, at - 1)], sheet.token_at(quote.close)
    if cue.tag_ not in ("VBD", "VBZ") or not is_cue(cue, "quote") or cue.lemma_ not in listed("uttering"):
        return False
    return behind >= len(sheet.doc) or sheet.doc[behind].text in (".", ",", ";", "and", "but", "\n\n")


def _is_title(words: str) -> bool:
    """Whether a quote without a stop is the title of a work: “The Long March”."""
    parts = words.split()
    return len(parts) <= 8 and all(part[:1].isupper() for part in parts if len(part) > 3)


def _is_programme(sheet: Sheet, quote: Quote) -> bool:
    """Whether a quote is the title of a work or a programme that the words before announce: on the BBC's “Hard Talk,”."""
    words = sheet.text[quote.start : quote.end].rstrip(",")
    before = sheet.text[max(0, quote.outer - 12) : quote.outer]
    return _is_title(words) and words[:1].isupper() and _TITLED.search(before) is not None and words[-1:].isalnum()


def _told(sheet: Sheet, quote: Quote, words: str, stopped: bool) -> bool:
    """Whether a quote right behind a cue is all that was said: he said “we will not go.”; he said that “we …”."""
    at = sheet.token_at(quote.outer) - 1
    said = sheet.doc[max(0, at)]
    if words[:1].isupper() and is_cue(said, "quote"):
        return True
    if not stopped or len(words.split()) < 4:
        return False
    near = sheet.doc[max(0, at - 6) : at] if said.lower_ == "that" else (said,)
    return any(is_cue(token, "quote") for token in near)


def _reported(sheet: Sheet, quote: Quote) -> Piece:
    """A reported sentence that ends in a quoted fragment: The plan was “dead on arrival,” he said."""
    piece = sheet.trimmed(sheet.sentence_start(quote.outer), quote.end)
    return sheet.balanced(*piece) if piece else (quote.start, quote.end)


def _goes_on(sheet: Sheet, said: Utterance, last: Quote, quote: Quote) -> bool:
    """Whether nothing but the attribution of the last quote stands between two quotes."""
    if quote.runs_on:
        return True
    between = sheet.text[last.close : quote.outer].rstrip()
    if said.cue is not None and said.cue.idx < last.start and re.search(r"\w", between):
        return False
    if len(between) > 400:
        return False
    stops = sheet.stops(last.close, last.close + len(between))
    behind = range(sheet.token_at(last.close) + 1, sheet.token_at(quote.outer))
    if any(sheet.doc[i].is_sent_start and sheet.doc[i - 1].text in (".", "?", "!") for i in behind):
        return False  # “If they come,” he said. He offered them, “as ever”, a seat
    lines = sum(1 for line in sheet.text[last.close : quote.outer].split("\n") if line.strip()) if stops else 0
    return stops == 0 or (lines == 1 and stops == 1 and "\n" not in sheet.text[last.close : quote.outer])


def _resumes(sheet: Sheet, last: Quote, quote: Quote) -> bool:
    """Whether a quote ends the sentence that the last began: “If they come,” she said at noon, “we shall talk to them”."""
    commas = sheet.text[last.start : last.close + 1].rstrip("'’” ")[-1:] == ","
    commas = commas and sheet.text[last.close : quote.outer].rstrip()[-1:] == ","
    behind = sheet.text[quote.close : quote.close + 1]
    words = sheet.text[quote.start : quote.end].split()
    return commas and behind in (".", "") and words[:1] != [] and words[0][:1].islower() and len(words) >= _CLAUSE


def _continued(sheet: Sheet, before: Utterance, last: Quote, quote: Quote) -> list[Utterance]:
    """A quote without a cue: another piece of the same utterance, or in a new paragraph a new one by the same speaker."""
    piece = (quote.start, quote.end)
    if quote.runs_on or "\n" not in sheet.text[last.end : quote.start]:
        return [before._replace(pieces=(*before.pieces, piece))]
    return [before, Utterance((piece,), None, before.speaker, piece, "goes on")]


def _utterance(sheet: Sheet, quote: Quote, piece: Piece, cue: Token) -> Utterance:
    behind = cue.idx >= quote.close
    start = quote.close if behind else sheet.sentence_start(cue.idx)
    stop = next((i for i in range(cue.i, min(len(sheet.doc), cue.i + 30)) if sheet.doc[i].text in (".", "\n\n")), cue.i)
    end = sheet.doc[stop].idx if behind else quote.outer
    return Utterance((piece,), cue, speaker(sheet, cue, start), (start, max(end, cue.idx)), "quote")


def speaker(sheet: Sheet, cue: Token, start: int) -> Token | None:
    """The head of the speaker's noun phrase: the cue's subject, unless the parse takes it from inside a quote."""
    found = speakers.subject(cue)
    if found is None and is_passive(cue):
        return None
    near = start if cue.dep_ not in ("conj", "advcl", "pcomp", "xcomp") else sheet.line(cue.idx)[0]
    if found is not None and not sheet.quoted(found.idx) and found.idx >= near:
        return found
    other = beside(sheet, cue, start)
    if cue.pos_ != "NOUN" or other is None:
        return other
    return other if other.i < cue.i and cue.dep_ != "dobj" else None  # who wants a pledge has not made it


def beside(sheet: Sheet, cue: Token, start: int) -> Token | None:
    """The noun beside a cue whose parse has no subject: “…,” police chief Roe, 51, said; said Roe."""
    doc = sheet.doc
    if cue.text == ":":
        before = (doc[i] for i in range(cue.i - 1, max(sheet.token_at(start), cue.i - 11) - 1, -1))
        return next((t for t in before if t.pos_ in _NOUNS and t.ent_type_ not in ("DATE", "TIME")), None)
    if (behind := _between_commas(sheet, cue)) is not None:
        return behind
    name: Token | None = None
    first = max(sheet.token_at(start), cue.i - 20)
    ends = [i + 1 for i in range(first, cue.i) if doc[i].text in (".", "?", "!") and not sheet.quoted(doc[i].idx)]
    for i in range(ends[-1] if ends else first, cue.i):
        token = doc[i]
        if sheet.quoted(token.idx):
            continue
        if name is not None and (token.text in (",", "(", "-") or token.pos_ in ("ADP", "VERB")):
            break
        if (token.pos_ in _NOUNS and token.ent_type_ not in ("DATE", "TIME")) or _is_name(sheet, token):
            name = token
    if name is not None:
        return name
    for i in range(cue.i + 1, min(len(doc), cue.i + 8)):
        token = doc[i]
        if (name is not None and token.pos_ not in _NOUNS) or token.text in (",", ".", ":", "“") or "\n" in token.text:
            break
        if token.pos_ in _NOUNS:
            name = token
    return name


def _between_commas(sheet: Sheet, cue: Token) -> Token | None:
    """The person behind a cue that stands between commas: "The reply was late, said Roe, and envoys had told him that …"."""
    doc, end = sheet.doc, cue.i + 1
    while end < len(doc) and end - cue.i <= _NAMED and doc[end].pos_ in ("PROPN", "DET", "ADJ", "NOUN"):
        end += 1
    if cue.i == 0 or end == cue.i + 1 or end >= len(doc) or (doc[cue.i - 1].text, doc[end].text) != (",", ","):
        return None
    return doc[end - 1] if _is_name(sheet, doc[end - 1]) else None


def _is_name(sheet: Sheet, token: Token) -> bool:
    """Whether a word names a person, whatever the parser takes it for: a rare surname at the start of a sentence."""
    mention = sheet.mention_of(token) if token.text[:1].isupper() else None
    return mention is not None and mention.actor is not None and mention.actor.kind == "person"
