"""Whom "he" or "she" beside a quotation means: the person whom the narrative just had as its subject.

The general resolution of pronouns weighs all whom a text names, also inside quotations. A speaker who goes on speaking
is the subject of what the narrative tells right before, whoever the quotations between name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language import clauses
from wirecopy.language.actors import gazetteer
from wirecopy.language.actors.people import gender_of
from wirecopy.language.cue_words import is_cue, listed
from wirecopy.language.media import media
from wirecopy.language.sheet import Piece, Sheet
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 4  # sentences
_TOKENS = 250
_SUBJECT_OF = {"him": "he", "her": "she"}  # "according to him"
_CHAIN = 4  # pronouns that stand for one another


def person(sheet: Sheet, pronoun: Token, said: tuple[Piece, ...] = (), chain: int = _CHAIN) -> Actor | None:
    """The person that a pronoun stands for, else what the general resolution makes of it. `said`: what the pronoun says."""
    mention = sheet.mention_of(pronoun)
    general = mention.actor if mention is not None else None
    own = _own_subject(sheet, pronoun, said)
    before, sentences = (own, 0) if own is not None else _subject_before(sheet, pronoun)
    if before is None or not chain or (own is not None and general is not None):
        return general
    found = _meant(sheet, before, pronoun, chain)
    if found is None or found.kind != "person" or not _agrees(found, pronoun):
        return general
    if found.id in _named_behind(sheet, pronoun):
        return general
    if sentences <= 1 or general is None or general.kind != "person":
        return found
    return found if _only_quoted(sheet, general, before.idx, pronoun.idx) else general


def party(sheet: Sheet, pronoun: Token) -> Token | None:
    """The noun that "it" or "they" stands for: the subject of the sentence before in the same paragraph, if its number fits."""
    start, line = pronoun.sent.start, sheet.line(pronoun.idx)[0]
    if pronoun.head.lemma_ == "read":
        return _read_out(sheet, start, line)
    for i in range(start - 1, max(-1, start - _TOKENS), -1):
        token = sheet.doc[i]
        if token.idx < line:
            return None
        if (
            token.lower_ == "it" == pronoun.lower_ and token.head.lemma_ == "read"
        ):  # "“Go home,” it read. It also claimed"
            return _read_out(sheet, token.sent.start, line)
        if token.dep_ in ("nsubj", "nsubjpass") and clauses.is_told(token.head) and not sheet.quoted(token.idx):
            several = token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.children)
            fits = token.pos_ in ("NOUN", "PROPN") and several == (pronoun.lower_ == "they")
            mention = sheet.mention_of(token)
            named = mention is not None and mention.actor is not None
            if pronoun.lower_ == "it" and not named and token.lemma_.lower() not in media():
                return None
            return token if fits and not (named and _is_person(sheet, token) and not several) else None
    return None


def _read_out(sheet: Sheet, start: int, line: int) -> Token | None:
    """What is written in a writing that the sentence before tells of: "They found a note. “Go home,” it read"."""
    if start == 0 or sheet.doc[start - 1].idx < line:
        return None
    before = (token for token in sheet.doc[start - 1].sent if token.pos_ == "NOUN" and not sheet.quoted(token.idx))
    writings = [token for token in before if token.lemma_.lower() in listed("papers")]
    return writings[0] if len(writings) == 1 else None


def _meant(sheet: Sheet, subject: Token, pronoun: Token, chain: int) -> Actor | None:
    """Whom a subject names or, of the same pronoun, stands for."""
    if subject.lower_ in ("he", "she"):
        same = _SUBJECT_OF.get(pronoun.lower_, pronoun.lower_)
        return person(sheet, subject, (), chain - 1) if subject.lower_ == same else None
    return _named(sheet, subject)


def _named_behind(sheet: Sheet, pronoun: Token) -> frozenset[str]:
    """Who is named behind the verb of which a pronoun is the subject, and so is not meant."""
    start, end = clauses.behind_verb(pronoun)
    named = (m for m in sheet.mentions if start <= m.span.start < end and sheet.text[m.span.start].isupper())
    return frozenset(m.actor.id for m in named if m.actor is not None)


def _agrees(actor: Actor, pronoun: Token) -> bool:
    """Whether the person may be called he or she, as far as that is known."""
    roles = [role.role for role in actor.roles] or [actor.name]
    gender = gender_of(actor.id, actor.name, roles, gazetteer.load())
    return gender is None or gender == ("m" if pronoun.lower_ in ("he", "him") else "f")


def _own_subject(sheet: Sheet, pronoun: Token, said: tuple[Piece, ...]) -> Token | None:
    """A person who is a subject before a pronoun in its own sentence, and not in what the pronoun says."""
    for i in range(pronoun.i - 1, max(pronoun.sent.start, pronoun.i - 60) - 1, -1):
        token = sheet.doc[i]
        if token.dep_ not in ("nsubj", "nsubjpass") or any(start <= token.idx < end for start, end in said):
            continue
        if not sheet.quoted(token.idx) and _is_person(sheet, token):
            return token
    return clauses.viewer(pronoun)


def _subject_before(sheet: Sheet, pronoun: Token) -> tuple[Token | None, int]:
    """The nearest subject before a pronoun's sentence that is a person or such a pronoun, and how many sentences back.

    Sentences are those of the narrative: what stands in quotations is passed over. One whose subject is no person counts.
    """
    back, subject = 0, None
    adds = pronoun.head.lemma_.lower() in listed("adding")  # "Roe will not go, his spokesman said. He added that …"
    for i in range(pronoun.sent.start - 1, max(-1, pronoun.i - _TOKENS), -1):
        token = sheet.doc[i]
        if not _is_subject(token) or sheet.quoted(token.idx) or not _leads(token):
            continue
        if subject is not None and subject.sent == token.sent:
            subject = token if _is_person(sheet, token) and not (adds and is_cue(subject.head, "quote")) else subject
            continue
        if subject is not None and _is_person(sheet, subject):
            return subject, back
        back, subject = back + 1, token
        if back > _BACK:
            return None, back
    return (subject, back) if subject is not None and _is_person(sheet, subject) else (None, back)


def _leads(subject: Token) -> bool:
    """Whether a subject is one of the narrative itself, or of the words beside a quotation."""
    verb = subject.head
    if subject.dep_ == "pobj" or clauses.is_told(verb) or verb.dep_ == "parataxis":
        return True
    if verb.dep_ == "advcl" and subject.i < verb.i and verb.nbor(-1).text == ",":  # "Roe, asked how he was, said"
        return True
    return verb.dep_ == "ccomp" and subject.i < verb.head.i


def _is_subject(token: Token) -> bool:
    """Whether a noun is a subject, also where the parse takes its day for a name: "On Friday Mr Roe would not answer"."""
    if token.dep_ == "pobj" and token.head.lower_ == "on":
        named = any(child.dep_ == "compound" and child.lower_.endswith("day") for child in token.children)
        return named and token.i + 1 < len(token.doc) and token.nbor(1).pos_ in ("VERB", "AUX")
    return token.dep_ in ("nsubj", "nsubjpass")


def _is_person(sheet: Sheet, token: Token) -> bool:
    return token.lower_ in ("he", "she") or _named(sheet, token) is not None


def _named(sheet: Sheet, token: Token) -> Actor | None:
    """The person whom a noun describes or, in apposition, tells the name of: "the envoy, Jane Roe". Names come first."""
    beside = [child for child in token.children if child.dep_ == "appos"]
    heads = (token, *beside, *(child for head in beside for child in head.children if child.pos_ == "PROPN"))
    mentions = (sheet.mention_of(head) for head in heads)
    actors = [m.actor for m in mentions if m is not None and m.actor is not None and m.actor.kind == "person"]
    return min(actors, key=lambda actor: actor.anonymous, default=None)


def _only_quoted(sheet: Sheet, actor: Actor, start: int, end: int) -> bool:
    """Whether a stretch names an actor in quotations alone."""
    near = [m for m in sheet.mentions if start <= m.span.start < end and m.actor is not None and m.actor.id == actor.id]
    return all(sheet.quoted(m.span.start) for m in near)
