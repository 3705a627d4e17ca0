"""He, she, it and they: whom each may mean, by kind, gender and number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from wirecopy.language import clauses
from wirecopy.language.actors.cast import POINTING
from wirecopy.language.actors.gazetteer import slug
from wirecopy.language.actors.people import gender_of
from wirecopy.language.actors.salience import SUBJECTS, first_person, lemmas, recent
from wirecopy.language.actors.stage import Stage
from wirecopy.language.cue_words import listed
from wirecopy.model import Actor

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_IT, _THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
_LATTER = frozenset({"latter"})
PRONOUNS = _HE | _SHE | _IT | _THEY | _LATTER


def point(stage: Stage, token: Token) -> None:
    """Resolve one pronoun and note it; "it" and "they" only where an actor must be meant."""
    word = token.lower_
    if word in _LATTER:
        return _latter(stage, token)
    if word in _HE or word in _SHE:
        allowed = partial(_gendered, stage, "m" if word in _HE else "f")
    elif not _acts(token) and not _is_teller(stage, token):
        return
    else:
        allowed = partial(_thing if word in _IT else _several, stage)
    key, because = _meant(stage, token, allowed)
    stage.cast.name(token.idx, token.idx + len(token.text), key, f"{POINTING}: {because}")
    if key is not None:
        stage.memory.meet(key, token)
        if word in _HE or word in _SHE:
            stage.genders[key] = "m" if word in _HE else "f"


def _meant(stage: Stage, token: Token, allowed: Callable[[str], float | None]) -> tuple[str | None, str]:
    """Whom a pronoun means, and why: the most salient that agrees, unless the words around it tell of somebody else."""
    word, named = token.lower_, _named_behind(stage, token)
    if word in _HE | _SHE:
        told = _of_relative(stage, token) or _of_viewer(stage, token)
        if told is not None and told not in named and allowed(told) is not None:
            return told, "who tells it, by the clause around it"
    key, because = stage.memory.best(token, lambda key: None if key in named else allowed(key))
    if key is None:
        return None, because
    if word in _HE | _SHE and _is_unknown(stage, token, key):
        return None, "somebody whose name is not known to be one"
    if word in {"they", "them"} and (others := _others(stage, token, key)) is not None:
        return others, "the people of whom its sentence tells"
    if word in _HE | _SHE and first_person(token) and _speaks(stage, token, key):
        return None, "somebody else than the speaker"
    if word == "them" and _passes_over(stage, token, key):
        return None, "firms that were named between"
    return key, because


def _of_relative(stage: Stage, token: Token) -> str | None:
    """Whom "he" means in "Ana Berg and Tom Paz, who told a station that he would go": the one of whom the clause tells."""
    if token.dep_ not in SUBJECTS:
        return None
    for over in list(token.head.ancestors)[:3]:
        who = next((c for c in over.children if c.dep_ == "nsubj" and c.lower_ == "who"), None)
        if over.dep_ == "relcl" and who is not None and over.lemma_.lower() in lemmas("says"):
            noun = over.head
            return next((seen.actor for seen in reversed(stage.memory.seen) if seen.token == noun.i), None)
    return None


def _of_viewer(stage: Stage, token: Token) -> str | None:
    """Whose opinion the sentence gives: "In Berg's opinion it was late, and she said"."""
    viewer = clauses.viewer(token) if token.dep_ in SUBJECTS else None
    return stage.scene.names.get(viewer.i) if viewer is not None else None


def _is_unknown(stage: Stage, token: Token, key: str) -> bool:
    """Is the subject of a clause above it a name that nobody knows, and who seems meant is of another sentence?"""
    sentence = stage.memory.sentences[token.i]
    if any(seen.actor == key and seen.sentence == sentence and seen.token < token.i for seen in stage.memory.seen):
        return False
    above = (c for over in token.ancestors for c in over.children if c.dep_ in SUBJECTS and c.i < token.i)
    return any(who.pos_ == "PROPN" and who.i not in stage.scene.names for who in above)


def _others(stage: Stage, token: Token, key: str) -> str | None:
    """The other people of whom its sentence tells: "landlords who love the poor, but when they hear …, they demand"."""
    last = max((seen.token for seen in stage.memory.seen if seen.actor == key and seen.token < token.i), default=0)
    plural = (t for t in token.sent if last < t.i < token.i and t.tag_ == "NNS" and t.i not in stage.scene.names)
    for noun in plural:
        if any(c.dep_ == "relcl" and any(w.lower_ == "who" for w in c.children) for c in noun.children):
            words = (*(c for c in noun.lefts if c.dep_ in {"amod", "compound"}), noun)
            said = " ".join(word.text for word in words)
            return stage.cast.enter(Actor(f"group:{slug(said)}", said, "group", anonymous=True))
    return None


def _named_behind(stage: Stage, token: Token) -> frozenset[str]:
    """Who is named behind the verb of which a pronoun is the subject, and so is not meant."""
    start, end = clauses.behind_verb(token)
    names, starts = stage.scene.names, stage.scene.layout.starts
    return frozenset(key for at, key in names.items() if start <= starts[at] < end)


def _passes_over(stage: Stage, token: Token, key: str) -> bool:
    """Were firms named behind whom "them" seems to mean: "The police came. He gave oil firms a month; she told them to go"?"""
    last = max((seen.token for seen in stage.memory.seen if seen.actor == key and seen.token < token.i), default=0)
    between = stage.scene.layout.tokens[last + 1 : token.i]
    return any(
        t.tag_ == "NNS" and t.lemma_.lower() in listed("firms") and t.i not in stage.scene.names for t in between
    )


def _speaks(stage: Stage, token: Token, key: str | None) -> bool:
    """Was the one that seems meant the subject of the sentence before, and so may be who says "I"?"""
    here = stage.memory.sentences[token.i]
    return any(s.actor == key and s.dep in SUBJECTS and 0 < here - s.sentence <= 2 for s in stage.memory.seen)


def _latter(stage: Stage, token: Token) -> None:
    """ "The latter" is the second of two persons in the sentence before."""
    if token.i == 0 or token.dep_ in {"amod", "compound"}:
        return
    met = recent(stage.memory, token.i, lambda key: stage.cast.actors[key].kind == "person", 1)
    pair = list(dict.fromkeys(seen.actor for seen in met))
    key = pair[0] if len(pair) == 2 else None
    start = stage.scene.layout.starts[token.i - 1]
    stage.cast.name(start, token.idx + len(token.text), key, f"{POINTING}: the second of two persons")
    if key is not None:
        stage.memory.meet(key, token)


def _acts(token: Token) -> bool:
    """Is it the subject of a verb that only an actor can have? A possessive counts with its phrase."""
    if token.dep_ == "poss":
        return token.head.dep_ not in SUBJECTS or token.head.head.lemma_.lower() in lemmas("acts")
    if token.dep_ in {"dobj", "pobj", "dative"}:
        return token.lower_ not in _IT
    return token.dep_ in SUBJECTS and token.head.lemma_.lower() in lemmas("acts") and token.dep_ == "nsubj"


def _is_teller(stage: Stage, token: Token) -> bool:
    """Is it the subject of what an actor says that he did or will do: "the rebels say they have surrounded it"?"""
    verb, over = token.head, token.head.head
    if token.dep_ != "nsubj" or verb.dep_ != "ccomp" or over.lemma_.lower() not in lemmas("says"):
        return False
    tellers = {child.i for child in over.children if child.dep_ == "nsubj" and child.i < token.i}
    return any(seen.token in tellers for seen in stage.memory.seen)


def _gendered(stage: Stage, wanted: str, key: str) -> float | None:
    actor = stage.cast.actors[key]
    if actor.kind != "person":
        return None
    gender = stage.genders.get(key) or gender_of(
        key, actor.name, [role.role for role in actor.roles] or [actor.name], stage.scene.gazetteer
    )
    if gender is None:
        return -0.3
    return 0.5 if gender == wanted else None


def _thing(stage: Stage, key: str) -> float | None:
    actor = stage.cast.actors[key]
    kind = actor.kind
    if kind == "group" and actor.anonymous and actor.name.endswith("s"):
        return None  # "residents" are they
    return {"state": 0.0, "organisation": 0.0, "office": 0.0, "group": -0.8}.get(kind)


def _several(stage: Stage, key: str) -> float | None:
    actor = stage.cast.actors[key]
    if actor.kind == "group":
        return 0.5
    return -0.5 if actor.kind == "organisation" else -2.5 if actor.kind == "person" and actor.anonymous else None
