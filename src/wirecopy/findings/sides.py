"""Actors for noun phrases, and whether one can be a party to a political act."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.frames import conjuncts, core, subject
from wirecopy.findings.lexicon import classes, grammar
from wirecopy.findings.standins import body, followed_by_name, pair, represented, state_of
from wirecopy.language.gazetteer import load as gazetteer
from wirecopy.language.who import actors_of, country_at, mention_of
from wirecopy.model import Actor, Passage, Span, identify
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def actors_at(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors that a noun phrase names; "we" and "I" are the speaker of the words."""
    low = token.lower_
    if low in ("we", "i", "us", "our", "my", "me") and token.text != "US":
        return speaker_at(passage, token.idx)
    found = named_at(passage, token)
    if not found and token.dep_ == "amod" and token.pos_ == "ADJ" and (its := body(passage, token)) is not None:
        return (its,)
    if not found or found[0].anonymous or found[0].kind == "group":
        meant = _meant(passage, token)
        if meant:
            return meant
    if token.pos_ == "NOUN" and (not found or found[0].anonymous) and (name := _name_behind(passage, token)):
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
    if low == "they" and found and found[0].name.endswith(" officials"):
        return teller(passage, token) or found
    inner = core(token)
    if found or (token.pos_ not in ("NOUN", "PROPN") and inner.i == token.i):
        return found
    if inner.i != token.i:
        found = named_at(passage, inner)
    return found or _own_country(passage, inner) or _described(passage, inner) or _entity(passage, inner)


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


def _meant(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The named parties that a group without a name stands for."""
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return ()
    if token.text in ("They", "Both") and token.sent.start and token.dep_ == "nsubj":
        return _those_before(passage, token)
    return represented(passage, token) or pair(passage, token) or followed_by_name(passage, token)


def _those_before(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """ "They" and "both" at the head of a sentence are the plural subject of the sentence before, also within what is told."""
    over = passage.doc[pronoun.sent.start - 1].sent.root
    told = next(
        (c for c in over.children if c.dep_ == "ccomp" and c.i < over.i), over
    )  # "Paz and Berg met, the palace said"
    who = subject(told) if told.pos_ in ("VERB", "AUX") else None
    if who is None:
        return ()
    several = conjuncts(who)
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


def _name_behind(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The name behind the noun for a person in the singular: "his counterpart, Ana Paz"."""
    if noun.tag_ != "NN":
        return ()
    beside = (child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > noun.i)
    found = next((named_at(passage, one) for one in beside), ())
    return found if len(found) == 1 and found[0].kind == "person" and not found[0].anonymous else ()


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


def named_at(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors of one token, not of what is joined to it."""
    if any(child.dep_ == "conj" for child in token.children) or token.dep_ in ("amod", "compound", "nmod", "poss"):
        mention = mention_of(passage, token)
        return (mention.actor,) if mention is not None and mention.actor is not None else ()
    return actors_of(passage, token)


def _person_above(passage: Passage, verb: Token, pronoun: Token) -> tuple[Actor, ...]:
    """Whom "he" means in "Khan wrote after what he said was a talk": the first person who is a subject above."""
    for over in verb.ancestors:
        who = subject(over) if over.pos_ == "VERB" else None
        if who is not None and who.pos_ != "PRON" and who.i != pronoun.i:
            found = actors_at(passage, who)
            return found if len(found) == 1 and found[0].kind == "person" else ()
    return ()


KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place"}


def _entity(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """A name that the parser takes for one of a person, body or place and that nobody else knows."""
    kind = KINDS.get(token.ent_type_)
    if kind is None or token.pos_ != "PROPN":
        return ()
    start, end = token.i, token.i + 1
    while start and token.doc[start - 1].ent_type_ == token.ent_type_ and token.doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    words = token.doc[start:end].text.removeprefix("the ").removeprefix("The ")
    name = " ".join(words.split())
    known = _known_person(passage, name) if kind == "person" else ()
    if known:
        return known
    return (Actor(f"{kind}:{'-'.join(name.lower().split())}", name, kind),) if name else ()


def _known_person(passage: Passage, name: str) -> tuple[Actor, ...]:
    """ "Subsequently Biden": a name whose last word is that of one person of the report is that person's."""
    last = name.rpartition(" ")[2]
    known = {
        m.actor.id: m.actor
        for m in passage.mentions
        if m.actor is not None and m.actor.kind == "person" and not m.actor.anonymous
        if m.actor.name.rpartition(" ")[2] == last
    }
    return tuple(known.values()) if len(known) == 1 else ()


def _quotes_own(passage: Passage, token: Token, actor: Actor) -> bool:
    """In a direct quotation "he" is never the one who speaks."""
    return any(
        attribution.form == "direct"
        and attribution.speaker is not None
        and attribution.speaker.id == actor.id
        and any(words.start <= token.idx < words.end for words in attribution.words)
        for attribution in passage.attributions
    )


def speaker_at(passage: Passage, position: int) -> tuple[Actor, ...]:
    """Who is quoted or paraphrased where a character stands, nearest to the words first."""
    best: tuple[int, tuple[Actor, ...]] | None = None
    for attribution in passage.attributions:
        for words in attribution.words:
            if words.start <= position < words.end and attribution.speaker is not None:
                size = words.end - words.start
                if best is None or size < best[0]:
                    best = size, (attribution.speaker, *attribution.said_by)
    return best[1] if best else ()


def _described(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """A group that is described and not named: "masked gunmen", "six belligerents"; a region that wants to be a state."""
    if noun.lemma_.lower() in groups() or _is_polity(noun):
        return described(passage, noun)
    return ()


def _is_polity(noun: Token) -> bool:
    lists = load("participants")
    return noun.lemma_.lower() in lists["polities"] and any(c.lower_ in lists["breakaway"] for c in noun.children)


def described(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """Somebody by the words that describe him: "three miners", "six of the belligerents"."""
    # In "hundreds more are wounded" what describes the noun stands behind it.
    unnamed = load("participants")["unnamed"]
    owner = _owner(passage, noun)
    words = [
        w
        for w in noun.lefts
        if w.dep_ in ("amod", "compound", "nummod", "nmod", "poss") and w.lower_ not in unnamed
        if w.tag_ != "WP$" and not (w.tag_ == "PRP$" and owner is not None)
    ] + [w for w in noun.lefts if w.lower_ == "all" and noun.lemma_ in ("side", "party")]
    start = min((word.left_edge.idx for word in words), default=noun.idx)
    share = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    start = min(start, share.idx) if share.pos_ == "NUM" and share.i + 2 >= noun.left_edge.i else start
    of = next((child for child in noun.children if child.lower_ == "of" and child.i == noun.i + 1), None)
    last = noun.doc[_short(of)] if of is not None else noun
    last = max((last, *(one for one in last.conjuncts if one.pos_ == "PROPN")), key=lambda one: one.i)
    name = " ".join(passage.report.text[start : last.idx + len(last)].split())
    name = f"{owner.name}'s {name}" if owner is not None else name
    country = next((actor.country for word in words for actor in named_at(passage, word) if actor.country), None)
    country = country or next((code for word in words if (code := _nation(passage, word))), None)
    country = country or (owner.country if owner is not None else None)
    return (Actor(identify("actor", name.lower(), country), name, "group", country, anonymous=True),)


def _nation(passage: Passage, word: Token) -> str | None:
    """The country of an adjective, not of one that is part of another ("Turkish-backed")."""
    joined = word.i + 1 < len(word.doc) and not word.whitespace_ and word.nbor(1).text in ("-", "–")
    return None if joined or word.dep_ not in ("amod", "compound", "nmod") else country_at(passage, word)


def _owner(passage: Passage, noun: Token) -> Actor | None:
    """Whom a possessive pronoun before a noun means: "its staff"."""
    whose = next((child for child in noun.children if child.tag_ == "PRP$" and child.lower_ not in ("our", "my")), None)
    if noun.lemma_.lower() in load("participants")["kin"]:
        return None
    if whose is None or _other_subject(passage, whose):
        return None
    owners = named_at(passage, whose) or (_saying(passage, whose) if whose.lower_ in ("its", "their") else ())
    return owners[0] if owners and not owners[0].anonymous else None


def _saying(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """The state or body that says it, of what is its own: "Chad denied that its army had fired"."""
    for verb in pronoun.ancestors:
        who = subject(verb.head) if verb.dep_ == "ccomp" and verb.head.lemma_ in grammar("says") else None
        if who is not None and who.i < pronoun.i:
            found = named_at(passage, who)
            return found if found and found[0].kind in ("state", "organisation") else ()
    return ()


def _other_subject(passage: Passage, pronoun: Token) -> bool:
    """Whether a subject whom nobody knows stands nearer before a pronoun: "the aggressor ... its tanks"."""
    near = (one for one in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]) if one.dep_ in ("nsubj", "nsubjpass"))
    last = next((one for one in near if one.pos_ in ("NOUN", "PROPN")), None)
    return last is not None and last.pos_ == "NOUN" and not named_at(passage, last)


def named_place(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """A place by a name that nobody else knows: "Arawa"."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("GPE", "LOC", "FAC", "ORG", "PERSON", ""):
        return ()
    if any(one.span.start <= token.idx < one.span.end for one in passage.expressions):
        return ()
    words = [child for child in token.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    start = min((word.left_edge.idx for word in words), default=token.idx)
    name = passage.report.text[start : token.idx + len(token)]
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place"),)


def site(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """What is attacked, seized or closed and is neither a person nor a name: "a bridge near Arawa", "the embassy"."""
    inner = core(token)
    if inner.lemma_.lower() not in classes()["site"] or inner.pos_ != "NOUN":
        return named_place(passage, token)
    unnamed = load("participants")["unnamed"]
    before = [child for child in inner.children if child.dep_ in ("amod", "compound", "nummod", "nmod", "poss")]
    owner = _owner(passage, inner)
    words = [w for w in before if w.lower_ not in unnamed and not (w.tag_ == "PRP$" and owner is not None)]
    of = [g for child in inner.children if child.lower_ == "of" for g in child.children if g.pos_ == "PROPN"]
    words += [one for g in of for one in (g, *g.conjuncts)]
    start = min([word.left_edge.idx for word in words if word.i < inner.i], default=inner.idx)
    end = max([word.idx + len(word) for word in words if word.i > inner.i], default=inner.idx + len(inner))
    name = " ".join(passage.report.text[start:end].split())
    name = f"{owner.name}'s {name}" if owner is not None else name
    country = next((actor.country for word in words for actor in named_at(passage, word) if actor.country), None)
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place", country),)


@cache
def groups() -> frozenset[str]:
    """Nouns for people and bodies that can be a party without a name."""
    return frozenset(load("acts/parties"))


def is_party(passage: Passage, token: Token) -> bool | None:
    """Whether a noun phrase can be a party to a political act; None where a pronoun stays open."""
    if token.pos_ == "PRON" and not actors_at(passage, token):
        return None
    if core(token).lemma_.lower() in groups() or (token.pos_ == "PROPN" and token.ent_type_ in KINDS):
        return True
    return any(
        actor.kind in ("state", "organisation", "office", "group", "person") for actor in actors_at(passage, token)
    )


def phrase(passage: Passage, token: Token) -> Span:
    """The noun phrase that a token heads, without its clauses and appositions."""
    start, end = token.i, token.i
    for child in token.children:
        if child.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "ccomp"):
            continue
        if child.dep_ == "prep" and child.i > token.i and child.lower_ not in ("of", "in", "for", "from", "on", "to"):
            continue
        start, end = (
            min(start, child.left_edge.i),
            max(end, child.right_edge.i if child.dep_ != "prep" else _short(child)),
        )
    doc = token.doc
    return passage.span(doc[start : end + 1])


def _short(preposition: Token) -> int:
    """Where a prepositional phrase ends, without what joins or follows its noun."""
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    return nouns[0].i if nouns else preposition.i
