"""When what counted as several origins turns out to be one, the issue log says since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wirecopy.account.describe import listed
from wirecopy.model import Family, Note


def joined(before: Iterable[Sequence[str]], after: Iterable[Family], paths: Mapping[str, str]) -> Iterator[Note]:
    """A note for each family that was several in the fold before: every line that they share has lost an origin.

    It stands in the issue log, not in the history of the lines: the account is the same whatever was read first.
    """
    first_of = {member: members[0] for members in before for member in members}
    for family in after:
        former = {first_of[member]: member for member in family.members if member in first_of}
        if len(former) < 2:
            continue
        names = sorted(paths[member] for member in former.values())
        new = sorted(paths[member] for member in family.members if member not in first_of)
        since = f", since {listed(new)} was read" if new else ""
        yield Note(
            "account",
            names[-1],
            "info",
            f"{listed(names)} are counted as one origin now, no longer as {len(names)}{since}",
        )
