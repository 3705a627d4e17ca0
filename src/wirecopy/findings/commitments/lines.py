"""Red lines, ultimatums and what is ruled out: "would cross a red line", "do it or else", "is not on the table"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import crossers, side, targets
from wirecopy.findings.commitments.crossings import CALLING, crossings, taken_for_war, unnamed, would_call
from wirecopy.findings.commitments.drafts import (
    Draft,
    Party,
    Scene,
    Stretch,
    asked_for,
    lemmas,
    speaker_of,
    weighs,
    whole,
)
from wirecopy.findings.commitments.stretches import stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINE = re.compile(
    r"\bred[\s-]lines?\b|\bcross(?:es|ing|ed)?\s+(?:a|the|our|that)\s+line\b|\ba\s+line\s+(?:that|which|nobody|no\s+one)\b"
    r"|\b(?:unacceptable|intolerable|inadmissible)\b|\b(?:act|declaration)\s+of\s+(?:war|aggression)\b",
    re.IGNORECASE,
)
_RULED_OUT = re.compile(
    r"\b(?:(?:is|are|was|were|will\s+be|would\s+be)\s+(?:not|n['’]t|never)\W*(?:in|on)\s+the\s+(?:cards|table|agenda)"
    r"|(?:is|are|was|were)\s+(?:off\s+the\s+table|off\s+limits|out\s+of\s+bounds|out\s+of\s+the\s+question)"
    r"|(?:is|are|was|were)\s*(?:not|n['’]t|never)\s+(?:up\s+for|open\s+to|subject\s+to)\s+(?:discussion|debate|negotiations?|talks|grabs|bargaining)"
    r"|(?:is|are|was|were)\s+(?:non-negotiable|not\s+negotiable))",
    re.IGNORECASE,
)
_WAR = re.compile(r"\bof\s+(?:war|aggression)$", re.IGNORECASE)
_TALKED = re.compile(r"\b(?:discussion|debate|negotiations?|negotiable|grabs|bargaining)$", re.IGNORECASE)
_DRAWING = frozenset(("name", "draw", "lay", "set", "define"))
_PAIN = re.compile(r"\b(?:on|under)\s+(?:pain|threat|penalty)\s+of\s+", re.IGNORECASE)


def lines(scene: Scene) -> Iterator[Draft]:
    """Every red line, ultimatum and ruled-out deed of a sentence."""
    yield from _red_lines(scene)
    yield from _drawn(scene)
    yield from _ruled_out(scene)
    yield from _pain(scene)
    yield from _imperative(scene)


def _red_lines(scene: Scene) -> Iterator[Draft]:
    """What is called a red line is the condition; each of several its own. A demand called unacceptable is refused."""
    for hit in _LINE.finditer(scene.text, scene.sentence.start_char, scene.sentence.end_char):
        tokens = scene.sentence.doc.char_span(*hit.span(), alignment_mode="expand")
        if tokens is None or hit[0][:3] == "Red" or any(c.start <= hit.start() < c.end for c in scene.conditions):
            continue  # in "if a ship crosses the line" it is a place, or known from before
        told = voice(scene.parties, tokens.root)
        if told is not None and is_watcher(told):
            continue
        by = _line_owner(scene, tokens.root, hit.end()) or speaker_of(told)
        if not by or (_WAR.search(hit[0]) and not would_call(tokens.root)):
            continue
        if _WAR.search(hit[0]) and (pointer := unnamed(tokens.root)) is not None:
            yield from taken_for_war(scene, pointer, by, told)
            continue
        if hit[0].lower() in lists("unacceptable"):
            judged = _judged(tokens.root)
            if judged is None:
                continue  # only describes its noun: "to remove unacceptable threats"
            if judged.lemma_.lower() in lists("asked") | lists("papers"):
                yield _refused(scene, tokens.root, judged, by, told, hit)
                continue
        for words in crossings(scene, tokens.root, hit, told):
            to = crossers(scene, told, by, words)
            if hit[0].lower() in lists("unacceptable") and lemmas(scene, words) & lists("papers"):
                judged = _judged(tokens.root)
                whole_words = _with_verdict(scene, words, judged, tokens.root) if judged is not None else words
                yield Draft("refusal", whole_words, None, by, (), tokens.root, hit[0], told)
            else:
                yield Draft("red line", None, words, by, to, tokens.root, hit[0], told)


def _drawn(scene: Scene) -> Iterator[Draft]:
    """draws the line at foreign bases; selling the port is where Fiji draws the line."""
    for verb, _, lemma in scene.words:
        plain = (c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "line")
        if lemma != "draw" or not any(all(d.lower_ in ("the", "a", "red") for d in c.lefts) for c in plain):
            continue
        doer, told = subject(verb), voice(scene.parties, verb)
        over = verb.head if verb.dep_ in ("advcl", "ccomp", "relcl") and verb.head.lemma_ == "be" else None
        past = (o for c in verb.children if c.lower_ == "at" for o in c.children if o.dep_ in ("pobj", "pcomp"))
        thing = next(past, None) if over is None else next((c for c in over.lefts if c.dep_ in _SUBJECT), None)
        by = side(scene, doer, told) or ((party,) if doer is not None and (party := scene.parties.named(doer)) else ())
        if thing is not None and by and not (told is not None and is_watcher(told)):
            words = whole(thing)
            yield Draft("red line", None, words, by, crossers(scene, told, by, words), verb, "line", told)


_SUBJECT = frozenset(("nsubj", "csubj", "nsubjpass"))


def _is_chat(first: Token) -> bool:
    """Is it said in every conversation: look, "let us see"? To let others through is asked of somebody."""
    if first.lemma_ == "let" and first.i + 1 < len(first.doc):
        return first.nbor(1).lower_ in ("us", "me", "him", "her", "it", "'s", "’s", "'", "’")
    return first.lemma_.lower() in lists("chatting")


def _judged(word: Token) -> Token | None:
    """What is said to be unacceptable; None where the word only stands before its noun, and nobody calls it so."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None
    if word.dep_ == "amod" and not (verb.lemma_ in CALLING and word.nbor(-1).lower_ == "as"):
        return None
    if word.dep_ == "amod":
        return word.head
    if verb.lemma_ in CALLING:
        return next((c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i), None) or subject(verb)
    return subject(verb)


def _refused(
    scene: Scene, word: Token, thing: Token, by: tuple[Party, ...], told: Voice | None, hit: re.Match[str]
) -> Draft:
    """The refusal of a demand or text called unacceptable; a bare "the demand" is the one told of before."""
    first = thing.left_edge.i
    while first < thing.i and thing.doc[first].lower_ in ("as", *lists("unacceptable")):
        first += 1
    content = any(c.dep_ in ("acl", "prep", "relcl", "ccomp") for c in thing.children)
    asked = scene.standing
    if not content and thing.lemma_.lower() in lists("asked") and asked is not None and asked.action is not None:
        cue = min(hit.start(), thing.idx), max(hit.end(), thing.idx + len(thing.text))
        return Draft("refusal", asked_for(asked), None, by, asked.by, word, hit[0], told, cue)
    action = stretch(scene, thing, scene.sentence.end_char, thing.doc[first].idx)
    if action[1] > hit.start() > action[0]:
        action = action[0], whole(thing)[1]
    mine = {actor.id for actor, _ in by}
    to = tuple(party for party in scene.papers if party[0].id not in mine)
    return Draft("refusal", _with_verdict(scene, action, thing, word), None, by, to, word, hit[0], told)


def _with_verdict(scene: Scene, action: Stretch, thing: Token, word: Token) -> Stretch:
    """What is refused with the verdict behind it, which alone tells that it is: "the proposals are unacceptable to us"."""
    verb = word.head
    if verb.lemma_ != "be" or thing not in verb.children or not action[1] <= verb.idx < word.idx:
        return action
    return action[0], stretch(scene, word, scene.sentence.end_char, word.idx)[1]


def _line_owner(scene: Scene, line: Token, end: int) -> tuple[Party, ...]:
    """Whose line: "our red line", "for Amman", "unacceptable to Minsk", or the subject of naming or regarding one."""
    doc = line.doc
    for word in doc[max(scene.sentence.start, line.i - 30) : min(line.i + 5, scene.sentence.end)]:
        near = (word.lower_ == "for" and (word.is_sent_start or word.i > line.i)) or (
            word.lower_ == "to" and word.i == line.i + 1
        )
        inner = next((o for o in word.children if o.dep_ == "pobj"), None) if near and word.dep_ == "prep" else None
        named = scene.parties.named(inner) if inner is not None else None
        if named and not (word.lower_ == "to" and named[0].kind == "group"):
            return (named,)  # "unacceptable to our people" is said by whoever speaks for them
    verb = next((up for up in line.ancestors if up.pos_ == "VERB"), None)
    if verb is not None and verb.lemma_ in CALLING | _DRAWING:
        doer = subject(verb)
        if doer is not None and doer.dep_ == "nsubjpass":
            return ()  # "an attack would be treated as": by whoever says so
        named = scene.parties.party(doer) if doer is not None and doer.pos_ != "PRON" else None
        return (named,) if named else ()
    return ()


def _ruled_out(scene: Scene) -> Iterator[Draft]:
    """The idea that we send troops is not on the table."""
    for hit in _RULED_OUT.finditer(scene.text, scene.sentence.start_char, scene.sentence.end_char):
        tokens = scene.sentence.doc.char_span(*hit.span(), alignment_mode="expand")
        verb = next((t for t in tokens if t.pos_ in ("AUX", "VERB")), None) if tokens is not None else None
        told = voice(scene.parties, verb) if verb is not None else None
        if verb is None or (told is not None and is_watcher(told)):
            continue
        topic = subject(verb)
        if topic is None or topic.pos_ in ("PRON", "DET"):
            continue  # "That is not on the table": what that is was said, and refused, before
        clause = next((t for t in topic.subtree if t.dep_ in ("acl", "ccomp", "relcl") and t.pos_ == "VERB"), None)
        inner = subject(clause) if clause is not None and clause.i > topic.i else None
        deed = next((c for c in clause.children if c.dep_ == "xcomp"), clause) if clause is not None else None
        by = (side(scene, inner, told) if inner is not None else None) or speaker_of(told)
        if deed is not None and deed.i > topic.i:
            action = deed.idx, len(scene.text[: hit.start()].rstrip(" ,"))
        else:
            talked = _TALKED.search(
                hit[0]
            )  # of "the number of troops is not up for discussion" only the talk is refused
            action = whole(topic)[0], hit.end() if talked else len(scene.text[: hit.start()].rstrip(" ,"))
        if by and action[1] > action[0]:
            yield Draft("refusal", action, None, by, targets(scene, told, by, None, action), verb, hit[0], told)


def _pain(scene: Scene) -> Iterator[Draft]:
    """… on pain of sanctions: the threat behind a demand."""
    for hit in _PAIN.finditer(scene.text, scene.sentence.start_char, scene.sentence.end_char):
        penalty = scene.sentence.doc.char_span(hit.end(), hit.end() + 1, alignment_mode="expand")
        if penalty is None:
            continue
        token = penalty[0]
        verb = next(
            (
                up
                for up in token.ancestors
                if up.lemma_.lower() in lists("telling") | {"order", "urge"} and up.i < token.i
            ),
            None,
        )
        doer = subject(verb) if verb is not None else None
        party = scene.parties.named(doer) if doer is not None else None
        if verb is None or party is None:
            continue
        whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
        other = scene.parties.named(whom) if whom is not None else None
        deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i > verb.i), None)
        yield Draft(
            "threat",
            stretch(scene, token, scene.sentence.end_char),
            stretch(scene, deed, hit.start()) if deed is not None else None,
            (party,),
            (other,) if other else (),
            token,
            hit[0].strip(),
            None,
            marker="unless",
        )


def _imperative(scene: Scene) -> Iterator[Draft]:
    """Leave by Sunday or be shelled; stop the bulldozers; hand them over and we will open the road."""
    first = next((t for t in scene.sentence if not (t.is_punct or t.is_space or t.is_quote)), None)
    if (
        first is None
        or not _commands(first)
        or scene.text[: scene.sentence.end_char].rstrip(' ”"»\n').endswith("?")
        or scene.parties.at(first) is not None
    ):
        return
    told = voice(scene.parties, first)
    by, to = speaker_of(told), told.addressee if told else ()
    limit = told.end if told else scene.sentence.end_char
    if told is None:
        by, to = _message(scene)
        limit = next((t.idx for t in scene.sentence if t.text == ":"), limit)
    if not by or (told is not None and is_watcher(told)):
        return
    speaker = by[0][0]
    if speaker.kind == "person" and not speaker.roles and not to:
        return  # anybody's advice: "Call your mother," said the actress
    doc = first.doc
    joint = next(
        (t for t in doc[first.i : scene.sentence.end] if t.lower_ in ("or", "and") and t.idx < limit and _turns(t)),
        None,
    )
    action = stretch(scene, first, joint.idx if joint is not None else limit)
    if joint is None or joint.lower_ == "or":
        yield Draft("demand", action, None, by, to, first, None, told)
    if joint is not None and joint.lower_ == "or":
        deed = doc[joint.i + 1]
        if deed.lower_ == "else":
            return  # nobody says what else
        yield Draft("threat", stretch(scene, deed, limit), action, by, to, deed, None, told, marker="unless")
    elif joint is not None and "line" not in lemmas(scene, (joint.idx, limit)):
        answers = (
            t for t in doc[joint.i : scene.sentence.end] if t.pos_ == "VERB" and any(c.tag_ == "MD" for c in t.children)
        )
        answer = next(answers, None)
        if answer is not None:
            words = stretch(scene, answer, limit)
            kind = "threat" if weighs(answer, lemmas(scene, words)) == "harm" else "offer"
            yield Draft(kind, words, action, by, to, answer, "will", told)


def _commands(first: Token) -> bool:
    """Does a sentence that begins with this word tell somebody to act? "Look at the polls" does not."""
    if first.i + 1 < len(first.doc) and first.nbor().text == ":":
        return False  # "Answer: they are afraid"
    if first.tag_ != "VB" or first.dep_ in ("nsubj", "nsubjpass", "csubj") or _is_chat(first):
        return False
    return not any(
        c.lemma_ == "look" or (c.dep_ in ("nsubj", "aux", "nsubjpass") and c.i < first.i + 2) for c in first.children
    )


def _turns(joint: Token) -> bool:
    """Does the consequence follow: "or be shelled", "or lose your vote", "and we will …"?"""
    following = joint.doc[joint.i + 1] if joint.i + 1 < len(joint.doc) else None
    if following is None:
        return False
    if joint.lower_ == "or":
        return following.tag_ in ("VB", "VBP") or following.lower_ in ("be", "face", "else")
    return following.pos_ == "PRON" or any(t.tag_ == "MD" for t in joint.doc[joint.i + 1 : joint.i + 5])


def _message(scene: Scene) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Whose message the words before a colon are: "that was the message from X to Y"."""
    noun = next(
        (t for t in scene.sentence if t.lemma_ in ("message", "ultimatum", "order", "warning", "word", "demand")), None
    )
    if noun is None:
        return (), ()
    ways = {c.lower_: o for c in noun.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"}
    maker = scene.parties.party(ways["from"]) if "from" in ways else None
    whom = scene.parties.party(ways["to"]) if "to" in ways else None
    return ((maker,) if maker else ()), ((whom,) if whom else ())
