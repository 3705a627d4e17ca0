"""Commitments told as how things stand: aid is set to grow if …, the price would be high, others are held ready."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.dire import is_bystander
from wirecopy.findings.commitments.drafts import Draft, Scene, lemmas, negated, solid, speaker_of, weighs, whole
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token


def prospects(scene: Scene) -> Iterator[Draft]:
    """Every such prospect of a sentence that somebody who can bring it about holds out; a forecast is none."""
    for token, word, lemma in scene.words:
        if word == "set" and token.tag_ == "VBN":
            yield from _set_to(scene, token)
        elif lemma in ("price", "cost") and token.dep_ == "nsubj":
            yield from _price(scene, token)
        elif lemma in ("follow", "mean", "spell"):
            yield from _following(scene, token)
        elif lemma in ("hold", "keep") and token.pos_ == "VERB":
            yield from _in_hand(scene, token)
        elif word == "unlikely":
            yield from _unlikely(scene, token)
        elif word == "we" and token.dep_ == "nsubj":
            yield from _tit_for_tat(scene, token)
        elif word == "either" and token.head.pos_ in ("VERB", "AUX"):
            yield from _either(scene, token)
        elif lemma in ("prepare", "consider", "weigh") and token.tag_ in ("VBG", "VBP", "VBZ"):
            yield from _prepared(scene, token)
        elif lemma == "coordinate" and token.pos_ == "VERB":
            yield from _coordinated(scene, token)
        elif lemma == "need" and token.tag_ in ("VBZ", "VBP", "VBD"):
            yield from _needed(scene, token)


def speaking(scene: Scene, token: Token) -> Voice | None:
    """Who says it, if he speaks for a side and does not only watch."""
    told = voice(scene.parties, token)
    return None if told is None or told.actor is None or is_watcher(told) or is_bystander(told) else told


def _set_to(scene: Scene, word: Token) -> Iterator[Draft]:
    """Deliveries of arms are set to grow if the border is crossed: what helps or harms, on a condition."""
    deed = next((c for c in word.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    doer, told = subject(word), speaking(scene, word)
    if deed is None or doer is None or told is None:
        return
    action = stretch(scene, deed, told.end, doer.left_edge.idx)
    condition = condition_for(scene, action, (told.start, max(told.end, scene.sentence.end_char)))
    kind = {"harm": "threat", "aid": "promise"}.get(weighs(doer, lemmas(scene, whole(doer))) or "")
    if condition is None or kind is None or negated(word):
        return
    by = speaker_of(told)
    yield Draft(kind, action, condition.words, by, targets(scene, told, by, None, action), deed, "are set to", told)


def _tit_for_tat(scene: Scene, doer: Token) -> Iterator[Draft]:
    """If you hit our embassy, we hit yours: a threat in the present tense."""
    verb, told = doer.head, speaking(scene, doer)
    condition = next((c for c in scene.conditions if c.marker == "if" and c.end <= doer.idx), None)
    plain = not any(c.tag_ == "MD" or c.dep_ == "aux" for c in verb.children)
    if told is None or not told.direct or condition is None or not plain or negated(verb):
        return
    hostile = lemmas(scene, condition.words) & (lists("bad") | lists("striking") | {"come", "try", "dare"})
    if verb.lemma_ in lists("harm") | {"fight", "resist", "defend"} and hostile and verb.tag_ in ("VBP", "VBD", "VB"):
        by, action = speaker_of(told), stretch(scene, verb, told.end)
        yield Draft("threat", action, condition.words, by, targets(scene, told, by, condition, None), verb, None, told)


def _price(scene: Scene, word: Token) -> Iterator[Draft]:
    """The price of an attack would be high: a threat on the attack."""
    verb, told = word.head, speaking(scene, word)
    graded = any(c.dep_ == "acomp" and c.lower_ in lists("harsh") | {"high", "enormous"} for c in verb.children)
    doom = lists("doom") | lists("endings") | lists("penalties")
    result = next((c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in doom), None)
    if verb.lemma_ != "be" or told is None or not (graded or result) or not any(c.tag_ == "MD" for c in verb.children):
        return
    deeds = (o for c in word.children if c.lower_ in ("of", "for") for o in c.children if o.dep_ in ("pobj", "pcomp"))
    deed = next((o for o in deeds if o.lemma_.lower() in lists("deeds") | lists("bad")), None)
    if deed is not None and not negated(verb):
        by = speaker_of(told)
        action = word.left_edge.idx, stretch(scene, verb, told.end)[1]
        if result is not None:
            action = stretch(scene, result, scene.sentence.end_char, result.left_edge.idx)
        yield Draft("threat", action, whole(deed), by, targets(scene, told, by, None, None), word, "will", told)


def _following(scene: Scene, verb: Token) -> Iterator[Draft]:
    """An attack would mean the end of the pipeline; sanctions would follow an attack."""
    told, doer = speaking(scene, verb), subject(verb)
    modal = any(c.lower_ in ("will", "would", "'ll") for c in verb.children)
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if told is None or doer is None or goods is None or not modal or negated(verb):
        return
    deed, result = (goods, doer) if verb.lemma_ == "follow" else (doer, goods)
    if deed.lemma_.lower() not in lists("deeds") & lists("bad") or deed.pos_ != "NOUN":
        return
    by, to = speaker_of(told), targets(scene, told, speaker_of(told), None, None)
    if result.lemma_.lower() in lists("endings") | lists("doom") | lists("penalties"):
        action = whole(result) if result.i < verb.i else stretch(scene, result, told.end, result.left_edge.idx)
        yield Draft("threat", action, whole(deed), by, to, verb, "would", told)
    yield from _so_would(scene, verb, deed, told)


def _so_would(scene: Scene, verb: Token, deed: Token, told: Voice) -> Iterator[Draft]:
    """…; so would the end of the pipeline."""
    so = next(
        (t for t in verb.doc[verb.i : scene.sentence.end - 2] if t.lower_ == "so" and t.nbor(1).tag_ == "MD"), None
    )
    after = verb.doc[so.i + 2 : min(so.i + 6, scene.sentence.end)] if so is not None else ()
    result = next((t for t in after if t.lemma_.lower() in lists("endings") | lists("doom") | lists("penalties")), None)
    if so is not None and result is not None:
        action = stretch(scene, result, scene.sentence.end_char, so.nbor(2).idx)
        yield Draft("threat", action, whole(deed), speaker_of(told), (), result, "would", told)


def _either(scene: Scene, word: Token) -> Iterator[Draft]:
    """Either Oslo pays or we go to court: what the other is to do, unless he does it."""
    first, told = word.head, speaking(scene, word)
    second = next((c for c in first.conjuncts if c.i > first.i and c.pos_ in ("VERB", "AUX")), None)
    joint = next((t for t in first.subtree if t.lower_ == "or" and second is not None and t.i < second.i), None)
    doer, other = (
        subject(first),
        next((c for c in second.lefts if c.dep_ == "nsubj"), None) if second is not None else None,
    )
    if told is None or second is None or joint is None or doer is None or negated(second):
        return
    whom = scene.parties.named(doer)
    theirs = doer.lower_ in ("they", "you", "he", "she") and other is not None and other.lower_ in ("we", "i")
    if (whom is None and not theirs) or (whom and told.actor is not None and whom[0].country == told.actor.country):
        return
    start = doer.left_edge.idx if word.i < doer.i else first.idx
    by = speaker_of(told)
    action = stretch(scene, second, told.end, other.left_edge.idx if other is not None else joint.nbor(1).idx)
    yield Draft(
        "threat",
        action,
        (start, len(scene.text[: joint.idx].rstrip(" ,"))),
        by,
        (whom,) if whom is not None else (),
        second,
        "or",
        told,
        marker="unless",
    )


def _coordinated(scene: Scene, verb: Token) -> Iterator[Draft]:
    """has coordinated with its allies to impose sanctions: they are ready, and not imposed."""
    told, doer = speaking(scene, verb), subject(verb)
    deed = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i > verb.i), None)
    if told is None or deed is None or negated(verb) or deed.lemma_ not in lists("penalising"):
        return
    goods = {c.lemma_.lower() for c in deed.children if c.dep_ == "dobj"}
    by = side(scene, doer, told)
    if by and goods & lists("penalties"):
        action = stretch(scene, deed, told.end)
        yield Draft("threat", action, None, by, targets(scene, told, by, None, None), deed, verb.text, told)


def _needed(scene: Scene, verb: Token) -> Iterator[Draft]:
    """For there to be progress, there needs to be calm: a demand of whoever says so."""
    told = speaking(scene, verb)
    there = any(c.dep_ == "expl" for c in verb.children)
    state = next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ == "be"), None)
    goods = next((c for c in state.children if c.dep_ == "attr"), None) if state is not None else None
    if told is None or not there or goods is None or goods.lemma_.lower() not in lists("calm") | lists("assurances"):
        return
    by, action = speaker_of(told), stretch(scene, goods, told.end, goods.left_edge.idx)
    yield Draft("demand", action, None, by, targets(scene, told, by, None, None), verb, verb.text, told)


def _prepared(scene: Scene, verb: Token) -> Iterator[Draft]:
    """is preparing sanctions if the law is passed."""
    told, doer = speaking(scene, verb), subject(verb)
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in lists("penalties")), None)
    party = scene.parties.named(doer) if doer is not None and voice(scene.parties, verb) is None else None
    if goods is None or negated(verb) or not (told is not None or (party is not None and solid(party[0]))):
        return
    start, end = (told.start, told.end) if told is not None else (scene.sentence.start_char, scene.sentence.end_char)
    action = stretch(scene, verb, end)
    condition = condition_for(scene, action, (start, max(end, scene.sentence.end_char)))
    by = side(scene, doer, told) if told is not None else (party,) if party is not None else None
    if condition is not None and by:
        to = targets(scene, told, by, condition, action)
        yield Draft("threat", action, condition.words, by, to, verb, verb.text, told)


def _in_hand(scene: Scene, verb: Token) -> Iterator[Draft]:
    """We hold others ready, said of sanctions just told of."""
    told, doer = speaking(scene, verb), subject(verb)
    ready = any(c.lower_ in ("ready", "reserve") for c in verb.subtree if c.i > verb.i)
    more = any(t.lower_ in ("others", "more", "further") for t in verb.subtree if t.i > verb.i)
    ours = doer is not None and doer.lower_ in ("we", "i", "he", "she", "it")
    if told is None or not (ready and more and ours) or negated(verb) or verb.tag_ not in ("VBP", "VBZ", "VBD"):
        return
    first = scene.before.start_char if scene.before is not None else scene.sentence.start_char
    told_of = scene.sentence.doc.char_span(first, scene.sentence.end_char, alignment_mode="expand")
    if told_of is None or not {t.lemma_.lower() for t in told_of} & (
        lists("penalties") | {"tranche", "package", "freeze"}
    ):
        return
    by, action = speaker_of(told), stretch(scene, verb, told.end)
    condition = condition_for(scene, action, (told.start, max(told.end, scene.sentence.end_char)))
    to = targets(scene, told, by, condition, None)
    yield Draft("threat", action, condition.words if condition else None, by, to, verb, verb.text, told)


def _unlikely(scene: Scene, word: Token) -> Iterator[Draft]:
    """It is highly unlikely that anybody would send troops: of whoever could send them."""
    verb, told = word.head, speaking(scene, word)
    after = word.doc[word.i + 1 : min(word.i + 8, scene.sentence.end)]
    clause = next((t for t in after if t.pos_ == "VERB" and any(c.tag_ == "MD" for c in t.children)), None)
    if verb.lemma_ != "be" or told is None or clause is None or negated(verb):
        return
    doer = next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    own = doer is not None and doer.lower_ in ("we", "anyone", "anybody", "i")
    if own and clause.lemma_ in lists("posted") | {"fight", "join", "intervene"} and not negated(clause):
        by = speaker_of(told)
        yield Draft(
            "refusal",
            stretch(scene, clause, max(told.end, scene.sentence.end_char), word.left_edge.idx),
            None,
            by,
            (),
            clause,
            word.text,
            told,
        )
