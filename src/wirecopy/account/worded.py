"""Which report's words stand for a deed, or a number, that several tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wirecopy.account.describe import actor_names
from wirecopy.account.spoken import POINTING
from wirecopy.account.values import originals, text_of
from wirecopy.account.whole import GAP, asserts, whole
from wirecopy.judgements.told import Told, apart, below_headlines, days
from wirecopy.judgements.worlds import WORLDS

PRONOUN = re.compile(r"\b(?:it|he|she|they|his|her|its|their)\b")


def worded(group: Sequence[Told], shown: Mapping[str, object], family_of: Mapping[str, str]) -> str | None:
    """The words of the claim that agrees most with the values shown, so that no line quotes another deed than it tells.

    Those that tell it with the status and for the days of the line come first: what "will be signed" proves no signing. Then
    those that assert nothing that only may be, and of which it is the first deed: the next ones are told beside another.
    A headline's words stand only where no report has others.
    """

    def agreement(told: Told) -> tuple[object, ...]:
        words = whole(told.claim, told.report)
        same = sum(text_of(getattr(told.finding, name)) == text_of(value) for name, value in shown.items() if value)
        clear = not POINTING.match(words) and GAP not in words and not ("measure" in shown and PRONOUN.search(words))
        fits, dated = _fit(told, shown)
        uncut = words == getattr(told.finding, "what", None)
        tells = not asserts(told.finding, words), not told.aside
        return fits, *tells, clear, _named(words, shown), uncut, dated, same if words else -1, len(words), words

    original = originals(group, family_of)
    given = below_headlines([told for told in group if told.report.id in original])
    return getattr(max(given, key=agreement).finding, "what", None)


def _fit(told: Told, shown: Mapping[str, object]) -> tuple[int, bool]:
    """How well a claim proves a line: by its status, or what is of one world with it, on no other day; and does it name one?"""
    status, line = getattr(told.finding, "status", None), shown.get("status")
    kept = 2 * (status == line) + (WORLDS.get(str(status)) == WORLDS.get(str(line)))
    field = "when" if "when" in shown else "as_of"
    mine, yours = getattr(told.finding, field, None), shown.get(field)
    return kept - 2 * apart(mine, yours), bool(days(mine))


def _named(words: str, shown: Mapping[str, object]) -> int:
    """How many of a line's parties the words name; of a number whether they name what is counted."""
    sides = (value for side in ("who", "whom") if isinstance(value := shown.get(side), tuple))
    named = [name.split()[-1] for side in sides for name in actor_names(side)]
    named += str(shown.get("measure") or "").split()[-1:]
    return sum(name in words for name in named)
