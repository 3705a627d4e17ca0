"""The words of a commitment that a verb makes: what is cut from its action, and the day on which it was uttered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import Scene, Stretch, dated, whole
from wirecopy.findings.voices import lists
from wirecopy.model import Expression

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTIVE = frozenset(("threaten", "vow", "pledge", "promise", "refuse", "decline", "offer", "swear", "propose"))
_OPEN = frozenset(("continue", "go", "keep", "begin", "seem", "repeat"))


def is_asserted(verb: Token) -> bool:
    """Is it said to have been done: not denied, not a mere possibility, not a plan ("planned to demand")?"""
    if (
        verb.dep_ == "pcomp"
        or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)
        or (verb.i and verb.nbor(-1).lower_ in ("if", "unless"))
        or (verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ("deny", "doubt", "demonstrate", "prove"))
    ):
        return False
    if (
        verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "acl")
        and not any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children)
        and not _is_main(verb)
    ):
        return False  # "when asked for its figures": nobody says by whom
    if verb.dep_ == "acl" and verb.head.lower_ == "one" and any(c.dep_ == "neg" for c in verb.head.head.children):
        return False  # "I won't be one calling for it"
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return not infinitive or verb.head.lemma_ in _OPEN


def _is_main(verb: Token) -> bool:
    """Is it the sentence's verb, taken for a participle: "French lorry drivers threatened on Tuesday to strike"?"""
    plain = verb.head.dep_ == "ROOT" and verb.head.pos_ == "NOUN" and verb.lemma_ in _ACTIVE
    return plain and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children)


def uttered_when(scene: Scene, verb: Token) -> Expression | None:
    """When the words behind a verb were said, as the report's attributions hand it on: "On Friday Paz said …. She urged …".

    What had been said before, and a sentence with a time of its own, are of another day.
    """
    cued = (a for a in scene.parties.passage.attributions if a.cue and a.cue.start <= verb.idx < a.cue.end)
    when = next((a.when for a in cued if a.when is not None), None)
    start = scene.sentence.start_char
    own = any(start <= e.span.start < verb.idx for e in scene.parties.passage.expressions)
    own = own or any(c.dep_ == "aux" and c.lower_ in ("had", "'d") for c in verb.children)
    return None if when is not None and own and when.span.start < start else when


def told_on(scene: Scene, verb: Token) -> Expression | None:
    """When it was done: the verb's own time, else that of what it went with ("submitted a draft this month demanding …")."""
    own = dated(scene, verb)
    when = any(c.lower_ == "when" for c in verb.children)  # "caused alarm on Friday when she urged …"
    if own is not None or not (when or verb.tag_ == "VBG") or verb.dep_ not in ("acl", "advcl"):
        return own
    over = next((up for up in verb.ancestors if up.tag_ in ("VBD", "VBZ", "VBP")), None)
    if over is None:
        return None
    inside = [*over.children, *(c for part in over.children if part.dep_ == "dobj" for c in part.children)]
    near = [c for c in inside if c.dep_ in ("npadvmod", "prep") and c.i < verb.i]
    places = [whole(c) for c in near if c.dep_ != "prep" or c.lower_ in ("on", "in")]
    told = (e for e in scene.parties.passage.expressions if any(a <= e.span.start < b for a, b in places))
    return next((e for e in told if e.span.end <= verb.idx), None)


def trimmed(text: str, end: int) -> int:
    """The end of a sentence's words without its full stop and white space."""
    return len(text[:end].rstrip(' .”"\n'))


def clause_before(scene: Scene, verb: Token) -> Stretch:
    """The noun that a relative clause tells more of, with what stands between."""
    noun = verb.head
    return noun.left_edge.idx, len(scene.text[: verb.left_edge.idx].rstrip(" ,"))


def in_quotation(verb: Token, end: int) -> Token | None:
    """The last verb of a quoted "that" clause, where the parse hangs its teller on the demand."""
    clause = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.idx < end]
    if len(clause) < 2 or clause[0].lower_ != "that":
        return None
    return next((t for t in reversed(clause) if t.tag_ in ("VB", "VBP") and t.pos_ in ("VERB", "AUX")), None)


def without_day(scene: Scene, verb: Token, deed: Token, action: Stretch) -> Stretch:
    """The action without a past day at its end, which dates the asking: "had promised the ships | earlier this month"."""
    if verb.tag_ not in ("VBD", "VBN"):
        return action
    for expression in scene.parties.passage.expressions:
        start, end = expression.span.start, expression.span.end
        words = expression.said.lower().split()
        past = (
            words[0] in ("last", "yesterday", "earlier")
            or "ago" in words
            or scene.text[:start].rstrip().lower().endswith("earlier")
        )
        if action[0] < start < action[1] <= end and past and start > deed.idx:
            cut = scene.text[action[0] : start].rstrip()
            return action[0], action[0] + len(cut.removesuffix("earlier").rstrip())
    return action


def on_its_day(scene: Scene, verb: Token, deed: Token, action: Stretch) -> tuple[Stretch, Expression | None]:
    """The action without the day at its end on which it was offered or asked: "offered 5,000 helmets | on Wednesday".

    Talks and other meetings are held on a day.
    """
    if deed.pos_ != "NOUN" or verb.tag_ not in ("VBD", "VBN") or deed.lemma_.lower() in lists("meetings"):
        return action, None
    for expression in scene.parties.passage.expressions:
        start, end = expression.span.start, expression.span.end
        before = scene.text[action[0] : start].rstrip()
        if deed.idx < start and action[0] < start < action[1] <= end and before.endswith(" on"):
            return (action[0], action[0] + len(before.removesuffix(" on").rstrip())), expression
    return action, None


def without_call(scene: Scene, verb: Token, deed: Token, action: Stretch) -> Stretch:
    """What is refused without the name it is given and the time of it: "dismissed the offer | the same evening as a ruse"."""
    behind = [c for c in verb.children if c.i > deed.i and (c.dep_ == "npadvmod" or c.lower_ == "as")]
    if not any(c.lower_ == "as" for c in behind):
        return action
    end = min(c.left_edge.idx for c in behind)
    return (action[0], trimmed(scene.text, end)) if action[0] < end < action[1] else action
