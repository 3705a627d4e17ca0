"""How well an account dates reports whose dates are hidden: right, pinned, wrong and open.

    python bench/dating.py [--only corpus,stories] [--show]

`corpus`: the sample corpus. Its undated reports, held against the days below, and each dated report in turn without its
date. `stories`: the dated articles of the evaluation data's stories (WIRECOPY_EVALUATION, default ../shared), those of
each two months taken for one account, every fifth without its date. `clusters`: the dated documents of ECB+, likewise.
right: the true day lies within the days that are given; pinned: right, and at most four days; wrong: it does not; open:
no days on both sides are given. Parses are kept in build/, by the code that made them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wirecopy.account.dates import dated
from wirecopy.documents import document_of
from wirecopy.judgements import dating
from wirecopy.judgements.copies.families import fold
from wirecopy.model import Family, Read, Report
from wirecopy.moments.resolve import known
from wirecopy.notes import Notes
from wirecopy.reports import report_of
from wirecopy.run.reading import read_reports

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("WIRECOPY_EVALUATION", HERE.parent.parent / "shared")) / "gold"
CORPUS = HERE.parent / "examples" / "winter-2021" / "reports"
# The undated reports of the corpus whose day a reader can tell, with the days that are right.
RIGHT = {
    "03": ("2021-12-09", "2021-12-10"), "09": ("2021-12-23", "2021-12-24"), "17": ("2022-01-12", "2022-01-13"),
    "18": ("2022-01-13", "2022-01-14"), "23": ("2022-01-21", "2022-01-22"), "24": ("2022-01-21", "2022-01-23"),
    "25": ("2022-01-25", "2022-01-25"), "26": ("2022-01-27", "2022-01-27"), "31": ("2022-02-12", "2022-02-13"),
    "32": ("2022-02-12", "2022-02-14"), "39": ("2022-02-27", "2022-02-28"), "11": ("2021-12-29", "2021-12-30"),
}  # fmt: skip
PINNED, FOLDS, MONTHS = 4, 5, 60


class Article(NamedTuple):
    """A report that was read, with the days on which it can truly have been published."""

    read: Read
    days: tuple[date, date]


def hidden(read: Read) -> Read:
    """The same report as it would have been read without its date."""
    report = replace(read.report, published=None)
    return replace(read, report=replace(report, published=dating.published(report, read.expressions)))


def judged(articles: Iterable[Article], reports: dict[str, Report], show: bool) -> Counter[str]:
    """What the dates that an account gives to some reports add to the totals."""
    counts: Counter[str] = Counter()
    for read, (first, last) in articles:
        given = known(reports[read.report.id].published)
        found = "open" if given is None else "right" if given[0] <= last and first <= given[1] else "wrong"
        counts["reports"] += 1
        counts[found] += 1
        counts["pinned"] += found == "right" and given is not None and (given[1] - given[0]).days < PINNED
        if show:
            print(f"  {found:<6}{read.report.path:<34}{first} {'open' if given is None else f'{given[0]} {given[1]}'}")
    return counts


def without(articles: Sequence[Article], families: Sequence[Family], hide: set[str], show: bool) -> Counter[str]:
    """Hide the dates of some reports of an account, and judge what it makes of them."""
    reads = [hidden(a.read) if a.read.report.id in hide else a.read for a in articles]
    return judged((a for a in articles if a.read.report.id in hide), dated(reads, families)[0], show)


# ---- the sample corpus
def corpus(show: bool) -> Iterator[tuple[str, Counter[str]]]:
    """The undated reports as they are, then the dated ones, each in turn."""
    import wirecopy

    with tempfile.TemporaryDirectory() as folder, wirecopy.open(f"{folder}/account.db") as account:
        account.read(str(CORPUS))
        reads, comparisons = account.store.readings(), account.store.comparisons()
    families = fold({read.report.id: len(read.report.text) for read in reads}, comparisons)
    articles = [Article(read, days) for read in reads if (days := _true_days(read))]
    reports = dated(reads, families)[0]
    yield "corpus, undated", judged((a for a in articles if not _stated(a.read)), reports, show)
    rest = [Article(read, (date.max, date.max)) for read in reads if not _true_days(read)]
    counts: Counter[str] = Counter()
    for article in articles:
        if _stated(article.read) and article.read.report.language == "en":
            counts += without([*articles, *rest], families, {article.read.report.id}, show)
    yield "corpus, one hidden", counts


def _stated(read: Read) -> bool:
    return read.report.published is not None and read.report.published.basis == "stated"


def _true_days(read: Read) -> tuple[date, date] | None:
    if _stated(read):
        return known(read.report.published)
    told = RIGHT.get(read.report.path[:2])
    return (date.fromisoformat(told[0]), date.fromisoformat(told[1])) if told else None


# ---- the evaluation data
def collection(name: str, show: bool) -> Iterator[tuple[str, Counter[str]]]:
    """Articles with their dates, those of each two months as one account, every fifth hidden."""
    accounts: dict[int, list[Article]] = defaultdict(list)
    for article in _read(name):
        accounts[article.days[0].toordinal() // MONTHS].append(article)
    counts: Counter[str] = Counter()
    for articles in accounts.values():
        for part in range(FOLDS if len(articles) > FOLDS else 0):
            counts += without(articles, (), {a.read.report.id for a in articles[part::FOLDS]}, show)
    yield Path(name).stem, counts


def _read(name: str) -> list[Article]:
    """The dated articles of a collection, dated as they are said to be; parsed once."""
    kept = HERE.parent / "build" / f"dating-{Path(name).stem}-{_version()}.pickle"
    if not kept.exists():
        rows = [json.loads(line) for line in (DATA / name).read_text(encoding="utf8").splitlines()]
        texts = [(r["published"][:10], "\n\n".join(filter(None, (r.get("title"), r["text"])))[:6000])
                 for r in rows if r["published"]]  # fmt: skip
        logs = [Notes(str(number)) for number in range(len(texts))]
        raw = [(report_of(document_of(f"{log.source:>4}", text.encode("utf8", "replace")), text, log), log)
               for (_, text), log in zip(texts, logs, strict=True)]  # fmt: skip
        readings = [Read(r.report, r.mentions, r.expressions, ()) for r in read_reports(raw)]
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps([(day, read) for (day, _), read in zip(texts, readings, strict=True)]))
    # Our own file of a moment ago, in our own build folder.
    found: list[tuple[str, Read]] = pickle.loads(kept.read_bytes())  # noqa: S301
    return [Article(replace(read, report=replace(read.report, published=dating.published(read.report, (), day))),
                    (date.fromisoformat(day),) * 2) for day, read in found]  # fmt: skip


def _version() -> str:
    """A name for all the code and words that a parse depends on."""
    digest = hashlib.blake2b(digest_size=6)
    source = HERE.parent / "src" / "wirecopy"
    for folder in ("model.py", "words", "moments", "documents", "reports", "language"):
        for path in sorted((source / folder).rglob("*") if (source / folder).is_dir() else [source / folder]):
            digest.update(path.read_bytes() if path.suffix in (".py", ".yml") else b"")
    return digest.hexdigest()


COLLECTIONS = {
    "stories": ("stories/dev-1.jsonl", "stories/dev-2.jsonl"),
    "clusters": ("coreference/ecbplus-dev.jsonl",),
}


def main() -> None:
    """Print the shares for each set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="corpus,stories,clusters", help="comma-separated: corpus, stories, clusters")
    parser.add_argument("--show", action="store_true", help="print every report")
    asked = parser.parse_args()
    for one in asked.only.split(","):
        if one != "corpus" and not DATA.is_dir():
            print(f"no evaluation data at {DATA}: set WIRECOPY_EVALUATION to where they are")
            continue
        for name in COLLECTIONS.get(one, ("",)):
            for title, counts in collection(name, asked.show) if name else corpus(asked.show):
                shares = "  ".join(
                    f"{key} {counts[key] / counts['reports']:.3f}" for key in ("right", "pinned", "wrong", "open")
                )
                print(f"{title:<20}{counts['reports']:>5} reports  {shares}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
