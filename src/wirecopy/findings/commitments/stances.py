"""Stances: nobody of us is leaving, the members control who joins, consequences await, a way is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.deeds import undone_start
from wirecopy.findings.commitments.dire import is_bystander
from wirecopy.findings.commitments.drafts import Draft, Scene, lemmas, negated, speaker_of, whole
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token


def stays(scene: Scene, word: Token) -> Iterator[Draft]:
    """We are not going anywhere; we are going nowhere; we are staying put; we are not leaving: who is to go refuses."""
    verb = word if word.lower_ == "leaving" else word.head
    doer, told = subject(verb), voice(scene.parties, word)
    after = word.nbor(1) if word.i + 1 < scene.sentence.end else word
    open_end = after.pos_ in ("PUNCT", "CCONJ", "SCONJ") or verb == word
    if doer is None or told is None or is_watcher(told) or not open_end or verb.tag_ != "VBG":
        return
    denied = negated(verb)
    fits = {"anywhere": verb.lemma_ == "go" and denied, "nowhere": verb.lemma_ == "go" and not denied}
    fits |= {"put": verb.lemma_ in ("stay", "sit") and not denied, "leaving": denied and doer.dep_ == "nsubj"}
    by = side(scene, doer, told) if fits[word.lower_] else None
    aside = any(c.dep_ in ("dobj", "prep", "ccomp") and c.pos_ == "PRON" for c in verb.children)
    own = doer.pos_ in ("PRON", "PROPN") or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)
    if by and not aside and own:
        start = verb.idx if verb == word or not denied else undone_start(verb, verb, None)
        yield Draft("refusal", stretch(scene, verb, told.end, start), None, by, (), verb, word.text, told)


def unyielding(scene: Scene, verb: Token) -> Iterator[Draft]:
    """Norway does not negotiate with kidnappers; we firmly oppose the return of his troops: refusals in the present tense."""
    told, doer = voice(scene.parties, verb), subject(verb)
    if told is None or told.actor is None or not told.direct or doer is None or is_watcher(told) or is_bystander(told):
        return
    never = negated(verb) and any(c.lower_ in ("do", "does") for c in verb.children)
    goods = next((c for c in verb.children if c.dep_ == "dobj"), None)
    firm = any(c.lower_ in lists("firmly") for c in verb.children)
    opposes = verb.lemma_ == "oppose" and firm and goods is not None and goods.lemma_ in lists("excluded")
    if verb.tag_ not in ("VB", "VBP", "VBZ") or verb.dep_ in ("relcl", "advcl", "acl", "xcomp"):
        return
    by = side(scene, doer, told)
    if by and ((never and verb.lemma_ != "oppose") or (opposes and not negated(verb))):
        refused = goods if opposes and goods is not None else verb
        action = stretch(scene, refused, told.end, refused.left_edge.idx if refused != verb else None)
        yield Draft("refusal", action, None, by, targets(scene, told, by, None, action), verb, verb.text, told)


def prerogative(scene: Scene, verb: Token) -> Iterator[Draft]:
    """NATO members control who joins: a refusal to let others decide."""
    asked = next(
        (
            c
            for c in verb.children
            if c.dep_ in ("ccomp", "dobj")
            and any(t.tag_ in ("WP", "WDT", "WRB") or t.lower_ == "whether" for t in c.subtree)
        ),
        None,
    )
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    told = voice(scene.parties, verb)
    will = any(c.lower_ in ("will", "would", "'ll", "shall") for c in verb.lefts)
    alone = will and doer is not None and any(t.lower_ in ("not", "alone", "only") for t in doer.subtree)
    if (
        asked is None
        or doer is None
        or told is None
        or told.actor is None
        or (verb.tag_ not in ("VBP", "VBZ") and not alone)
        or is_watcher(told)
    ):
        return
    own = scene.parties.named(doer) or (scene.parties.party(doer) if alone else None)
    if own is None or any(c.dep_ == "neg" for c in verb.children):
        return
    by = ((told.actor, told.span),)
    yield Draft("refusal", stretch(scene, verb, told.end, doer.left_edge.idx), None, by, (), verb, verb.text, told)


def awaits(scene: Scene, verb: Token) -> Iterator[Draft]:
    """Grave consequences await Harare; an amnesty awaits every fighter who gives up his gun."""
    thing = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    told = voice(scene.parties, verb)
    if thing is None or whom is None or not speaker_of(told) or told is None:
        return
    words = lemmas(scene, whole(thing))
    weight = "harm" if words & (lists("doom") | lists("harm")) else "aid" if words & lists("aid") else None
    if weight is None:
        return
    action = whole(thing)
    condition = condition_for(scene, (verb.idx, verb.idx + len(verb.text)), (told.start, told.end))
    clause = next((c for c in whom.children if c.dep_ == "relcl"), None)
    words_of = (
        condition.words if condition else (clause.idx, min(whole(clause)[1], told.end)) if clause is not None else None
    )
    party = scene.parties.party(whom)
    yield Draft(
        "threat" if weight == "harm" else "offer",
        action,
        words_of,
        speaker_of(told),
        (party,) if party else (),
        verb,
        None,
        told,
    )


def facing(scene: Scene, verb: Token) -> Iterator[Draft]:
    """The militia faces destruction if it opens a front; whoever returns risks losing his life: said by another, a threat."""
    told, doer = voice(scene.parties, verb), subject(verb)
    harm = next((c for c in verb.children if c.dep_ in ("dobj", "xcomp") and c.i > verb.i), None)
    if told is None or told.actor is None or is_watcher(told) or doer is None or harm is None or negated(verb):
        return
    known = lists("doom") | lists("penalties") | lists("penal") | {"lose", "death", "destruction", "annihilation"}
    action = stretch(scene, verb, told.end)
    condition = condition_for(scene, action, (told.start, max(told.end, scene.sentence.end_char)))
    party = scene.parties.party(doer)
    if condition is None or party is None or not {harm.lemma_.lower(), harm.lower_} & known:
        return
    own = {told.actor.id, told.actor.country}
    stands = told.actor.country is not None or bool(told.actor.roles) or told.actor.kind == "organisation"
    apart = party[0].id not in own and (party[0].country is None or party[0].country not in own or party[0].anonymous)
    if stands and apart and not is_bystander(told):
        yield Draft("threat", action, condition.words, speaker_of(told), (party,), verb, verb.text, told)


def offered(scene: Scene, noun: Token) -> Iterator[Draft]:
    """expressed support for diplomacy; laid out two paths."""
    verb = noun.head if noun.dep_ == "dobj" else None
    paths = noun.lemma_ != "support"
    if verb is None or verb.lemma_ not in (
        ("chart", "lay", "outline", "sketch", "offer", "describe", "present", "open", "set")
        if paths
        else ("express", "voice")
    ):
        return
    if not paths and not any(
        t.lemma_ in ("diplomacy", "talk", "dialogue", "negotiation", "ceasefire", "compromise", "de-escalation")
        for t in noun.subtree
    ):
        return
    told = voice(scene.parties, noun)
    doer = subject(verb)
    party = scene.parties.named(doer) if doer is not None else None
    if party:
        action = stretch(
            scene, noun, told.end if told and told.end > noun.idx else scene.sentence.end_char, noun.left_edge.idx
        )
        yield Draft(
            "offer", action, None, (party,), targets(scene, told, (party,), None, action), noun, verb.text, told
        )
