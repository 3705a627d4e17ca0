"""Set phrases that commit: ready to, reserves the right to, has no plans to, controls who, consequences await."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.addressees import side, targets
from wirecopy.findings.conditions import Condition
from wirecopy.findings.counted import subject
from wirecopy.findings.deeds import undone_start
from wirecopy.findings.drafts import Draft, Party, Scene, lemmas, negated, speaker_of, weighs, whole
from wirecopy.findings.hollow import points_back
from wirecopy.findings.kinds import gives, goes_further, kind_of
from wirecopy.findings.stretches import condition_for, stretch
from wirecopy.findings.voices import is_watcher, lists, table, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKING = frozenset(
    ["negotiate", "talk", "meet", "discuss", "negotiation", "dialogue", "diplomacy", "compromise", "ceasefire", "truce"]
)
_NOUNS = frozenset(("right", "deadline", "nothing"))
_WAYS = frozenset(("support", "path", "off-ramp"))
_GOING = frozenset(["go", "come", "travel", "sit", "return", "fly", "receive", "host"])
_STAYING = frozenset(("anywhere", "nowhere", "put", "leaving"))
_READY = frozenset(("ready", "prepared", "willing", "unwilling", "reluctant"))


def phrases(scene: Scene) -> Iterator[Draft]:
    """Every readiness, reserved right, set deadline, prerogative, prospect and outlined way of a sentence."""
    nouns = lists("designs") | lists("spells") | _NOUNS
    for token, word, lemma in scene.words:
        if word in _READY:
            yield from _ready(scene, token)
        elif word in nouns:
            yield from _noun_phrases(scene, token)
        elif lemma == "await":
            yield from _awaits(scene, token)
        elif lemma == "intend" and token.pos_ == "VERB":
            yield from _unintended(scene, token) if negated(token) else _intended(scene, token)
        elif lemma in lists("prerogative") and token.pos_ == "VERB":
            yield from _prerogative(scene, token)
        elif lemma in _WAYS and token.pos_ == "NOUN":
            yield from _offered(scene, token)
        elif word in _STAYING:
            yield from _stays(scene, token)


def _ready(scene: Scene, word: Token) -> Iterator[Draft]:
    """ready to close the station, provided …; not prepared to intervene."""
    comps = ("xcomp", "ccomp", "advcl")
    deed = next((c for c in word.children if c.dep_ in comps and c.tag_ == "VB" and c.i > word.i), None)
    if deed is None and word.i + 1 < len(word.doc) and word.nbor(1).lower_ == "for":
        deed = next((o for o in word.nbor(1).children if o.lemma_ in _TALKING), None)
    verb = word.head if word.dep_ in ("acomp", "attr", "oprd") else word
    doer = subject(verb)
    if (
        deed is None
        or doer is None
        or any(c.lower_ in ("must", "should", "when", "if", "whether", "until") for c in verb.children)
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
        open_to = weighs(deed, lemmas(scene, action)) == "aid" or deed.lemma_ in _TALKING | _GOING
        shields = condition is None and deed.lemma_ in lists("shielding")
        kind = "promise" if shields else "offer" if condition or open_to else None
    elif points_back(deed) and _is_forced(condition):
        kind = "threat"
    else:
        kind = kind_of(scene, deed, False, action, condition, told)
    if kind:
        words, to = condition.words if condition else None, targets(scene, told, by, condition, action)
        yield Draft(kind, action, words, by, to, deed, word.text, told)


def _stays(scene: Scene, word: Token) -> Iterator[Draft]:
    """We are not going anywhere; we are going nowhere; we are staying put; we are not leaving: who is to go refuses."""
    verb = word if word.lower_ == "leaving" else word.head
    doer, told = subject(verb), voice(scene.parties, word)
    after = word.nbor(1) if word.i + 1 < scene.sentence.end else word
    open_end = after.pos_ in ("PUNCT", "CCONJ", "SCONJ") or verb == word
    if doer is None or told is None or is_watcher(told) or not open_end or verb.tag_ != "VBG":
        return
    denied = negated(verb)
    fits = {"anywhere": verb.lemma_ == "go" and denied, "nowhere": verb.lemma_ == "go" and not denied}
    fits |= {"put": verb.lemma_ in ("stay", "sit") and not denied, "leaving": denied and doer.dep_ == "nsubj"}
    by = side(scene, doer, told) if fits[word.lower_] else None
    aside = any(c.dep_ in ("dobj", "prep", "ccomp") and c.pos_ == "PRON" for c in verb.children)
    own = doer.pos_ in ("PRON", "PROPN") or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)
    if by and not aside and own:
        start = verb.idx if verb == word or not denied else undone_start(verb, verb, None)
        yield Draft("refusal", stretch(scene, verb, told.end, start), None, by, (), verb, word.text, told)


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
    receiver = doer if doer.dep_ == "nsubjpass" and doer.head == verb else None
    if receiver is not None or _is_paper(verb):
        by = _giver(scene, verb)
    if not by:
        return
    kind, deed = _set_phrase(scene, verb, noun)
    if kind is None or deed is None:
        return
    limit = told.end if told and told.end > noun.idx else scene.sentence.end_char
    action = stretch(scene, deed, limit, deed.left_edge.idx if deed.pos_ == "NOUN" else None)
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
        plain = word.startswith("plan") and deed.lemma_ in lists("harm")
        return (None, None) if plain or deed.lemma_ in lists("attacking") else ("refusal", deed)  # only denies
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


def _prerogative(scene: Scene, verb: Token) -> Iterator[Draft]:
    """NATO members control who joins: a refusal to let others decide."""
    asked = next(
        (
            c
            for c in verb.children
            if c.dep_ in ("ccomp", "dobj")
            and any(t.tag_ in ("WP", "WDT", "WRB") or t.lower_ == "whether" for t in c.subtree)
        ),
        None,
    )
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    told = voice(scene.parties, verb)
    if (
        asked is None
        or doer is None
        or told is None
        or told.actor is None
        or verb.tag_ not in ("VBP", "VBZ")
        or is_watcher(told)
    ):
        return
    own = scene.parties.named(doer)
    if own is None or any(c.dep_ == "neg" for c in verb.children):
        return
    by = ((told.actor, told.span),)
    yield Draft("refusal", stretch(scene, verb, told.end, doer.left_edge.idx), None, by, (), verb, verb.text, told)


def _awaits(scene: Scene, verb: Token) -> Iterator[Draft]:
    """Grave consequences await Harare; an amnesty awaits every fighter who gives up his gun."""
    thing = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    told = voice(scene.parties, verb)
    if thing is None or whom is None or not speaker_of(told) or told is None:
        return
    words = lemmas(scene, whole(thing))
    weight = "harm" if words & (lists("doom") | lists("harm")) else "aid" if words & lists("aid") else None
    if weight is None:
        return
    action = whole(thing)
    condition = condition_for(scene, (verb.idx, verb.idx + len(verb.text)), (told.start, told.end))
    clause = next((c for c in whom.children if c.dep_ == "relcl"), None)
    words_of = (
        condition.words if condition else (clause.idx, min(whole(clause)[1], told.end)) if clause is not None else None
    )
    party = scene.parties.party(whom)
    yield Draft(
        "threat" if weight == "harm" else "offer",
        action,
        words_of,
        speaker_of(told),
        (party,) if party else (),
        verb,
        None,
        told,
    )


def _offered(scene: Scene, noun: Token) -> Iterator[Draft]:
    """expressed support for diplomacy; laid out two paths."""
    verb = noun.head if noun.dep_ == "dobj" else None
    paths = noun.lemma_ != "support"
    if verb is None or verb.lemma_ not in (
        ("chart", "lay", "outline", "sketch", "offer", "describe", "present", "open", "set")
        if paths
        else ("express", "voice")
    ):
        return
    if not paths and not any(
        t.lemma_ in ("diplomacy", "talk", "dialogue", "negotiation", "ceasefire", "compromise", "de-escalation")
        for t in noun.subtree
    ):
        return
    told = voice(scene.parties, noun)
    doer = subject(verb)
    party = scene.parties.named(doer) if doer is not None else None
    if party:
        action = stretch(
            scene, noun, told.end if told and told.end > noun.idx else scene.sentence.end_char, noun.left_edge.idx
        )
        yield Draft(
            "offer", action, None, (party,), targets(scene, told, (party,), None, action), noun, verb.text, told
        )
