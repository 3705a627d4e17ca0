"""Loyalty that is given or renewed: stands by the treaty, remains committed to it, assured the king of support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.dire import is_bystander
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, negated, solid
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_TENSED = frozenset(("VBD", "VBZ", "VBP", "VBN"))


def loyalty(scene: Scene) -> Iterator[Draft]:
    """Every such assurance of a sentence that its maker gives, or a report tells of somebody with a name."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, word, lemma in scene.words:
        if any(c.start <= token.idx < c.end for c in scene.conditions):
            continue
        if word == "committed":
            yield from _committed(scene, token)
        elif lemma == "stand" and token.pos_ == "VERB":
            yield from _stands_by(scene, token)
        elif lemma in lists("renewing") and token.tag_ in _TENSED | {"VBG"}:
            yield from _renewed(scene, token)
        elif lemma in ("assure", "reassure") and token.tag_ in _TENSED | {"VBG"}:
            yield from _assured(scene, token)
        elif lemma == "count" and token.tag_ == "VB":
            yield from _count_on(scene, token)


def _voice(scene: Scene, token: Token) -> Voice | None:
    told = voice(scene.parties, token)
    return None if told is not None and told.cue == token else told


def _doers(scene: Scene, verb: Token, told: Voice | None) -> tuple[Party, ...]:
    """Whose word it is: the speaker's side, else whom the report names."""
    if told is not None and (is_watcher(told) or is_bystander(told)):
        return ()
    doer = subject(verb)
    named = scene.parties.named(doer) if doer is not None else None
    if told is not None and told.actor is not None:
        return side(scene, doer, told) or ()
    return (named,) if named is not None and solid(named[0]) else ()


def _committed(scene: Scene, word: Token) -> Iterator[Draft]:
    """We remain committed to the treaty: not to peace, which binds nobody."""
    verb = word.head if word.head.lemma_ in ("be", "remain", "stay") else word
    links = (c for c in word.children if c.lower_ == "to" and c.i == word.i + 1)
    goods = next((o for c in links for o in c.children if o.dep_ in ("pobj", "pcomp")), None)
    told = _voice(scene, word)
    if goods is None or told is None or verb.dep_ in ("relcl", "acl") or negated(verb) or negated(word):
        return
    if goods.tag_ != "VBG" and goods.lemma_.lower() not in lists("papers") | lists("kept") | lists("bonds"):
        return
    if by := _doers(scene, verb, told):
        yield _draft(scene, goods, word, "promise", (word.idx, told), by, ())


def _stands_by(scene: Scene, verb: Token) -> Iterator[Draft]:
    """would stand by everything that it had signed; stands by its allies."""
    link = next((c for c in verb.children if c.lower_ in ("by", "behind") and c.i == verb.i + 1), None)
    goods = next((o for o in link.children if o.dep_ == "pobj"), None) if link is not None else None
    told = _voice(scene, verb)
    if goods is None or told is None or negated(verb) or verb.dep_ in ("relcl", "acl", "advcl"):
        return
    state = (party := scene.parties.named(goods)) is not None and party[0].kind in ("state", "organisation")
    if not state and goods.lemma_.lower() not in lists("papers") | lists("kept") | lists("bonds"):
        return
    if by := _doers(scene, verb, told):
        to = (party,) if state and party is not None else ()
        yield _draft(scene, verb, verb, "promise", (verb.idx, told), by, to)


def _renewed(scene: Scene, verb: Token) -> Iterator[Draft]:
    """reaffirmed its support for the island; renewed the offer of talks is told by its noun elsewhere."""
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    told = _voice(scene, verb)
    if goods is None or goods.lemma_.lower() not in lists("backing") or negated(verb):
        return
    links = (c for c in goods.children if c.lower_ in ("for", "to", "of", "with"))
    whom = next((o for c in links for o in c.children if o.dep_ == "pobj"), None)
    by = _doers(scene, verb, told)
    party = scene.parties.named(whom) if whom is not None else None
    if whom is not None and by and party is not None:
        yield _draft(scene, goods, verb, "promise", (goods.left_edge.idx, told), by, (party,))


def _assured(scene: Scene, verb: Token) -> Iterator[Draft]:
    """assured the king of London's support: a promise to the king."""
    whom = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    links = (c for up in (verb, whom) if up is not None for c in up.children if c.lower_ == "of" and c.i > verb.i)
    goods = next((o for c in links for o in c.children if o.dep_ == "pobj"), None)
    told = _voice(scene, verb)
    party = scene.parties.named(whom) if whom is not None else None
    if goods is None or goods.lemma_.lower() not in lists("backing") | lists("helping") or negated(verb):
        return
    by = _doers(scene, verb, told)
    if by and party is not None:
        yield _draft(scene, goods, verb, "promise", (goods.left_edge.idx, told), by, (party,))


def _count_on(scene: Scene, verb: Token) -> Iterator[Draft]:
    """can count on more money if they sign: an offer; on our help, a promise."""
    link = next((c for c in verb.children if c.lower_ in ("on", "upon")), None)
    goods = next((o for o in link.children if o.dep_ == "pobj"), None) if link is not None else None
    able = any(c.lower_ in ("can", "could", "may") for c in verb.children)
    told, doer = _voice(scene, verb), subject(verb)
    helps = lists("backing") | lists("helping") | lists("gifts") | {"help", "solidarity", "us"}
    if goods is None or not able or told is None or told.actor is None or negated(verb) or is_watcher(told):
        return
    if not {goods.lemma_.lower(), goods.lower_} & helps or doer is None or doer.lower_ in ("we", "i"):
        return
    party = scene.parties.named(doer)
    by = ((told.actor, told.span),)
    to = (party,) if party is not None and party[0].id != told.actor.id else ()
    draft = _draft(scene, goods, verb, "promise", (goods.left_edge.idx, told), by, to)
    yield draft._replace(kind="offer") if draft.condition else draft


def _draft(
    scene: Scene,
    deed: Token,
    cue: Token,
    kind: str,
    words: tuple[int, Voice | None],
    by: tuple[Party, ...],
    to: tuple[Party, ...],
) -> Draft:
    start, told = words
    end = told.end if told is not None and told.end > cue.idx else scene.sentence.end_char
    action = stretch(scene, deed, end, start)
    around = scene.sentence.start_char, max(end, scene.sentence.end_char)
    condition = condition_for(scene, (min(cue.idx, action[0]), action[1]), around)
    to = to or targets(scene, told, by, None, action)
    return Draft(kind, action, condition.words if condition else None, by, to, deed, cue.text, told)
