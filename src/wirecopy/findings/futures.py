"""Commitments made by "will", "would", "must": what a speaker's side is going to do, on what condition, to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.communiques import issued
from wirecopy.findings.conditions import Condition
from wirecopy.findings.counted import subject
from wirecopy.findings.dire import (
    SOFT,
    bringer,
    carries,
    consequence,
    dire,
    firmness,
    impersonal,
    is_bystander,
    reach,
)
from wirecopy.findings.drafts import (
    Draft,
    Party,
    Scene,
    Stretch,
    attacked,
    condition_for,
    is_hand,
    lemmas,
    negated,
    outside,
    side,
    solid,
    speaker_of,
    stretch,
    targets,
    weighs,
    whole,
)
from wirecopy.findings.hints import hinted
from wirecopy.findings.kinds import HARSH, gives, kind_of, settles
from wirecopy.findings.musts import another, must
from wirecopy.findings.papers import written
from wirecopy.findings.voices import Voice, is_watcher, lists, tail, voice
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRM = frozenset(["will", "would", "shall", "'ll", "’ll", "wo", "'d"])
_SUFFERED = frozenset(("lose", "suffer", "regret", "face", "incur"))  # nobody threatens others with what he will suffer
_POINTERS = frozenset(("it", "he", "she", "they", "this", "that"))
_DOUBTED = frozenset(("unlikely", "improbable", "doubtful", "unclear", "inconceivable"))
_MODALS = _FIRM | {"may", "might", "could", "can", "ca", "must", "should", "going"}


def futures(scene: Scene) -> Iterator[Draft]:
    """Every clause of a sentence with a modal that binds, threatens or demands."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, word, _ in scene.words:
        if word in _MODALS and (token.tag_ == "MD" or any(c.dep_ == "xcomp" for c in token.children)):
            yield from _future(scene, token)


def _future(scene: Scene, modal: Token) -> Iterator[Draft]:
    if any(c.start <= modal.idx < c.end for c in scene.conditions):
        return
    verb = modal.head if modal.tag_ == "MD" else modal
    verb = verb.head if verb.dep_ in ("aux", "auxpass") and modal != verb else verb  # will be | determined
    if any(up.lemma_ == "be" and any(c.lower_ in _DOUBTED for c in up.children) for up in verb.ancestors):
        return  # it is unlikely that anybody would
    if verb.tag_ == "VBN" and any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return  # would have done: it was not done
    told = voice(scene.parties, modal) or _echo(scene, modal) or issued(scene.parties.passage, scene.sentence)
    told = written(scene, told) if told is not None else None
    if told is None or told.actor is None or is_watcher(told) or _is_mused(verb, told):
        return
    if told.cue is not None and told.cue.lemma_ in lists("denying"):
        return
    if modal.lower_ == "should":
        if _is_asked(scene, verb, told):
            yield from must(scene, verb, told, "should")
        return
    if modal.lower_ == "must":
        if verb.dep_ != "relcl":
            yield from must(scene, verb, told)
        return
    duty = (
        next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if verb.lemma_ == "have"
        else None
    )
    if duty is not None and not _faced(scene, duty, subject(verb), told):
        if side(scene, subject(verb), told) is None:
            yield from must(scene, verb, told)
            return
        if not scene.conditions or weighs(duty, lemmas(scene, whole(duty))) != "harm":
            return  # what one has to do oneself to get somewhere is offered to nobody
    last = whole(verb)[1]  # a condition behind the relative clause is that of the main one
    near = any(c.start < last for c in scene.conditions)
    if verb.dep_ in ("relcl", "acl") and not near and not carries(verb):
        return  # "the chancellor, who will be in Oslo on Monday, threatened sanctions if …"
    if _is_received(verb) or any(c.lower_ == "whether" for c in verb.children):
        return
    if modal.lower_ in _FIRM or modal.lower_ == "going":
        draft = _bound(scene, modal, verb, told)
    elif modal.lower_ in SOFT:
        draft = hinted(scene, modal, verb, told)
    else:
        draft = None
    if draft:
        yield draft
        yield from _also(scene, draft, verb, told)


def _is_asked(scene: Scene, verb: Token, told: Voice) -> bool:
    """Is "should" said of another state's or body's deed, by one who speaks for a side of his own?"""
    doer = subject(verb)
    party = scene.parties.named(doer) if doer is not None and doer.dep_ == "nsubj" else None
    passing = verb.dep_ in ("relcl", "advcl", "acl") or verb.lemma_ in ("be", "have", "expect", "worry", "feel")
    return party is not None and not passing and not is_bystander(told) and another(party[0], told)


def _is_received(verb: Token) -> bool:
    """Does it say what another has assured: "I secured an assurance that there would be no attack"? It binds nobody here."""
    for up in verb.ancestors:
        if up.pos_ == "NOUN" and up.lemma_.lower() in lists("assurances"):
            return up.dep_ == "dobj" and up.head.lemma_.lower() in lists("receiving")
    got = verb.head if verb.dep_ in ("ccomp", "advcl") and verb.head.lemma_.lower() in lists("receiving") else None
    goods = (c for c in got.children if c.dep_ == "dobj") if got is not None else ()
    return got is not None and (verb.dep_ == "ccomp" or any(c.lemma_.lower() in lists("assurances") for c in goods))


def _echo(scene: Scene, modal: Token) -> Voice | None:
    """The last sentence's teller, where this one goes on with "Otherwise … would"."""
    opening = next((c for c in scene.conditions if c.start == scene.sentence.start_char), None)
    if opening is None or scene.before is None or not (opening.marker in HARSH or _goes_on(modal, opening)):
        return None
    root = scene.before.root
    inner = next((c for c in root.children if c.dep_ == "ccomp"), root)
    found = tail(scene.parties, scene.before) or voice(scene.parties, root) or voice(scene.parties, inner)
    return found._replace(start=scene.sentence.start_char, end=scene.sentence.end_char) if found else None


def _goes_on(modal: Token, opening: Condition) -> bool:
    """Does a report go on with another's words in its own: "Should India attack, it would be answered with full force"?

    It takes over the answer alone; of what would come of a deed a report judges itself.
    """
    doer = subject(modal.head)
    pointing = doer is not None and (doer.lower_ in _POINTERS or doer.lemma_.lower() in lists("answering"))
    return opening.marker in ("should", "if") and modal.lower_ == "would" and pointing


def _bound(scene: Scene, modal: Token, verb: Token, told: Voice) -> Draft | None:
    """will, would, shall, going to: the kind by what is done to whom on which condition."""
    core, denied = _core(verb)
    doer = bringer(verb)
    if not denied and (noun := dire(core)) is not None and impersonal(scene, doer):
        return consequence(scene, modal, core, noun, told)
    doer = outside(scene, subject(verb), verb)
    faced = _faced(scene, core, doer, told)
    if faced and is_bystander(told):
        return None
    by = speaker_of(told) if faced else side(scene, doer, told)
    if denied and by and doer is not None and doer.lower_ == "it" and _is_another(by[0][0], told):
        by = speaker_of(told)  # "it will not be opened": a thing
    start = _action_start(scene, modal, core, doer, told, faced)
    if verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and not any(c.dep_ in ("dobj", "prep") for c in core.children):
        start = verb.head.left_edge.idx  # "the sanctions they would impose"
    action = stretch(scene, core, told.end, start)
    condition = condition_for(scene, (min(verb.idx, action[0]), action[1]), reach(scene, told))
    if not denied and _is_blind(scene, core, doer):
        return None
    if not by or (doer is not None and doer.lower_ == "it" and _is_another(by[0][0], told)):
        return None
    suffers = core.lemma_ in _SUFFERED and doer is not None and doer.pos_ != "PRON"
    if not faced and (suffers or (condition is None and _is_thing(scene, doer))):
        return None
    kind = "threat" if faced else kind_of(scene, core, denied, action, condition, told)
    if kind is None:
        return None
    thing = kind == "threat" and doer is not None and scene.parties.named(doer) is None
    if denied and (kind == "threat" or (kind == "promise" and action[0] == core.idx)):
        action = stretch(scene, core, told.end, _undone_start(core, verb, doer if thing else None))
    if kind == "promise" and core != verb and {verb.lemma_, core.head.lemma_} & lists("forcing"):
        kind = "threat"  # what one will be forced to do is no gift
    trigger = _triggering(doer, faced)
    words = condition.words if condition else trigger
    if condition and trigger and kind == "threat" and doer is not None and doer.lower_ not in _POINTERS:
        action = trigger[0], action[1]  # "anyone who shelters them will be jailed, unless …": who it is belongs to it
    to = _faced_party(scene, doer, by) if faced and not (doer is not None and _is_reply(core, doer)) else ()
    aim = None if core.lemma_ in lists("leaving") else action  # what is left is not addressed
    to = to or targets(scene, told, by, attacked(condition) if kind == "promise" else condition, aim)
    return Draft(
        kind,
        None if kind == "red line" else action,
        action if kind == "red line" else words,
        by,
        to,
        core,
        firmness(modal, core),
        told,
    )


def _is_blind(scene: Scene, core: Token, doer: Token | None) -> bool:
    """Is it a thing that strikes of itself: the storm would hit the coast?"""
    if doer is None or doer.dep_ != "nsubj" or not _is_thing(scene, doer):
        return False
    armed = lists("hands") | lists("forces") | lists("gifts") | lists("answering") | lists("arms")
    return core.lemma_.lower() in lists("striking") and doer.lemma_.lower() not in armed


def _is_another(actor: Actor, told: Voice) -> bool:
    """Is an "it" taken for somebody who is neither the teller nor the teller's country? Then it may well be a thing."""
    if told.actor is None or actor.id == told.actor.id:
        return False
    return actor.country is None or actor.country != told.actor.country


def _is_thing(scene: Scene, doer: Token | None) -> bool:
    """Is the subject a thing that nobody here commands: "said the bill would not lower prices"?"""
    if doer is None or doer.pos_ != "NOUN" or doer.dep_ != "nsubj" or doer.lower_ in lists("hands"):
        return False
    mine = any((c.dep_ == "poss" and c.pos_ == "PRON") or c.lower_ == "no" for c in doer.children)
    return scene.parties.at(doer) is None and not mine


def _is_mused(verb: Token, told: Voice) -> bool:
    """Is it only hoped, feared or thought inside the words told: "We hope that this will not happen"?"""
    for up in verb.ancestors:
        if up == told.cue or not told.start <= up.idx < told.end:
            return False
        if up.pos_ == "VERB" and up.lemma_.lower() in lists("musing") - {"suggest", "argue", "note"}:
            return up.i < verb.i
    return False


def _core(verb: Token) -> tuple[Token, bool]:
    """The verb that tells the deed, and whether it is denied: "will not hesitate to resume" → resume, not denied."""
    denied = negated(verb) or _of_none(verb)
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    if verb.lower_ in ("hesitate", "going") and inner is not None:
        return inner, denied and verb.lower_ == "going"
    forced = verb if verb.lemma_ in lists("forcing") else next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if forced is not None and forced.lemma_ in lists("forcing") and (forced == verb or verb.lemma_ in ("see", "find")):
        deed = next((c for c in forced.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if deed is not None:
            return deed, denied
    if verb.lemma_ in ("continue", "seek", "try", "begin", "have") and inner is not None and inner.tag_ == "VB":
        return inner, denied
    choice = next((c for c in verb.children if c.lower_ == "choice"), None)
    if choice is not None:
        deed = next((t for t in choice.subtree if t.tag_ == "VB"), None) or next(
            (t for t in verb.subtree if t.tag_ == "VB" and t.i > choice.i), None
        )
        if deed is not None:
            return deed, False
    return verb, denied


def _of_none(verb: Token) -> bool:
    """Is there "no" before its object, so that the deed is refused: will allow no soldier, will hold no further talks?"""
    let = [c for c in verb.children if c.dep_ == "ccomp" and verb.lemma_ in ("allow", "let", "permit")]
    near = (c for up in (verb, *let) for c in up.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i)
    goods = (c for c in near if c.lemma_ not in lists("vain"))
    plain = verb.lemma_ not in lists("unwilled") | lists("sparing") | lists("giving")
    return plain and any(c.lower_ == "no" for noun in goods for c in noun.children)


def _action_start(scene: Scene, modal: Token, core: Token, doer: Token | None, told: Voice, faced: bool) -> int:
    """Where the action's words begin: at its verb, or at a subject that is no actor ("our guns will stay in their sheds")."""
    sufferer = faced and (doer is None or scene.parties.named(doer) is not None or _triggering(doer, faced) is not None)
    if (
        doer is not None
        and doer.lower_ == "there"
        and (what := next((c for c in core.rights if c.dep_ == "attr"), None))
    ):
        return what.left_edge.idx
    if doer is None or sufferer or doer.i > core.i or doer.lower_ in ("there", "it", "that", "this"):
        aux = [c.idx for c in core.children if c.dep_ in ("auxpass", "neg") and c.i > modal.i]
        return min([core.idx, *aux]) if core.i > modal.i else core.idx
    passive = doer.dep_ == "nsubjpass" and doer.head == core
    actor = scene.parties.at(doer)
    if (
        doer.pos_ == "NOUN"
        and actor is not None
        and actor.actor is not None
        and is_hand(actor.actor)
        and doer.left_edge.idx >= told.start
    ):
        return doer.left_edge.idx  # "the soldiers will return": told by whoever answers for them
    empty = doer.lower_ in ("nothing", "nobody", "none")
    personal = (doer.pos_ == "PRON" and not empty) or (not passive and actor is not None and actor.actor is not None)
    named = (scene.parties.at(c) for c in doer.children if c.dep_ == "appos")
    personal = personal or (not passive and any(m and m.actor and m.actor.kind == "person" for m in named))
    hands = doer.lower_ in lists("hands") and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)
    if personal or (not passive and (doer.pos_ == "PROPN" or hands)):
        done = (c.idx for c in core.children if c.dep_ == "auxpass" and c.i > modal.i)  # they will | be released
        return min([core.idx, *done])
    start = doer.left_edge.idx
    return core.idx if any(c.start <= start < c.end for c in scene.conditions) or start < told.start else start


def _undone_start(core: Token, verb: Token, doer: Token | None) -> int:
    """Where the words begin of what will no longer be: at the thing (the pipeline will not open), else at its negation."""
    if doer is not None and (doer.pos_ in ("NOUN", "PROPN") or doer.lower_ == "there"):
        return doer.left_edge.idx
    lefts = (*core.lefts, *(verb.lefts if verb != core else ()))
    nots = [t for t in lefts if t.dep_ == "neg" or t.lower_ in ("never", "longer")]
    nots = [t.nbor(-1) if t.i and t.lower_ in ("n't", "n’t") else t.left_edge for t in nots]  # won't
    return int(min([core.idx, *(t.idx for t in nots)]))


def _faced(scene: Scene, verb: Token, doer: Token | None, told: Voice) -> bool:
    """Is it the subject that will suffer: Moscow would face sanctions, intruders will be shot down?"""
    if doer is None or doer.lower_ in ("we", "i") or negated(verb) or gives(verb) or settles(verb):
        return False
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive and _is_reply(verb, doer):
        return True
    if verb.lemma_.lower() not in (lists("faced") | lists("harm") if passive else lists("faced") - lists("done_to")):
        return False
    party = scene.parties.named(doer)
    if (
        party
        and told.actor
        and (party[0].id == told.actor.id or (solid(party[0]) and party[0].country == told.actor.country is not None))
    ):
        return False
    exposed = (
        (party is not None and party[0].kind != "group") or doer.pos_ == "PRON" or _triggering(doer, True) is not None
    )
    if not passive and not exposed:
        return False
    words = lemmas(scene, (verb.idx, verb.right_edge.idx + len(verb.right_edge.text)))
    return passive or bool(words & (lists("doom") | lists("harm") - {"lose"})) or verb.lemma_ in ("regret", "lose")


def _is_reply(verb: Token, doer: Token) -> bool:
    """Is it the deed just told of that would be answered or met, whoever the pronoun was taken for?"""
    return verb.lemma_ in ("answer", "meet") and doer.lower_ in ("it", "this", "that")


def _triggering(doer: Token | None, faced: bool) -> Stretch | None:
    """The subject as the condition: whoever shelters them, any aircraft that enters the zone, an invasion."""
    if not faced or doer is None:
        return None
    clause = doer.dep_ in ("csubj", "csubjpass") or doer.lower_ in ("whoever", "anyone", "anybody", "everyone")
    clause = clause or any(c.dep_ == "relcl" for c in doer.children)
    clause = clause or (
        any(c.dep_ == "acl" for c in doer.children)
        and any(c.lower_ in ("any", "every", "each", "all") for c in doer.children)
    )
    if clause or doer.lemma_.lower() in lists("deeds"):
        edge = doer.right_edge
        return doer.left_edge.idx, edge.idx + len(edge.text)
    return None


def _faced_party(scene: Scene, doer: Token | None, by: tuple[Party, ...]) -> tuple[Party, ...]:
    party = scene.parties.named(doer) if doer is not None else None
    return (party,) if party and party[0].id not in {a.id for a, _ in by} else ()


def _also(scene: Scene, draft: Draft, verb: Token, told: Voice) -> Iterator[Draft]:
    """A second deed of another kind under the same modal: take measures *and* increase aid."""
    if draft.kind not in ("threat", "promise"):
        return
    for other in verb.conjuncts:
        if (
            other.i < verb.i
            or other.pos_ != "VERB"
            or other.tag_ != "VB"
            or not scene.sentence.start <= other.i < scene.sentence.end
        ):
            continue
        action = stretch(scene, other, told.end)
        condition = condition_for(scene, action, (told.start, told.end))
        weight = weighs(other, lemmas(scene, action))
        kind = {"harm": "threat", "aid": "promise"}.get(weight or "")
        if kind and kind != draft.kind:
            words = condition.words if condition else draft.condition
            yield Draft(
                kind, action, words, draft.by, targets(scene, None, draft.by, None, action), other, draft.strength, told
            )
