"""Which words of a report name an act: verbs, nouns, and light verbs with a noun ("hold talks")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirecopy.findings.frames import (
    SUBJECTS,
    Frame,
    conjuncts,
    core,
    frame,
    joined,
    named_by,
    prepositions_of,
    subject,
)
from wirecopy.findings.lexicon import NounPattern, VerbPattern, classes, grammar, light, nouns, verbs
from wirecopy.findings.mood import negated
from wirecopy.findings.said import asked, asks, blamed
from wirecopy.findings.uttered import charged, menaced, turned_down

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
        kind = token.pos_
        if token.i in taken or token.ent_type_ == "DATE":
            continue
        if kind in VERBAL and whole_verb(token) in by_verb and token.dep_ not in ("amod", "aux", "auxpass", "compound"):
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
def whole_verb(token: Token) -> str:
    """The lemma of a verb, in one with what a hyphen parts from it where that is a verb too: "test-fire"."""
    lemma = token.lemma_.lower()
    if token.i > 1 and token.nbor(-1).text == "-":
        whole = f"{token.nbor(-2).lower_}-{lemma}"
        return whole if whole in verbs() else lemma
    return lemma


def _verb(token: Token) -> Trigger | None:
    lines = verbs().get(whole_verb(token))
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
    if "menace" in line.marks:
        return replace(found, object=menaced(token))
    if "plot" in line.marks:
        return replace(found, object=charged(token))
    if "refusal" in line.marks:
        return replace(found, object=turned_down(token))
    if "received" in line.marks:
        giver = found.prepositions.get("from", (None,))[0]
        return replace(found, subject=giver, object=found.subject, prepositions={})
    if "suffered" in line.marks:
        return replace(found, subject=_striker(line, found), object=found.subject, prepositions={}, passive=False)
    if _is_misread(token, line, found):
        return replace(found, subject=found.object, object=None, passive=False)
    if "blow" in line.marks and found.subject is not None and core(found.subject).lemma_.lower() in grammar("blows"):
        by = prepositions_of(found.subject)
        return replace(found, subject=next((one for name in ("by", "of") for one in by.get(name, ())), None))
    doer = _announced(token, line, found) or _author(token, found)
    if doer is not None:
        found = replace(found, subject=doer)
    deed = _deed(token, line)
    if line.object != "deed" or deed is None:
        return found
    inner = frame(deed)
    return replace(
        found, object=found.object or inner.object, prepositions={**inner.prepositions, **found.prepositions}
    )


def _announced(token: Token, line: VerbPattern, found: Frame) -> Token | None:
    """Who does what he announces in the passive: "Chad and Mali announced that two banks would be cut off"."""
    clause = token.dep_ == "ccomp" and token.head.lemma_ in grammar("announces") and line.act in grammar("decreed")
    ahead = any(child.dep_ == "aux" and child.lower_ in ("will", "would") for child in token.children)
    return subject(token.head) if clause and ahead and found.passive and found.subject is None else None


def _author(token: Token, found: Frame) -> Token | None:
    """Whose decree or order does it: "Khan's decree bans", "signed an order that bars"."""
    by = found.subject
    if by is None or found.passive or by.lemma_.lower() not in grammar("instruments"):
        return None
    owner = next((child for child in by.children if child.dep_ == "poss"), None)
    given = token.dep_ in ("relcl", "acl") and by.dep_ == "dobj" and by.head.lemma_ in grammar("gives_orders")
    return owner or (subject(by.head) if given else None)


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
    if (
        line.act == "ASSAULT"
        and found.object is not None
        and (_is_of_words(found.object) or _is_figure(found.object) or _measures_other(found.object))
    ):
        return False
    if line.object == "doer" and not _done_by(found, line):
        return False
    if line.object == "oblique" and not _oblique(token, line, found):
        return False
    if line.object == "deed" and _deed(token, line) is None:
        return False
    if line.object == "some" and found.object is None:
        return False
    if "agent" in line.marks and found.passive and found.subject is None:
        return False
    if line.mode == "visit" and found.passive:  # "were flown to Qatar" visited nobody
        return False
    if line.act == "ASSAULT" and token.lemma_ == "fight" and "over" in found.prepositions:
        return False
    if line.act == "COERCE" and token.lemma_ == "clear" and _absolves(found):
        return False
    if line.act == "SUPPORT" and token.lemma_ == "vote" and "against" in found.prepositions:
        return False
    if "paper" in line.marks and (negated(token) or negated(token.head)):
        return False
    if line.object == "none" and found.object is not None and not found.passive:
        return False
    if line.needs_preposition and not _named_prepositions(token, line, found):
        return False
    return _tested(token, line, found)


def _absolves(found: Frame) -> bool:
    """Whether somebody is cleared of something: "cleared the marchers of all charges"."""
    beside = prepositions_of(found.object) if found.object is not None else {}
    return "of" in found.prepositions or "of" in beside


def _oblique(token: Token, line: VerbPattern, found: Frame) -> Token | None:
    """The word that a line wants after its preposition: "put on alert", "cut from the Swift system"."""
    at = [noun for name in line.prepositions for noun in found.prepositions.get(name, ())]
    if any(child.dep_ == "prt" and child.lower_ in line.prepositions for child in token.children):
        at += [child for child in token.children if child.dep_ == "dobj"]  # "were put on alert", misread as a particle
    return next((noun for noun in at if _is_wanted(noun, line)), None)


def _is_wanted(noun: Token, line: VerbPattern) -> bool:
    """Whether a noun, one before it, or both in one ("financial-system") are among a line's words."""
    told = {one.lemma_.lower() for one in _with_compounds(noun)}
    told |= {f"{child.lower_}-{noun.lemma_.lower()}" for child in noun.children if child.dep_ in ("amod", "compound")}
    return bool(told & line.nouns)


def _with_compounds(noun: Token) -> tuple[Token, ...]:
    """A noun with the nouns before it; of a name its title: "diplomat Ana Paz", "the Swift system"."""
    return noun, *(child for child in noun.children if child.dep_ in ("compound", "nmod"))


def _of_class(noun: Token, line: VerbPattern) -> bool:
    for one in conjuncts(noun):
        inner = core(one)
        heads = (one, *_with_compounds(inner), *_described(inner, line))
        if any(head.lemma_.lower() in line.nouns or joined(head) in line.nouns for head in heads):
            return True
        if _is_wanted(inner, line):  # "martial law", "military operation"
            return True
        if "country-name" in line.nouns and inner.pos_ == "PROPN" and inner.ent_type_ in ("GPE", "ORG"):
            return True
        if "man" in line.nouns and (
            inner.ent_type_ in ("PERSON", "NORP") or inner.lower_ in ("him", "her", "them", "us")
        ):
            return True
    return False


def _done_by(found: Frame, line: VerbPattern) -> bool:
    """Whether the subject is of the line's class; peacekeepers who arrive are aid."""
    who = found.subject
    return who is not None and not found.passive and _of_class(who, line) and not _keeps_peace(found)


def _described(noun: Token, line: VerbPattern) -> list[Token]:
    """What an apposition calls the object ("Gomez, a diplomat"), and the embassy that somebody is the deputy head of."""
    told = [child for child in noun.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if "embassy" in line.nouns and noun.lemma_.lower() in grammar("chiefs"):
        told += prepositions_of(noun).get("of", ())
    return told


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
    if "forces" in marks and not (found.object is not None and _of_forces(found.object)):
        return False
    if "sends" in marks and not _sends(token, line):
        return False
    if "main" in marks and token.dep_ in ("advcl", "acl") and token.tag_ == "VBG":
        return False
    if "clause" in marks and not any(c.dep_ in ("ccomp", "xcomp") or c.tag_ == "VB" for c in clauses):
        return False
    if "bare" in marks and not any(_untensed(clause) for clause in clauses if clause.dep_ == "ccomp"):
        return False
    if "infinitive" in marks and not any(_infinitive(clause) for clause in clauses if clause.dep_ != "advcl"):
        return False
    if line.mode == "firearms" and any(
        child.lower_ == "back" for child in token.children
    ):  # "shot back at his critics"
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
    if "person" in marks and not _speaks_for(found.object):
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
    if ("menace" in marks and menaced(token) is None) or ("plot" in marks and charged(token) is None):
        return False
    if "refusal" in marks and turned_down(token) is None:
        return False
    if "denounced" in marks and not _is_called(token, found, grammar("denounced")):
        return False
    if "unacceptable" in marks and not _is_called(token, found, grammar("unacceptable")):
        return False
    if "suffered" in marks and not _suffered(line, found):
        return False
    return "threat" not in marks or any(_threat(clause) for clause in clauses)


def _sends(order: Token, line: VerbPattern) -> bool:
    """Whether what is ordered is to move forces: "ordered the ministry to send troops"."""
    deed = _deed(order, line)
    moved = (child for child in deed.children if child.dep_ == "dobj") if deed is not None else ()
    return any(_of_forces(child) for child in moved)


def _is_called(token: Token, found: Frame, names: frozenset[str]) -> bool:
    """Whether the object is called by one of these words: "called the demand unacceptable"."""
    told = [child for child in token.children if child.dep_ in ("oprd", "ccomp", "xcomp", "acomp", "attr")]
    behind = [one for one in told if found.object is None or one.i > found.object.i]
    for name in (child for child in token.children if child.lower_ == "as" and child.dep_ == "prep"):
        behind += [child for child in name.children if child.dep_ in ("pobj", "amod", "acomp", "pcomp")]
    return any(one.lemma_.lower() in names for one in behind)


def _of_forces(noun: Token) -> bool:
    heads = {one.lemma_.lower() for word in conjuncts(noun) for one in _with_compounds(core(word))}
    return bool(heads & classes()["troops"])


def _striker(line: VerbPattern, found: Frame) -> Token | None:
    """Who does what somebody comes under or falls to: "came under fire from the rebels", "fell to the rebels"."""
    names = line.prepositions if line.object == "none" else frozenset({"from", "by"})
    return next((nouns[0] for name, nouns in found.prepositions.items() if name in names), None)


def _suffered(line: VerbPattern, found: Frame) -> bool:
    """Whether a place, a site or an armed side can come under fire or fall: a bill comes under fire in words."""
    who, by = found.subject, _striker(line, found)
    if who is None or (line.object == "none" and (by is None or not _armed(replace(found, subject=by)))):
        return False
    heads = {core(one).lemma_.lower() for one in conjuncts(who)}
    if who.ent_type_ in ("GPE", "LOC", "FAC") or heads & (classes()["site"] | classes()["troops"]):
        return True
    return who.pos_ == "PROPN" and not who.ent_type_ and by is not None and _armed(replace(found, subject=by))


def _armed(found: Frame) -> bool:
    """Whether those who do it bear arms, or are a state: 40,000 people who cross a border flee."""
    who = found.subject
    if who is None:
        return False
    heads = {core(one).lemma_.lower() for one in conjuncts(who)}
    return bool(heads & (classes()["troops"] | classes()["arms"] | grammar("rebels"))) or who.ent_type_ == "GPE"


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
    listed = who.pos_ == "PROPN" and any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in who.children)
    if len(conjuncts(who)) > 1 or listed:
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


def _speaks_for(whom: Token | None) -> bool:
    """Whether one told something is a person by name or stands for a side, not "reporters" or an agency."""
    return whom is not None and (whom.ent_type_ == "PERSON" or whom.lemma_.lower() in grammar("pairs"))


def _infinitive(clause: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)


def _untensed(clause: Token) -> bool:
    """Whether a clause has no tense, as what is asked for: "suggested that they leave"."""
    return clause.tag_ in ("VB", "VBP") and not any(child.dep_ == "aux" for child in clause.children)


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
    oblique = _oblique(token, line, found) if line.object == "oblique" else None
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
    if _is_name(token) or _is_quoted(token):
        return None
    carrier = _carrier(token) or _taking_place(token)
    for line in lines:
        if line.act == "ASSAULT" and _is_figure(token):
            continue
        if line.act == "ACCUSE" and any(child.lower_ in grammar("clinical") for child in token.children):
            continue  # "a safety trial"
        if line.act == "MOBILIZE" and any(child.lower_ == "permanent" for child in token.children):
            continue  # "returned to their places of permanent deployment"
        if _marked(token, line) and not ("light" in line.marks and carrier is None):
            return Trigger(token, (token,), line, None, _arrival(token) if "arrives" in line.marks else carrier)
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
    if "arrives" in line.marks:
        told = beside | of | {token.lemma_.lower()}
        return (line.act != "AID" or bool(told & grammar("relief"))) and _arrival(token) is not None
    if "prisoner" in line.marks:
        return bool((beside | of) & grammar("exchanged"))
    if "clause" in line.marks:
        asks = any(noun.ent_type_ != "PERSON" for noun in at.get("for", ())) or any(
            child.dep_ == "acl" and _infinitive(child) for child in token.children
        )
        return asks and not at.keys() & {"with", "between"}
    return True


def _is_name(noun: Token) -> bool:
    """Whether a noun only says what something is called: "called the move 'the beginning of an invasion'"."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ == "NOUN":
        top = top.head.head
    return top.dep_ in ("oprd", "ccomp") and top.head.lemma_.lower() in grammar("naming") and top.i > top.head.i


def _is_quoted(noun: Token) -> bool:
    """Whether a noun is all that stands between quotation marks, with its adjective: "the 'illegitimate sanctions'"."""
    doc, end = noun.doc, noun.i + 1
    near = doc[max(0, noun.i - 2) : noun.i]
    return (
        end < len(doc) and doc[end].text in grammar("closing") and any(one.text in grammar("opening") for one in near)
    )


def _taking_place(noun: Token) -> Token | None:
    """The verb that says that what nobody leads took place: "protests broke out", "fighting raged"."""
    verb = noun.head
    told = noun.dep_ in ("nsubj", "nsubjpass") and verb.pos_ == "VERB" and noun.lemma_.lower() in grammar("unled")
    return verb if told and verb.lemma_ in grammar("takes_place") else None


def _arrival(noun: Token) -> Token | None:
    """The verb that says that aid arrived: "90 tonnes of aid landed", "a shipment of arms reached Chad"."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in grammar("measures"):
        top = top.head.head
    verb = top.head
    arrives = top.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in grammar("arrivals")
    return verb if arrives and verb.pos_ == "VERB" else None


def _is_figure(noun: Token) -> bool:
    """Whether an attack is a figure of speech: "a price war", "a war on drugs"."""
    at = prepositions_of(noun)
    aims = (one for name in ("on", "against") for one in at.get(name, ()))
    before = {child.lemma_.lower() for child in noun.children if child.dep_ in ("compound", "amod")}
    return bool(before & grammar("figurative")) or any(one.lemma_.lower() in grammar("abstract") for one in aims)


def _measures_other(noun: Token) -> bool:
    """Whether what is fired or launched is only the measure of an act that hurts nobody: "fires another round of sanctions"."""
    lines = nouns().get(core(noun).lemma_.lower(), ()) if core(noun).i != noun.i else ()
    return bool(lines) and all(line.act != "ASSAULT" for line in lines)


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
    if head.lemma_ == "have" and token.lemma_.lower() in grammar("held"):  # "has a veto" casts none
        return None
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
