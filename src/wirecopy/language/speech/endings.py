"""Where what was said ends: before what the speaker says or does next, however the parse joins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.cue_words import is_cue, listed, thoughts
from wirecopy.language.speech.constructions import sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What hangs on the cue behind its complement and yet belongs to the complement: the parser attaches it too high.
_KEPT_MARKS = frozenset({"if", "unless", "until", "because", "since", "though", "although", "whether", "once", "that"})
# What a phrase behind a preposition or an article may begin with.
_PHRASES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})


def clause_end(verb: Token, start: int, least: int) -> int:
    """Where a complement ends: with the last word that hangs on the cue, before what the cue's subject does next."""
    end = least
    for child in verb.children:
        right = child.right_edge.i + 1
        if right <= start or child.dep_ == "punct":
            continue
        if child.dep_ == "ccomp" and (other := _next_teller(child)) is not None:
            return other if other > start else end
        if end > least and (other := _told_next(child)) is not None:
            return max(other, least)
        if child.dep_ == "cc" and verb.doc[child.i : child.i + 2][-1].lower_ == "that":
            continue
        further = child.dep_ == "conj" and not _is_told_too(child)
        if further or child.dep_ == "cc" or (child.dep_ == "advcl" and child.left_edge.lower_ not in _KEPT_MARKS):
            return max(least if least <= child.left_edge.i else start, min(end, child.left_edge.i))
        end = max(end, right)
    while end > least and verb.doc[end - 1].dep_ in ("cc", "punct") and verb.doc[end - 1].text in ("and", "but", ","):
        end -= 1
    return end


def _told_next(clause: Token) -> int | None:
    """ "said A was full, and a week later it announced that B was": the end of A, where the parse takes both for told."""
    own = clause.dep_ == "ccomp" and any(c.dep_ == "nsubj" for c in clause.children) and is_cue(clause, "clause")
    if not own or clause.tag_ != clause.head.tag_ or clause.doc[clause.i : clause.i + 2][-1].lower_ != "that":
        return None
    joined = (i for i in range(clause.i, clause.head.i + 1, -1) if clause.doc[i].lower_ in ("and", "but"))
    return next((i - 1 for i in joined if clause.doc[i - 1].text == ","), None)


def _next_teller(complement: Token) -> int | None:
    """Where, in a complement, somebody begins to speak anew: "said A would stay, and on Thursday B said …".

    Also where the speaker himself goes on with another cue, or with what he did not say: "said A would stay, adding that …",
    "said A would stay but did not say when".
    """
    for child in complement.children:
        own = any(c.dep_ == "nsubj" for c in child.children) or is_resumed(child) or _is_left_open(child)
        own = own or _is_further(child)
        joined = child.dep_ == "conj" and own and (is_cue(child, "quote") or is_cue(child, "object"))
        joined = (joined and not _is_told_too(child)) or _is_set_against(child)
        if joined or (child.i > complement.i and (_is_beside(child) or _is_consequence(child))):
            end = child.left_edge.i
            while complement.doc[end - 1].dep_ in ("cc", "punct"):
                end -= 1
            return end
    return None


def _is_set_against(verb: Token) -> bool:
    """ "said A would stay, while Paz said that B would go": what another said, told in its own clause."""
    marked = any(child.lower_ in ("while", "whereas") and child.dep_ == "mark" for child in verb.children)
    said = is_cue(verb, "clause") and any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    return verb.dep_ == "advcl" and marked and said and verb.left_edge.nbor(-1).text == ","


def _is_told_too(verb: Token) -> bool:
    """Whether a joined clause is told by the same cue, as its own "that" says: "said it was early, but that A would ask"."""
    that = verb.left_edge
    own = that.lower_ == "that" and that.dep_ == "mark" and that.head == verb
    return own and that.i > 0 and that.nbor(-1).dep_ == "cc"


def _is_left_open(verb: Token) -> bool:
    """ "said A would stay but did not say when"."""
    return any(c.dep_ == "neg" for c in verb.children) and any(c.lower_ == "but" for c in verb.head.children)


def _is_further(verb: Token) -> bool:
    """ "denies that A did it and asserts that B did": a cue with a clause of its own, in the tense of the first."""
    cue = verb.head.head
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        and verb.tag_ == cue.tag_
        and verb.doc[verb.i : verb.i + 2][-1].lower_ == "that"
    )


def _is_consequence(verb: Token) -> bool:
    """Whether a participle behind a comma tells what came of what was said to be so: "…, prompting a series of warnings"."""
    comma = verb.nbor(-1).text == ","
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and comma and verb.lemma_.lower() in listed("consequences")


def _is_beside(verb: Token) -> bool:
    """Whether a participle behind a comma says what the speaker also said: "…, adding that …", "…, calling it a farce"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.nbor(-1).text != "," or verb.lemma_.lower() in thoughts():
        return False
    return any(is_cue(verb, frame) for frame in ("quote", "as", "object"))


def is_resumed(verb: Token) -> bool:
    """Whether a verb is joined to a clause in another tense: "told him that X must end and demanded guarantees".

    Its subject is then that of the verb above. So it is where the clause has for its subject what was only told before:
    "said the claim was false and told them to stop".
    """
    above = verb.head
    if verb.dep_ != "conj" or above.dep_ != "ccomp" or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.tag_ != above.head.tag_:
        return False
    helper = next((c for c in above.children if c.dep_ in ("aux", "auxpass")), above)
    if helper.tag_ != verb.tag_:
        return True
    subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lemma_ in listed("pointed") and is_cue(verb, "quote")


def action_end(verb: Token, action: Token) -> int:
    """Where "to do" ends: before what the speaker did next, which the parse joins to it: "urged them to go | and left"."""
    for child in action.children:
        if child.dep_ == "conj" and child.tag_ == verb.tag_ and child.tag_ in ("VBD", "VBZ"):
            end = child.left_edge.i
            while verb.doc[end - 1].dep_ in ("cc", "punct"):
                end -= 1
            return end
    return action.right_edge.i + 1


def without_gloss(doc: Doc, start: int, end: int) -> int:
    """Where an object ends before a clause that only describes it: "thanked the crew, which had stayed aboard"."""
    for i in range(start + 1, end - 2):
        if doc[i].text == "“":
            return end
        if doc[i].text == "," and any(doc[j].tag_ in ("WDT", "WP") for j in (i + 1, i + 2)):
            return i
    return end


def to_end(verb: Token, end: int) -> int:
    """Where a complement without a clause ends, with what follows without a break and the parse hangs elsewhere.

    "promised to send the town | written proposals", "called on Chad | to de-escalate and withdraw".
    """
    doc, last = verb.doc, sentence(verb)[1]
    if end >= last:
        return end
    if doc[end].lower_ in listed("conceding"):
        return next((i for i in range(end, last) if doc[i].is_punct), last)
    if doc[end].tag_ == "VBN" and doc[end].dep_ == "conj" and doc[end].head == verb:
        return doc[end].right_edge.i + 1
    if doc[end].lower_ == "to" or doc[end].text == "-":
        while end < last and doc[end].text not in (".", ";", ":", "?", "!", "”", "“") and "\n" not in doc[end].text:
            end += 1
    return end


def unbroken(doc: Doc, end: int) -> int:
    """Where words end that break off behind "on" or "the", whose phrase the parser hung elsewhere: "are on | standby"."""
    last = doc[end - 1]
    if end >= len(doc) or last.dep_ not in ("prep", "det") or any(c.i > last.i for c in last.children):
        return end
    if doc[end].pos_ not in _PHRASES or doc[end].sent.start == end:
        return end
    return next((i for i in range(end, doc[end].sent.end) if doc[i].is_punct or doc[i].is_space), doc[end].sent.end)
