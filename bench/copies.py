"""Copies: how fast they are found, how that grows with the account, and how many are found.

    python bench/copies.py [--texts 20000] [--growth 1000,50000] [--probes 200]

Throughput: splitting, looking up, comparing and grouping of texts of about 4 kB on one core, against MinHash and LSH by
`rensa` over word 5-grams made in Python, in one process on the same texts. Each tenth text is a rewrite of another, at
levels .1, .3, .5 and .7 in turn, as `copies.py` of the evaluation data makes them; the share that is found is printed.
Growth: the time that one more report takes to be looked up in the index of an account's file and to be added, durably,
where few reports are there and where many are. What comparing it with what was found takes is printed beside it.

The texts are those of the evaluation data (WIRECOPY_EVALUATION, default ../shared). They are 1,500, so the rest are
versions of them: six of ten sentences are those of other articles, with every telling word exchanged for another, as rare.
What stays stands for what reports have in common, names and whole sentences: two share prints about as often (seven pairs
in 10,000) as two of the evaluation data do (eight). Reports of a single crisis would share more.

Ratios count, not times, and must reach the floors in `floors.json`. Floors: wirecopy's texts a second by rensa's; the time
of one more report among few by that among many.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import ModuleType

from wirecopy.judgements import copies
from wirecopy.judgements.copies import candidates
from wirecopy.judgements.weights import WORD, fold, sentence_spans, weight
from wirecopy.model import Block, Report, Stretch
from wirecopy.store.database import Store

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("WIRECOPY_EVALUATION", HERE.parent.parent / "shared"))
ELSEWHERE = 0.6  # share of the sentences of a version that are those of other articles, told of another world
LEVELS = (0.1, 0.3, 0.5, 0.7)
EVERY = 10  # each so manieth text is a rewrite
WORLDS = 16  # in each of which other words take each other's places …
SWAPPED = 64  # … so many, of about the same weight


# ---- texts
def articles() -> list[str]:
    """The texts of the evaluation data, with their titles."""
    with gzip.open(DATA / "gold" / "copies" / "texts-dev.jsonl.gz", "rt", encoding="utf8") as lines:
        return [f"{row['title']}\n\n{row['text']}" for row in map(json.loads, lines)]


def planter() -> ModuleType:
    """The scorer of the evaluation data, which knows how to rewrite a text."""
    spec = importlib.util.spec_from_file_location("planted_copies", DATA / "score" / "copies.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def worlds(texts: Sequence[str]) -> Iterator[dict[str, str]]:
    """In each world, which telling word takes the place of which."""
    words = {word.lower() for text in texts for word in WORD.findall(text)}
    weighed = {word: weight(fold(word)) for word in words}
    ranked = sorted((value, word) for word, value in weighed.items() if value >= candidates.TELLING)
    for shift in range(1, WORLDS + 1):
        yield {
            word: ranked[min(len(ranked) - 1, n - n % SWAPPED + (n + shift) % SWAPPED)][1]
            for n, (_, word) in enumerate(ranked)
        }


def told_of(sentence: str, world: dict[str, str]) -> str:
    """The sentence as another world has it."""

    def other(word: re.Match[str]) -> str:
        found = world.get(word[0].lower(), word[0])
        return found.capitalize() if word[0][0].isupper() else found

    return WORD.sub(other, sentence)


def versions() -> Iterator[str]:
    """The texts in one version after the other, without end."""
    texts, chance = articles(), random.Random(1)
    split = [
        [text[start:end] for start, end in sentence_spans(text, (Block(0, len(text), "paragraph"),))] for text in texts
    ]
    others = list(worlds(texts))
    while True:
        for sentences in split:
            yield "\n\n".join(
                told_of(chance.choice(chance.choice(split)), chance.choice(others))
                if chance.random() < ELSEWHERE
                else sentence
                for sentence in sentences
            )


def planted(count: int) -> tuple[list[str], dict[int, tuple[int, float]]]:
    """So many texts in a random order, and which of them are rewrites: number → (number of the source, level)."""
    chance, scorer = random.Random(2), planter()
    synonyms = scorer.read_synonyms(DATA / "gold" / "copies" / "synonyms-dev.tsv")
    texts = list(islice(versions(), count - count // EVERY))
    order = list(range(count))
    chance.shuffle(order)
    rewrites = {}
    for turn, source in enumerate(chance.sample(range(len(texts)), count - len(texts))):
        level = LEVELS[turn % len(LEVELS)]
        rewrites[order[len(texts)]] = (order[source], level)
        texts.append(scorer.rewrite(texts[source], level, synonyms, chance))
    shuffled = [""] * count
    for number, text in zip(order, texts, strict=True):
        shuffled[number] = text
    return shuffled, rewrites


def report(name: str, text: str) -> Report:
    """A report of a clean text."""
    return Report(name, name, name, text, (), (Stretch(0, 0, len(text)),), (Block(0, len(text), "paragraph"),))


# ---- throughput
def by_wirecopy(texts: Sequence[str]) -> dict[int, int]:
    """Texts → the number of the family of each."""
    names = [f"{number:07}" for number in range(len(texts))]
    families = copies.families_of(map(report, names, texts))
    return {int(member): label for label, family in enumerate(families) for member in family}


def by_rensa(texts: Sequence[str]) -> set[tuple[int, int]]:
    """Texts → pairs that meet: word 5-grams, 128 hashes, 32 bands of 4."""
    from rensa import RMinHash, RMinHashLSH

    index, found = RMinHashLSH(0.5, 128, 32), set()
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        hashed = RMinHash(128, 7)
        hashed.update([" ".join(words[k : k + 5]) for k in range(len(words) - 4)])
        found |= {(other, number) for other in index.query(hashed)}
        index.insert(number, hashed)
    return found


def throughput(count: int) -> tuple[float, float]:
    """Texts a second by rensa's, and the share of rewrites that was found."""
    texts, rewrites = planted(count)
    by_wirecopy(texts[:50]), by_rensa(texts[:50])  # loads the tables
    start = time.process_time()
    pairs = by_rensa(texts)
    middle = time.process_time()
    family = by_wirecopy(texts)
    rensa, own = count / (middle - start), count / (time.process_time() - middle)
    met: dict[float, list[tuple[bool, bool]]] = defaultdict(list)
    for copy, (source, level) in rewrites.items():
        both = (min(copy, source), max(copy, source))
        met[level].append((family[copy] == family[source], both in pairs))
    for level, found in sorted(met.items()):
        mine, theirs = (sum(column) / len(column) for column in zip(*found, strict=True))
        print(f"  recall at level {level}: {mine:.3f} (rensa {theirs:.3f})")
    print(f"{count} texts: {own:.0f} a second in {len(set(family.values()))} families; rensa {rensa:.0f} a second")
    every = [mine for found in met.values() for mine, _ in found]
    return own / rensa, sum(every) / len(every)


# ---- growth
def filled(folder: str, texts: Sequence[str]) -> Store:
    """An account's file whose index has these texts, and nothing else."""
    store = Store(f"{folder}/{len(texts)}.db")
    with store.transaction():
        for number, text in enumerate(texts):
            one = put(store, f"{number:07}", text)
            store.prints.add(one.id, candidates.prints_of(one))
    return store


def put(store: Store, name: str, text: str) -> Report:
    """Store a report without judging it."""
    store.connection.execute("INSERT INTO documents VALUES (?, ?, 'text/plain', NULL, NULL, '')", (name, name))
    store.connection.execute(
        "INSERT INTO reports (id, document_id, path, text, data, mentions, expressions) VALUES (?, ?, ?, ?, '', '', '')",
        (name, name, name, text),
    )
    return report(name, text)


def add(store: Store, name: str, text: str) -> tuple[float, float, int]:
    """Add a report to the index: seconds, seconds with comparing, and how many reports it was compared with."""
    put(store, name, text)
    start = time.perf_counter()
    prints = candidates.prints_of(report(name, text))
    found = candidates.near(store.prints, prints)
    store.add_compared(name, prints, ())
    added = time.perf_counter()
    for other in found:
        (there,) = store.connection.execute("SELECT text FROM reports WHERE id = ?", (other,)).fetchone()
        copies.compare(report(name, text), report(other, there), drift=False)
    return added - start, time.perf_counter() - start, len(found)


def growth(few: int, many: int, probes: int) -> float:
    """Time of one more report among few by that among many: 1 is no growth, 0.5 is twice as long."""
    texts = list(islice(versions(), many + probes))
    random.Random(3).shuffle(texts)
    times: dict[int, list[tuple[float, float, int]]] = {few: [], many: []}
    with tempfile.TemporaryDirectory() as folder:
        stores = {size: filled(folder, texts[:size]) for size in times}
        for number, text in enumerate(texts[many:]):
            for size, store in stores.items():
                times[size].append(add(store, f"probe-{number}", text))
        for store in stores.values():
            store.close()
    medians = {}
    for size, found in times.items():
        plain, compared, others = zip(*found, strict=True)
        medians[size] = statistics.median(plain)
        print(
            f"one more report among {size}: {1000 * medians[size]:.2f} ms, with comparing"
            f" {1000 * statistics.median(compared):.2f} ms ({statistics.mean(others):.1f} others)"
        )
    return medians[few] / medians[many]


def main() -> int:
    """Measure, print the ratios beside their floors; fails where one is not reached."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--texts", type=int, default=20_000, help="for throughput; 0 leaves it out")
    arguments.add_argument("--growth", default="1000,50000", help="few,many reports; empty leaves it out")
    arguments.add_argument("--probes", type=int, default=200, help="reports that are added to each of the two")
    asked = arguments.parse_args()
    if not DATA.is_dir():
        print(f"no evaluation data at {DATA}: set WIRECOPY_EVALUATION to where they are")
        return 0
    os.environ["RAYON_NUM_THREADS"] = "1"
    figures: dict[str, dict[str, float]] = {}
    if asked.texts:
        ratio, recall = throughput(asked.texts)
        figures["copies speed"] = {"ratio": ratio, "recall": recall}
    if asked.growth:
        few, many = map(int, asked.growth.split(","))
        figures["copies growth"] = {"ratio": growth(few, many, asked.probes)}
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf8"))
    low = 0
    for name, found in figures.items():
        for key, value in found.items():
            floor = floors.get(name, {}).get(key, 0.0)
            low += value < floor
            print(f"{'LOW ' if value < floor else 'ok  '} {name}: {key} {value:.3f} (floor {floor:.2f})")
    return int(low > 0)


if __name__ == "__main__":
    sys.exit(main())
