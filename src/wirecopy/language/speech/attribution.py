"""Who is quoted as saying what: direct, mixed and indirect quotation, found once for a report and read by all finders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from wirecopy.language.cue_words import listed
from wirecopy.language.days.frames import frames
from wirecopy.language.sheet import Piece, Sheet, Utterance
from wirecopy.language.speech import chains, circumstances, cues, retelling
from wirecopy.language.speech.authors import NAME, firm_before, is_described, owned, owner, phrase_of, plain, writer
from wirecopy.language.speech.chains import Link
from wirecopy.language.speech.direct import direct
from wirecopy.language.speech.followings import going_on, pointed_at
from wirecopy.language.speech.indirect import indirect, retold, spoken
from wirecopy.language.speech.joint import group_of, only_two, persons_at
from wirecopy.model import Actor, Attribution, Expression, Mention, Passage, Span
from wirecopy.notes import Notes

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKS = "pronoun: the one who speaks"
_FAR = 3000  # characters behind the day that a report tells of: there it tells of other times as often
_LONG = frozenset({"week", "month", "quarter", "year"})
_YEAR = 4  # characters of a year: 2019
_JOINT = re.compile(r"[\w’'.-]+(?:,? [\w’'.-]+){0,11}")  # "leaders of Mali, Niger and Burkina Faso"
_RIGHT_BEHIND = 60  # characters
_LINKS = 3  # utterances before one in which a writing's author is looked for
_SOME = frozenset({"some", "many", "others", "most", "several", "few", "both"})
_PARTS = _SOME | {"%", "percent", "none", "all"}


class Days(NamedTuple):
    """When each speaker was last quoted: on a day that an attribution named, on one named or understood, in any time named."""

    named: dict[str, tuple[Link, Expression]]
    heard: dict[str, tuple[Link, Expression]]
    told: dict[str, tuple[Link, Expression]]


def attributed(passage: Passage, notes: Notes) -> Passage:
    """The passage with its attributions: one for each utterance, in the order of the text."""
    sheet = Sheet(passage)
    shown = list(cues.cues(sheet.doc))
    quoted = direct(sheet)
    found = sorted([*retold(sheet, shown, quoted), *indirect(sheet, shown, quoted), *spoken(sheet)], key=_place)
    found = sorted([*_with(found, list(pointed_at(sheet, found))), *going_on(sheet, found)], key=_place)
    found = retelling.retold(found)
    days = Days({}, {}, {})
    frames(sheet, passage)
    linked = list(chains.linked(sheet, found))
    links = _all_named(sheet, linked)
    mentions = [link.mention for link in links if link.mention is not None]
    said = tuple(_attribution(sheet, link, days) for link in links)
    known = {mention.span for mention in mentions}
    meant = _meant(sheet, links)
    before = (
        replace(mention, actor=meant[mention.span], because=_SPEAKS) if mention.span in meant else mention
        for mention in passage.mentions
        if mention.actor is not None or mention.span not in known
    )
    together = tuple(sorted((*before, *mentions), key=lambda mention: mention.span))
    return replace(passage, attributions=said, mentions=together if mentions or meant else passage.mentions)


def _meant(sheet: Sheet, links: Sequence[Link]) -> dict[Span, Actor]:
    """Whom a pronoun means that speaks, so that what he says and what he does in a sentence are one person's."""
    found: dict[Span, Actor] = {}
    for link in links:
        head = link.said.speaker
        mention = sheet.mention_of(head) if head is not None and head.lower_ in ("he", "she") else None
        person = link.speaker is not None and link.speaker.kind == "person"
        if mention is not None and link.speaker is not None and person and mention.actor != link.speaker:
            found[mention.span] = link.speaker
    return found


def _with(found: list[Utterance], pointed: list[Utterance]) -> list[Utterance]:
    """The utterances with those told by a sentence that points back, in place of what only repeats their "this"."""
    told = {said.cue for said in pointed}
    return [*(said for said in found if said.cue is None or said.cue not in told), *pointed]


def _all_named(sheet: Sheet, linked: Sequence[Link]) -> list[Link]:
    """The links, their described speakers named; "the report" alone is the police report that was quoted before."""
    links: list[Link] = []
    whole: dict[str, Actor] = {}
    for at, link in enumerate(linked):
        one = _named(sheet, link, linked[max(0, at - _LINKS) : at])
        words = one.speaker.name.lower().split() if one.speaker is not None and is_described(one.speaker) else []
        if len(words) > 1 and words[-1] in listed("writings") and one.speaker is not None:
            whole[words[-1]] = one.speaker
        elif len(words) == 1 and words[0] in whole and one.mention is not None:
            known = whole[words[0]]
            one = one._replace(speaker=known, mention=replace(one.mention, actor=known, because="named in full before"))
        links.append(one)
    return links


def _named(sheet: Sheet, link: Link, before: Sequence[Link]) -> Link:
    """A speaker who is only described ("both parties", "the report"), or whose name nobody knows, is an actor too.

    "The report" right behind what an outlet or a body is quoted with is theirs.
    """
    head = chains.meant(sheet, link.said.speaker) if link.said.speaker is not None else None
    known = sheet.mention_of(head) if head is not None else None
    joint = known is not None and chains.is_joint(sheet, known)
    if known is not None and (both := persons_at(sheet.mentions, known.span)):
        return link._replace(speaker=group_of(both))
    if link.speaker is not None or head is None or (known is not None and known.actor is not None and not joint):
        return link
    if (part_of := _of_those(head, before)) is not None and (span := phrase_of(sheet, head)) is not None:
        return link._replace(speaker=part_of, mention=Mention(span, part_of, "of those who were quoted before"))
    # "Nine of the council's 13 members"
    part = next((c for c in head.children if c.lower_ == "of"), None) if head.pos_ == "NUM" else None
    counted = part is not None and any(c.pos_ in ("NOUN", "PROPN") for c in part.children)
    if head.pos_ not in ("NOUN", "PROPN") and head.lower_ not in _SOME and not counted:
        return link
    span = phrase_of(sheet, head)
    name = plain(sheet, span) if span is not None else ""
    if span is not None and not (_JOINT if joint else NAME).fullmatch(name) and head.lower_ not in _PARTS:
        span = replace(span, end=head.idx + len(head))  # "a tally of state and county data on deaths": a tally
        name = plain(sheet, span)
    if span is None or not (_JOINT if joint else NAME).fullmatch(name) or _has_verb(sheet, span):
        return link
    if head.lemma_ in listed("accounts") and (teller := owner(sheet, span, head.left_edge)) is not None:
        return link._replace(speaker=teller, mention=Mention(span, teller, "whose account it is"))
    name = owned(sheet, span, name)
    if (firm := firm_before(sheet, head)) is not None:
        known = sheet.mention_of(firm)
        if known is not None and known.actor is not None:
            return link._replace(speaker=known.actor, mention=Mention(span, known.actor, "the firm named before"))
        span = phrase_of(sheet, firm) or span
        name = plain(sheet, span)
    if (of := writer(sheet, link, head, name.lower(), before)) is not None:
        return link._replace(speaker=of, mention=Mention(span, of, "the writing that was quoted before"))
    if name.lower() in listed("partakers") and (two := only_two(sheet.mentions, span.start)):
        return link._replace(
            speaker=group_of(two), mention=Mention(span, group_of(two), "the two of whom the report tells")
        )
    actor = Actor("group:" + re.sub(r"\W+", "-", name.lower()), name, "group", anonymous=True)
    return link._replace(speaker=actor, mention=Mention(span, actor, "it speaks"))


def _of_those(head: Token, before: Sequence[Link]) -> Actor | None:
    """ "Two of them", "one of whom": so many of the nameless ones who were quoted right before."""
    part = next((c for c in head.children if c.lower_ == "of"), None) if head.pos_ in ("NUM", "DET", "PRON") else None
    if part is None or not any(c.lower_ in ("them", "whom") for c in part.children):
        return None
    last = next((link.speaker for link in reversed(before) if link.speaker is not None), None)
    if last is None or not last.anonymous or not last.name.lower().endswith("s"):
        return None
    if head.lower_ != "one":
        return last
    name = f"one of the {last.name}"
    return Actor("group:" + re.sub(r"\W+", "-", name.lower()), name, "group", country=last.country, anonymous=True)


def _has_verb(sheet: Sheet, span: Span) -> bool:
    """Whether a headline was taken for a speaker: "Peru offers talks"."""
    tokens = sheet.doc.char_span(span.start, span.end, alignment_mode="expand")
    return tokens is not None and any(token.tag_ in ("VBZ", "VBP", "VBD", "MD") for token in tokens)


def _place(said: Utterance) -> tuple[int, int]:
    """The order of the text; of two that begin together the longer first, as the outer one."""
    return said.pieces[0][0], -said.pieces[-1][1]


def _attribution(sheet: Sheet, link: Link, days: Days) -> Attribution:
    said, report = link.said, sheet.passage.report.id
    told = said.teller or said
    where = circumstances.place(sheet, told)
    return Attribution(
        speaker=link.speaker,
        speaker_span=phrase_of(sheet, said.speaker),
        cue=sheet.passage.span(said.cue) if said.cue is not None else None,
        words=tuple(Span(report, start, end) for start, end in said.pieces),
        form=_form(sheet, said.pieces),
        said_by=link.behind,
        addressee=tuple(a for a in circumstances.addressees(sheet, told, where) if a != link.speaker),
        medium=circumstances.medium(sheet, told, where),
        when=_when(sheet, link, circumstances.when(sheet, told, where), days),
    )


def _when(sheet: Sheet, link: Link, own: Expression | None, days: Days) -> Expression | None:
    """The day that the attribution names, else (and for "that day") the one that the speaker spoke on a little before.

    Else it is the day of the narrative. What somebody tells of another's words was said on the day that he spoke.
    """
    teller = link.behind[0] if link.behind else link.speaker
    last = days.named.get(teller.id) if teller is not None else None
    near = last is not None and _is_near(last[0], link)
    if last is not None and near and (own.form == "same" if own is not None else not _has_moved(sheet, link, last[1])):
        own = last[1]
    found = own
    heard = days.heard.get(teller.id) if teller is not None else None
    if found is None and link.said.frame == "goes on" and heard is not None and _is_near(heard[0], link):
        found = heard[1]
    elif found is None:
        told = link.said.teller or link.said
        found = circumstances.narrated(sheet, told, teller, _still(sheet, link, heard))
        if found is not None and _is_far(link, found) and not (heard is not None and _is_near(heard[0], link)):
            found = None
    elif teller is not None and not _is_long(found):
        days.named[teller.id] = link, found
    if found is not None and found is not own and _is_long(found):
        found = None
    before = days.told.get(teller.id) if teller is not None else None
    if found is None and before is not None and _is_added(before[0], link):
        found = before[1]
    elif found is not None and teller is not None:
        days.told[teller.id] = link, found
    if found is not None and teller is not None and not _is_long(found):
        days.heard[teller.id] = link, found
    return found


def _is_added(before: Link, link: Link) -> bool:
    """Whether somebody says more on one occasion: "In a call this month Roe said that … She also warned that …"."""
    cue = link.said.cue
    also = cue is not None and any(child.lower_ == "also" for child in cue.children)
    return also and 0 <= link.said.phrase[0] - before.said.pieces[-1][1] <= _RIGHT_BEHIND


def _has_moved(sheet: Sheet, link: Link, named: Expression) -> bool:
    """Whether the paragraph has told another day since a speaker's was named: "On Monday they met. It will fail, he wrote"."""
    told = link.said.teller or link.said
    scene = frames(sheet, sheet.passage).scene(told.cue.idx) if told.cue is not None else None
    if scene is None or told.cue is None:
        return False
    here = [a.expression for a in scene.anchors if a.level == "told" and a.expression.span.start < told.cue.idx]
    day = here[-1] if here else scene.before
    return day is not None and day.span.start > named.span.start


def _is_far(link: Link, day: Expression) -> bool:
    """Whether a day stands so far before what was said that it is hardly the narrative's any more."""
    return link.said.pieces[0][0] - day.span.end > _FAR


def _is_long(day: Expression) -> bool:
    """ "Last year", "last week": on no day of it does somebody go on speaking."""
    return len(day.value or "") == _YEAR or day.unit in _LONG


def _is_near(before: Link, link: Link) -> bool:
    return circumstances.goes_on(before.said, link.said)


def _still(sheet: Sheet, link: Link, heard: tuple[Link, Expression] | None) -> Expression | None:
    """The day on which a speaker was quoted last, if that is the lead's or he was quoted a little before."""
    if heard is None:
        return None
    lead = frames(sheet, sheet.passage).lead
    near = _is_near(heard[0], link)
    return heard[1] if near or (lead is not None and lead.value == heard[1].value) else None


def _form(sheet: Sheet, pieces: tuple[Piece, ...]) -> Literal["direct", "mixed", "indirect"]:
    """Direct where all words stand in quotation marks, mixed where some do."""
    inside = sum(sheet.quoted_within(start, end) for start, end in pieces)
    if inside == 0:
        return "indirect"
    return "direct" if inside >= sum(end - start for start, end in pieces) else "mixed"
