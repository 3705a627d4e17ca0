"""The grades of an account's lines, by the letters that stand in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from wirecopy.account.grades import Grade, grade, letters
from wirecopy.model import Entry
from wirecopy.run.account import OpenAccount

Grader = Callable[[Entry], Grade | None]


def grader(account: OpenAccount) -> Grader:
    """What gives each line of an account its grade; None for what nobody tells."""
    outlets = {report.id: report.outlet for report in account.reports}
    return partial(grade, outlets=outlets, given=letters(account.decisions))
