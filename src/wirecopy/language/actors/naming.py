"""States, organisations, offices and places in a report, by the gazetteer; the form of a name decides what it stands for."""

from __future__ import annotations

from functools import cache

from wirecopy import words
from wirecopy.language.actors.bodies import body_of, ends_another
from wirecopy.language.actors.gazetteer import Name, slug
from wirecopy.language.actors.metonyms import stands_for_state
from wirecopy.language.actors.scan import Hit
from wirecopy.language.actors.scene import Scene
from wirecopy.language.actors.tails import listed
from wirecopy.model import Actor

_SOME = frozenset({"many", "some", "several", "most", "few", "other", "fellow", "various", "both", "leading", "senior"})
_SHARES = frozenset(
    {"number", "numbers", "handful", "dozens", "scores", "hundreds", "dozen", "couple", "minority", "majority", "half"}
)
_SHORT = 3  # letters: shorter words in capitals are acronyms


def name_bodies(scene: Scene, found: list[Hit]) -> None:
    """Name states, organisations, offices and places; keep adjectives and peoples by token."""
    starts, foreign = {hit.start for hit in found}, set[str]()
    for hit in found:
        first, after = scene.layout.span(hit.start, hit.end)
        head = scene.layout.head(first, after)
        name = _chosen(hit, scene, first, after)
        actor = scene.gazetteer.actors[name.actor]
        if name.form == "seat" and (
            _dateline(hit, scene, first)
            or scene.layout.lower[after : after + 1] == ("state",)
            or not (_is_cut_off(hit, scene) or stands_for_state(head))
        ):
            actor = _city(hit, scene)
        if (
            actor.kind == "state"
            and first
            and scene.layout.lower[first - 1] in {"former", "ex"}
            and name.form == "name"
        ):
            actor, hit = _bygone(actor), hit._replace(start=scene.layout.starts[first - 1])
        if ends_another(actor, scene, first, after):
            continue
        if (chamber := _of_a_state(actor, scene, first, after)) is not None:
            foreign.add(actor.id)
            actor = chamber
        elif _is_of_another(actor, scene, first) or actor.id in foreign:
            foreign.add(actor.id)  # Peru's Congress, or Ohio's Senate, which may then be called so alone
            continue
        elif (body := body_of(actor, scene, first, after, starts)) is not None:
            scene.countries.update(dict.fromkeys(range(first, after), actor.country or ""))
            after, actor = body
            hit, name = hit._replace(end=scene.layout.chars(first, after)[1]), name._replace(form="name")
        if name.form in {"adjective", "people"} or (name.form == "name" and _modifies(scene, first, after)):
            for i in range(first, after):
                scene.countries[i] = actor.country or ""
        alone = actor.id in scene.gazetteer.actors and _nominal(hit, scene, first, after)
        if alone:
            scene.demonyms.append((first, after, actor.id, name.form == "people"))
        if name.form == "adjective" or alone:
            continue
        if name.form == "people":
            actor = _people_of(actor, scene, first, after)
        elif (some := _some_of(actor, scene, first, after)) is not None:
            actor, hit = some, hit._replace(start=scene.layout.starts[first - 1])
        for i in range(first, after):
            scene.names[i] = scene.cast.enter(actor)
            if actor.country and actor.kind in {"state", "place"}:
                scene.countries[i] = actor.country
        scene.cast.name(hit.start, hit.end, actor.id, _reason(name, actor))


def _is_cut_off(hit: Hit, scene: Scene) -> bool:
    """Does a garbled text break off behind a name ("not to take Oslo.firm steps"), so that its verb tells nothing of it?"""
    behind = scene.report.text[hit.end : hit.end + 2]
    return behind[:1] == "." and behind[1:].islower()


def _of_a_state(actor: Actor, scene: Scene, first: int, after: int) -> Actor | None:
    """The chamber of a state of the federation: "the state Senate", "the Ohio Senate"."""
    if actor.id not in listed("federal_chambers") or after - first > 1 or first == 0:
        return None
    before, place = scene.layout.tokens[first - 1], scene.cast.actors.get(scene.names.get(first - 1, ""))
    named = before.ent_type_ == "GPE" if place is None else place.kind == "place"
    if before.lower_ != "state" and not named:
        return None
    said = " ".join(token.text for token in scene.layout.tokens[first - 1 : after])
    return Actor(f"organisation:{slug(said)}", said, "organisation", actor.country)


def _is_of_another(actor: Actor, scene: Scene, first: int) -> bool:
    """Is it a body that other states have too, and another is named as its owner: "Peru's Congress"?"""
    if actor.id not in listed("of_many_states") or first == 0:
        return False
    near = first - (2 if scene.layout.lower[first - 1] in {"'s", "’s"} else 1)
    return scene.countries.get(near, actor.country) != actor.country


def _dateline(hit: Hit, scene: Scene, first: int) -> bool:
    """Is it a city in capitals at the head of a paragraph ("OSLO, March 3 -"), where the reporter was?"""
    said = scene.report.text[hit.start : hit.end]
    if not said.isupper() or len(said) <= _SHORT:
        return False
    line = scene.report.text[hit.end : hit.end + 60].partition("\n")[0]
    return any(c.islower() for c in line) and _heads(scene, first)


def _heads(scene: Scene, first: int) -> bool:
    """Do only capitals and signs stand before it in its line?"""
    start = scene.layout.starts[first]
    before = scene.report.text[max(start - 40, 0) : start].rpartition("\n")[2]
    return not any(c.islower() for c in before)


def _bygone(state: Actor) -> Actor:
    return Actor(f"place:former-{slug(state.name)}", f"former {state.name}", "place")


def _nominal(hit: Hit, scene: Scene, first: int, after: int) -> bool:
    """Is it "the Rwandan" or "the Swiss", which may be one person or the state?"""
    adjective = any(name.form == "adjective" for name in hit.names) and not any(
        name.form == "name" for name in hit.names
    )
    named_by = scene.layout.tokens[after - 1].dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "agent", "dative"}
    return adjective and named_by and first > 0 and scene.layout.lower[first - 1] == "the"


def _city(hit: Hit, scene: Scene) -> Actor:
    """A seat of government as the mere city."""
    known = [scene.gazetteer.actors[name.actor] for name in hit.names]
    city = next((actor for actor in known if actor.kind == "place"), None)
    said = scene.report.text[hit.start : hit.end]
    said = said.title() if said.isupper() and len(said) > _SHORT else said
    return city or Actor(f"place:{slug(said)}", said, "place", known[0].country)


def name_halves(scene: Scene) -> None:
    """ "The North" and "the South" of a divided country, once the report names one of the two."""
    named = set(scene.countries.values()) | {a.country for a in scene.cast.actors.values()}
    for said, line in _contextual().items():
        actor, *partners = str(line).split()
        if not {actor, *partners} & named and not any(word in scene.report.text for word in partners):
            continue
        for i in range(1, len(scene.layout.tokens)):
            token = scene.layout.tokens[i]
            if (
                token.text == said
                and scene.layout.lower[i - 1] == "the"
                and token.dep_ not in {"compound", "amod"}
                and i not in scene.names
            ):
                scene.names[i] = scene.cast.enter(scene.gazetteer.actors[actor])
                scene.countries[i] = scene.gazetteer.actors[actor].country or ""
                scene.cast.name(*scene.layout.chars(i - 1, i + 1), actor, "half of a country that the report names")


@cache
def _contextual() -> dict[str, str]:
    return dict(words.load("descriptions")["halves"])


def _reason(name: Name, actor: Actor) -> str:
    if name.form == "seat":
        return "seat of government, in its place" if actor.kind == "place" else "seat of government, for its state"
    return "people of a state" if name.form == "people" else "name in the gazetteer"


def _people_of(state: Actor, scene: Scene, first: int, after: int) -> Actor:
    """ "The Russians" act as their state; "Russians" are a group of people."""
    if first and scene.layout.lower[first - 1] == "the":
        return state
    said = " ".join(t.text for t in scene.layout.tokens[first:after])
    return Actor(f"group:{slug(said)}", said, "group", state.country)


def _some_of(body: Actor, scene: Scene, first: int, after: int) -> Actor | None:
    """ "Many Republicans" are some of a party's members, and not the party."""
    token, before = scene.layout.tokens[after - 1], scene.layout.lower[first - 1] if first else ""
    plural = after - first == 1 and token.tag_ in {"NNS", "NNPS"} and token.dep_ not in {"compound", "amod", "nmod"}
    share = _is_share(scene, first)
    counted = share or before in _SOME or (first > 0 and scene.layout.tokens[first - 1].pos_ == "NUM")
    if body.kind not in {"organisation", "group"} or not plural or not counted:
        return None
    said = f"{'some' if share else before} {token.text}"
    return Actor(f"group:{slug(said)}", said, "group", body.country, anonymous=True)


def _is_share(scene: Scene, first: int) -> bool:
    """Does "a growing number of", "a handful of" stand before it?"""
    return first > 1 and scene.layout.lower[first - 1] == "of" and scene.layout.lower[first - 2] in _SHARES


def _chosen(hit: Hit, scene: Scene, first: int, after: int) -> Name:
    """Of the actors that a name may stand for, the one of the fitting form: an adjective before a noun, a people alone."""
    forms = {name.form: name for name in reversed(hit.names)}
    adjective = forms.get("adjective")
    if adjective is None or (len(forms) == 1 and not _alone(scene, first, after)):
        return hit.names[0]
    if _modifies(scene, first, after):
        return forms.get("name", adjective)
    if "name" in forms:
        return forms["name"]
    return forms.get("people", adjective)


def _alone(scene: Scene, first: int, after: int) -> bool:
    return not _modifies(scene, first, after)


def _modifies(scene: Scene, first: int, after: int) -> bool:
    """Does it stand before a noun that it belongs to?"""
    token = scene.layout.tokens[after - 1]
    while token.dep_ == "conj" and token.head.pos_ in {"ADJ", "PROPN"} and token.head.i < token.i:
        token = token.head
    return token.dep_ in {"amod", "compound", "nmod"} and token.head.i >= after
