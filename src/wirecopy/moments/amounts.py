"""How many of which unit: the pieces of patterns that durations and offsets share, and their readers."""

from __future__ import annotations

from wirecopy import words
from wirecopy.moments.rules import Hit, number

_AND = r"{hyphen}?{and}{hyphen}?"
_WRITTEN = rf"{{word_number}}(?:(?:{_AND}|{{hyphen}})?{{word_number}}){{0,4}}(?:{_AND}{{a}}{{hyphen}}?{{half}})?"
AMOUNT_TIGHT = rf"(?P<amount>{{digits|decimal}}|{{few}}|{_WRITTEN}|{{half}})"
AMOUNT = (
    r"(?P<amount>{digits|decimal}(?:{fraction}|{hyphen}?{day|number}{slash_mark}{day})?"
    r"|{day|number}{hyphen|dash|to|or}{day|number}|{a}{few}{of}?|{few}{of}?|{the}{few}|{half}{a}?|{a}{half}"
    rf"|(?:{{a}}(?={{hundred}}))?{_WRITTEN}(?:{{to|or}}{{word_number}})?|{{a}})"
)
UNIT = r"(?P<unit>{unit|units|century})"
SPAN = {
    "TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year",
}  # fmt: skip
FEW = {"few", "several", "couple"}
BETWEEN = {"to", "or", "-", "–", "‑", "—"}


def unit(hit: Hit) -> tuple[str, int]:
    """The ISO code of a unit and how many of it the word stands for: decade is 10 Y."""
    code, times = words.load("calendar")["units"][hit.text("unit")]
    return code, times


def amount(hit: Hit) -> float | None:
    """How many units: None where the words leave it open (a few, several, two to three)."""
    texts = hit.all("amount")
    if not FEW.isdisjoint(texts):
        return 2 if "couple" in texts else None
    if _between(texts):
        return None
    half = 0.5 if "half" in texts else 0.0
    count = number([text for text in texts if text != "-"] if texts[:1] != ["half"] else [])
    return (count or 0) + half if count or half else 1 if texts[:1] in (["a"], ["an"]) else None


def _between(texts: list[str]) -> bool:
    """Whether an amount has two ends: "2-3", "six to eight"; "twenty-five" and "2-1/2" have one."""
    if not {"to", "or"}.isdisjoint(texts[1:]):
        return True
    return len(texts) == 3 and texts[1] in BETWEEN and texts[0][0].isdigit() and texts[2].isdigit()


def length(code: str, count: float | None) -> str:
    """The ISO 8601 duration of so many units: P3W, PT90M; X where the number is not told. Halves go down a unit."""
    if count is not None and count != int(count) and count > 1 and code in _PARTS:
        outer, inner, parts = _PARTS[code]
        return f"{outer[0]}{int(count)}{outer[1]}{round((count - int(count)) * parts)}{inner}"
    if count is not None and count != int(count) and code in ("TH", "Y", "D"):
        code, count = {"TH": ("TM", count * 60), "Y": ("M", count * 12), "D": ("TH", count * 24)}[code]
    code, count = ("M", count and count * 3) if code == "Q" else (code, count)
    figure = "X" if count is None else _plain(round(count, 2))
    return f"PT{figure}{code[1]}" if code[0] == "T" else f"P{figure}{'D' if code == 'WE' else code}"


# code → how the duration is written around its whole units, the unit below, and how many of these are one
_PARTS = {"TH": (("PT", "H"), "M", 60), "TM": (("PT", "M"), "S", 60), "Y": (("P", "Y"), "M", 12)}


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"
