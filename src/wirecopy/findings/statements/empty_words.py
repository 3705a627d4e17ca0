"""Attributions that tell nothing: by a thing or by nobody, of what was not said, or with too few words of their own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.voiced import is_thing, last_noun
from wirecopy.model import Attribution, Passage, Span
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LEAST = 2  # words of content in a paraphrase: "to go that far" tells nothing without what stands before
_AHEAD = frozenset({"will", "can", "may", "might", "'ll", "’ll"})  # nothing is said yet
_NAMELESS = re.compile(r"(?:not )?to (?:be|remain|stay) (?:named|identified|quoted|anonymous|unnamed|unidentified)\b")
# Words for somebody before whom nothing tells, and for everybody: "we now know that that is so".
_POINTS_BACK = frozenset({"it", "this", "that", "we", "you", "one", "i", "us"})
_MODALS = frozenset({"could", "must", "ought"})  # what somebody might or had better say is not said
_ABOVE = _MODALS | {
    "can",
    "should",
    "would",
}  # over an infinitive: "would have you assume"; "he would say" was often said
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_BESIDE = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})
_FINITE_OR_BASE = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})
_SHARES = re.compile(
    r"%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?|tenths?|[a-z]+-in-(?:\d+|[a-z]+))\b"
    r"|\b\w+ (?:in|out of) (?:every )?(?:three|four|five|ten|3|4|5|10|100)\b",
    re.IGNORECASE,
)
_UNCOUNTED = frozenset({"some", "others", "many", "most", "several", "few", "both"})
_CROWDS = frozenset({"many", "most"})  # "many in the capital" is a mood; "others in the cabinet" are people who spoke
_SHARE_BEFORE = re.compile(r"(?:%|per ?cent)\)? (?:of )?(?:\w+ )?\Z", re.I)
_NEAR = 30  # characters before a speaker in which a share of them stands
_BARE = 4  # tokens of "it was too little"
_CLIMB = 4  # verbs above an infinitive that may leave open whether it came about


def tells(passage: Passage, said: Attribution) -> bool:
    """Whether a paraphrase tells something of somebody; quotations always do.

    Left out are those with too few words of their own, those by nobody that the text shows, that somebody would not be
    named, and how somebody is described at all times: "X accuses Y of …" tells of no day on which it was said.
    """
    if _is_by_thing(passage, said):
        return False
    cue = verb_of(passage, said)
    if cue is not None and _ends_headline(cue):
        return False
    if said.form == "direct":
        bidden = said.speaker_span is None and cue is not None and _is_bidden(cue)
        return not bidden and not all(_is_opening(passage.words(span)) for span in said.words)
    if _is_by_some(passage, said) or (cue is not None and (_is_unreal(cue) or _is_by_asker(passage, said, cue))):
        return False
    if cue is not None and _is_silence(cue):
        return False
    if said.form == "mixed" and said.speaker is None and said.speaker_span is None:
        return False
    if cue is not None and _is_pursued(cue):
        return False
    if said.form != "indirect":
        return True
    words = passage.words(said.words[0])
    if said.speaker is None and (said.speaker_span is None or passage.words(said.speaker_span).lower() in _POINTS_BACK):
        return False
    if _NAMELESS.match(words) or words.startswith(("as a ", "as an ", "as the ")):
        return False
    tokens = [t for span in said.words if (run := tokens_of(passage, span)) is not None for t in run]
    if cue is not None and _is_of_relative(cue, tokens):
        return False
    if len(tokens) <= _BARE and _is_bare(tokens):
        return False
    least = _LEAST - (any(t.dep_ in _SUBJECTS for t in tokens) or _is_denied(cue, tokens) or _is_number(cue, tokens))
    if sum(1 for t in tokens if (t.text.replace("-", "").isalpha() and not t.is_stop) or t.like_num) < least:
        return False
    if cue is None:
        return True
    if _is_mere_mention(cue, tokens) or _is_what_was_told(cue, tokens) or _is_asked(cue, tokens):
        return False
    if any(child.lower_ in _AHEAD for child in cue.children if child.dep_ == "aux") or _is_wanted(cue):
        return False
    return not _is_topic(cue, tokens) and (
        cue.tag_ not in ("VBZ", "VBP") or cue.lemma_ not in load("cues")["descriptions"]
    )


def _ends_headline(cue: Token) -> bool:
    """ "Bank is to close: report": whoever reports it is not named, and it is not the bank."""
    behind = cue.nbor() if cue.i + 1 < len(cue.doc) else None
    return cue.i > 0 and cue.nbor(-1).text == ":" and (behind is None or behind.is_space)


def _is_topic(cue: Token, tokens: list[Token]) -> bool:
    """ "commented on the draft", "said so, speaking of the summit": what was spoken of, and nothing of what was said.

    "Spoke of a dead end" tells more, "spoke of the deal" does not.
    """
    if cue.lemma_ not in load("cues")["topics"] or any(child.dep_ == "ccomp" for child in cue.children):
        return False
    first = tokens[0]
    told = first.nbor(-1).lower_ == "of" and cue.tag_ != "VBG"
    return not told or (first.lower_ in _DEFINITE and not any(t.text in "“”" for t in tokens))


def _is_bidden(cue: Token) -> bool:
    """ "(Remember “The Long Night”?)": the reader is told to do it."""
    return cue.tag_ == "VB" and cue.dep_ == "ROOT" and not any(c.dep_ in _BESIDE for c in cue.children)


@cache
def _openings() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("cues")["openings"]), re.IGNORECASE)


def _is_opening(words: str) -> bool:
    """Whether a quotation only clears the throat: “Let me be clear,” “Good evening, everybody.”"""
    return _openings().fullmatch(words.strip(" .,!?…—–-“”")) is not None


def _is_mere_mention(cue: Token, tokens: list[Token]) -> bool:
    """ "called the police", "responding to the charges": a thing is named, nothing is said of it.

    "Called him a coward", "called it dangerous" say something; so does whatever has a verb of its own.
    """
    if cue.lemma_.lower() not in load("cues")["naming"] or any(t.tag_ in _FINITE_OR_BASE for t in tokens):
        return False
    behind = [child for child in cue.children if child.i > cue.i]
    named = any(child.dep_ == "oprd" or child.lower_ == "as" or _is_wish(child) for child in behind)
    return not named and tokens[-1].pos_ != "ADJ"


def _is_wish(link: Token) -> bool:
    """ "called for calm", but not "called a summit for Friday"."""
    return link.lower_ == "for" and not any(child.ent_type_ in ("DATE", "TIME") for child in link.children)


def _is_what_was_told(cue: Token, tokens: list[Token]) -> bool:
    """ "announced it in a letter": what, the sentence before tells."""
    pointing = tokens[0].lower_ in _POINTS_BACK and tokens[0].dep_ == "dobj" and tokens[0].head == cue
    return pointing and cue.lemma_ in load("cues")["announcing"] and not any(t.tag_ in _FINITE_OR_BASE for t in tokens)


def _is_asked(cue: Token, tokens: list[Token]) -> bool:
    """ "responding to questions about the fact that …": what others asked, and whoever answers has not said."""
    links = [c for c in cue.children if c.dep_ in ("prep", "dobj") and c.i < tokens[0].i <= c.right_edge.i]
    nouns = (one for link in links for one in (link, *link.children) if one.i < tokens[0].i)
    return cue.lemma_ in load("cues")["replying"] and any(one.lemma_.lower() in load("cues")["asked"] for one in nouns)


def _is_bare(tokens: list[Token]) -> bool:
    """ "they were justified", "it was helpful": of what, nobody reads; "they would be answered" says what is to come."""
    if any(t.tag_ == "MD" and t.head.tag_ == "VBN" for t in tokens):
        return False
    points = any(t.lower_ in ("it", "they") for t in tokens[:1])
    return points and any(t.lemma_ == "be" for t in tokens) and not any(t.pos_ in ("NOUN", "PROPN") for t in tokens)


def _is_of_relative(cue: Token, tokens: list[Token]) -> bool:
    """ "A levy, which Chad wants Mali to lift": of what is said the thing stands before, outside the words."""
    which = cue.left_edge
    before = tokens[-1].i + 2 == which.i  # "said that it had come, which Roe denied"
    relative = which.lower_ == "which" and which.dep_ in ("dobj", "pobj") and cue.dep_ == "relcl"
    return relative and which not in tokens and not before


def _is_by_thing(passage: Passage, said: Attribution) -> bool:
    """Whether the words are given to what cannot speak: "the phrase warns", "his death shows"."""
    if said.speaker is not None and not said.speaker.anonymous:
        return False
    if said.speaker is not None and said.speaker.name.lower() in load("cues")["unnamed"]:
        return True
    head = _head(passage, said.speaker_span)
    if head is None or head.pos_ == "PROPN":
        return False
    if head.pos_ in ("PRON", "DET"):
        return said.speaker is not None and is_thing(last_noun(said.speaker.name))
    return head.pos_ == "NOUN" and is_thing(head.lemma_.lower())


def _is_by_some(passage: Passage, said: Attribution) -> bool:
    """Whether they are given to "some" or "others", or to a share of those who were asked, which the line would lose.

    "63 % of the voters" speak; "69 percent", and the Americans of "nearly 69 percent of Americans", do not.
    """
    head = _head(passage, said.speaker_span)
    if head is None or said.speaker_span is None:
        return False
    if said.speaker is not None and not said.speaker.anonymous and head.tag_ not in ("NNS", "NNPS"):
        return False
    name = said.speaker.name.lower() if said.speaker is not None else head.lower_
    start = said.speaker_span.start
    if (
        name in _UNCOUNTED
        or head.lower_ in _CROWDS
        or _SHARE_BEFORE.search(passage.report.text, max(0, start - _NEAR), start)
    ):
        return True
    whole = any(c.lower_ == "of" and any(o.pos_ in ("NOUN", "PROPN") for o in c.children) for c in head.children)
    return not whole and bool(_SHARES.search(passage.words(said.speaker_span)))


def _is_by_asker(passage: Passage, said: Attribution, cue: Token) -> bool:
    """ "A reporter asked whether …": what the press asks, nobody of the story says."""
    head = _head(passage, said.speaker_span) if cue.lemma_ == "ask" else None
    return head is not None and head.lemma_.lower() in load("cues")["askers"]


def _is_silence(cue: Token) -> bool:
    """ "declined to say who had asked for it", "refused to comment on the report": what is not told."""
    if cue.lemma_ not in ("decline", "refuse"):
        return False
    return any(child.dep_ == "xcomp" and child.lemma_ in load("cues")["telling"] for child in cue.children)


def _head(passage: Passage, span: Span | None) -> Token | None:
    run = tokens_of(passage, span) if span is not None else None
    return run.root if run is not None and len(run) else None


def _is_unreal(cue: Token) -> bool:
    """Whether a cue never came about for all that the text tells: "we must conclude", "will have to promise"."""
    for step in range(_CLIMB):
        helpers = {child.lower_ for child in cue.children if child.dep_ == "aux"}
        if helpers & (_ABOVE if step else _MODALS) or (step and cue.lemma_ == "have" and helpers & _AHEAD):
            return True
        if cue.tag_ != "VB" or cue.dep_ not in ("xcomp", "advcl", "ccomp", "relcl", "acl", "conj"):
            return False
        cue = cue.head
    return False


def _is_pursued(cue: Token) -> bool:
    """Whether somebody does a thing in order to: "ways to encourage firms", "gathered to oppose the bill"."""
    if cue.tag_ != "VB" or not any(child.lower_ == "to" and child.dep_ == "aux" for child in cue.children):
        return False
    if cue.dep_ in ("acl", "relcl"):
        return cue.head.lemma_.lower() not in load("cues")["platforms"]
    return cue.dep_ in ("advcl", "xcomp", "conj") and cue.lemma_ in load("cues")["pursued"]


def _is_denied(cue: Token | None, tokens: list[Token]) -> bool:
    """ "denied any involvement", "denies wrongdoing": a single word says what is denied."""
    return cue is not None and cue.lemma_ == "deny" and any(t.pos_ == "NOUN" for t in tokens)


def _is_number(cue: Token | None, tokens: list[Token]) -> bool:
    """ "spoke of about 20,000", "put it at 300": what is counted, the words before tell."""
    giving = (*load("cues")["topics"], *load("cues")["giving"])
    return cue is not None and cue.lemma_ in giving and any(t.like_num for t in tokens)


def _is_wanted(cue: Token) -> bool:
    """ "wants to join", "push for guarantees": what somebody is after; a clause or an order is told ("wants them to go")."""
    said = any(child.dep_ == "ccomp" for child in cue.children)
    return cue.lemma_ in load("cues")["wanting"] and not said


def verb_of(passage: Passage, said: Attribution) -> Token | None:
    run = tokens_of(passage, said.cue) if said.cue is not None else None
    return run[0] if run is not None and len(run) else None


def tokens_of(passage: Passage, span: Span) -> Tokens | None:
    return passage.doc.char_span(span.start, span.end, alignment_mode="expand")
