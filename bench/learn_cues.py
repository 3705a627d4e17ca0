"""Learn which verbs are cues, and in which constructions, from news with marked attributions.

    python bench/learn_cues.py TRAIN.jsonl [--least 4] [--share 0.5] [--parsed CACHE.spacy]

TRAIN has one JSON object a line: `text`, and `quotes` with `contents`, a list of [start, end] in `text`. For every verb
the parse offers constructions, each with a content (`wirecopy.language.speech.cues.candidates`); one is right where its
characters and those of a marked attribution overlap by half (Jaccard). A verb is a cue in a construction where it was
right at least `--least` times and in at least `--share` of all cases. What is printed
was weighed by hand into the lists of `words/cues.yml`.

Learned from the `train` part of PolNeAR (networkdynamics/PolNeAR; Newell, Margolin and Ruths 2018, "An Attribution
Relations Corpus for Political News"): words and frequencies alone, no text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from wirecopy.language import parser
from wirecopy.language.quotes import quotes
from wirecopy.language.speech import cues
from wirecopy.language.speech.constructions import Cue

Key = tuple[str, str]


def contents(quote: dict[str, Any]) -> set[int]:
    """The characters of a marked attribution."""
    return {i for start, end in quote["contents"] for i in range(start, end)}


def cases(doc: Any, marked: list[set[int]]) -> Iterator[tuple[Key, bool]]:
    """For each verb outside quotation marks and each construction that it stands in: was it an attribution?"""
    quoted = [(quote.start, quote.end) for quote in quotes(doc.text)]
    for token in doc:
        if any(a <= token.idx < b for a, b in quoted):
            continue
        seen = set()
        verb = token.pos_ in ("VERB", "AUX")
        for cue in cues.candidates(token) if verb else cues.noun_clauses(token):
            if cue.frame not in seen:
                seen.add(cue.frame)
                yield (token.lemma_.lower(), cue.frame if verb else "that"), right(doc, cue, marked)


def right(doc: Any, cue: Cue, marked: list[set[int]]) -> bool:
    """Whether the content of a construction is a marked one, by half of its characters."""
    found: set[int] = set()
    for start, end in cue.words:
        found.update(range(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)))
    return any(len(found & one) >= 0.5 * len(found | one) for one in marked if found & one)


def parses(texts: Iterable[str], cache: Path | None) -> Iterable[Any]:
    """The parses of the texts, from a cache of them where one is given."""
    from spacy.tokens import DocBin

    nlp = parser.load()
    if cache:
        return DocBin().from_disk(cache).get_docs(nlp.vocab)
    return nlp.pipe(texts, disable=["ner"])


def main() -> None:
    """Print the learned constructions by verb, with how often each was right."""
    options = argparse.ArgumentParser(description="Learn cue verbs.")
    options.add_argument("train", type=Path)
    options.add_argument("--least", type=int, default=4)
    options.add_argument("--share", type=float, default=0.5)
    options.add_argument("--parsed", type=Path)
    args = options.parse_args()
    rows = [json.loads(line) for line in args.train.read_text(encoding="utf8").splitlines()]
    hits, total = Counter[Key](), Counter[Key]()
    for row, doc in zip(rows, parses((row["text"] for row in rows), args.parsed), strict=False):
        for key, hit in cases(doc, [contents(quote) for quote in row["quotes"]]):
            total[key] += 1
            hits[key] += hit
    learned = defaultdict(list)
    for (verb, frame), count in sorted(total.items()):
        if hits[verb, frame] >= args.least and hits[verb, frame] >= args.share * count:
            learned[verb].append(frame)
    for verb, frames in learned.items():
        figures = ", ".join(f"{frame} {hits[verb, frame]}/{total[verb, frame]}" for frame in frames)
        print(f"  {verb}: [{', '.join(frames)}]  # {figures}")


if __name__ == "__main__":
    main()
