"""Terms: what is held out only at a price. Progress is possible only if …, membership conditional on …"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.drafts import Draft, Scene, Stretch, negated, speaker_of, whole
from wirecopy.findings.commitments.prospects import speaking
from wirecopy.findings.commitments.stretches import stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABLE = frozenset(("be", "occur", "begin", "start", "happen", "come", "resume", "take"))
_TERMS = frozenset(("condition", "precondition", "prerequisite"))


def terms(scene: Scene) -> Iterator[Draft]:
    """Every offer of a sentence that is told by its price."""
    for token, word, lemma in scene.words:
        if word == "only":
            yield from _only(scene, token)
        elif lemma in _TERMS and token.pos_ == "NOUN":
            yield from _term(scene, token)
            yield from _listed(scene, token)
            yield from _made(scene, token)
            yield from _set(scene, token)
        elif word == "conditional" or (lemma == "condition" and token.pos_ == "VERB"):
            yield from _hung_on(scene, token)


def _only(scene: Scene, word: Token) -> Iterator[Draft]:
    """Progress is possible only if the guns fall silent; talks can only begin once …: what is held out, and its price."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX") and up.i < word.i + 4), None)
    clause = next((c for c in scene.conditions if c.start <= word.idx < c.end or 0 <= c.start - word.idx < 24), None)
    while verb is not None and clause is not None and clause.start <= verb.idx < clause.end and verb.head != verb:
        verb = verb.head
    if verb is None:
        return
    verb = verb if verb.pos_ in ("VERB", "AUX") else verb.head
    thing = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
    thing = thing if thing is not None else _before_modal(verb)
    firm = verb.lemma_ in ("come", "begin", "start", "resume") and any(
        c.lower_ in ("will", "would") for c in verb.children
    )
    able = firm or any(c.lower_ in ("can", "could") or c.lower_ in ("possible", "conceivable") for c in verb.children)
    told = speaking(scene, verb)
    if thing is None or told is None or verb.lemma_ not in _ABLE or not able or negated(verb):
        return
    if thing.lemma_.lower() not in lists("goals") | lists("meetings"):
        return
    words = clause.words if clause is not None else _setting(scene, verb, word, told.end)
    if words is None or (clause is None and thing.lemma_.lower() not in lists("meetings")):
        return  # nobody holds out "progress", which comes "only in an atmosphere of calm"
    by, marker = speaker_of(told), "only if" if clause is not None else "only"
    if clause is not None and clause.marker in ("once", "only after", "only once"):
        marker = f"only {clause.marker.removeprefix('only ')}"
    first = thing.left_edge.nbor(1) if thing.left_edge.lower_ == "that" else thing.left_edge
    action = first.idx, whole(thing)[1]
    to = targets(scene, told, by, clause, None)
    yield Draft("offer", action, words, by, to, verb, "only", told, marker=marker)


def _before_modal(verb: Token) -> Token | None:
    """The noun before "can", where the parse gives it to the teller ("reaffirmed that progress in talks can only …")."""
    modal = next((c for c in verb.lefts if c.tag_ == "MD"), None)
    nouns = (t for t in reversed(verb.doc[verb.sent.start : modal.i]) if t.pos_ == "NOUN") if modal is not None else ()
    noun = next(iter(nouns), None)
    while noun is not None and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def _setting(scene: Scene, verb: Token, only: Token, end: int) -> Stretch | None:
    """The "in an environment of calm" behind "can only occur"."""
    place = next((c for c in verb.children if c.dep_ == "prep" and c.i > only.i and c.lower_ in ("in", "after")), None)
    late = next((c for c in verb.children if c.dep_ == "advcl" and c.i > only.i), None)
    mark = next((c for c in late.children if c.lower_ in ("after", "when")), None) if late is not None else None
    if late is not None and mark is not None:
        return stretch(scene, late, end, mark.idx)
    return stretch(scene, place, end) if place is not None else None


def _hung_on(scene: Scene, word: Token) -> Iterator[Draft]:
    """made the loan conditional on reforms; conditioned the loan on reforms."""
    verb = word if word.pos_ == "VERB" else word.head
    told, doer = voice(scene.parties, verb), subject(verb)
    told = None if told is not None and told.cue == verb else told
    near = [c for c in (*verb.children, *word.children) if c.dep_ in ("dobj", "ccomp", "nsubj") and c.i > verb.i]
    goods = next((c for c in near if c.pos_ in ("NOUN", "PROPN")), None)
    links = (c for o in (word, verb, goods) if o is not None for c in o.children)
    link = next((c for c in links if c.lower_ in ("on", "upon")), None)
    term = next((o for o in link.children if o.dep_ in ("pobj", "pcomp")), None) if link is not None else None
    by = (party,) if doer is not None and (party := scene.parties.named(doer)) else ()
    watched = told is not None and is_watcher(told)
    if not by or goods is None or link is None or term is None or negated(verb) or watched:
        return
    end = told.end if told is not None and told.end > verb.idx else scene.sentence.end_char
    behind = word.idx if word.i > goods.i else link.idx
    action = goods.left_edge.idx, len(scene.text[:behind].rstrip())
    words = stretch(scene, term, end, term.left_edge.idx)
    yield Draft("offer", action, words, by, targets(scene, told, by, None, action), verb, word.text, told)


def _listed(scene: Scene, word: Token) -> Iterator[Draft]:
    """Among Oslo's conditions is the release of the crew; its conditions include …: demands of whose conditions they are."""
    owner = next((c for c in word.children if c.dep_ == "poss"), None)
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    party = scene.parties.named(owner) if owner is not None else None
    if party is None or verb is None or verb.lemma_ not in ("be", "include") or negated(verb):
        return
    sides = [c for c in verb.children if c.dep_ in ("nsubj", "attr", "dobj", "xcomp") and word not in c.subtree]
    goods = next((c for c in sides if c.i > verb.i and c.i > word.i and c.pos_ in ("NOUN", "PROPN", "VERB")), None)
    first = goods is not None and (word.dep_ == "nsubj" or word.head.lower_ == "among")
    if goods is not None and first and not any(c.tag_ == "MD" for c in verb.children):
        action = stretch(scene, goods, scene.sentence.end_char, goods.left_edge.idx)
        by = (party,)
        yield Draft("demand", action, None, by, targets(scene, None, by, None, action), goods, word.text)


def _set(scene: Scene, word: Token) -> Iterator[Draft]:
    """set three conditions for talks: a truce, the release of the crew and an apology; the demands are what is listed."""
    verb, doer = word.head, subject(word.head)
    party = scene.parties.named(doer) or scene.parties.party(doer) if doer is not None else None
    named = (
        verb.lemma_ in ("set", "lay", "name", "list", "put", "make", "state", "have", "present") and word.dep_ == "dobj"
    )
    colon = next((t for t in word.doc[word.i : scene.sentence.end - 1] if t.text == ":"), None)
    goods = (
        next((t for t in word.doc[colon.i + 1 : scene.sentence.end] if t.pos_ in ("NOUN", "VERB")), None)
        if colon
        else None
    )
    told = voice(scene.parties, verb)
    if not named or goods is None or party is None or negated(verb) or (told is not None and is_watcher(told)):
        return
    by, first = (party,), goods.doc[colon.i + 1] if colon is not None else goods
    action = (
        stretch(scene, goods, scene.sentence.end_char, first.idx)[0],
        len(scene.text[: scene.sentence.end_char].rstrip(' .”"\n')),
    )
    yield Draft("demand", action, None, by, targets(scene, None, by, None, None), goods, word.text, told)


def _made(scene: Scene, word: Token) -> Iterator[Draft]:
    """made the release of the crew a condition for any truce."""
    verb, doer = word.head, subject(word.head)
    goods = next(
        (c for c in (*word.lefts, *verb.children) if c.dep_ in ("nsubj", "dobj") and verb.i < c.i < word.i), None
    )
    party = scene.parties.named(doer) if doer is not None and doer.i < verb.i else None
    if verb.lemma_ == "make" and goods is not None and party is not None and not negated(verb):
        by, action = (party,), (goods.left_edge.idx, len(scene.text[: word.left_edge.idx].rstrip()))
        if word.left_edge.i <= goods.i:
            action = whole(goods)
        yield Draft("demand", action, None, by, targets(scene, None, by, None, action), goods, word.text)


def _term(scene: Scene, word: Token) -> Iterator[Draft]:
    """The withdrawal is the main condition for progress: a demand, for the progress is nobody's gift."""
    verb, told = word.head, speaking(scene, word)
    if verb.lemma_ != "be" or word.dep_ != "attr" or told is None or negated(verb):
        return
    term = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    goals = (o for c in word.children if c.lower_ in ("for", "of") for o in c.children if o.dep_ == "pobj")
    goal = next((o for o in goals if o.lemma_.lower() in lists("goals") | lists("meetings")), None)
    if term is None or goal is None or term.pos_ not in ("NOUN", "PROPN"):
        return
    by, action = speaker_of(told), whole(term)
    yield Draft("demand", action, None, by, targets(scene, told, by, None, action), term, word.text, told)
