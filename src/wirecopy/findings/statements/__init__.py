"""Statements: one for each utterance that the text attributes to somebody and that tells something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wirecopy.findings.communiques import issuer
from wirecopy.findings.finder import Finder
from wirecopy.findings.statements.empty_words import tells, tokens_of, verb_of
from wirecopy.findings.statements.spokesmen import named_in_full
from wirecopy.findings.statements.trailing import own_words
from wirecopy.model import Actor, Attribution, Claim, Passage, Span, Statement, claim
from wirecopy.notes import Notes
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN = re.compile(r"[^\W_]”?\Z")  # the end of a piece that has no mark: not “very high,”
_HELPERS = 4  # tokens between a helping verb and its verb: "has, as he said before, denied" is shown as "denied"
_VERDICT = 3  # tokens between a cue and the report's verdict: "claimed, without evidence"
_TOLD = 4  # tokens of those who are told
_FINITE_OR_BASE = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """One claim for each attribution that tells something, with the spans of its speaker, its cue and its words."""
    kept = [said for one in passage.attributions if tells(passage, said := own_words(passage, one))]
    return (_claim(passage, said) for said in kept if not _is_told_within(kept, said))


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
        speaker=named_in_full(passage, said),
        words=_joined(passage, said),
        form=said.form,
        said_by=said.said_by or _issuer(passage, said.speaker),
        addressee=said.addressee,
        medium=said.medium,
        when=said.when,
        cue=_shown(passage, said),
    )
    spans = {"speaker": _one(said.speaker_span), "cue": _one(said.cue), "words": said.words}
    return claim(statement, spans, FINDER.rule)


def _issuer(passage: Passage, speaker: Actor | None) -> tuple[Actor, ...]:
    """The state that tells, in a bulletin of its own, what another state's president or minister said to it."""
    if speaker is None or speaker.kind != "person" or speaker.anonymous or speaker.country is None:
        return ()
    state = issuer(passage)
    return (state,) if state is not None and state.country != speaker.country else ()


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
        elif said.form != "direct" and _OPEN.search(text) and _has_verb(passage, said.words[0]):
            text += "" if _is_broken(passage, said.words[0]) else ","
        text = f"{text} {piece}" if text else piece
    return text.rstrip(", ") if len(said.words) > 1 or said.form != "indirect" else text


def _has_verb(passage: Passage, span: Span) -> bool:
    run = tokens_of(passage, span)
    return run is not None and any(token.tag_ in _FINITE_OR_BASE and token.tag_ != "VB" for token in run)


def _is_broken(passage: Passage, span: Span) -> bool:
    """Whether a piece ends with a helping verb, so that its clause goes on behind the attribution: "there was | no sign"."""
    run = tokens_of(passage, span)
    return run is not None and (run[-1].lemma_ == "be" or run[-1].tag_ == "MD")


def _shown(passage: Passage, said: Attribution) -> str | None:
    """The cue with its helping verbs and those who are told: "has denied", "told reporters", "according to"."""
    verb = verb_of(passage, said)
    if verb is None or said.cue is None:
        return passage.words(said.cue) if said.cue else None
    shown, verdict = _with_helpers(said, verb), _verdict(verb)
    if not verdict or verdict in shown:
        return shown
    return f"{shown} {verdict}" if " " in verdict else f"{verdict} {shown}"


def _verdict(verb: Token) -> str:
    """What the report itself holds of the words, without which they would stand as true: "falsely", "without evidence"."""
    found = (c for c in verb.children if c.dep_ in ("advmod", "prep") and abs(c.i - verb.i) <= _VERDICT)
    phrases = (" ".join(t.lower_ for t in c.subtree if not t.is_punct) for c in found)
    return next((phrase for phrase in phrases if phrase in load("cues")["verdicts"]), "")


def _with_helpers(said: Attribution, verb: Token) -> str:
    """A cue as it stands in its report."""
    first, last = _first_helper(verb), verb.i
    told = next((child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i), None)
    if verb.lower_ == "according" or verb.doc[last : last + 2][-1].dep_ == "prt":  # "went on"
        last += 1
    elif told is not None and _is_told(verb, told, said) and told.left_edge.i == last + 1 and told.i - last <= _TOLD:
        last = told.i
    link = next((c for c in verb.children if c.dep_ == "prep" and _leads_to(c, said)), None)
    if link is not None and link.i > last + 1:  # "spoke on television of a dead end", "put it on Monday at 300"
        thing = verb.nbor().text if verb.nbor().tag_ == "PRP" else ""  # the link stands behind it
        return " ".join(filter(None, (verb.doc[first : last + 1].text, thing, link.text)))
    if link is not None:
        last = _whole(link).i  # "warned of", "called for": the words alone would say something else
    shown = verb.doc[first : last + 1]
    inside = any(span.start < shown.end_char and shown.start_char < span.end for span in said.words)
    return verb.text if inside or "\n" in shown.text else shown.text


def _first_helper(verb: Token) -> int:
    """Where a cue begins: with its helping verbs; of "it was stated by the envoy" with what the envoy did."""
    if {"agent", "auxpass"} <= {child.dep_ for child in verb.children}:
        return verb.i
    helpers = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
    helpers = [i for i in helpers if verb.doc[i].tag_ not in ("VBG", "TO")]  # "officials speaking in private put"
    near = helpers and verb.i - helpers[0] <= _HELPERS and not any(t.is_punct for t in verb.doc[helpers[0] : verb.i])
    return helpers[0] if near else verb.i


def _leads_to(link: Token, said: Attribution) -> bool:
    """Whether what was said begins right behind a preposition, or behind its phrase: "gave as his reasons"."""
    whole = _whole(link)
    return said.words[0].start == whole.idx + len(whole) + 1


def _whole(link: Token) -> Token:
    return link.right_edge if link.lower_ == "as" else link


def _is_told(verb: Token, told: Token, said: Attribution) -> bool:
    """ "told reporters", "has warned Chad that": whoever hears it, and does not speak ("…, informed the ministry")."""
    speaks = said.speaker_span is not None and said.speaker_span.start <= told.idx < said.speaker_span.end
    return verb.lemma_ in load("cues")["hearing"] and not speaks


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()


FINDER = Finder("statements", 7, find)
