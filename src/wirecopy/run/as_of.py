"""The account as it was on an earlier day: a fold of what was published by then, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from wirecopy.account.fold import fold
from wirecopy.judgements.decided import STATE
from wirecopy.model import Moment
from wirecopy.moments.calendar import period
from wirecopy.run.intake import own
from wirecopy.store.cut import copied, cut
from wirecopy.store.database import Store

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def last_day(day: str) -> str:
    """The last day, as an ISO date, of a day, month or year. Raises ValueError for anything else."""
    days = period(day) if DAY.fullmatch(day) else None
    if days is None:
        raise ValueError(f"{day} is no ISO date; write it as 2021-12-09, 2021-12 or 2021")
    return days[1].isoformat()


class Earlier(NamedTuple):
    """An account of an earlier day. `unplaced`: how many reports stay out though nobody knows that they came later."""

    store: Store
    unplaced: int


def as_of(store: Store, dates: Mapping[str, Moment], day: str) -> Earlier:
    """A store in memory, closed to writing, with the account of the reports that were out by the end of a day for certain.

    `dates` are the days of publication (report id → moment) as the whole account knows them. A report that is not among
    them can't be placed and stays out until the day of the last dated report: then the account is the whole one. So does
    an analyst's word on the state of a commitment, unless it names the reports that show it and all of them were out.
    Raises ValueError where `day` is no ISO date, month or year.
    """
    last = last_day(day)
    placed = {one: moment for one, moment in dates.items() if moment.latest}
    out = {one: moment for one, moment in placed.items() if str(moment.latest)[:10] <= last}
    if placed and len(out) == len(placed):
        return Earlier(_closed(copied(store)), 0)
    unplaced = [one for one in store.report_ids() if one not in out and _may_be_out(dates.get(one), last)]
    kept = cut(store, out)
    with own(kept):
        decisions = [
            one for one in kept.decisions() if one.relation != STATE or (one.within and set(one.within) <= set(out))
        ]
        account = fold(kept.readings(), kept.comparisons(), decisions, out)
    kept.write_account(account.entries, account.judgements)
    return Earlier(_closed(kept), len(unplaced))


def _closed(store: Store) -> Store:
    store.close_to_writing()
    return store


def _may_be_out(published: Moment | None, last: str) -> bool:
    """Is a report's day unknown, or might it lie by the end of a day?"""
    return published is None or published.earliest is None or published.earliest[:10] <= last
