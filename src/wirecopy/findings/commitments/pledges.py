"""Commitments made by a verb or noun that says so: threatened to, demanded that, ruled out, a demand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.commitments.addressees import attacked, targets
from wirecopy.findings.commitments.complements import complement, denied, is_put_forward
from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.deeds import atones
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, Stretch, lemmas, replies, weighs, whole
from wirecopy.findings.commitments.given import is_gift, objects
from wirecopy.findings.commitments.hollow import convenes, is_empty, is_order, is_talk
from wirecopy.findings.commitments.joined import joined
from wirecopy.findings.commitments.pledge_back import of_before
from wirecopy.findings.commitments.pledge_nouns import by_noun, received
from wirecopy.findings.commitments.pledge_parties import (
    asker,
    behind_clause,
    is_warned,
    makers,
    one_of_two,
    own_voice,
    with_joined,
    written_to,
)
from wirecopy.findings.commitments.pledge_words import (
    clause_before,
    in_quotation,
    is_asserted,
    on_its_day,
    told_on,
    trimmed,
    uttered_when,
    without_call,
    without_day,
)
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, table, voice
from wirecopy.model import Expression

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset(("which", "that", "what"))
_ANY = ("clause", "infinitive", "object")


def pledges(scene: Scene) -> Iterator[Draft]:
    """Every such verb and noun of a sentence, with its complement as the action."""
    verbs, nouns = table("verbs"), table("nouns")
    for token, _, lemma in scene.words:
        if _is_supposed(scene, token):
            continue
        if lemma in verbs and token.pos_ == "VERB" and is_asserted(token):
            given = tuple(of_before(scene, token, verbs[lemma])) if verbs[lemma] in ("promise", "offer") else ()
            draft = None if given else _by_verb(scene, token, verbs[lemma], table("frames").get(lemma, _ANY))
            each = (part for one in _of_each(scene, token, draft) for part in joined(scene, one)) if draft else ()
            yield from given or each
        elif lemma in nouns and token.pos_ == "NOUN":
            got = tuple(received(scene, token)) if lemma in lists("assurances") else ()
            yield from got or by_noun(scene, token, nouns[lemma])


def _is_supposed(scene: Scene, token: Token) -> bool:
    """Does it stand in a condition that nobody says is met: if Oslo refuses to leave, should it fail to give a guarantee?"""
    if not any(c.start <= token.idx < c.end and c.marker in _SUPPOSING for c in scene.conditions):
        return False
    verb = token if token.pos_ == "VERB" else token.head
    kept = verb.lemma_ in ("keep", "break", "honour", "honor", "meet", "drop", "ignore", "carry", "renew", "repeat")
    return verb == token or not (kept or any(c.dep_ == "poss" for c in token.children))


_SUPPOSING = frozenset(("if", "unless", "should", "were", "even if", "only if", "in case", "provided", "provided that"))


def _of_each(scene: Scene, verb: Token, draft: Draft) -> Iterator[Draft]:
    """The draft; as two where two are asked for different things: "asked the former to wait and the latter to stop"."""
    latter = next((t for t in verb.subtree if t.lower_ == "latter" and t.i > draft.anchor.i), None)
    deed = next((t for t in latter.subtree if t.tag_ == "VB"), None) if latter is not None else None
    cut = latter.left_edge.idx if latter is not None else 0
    other = one_of_two(scene, verb, latter) if latter is not None else None
    if (
        latter is None
        or deed is None
        or other is None
        or not draft.action
        or not draft.action[0] < cut < draft.action[1]
    ):
        yield draft
        return
    first = trimmed(scene.text, cut)
    yield draft._replace(action=(draft.action[0], first - 4 if scene.text[:first].endswith(" and") else first))
    yield draft._replace(action=stretch(scene, deed, scene.sentence.end_char), to=(other,), anchor=deed)


def _by_verb(scene: Scene, verb: Token, kind: str, frames: tuple[str, ...]) -> Draft | None:
    """What a verb of committing governs, as a draft; None where it binds nobody or tells nothing."""
    told, when = voice(scene.parties, verb), uttered_when(scene, verb)
    when = (told.when if told is not None else None) or when
    if told is not None and told.cue == verb:
        told = None
    found = _governed(scene, verb, told, frames)
    if found is None:
        return None
    by, deed, start, other = found
    none = _none_of(deed) if kind == "promise" else None
    if none is not None:  # "promised no weapons": none will be given
        whom = none.nbor(-1)
        other = other or (scene.parties.named(whom) if whom.i > verb.i else None)
        kind, start = "refusal", none.nbor(1).idx
    if is_empty(verb, deed, kind) or (kind == "demand" and is_order(verb, by, other) and not _is_yielding(deed)):
        return None
    action, given = _words_of(scene, verb, deed, start, kind, told)
    if _is_bare_talk(scene, verb, deed, kind):
        return None
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    if _is_unaddressed_warning(verb, deed, condition, by, other):
        return None
    kind = _turned(scene, verb, deed, kind, action, condition)
    aim = (deed.idx + len(deed.text), action[1]) if is_put_forward(deed) else action  # a venue is asked for nothing
    to = (
        with_joined(scene, other)
        if other and other[0].id not in {a.id for a, _ in by}
        else targets(scene, own_voice(told, by), by, attacked(condition) if kind == "promise" else condition, aim)
    )
    to = to or (asker(scene, deed, by) if kind == "refusal" else ())
    words = condition.words if condition else None
    strike = _struck_first(deed) if kind == "threat" and words is None else None
    if strike is not None:
        action, words, to = (action[0], trimmed(scene.text, strike.head.idx)), whole(strike), ()
    if kind == "offer" and words is None and (price := _rewarded(verb, deed)) is not None:
        action, words = (action[0], trimmed(scene.text, price.head.idx)), (price.left_edge.idx, action[1])
    cue = None
    if verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and _opened_by_object(verb):
        thing, cue = clause_before(scene, verb), (verb.idx, action[1])  # "a fence, which Oslo wants them to build"
        action = (thing[0], action[1]) if deed.lemma_ in ("consider", "discuss", "examine", "weigh") else thing
    return Draft(kind, action, words, by, to, deed, verb.text, told, cue, when or given or told_on(scene, verb))


def _none_of(deed: Token) -> Token | None:
    """The "no" of what would help and is not given: no weapons, no money."""
    helps = deed.pos_ == "NOUN" and (is_gift(deed) or deed.lemma_.lower() in lists("aid") | {"concession"})
    return next((c for c in deed.children if helps and c.lower_ == "no" and c.i > deed.head.i), None)


def _is_yielding(deed: Token) -> bool:
    """Is it what one's own soldiers are never ordered to do: to surrender, to lay down their arms?"""
    arms = any(c.dep_ == "dobj" and c.lemma_.lower() in ("arm", "arms", "weapon") for c in deed.children)
    return deed.lemma_ in ("surrender", "disarm", "capitulate") or (deed.lemma_ in ("lay", "put") and arms)


class _Governed(NamedTuple):
    """Who commits, the verb or noun of the deed, where its words begin, and who is asked or addressed."""

    by: tuple[Party, ...]
    deed: Token
    start: int | None
    other: Party | None


def _governed(scene: Scene, verb: Token, told: Voice | None, frames: tuple[str, ...]) -> _Governed | None:
    """What a verb of committing governs; None where the maker or the deed is open, or a watcher tells of it."""
    doer = subject(verb)
    if (told is not None and is_watcher(told)) or (doer is not None and doer.lower_ in ("you", "nobody", "none")):
        return None  # "You are asking for war", "nobody told them to go": no demand of the speaker's
    if verb.lemma_ == "guarantee" and verb.tag_ == "VBG" and verb.dep_ == "acl":
        return None  # a framework guaranteeing freedoms
    by, found = makers(scene, verb, told), complement(scene, verb, frames)
    said_by = behind_clause(scene, verb, doer)
    if (
        not by
        or found is None
        or (said_by is not None and said_by.lemma_.lower() in lists("watchers") | lists("rules"))
    ):
        return None
    deed, start, other = found
    other = one_of_two(scene, verb, deed) or written_to(scene, verb) or other
    if other is not None and doer is not None and doer.lower_ == "it" and other[0].id in {a.id for a, _ in by}:
        by = ((told.actor, told.span),) if told is not None and told.actor else ()  # "that it required Oslo to …"
        if not by or other[0].id == by[0][0].id:
            return None
    if told is not None and told.start <= verb.idx < told.end <= deed.idx:
        inner = in_quotation(verb, told.end)
        return None if inner is None else _Governed(by, inner, verb.nbor(2).idx, None)
    return _Governed(by, deed, start, other)


def _words_of(
    scene: Scene, verb: Token, deed: Token, start: int | None, kind: str, told: Voice | None
) -> tuple[Stretch, Expression | None]:
    """The words of the deed, without the day and the call that it was said in; and that day, where it stands in them."""
    limit = told.end if told and told.end > verb.idx else scene.sentence.end_char
    over = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "nsubj" else verb
    if over.i > deed.i and over.pos_ == "VERB":
        first = min(
            [over, *(c for c in over.lefts if c.dep_ in ("aux", "auxpass") and c.i > deed.i)], key=lambda c: c.i
        )
        limit = min(
            limit, first.idx
        )  # "those who urged them to stop | criticised the bill", "talks | were ruled out by"
    action = without_day(scene, verb, deed, stretch(scene, deed, limit, start))
    if kind == "refusal" and deed.pos_ == "NOUN":
        action = without_call(scene, verb, deed, action)
    action, given = on_its_day(scene, verb, deed, action)
    if kind == "offer" and deed.pos_ == "NOUN" and scene.text[action[1] : action[1] + 2] == ": ":
        action = action[0], trimmed(scene.text, limit)  # "offered a choice: talks, or …"
    return action, given


def _is_bare_talk(scene: Scene, verb: Token, deed: Token, kind: str) -> bool:
    """Is it only talk that the verb governs, and no meeting that is called for?"""
    sat = verb.lemma_ in ("demand", "invite") and deed.lemma_ in lists("meetings")
    return deed.pos_ == "NOUN" and is_talk(deed, kind) and not (sat or convenes(scene, deed))


def _is_plain_warning(verb: Token, deed: Token) -> bool:
    """Is somebody warned of a thing, and not against it?"""
    return verb.lemma_ == "warn" and deed.pos_ == "NOUN" and deed.head.lower_ != "against"


def _is_unaddressed_warning(
    verb: Token, deed: Token, condition: Condition | None, by: tuple[Party, ...], other: Party | None
) -> bool:
    """Is it a warning of consequences, of which nobody knows whose they are?"""
    return _is_plain_warning(verb, deed) and condition is None and not is_warned(deed, by, other)


def _turned(scene: Scene, verb: Token, deed: Token, kind: str, action: Stretch, condition: Condition | None) -> str:
    """The kind of what is committed: a promised harm is a threat, a promise in return for something an offer."""
    if kind == "promise" and denied(deed) and deed.lemma_.lower() in lists("enduring"):
        kind = "threat"
    if kind == "promise" and not denied(deed) and (_is_harm(deed) or (condition and _hurts(scene, deed, action))):
        kind = "threat"
    if _is_plain_warning(verb, deed) or (kind == "promise" and atones(deed)):
        kind = "threat"
    if kind == "promise" and condition and condition.marker.startswith(("in return", "in exchange", "provid")):
        kind = "offer"
    return kind


def _opened_by_object(verb: Token) -> bool:
    """Is the relative pronoun what is asked, and not who asks?"""
    asks = any(c.dep_ == "nsubj" and c.lower_ not in _RELATIVE for c in verb.lefts)
    return asks and verb.left_edge.lower_ in _RELATIVE


def _struck_first(deed: Token) -> Token | None:
    """What an answer is to, which is its condition: "a crushing response to any strike"."""
    if deed.lemma_.lower() not in lists("answering"):
        return None
    return next((o for c in deed.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj"), None)


def _rewarded(verb: Token, deed: Token) -> Token | None:
    """What a reward is offered for, which is its condition: word of where the fugitive hides."""
    links = (c for c in (*deed.subtree, *verb.children) if c.lower_ == "for" and c.i > deed.i)
    goods = (o for c in links for o in c.children if o.dep_ in ("pobj", "pcomp"))
    return next(goods, None) if deed.lemma_ in ("reward", "bounty") else None


def _hurts(scene: Scene, deed: Token, action: Stretch) -> bool:
    """Does what is promised on a condition hurt: to impose costs, if it is attacked?"""
    return weighs(deed, lemmas(scene, action)) == "harm"


def _is_harm(deed: Token) -> bool:
    """Is what somebody vows a harm: to bomb, consequences; not to pay, to stop, to lift sanctions?"""
    lemma = deed.lemma_.lower()
    if lemma in ("cut", "tax", "reduce", "curb") and any(c.lemma_.lower() in lists("unwanted") for c in objects(deed)):
        return False
    if lemma == "pay" and any(c.lemma_ == "price" or c.lower_ in ("dearly", "heavily") for c in deed.children):
        return True
    if lemma in ("pay", "stop", "close", "end", "halt") or replies(deed) or lemma not in lists("harm") - lists("aid"):
        return False
    return deed.pos_ == "VERB" or lemma in lists("doom")
