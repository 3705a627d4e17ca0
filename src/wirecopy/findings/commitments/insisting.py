"""Demands that no verb of demanding makes: it is mandatory that …, what he wanted was …, expects answers within a week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, Stretch, speaker_of, whole
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_WANTING = frozenset(("want", "need", "seek", "demand", "expect"))
_SOON = frozenset(("sooner", "earlier", "now", "immediately", "quickly", "faster", "today"))


def insisting(scene: Scene) -> Iterator[Draft]:
    """Every such demand of a sentence; what is only expected, hoped or found needful by nobody in particular is none."""
    yield from _answered(scene)
    for token, word, lemma in scene.words:
        if word in lists("mandatory"):
            yield from _mandatory(scene, token)
        elif lemma in _WANTING and token.pos_ == "VERB":
            yield from _wanted(scene, token)
        elif lemma == "await" and token.pos_ == "VERB":
            yield from _awaited(scene, token)


def _answered(scene: Scene) -> Iterator[Draft]:
    """What do the rebels want? A written pledge that …: the answer to a reporter's own question."""
    asked, goods = scene.before, scene.sentence.root
    if asked is None or not asked.text.strip().lower().startswith("what ") or not asked.text.strip().endswith("?"):
        return
    verb = asked.root
    doer = subject(verb) if verb.lemma_.lower() in _WANTING else None
    known = (scene.parties.named, lambda one: _in_capitals(scene, one), scene.parties.party)
    party = next((found for of in known if (found := of(doer))), None) if doer is not None else None
    if party and goods.pos_ == "NOUN" and goods.lemma_.lower() in lists("assurances"):
        action = stretch(scene, goods, scene.sentence.end_char, goods.left_edge.idx)
        yield _draft(scene, goods, action, (party,), None)


def _in_capitals(scene: Scene, name: Token) -> Party | None:
    """Whom a heading's capitals name ("WHAT DOES SMITH WANT?"): the one actor of that last name in the report."""
    actors = {
        m.actor for m in scene.parties.passage.mentions if m.actor and m.actor.name.split()[-1].lower() == name.lower_
    }
    return (actors.pop(), None) if len(actors) == 1 and name.is_upper else None


def _mandatory(scene: Scene, word: Token) -> Iterator[Draft]:
    """For us it is mandatory that the strait stays open."""
    verb, told = word.head, voice(scene.parties, word)
    deed = next((c for c in (*verb.children, *word.children) if c.dep_ in ("ccomp", "advcl") and c.i > word.i), None)
    if deed is None or verb.lemma_ != "be" or told is None or is_watcher(told) or not speaker_of(told):
        return
    mark = next((c for c in deed.children if c.lower_ == "that"), None)
    if mark is None or any(c.dep_ == "neg" for c in verb.children):
        return
    yield _draft(scene, word, stretch(scene, deed, told.end, mark.nbor(1).idx), speaker_of(told), told)


def _wanted(scene: Scene, verb: Token) -> Iterator[Draft]:
    """What he wanted was a guarantee; wants them sooner; sanctions are needed now; expects answers within a week."""
    told = voice(scene.parties, verb)
    if told is not None and (told.cue == verb or is_watcher(told)):
        told = told if told.cue != verb else None
        if told is not None:
            return
    end = told.end if told is not None and told.end > verb.idx else scene.sentence.end_char
    goods = _named_by_what(verb)
    if goods is not None and goods.lemma_.lower() in lists("assurances"):
        heard = voice(scene.parties, goods)
        end = heard.end if heard is not None and heard.end > goods.idx else scene.sentence.end_char
        yield from _by(scene, verb, told, stretch(scene, goods, end, goods.left_edge.idx))
        return
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if (
        thing is not None
        and thing.pos_ != "PRON"
        and verb.lemma_ == "want"
        and any(c.lower_ in _SOON for c in verb.children if c.i > thing.i)
    ):
        yield from _by(scene, verb, told, stretch(scene, verb, end, thing.left_edge.idx))
    elif verb.lemma_ == "expect":
        yield from _awaited(scene, verb)
    elif told is not None and any(c.dep_ == "auxpass" for c in verb.children) and verb.lemma_ == "need":
        topic = subject(verb)
        known = told.actor is not None and not told.actor.anonymous
        if known and topic is not None and topic.lemma_.lower() in lists("harm") | lists("gifts") | lists("assurances"):
            yield _draft(scene, verb, stretch(scene, verb, end, topic.left_edge.idx), speaker_of(told), told)


def _named_by_what(verb: Token) -> Token | None:
    """The noun behind "was" in "What they want (, he added,) was a pledge"."""
    up = verb.head
    if up.lemma_ != "be" or verb.dep_ not in ("csubj", "nsubj") or not any(c.lower_ == "what" for c in verb.children):
        return None
    return next((c for c in up.children if c.dep_ == "attr" and c.i > verb.i), None)


def _awaited(scene: Scene, verb: Token) -> Iterator[Draft]:
    """expects written answers within a week: a reply that is asked for in writing or with a term is demanded."""
    behind = [c for c in verb.children if c.i > verb.i]
    behind += [o for c in behind if c.tag_ == "VBN" for o in c.children]  # "written answers", taken for a verb
    goods = next((c for c in behind if c.dep_ == "dobj"), None)
    if goods is None or goods.lemma_.lower() not in lists("replies") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    told = voice(scene.parties, verb)
    told = None if told is not None and told.cue == verb else told
    end = told.end if told is not None and told.end > verb.idx else scene.sentence.end_char
    action = stretch(scene, goods, end, goods.left_edge.idx if goods.head == verb else goods.head.idx)
    words = {t.lower_ for t in verb.subtree if action[0] <= t.idx < action[1]}
    if words & lists("termed"):
        yield from _by(scene, verb, told, action)


def _by(scene: Scene, verb: Token, told: Voice | None, action: Stretch) -> Iterator[Draft]:
    """The demand of the verb's subject; of the teller where that is a pronoun which stays open."""
    doer = subject(verb)
    party = scene.parties.party(doer) if doer is not None else None
    by = (party,) if party else speaker_of(told) if doer is not None and doer.pos_ == "PRON" else ()
    watches = doer is not None and doer.lemma_.lower() in lists("watchers")
    private = watches or any(actor.anonymous for actor, _ in by)
    if by and not private and (told is None or not is_watcher(told)):
        yield _draft(scene, verb, action, by, told)


def _draft(scene: Scene, anchor: Token, action: Stretch, by: tuple[Party, ...], told: Voice | None) -> Draft:
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    own = told if told and told.actor and told.actor.id in {a.id for a, _ in by} else None
    named = action if anchor.lemma_ in ("await", "expect") else None  # whom a guarantee is about is not asked for it
    to = targets(scene, own, by, condition, named)
    return Draft(
        "demand",
        action,
        condition.words if condition else None,
        by,
        to,
        anchor,
        anchor.text,
        told,
        whole(anchor) if anchor.pos_ == "NOUN" else None,
    )
