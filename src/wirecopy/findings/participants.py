"""Who did it and to whom: where the parties of an act stand in its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts import Trigger
from wirecopy.findings.frames import Frame, conjuncts, core, frame, owner, prepositions_of, subject
from wirecopy.findings.lexicon import NounPattern, VerbPattern, classes, grammar, light, nouns
from wirecopy.findings.standins import listed

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one act as tokens: the doers, and those to whom it is done."""

    who: tuple[Token, ...]
    whom: tuple[Token, ...]


def parties(trigger: Trigger) -> Parties:
    """Where the doers and the others stand. Of what all do to each other, all are doers."""
    pattern = trigger.pattern
    if isinstance(pattern, NounPattern):
        found = _of_noun(trigger.token, pattern, trigger.carrier)
    else:
        found = _of_verb(pattern, _replaced(trigger.token, trigger.frame or frame(trigger.token)))
    if "all" in pattern.marks or _is_received(trigger, found):
        found = Parties((*found.who, *_apposed(found.who)), found.whom)
        return Parties(_unique((*found.who, *found.whom)), ())
    if pattern.act == "MOBILIZE":
        found = _moved(trigger, found)
    if pattern.mode == "withdraw" and not found.who:
        found = Parties(_recallers(trigger), found.whom)
    if pattern.act == "RETREAT" and pattern.mode == "withdraw":  # where troops go back to is no whom
        found = Parties(found.who, tuple(token for token in found.whom if token.head.lower_ not in ("to", "into")))
    if pattern.act in ("AGREE", "CONCEDE"):
        found = Parties(found.who, tuple(token for token in found.whom if not _is_goods(token)))
    found = Parties(found.who, (*found.whom, *(one for token in found.whom for one in _joined_above(token))))
    return Parties(_unique(found.who), tuple(token for token in _unique(found.whom) if token not in found.who))


def _is_organ(token: Token) -> bool:
    """Whether it is a part of the body that it is joined to: "the Union and its council"."""
    owned = any(child.tag_ == "PRP$" and child.lower_ in ("its", "their") for child in token.children)
    return token.dep_ == "conj" and owned and token.lemma_.lower() in grammar("bodies")


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


def _is_goods(token: Token) -> bool:
    """Whether it is what is promised, not somebody: "promised the aircraft"."""
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
    guest = trigger.frame.object in found.whom and not trigger.frame.passive
    return guest and ("obj" in trigger.pattern.marks or trigger.frame.object.ent_type_ == "PERSON")


def _moved(trigger: Trigger, found: Parties) -> Parties:
    """Troops are moved to a place and against somebody; where nobody moves them, they move: "were put on alert"."""
    at = trigger.frame.prepositions if trigger.frame is not None else prepositions_of(trigger.token)
    bearing = classes()["troops"] | classes()["arms"]
    moved = tuple(token for token in found.whom if core(token).lemma_.lower() in bearing)
    passive = trigger.frame is not None and trigger.frame.passive
    return Parties(found.who or (moved if passive else ()), tuple(_by_prepositions(at, ("against",))))


def _apposed(who: tuple[Token, ...]) -> list[Token]:
    """Headlines join by a comma: "Khan, Singh to speak"."""
    if len(who) != 1 or who[0].pos_ != "PROPN":
        return []
    return [
        c
        for c in who[0].children
        if c.dep_ in ("appos", "conj") and c.pos_ in ("PROPN", "NOUN") and c.i <= who[0].i + 4 and c.dep_ == "appos"
    ]


def _unique(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Each token once, without the parts of bodies that are joined to them."""
    return tuple({token.i: token for token in tokens if not _is_organ(token)}.values())


# ---- of a verb ----------------------------------------------------------------------------------------------------
def _of_verb(pattern: VerbPattern, found: Frame) -> Parties:
    named = (*_misjoined(found.subject), *conjuncts(found.subject)) if found.subject is not None else ()
    who = tuple(sorted(named, key=lambda token: token.i))
    whom: list[Token] = []
    own = pattern.object == "class" and "obj" not in pattern.marks
    if found.passive and own and pattern.act == "MOBILIZE" and not who and found.object is not None:
        who = conjuncts(core(found.object))
    if found.object is not None and not own and "nowhom" not in pattern.marks:
        whom += conjuncts(found.object)
    if found.dative is not None and own:
        whom += conjuncts(found.dative)
    if own and found.object is not None and not whom:
        whom += _beside(found.object, pattern)
    if not whom or pattern.object == "none":
        whom += _by_prepositions(found.prepositions, pattern.prepositions)
    if found.passive and pattern.needs_preposition and found.object is not None:
        whom = list(conjuncts(found.object))
    return Parties(who, tuple(whom))


def _replaced(verb: Token, found: Frame) -> Frame:
    """ "Paz spent Monday in Lima assuring the king": the parser hangs the gerund on the place."""
    who = found.subject
    asked = any(line.act == "REQUEST" for line in nouns().get(verb.head.lemma_.lower(), ()))
    if verb.dep_ == "acl" and asked and any(child.lower_ == "to" for child in verb.children):
        return replace(found, subject=None)  # who makes or answers "the demand to leave" is not who leaves
    misplaced = verb.dep_ == "acl" and verb.tag_ == "VBG" and who is not None and who.dep_ == "pobj"
    if (
        who is None
        or not misplaced
        or who.head.lower_ not in ("in", "at")
        or who.ent_type_ not in ("GPE", "LOC", "FAC")
    ):
        return found
    over = next((one for one in who.ancestors if one.pos_ == "VERB"), None)
    return replace(found, subject=subject(over) if over is not None else None)


def _misjoined(who: Token) -> tuple[Token, ...]:
    """ "Minister Ana Paz and Chad's envoy Liv Berg": the parser takes one name for a part of the other, or for its gloss."""
    if who.pos_ != "PROPN" and who.ent_type_ != "PERSON" and not any(child.dep_ == "appos" for child in who.children):
        return ()
    parts = (one for one in who.subtree if one.dep_ in ("nmod", "compound") and one.i < who.i and one.pos_ == "PROPN")
    found = [one for one in parts if _ends_person(one) and any(child.lower_ == "and" for child in one.children)]
    for gloss in (child for child in who.children if child.dep_ == "appos" and child.i <= who.i + 2):
        found += [one for one in conjuncts(gloss)[1:] if one.ent_type_ == "PERSON"]
    return tuple(found)


def _ends_person(name: Token) -> bool:
    """Whether a word ends a person's name, also where the parser knows only a part of it: "Ursula von der Leyen"."""
    return any(near.ent_type_ == "PERSON" for near in name.doc[max(name.i - 3, 0) : name.i + 1])


def _by_prepositions(at: dict[str, tuple[Token, ...]], names: Iterable[str]) -> list[Token]:
    wanted = set(names)
    return [one for name, objects in at.items() if name in wanted for noun in objects for one in conjuncts(noun)]


def _beside(noun: Token, pattern: VerbPattern) -> list[Token]:
    """The whom inside the object: "sanctions on Minsk", "Minsk's assets"."""
    owners = [c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "amod" and c.ent_type_ == "NORP")]
    if owners and (pattern.act in ("REJECT", "AGREE") or noun.lemma_.lower() == "access"):
        return owners
    for one in (noun, core(noun), *conjuncts(noun)[1:]):
        found = _by_prepositions(prepositions_of(one), pattern.prepositions)
        if found:
            return found
    return owners if "back" in pattern.marks else []


def of_occasion(noun: Token, verb: Token) -> tuple[Token, ...]:
    """Who takes part in what a noun names and a verb tells of: "the drills of Chad", "talks are due between A and B"."""
    planner, others = _planned(noun)
    named = [*planner, *others]
    for at in (prepositions_of(noun), prepositions_of(verb)):
        named += _by_prepositions(at, ("between", "of", "by", "with", "among"))
    return _unique((*(one for owner_ in _possessors(noun) for one in owner_), *_peoples(noun), *named))


# ---- of a noun ----------------------------------------------------------------------------------------------------
def _of_noun(noun: Token, pattern: NounPattern, carrier: Token | None) -> Parties:
    at = prepositions_of(noun)
    for other in noun.conjuncts:
        for name, objects in prepositions_of(other).items():
            at.setdefault(name, objects)
    if carrier is not None:
        for name, objects in prepositions_of(carrier).items():
            at.setdefault(name, objects)
    who = _by_prepositions(at, pattern.who - pattern.whom)
    who = [one for one in who if one.lemma_.lower() not in classes()["arms"]]
    owners = [one for owner_ in _possessors(noun) for one in owner_]
    whom = _by_prepositions(at, pattern.whom)
    if "arrives" in pattern.marks and carrier is not None:  # "a shipment reached Chad"
        whom += [child for child in carrier.children if child.dep_ == "dobj"]
    if "whom" in pattern.marks and (who or not whom):
        whom += owners or _peoples(noun)
        return Parties(tuple(who), tuple(whom))
    who += owners
    if not who:
        who += _peoples(noun)
    if carrier is None and not who:
        over = noun.head
        if noun.dep_ == "dobj" and over.lemma_.lower() in light()["own"]:
            doer = subject(over)
            who += conjuncts(doer) if doer is not None else ()
    if "all" in pattern.marks and (carrier is not None or not who):
        planner, others = _planned(noun)
        who, whom = planner + who, whom + others
    if carrier is None and not who and noun.dep_ == "pobj" and noun.head.lower_ == "with":
        doer = subject(noun.head.head) if noun.head.head.lemma_ in grammar("answers") else None
        who += conjuncts(doer) if doer is not None else ()
    if carrier is None and whom and not who and "all" in pattern.marks:
        doer = _around(noun)
        who += conjuncts(doer) if doer is not None else ()
    if not who:
        who += [one for token in whom for one in _by_prepositions(prepositions_of(token), ("by",))]
    if carrier is not None and carrier.lemma_ in grammar("suffers"):
        sufferer = subject(carrier)
        return Parties(tuple(who), (*whom, *(conjuncts(sufferer) if sufferer is not None else ())))
    if carrier is not None and not who:
        doer = _carried_by(noun, carrier)
        who += conjuncts(doer) if doer is not None else ()
    return Parties(tuple(who), tuple(whom))


def _planned(noun: Token) -> tuple[list[Token], list[Token]]:
    """Who planned a talk, and with whom, in the clause behind it: "a call that he had planned with Singh"."""
    clause = next((c for c in noun.children if c.dep_ == "relcl" and c.lemma_ in listed("planning")), None)
    planner = subject(clause) if clause is not None else None
    if clause is None or planner is None or planner.i == noun.i:
        return [], []
    return list(conjuncts(planner)), _by_prepositions(prepositions_of(clause), ("with",))


def _possessors(noun: Token) -> Iterator[tuple[Token, ...]]:
    """Whose act it is: "Khan's visit"; of "Khan and Singh's call" both, though the parser joins the noun to the first."""
    owners = [child for child in noun.children if child.dep_ == "poss" and child.ent_type_ not in ("DATE", "TIME")]
    yield from (conjuncts(child) for child in owners)
    left = noun.left_edge.i
    if (
        not owners
        and left > 1
        and noun.doc[left - 1].tag_ == "POS"
        and noun.doc[left - 2].ent_type_ not in ("DATE", "TIME")
    ):
        last = noun.doc[left - 2]
        yield (last, last.head) if last.dep_ == "conj" else (last,)


def _peoples(noun: Token) -> list[Token]:
    """The names before a noun: "Russian" attack, "Chad-Mali" talks."""
    before = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i]
    near = [one for child in before for one in child.subtree]
    misread = any(child.dep_ == "dobj" for child in noun.children)  # "Unless Chad attacks Mali"
    if noun.lemma_.lower() in grammar("sited") and not misread:  # "the Paris attacks" were not those of Paris
        near = [one for one in near if one.ent_type_ != "GPE" or one.pos_ != "PROPN" or one.text.isupper()]
    return [one for one in near if one.pos_ == "PROPN" or one.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")]


def _around(noun: Token) -> Token | None:
    """Who held a talk that is told beside another deed: "in a call with Singh, Khan said", "a call in which Khan said"."""
    for child in noun.children:
        if child.dep_ == "relcl" and any(p.dep_ == "prep" and p.lower_ in ("in", "during") for p in child.children):
            return subject(child)
    fallback: Token | None = None
    for over in noun.ancestors:
        clause = over.pos_ in ("VERB", "AUX") or any(child.dep_ == "nsubj" for child in over.children)
        who = subject(over) if clause else None
        if who is not None and who.pos_ in ("VERB", "AUX"):
            who = subject(who)
        if who is None or who.tag_ in ("WP", "WDT", "EX") or _is_talk(who):
            continue
        owners = [child for child in who.children if child.dep_ == "poss"] if who.pos_ == "NOUN" else []
        if owners or who.pos_ != "PRON":
            return owners[0] if owners else who
        fallback = fallback or who
    return fallback


def _is_talk(noun: Token) -> bool:
    """Whether a word names a talk itself, by whomever: "their call came days after talks with Chad"."""
    names = (noun, *noun.conjuncts)
    return any(one.pos_ == "NOUN" and any(p.act == "CONSULT" for p in nouns().get(one.lemma_, ())) for one in names)


def _carried_by(noun: Token, carrier: Token) -> Token | None:
    if carrier.head.i == noun.i and carrier.dep_ in ("acl", "relcl"):
        agent = prepositions_of(carrier).get("by", ())
        return agent[0] if agent else subject(carrier)
    doer = subject(carrier)
    if doer is not None and (doer.i == noun.i or noun in doer.conjuncts or core(doer).i == noun.i):
        agent = prepositions_of(carrier).get("by", ())
        return agent[0] if agent else None
    return doer if doer is not None else owner(noun)
