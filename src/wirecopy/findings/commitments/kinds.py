"""Which kind of commitment a deed is: threat, promise, refusal, offer or red line, by what is done on which condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.courts import is_brought, refers, sues
from wirecopy.findings.commitments.drafts import Scene, Stretch, lemmas, negated, outside, weighs
from wirecopy.findings.commitments.given import (
    barren,
    ceases,
    eases,
    gives,
    goes_further,
    is_of_none,
    looks_on,
    looming,
    objects,
    penalises,
    quits,
    settles,
    stands_guard,
    takes_in,
)
from wirecopy.findings.commitments.hinges import (
    fails,
    is_anothers,
    is_foreign,
    is_hostile,
    is_natural,
    is_requested,
    is_suffered,
    marches,
    takes_back,
    yields,
)
from wirecopy.findings.commitments.undertaken import hunts, lifts, undertakes
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
    if not denied and told.cue is not None and told.cue.lemma_ == "agree" and verb.lemma_ in lists("easing"):
        return "promise"  # "agreed that Fiji would drop its demand"
    if not denied and verb.lemma_.lower() in lists("musing"):
        return None  # "if it passes, and I think it will": nothing is offered
    if denied:
        if condition and looks_on(verb) and not is_suffered(condition):
            return "threat"
        if condition and is_thing(scene, verb) and (is_hostile(condition) or is_natural(scene, condition)):
            return "threat" if is_hostile(condition) else None
        return _denial(verb, hint)
    if condition is not None and condition.marker == "until" and stands_guard(verb):
        return "promise"
    if condition and is_requested(condition) and verb.lemma_.lower() in lists("aid"):
        return "offer"
    if condition is None and refers(verb):
        return "promise"
    if condition is None and takes_in(verb) and is_of_none(verb):
        return "refusal"
    if not hint and (condition is None or condition.marker in _OCCASIONS) and gives(verb):
        return "promise"
    if condition and condition.marker not in HARSH and lifts(verb) and not is_hostile(condition):
        return "offer"
    unheeded = condition is not None and condition.root is None and condition.marker in HARSH
    if condition and sues(verb) and (unheeded or is_foreign(scene, condition, told) or fails(condition)):
        return "threat"
    if goes_further(verb) and (is_hostile(condition) if condition else _outdoes(scene, verb, action)):
        return "threat"  # go further in answer to a harm
    if condition and condition.marker not in HARSH and eases(verb) and yields(condition):
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
    if hunts(scene, verb):
        return "threat"
    if condition is None and (penalises(verb) or is_brought(verb)):
        return "promise" if _is_decided(verb, told) else "threat"
    weight = "harm" if quits(verb) else "aid" if ceases(verb) else weighs(verb, lemmas(scene, action))
    if verb.lemma_ == "hold" and any(t.lower_ in ("responsible", "accountable") for t in verb.subtree):
        return "threat"
    if condition and condition.marker.startswith(_REWARD) and not is_hostile(condition):
        return "offer"
    if weight == "harm" and condition is not None and not hint and is_natural(scene, condition):
        return None
    if weight == "harm" and (hint != "promise" or verb.lemma_.lower() in lists("harm")):
        sure = condition or hint or looming(verb) or verb.lemma_.lower() in lists("harm")
        return ("promise" if not condition and _is_decided(verb, told) else "threat") if sure else None
    if hint:
        return str(hint)
    if condition is None:
        firm = told.cue is not None and told.cue.lemma_.lower() in lists("solemn")
        helps = verb.lemma_.lower() in (lists("aid") if firm else lists("helping"))
        return "promise" if helps or undertakes(scene, verb, told) else None
    return _conditional(scene, verb, condition, _withheld(verb, weight), told)


def _is_decided(verb: Token, told: Voice) -> bool:
    """Is it a measure that is announced, not threatened: what its maker has decided, or takes over from another?

    "Announced that it would close its airspace", "will adopt the Union's sanctions": nobody can still escape it.
    """
    cue = told.cue.lemma_.lower() if told.cue is not None else ""
    anothers = (c for o in objects(verb) for c in o.children if c.dep_ == "poss" and c.pos_ == "PROPN")
    return cue in lists("deciding") or (verb.lemma_ in ("adopt", "join") and any(anothers))


def _reinforces(scene: Scene, verb: Token, condition: Condition) -> bool:
    """Are men or arms sent to somebody who is not the one feared?"""
    sent = {t.lemma_.lower() for t in objects(verb)} & (lists("gifts") | lists("forces"))
    feared = {m.actor.country for m in scene.parties.within(*condition.words) if m.actor}
    goals = (o for c in verb.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj")
    goal = next((party for o in goals if (party := scene.parties.named(o))), None)
    return bool(sent) and goal is not None and goal[0].country not in feared


def _withheld(verb: Token, weight: str | None) -> str | None:
    """To give none or no more is no aid: "will send no more oil"."""
    return "harm" if weight == "aid" and is_of_none(verb) else weight


def is_thing(scene: Scene, verb: Token) -> bool:
    """Is it a thing that will not come to pass (the pipeline, "there"), and nobody who refuses to act?"""
    doer = outside(scene, next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None), verb)
    if doer is None or doer.lower_ == "there":
        return not barren(verb)  # "there will be no talks" refuses
    if doer.lower_ == "it":
        return True
    return doer.pos_ in ("NOUN", "PROPN") and scene.parties.named(doer) is None and doer.lower_ not in lists("hands")


def _outdoes(scene: Scene, verb: Token, action: Stretch) -> bool:
    """Would an answer to a harm be harder than the last: further against aggression than in 2014?"""
    return any(t.lower_ == "than" for t in verb.subtree) and bool(
        lemmas(scene, action) & (lists("bad") - {"test", "arm"})
    )


def _denial(verb: Token, hint: str | None) -> str | None:
    if verb.lemma_ == "tolerate" or (
        verb.lemma_ == "put" and verb.doc[verb.i : verb.i + 3].text.lower().endswith("up with")
    ):
        return "red line"  # nor "put up with" a base on the border
    if verb.lemma_ == "be" and any(c.dep_ == "attr" and c.lower_ in ("part", "party") for c in verb.children):
        return "refusal"  # will not be part of the embargo
    lemma = verb.lemma_.lower()
    goes_on = lemma == "stop" and any(c.dep_ == "xcomp" for c in verb.children)  # will not stop fighting
    lets = {c.lemma_.lower() for c in verb.children if c.dep_ in ("ccomp", "xcomp")} if lemma == "let" else {lemma}
    if (
        hint is None
        and not goes_on
        and (lets & (lists("idle") | lists("discreet")) or (lemma in _UNWILLED and not barren(verb)))
    ):
        return None
    if lemma == "rule" and any(c.dep_ == "prt" for c in verb.children):
        return None  # will not rule out: nothing is refused
    if looks_on(verb) or _is_left(verb):
        return "promise"  # will not stand by, nobody will be left behind
    if any(c.dep_ == "dobj" and c.lemma_.lower() in lists("assault") for c in verb.children):
        return "promise"  # will not launch an offensive
    spared = lists("verdicts") | lists("assault")
    none = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr") and c.lemma_ in spared)
    if any(d.lower_ == "no" for noun in none for d in noun.children):
        return "promise"
    taken = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in lists("verdicts"))
    if any(c.lower_ == "without" for noun in taken for c in (*noun.subtree, *verb.children)):
        return "promise"  # will not take decisions about Chad without Chad
    if lemma in ("fire", "shoot") and any(c.lower_ in ("on", "at") for c in verb.children):
        return "promise"
    return "promise" if verb.lemma_ in lists("loyal") or hint == "promise" else "refusal"


def _defends_itself(verb: Token) -> bool:
    """Is it oneself that one would defend: a threat to whoever attacks?"""
    own = (c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i)
    return verb.lemma_ in lists("shielding") and any(c.lower_.endswith(("self", "selves")) for c in own)


def _is_left(verb: Token) -> bool:
    """Is it people who are given up: left behind, left alone?"""
    return verb.lemma_ == "leave" and any(c.lower_ in ("behind", "alone") for c in verb.children)


def _conditional(scene: Scene, verb: Token, condition: Condition, weight: str | None, told: Voice) -> str | None:
    """The kind by the condition: what others may do to us brings threats, what they may do for us offers."""
    if condition.marker in HARSH:
        return "threat" if weight != "aid" else "promise"
    words = lemmas(scene, condition.words)
    if told.addressee and told.cue is not None and told.cue.lemma_ == "warn":
        helped = {m.actor.id for m in scene.parties.within(verb.idx, told.end) if m.actor}
        if not any(party.id in helped for party, _ in told.addressee):
            return "threat"  # warned Juba that it would arm the rebels: aid to others is a harm
    friendly = bool(words & lists("good")) or yields(condition)
    hostile = bool(words & (lists("bad") | lists("lasting"))) or (not friendly and marches(condition, words))
    hostile = hostile and not yields(condition)  # "if the sanctions are lifted"
    refused = condition.root is not None and negated(condition.root)
    if weight != "harm" and hostile and _reinforces(scene, verb, condition):
        return "promise"  # send troops to an ally if he is attacked
    armed = any(t.lemma_.lower() in lists("arms") | {"weapon"} for t in objects(verb))
    if armed and verb.lemma_ in lists("posted") and (hostile or refused) and is_anothers(scene, condition, told):
        return "threat"  # deploy missiles if another refuses
    if weight == "aid" and hostile and is_anothers(scene, condition, told) and _defends_itself(verb):
        return "threat"
    sent = {t.lemma_.lower() for t in objects(verb)} & lists("forces") - lists("envoys")
    if hostile and sent and verb.lemma_ in ("deploy", "mass", "station"):
        return "threat"  # deploy more troops if the raids go on
    if weight == "aid":
        asked = friendly or is_anothers(scene, condition, told) or takes_back(condition)
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
    if condition.root is not None and condition.root.lemma_.lower() in lists("unwilled") | {"lose"}:
        return "promise"  # "would resign if it lost the vote": nobody is offered that
    return "promise" if condition.marker in _OCCASIONS | {"as long as", "so long as", "even if"} else "offer"
