"""Idioms that commit: have until Friday to leave, keeps the option of a blockade open, puts ferries at somebody's disposal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, lemmas, negated, solid, speaker_of, whole
from wirecopy.findings.commitments.pledge_parties import asker
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKING = frozenset(("promise", "pledge", "guarantee", "commit", "rule", "agree", "undertake", "vow", "swear"))
_KEEPING = frozenset(("keep", "leave", "reserve", "retain", "hold"))
_DECLINED = 8  # tokens: a bare "the president declined" has no more
_DISPOSAL = re.compile(r"\bat (?:the |\w+[’']s? |its |his |her |their )disposal\b", re.IGNORECASE)


def idioms(scene: Scene) -> Iterator[Draft]:
    """Every such idiom of a sentence."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, word, lemma in scene.words:
        if word == "until" and token.head.lemma_ == "have":
            yield from _given_time(scene, token.head)
        elif word == "option" and token.dep_ == "dobj":
            yield from _kept_open(scene, token)
        elif lemma in ("put", "place", "make") and token.pos_ == "VERB":
            yield from _disposal(scene, token)
        elif lemma in ("take", "do") and token.pos_ == "VERB":
            yield from _all_measures(scene, token)
        elif word in ("question", "talk") and token.dep_ == "attr":
            yield from _no_question(scene, token)
        elif word == "no" and token.dep_ in ("intj", "dobj", "ccomp") and token.head.lemma_ == "say":
            yield from _says_no(scene, token)
        elif lemma == "convene" and token.pos_ == "VERB":
            yield from _convened(scene, token)
        elif word == "should" and token.tag_ == "MD":
            yield from _own_people(scene, token.head)
        elif lemma in ("decline", "refuse") and token.tag_ == "VBD":
            yield from _declined(scene, token)


def _told(scene: Scene, token: Token) -> Voice | None:
    """Who says it; a watcher tells of nobody's commitment."""
    found = voice(scene.parties, token)
    return None if found is not None and (is_watcher(found) or found.cue == token) else found


def _doers(scene: Scene, verb: Token, told: Voice | None) -> tuple[Party, ...]:
    """Whose deed it is: the speaker's side, else whom the report names."""
    doer = subject(verb)
    named = scene.parties.named(doer) if doer is not None else None
    return side(scene, doer, told) or ((named,) if named is not None and told is None and solid(named[0]) else ())


def _given_time(scene: Scene, verb: Token) -> Iterator[Draft]:
    """You have until Friday to leave, said by who can make them: a demand."""
    told, doer = _told(scene, verb), subject(verb)
    deed = next((t for t in verb.subtree if t.tag_ == "VB" and t.i > verb.i and t.nbor(-1).lower_ == "to"), None)
    if deed is None or doer is None or told is None or told.actor is None or verb.tag_ not in ("VBP", "VBZ", "VBD"):
        return
    if doer.lower_ in ("we", "i") or negated(verb):
        return
    party = scene.parties.named(doer)
    to = told.addressee[:1] if doer.lower_ == "you" else (party,) if party else ()
    if not any(actor.id == told.actor.id for actor, _ in to):
        yield Draft("demand", stretch(scene, deed, told.end), None, speaker_of(told), to, deed, "have until", told)


def _kept_open(scene: Scene, noun: Token) -> Iterator[Draft]:
    """keeps open the option of a strike if the raids go on: a threat."""
    verb, told = noun.head if noun.head.lemma_ in _KEEPING else noun.head.head, _told(scene, noun)
    goods = next(
        (o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ in ("pobj", "pcomp")), None
    )
    if verb.lemma_ not in _KEEPING or goods is None or negated(verb):
        return
    action = stretch(scene, goods, scene.sentence.end_char, goods.left_edge.idx)
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    by = _doers(scene, verb, told)
    if by and condition is not None and lemmas(scene, action) & (lists("harm") | lists("bad")):
        to = targets(scene, told, by, condition, action)
        yield Draft("threat", action, condition.words, by, to, goods, "option", told)


def _no_question(scene: Scene, noun: Token) -> Iterator[Draft]:
    """There is no question of taking them in: a refusal of who says so."""
    none = any(c.lower_ == "no" for c in noun.children) and any(c.dep_ == "expl" for c in noun.head.children)
    link = next((c for c in noun.children if c.lower_ == "of" and c.i == noun.i + 1), None)
    deed = next(iter(link.children), None) if link is not None else None
    told = _told(scene, noun)
    if none and deed is not None and told is not None and told.actor is not None and deed.tag_ == "VBG":
        first = deed if any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in deed.children) else deed.left_edge
        yield Draft("refusal", stretch(scene, deed, told.end, first.idx), None, speaker_of(told), (), deed, "no", told)


def _says_no(scene: Scene, word: Token) -> Iterator[Draft]:
    """says no to foreign bases: a refusal."""
    link = next((c for c in (*word.head.children, *word.children) if c.lower_ == "to" and c.i == word.i + 1), None)
    goods = next((o for o in link.children if o.dep_ in ("pobj", "pcomp")), None) if link is not None else None
    doer = subject(word.head)
    party = scene.parties.named(doer) if doer is not None else None
    if goods is None or party is None or not solid(party[0]) or negated(word.head):
        return
    action = stretch(scene, goods, scene.sentence.end_char, goods.left_edge.idx)
    yield Draft("refusal", action, None, (party,), asker(scene, goods, (party,)), goods, "says no", None)


def _disposal(scene: Scene, verb: Token) -> Iterator[Draft]:
    """puts two ferries at the disposal of the islanders: an offer."""
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    found = _DISPOSAL.search(scene.text, verb.idx, whole(verb)[1])
    told = _told(scene, verb)
    by = _doers(scene, verb, told)
    if goods is None or found is None or not by or negated(verb) or verb.dep_ in ("relcl", "acl", "advcl"):
        return
    limit = told.end if told is not None and told.end > verb.idx else scene.sentence.end_char
    near = (m for m in scene.parties.within(found.start(), found.end() + 30) if m.actor and m.span.start > verb.idx)
    to = next((((m.actor, m.span),) for m in near if m.actor and m.actor.id not in {a.id for a, _ in by}), ())
    yield Draft("offer", stretch(scene, verb, limit), None, by, to, verb, "at the disposal", told)


def _all_measures(scene: Scene, verb: Token) -> Iterator[Draft]:
    """will take all necessary measures to defend its members, will do everything to protect them: a promise to those."""
    means = (
        ("measure", "step", "action")
        if verb.lemma_ == "take"
        else ("everything", "anything", "all", "whatever", "utmost")
    )
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in means), None)
    modal = any(c.tag_ == "MD" and c.lower_ in ("will", "would", "'ll", "shall") for c in verb.children)
    every = ("all", "every", "any", "necessary", "needed")
    wide = goods is not None and (verb.lemma_ == "do" or any(c.lower_ in every for c in goods.children))
    guards = any(t.lemma_ in lists("shielding") and t.tag_ == "VB" for t in verb.subtree)
    told = _told(scene, verb)
    by = _doers(scene, verb, told) if goods is not None and modal and wide and guards else ()
    if not by or negated(verb) or told is None or any(c.start <= verb.idx < c.end for c in scene.conditions):
        return
    action = stretch(scene, verb, told.end)
    condition = condition_for(scene, action, (told.start, max(told.end, scene.sentence.end_char)))
    if condition is None:
        yield Draft("promise", action, None, by, (), verb, "will", told)


def _convened(scene: Scene, verb: Token) -> Iterator[Draft]:
    """intends to convene the council, told of who presides over it: a promise."""
    over = verb.head
    body = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if body is None or verb.dep_ != "xcomp" or over.lemma_ not in ("intend", "plan", "mean", "want") or negated(over):
        return
    told = _told(scene, verb)
    by = _doers(scene, over, told)
    if by and over.dep_ not in ("relcl", "acl"):
        limit = told.end if told is not None and told.end > verb.idx else scene.sentence.end_char
        yield Draft("promise", stretch(scene, verb, limit), None, by, (), verb, over.text, told)


def _own_people(scene: Scene, verb: Token) -> Iterator[Draft]:
    """Ghanaians should leave Chad now, the ministry said: what a state asks of its own people abroad."""
    told, doer = _told(scene, verb), subject(verb)
    party = scene.parties.named(doer) if doer is not None else None
    leaving = verb.lemma_ in ("leave", "depart", "evacuate", "shelter") or (
        verb.lemma_ in ("consider", "think") and any(c.lemma_ in ("leave", "depart") for c in verb.subtree)
    )
    if party is None or told is None or told.actor is None or not leaving or verb.dep_ in ("relcl", "advcl"):
        return
    own = told.actor.country or told.actor.id
    if party[0].kind == "group" and party[0].country == own:
        yield Draft("demand", stretch(scene, verb, told.end), None, speaker_of(told), (party,), verb, "should", told)


def _declined(scene: Scene, verb: Token) -> Iterator[Draft]:
    """Would he promise not to attack? The general declined: what was asked stands in the question before."""
    bare = not any(c.dep_ in ("xcomp", "ccomp", "dobj", "prep") for c in verb.children)
    if (
        scene.before is None
        or not bare
        or len(scene.sentence) > _DECLINED
        or not scene.before.text.rstrip(" ”\"'’").endswith("?")
    ):
        return
    asked = next((t for t in scene.before if t.lemma_ in _ASKING and t.tag_ == "VB"), None)
    doer = subject(verb)
    party = scene.parties.named(doer) if doer is not None else None
    if asked is None or party is None or not solid(party[0]):
        return
    end = len(scene.text[: scene.before.end_char].rstrip(" ?”\"'’\n"))
    cue = verb.idx, verb.idx + len(verb.text)
    yield Draft("refusal", (asked.idx, end), None, (party,), (), asked, verb.text, None, cue)
