"""Who did it and to whom: where the parties of an act stand in its clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.frames import frame, prepositions_of
from wirecopy.findings.acts.lexicon import NounPattern, VerbPattern, classes, nouns
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.sides.noun_parties import of_noun
from wirecopy.findings.sides.party_tokens import Parties, behind, each_once
from wirecopy.findings.sides.verb_parties import of_verb, replaced

if TYPE_CHECKING:
    from spacy.tokens import Token


HEADLINE = 7
"""Most words before a headline's verb that are no more than names: "South Korea, North Korea to meet"."""


def parties(trigger: Trigger) -> Parties:
    """Where the doers and the others stand. Of what all do to each other, all are doers."""
    pattern = trigger.pattern
    if isinstance(pattern, NounPattern):
        found = of_noun(trigger.token, pattern, trigger.carrier)
    else:
        found = of_verb(pattern, replaced(trigger.token, trigger.frame or frame(trigger.token)))
    if "all" in pattern.marks or _is_received(trigger, found):
        found = Parties((*found.who, *_apposed(found.who), *_of_headline(trigger), *_at_which(trigger)), found.whom)
        return Parties(each_once((*found.who, *found.whom)), ())
    if pattern.mode == "visit" and (sent := _envoy(trigger)) is not None:
        found = Parties((sent,), (*found.whom, *_met(trigger.token)))
    if pattern.act == "MOBILIZE" and pattern.mode != "authorised":  # who may do it is authorised, not moved
        found = _moved(trigger, found)
    if pattern.mode == "withdraw" and not found.who:
        found = Parties(_recallers(trigger), found.whom)
    if pattern.mode == "restrict" and not found.who:
        found = Parties(_bounds(trigger), found.whom)
    if pattern.act == "RETREAT" and pattern.mode == "withdraw":  # where troops go back to is no whom
        found = Parties(found.who, tuple(token for token in found.whom if token.head.lower_ not in ("to", "into")))
        found = Parties(found.who, tuple(token for token in found.whom if not _is_withdrawn(trigger, token)))
    if pattern.act in ("AGREE", "CONCEDE"):
        found = Parties(found.who, tuple(token for token in found.whom if not _is_goods(token)))
    found = Parties(found.who, (*found.whom, *(one for token in found.whom for one in _joined_above(token))))
    return Parties(each_once(found.who), tuple(token for token in each_once(found.whom) if token not in found.who))


def _envoy(trigger: Trigger) -> Token | None:
    """Who is sent somewhere by another, if he has a name: he is the one who comes."""
    sent = trigger.frame.object if trigger.frame is not None else None
    if sent is None or trigger.token.lemma_ not in ("send", "dispatch", "despatch"):
        return None
    names = (sent, *(child for child in sent.children if child.dep_ == "appos"))
    return sent if any(one.ent_type_ == "PERSON" for one in names) else None


def _met(verb: Token) -> tuple[Token, ...]:
    """Whom somebody is sent to see or to tell something: "to Lima to meet the king", "to convey her concern to him"."""
    aims = [child for child in verb.children if child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB"]
    told = [child for aim in aims for child in aim.children if child.dep_ in ("dobj", "dative")]
    told += [
        one
        for aim in aims
        for top in (aim, *aim.children)
        for name in ("to", "with")
        for one in prepositions_of(top).get(name, ())
    ]
    return tuple(one for one in told if one.ent_type_ == "PERSON")


def _at_which(trigger: Trigger) -> tuple[Token, ...]:
    """Who did something in talks that another led: "Chad and Mali failed to agree in ten hours of talks hosted by Togo"."""
    held = trigger.frame is not None and trigger.frame.passive and trigger.token.dep_ == "acl"
    over = trigger.token.head
    while held and over.dep_ == "pobj" and over.head.lower_ == "of":
        over = over.head.head
    if not held or over.dep_ != "pobj" or over.head.lower_ not in ("in", "at", "during", "after"):
        return ()
    verb = next((one for one in over.ancestors if one.pos_ == "VERB"), None)
    doer = subject(verb) if verb is not None else None
    several = conjuncts(doer) if doer is not None else ()
    return several if len(several) > 1 else ()


def _recallers(trigger: Trigger) -> tuple[Token, ...]:
    """Whose staff or troops are withdrawn by nobody who is named: "British diplomats were recalled"."""
    moved = trigger.frame.object if trigger.frame is not None and trigger.frame.passive else None
    if moved is None:
        return ()
    inner = core(moved)
    before = [
        one
        for child in inner.children
        if child.dep_ in ("amod", "compound", "poss")
        for one in (child, *child.children)
    ]
    return tuple(one for one in before if one.ent_type_ in ("NORP", "GPE") and one.i < inner.i)[:1]


def _bounds(trigger: Trigger) -> tuple[Token, ...]:
    """The state that somebody is banned or barred from, where nobody is told to have done it."""
    at = trigger.frame.prepositions if trigger.frame is not None and trigger.frame.passive else {}
    return tuple(one for one in at.get("from", ()) if one.ent_type_ == "GPE" and one.head.head == trigger.token)


def _is_withdrawn(trigger: Trigger, token: Token) -> bool:
    """Whether it is those who are brought back: "pulling out 160 members of the Guard"."""
    moved = trigger.frame.object if trigger.frame is not None else None
    line = trigger.pattern
    anything = isinstance(line, VerbPattern) and (line.object == "any" or "obj" in line.marks)
    return anything and moved is not None and token in conjuncts(moved) and token.pos_ == "NOUN"


def _is_goods(token: Token) -> bool:
    """Whether it is what is promised, not somebody: "promised the aircraft", "had promised them in May"."""
    if token.lower_ in ("it", "them") and token.dep_ == "dobj" and token.head.lemma_ in ("promise", "offer", "pledge"):
        return not any(child.dep_ in ("ccomp", "xcomp", "dobj") and child.i > token.i for child in token.head.children)
    return (
        token.pos_ == "NOUN"
        and core(token).lemma_.lower() in classes()["arms"] | classes()["troops"] | classes()["money"]
    )


def _joined_above(token: Token) -> Iterator[Token]:
    """ "Sanctions on Acme and three other banks": the parser joins what stands behind a name to the noun before it."""
    over = token.head.head
    if token.dep_ != "pobj" or over.pos_ != "NOUN":
        return
    edge = token.right_edge.i
    for one in over.conjuncts:
        near = edge < one.left_edge.i <= edge + 3 and one.pos_ in ("NOUN", "PROPN")
        if near and one.lemma_.lower() not in nouns() and one.lemma_.lower() not in classes()["restriction"]:
            yield one


def _is_received(trigger: Trigger, found: Parties) -> bool:
    """Whether somebody is the guest of another, so that both meet: "received the envoy"."""
    if trigger.pattern.act != "CONSULT" or trigger.frame is None or trigger.frame.object is None:
        return False
    if trigger.frame.passive:  # "he was received by Paz"
        return trigger.token.lemma_ == "receive" and trigger.frame.object.lower_ in ("he", "she") and bool(found.who)
    guest = trigger.frame.object in found.whom
    return guest and ("obj" in trigger.pattern.marks or trigger.frame.object.ent_type_ == "PERSON")


def _moved(trigger: Trigger, found: Parties) -> Parties:
    """Troops are moved to a place and against somebody; where nobody moves them, they move: "were put on alert"."""
    at = trigger.frame.prepositions if trigger.frame is not None else prepositions_of(trigger.token)
    bearing = classes()["troops"] | classes()["arms"]
    moved = tuple(token for token in found.whom if core(token).lemma_.lower() in bearing)
    passive = trigger.frame is not None and trigger.frame.passive
    return Parties(found.who or (moved if passive else ()), tuple(behind(at, ("against",))))


def _apposed(who: tuple[Token, ...]) -> list[Token]:
    """Headlines join by a comma: "Khan, Singh to speak"."""
    if len(who) != 1 or who[0].pos_ != "PROPN":
        return []
    return [
        c
        for c in who[0].children
        if c.dep_ == "appos" and c.pos_ in ("PROPN", "NOUN") and c.i <= who[0].i + 4
        if not any(child.dep_ == "det" for child in c.children)  # "Pompeo, the US secretary of state" is one
    ]


def _of_headline(trigger: Trigger) -> tuple[Token, ...]:
    """Both of a headline that begins with two names and its verb, however parsed: "Khan, Singh discuss the border"."""
    verb = trigger.carrier or trigger.token
    before = list(verb.doc[verb.sent.start : verb.i])
    while before and (before[-1].tag_ in ("TO", "MD") or before[0].is_space):
        before.pop(-1 if before[-1].tag_ in ("TO", "MD") else 0)
    commas = [at for at, one in enumerate(before) if one.text == ","]
    named = all(one.pos_ == "PROPN" for at, one in enumerate(before) if at not in commas)
    if not commas or not named or len(before) > HEADLINE:
        return ()
    ends = [at - 1 for at in (*commas, len(before))]
    return tuple(before[at] for at in ends if at >= 0 and before[at].text != ",")
