"""Set phrases that commit: ready to, reserves the right to, has no plans to, controls who, consequences await."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, lemmas, negated, weighs
from wirecopy.findings.commitments.given import gives, goes_further, is_gift, objects, penalises, takes_in
from wirecopy.findings.commitments.hollow import points_back
from wirecopy.findings.commitments.kinds import kind_of
from wirecopy.findings.commitments.stances import awaits, facing, offered, prerogative, stays, unyielding
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import is_watcher, lists, table, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKING = frozenset(
    ["negotiate", "talk", "meet", "discuss", "negotiation", "dialogue", "diplomacy", "compromise", "ceasefire", "truce"]
)
_NOUNS = frozenset(("right", "deadline", "nothing"))
_WAYS = frozenset(("support", "path", "off-ramp"))
_GOING = frozenset(
    ["go", "come", "travel", "sit", "return", "fly", "receive", "host", "swap", "exchange", "sign", "share", "hold"]
)
_HITTING = frozenset(("retaliate", "respond", "strike", "attack", "punish"))
_STAYING = frozenset(("anywhere", "nowhere", "put", "leaving"))
_READY = frozenset(("ready", "prepared", "willing", "unwilling", "reluctant", "open"))


def phrases(scene: Scene) -> Iterator[Draft]:
    """Every readiness, reserved right, set deadline, prerogative, prospect and outlined way of a sentence."""
    nouns = lists("designs") | lists("spells") | _NOUNS
    for token, word, lemma in scene.words:
        if word in _READY:
            yield from _ready(scene, token)
        elif word in nouns:
            yield from _noun_phrases(scene, token)
        elif lemma == "await":
            yield from awaits(scene, token)
        elif lemma in ("face", "risk") and token.tag_ in ("VBZ", "VBP"):
            yield from facing(scene, token)
        elif lemma == "intend" and token.pos_ == "VERB":
            yield from _unintended(scene, token) if negated(token) else _intended(scene, token)
        elif lemma in lists("unyielding") and token.pos_ == "VERB":
            yield from unyielding(scene, token)
        elif lemma in lists("prerogative") and token.pos_ == "VERB":
            yield from prerogative(scene, token)
        elif lemma in _WAYS and token.pos_ == "NOUN":
            yield from offered(scene, token)
        elif word in _STAYING:
            yield from stays(scene, token)


def _ready(scene: Scene, word: Token) -> Iterator[Draft]:
    """ready to close the station, provided …; not prepared to intervene; open to talks."""
    comps = ("xcomp", "ccomp", "advcl")
    deed = next((c for c in word.children if c.dep_ in comps and c.tag_ == "VB" and c.i > word.i), None)
    if word.lower_ == "open":
        deed = None  # "open to fly": of a way, not of a will
    if deed is None and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in ("for", "to"):
        deed = next((o for o in word.nbor(1).children if o.lemma_ in _TALKING), None)
    verb = word.head if word.dep_ in ("acomp", "attr", "oprd") else word
    doer = subject(verb)
    if (
        deed is None
        or doer is None
        or any(c.lower_ in ("must", "should", "when", "if", "whether", "until") for c in verb.children)
        or deed.left_edge.lower_ == "what"
        or verb.left_edge.lower_ == "what"
    ):
        return
    told = voice(scene.parties, word)
    by = side(scene, doer, told)
    if (told is not None and is_watcher(told)) or (not by and (party := scene.parties.named(doer)) is None):
        return
    by = by or ((party,) if (party := scene.parties.named(doer)) else ())
    limit = told.end if told and told.end > word.idx else scene.sentence.end_char
    begin = deed.left_edge.idx if deed.pos_ == "NOUN" else word.left_edge.idx if points_back(deed) else None
    action = stretch(scene, deed, limit, begin)
    around = scene.sentence.start_char, max(limit, scene.sentence.end_char)
    condition = condition_for(scene, (min(verb.idx, action[0]), action[1]), around)
    denied = word.lower_ in ("unwilling", "reluctant") or any(c.dep_ == "neg" for c in (*verb.children, *word.children))
    if denied:
        kind: str | None = "refusal"
    elif goes_further(deed):
        kind = "threat"
    elif condition is None or told is None:
        meets = any(o.lemma_.lower() in lists("meetings") | _TALKING for o in objects(deed))
        open_to = weighs(deed, lemmas(scene, action)) == "aid" or deed.lemma_ in _TALKING | _GOING
        open_to = open_to or meets or takes_in(deed) or _takes_in(deed)
        shields = condition is None and deed.lemma_ in lists("shielding")
        hits = condition is None and (penalises(deed) or deed.lemma_ in _HITTING)
        kind = "threat" if hits else "promise" if shields else "offer" if condition or open_to else None
    elif points_back(deed) and _is_forced(condition):
        kind = "threat"
    else:
        kind = kind_of(scene, deed, False, action, condition, told)
    if kind:
        words, to = condition.words if condition else None, targets(scene, told, by, condition, action)
        yield Draft(kind, action, words, by, to, deed, word.text, told)


def _takes_in(deed: Token) -> bool:
    """Is somebody given room: take in refugees, take in more soldiers?"""
    return deed.lemma_ == "take" and any(
        c.lower_ == "in" and c.dep_ in ("prt", "prep", "advmod") for c in deed.children
    )


def _is_forced(condition: Condition) -> bool:
    """Is it what others would drive somebody to ("are prepared to do so if forced"), which he holds out as a threat?"""
    root = condition.root
    verbs = lists("forcing") | lists("bad")
    return root is not None and root.lemma_.lower() in verbs and (root.tag_ == "VBN" or not negated(root))


def _noun_phrases(scene: Scene, noun: Token) -> Iterator[Draft]:
    """has no intention of …, reserves the right to …, set a deadline to …, will accept nothing less than …"""
    verb = next((up for up in noun.ancestors if up.pos_ in ("VERB", "AUX")), noun.head)
    if noun.lower_ in lists("spells"):
        verb = next((up for up in noun.ancestors if up.lemma_ == "give"), verb)
    doer = subject(verb) or next((c for c in verb.lefts if c.pos_ == "PROPN"), None)
    if doer is None:
        return
    told = voice(scene.parties, noun)
    by = side(scene, doer, told) or ((party,) if (party := scene.parties.named(doer)) else ())
    if not by and noun.lower_ in lists("spells") and (party := scene.parties.party(doer)) is not None:
        by = (party,)  # "the opposition gave him a week to resign"
    receiver = doer if doer.dep_ == "nsubjpass" and doer.head == verb else None
    if receiver is not None or _is_paper(verb):
        by = _giver(scene, verb)
    if not by:
        return
    kind, deed = _set_phrase(scene, verb, noun)
    if kind is None or deed is None:
        return
    limit = told.end if told and told.end > noun.idx else scene.sentence.end_char
    first = noun if kind == "promise" else deed if deed.pos_ == "NOUN" else None
    action = stretch(scene, deed, limit, first.left_edge.idx if first is not None else None)
    condition = condition_for(scene, action, (scene.sentence.start_char, limit))
    whom = next((c for c in verb.children if c.dep_ in ("dative", "dobj") and c != noun and c.i < noun.i), None)
    whom = receiver if receiver is not None else whom
    other = scene.parties.party(whom) if kind == "demand" and whom is not None else None
    to = (other,) if other else targets(scene, told, by, condition, action)
    yield Draft(
        kind, action, condition.words if condition else None, by, to, deed, noun.doc[verb.i : noun.i + 1].text, told
    )


def _is_paper(verb: Token) -> bool:
    """Is it an ultimatum that gives so many days, and not the one who is told of in the main clause?"""
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_.lower() in table("nouns")


def _giver(scene: Scene, verb: Token) -> tuple[Party, ...]:
    """Who gives the time: the agent ("were given a week by Oslo"), or whose ultimatum it is."""
    agents = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    if _is_paper(verb):
        agents += [c for c in verb.head.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        agents += [o for c in verb.head.children if c.lower_ in ("from", "by") for o in c.children]
    return next(((party,) for one in agents if (party := scene.parties.named(one))), ())


def _unintended(scene: Scene, verb: Token) -> Iterator[Draft]:
    """did not intend to station missiles: a promise where it is about arms and men, else a refusal."""
    told, doer = voice(scene.parties, verb), subject(verb)
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if deed is None or doer is None or verb.dep_ == "relcl" or (told is not None and is_watcher(told)):
        return
    by = side(scene, doer, told) or ((party,) if (party := scene.parties.named(doer)) and told is None else ())
    if not by:
        return
    promised = deed.lemma_ in lists("posted")
    none = next((c for c in verb.children if c.dep_ == "neg"), verb)
    limit = told.end if told and told.end > verb.idx else scene.sentence.end_char
    action = stretch(scene, deed, limit, none.idx if promised else None)
    if none.lower_ != "not" and promised:
        action = stretch(scene, deed, limit, verb.idx)
    to = targets(scene, told, by, None, None)
    yield Draft("promise" if promised else "refusal", action, None, by, to, deed, verb.text, told)


def _intended(scene: Scene, verb: Token) -> Iterator[Draft]:
    """intends to send missiles: a promise where something is given."""
    told, doer = voice(scene.parties, verb), subject(verb)
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if deed is None or doer is None or not gives(deed) or (told is not None and is_watcher(told)):
        return
    by = side(scene, doer, told) or ((party,) if (party := scene.parties.named(doer)) and told is None else ())
    if by:
        limit = told.end if told and told.end > verb.idx else scene.sentence.end_char
        action = stretch(scene, deed, limit)
        yield Draft("promise", action, None, by, targets(scene, told, by, None, action), deed, verb.text, told)


def _set_phrase(scene: Scene, verb: Token, noun: Token) -> tuple[str | None, Token | None]:
    """The kind of a set phrase and its deed."""
    word = noun.lower_
    inner = [
        t
        for t in noun.doc[noun.i + 1 : min(noun.i + 12, scene.sentence.end)]
        if t.pos_ == "VERB" and t.tag_ in ("VB", "VBG")
    ]
    deed = inner[0] if inner else None
    if word in lists("designs") and any(c.lower_ == "no" for c in noun.children):
        if deed is None or any(t.lower_ == "by" for t in noun.doc[noun.i + 1 : deed.i]):
            return None, None
        if (word.startswith("plan") and deed.lemma_ in lists("harm")) or deed.lemma_ in lists("attacking"):
            return None, None  # only denies
        return ("promise" if _stations(deed) else "refusal"), deed
    if word == "right" and verb.lower_.startswith("reserv"):
        return "threat", deed
    if (
        word in lists("spells")
        and verb.lemma_ == "give"
        and deed is not None
        and noun.i > verb.i
        and deed.i - noun.i < 6
        and deed.nbor(-1).lower_ == "to"
    ):
        return "demand", deed
    if word == "deadline" and verb.lemma_ in ("set", "give", "impose"):
        goal = next((o for c in noun.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"), None)
        return "demand", goal if goal is not None else deed
    if (
        word == "nothing"
        and noun.doc[noun.i + 1 : noun.i + 3].text.lower() in ("less than", "short of", "but the")
        and verb.lemma_ in ("accept", "want", "demand")
    ):
        return "demand", next((t for t in noun.doc[noun.i + 3 : noun.i + 8] if t.pos_ == "NOUN"), None)
    return None, None


def _stations(deed: Token) -> bool:
    """Are arms or men stationed in it? Not to mean to is an assurance."""
    return deed.lemma_ in lists("posted") and any(is_gift(t) or t.lemma_ in lists("forces") for t in objects(deed))
