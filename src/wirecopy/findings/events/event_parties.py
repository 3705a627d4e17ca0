"""Who does a deed and to whom, once the words are known: the nameless left out, and whether it is politics at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.described import groups
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.if_clauses import is_condition
from wirecopy.findings.acts.lexicon import VerbPattern, classes, grammar, nouns
from wirecopy.findings.acts.nouns import core
from wirecopy.findings.events.worth import nameless
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.party_tokens import Parties
from wirecopy.findings.sides.sides import actors_at, is_party, teller
from wirecopy.findings.sides.standins import as_states, body
from wirecopy.findings.status.status import FACTS
from wirecopy.model import Actor, Event, Passage, Status
from wirecopy.reports.outlets import outlet_named

if TYPE_CHECKING:
    from spacy.tokens import Token

SENTENCES = 4
"""Sentences behind a paper in which "it" can still mean it."""
HARM = frozenset({"ASSAULT", "COERCE"})  # acts whose whom may be a thing or a place
BEFALLING = frozenset({"release", "convict"})  # modes that befall people who are told without a name too


def is_known(actors: tuple[Actor, ...]) -> bool:
    """Whether somebody is named, or described by his country: "American soldiers", "the West", not "the tanks"."""
    groups = (actor for actor in actors if actor.kind == "group")
    known = any(actor.kind not in ("group", "place") or actor.country for actor in actors)
    return known or any(actor.name.split()[-1][:1].isupper() for actor in groups)


def sides_between(
    passage: Passage, trigger: Trigger, named: Parties, who: tuple[Actor, ...], whom: tuple[Actor, ...], found: Status
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Doers and others without the nameless ("leaders"), and nobody on both sides: who strikes himself is misread.

    Who warns "if he attacked" does not mean himself.
    """
    fact = found in FACTS or found in ("refused", "denied")
    mutual = "all" in trigger.pattern.marks
    if trigger.pattern.act == "CONSULT":
        who = as_states(who)
    supposed = found == "conditional" and any(map(is_condition, (trigger.token, trigger.token.head)))
    if supposed and trigger.pattern.act in HARM and _is_tellers(passage, trigger, who):
        who = tuple(actor for token in named.who if token.tag_ != "PRP" for actor in actors_at(passage, token))
    if trigger.pattern.act == "MOBILIZE" and is_known(who):  # "Russian troops and armour"
        who = tuple(actor for actor in who if actor.kind != "group" or actor.country or not _is_gear(actor))
    known = tuple(actor for actor in who if not nameless(actor, fact))
    befallen = trigger.pattern.act in HARM or trigger.pattern.mode in BEFALLING
    if not (fact and befallen) and not _are_people(whom):
        whom = tuple(actor for actor in whom if not nameless(actor, fact))
    who = known if known or whom or not fact else who
    if not mutual and trigger.pattern.act in HARM and who and set(who) <= set(whom):
        who = ()
    return who, tuple(actor for actor in whom if actor not in who)


def _is_tellers(passage: Passage, trigger: Trigger, who: tuple[Actor, ...]) -> bool:
    """Whether the doer is who says so, or the state of that person: "if it attacks, Paz said"."""
    teller_ = speaker_at(passage, trigger.token.idx)[:1]
    return who == teller_ or (len(who) == len(teller_) == 1 and who[0].id == teller_[0].country)


def _is_gear(actor: Actor) -> bool:
    """Whether it is what soldiers bring with them: "armour", "tanks"."""
    last = actor.name.split()[-1].lower()
    return actor.anonymous and bool({last, last.removesuffix("s")} & (classes()["arms"] | classes()["troops"]))


def _are_people(whom: tuple[Actor, ...]) -> bool:
    """Whether people are listed by their kinds, of which one alone says little: "women, children and old people"."""
    kinds = (actor.name.split()[-1].lower() for actor in whom if actor.anonymous)
    return len(whom) > 1 and sum(kind in grammar("folk") for kind in kinds) == len(whom)


def is_general(found: Status, named: Parties) -> bool:
    """A truth about all: "an attack on any member is an attack on all"; "any Chadian ship" is somebody's."""
    whole = (t for t in named.whom if any(child.lower_ in ("any", "every", "each") for child in t.children))
    return found not in FACTS and any(not any(c.ent_type_ in ("NORP", "GPE") for c in t.children) for t in whole)


def is_toll(trigger: Trigger, event: Event) -> bool:
    """Whether it only counts those who were struck by nobody who is named: "57 people have been killed since Monday".

    That is a figure; a deed is told by its doer, its day or the blow: "two men have been killed by shelling".
    """
    if event.who or trigger.frame is None or not trigger.frame.passive or trigger.token.lemma_ not in grammar("tolled"):
        return False
    verb, struck = trigger.token, trigger.frame.object
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    counted = struck is not None and any(child.dep_ == "nummod" for child in struck.children)
    since = any(child.lower_ == "since" for child in verb.children)
    beside = (one for objects in trigger.frame.prepositions.values() for one in objects)
    told = event.where or event.when is not None or any(core(one).lemma_.lower() in nouns() for one in beside)
    return perfect and counted and (since or not told)


def only_speaks(named: Parties) -> bool:
    """To speak to reporters is to make a statement."""
    sides = (*named.who, *named.whom)
    heard = [token for token in sides if core(token).lemma_.lower() in grammar("listeners") or _is_of_press(token)]
    return bool(heard) and len(sides) - len(heard) < 2


def _is_of_press(token: Token) -> bool:
    """Is it an outlet, or one of its people: "NBC News' Jane Lane"?"""
    owners = [child for child in token.children if child.dep_ == "poss"]
    return any(outlet_named(token.doc[one.left_edge.i : one.i + 1].text) is not None for one in (token, *owners))


def actors_of(passage: Passage, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    found = {actor.id: actor for token in tokens for actor in _party_of(passage, token)}
    names = [actor.name for actor in found.values() if actor.kind != "group"]
    # "European Union ministers" beside the European Union are the same side told twice.
    return tuple(a for a in found.values() if a.kind != "group" or not a.name.startswith(tuple(f"{n} " for n in names)))


def _party_of(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors of a word: its own, who tells where it is a pronoun, or the state of an adjective ("Swedish aid")."""
    writer = _written_by(passage, token)
    found = writer or actors_at(passage, token) or teller(passage, token) or _named_later(passage, token)
    state = body(passage, token) if not found and token.dep_ in ("amod", "compound", "nmod") else None
    return found or ((state,) if state is not None else ())


def _written_by(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """Whose paper says or demands something: "the Chadian reply", and "it" in the sentences behind it."""
    paper = token if token.lemma_.lower() in grammar("papers") else _paper_before(token)
    owners = [child for child in paper.children if child.dep_ in ("amod", "poss")] if paper is not None else []
    if token.dep_ != "nsubj" or token.head.lemma_ not in grammar("paper_says"):
        return ()
    return tuple(state for child in owners if (state := body(passage, child)) is not None and state.kind == "state")[:1]


def _paper_before(pronoun: Token) -> Token | None:
    """The paper that "it" means: the last noun of its kind, in four sentences that all tell of "it"."""
    if pronoun.lower_ != "it":
        return None
    sentence = pronoun.sent
    for _ in range(SENTENCES):
        if not sentence.start or "\n\n" in sentence.doc[sentence.start - 1].text:
            return None
        sentence = sentence.doc[sentence.start - 1].sent
        papers = [one for one in sentence if one.lemma_.lower() in grammar("papers") and one.pos_ == "NOUN"]
        if papers:
            return papers[-1]
        if not any(one.lower_ == "it" and one.dep_ in ("nsubj", "nsubjpass") for one in sentence):
            return None
    return None


def _named_later(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """ "Speaking in Lima, where she met the king, Ana Paz said": whom a pronoun before the subject means."""
    who = next((child for child in pronoun.sent.root.children if child.dep_ == "nsubj"), None)
    if pronoun.lower_ not in ("he", "she") or who is None or who.i < pronoun.i or who.pos_ != "PROPN":
        return ()
    fronted = any(one.dep_ == "advcl" and one.i < who.i and one.head == who.head for one in pronoun.ancestors)
    return actors_at(passage, who) if fronted else ()


def _is_doer(passage: Passage, token: Token) -> bool | None:
    """Whether a doer can be a party; of "the unions said they would strike" whoever says so."""
    found = is_party(passage, token)
    return True if (found is None and teller(passage, token)) or _written_by(passage, token) else found


def _is_thing(passage: Passage, trigger: Trigger) -> bool:
    """Whether a thing is said to meet, sit or speak: "the decision sat well with Khan"."""
    found = trigger.frame
    if found is None or found.passive or found.subject is None or found.subject.pos_ != "NOUN":
        return False
    if core(found.subject).lemma_.lower() in grammar("craft"):  # "its tanker would not travel to Chad"
        return True
    return _is_doer(passage, found.subject) is False


def takes_place(trigger: Trigger, named: Parties, placed: bool) -> bool:
    """Whether a protest or fighting is said to take place, by whomever, or a site to be struck: "the bombing of a clinic".

    `placed`: it is told where; unrest may have another setting that is public.
    """
    if not (placed or _is_public(trigger)):
        return False
    hit = any(core(token).lemma_.lower() in classes()["site"] for token in named.whom)
    if trigger.pattern.act == "ASSAULT" and hit and not _has_doer(trigger):
        return True
    if any(token.lemma_.lower() in grammar("parleys") for token in trigger.tokens) and trigger.pattern.act == "CONSULT":
        return True  # "peace talks opened in Lima"
    unrest = grammar("tumults") | (grammar("unled") if _is_public(trigger) else frozenset())
    if trigger.frame is None and trigger.token.lemma_.lower() in unrest:
        return True  # "the coup in Mali", "there was gunfire in Lima"
    crowd = trigger.frame.subject if trigger.frame is not None and trigger.pattern.mode == "demo" else None
    if crowd is not None and crowd.tag_ in ("NNS", "NNPS") and core(crowd).lemma_.lower() not in classes()["troops"]:
        return True  # "pensioners marched through Lima"
    return trigger.carrier is not None and trigger.token.lemma_.lower() in grammar("unled")


def _is_public(trigger: Trigger) -> bool:
    """Whether unrest is political by its reach or its setting: "a general strike", "a vigil outside the embassy"."""
    if trigger.pattern.act != "PROTEST":
        return False
    words = (trigger.token, trigger.carrier) if trigger.carrier is not None else (trigger.token,)
    at = [one for word in words for objects in prepositions_of(word).values() for one in objects]
    return is_wide(trigger) or any(core(one).lemma_.lower() in grammar("seats") for one in at)


def is_wide(trigger: Trigger) -> bool:
    """Whether unrest reaches a whole country or is aimed at its government, by the word before it: "a general strike"."""
    before = (child for child in trigger.token.children if child.i < trigger.token.i)
    return trigger.pattern.act == "PROTEST" and any(child.lower_ in grammar("at_large") for child in before)


def _has_doer(trigger: Trigger) -> bool:
    return trigger.frame is not None and trigger.frame.subject is not None


def _is_somebody(passage: Passage, token: Token) -> bool:
    """Whether a noun phrase can be a party; a poll or a paper that is quoted for what it says can not."""
    if is_party(passage, token) is False:
        return False
    found = actors_at(passage, token)
    return not found or core(token).lemma_.lower() in groups() or any(not actor.anonymous for actor in found)


def _is_mindless(token: Token) -> bool:
    """Whether it is a storm or a plague, by its name too ("Hurricane Ana"), or a thing that acts in a manner of speaking."""
    words = (core(token), *(child for child in token.children if child.dep_ == "compound"))
    return any({low, low.removesuffix("s")} & grammar("mindless") for low in (one.lemma_.lower() for one in words))


def is_political(passage: Passage, trigger: Trigger, named: Parties, placed: bool) -> bool:
    """Whether the parties make it a political act: sport, weather, business and metaphor have no such parties.

    `placed`: a place or a state is reached. A thing that is released, or hurt, is none.
    """
    strong = "strong" in trigger.pattern.marks
    if {"strong", "armed"} <= trigger.pattern.marks:  # whoever does it bears arms: "units returned to their bases"
        return True
    tools = grammar("weapons") | (grammar("struck") if trigger.pattern.act in HARM else frozenset())
    tools |= grammar("craft") if trigger.pattern.act == "AID" else frozenset()  # "trucks took flour to Chad"
    armed = [token for token in named.who if core(token).lemma_.lower() not in tools]
    struck = trigger.pattern.act in HARM | {"AID"} and placed and len(armed) < len(named.who)
    who = [_is_doer(passage, token) for token in armed if not _is_mindless(token)]
    whom = [_is_doer(passage, token) if token.dep_ == "nsubjpass" else is_party(passage, token) for token in named.whom]
    firms = bool(named.who) and all(core(token).lemma_.lower() in grammar("firms") for token in named.who)
    firms = firms and not any(not actor.anonymous for token in named.who for actor in actors_at(passage, token))
    if firms and not placed and not any(whom):
        return False
    if "party" in trigger.pattern.marks and not (placed or any(map(partial(_is_somebody, passage), named.whom))):
        return False
    if isinstance(trigger.pattern, VerbPattern):
        if strong and trigger.pattern.object == "doer" and trigger.pattern.act in HARM:
            return True  # "a car blew up outside the ministry"
        if trigger.pattern.act == "CONSULT" and _is_thing(passage, trigger):
            return False
        if (who or armed) and not any(one is not False for one in who):
            return False
        if not who:
            return strong or struck or any(one for one in whom)
        return any(one for one in (*who, *whom)) or strong
    if "weak" in trigger.pattern.marks:
        if (trigger.pattern.act in HARM and any(one for one in whom)) or (trigger.pattern.act in HARM and placed):
            return True
        if "whom" in trigger.pattern.marks and any(one for one in whom):  # "the trial of the general"
            return True
        return any(one for one in who) or (trigger.carrier is not None and any(one for one in (*who, *whom)))
    return True
