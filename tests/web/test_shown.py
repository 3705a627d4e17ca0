"""How the sentence of a line is shown: nothing of it lost but what its badge says."""

from __future__ import annotations

import re

from wirecopy.run.account import OpenAccount
from wirecopy.views.sentences import sentence
from wirecopy.web.shown import badges, halves, window


def test_badges_and_both_halves_are_the_whole_sentence(web_account: OpenAccount) -> None:
    for entry in web_account.entries:
        shown = re.sub(r"\W", "", "".join([*badges(entry), *halves(entry)]))
        whole = re.sub(r"\W", "", sentence(entry))
        assert shown.endswith(whole) or whole.endswith(shown), entry.id
        assert halves(entry)[0]


def test_a_window_ends_at_its_paragraph_and_between_words() -> None:
    text = "First line.\n" + "word " * 80 + "HERE " + "more " * 80 + "\nLast line."
    start = text.index("HERE")
    first, last = window(text, start, start + 4)
    assert text[first - 1] == " " and text[last] == " "
    assert first > text.index("\n") and last < text.rindex("\n") and "HERE" in text[first:last]
    assert window("one\ntwo three\nfour", 4, 7) == (4, 13)
    assert window("x" * 1000, 500, 510) == (500, 510)
