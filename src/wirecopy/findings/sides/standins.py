"""Phrases that stand for parties named elsewhere: "American and Russian officials", "the two men", "known as the Nine"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.subjects import subject
from wirecopy.language.actors import titles
from wirecopy.language.actors.gazetteer import adjectives
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.language.actors.who import country_at, mention_of
from wirecopy.model import Actor, Mention, Passage
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

BODIES = ("state", "organisation", "group")
OFTEN = 3  # mentions that make a person a main one of a report


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words/participants.yml`."""
    return frozenset(load("participants")[name])


def named(passage: Passage, token: Token) -> Actor | None:
    """The actor that has a name of its own and that one token stands for."""
    mention = mention_of(passage, token)
    return mention.actor if mention is not None and mention.actor is not None and not mention.actor.anonymous else None


@cache
def _countries() -> dict[str, str]:
    """The state that an adjective belongs to, by the adjective in lower case."""
    return {adjective.lower(): code for code, adjective in adjectives().items() if adjective}


def body(passage: Passage, token: Token) -> Actor | None:
    """The state or body that a name or adjective before or behind a noun means: "British", "of Chad"."""
    code = _countries().get(token.lower_) or (country_at(passage, token) if token.pos_ == "ADJ" else None)
    if code is not None:
        return gazetteer().actors.get(code)
    actor = named(passage, token)
    return actor if actor is not None and actor.kind in BODIES and not _same_group(actor, token) else None


def _same_group(actor: Actor, token: Token) -> bool:
    """Whether the mention that covers a word is the group that it belongs to, not a name of its own."""
    return actor.kind == "group" and token.dep_ in ("amod", "compound", "nmod")


def _lemma(noun: Token) -> str:
    """The lemma in lower case; of a capitalised plural too ("Ministers"), which the parser leaves as it is."""
    low = noun.lemma_.lower()
    return low.removesuffix("s") if noun.tag_ in ("NNP", "NNPS") or (noun.tag_ == "NNS" and low == noun.lower_) else low


def represented(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The states and bodies that a plural noun for their people stands for, where there are two or more of them.

    A group that is given a name ("known as the Nine") is that one, and the leaders of a body are the body.
    """
    if _lemma(noun) not in grammar("delegates") | listed("helpers"):
        return ()
    called = _called(passage, noun)
    if called is not None:
        return (called,)
    persons = _apposed_persons(passage, noun)
    if len(persons) > 1:
        return persons
    found = _unique(_bodies(passage, noun)) or _unique(_masters(passage, noun))
    if len(found) > 1:
        return found
    whole = len(found) == 1 and found[0].kind != "state" and _lemma(noun) in grammar("heads")
    owned = any(c.lower_ == "of" or c.dep_ == "poss" for c in noun.children)
    return found if whole and owned and noun.tag_ in ("NNS", "NNPS") else ()


def _masters(passage: Passage, noun: Token) -> Iterator[Actor]:
    """The states of the two whose negotiators they are: "Paz and Berg met. Their envoys signed it"."""
    own = any(child.lower_ == "their" for child in noun.children)
    start = noun.sent.start
    before = passage.doc[start - 1].sent.root if own and start and noun.tag_ == "NNS" else None
    who = subject(before) if before is not None and before.pos_ in ("VERB", "AUX") else None
    for one in (who, *who.conjuncts) if who is not None else ():
        actor = named(passage, one)
        state = gazetteer().actors.get(actor.country or "") if actor is not None else None
        if state is not None:
            yield state


def _apposed_persons(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The names behind their common office: "the ministers of the two states, Ana Paz for Chad and Liv Berg for Mali"."""
    if noun.tag_ not in ("NNS", "NNPS"):
        return ()
    near = [one for child in noun.children if child.dep_ == "appos" for one in child.subtree]
    return _unique(actor for one in near if (actor := named(passage, one)) is not None and actor.kind == "person")


def _called(passage: Passage, noun: Token) -> Actor | None:
    """Whom "known as", "called" or "dubbed" names, of the noun or of those that it is "of"."""
    inner = [noun, *prepositions_of(noun).get("of", ())]
    for verb in (child for one in inner for child in one.children if child.dep_ in ("acl", "relcl")):
        if verb.lemma_ in ("know", "call", "dub"):
            names = [*prepositions_of(verb).get("as", ()), *(c for c in verb.children if c.dep_ == "oprd")]
            found = next((actor for name in names if (actor := named(passage, name))), None)
            if found is not None and found.kind in BODIES:
                return found
    return None


def _bodies(passage: Passage, noun: Token) -> Iterator[Actor]:
    at = prepositions_of(noun)
    told = [one for name in ("of", "from", "in") for one in at.get(name, ())]
    told += [one for one in at.get("to", ()) if _lemma(one) in grammar("heads")]  # not "the envoy to Chad"
    told += [
        inner for one in told for inner in prepositions_of(one).get("of", ())
    ]  # "the ministers of health of the Nine"
    for verb in (child for child in noun.children if child.dep_ == "acl" and child.lemma_ == "represent"):
        told += [child for child in verb.children if child.dep_ == "dobj"]
    before = ("amod", "compound", "nmod", "poss")
    told += [child for child in noun.children if child.dep_ in before and child.i < noun.i]
    for one in told:
        for joined in (one, *one.conjuncts):
            actor = body(passage, joined)
            if actor is not None:
                yield actor
            elif _lemma(joined) in listed("sent"):  # "the ministers of the Nine, and the representative of the Ten"
                inner = (body(passage, whose) for whose in prepositions_of(joined).get("of", ()))
                yield from (actor for actor in inner if actor is not None)


def _unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in actors}.values())


def pair(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """Whom "the two men", "both leaders", "the two sides" or a "they" that meet stand for: the two of the words before.

    Persons or states of the same sentence, else those of the sentence before; whoever tells it is none of them. Where
    that leaves one person, the one whom the report names most besides, if he is of another country. Of "the presidents"
    those two who are; else nobody.
    """
    if token.lemma_.lower() in listed("sides") and _is_two(token):
        return _two_states(passage, token)
    if not _of_two(token):
        return _holders(passage, token)
    sentence = token.sent
    tellers = (*_tellers(passage, token), *doing_to(passage, token))
    here = _but(tellers, _persons(passage, sentence.start_char, token.left_edge.idx))
    if len(here) == 2:
        return here
    they = token.lower_ == "they"
    if len(here) > 2 or (here and (they or not tellers)) or token.text == "they" or not sentence.start:
        return ()
    before = passage.doc[sentence.start - 1].sent
    last = _but(tellers, _persons(passage, before.start_char, sentence.end_char if here else before.end_char))
    if len(last) == 1 and not they:
        often = Counter(m.actor for m in _of_persons(passage, 0, before.start_char) if m.actor not in (*last, *tellers))
        main = [actor for actor, count in often.most_common(1) if count >= OFTEN and actor is not None]
        last += tuple(actor for actor in main if actor.country and actor.country != last[0].country)
    return last if len(last) == 2 else ()


def _is_two(token: Token) -> bool:
    return any(child.lower_ in ("two", "both") for child in token.children)


def _of_two(token: Token) -> bool:
    if token.lower_ == "they":
        return True
    return token.lemma_.lower() in grammar("pairs") and (_is_two(token) or token.head.lower_ == "between")


def _two_states(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The two states, or bodies, of the same sentence, or of the one before, or else of the whole report."""
    start = token.sent.start_char
    before = passage.doc[token.sent.start - 1].sent.start_char if token.sent.start else start
    for first in (start, before):
        found = _unique(
            m.actor
            for m in passage.mentions
            if m.actor is not None and m.actor.kind == "state" and first <= m.span.start < token.idx
        )
        if found:
            return found if len(found) == 2 else ()
    return ()


def _holders(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """ "The presidents": the two persons named before who hold that office, if there are just two."""
    definite = any(child.lower_ == "the" for child in token.children)
    if not definite or len(list(token.children)) > 1 or token.tag_ != "NNS" or token.lemma_ not in grammar("pairs"):
        return ()
    met = _persons(passage, 0, token.idx)
    known = gazetteer().actors
    held = (
        one
        for one in met
        if any(
            titles.fits(token.lemma_, [role.role]) for role in (*one.roles, *getattr(known.get(one.id), "roles", ()))
        )
    )
    found = tuple(held)
    return found if len(found) == 2 else ()


def _tellers(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """Who says the words that a token stands in, by the passage's attributions and by grammar."""
    around = (a for a in passage.attributions if any(w.start <= token.idx < w.end for w in a.words))
    saying = (one for one in token.ancestors if one.lemma_ in grammar("says"))
    subjects = (actor for verb in saying if (who := subject(verb)) is not None and (actor := named(passage, who)))
    return _unique((*(actor for a in around for actor in (a.speaker, *a.said_by) if actor is not None), *subjects))


def doing_to(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The person who does it to the two: "Khan announced it after he had telephoned both men", "will host their talks"."""
    over = (
        token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    )  # "the talks of the two men"
    doer = subject(over.head) if over.dep_ == "dobj" else None
    found = named(passage, doer) if doer is not None else None
    return (found,) if found is not None and found.kind == "person" and not found.anonymous else ()


def _but(tellers: tuple[Actor, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if actor not in tellers)


def without_teller(passage: Passage, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Those who talk, without whoever only tells it: "of a summit of Paz and Berg, Liv Sund, the spokeswoman, said"."""
    first = tokens[0].sent if tokens else None
    near = [a for a in passage.attributions if first and a.cue and first.start_char <= a.cue.start < first.end_char]
    told = {a.speaker.id for a in near if a.speaker is not None}
    others = tuple(
        one for one in tokens if not (one.pos_ == "PROPN" and (who := named(passage, one)) and who.id in told)
    )
    return others if len(others) > 1 else tokens


def as_states(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Talks between "US officials" and "Russian officials" are talks between the two states."""
    if len(actors) < 2:
        return actors
    return _unique(state_of(actor) or actor for actor in actors)


def state_of(actor: Actor) -> Actor | None:
    last = actor.name.rpartition(" ")[2].lower().removesuffix("s")
    if actor.kind != "group" or actor.country is None or last not in grammar("delegates"):
        return None
    return gazetteer().actors.get(actor.country)


def _of_persons(passage: Passage, start: int, end: int) -> Iterator[Mention]:
    for mention in passage.mentions:
        actor = mention.actor
        named_one = actor is not None and actor.kind == "person" and not actor.anonymous
        if named_one and start <= mention.span.start < end and passage.words(mention.span)[:1].isupper():
            yield mention


def _persons(passage: Passage, start: int, end: int) -> tuple[Actor, ...]:
    return _unique(mention.actor for mention in _of_persons(passage, start, end) if mention.actor is not None)


def firm_before(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """ "The company" of the sentence behind one that names a firm: the one body with a name there."""
    plain = [child.lower_ for child in token.children] == ["the"]
    if token.lemma_.lower() not in ("company", "firm") or not plain or not token.sent.start:
        return ()
    before = passage.doc[token.sent.start - 1].sent
    named_ = _unique(
        m.actor
        for m in passage.mentions
        if m.actor is not None and m.actor.kind == "organisation" and not m.actor.anonymous
        if before.start_char <= m.span.start < before.end_char and passage.words(m.span)[:1].isupper()
    )
    return named_ if len(named_) == 1 else ()


def followed_by_name(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """ "The President of the USA Joe Biden": the parser takes the name for the state's."""
    at = prepositions_of(token).get("of", ())
    for noun in at:
        actor = named(passage, noun)
        if noun.pos_ == "PROPN" and actor is not None and actor.kind == "person":
            return (actor,) if any(child.dep_ == "compound" for child in noun.children) else ()
        behind = next((c for c in noun.children if c.dep_ == "appos" and c.left_edge.i == noun.i + 1), None)
        person = named(passage, behind) if behind is not None and token.pos_ == "PROPN" else None
        if person is not None and person.kind == "person":
            return (person,)
    return ()
