"""Commitments made by a verb or noun that says so: threatened to, demanded that, ruled out, a demand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.complements import complement, denied
from wirecopy.findings.counted import subject
from wirecopy.findings.drafts import (
    Draft,
    Party,
    Scene,
    Stretch,
    attacked,
    condition_for,
    dated,
    lemmas,
    solid,
    stretch,
    targets,
    weighs,
    whole,
)
from wirecopy.findings.hollow import convenes, is_empty, is_order, is_talk
from wirecopy.findings.voices import Voice, is_watcher, lists, table, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset(("which", "that", "what"))
_ANY = ("clause", "infinitive", "object")
_OPEN = frozenset(("continue", "go", "keep", "begin", "seem", "repeat"))


def pledges(scene: Scene) -> Iterator[Draft]:
    """Every such verb and noun of a sentence, with its complement as the action."""
    verbs, nouns = table("verbs"), table("nouns")
    for token, _, lemma in scene.words:
        if lemma in verbs and token.pos_ == "VERB" and _asserted(token):
            draft = _by_verb(scene, token, verbs[lemma], table("frames").get(lemma, _ANY))
            if draft:
                yield draft
        elif lemma in nouns and token.pos_ == "NOUN":
            yield from _by_noun(scene, token, nouns[lemma])


def _asserted(verb: Token) -> bool:
    """Is it said to have been done: not denied, not a mere possibility, not a plan ("planned to demand")?"""
    if (
        verb.dep_ == "pcomp"
        or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)
        or (verb.i and verb.nbor(-1).lower_ in ("if", "unless"))
        or (verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ("deny", "doubt"))
    ):
        return False
    if (
        verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "acl")
        and not any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children)
    ):
        return False  # "when asked for its figures": nobody says by whom
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return not infinitive or verb.head.lemma_ in _OPEN


def _makers(scene: Scene, verb: Token, told: Voice | None) -> tuple[Party, ...]:
    """Who makes it: the subject's actor, the speaker for "we", the agent of a passive."""
    doer = subject(verb)
    if any(c.dep_ == "auxpass" for c in verb.children):
        agent = next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None)
        party = scene.parties.party(agent) if agent is not None else None
        return (party,) if party else ()
    if doer is not None and verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl"):
        doer = _main_doer(scene, verb, doer)
    while doer is not None and doer.head != verb and doer.head.dep_ == "ccomp" and _is_thing(scene, doer):
        doer = next((s for up in doer.head.ancestors if (s := subject(up)) is not None and s.i < doer.i), None)
    if doer is not None and doer.i < verb.i + 4 and doer.pos_ != "PRON":
        parties = (scene.parties.named(one) or scene.parties.party(one) for one in (doer, *doer.conjuncts))
        return tuple(party for party in parties if party)
    named = scene.parties.named(doer) if doer is not None else None
    if named:
        return (named,)
    if doer is None or doer.lower_ == "it":
        return ()
    return ((told.actor, told.span),) if told and told.actor else ()


def _is_thing(scene: Scene, noun: Token) -> bool:
    """Is it no actor, so that a verb joined to its own has another subject ("said that blame should not be … and demanded")?"""
    return noun.pos_ in ("NOUN", "PROPN") and scene.parties.named(noun) is None


def _main_doer(scene: Scene, verb: Token, doer: Token) -> Token | None:
    """The doer of a participle: the noun before it if that can act, else who did what it hangs on ("held talks, urging …")."""
    found = scene.parties.named(doer)
    target = next((scene.parties.named(c) for c in verb.children if c.dep_ == "dobj"), None)
    if found and not (target and target[0].id == found[0].id):
        return doer
    for up in verb.ancestors:
        whose = (
            subject(up)
            if up.pos_ in ("VERB", "AUX")
            else next((c for c in up.children if c.dep_ in ("poss", "nmod")), None)
        )
        named = scene.parties.named(whose) if whose is not None else None
        if named and not (target and target[0].id == named[0].id):
            return whose
    inside = scene.parties.within(verb.sent.start_char, verb.idx)
    own = [
        m
        for m in inside
        if m.actor and m.actor.kind in ("person", "state") and not (target and target[0].id == m.actor.id)
    ]
    words = verb.doc.char_span(own[0].span.start, own[0].span.end, alignment_mode="expand") if own else None
    return words.root if words is not None else None


def _by_verb(scene: Scene, verb: Token, kind: str, frames: tuple[str, ...]) -> Draft | None:
    told = voice(scene.parties, verb)
    when = told.when if told is not None else None
    if told is not None and told.cue == verb:
        told = None
    if told is not None and is_watcher(told):
        return None
    by = _makers(scene, verb, told)
    if (subj := subject(verb)) is not None and subj.lower_ == "you":
        return None  # "You are asking for war": no demand of the speaker's
    found = complement(scene, verb, frames)
    doer = subject(verb)
    if not by or found is None or (doer is not None and doer.lemma_.lower() in lists("watchers") | lists("rules")):
        return None
    deed, start, other = found
    if told is not None and told.start <= verb.idx < told.end <= deed.idx:
        inner = _in_quotation(verb, told.end)
        if inner is None:
            return None
        deed, start, other = inner, verb.nbor(2).idx, None
    if is_empty(verb, deed, kind) or (kind == "demand" and is_order(verb, by, other)):
        return None
    limit = told.end if told and told.end > verb.idx else scene.sentence.end_char
    action = stretch(scene, deed, limit, start)
    action = _undated(scene, verb, deed, action)
    if kind == "offer" and deed.pos_ == "NOUN" and scene.text[action[1] : action[1] + 2] == ": ":
        action = action[0], _trimmed(scene.text, limit)  # "offered a choice: talks, or …"
    if deed.pos_ == "NOUN" and is_talk(deed, kind) and not convenes(scene, deed):
        return None
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    if kind == "promise" and not denied(deed) and (_is_harm(deed) or (condition and _hurts(scene, deed, action))):
        kind = "threat"
    if verb.lemma_ == "warn" and deed.pos_ == "NOUN" and deed.head.lower_ != "against":
        if condition is None and not _is_warned(deed, by, other):
            return None  # warned of consequences: nobody knows whose
        kind = "threat"
    if kind == "promise" and condition and condition.marker.startswith(("in return", "in exchange", "provid")):
        kind = "offer"
    to = (
        _with_joined(scene, other)
        if other and other[0].id not in {a.id for a, _ in by}
        else targets(scene, _own_voice(told, by), by, attacked(condition) if kind == "promise" else condition, action)
    )
    to = to or (_asker(scene, deed, by) if kind == "refusal" else ())
    words = condition.words if condition else None
    strike = _struck_first(deed) if kind == "threat" and words is None else None
    if strike is not None:
        action, words, to = (action[0], _trimmed(scene.text, strike.head.idx)), whole(strike), ()
    cue = None
    if verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and _opened_by_object(verb):
        action, cue = _before(scene, verb), (verb.idx, action[1])  # "a fence, which Oslo wants them to consider"
    return Draft(kind, action, words, by, to, deed, verb.text, told, cue, when or dated(scene, verb))


def _with_joined(scene: Scene, other: Party) -> tuple[Party, ...]:
    """Whom it is asked of, with who is named in the same breath: urged Belgrade and Pristina to talk."""
    span = other[1]
    after = scene.parties.within(span.end, span.end + 6) if span else ()
    near = (m for m in after if span and m.actor and solid(m.actor) and scene.text[span.end : m.span.start] == " and ")
    return (other, *((m.actor, m.span) for m in near if m.actor))[:2]


def _is_warned(deed: Token, by: tuple[Party, ...], other: Party | None) -> bool:
    """Is it another state that is warned of consequences, with no word of whose they are ("of an invasion")?"""
    if other is None or not (deed.lemma_.lower() in lists("doom") or deed.lower_ in lists("doom")):
        return False
    whose = any(c.lower_ in ("of", "from", "for") for c in deed.children)
    apart = all(actor.country != other[0].country for actor, _ in by)
    return apart and solid(other[0]) and not whose


def _asker(scene: Scene, deed: Token, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whose demand, attempt or offer is refused: "rejected Hanoi's demands"."""
    called = next((c for c in deed.children if c.lower_ == "as" and c.dep_ == "prep"), None)
    deed = next((o for o in called.children if o.dep_ == "pobj"), deed) if called is not None else deed
    if deed.pos_ != "NOUN" or deed.lemma_.lower() not in lists("asked") | lists("papers") | {
        "attempt",
        "bid",
        "effort",
    }:
        return ()
    owners = (scene.parties.named(c) for c in deed.children if c.dep_ in ("poss", "compound", "nmod", "amod"))
    owner = next((party for party in owners if party), None)
    return (owner,) if owner and owner[0].id not in {actor.id for actor, _ in by} else ()


def _opened_by_object(verb: Token) -> bool:
    """Is the relative pronoun what is asked, and not who asks?"""
    doer = subject(verb)
    return verb.left_edge.lower_ in _RELATIVE and doer is not None and doer.lower_ not in _RELATIVE


def _struck_first(deed: Token) -> Token | None:
    """What an answer is to, which is its condition: "a crushing response to any strike"."""
    if deed.lemma_.lower() not in lists("answering"):
        return None
    return next((o for c in deed.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj"), None)


def _trimmed(text: str, end: int) -> int:
    """The end of a sentence's words without its full stop and white space."""
    return len(text[:end].rstrip(' .”"\n'))


def _before(scene: Scene, verb: Token) -> Stretch:
    """The noun that a relative clause tells more of, with what stands between."""
    noun = verb.head
    return noun.left_edge.idx, len(scene.text[: verb.left_edge.idx].rstrip(" ,"))


def _in_quotation(verb: Token, end: int) -> Token | None:
    """The last verb of a quoted "that" clause, where the parse hangs its teller on the demand."""
    clause = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.idx < end]
    if len(clause) < 2 or clause[0].lower_ != "that":
        return None
    return next((t for t in reversed(clause) if t.tag_ in ("VB", "VBP") and t.pos_ in ("VERB", "AUX")), None)


def _undated(scene: Scene, verb: Token, deed: Token, action: Stretch) -> Stretch:
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


def _hurts(scene: Scene, deed: Token, action: Stretch) -> bool:
    """Does what is promised on a condition hurt: to impose costs, if it is attacked?"""
    return weighs(deed, lemmas(scene, action)) == "harm"


def _is_harm(deed: Token) -> bool:
    """Is what somebody vows a harm: to bomb, consequences; not to pay, to stop, to lift sanctions?"""
    lemma = deed.lemma_.lower()
    if lemma in ("pay", "stop", "close", "end", "halt") or lemma not in lists("harm") - lists("aid"):
        return False
    return deed.pos_ == "VERB" or lemma in lists("doom")


def _own_voice(told: Voice | None, by: tuple[Party, ...]) -> Voice | None:
    """The voice, where its speaker is the one who commits himself: only then is the addressee the other party."""
    return told if told and told.actor and told.actor.id in {a.id for a, _ in by} else None


def _by_noun(scene: Scene, noun: Token, kind: str) -> Iterator[Draft]:
    """presented Biden with a demand for guarantees; the Kremlin's demand that …; a set of demands, including …"""
    verb = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    handed = verb is not None and verb.lemma_ in lists("handing") and noun.dep_ in ("dobj", "pobj", "conj", "appos")
    if (
        handed
        and noun.dep_ == "pobj"
        and (noun.head.lower_ not in ("with", "to", "of") or noun.head.head.pos_ == "NOUN")
    ):
        handed = noun.head.head.lower_ in ("set", "list", "series", "number")
    if noun.dep_ in ("conj", "appos") and noun.head.head != verb:
        handed = False
    if verb is not None and any(t.text == ":" for t in noun.doc[verb.i : noun.i]):
        handed = False  # "… but not what it wants most: a promise that …"
    if owner is None and not (handed and verb is not None):
        return
    told = voice(scene.parties, noun)
    if told is not None and is_watcher(told):
        return
    party = scene.parties.named(owner) if owner is not None else None
    by: tuple[Party, ...] = (party,) if party else (_makers(scene, verb, told) if handed and verb is not None else ())
    if not by:
        return
    whom = (
        next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c != noun), None)
        if handed and verb is not None
        else None
    )
    other = scene.parties.named(whom) if whom is not None else None
    limit = told.end if told and told.end > noun.idx else scene.sentence.end_char
    if noun.dep_ in ("nsubj", "nsubjpass"):
        limit = min(limit, whole(noun)[1])
    for start, deed in _contents(scene, noun):
        action = stretch(scene, deed, limit, start)
        to = (other,) if other else targets(scene, None, by, None, action)
        yield Draft(kind, action, None, by, to, deed, noun.text, told)


def _contents(scene: Scene, noun: Token) -> Iterator[tuple[int, Token]]:
    """What a demand is for: its "for …", "that …" or "to …", or what stands behind "including"."""
    for child in noun.rights:
        if child.lower_ == "for" and child.dep_ == "prep":
            inner = next((o for o in child.children if o.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                yield inner.left_edge.idx, inner
                return
        if (
            child.dep_ in ("acl", "relcl", "ccomp")
            and child.pos_ in ("VERB", "AUX")
            and any(c.lower_ in ("that", "to") for c in child.children)
        ):
            marks = [c for c in child.children if c.lower_ in ("that", "to")]
            if child.dep_ != "relcl":
                yield (marks[0].i + 1 < len(noun.doc) and noun.doc[marks[0].i + 1].idx) or child.idx, child
                return
    after = noun.doc[noun.i + 1 : min(noun.i + 14, scene.sentence.end)]
    listing = next((t for t in after if t.lower_ == "including"), None)
    if listing is not None:
        first = next((o for o in listing.children if o.dep_ == "pobj"), None)
        for item in (first, *first.conjuncts) if first is not None else ():
            if item.i > listing.i:
                yield item.left_edge.idx, item
