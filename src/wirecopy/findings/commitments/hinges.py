"""What a commitment hangs on: whose deed it would be, a harm, a step towards us, or what nobody does."""

from __future__ import annotations

from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.drafts import Party, Scene, lemmas, negated
from wirecopy.findings.commitments.given import goes_further, objects
from wirecopy.findings.voices import Voice, lists


def is_anothers(scene: Scene, condition: Condition, told: Voice) -> bool:
    """Is what it hangs on the deed of another state, for which the aid is the reward?"""
    party = _doer_of(scene, condition)
    own = told.actor.country if told.actor is not None else None
    if party is None or own is None or party[0].country is None:
        return party is not None and own is not None and party[0].kind == "organisation" and not party[0].anonymous
    return party[0].country != own


def is_foreign(scene: Scene, condition: Condition, told: Voice) -> bool:
    """Is what it hangs on a state's deed that is not known to be the teller's own?"""
    party = _doer_of(scene, condition)
    own = told.actor.country if told.actor is not None else None
    return party is not None and party[0].country is not None and party[0].country != own


def is_requested(condition: Condition) -> bool:
    """Is it that one is asked for it: if asked, if they request it, if the two sides agree?"""
    root = condition.root
    return root is not None and root.lemma_ in lists("requesting") and not negated(root)


def fails(condition: Condition) -> bool:
    """Is it the end of talks that it hangs on: if the mediation fails?"""
    return condition.root is not None and condition.root.lemma_ in ("fail", "collapse", "stall", "founder")


def _doer_of(scene: Scene, condition: Condition) -> Party | None:
    """Who, by name, would do what it hangs on."""
    doers = [c for c in condition.root.children if c.dep_ == "nsubj"] if condition.root is not None else []
    return next((p for doer in doers if doer.pos_ != "PRON" and (p := scene.parties.named(doer))), None)


def yields(condition: Condition) -> bool:
    """Is it a step towards us that it hangs on: lifts the sanctions, withdraws its dredger, cancels the drill?"""
    root = condition.root
    if root is None or negated(root) or root.lemma_.lower() not in lists("good") | lists("easing"):
        return False
    near = (*objects(root), *(c for c in root.children if c.dep_ == "nsubjpass"))
    kept = lists("goals") | lists("papers") | lists("meetings") | lists("upheld") | lists("aid")
    return not {t.lemma_.lower() for t in near} & kept


def is_natural(scene: Scene, condition: Condition) -> bool:
    """Is it what nobody does (the wind rises), so that the answer to it threatens nobody?"""
    root = condition.root
    doer = next((c for c in root.children if c.dep_ == "nsubj"), None) if root is not None else None
    if root is None or doer is None or doer.pos_ != "NOUN" or negated(root):
        return False
    words = lemmas(scene, condition.words)
    known = lists("bad") | lists("good") | lists("harm") | lists("deeds")
    return root.lemma_ in lists("unwilled") and not words & known and not scene.parties.within(*condition.words)


def is_hostile(condition: Condition) -> bool:
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


def marches(condition: Condition, words: frozenset[str]) -> bool:
    """Are soldiers sent somewhere, or over a border?"""
    moves = condition.root is not None and condition.root.lemma_ in lists("posted") | {"cross", "march", "roll", "pour"}
    return moves and bool(words & (lists("forces") - lists("envoys")))


def is_suffered(condition: Condition) -> bool:
    """Is it what would befall the one who is helped: "if Niger is attacked"?"""
    return condition.root is not None and any(c.dep_ == "nsubjpass" for c in condition.root.children)


def takes_back(condition: Condition) -> bool:
    """Are those who were sent away to be taken back: "if the mine takes back the men"?"""
    root = condition.root
    return (
        root is not None
        and root.lemma_ in ("take", "let", "bring")
        and any(c.lower_ in ("back", "in") for c in root.children)
    )
