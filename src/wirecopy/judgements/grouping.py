"""Claims that tell of one thing, gathered into groups: the same whatever the order in which reports were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from wirecopy.judgements.told import Told
from wirecopy.model import Judgement

# From this likeness on two claims tell of one thing.
SAME = 0.5


class Judge(NamedTuple):
    """Who says which claims are one: claims that share at least `least` `keys` are compared by `likeness`.

    Of a report's claims those for which `vague` is false are gathered first, so that the others find what they may mean.
    """

    name: str
    version: int
    keys: Callable[[Told], Iterable[Hashable]]
    likeness: Callable[[Told, Told], float]
    relation: str
    least: int = 1
    vague: Callable[[Told], bool] = lambda told: False

    @property
    def rule(self) -> str:
        """How judgements name it: name@version."""
        return f"{self.name}@{self.version}"


def groups(told: Sequence[Told], judge: Judge) -> tuple[tuple[tuple[Told, ...], ...], tuple[Judgement, ...]]:
    """Gather claims, by date and path, then the vague last, then by text; each joins its likest group, or starts one.

    A group in which one member can't be the same (likeness below 0) is closed to the claim.
    """
    made: list[list[Told]] = []
    blocks: dict[Hashable, set[int]] = {}
    judgements: list[Judgement] = []
    for one in sorted(told, key=lambda t: (t.order[:2], judge.vague(t), t.order)):
        keys = set(judge.keys(one))
        shared = Counter(number for key in keys for number in blocks.get(key, ()))
        near = sorted(number for number, count in shared.items() if count >= judge.least)
        number, likest, score = _best(one, made, near, judge)
        if likest is None:
            number = len(made)
            made.append([])
        else:
            because = f"likeness {score:.2f} of act, participants, time and words"
            judgements.append(
                Judgement(
                    likest.claim.id, one.claim.id, judge.relation, "yes", because, judge.rule, score=round(score, 3)
                )
            )
        made[number].append(one)
        for key in keys:
            blocks.setdefault(key, set()).add(number)
    return tuple(map(tuple, made)), tuple(judgements)


def _best(one: Told, made: list[list[Told]], near: Iterable[int], judge: Judge) -> tuple[int, Told | None, float]:
    """(number of the group, its likest member, likeness); no member where none is alike enough."""
    best: tuple[float, int, Told] | None = None
    for number in near:
        likest = _likest(one, made[number], judge)
        # At a tie the later group: a bare "the call" means the one that was told of last.
        if likest and likest[0] >= SAME and (best is None or likest[0] >= best[0]):
            best = likest[0], number, likest[1]
    return (best[1], best[2], best[0]) if best else (-1, None, 0.0)


def _likest(one: Told, group: Iterable[Told], judge: Judge) -> tuple[float, Told] | None:
    """The likeness of the first of a group's likest members, with it; None where one of them can't be the same.

    A copy that changed the day of a sentence closes no group to what fits the sentence that it copied.
    """
    scores = [(judge.likeness(member, one), member) for member in group]
    best = max(scores, key=lambda pair: pair[0])
    copied = (member for score, member in scores if score < 0)
    if all(member.copied and member.sentence and member.sentence == best[1].sentence for member in copied):
        return best
    return None
