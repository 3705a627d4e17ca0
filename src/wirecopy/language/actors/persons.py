"""Persons in a report: full names first, then what shortens or garbles them, and the titles beside them."""

from __future__ import annotations

from collections import ChainMap

from wirecopy.language.actors import kin, people, titles
from wirecopy.language.actors.bodies import told_as
from wirecopy.language.actors.cast import Named
from wirecopy.language.actors.gazetteer import fold, slug, words_of
from wirecopy.language.actors.offices import offices_of
from wirecopy.language.actors.scan import Hit
from wirecopy.language.actors.scene import Scene
from wirecopy.language.actors.spelling import of_gazetteer
from wirecopy.model import Actor

_PERSON = "person"
_CLAUSE_ENDS = frozenset(
    {",", ".", ";", ":", "who", "of", "for", "in", "at", "to", "on", "said", "says", "told", "has", "was", "is"}
)
_LONGEST_OFFICE = 9  # words from a name to the end of the office behind it, the comma included
_FAR_BEHIND = 500  # characters behind a name: two paragraphs


def name_persons(scene: Scene, found: list[Hit]) -> None:
    """Name persons: full names first, then what shortens or garbles them."""
    taken = frozenset(scene.names) | frozenset(scene.countries)
    by_start = {scene.layout.span(hit.start, hit.end)[0]: hit for hit in found}
    later: list[tuple[people.Run, Hit | None]] = []
    for run in people.runs(scene.layout, taken, frozenset(by_start), scene.known.ends):
        hit = next((by_start[i] for i in range(run.first, run.after) if i in by_start), None)
        if people.no_person(scene.layout, run) or (run.after - run.first == 1 and _rejoined(scene, run)):
            continue
        if hit is not None and _known(scene, run, hit):
            continue
        if run.after - run.first > 1 and not _is_family(scene, run) and _looks_like_person(scene, run):
            _unknown(scene, run)
        else:
            later.append((run, hit))
    _offices(scene)
    for run, hit in later:
        _short(scene, run, hit)
    _offices(scene)


def _is_family(scene: Scene, run: people.Run) -> bool:
    """Is it a family name alone ("de Paz"), which a full name elsewhere in the report may explain?"""
    return run.after - run.first == 2 and scene.layout.lower[run.first] in people.OF_FAMILIES


def _known(scene: Scene, run: people.Run, hit: Hit) -> bool:
    """Take a full name of the gazetteer, or a surname that nobody else has; false where the run is somebody else."""
    first, after = scene.layout.span(hit.start, hit.end)
    name = hit.names[0].words
    whole = len(name) > 1 and name[0] not in people.PARTICLES  # "bin Ali" is of any Ali's son
    if (first > run.first and not whole) or after < run.after:
        given = words_of(scene.layout.tokens[run.first].text)
        own = given[0].key if given else ""  # of "Park Dong-min" the family's, which another Park has too
        same = [n for n in hit.names if own and n.actor.startswith(f"{own}-") and own not in n.words]
        if not same:
            return False
        _take(scene, run, same[0].actor, "name in the gazetteer")
        return True
    if hit.names[0].form == "surname" or len({name.actor for name in hit.names}) > 1:
        return False
    if not whole and not run.title and _is_of_another(scene, run, hit.names[0].actor):
        return False
    _take(scene, run, hit.names[0].actor, "name in the gazetteer")
    return True


def _is_of_another(scene: Scene, run: people.Run, known: str) -> bool:
    """Is it the surname of somebody whom the report named in full before, and not yet of whom the gazetteer has by it?

    Behind "David Roe, a former envoy" the report's Roe is the envoy, however well a minister of that name is known.
    """
    said = scene.layout.tokens[run.first].text
    return run.after - run.first == 1 and scene.known.ends(said) and known not in scene.known.find(said)


def _rejoined(scene: Scene, run: people.Run) -> bool:
    """A first name after a title whose surname a translation left at the end of the sentence.

    "Spokesman Tom also said on Friday Keller" is Tom Keller where the gazetteer has one; the surname is named with it.
    """
    first = words_of(scene.layout.tokens[run.first].text)
    if not (first and (run.title or _titled(scene, run)) and first[0].key in people.genders()):
        return False
    last = scene.layout.tokens[run.first].sent.end - 1
    while last > run.after and scene.layout.tokens[last].is_punct | scene.layout.tokens[last].is_space:
        last -= 1
    surname = words_of(scene.layout.tokens[last].text)
    if last <= run.after or not surname or not surname[0].said[:1].isupper():
        return False
    whole = (first[0].key, surname[0].key)
    found = {name.actor for name in scene.gazetteer.names.get(whole[0], ()) if name.words == whole}
    if len(found) != 1:
        return False
    key = found.pop()
    _take(scene, run, key, "first name of a person in the gazetteer whose surname ends the sentence")
    scene.names[last] = key
    scene.persons.add(last)
    scene.cast.name(*scene.layout.chars(last, last + 1), key, "surname that stands at the end of its sentence")
    return True


def _take(scene: Scene, run: people.Run, key: str, because: str) -> None:
    if key in scene.gazetteer.actors:
        scene.cast.enter(_without_roles(scene.gazetteer.actors[key]))
    scene.known.add(key, scene.cast.actors[key].name)
    start, end = scene.layout.chars(run.first, run.after)
    scene.known.add(key, scene.report.text[start:end])
    scene.cast.name(_from_title(scene, run, start), end, key, because)
    scene.persons.update(range(run.first, run.after))
    for i in range(run.first, run.after):
        scene.names[i] = key
    scene.runs.append((run, key))


def _offices(scene: Scene) -> None:
    """Read the titles beside the names taken so far, when all names in them are known ("a Putin aide")."""
    actors = ChainMap(scene.cast.actors, scene.gazetteer.actors)
    for run, key in scene.runs:
        for office in offices_of(scene.layout, run, scene.names, scene.countries, actors):
            scene.persons.update(range(office.first, office.after))
            scene.cast.place(key, office.country)
            if office.role is not None:
                scene.cast.hold(key, office.role)
    scene.runs.clear()


def _from_title(scene: Scene, run: people.Run, start: int) -> int:
    """Where a mention begins: at the rank or form of address before the name (President Biden, Mrs Clinton).

    A title of more words is left out: "Foreign Minister X" would be cut to "Minister X" or swallow what precedes it.
    """
    low, known, at = scene.layout.lower, titles.load(), run.first - 1
    if at < 0 or not scene.layout.tokens[at].text[:1].isupper():
        return start
    before = low[at - 1].rstrip(".") if at else ""
    longer = before in known.modifiers or before in known.persons or before in known.bodies
    word = low[at].rstrip(".")
    return scene.layout.starts[at] if not longer and (word in known.persons or word in known.address) else start


def _without_roles(actor: Actor) -> Actor:
    """A person of the gazetteer as a report meets them: the roles are those that the report states."""
    return Actor(actor.id, actor.name, actor.kind, actor.country)


def _looks_like_person(scene: Scene, run: people.Run) -> bool:
    tokens = scene.layout.tokens[run.first : run.after]
    if tokens[0].lower_ in {"the"}:
        return False
    if run.title or _titled(scene, run):
        return True
    labels = {t.ent_type_ for t in tokens}
    first = words_of(tokens[0].text)[:1]
    if first == []:
        return False
    return first[0].key in people.genders() or (labels == {"PERSON"} and not _is_where(scene, run))


def _is_where(scene: Scene, run: people.Run) -> bool:
    """Is it told where something is, or what body: "a school in Verkhnia Duvanka", which the parser takes for a person?"""
    last = scene.layout.tokens[run.after - 1]
    start, end = scene.layout.chars(run.first, run.after)
    if told_as(scene, scene.report.text[start:end]) is not None:
        return True
    return last.dep_ == "pobj" and last.head.lower_ in {"in", "near"} and last.head.i == run.first - 1


def _only_surname(scene: Scene, run: people.Run) -> bool:
    """A single name that the parser takes for a person and that does something: all that a report may give."""
    tokens = scene.layout.tokens[run.first : run.after]
    return (
        all(t.ent_type_ == _PERSON.upper() for t in tokens)
        and tokens[-1].dep_ in {"nsubj", "nsubjpass", "poss", "dobj"}
        and len(tokens[-1]) > 2
        and (len(tokens) > 1 or fold(tokens[-1].text) not in people.genders())
    )


def _titled(scene: Scene, run: people.Run) -> bool:
    """Does a word of office stand right before the name, or after it and a comma?"""
    low, known = scene.layout.lower, titles.load()
    before = low[run.first - 1].rstrip(".") if run.first else ""
    if before in known.persons or before in known.address:
        return True
    closed = low[run.after : run.after + 1] == (",",)
    if closed and before == "," and run.first > 1 and low[run.first - 2] in known.persons:
        return True
    if not closed or run.after - run.first == 1:
        return False
    if any(word in known.persons for word in low[run.after + 1 : run.after + 5]):
        return True
    end = next((i for i in range(run.after + 1, len(low)) if low[i] in _CLAUSE_ENDS), len(low))
    # Ana Paz, the foreign ministry's spokeswoman, …
    return end <= run.after + _LONGEST_OFFICE and low[end - 1] in known.persons


def _unknown(scene: Scene, run: people.Run) -> None:
    start, end = scene.layout.chars(run.first, run.after)
    name = " ".join((scene.report.text[start:end] + f" {kin.family_name(scene, run) or ''}").split())
    spelling = of_gazetteer(name)
    if spelling is not None:
        return _take(scene, run, spelling, "another spelling of a name in the gazetteer")
    same = _of_report(scene, run, name)
    key = same[0] if len(same) == 1 else f"{_PERSON}:{slug(name)}"
    scene.cast.enter(Actor(key, name, _PERSON))
    return _take(scene, run, key, "name with a title or a first name")


def _addressed(scene: Scene, run: people.Run, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Of several persons of one name, those whom the form of address before it fits: Mrs Clinton is not Bill."""
    word = scene.layout.lower[run.first - 1].rstrip(".") if run.first else ""
    known = titles.load()
    wanted = "f" if word in known.feminine else "m" if word in known.masculine else None
    if wanted is None:
        stated = {key: [role.role for role in scene.cast.actors[key].roles] for key in keys}
        return tuple(key for key in keys if word in known.persons and titles.fits(word, stated[key]))
    return tuple(
        key for key in keys if people.gender_of(key, scene.cast.actors[key].name, (), scene.gazetteer) == wanted
    )


def _principal(scene: Scene, start: int, said: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Of several persons of one name, him whom the report names first, where none of the others did anything a little before.

    News calls its protagonist by the surname and his kin in full. Where one of these did something, or the name stood open
    a little before, it is left open: what a brother says must not be said by the man he mourns.
    """
    text = scene.report.text
    before = sorted((name for name in scene.cast.named if name.start < start), key=lambda name: name.start)
    first = next((name.actor for name in before if name.actor in keys), None)
    near = (name for name in before if start - name.start < _FAR_BEHIND)
    others = (
        _acts(scene, name)
        if name.actor in keys and name.actor != first
        else name.actor is None and text[name.start : name.end] == said
        for name in near
    )
    return (first,) if first is not None and not any(others) else ()


def _acts(scene: Scene, name: Named) -> bool:
    """Is somebody named as who does something, be it beside a description ("his brother, X, said")?"""
    first, after = scene.layout.span(name.start, name.end)
    token = scene.layout.head(first, after)
    for _ in range(3):
        if token.dep_ in {"appos", "compound"}:
            token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"}


def _again(scene: Scene, run: people.Run, said: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the same name meant before in its sentence: "arrested Lopez after a clerk said that Lopez had paid"."""
    sentence = scene.layout.tokens[run.first].sent
    start, text = scene.layout.starts[run.first], scene.report.text
    same = (n for n in scene.cast.named if sentence.start_char <= n.start < start and text[n.start : n.end] == said)
    last = next((name.actor for name in reversed(tuple(same)) if name.actor in keys), None)
    return (last,) if last is not None else ()


def _of_report(scene: Scene, run: people.Run, name: str) -> tuple[str, ...]:
    """Whom the report named before a name may mean; behind "King", of one word, only who has it for a first name."""
    keys = scene.known.find(name)
    if run.first == 0 or run.after - run.first > 1 or scene.layout.lower[run.first - 1] not in titles.load().crowned:
        return keys
    return tuple(key for key in keys if fold(scene.cast.actors[key].name).split()[0] == fold(name))


def _short(scene: Scene, run: people.Run, hit: Hit | None) -> None:
    """A name that a full one in the report explains, else one that the gazetteer alone has, else a name after a title."""
    start, end = scene.layout.chars(run.first, run.after)
    said = scene.report.text[start:end]
    keys = _of_report(scene, run, said)
    if len(keys) > 1:
        keys = _again(scene, run, said, keys) or kin.of_kin(scene, run, keys) or keys
    if len(keys) > 1:
        keys = _addressed(scene, run, keys) or _principal(scene, start, said, keys) or keys
    if len(keys) == 1:
        return _take(scene, run, keys[0], "surname of a person named in the report")
    if len(keys) > 1:
        return scene.cast.name(start, end, None, "a name that several persons in the report have")
    named = {name.actor for name in hit.names} if hit else set()
    here = named & set(scene.names.values())
    if len(here) == 1:  # "Lula", of whom the report has told as Luiz Inácio Lula da Silva
        return _take(scene, run, here.pop(), "short name of a person of the gazetteer who is named in the report")
    if len(named) == 1 and (run.title or _titled(scene, run)):
        return _take(scene, run, named.pop(), "surname of a person in the gazetteer, after a title")
    if not named and (run.title or _titled(scene, run) or _only_surname(scene, run)):
        _unknown(scene, run)
    return None
