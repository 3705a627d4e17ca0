"""Who is bound by a verb or noun of commitment, and to whom: makers, those warned, those asked, letters' addressees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import Party, Scene, solid
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, lists
from wirecopy.language.actors import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_many(noun: Token) -> bool:
    """Is it several things: the lorries, a convoy of lorries?"""
    parts = (o for c in noun.children if c.lower_ == "of" for o in c.children)
    return noun.tag_ == "NNS" or any(o.tag_ == "NNS" for o in parts)


def makers(scene: Scene, verb: Token, told: Voice | None) -> tuple[Party, ...]:
    """Who makes it: the subject's actor, the speaker for "we", the agent of a passive."""
    doer = _behind_relative(verb) or subject(verb)
    if any(c.dep_ == "auxpass" for c in verb.children):
        agent = next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None)
        own = doer if agent is None and _is_committed(verb) else agent
        party = scene.parties.party(own) if own is not None else None
        return (party,) if party else ()
    if doer is not None and verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl"):
        doer = _main_doer(scene, verb, doer)
    doer = behind_clause(scene, verb, doer)
    if doer is not None and doer.i < verb.i + 4 and doer.pos_ != "PRON":
        parties = (scene.parties.named(one) or scene.parties.party(one) for one in (doer, *doer.conjuncts))
        return tuple(party for party in parties if party)
    named = scene.parties.named(doer) if doer is not None else None
    if named:
        return (named,)
    if doer is None or doer.lower_ == "it":
        return ()
    return ((told.actor, told.span),) if told and told.actor else _told_of(scene, verb, doer)


def _is_committed(verb: Token) -> bool:
    """Is it "is committed to keeping", which binds its subject?"""
    return verb.lemma_ == "commit" and any(
        o.dep_ == "pcomp" for c in verb.children if c.lower_ == "to" for o in c.children
    )


def _told_of(scene: Scene, verb: Token, doer: Token) -> tuple[Party, ...]:
    """Whom an unread "he" or "she" means: the one person of the sentence before who is not named behind the verb.

    "Lula rang Maduro. He urged Maduro to wait": nobody is asked by himself.
    """
    if scene.before is None:
        return ()
    if doer.lower_ == "they":
        return _told_of_several(scene)
    if doer.lower_ not in ("he", "she"):
        return ()
    behind = {m.actor.id for m in scene.parties.within(verb.idx, scene.sentence.end_char) if m.actor}
    near = scene.parties.within(scene.before.start_char, scene.before.end_char)
    people = {m.actor.id: (m.actor, m.span) for m in near if m.actor and m.actor.kind == "person"}
    left = [party for name, party in people.items() if name not in behind]
    return (left[0],) if len(left) == 1 else ()


def _told_of_several(scene: Scene) -> tuple[Party, ...]:
    """Whom an unread "they" means: the several of whom the sentence before tells ("The two governments agreed …")."""
    first = subject(scene.before.root) if scene.before is not None else None
    if first is None or not (first.tag_ in ("NNS", "NNPS") or any(first.conjuncts)):
        return ()
    return tuple(p for one in (first, *first.conjuncts) if (p := scene.parties.party(one)))


def _behind_relative(verb: Token) -> Token | None:
    """The main clause's subject, where the parse joins its second verb to a clause of another tense behind a noun.

    "Lima unveiled a map that shows the strip as its own and told the drillers to leave": no map tells them.
    """
    first = verb
    while first.dep_ == "conj":
        first = first.head
    strayed = first.dep_ == "acl" and first.tag_ == "VBD"  # "…, named a general and told …": set behind the noun too
    strayed = strayed and any(c.dep_ == "relcl" and c.i < first.i for c in first.head.children)
    joined = first != verb and first.dep_ == "relcl" and first.tag_ in ("VBZ", "VBP")
    if verb.tag_ != "VBD" or not (joined or strayed):
        return None
    main = next((up for up in first.ancestors if up.pos_ == "VERB"), None)
    return subject(main) if main is not None and main.tag_ == "VBD" else None


def behind_clause(scene: Scene, verb: Token, doer: Token | None) -> Token | None:
    """The doer; of a verb joined to a clause about a thing, who says both: "said the law forbade it and urged Oslo to …"."""
    while doer is not None and doer.head != verb and doer.head.dep_ == "ccomp" and is_thing(scene, doer):
        doer = next((s for up in doer.head.ancestors if (s := subject(up)) is not None and s.i < doer.i), None)
    return doer


def is_thing(scene: Scene, noun: Token) -> bool:
    """Is it no actor, so that a verb joined to its own has another subject ("said that blame should not be … and demanded")?"""
    lifeless = noun.pos_ == "NOUN" and noun.lemma_.lower() in lists("rules") | lists("mute") | lists("unheard")
    return lifeless or (noun.pos_ in ("NOUN", "PROPN") and scene.parties.named(noun) is None)


def _main_doer(scene: Scene, verb: Token, doer: Token) -> Token | None:
    """The doer of a participle: the noun before it if that can act, else who did what it hangs on ("held talks, urging …")."""
    found = scene.parties.named(doer)
    objects = (c for c in verb.children if c.dep_ == "dobj" and c.pos_ != "PRON")  # who "him" is may be misread
    target = next((scene.parties.named(c) for c in objects), None)
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


def written_to(scene: Scene, verb: Token) -> Party | None:
    """Whom "him" means in "wrote to the king asking him to …": to whom it was written."""
    pronoun = any(c.dep_ in ("dobj", "dative") and c.lower_ in ("him", "her", "them") for c in verb.children)
    if not pronoun or verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl"):
        return None
    links = (c for c in verb.head.children if c.lower_ in ("to", "with") and c.i < verb.i)
    nouns = (o for c in links for o in c.children if o.dep_ == "pobj")
    return next((party for noun in nouns if (party := scene.parties.named(noun))), None)


def one_of_two(scene: Scene, verb: Token, deed: Token) -> Party | None:
    """Whom "the former" or "the latter" means: the first or the last of the two persons named before it."""
    near = (
        (deed,) if deed.lower_ == "latter" else (c for c in (*verb.children, *deed.children) if verb.i < c.i < deed.i)
    )
    words = {c.lower_ for c in near} & {"former", "latter"}
    if not words:
        return None
    start = scene.before.start_char if scene.before is not None else scene.sentence.start_char
    named = [m for m in scene.parties.within(start, verb.idx) if m.actor and m.actor.kind == "person"]
    sure = list({m.actor.id: (m.actor, m.span) for m in named if m.actor and not m.actor.anonymous}.values())
    if len(sure) < 2:
        return None
    return sure[-1] if "latter" in words else sure[-2]


def with_joined(scene: Scene, other: Party) -> tuple[Party, ...]:
    """Whom it is asked of, with who is named in the same breath: urged Belgrade and Pristina to talk."""
    span = other[1]
    after = scene.parties.within(span.end, span.end + 6) if span else ()
    near = (m for m in after if span and m.actor and solid(m.actor) and scene.text[span.end : m.span.start] == " and ")
    return (other, *((m.actor, m.span) for m in near if m.actor))[:2]


def is_warned(deed: Token, by: tuple[Party, ...], other: Party | None) -> bool:
    """Is it another state that is warned of consequences, with no word of whose they are ("of an invasion")?"""
    if other is None or not (deed.lemma_.lower() in lists("doom") or deed.lower_ in lists("doom")):
        return False
    whose = any(c.lower_ in ("of", "from", "for") for c in deed.children)
    apart = all(actor.country != other[0].country for actor, _ in by)
    return apart and solid(other[0]) and not whose


def asker(scene: Scene, deed: Token, by: tuple[Party, ...]) -> tuple[Party, ...]:
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
    owner = next((party for party in owners if party), None) or _of_adjective(deed)
    return (owner,) if owner and owner[0].id not in {actor.id for actor, _ in by} else ()


def _of_adjective(noun: Token) -> Party | None:
    """The state whose adjective tells whose it is: a Kenyan request."""
    said = {c.text for c in noun.children if c.dep_ == "amod"}
    code = next((code for code, adjective in gazetteer.adjectives().items() if adjective in said), None)
    state = gazetteer.load().actors.get(code) if code else None
    return (state, None) if state is not None else None


def own_voice(told: Voice | None, by: tuple[Party, ...]) -> Voice | None:
    """The voice, where its speaker is the one who commits himself: only then is the addressee the other party."""
    return told if told and told.actor and told.actor.id in {a.id for a, _ in by} else None
