"""Conditions: the words that say on what a threat, promise or offer hangs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_MARKERS = re.compile(
    r"\b(?:(?P<reward>in\s+(?:return|exchange)\s+for|on\s+(?:the\s+)?condition\s+that|provided(?:\s+that)?(?!\s+(?:to|by|for|with|in|under|through)\b)|providing\s+that)"
    r"|(?P<bare>if\s+not(?=,)|otherwise|or\s+else|failing\s+that|if\s+(?:necessary|needed|required|provoked)|failing\s+which)"
    r"|(?P<noun>in\s+(?:the\s+)?(?:case|event)\s+of|in\s+response\s+to(?=\s+(?:any|an?|further|more|every|another|such|new)\b)|in\s+(?=any\s+(?:[\w-]+\s+)?(?:attack|war|conflict|invasion|aggression|assault)\b)|for\s+(?=(?:every|each)\s)"
    r"|(?<=\bbut\s)only\s+with|in\s+the\s+absence\s+of|(?:failing|barring|pending|subject\s+to)(?=\s+(?:an?|the|any|its|their|his|her|[A-Z])\b)|(?<![^\s“\"])Without(?=\s))"
    r"|(?P<clause>only\s+(?:if|after|once)|even\s+if|only\s+when|if|(?:unless|until),?\s+(?:or|and)\s+(?:until|unless)(?:,\s+)?|unless|once|as\s+soon\s+as(?!\s+possible)|assuming(?:\s+that)?|(?:as|so)\s+long\s+as(?!\s+possible)|until|in\s+(?:the\s+event|case)\s+that|in\s+case(?!\s+(?:of|in)\b)|the\s+moment)"
    r"|(?P<should>should|were))\b",
    re.IGNORECASE,
)  # fmt: skip


_WHETHER = frozenset(("ask", "wonder", "know", "see", "doubt", "question", "check"))


def _plain(marker: str) -> str:
    """A marker in small letters; of "unless, or until," the first word."""
    return _DOUBLE.sub(r"\1", " ".join(marker.lower().split()))


_DOUBLE = re.compile(r"^(unless|until),? (?:or|and) .*")


def with_marker(text: str, words: tuple[int, int]) -> tuple[int, int]:
    """A condition's words with the "if", "unless" or "provided that" before them."""
    found = _before(text, words[0])
    return (found.start(), words[1]) if found else words


def _before(text: str, start: int) -> re.Match[str] | None:
    """The marker right before some words."""
    near = _MARKERS.finditer(text, max(0, start - 24), start + 40)
    return next((hit for hit in near if hit.end() <= start and not text[hit.end() : start].strip()), None)


_TURNING = re.compile(
    r"(?P<marker>unless|until|(?:only|even)(?:\s+(?:if|when|with|after|once))?|(?:as|so)\s+long\s+as|in\s+(?:return|exchange)\s+for|should|were"
    r"|without|in\s+the\s+absence\s+of|failing|barring|pending|subject\s+to)",
    re.IGNORECASE,
)
_PARTED = re.compile(_TURNING.pattern + r"\s+(?P<words>.+)", re.DOTALL)


def turned(text: str, words: tuple[int, int]) -> str | None:
    """The marker of a condition that says more than "if" ("unless", "until", "as long as"), in small letters; else None.

    Without it "close the border — if: the men were freed" tells the contrary of "unless the men were freed".
    """
    found = _before(text, words[0])
    marker = _plain(found[0]) if found else ""
    return marker if _TURNING.fullmatch(marker) else None


def parted(condition: str) -> tuple[str, str]:
    """A commitment's condition as its marker ("if" where it has no other) and its words."""
    found = _PARTED.fullmatch(condition)
    return (found["marker"], found["words"]) if found else ("if", condition)


_OPENING = frozenset(("“", '"', "that", "but", "and"))


class Condition(NamedTuple):
    """`start` to `end` is the whole condition with its marker, `words` the stretch that tells what would have to happen."""

    start: int
    end: int
    words: tuple[int, int]
    marker: str
    root: Token | None


def conditions(text: str, sentence: Tokens, start: int, end: int) -> tuple[Condition, ...]:
    """The conditions between two characters of a sentence, in text order, none inside another."""
    found: list[Condition] = []
    for hit in _MARKERS.finditer(text, max(start, sentence.start_char), min(end, sentence.end_char)):
        if found and hit.start() < found[-1].end:
            continue
        condition = _condition(text, sentence, hit, min(end, sentence.end_char))
        if condition is not None:
            found.append(condition)
    return tuple(found)


def _condition(text: str, sentence: Tokens, hit: re.Match[str], end: int) -> Condition | None:
    doc = sentence.doc
    tokens = doc.char_span(hit.start(), hit.end(), alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    marker = _plain(hit[0])
    if marker == "otherwise" and _is_manner(tokens[0]):
        return None
    if hit.lastgroup == "bare":
        return Condition(hit.start(), hit.end(), hit.span(), marker, None)
    if hit.lastgroup == "should" and not (_inverted(tokens[0]) and (marker == "should" or _to_behind(tokens[0]))):
        return None
    if marker == "without" and not (tokens[0].is_sent_start or tokens[0].nbor(-1).lower_ in _OPENING):
        return None  # "left without a deal"
    if marker == "once" and tokens[0].dep_ not in ("mark", "advmod"):
        return None
    begin = hit.end() + len(text[hit.end() : end]) - len(text[hit.end() : end].lstrip())
    root = _main(_root(tokens, hit.lastgroup or ""), sentence)
    if marker == "once" and (root is None or root.pos_ not in ("VERB", "AUX") or root.i < tokens[0].i):
        return None
    if marker == "if" and root is not None and root.dep_ in ("ccomp", "advcl") and root.head.lemma_ in _WHETHER:
        return None  # asked if the president meant it
    if marker == "until" and (root is None or root.pos_ not in ("VERB", "AUX")):
        return None  # until Friday: a deadline
    stop = _trimmed(text, _stop(doc, sentence, tokens, root, end))
    stop += 3 if text[stop : stop + 3].lower() in ("n't", "n’t") else 0  # "if they don't"
    return Condition(hit.start(), stop, (begin, stop), marker, root) if stop > begin else None


def _is_manner(otherwise: Token) -> bool:
    """ "To sell or otherwise close the mine", "said otherwise": how something is done, or what is said."""
    if otherwise.i == 0 or otherwise.is_sent_start or otherwise.nbor(-1).is_punct:
        return False
    following = otherwise.doc[min(otherwise.i + 1, len(otherwise.doc) - 1)]
    return "VERB" in (otherwise.nbor(-1).pos_, following.pos_)


def _inverted(should: Token) -> bool:
    """Is it the "should" of "Should the talks collapse", before its subject?"""
    following = should.doc[should.i + 1] if should.i + 1 < len(should.doc) else None
    if following is None or following.pos_ not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
        return False
    before = should.doc[should.i - 1] if should.i else None
    opens = before is None or before.is_punct or before.is_space or should.is_sent_start
    doers = [c for c in should.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    return opens or any(c.i > should.i for c in doers) or not any(c.i < should.i for c in doers)


def _to_behind(were: Token) -> bool:
    """Is it the "were" of "were Oslo to sign", at the head of its clause and before a subject and its "to"?"""
    after = were.doc[were.i + 1 : min(were.i + 10, were.sent.end)]
    clause = next((t for t in after if t.is_punct or t.tag_ in ("TO", "VBD", "VBZ", "VBP", "MD")), None)
    opens = bool(were.is_sent_start) or were.nbor(-1).is_punct
    return opens and clause is not None and clause.tag_ == "TO"


def _root(tokens: Tokens, group: str) -> Token | None:
    """The verb (or noun) of the condition."""
    if group == "should":
        word = tokens[0]
        behind = (t.head for t in word.doc[word.i + 1 : min(word.i + 10, word.sent.end)] if t.tag_ == "TO")
        return word.head if word.lower_ == "should" else next(behind, word)
    last = tokens[-1]
    if group in ("noun", "reward") and (last.pos_ == "ADP" or last.lower_ in ("failing", "barring", "pending")):
        return next((c for c in last.children if c.dep_ in ("pobj", "pcomp", "dobj")), None)
    return last.head if last.head not in tokens and last.head.i > last.i else None


def _main(root: Token | None, sentence: Tokens) -> Token | None:
    """The finite verb behind a deed that the parse takes for one: "if shelling from the hills does not stop"."""
    if root is None or root.tag_ != "VBG" or root.right_edge.i + 1 >= sentence.end:
        return root
    after = root.right_edge.nbor()
    if after.tag_ not in ("VBZ", "VBD", "VBP"):
        return root
    return after.head if after.dep_ in ("aux", "auxpass") else after


def _stop(doc: Doc, sentence: Tokens, tokens: Tokens, root: Token | None, end: int) -> int:
    """Where the condition ends: with its clause; one that opens the sentence ends at its comma."""
    first = tokens[0].i
    opening = (
        first == sentence.start
        or doc[first - 1].is_punct
        or doc[first - 1].lower_ in ("that", "and", "but", "only", "even")
    )
    limit = end
    comma = next(
        (t for t in doc[tokens[-1].i + 1 : sentence.end] if t.text in (",", ";", ":", "—", "–", "”") and t.idx < end),
        None,
    )
    if comma is not None and (opening or not _lists_on(doc, comma)):
        limit = min(limit, comma.idx)
    if root is not None:
        edge = root.right_edge
        own = edge.idx + len(edge.text)
        main = comma is None or any(t.tag_ == "MD" for t in doc[edge.i + 1 : comma.i])
        if first < root.i <= edge.i and own < limit and (not opening or main):
            limit = own
    if root is not None and root.pos_ in ("NOUN", "PROPN"):
        limit = min(limit, _second_phrase(root, limit))
    return limit


def _second_phrase(noun: Token, limit: int) -> int:
    """Where a second noun phrase begins right behind a noun: "in case of another landing | his frigates would …"."""
    for token in noun.doc[noun.i + 1 : noun.i + 12]:
        if token.idx >= limit:
            break
        if token.pos_ in ("DET", "PRON") and token.nbor(-1).pos_ == "NOUN":
            return token.idx
    return limit


def _lists_on(doc: Doc, comma: Token) -> bool:
    """Does the comma only divide a list or an aside of the condition?"""
    following = doc[comma.i + 1] if comma.i + 1 < len(doc) else None
    return (
        following is not None
        and comma.text == ","
        and following.pos_ in ("NUM", "ADJ")
        and following.dep_ in ("conj", "amod", "nummod")
    )


def _trimmed(text: str, end: int) -> int:
    while end and (text[end - 1].isspace() or text[end - 1] in ".,;:”\"»!’'"):
        end -= 1
    return end
