"""Whose words those of "the report", "the company", "its account" are: who wrote it, which firm was named, whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wirecopy.language.cue_words import listed
from wirecopy.language.sheet import Sheet
from wirecopy.language.speech import chains, speakers
from wirecopy.language.speech.chains import Link
from wirecopy.model import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = re.compile(r"[\w’'.%&-]+(?: [\w’'.%&-]+){0,7}")
_ONE_OF = re.compile(r"\w+ of (?=(?:his|her|its|their)\b)", re.IGNORECASE)
_RIGHT_BEHIND = 100  # characters
_BACK = 250  # tokens between a writing and who issued it


def phrase_of(sheet: Sheet, head: Token | None) -> Span | None:
    """The speaker's noun phrase, where it runs into a quote or another line only up to there."""
    if head is None:
        return None
    start, end = speakers.phrase(head)
    while start < head.i and (sheet.quoted(sheet.doc[start].idx) or "\n" in sheet.text_of(start, head.i)):
        start += 1
    while end - 1 > head.i and (sheet.quoted(sheet.doc[end - 1].idx) or "\n" in sheet.text_of(head.i, end)):
        end -= 1
    piece = sheet.piece((start, end))
    return Span(sheet.passage.report.id, *piece) if piece else None


def plain(sheet: Sheet, span: Span) -> str:
    """The words of a speaker's phrase on one line, without the article and what a bracket adds."""
    words = " ".join(sheet.passage.words(span).split())
    return re.sub(r"^(?:the|a|an|this|that|these|those) ", "", words.split(" (")[0], flags=re.IGNORECASE)


def is_described(actor: Actor) -> bool:
    return actor.id.startswith("group:")


def firm_before(sheet: Sheet, head: Token) -> Token | None:
    """The firm that "the company" means: the one whose name is the subject of this paragraph last."""
    if head.lower_ not in listed("firms") or head.i == 0 or head.nbor(-1).lower_ != "the":
        return None
    line = sheet.line(head.idx)[0]
    for i in range(head.sent.start - 1, max(-1, head.i - _BACK), -1):
        token = sheet.doc[i]
        if token.idx < line:
            return None
        if token.dep_ in ("nsubj", "nsubjpass") and (token.ent_type_ == "ORG" or _is_unknown_name(sheet, token)):
            span = phrase_of(sheet, token)
            return token if span is not None and NAME.fullmatch(plain(sheet, span)) else None
    return None


def _is_unknown_name(sheet: Sheet, token: Token) -> bool:
    """Whether a word is written as a name and is of nobody whom the gazetteer or the text makes known."""
    mention = sheet.mention_of(token)
    unknown = mention is None or mention.actor is None
    written = sheet.doc[token.left_edge.i : token.i + 1]
    named = token.pos_ in ("PROPN", "NOUN") and all(word.text[:1].isupper() and word.pos_ != "DET" for word in written)
    kind = token.ent_type_ in ("", "ORG", "PRODUCT") or (len(written) > 1 and token.ent_type_ not in ("GPE", "NORP"))
    return unknown and named and kind and token.lower_ not in listed("speaking")


def owned(sheet: Sheet, span: Span, name: str) -> str:
    """The name with its owner's in place of "his", "her", "its" or "their", where the text shows whose it is."""
    begun = _ONE_OF.match(name)
    first = sheet.doc[sheet.token_at(span.start) + (2 if begun else 0)]
    actor = owner(sheet, span, first)
    before, said = (begun[0], name[begun.end() :]) if begun else ("", name)
    if actor is None or not said.lower().startswith(f"{first.lower_} "):
        return name
    return f"{before}{actor.name}'s {said[len(first) + 1 :]}"


def owner(sheet: Sheet, span: Span, pronoun: Token) -> Actor | None:
    """Whom "his", "her", "its" or "their" means in a speaker's phrase."""
    alone = Span(span.report_id, pronoun.idx, pronoun.idx + len(pronoun))
    owners = (mention.actor for mention in sheet.mentions if mention.span == alone and pronoun.tag_ == "PRP$")
    return next(owners, None)


def writer(sheet: Sheet, link: Link, head: Token, name: str, before: Sequence[Link]) -> Actor | None:
    """Whose "the report" or "the statement" is: who issued the one told of before, else who is quoted right before."""
    if name not in listed("writings") and name not in listed("papers"):
        return None
    for i in range(head.i - 1, max(-1, head.i - _BACK), -1):
        token = sheet.doc[i]
        of = speakers.issuer(token) if token.lemma_ == head.lemma_ and token.pos_ == "NOUN" else None
        mention = sheet.mention_of(of) if of is not None else None
        if mention is not None and mention.actor is not None and not chains.is_joint(sheet, mention):
            return mention.actor
    if name not in listed("papers"):
        return _author(before[-1], link) if before else None
    start = link.said.pieces[0][0]
    near = (one.speaker for one in reversed(before) if start - one.said.pieces[-1][1] < _RIGHT_BEHIND)
    return next((actor for actor in near if actor is not None and not is_described(actor)), None)


def _author(before: Link, link: Link) -> Actor | None:
    """The body that is quoted right before, or tells what is; an office is none, for papers that are handed to it."""
    tellers = (*before.behind, before.speaker)
    author = next((actor for actor in tellers if actor is not None and actor.kind == "organisation"), None)
    return author if link.said.pieces[0][0] - before.said.pieces[-1][1] < _RIGHT_BEHIND else None
