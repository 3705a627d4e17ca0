"""What a number without a noun counts: the object set to it, a toll beside it, a question, or what the last number counted."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, governor, is_spell, listed, phrase, subject
from wirecopy.findings.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LEAST = 3  # "two" without a noun is a pronoun: the two agreed
_ROLES = frozenset(("pobj", "dobj", "attr", "nsubj", "nsubjpass", "oprd", "acomp", "conj"))
_BEHIND = frozenset(("ADP", "SCONJ", "CCONJ", "ADV", "PART", "AUX", "VERB"))
_SETS = frozenset(("at", "as", "to", "from", "by"))
_ALL = frozenset(("in all", "in number", "in total", "all told", "altogether ,", "altogether."))
_WITH = frozenset(("with", "including", "counting"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_HOURS = frozenset(("at", "by", "until", "till", "before", "after", "since"))


def understood(number: Number, tokens: Tokens, before: Counted | None) -> Counted | None:
    """What a bare number counts; `before` is what the number before it counted, where that is near enough."""
    value = number.high if number.high is not None else number.low
    if number.form == "count" and (beside := _in_all(number, tokens) or _numbered(number, tokens)):
        return beside
    if number.form != "count" or (value or 0) < LEAST or _YEAR.fullmatch(tokens.text):
        return None
    if before is not None and before.head.lower_ in listed("votes") and _is_side(tokens, before):
        return before  # 212 votes to 187, 141 votes in favour, five against
    if number.vague and (did := _did(tokens)) is not None:
        return did
    found = set_to(number, tokens) or _tally(tokens) or _moved(number, tokens) or _headed(number, tokens)
    if found is None and (before is None or not _are_people(before)) and (struck := _struck(tokens)) is not None:
        return struck
    if found is not None and is_number(found.head):
        told = _of(found.head) or _theirs(found.head) or (before if _is_plain(before) else None)
        return told or asked(tokens) or found
    if found is not None:
        return found
    if (number.vague and not _is_estimate(tokens)) or _is_hour(number, tokens):
        return None
    asking = question(tokens) if _is_free(tokens) else None
    if asking is not None and (before is None or before.words.end <= asking.start) and (answered := asked(tokens)):
        return answered  # 5,000 helmets are offered. How many soldiers are there? The ministry counts 127,000
    if before is None or not _is_free(tokens):
        return _involved(tokens)
    behind = {t.lower_ for t in tokens.doc[tokens.end : tokens.end + 2]}
    return _whole(before) if behind & _WITH else before


def _is_side(tokens: Tokens, before: Counted) -> bool:
    """Is it the other side of a vote, whose votes are counted right before it?"""
    doc = tokens.doc
    behind = doc[tokens.end : tokens.end + 1].text.lower() in ("against", "for", "opposed") or (
        doc[tokens.end : tokens.end + 2].text.lower() in ("in favour", "in favor")
    )
    to = doc[max(0, tokens.start - 2) : tokens.start].text.lower() == f"{before.head.lower_} to"
    return to or behind


def _did(tokens: Tokens) -> Counted | None:
    """What so many people did whom no noun names: "hundreds of thousands rallied", "thousands fled"."""
    root = tokens.root
    verb = root.head
    does = root.dep_ in ("nsubj", "nsubjpass") and verb.i > root.i and verb.lemma_ in listed("massing")
    return Counted(verb.doc[verb.i : verb.i + 1], verb) if does else None


def _is_estimate(tokens: Tokens) -> bool:
    """Is it as many as somebody gives: "another doctor spoke of dozens", "the Red Cross counted hundreds"?"""
    up = tokens.root.head
    return tokens.root.dep_ in ("pobj", "dobj") and (up.head if up.lower_ == "of" else up).lemma_ in listed("counting")


def gapped(number: Number, tokens: Tokens, before: Counted) -> Token | None:
    """Whose the same things are where verb and noun are said once: "Chad has 23,000 soldiers, Gabon about 4,000"."""
    doc, at = tokens.doc, _first(number, tokens)
    if number.form != "count" or at < 3 or before.head.dep_ != "dobj" or before.head.sent != tokens.root.sent:
        return None
    name = list(takewhile(lambda t: t.pos_ == "PROPN", reversed(doc[before.words.end : at])))
    ends = tokens.end >= len(doc) or doc[tokens.end].is_punct or doc[tokens.end].lower_ == "and"
    if not name or not ends or name[0].ent_type_ == "DATE":
        return None
    return name[0] if doc[name[-1].i - 1].text in (",", ";") or doc[name[-1].i - 1].lower_ == "and" else None


def _in_all(number: Number, tokens: Tokens) -> Counted | None:
    """What a number behind a comma sums up: "gunboats of the navy, four in all"."""
    doc, first = tokens.doc, _first(number, tokens)
    behind = doc[tokens.end : tokens.end + 2].text.lower()
    if behind not in _ALL or first < 2 or doc[first - 1].text != ",":
        return None
    noun = doc[first - 2]
    while noun.head.i < noun.i and noun.head.pos_ in ("NOUN", "ADP", "PROPN"):
        noun = noun.head
    return Counted(phrase(noun), noun) if noun.tag_ in ("NNS", "NNPS") else None


def _numbered(number: Number, tokens: Tokens) -> Counted | None:
    """Who come to a number, where the parse misses the verb: "the dead numbered 19"."""
    doc, first = tokens.doc, _first(number, tokens)
    if first < 2 or doc[first - 1].lower_ not in ("number", "numbers", "numbered", "totalled", "totaled"):
        return None
    noun = doc[first - 2]
    counted = noun.lower_ in listed("people") or noun.tag_ in ("NNS", "NNPS")
    return Counted(phrase(noun), noun) if counted else None


def _headed(number: Number, tokens: Tokens) -> Counted | None:
    """The toll of a headline, whose verb the parse takes for a noun: "Toll in train fire climbs to 31"."""
    doc, first = tokens.doc, _first(number, tokens)
    if first < 3 or _link(number, tokens) not in ("to", "at", "past", "above", "beyond"):
        return None
    if doc[first - 2].lower_.removesuffix("s") not in listed("moving"):
        return None
    noun = next((t for t in doc[tokens.root.sent.start : first - 2] if t.lower_ in ("toll", "tally")), None)
    return Counted(phrase(noun), noun) if noun is not None else None


def _whole(counted: Counted) -> Counted:
    """What is counted without the words for a part of it: 9,000 ground troops, or 12,000 with the navy."""
    words = counted.words
    at = next(
        (t.i + 1 for t in reversed(words) if t.i < counted.head.i and t.lower_ in listed("branches")), words.start
    )
    return Counted(words.doc[at : words.end], counted.head)


def question(tokens: Tokens) -> Tokens | None:
    """The last of the sentences before a number, at most two back, that asks how many."""
    sentence = tokens.sent
    for _ in range(3):
        if any(t.lower_ == "how" and t.nbor().lower_ in ("large", "big", "many", "strong") for t in sentence[:-1]):
            return sentence
        if not sentence.start:
            break
        sentence = tokens.doc[sentence.start - 1].sent
    return None


def set_to(number: Number, tokens: Tokens) -> Counted | None:
    """The object that a verb sets to a number: puts the toll at, gives losses as, raises the rate from … to …."""
    verb = _setter(tokens)
    if verb is None or _link(number, tokens) not in _SETS:
        return None
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c not in tokens]
    thing = next(iter(sorted(things, key=lambda c: c.dep_)), None)
    if thing is None or thing.i > tokens.end + 3:
        return None
    if verb != governor(tokens.root) and thing.lemma_.lower() not in listed("tallies"):
        return None
    if thing.pos_ == "PRON" or thing.lower_ in ("that", "this"):
        return asked(tokens) if verb.lemma_ == "put" else None
    return Counted(phrase(thing), thing) if thing.pos_ in ("NOUN", "PROPN") else None


def _setter(tokens: Tokens) -> Token | None:
    """The verb that sets something to a number, past the participle that the parse hangs it on.

    "Puts the number of troops massed near the border at 9,000": they are not massed at 9,000.
    """
    verb = governor(tokens.root)
    while verb is not None and verb.lemma_ not in listed("setting"):
        bare = verb.dep_ == "advcl" and not any(True for _ in verb.lefts)
        verb = governor(verb) if bare or verb.dep_ in ("acl", "relcl") else None
    return verb


def is_of_those(number: Number, tokens: Tokens) -> bool:
    """Does the number count some of those before it: "of whom about 300 carry arms"?"""
    first = _first(number, tokens)
    return first > 1 and tokens.doc[first - 2 : first].text.lower() in ("of whom", "of which", "of these", "of those")


def belonging(tokens: Tokens) -> Counted | None:
    """What a part is said to belong to: "of whom 300 belong to the land forces", "serve in the navy"."""
    verb = governor(tokens.root)
    if verb is None or verb.lemma_ not in ("belong", "serve") or verb.i < tokens.start:
        return None
    nouns = (o for c in verb.children if c.lower_ in ("to", "in", "with") for o in c.children if o.dep_ == "pobj")
    noun = next(nouns, None)
    return Counted(phrase(noun), noun) if noun is not None and noun.tag_ in ("NNS", "NNPS") else None


def _link(number: Number, tokens: Tokens) -> str:
    """The preposition before a number, its hedge and the quotation mark that opens there."""
    first = _first(number, tokens)
    while first and tokens.doc[first - 1].is_quote:
        first -= 1
    return tokens.doc[first - 1].lower_ if first else ""


def _first(number: Number, tokens: Tokens) -> int:
    """The first token of a number with its hedge."""
    hedged = tokens.doc.char_span(number.hedge_start, number.end, alignment_mode="expand")
    return (hedged if hedged is not None and len(hedged) else tokens).start


def is_number(noun: Token) -> bool:
    """Is the noun only a word for a number: the figure, the total?"""
    return noun.lemma_.lower() in listed("numbers")


def asked(tokens: Tokens) -> Counted | None:
    """What the question was: "how large the force is", "how many soldiers stand there"."""
    sentence = question(tokens)
    how = next((t for t in sentence if t.lower_ == "how"), None) if sentence is not None else None
    behind = tokens.doc[how.i + 2 : how.i + 6] if how is not None else ()
    noun = next((t for t in takewhile(lambda t: not t.is_punct, behind) if t.pos_ == "NOUN"), None)
    if how is None or noun is None or noun.i >= tokens.start:
        return None
    return Counted(tokens.doc[max(phrase(noun).start, how.i + 2) : noun.i + 1], noun)


def _tally(tokens: Tokens) -> Counted | None:
    """The noun that is itself a number, beside a bare numeral: "the toll rose to 36", "over 90 was the number given"."""
    verb = governor(tokens.root)
    if verb is None:
        return None
    voted = next((t for t in reversed(tokens.doc[max(0, tokens.start - 5) : tokens.start]) if t.lower_ == "vote"), None)
    if voted is not None and tokens.doc[voted.i + 1].lower_ == "of":  # by a vote of 73 to 52
        return Counted(tokens.doc[voted.i : voted.i + 1], voted)
    if verb.lemma_ == "vote" and tokens.start - verb.i <= 3:
        return Counted(verb.doc[verb.i : verb.i + 1], verb)
    near = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") or (c.dep_ == "attr" and is_number(c))]
    noun = next((c for c in near if c.lemma_.lower() in listed("tallies") or c.lower_ in listed("tallies")), None)
    return Counted(phrase(noun), noun) if noun is not None and noun not in tokens else None


def _struck(tokens: Tokens) -> Counted | None:
    """The deed that befell so many: "air strikes killed 40 and wounded 60"."""
    verb = tokens.root.head
    if tokens.root.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in listed("striking"):
        return None
    return Counted(verb.doc[verb.i : verb.i + 1], verb)


def _are_people(before: Counted) -> bool:
    """Did the number before count people, who are meant again: "31 people died and 60 were hurt"?"""
    return before.head.pos_ != "VERB" and before.head.lower_ in listed("people") | listed("guests") | listed("forces")


def _moved(number: Number, tokens: Tokens) -> Counted | None:
    """What comes to a number: the contingent grows to 5,000 from 3,200."""
    verb = governor(tokens.root)
    if verb is None or verb.lemma_ not in listed("moving") or _link(number, tokens) not in ("to", "from"):
        return None
    doer = subject(verb)
    return Counted(phrase(doer), doer) if doer is not None and doer.pos_ == "NOUN" and doer not in tokens else None


def _of(noun: Token) -> Counted | None:
    """What a number is the number of: the number of refugees."""
    of = next((o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
    return (
        Counted(phrase(of), of)
        if of is not None and (of.pos_ in ("NOUN", "PROPN") or of.lower_ in listed("people"))
        else None
    )


def _theirs(noun: Token) -> Counted | None:
    """Whose number "their number" is: the many who are named last before it."""
    theirs = next((c for c in noun.children if c.lower_ == "their"), None)
    before = reversed(noun.doc[noun.sent.start : theirs.i]) if theirs is not None else ()
    many = next((t for t in before if t.tag_ == "NNS" and not is_spell(t)), None)
    return Counted(phrase(many), many) if many is not None else None


def _is_plain(before: Counted | None) -> bool:
    return before is not None and not is_number(before.head)


def _is_free(tokens: Tokens) -> bool:
    """Does the number stand alone ("Today it has 1,100.", "of whom 300 belong …"), not in an enumeration or a name?"""
    after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    if after is not None and after.lower_ in listed("others"):
        return True
    ends = after is None or after.is_punct or after.is_space or after.pos_ in _BEHIND or _is_day(after)
    return ends and tokens.root.dep_ in _ROLES


def _is_day(behind: Token) -> bool:
    """Does a number end before a day: "had spoken of 44 the night before"? "350 a day" is a rate."""
    return behind.lower_ in ("the", "that", "this", "last") and is_spell(behind.head) and behind.head.dep_ == "npadvmod"


def _is_hour(number: Number, tokens: Tokens) -> bool:
    return (number.high or 0) <= 24 and _link(number, tokens) in _HOURS


def _involved(tokens: Tokens) -> Counted | None:
    """What a number without a noun is part of: "a landing could involve as many as 12,000", "the rebels number 3,000"."""
    over = tokens.root.head if tokens.root.head.lower_ != "about" else tokens.root.head.head
    if over.lower_ in ("number", "numbers") and over.i and over.dep_ != "pobj" and over.nbor(-1).pos_ == "NOUN":
        return Counted(phrase(over.nbor(-1)), over.nbor(-1))  # taken for a noun by the parser
    verb = governor(tokens.root)
    doer = subject(verb) if verb is not None and verb.lemma_ in listed("amounting") else None
    return Counted(phrase(doer), doer) if doer is not None and doer.pos_ == "NOUN" else None
