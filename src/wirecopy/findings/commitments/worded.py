"""The words of a commitment's action and condition as a line shows them: whole, in one line, with what turns their meaning."""

from __future__ import annotations

import re

from wirecopy.findings.commitments.conditions import turned
from wirecopy.findings.commitments.drafts import Draft, Stretch, is_hand
from wirecopy.findings.voices import lists

_CALLED = re.compile(
    r"^what\s+\w+(?:\s+\w+)?\s+(?:describe|call|term|see|regard)s?(?:ed|d)?\s+(?:as\s+)?", re.IGNORECASE
)
_ASIDE = re.compile(
    r",\s+again$|,?\s+(?:however|though|too|either|nonetheless|nevertheless|accordingly)$", re.IGNORECASE
)
_HOLLOW = re.compile(
    r"(?:if\s+)?(?:necessary|needed|required|possible)|this|that|it|these|those|such|so|he\s+does|they\s+do|it\s+does"
    r"|otherwise|or\s+else|if\s+not|failing\s+(?:that|which)",
    re.IGNORECASE,
)


def action_words(text: str, draft: Draft) -> str | None:
    """What is threatened, promised, asked or refused, in the report's words."""
    return _deed(_words(text, _with_need(text, _with_modal(text, draft))), draft.kind)


def with_owner(text: str, draft: Draft) -> Draft:
    """The demand with the men whose "their" it has: "Chadian forces to return to their barracks" is asked of Chad."""
    action = draft.action
    if draft.kind != "demand" or not action or not re.search(r"\b(?:their|its)\b", text[slice(*action)]):
        return draft
    near = (s for a, s in draft.to if is_hand(a) and s is not None and _TO_DO.fullmatch(text, s.end, action[0]))
    owner = next(near, None)
    return draft._replace(action=(owner.start, action[1])) if owner is not None else draft


_TO_DO = re.compile(r"\W+(?:(?:to|must|should)\s+)?", re.IGNORECASE)
_NEED = re.compile(r"if\s+(?:necessary|needed|required)|(?:necessary|needed|required)", re.IGNORECASE)


def _with_modal(text: str, draft: Draft) -> Draft:
    """A refusal that lies in "nothing" with its modal: "would give nothing", for "refuses: give nothing" tells the contrary."""
    action, firm = draft.action, draft.strength or ""
    if draft.kind != "refusal" or not action or not firm or not _NOTHING.search(text, *action):
        return draft
    start = action[0] - len(firm) - 1
    return draft._replace(action=(start, action[1])) if text[start : action[0]] == f"{firm} " else draft


_NOTHING = re.compile(r"\b(?:nothing|nobody|no\s+one|none)\b|\w\s+no\s+\w", re.IGNORECASE)


def _with_need(text: str, draft: Draft) -> Stretch | None:
    """The action with the "if necessary" behind it, which is no condition that an event could meet."""
    action, condition = draft.action, draft.condition
    if not action or not condition or not _NEED.fullmatch(text[slice(*condition)]):
        return action
    between = text[action[1] : condition[0]].strip()
    return (action[0], condition[1]) if condition[0] >= action[1] and between.lower() in ("", "if") else action


def _deed(action: str | None, kind: str) -> str | None:
    """The action of "there will be no talks": what is refused is the talks. Who is "not going anywhere" refuses to go."""
    return re.sub(r"^(?:no|not)\s+(?!going anywhere\b)", "", action) if action and kind == "refusal" else action


def condition_words(text: str, draft: Draft) -> str | None:
    """The condition's words, with the marker that turns them; none where it tells nothing ("if this").

    Of a choice put to somebody ("leave or be shelled") the condition is what he is told to do, unless he does it.
    """
    words = _words(text, draft.condition)
    if (
        words is None
        or not set(re.findall(r"\w{2,}", words.lower())) - lists("function")
        or draft.condition is None
        or _HOLLOW.fullmatch(words)
    ):
        return None
    marker = draft.marker or turned(text, draft.condition)
    return f"{marker} {words}" if marker and draft.kind != "red line" else words


def _words(text: str, part: Stretch | None) -> str | None:
    """The words of a stretch in one line, without a quotation mark whose partner lies outside."""
    if part is None:
        return None
    words = _CALLED.sub("", " ".join(text[part[0] : part[1]].split()))
    for opening, closing in ("“”", "«»"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return _ASIDE.sub("", " ".join(words.split())) or None
