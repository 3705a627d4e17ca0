"""Who did it and to whom: where the parties of an act stand in its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts import Trigger
from wirecopy.findings.frames import Frame, conjuncts, core, frame, owner, prepositions_of, subject
from wirecopy.findings.lexicon import NounPattern, VerbPattern, classes, grammar, light, nouns
from wirecopy.findings.noun_tests import said_in
from wirecopy.findings.standins import listed

if TYPE_CHECKING:
    from spacy.tokens import Token


HEADLINE = 7
"""Most words before a headline's verb that are no more than names: "South Korea, North Korea to meet"."""


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
        found = Parties((*found.who, *_apposed(found.who), *_of_headline(trigger)), found.whom)
        return Parties(_unique((*found.who, *found.whom)), ())
    if pattern.act == "MOBILIZE":
        found = _moved(trigger, found)
    if pattern.mode == "withdraw" and not found.who:
        found = Parties(_recallers(trigger), found.whom)
    if pattern.act == "RETREAT" and pattern.mode == "withdraw":  # where troops go back to is no whom
        found = Parties(found.who, tuple(token for token in found.whom if token.head.lower_ not in ("to", "into")))
        found = Parties(found.who, tuple(token for token in found.whom if not _is_withdrawn(trigger, token)))
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


def _is_withdrawn(trigger: Trigger, token: Token) -> bool:
    """Whether it is those who are brought back: "pulling out 160 members of the Guard"."""
    moved = trigger.frame.object if trigger.frame is not None else None
    anything = isinstance(trigger.pattern, VerbPattern) and trigger.pattern.object == "any"
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
    return Parties(found.who or (moved if passive else ()), tuple(_by_prepositions(at, ("against",))))


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
    if "beside" in pattern.marks and pattern.object == "oblique":
        whom = _at_side(found, pattern)
    return Parties(who, tuple(whom))


def _at_side(found: Frame, pattern: VerbPattern) -> list[Token]:
    """At whose side somebody stands: "at the side of Paz", "at Paz's side"."""
    at = [noun for name in pattern.prepositions for noun in found.prepositions.get(name, ())]
    owners = [child for noun in at if noun.lemma_.lower() in pattern.nouns for child in noun.children]
    named = [child for child in owners if child.dep_ == "poss"]
    misread = conjuncts(found.object) if found.object is not None else ()  # "declared the king, at the side of Paz"
    return [*misread, *named, *(one for noun in at for one in prepositions_of(noun).get("of", ()))]


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
    found = [one for name, objects in at.items() if name in wanted for noun in objects for one in conjuncts(noun)]
    return [_name_behind(one) or one for one in found]


def _name_behind(title: Token) -> Token | None:
    """ "handed it to Chadian diplomat Ana Paz in Lima": the parser often tears the name from its title."""
    doc, at = title.doc, title.i + 1
    if title.pos_ != "NOUN" or at >= len(doc) or doc[at].ent_iob_ != "B" or doc[at].ent_type_ != "PERSON":
        return None
    name = next(one for one in doc.ents if one.start == at).root
    return None if title in name.subtree or name in title.subtree else name


def _beside(noun: Token, pattern: VerbPattern) -> list[Token]:
    """The whom inside the object: "sanctions on Minsk", "Minsk's assets"."""
    owners = [c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "amod" and c.ent_type_ == "NORP")]
    if owners and (pattern.act in ("REJECT", "AGREE") or noun.lemma_.lower() == "access"):
        return owners
    laid = (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")  # "sanctions imposed on"
    for one in (noun, core(noun), *conjuncts(noun)[1:], *laid):
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
    between = [one for over in _measured_by(noun) for one in prepositions_of(over).get("between", ())]
    if between:
        at.setdefault("between", tuple(between))
    for other in noun.conjuncts:
        for name, objects in prepositions_of(other).items():
            at.setdefault(name, objects)
    goods = at.get("of", ()) if "arrives" in pattern.marks else ()  # "a shipment of missiles from Chad landed"
    for other in (*goods, *([carrier] if carrier is not None else [])):
        for name, objects in prepositions_of(other).items():
            at.setdefault(name, objects)
    for name, objects in prepositions_of(_ranked(noun)).items() if "all" in pattern.marks else ():
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
    if carrier is None and not who:
        who += _beside_which(noun, bool(whom) and "all" in pattern.marks)
    if not who:
        who += [one for token in whom for one in _by_prepositions(prepositions_of(token), ("by",))]
    if carrier is not None and carrier.lemma_ in grammar("suffers"):
        sufferer = subject(carrier)
        return Parties(tuple(who), (*whom, *(conjuncts(sufferer) if sufferer is not None else ())))
    if carrier is not None and not who:
        doer = _carried_by(noun, carrier)
        who += conjuncts(doer) if doer is not None else ()
    return Parties(tuple(who), tuple(whom))


def _ranked(noun: Token) -> Token:
    """The word that says which of its kind a talk was: "the call was the first between Paz and Berg"; else the noun."""
    over = noun.head
    if noun.dep_ != "nsubj" or over.lemma_ != "be":
        return noun
    return next((child for child in over.children if child.dep_ in ("attr", "acomp") and child.i > over.i), noun)


def _beside_which(noun: Token, with_whom: bool) -> tuple[Token, ...]:
    """Who did, in the clause around it, what a noun names: talks with a whom, after which two said, words said in."""
    if not (with_whom or said_in(noun) is not None or _is_before(noun)):
        return ()
    doer = _around(noun)
    doers = conjuncts(doer) if doer is not None else ()
    return doers if with_whom or said_in(noun) is not None or len(doers) > 1 else ()


def _is_before(noun: Token) -> bool:
    """Whether talks are told as what went before: "after two hours of talks in Lima, Paz and Berg agreed"."""
    if not any(line.act == "CONSULT" for line in nouns().get(noun.lemma_.lower(), ())):
        return False
    over = noun
    while over.dep_ == "pobj" and over.head.lower_ == "of" and core(over.head.head).i == noun.i:
        over = over.head.head
    return (
        over.dep_ == "pobj" and over.head.lower_ in ("after", "following", "during") and over.head.head.pos_ == "VERB"
    )


def _measured_by(noun: Token) -> tuple[Token, ...]:
    """What measures talks, on which the parser hangs who holds them: "nine hours of talks between Chad and Mali"."""
    over = noun.head.head
    return (over,) if noun.dep_ == "pobj" and noun.head.lower_ == "of" and over.lemma_ in listed("lengths") else ()


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
    yield from (conjuncts(_named_later(child)) for child in owners)
    left = noun.left_edge.i
    if (
        not owners
        and left > 1
        and noun.doc[left - 1].tag_ == "POS"
        and noun.doc[left - 2].ent_type_ not in ("DATE", "TIME")
    ):
        last = noun.doc[left - 2]
        yield (last, last.head) if last.dep_ == "conj" else (last,)


def _named_later(owner_: Token) -> Token:
    """ "At his meeting with Paz the president said": who is named behind it, where a sentence begins with a pronoun."""
    preposition, doc = owner_.head.head, owner_.doc
    fronted = preposition.dep_ == "prep" and preposition.i == owner_.sent.start and owner_.i <= preposition.i + 2
    who = subject(preposition.head) if fronted and owner_.lower_ in ("his", "her") else None
    later = who is not None and who.i > owner_.i and who.pos_ in ("NOUN", "PROPN")
    return who if later and who is not None and doc[who.i].sent == owner_.sent else owner_


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
        if who is not None and who.pos_ in ("VERB", "AUX") and not who.ent_type_:
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
        doer = subject(carrier)
        if (
            doer is not None and doer.i == noun.i and not agent
        ):  # "the treaty that signed Paz and Berg" turns them round
            behind = (child for child in carrier.children if child.dep_ == "dobj" and child.ent_type_ == "PERSON")
            return next(behind, doer)
        return agent[0] if agent else doer
    doer = subject(carrier)
    if doer is not None and (doer.i == noun.i or noun in doer.conjuncts or core(doer).i == noun.i):
        agent = prepositions_of(carrier).get("by", ())
        return agent[0] if agent else None
    return doer if doer is not None else owner(noun)
