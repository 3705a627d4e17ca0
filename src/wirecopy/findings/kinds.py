"""Which kind of commitment a deed is: threat, promise, refusal, offer or red line, by what is done on which condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.findings.conditions import Condition
from wirecopy.findings.courts import is_brought, sues
from wirecopy.findings.drafts import Party, Scene, Stretch, lemmas, negated, outside, weighs
from wirecopy.findings.voices import Voice, lists, table

if TYPE_CHECKING:
    from spacy.tokens import Token

LACKS = frozenset(("without", "in the absence of", "failing", "barring"))  # before the name of what is missing
HARSH = LACKS | {"unless", "until", "otherwise", "or else", "if not", "failing that", "failing which"}


_UNWILLED = frozenset(
    ("be", "have", "win", "fall", "rise", "collapse", "become", "mean", "cost", "grow", "conceive", "lose", "get")
)
_OCCASIONS = frozenset(("once", "as soon as", "when"))  # a time that will come, and no condition
_REWARD = ("in return", "in exchange", "on ", "provid", "only if", "only when", "only with")


def kind_of(
    scene: Scene, verb: Token, denied: bool, action: Stretch, condition: Condition | None, told: Voice
) -> str | None:
    """threat, promise, refusal, offer, red line, or None for what binds nobody (a plan, a forecast)."""
    hint = table("told").get(told.cue.lemma_.lower()) if told.cue is not None else None
    if not denied and condition is None and told.cue is not None and told.cue.lemma_ in ("assure", "reassure"):
        return "promise"  # "assured residents that the old plant will be closed"
    if not denied and verb.lemma_.lower() in lists("musing"):
        return None  # "if it passes, and I think it will": nothing is offered
    if denied:
        if condition and _looks_on(verb) and not _is_suffered(condition):
            return "threat"
        if condition and is_thing(scene, verb) and (_is_hostile(condition) or _is_natural(scene, condition)):
            return "threat" if _is_hostile(condition) else None
        return _denial(verb, hint)
    if condition is not None and condition.marker == "until" and _stands_guard(verb):
        return "promise"
    if condition is None and _takes_in(verb) and _is_of_none(verb):
        return "refusal"
    if not hint and (condition is None or condition.marker in _OCCASIONS) and gives(verb):
        return "promise"
    if condition and sues(verb) and (_is_foreign(scene, condition, told) or _fails(condition)):
        return "threat"
    if goes_further(verb) and (_is_hostile(condition) if condition else _outdoes(scene, verb, action)):
        return "threat"  # go further in answer to a harm
    if condition and condition.marker not in HARSH and _eases(verb) and _yields(condition):
        return "offer"
    if (
        verb.lemma_.lower() in lists("unwilled")
        and hint is None
        and not (condition and condition.marker in HARSH - LACKS)
        and not looming(verb)
    ):
        return None
    if not hint and settles(verb):
        return None
    if condition is None and (penalises(verb) or is_brought(verb)):
        return "threat"
    weight = "harm" if _quits(verb) else "aid" if _ceases(verb) else weighs(verb, lemmas(scene, action))
    if verb.lemma_ == "hold" and any(t.lower_ in ("responsible", "accountable") for t in verb.subtree):
        return "threat"
    if condition and condition.marker.startswith(_REWARD) and not _is_hostile(condition):
        return "offer"
    if weight == "harm" and condition is not None and not hint and _is_natural(scene, condition):
        return None
    if weight == "harm" and (hint != "promise" or verb.lemma_.lower() in lists("harm")):
        return "threat" if condition or hint or looming(verb) or verb.lemma_.lower() in lists("harm") else None
    if hint:
        return str(hint)
    if condition is None:
        firm = told.cue is not None and told.cue.lemma_.lower() in lists("solemn")
        helps = verb.lemma_.lower() in (lists("aid") if firm else lists("helping"))
        return "promise" if helps else None
    return _conditional(scene, verb, condition, _withheld(verb, weight), told)


def _reinforces(scene: Scene, verb: Token, condition: Condition) -> bool:
    """Are men or arms sent to somebody who is not the one feared?"""
    sent = {t.lemma_.lower() for t in objects(verb)} & (lists("gifts") | lists("forces"))
    feared = {m.actor.country for m in scene.parties.within(*condition.words) if m.actor}
    goals = (o for c in verb.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj")
    goal = next((party for o in goals if (party := scene.parties.named(o))), None)
    return bool(sent) and goal is not None and goal[0].country not in feared


def _is_anothers(scene: Scene, condition: Condition, told: Voice) -> bool:
    """Is what it hangs on the deed of another state, for which the aid is the reward?"""
    party = _doer_of(scene, condition)
    own = told.actor.country if told.actor is not None else None
    if party is None or own is None or party[0].country is None:
        return party is not None and own is not None and party[0].kind == "organisation" and not party[0].anonymous
    return party[0].country != own


def _is_foreign(scene: Scene, condition: Condition, told: Voice) -> bool:
    """Is what it hangs on a state's deed that is not known to be the teller's own?"""
    party = _doer_of(scene, condition)
    own = told.actor.country if told.actor is not None else None
    return party is not None and party[0].country is not None and party[0].country != own


def _fails(condition: Condition) -> bool:
    """Is it the end of talks that it hangs on: if the mediation fails?"""
    return condition.root is not None and condition.root.lemma_ in ("fail", "collapse", "stall", "founder")


def _doer_of(scene: Scene, condition: Condition) -> Party | None:
    """Who, by name, would do what it hangs on."""
    doers = [c for c in condition.root.children if c.dep_ == "nsubj"] if condition.root is not None else []
    return next((p for doer in doers if doer.pos_ != "PRON" and (p := scene.parties.named(doer))), None)


def _withheld(verb: Token, weight: str | None) -> str | None:
    """To give none or no more is no aid: "will send no more oil"."""
    return "harm" if weight == "aid" and _is_of_none(verb) else weight


def _is_of_none(verb: Token) -> bool:
    """Is it "no oil", "no more migrants" that would be sent or taken?"""
    return any(c.lower_ == "no" for o in verb.children if o.dep_ == "dobj" for c in o.subtree)


def objects(verb: Token) -> tuple[Token, ...]:
    """What a verb acts on: its objects with those joined to them, and what stands behind "for" or "with"."""
    near = [c for c in verb.children if c.dep_ in ("dobj", "attr") and c.i > verb.i]
    near += [o for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VBN" for o in c.children if o.dep_ == "dobj"]
    near += [o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "with") for o in c.children]
    near += [o for one in tuple(near) for c in one.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    return tuple(t for one in near for t in (one, *one.conjuncts))


def settles(verb: Token) -> bool:
    """Is it a bill that is paid, for repairs, and no deed that one will pay for ("for it", "for this crime")?"""
    goods = [o for c in verb.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"]
    deeds = lists("harm") | lists("bad") | lists("deeds") | {"crime", "mistake", "murder"}
    return verb.lemma_ == "pay" and any(o.pos_ == "NOUN" and o.lemma_.lower() not in deeds for o in goods)


def _ceases(verb: Token) -> bool:
    """Is it a harm that would end: stop firing, halt the attacks?"""
    deeds = [c for c in verb.children if c.dep_ in ("xcomp", "dobj", "ccomp") and c.i > verb.i]
    harms = lists("bad") | lists("striking")
    return verb.lemma_ in ("stop", "halt", "cease", "end") and any(c.lemma_.lower() in harms for c in deeds)


def _eases(verb: Token) -> bool:
    """Is something given up: halt enrichment, suspend the tests, drop the suit? What helps another is not given up."""
    goods = {t.lemma_.lower() for t in objects(verb)} | {c.lemma_.lower() for c in verb.children if c.dep_ == "xcomp"}
    helps = lists("aid") | lists("gifts") | lists("papers") | lists("upheld")
    return verb.lemma_.lower() in lists("easing") and bool(goods) and not goods & helps


def _yields(condition: Condition) -> bool:
    """Is it a step towards us that it hangs on: lifts the sanctions, withdraws its dredger, cancels the drill?"""
    root = condition.root
    if root is None or negated(root) or root.lemma_.lower() not in lists("good") | lists("easing"):
        return False
    near = (*objects(root), *(c for c in root.children if c.dep_ == "nsubjpass"))
    kept = lists("goals") | lists("papers") | lists("meetings") | lists("upheld") | lists("aid")
    return not {t.lemma_.lower() for t in near} & kept


def _quits(verb: Token) -> bool:
    """Is a treaty or a round of talks left, or is what had been lifted put back: "walk away", "restore the sanctions"?"""
    goods = {t.lemma_.lower() for t in objects(verb)}
    goods |= {o.lemma_.lower() for c in verb.children if c.lower_ in ("from", "of") for o in c.children}
    if verb.lemma_ == "walk" and any(c.lower_ in ("away", "out", "off") for c in verb.children):
        return True
    if verb.lemma_ in ("restore", "reinstate", "return", "renew", "snap", "reimpose") and goods & lists("penalties"):
        return True
    return verb.lemma_ in ("leave", "quit", "withdraw", "pull", "exit", "abandon") and bool(
        goods & (lists("papers") | lists("meetings") | {"alliance", "council", "union", "bloc", "talks"})
    )


def penalises(verb: Token) -> bool:
    """Is a harm put into force: will adopt sanctions?"""
    return verb.lemma_.lower() in lists("penalising") and bool(
        {t.lemma_.lower() for t in objects(verb)} & lists("penalties")
    )


def gives(verb: Token) -> bool:
    """Is something handed over or a force taken home: send rifles, pay for weapons, sign an agreement, withdraw units?"""
    lemma = verb.lemma_.lower()
    if lemma in lists("freeing") and {t.lemma_.lower() for t in objects(verb)} & lists("captives"):
        return True
    if _takes_in(verb) or _makes_way(verb):
        return not _is_of_none(verb)
    if lemma in lists("giving"):
        goods = objects(verb)
        counted = lemma in ("deliver", "supply", "donate") and any(t.pos_ == "NUM" for t in goods)  # 14 of them
        return counted or any(is_gift(t) for t in goods)
    if lemma in lists("strengthening"):
        return any({t.lemma_.lower(), t.lower_} & lists("shares") for t in objects(verb))
    doer = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if lemma in lists("arriving") and doer is not None and doer.lemma_.lower() in lists("consignments"):
        return True
    if lemma in ("pull", "withdraw", "bring") and _takes_home(verb):
        return True
    home = lemma != "go" or any(c.lower_ in ("home", "back") for c in verb.children)
    left = next((c for c in verb.children if c.dep_ == "dobj"), None)
    place = left is None or left.pos_ == "PROPN" or left.lemma_ in lists("grounds")
    return lemma in lists("leaving") and home and place and doer is not None and doer.lemma_.lower() in lists("forces")


def _takes_in(verb: Token) -> bool:
    """Are those in need let in: take in 500 refugees, shelter the evacuees?"""
    return verb.lemma_.lower() in lists("sheltering") and bool(
        {t.lemma_.lower() for t in objects(verb)} & lists("sheltered")
    )


def _stands_guard(verb: Token) -> bool:
    """Are it men who stay where they are: "our troops will stay until peace is secured"?"""
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    men = doer is not None and doer.lemma_.lower() in lists("forces") | lists("gifts") - {"aid"}
    return verb.lemma_ in ("stay", "remain") and men


def _makes_way(verb: Token) -> bool:
    """Is power or a blocked way given up, or a word kept: hand over power, step down, reopen the border, respect the truce?"""
    goods = {t.lemma_.lower() for t in objects(verb)}
    goods |= {o.lemma_.lower() for c in verb.children if c.lower_ in ("by", "with") for o in c.children}
    lemma = verb.lemma_.lower()
    if lemma in ("step", "stand"):
        return any(c.lower_ in ("down", "aside") for c in verb.children)
    if lemma in ("hand", "cede", "transfer", "surrender", "relinquish"):
        return bool(goods & {"power", "control"})
    if lemma == "reopen":
        return bool(goods & lists("passages"))
    return lemma in lists("keeping") and bool(goods & (lists("papers") | lists("kept")))


_MAKES = re.compile(r"[A-Z][A-Za-z]*-?\d+[A-Za-z]*s?")  # MiG-29s, F-16


def is_gift(goods: Token) -> bool:
    """Is it a thing that is handed over to help: arms, by their kind or make, money, medicine?"""
    known = {goods.lemma_.lower(), goods.lower_, goods.lower_.removesuffix("s")}
    return bool(known & lists("gifts")) or _MAKES.fullmatch(goods.text) is not None


def _takes_home(verb: Token) -> bool:
    """Are soldiers taken back from where they stand: pull back troops, withdraw our units, bring the men home?"""
    back = verb.lemma_ == "withdraw" or any(
        t.lower_ in ("back", "out", "home") for t in verb.doc[verb.i + 1 : verb.i + 6]
    )
    men = {t.lemma_.lower() for t in objects(verb)} & (lists("forces") - lists("envoys"))
    return back and bool(men)


def _barren(verb: Token) -> bool:
    """Is it "there will be no talks", "no treaty will come"?"""
    nouns = (c for c in verb.children if c.dep_ in ("nsubj", "attr", "dobj") and c.lemma_ not in lists("vain"))
    return any(d.lower_ == "no" for noun in nouns for d in noun.children)


def is_thing(scene: Scene, verb: Token) -> bool:
    """Is it a thing that will not come to pass (the pipeline, "there"), and nobody who refuses to act?"""
    doer = outside(scene, next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None), verb)
    if doer is None or doer.lower_ == "there":
        return not _barren(verb)  # "there will be no talks" refuses
    if doer.lower_ == "it":
        return True
    return doer.pos_ in ("NOUN", "PROPN") and scene.parties.named(doer) is None and doer.lower_ not in lists("hands")


def _is_natural(scene: Scene, condition: Condition) -> bool:
    """Is it what nobody does (the wind rises), so that the answer to it threatens nobody?"""
    root = condition.root
    doer = next((c for c in root.children if c.dep_ == "nsubj"), None) if root is not None else None
    if root is None or doer is None or doer.pos_ != "NOUN" or negated(root):
        return False
    words = lemmas(scene, condition.words)
    known = lists("bad") | lists("good") | lists("harm") | lists("deeds")
    return root.lemma_ in lists("unwilled") and not words & known and not scene.parties.within(*condition.words)


def goes_further(verb: Token) -> bool:
    """Is it "went further", "would go further too"?"""
    return verb.lemma_ == "go" and any(t.lower_ == "further" for t in verb.doc[verb.i + 1 : verb.i + 3])


def _outdoes(scene: Scene, verb: Token, action: Stretch) -> bool:
    """Would an answer to a harm be harder than the last: further against aggression than in 2014?"""
    return any(t.lower_ == "than" for t in verb.subtree) and bool(
        lemmas(scene, action) & (lists("bad") - {"test", "arm"})
    )


def _is_hostile(condition: Condition) -> bool:
    """Is it a harm that would have to happen: invades, a new escalation?"""
    root = condition.root
    words = {t.lemma_.lower() for t in root.subtree} if root is not None else set()
    if root is not None and goes_further(root):
        return True
    return (
        bool(words & (lists("bad") | lists("lasting")))
        and not bool(words & lists("good"))
        and not (root is not None and negated(root))
    )


def _denial(verb: Token, hint: str | None) -> str | None:
    if verb.lemma_ == "tolerate" or (
        verb.lemma_ == "put" and verb.doc[verb.i : verb.i + 3].text.lower().endswith("up with")
    ):
        return "red line"  # nor "put up with" a base on the border
    lemma = verb.lemma_.lower()
    lets = {c.lemma_.lower() for c in verb.children if c.dep_ in ("ccomp", "xcomp")} if lemma == "let" else {lemma}
    if hint is None and (lets & (lists("idle") | lists("discreet")) or (lemma in _UNWILLED and not _barren(verb))):
        return None
    if lemma == "rule" and any(c.dep_ == "prt" for c in verb.children):
        return None  # will not rule out: nothing is refused
    if _looks_on(verb):
        return "promise"  # will not stand by
    if any(c.dep_ == "dobj" and c.lemma_.lower() in lists("assault") for c in verb.children):
        return "promise"  # will not launch an offensive
    none = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr") and c.lemma_ in lists("verdicts"))
    if any(d.lower_ == "no" for noun in none for d in noun.children):
        return "promise"
    if lemma in ("fire", "shoot") and any(c.lower_ in ("on", "at") for c in verb.children):
        return "promise"
    return "promise" if verb.lemma_ in lists("loyal") or hint == "promise" else "refusal"


def _looks_on(verb: Token) -> bool:
    """Is it standing by, sitting idle?"""
    return verb.lemma_ in ("stand", "sit") and any(c.lower_ in ("by", "idle", "idly", "aside") for c in verb.children)


def _marches(condition: Condition, words: frozenset[str]) -> bool:
    """Are soldiers sent somewhere, or over a border?"""
    moves = condition.root is not None and condition.root.lemma_ in lists("posted") | {"cross", "march", "roll", "pour"}
    return moves and bool(words & (lists("forces") - lists("envoys")))


def _is_suffered(condition: Condition) -> bool:
    """Is it what would befall the one who is helped: "if Niger is attacked"?"""
    return condition.root is not None and any(c.dep_ == "nsubjpass" for c in condition.root.children)


def looming(verb: Token) -> bool:
    """There would be serious consequences."""
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in ("attr", "nsubj", "dobj")}
    return verb.lemma_ in ("be", "have", "bring", "follow") and bool(nouns & (lists("doom") | {"price", "cost"}))


def _conditional(scene: Scene, verb: Token, condition: Condition, weight: str | None, told: Voice) -> str | None:
    """The kind by the condition: what others may do to us brings threats, what they may do for us offers."""
    if condition.marker in HARSH:
        return "threat" if weight != "aid" else "promise"
    words = lemmas(scene, condition.words)
    if told.addressee and told.cue is not None and told.cue.lemma_ == "warn":
        helped = {m.actor.id for m in scene.parties.within(verb.idx, told.end) if m.actor}
        if not any(party.id in helped for party, _ in told.addressee):
            return "threat"  # warned Juba that it would arm the rebels: aid to others is a harm
    friendly = bool(words & lists("good"))
    hostile = bool(words & (lists("bad") | lists("lasting"))) or (not friendly and _marches(condition, words))
    refused = condition.root is not None and negated(condition.root)
    if weight != "harm" and hostile and _reinforces(scene, verb, condition):
        return "promise"  # send troops to an ally if he is attacked
    armed = any(t.lemma_.lower() in lists("arms") | {"weapon"} for t in objects(verb))
    if armed and verb.lemma_ in lists("posted") and (hostile or refused) and _is_anothers(scene, condition, told):
        return "threat"  # deploy missiles if another refuses
    if weight == "aid":
        asked = friendly or _is_anothers(scene, condition, told)
        return "offer" if asked and not hostile and not refused else "promise"
    if (
        weight == "harm"
        or refused
        or (hostile and not friendly)
        or (told.cue is not None and told.cue.lemma_ == "warn")
    ):
        return "threat"
    if friendly:
        return "offer"
    return "promise" if condition.marker in _OCCASIONS | {"as long as", "so long as", "even if"} else "offer"
