"""Who says it: the subject of a cue, in the parse where there is one, else in the words beside the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.media import media
from wirecopy.language.speech.constructions import appended, inserted, inverted, is_passive
from wirecopy.language.speech.endings import is_resumed
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_LONGEST_GLOSS = 20  # tokens of "the former head of the river police"
_CUT = frozenset({"relcl", "acl", "appos", "advcl", "advmod", "npadvmod"})
_DASHES = frozenset({"-", "–", "—", "--"})
_PAIR = 2  # dashes around what is put in
_MADE = frozenset(
    {"make", "give", "issue", "repeat", "voice", "express", "have", "reiterate", "offer", "share", "release"}
)
_TOLD = frozenset({"tell", "inform", "assure", "remind", "warn", "urge", "ask", "brief", "accuse"})


def subject(verb: Token) -> Token | None:
    """The head of the noun phrase that speaks; of a verb without one, that of the verb that it hangs on."""
    if verb.lower_ == "according":
        to = next(iter(verb.children), None)
        return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if (speaker := inverted(verb) or appended(verb)) is not None:
        return speaker
    if (within := inserted(verb)) is not None:
        return within[0]
    if verb.pos_ == "NOUN":
        return _owner(verb)
    if verb.pos_ == "ADJ" and verb.head.pos_ in ("VERB", "AUX"):  # "was sure that", "made it clear that"
        return next((child for child in verb.head.children if child.dep_ in _SUBJECTS), None)
    if is_passive(verb) and verb.lemma_ not in ("quote", "cite"):
        return _agent(verb)
    if verb.tag_ == "VBG" and verb.i and (letter := verb.nbor(-1)).lemma_.lower() in media() and letter.pos_ == "NOUN":
        return _author(letter)  # "did not answer an email asking why": the parse takes him who did not for who asked
    if (quoted := _cited(verb)) is not None:
        return quoted
    first = verb
    for _ in range(4):
        found = own_subject(verb)
        if found is not None and (whole := _parted(verb, found) or _before_dashes(verb, found)) is not None:
            return whole
        if found is not None and found.tag_ == "WDT" and (outer := _resuming(first, verb)) is not None:
            return outer
        if found is not None:
            return _quoted(verb) or found if verb.dep_ == "pcomp" else _signer(found)
        if is_resumed(verb):
            verb = verb.head.head
            continue
        if verb.dep_ == "pcomp" and (quoted := _quoted(verb)) is not None:
            return quoted
        if verb.dep_ in ("acl", "relcl"):
            return (_host(verb) or _author(verb.head)) if verb.dep_ == "acl" else seated(verb.head)
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep") or verb.head is verb:
            return _explained(first)
        verb = verb.head
    return None


def _parted(verb: Token, found: Token) -> Token | None:
    """ "Roe met its envoy, | Maj Jo Olsen, and told him": Roe, where the parse begins a sentence with the gloss."""
    doc, first = verb.doc, verb.sent.start
    joined = verb.i > 1 and verb.nbor(-1).dep_ == "cc" and verb.nbor(-2).text == ","
    if not joined or found.left_edge.i != first or first == 0 or doc[first - 1].text != ",":
        return None
    return own_subject(doc[first - 1].sent.root)


def _before_dashes(verb: Token, found: Token) -> Token | None:
    """ "Roe met three envoys - Ann Paz and Jo Olsen - but told them": Roe, where the parse takes Paz, between dashes."""
    doc, first = verb.doc, verb.sent.start
    dashes = [i for i in range(first, verb.i) if doc[i].text in _DASHES and doc[i - 1].whitespace_]
    if len(dashes) != _PAIR or not dashes[0] < found.i < dashes[1]:
        return None
    finite = (t for t in doc[first : dashes[0]] if t.tag_ in ("VBD", "VBZ", "VBP") and t.dep_ not in ("relcl", "acl"))
    return next((who for t in finite if (who := own_subject(t)) is not None), None)


def _explained(verb: Token) -> Token | None:
    """ "As for a summit of X and Y, Jane Roe, the mayor, said": Roe, whom the parse lists with them; the gloss tells."""
    before = verb.i - 1
    if before < 1 or verb.doc[before].text != ",":
        return None
    ends = (t for t in verb.doc[max(0, before - _LONGEST_GLOSS) : before] if t.right_edge.i == before - 1)
    gloss = next((t for t in ends if t.dep_ == "appos"), None)
    return gloss.head if gloss is not None and gloss.head.pos_ == "PROPN" else None


def _signer(noun: Token) -> Token:
    """ "A letter to X from Y said", "the ministry's statement said": whose writing speaks; else the noun itself."""
    if (signatory := _signatory(noun)) is not None:
        return signatory
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in media():
        return noun
    owner = _owner(noun)
    return owner if owner is not None and owner.ent_type_ not in ("DATE", "TIME") else noun


def _signatory(noun: Token) -> Token | None:
    """ "A letter to X, signed by Y, alleged": Y, though the parse may take X for who alleged it."""
    signed = next((t for t in noun.subtree if t.i > noun.i and t.dep_ == "acl" and t.lemma_ == "sign"), None)
    before = noun.doc[noun.sent.start : noun.i + 1]
    if signed is None or not any(t.pos_ == "NOUN" and t.lemma_.lower() in media() for t in before):
        return None
    return _agent(signed)


def issuer(noun: Token) -> Token | None:
    """ "published its report", "issued a statement", "a letter from X": whose writing it is; None where nothing tells."""
    author = _author(noun)
    if author.tag_ == "PRP$" and noun.dep_ == "dobj" and (subject := own_subject(noun.head)) is not None:
        return subject
    return author if author is not noun and author.ent_type_ not in ("DATE", "TIME") else None


def own_subject(verb: Token) -> Token | None:
    """A verb's own subject: of two before it the nearer, as the parser takes what "after the talks of" names for one too."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    before = [child for child in found if child.i < verb.i]
    return before[-1] if before else next(iter(found), None)


def _resuming(verb: Token, relative: Token) -> Token | None:
    """ "Roe showed a map that has the isle on it and told them to go": Roe, whose past tense the last verb takes up again."""
    main = relative.head.head
    if relative.dep_ != "relcl" or relative.head.dep_ != "dobj" or verb is relative:
        return None
    resumed = verb.tag_ == main.tag_ == "VBD" and relative.tag_ in ("VBZ", "VBP")
    if not resumed or (who := own_subject(main)) is not None or main.i == 0:
        return who if resumed else None
    before = main.nbor(-1)  # "On Friday Roe showed": taken for the name of a day
    return before if before.pos_ == "PROPN" else None


def seated(noun: Token) -> Token:
    """ "The court in The Hague, which told them": the court, of which the parse takes the seat; else the noun itself."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "at") or noun.pos_ != "PROPN":
        return noun
    body = noun.head.head
    return body if body.pos_ in ("NOUN", "PROPN") and body.lemma_.lower() in load("cues")["seated"] else noun


def _host(verb: Token) -> Token | None:
    """ "her talk with X, urging him to …", "met with X, saying …": she, whom the parse takes for X."""
    noun = verb.head
    if verb.tag_ != "VBG" or noun.dep_ != "pobj" or noun.head.lower_ != "with" or verb.nbor(-1).text != ",":
        return None
    over = noun.head.head
    if over.pos_ == "NOUN":
        return _owner(over) or next((c for c in over.head.children if c.dep_ in _SUBJECTS and c is not over), None)
    return next((c for c in over.children if c.dep_ in _SUBJECTS), None)


def _agent(verb: Token) -> Token | None:
    """ "was told by X that": X; nobody where the passive names nobody."""
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def _author(noun: Token) -> Token:
    """ "issued a statement saying": who issued it; of a noun that is no writing or speech, the noun itself."""
    if noun.lemma_.lower() not in media():
        return noun
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "to":  # who answers an email asking why has not asked
        return _owner(noun) or noun
    if noun.dep_ == "pobj" and head.head.pos_ == "VERB":
        head = head.head
    return _owner(noun) or next((c for c in head.children if c.dep_ == "nsubj"), None) or noun


def _quoted(verb: Token) -> Token | None:
    """ "X was quoted as saying", "CNN quoted X as saying": X."""
    quote = verb.head.head
    if verb.head.lower_ != "as" or quote.lemma_ not in ("quote", "cite"):
        return None
    return next((c for c in quote.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _cited(verb: Token) -> Token | None:
    """ "“…,” CNN quoted X as saying": X, of the verb that stands beside the quotation."""
    if verb.lemma_ not in ("quote", "cite"):
        return None
    saying = any(c.lower_ == "as" and any(one.dep_ == "pcomp" for one in c.children) for c in verb.children)
    return next((c for c in verb.children if c.dep_ == "dobj"), None) if saying else None


def reporter(verb: Token) -> Token | None:
    """ "CNN quoted X as saying": CNN."""
    if _cited(verb) is not None:
        return own_subject(verb)
    if verb.dep_ != "pcomp" or _quoted(verb) is None:
        return None
    return next((child for child in verb.head.head.children if child.dep_ == "nsubj"), None)


def _owner(noun: Token) -> Token | None:
    """ "Moscow's claim that", "a warning by X that", "X made the claim that": Moscow, X."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ":":  # "they left it at a warning: …"
        verb = next((one for one in noun.ancestors if one.tag_ in ("VBD", "VBZ", "VBP")), None)
        return own_subject(verb) if verb is not None else None
    if noun.dep_ == "dobj" and noun.head.lemma_ in _MADE:  # who wants a promise has not made it
        return next((c for c in noun.head.children if c.dep_ in _SUBJECTS), None)
    return None


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase of a head as a run of tokens, without relative clauses and appositions."""
    start, end = head.left_edge.i, before_number(head, head.right_edge.i + 1)
    if head.dep_ == "nsubj":  # "Nine of the council's 13 members": taken for two subjects
        parted = (
            c for c in head.head.children if c.dep_ == "nsubj" and c.pos_ == "NUM" and c.right_edge.i == start - 1
        )
        start = min((c.left_edge.i for c in parted), default=start)
    for child in head.children:
        if child.i > head.i and child.dep_ in _CUT and child.left_edge.i > head.i:
            end = min(end, child.left_edge.i)
    doc = head.doc
    if (clause := next((i for i in range(head.i + 1, end) if doc[i].dep_ == "relcl"), None)) is not None:
        end = min(end, max(head.i + 1, doc[clause].left_edge.i))  # "the court in Lima, which told them"
    while end - 1 > head.i and doc[end - 1].is_punct:
        end -= 1
    while start < head.i and doc[start].is_punct:
        start += 1
    return start, max(end, head.i + 1)


def before_number(head: Token, end: int) -> int:
    """Where a phrase ends: before a number that the parse joins to its place, "according to the police in Gao 40 soldiers"."""
    doc = head.doc
    parted = (i for i in range(head.i + 2, end - 1) if doc[i].pos_ == "NUM" and doc[i - 1].pos_ == "PROPN")
    return next((i for i in parted if doc[i - 2].pos_ == "ADP" and doc[i].ent_type_ not in ("DATE", "TIME")), end)


def addressees(verb: Token) -> list[Token]:
    """The heads of those who are told: "told X", "said to X", "in a letter to X"."""
    found = []
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "nsubj") and child.i > verb.i and verb.lemma_ in _TOLD:
            found.append(child)
        elif child.dep_ in ("prep", "dative") and child.lower_ == "to":
            found.extend(c for c in child.children if c.dep_ == "pobj")
    return found
