"""Learn which nouns name an occurrence, and which verb says the same: makes `words/occurrences.yml`.

    python bench/learn_occurrences.py WORDNET/dict TIMEML… > src/wirecopy/words/occurrences.yml

TIMEML are news documents with marked events (TimeBank 1.2 and AQUAINT; Pustejovsky and others 2003, "The TimeBank
corpus"): words and frequencies alone are taken, no text. A noun's share of marked mentions is drawn towards the share of
all nouns of its kind, as so many more mentions: its kind is what WordNet's first sense of it is (act, event, process …)
and how much of its use, by WordNet's counts, is for acts and events. A noun is kept from `LEAST` on. The verb is the one
that WordNet derives it from, or that it is derived from, where both begin alike. WordNet: see `thesaurus.py`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from thesaurus import HEAD
from wordfreq import zipf_frequency

from wirecopy.language import parser

LEAST = 0.33  # share of marked mentions from which on a noun names an occurrence
PRIOR = 3.0  # mentions that a noun's kind counts for
COMMON = 2.4  # Zipf frequency of the rarest nouns that are listed
MARKED = frozenset(
    {"OCCURRENCE", "I_ACTION", "ASPECTUAL"}
)  # TimeML's classes of events that are no state and no saying
EVENTIVE = frozenset({4, 11})  # WordNet's files of acts and events
ALIKE = 3  # letters that a noun and its verb share at the head

Sense = tuple[int, int, int, str]  # its number, WordNet's file, how often it was met, its place in the data
Kind = tuple[int, int]


def senses(folder: Path) -> Mapping[str, list[Sense]]:
    """The senses of each noun, the commonest first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("ascii").splitlines():
        key, place, number, met = line.split()
        word, _, code = key.partition("%")
        if code.startswith("1:"):
            found[word].append((int(number), int(code.split(":")[1]), int(met), place))
    return {word: sorted(own) for word, own in found.items()}


def kind(own: list[Sense]) -> Kind:
    """WordNet's file of the first sense, and the share of use for acts and events in fourths."""
    whole = sum(met + 0.5 for _, _, met, _ in own)
    share = sum(met + 0.5 for _, file, met, _ in own if file in EVENTIVE) / whole
    return own[0][1], round(4 * share)


def marked(path: Path) -> tuple[str, set[int]]:
    """The text of a TimeML document, and the characters of its events."""
    body = re.search(r"<TEXT>.*</TEXT>", path.read_text("utf8"), re.S)
    text, at = "", set[int]()

    def walk(element: ElementTree.Element) -> None:
        nonlocal text
        start = len(text)
        text += element.text or ""
        for child in element:
            walk(child)
            text += child.tail or ""
        if element.tag == "EVENT" and element.get("class") in MARKED:
            at.update(range(start, len(text)))

    walk(ElementTree.fromstring(body[0] if body else "<TEXT/>"))  # noqa: S314 -- a corpus, no stranger's file
    return text, at


def counts(paths: Iterable[Path]) -> Mapping[str, Counter[bool]]:
    """Noun → how often it was marked, and how often not."""
    found: dict[str, Counter[bool]] = defaultdict(Counter)
    documents = [marked(path) for path in paths]
    for (_, at), doc in zip(
        documents, parser.load().pipe([text for text, _ in documents], disable=["ner"]), strict=True
    ):
        for token in doc:
            if token.pos_ == "NOUN":
                found[token.lemma_.lower()][token.idx in at] += 1
    return found


def chosen(meant: Mapping[str, list[Sense]], met: Mapping[str, Counter[bool]]) -> Iterator[str]:
    """The nouns that name occurrences, by their own mentions and those of their kind."""
    of_kind: dict[Kind, Counter[bool]] = defaultdict(Counter)
    for noun in met.keys() & meant.keys():
        of_kind[kind(meant[noun])].update(met[noun])
    for noun, own in meant.items():
        like = of_kind[kind(own)]
        prior = like[True] / like.total() if like.total() >= 20 else 0.0
        seen = met.get(noun, Counter())
        share = (seen[True] + PRIOR * prior) / (seen.total() + PRIOR)
        if share >= LEAST and noun.isalpha() and noun.islower() and zipf_frequency(noun, "en") >= COMMON:
            yield noun


def verbs(folder: Path) -> Mapping[str, str]:
    """Noun → the commonest verb that is derived from one of its first two senses, or it from that, and begins alike."""
    words: dict[tuple[str, str], list[str]] = {}
    links: dict[tuple[str, str], list[tuple[str, str, str, str]]] = {}
    for part in ("noun", "verb"):
        for line in (folder / f"data.{part}").read_text("ascii").splitlines():
            if not line.startswith(" "):
                place, _, _, size, *rest = line.split("|")[0].split()
                end = 2 * int(size, 16)
                words[part[0], place] = rest[:end:2]
                spot = rest[end + 1 :]
                links[part[0], place] = [
                    (spot[i + 1], spot[i + 2], spot[i + 3][:2], spot[i + 3][2:])
                    for i in range(0, 4 * int(rest[end]), 4)
                    if spot[i] == "+"
                ]
    found: dict[str, str] = {}
    for noun, own in senses(folder).items():
        names = []
        for _, _, _, place in own[:2]:
            for other, part, mine, yours in links["n", place]:
                if part == "v" and words["n", place][int(mine, 16) - 1].lower() == noun:
                    names.append(words["v", other][int(yours, 16) - 1])
        like = [name for name in names if name[:ALIKE] == noun[:ALIKE] and name.isalpha()]
        if like:
            found[noun] = max(like, key=lambda name: (zipf_frequency(name, "en"), name))
    return found


if __name__ == "__main__":
    database = Path(sys.argv[1])
    derived = verbs(database)
    print("# Nouns that name an occurrence, each with the verb that says the same, or with none: made by")
    print(
        "# bench/learn_occurrences.py, not by hand, from TimeBank and AQUAINT (words and frequencies, no text) and WordNet."
    )
    print(HEAD[HEAD.index("# From WordNet") :])
    for word in sorted(chosen(senses(database), counts(map(Path, sys.argv[2:])))):
        print(f"{word!r}: {derived.get(word, '')!r}".replace("''", "null").replace("'", '"'))
