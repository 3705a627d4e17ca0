"""He, she, it and they: whom each may mean, by kind, gender and number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from wirecopy.language.cast import POINTING
from wirecopy.language.cue_words import listed
from wirecopy.language.people import gender_of
from wirecopy.language.salience import SUBJECTS, first_person, lemmas, recent
from wirecopy.language.stage import Stage

if TYPE_CHECKING:
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
    elif not _acts(token):
        return
    else:
        allowed = partial(_thing if word in _IT else _several, stage)
    named = _named_below(stage, token)
    key, because = stage.memory.best(token, lambda key: None if key in named else allowed(key))
    if word in _HE | _SHE and first_person(token) and _speaks(stage, token, key):
        key, because = None, "somebody else than the speaker"
    if word == "them" and key is not None and _passes_over(stage, token, key):
        key, because = None, "firms that were named between"
    stage.cast.name(token.idx, token.idx + len(token.text), key, f"{POINTING}: {because}")
    if key is not None:
        stage.memory.meet(key, token)
        if word in _HE or word in _SHE:
            stage.genders[key] = "m" if word in _HE else "f"


def _named_below(stage: Stage, token: Token) -> frozenset[str]:
    """Who is named behind the verb of which a pronoun is the subject, and so is not meant: "he urged Sall to wait"."""
    if token.dep_ not in SUBJECTS or token.head.pos_ not in {"VERB", "AUX"}:
        return frozenset()
    names = stage.scene.names
    return frozenset(names[at] for at in range(token.head.i + 1, token.head.right_edge.i + 1) if at in names)


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
    kind = stage.cast.actors[key].kind
    return {"state": 0.0, "organisation": 0.0, "office": 0.0, "group": -0.8}.get(kind)


def _several(stage: Stage, key: str) -> float | None:
    actor = stage.cast.actors[key]
    if actor.kind == "group":
        return 0.5
    return -0.5 if actor.kind == "organisation" else -2.5 if actor.kind == "person" and actor.anonymous else None
