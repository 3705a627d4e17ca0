"""Where the cue of a quotation stands: behind it, before it, or nowhere, where a name alone is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.language.cue_words import is_cue, listed, nouns, verbs
from wirecopy.language.quotes import Quote
from wirecopy.language.sheet import Sheet
from wirecopy.language.speech.constructions import is_participle

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = 45  # tokens between a quote and its cue: titles and appositions are long
_BACK = 25
_SHORT = 20  # characters: a shorter quote behind a colon is a title
_NEAR = 5  # tokens within which a cue stands behind a quote that no comma ends
_DASHES = ("―", "—", "–", "--", "-")
_OTHER_CLAUSE = frozenset({"while", "and", "but", "if", "because", "although", "though", "or", "when", "as", "that"})
_NAMES = ("PROPN", "NOUN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP")
_WORDS = frozenset(
    {"message", "word", "answer", "reply", "advice", "floor"}
)  # "had a message for Chad", "took the floor"


def cue_after(sheet: Sheet, at: int, full: bool) -> Token | None:
    """The cue behind a quote in the same sentence: “…,” he said; “…” — Jane Roe."""
    quote = sheet.quotes[at]
    text = sheet.text
    if quote.close == quote.end and text[quote.end - 1] == ".":  # nothing closes it: the next sentence is another's
        return None
    ending = text[quote.start : quote.end].rstrip("'’ ")[-1:]
    if text[quote.close : quote.close + 1] == ",":  # “…”, he said
        ending = ","
    ended = ending in (",", "?", "!", ".", "…", "—", "–", "-")
    if not ended and not (full and quote.end - quote.start > 25):
        return None
    found = _first_cue(sheet, at, ending, _AHEAD if ended else _NEAR, full)
    if found is not None and not full and _has_clause(found):
        return None
    if found is None or ending != "." or found.text in _DASHES:
        return found
    return None if _leads_on(sheet, found, at) or _has_content(found, quote.close) else found


def _first_cue(sheet: Sheet, at: int, ending: str, ahead: int, full: bool) -> Token | None:
    """The first cue behind a quote in its sentence; behind a full one and a comma any finite verb of a near name will do."""
    limit = next((q.outer for q in sheet.quotes[at + 1 : at + 4] if q.end - q.start > 12), len(sheet.text))
    first = sheet.token_at(sheet.quotes[at].close)
    other: Token | None = None
    for i in range(first, min(len(sheet.doc), first + ahead)):
        token = sheet.doc[i]
        if token.idx >= limit or "\n" in token.text or token.text in (".", "?", "!", ";", ":", "…"):
            break
        if i - first <= 1 and token.lower_ in _OTHER_CLAUSE:
            break
        if (
            i - first <= 1 and token.tag_ == "VBG" and is_cue(token, "quote")
        ):  # “A,” adding that B: what was said goes on
            return None
        if i == first and token.text in _DASHES and _signed(sheet, i):
            return token
        if _describes(token) or is_participle(token) or _is_gesture(token):
            continue
        if (is_cue(token, "quote") and token.tag_ != "VBG") or _misread(sheet, token):
            return token if other is None or not _governs(other) else None
        if token.pos_ == "VERB" and other is None and token.tag_ in _FINITE:
            other = token
    if other is None or not full or ending not in (",", "?", "!") or other.i - first > 12:
        return None
    return other if _has_subject(other) or sheet.doc[other.i - 1].pos_ in _NAMES else None


def _describes(verb: Token) -> bool:
    """Whether a verb only describes the speaker: “…,” the envoy, who asked not to be named, told the paper."""
    return verb.dep_ == "relcl" and any(child.lower_ == "who" for child in verb.children)


def _is_gesture(verb: Token) -> bool:
    """ "“…” He pointed to a map": nothing is said by it; "he pointed out" is."""
    return verb.lemma_.lower() == "point" and not any(child.lower_ == "out" for child in verb.children)


def _misread(sheet: Sheet, token: Token) -> bool:
    """Whether a cue at the end of a sentence was taken for a noun: “…,” the voice of the advertisement states."""
    if token.tag_ != "NNS" or "quote" not in verbs().get(token.lemma_.lower(), ()):
        return False
    return token.i + 1 < len(sheet.doc) and sheet.doc[token.i + 1].text in (".", ",")


def _leads_on(sheet: Sheet, cue: Token, at: int) -> bool:
    """Whether a cue in a sentence behind a quote leads to the next quote: “A.” She added, “B.”; “A.” Roe replied: “B.”"""
    if at + 1 >= len(sheet.quotes):
        return False
    between = sheet.text[cue.idx + len(cue) : sheet.quotes[at + 1].outer]
    return len(between) <= 3 or (between.rstrip().endswith(":") and not re.search(r"[.!?;\n]", between))


def _has_content(cue: Token, close: int) -> bool:
    """Whether a cue has a complement of its own: “A.” She added that they would stay; “A.” The road was shut, she said."""
    after = any(child.i > cue.i and child.dep_ in ("ccomp", "xcomp", "dobj") for child in cue.children)
    near = cue.doc[cue.i + 1 : cue.i + _NEAR + 1]  # "“A.” Roe said the same day that they would stay"
    stop = next((token.i for token in near if token.is_punct or "\n" in token.text), len(cue.doc))
    after = after or any(token.lower_ == "that" and token.tag_ in ("IN", "WDT") and token.i < stop for token in near)
    return after or any(child.dep_ == "ccomp" and close <= child.idx < cue.idx for child in cue.children)


def _has_clause(cue: Token) -> bool:
    """Whether a cue tells a clause of its own: After X had called it “a farce”, Roe said that they would stay."""
    return any(c.dep_ == "ccomp" and c.i > cue.i and c.left_edge.lower_ == "that" for c in cue.children)


def _signed(sheet: Sheet, dash: int) -> bool:
    """Whether a name follows a dash behind a quote."""
    behind = sheet.doc[dash + 1 : dash + 3]
    return any(token.pos_ == "PROPN" for token in behind) and all(token.pos_ in ("PROPN", "SPACE") for token in behind)


def _governs(verb: Token) -> bool:
    """Whether a verb between a quote and a cue has a subject of its own, so that the cue is another clause's."""
    return verb.dep_ == "ROOT" and _has_subject(verb)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def cue_before(sheet: Sheet, at: int) -> Token | None:
    """The cue before a quote: he said: “…”; before a colon or a near comma any verb will do."""
    quote = sheet.quotes[at]
    limit = sheet.quotes[at - 1].close if at else 0
    last = sheet.token_at(quote.outer) - 1
    other: Token | None = None
    clause = False
    for i in range(last, max(-1, last - _BACK), -1):
        token = sheet.doc[i]
        if token.idx < limit or token.text in (".", "?", "!", ";") or ("\n" in token.text and i < last - 1):
            break
        if is_cue(token, "quote"):
            return None if clause and sheet.text[quote.start].islower() else token
        clause = clause or (token.pos_ in ("VERB", "AUX") and token.tag_ in (*_FINITE, "MD"))
        if token.pos_ == "VERB" and other is None and token.dep_ not in ("acl", "relcl"):
            other = token
    mark = sheet.text[max(0, quote.outer - 4) : quote.outer].rstrip()[-1:]
    near = mark == "," and other is not None and last - other.i <= 3 and sheet.text[quote.start].isupper()
    return other if mark == ":" or near else _named(sheet, quote, last)


def _named(sheet: Sheet, quote: Quote, last: int) -> Token | None:
    """The colon before a quote, where a name stands before it: Jane Roe: “…”; here is Roe in 1992: “…”."""
    colon = next((i for i in range(last, max(-1, last - 2), -1) if sheet.doc[i].text == ":"), None)
    if colon is None or quote.end - quote.start < _SHORT:
        return None
    start = max(colon - 10, sheet.token_at(sheet.line(sheet.doc[colon].idx)[0]))
    return sheet.doc[colon] if any(sheet.doc[i].pos_ in ("PROPN", "PRON") for i in range(start, colon)) else None


def bare_name(sheet: Sheet, at: int) -> Token | None:
    """The speaker behind a quote whose cue was lost: “…,” the spokeswoman Jane Roe. The rest of the sentence is a name."""
    quote = sheet.quotes[at]
    if sheet.text[quote.end - 1] != ",":
        return None
    first = sheet.token_at(quote.close)
    name: Token | None = None
    for i in range(first, min(len(sheet.doc), first + 16)):
        token = sheet.doc[i]
        if token.text in (".", "\n\n", "\n"):
            return name
        if token.pos_ in ("VERB", "AUX") or token.text in ("“", "?", "!", ";"):
            return None
        if token.pos_ == "PROPN" and (name is None or sheet.doc[i - 1] == name):
            name = token
    return None


def teller_before(sheet: Sheet, at: int) -> Token | None:
    """The person of the sentence right before a quote without a cue, if he speaks in it: Roe answered on X. “It is late.”

    The quote must stand alone, up to the end of its sentence, in the paragraph of that sentence, which has no quote itself.
    """
    quote = sheet.quotes[at]
    end = len(sheet.text[: quote.outer].rstrip(" \xa0"))
    if end == 0 or sheet.text[end - 1] != "." or sheet.text[quote.start : quote.start + 1].islower():
        return None
    start = max(sheet.line(quote.outer)[0], sheet.sentence_start(end - 1))
    first, last = sheet.token_at(start), sheet.token_at(end)
    if sheet.quoted_within(start, end) or sheet.text[quote.end - 1] not in ".?!" or first >= last:
        return None
    verb = sheet.doc[first:last].root
    who = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if who is None or verb.tag_ not in _FINITE or not _is_speaking(verb):
        return None
    mention = sheet.mention_of(who)
    beside = [m for c in who.children if c.dep_ == "appos" and (m := sheet.mention_of(c)) is not None]
    kinds = {m.actor.kind for m in (mention, *beside) if m is not None and m.actor is not None}
    return who if "person" in kinds or who.lower_ in ("he", "she") else None


def _is_speaking(verb: Token) -> bool:
    """Whether a sentence tells that somebody speaks: "answered on television", "was blunt", "had a warning for Chad"."""
    lemma = verb.lemma_.lower()
    if "quote" in verbs().get(lemma, ()) or "clause" in verbs().get(lemma, ()) or lemma in listed("sounding"):
        return not any(child.dep_ == "neg" for child in verb.children)
    own = [child for child in verb.children if child.i > verb.i]
    if lemma == "be":
        return any(child.dep_ == "acomp" and child.lemma_.lower() in listed("tempers") for child in own)
    return lemma in ("have", "take") and any(child.lemma_ in nouns() or child.lemma_ in _WORDS for child in own)
