"""Finders of a new version run alone: what the others found stays as it stands, with its ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wirecopy import language
from wirecopy.findings import FINDERS
from wirecopy.findings.finder import Finder
from wirecopy.model import Claim, Read
from wirecopy.notes import Notes
from wirecopy.store.database import Store

# The setting that names the rules (name@version) by which every document was read.
RULES = "rules"


def current() -> tuple[str, ...]:
    """The rules of this version's finders."""
    return tuple(finder.rule for finder in FINDERS)


def keep_rules(store: Store) -> None:
    """Note that every document was read by the finders of this version."""
    store.set(RULES, json.dumps(current()))


def outdated(store: Store) -> tuple[Finder, ...]:
    """The finders of another version than the one by which the documents were read; all where that is not on record."""
    kept = json.loads(store.setting(RULES) or "[]")
    return tuple(finder for finder in FINDERS if finder.rule not in kept)


def found_again(read: Read, finders: Sequence[Finder]) -> tuple[Claim, ...]:
    """What these finders find in a report now; its text, names and times are taken as they stand."""
    stated = read.report.published if read.report.published and read.report.published.basis == "stated" else None
    log = Notes(read.report.path)
    (passage,) = language.analyse_all([(replace(read.report, published=stated), log)])
    if read.report.language != "en":
        return ()
    passage = replace(passage, report=read.report)
    return tuple({claim.id: claim for finder in finders for claim in finder.find(passage, log)}.values())


def is_of(claim: Claim, finders: Iterable[Finder]) -> bool:
    """Was a claim found by one of these? A rule that is no finder's own name is a part of the finder of its kind."""
    name, every = claim.rule.partition("@")[0], {finder.name for finder in FINDERS}
    return (name if name in every else f"{claim.kind}s") in {finder.name for finder in finders}
