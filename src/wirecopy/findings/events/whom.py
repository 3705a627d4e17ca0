"""To whom an act is done, where grammar alone doesn't tell: in what is said, asked or promised, and by what he has done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeGuard

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.described import described, listed_behind, site
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import classes, nouns
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.events.addressed import assured, barred, of_thing_before
from wirecopy.findings.sides.sides import actors_at, teller
from wirecopy.findings.sides.standins import body, listed
from wirecopy.model import Actor, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

HARM = frozenset({"ASSAULT", "COERCE"})  # acts whose whom may be a thing or a place
JUDGED = frozenset({"ACCUSE", "SUPPORT", "REJECT"})  # acts that reach somebody through what he did
SPOKEN = frozenset({"REQUEST", "THREATEN", "AGREE", "ACCUSE"})
CLAUSES = ("ccomp", "xcomp", "dobj", "advcl")
CONDITIONAL = frozenset({"if", "unless", "should", "once"})


def those_reached(passage: Passage, trigger: Trigger, token: Token) -> tuple[Actor, ...]:
    """Whom an act reaches: the actor of the phrase, a person however described, the place that is attacked, or whose
    deed is praised or condemned."""
    found = listed_behind(passage, token) or _party(passage, token)
    found = found or (teller(passage, token) if token.dep_ == "nsubjpass" else ())
    if found:
        return found
    if trigger.pattern.act in JUDGED and (doers := _doers(passage, trigger, token)):
        return doers
    if token.pos_ in ("NOUN", "ADJ") and (
        _is_told_to_act(trigger, token) or trigger.token.lemma_.lower() in listed("befalling")
    ):
        return _apposed(passage, token) or described(passage, core(token))
    if trigger.pattern.act == "CONCEDE" or ("paper" in trigger.pattern.marks and token.lemma_ in listed("answered")):
        return _owners(passage, token)[:1]  # "handed over its reply to the American proposals"
    return _struck(passage, trigger, token) if trigger.pattern.act in HARM | {"SANCTION"} else ()


def _is_told_to_act(trigger: Trigger, token: Token) -> bool:
    """Whether somebody is asked to do something, so that he is no thing: "ordered its staff to leave"."""
    verb = trigger.token
    deed = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i > token.i)
    return trigger.pattern.act == "REQUEST" and token.dep_ == "dobj" and any(deed)


def _struck(passage: Passage, trigger: Trigger, token: Token) -> tuple[Actor, ...]:
    """The place that is attacked or taken, or the thing of a state: "Chad's power grid"."""
    found = site(passage, token) if trigger.pattern.act in HARM else ()
    if found or token.pos_ != "NOUN":
        return found
    noun = core(token)
    worth = prepositions_of(noun).get("of", ())
    noun = worth[0] if noun.lemma_ == "worth" and worth else noun  # "$30 worth of Chadian goods"
    known = _owners(passage, noun)
    if trigger.pattern.mode == "restrict" and noun.lemma_.lower() in listed("goods"):
        return known[:1]  # a tariff on Chadian goods is one on Chad
    return described(passage, noun) if known else ()


def _owners(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The states and bodies whose a thing is: "Chad's pipeline", "the ports of Chad"."""
    owners = [child for child in noun.children if child.dep_ in ("poss", "amod", "compound", "nmod")]
    owners += prepositions_of(noun).get("of", ())
    return tuple(actor for owner in owners if (actor := body(passage, owner)) is not None)


def _apposed(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The name behind a description: "a teacher, Ana Paz"."""
    beside = (child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN")
    return next((found for one in beside if (found := actors_at(passage, one))), ())


def _doers(passage: Passage, trigger: Trigger, noun: Token) -> tuple[Actor, ...]:
    """Whose doing it is that is judged: "Chad's decision", "the American number", "an attack by Chad"."""
    at = prepositions_of(noun)
    if "for" not in at and any("all" in line.marks for line in nouns().get(noun.lemma_.lower(), ())):
        return ()  # whoever backs a call backs neither of those who spoke
    low = noun.lemma_.lower()
    suffered = low in listed("suffered")  # "Paz's killing" was not done by Paz
    owners = [child for child in noun.children if child.dep_ == "poss" and not suffered]
    owners += at.get("by", ())
    owners += [
        one for clause in noun.children if clause.dep_ == "acl" for one in _agents(clause)
    ]  # "steps taken by Chad"
    suffers = any(line.act in HARM and "of" in line.whom for line in nouns().get(low, ()))
    if trigger.pattern.act == "SUPPORT" and low in listed("doings") | listed("possessions") and not suffers:
        owners += at.get("of", ())
    if low in listed("doings"):
        owners += [] if owners else [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod")]
        owners += at.get("from", ()) if trigger.pattern.act != "ACCUSE" else ()
        owners += at.get("with", ()) if trigger.pattern.act == "REJECT" else ()
    found = (actor for owner in owners for one in conjuncts(owner) for actor in _party(passage, one))
    return tuple({actor.id: actor for actor in found}.values())


def _agents(clause: Token) -> list[Token]:
    by = (child for child in clause.children if child.dep_ == "agent")
    return [one for child in by for one in child.children if one.dep_ == "pobj"]


def _party(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors of a word, an adjective's state among them: "American"."""
    if token.dep_ in ("amod", "compound", "nmod"):
        actor = body(passage, token)
        return (actor,) if actor is not None else ()
    if token.lower_ in ("former", "latter"):
        return _of_two(passage, token)
    found = actors_at(passage, token)
    return described(passage, token) if _is_one_of_many(token) and any(one.kind == "person" for one in found) else found


def _is_one_of_many(noun: Token) -> bool:
    """Whether a noun names no certain one: "expels Chadian diplomat", "a Chadian diplomat", nobody who is named beside it."""
    definite = any(child.lower_ not in ("a", "an", "one", "another") for child in noun.children if child.dep_ == "det")
    owned = any(
        child.dep_ in ("poss", "appos") or (child.pos_ == "PROPN" and child.dep_ != "compound")
        for child in noun.children
    )
    ranked = any(child.lower_ in ("top", "chief", "senior", "leading") for child in noun.children)
    named = noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN" and noun.nbor().ent_type_ == "PERSON"
    return noun.lemma_.lower() in listed("many") and not (definite or owned or ranked or named)


def _of_two(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """ "She spoke to Paz and to Berg, and asked the former to wait": of the two others who are told last, the one meant."""
    doer = subject(token.head)
    own = {actor.id for actor in actors_at(passage, doer)} if doer is not None else set()
    before = token.doc[token.sent.start - 1].sent if token.sent.start else token.sent
    near = [
        one for one in passage.mentions if before.start_char <= one.span.start < token.idx and one.actor is not None
    ]
    told = [one.actor for one in sorted(near, key=lambda one: one.span.start) if one.actor is not None]
    two = {actor.id: actor for actor in told if actor.kind == "person" and not actor.anonymous and actor.id not in own}
    return (list(two.values())[token.lower_ == "latter"],) if len(two) == 2 else ()


# ---- whom words are meant for -------------------------------------------------------------------------------------
def aimed_at(trigger: Trigger) -> tuple[Token, ...]:
    """Whom words without an object are meant for, by their clauses; nobody for acts that lie in no words.

    "alleged that Chad's soldiers had fled" accuses them; "threatened to strike if Mali moved" threatens Mali; "demanded
    that Togo leave" asks Togo; "agreed to lend Chad money" promises it to Chad.
    """
    verb = trigger.token
    finder = _FINDERS.get(trigger.pattern.act)
    found = tuple(one for noun in finder(verb) for one in conjuncts(noun)) if finder is not None else ()
    return found or (_hearer(verb) if trigger.pattern.act in SPOKEN else ()) or assured(trigger)


def _hearer(verb: Token) -> tuple[Token, ...]:
    """Who is told the rest of it: "told the king that it was late and demanded an answer"."""
    over = verb.head
    if verb.dep_ == "conj" and over.dep_ == "ccomp" and subject(verb) == subject(over.head):
        over = over.head  # the parser joins it to what is told
    telling = verb.dep_ == "conj" and over.lemma_ in ("tell", "inform", "assure", "remind", "warn") and over.i < verb.i
    return tuple(child for child in over.children if telling and child.dep_ in ("dobj", "dative"))


def _told(verb: Token) -> list[Token]:
    """The clauses that say what is said, asked or promised."""
    return [child for child in verb.children if child.dep_ in CLAUSES[:3] and child.i > verb.i]


def _blamed(verb: Token) -> Iterator[Token]:
    """Whose doing a complaint or an allegation tells: the subject, else whose it is."""
    for clause in (child for child in verb.children if child.dep_ == "ccomp"):
        who = subject(clause)
        if who is not None and who.pos_ != "PRON":
            doing = who.lemma_.lower() in listed("doings") | nouns().keys()
            owners = [child for child in who.children if child.dep_ == "poss"]
            owners += [*prepositions_of(who).get("of", ()), *prepositions_of(who).get("by", ())] if doing else []
            yield from owners if doing else (who,)
            return


def _threatened(verb: Token) -> Iterator[Token]:
    """Whom the deed that is threatened strikes, who will suffer, or else who is to mend his ways."""
    own = subject(verb)
    for clause in _told(verb):
        who = subject(clause)
        if clause.dep_ == "xcomp" and clause.lemma_ in listed("befalling") | listed("striking"):
            yield from _with_owners(clause)
        elif clause.lemma_.lower() in listed("suffering") and _is_other(who, own):
            yield who
            return
    for clause in (one for one in verb.subtree if _is_condition(one)):
        who = subject(clause)
        if _is_other(who, own):
            yield who
            return


def _is_other(who: Token | None, own: Token | None) -> TypeGuard[Token]:
    """Whether it is somebody by name or description, and not the one who speaks."""
    return who is not None and who.pos_ != "PRON" and who != own


def _with_owners(deed: Token) -> Iterator[Token]:
    """The object of a deed, and whose, against whom or with whom it is: "positions of Chad", "the talks with Mali"."""
    for noun in (child for child in deed.children if child.dep_ == "dobj"):
        yield noun
        yield from (child for child in noun.children if child.dep_ == "poss" and child.pos_ != "PRON")
        at = prepositions_of(noun)
        yield from (one for name in ("of", "with", "against", "on", "to") for one in at.get(name, ()))


def _is_condition(clause: Token) -> bool:
    marks = (child for child in clause.children if child.dep_ in ("mark", "advmod", "aux"))
    return clause.dep_ == "advcl" and any(mark.lower_ in CONDITIONAL for mark in marks)


def _asked(verb: Token) -> Iterator[Token]:
    """Who is to do what is demanded, whose forces are to leave, from whom it is wanted, with whom the talks are asked for."""
    goods = [child for child in verb.children if child.dep_ == "dobj"]
    clauses = (c for one in (verb, *goods) for c in one.children if c.dep_ in ("ccomp", "acl") and c.i > verb.i)
    for clause in clauses:
        who = subject(clause)
        bare = clause.tag_ == "VB" or any(c.lower_ in ("should", "must", "to") for c in clause.children)
        asks = bare or verb.lemma_ == "demand"
        if asks and who is not None and who.lower_ == "it" and (whose := of_thing_before(verb)):
            yield from whose
            return
        if asks and who is not None and who.dep_ == "nsubj" and who.pos_ != "PRON":
            yield who
            yield from (child for child in who.children if child.dep_ in ("compound", "nmod"))
            return
    yield from _to_grant(verb)
    goods += [one for noun in goods for one in noun.conjuncts if one.lemma_.lower() in listed("leaving")]
    goods += [
        noun for child in verb.children if child.lower_ == "for" for noun in child.children if noun.dep_ == "pobj"
    ]
    for noun in goods:
        at = prepositions_of(noun)
        if any(pattern.act == "CONSULT" for pattern in nouns().get(noun.lemma_.lower(), ())):
            yield from (*at.get("with", ()), *(one for one in at.get("of", ()) if one.pos_ == "PROPN"))
        if noun.lemma_.lower() in listed("leaving"):
            yield from (one for who in at.get("of", ()) for one in _commanders(who))
        yield from at.get("from", ())
    yield from prepositions_of(verb).get("from", ())


def _commanders(who: Token) -> tuple[Token, ...]:
    """Of whom it is asked that somebody leave: of the state whose troops they are."""
    whose = tuple(c for c in who.children if c.dep_ in ("amod", "poss") and c.ent_type_ in ("NORP", "GPE"))
    return whose if core(who).lemma_.lower() in classes()["troops"] and whose else (who,)


def _to_grant(verb: Token) -> Iterator[Token]:
    """Who is to grant what is sought, by the threat beside it: "pushes for a pact and will act if Chad does not agree"."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    beside = (child for child in over.children if child.dep_ == "conj" and child.i > verb.i)
    for clause in (one for joined in beside for one in joined.subtree if _is_condition(one)):
        who = subject(clause)
        refused = any(child.dep_ == "neg" or child.lower_ == "unless" for child in clause.children)
        if refused and _is_other(who, subject(over)):
            yield who
            return


def _helped(verb: Token) -> Iterator[Token]:
    """Who is helped by what is given: "deliver arms from its stocks to Chad", "gave money to support Mali"."""
    for clause in (child for child in verb.children if child.dep_ in ("advcl", "xcomp") and child.i > verb.i):
        if clause.lemma_ in ("help", "assist", "support", "aid", "protect", "back"):
            yield from (child for child in clause.children if child.dep_ in ("dobj", "nsubj"))
            yield from (one for c in clause.children if c.dep_ == "ccomp" for one in c.children if one.dep_ == "nsubj")
    for link in verb.subtree:
        given = link.head.lemma_.lower() not in listed("turning")
        if link.lower_ == "to" and given and link.dep_ in ("prep", "dative") and link.i > verb.i:
            yield from (child for child in link.children if child.dep_ == "pobj" and child.pos_ == "PROPN")


def _promised(verb: Token) -> Iterator[Token]:
    """To whom, or with whom, somebody promises to do something; to whom he promises a thing: "promised an answer to Chad"."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    yield from (one for noun in (verb, *things) for one in prepositions_of(noun).get("to", ()) if one.pos_ != "PRON")
    for clause in (child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i):
        if clause.lemma_.lower() not in listed("serving"):
            continue
        given = [child for child in clause.children if child.dep_ == "dative" and child.pos_ != "ADP"]
        at = prepositions_of(clause)
        goods = [child for child in clause.children if child.dep_ == "dobj"]
        inner = [one for noun in goods for name in ("to", "with", "for") for one in prepositions_of(noun).get(name, ())]
        outer = [one for name in ("to", "with") for one in at.get(name, ())]
        whom = given or outer or inner or goods
        yield from (one for one in whom if one.pos_ != "PRON")
        return


_FINDERS = {
    "ACCUSE": _blamed,
    "THREATEN": _threatened,
    "REQUEST": _asked,
    "AGREE": _promised,
    "AID": _helped,
    "REJECT": barred,
}
