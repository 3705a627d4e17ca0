"""What the rules for commitments share: a draft of one, the stretch of its action, and whose side a subject is on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.conditions import Condition
from wirecopy.findings.parties import Parties
from wirecopy.findings.voices import Voice, lists, table
from wirecopy.model import Actor, Expression, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Party = tuple[Actor, Span | None]
Stretch = tuple[int, int]
_OURS = frozenset(["our", "my", "we", "us", "i", "ours"])
_THEIRS = frozenset(["his", "her", "their", "its", "he", "she", "it", "they"])
_ON = frozenset(("NOUN", "PROPN", "ADJ", "ADP"))  # what goes on behind quoted words: “heavy” losses, “fight” in court
_FINITES = frozenset(("does", "do", "is", "are", "has", "have"))  # behind a comma the verb of what stands before it
_ENDS = frozenset((";", ":", "—", "–", "”", "»", "…"))


class Draft(NamedTuple):
    """A commitment before its actors' and times' details: stretches are characters of the report's text."""

    kind: str
    action: Stretch | None
    condition: Stretch | None
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    anchor: Token
    strength: str | None = None
    voice: Voice | None = None
    cue: Stretch | None = None  # the words that commit, where the action stands in an earlier sentence
    when: Expression | None = None  # when it was made, where no teller's words give it
    pointer: Stretch | None = None  # the "if they do not" in whose place the condition's words stand
    marker: str | None = None  # what stands before the condition, where the text's own word does not ("unless")


class Scene(NamedTuple):
    """One sentence with what the rules ask of it again and again."""

    parties: Parties
    sentence: Tokens
    conditions: tuple[Condition, ...]
    before: Tokens | None
    words: tuple[tuple[Token, str, str], ...] = ()  # each token with its word and its lemma in small letters
    asked: Draft | None = None  # the last demand or threat of the sentence before, which this one may answer
    supposed: Stretch | None = None  # a condition of the sentence before that binds nobody there
    standing: Draft | None = None  # the last demand of the sentences before that one can still mean by “the demand”
    papers: tuple[Party, ...] = ()  # who put forward the draft that the report last told of

    @property
    def text(self) -> str:
        """The report's text; a parse's own text is put together anew each time that it is asked for."""
        return self.parties.passage.report.text


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
    return begin, _closed(text, begin, end)


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
    """Does a verb with a tense stand here (an adverb before it apart)?"""
    if token.pos_ == "ADV" and token.i + 1 < len(token.doc):
        token = token.doc[token.i + 1]
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


def negated(verb: Token) -> bool:
    """Is the verb denied: not, never, "no talks", "nothing"? "Will not only cut the tax but …" denies nothing."""
    words = (
        c for c in verb.children if c.dep_ == "neg" or c.lower_ in ("never", "n't", "n’t", "not", "nothing", "nobody")
    )
    if any(c.i + 1 == len(c.doc) or c.nbor().lower_ not in ("only", "just", "merely") for c in words):
        return True
    if any(t.lower_ == "no" for c in verb.lefts if c.lower_ in ("under", "in", "at") for t in c.subtree):
        return True  # under no circumstances
    if any(c.lower_ in ("longer", "more") and any(d.lower_ == "no" for d in c.children) for c in verb.children):
        return True
    return any(
        c.lower_ == "none" or any(d.lower_ == "no" for d in c.children)
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass", "attr")
    )


def outside(scene: Scene, doer: Token | None, verb: Token) -> Token | None:
    """A verb's subject; where the parse finds it inside a condition, the noun right before the modal."""
    modal = next((c for c in verb.lefts if c.tag_ == "MD"), None)
    if doer is None or modal is None or not any(c.start <= doer.idx < c.end for c in scene.conditions):
        return doer
    last = modal.nbor(-1) if modal.i > scene.sentence.start else modal
    noun = last.head if last.pos_ == "NUM" else last
    return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") else doer


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


def side(scene: Scene, subject: Token | None, told: Voice | None) -> tuple[Party, ...] | None:
    """Whose deed it is, seen from the speaker: the subject's actor, or the speaker for "we", "our guns", "the frozen billions".

    None where it is another's: Washington speaks of what Moscow will do.
    """
    speaker: tuple[Party, ...] = ((told.actor, told.span),) if told and told.actor else ()
    if subject is None or subject.lower_ in _OURS or any(c.lower_ in _OURS for c in subject.children):
        return speaker or None
    found = scene.parties.at(subject)
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.lower_ in _THEIRS), None)
    undergoes = subject.dep_ == "nsubjpass"  # what is done to it is the speaker's deed
    if (owner is not None or undergoes) and speaker and not (found and found.actor and solid(found.actor)):
        return speaker
    if found and found.actor:
        if told and told.actor and foreign(found.actor, told.actor):
            return None
        if speaker and is_hand(found.actor):
            return speaker
        others = (scene.parties.at(one) for one in subject.conjuncts)
        return tuple((m.actor, m.span) for m in (found, *others) if m and m.actor)
    if subject.lower_ in _THEIRS or any(c.lower_ in _THEIRS and c.dep_ == "poss" for c in subject.children):
        return speaker or None
    if subject.pos_ in ("NOUN", "PROPN", "DET", "PRON", "NUM"):
        named = scene.parties.named(subject)
        if named and told and told.actor and foreign(named[0], told.actor):
            return None
        return speaker or None
    return speaker or None


def is_hand(actor: Actor) -> bool:
    """Is it a force or body without a will of its own (troops, diplomats), for which whoever tells of it answers?"""
    return actor.kind in ("group", "organisation") and actor.name.lower().split()[-1] in lists("forces")


def foreign(left: Actor, right: Actor) -> bool:
    """Are both known to belong to different countries?"""
    return left.country is not None and right.country is not None and left.country != right.country


def targets(
    scene: Scene, told: Voice | None, by: tuple[Party, ...], condition: Condition | None, action: Stretch | None
) -> tuple[Party, ...]:
    """To whom: the addressee, else who would have to act for the condition, else whom the action names."""
    mine = {actor.id for actor, _ in by} | {told.actor.id if told and told.actor else ""}
    own = {actor.country for actor, _ in by if actor.kind == "person"}  # a state's id is its country
    mine |= {role.organisation for actor, _ in by for role in actor.roles if role.organisation}  # his own state
    if told:
        deaf = lists("crowd") | lists("own")
        addressed = tuple(
            p for p in told.addressee if p[0].id not in mine and p[0].name.lower().split()[-1] not in deaf
        )
        if addressed:
            return addressed
    if condition is not None and condition.root is not None:
        subjects = [c for c in condition.root.children if c.dep_ in ("nsubj", "nsubjpass", "poss")]
        parties = [p for s in subjects if (p := scene.parties.named(s)) and p[0].id not in mine | own]
        suffers = any(s.dep_ == "nsubjpass" for s in subjects)
        if _is_failing(condition.root):
            return ()  # "if the council fails to bring progress" threatens no council
        if parties and not parties[0][0].anonymous and not suffers:
            return (parties[0],)
        open_subject = any(s.pos_ == "PRON" for s in subjects)
    else:
        parties, open_subject, suffers = [], False, False
    places = (condition.words if condition and not open_subject else None, action)
    for part in reversed(places) if suffers else places:
        inside = scene.parties.within(*part) if part else ()
        if condition is not None and part == condition.words:
            inside = tuple(m for m in inside if not _is_victim(condition, m.span) and not _is_place(scene, m.span))
        others = [m for m in inside if m.actor and _answerable(m.actor) and not {m.actor.id, m.actor.name} & mine]
        others = [m for m in others if scene.text[m.span.start : m.span.end].lower() not in _THEIRS]
        others = [m for m in others if m.actor and m.actor.id not in own]
        named = next((m for m in others if _is_opposed(scene, m.span)), others[0] if others else None)
        if named and named.actor:
            joined = (m for m in others if scene.text[named.span.end : m.span.start] == " and ")
            return tuple((m.actor, m.span) for m in (named, *joined) if m.actor)[:2]
    return tuple(p for p in parties[:1] if _is_people(p[0]))


_FAILING = frozenset(("fail", "collapse", "end", "stall", "break", "bring", "produce", "yield"))


def _is_failing(root: Token) -> bool:
    """Is it talks that would fail, and nobody's deed?"""
    return root.lemma_.lower() in _FAILING and any(
        c.lemma_.lower() in lists("meetings") | {"council", "meeting", "conference", "negotiation"}
        for s in root.children
        if s.dep_ in ("nsubj", "nsubjpass")
        for c in (s, *s.conjuncts)
    )


def _answerable(actor: Actor) -> bool:
    """Is it somebody with a name, or a state's force, for which that state answers ("any Russian forces")?"""
    return solid(actor) or (is_hand(actor) and actor.country is not None)


def _is_people(actor: Actor) -> bool:
    """Can it be spoken to at all: somebody with a name, or fighters, but not rockets or migrants?"""
    last = actor.name.lower().split()[-1]
    return not actor.anonymous or last in lists("hands") | lists("forces") | lists("heard")


_PLACED = re.compile(r"\b(?:to|in|at|near|on|over|from|into|around)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_place(scene: Scene, span: Span) -> bool:
    """Is it only where something would happen, or go to: "if the case is sent to the council"?"""
    return bool(_PLACED.search(scene.text[max(0, span.start - 14) : span.start]))


def _is_opposed(scene: Scene, span: Span) -> bool:
    """Does "against" stand before a name?"""
    return scene.text[max(0, span.start - 8) : span.start].lower() == "against "


def _is_victim(condition: Condition, span: Span) -> bool:
    """Is it whom the feared deed would strike ("if tanks cross Ukraine's border"), and so not the one who is threatened?"""
    root = condition.root
    if root is None or root.lemma_.lower() not in lists("bad"):
        return False
    struck = [c for c in root.children if c.dep_ in ("dobj", "prep") and c.i > root.i and c.lower_ != "by"]
    return any(part.left_edge.idx <= span.start < whole(part)[1] for part in struck)


def attacked(condition: Condition | None) -> Condition | None:
    """The condition, where its subject is the one helped ("if Kuwait is attacked"), not the one who attacks."""
    root = condition.root if condition is not None else None
    return condition if root is not None and any(c.dep_ == "nsubjpass" for c in root.children) else None


def solid(actor: Actor) -> bool:
    """Is it somebody with a name, who can be dealt with?"""
    return not actor.anonymous and actor.kind not in ("group", "place")


def lemmas(scene: Scene, part: Stretch | None) -> frozenset[str]:
    """The lemmas and words of a stretch, in small letters."""
    if part is None:
        return frozenset()
    tokens = scene.sentence.doc.char_span(*part, alignment_mode="expand")
    return frozenset() if tokens is None else frozenset(w for t in tokens for w in (t.lemma_.lower(), t.lower_))


def weighs(verb: Token, words: frozenset[str]) -> str | None:
    """Does the action harm or help? The verb decides; where it is neutral, the other words do, harm first."""
    for name in ("harm", "aid"):
        if verb.lemma_.lower() in lists(name):
            return name
    harm, aid = len(words & lists("harm")), len(words & lists("aid"))
    return "aid" if aid > harm else "harm" if harm else None


def dated(scene: Scene, verb: Token) -> Expression | None:
    """When a verb's deed was done: the expression of time that hangs on it, by itself or behind a preposition."""
    own = [c for c in verb.children if c.dep_ in ("npadvmod", "advmod", "prep")]
    places = [whole(c) for c in own if c.dep_ != "prep" or c.lower_ in ("on", "in", "at")]
    near = (
        e
        for e in scene.parties.passage.expressions
        if scene.sentence.start_char <= e.span.start < scene.sentence.end_char
    )
    return next((e for e in near for start, end in places if start <= e.span.start < e.span.end <= end), None)


def speaker_of(told: Voice | None) -> tuple[Party, ...]:
    """The one who speaks, as a party; nobody where that is open."""
    return ((told.actor, told.span),) if told and told.actor else ()


def whole(token: Token) -> Stretch:
    """The stretch of a token with all that hangs on it."""
    edge = token.right_edge
    return token.left_edge.idx, edge.idx + len(edge.text)
