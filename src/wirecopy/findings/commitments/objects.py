"""What a verb of asking or inviting takes as its object: a sum of money, an apology from somebody, talks for both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import Party, Scene
from wirecopy.findings.voices import lists

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple["Token", "int | None", "Party | None"]


def is_sum(goods: Token) -> bool:
    """Is it a sum of money, whose head is its number: $10 billion?"""
    return goods.pos_ == "NUM" and any(c.dep_ == "quantmod" or c.tag_ == "$" for c in goods.children)


def is_noun(word: Token) -> bool:
    """Is it a noun, or one that the parse takes for a name at the head of a sentence: "Withdrawal of the troops was …"?"""
    return word.pos_ == "NOUN" or word.lower_ in lists("assurances")


def in_quotes(whom: Token, words: Token) -> bool:
    """Does a quotation begin between somebody and the words behind his name?"""
    return any(t.text in '“«"' for t in whom.doc[whom.i + 1 : words.i])


def bidden(scene: Scene, verb: Token, objects: list[Token]) -> Found | None:
    """invited the rebels to talks."""
    links = (c for c in verb.children if c.lower_ in ("to", "for") and c.i > verb.i)
    inner = (o for c in links for o in c.children if o.dep_ == "pobj")
    goods = next((o for o in inner if {t.lemma_.lower() for t in o.subtree} & lists("meetings")), None)
    whom = next((o for o in objects if goods is not None and o.i < goods.i), None)
    if goods is None or whom is None:
        return None
    return goods, goods.left_edge.idx, scene.parties.party(whom)


def sought(scene: Scene, verb: Token, objects: list[Token]) -> Found | None:
    """wants an apology from Manila."""
    goods = next((o for o in objects if o.dep_ == "dobj"), None)
    if goods is None:
        return None
    source = next((c for c in (*goods.children, *verb.children) if c.lower_ == "from"), None)
    whom = next((o for o in source.children if o.dep_ == "pobj"), None) if source is not None else None
    return (goods, goods.left_edge.idx, scene.parties.party(whom)) if whom is not None else None
