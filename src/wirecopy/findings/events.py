"""What happened, and what did not: the events of a report, each with its status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from wirecopy.findings.acts import Trigger, triggers
from wirecopy.findings.agenda import diary
from wirecopy.findings.beyond import told_beyond
from wirecopy.findings.contests import contest
from wirecopy.findings.diary_words import listed
from wirecopy.findings.finder import Finder
from wirecopy.findings.forces import of_owners
from wirecopy.findings.frames import core, is_passive
from wirecopy.findings.lexicon import VerbPattern, grammar, light
from wirecopy.findings.mood import negated
from wirecopy.findings.ordinals import with_numbers
from wirecopy.findings.participants import Parties, parties
from wirecopy.findings.rounds import rounds
from wirecopy.findings.sides import actors_at, groups, is_party, phrase, speaker_at, teller
from wirecopy.findings.sport import is_figurative, is_sport
from wirecopy.findings.standins import as_states, body, without_teller
from wirecopy.findings.status import FACTS, status
from wirecopy.findings.status_words import words
from wirecopy.findings.telling import headlines_dated, talks_dated
from wirecopy.findings.timing import back_then, duration_of, is_future, is_historical, nearest, time_of
from wirecopy.findings.whereabouts import places
from wirecopy.findings.whom import aimed_at, for_state, those_reached
from wirecopy.findings.wording import clause_words
from wirecopy.findings.worth import apart, nameless, once, worth
from wirecopy.language.frames import frame_of
from wirecopy.model import Actor, Claim, Event, Expression, Passage, Span, Status, claim
from wirecopy.notes import Notes

if TYPE_CHECKING:
    from spacy.tokens import Token

DIARY = frozenset({"CONSULT", "MOBILIZE", "COOPERATE"})  # acts that `agenda` tells too
UTTERED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # acts that are done by words
HARM = frozenset({"ASSAULT", "COERCE"})  # acts whose whom may be a thing or a place
ANYBODY = frozenset({"those", "anyone", "anybody", "whoever", "who"})
TOPICS = frozenset({"over", "about", "on", "regarding", "concerning"})


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every event of a report: PLOVER acts with who, whom, where, when and status."""
    found: list[tuple[Trigger, Claim | None]] = []
    sport = is_sport(passage.doc)
    for trigger in triggers(passage.doc):
        if sport and is_figurative(trigger.token):
            continue
        found.append((trigger, _claim(passage, trigger) or _told_again(passage, trigger, found)))
    told = {trigger.token.i for trigger, one in found if one is not None}
    asked = {trigger.token.i for trigger, one in found if one is not None and trigger.pattern.act == "REQUEST"}
    acts = {trigger.token.i: trigger.pattern.act for trigger, one in found if one is not None}
    kept = [
        (trigger.token.sent.start, one)
        for trigger, one in found
        if one and not _only_governs(trigger, told, asked) and not _means_to(trigger, acts)
    ]
    told_once = once([(at, part) for at, one in kept for part in apart(passage, one, FINDER.rule)], FINDER.rule)
    dated = talks_dated(passage, headlines_dated(passage, told_once, FINDER.rule), FINDER.rule)
    return with_numbers(passage, _with_diary(passage, dated))


def _with_diary(passage: Passage, told: list[Claim]) -> list[Claim]:
    """The events with those of the report's diary; what is arranged for a day is told there, not as something possible."""
    sure = (one for one in told if _event(one).act in DIARY and _event(one).status != "possible")
    taken = frozenset(span.start for one in sure for span in one.spans["act"])
    arranged = [*diary(passage, told, taken, FINDER.rule), *rounds(passage, FINDER.rule)]
    nouns = {one.spans["act"][0] for one in arranged}
    return [one for one in told if _event(one).status != "possible" or one.spans["act"][0] not in nouns] + arranged


def _event(one: Claim) -> Event:
    assert isinstance(one.finding, Event)  # noqa: S101 -- this finder makes events alone
    return one.finding


FINDER = Finder("events", 1, find)


def _only_governs(trigger: Trigger, told: set[int], asked: set[int]) -> bool:
    """ "refused to meet" is one event: the meeting, refused; "helped by sending arms" is one too: the help."""
    over = trigger.token.head
    if trigger.token.dep_ == "pcomp" and over.lower_ == "by" and over.head.i in told:
        return True
    if (
        trigger.token.dep_ in ("xcomp", "ccomp")
        and over.i in asked
        and trigger.pattern.act in ("RETREAT", "AID", "CONSULT")
    ):
        return True
    if trigger.pattern.act != "REJECT" or "infinitive" not in trigger.pattern.marks:
        return False
    return any(child.i in told for child in trigger.token.children if child.dep_ == "xcomp")


def _means_to(trigger: Trigger, acts: Mapping[int, str]) -> bool:
    """ "used force to invade": the purpose of a deed is no second deed of the same kind."""
    verb = trigger.token
    purpose = verb.dep_ in ("advcl", "xcomp", "acl") and any(
        c.lower_ == "to" and c.dep_ == "aux" for c in verb.children
    )
    over = [one.i for one in list(verb.ancestors)[:2]]
    return purpose and any(acts.get(i) == trigger.pattern.act for i in over)


def _told_again(passage: Passage, trigger: Trigger, before: Sequence[tuple[Trigger, Claim | None]]) -> Claim | None:
    """ "Thursday's call, which lasted 50 minutes": a talk without parties, named as known, is the one told last before.

    It is worth a line only where it adds a day or a duration.
    """
    noun = trigger.token
    if (
        trigger.pattern.act != "CONSULT"
        or noun.pos_ != "NOUN"
        or not _known(noun)
        or parties(trigger) != Parties((), ())
    ):
        return None
    when, duration = time_of(passage, trigger), duration_of(passage, trigger)
    talks = [c.finding for _, c in reversed(before) if c is not None and _talk_of_two(c)]
    alike = [talk for talk in talks if isinstance(talk, Event) and talk.mode == trigger.pattern.mode]
    last = next(iter(alike or talks), None)
    if not isinstance(last, Event) or (when is None and duration is None):
        return None
    event = replace(
        last,
        mode=trigger.pattern.mode,
        where=(),
        when=when,
        status=_status(passage, trigger, when, ()),
        duration=duration,
        said_by=speaker_at(passage, noun.idx),
        what=clause_words(passage, trigger.carrier or noun),
    )
    return claim(event, {"act": (passage.span(noun),), "when": (when.span,) if when is not None else ()}, FINDER.rule)


def _known(noun: Token) -> bool:
    return any(
        child.dep_ in ("poss", "det") and child.lower_ not in ("a", "an", "any", "no") for child in noun.children
    )


def _talk_of_two(one: Claim) -> bool:
    return isinstance(one.finding, Event) and one.finding.act == "CONSULT" and len(one.finding.who) > 1


def _claim(passage: Passage, trigger: Trigger) -> Claim | None:
    named = parties(trigger)
    if trigger.pattern.act == "CONSULT" and _only_speaks(named):
        return None
    if "all" in trigger.pattern.marks:
        named = replace(named, who=without_teller(passage, named.who))
    whom = {token: those_reached(passage, trigger, token) for token in named.whom}
    if not any(whom.values()):
        aimed = {token: meant for token in aimed_at(trigger) if _is_known(meant := actors_at(passage, token))}
        named, whom = (Parties(named.who, tuple(aimed)), aimed) if aimed else (named, whom)
    harm = trigger.pattern.act in HARM
    who = of_owners(trigger.pattern.act, for_state(trigger, named.who, _actors(passage, named.who)))
    placed = any(actor.kind in ("place", "state") for actors in whom.values() for actor in actors)
    where, where_spans = places(passage, trigger)
    if not _political(passage, trigger, named, placed) and not (where and _takes_place(trigger)):
        return None
    who = tuple(actor for actor in who if actor.kind != "place")
    if not any(whom.values()) and (beyond := told_beyond(passage, trigger, who)):
        named, whom = Parties(named.who, beyond), {token: actors_at(passage, token) for token in beyond}
    reached = {actor.id: actor for actors in whom.values() for actor in actors}
    where, where_spans = _beside(trigger, where, where_spans)
    at = {actor.id: actor for actor in where if actor.id not in reached and actor not in who}
    if not harm:
        at |= {key: actor for key, actor in reached.items() if actor.kind == "place"}
        reached = {key: actor for key, actor in reached.items() if actor.kind != "place"}
    when = time_of(passage, trigger)
    found = _status(passage, trigger, when, named.whom)
    told = _narrated(trigger.carrier or trigger.token)
    if when is None and found in ("happened", "ongoing") and told is not None:
        when = frame_of(passage, told.idx)
    if when is None and found == "refused" and trigger.token.dep_ in ("xcomp", "ccomp", "pcomp"):
        when = nearest(passage, trigger, {trigger.token.head.i}, ("date", "time"))
    sides = _sides(passage, trigger, named, who, tuple(reached.values()), found)
    event = Event(
        act=_act(passage, trigger),
        mode=trigger.pattern.mode,
        who=sides[0],
        whom=sides[1],
        where=tuple(at.values()),
        when=when,
        status=found,
        duration=duration_of(passage, trigger),
        said_by=speaker_at(passage, trigger.token.idx),
    )
    blow = contest(trigger.token, event)
    if blow is not None:
        if not blow:
            return None
        event = replace(event, act=blow, mode="disapprove")
    if _is_hollow(trigger, named, event):
        return None
    if not worth(event) or _points_elsewhere(trigger, event) or (not event.who and _general(found, named)):
        return None
    event = replace(event, what=clause_words(passage, _told_by(trigger)))
    return claim(event, _spans(passage, trigger, named, when) | {"where": where_spans if at else ()}, FINDER.rule)


def _beside(
    trigger: Trigger, where: tuple[Actor, ...], spans: tuple[Span, ...]
) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """The places of an act but those that its own words name: "cut off from Swift" was not in Swift."""
    own = {token.idx for token in trigger.tokens}
    kept = [(actor, span) for actor, span in zip(where, spans, strict=True) if span.start not in own]
    return tuple(actor for actor, _ in kept), tuple(span for _, span in kept)


def _told_by(trigger: Trigger) -> Token:
    """The verb whose clause tells an act; where it stands in another, as "he warned", the one around it."""
    verb = trigger.carrier or trigger.token
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in words("wishes") and verb.tag_ == "VB":
        return verb.head  # "wants them to leave" without the wish would be told as a plan of theirs
    return verb.head if verb.dep_ == "parataxis" and verb.head.pos_ in ("VERB", "AUX") else verb


def _is_hollow(trigger: Trigger, named: Parties, event: Event) -> bool:
    """What tells nothing by itself: harm by "those who", a paper handed to nobody, the topic "over talks with Chad"."""
    if trigger.pattern.act in HARM and not event.who and any(token.lower_ in ANYBODY for token in named.who):
        return True
    if _is_scope(trigger, event):
        return True
    if "paper" in trigger.pattern.marks and not (event.whom or (event.who and event.when)):
        return True
    noun = trigger.token
    if trigger.pattern.act in HARM and noun.dep_ == "pobj" and noun.head.lower_ == "against":
        aim = noun.head.head.pos_ == "NOUN" and event.when is None
        if aim and event.status not in FACTS:
            return True  # "would go further in the fight against aggression"
    topic = noun.dep_ == "pobj" and noun.head.lower_ in TOPICS and trigger.carrier is None
    return event.act == "CONSULT" and topic and not (event.when or event.duration)


def _is_scope(trigger: Trigger, event: Event) -> bool:
    """Whether it is only what a law or bill says: "the Act bars agents from entering", "the bill would ban raids"."""
    verb = trigger.token
    if verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in grammar("laws") and event.status not in FACTS:
        return True  # "introduced a bill to ban raids"
    by = trigger.frame.subject if trigger.frame is not None else None
    if by is None or by.lemma_.lower() not in grammar("laws"):
        return False
    return trigger.token.tag_ in ("VBZ", "VBP") or event.status not in FACTS


def _is_known(actors: tuple[Actor, ...]) -> bool:
    """Whether somebody is named, or described by his country: "American soldiers", not "the tanks"."""
    return any(actor.kind not in ("group", "place") or actor.country for actor in actors)


def _narrated(word: Token) -> Token | None:
    """The verb by which the narrative tells an act: its own, or the "was" of "it was their first meeting"."""
    if word.pos_ == "VERB":
        return word
    return word.head if word.dep_ == "attr" and word.head.lemma_ == "be" else None


def _points_elsewhere(trigger: Trigger, event: Event) -> bool:
    """A talk that a noun names with one party, no day and no length only points at one that is told elsewhere.

    So does "his call with the president": whose it was is too often misread to be told again.
    """
    if event.act != "CONSULT" or trigger.frame is not None or trigger.carrier is not None or event.mode == "press":
        return False
    if trigger.token.pos_ == "NOUN" and any(child.tag_ == "PRP$" for child in trigger.token.children):
        return not (event.when or event.duration)
    return len(event.who) < 2 and not (event.when or event.duration or event.whom)


def _sides(
    passage: Passage, trigger: Trigger, named: Parties, who: tuple[Actor, ...], whom: tuple[Actor, ...], found: Status
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Doers and others without the nameless ("leaders"), and nobody on both sides: who strikes himself is misread.

    Who warns "if he attacked" does not mean himself.
    """
    fact = found in FACTS or found in ("refused", "denied")
    mutual = "all" in trigger.pattern.marks
    if trigger.pattern.act == "CONSULT":
        who = as_states(who)
    if found == "conditional" and trigger.pattern.act in HARM and who == speaker_at(passage, trigger.token.idx)[:1]:
        who = tuple(actor for token in named.who if token.tag_ != "PRP" for actor in actors_at(passage, token))
    known = tuple(actor for actor in who if not nameless(actor, fact))
    if not (fact and trigger.pattern.act in HARM):
        whom = tuple(actor for actor in whom if not nameless(actor, fact))
    who = known if known or whom or not fact else who
    if not mutual and trigger.pattern.act in HARM and who and set(who) <= set(whom):
        who = ()
    return who, tuple(actor for actor in whom if actor not in who)


def _general(found: Status, named: Parties) -> bool:
    """A truth about all: "an attack on any member is an attack on all"."""
    return found not in FACTS and any(
        child.lower_ in ("any", "every", "each") for token in named.whom for child in token.children
    )


def _only_speaks(named: Parties) -> bool:
    """To speak to reporters is to make a statement."""
    sides = (*named.who, *named.whom)
    heard = [token for token in sides if core(token).lemma_.lower() in grammar("listeners")]
    return bool(heard) and len(sides) - len(heard) < 2


def _act(passage: Passage, trigger: Trigger) -> str:
    """The act of the line; troops that are sent to keep a peace are aid."""
    if trigger.pattern.act != "MOBILIZE":
        return trigger.pattern.act
    verb = trigger.carrier or trigger.token
    text = passage.report.text[verb.left_edge.idx : verb.right_edge.idx + 20].lower()
    return "AID" if "peacekeep" in text else trigger.pattern.act


def _spans(passage: Passage, trigger: Trigger, named: Parties, when: Expression | None) -> dict[str, tuple[Span, ...]]:
    return {
        "act": tuple(passage.span(token) for token in sorted(trigger.tokens, key=lambda t: t.i)),
        "who": _phrases(passage, named.who),
        "whom": tuple(phrase(passage, token) for token in named.whom),
        "when": (when.span,) if when is not None else (),
    }


def _phrases(passage: Passage, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The phrases of the doers; where some are actors, of those alone."""
    known = [token for token in tokens if actors_at(passage, token)]
    return tuple(phrase(passage, token) for token in known or tokens)


def _status(passage: Passage, trigger: Trigger, when: Expression | None, whom: Sequence[Token]) -> Status:
    """The status of the words, of an appointment what is expected, of a past long gone historical."""
    carried = trigger.carrier is not None and trigger.carrier.lemma_ not in light()["prospect"]
    carried = carried and trigger.carrier is not None and trigger.carrier.dep_ not in ("acl", "relcl")
    verb = trigger.carrier if carried and trigger.carrier is not None else trigger.token
    found = status(verb)
    if found == "possible" and trigger.pattern.act == "CONSULT" and _is_aim(verb):
        found = "scheduled"
    if found in FACTS and trigger.pattern.act in HARM and _is_charged(verb):
        return "possible"
    if found == "conditional" and trigger.pattern.act == "CONSULT" and _has_own_day(passage, trigger):
        return "scheduled"
    whole = any(child.lower_ in ("any", "every") for token in whom for child in token.children)
    if found in FACTS and whole and trigger.pattern.act != "REJECT":  # "we reject any idea of it" rejects it now
        return "possible"
    if found == "possible" and trigger.pattern.act == "CONSULT" and _expected(verb):
        return "scheduled"
    said = trigger.pattern.act in UTTERED  # "urges them to be ready this fall" urges now
    if found in ("happened", "ongoing") and not said and _clause(verb).tag_ != "VBD" and is_future(passage, when):
        return "scheduled"
    if found in ("happened", "ongoing") and (is_historical(passage, when) or back_then(passage, verb)):
        return "historical"
    return found


def _is_charged(verb: Token) -> bool:
    """Whether harm is told as what somebody is blamed for: "blamed Chad, saying that its troops had fired"."""
    clause = verb.dep_ in ("ccomp", "pcomp") and verb.head.dep_ in ("advcl", "prep")
    return clause and any(over.lemma_ in grammar("blaming") for over in list(verb.ancestors)[:3])


def _has_own_day(passage: Passage, trigger: Trigger) -> bool:
    """Whether talks that a condition is about have a day: "if the meeting on Thursday fails" leaves no doubt of the meeting."""
    noun = trigger.token
    subject = (
        noun.pos_ == "NOUN"
        and trigger.carrier is None
        and (noun.dep_ == "nsubj" or noun.head.pos_ in ("NOUN", "PROPN"))
    )
    within = (one for one in passage.expressions if noun.idx < one.span.start < noun.right_edge.idx + 1)
    return subject and any(one.kind in ("date", "time") and is_future(passage, one) for one in within)


def _clause(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    return next((one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX")), token)


def _is_aim(noun: Token) -> bool:
    """Whether talks are what somebody is to travel for: "will fly to Lima for talks"."""
    over = noun.head.head
    return noun.head.lower_ == "for" and over.lemma_ in listed("travel") and status(over) == "scheduled"


def _expected(verb: Token) -> bool:
    """Talks that "are expected", or that somebody "intends to hold", are on the diary of those who tell it."""
    over = verb if verb.lemma_ == "expect" else verb.head
    told = over.lemma_ == "expect" and is_passive(over)
    return (told or (over.lemma_ == "intend" and verb.dep_ == "xcomp")) and not negated(over)


def _actors(passage: Passage, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    found = {actor.id: actor for token in tokens for actor in _party_of(passage, token)}
    names = [actor.name for actor in found.values() if actor.kind != "group"]
    # "European Union ministers" beside the European Union are the same side told twice.
    return tuple(a for a in found.values() if a.kind != "group" or not a.name.startswith(tuple(f"{n} " for n in names)))


def _party_of(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors of a word: its own, who tells where it is a pronoun, or the state of an adjective ("Swedish aid")."""
    found = actors_at(passage, token) or teller(passage, token)
    state = body(passage, token) if not found and token.dep_ in ("amod", "compound", "nmod") else None
    return found or ((state,) if state is not None else ())


def _is_doer(passage: Passage, token: Token) -> bool | None:
    """Whether a doer can be a party; of "the unions said they would strike" whoever says so."""
    found = is_party(passage, token)
    return True if found is None and teller(passage, token) else found


def _is_thing(passage: Passage, trigger: Trigger) -> bool:
    """Whether a thing is said to meet, sit or speak: "the decision sat well with Khan"."""
    found = trigger.frame
    if found is None or found.passive or found.subject is None or found.subject.pos_ != "NOUN":
        return False
    return _is_doer(passage, found.subject) is False


def _takes_place(trigger: Trigger) -> bool:
    """Whether a protest or fighting is said to take place, by whomever: "protests broke out in Lima"."""
    return trigger.carrier is not None and trigger.token.lemma_.lower() in grammar("unled")


def _is_somebody(passage: Passage, token: Token) -> bool:
    """Whether a noun phrase can be a party; a poll or a paper that is quoted for what it says can not."""
    if is_party(passage, token) is False:
        return False
    found = actors_at(passage, token)
    return not found or core(token).lemma_.lower() in groups() or any(not actor.anonymous for actor in found)


def _political(passage: Passage, trigger: Trigger, named: Parties, placed: bool) -> bool:
    """Whether the parties make it a political act: sport, weather, business and metaphor have no such parties.

    `placed`: a place or a state is reached. A thing that is released, or hurt, is none.
    """
    strong = "strong" in trigger.pattern.marks
    armed = [token for token in named.who if core(token).lemma_.lower() not in grammar("weapons")]
    struck = trigger.pattern.act in HARM and placed and len(armed) < len(named.who)
    who = [_is_doer(passage, token) for token in armed if core(token).lemma_.lower() not in grammar("mindless")]
    whom = [is_party(passage, token) for token in named.whom]
    if "party" in trigger.pattern.marks and not (placed or any(map(partial(_is_somebody, passage), named.whom))):
        return False
    if isinstance(trigger.pattern, VerbPattern):
        if trigger.pattern.act == "CONSULT" and _is_thing(passage, trigger):
            return False
        if (who or armed) and not any(one is not False for one in who):
            return False
        if not who:
            return strong or struck or any(one for one in whom)
        return any(one for one in (*who, *whom)) or strong
    if "weak" in trigger.pattern.marks:
        if (trigger.pattern.act in HARM and any(one for one in whom)) or (trigger.pattern.act in HARM and placed):
            return True
        return any(one for one in who) or (trigger.carrier is not None and any(one for one in (*who, *whom)))
    return True
