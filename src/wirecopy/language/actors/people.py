"""Names of persons in a report: full names first, then surnames, other spellings and slips of the pen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from wirecopy import words
from wirecopy.language.actors import titles
from wirecopy.language.actors.gazetteer import Gazetteer, fold, slug, words_of
from wirecopy.language.layout import Layout

PARTICLES = frozenset(str(words.load("first_names")["particles"]).split())
OF_FAMILIES = frozenset(str(words.load("first_names")["of_families"]).split())
_JOINTS = frozenset("-–'’")
_HEADLINE = 4  # longer words: in fewer every one may well be a name
_GARBLED_FROM = 6  # letters: in shorter names one edit too often makes another name


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens [first, after] that look like a name of a person, titles left out; `title` says whether one stands before."""

    first: int
    after: int
    title: bool


@cache
def genders() -> dict[str, str]:
    """First name (folded) → "m" or "f"."""
    lists = words.load("first_names")
    return {fold(name): gender for gender in ("m", "f") for name in str(lists[gender]).split()}


@cache
def family_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    return frozenset(fold(name) for name in str(words.load("first_names")["family_first"]).split())


@cache
def _no_names() -> dict[str, frozenset[str]]:
    lists = words.load("first_names")
    return {
        name: frozenset(str(lists[name]).split())
        for name in ("days", "openers", "partners", "things", "surnames", "vessels")
    }


def no_person(layout: Layout, run: Run) -> bool:
    """Is it rather a ship ("the carrier John Stennis"), a body, a place ("King County") or a type ("F-16s")?"""
    before = layout.lower[run.first - 1] if run.first else ""
    last, known = layout.lower[run.after - 1], titles.load()
    following = layout.lower[run.after] if run.after < len(layout.lower) else ""
    single = run.title and run.after - run.first == 1 and layout.tokens[run.first].dep_ == "compound"
    if single and (following in known.persons or following in known.groups):
        return True  # the chief Americas analyst
    return (
        bool({before, layout.lower[run.first]} & _no_names()["vessels"])
        or any(char.isdigit() for char in last)
        or (last in _no_names()["things"] and not _is_full_name(layout, run))
        or last in known.bodies
        or last in known.groups
        or _heads_firm(layout, run)
    )


def _heads_firm(layout: Layout, run: Run) -> bool:
    """Is it the name of a firm that is called after somebody: "Dornan & Associates"?"""
    behind = layout.lower[run.after : run.after + 2]
    return len(behind) > 1 and behind[0] in {"&", "and"} and behind[1].rstrip(".") in _no_names()["partners"]


def _is_full_name(layout: Layout, run: Run) -> bool:
    """Is a word for a thing here somebody's surname, behind a first name: "Nadir Islam"?"""
    tokens = layout.tokens[run.first : run.after]
    named = len(tokens) > 1 and all(token.ent_type_ == "PERSON" and token.pos_ == "PROPN" for token in tokens)
    return named and layout.lower[run.after - 1] in _no_names()["surnames"]


def runs(layout: Layout, taken: frozenset[int], sure: frozenset[int], named: Callable[[str], bool]) -> Iterator[Run]:
    """Stretches of capitalised words that are no names of the gazetteer (`taken` tokens) and no titles.

    `sure` tokens begin a person's name of the gazetteer, whatever the parser takes them for; so do words that a person
    was `named` by before.
    """
    known = titles.load()
    at, size = 0, len(layout.tokens)
    while at < size:
        if at not in sure and not _opens(layout, at, taken) and not _returns(layout, at, taken, named):
            at += 1
            continue
        after = at + 1
        titular = _titular(layout, at, known)
        while after < size and (_goes_on(layout, after, taken) or (titular and _follows_title(layout, after, taken))):
            titular = titular and _titular(layout, after, known)
            after += 1
        while after > at + 1 and (layout.lower[after - 1] in PARTICLES or layout.lower[after - 1] in _JOINTS):
            after -= 1
        first = at
        while first < after and (_titular(layout, first, known) or (first > at and layout.lower[first] in _JOINTS)):
            first += 1
        first = _behind_title(layout, first, after, known)
        title = any(_personal(layout.lower[i], known) for i in range(at, first))
        if first < after and (title or first == at or after - first > 1):
            yield Run(first, after, title)
        at = after


def _behind_title(layout: Layout, first: int, after: int, known: titles.Titles) -> int:
    """Where a full name begins behind what its title is of: "Gao Mayor Ana Paz", "the Ports Director Dr. Tom Paz"."""
    titled = [i for i in range(first + 1, after - 2) if _personal(layout.lower[i], known)]
    return titled[-1] + 1 if titled else first


def _personal(word: str, known: titles.Titles) -> bool:
    """Does a word of a title say that a person follows? "Financial" before "Services" does not."""
    return word.rstrip(".") in known.persons or word.rstrip(".") in known.address


def _titular(layout: Layout, at: int, known: titles.Titles) -> bool:
    word = layout.lower[at].rstrip(".")
    if word in known.persons or word in known.address or word in known.modifiers or word in known.bodies:
        return True
    return word in {"of", "and"}


def _follows_title(layout: Layout, at: int, taken: frozenset[int]) -> bool:
    """Right after a title any capitalised word is a name: General Than Aye, which the parser takes for "than"."""
    return at not in taken and layout.tokens[at].text[:1].isupper() and not layout.tokens[at].is_sent_start


def _opens(layout: Layout, at: int, taken: frozenset[int]) -> bool:
    token = layout.tokens[at]
    if at in taken or not token.text[:1].isupper() or "]" in token.text:  # "[W]e can only help"
        return False
    if layout.lower[at] in _no_names()["openers"] or layout.lower[at] in _no_names()["days"]:
        return False
    if _is_told_in_headline(layout, at):
        return False
    if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
        return True
    if token.pos_ in {"NOUN", "ADJ", "X", "INTJ"} and fold(token.text) in genders():
        return True  # not "Will Russia ..."
    word, following = layout.lower[at].rstrip("."), layout.tokens[at + 1 : at + 2]
    titular = word in titles.load().persons or word in titles.load().address
    return titular and any(after.text[:1].isupper() for after in following)


def _returns(layout: Layout, at: int, taken: frozenset[int], named: Callable[[str], bool]) -> bool:
    """Is it the surname of somebody named before, which the parser takes for a common noun ("Theuringer said")?"""
    token = layout.tokens[at]
    return at not in taken and token.text[:1].isupper() and token.pos_ in {"NOUN", "ADJ", "X"} and named(token.text)


def _goes_on(layout: Layout, at: int, taken: frozenset[int]) -> bool:
    token, word = layout.tokens[at], layout.lower[at]
    if at in taken:
        return False
    if word in PARTICLES or word in _JOINTS:
        following = at + 1
        return (
            following < len(layout.tokens)
            and following not in taken
            and (
                layout.tokens[following].text[:1].isupper()
                or layout.lower[following] in PARTICLES
                or layout.lower[following] in _JOINTS
                or word in _JOINTS
            )
            and (word not in _JOINTS or not layout.tokens[at - 1].whitespace_)
        )
    if word in {"'s", "’s"}:
        return False
    if word in headline_verbs() and _in_headline(layout, at):
        return False  # "Defense Secretary Paz Issues Stunning Rebuke"
    if not token.text[:1].isupper():
        return bool(word.isalpha() and layout.lower[at - 1] in _JOINTS and not layout.tokens[at - 1].whitespace_)
    return token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB"} and not token.is_sent_start


@cache
def headline_verbs() -> frozenset[str]:
    """What a headline's verb looks like where every word has a capital: "Issues", "Denies"."""
    lemmas = " ".join(str(words.load("agents")[name]) for name in ("says", "acts", "answers", "charges", "headlines"))
    return frozenset(_third(lemma) for lemma in lemmas.split())


def _third(lemma: str) -> str:
    if lemma[-1:] == "y" and lemma[-2:-1] not in {"a", "e", "o", "u"}:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _in_headline(layout: Layout, at: int) -> bool:
    """Does a word stand in a line of which nearly every longer word has a capital, and that ends in no full stop?"""
    tokens = layout.tokens
    first, after = at, at + 1
    while first and "\n" not in tokens[first - 1].text:
        first -= 1
    while after < len(tokens) and "\n" not in tokens[after].text:
        after += 1
    long = [token for token in tokens[first:after] if token.is_alpha and len(token) > 3]
    raised = sum(token.text[:1].isupper() for token in long)
    return len(long) >= _HEADLINE and raised >= 0.8 * len(long) and tokens[after - 1].text != "."


def _is_told_in_headline(layout: Layout, at: int) -> bool:
    """Is it a headline's verb, or behind one in what the parser takes for one name with it?"""
    first = at
    while first and layout.tokens[first].ent_iob_ == "I" and layout.lower[first] not in headline_verbs():
        first -= 1
    return layout.lower[first] in headline_verbs() and _in_headline(layout, first)


class Names:
    """The persons that a report names in full, by every way to shorten their names."""

    def __init__(self) -> None:
        self._short: dict[str, list[str]] = {}

    def add(self, key: str, name: str) -> None:
        """Remember a person under the name, its endings, and its first word where families come first."""
        parts = [word.key for word in words_of(name)]
        short = {"".join(parts[at:]) for at in range(len(parts))}
        short |= {" ".join(parts[at:]) for at in range(len(parts))}
        if parts and parts[0] in family_first():
            short |= {parts[0], " ".join(parts[:2])}
        for form in short:
            held = self._short.setdefault(form, [])
            if key not in held:
                held.append(key)

    def ends(self, name: str) -> bool:
        """Is a word, letter by letter, the end of a name that was added?"""
        parts = words_of(name)
        return len(parts) == 1 and parts[0].key in self._short

    def find(self, name: str) -> tuple[str, ...]:
        """Whom a name may mean: by its words, else as one word, else with one slip where it is long enough."""
        parts = [word.key for word in words_of(name)]
        for form in (" ".join(parts), "".join(parts)):
            if form in self._short:
                return tuple(self._short[form])
        if len(parts) == 1 and len(parts[0]) >= _GARBLED_FROM - 1:
            near = [form for form in self._short if len(form) >= _GARBLED_FROM and one_edit(form, parts[0])]
            if len({key for form in near for key in self._short[form]}) == 1:
                return tuple(self._short[near[0]])
        return ()


def one_edit(a: str, b: str) -> bool:
    """Is b made from a by one letter changed, lost, added, or two neighbours swapped? The first letter must stay."""
    if a == b or a[:1] != b[:1] or abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    swapped = a[at + 2 :] == b[at + 2 :] and a[at : at + 2] == b[at : at + 2][::-1]
    return (
        a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:] or (swapped and len(a) == len(b))
    )


def gender_of(key: str, name: str, roles: Iterable[str], gazetteer: Gazetteer) -> str | None:
    """ "m", "f" or None: by the gazetteer, a gendered title, or the first name."""
    if key in gazetteer.genders:
        return gazetteer.genders[key] or None
    known = titles.load()
    said = {word for role in roles for word in role.lower().split()}
    if said & known.feminine:
        return "f"
    if said & known.masculine:
        return "m"
    first = slug(name).partition("-")[0]
    return genders().get(first)
