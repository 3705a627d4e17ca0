"""What takes a clause out of the world that is reported: questions, hearsay, suppositions, films and exercises, bidding.

Whatever a clause says by itself, nothing that stands in one of these is told as a fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.status_words import words
from wirecopy.findings.acts.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 5  # words before a report in which it may be called something: "as a pack of lies reports that"
ENDS = frozenset({".", "!", "?"})
WONDERING = frozenset(
    {"why", "how", "who", "when", "where"}
)  # questions of this kind take what they ask about as known


def is_asked(token: Token) -> bool:
    """Whether a word stands in a question that leaves open whether: "Did they attack?", not "Why did they attack?"."""
    end = next((t for t in token.doc[token.i : token.sent.end] if t.text in ENDS), None)
    if end is None or end.text != "?":
        return False
    asking = {t.lower_ for t in token.doc[token.sent.start : token.i] if t.tag_ in ("WRB", "WP")}
    return not asking & WONDERING


def hearsay(token: Token) -> bool:
    """ "reportedly", "according to a rumour", "unconfirmed reports said that": the clause is no more than that."""
    told = token.dep_ in ("ccomp", "advcl") and token.head.pos_ == "VERB"
    if told and any(child.dep_ in ("nsubj", "nsubjpass") and _is_rumour(child) for child in token.head.children):
        return True
    for child in token.children:
        if child.lower_ in words("hearsay") and child.dep_ == "advmod":
            return True
        if child.lower_ == "according":
            return any(_is_rumour(noun) for to in child.children for noun in to.children)
    return False


def is_rebutted(verb: Token) -> bool:
    """ "Dismissed as lies claims that it fired": what reports say that somebody calls false, however the parser reads them."""
    over = verb.head
    told = verb.dep_ in ("ccomp", "acl", "relcl") and over.lemma_.lower() in words("assertions") | words("say")
    near = over.doc[max(over.sent.start, over.i - REACH) : over.i]
    named = any(
        one.lower_ == "as" and one.i > one.sent.start and one.nbor(-1).lemma_ in words("rebuts") for one in near
    )
    return told and named and verb.i > over.i


def befalls_any(verb: Token) -> bool:
    """Whether what will be done is done to, or by, whoever does something first: "any ship that enters will be sunk"."""
    who = (child for child in verb.children if child.dep_ in SUBJECTS)
    whole = (one for one in who if any(child.lower_ in ("any", "anyone") for child in (one, *one.children)))
    return any(child.dep_ in ("relcl", "acl") for one in whole for c in (one, *one.conjuncts) for child in c.children)


def _is_rumour(noun: Token) -> bool:
    unconfirmed = any(child.lower_ in words("unconfirmed") for child in noun.children)
    named = {noun.lower_, noun.lower_.removesuffix("s")}  # the model leaves a capitalised plural as it is
    return unconfirmed or bool(named & (words("hearsay_sources") - {"report"}))


def in_fiction(token: Token) -> bool:
    """ "In the film, rebels seize the palace", "the novel tells how rebels seize it", "a film about a raid"."""
    if any(_tells_a_story(over) or _is_of_story(over) for over in (token, *token.ancestors)):
        return True
    verb = next((one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX")), token)
    for child in verb.lefts:
        if child.dep_ == "prep" and child.lower_ in ("in", "during"):
            nouns = [noun for noun in child.children if noun.dep_ == "pobj"]
            return any(noun.i != token.i and noun.lemma_ in words("fiction") for noun in nouns)
    return False


def _tells_a_story(verb: Token) -> bool:
    who = (child for child in verb.children if child.dep_ == "nsubj")
    return verb.pos_ == "VERB" and any(one.lemma_.lower() in words("fiction") - {"game", "scenario"} for one in who)


def _is_of_story(noun: Token) -> bool:
    """ "A film about an attack": what the story is about, by the preposition between them."""
    about = noun.head
    return noun.dep_ in ("pobj", "pcomp") and about.lower_ == "about" and about.head.lemma_.lower() in words("fiction")


def is_in_lost_condition(token: Token) -> bool:
    """ "Will go if gunmen based in Oslo strike again, he warned": an "if" whose clause the parser lost, up to its comma.

    The "if" hangs on a verb behind the comma, or on none, so that what stands between is read as told.
    """
    doc = token.doc
    opening = next((t for t in reversed(doc[token.sent.start : token.i]) if t.lower_ in ("if", "unless")), None)
    if opening is None or opening.i == token.sent.start or doc[opening.i - 1].lower_ in ("as", "even"):
        return False
    comma = next((t for t in doc[opening.i : token.sent.end] if t.is_punct and t.text in (",", ";", ".", "—")), None)
    return comma is not None and opening.i < token.i < comma.i < opening.head.i


def is_bidden(verb: Token) -> bool:
    """ "Withdraw your troops!": a bare verb without a subject bids, it does not tell."""
    opens = verb.dep_ in ("ccomp", "advcl") and verb.i == verb.sent.start and verb.text.istitle()
    return (
        (verb.dep_ == "ROOT" or opens)
        and verb.tag_ == "VB"
        and not any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "aux", "auxpass", "expl") for c in verb.children)
    )


def is_supposed(verb: Token) -> bool:
    """ "If Iran shut the strait, fired on ships or laid mines, …": a past tense under an "if" that opens the sentence.

    By the order of words alone, since parsers take the later ones of such a list for what was done.
    """
    opening = next((t for t in verb.sent if t.lower_ in ("if", "unless") and t.i < verb.i), None)
    if opening is None or verb.tag_ not in ("VBD", "VBN") or not _opens(opening):
        return False
    between = verb.doc[opening.i + 1 : verb.i]
    if verb.tag_ == "VBN" and not any(t.tag_ == "VBD" for t in between):
        return False
    plain = not any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in between)
    listed = verb.nbor(-1).text in (",", "and", "or") and not any(t.tag_ in ("MD", "VBZ", "VBP") for t in between)
    answered = any(t.tag_ == "MD" for t in verb.doc[verb.i : verb.sent.end])
    return bool(len(between)) and answered and (plain or (listed and between[0].pos_ != "PUNCT"))


def _opens(word: Token) -> bool:
    """Does a word open its sentence, but for "but", "even", a mark or a dateline and its dash?"""
    before = [
        t for t in word.doc[word.sent.start : word.i] if t.lower_ not in ("but", "and", "yet", "even", "only", "so")
    ]
    marks = all(t.is_punct or t.is_space for t in before)
    return marks or (before[-1].text in "-–—:" and not any(t.pos_ in ("VERB", "AUX") for t in before))
