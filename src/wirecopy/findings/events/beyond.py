"""To whom an act is done where another sentence tells it: whose demand is refused, against whom the sanctions are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import VerbPattern, grammar, verbs
from wirecopy.findings.acts.nouns import conjuncts
from wirecopy.findings.acts.subjects import is_passive, subject, told_around
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.standins import listed
from wirecopy.findings.sides.summoned import convened, joined, next_warned
from wirecopy.model import Actor, Passage
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_REACH = 9  # sentences: three paragraphs
_BACK = 5
"""Sentences, the deed's own included, in which the deed that is judged is told."""
POINTING = ("it", "this", "that", "both")
BODIES = ("state", "organisation", "office")


def told_beyond(passage: Passage, trigger: Trigger, who: tuple[Actor, ...]) -> tuple[Token, ...]:
    """Where those stand whom a bare refusal or bare sanctions reach: in the words before, or in the next sentence.

    Nobody where the words name two that it could be, or the doer himself.
    """
    if trigger.pattern.act == "REJECT":
        return _first(passage, who, _makers(trigger))
    if trigger.pattern.act in ("ACCUSE", "SUPPORT"):
        return _first(passage, who, _authors(trigger))
    if trigger.pattern.act in ("COERCE", "SANCTION") and trigger.pattern.mode == "restrict":
        return _first(passage, who, _targets(trigger))
    if trigger.pattern.act == "THREATEN":
        return _first(passage, who, iter((_asked_beside(trigger.token), next_warned(trigger.token.sent))))
    if trigger.pattern.act == "REQUEST":
        return _first(passage, who, iter((joined(trigger.token), convened(trigger.token))))
    return ()


def _asked_beside(verb: Token) -> list[Token]:
    """Who is asked for something in the same breath: "urged Berg to wait, while warning that war would follow"."""
    over = told_around(verb)
    beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and over.lemma_ in grammar("object_control")
    return [child for child in over.children if beside and child.dep_ in ("dobj", "dative")]


def _first(passage: Passage, who: tuple[Actor, ...], places: Iterator[list[Token]]) -> tuple[Token, ...]:
    """Those of the nearest place that names anybody, if it names one side only, and not the doer's."""
    own = {actor.id for actor in who} | {actor.country for actor in who if actor.country}
    for tokens in places:
        meant = [(token, actors_at(passage, token)) for token in tokens]
        known = [(token, actors) for token, actors in meant if actors]
        if not known:
            continue
        actors = {actor.id: actor for _, several in known for actor in several}
        sure = len({actor.country or actor.id for actor in actors.values()}) == 1
        strange = all(a.kind in (*BODIES, "person") and not a.anonymous for a in actors.values())
        other = not own & {key for a in actors.values() for key in (a.id, a.country)}
        return (known[-1][0],) if sure and strange and other else ()
    return ()


# ---- whose words are rejected ---------------------------------------------------------------------------------------
@cache
def _raised() -> dict[str, frozenset[str]]:
    """The verbs by which what a noun names was put forward."""
    return {noun: frozenset(verbs) for noun, verbs in load("participants")["raised"].items()}


def _makers(trigger: Trigger) -> Iterator[list[Token]]:
    """Who put forward what is rejected, in the words before it and in the sentence before."""
    raisers = _verbs_of(trigger)
    goods = trigger.frame.object if trigger.frame is not None else None
    clauses = [child for child in goods.children if child.dep_ == "relcl"] if goods is not None else []
    yield [who for one in clauses if one.lemma_ in listed("raising") and (who := subject(one)) is not None]
    if not raisers:
        return
    own = load("participants")["put"].get(goods.lemma_.lower()) if goods is not None else None
    for back, stretch in enumerate(_before(trigger.token)):
        if back > 1:
            raisers = frozenset((own,)) if own else frozenset()
        told = next((one for one in stretch[:3] if one.dep_ in ("nsubj", "nsubjpass")), None) if back else None
        if told is not None and told.lemma_.lower() in _raised() and _is_bare(told):
            own = load("participants")["put"].get(told.lemma_.lower(), own)  # "The demand covered arms too"
            continue
        found = [
            who
            for verb in stretch
            if verb.pos_ == "VERB"
            and verb.lemma_.lower() in raisers
            and verb.i not in {t.i for t in trigger.tokens}
            and not any(child.dep_ == "neg" for child in verb.children)
            if (who := subject(verb)) is not None
        ]
        yield found


def _verbs_of(trigger: Trigger) -> frozenset[str]:
    """By which verbs it was put forward: by what names it, or any where nothing or "it" does; none where it is told here."""
    verb = trigger.token
    if not isinstance(trigger.pattern, VerbPattern) or trigger.frame is None:
        return frozenset()
    goods = trigger.frame.object
    if goods is None:
        told = any(
            child.dep_ in ("xcomp", "ccomp", "prep", "prt")
            and child.i > verb.i
            and not (_dates(child) or _yields(child))
            for child in verb.children
        )
        return frozenset() if told or trigger.frame.passive else listed("refusable")
    if goods.lower_ in POINTING:
        return listed("raising")
    told = _is_bare(goods) or (
        verb.dep_ in ("acl", "relcl") and verb.head == goods and goods.dep_ in ("appos", "npadvmod")
    )
    return _raised().get(goods.lemma_.lower(), frozenset()) if told else frozenset()


def _is_bare(noun: Token) -> bool:
    """Whether a noun means one told before: it has an article or "this", and nothing else beside it."""
    beside = [child for child in noun.children if child.lower_ != "as" and not (child.dep_ == "prep" and _dates(child))]
    return bool(beside) and all(child.lower_ in ("the", "this", "that", "these", "those") for child in beside)


def _yields(clause: Token) -> bool:
    """Whether what somebody refuses to do is only to give in: "refused to go that far", "to do so"."""
    after = clause.doc[clause.i + 1 : clause.i + 3].text.lower()
    return clause.dep_ == "xcomp" and any(
        f"{clause.lemma_} {after} ".startswith(f"{one} ") for one in listed("yielding")
    )


def _dates(link: Token) -> bool:
    return any(one.ent_type_ in ("DATE", "TIME") for one in link.children)


def _before(token: Token) -> Iterator[Tokens]:
    """The words of a sentence before a token, and the sentences before it, latest first."""
    start = token.sent.start
    yield token.doc[start : token.i]
    for _ in range(_REACH):
        if not start:
            return
        sentence = token.doc[start - 1].sent
        yield sentence
        start = sentence.start


# ---- whose doing is condemned ----------------------------------------------------------------------------------------
def _authors(trigger: Trigger) -> Iterator[list[Token]]:
    """Whose doing "it", or "the decision", is: whose the noun was called before, else who did the deed of the last sentence."""
    goods = _judged(trigger)
    if goods is None:
        return
    noun = goods.lemma_.lower()
    if goods.pos_ == "NOUN":
        for stretch in _before(trigger.token):
            alike = [one for one in stretch if one.lemma_.lower() == noun and one.pos_ == "NOUN"]
            yield [who for one in alike for who in _owners(one)]
        yield _signers(goods)
        yield from _givers(goods)
    if noun in POINTING or noun in listed("deeds"):
        yield from ([who] for who in (_deed_before(trigger.token),) if who is not None)


def _judged(trigger: Trigger) -> Token | None:
    """What a complaint is about, where that only points: "condemned it", "condemned the plan", "said that it was little"."""
    goods = trigger.frame.object if trigger.frame is not None else None
    if goods is None:
        clauses = (child for child in trigger.token.children if child.dep_ == "ccomp")
        goods = next((who for one in clauses if (who := subject(one)) is not None), None)
    if goods is None or (goods.lower_ in POINTING and goods.lower_ != "both"):
        return goods
    return goods if goods.lemma_.lower() in listed("doings") and _is_bare(goods) else None


def _owners(noun: Token) -> Iterator[Token]:
    yield from (child for child in noun.children if child.dep_ == "poss" and child.pos_ == "PROPN")
    yield from prepositions_of(noun).get("by", ())


def _givers(goods: Token) -> Iterator[list[Token]]:
    """Who gave what is judged, by the verb that says the same before: "ordered a halt … welcomed the order"; of an
    announcement, who said what the sentences before tell."""
    noun = goods.lemma_.lower()
    verb = load("occurrences").get(noun, noun)
    own = frozenset((noun, verb, "ask" if noun == "request" else noun))
    told = grammar("says") if noun in listed("sayings") else own
    yield from (
        [who]
        for one in reversed(goods.doc[: goods.sent.start])
        if one.pos_ == "VERB" and one.lemma_.lower() in told and not (is_passive(one) or _is_discreet(one))
        if (who := subject(one)) is not None and who.pos_ in ("PROPN", "NOUN")
    )


def _is_discreet(verb: Token) -> bool:
    return any(child.dep_ == "xcomp" and child.lemma_ in grammar("discreet") for child in verb.children)


def _signers(goods: Token) -> list[Token]:
    """Who signed or adopted, anywhere before, the paper that is condemned: "signed the decrees … condemned the decrees"."""
    paper = goods.lemma_.lower()
    alike = (one for one in goods.doc[: goods.sent.start] if one.lemma_.lower() == paper and one.dep_ == "dobj")
    doers = (subject(one.head) for one in alike if one.head.lemma_.lower() in listed("signing"))
    return [who for who in doers if who is not None and who.pos_ in ("PROPN", "NOUN")]


# Marks of lines for what lies in what is said, not in the verb.
_IN_WORDS = frozenset({"blame", "menace", "must", "plot", "refusal"})


def _deed_before(token: Token) -> Token | None:
    """Who did the last deed before in the paragraph, and the last sentence of the one before."""
    for stretch in [*_before(token)][1:_BACK]:
        if stretch.root.lemma_.lower() not in grammar("says") | {"tell"} and (who := _doer(stretch.root)) is not None:
            return who
        if "\n\n" in stretch.text:
            break
    return None


def _doer(verb: Token) -> Token | None:
    """Who did a deed that one may condemn: "Chad froze the assets of two banks"."""
    lines = (line for line in verbs().get(verb.lemma_.lower(), ()) if not line.marks & _IN_WORDS)
    acts = {line.act for line in lines}
    negated = any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)
    if negated or is_passive(verb) or not acts & listed("condemned"):
        return None
    who, first = subject(verb), verb.sent.start
    broken = first and verb.doc[first - 1].text in (":", ",", ";")  # a list that the parser takes for a sentence
    return who if who is not None and who.pos_ in ("PROPN", "NOUN") and not broken else None


# ---- against whom penalties are -------------------------------------------------------------------------------------
def _targets(trigger: Trigger) -> Iterator[list[Token]]:
    """Against whom: who would bring them on himself, then at whom the sentence itself, the next or the last aims any."""
    verb = trigger.carrier or trigger.token
    yield [who for clause in _conditions(verb) if (who := subject(clause)) is not None and who.pos_ != "PRON"]
    sentence = verb.sent
    doc = verb.doc
    yield list(_aimed(sentence))
    if sentence.end < len(doc):
        yield list(_aimed(doc[sentence.end].sent))
    if sentence.start:
        yield list(_aimed(doc[sentence.start - 1].sent))
    yield [who for one in doc.sents for who in (*_aimed(one), *_warned(one))]


def _conditions(verb: Token) -> list[Token]:
    """The clauses of what would bring a deed about: "if Chad attacks, there will be sanctions"."""
    over = (
        verb,
        *(child for child in verb.children if child.dep_ == "relcl"),
        *((verb.head,) if verb.pos_ == "NOUN" else ()),
    )
    return [
        child
        for one in over
        for child in one.children
        if child.dep_ == "advcl"
        and any(one.lower_ in ("if", "should") and one.dep_ in ("mark", "aux") for one in child.children)
    ]


def _warned(sentence: Tokens) -> Iterator[Token]:
    """Who would bring penalties on himself, by a sentence: "if Chad attacks, it will face sanctions"."""
    for noun in sentence:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in listed("penalties"):
            over = next((one for one in noun.ancestors if one.pos_ == "VERB"), noun)
            for clause in _conditions(over):
                if (who := subject(clause)) is not None and who.pos_ == "PROPN":
                    yield who


def _aimed(sentence: Tokens) -> Iterator[Token]:
    """Those against whom a sentence says that penalties are, or are prepared."""
    for noun in sentence:
        if noun.lemma_.lower() not in listed("penalties") or noun.pos_ != "NOUN":
            continue
        heads = [noun, *(child for child in noun.children if child.dep_ in ("acl", "relcl"))]
        heads += [noun.head] if noun.head.pos_ == "VERB" and noun.dep_ in ("dobj", "nsubj", "nsubjpass") else []
        for head in heads:
            at = prepositions_of(head)
            names = (
                ("against",)
                if head.pos_ == "VERB" and head.lemma_ not in ("aim", "direct", "impose", "target")
                else ("against", "on", "at")
            )
            for name in names:
                yield from (one for first in at.get(name, ()) for one in conjuncts(first) if one.pos_ == "PROPN")
            if head.lemma_ in listed("suffering") and noun.dep_ == "dobj" and (who := subject(head)) is not None:
                yield from (one for one in conjuncts(who) if one.pos_ == "PROPN")
            if head.lemma_ in ("target", "hit") and head.pos_ == "VERB":
                yield from (child for child in head.children if child.dep_ == "dobj" and child.pos_ == "PROPN")
