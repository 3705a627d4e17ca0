"""The places of an act: where it was done, or where troops went; a border is beside its state, not in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.described import named_place
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import grammar, nouns
from wirecopy.findings.acts.nouns import conjuncts, core
from wirecopy.findings.acts.subjects import deed_of, subject
from wirecopy.findings.named import named_at
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.standins import body, listed
from wirecopy.model import Actor, Passage, Span
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

# Acts whose destination is a place too; where one is asked or accused, or helped, is told by "in" and "at" alone.
PLACED = frozenset({"CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
MADE = frozenset({"AID", "SUPPORT", "AGREE", "COOPERATE"})  # acts whose object tells where: "signed a pact in Lima"
STATIC = frozenset({"in", "at"})
ONTHESPOT = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})  # acts of police, courts and crowds
TAKEN = frozenset({"COERCE", "ASSAULT"})  # what is taken "from Chad" is not taken in Chad
# Names that the parser gives to what can be a place, also where it misreads one.
SITES = ("GPE", "LOC", "FAC", "PERSON", "")


def places(passage: Passage, trigger: Trigger) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """The places of an act, with their spans: locative phrases of its verb, of its noun and of its object."""
    actors: dict[str, Actor] = {}
    spans: list[Span] = []
    names = _prepositions(trigger.pattern.act)
    for name, noun in (*_gripped(trigger), *_locative(_heads(trigger), names), *_around(trigger)):
        for actor in _place(passage, trigger, name, noun):
            if actor.id not in actors:
                actors[actor.id] = actor
                spans.append(passage.span(noun))
    return tuple(actors.values()), tuple(spans)


def _gripped(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """What a strike, riot or revolt is said to sweep: "protests gripped Lima"."""
    verb = trigger.carrier
    if verb is not None and verb.lemma_ in grammar("grips"):
        yield from (("in", child) for child in verb.children if child.dep_ == "dobj")


def _heads(trigger: Trigger) -> list[Token]:
    heads = [trigger.token, *([trigger.carrier] if trigger.carrier is not None else [])]
    over = trigger.token.head.head
    if trigger.token.head.lower_ == "for" and over.lemma_ in load("appointments")["travel"]:  # "flew to Lima for talks"
        heads.append(over)
    if trigger.token.head.lower_ == "for" and over.lemma_ == "be":  # "was in Lima for talks"
        heads.append(over)
    if trigger.token.dep_ == "nsubj" and (deed := deed_of(trigger.token.head)).i != trigger.token.head.i:
        heads.append(deed)  # "the talks are due to resume in Lima"
    if trigger.token.dep_ == "attr" and trigger.token.head.lemma_ == "be":  # "there was no mutiny at the barracks"
        heads.append(trigger.token.head)
    found = trigger.frame
    if trigger.pattern.act in PLACED | MADE and found is not None and found.object is not None:
        own = (found.object, core(found.object))  # "held three hours of talks in Lima"
        heads += own if not found.passive else own if trigger.pattern.act in TAKEN else ()
    return heads


def _hangers(trigger: Trigger) -> Iterator[Token]:
    """The parties that the parser may hang a place on: "the raid on a camp in Chad", "shot by police in Lima"."""
    if trigger.pattern.act not in PLACED | {"AID"} or trigger.pattern.act == "CONSULT":
        return
    for head in (trigger.token, *([trigger.carrier] if trigger.carrier is not None else [])):
        at = prepositions_of(head)
        names = (
            "of",
            "by",
            "against",
            "on",
            "to",
            *(("with",) if trigger.pattern.act in ("ASSAULT", "PROTEST") else ()),
        )
        yield from (noun for name in names for noun in at.get(name, ()))


def _local_doers(trigger: Trigger) -> Iterator[Token]:
    """Who does it where he is: "police in Lima arrested two men", "ministers in Lima ended their talks", "the meeting of
    Paz and Berg in Lima"."""
    act = trigger.pattern.act
    verb = trigger.carrier or trigger.token
    doer = trigger.frame.subject if trigger.frame is not None else subject(verb) if verb.pos_ == "VERB" else None
    several = doer is not None and act == "CONSULT" and doer.tag_ in ("NNS", "NNPS")
    kinds = listed("gathered") if several else listed("local") | grammar("workers") if act in ONTHESPOT else frozenset()
    if doer is not None and core(doer).lemma_.lower() in kinds:
        yield from (doer, core(doer))
    if act == "CONSULT" and trigger.frame is None:
        at = prepositions_of(trigger.token)
        yield from (conjuncts(one)[-1] for name in ("of", "between") for one in at.get(name, ()) if _is_person(one))


def _is_person(name: Token) -> bool:
    return conjuncts(name)[-1].ent_type_ == "PERSON"


def _prepositions(act: str) -> frozenset[str]:
    if act not in PLACED:
        return STATIC
    if act == "PROTEST":
        return grammar("locative") | {"through"}
    if act == "CONSULT":
        return grammar("locative") - {"on"}  # "talks on Chad" are held elsewhere
    return grammar("locative") - {"from"} if act in TAKEN | {"MOBILIZE"} else grammar("locative")


def _place(passage: Passage, trigger: Trigger, name: str, noun: Token) -> tuple[Actor, ...]:
    """The places or states that a noun names after a preposition; of troops beside a state, what is near it."""
    edge = noun.lemma_.lower() in listed("edges")
    if trigger.pattern.act == "MOBILIZE" and (edge or name in listed("beside")):
        return tuple(_near(actor) for actor in (_owners(passage, noun) if edge else actors_at(passage, noun)))
    found = actors_at(passage, noun)
    if name in listed("within") - {"at"} and not named_at(passage, noun):
        found = tuple(a for a in found if a.kind not in ("organisation", "person"))  # what the parser takes towns for
    if not found and (noun.ent_type_ in SITES or name in STATIC | listed("within")):
        found = named_place(passage, noun) or _landform(passage, noun)
    if name in listed("beside") and _is_water(noun):
        return tuple(_near(actor) for actor in found if actor.kind == "place")
    return tuple(actor for actor in found if actor.kind in ("place", "state"))


def _around(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """Places that hang on no word of the deed: of whom it hit, of the scene, of what was left or entered, of a "where"."""
    found = trigger.frame
    verb = trigger.carrier or trigger.token
    for noun in (*_hangers(trigger), *_local_doers(trigger)):
        yield from _behind("at", noun)
    for child in verb.children:
        if child.dep_ in ("prep", "advmod", "npadvmod") and child.lower_ in listed("parts") | {"out"}:
            yield from (("in", one) for one in prepositions_of(child).get("of", ()))  # "south of Lima", "out of Chad"
        if child.dep_ == "prep" and child.lower_ in ("during", "amid"):
            scenes = (noun for noun in child.children if noun.lemma_.lower() in nouns())
            yield from (one for noun in scenes for one in _behind("in", noun))
        if child.lower_ == "where" and verb.dep_ in ("relcl", "advcl"):
            yield "in", verb.head
    if found is not None and found.object is not None and trigger.pattern.act in ("RETREAT", "MOBILIZE"):
        trodden = conjuncts(found.object) if verb.lemma_ in listed("trodden") else ()
        yield from (one for noun in trodden for one in (("into", noun), *_inside("into", noun)))


def _behind(name: str, party: Token) -> Iterator[tuple[str, Token]]:
    """The places behind a party or a scene, and what those lie in: "students outside the palace in Lima"."""
    for near, place in _inside(name, party):
        if near in listed("within"):
            yield near, place
            yield from _inside(near, place)


def _is_water(noun: Token) -> bool:
    """Whether a place is a river or a lake, by which one stands and not in it: "near the river Logone"."""
    words = [noun, *(child for child in noun.children if child.dep_ in ("compound", "nmod", "appos"))]
    before = noun.doc[max(noun.i - 1, noun.sent.start) : noun.i]
    return any(one.lower_ in listed("waters") for one in (*words, *before))


def _landform(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """A valley, glacier or district by its name: "in the Rimac valley"."""
    names = [child for child in noun.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in listed("parts") | listed("landforms") or not names:
        return ()
    name = passage.report.text[names[0].left_edge.idx : noun.idx + len(noun)]
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place"),)


def _near(actor: Actor) -> Actor:
    return Actor(f"place:near-{actor.id.removeprefix('place:')}", f"near {actor.name}", "place", actor.country)


def _owners(passage: Passage, edge: Token) -> tuple[Actor, ...]:
    """Whose border it is: "Chad's borders", "the border of Chad", "the border with Chad"."""
    at = prepositions_of(edge)
    told = [one for name in ("with", "of", "to") for one in at.get(name, ())]
    told += [child for child in edge.children if child.dep_ in ("poss", "amod", "compound", "nmod")]
    if any(child.text == "-" for child in edge.subtree):  # "the Peruvian-Chilean border" is that of both
        return ()
    return tuple(found for one in told if (found := body(passage, one)) is not None and found.kind == "state")[:1]


def _locative(heads: Sequence[Token], names: frozenset[str]) -> Iterator[tuple[str, Token]]:
    for head in heads:
        for name, objects in prepositions_of(head).items():
            if name in names:
                for noun in objects:
                    yield name, noun
                    yield from _inside(name, noun)
            elif name == "for":  # "met for 90 minutes in Lima": the parser hangs the place on the length
                lengths = (noun for noun in objects if noun.ent_type_ == "TIME")
                yield from (inside for length in lengths for inside in _inside(name, length) if inside[0] in STATIC)


def _inside(name: str, noun: Token) -> Iterator[tuple[str, Token]]:
    """What a place lies in: "in a town in Chad", "in the east of Chad"."""
    for inner, more in prepositions_of(noun).items():
        if inner in grammar("locative") and noun.lemma_.lower() not in listed("edges"):
            yield from ((inner, one) for one in more)
        elif inner == "of" and noun.lemma_.lower() in listed("parts"):
            yield from ((name, one) for one in more)
    if noun.lemma_.lower() in listed("parts"):  # "in Lima's suburbs"
        yield from ((name, child) for child in noun.children if child.dep_ == "poss")
