"""The parties of an act as words of the parse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.nouns import conjuncts
from wirecopy.findings.sides.standins import listed

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one act as tokens: the doers, and those to whom it is done."""

    who: tuple[Token, ...]
    whom: tuple[Token, ...]


def each_once(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Each token once, without the parts of bodies that are joined to them."""
    return tuple({token.i: token for token in tokens if not _is_organ(token)}.values())


def _is_organ(token: Token) -> bool:
    """Whether it is a part of the body that it is joined to: "the Union and its council"."""
    owned = any(child.tag_ == "PRP$" and child.lower_ in ("its", "their") for child in token.children)
    return token.dep_ == "conj" and owned and token.lemma_.lower() in grammar("bodies")


def behind(at: dict[str, tuple[Token, ...]], names: Iterable[str]) -> list[Token]:
    """Who stands behind one of the prepositions; lengths of time, as in "extended by a month", are nobody."""
    wanted = set(names)
    found = [one for name, objects in at.items() if name in wanted for noun in objects for one in conjuncts(noun)]
    found = [one for one in found if one.ent_type_ not in ("DATE", "TIME") and one.lemma_ not in listed("lengths")]
    return [_name_behind(one) or one for one in found]


def _name_behind(title: Token) -> Token | None:
    """ "handed it to Chadian diplomat Ana Paz in Lima": the parser often tears the name from its title."""
    doc, at = title.doc, title.i + 1
    if title.pos_ != "NOUN" or at >= len(doc) or doc[at].ent_iob_ != "B" or doc[at].ent_type_ != "PERSON":
        return None
    name = next(one for one in doc.ents if one.start == at).root
    return None if title in name.subtree or name in title.subtree else name
