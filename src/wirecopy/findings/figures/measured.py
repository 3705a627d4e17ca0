"""What a number of any form counts, by the parse: the noun behind it; of a sum or a share what it is of, for or paid to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.counted import (
    LONGEST,
    NOUNS,
    SUBJECTS,
    Counted,
    governor,
    is_spell,
    listed,
    noun_after,
    phrase,
    subject,
    whole_phrase,
)
from wirecopy.findings.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_POLLED = frozenset(("count", "cast", "tally"))
LONGEST_ANSWER = 10  # words of what a share of people do: "support a ban on the sale of arms"


def counted(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """What a number counts; None where the parse shows nothing (an ellipsis, or no number of anything)."""
    if number.form == "count":
        return _hyphened(doc, tokens) or _part_of(doc, tokens) or noun_after(doc, tokens, of=True)
    if number.form == "size" and (measured := _long(doc, tokens)):
        return measured
    if number.form == "duration" and (measured := _granted(doc, tokens)):
        return measured
    if number.form == "share" and (won := margin(tokens)) is not None:
        return Counted(doc[won.i : won.i + 1], won)
    found = _of_what(doc, tokens)
    if found and number.form == "share" and found.head.lemma_.lower() in listed("yardsticks"):
        level = owner(doc, number, tokens)  # spending of 2.5 percent of GDP
        told = level is not None and level.head.lemma_.lower() in listed("tallies") | listed("levels")
        found = level if told else found
    if found and number.form == "share":
        return _answer(found, tokens)
    if found and (spent := _own_money(doc, number, tokens)) is not None:
        return spent
    found = found or _paid(doc, number, tokens) or _priced(doc, number, tokens) or _attributive(doc, number, tokens)
    if found:
        return found
    if number.form == "share" and tokens.root.dep_ in SUBJECTS:
        return _done(doc, tokens.root.head)
    return owner(doc, number, tokens) or _meant_for(doc, number, tokens) or got(doc, number, tokens)


def got(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """The verb of a sum that says no more than who needs, pays or gets it: received $600 million, but got only $75 million."""
    verb = governor(tokens.root)
    return Counted(doc[verb.i : verb.i + 1], verb) if verb is not None and tells_of_money(number, verb) else None


def _own_money(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """The verb of a sum that is somebody's own: "spent $253 million of his fortune" tells what was spent, not what he has."""
    behind = doc[tokens.end : tokens.end + 2]
    own = behind[0].lower_ == "of" and behind[1].tag_ == "PRP$" if len(behind) == 2 else False
    return got(doc, number, tokens) if own else None


def margin(tokens: Tokens) -> Token | None:
    """The verb of which a share tells by how much: "won the district by 9 points"."""
    root, verb = tokens.root, governor(tokens.root)
    by = root.dep_ == "pobj" and root.head.lower_ == "by"
    return verb if by and verb is not None and verb.lemma_ in listed("winning") else None


def _granted(doc: Doc, tokens: Tokens) -> Counted | None:
    """What somebody has so long to do: "gave the junta one week to free him", "have 90 days to form a government"."""
    verb = governor(tokens.root)
    if tokens.end + 1 >= len(doc) or doc[tokens.end].tag_ != "TO" or doc[tokens.end + 1].tag_ != "VB":
        return None
    if verb is None or verb.lemma_ not in listed("granting") or tokens.root.head != verb:
        return None
    return Counted(doc[tokens.end + 1 : _end(doc[tokens.end + 1], tokens.end + 1)], doc[tokens.end + 1])


def _meant_for(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """What money is for, where the verb says nothing of it: wants $2 billion for new frigates."""
    if number.form != "money" or tokens.end >= len(doc) or doc[tokens.end].lower_ != "for":
        return None
    return noun_after(doc, doc[tokens.end : tokens.end + 1], of=False)


def _done(doc: Doc, verb: Token) -> Counted | None:
    """What a share of people does: "63% disapproved"; what they say or think is no measure."""
    if verb.lemma_ in listed("counting") or verb.lemma_ in listed("light"):
        return None
    return Counted(doc[verb.i : _end(verb, verb.i)], verb)


def _answer(found: Counted, tokens: Tokens) -> Counted:
    """ "35 percent of voters approve of the plan": the voters with what they do, without which the share says nothing."""
    root, behind = tokens.root, found.head.i + 1
    if found.head.nbor().tag_ == "VBN" and found.head.nbor().lemma_ in _POLLED and found.words.end == behind:
        return Counted(tokens.doc[found.words.start : behind + 1], found.head)  # 84 percent of the votes counted
    above = [root.head] if root.dep_ in SUBJECTS else []
    clauses = (c for noun in (root, found.head) for c in noun.children if c.dep_ in ("acl", "relcl"))
    verb = next((v for v in (*above, *clauses) if v.pos_ == "VERB" and v.i > found.head.i), None)
    if verb is None:
        return found
    said = next((c for c in verb.children if c.dep_ == "ccomp" and any(s.lower_ == "they" for s in c.children)), None)
    if verb.lemma_ in listed("counting") and said is not None:  # "29 percent of voters said they would stay at home"
        verb = said
    if verb.lemma_ in listed("light") or verb.lemma_ in listed("counting") or verb.i - found.words.start > LONGEST:
        return found
    return Counted(verb.doc[found.words.start : _end(verb, found.words.start)], found.head)


def _end(verb: Token, start: int) -> int:
    """Where what a verb says ends: before a mark of punctuation, at most `LONGEST_ANSWER` words behind the start."""
    last = min(verb.right_edge.i + 1, start + LONGEST_ANSWER)
    inner = (
        i
        for i in range(verb.i + 1, last)
        if (verb.doc[i].is_punct and verb.doc[i].text != "-") or verb.doc[i].dep_ in ("cc", "mark")
    )
    return max(next(inner, last), verb.i + 1)


def _of_what(doc: Doc, tokens: Tokens) -> Counted | None:
    """The noun after "of" or "in": half of the ministers, 3.5 billion in loans."""
    if tokens.end >= len(doc) or doc[tokens.end].lower_ not in ("of", "in", "worth"):
        return None
    start = tokens.end + (
        2 if doc[tokens.end].lower_ == "worth" and doc[tokens.end : tokens.end + 2].text.endswith("of") else 1
    )
    if (those := _those_who(doc, start)) is not None:
        return those
    found = noun_after(doc, doc[start - 1 : start], of=False)
    aside = doc[tokens.end].lower_ == "in" and found and (found.head.pos_ == "PROPN" or is_spell(found.head))
    if found and not aside and doc[found.words.end : found.words.end + 1].text in ("a", "an", "per", "each", "every"):
        rate = doc[found.words.end + 1 : found.words.end + 2].text.lower() in listed("rates")
        return found._replace(words=doc[found.words.start : found.words.end + 2 * rate])  # tonnes of chlorine a week
    return None if aside else found  # worth 2 billion in the last year


def _those_who(doc: Doc, start: int) -> Counted | None:
    """The people that a relative clause tells: 95 percent of those who voted in the north."""
    words = doc[start : start + 2].text.lower().split()
    verb = next((t for t in doc[start : start + LONGEST] if t.dep_ == "relcl"), None)
    if words != ["those", "who"] or verb is None:
        return None
    return Counted(doc[start : _end(verb, start)], doc[start])


def _hyphened(doc: Doc, tokens: Tokens) -> Counted | None:
    """The noun that a hyphen ties to a number: a nine-article treaty."""
    at = tokens.end + 1
    found = at < len(doc) and doc[tokens.end].text == "-" and doc[at].lower_ in listed("hyphened")
    if found and doc[at].lower_ == "strong":  # the 4,000-strong guard
        return noun_after(doc, doc[at : at + 1], of=False) or Counted(doc[at : at + 1], doc[at])
    return Counted(doc[at : at + 1], doc[at]) if found else None


def _part_of(doc: Doc, tokens: Tokens) -> Counted | None:
    """The noun behind "of them": "four of them children"."""
    at = tokens.end
    if at + 2 >= len(doc) or doc[at].lower_ != "of" or doc[at + 1].lower_ not in ("them", "whom", "these", "those"):
        return None
    return noun_after(doc, doc[at + 1 : at + 2], of=False)


def _long(doc: Doc, tokens: Tokens) -> Counted | None:
    """What is so long: "a flag 200 metres long"."""
    if tokens.end >= len(doc) or doc[tokens.end].lower_ not in listed("dimensions") or not tokens.start:
        return None
    noun = doc[tokens.start - 1]
    return Counted(phrase(noun), noun) if noun.pos_ in NOUNS else None


def _paid(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """Money that is paid to somebody: "that 900 euros be paid to each widow" counts what is paid to each widow."""
    verb = tokens.root.head
    if number.form != "money" or tokens.root.dep_ != "nsubjpass" or verb.lemma_ not in listed("paying"):
        return None
    to = next((c for c in verb.rights if c.lower_ == "to" and c.i <= verb.i + 2), None)
    whom = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    found = whom is not None and whom.i - verb.i < LONGEST
    return Counted(doc[verb.i : whom.i + 1], whom) if whom is not None and found else None


def _priced(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """What a sum is paid for: $5 for a loaf, €2,000 for 1,000 cubic metres of gas."""
    if number.form != "money" or tokens.end + 1 >= len(doc) or doc[tokens.end].lower_ != "for":
        return None
    if doc[tokens.end + 1].lower_ not in ("a", "an", "each", "every", "one") and doc[tokens.end + 1].pos_ != "NUM":
        return None
    found = noun_after(doc, doc[tokens.end : tokens.end + 1], of=False)
    if found is None or doc[found.head.i + 1 : found.head.i + 2].text.lower() != "of":
        return found
    return noun_after(doc, doc[found.head.i : found.head.i + 1], of=True) or found


def _attributive(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """The noun that a measure stands before: a 90-minute call, a $700 million package, 43 percent turnout."""
    if tokens.end < len(doc) and doc[tokens.end].lower_ in ("a", "an", "per", "the", "each"):
        return None  # a rate: 40 barrels a day
    if number.form == "duration" and "-" not in tokens.text and tokens[-1].tag_ == "NNS":
        following = doc[tokens.end].lower_ if tokens.end < len(doc) else ""
        if following not in ("'", "’", "'s", "’s"):
            return None
    return noun_after(doc, tokens, of=False)


def _lasting(verb: Token, tokens: Tokens) -> Counted | None:
    """What lasts so long: a state that somebody is in (in prison for four years), what is imposed (a curfew for 30 days)."""
    if tokens.root.dep_ != "pobj" or tokens.root.head.lower_ not in ("for", "by") or tokens.root.head.i < verb.i:
        return None
    if verb.lemma_ == "be":
        states = (o for c in verb.children if c.lower_ in ("in", "under") for o in c.children if o.dep_ == "pobj")
        state = next((o for o in states if verb.i < o.i < tokens.start), None)
        return (
            Counted(phrase(state), state)
            if state is not None and state.pos_ == "NOUN" and state.lower_ not in listed("in being")
            else None
        )
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i < tokens.start), None)
    told = thing is not None and verb.lemma_ in listed("imposing") and thing.pos_ in NOUNS
    return whole_phrase(thing) if thing is not None and told else None


def _level(change: Token) -> Token | None:
    """What changes to a number: "an increase of the minimum wage to $15", "a rise in rents to 900 euros"."""
    if change.pos_ != "NOUN" or change.lemma_.lower() not in listed("change nouns"):
        return None
    below = (o for c in change.children if c.lower_ in ("of", "in") for o in c.children)
    return next((o for o in below if o.dep_ == "pobj" and o.pos_ in NOUNS), None)


def _makes_up(verb: Token) -> bool:
    """Is a sum that which its subject is of the whole: exports made up $500 million of it?"""
    return verb.lemma_ in ("make", "add") and any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children)


def owner(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """What a measure is said of: turnout reached 43 percent, a loan of 11 billion euros, the strikes cost $79m."""
    root = tokens.root
    if tokens.start > 1 and doc[tokens.start - 1].text == ":" and doc[tokens.start - 2].lemma_ in listed("numbers"):
        return Counted(doc[tokens.start - 2 : tokens.start - 1], doc[tokens.start - 2])
    wanted = next((c for c in root.children if c.dep_ == "relcl" and c.lemma_ in listed("spending")), None)
    if wanted is not None and number.form == "money":  # the $8 billion that the president requested
        return Counted(doc[wanted.i : wanted.i + 1], wanted)
    worth = next((t for t in doc[max(2, tokens.start - 4) : tokens.start] if t.lower_ == "worth"), None)
    if worth is not None and worth.nbor(-1).pos_ in NOUNS:
        return Counted(phrase(worth.nbor(-1)), worth.nbor(-1))
    before = root.head
    while before.dep_ == "prep" and before.head.dep_ == "prep":  # a reach of between 500 and 5,500 kilometres
        before = before.head
    if before.lower_ in ("to", "from") and (level := _level(before.head)) is not None:
        return Counted(phrase(level), level)
    if (
        before.dep_ == "prep"
        and before.head.pos_ in NOUNS
        and (number.form != "size" or before.lower_ == "of")
        and before.head not in tokens
    ):
        return Counted(phrase(before.head), before.head)
    if before.pos_ in NOUNS and root.dep_ in ("appos", "nmod", "npadvmod", "amod") and before.i < root.i:
        return Counted(phrase(before), before)
    verb = governor(root)
    if verb is None:
        return None
    if number.form == "money" and verb.lemma_ == "take" and doc[verb.i + 1].lower_ == "in":  # took in $4.3 million
        return Counted(doc[verb.i : verb.i + 2], verb)
    if number.form == "duration" and (lasting := _lasting(verb, tokens)) is not None:
        return lasting
    held = verb.lemma_ == "have" or (number.form == "size" and verb.lemma_ in listed("standing"))
    owned = next((c for c in verb.children if c.dep_ == "dobj" and c not in tokens), None) if held else None
    whose = owned if owned is not None else subject(verb)
    if (
        whose is not None
        and whose not in tokens
        and (verb.lemma_ in listed("light") or number.form in ("share", "size") or _makes_up(verb))
    ):
        if whose.pos_ == "VERB":
            return Counted(doc[whose.left_edge.i : min(whose.right_edge.i + 1, whose.left_edge.i + LONGEST)], whose)
        return whole_phrase(whose)
    if verb.lemma_.lower() in listed("empty"):
        return None
    return Counted(doc[verb.i : verb.i + 1], verb)


def tells_of_money(number: Number, verb: Token) -> bool:
    """Does a verb say by itself what a sum is: Lima needs $2 billion, paid only $75 million?"""
    return number.form == "money" and verb.lemma_.lower() in listed("spending")
