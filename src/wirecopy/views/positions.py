"""Positions as plain data, for lists and pages: who asks, refuses, offers and threatens what, and how it moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from wirecopy.account.positions import Move, Position, moves, positions
from wirecopy.model import Entry
from wirecopy.run.account import OpenAccount
from wirecopy.views.sentences import sentence, sources

Row = dict[str, Any]


def position_rows(account: OpenAccount, side: str | None = None) -> list[Row]:
    """A row for each issue and side, with its stances and their sources; of one side alone where it is named."""
    return [_row(one) for one in positions(account.commitments) if _is_wanted(one.side, side)]


def move_rows(before: OpenAccount, after: OpenAccount, side: str | None = None) -> list[Row]:
    """A row for each commitment that is new, gone or in another state than on the earlier day."""
    found = moves(positions(before.commitments), positions(after.commitments))
    return [_move(one) for one in found if _is_wanted(one.side, side)]


def _is_wanted(name: str, side: str | None) -> bool:
    return side is None or side.lower() in name.lower()


def _row(position: Position) -> Row:
    stances = {stance: [_line(entry) for entry in entries] for stance, entries in position.stances.items()}
    return {"issue": position.issue, "side": position.side, "stances": stances}


def _line(entry: Entry) -> Row:
    return {"id": entry.id, "line": sentence(entry), "state": entry.state, "reports": len(entry.reports),
            "origins": entry.origins, "sources": sources(entry)}  # fmt: skip


def _move(move: Move) -> Row:
    return {"issue": move.issue, "side": move.side, "stance": move.stance, "before": move.before, "after": move.after,
            **_line(move.entry)}  # fmt: skip


def write_positions(rows: Sequence[Row], out: TextIO) -> None:
    """Issues as headings, sides below them, a line for each stance."""
    issue = None
    for row in rows:
        if row["issue"] != issue:
            out.write(f"{'' if issue is None else chr(10)}{row['issue']}\n")
            issue = row["issue"]
        out.write(f"  {row['side']}\n")
        for stance, lines in row["stances"].items():
            for line in lines:
                out.write(f"    {stance:9} {line['line']} — {line['state']}, {line['sources']} `{line['id']}`\n")


def write_moves(rows: Sequence[Row], since: str, out: TextIO) -> None:
    """A line for each move, under a heading with the day since which it was made."""
    out.write(f"Moved since {since}\n")
    for row in rows:
        change = f"{row['before'] or 'new'} → {row['after'] or 'gone'}"
        out.write(f"  {row['issue']}: {row['side']} {row['stance']}: {row['line']} — {change} `{row['id']}`\n")
