"""Who gives a figure: the speaker of the words around it, whoever counts in its sentence, and the source that those name."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, governor, listed
from wirecopy.findings.figures.counter_names import named, party
from wirecopy.findings.numbers import Number
from wirecopy.findings.parties import Parties
from wirecopy.findings.voices import Voice, voice
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_GIVING = frozenset(("give", "put", "name", "set"))
_AT = frozenset(("as", "at", "below", "above", "under", "over", "between"))
_COUNTING = frozenset(("count", "estimate", "reckon", "tally", "calculate"))
_SHOWING = frozenset(("show", "reveal", "depict"))
_PICTURES = frozenset(("image", "imagery", "picture", "photo", "photograph", "footage"))
_GAPPED = frozenset(("nsubj", "conj", "appos"))
_THAT = frozenset(("that", "this", "it"))
_COUNTS = frozenset(("count", "estimate", "estimates", "reckoning", "tally"))


def counters(parties: Parties, number: Number, tokens: Tokens, measured: Counted) -> tuple[Actor, ...]:
    """Who says so, nearest to the number first; of a number that is disputed nobody, for its sentence names who disputes it."""
    if _is_disputed(tokens):
        return ()
    if (apart := _in_own_clause(parties, tokens, measured)) is not None:
        return (apart,)
    told = voice(parties, tokens.root)
    own = _gapped(parties, tokens) or _giver(parties, tokens) or _counter(parties, tokens, measured, _COUNTING)
    if told and told.actor and told.start <= number.start < told.end and not _is_beside(told, tokens):
        teller = _estimator(parties, told.noun) or named(parties, told.actor, told.span)
        return _once(own, teller, *told.said_by)
    source = _according(parties, tokens)
    own = own or _cited(parties, tokens)
    found = own or source or _counter(parties, tokens, measured, listed("counting")) or _behind(parties, tokens)
    found = found or _pictured(parties, tokens) or _told_after(parties, tokens)
    return _once(found, source)


def _is_disputed(tokens: Tokens) -> bool:
    """Does the sentence deny the number, leave it unconfirmed or call it false?"""
    for up in tokens.root.ancestors:
        if up.pos_ not in ("VERB", "AUX"):
            continue
        if up.lemma_ in listed("disputing"):
            return not _is_negated(up)
        if up.lemma_ in listed("confirming") and _is_negated(up):
            return True
        if up.lemma_ in ("call", "describe", "dismiss") and any(t.lower_ in listed("false") for t in up.subtree):
            return True
    return False


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _once(*actors: Actor | None) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in actors if actor is not None}.values())


def _in_own_clause(parties: Parties, tokens: Tokens, measured: Counted) -> Actor | None:
    """Who counts behind a semicolon: "According to Lima, 11 men were held; Quito speaks of 16" gives the 16 to Quito alone."""
    marks = [t.i for t in tokens.root.sent if t.text == ";" and t.i < tokens.start]
    if not marks:
        return None
    verb = next((t for t in tokens.doc[marks[-1] + 1 : tokens.start] if t.lemma_ in listed("counting")), None)
    doer = verb is not None and any(c.dep_ == "nsubj" and c.i > marks[-1] for c in verb.children)
    return _counter(parties, tokens, measured, listed("counting")) if doer else None


def _cited(parties: Parties, tokens: Tokens) -> Actor | None:
    """Who a bare number is said to be of: "fewer than the 5,000 cited by Oslo"."""
    verbs = (c for c in tokens.root.children if c.dep_ == "acl" and c.lemma_ in listed("counting") | _GIVING)
    agents = (a for verb in verbs for a in verb.children if a.dep_ == "agent")
    return party(parties, next((o for a in agents for o in a.children if o.dep_ == "pobj"), None))


def _told_after(parties: Parties, tokens: Tokens) -> Actor | None:
    """Whom the next sentence of the paragraph names as the source: "That was reported by the army itself"."""
    doc, at = tokens.doc, tokens.root.sent.end
    if at >= len(doc) or "\n" in doc[at - 1].text or "\n" in doc[at].text:
        return None
    verb = doc[at].sent.root
    told = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
    if told is None or not (told.lemma_.lower() in listed("numbers") or (told.lower_ in _THAT and told.i == at)):
        return None
    if told.dep_ == "nsubjpass" and verb.lemma_ in listed("giving") | _GIVING and not _is_negated(verb):
        by = (c for c in verb.children if c.dep_ == "agent")
    elif verb.lemma_ in ("come", "stem") and not _is_negated(verb):
        by = (c for c in verb.children if c.lower_ == "from")
    else:
        return None
    return party(parties, next((o for c in by for o in c.children if o.dep_ == "pobj"), None))


def _pictured(parties: Parties, tokens: Tokens) -> Actor | None:
    """Whose pictures show a number: "satellite images taken by Maxar show about 90 lorries"."""
    verb = governor(tokens.root)
    seen = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if verb is None or seen is None or verb.lemma_ not in _SHOWING or seen.lemma_ not in _PICTURES:
        return None
    below = (c for one in (seen, *(c for c in seen.children if c.dep_ == "acl")) for c in one.children)
    makers = (o for c in below if c.lower_ in ("by", "from") for o in c.children if o.dep_ == "pobj")
    maker = next(makers, None)
    found = party(parties, maker)
    return found if found is not None and maker is not None and maker.pos_ == "PROPN" else None


def _giver(parties: Parties, tokens: Tokens) -> Actor | None:
    """Who gives, puts or names a number: "the ministry gave the figure as", "90 was the number given by the ministry"."""
    for verb in tokens.root.sent:
        if verb.lemma_ not in _GIVING or _is_set_apart(verb, tokens):
            continue
        of_number = verb.dep_ == "acl" and verb.head.lemma_ in listed("numbers")
        given = any(
            c.dep_ in ("dobj", "oprd") and c.lemma_.lower() in listed("tallies") | listed("numbers")
            for c in verb.children
        )
        as_it = any(c.lower_ in _AT and any(t in tokens for t in c.subtree) for c in verb.children)
        if given and _has_own_number(verb, tokens):
            continue
        if of_number or given or (as_it and verb.i < tokens.start):
            agents = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
            who = [c for c in verb.children if c.dep_ == "nsubj"] or [verb.head] * (verb.dep_ == "acl")
            noun = next(iter(agents or who), None)
            return _estimator(parties, noun) or party(parties, noun)
    return None


def _is_beside(told: Voice, tokens: Tokens) -> bool:
    """Does the verb of telling stand beside the number's clause, or take its vote: "counted 180, but doctors fear that …"?"""
    cue, clause = told.cue, governor(tokens.root)
    if cue is None:
        return False
    but = cue.dep_ == "conj" and cue.head == clause and any(c.lower_ == "but" for c in cue.head.children)
    between = takewhile(lambda up: up != cue, tokens.root.ancestors)
    return but or (cue == clause and cue.lemma_ == "confirm" and any(up.lower_ in ("by", "to") for up in between))


def _has_own_number(verb: Token, tokens: Tokens) -> bool:
    """Is a toll set to another number than this one: "said that 57 had died, while doctors put the toll at 157"?"""
    set_to = (c for c in verb.children if c.lower_ in ("as", "at") and c.i > verb.i)
    numerals = [t for c in set_to for t in c.subtree if t.tag_ == "CD"]
    over = governor(tokens.root)
    apart = over is not None and over != verb and any(c.dep_ == "nsubj" and c not in tokens for c in over.children)
    return bool(numerals) and not any(t in tokens for t in numerals) and (apart or tokens.end <= verb.i)


def _gapped(parties: Parties, tokens: Tokens) -> Actor | None:
    """Who counts where the verb is said once: "the police spoke of 44, and a doctor of 46", "…, a doctor of 46"."""
    doc, sentence = tokens.doc, tokens.root.sent
    if not tokens.start or doc[tokens.start - 1].lower_ != "of":
        return None
    numerals = [
        t.i
        for t in doc[sentence.start : tokens.start]
        if t.tag_ == "CD" and "of" in (t.head.lower_, t.head.head.lower_)
    ]
    if not numerals or not any(t.lemma_ == "speak" for t in doc[sentence.start : numerals[-1]]):
        return None
    between = doc[numerals[-1] + 1 : tokens.start - 1]
    if any(t.lemma_ in listed("counting") and t.dep_ in ("conj", "ROOT") for t in between):
        return None
    return party(parties, next((t for t in between if t.dep_ in _GAPPED and t.pos_ in ("NOUN", "PROPN")), None))


def _according(parties: Parties, tokens: Tokens) -> Actor | None:
    """The source that the sentence names: according to police, by the count of the ministry, by Western estimates."""
    for word in tokens.root.sent:
        if word.lower_ == "according":
            noun = next((o for c in word.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj"), None)
            return _estimator(parties, noun) or party(parties, noun)
        if word.lower_ in _COUNTS and word.dep_ == "pobj" and word.head.lower_ == "by":
            owner = next((c for c in word.children if c.dep_ == "poss"), None)
            of = (o for c in word.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
            return party(parties, owner if owner is not None else next(of, None))
    return None


def _estimator(parties: Parties, noun: Token | None) -> Actor | None:
    """Whose the numbers are of "according to UN estimates", "to government figures"."""
    if noun is None or noun.lemma_.lower() not in listed("estimates"):
        return None
    near = [c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod", "poss")]
    near += [o for c in noun.children if c.lower_ in ("of", "from", "by") for o in c.children if o.dep_ == "pobj"]
    return next((actor for c in near if (actor := party(parties, c)) is not None), None)


def _counter(parties: Parties, tokens: Tokens, measured: Counted, verbs: frozenset[str]) -> Actor | None:
    """The subject of a verb of counting above the number."""
    below = tokens.root
    for up in tokens.root.ancestors:
        if _is_set_apart(up, tokens):
            return None
        inside, below = below, up
        if _is_setting(inside):  # she announced it after 70 had died: she gives no number
            continue
        if inside.dep_ == "conj" and up.pos_ == "VERB" and any(c.dep_ == "nsubj" for c in inside.children):
            continue  # "police counted 180 dead, but doctors fear that the toll could reach 500"
        if (
            (up.pos_ == "VERB" or up.dep_ == "ROOT")
            and (up.lemma_ in verbs or _is_poll(up))
            and not (up.lemma_ == "confirm" and inside.lower_ in ("by", "to"))  # confirmed him by 52 votes
            and (up.lemma_ != "put" or any(c.lower_ == "at" for c in up.children))
            and (up.lemma_ != "claim" or measured.head.head != up)  # the war has claimed lives
            and (up.lemma_ != "speak" or any(c.lower_ == "of" for c in up.children))
        ):
            who = next((c for c in up.children if c.dep_ in ("nsubj", "agent") and c != measured.head), None)
            found = party(parties, who) if who is not None and who not in tokens else None
            if found is not None:
                return found
    return None


def _is_poll(verb: Token) -> bool:
    """Does a poll give numbers: "exit polls gave the ruling party 44 to 46 percent"?"""
    polls = (c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in listed("polls"))
    return verb.lemma_ in _SHOWING | {"give"} and any(True for _ in polls)


def _is_setting(below: Token) -> bool:
    """Does it only tell when or why somebody spoke: after 70 had died, after an hour of talks?"""
    if below.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in listed("settings") for c in below.children) or any(
            c.dep_ == "prep" and c.lower_ in listed("settings") and c.i < below.i for c in below.lefts
        )
    return below.dep_ == "prep" and below.lower_ in listed("settings")


def _is_set_apart(verb: Token, tokens: Tokens) -> bool:
    """Does a semicolon stand between a verb and the number? Then it tells of another."""
    return any(t.text == ";" for t in tokens.doc[min(verb.i, tokens.end) : max(verb.i, tokens.start)])


def _behind(parties: Parties, tokens: Tokens) -> Actor | None:
    """Who counts behind the last comma: "…, a spokesman of the agency estimated on Sunday"."""
    sentence = tokens.root.sent
    cue = next(
        (t for t in reversed(sentence) if t.lemma_ in _COUNTING and t.tag_ in ("VBD", "VBN", "VBZ", "VBP")), None
    )
    comma = next((t for t in reversed(list(sentence)) if cue is not None and t.i < cue.i and t.text == ","), None)
    if cue is None or comma is None or not tokens.end <= comma.i < cue.i - 1:
        return None
    return party(
        parties,
        next(
            (t for t in tokens.doc[comma.i + 1 : cue.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), None
        ),
    )
