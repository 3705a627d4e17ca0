"""Who did what a noun names, and to whom: "Chad's attack on Mali", "talks between Chad and Mali"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import NounPattern, classes, grammar, light, nouns
from wirecopy.findings.acts.noun_tests import said_in
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.subjects import owner, subject
from wirecopy.findings.sides.party_tokens import Parties, behind, each_once
from wirecopy.findings.sides.standins import listed

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_noun(noun: Token, pattern: NounPattern, carrier: Token | None) -> Parties:
    at = prepositions_of(noun)
    between = [one for over in _measured_by(noun) for one in prepositions_of(over).get("between", ())]
    if between:
        at.setdefault("between", tuple(between))
    for other in noun.conjuncts:
        for name, objects in prepositions_of(other).items():
            at.setdefault(name, objects)
    of_goods = bool(pattern.marks & {"arrives", "arms", "ties"})  # "a shipment of missiles from Chad landed"
    goods = at.get("of", ()) if of_goods else ()
    for other in (*goods, *([carrier] if carrier is not None else [])):
        for name, objects in prepositions_of(other).items():
            at.setdefault(name, objects)
    if "line" in pattern.marks:
        at = prepositions_of(noun.head.head) | at  # "was on the phone with her"
    for name, objects in prepositions_of(_ranked(noun)).items() if "all" in pattern.marks else ():
        at.setdefault(name, objects)
    who = behind(at, pattern.who - pattern.whom)
    who = [one for one in who if one.lemma_.lower() not in classes()["arms"]]
    if pattern.act == "MOBILIZE" and carrier is not None and subject(carrier) not in (None, noun):
        who = [one for one in who if one.dep_ != "pobj" or one.head.lower_ != "of"]  # "extended the carrier's stay"
    owners = [one for owner_ in _possessors(noun) for one in owner_]
    whom = behind(at, pattern.whom)
    if "arrives" in pattern.marks and carrier is not None:  # "a shipment reached Chad"
        whom += [child for child in carrier.children if child.dep_ == "dobj"]
    if "whom" in pattern.marks and (who or not whom):
        whom += owners or _peoples(noun)
        return Parties(tuple(who), tuple(whom))
    who += owners
    if not who:
        who += _peoples(noun)
    if not who and pattern.marks & {"arms", "missile"}:  # "the launch of a Chadian rocket"
        who += [one for told in prepositions_of(noun).get("of", ()) for one in _peoples(told)]
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
        who += _beside_which(noun, bool(whom) and ("all" in pattern.marks or "press" in pattern.marks))
    if carrier is None and not who and pattern.act == "ASSAULT":
        who += _massed(noun)
    if carrier is None and not who and pattern.act == "CONSULT":
        who += _persuaded(noun) or _gathered(noun)
    if carrier is None and not who and pattern.mode == "visit" and whom:
        who += _visitors(noun)
    if not who:
        who += [one for token in whom for one in behind(prepositions_of(token), ("by",))]
    if carrier is not None and carrier.lemma_ in grammar("suffers"):
        sufferer = subject(carrier)
        return Parties(tuple(who), (*whom, *(conjuncts(sufferer) if sufferer is not None else ())))
    if carrier is not None and not who and not _is_brought(noun, carrier):
        doer = _carried_by(noun, carrier)
        who += conjuncts(doer) if doer is not None else ()
    return Parties(tuple(who), tuple(whom))


def of_occasion(noun: Token, verb: Token) -> tuple[Token, ...]:
    """Who takes part in what a noun names and a verb tells of: "the drills of Chad", "talks are due between A and B"."""
    planner, others = _planned(noun)
    named = [*planner, *others]
    for at in (prepositions_of(noun), prepositions_of(verb)):
        named += behind(at, ("between", "of", "by", "with", "among"))
    return each_once((*(one for owner_ in _possessors(noun) for one in owner_), *_peoples(noun), *named))


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


def _gathered(noun: Token) -> tuple[Token, ...]:
    """Who did something at a meeting, where they are several: "the ministers failed to agree at a meeting in Lima"."""
    verb = noun.head.head
    near = noun.dep_ == "pobj" and noun.head.lower_ == "at" and verb.pos_ == "VERB"
    if (length := next(iter(_measured_by(noun)), None)) is not None and length.head.lower_ in ("in", "after", "during"):
        over = length.head.head
        verb = over.head if over.dep_ == "dobj" else over
        near = verb.pos_ == "VERB"  # "reached no agreement in two weeks of talks"
    doer = subject(verb) if near else None
    several = doer is not None and (doer.tag_ in ("NNS", "NNPS") or len(conjuncts(doer)) > 1)
    return conjuncts(doer) if doer is not None and several else ()


def _massed(noun: Token) -> tuple[Token, ...]:
    """Whose troops gather for an attack: "warships are massing off Lima for a possible landing"."""
    verb = noun.head.head
    doer = subject(verb) if noun.dep_ == "pobj" and noun.head.lower_ == "for" and verb.pos_ == "VERB" else None
    if doer is None or verb.lemma_ not in grammar("massing"):
        return ()
    return conjuncts(doer) if core(doer).lemma_.lower() in classes()["troops"] else ()


def _visitors(noun: Token) -> tuple[Token, ...]:
    """Who does something "on a visit to Oslo", or stands before it: "Paz, on a visit to Oslo, said"."""
    if not on_visit(noun):
        return ()
    over = noun.head.head
    doer = subject(over) if over.pos_ in ("VERB", "AUX") else over if over.ent_type_ == "PERSON" else None
    return conjuncts(doer) if doer is not None else ()


def on_visit(noun: Token) -> bool:
    """Whether a visit is told beside another deed, for the first time: "during a visit to Oslo"."""
    new = any(child.lower_ in ("a", "an") for child in noun.children)
    return new and noun.dep_ == "pobj" and noun.head.lower_ in ("on", "during", "after", "following")


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


def _persuaded(noun: Token) -> tuple[Token, ...]:
    """Who held talks at which one asked the other for something: "failed to persuade Chad during talks in Lima"."""
    verb = asked_at(noun)
    doer = subject(verb) if verb is not None else None
    if verb is None or doer is None:
        return ()
    heard = [child for child in verb.children if child.dep_ == "dobj"]
    heard += behind(prepositions_of(verb), ("over", "with"))
    told = next((one for one in heard if one.ent_type_ in ("GPE", "PERSON", "NORP", "ORG")), None)
    return (*conjuncts(doer), *conjuncts(told)) if told is not None else ()


def asked_at(noun: Token) -> Token | None:
    """The verb by which somebody asks or tells another something at talks that are told beside it, for the first time."""
    over = _measured_by(noun)[0] if _measured_by(noun) else noun
    new = not any(child.lower_ in ("the", "these", "those") for child in noun.children)
    if over.dep_ != "pobj" or over.head.lower_ not in ("during", "in", "at") or not new:
        return None
    return next((one for one in over.head.ancestors if one.lemma_ in listed("at_talks") and one.i < over.i), None)


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
    return list(conjuncts(planner)), behind(prepositions_of(clause), ("with",))


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
    near = [one for one in near if not _is_for(one)]
    return [one for one in near if one.pos_ == "PROPN" or one.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")]


def _is_for(name: Token) -> bool:
    """Whether it only tells whose side is taken: a "pro-Chadian revolt" is not Chad's."""
    return name.i > 1 and name.nbor(-1).text == "-" and name.nbor(-2).lower_ in ("pro", "anti", "non")


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


def _is_brought(noun: Token, carrier: Token) -> bool:
    """Whether its verb only tells what it came of: who cuts wages does not lead the strike that "the cut led to"."""
    behind_ = f"{carrier.lemma_} {noun.head.lower_}" in light()["brings"]
    return behind_ or (carrier.lemma_ == "trigger" and noun.dep_ == "dobj")


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
