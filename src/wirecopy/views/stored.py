"""The stored words that sentences are checked against: the evidence with what stands around it, and whether it is negated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wirecopy.language.sentence_ends import FOLLOWED
from wirecopy.model import Actor, Claim, Entry
from wirecopy.run.account import OpenAccount
from wirecopy.words import load

_WORD = re.compile(r"[^\W_]+")
# Words before others in which a negation would turn them.
_BEFORE = 3
# "denied that Mali, which has 3,000 men there, …": what is told of Mali is not denied.
_RELATIVE = re.compile(r"[^,]{1,60}, (?:which|who|whose|where)\b")
_CLAUSE_END = re.compile(r"[.!?:;,“”—–]")


@dataclass(frozen=True, slots=True)
class Held:
    """What sentences are held against: the texts of the reports, where each mentions whom, and everybody's names and kinds."""

    texts: Mapping[str, str]
    mentions: Mapping[str, Sequence[tuple[int, int, str]]]
    names: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]
    countries: Mapping[str, str] = field(default_factory=dict)


def held(account: OpenAccount) -> Held:
    """The texts and mentions of an account."""
    mentions: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    names, kinds, countries = {}, {}, {}
    for entry in account.actors:
        if isinstance(entry.value, Actor):
            names[entry.id] = frozenset(map(bare, (entry.value.name, *entry.value.aliases)))
            kinds[entry.id] = entry.value.kind
            countries[entry.id] = entry.value.country or ""
            for piece in entry.evidence:
                mentions[piece.span.report_id].append((piece.span.start, piece.span.end, entry.id))
    return Held({report.id: report.text for report in account.reports}, mentions, names, kinds, countries)


def places(entry: Entry, known: Held) -> set[tuple[str, int, int]]:
    """The paragraphs that hold the evidence."""
    spans = [span for claim in entry.claims for spans in claim.spans.values() for span in spans]
    return {(s.report_id, *paragraph(known.texts[s.report_id], s.start, s.end)) for s in spans}


def pieces(claim: Claim, known: Held) -> list[str]:
    """The words of a claim's evidence in the order of the text: a quotation that is split by "he said" is one."""
    found = sorted({span for role in ("words", "action", "condition") for span in claim.spans.get(role, ())})
    return [known.texts[span.report_id][span.start : span.end] for span in found]


def stretches(claims: Iterable[Claim], known: Held) -> Iterator[tuple[str, int, int]]:
    """The stretches of text on which claims rest: the sentences of their evidence, with the report's id."""
    for claim in claims:
        for span in (span for spans in claim.spans.values() for span in spans):
            yield (span.report_id, *_around(known.texts[span.report_id], span.start, span.end))


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or sentences, that hold a stretch; no further than its paragraph."""
    first, last = paragraph(text, start, end)
    starts = [found.end() for found in FOLLOWED.finditer(text, first, start)]
    stop = FOLLOWED.search(text, end, last)
    return (starts[-1] if starts else first), (stop.start() + 1 if stop else last)


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last


def tokens(text: str) -> list[str]:
    """Words and numbers in lower case, without marks: what mending and shortening leave as it was."""
    return _WORD.findall(re.sub(r"n['’]t\b", " n't", text).casefold())


def bare(text: str) -> str:
    """A text as its words between blanks, so that one is looked for in another by whole words."""
    return f" {' '.join(tokens(text))} "


def inner(words: str) -> str:
    """Words without the quotation marks around them."""
    return words.strip("“”")


def is_turned(words: str, entry: Entry, known: Held) -> bool:
    """Do all places that have the words have a negation right before them, in the same clause?"""
    wanted, found = tokens(inner(words).partition("…")[0]), []
    said = tokens(getattr(entry.value, "cue", None) or "")
    if wanted and (wanted[0] in load("supported")["asked"] or _RELATIVE.match(inner(words))):
        return False
    for report, first, last in places(entry, known):
        clauses = [tokens(clause) for clause in _CLAUSE_END.split(known.texts[report][first:last])]
        have = [token for clause in clauses for token in (*clause, "|")]
        # Where clauses end nothing is wanted, so that quoted words are found across their commas.
        at = next((n for n in range(len(have)) if _starts(have, n, wanted)), None)
        if at is not None:
            before = have[max(0, at - _BEFORE) : at]
            clause = before[len(before) - before[::-1].index("|") :] if "|" in before else before
            found.append(any(_is_negation(clause, n) for n in range(len(clause)) if clause[n] not in said))
    return bool(found) and all(found)


def _starts(have: Sequence[str], at: int, wanted: Sequence[str]) -> bool:
    """Do these words begin there, whatever clauses end between them?"""
    if not wanted or have[at] != wanted[0]:
        return False
    ahead = [word for word in have[at : at + 2 * len(wanted)] if word != "|"]
    return ahead[: len(wanted)] == list(wanted)


def _is_negation(tokens: Sequence[str], at: int) -> bool:
    lists = load("supported")
    if " ".join(tokens[at : at + 2]) in lists["no negation"] or set(tokens[at:]) & set(lists["turned back"]):
        return False
    # The letters of "n't" are two words to the tokens.
    return tokens[at] in lists["negations"] or tokens[at : at + 2] == ["n", "t"]
