"""Which words of a report name an act: verbs, nouns, and light verbs with a noun ("hold talks")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirecopy.findings.frames import SUBJECTS, Frame, conjuncts, core, frame, joined, named_by, prepositions_of
from wirecopy.findings.lexicon import NounPattern, VerbPattern, classes, grammar, light, nouns, verbs
from wirecopy.findings.said import asked, asks, blamed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an act. `token` heads them; `carrier` is the light verb of a noun; `tokens` are all of them."""

    token: Token
    tokens: tuple[Token, ...]
    pattern: VerbPattern | NounPattern
    frame: Frame | None
    carrier: Token | None = None


def triggers(doc: Doc) -> Iterator[Trigger]:
    """Every act that the words of a report name, in text order. An object that a verb's line takes in is no second act."""
    taken: set[int] = set()
    late: list[Trigger] = []
    named: list[Token] = []
    by_verb, by_noun = verbs(), nouns()
    for token in doc:
        lemma, kind = token.lemma_.lower(), token.pos_
        if token.i in taken or token.ent_type_ == "DATE":
            continue
        if kind in VERBAL and lemma in by_verb and token.dep_ not in ("amod", "aux", "auxpass", "compound"):
            found = _verb(token)
            if found is not None:
                taken.update(part.i for part in found.tokens)
                late.append(found)
        elif (
            (kind in ("NOUN", "PROPN") or joined(token))
            and named_by(token) in by_noun
            and token.dep_ not in ("compound", "amod", "npadvmod")
        ):
            named.append(token)
    late += [found for token in named if token.i not in taken and (found := _noun(token)) is not None]
    threats = {trigger.token.i for trigger in late if trigger.pattern.act == "THREATEN"}
    yield from sorted((one for one in late if not _only_threatened(one, threats)), key=lambda trigger: trigger.token.i)


def _only_threatened(trigger: Trigger, threats: set[int]) -> bool:
    """ "threatened to quit the talks" is a threat; only what would harm is worth telling beside it."""
    verb = trigger.token
    return verb.dep_ == "xcomp" and verb.head.i in threats and trigger.pattern.act not in grammar("harmful")


# ---- verbs --------------------------------------------------------------------------------------------------------
def _verb(token: Token) -> Trigger | None:
    lines = verbs().get(token.lemma_.lower())
    if not lines or _is_listed(token):
        return None
    found = frame(token)
    if found.object is not None and f"{token.lemma_} {found.object.lemma_}".lower() in grammar("idioms"):
        return None
    for line in lines:
        if _fits(token, line, found):
            return Trigger(token, tuple(_verb_tokens(token, line, found)), line, _whole(token, line, found))
    return None


def _whole(token: Token, line: VerbPattern, found: Frame) -> Frame:
    """The frame of all the words: of "failed to reach a deal with Chad" too, and of whom a demand is said."""
    if "must" in line.marks:
        return replace(found, object=asked(token))
    if "blame" in line.marks:
        return replace(found, object=blamed(token))
    if _is_misread(token, line, found):
        return replace(found, subject=found.object, object=None, passive=False)
    deed = _deed(token, line)
    if line.object != "deed" or deed is None:
        return found
    inner = frame(deed)
    return replace(
        found, object=found.object or inner.object, prepositions={**inner.prepositions, **found.prepositions}
    )


def _is_misread(token: Token, line: VerbPattern, found: Frame) -> bool:
    """ "A report called for sanctions": where nothing can be the object, a participle is a past tense misread."""
    helped = any(child.dep_ in ("auxpass", "nsubjpass", "agent", "aux") for child in token.children)
    return found.passive and not helped and line.act in grammar("uttered") and line.object in ("none", "oblique")


def _deed(token: Token, line: VerbPattern) -> Token | None:
    """The infinitive or gerund that a line wants: "failed to reach", "stopped bombing", "barred him from entering"."""
    near = [child for child in token.children if child.dep_ in ("xcomp", "ccomp", "dobj") and child.i > token.i]
    near += [inner for child in token.children if child.dep_ == "prep" for inner in child.children]
    return next((one for one in near if one.pos_ in VERBAL and one.lemma_.lower() in line.nouns), None)


def _is_listed(verb: Token) -> bool:
    """ "measures such as sanctions and stepped up aid": a participle in a list of nouns that the parser takes for a deed."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or verb.i < 3 or verb.nbor(-1).dep_ != "cc":
        return False
    between = verb.doc[max(verb.head.i, verb.i - 8) : verb.i]
    listed = any(one.lower_ == "such" and one.nbor().lower_ == "as" for one in between)
    return listed and verb.nbor(-2).pos_ in ("NOUN", "PROPN")


def _fits(token: Token, line: VerbPattern, found: Frame) -> bool:
    if line.particle and not _particles(token, line.particle):
        return False
    if line.object == "class" and not (found.object is not None and _of_class(found.object, line)):
        return False
    if line.act == "ASSAULT" and found.object is not None and _is_of_words(found.object):
        return False
    if line.object == "oblique" and not _oblique(line, found):
        return False
    if line.object == "deed" and _deed(token, line) is None:
        return False
    if line.object == "some" and found.object is None:
        return False
    if line.object == "none" and found.object is not None and not found.passive:
        return False
    if line.needs_preposition and not _named_prepositions(token, line, found):
        return False
    return _tested(token, line, found)


def _oblique(line: VerbPattern, found: Frame) -> Token | None:
    """The word that a line wants after its preposition: "put on alert", "presented him with a demand"."""
    at = (noun for name in line.prepositions for noun in found.prepositions.get(name, ()))
    return next((noun for noun in at if noun.lemma_.lower() in line.nouns), None)


def _of_class(noun: Token, line: VerbPattern) -> bool:
    for one in conjuncts(noun):
        inner = core(one)
        heads = (one, inner, *(child for child in inner.children if child.dep_ == "compound"))
        if any(head.lemma_.lower() in line.nouns or joined(head) in line.nouns for head in heads):
            return True
        if "man" in line.nouns and (
            inner.ent_type_ in ("PERSON", "NORP") or inner.lower_ in ("him", "her", "them", "us")
        ):
            return True
    return False


def _particles(token: Token, wanted: str) -> list[Token]:
    return [
        c
        for c in token.children
        if c.lower_ == wanted and c.dep_ in ("prt", "advmod", "prep", "acomp", "ccomp", "oprd") and not _dates(c)
    ]


def _named_prepositions(token: Token, line: VerbPattern, found: Frame) -> list[str]:
    if found.passive and found.object is not None:
        stranded = {child.lower_ for child in token.children if child.dep_ == "prep"}
        return [name for name in line.prepositions if name in stranded or name in found.prepositions]
    return [name for name in line.prepositions if not all(map(_is_date, found.prepositions.get(name, ())))]


def _dates(preposition: Token) -> bool:
    """Whether a preposition only says when: "called the king *on Friday*" asks him for nothing."""
    at = [child for child in preposition.children if child.dep_ == "pobj"]
    return bool(at) and all(map(_is_date, at))


def _is_date(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME")


def _tested(token: Token, line: VerbPattern, found: Frame) -> bool:
    """The tests that a line's marks ask for."""
    marks = line.marks
    clauses = [child for child in token.children if child.dep_ in ("ccomp", "xcomp", "advcl")]
    if "passive" in marks and not found.passive:
        return False
    if "finite" in marks and token.dep_ in ("advcl", "acl") and _infinitive(token):
        return False
    if "clause" in marks and not any(c.dep_ in ("ccomp", "xcomp") or c.tag_ == "VB" for c in clauses):
        return False
    if "infinitive" in marks and not any(_infinitive(clause) for clause in clauses if clause.dep_ != "advcl"):
        return False
    if line.act in ("REJECT", "REQUEST") and any(c.lemma_ in grammar("discreet") for c in clauses if c.dep_ == "xcomp"):
        return False
    wanted = found.prepositions.get("for", ())
    if line.act == "REQUEST" and wanted and all(one.lemma_.lower() in grammar("private") for one in wanted):
        return False
    if "several" in marks and not _several(found):
        return False
    if "named" in marks and not _person(token, found):
        return False
    if "joint" in marks and not _joint(found):
        return False
    if "peace" in marks and not _keeps_peace(found):
        return False
    if "dated" in marks and not (found.object is not None and found.object.pos_ == "PROPN"):
        return False
    if "dated" in marks and not any(child.ent_type_ == "DATE" for part in token.children for child in part.subtree):
        return False
    if "body" in marks and not (found.subject is not None and found.subject.lemma_.lower() in grammar("bodies")):
        return False
    if "armed" in marks and not _armed(found):
        return False
    if ("must" in marks and not asks(token)) or ("blame" in marks and blamed(token) is None):
        return False
    return "threat" not in marks or any(_threat(clause) for clause in clauses)


def _armed(found: Frame) -> bool:
    """Whether those who do it bear arms, or are a state: 40,000 people who cross a border flee."""
    who = found.subject
    if who is None:
        return False
    heads = {core(one).lemma_.lower() for one in conjuncts(who)}
    return bool(heads & (classes()["troops"] | classes()["arms"])) or who.ent_type_ in ("GPE", "NORP")


def _joint(found: Frame) -> bool:
    """Whether what is held is held together: "joint exercises"."""
    heads = conjuncts(found.object) if found.object is not None else ()
    return any(child.lower_ in grammar("joint") for head in heads for child in head.children)


def _keeps_peace(found: Frame) -> bool:
    """Whether those who come, or what they take part in, keep a peace: peacekeepers, a peacekeeping mission."""
    near = [found.subject, found.object, *(noun for nouns in found.prepositions.values() for noun in nouns)]
    parts = (part for noun in near if noun is not None for part in (noun, *noun.children))
    return any(part.lemma_.lower().startswith("peacekeep") for part in parts)


def _several(found: Frame) -> bool:
    """Whether more than one does it: "Khan and Singh spoke", "the two leaders spoke"."""
    who = found.subject
    if who is None:
        return False
    if len(conjuncts(who)) > 1 or any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in who.children):
        return True
    if who.tag_ == "NNS" and any(grand.dep_ == "conj" for child in who.children for grand in child.children):
        return True
    return who.tag_ in ("NNS", "PRP") and (
        who.lower_ == "they" or any(child.lower_ in ("two", "both", "three") for child in who.children)
    )


def _person(token: Token, found: Frame) -> bool:
    """Whether the object is a person by name and nothing is said of him ("called Khan", not "called Khan a friend")."""
    if found.object is None or any(child.dep_ in ("oprd", "attr", "ccomp") for child in token.children):
        return False
    return found.object.ent_type_ == "PERSON"


def _infinitive(clause: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)


def _threat(clause: Token) -> bool:
    """A warning is a threat where it says what the speaker would do: "warned that it will retaliate"."""
    if _infinitive(clause):
        return True
    children = list(clause.children)
    own = any(child.dep_ in SUBJECTS and child.lower_ in ("it", "they", "he", "she", "we", "i") for child in children)
    own = own or any(c.dep_ in SUBJECTS and (_possessed(c) or c.lemma_ in nouns()) for c in children)
    future = any(child.lower_ in ("will", "would", "'ll", "’ll") for child in children)
    return future and (own or any(child.dep_ == "advcl" for child in children))


def _possessed(noun: Token) -> bool:
    return any(
        child.dep_ == "poss" and child.lower_ in ("his", "her", "its", "their", "our", "my") for child in noun.children
    )


def _verb_tokens(token: Token, line: VerbPattern, found: Frame) -> Iterator[Token]:
    yield token
    if line.particle:
        yield from _particles(token, line.particle)[:1]
    oblique = _oblique(line, found) if line.object == "oblique" else None
    deed = _deed(token, line) if line.object == "deed" else None
    yield from (one for one in (oblique, deed) if one is not None)
    if deed is not None:
        yield from (child for child in deed.children if child.dep_ == "dobj" and named_by(child) in nouns())
    if line.object == "class" and "obj" not in line.marks and found.object is not None:
        yield found.object
        inner = core(found.object)
        if inner.i != found.object.i:
            yield inner
        yield from (one for one in conjuncts(found.object)[1:])


# ---- nouns --------------------------------------------------------------------------------------------------------
def _noun(token: Token) -> Trigger | None:
    lines = nouns().get(named_by(token), ())
    if token.dep_ in ("compound", "amod", "npadvmod") or token.ent_type_ in ("PERSON", "GPE", "WORK_OF_ART"):
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "as":  # "described it as an attack" is a name for it
        return None
    carrier = _carrier(token)
    for line in lines:
        if _marked(token, line) and not ("light" in line.marks and carrier is None):
            return Trigger(token, (token,), line, None, carrier)
    return None


def _marked(token: Token, line: NounPattern) -> bool:
    """The conditions that some nouns have: "state of emergency", a strike by workers, deliveries of aid."""
    beside = {child.lemma_.lower() for child in token.children if child.dep_ in ("compound", "amod", "nmod")}
    at = prepositions_of(token)
    of = {noun.lemma_.lower() for noun in at.get("of", ())}
    if "emergency" in line.marks:
        return bool(of & {"emergency", "siege"})
    if "aid" in line.marks:
        return bool((beside | of) & grammar("relief"))
    if "press" in line.marks:
        return bool(beside & {"press", "news"})
    if "verbal" in line.marks:
        return _is_of_words(token)
    if "labour" in line.marks:
        who = {noun.lemma_.lower() for name in ("by", "of") for noun in at.get(name, ())}
        return bool(beside & grammar("strikes") or who & grammar("workers"))
    if "prisoner" in line.marks:
        return bool((beside | of) & grammar("exchanged"))
    if "clause" in line.marks:
        asks = any(noun.ent_type_ != "PERSON" for noun in at.get("for", ())) or any(
            child.dep_ == "acl" and _infinitive(child) for child in token.children
        )
        return asks and not at.keys() & {"with", "between"}
    return True


def _is_of_words(noun: Token) -> bool:
    """Whether an attack is one of words: "a scathing attack", "led the attack on it, calling it a farce"."""
    if any(child.lemma_.lower() in grammar("verbal") for child in noun.children):
        return True
    over = noun.head
    told = [child for child in over.children if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > noun.i]
    return noun.dep_ == "dobj" and any(child.lemma_.lower() in grammar("calls") for child in told)


def _carrier(token: Token) -> Token | None:
    """The light verb that a noun is the object (in the passive, the subject) of."""
    while token.dep_ == "conj" and token.head.pos_ == "NOUN":
        token = token.head
    head = token.head
    if _is_listed(head):
        return None
    if token.dep_ == "attr" and token.lemma_.lower() in grammar("givers"):
        return head
    if token.dep_ in ("dobj", "nsubjpass") and head.pos_ in VERBAL and head.lemma_.lower() in light()["carry"]:
        return head
    if token.dep_ == "pobj" and token.head.dep_ == "prep":
        head = token.head.head
        if head.pos_ in VERBAL and head.lemma_.lower() in ("engage", "participate", "take", "go", "come", "embark"):
            return head
    for child in token.children:
        told = child.dep_ == "relcl" or child.tag_ in ("VBN", "VBG", "VBD")
        if told and child.dep_ in ("acl", "relcl") and child.lemma_.lower() in light()["carry"]:
            return child
    return None
