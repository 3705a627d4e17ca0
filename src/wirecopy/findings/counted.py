"""What a number counts: the noun phrase (or deed) behind it, by the parse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.numbers import Number
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LONGEST = 6  # words of a measure; more of them is a sentence, no name of what is counted
LONGEST_ANSWER = 10  # words of what a share of people do: "support a ban on the sale of arms"
_RUN = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_MODIFIERS = frozenset(("amod", "compound", "nmod", "npadvmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


class Counted(NamedTuple):
    """The words of the measure as a stretch of the parse, and the token that they hang on."""

    words: Tokens
    head: Token


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words/figures.yml` as a set."""
    return frozenset(load("figures")[name])


def counted(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """What a number counts; None where the parse shows nothing (an ellipsis, or no number of anything)."""
    if number.form == "count":
        return _hyphened(doc, tokens) or _part_of(doc, tokens) or _noun_after(doc, tokens, of=True)
    if number.form == "size" and (measured := _long(doc, tokens)):
        return measured
    found = _of_what(doc, tokens)
    if found and number.form == "share":
        return _answer(found, tokens)
    found = found or _paid(doc, number, tokens) or _priced(doc, number, tokens) or _attributive(doc, number, tokens)
    if found:
        return found
    if number.form == "share" and tokens.root.dep_ in _SUBJECTS:
        return _done(doc, tokens.root.head)
    return owner(doc, number, tokens) or _meant_for(doc, number, tokens)


def _meant_for(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """What money is for, where the verb says nothing of it: wants $2 billion for new frigates."""
    if number.form != "money" or tokens.end >= len(doc) or doc[tokens.end].lower_ != "for":
        return None
    return _noun_after(doc, doc[tokens.end : tokens.end + 1], of=False)


def _done(doc: Doc, verb: Token) -> Counted | None:
    """What a share of people does: "63% disapproved"; what they say or think is no measure."""
    if verb.lemma_ in listed("counting") or verb.lemma_ in listed("light"):
        return None
    return Counted(doc[verb.i : _end(verb, verb.i)], verb)


def _answer(found: Counted, tokens: Tokens) -> Counted:
    """ "35 percent of voters approve of the plan": the voters with what they do, without which the share says nothing."""
    root = tokens.root
    above = [root.head] if root.dep_ in _SUBJECTS else []
    clauses = (c for noun in (root, found.head) for c in noun.children if c.dep_ in ("acl", "relcl"))
    verb = next((v for v in (*above, *clauses) if v.pos_ == "VERB" and v.i > found.head.i), None)
    if verb is None:
        return found
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
    found = _noun_after(doc, doc[start - 1 : start], of=False)
    aside = doc[tokens.end].lower_ == "in" and found and (found.head.pos_ == "PROPN" or is_spell(found.head))
    return None if aside else found  # worth 2 billion in the last year


def _those_who(doc: Doc, start: int) -> Counted | None:
    """The people that a relative clause tells: 95 percent of those who voted in the north."""
    words = doc[start : start + 2].text.lower().split()
    verb = next((t for t in doc[start : start + LONGEST] if t.dep_ == "relcl"), None)
    if words != ["those", "who"] or verb is None:
        return None
    return Counted(doc[start : _end(verb, start)], doc[start])


def is_spell(noun: Token) -> bool:
    """Is it a stretch of the calendar, which nothing is counted of: the year, the night?"""
    return noun.lemma_.lower() in listed("spells")


def _hyphened(doc: Doc, tokens: Tokens) -> Counted | None:
    """The noun that a hyphen ties to a number: a nine-article treaty."""
    at = tokens.end + 1
    found = at < len(doc) and doc[tokens.end].text == "-" and doc[at].lower_ in listed("hyphened")
    if found and doc[at].lower_ == "strong":  # the 4,000-strong guard
        return _noun_after(doc, doc[at : at + 1], of=False) or Counted(doc[at : at + 1], doc[at])
    return Counted(doc[at : at + 1], doc[at]) if found else None


def _part_of(doc: Doc, tokens: Tokens) -> Counted | None:
    """The noun behind "of them": "four of them children"."""
    at = tokens.end
    if at + 2 >= len(doc) or doc[at].lower_ != "of" or doc[at + 1].lower_ not in ("them", "whom", "these", "those"):
        return None
    return _noun_after(doc, doc[at + 1 : at + 2], of=False)


def _long(doc: Doc, tokens: Tokens) -> Counted | None:
    """What is so long: "a flag 200 metres long"."""
    if tokens.end >= len(doc) or doc[tokens.end].lower_ not in listed("dimensions") or not tokens.start:
        return None
    noun = doc[tokens.start - 1]
    return Counted(phrase(noun), noun) if noun.pos_ in _NOUNS else None


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
    found = _noun_after(doc, doc[tokens.end : tokens.end + 1], of=False)
    return _noun_after(doc, doc[found.head.i : found.head.i + 1], of=True) or found if found else None


def _attributive(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """The noun that a measure stands before: a 90-minute call, a $700 million package, 43 percent turnout."""
    if tokens.end < len(doc) and doc[tokens.end].lower_ in ("a", "an", "per", "the", "each"):
        return None  # a rate: 40 barrels a day
    if number.form == "duration" and "-" not in tokens.text and tokens[-1].tag_ == "NNS":
        following = doc[tokens.end].lower_ if tokens.end < len(doc) else ""
        if following not in ("'", "’", "'s", "’s"):
            return None
    return _noun_after(doc, tokens, of=False)


def _noun_after(doc: Doc, tokens: Tokens, of: bool) -> Counted | None:
    """The run of adjectives and nouns behind a number; by tags, since the parse of long noun phrases is often wrong."""
    at, limit = tokens.end, min(len(doc), tokens.end + 12)
    if of and at < limit and doc[at].lower_ in ("a", "an", "per"):
        return None  # a rate: 50,000 a year
    if of and at < limit and doc[at].lower_ == "of":
        at += 1
    elif of and tokens[-1].text[-1].isdigit() and at < limit and doc[at].tag_ in ("DT", "PRP"):
        return None  # "had spoken of 44 the night before"
    while at < limit and (
        doc[at].lower_ in listed("loose") or (doc[at].pos_ in ("DET", "NUM") and doc[at].lower_ != "each")
    ):
        at += 1
    first, head = at, None
    while at < limit and not doc[at].is_space:
        token = doc[at]
        if token.lower_ in listed("links"):  # in a headline's capitals they are taken for names
            break
        if token.pos_ == "VERB" and any(c.dep_ == "dobj" for c in token.children):  # 12 gunmen killed the mayor
            break
        if _opens_clause(token, tokens):  # the $2 billion Congress passed
            break
        if token.pos_ in _NOUNS or token.lower_ in listed("people"):
            head = token
        elif token.tag_ == "CD" and head is not None and doc[at - 1].tag_ != "POS":  # gave the 1,500 soldiers 30 days
            break
        elif token.tag_ == "CD":  # the Council's 15 members
            first = at + 1
        elif not (
            token.pos_ in _RUN
            or token.lower_ in ("-", "'s", "’s", "'", "’")
            or _participle(token)
            or _two_adjectives(doc, at)
        ):
            break
        at += 1
    if head is None:
        return None
    if head.lemma_.lower() in listed("numbers") and (of_it := _number_of(head)):
        return of_it
    last = head.i + 1
    joined = last + 1 < len(doc) and doc[last].lower_ == "and" and doc[last + 1].tag_ == "NNS" and head.tag_ == "NNS"
    if joined and (last + 2 == len(doc) or doc[last + 2].pos_ not in ("ADJ", "DET", "ADV", "PRON", "NUM")):
        last += 2  # but not in "runs to 11 pages and yields little"
    if (
        of
        and last + 1 < len(doc)
        and doc[last].lower_ in ("a", "per", "each", "every")
        and doc[last + 1].lower_ in listed("rates")
    ):
        last += 2  # so many a day are another count than so many
    return Counted(doc[max(first, last - LONGEST) : last], head)


def _opens_clause(token: Token, tokens: Tokens) -> bool:
    """Does a relative clause begin there, without "that", and the number stand before it?"""
    opens = token.dep_ in _SUBJECTS and token.head.dep_ == "relcl" and token.i < token.head.i
    return opens and not any(t in tokens for t in token.subtree)


def deed_of_times(measured: Counted) -> str | None:
    """What was done so many times: "violating the ceasefire" of "accused of violating the ceasefire 47 times".

    None where the number multiplies ("rose 20 times", "20 times more").
    """
    head, verb = measured.head, measured.head.head
    if head.lower_ != "times" or head.dep_ != "npadvmod" or verb.pos_ != "VERB" or verb.i > head.i:
        return None
    if verb.lemma_.lower() in load("figures")["changes"] or verb.lemma_ == "multiply":
        return None
    following = head.doc[head.i + 1 : head.i + 2].text.lower()
    if following in ("more", "less", "the", "that", "as", "its", "higher", "larger", "faster", "over"):
        return None
    thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < head.i), None)
    if thing is None and not any(c.dep_ == "auxpass" for c in verb.children):
        return None  # she ran 12 times
    end = thing.i + 1 if thing is not None and thing.i - verb.i <= LONGEST else verb.i + 1
    if thing is None and (borne := next((c for c in verb.children if c.dep_ == "nsubjpass"), None)) is not None:
        return (
            f"{phrase(borne).text} {verb.text}" if borne.pos_ in _NOUNS else verb.text
        )  # the truce was broken 47 times
    return " ".join(verb.doc[verb.i : end].text.split())


def _number_of(noun: Token) -> Counted | None:
    """The refugees of "the number of refugees"."""
    of = next((o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
    return Counted(phrase(of), of) if of is not None and of.pos_ in _NOUNS else None


def _participle(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound") and token.head.i > token.i


def _two_adjectives(doc: Doc, at: int) -> bool:
    """Is this the "and" or comma of "small and large boats"?"""
    return (
        doc[at].lower_ in ("and", ",") and at + 1 < len(doc) and doc[at - 1].pos_ == "ADJ" and doc[at + 1].pos_ == "ADJ"
    )


def governor(token: Token) -> Token | None:
    """The verb that a token hangs on, through nouns and prepositions."""
    for up in token.ancestors:
        if up.pos_ in ("VERB", "AUX"):
            return up
    return None


def subject(verb: Token) -> Token | None:
    """A verb's subject, borrowed from the verb that it is joined to, or the noun that it describes, where it has none."""
    for _ in range(4):
        # The nearest: "those people who marched … we want them to be tested" has one that hangs in the air before it.
        own = next((c for c in reversed([*verb.lefts]) if c.dep_ in _SUBJECTS), None) or next(
            (c for c in verb.rights if c.dep_ in _SUBJECTS), None
        )
        if own is not None:
            return (
                own.head.head
                if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" and own.head.head != own.head
                else own
            )
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "from"):  # accused Kyiv of moving troops
            blamed = next((c for c in verb.head.head.children if c.dep_ == "dobj"), None)
            if blamed is not None:
                return blamed
        if verb.dep_ not in ("conj", "xcomp", "ccomp", "advcl", "prep", "pcomp") or verb.head == verb:
            return None
        verb = verb.head
    return None


def phrase(head: Token) -> Tokens:
    """A noun with the modifiers right before it, without determiners and owners."""
    start = head.i
    for left in sorted(head.lefts, key=lambda t: -t.i):
        if left.dep_ not in _MODIFIERS or left.right_edge.i != start - 1:
            break
        start = left.left_edge.i
    return head.doc[max(start, head.i - LONGEST + 1) : head.i + 1]


def _makes_up(verb: Token) -> bool:
    """Is a sum that which its subject is of the whole: exports made up $500 million of it?"""
    return verb.lemma_ in ("make", "add") and any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children)


def owner(doc: Doc, number: Number, tokens: Tokens) -> Counted | None:
    """What a measure is said of: turnout reached 43 percent, a loan of 11 billion euros, the strikes cost $79m."""
    root = tokens.root
    if tokens.start > 1 and doc[tokens.start - 1].text == ":" and doc[tokens.start - 2].lemma_ in listed("numbers"):
        return Counted(doc[tokens.start - 2 : tokens.start - 1], doc[tokens.start - 2])
    worth = next((t for t in doc[max(2, tokens.start - 4) : tokens.start] if t.lower_ == "worth"), None)
    if worth is not None and worth.nbor(-1).pos_ in _NOUNS:
        return Counted(phrase(worth.nbor(-1)), worth.nbor(-1))
    before = root.head
    while before.dep_ == "prep" and before.head.dep_ == "prep":  # a reach of between 500 and 5,500 kilometres
        before = before.head
    if (
        before.dep_ == "prep"
        and before.head.pos_ in _NOUNS
        and (number.form != "size" or before.lower_ == "of")
        and before.head not in tokens
    ):
        return Counted(phrase(before.head), before.head)
    if before.pos_ in _NOUNS and root.dep_ in ("appos", "nmod", "npadvmod", "amod") and before.i < root.i:
        return Counted(phrase(before), before)
    verb = governor(root)
    if verb is None:
        return None
    owned = (
        next((c for c in verb.children if c.dep_ == "dobj" and c not in tokens), None)
        if verb.lemma_ == "have"
        else None
    )
    whose = owned if owned is not None else subject(verb)
    if (
        whose is not None
        and whose not in tokens
        and (verb.lemma_ in listed("light") or number.form in ("share", "size") or _makes_up(verb))
    ):
        if whose.pos_ == "VERB":
            return Counted(doc[whose.left_edge.i : min(whose.right_edge.i + 1, whose.left_edge.i + LONGEST)], whose)
        return Counted(phrase(whose), whose)
    if verb.lemma_.lower() in listed("empty"):
        return None
    return Counted(doc[verb.i : verb.i + 1], verb)
