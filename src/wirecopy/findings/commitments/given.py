"""What a deed does to others: whether it gives, gives up, penalises, ends a harm or leaves a treaty, by its words alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.findings.voices import lists, table

if TYPE_CHECKING:
    from spacy.tokens import Token


def objects(verb: Token) -> tuple[Token, ...]:
    """What a verb acts on: its objects with those joined to them, and what stands behind "for" or "with"."""
    near = [c for c in verb.children if c.dep_ in ("dobj", "attr") and c.i > verb.i]
    near += [o for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VBN" for o in c.children if o.dep_ == "dobj"]
    near += [o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "with") for o in c.children]
    near += [o for one in tuple(near) for c in one.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    return tuple(t for one in near for t in (one, *one.conjuncts))


def settles(verb: Token) -> bool:
    """Is it a bill that is paid, for repairs, and no deed that one will pay for ("for it", "for this crime")?"""
    goods = [o for c in verb.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"]
    deeds = lists("harm") | lists("bad") | lists("deeds") | {"crime", "mistake", "murder"}
    return verb.lemma_ == "pay" and any(o.pos_ == "NOUN" and o.lemma_.lower() not in deeds for o in goods)


def ceases(verb: Token) -> bool:
    """Is it a harm that would end: stop firing, halt the attacks?"""
    deeds = [c for c in verb.children if c.dep_ in ("xcomp", "dobj", "ccomp") and c.i > verb.i]
    harms = lists("bad") | lists("striking")
    return verb.lemma_ in ("stop", "halt", "cease", "end") and any(c.lemma_.lower() in harms for c in deeds)


def eases(verb: Token) -> bool:
    """Is something given up: halt enrichment, suspend the tests, drop the suit? What helps another is not given up."""
    goods = {t.lemma_.lower() for t in objects(verb)} | {c.lemma_.lower() for c in verb.children if c.dep_ == "xcomp"}
    helps = lists("aid") | lists("gifts") | lists("papers") | lists("upheld")
    return verb.lemma_.lower() in lists("easing") and bool(goods) and not goods & helps


def quits(verb: Token) -> bool:
    """Is a treaty or a round of talks left, or is what had been lifted put back: "walk away", "restore the sanctions"?"""
    goods = {t.lemma_.lower() for t in objects(verb)}
    links = [c for c in verb.children if c.lower_ in ("from", "of", "out")]
    links += [c for link in links for c in link.children if c.lower_ == "of"]
    goods |= {o.lemma_.lower() for c in links for o in c.children}
    if verb.lemma_ == "walk" and any(c.lower_ in ("away", "out", "off") for c in verb.children):
        return True
    if verb.lemma_ in ("restore", "reinstate", "return", "renew", "snap", "reimpose") and goods & lists("penalties"):
        return True
    return verb.lemma_ in ("leave", "quit", "withdraw", "pull", "exit", "abandon") and bool(
        goods & (lists("papers") | lists("meetings") | {"alliance", "council", "union", "bloc", "talks"})
    )


def penalises(verb: Token) -> bool:
    """Is a harm put into force: will adopt sanctions?"""
    return verb.lemma_.lower() in lists("penalising") and bool(
        {t.lemma_.lower() for t in objects(verb)} & lists("penalties")
    )


def gives(verb: Token) -> bool:
    """Is something handed over or a force taken home: send rifles, pay for weapons, sign an agreement, withdraw units?"""
    lemma = verb.lemma_.lower()
    if _decides(verb) or _keeps_out(verb):
        return True
    if lemma in lists("freeing") and {t.lemma_.lower() for t in objects(verb)} & lists("captives"):
        return True
    if takes_in(verb) or _makes_way(verb):
        return not is_of_none(verb)
    if lemma in lists("giving"):
        goods = objects(verb)
        counted = lemma in ("deliver", "supply", "donate") and any(t.pos_ == "NUM" for t in goods)  # 14 of them
        return counted or any(is_gift(t) for t in goods)
    if lemma in lists("strengthening"):
        return any({t.lemma_.lower(), t.lower_} & lists("shares") for t in objects(verb))
    doer = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if lemma in lists("arriving") and doer is not None and doer.lemma_.lower() in lists("consignments"):
        return True
    if lemma in ("pull", "withdraw", "bring") and _takes_home(verb):
        return True
    home = lemma != "go" or any(c.lower_ in ("home", "back") for c in verb.children)
    left = next((c for c in verb.children if c.dep_ == "dobj"), None)
    place = left is None or left.pos_ == "PROPN" or left.lemma_ in lists("grounds")
    return lemma in lists("leaving") and home and place and doer is not None and doer.lemma_.lower() in lists("forces")


def _decides(verb: Token) -> bool:
    """Is it what a government does by deciding it: publish the findings, repeal the law, hold a referendum?"""
    goods = table("decided").get(verb.lemma_.lower(), ())
    return bool({t.lemma_.lower() for t in objects(verb)} & frozenset(goods)) and not is_of_none(verb)


def _keeps_out(verb: Token) -> bool:
    """Is a quarrel or a vote left to others: will stay out of the election?"""
    return verb.lemma_ in ("stay", "keep", "steer") and any(c.lower_ in ("out", "clear") for c in verb.children)


def takes_in(verb: Token) -> bool:
    """Are those in need let in: take in 500 refugees, shelter the evacuees?"""
    return verb.lemma_.lower() in lists("sheltering") and bool(
        {t.lemma_.lower() for t in objects(verb)} & lists("sheltered")
    )


def stands_guard(verb: Token) -> bool:
    """Are it men who stay where they are: "our troops will stay until peace is secured"?"""
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    men = doer is not None and doer.lemma_.lower() in lists("forces") | lists("gifts") - {"aid"}
    return verb.lemma_ in ("stay", "remain") and men


def _makes_way(verb: Token) -> bool:
    """Is power or a blocked way given up, or a word kept: hand over power, step down, reopen the border, respect the truce?"""
    goods = {t.lemma_.lower() for t in objects(verb)}
    goods |= {o.lemma_.lower() for c in verb.children if c.lower_ in ("by", "with") for o in c.children}
    lemma = verb.lemma_.lower()
    if lemma in ("step", "stand"):
        return any(c.lower_ in ("down", "aside") for c in verb.children)
    if lemma in ("hand", "cede", "transfer", "surrender", "relinquish"):
        return bool(goods & {"power", "control"})
    if lemma == "reopen":
        return bool(goods & lists("passages"))
    return lemma in lists("keeping") and bool(goods & (lists("papers") | lists("kept")))


_MAKES = re.compile(r"[A-Z][A-Za-z]*-?\d+[A-Za-z]*s?")  # MiG-29s, F-16


def is_gift(goods: Token) -> bool:
    """Is it a thing that is handed over to help: arms, by their kind or make, money, medicine?"""
    known = {goods.lemma_.lower(), goods.lower_, goods.lower_.removesuffix("s")}
    team = goods.lemma_ in ("team", "crew", "unit") and any(c.lower_ in lists("saving") for c in goods.children)
    return team or bool(known & lists("gifts")) or _MAKES.fullmatch(goods.text) is not None


def _takes_home(verb: Token) -> bool:
    """Are soldiers taken back from where they stand: pull back troops, withdraw our units, bring the men home?"""
    back = verb.lemma_ == "withdraw" or any(
        t.lower_ in ("back", "out", "home") for t in verb.doc[verb.i + 1 : verb.i + 6]
    )
    men = {t.lemma_.lower() for t in objects(verb)} & (lists("forces") - lists("envoys"))
    return back and bool(men)


def goes_further(verb: Token) -> bool:
    """Is it "went further", "would go further too"?"""
    return verb.lemma_ == "go" and any(t.lower_ == "further" for t in verb.doc[verb.i + 1 : verb.i + 3])


def looming(verb: Token) -> bool:
    """There would be serious consequences."""
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in ("attr", "nsubj", "dobj")}
    return verb.lemma_ in ("be", "have", "bring", "follow") and bool(nouns & (lists("doom") | {"price", "cost"}))


def looks_on(verb: Token) -> bool:
    """Is it standing by, sitting idle?"""
    return verb.lemma_ in ("stand", "sit") and any(c.lower_ in ("by", "idle", "idly", "aside") for c in verb.children)


def is_of_none(verb: Token) -> bool:
    """Is it "no oil", "no more migrants" that would be sent or taken?"""
    return any(c.lower_ == "no" for o in verb.children if o.dep_ == "dobj" for c in o.subtree)


def barren(verb: Token) -> bool:
    """Is it "there will be no talks", "no treaty will come"?"""
    nouns = (c for c in verb.children if c.dep_ in ("nsubj", "attr", "dobj") and c.lemma_ not in lists("vain"))
    return any(d.lower_ == "no" for noun in nouns for d in noun.children)
