"""Does the evidence of a line name whom the line names, in that part?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wirecopy.language.actors.gazetteer import adjectives
from wirecopy.model import Actor, Claim, Entry, Span
from wirecopy.views.stored import Held, bare, paragraph, tokens
from wirecopy.words import load

# The fields of actors by the kind of line, with the roles of their evidence.
ROLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "event": (("who", "who"), ("whom", "whom"), ("where", "where"), ("said_by", "said_by")),
    "statement": (("speaker", "speaker"), ("said_by", "said_by")),
    "commitment": (("by", "by"), ("to", "to"), ("said_by", "said_by")),
    "figure": (("said_by", "said_by"), ("where", "where")),
}


def unnamed(told: str, entry: Entry, known: Held) -> Iterator[str]:
    """Whom a line names, its evidence names in that part."""
    for field, role in ROLES[entry.kind]:
        value = getattr(entry.value, field)
        actors: tuple[Actor, ...] = value if isinstance(value, tuple) else (value,) if value else ()
        for actor in actors:
            if actor.name in told and not any(_carries(claim, role, actor, actors, known) for claim in entry.claims):
                yield f"no report that it cites names {actor.name} there"


def _carries(claim: Claim, role: str, actor: Actor, together: Sequence[Actor], known: Held) -> bool:
    """Does a claim's evidence name an actor in a role, or point at one whom its paragraph names, and at no other there?"""
    spans = claim.spans.get(role, ())
    if any(
        _meets(span, actor.id, known) or _has_words(span, actor, known) or _is_of_state(span, actor, known)
        for span in spans
    ):
        return True
    others = {one.id for one in together}
    if any(_names_another(span, actor, others, known) for span in spans):
        return False
    every = [span for spans in claim.spans.values() for span in spans]
    if any(_is_near(span, actor, known) for span in every):
        return True
    told = every if role == "said_by" and not spans else [span for span in spans if _points(span, known)]
    pointing = [_before(span, known) for span in told]
    return any(_is_near(span, actor, known) for span in pointing if span is not None)


def _meets(span: Span, actor_id: str, known: Held) -> bool:
    found = known.mentions.get(span.report_id, ())
    return any(who == actor_id and span.start < end and start < span.end for start, end, who in found)


def _has_words(span: Span, actor: Actor, known: Held) -> bool:
    return _is_named_in(known.texts[span.report_id][span.start : span.end], actor, known)


def _is_named_in(text: str, actor: Actor, known: Held) -> bool:
    """Does a text have a name of an actor, or of a state its adjective: "American military aid"?"""
    words, adjective = bare(text), adjectives().get(actor.id, "")
    names = {bare(actor.name), *known.names.get(actor.id, ()), *({bare(adjective)} if adjective else ())}
    return any(name in words for name in names if name.strip())


def _is_of_state(span: Span, actor: Actor, known: Held) -> bool:
    """Does the part name a body or the forces of the state that the line names, or somebody who speaks for its office?

    "The State Department ordered": the United States; "she", the press secretary: the White House.
    """
    found = known.mentions.get(span.report_id, ())
    inside = [who for start, end, who in found if span.start < end and start < span.end]
    kinds = {"state": ("office", "organisation", "group", "person"), "office": ("person",)}.get(actor.kind, ())
    return any(known.kinds.get(who) in kinds and known.countries.get(who) == actor.country != "" for who in inside)


def _points(span: Span, known: Held) -> bool:
    """Does a part only point at somebody: "he", "they", "the presidents"? Whom, the paragraph before may say."""
    words = known.texts[span.report_id][span.start : span.end]
    return words.lower() in load("supported")["pointing"] or words[1:] == words[1:].lower()


def _before(span: Span, known: Held) -> Span | None:
    """The end of the paragraph before a stretch."""
    text = known.texts[span.report_id]
    first = paragraph(text, span.start, span.end)[0]
    end = len(text[:first].rstrip())
    return Span(span.report_id, max(0, end - 1), end) if end else None


def _names_another(span: Span, actor: Actor, together: Iterable[str], known: Held) -> bool:
    """Does the part of a line name somebody else of the same kind? "Ukraine's president" names no other person."""
    found = known.mentions.get(span.report_id, ())
    text = known.texts[span.report_id]
    inside = {
        who
        for start, end, who in found
        if span.start < end and start < span.end and not _owns(text[start : end + 2], end < span.end)
    } - set(together)
    return any(known.kinds.get(who) == actor.kind for who in inside)


def _owns(words: str, within: bool) -> bool:
    """Is a name only the owner's of whom a part names: "his minister", "Chad's minister"?"""
    first = words[:-2].lower()
    return within and (first in ("his", "her", "its", "their") or words[-2:] in ("'s", "’s"))


def _is_near(span: Span, actor: Actor, known: Held) -> bool:
    """Does the paragraph of the evidence mention an actor, in whatever words?"""
    text = known.texts[span.report_id]
    first, last = paragraph(text, span.start, span.end)
    found = known.mentions.get(span.report_id, ())
    if any(who == actor.id and first <= start < last for start, _, who in found):
        return True
    return _is_named_in(text[first:last], actor, known) or _is_owned(actor, text, text[first:last])


def _is_owned(actor: Actor, text: str, paragraph: str) -> bool:
    """Is it an office that its own name describes, "Germany's government", where the paragraph has "the government"?"""
    words = tokens(actor.name)
    return (
        actor.kind in ("office", "group", "organisation")
        and bool(words)
        and (words[-1] in tokens(paragraph) and {word for word in words if len(word) > 2} <= set(tokens(text)))
    )
