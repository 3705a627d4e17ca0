"""Actors for noun phrases and pronouns, and whether one can be a party to a political act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.described import KINDS, entity, group_at, groups, ship
from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.named import named_at, speaker_at
from wirecopy.findings.sides.offices import is_office, name_behind
from wirecopy.findings.sides.standins import (
    body,
    doing_to,
    firm_before,
    followed_by_name,
    pair,
    represented,
    state_of,
)
from wirecopy.findings.sides.verb_parties import misjoined
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Actor, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


def actors_at(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors that a noun phrase names; "we" and "I" are the speaker of the words."""
    low = token.lower_
    if low in ("we", "i", "us", "our", "my", "me") and token.text != "US":
        return speaker_at(passage, token.idx)
    found = named_at(passage, token)
    vague = not found or found[0].kind == "group"  # of "Chadian troops" the adjective names Chad
    if vague and token.dep_ == "amod" and token.pos_ == "ADJ" and (its := body(passage, token)) is not None:
        return (its,)
    if _is_doer_too(passage, token, found):
        return pair(passage, token)
    if not found or found[0].anonymous or found[0].kind == "group":
        meant = _meant(passage, token)
        if meant:
            return meant
    if is_office(token, found) and (name := name_behind(passage, token)):
        return name
    if low in ("him", "her", "them") and (heard := _heard(passage, token, found)):
        return heard
    if (
        found
        and found[0].kind == "state"
        and token.pos_ in ("NOUN", "PROPN")
        and set(found) < set(meant := represented(passage, token))
    ):
        return meant
    if found and low in ("he", "she", "him", "her") and _quotes_own(passage, token, found[0]):
        return ()
    if not found and low in ("he", "she") and token.dep_ == "nsubj":
        return _last_quoted(passage, token) or _planner(passage, token)
    if low == "it" and token.dep_ == "nsubj" and (state := _state_told(passage, token)):
        return state
    if found and low in ("him", "her", "he", "she") and (principal := _principal(passage, token, found[0])):
        return principal
    if _is_first_subject(token) and len(several := _those_before(passage, token)) > len(found):
        return several
    if low == "they" and found and found[0].name.endswith(" officials"):
        return teller(passage, token) or found
    if low == "they" and found and found[0].kind == "person":
        return ()  # the spokesman who told of two that talked
    inner = core(token)
    if found or (token.pos_ not in ("NOUN", "PROPN") and inner.i == token.i):
        return found
    if inner.i != token.i:
        found = named_at(passage, inner)
    return (
        found
        or _own_country(passage, inner)
        or group_at(passage, inner)
        or entity(passage, inner)
        or ship(passage, inner)
    )


def _state_told(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """What "it" does by the words of one whose state the sentence names: "Paz, Chad's minister, said that it would"."""
    verb = pronoun.head
    over = verb.head
    if verb.dep_ != "ccomp" or over.lemma_ not in ("say", "tell", "announce", "promise", "confirm", "declare"):
        return ()
    who = subject(over)
    if who is None or who.i > pronoun.i:
        return ()
    near = (who, *(child for child in who.children if child.dep_ == "appos"))
    states = (
        a for one in near for c in one.children if c.dep_ == "poss" for a in named_at(passage, c) if a.kind == "state"
    )
    return tuple(states)[:1]


def _principal(passage: Passage, pronoun: Token, official: Actor) -> tuple[Actor, ...]:
    """Whom "him" means in the words of "an official in Paz's office": the one for whom he speaks."""
    if not official.anonymous or official not in speaker_at(passage, pronoun.idx):
        return ()
    own = next((m.span for m in passage.mentions if m.actor == official), None)
    inside = (m.actor for m in passage.mentions if own is not None and own.start < m.span.start < own.end)
    found = tuple(actor for actor in inside if actor is not None and actor.kind == "person" and not actor.anonymous)
    return found[:1]


def _own_country(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """ "His country", "its homeland": the state of whom the pronoun means; "the government" in the words of its minister."""
    whose = next((child for child in noun.children if child.tag_ == "PRP$"), None)
    if whose is None and noun.lemma_.lower() == "government":
        return _governed(passage, noun)
    if whose is None or noun.lemma_.lower() not in ("country", "nation", "homeland", "motherland", "government"):
        return ()
    owners = actors_at(passage, whose) if whose.lower_ in ("our", "my") else named_at(passage, whose)
    state = gazetteer().actors.get(owners[0].country or "") if owners else None
    return (state,) if state is not None else ()


def _governed(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The state of "the government" that somebody speaks of at home: no other country is named before it."""
    if [child.lower_ for child in noun.children if child.dep_ != "punct"] != ["the"]:
        return ()
    code = next((actor.country for actor in speaker_at(passage, noun.idx)[:1] if actor.kind != "group"), None)
    start = noun.sent.start_char
    near = {m.actor.country for m in passage.mentions if m.actor and start <= m.span.start < noun.idx}
    state = gazetteer().actors.get(code) if code and near <= {code, None} else None
    return (state,) if state is not None else ()


def _is_doer_too(passage: Passage, token: Token, found: tuple[Actor, ...]) -> bool:
    """Whether who does it was taken for one of the two to whom it is done: "Khan invited both leaders"."""
    several = token.tag_ == "NNS" and any(child.lower_ in ("both", "two") for child in token.children)
    return several and any(actor in doing_to(passage, token) for actor in found)


def _meant(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The named parties that a group without a name stands for."""
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return ()
    if token.text in ("They", "Both") and token.sent.start and token.dep_ == "nsubj":
        return _those_before(passage, token) or pair(passage, token)
    return (
        represented(passage, token)
        or pair(passage, token)
        or followed_by_name(passage, token)
        or firm_before(passage, token)
    )


def _is_first_subject(pronoun: Token) -> bool:
    """ "In a joint statement on Monday, they called": a "they" that only an opening phrase stands before."""
    sentence = pronoun.sent
    opening = sentence.doc[sentence.start : pronoun.i]
    main = pronoun.lower_ == "they" and pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "ROOT" and bool(sentence.start)
    return main and not any(one.dep_ in ("nsubj", "nsubjpass") or one.ent_type_ == "PERSON" for one in opening)


def _those_before(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """ "They" and "both" at the head of a sentence are the plural subject of the sentence before, also within what is told."""
    over = passage.doc[pronoun.sent.start - 1].sent.root
    told = next(
        (c for c in over.children if c.dep_ == "ccomp" and c.i < over.i), over
    )  # "Paz and Berg met, the palace said"
    who = subject(told) if told.pos_ in ("VERB", "AUX") else None
    if who is None:
        return ()
    several = (*misjoined(who), *conjuncts(who))
    if len(several) > 1:
        found = tuple({a.id: a for one in several for a in actors_at(passage, one)}.values())
        return found if len(found) == len(several) and (pronoun.lower_ == "they" or len(found) == 2) else ()
    return actors_at(passage, who) if who.tag_ in ("NNS", "NNPS") and pronoun.lower_ == "they" else ()


def _last_quoted(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """ "He" at the head of the paragraph behind a quotation is whoever was quoted, where no pronoun was resolved."""
    if pronoun.i != pronoun.sent.start:
        return ()
    told = [a for a in passage.attributions if a.form == "direct" and a.words and a.words[-1].end <= pronoun.idx]
    last = max(told, key=lambda a: a.words[-1].end, default=None)
    if last is None or last.speaker is None or last.speaker.kind != "person" or last.speaker.anonymous:
        return ()
    between = passage.report.text[last.words[-1].end : pronoun.idx].strip(" \n.,”\"'’")
    return (last.speaker,) if not between else ()


def _heard(passage: Passage, pronoun: Token, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whom "him" means in "telephoned Singh and urged him", "wrote to Singh asking him": the one whom the verb before has.

    Never who does it, for whom another reading may take it.
    """
    verb = pronoun.head if pronoun.dep_ != "nsubj" else pronoun.head.head
    over = verb.head
    if verb.dep_ not in ("conj", "advcl", "xcomp") or over.i >= verb.i or over.pos_ != "VERB":
        return ()
    who = subject(over)
    if found and (who is None or found != actors_at(passage, who)):
        return ()
    links = [child for child in over.children if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with")]
    told = [c for one in (over, *links) for c in one.children if c.dep_ in ("dobj", "dative", "pobj") and c.i < verb.i]
    heard = {actor.id: actor for one in told if one.pos_ in ("PROPN", "NOUN") for actor in actors_at(passage, one)}
    several = pronoun.lower_ == "them"
    people = tuple(actor for actor in heard.values() if several or actor.kind == "person")
    return people if len(people) == 1 or several else ()


def _planner(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """Who had planned a talk that opens a sentence, "a call that he had planned with Khan": the subject of the one before.

    Nobody where that sentence has two persons for subjects, or the pronoun's own names one before it.
    """
    start = pronoun.sent.start
    clause, noun = pronoun.head, pronoun.head.head
    talks = clause.dep_ == "relcl" and noun.dep_ in ("nsubj", "nsubjpass") and noun.left_edge.i == start
    if not talks or not start or any(one.ent_type_ == "PERSON" for one in pronoun.doc[start : pronoun.i]):
        return ()
    root = passage.doc[start - 1].sent.root
    over = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), root)
    who = subject(over) if over.pos_ in ("VERB", "AUX") else None
    found = tuple(actor for one in conjuncts(who) for actor in actors_at(passage, one)) if who is not None else ()
    return found if len(found) == 1 and found[0].kind == "person" and not found[0].anonymous else ()


def teller(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """Whom an unresolved pronoun means in "Chad said that it would" and "the rebels fled when they": the subject of the
    clause above, where the kinds agree."""
    verb = token.head
    over = verb.head
    said = verb.dep_ == "ccomp" and over.lemma_ in grammar("says")
    if token.lower_ in ("he", "she") and verb.dep_ in ("csubj", "advcl", "ccomp"):
        return _person_above(passage, verb, token)
    beside = verb.dep_ == "advcl" and token.lower_ == "they"
    if token.pos_ != "PRON" or not (said or beside):
        return ()
    who = subject(over)
    if (
        beside
        and who is not None
        and who.tag_ not in ("NNS", "NNPS")
        and not any(c.dep_ == "conj" for c in who.children)
    ):
        return ()
    found = actors_at(passage, who) if who is not None and who.pos_ != "PRON" else ()
    if who is not None and who.lemma_ == "official" and token.lower_ == "they":
        return _those_told(passage, token, found)
    person = token.lower_ in ("he", "she")
    return found if found and person == (found[0].kind == "person" and token.lower_ != "they") else ()


def _those_told(passage: Passage, pronoun: Token, officials: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Who does what "officials say that they" do: the soldiers of the sentence before, else the state they speak for."""
    before = passage.doc[pronoun.sent.start - 1].sent.root if pronoun.sent.start else None
    who = subject(before) if before is not None and before.pos_ in ("VERB", "AUX") else None
    if who is not None and core(who).lemma_.lower() in classes()["troops"] and (found := actors_at(passage, who)):
        return found
    return tuple({a.id: a for one in officials for a in (state_of(one) or one,)}.values())


def _person_above(passage: Passage, verb: Token, pronoun: Token) -> tuple[Actor, ...]:
    """Whom "he" means in "Khan wrote after what he said was a talk": the first person who is a subject above."""
    for over in verb.ancestors:
        who = subject(over) if over.pos_ == "VERB" else None
        if who is not None and who.pos_ != "PRON" and who.i != pronoun.i:
            found = actors_at(passage, who)
            return found if len(found) == 1 and found[0].kind == "person" else ()
    return ()


def _quotes_own(passage: Passage, token: Token, actor: Actor) -> bool:
    """In a direct quotation "he" is never the one who speaks."""
    return any(
        attribution.form == "direct"
        and attribution.speaker is not None
        and attribution.speaker.id == actor.id
        and any(words.start <= token.idx < words.end for words in attribution.words)
        for attribution in passage.attributions
    )


def is_party(passage: Passage, token: Token) -> bool | None:
    """Whether a noun phrase can be a party to a political act; None where a pronoun stays open."""
    if token.pos_ == "PRON" and not actors_at(passage, token):
        return None
    if core(token).lemma_.lower() in groups() or (token.pos_ == "PROPN" and token.ent_type_ in KINDS):
        return True
    return any(
        actor.kind in ("state", "organisation", "office", "group", "person") for actor in actors_at(passage, token)
    )
