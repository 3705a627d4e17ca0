"""The circumstances of an utterance: to whom, through what and when, as its attribution tells."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from wirecopy.language import clauses
from wirecopy.language.cue_words import is_cue
from wirecopy.language.days import frames
from wirecopy.language.days.days_beside import day_behind, days_beside
from wirecopy.language.days.laid_out import Frames, Scene
from wirecopy.language.days.told_days import is_ahead, is_looking_at, plain
from wirecopy.language.media import medium as medium_of
from wirecopy.language.sheet import Piece, Sheet, Utterance
from wirecopy.language.speech import speakers
from wirecopy.model import Actor, Expression

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENT = frozenset({"send", "letter", "address", "message", "note", "reply", "appeal", "write"})
# Words that begin a time which is not the narrative's day.
_ELSEWHEN = frozenset({"before", "ahead", "until", "since", "prior", "earlier", "previously", "recently", "repeatedly", "once",
    "often", "long", "always", "never", "later", "when", "whenever", "afterwards", "twice", "then"})  # fmt: skip
_LONGEST = 600  # characters of an attribution: a garbled sentence may run over pages
_SHORTEST = 3  # characters of a pronoun: he, she, they stand for nobody new
_CLOSE = 1500  # characters within which a speaker who goes on still speaks on the day that was named


def place(sheet: Sheet, said: Utterance) -> Piece:
    """The stretch that belongs to the attribution: from the first word that hangs on the cue up to what was said."""
    start, end = said.phrase
    if said.cue is not None and said.frame not in ("quote", "aside", "goes on"):
        first = sheet.doc[said.cue.left_edge.i].idx
        if said.cue.dep_ == "relcl":  # "a call on Monday in which she said": the call and its day
            first = min(first, sheet.doc[said.cue.head.left_edge.i].idx)
        elif said.cue.dep_ == "pcomp":  # "on Thursday, CNN quoted X as saying"
            first = min(first, sheet.doc[said.cue.head.head.left_edge.i].idx)
        start, end = min(start, first), max(end, min(said.cue.idx + len(said.cue), said.pieces[0][0]))
    return max(start, end - _LONGEST), end


def when(sheet: Sheet, said: Utterance, where: Piece) -> Expression | None:
    """The date or time that stands in the attribution, the nearest to the cue."""
    if said.cue is None:
        return None
    aside = _described(sheet, said.speaker)
    found = [
        expression
        for expression in sheet.expressions_in(*where)
        if expression.kind in ("date", "time")
        and expression.form != "reference"
        and not is_ahead(sheet.passage.report.published, expression)
        and not _inside((*said.pieces, *aside), expression.span.start)
        and not _is_of_another_thing(sheet, expression)
    ]
    cue = said.cue.idx
    return min(found, key=lambda expression: (abs(expression.span.start - cue), expression.span.start), default=None)


def _is_of_another_thing(sheet: Sheet, expression: Expression) -> bool:
    """Whether a time is that of what the speaker looks at: "he wrote, referring to events on Monday"."""
    word = sheet.doc[min(sheet.token_at(expression.span.start), len(sheet.doc) - 1)]
    verb, _ = clauses.governor(word, expression.span)
    return verb is not None and is_looking_at(verb)


def _described(sheet: Sheet, speaker: Token | None) -> tuple[Piece, ...]:
    """Clauses that describe the speaker, whose times are none of the utterance: "the envoy, who came in May, said"."""
    if speaker is None:
        return ()
    clauses = [child for child in speaker.children if child.dep_ in ("relcl", "acl", "appos")]
    runs = [(child.left_edge.i, child.right_edge.i + 1) for child in clauses]
    places = [child for child in speaker.children if child.dep_ == "prep" and child.lower_ in ("from", "of", "in")]
    runs += [(child.left_edge.i, child.right_edge.i + 1) for child in places]
    return tuple(piece for run in runs if (piece := sheet.piece(run)))


def narrated(sheet: Sheet, said: Utterance, speaker: Actor | None, last: Expression | None) -> Expression | None:
    """The day of the narrative in which somebody said it, where the cue is in the past and names no time of its own.

    `last` is the day on which the same speaker was quoted before: he may go on where the text no longer tells the day.
    A state has no day on which it speaks, unless the paragraph is about one.
    """
    cue = _told_by(sheet, said.cue) if said.cue is not None else None
    if cue is None or cue.pos_ not in ("VERB", "AUX"):
        return None
    found = frames.frames(sheet, sheet.passage)
    scene = found.scene(cue.idx)
    if scene is not None and (day := _day_beside(found, scene, cue)) is not None:
        return day
    if (day := days_beside(sheet.passage, cue)) is not None:
        return day
    if _is_elsewhen(cue):
        if scene is not None and frames.is_hours_away(found, scene):
            return scene.before or frames.last_told(found, scene)
        then = scene is not None and any(c.lower_ in ("then", "afterwards") and c.i > cue.i for c in cue.children)
        return (
            (scene.before or scene.away) if then and scene is not None else None
        )  # "he said then": on the day just told
    tense = clauses.tense(cue)
    if scene is None or not (clauses.is_told(cue) or said.frame in ("quote", "aside")):
        return None
    if scene.live is not None and tense in frames.LIVE:
        return frames.own_day(scene, cue, cue.idx) or scene.before or (scene.live if scene.way != "none" else None)
    if tense == "perfect" and scene.paragraph <= 1:
        return found.lead
    if tense == "pluperfect" and frames.is_hours_away(found, scene):
        return scene.before or frames.last_told(found, scene)
    if tense == "pluperfect" and scene.day is not None and scene.way == "none":
        return scene.day  # "At the talks she had said", of a day that was told before
    if tense != "past":
        return None
    beside = said.frame in ("quote", "aside") and not _is_after(cue)
    if beside and any(anchor.level == "told" for anchor in scene.anchors):
        if any(anchor.verb == cue.i and anchor.expression.kind == "time" for anchor in scene.anchors):
            return frames.own_day(scene, cue, cue.idx)  # "said the envoy, her aide, this morning"
        return None  # "They met the next day, a diplomat said", who may have said so on any later one
    day = None if beside else frames.own_day(scene, cue, cue.idx)
    day = (
        day
        or frames.before(found, scene)
        or (frames.day_with(found, speaker, cue.idx) if speaker is not None else None)
    )
    day = day or day_behind(sheet.passage, cue)
    if day is not None or (speaker is not None and speaker.kind == "state"):
        return day
    if scene.way == "lead":
        return None if frames.names_other(found, scene) else found.lead
    if scene.way == "away" and last is not None and not frames.names_other(found, scene):
        return last
    new = speaker is not None and _is_introduced(sheet, said, speaker, found, scene)
    return found.lead if new and speaker is not None and frames.is_back(found, scene, speaker) else None


def _day_beside(found: Frames, scene: Scene, cue: Token) -> Expression | None:
    """The day of what somebody did as he spoke ("he said, presenting the texts on Friday"), or of his being there."""
    around = [*cue.children, *(c for child in cue.children if child.dep_ == "nsubj" for c in child.children)]
    beside = {child.i for child in around if child.dep_ in ("advcl", "acl") and child.tag_ == "VBG"}
    told = [a.expression for a in scene.anchors if a.level == "told" and a.verb in beside]
    return plain(told[0]) if told else frames.visit_day(found, scene, cue)


def _is_introduced(sheet: Sheet, said: Utterance, speaker: Actor, found: Frames, scene: Scene) -> bool:
    """Whether a speaker is named in his paragraph, so that it need not go on with what the one before told."""
    head = said.speaker
    known = head is not None and head.pos_ == "NOUN" and any(c.lower_ in ("the", "this", "that") for c in head.children)
    if head is not None and head.pos_ != "PRON" and not (known and speaker.anonymous):
        return True
    start = next(one.start for one in found.scenes if one.paragraph == scene.paragraph)
    between = sheet.mentions[
        bisect_right(sheet.mention_starts, start - 1) : bisect_right(sheet.mention_starts, said.phrase[0])
    ]
    return any(m.actor == speaker and m.span.end - m.span.start > _SHORTEST for m in between)


def _told_by(sheet: Sheet, cue: Token) -> Token:
    """The verb as far as which the narrative goes: "said" of "she said he urged", "met" of "met at talks in which he said"."""
    for _ in range(3):
        if cue.dep_ == "relcl" and any(c.dep_ == "prep" and _opens_with_which(c) for c in cue.children):
            outer = clauses.verb_of(cue.head)
            return outer if outer is not None else cue
        if cue.dep_ == "advcl" and cue.i > cue.head.i and (cue.tag_ == "VB" or _is_as(cue)):
            return cue.head  # "rang him on Friday to express support", "wept as she told them"
        if cue.dep_ not in ("ccomp", "conj") or cue.i < cue.head.i or not is_cue(cue.head, "clause"):
            break
        if sheet.quoted(cue.head.idx):  # "“We ask for help,” he said", where the parse takes "ask" for the outer verb
            break
        cue = cue.head
    return cue


def _is_as(cue: Token) -> bool:
    """Whether a clause tells what was said as something else was done."""
    marks = (c.lower_ for c in cue.children if c.dep_ in ("mark", "advmod"))
    return clauses.tense(cue) == clauses.tense(cue.head) == "past" and any(mark in ("as", "while") for mark in marks)


def _opens_with_which(preposition: Token) -> bool:
    return preposition.lower_ in ("in", "at", "during") and any(c.lower_ == "which" for c in preposition.children)


def _is_elsewhen(cue: Token) -> bool:
    """Whether an attribution has a time of its own that is no day: "before the call", "repeatedly"."""
    return any(
        c.dep_ in ("prep", "mark", "advmod", "advcl", "npadvmod")
        and _opening(c) in _ELSEWHEN
        and not (_is_of_the_day(c) or (c.lower_ == "before" and cue.lemma_ in clauses.FACING))
        for c in cue.children
    )


def _is_of_the_day(token: Token) -> bool:
    """Earlier in the day, later that day."""
    return token.doc[token.i + 1 : token.i + 4].text.lower().startswith(("in the day", "that day", "the same day"))


def _opening(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "mark"), token.lower_)


def _is_after(cue: Token) -> bool:
    """Whether it was said right behind what the sentence tells: "…, she said after the call"."""
    return any(c.lower_ in ("after", "during", "following") for c in cue.children)


def addressees(sheet: Sheet, said: Utterance, where: Piece) -> tuple[Actor, ...]:
    """Those who are told: "told X", "said to X", "in a letter sent to X", as far as they are known."""
    if said.cue is None:
        return ()
    heads = speakers.addressees(said.cue)
    for i in range(sheet.token_at(where[0]), sheet.token_at(where[1])):
        token = sheet.doc[i]
        if token.lower_ == "to" and token.dep_ in ("prep", "dative") and token.head.lemma_.lower() in _SENT:
            heads.extend(child for child in token.children if child.dep_ == "pobj")
    outside = (head for head in heads if not _inside(said.pieces, head.idx))
    actors = (_received(sheet, said.cue, head) or _actor(sheet, head) for head in outside)
    return tuple(dict.fromkeys(actor for actor in actors if actor is not None))


def _received(sheet: Sheet, cue: Token, told: Token) -> Actor | None:
    """Whom "him" means behind a verb joined to another, which has one person for its object: "received Paz and told him"."""
    if told.lower_ not in ("him", "her") or cue.dep_ != "conj":
        return None
    met = (_actor(sheet, child) for child in cue.head.children if child.dep_ == "dobj" and child.i < cue.i)
    return next((actor for actor in met if actor is not None and actor.kind == "person"), None)


def medium(sheet: Sheet, said: Utterance, where: Piece) -> str | None:
    """The medium that the attribution names."""
    return medium_of(sheet.text[where[0] : where[1]]) if said.cue is not None else None


def goes_on(before: Utterance, said: Utterance) -> bool:
    """Whether an utterance stands near enough behind another one that the day of that one holds for it too."""
    return 0 <= said.pieces[0][0] - before.pieces[-1][1] <= _CLOSE


def _actor(sheet: Sheet, head: Token) -> Actor | None:
    mention = sheet.mention_of(head)
    return mention.actor if mention is not None else None


def _inside(pieces: tuple[Piece, ...], position: int) -> bool:
    return any(start <= position < end for start, end in pieces)
