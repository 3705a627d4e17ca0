"""What stands around a verb as its line asks for: an object of a class, a word after a preposition, a second verb."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import Frame, prepositions_of
from wirecopy.findings.acts.lexicon import VerbPattern, classes, grammar
from wirecopy.findings.acts.nouns import conjuncts, core, joined
from wirecopy.findings.acts.subjects import subject
from wirecopy.language.actors.gazetteer import fold
from wirecopy.language.actors.gazetteer import load as gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX")


def deed_of(token: Token, line: VerbPattern) -> Token | None:
    """The infinitive or gerund that a line wants: "failed to reach", "stopped bombing", "barred him from entering"."""
    near = [child for child in token.children if child.dep_ in ("xcomp", "ccomp", "dobj") and child.i > token.i]
    days = [child for child in token.children if child.dep_ in ("npadvmod", "dobj")]
    days += [
        day for child in token.children if child.dep_ == "prep" for day in child.children
    ]  # "told him on Monday to"
    if any(day.ent_type_ in ("TIME", "DATE") for day in days):
        near += [
            child for child in token.children if child.dep_ == "advcl" and has_to(child)
        ]  # "gave him a day to leave"
        near += [
            clause for day in days for clause in day.children if clause.dep_ in ("relcl", "acl") and has_to(clause)
        ]  # the same, hung on the day
    kept = line.act == "RETREAT"  # whom one stops "from bombing" did not do it
    preps = (child for child in token.children if child.dep_ == "prep" and not (kept and child.lower_ == "from"))
    near += [inner for child in preps for inner in child.children]
    told = (one for one in near if one.pos_ in VERBAL and one.lemma_.lower() in line.nouns)
    return next((one for one in told if not _is_open(one, line)), None)


def _is_open(deed: Token, line: VerbPattern) -> bool:
    """ "has yet to decide whether to lift it", "promised not to attack": neither decides, nor threatens."""
    low = {child.lower_ for child in deed.children if child.dep_ in ("mark", "neg")}
    return bool(low & {"whether", "if"}) or (line.act == "THREATEN" and bool(low & {"not", "never"}))


def is_listed(verb: Token) -> bool:
    """ "measures such as sanctions and stepped up aid": a participle in a list of nouns that the parser takes for a deed."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or verb.i < 3 or verb.nbor(-1).dep_ != "cc":
        return False
    between = verb.doc[max(verb.head.i, verb.i - 8) : verb.i]
    listed = any(one.lower_ == "such" and one.nbor().lower_ == "as" for one in between)
    return listed and verb.nbor(-2).pos_ in ("NOUN", "PROPN")


def oblique_of(token: Token, line: VerbPattern, found: Frame) -> Token | None:
    """The word that a line wants after its preposition: "put on alert", "cut from the Swift system"."""
    at = [noun for name in line.prepositions for noun in found.prepositions.get(name, ())]
    if any(child.dep_ == "prt" and child.lower_ in line.prepositions for child in token.children):
        at += [child for child in token.children if child.dep_ == "dobj"]  # "were put on alert", misread as a particle
    if (
        token.lemma_ in grammar("places") and found.object is not None
    ):  # "put the general on trial", hung on the general
        at += [noun for name in line.prepositions for noun in prepositions_of(found.object).get(name, ())]
    return next((noun for noun in at if is_wanted(noun, line)), None)


def is_wanted(noun: Token, line: VerbPattern) -> bool:
    """Whether a noun, one before it, or both in one ("financial-system", "list-of-sponsor") are among a line's words."""
    told = {one.lemma_.lower() for one in with_compounds(noun)}
    told |= {f"{child.lower_}-{noun.lemma_.lower()}" for child in noun.children if child.dep_ in ("amod", "compound")}
    told |= {f"{noun.lemma_.lower()}-of-{one.lemma_.lower()}" for one in prepositions_of(noun).get("of", ())}
    return bool(told & line.nouns)


def with_compounds(noun: Token) -> tuple[Token, ...]:
    """A noun with the nouns before it; of a name its title: "diplomat Ana Paz", "the Swift system"."""
    return noun, *(child for child in noun.children if child.dep_ in ("compound", "nmod"))


def is_of_class(noun: Token, line: VerbPattern) -> bool:
    if (meant := thing_meant(noun, line)) is not None:
        return is_of_class(meant, line)
    for one in conjuncts(noun):
        inner = core(one)
        heads = (one, *with_compounds(inner), *_described(inner, line))
        if any(head.lemma_.lower() in line.nouns or joined(head) in line.nouns for head in heads):
            return True
        if is_wanted(inner, line):  # "martial law", "military operation"
            return True
        if "million" in line.nouns and inner.ent_type_ == "MONEY":  # "gave Chad $500m"
            return True
        if (
            "country-name" in line.nouns
            and inner.pos_ == "PROPN"
            and (inner.ent_type_ in ("GPE", "ORG") or _is_state(inner) or ("armed" in line.marks and _is_taken(inner)))
        ):
            return True
        if "man" in line.nouns and (
            inner.ent_type_ in ("PERSON", "NORP") or inner.lower_ in ("him", "her", "them", "us")
        ):
            return True
    return False


def thing_meant(pronoun: Token, line: VerbPattern) -> Token | None:
    """What "it" is that is closed or opened: the subject of the sentence before. "The bridge is open. Chad had closed it"."""
    if line.mode not in ("restrict", "access") or pronoun.lower_ != "it":
        return None
    sentence = pronoun.sent
    root = pronoun.doc[sentence.start - 1].sent.root if sentence.start and pronoun.head.dep_ == "ROOT" else None
    who = subject(root) if root is not None and root.pos_ in ("VERB", "AUX") else root  # a lone noun is a lost subject
    return who if who is not None and who.tag_ in ("NN", "NNP") else None


def _is_state(name: Token) -> bool:
    """Whether a name is a state's, whatever the parser takes it for: "Mali" for a person."""
    word = fold(name.text)
    known = (one for one in gazetteer().names.get(word, ()) if one.words == (word,))
    return any(gazetteer().actors[one.actor].kind == "state" for one in known if one.actor in gazetteer().actors)


def _is_taken(name: Token) -> bool:
    """Whether a name that the parser does not know for a place is what troops enter, take or leave: "troops left Goma"."""
    by = subject(name.head)
    lone = not any(child.dep_ in ("compound", "poss") for child in name.children)
    return lone and name.dep_ == "dobj" and by is not None and core(by).lemma_.lower() in classes()["troops"]


def _described(noun: Token, line: VerbPattern) -> list[Token]:
    """What an apposition calls the object ("Gomez, a diplomat"), and the embassy that somebody is the deputy head of."""
    told = [child for child in noun.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if "embassy" in line.nouns and noun.lemma_.lower() in grammar("chiefs"):
        told += prepositions_of(noun).get("of", ())
    return told


def particles_of(token: Token, wanted: str) -> list[Token]:
    near = [c for c in token.children if c.dep_ in ("prt", "advmod", "prep", "acomp", "ccomp", "oprd")]
    objects = (c for c in token.children if c.dep_ == "dobj")
    near += [c for o in objects for c in o.children if c.dep_ == "amod" and c.i > o.i]  # "held Chad responsible"
    return [c for c in near if c.lower_ == wanted and not _dates(c)]


def with_particle(token: Token, line: VerbPattern, found: Frame) -> Frame:
    """ "voted down the plan": what the parser hangs on a line's particle, as on a preposition, is the object."""
    if line.particle is None or found.object is not None or line.object not in ("some", "class"):
        return found
    at = (part for part in particles_of(token, line.particle) if part.dep_ == "prep")
    behind = next((child for part in at for child in part.children if child.dep_ == "pobj"), None)
    return replace(found, object=behind) if behind is not None else found


def named_prepositions(token: Token, line: VerbPattern, found: Frame) -> list[str]:
    if found.passive and found.object is not None:
        stranded = {child.lower_ for child in token.children if child.dep_ == "prep" and not _dates(child)}
        named = {name for name, nouns in found.prepositions.items() if not all(map(_is_date, nouns))}
        return [name for name in line.prepositions if name in stranded | named]
    at = found.prepositions
    mutual = line.act == "CONSULT" and "nowhom" in line.marks  # "discussed the border with Chad"
    kept = line.object == "class"  # "keeps its destroyers in the Gulf" hangs on them
    if (kept or mutual) and found.object is not None:
        at = prepositions_of(found.object) | at
    return [name for name in line.prepositions if not all(map(_is_date, at.get(name, ())))]


def _dates(preposition: Token) -> bool:
    """Whether a preposition only says when: "called the king *on Friday*" asks him for nothing."""
    at = [child for child in preposition.children if child.dep_ == "pobj"]
    return bool(at) and all(map(_is_date, at))


def _is_date(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME")


def has_to(clause: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)


def is_untensed(clause: Token) -> bool:
    """Whether a clause has no tense, as what is asked for: "suggested that they leave", "be withdrawn"."""
    helpers = [child for child in clause.children if child.dep_ in ("aux", "auxpass")]
    return (clause.tag_ in ("VB", "VBP") and not helpers) or [child.lower_ for child in helpers] == ["be"]
