"""A commitment's draft as a claim: its maker and hearers, when it was made, and by when it falls due."""

from __future__ import annotations

import re
from dataclasses import replace

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.nouns import conjuncts
from wirecopy.findings.commitments.conditions import with_marker
from wirecopy.findings.commitments.drafts import Draft, Party, Stretch, is_hand
from wirecopy.findings.commitments.principals import owned, principal
from wirecopy.findings.commitments.worded import action_words, condition_words, with_owner
from wirecopy.findings.communiques import issuer
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.verb_parties import misjoined
from wirecopy.findings.voiced import can_speak
from wirecopy.findings.voices import Voice, lists, table
from wirecopy.language.actors import gazetteer
from wirecopy.language.days.idle_days import is_told_back
from wirecopy.language.days.told_days import is_ahead
from wirecopy.model import Actor, Claim, Commitment, Expression, Passage, Span, claim

_ASKS = re.compile(
    r"['’]?s?\s+(?:[\w-]+\s+){0,3}(?:demand|request|proposal|condition|ultimatum|offer|plan|term|call|attempt|bid|effort)s?\b"
)


def claimed(passage: Passage, draft: Draft, rule: str) -> Claim:
    text, told = passage.report.text, draft.voice
    tellers = (told.actor, *told.said_by) if told else ()
    person = next((teller for teller in tellers if teller is not None and teller.kind == "person"), None)
    bound = [principal(passage, one, person) for party in draft.by for one in _each(passage, party)]
    by = tuple(dict.fromkeys(actor for actor, _ in bound))
    inside = [_with_both(text, _by_name(passage, draft, party)) for party in draft.to if not is_no_party(party[0])]
    addressed = [(a, span) for a, span in inside if not _only_inside(draft, span, text)]
    heard_by = dict.fromkeys(
        p[0] if draft.kind == "demand" and (_are_men(text, p) or _are_rebels(p, by)) else principal(passage, p)[0]
        for p in addressed
    )
    to = tuple(actor for actor in heard_by if _is_other(actor, by, draft.kind))
    through = [other for _, other in bound if other is not None]
    if told and told.actor:
        through += [*_tellers(passage, told, owned(passage, told.actor, told.span, by)), *told.said_by]
    received = draft.strength in lists("assurances")  # who was given an assurance tells of it himself
    own = {a.id for a in through if not received}
    to = tuple(actor for actor in to if actor.kind != "person" or actor.id not in own)
    mute = {b.id for b in by} | {a.id for a in through if not can_speak(a) or a.name.lower() in lists("cabinets")}
    told_by = (*(through or _reporters(passage, draft, by)), *_other_side(passage, by))
    sayers = {actor.id: actor for actor in told_by if actor.id not in mute}
    draft = draft if any(is_hand(actor) for actor in to) else with_owner(text, draft)
    finding = Commitment(
        kind=draft.kind,  # type: ignore[arg-type]
        by=by,
        to=to,
        condition=condition_words(text, draft),
        action=action_words(text, draft),
        deadline=_deadline(passage, draft),
        when=_said_when(passage, draft),
        strength=draft.strength,
        said_by=tuple(sayers.values()),
    )
    report = passage.report.id
    spans = {
        "action": (*_spans(report, draft.action), *_spans(report, draft.cue)),
        "condition": (
            *_spans(report, with_marker(text, draft.condition) if draft.condition else None),
            *_spans(report, draft.pointer),
        ),
        "by": tuple(span for _, span in draft.by if span),
        "to": tuple(span for _, span in addressed if span),
    }
    return claim(finding, spans, rule)


def _tellers(passage: Passage, told: Voice, own: Actor) -> list[Actor]:
    """The teller, with who says it together with him: "Ana Paz and Council President Liv Berg said"."""
    names = (*misjoined(told.noun), *conjuncts(told.noun)) if told.noun is not None else ()
    found = [(one.i, actor) for one in names if one.pos_ == "PROPN" for actor in actors_at(passage, one)[:1]]
    others = [(at, a) for at, a in found if a.kind == "person" and not a.anonymous and a != told.actor]
    first = told.noun.i if told.noun is not None else 0
    return [actor for _, actor in sorted([*others, (first, own)], key=lambda one: one[0])]


def _reporters(passage: Passage, draft: Draft, by: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """On whose word it stands that the maker said it: "according to her, Paz gave the assurance that …"."""
    words, makers = draft.action or draft.condition, {actor.id for actor in by}
    told = (
        one.said_by
        for one in passage.attributions
        if one.speaker is not None
        and one.speaker.id in makers
        and words is not None
        and any(span.start <= words[0] < span.end for span in one.words)
    )
    return next(told, ())


def _other_side(passage: Passage, by: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The state whose bulletin tells what another one committed itself to: that stands on its word."""
    state = issuer(passage)
    known = {actor.country for actor in by} - {None}
    return (state,) if state is not None and known and state.country not in known else ()


def _each(passage: Passage, party: Party) -> tuple[Party, ...]:
    """The two persons that "the presidents" or "both leaders" means, where the report tells who they are; else the party."""
    span = party[1]
    words = passage.doc.char_span(span.start, span.end, alignment_mode="expand") if span else None
    head = words.root if words is not None else None
    if head is None or not (head.text == "Both" or (head.tag_ == "NNS" and head.lemma_.lower() in grammar("pairs"))):
        return (party,)
    found = actors_at(passage, head)
    several = len(found) > 1 and all(one.kind in ("person", "state") and not one.anonymous for one in found)
    return tuple((one, span) for one in found) if several else (party,)


_GUESSED = re.compile(
    r"\b(?:probably|possibly|perhaps|maybe|likely|presumably|expected|by|before|until|from)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d:\d\d|\d\s*[ap]\.?m\b|o['’]clock", re.IGNORECASE)
_OF_CALL = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:call|conversation|meeting|summit|speech|letter|interview|address)\b", re.IGNORECASE
)


def _day_of_call(passage: Passage, draft: Draft) -> Expression | None:
    """The day of the call or speech in which it was said: "his warning in a May 7 video call that …"."""
    first, last = draft.anchor.sent.start_char, (draft.action or draft.condition or (0, 0))[0]
    near = (e for e in passage.expressions if first <= e.span.start and e.span.end <= last)
    return next((e for e in near if _OF_CALL.match(passage.report.text, e.span.end, last)), None)


def _said_when(passage: Passage, draft: Draft) -> Expression | None:
    """When it was said; the time of what is promised or asked is none ("a spokesman said, probably on Thursday").

    Nor is a clock time that was told of another deed, before the sentence, nor a day that lies behind the report.
    """
    when = (draft.voice.when if draft.voice else None) or draft.when or _day_of_call(passage, draft)
    if when is None:
        return None
    text = passage.report.text
    inside = any(part and part[0] <= when.span.start < part[1] for part in (draft.action, draft.condition))
    here = when.span.start >= draft.anchor.sent.start_char
    guessed = here and _GUESSED.search(text, max(0, when.span.start - 24), when.span.start)
    hour = not here and _HOUR.search(when.said)
    ahead = is_ahead(passage.report.published, when)
    back = draft.action is not None and is_told_back(text, draft.action[0])
    return None if inside or guessed or hour or ahead or back else when


def _is_other(actor: Actor, by: tuple[Actor, ...], kind: str) -> bool:
    """Is the addressee somebody else: neither the maker nor, but for demands, his own state; and no mere thing?"""
    home = {one.country for one in by if one.kind == "person" and one.country and one.id in gazetteer.load().actors}
    last = actor.name.lower().split()[-1]
    thing = actor.anonymous and actor.kind == "group" and (last.endswith("ing") or last in lists("deeds"))
    return actor not in by and not thing and not (kind != "demand" and actor.kind == "state" and actor.country in home)


def _are_men(text: str, party: Party) -> bool:
    """Are they spoken to themselves, and not their state: soldiers who are called on to lay down their arms?"""
    actor, span = party
    if actor.kind != "group" or span is None or _LEAVING.search(text, max(0, span.start - 40), span.start):
        return False
    return text[max(0, span.end - 20) : span.end].lower().endswith(tuple(lists("men")))


# "The withdrawal of all Chadian soldiers" is asked of Chad.
_LEAVING = re.compile(r"\b(?:withdrawal|pull-?out|return|removal|departure|recall|exit) of (?:\w+ )?$", re.IGNORECASE)


_HEADS = frozenset(("leader", "president", "premier", "minister", "chancellor", "king", "counterpart"))


def _by_name(passage: Passage, draft: Draft, party: Party) -> Party:
    """The leader by name, where the sentence that calls him "Ukraine's leader" names him, and nobody else of his country."""
    actor = party[0]
    if not actor.anonymous or not actor.country or actor.name.lower().split()[-1] not in _HEADS:
        return party
    here = draft.anchor.sent
    near = (m for m in passage.mentions if here.start_char <= m.span.start < here.end_char)
    named = {m.actor.id: m for m in near if m.actor and m.actor.kind == "person" and not m.actor.anonymous}
    own = [m for m in named.values() if m.actor and m.actor.country == actor.country]
    return (own[0].actor, own[0].span) if len(own) == 1 and own[0].actor else party


def _with_both(text: str, party: Party) -> Party:
    """Those without a name of whom nobody is left out, told so: "both sides", "all parties"."""
    actor, span = party
    found = _NONE_OUT.search(text, max(0, span.start - 12), span.end) if span is not None and actor.anonymous else None
    if found is None or actor.name.lower().startswith(found[1].lower()) or found[2].lower() != actor.name.lower():
        return party
    name = f"{found[1].lower()} {actor.name}"
    return replace(actor, id=f"group:{'-'.join(name.split())}", name=name), span


_NONE_OUT = re.compile(r"\b(both|all|the\s+two)\s+((?:\w+\s+)?\w+s)$", re.IGNORECASE)


def _are_rebels(party: Party, by: tuple[Actor, ...]) -> bool:
    """Are they forces of the maker's own country, who do not obey its state?"""
    own = {actor.country for actor in by if actor.country}
    return party[0].kind == "group" and party[0].country in own


def _only_inside(draft: Draft, span: Span | None, text: str) -> bool:
    """Is somebody only named inside what is refused ("will not compromise on Ukraine's right"), and not the one refused?

    Whose demand it is ("rejected Hanoi's demands") is the one refused.
    """
    if span is not None and draft.action and _ASKS.match(text, span.end):
        return False
    if span is not None and text[span.start : span.end].lower() in ("him", "her", "them"):
        return False  # "will not hand him a paper"
    if draft.kind != "refusal" or span is None or draft.action is None or draft.cue is not None:
        return False
    inside = draft.action[0] <= span.start < draft.action[1]
    return inside and not _DEALT.search(text, draft.action[0], span.start)


# "Will not lend money to Chad", "will not talk with Chad": who is refused, though he is named in what is refused.
_DEALT = re.compile(
    r"\b(?:(?:negotiat|talk|speak|deal|meet|cooperat|trad|dialogue|relation|tie|contact|work|side|share)\w*\s+(?:\w+\s+){0,2}(?:with|to)"
    r"|(?:lend|send|give|supply|hand|pay|sell|grant|provide|deliver|extradite|transfer|surrender|export|ship|apologi[sz]e)\s+(?:[\w,.-]+\s+){0,5}to"
    r"|(?:supply|arm|give|send|lend|sell|grant|join|recogni[sz]e)|calls?\s+(?:by|from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def is_no_party(actor: Actor) -> bool:
    """Is it no party at all, but what is asked for or spoken of: documents, broad reforms, a red line?"""
    last = actor.name.lower().split()[-1]
    return actor.anonymous and actor.kind == "group" and bool({last, last.removesuffix("s")} & lists("unheard"))


def _spans(report: str, part: Stretch | None) -> tuple[Span, ...]:
    return (Span(report, *part),) if part else ()


# What stands between the time that somebody is given and what he is to do in it.
_GRANTED = re.compile(r",?\s+(?:in\s+which\s+)?to\s+")
# "urged them to stop, and on Saturday he left": that day is of another deed.
_OTHER_CLAUSE = re.compile(r"\b(?:and|but|while)\b")


def _deadline(passage: Passage, draft: Draft) -> Expression | None:
    """The time by which: an expression behind "by", "before", "within" in the action, or behind "deadline of"."""
    if draft.action is None:
        return None
    sentence = draft.anchor.sent
    for expression in passage.expressions:
        if not sentence.start_char <= expression.span.start < sentence.end_char or expression == draft.when:
            continue
        said = " ".join(passage.report.text[max(0, expression.span.start - 18) : expression.span.start].lower().split())
        between = passage.report.text[draft.action[1] : max(draft.action[1], expression.span.start)]
        near = len(between) <= 24 and len(between.split()) <= 3 and not _OTHER_CLAUSE.search(between)
        inside = draft.action[0] <= expression.span.start and near
        first = expression.said.lower().split(" ", 1)[0]
        granted = _GRANTED.fullmatch(passage.report.text, expression.span.end, draft.action[0]) is not None
        if granted and first not in table("due"):
            granted = (draft.strength or "").lower().startswith(("gave", "give", "giving", "have until"))
        if (
            granted
            or (inside and (said.endswith(tuple(f" {w}" for w in table("due"))) or first in table("due")))
            or said.endswith("deadline of")
        ):
            return expression
    return None
