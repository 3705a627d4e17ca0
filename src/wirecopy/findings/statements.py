"""Statements: one for each utterance that the text attributes to somebody and that tells something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.finder import Finder
from wirecopy.findings.trailing import own_words
from wirecopy.findings.voiced import is_thing, last_noun
from wirecopy.model import Attribution, Claim, Passage, Span, Statement, claim
from wirecopy.notes import Notes
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LEAST = 2  # words of content in a paraphrase: "to go that far" tells nothing without what stands before
_AHEAD = frozenset({"will", "can", "may", "might", "'ll", "’ll"})  # nothing is said yet
_HELPERS = 4  # tokens between a helping verb and its verb: "has, as he said before, denied" is shown as "denied"
_TOLD = 4  # tokens of those who are told
_NAMELESS = re.compile(r"(?:not )?to (?:be|remain|stay) (?:named|identified|quoted|anonymous|unnamed|unidentified)\b")
# Words for somebody before whom nothing tells, and for everybody: "we now know that that is so".
_POINTS_BACK = frozenset({"it", "this", "that", "we", "you", "one", "i", "us"})
_MODALS = frozenset({"could", "must", "ought"})  # what somebody might or had better say is not said
_ABOVE = _MODALS | {"should", "would"}  # over an infinitive: "would have you assume"; "he would say" was often said
_FINITE_OR_BASE = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})
_SHARES = re.compile(r"%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?|tenths?|[a-z]+-in-(?:\d+|[a-z]+))\b", re.I)
_UNCOUNTED = frozenset({"some", "others", "many", "most", "several", "few", "both"})
_CROWDS = frozenset({"many", "most"})  # "many in the capital" is a mood; "others in the cabinet" are people who spoke
_SHARE_BEFORE = re.compile(r"(?:%|per ?cent)\)? (?:of )?(?:\w+ )?\Z", re.I)
_NEAR = 30  # characters before a speaker in which a share of them stands
_BARE = 4  # tokens of "it was too little"
_CLIMB = 4  # verbs above an infinitive that may leave open whether it came about


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """One claim for each attribution that tells something, with the spans of its speaker, its cue and its words."""
    kept = [said for one in passage.attributions if _tells(passage, said := own_words(passage, one))]
    return (_claim(passage, said) for said in kept if not _is_told_within(kept, said))


def _tells(passage: Passage, said: Attribution) -> bool:
    """Whether a paraphrase tells something of somebody; quotations always do.

    Left out are those with too few words of their own, those by nobody that the text shows, that somebody would not be
    named, and how somebody is described at all times: "X accuses Y of …" tells of no day on which it was said.
    """
    if _is_by_thing(passage, said):
        return False
    if said.form == "direct":
        return not all(_is_opening(passage.words(span)) for span in said.words)
    cue = _verb(passage, said)
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
    tokens = [t for span in said.words if (run := _tokens(passage, span)) is not None for t in run]
    if len(tokens) <= _BARE and _is_bare(tokens):
        return False
    least = _LEAST - (any(t.dep_ in ("nsubj", "nsubjpass") for t in tokens) or _is_denied(cue, tokens))
    if sum(1 for t in tokens if (t.is_alpha and not t.is_stop) or t.like_num) < least:
        return False
    if cue is None:
        return True
    if _is_mere_mention(cue, tokens) or _is_what_was_told(cue, tokens):
        return False
    if any(child.lower_ in _AHEAD for child in cue.children if child.dep_ == "aux") or _is_wanted(cue):
        return False
    topic = cue.lemma_ in load("cues")["topics"] and not any(c.dep_ == "ccomp" for c in cue.children)
    topic = topic and tokens[0].nbor(-1).lower_ != "of"  # "spoke of a dead end" tells more than of what was spoken
    return not topic and (cue.tag_ not in ("VBZ", "VBP") or cue.lemma_ not in load("cues")["descriptions"])


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
    named = any(child.dep_ == "oprd" or child.lower_ in ("for", "as") for child in cue.children if child.i > cue.i)
    return not named and tokens[-1].pos_ != "ADJ"


def _is_what_was_told(cue: Token, tokens: list[Token]) -> bool:
    """ "announced it in a letter": what, the sentence before tells."""
    pointing = tokens[0].lower_ in _POINTS_BACK and tokens[0].dep_ == "dobj" and tokens[0].head == cue
    return pointing and cue.lemma_ in load("cues")["announcing"] and not any(t.tag_ in _FINITE_OR_BASE for t in tokens)


def _is_bare(tokens: list[Token]) -> bool:
    """ "they were justified", "it was helpful": of what, nobody reads."""
    points = any(t.lower_ in ("it", "they") for t in tokens[:1])
    return points and any(t.lemma_ == "be" for t in tokens) and not any(t.pos_ in ("NOUN", "PROPN") for t in tokens)


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
    if head is None or said.speaker_span is None or (said.speaker is not None and not said.speaker.anonymous):
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
    run = _tokens(passage, span) if span is not None else None
    return run.root if run is not None and len(run) else None


def _is_unreal(cue: Token) -> bool:
    """Whether a cue never came about for all that the text tells: "we must conclude", "what could it do to persuade"."""
    for step in range(_CLIMB):
        if any(child.dep_ == "aux" and child.lower_ in (_ABOVE if step else _MODALS) for child in cue.children):
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
        return cue.head.lemma_.lower() not in load("cues")["occasions"]
    return cue.dep_ in ("advcl", "xcomp", "conj") and cue.lemma_ in load("cues")["pursued"]


def _is_denied(cue: Token | None, tokens: list[Token]) -> bool:
    """ "denied any involvement", "denies wrongdoing": a single word says what is denied."""
    return cue is not None and cue.lemma_ == "deny" and any(t.pos_ == "NOUN" for t in tokens)


def _is_wanted(cue: Token) -> bool:
    """ "wants to join", "push for guarantees": what somebody is after; a clause or an order is told ("wants them to go")."""
    said = any(child.dep_ == "ccomp" for child in cue.children)
    return cue.lemma_ in load("cues")["wanting"] and not said


def _is_told_within(kept: list[Attribution], said: Attribution) -> bool:
    """Whether a paraphrase stands in full in what its teller is quoted as saying, so that it is one line already."""
    if said.form == "direct" or not said.said_by:
        return False
    first, last = said.words[0].start, said.words[-1].end
    return any(
        other.speaker is not None
        and other.speaker.id == said.said_by[0].id
        and any(piece.start <= first and last <= piece.end for piece in other.words)
        for other in kept
        if other is not said
    )


def _claim(passage: Passage, said: Attribution) -> Claim:
    statement = Statement(
        speaker=said.speaker,
        words=_joined(passage, said),
        form=said.form,
        said_by=said.said_by,
        addressee=said.addressee,
        medium=said.medium,
        when=said.when,
        cue=_shown(passage, said),
    )
    spans = {"speaker": _one(said.speaker_span), "cue": _one(said.cue), "words": said.words}
    return claim(statement, spans, FINDER.rule)


def _joined(passage: Passage, said: Attribution) -> str:
    """The pieces as one text: the comma before “he said” is a full stop where a new sentence follows it.

    Pieces of a paraphrase keep the comma that stood around the attribution where the first is a clause of its own.
    """
    text, end = "", 0
    for span in said.words:
        piece = passage.words(span)
        if text and said.form == "direct" and text[-1].isalnum() and piece[:1].isupper():
            text += "." if ". " in passage.report.text[end : span.start] else ""
        end = span.end
        if text.endswith(",") and piece[:1].isupper():
            text = text[:-1] + "."
        elif text and said.form != "direct" and text[-1].isalnum() and _has_verb(passage, said.words[0]):
            text += "" if _is_broken(passage, said.words[0]) else ","
        text = f"{text} {piece}" if text else piece
    return text.rstrip(", ") if len(said.words) > 1 or said.form != "indirect" else text


def _has_verb(passage: Passage, span: Span) -> bool:
    run = _tokens(passage, span)
    return run is not None and any(token.tag_ in _FINITE_OR_BASE and token.tag_ != "VB" for token in run)


def _is_broken(passage: Passage, span: Span) -> bool:
    """Whether a piece ends with a helping verb, so that its clause goes on behind the attribution: "there was | no sign"."""
    run = _tokens(passage, span)
    return run is not None and (run[-1].lemma_ == "be" or run[-1].tag_ == "MD")


def _shown(passage: Passage, said: Attribution) -> str | None:
    """The cue with its helping verbs and those who are told: "has denied", "told reporters", "according to"."""
    verb = _verb(passage, said)
    if verb is None or said.cue is None:
        return passage.words(said.cue) if said.cue else None
    first, last = verb.i, verb.i
    helpers = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i and c.lower_ != "to"]
    if helpers and verb.i - helpers[0] <= _HELPERS and not any(t.is_punct for t in verb.doc[helpers[0] : verb.i]):
        first = helpers[0]
    told = next((child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i), None)
    if verb.lower_ == "according":
        last += 1
    elif told is not None and verb.lemma_ == "tell" and told.left_edge.i == last + 1 and told.i - last <= _TOLD:
        last = told.i
    link = verb.doc[last + 1] if last + 1 < len(verb.doc) else verb
    if link.dep_ == "prep" and link.head == verb and said.words[0].start == link.idx + len(link) + 1:
        last += 1  # "warned of", "called for": the words alone would say something else
    shown = verb.doc[first : last + 1]
    inside = any(span.start < shown.end_char and shown.start_char < span.end for span in said.words)
    return verb.text if inside or "\n" in shown.text else shown.text


def _verb(passage: Passage, said: Attribution) -> Token | None:
    run = _tokens(passage, said.cue) if said.cue is not None else None
    return run[0] if run is not None and len(run) else None


def _tokens(passage: Passage, span: Span) -> Tokens | None:
    return passage.doc.char_span(span.start, span.end, alignment_mode="expand")


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()


FINDER = Finder("statements", 4, find)
