"""Who speaks under a modal where no plain "X said that" tells it: amid the words, before a colon, or in the last sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.drafts import Scene, negated
from wirecopy.findings.commitments.kinds import HARSH
from wirecopy.findings.commitments.papers import written
from wirecopy.findings.communiques import issued, labelled
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, lists, tail, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTERS = frozenset(("it", "he", "she", "they", "this", "that"))


def teller(scene: Scene, modal: Token) -> Voice | None:
    """Who says what stands under a modal; None where it is the report's own."""
    told, amid = voice(scene.parties, modal), _amid(scene, modal)
    if amid is not None and (told is None or told.cue != amid.cue):
        told = amid
    told = told or _behind_colon(scene, modal) or labelled(scene.parties, scene.sentence)
    told = told or _echo(scene, modal) or issued(scene.parties.passage, scene.sentence)
    return written(scene, told) if told is not None else None


def _amid(scene: Scene, modal: Token) -> Voice | None:
    """The teller between a condition and its clause, which parses misread: "Should Kiel refuse, says Ali, he would sue"."""
    opening = next((c for c in scene.conditions if c.end < modal.idx and c.marker in _OPENED), None)
    if opening is None or scene.text[scene.sentence.start_char : opening.start].strip(' “"«') not in _LEAD:
        return None
    between = [t for t in scene.sentence if opening.end <= t.idx < modal.idx]
    commas = [t for t in between if t.text == ","]
    if len(commas) < 2 or commas[0] != between[0]:
        return None
    for comma in commas[1:]:
        inside = [t for t in between if commas[0].i < t.i < comma.i]
        cue = next((t for t in inside if t.tag_ in _TOLD and t.lemma_.lower() in lists("telling")), None)
        if cue is None:
            continue
        before = [t for t in inside if t.i < cue.i]
        nouns = [
            t for t in before or inside if t != cue and t.pos_ in ("PROPN", "NOUN", "PRON") and t.dep_ != "compound"
        ]
        if not nouns or any(t.tag_ in ("MD", *_TOLD) for t in inside if t != cue):
            return None
        noun = nouns[-1] if before else nouns[0]
        actor, span = scene.parties.named(noun) or scene.parties.party(noun) or (None, None)
        return Voice(scene.sentence.start_char, scene.sentence.end_char, actor, span, noun, cue)
    return None


_OPENED = frozenset(("if", "should", "unless", "were", "even if", "once", "as long as"))
_LEAD = frozenset(("", "But", "And", "Yet", "So"))
_TOLD = frozenset(("VBD", "VBZ", "VBP"))


def _behind_colon(scene: Scene, modal: Token) -> Voice | None:
    """Whose warning or demand stands before a colon ("they had one demand: Oslo must …"), or whose answer "was that"."""
    was = next((up for up in modal.head.ancestors if up.lemma_ == "be" and up.i < modal.i), None)
    told = next((c for c in was.lefts if c.dep_ == "nsubj"), None) if was is not None else None
    if was is not None and told is not None and told.lemma_.lower() in lists("tidings") and not negated(was):
        owners = [c for c in told.children if c.dep_ == "poss"]
        owners += [o for c in told.children if c.lower_ == "from" for o in c.children if o.dep_ == "pobj"]
        owner = next((p for one in owners if (p := scene.parties.named(one))), None)
        return Voice(was.idx, scene.sentence.end_char, *owner, told, was) if owner is not None else None
    colon = next((t for t in reversed(scene.sentence) if t.i < modal.i and t.text == ":"), None)
    if colon is None or colon.i - 2 < scene.sentence.start:
        return None
    noun = colon.nbor(-1)
    verb = next((up for up in noun.ancestors if up.pos_ == "VERB" and up.i < noun.i), None)
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb is not None else None
    party = scene.parties.named(doer) or scene.parties.party(doer) if doer is not None else None
    if verb is None or party is None or noun.lemma_.lower() not in lists("tidings") or negated(verb):
        return None
    return Voice(colon.idx + 1, scene.sentence.end_char, *party, doer, verb)


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


def demanding(scene: Scene, modal: Token, told: Voice) -> Voice:
    """The voice with who demanded something just before, where it goes on "Failing that, it will …, a spokesman said"."""
    on = any(c.root is None and c.marker in HARSH and c.end <= modal.idx for c in scene.conditions)
    asked = scene.asked or scene.standing
    known = told.actor is not None and not (told.actor.anonymous and told.actor.country is None)
    if known or not on or asked is None or len(asked.by) != 1:
        return told
    return told._replace(actor=asked.by[0][0], span=asked.by[0][1])
