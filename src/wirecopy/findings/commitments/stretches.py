"""The stretch of a commitment's action, and the condition that it hangs on: where its clause ends, and whose a condition is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.drafts import Scene, Stretch
from wirecopy.findings.voices import lists, table

if TYPE_CHECKING:
    from spacy.tokens import Token

# What goes on behind quoted words: “heavy” losses, “fight” in court, “flood” the fields.
_ON = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET"))
_FINITES = frozenset(("does", "do", "is", "are", "has", "have"))  # behind a comma the verb of what stands before it
_ENDS = frozenset((";", ":", "—", "–", "”", "»", "…"))


def stretch(scene: Scene, verb: Token, limit: int, start: int | None = None) -> Stretch:
    """From a verb (or `start`) to the end of its clause: conditions, asides and the next clause are left out."""
    doc = verb.doc
    begin = verb.idx if start is None else start
    starts = {c.start for c in scene.conditions}
    end, quoted = begin, 0
    first = doc.char_span(begin, begin + 1, alignment_mode="expand")
    for token in doc[first.start if first is not None else verb.i : scene.sentence.end]:
        if token.lower_ == "on" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "pain":
            break
        if token.idx >= limit or token.idx in starts or (token.is_space and "\n" in token.text):
            break
        quoted += token.text in "“«„"
        closes = quoted > 0 and token.text in "”»" and doc[min(token.i + 1, len(doc) - 1)].pos_ in _ON
        if token.text in _ENDS and token.i > verb.i and not closes and not _joins(token):
            break
        quoted -= token.text in "”»"
        if end > begin and _breaks(token, verb):
            break
        end = token.idx + len(token.text)
    text = scene.text
    last = text[begin:end].rstrip().rsplit(None, 1)[-1].lower() if text[begin:end].strip() else ""
    if last in ("for", "but", "only", "even") and any(0 <= start - end <= 1 for start in starts):
        end -= len(last) + 1  # "for as long as", "but only if"
    end = _closed(text, begin, end)
    echo = _ECHO.match(text, end, max(limit, end))
    return _word_start(text, begin), echo.end() if echo else end


def _word_start(text: str, begin: int) -> int:
    """Where the word begins that the parse cuts in two: "won't" is no "n't"."""
    torn = text[begin : begin + 3].lower() in ("n't", "n’t")
    return text.rfind(" ", 0, begin) + 1 if torn else begin


_NOT_JUST = re.compile(r"\bnot\s+(?:just|only|merely|simply)\b", re.IGNORECASE)
# What binds, behind what is told as it stands: "nothing has changed, and nothing will".
_ECHO = re.compile(
    r",?\s+(?:and|nor)\s+(?:nothing|nobody|none|it|they|we|he|she|that)\s+(?:ever\s+|never\s+)?(?:will|would|shall|won['’]t)(?=\s*[.,;”\"])",
    re.IGNORECASE,
)
_HANGING = re.compile(r"[\s,]+(?:and|or|but|nor)$", re.IGNORECASE)


def _closed(text: str, begin: int, end: int) -> int:
    """Where a stretch ends without marks and without the conjunction of what was left out ("defund or otherwise …")."""
    last = -1
    while end > begin and last != end:
        last = end
        while end > begin and (text[end - 1] in " ,.;:!?\"'’”»" or text[end - 1].isspace()):
            end -= 1
        end = begin + len(_HANGING.sub("", text[begin:end]))
    return end


def _joins(dash: Token) -> bool:
    """Is it the dash of one word ("Russian–American")?"""
    return dash.text in "–—" and dash.i > 0 and not dash.whitespace_ and not dash.nbor(-1).whitespace_


def _breaks(token: Token, verb: Token) -> bool:
    """Does another clause begin at this comma or conjunction?"""
    if token.i <= verb.i:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if token.text == ",":
        if (
            following is None
            or following.lower_ in lists("breaks")
            or following.pos_ in ("PRON", "SCONJ", "PUNCT")
            or (following.tag_ in ("VBG", "VBD", "MD") and following.lower_ != "including")
            or following.lower_ in _FINITES
            or (following.lower_.endswith("s") and following.lower_[:-1] in table("verbs"))  # a headline's next deed
        ):
            return True
        occasion = any(o.dep_ == "pobj" and o.lemma_.lower() in lists("occasions") for o in following.children)
        if following.pos_ == "ADP" and occasion:
            return True  # "…, in a call which both sides called frank": where it was said
        return own_clause(token) or (following.pos_ == "CCONJ" and _breaks(following, verb))
    if token.lower_ == "but" and _NOT_JUST.search(token.doc[verb.i : token.i].text):
        return False  # "a blow not just to Chad but to Mali"
    if token.lower_ in ("but", "although", "because"):
        return True
    if token.lower_ == "while":
        return token.nbor(-1).is_punct  # "will hold fire while the talks last" says when
    if (
        following is not None
        and following.dep_ == "conj"
        and following.head.dep_ == "advcl"
        and following.head.i > verb.i
    ):
        return False  # "while they travel and talk"
    return token.pos_ == "CCONJ" and (own_clause(token) or (following is not None and _finite(following)))


def _finite(token: Token) -> bool:
    """Does a verb with a tense stand here (an adverb before it apart)? "To sell or otherwise close the mine" has none."""
    if token.pos_ == "ADV" and token.i + 1 < len(token.doc):
        token = token.doc[token.i + 1]
    if token.tag_ == "VBP" and token.dep_ == "conj" and token.head.tag_ == "VB":
        return False
    return token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def own_clause(conjunction: Token) -> bool:
    """Does a clause with a subject of its own follow ("and Skopje would change the flag")?"""
    for token in conjunction.doc[conjunction.i + 1 : conjunction.i + 12]:
        if token.is_punct:
            return False
        if token.dep_ in ("relcl", "acl"):
            return False
        if token.pos_ in ("VERB", "AUX"):
            return any(
                c.dep_ in ("nsubj", "nsubjpass", "expl") and conjunction.i < c.i < token.i
                for c in (*token.children, *token.head.children)
            )
    return False


def condition_for(scene: Scene, action: Stretch, limit: tuple[int, int]) -> Condition | None:
    """The condition that an action hangs on: the nearest of its clause, those behind it first."""
    near = [c for c in scene.conditions if limit[0] <= c.start < limit[1]]
    after = [c for c in near if c.start >= action[1] - 1]
    makers = frozenset(table("verbs")) | lists("telling")  # "if …, he said, they would": the teller's clause
    between = scene.text[action[1] : after[0].start].strip() if after else ""
    set_off = between.startswith(",") and between.endswith(",")  # "will not sit down, his ministers repeat, until …"
    tellers = lists("telling") if set_off else frozenset(("say", "add"))
    if after and not _main_between(scene, action[1], after[0].start, action, tellers):
        return after[0]
    return next(
        (
            c
            for c in reversed(near)
            if c.end <= action[0] and _opens(scene, c) and not _main_between(scene, c.end, action[0], action, makers)
        ),
        None,
    )


def _opens(scene: Scene, condition: Condition) -> bool:
    """Does a condition open its clause? One behind its own main clause is no other's ("would pay if …, and urged it to …")."""
    text = scene.text[scene.sentence.start_char : condition.start].rstrip()
    last = text.rsplit(None, 1)[-1].lower() if text else ""
    return (
        not last
        or not last[-1].isalnum()
        or last in ("that", "and", "but", "or", "only", "even", "because", "say", "said", "says", "clear")
    )


def _main_between(scene: Scene, start: int, end: int, action: Stretch, makers: frozenset[str]) -> bool:
    """Does another main clause stand between a condition and the action, so that the condition is that clause's?"""
    between = scene.sentence.doc.char_span(start, end, alignment_mode="contract")
    if between is None:
        return False
    joined = len(between) > 0 and between[-1].lower_ == "and"
    for token in between:
        if joined and token.tag_ == "MD" and token.lower_ in ("would", "will"):
            continue  # "Should they land, the truce would be dead, and the answer would be swift"
        if token.text == ";":
            return True
        if token.dep_ in ("relcl", "acl") or token.lemma_.lower() in makers:
            continue
        if token.dep_ == "aux" and token.head.lemma_.lower() in makers:
            continue  # "if …, the coalition has agreed that …"
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not action[0] <= token.head.idx < action[1]:
            return True
    return False
