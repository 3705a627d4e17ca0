"""Every type that wirecopy passes from one stage to the next: plain, frozen, JSON-able data.

Nothing in here imports anything of ours. `docs/design.md` has the picture; the keys that exports use are the same names.
Positions are counted in characters (Unicode code points), ends exclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

Status = Literal["happened", "ongoing", "scheduled", "possible", "conditional", "denied", "refused", "historical"]
Verdict = Literal["yes", "no", "unsure"]


def identify(prefix: str, *parts: object) -> str:
    """A short id made from content: the same parts give the same id on every machine (BLAKE2b, 60 bits)."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf8", "surrogatepass"), digest_size=8)
    return f"{prefix}-{digest.hexdigest()[:15]}"


# ---- what arrived -------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Document:
    """What arrived, byte for byte. `source` is its name relative to the path that was given, or its address."""

    id: str
    source: str
    media_type: str
    raw: bytes
    url: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document's markup states beside its text, in its own words; None for what it does not state."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None


NOTHING = Stated()
"""What a document without markup states."""


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the issue log that `wirecopy doctor` shows. `level`: info, warning, error (the document was not read)."""

    stage: str
    source: str
    level: Literal["info", "warning", "error"]
    message: str
    span: Span | None = None


# ---- a report -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The only pointer to evidence: a stretch of a report's clean text."""

    report_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cut:
    """What cleaning took out of the decoded document, and by which rule; `text` is what stood there."""

    start: int
    end: int
    rule: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """`length` characters of the clean text from `start` on, which stand in the document from `document_start` on.

    Within a stretch characters correspond one to one; a mended quotation mark may differ, a letter or digit never.
    """

    start: int
    document_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the clean text's layout. `kind`: headline, subheading, paragraph, caption."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as far as it is known.

    `value` is a TIMEX3 or ISO value, no sharper than its source; `earliest` and `latest` are ISO dates or date-times,
    both included, None = open; `basis` is stated, relative, published or inferred; `because` gives the reason.
    """

    value: str
    earliest: str | None
    latest: str | None
    basis: str
    said: str = ""
    span: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A document read: cleaned, mended, with its head taken apart. `offsets` carries any span back to the document.

    Of a document that is no plain text (`media_type`), positions count in the text that was taken from it. `replaced` are
    the marks of the document for which mending put others.
    """

    id: str
    document_id: str
    path: str
    text: str
    cuts: tuple[Cut, ...]
    offsets: tuple[Stretch, ...]
    blocks: tuple[Block, ...]
    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credits: tuple[str, ...] = ()
    language: str = "en"
    published: Moment | None = None
    media_type: str = "text/plain"
    replaced: str = ""


# ---- what is in its language --------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Role:
    """An office that an actor holds, in the words of a report or a gazetteer. Dates are ISO prefixes."""

    role: str
    organisation: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted on. `kind`: person, state, organisation, office, group, place."""

    id: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    anonymous: bool = False
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a report names an actor, describes one or points at one with a pronoun; `actor` is None where it stays open."""

    span: Span
    actor: Actor | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time as it stands in the text, its meaning not yet resolved (see `moments.grammar`).

    `kind` is date, time, duration or set (TIMEX3's types); `form` names the rule of `moments.resolve` that reads the
    other fields; `direction` is past, future or None where the words leave it open. `since` is the day from which it
    counts where that is not the report's own: "said on Monday that he would pay within a week".
    """

    span: Span
    said: str
    kind: str
    form: str
    value: str | None = None
    unit: str | None = None
    count: float | None = None
    direction: str | None = None
    clock: str | None = None
    since: Expression | None = None


Time = Expression | Moment


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is quoted as saying what; found once for a report, read by all finders.

    `words` are the pieces of the quotation or paraphrase, without the quotation marks. `said_by` is the chain behind
    the speaker, nearest first. `speaker_span` stands even where the speaker stays open.
    """

    speaker: Actor | None
    speaker_span: Span | None
    cue: Span | None
    words: tuple[Span, ...]
    form: Literal["direct", "mixed", "indirect"]
    said_by: tuple[Actor, ...] = ()
    addressee: tuple[Actor, ...] = ()
    medium: str | None = None
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole report, analysed once. The parse covers exactly `report.text`."""

    report: Report
    doc: Doc
    mentions: tuple[Mention, ...]
    expressions: tuple[Expression, ...]
    attributions: tuple[Attribution, ...] = ()

    def span(self, tokens: Tokens | Token) -> Span:
        """The span of a stretch of the parse (or of one token)."""
        start = tokens.idx if hasattr(tokens, "idx") else tokens.start_char
        end = start + len(tokens.text)
        return Span(self.report.id, start, end)

    def words(self, span: Span) -> str:
        """The words that a span points at."""
        return self.report.text[span.start : span.end]


# ---- findings -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Event:
    """What a report says took place, will, might or did not; only `status` tells which.

    `act` is a PLOVER 2021 event type, the deed itself whatever its status, or None for what is no political act.
    `number` says which one it is of its kind and parties in the span `number_in` ("the second time in three weeks").
    Without an act, `word` is the verb that names it, or the noun where no verb says the same, and `mode` its class of news,
    or in the diary its name (vote, reply).
    """

    act: str | None
    mode: str | None = None
    who: tuple[Actor, ...] = ()
    whom: tuple[Actor, ...] = ()
    where: tuple[Actor, ...] = ()
    when: Time | None = None
    status: Status = "happened"
    duration: str | None = None
    said_by: tuple[Actor, ...] = ()
    what: str | None = None
    number: int | None = None
    number_in: Time | None = None
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what to whom. `cue` is the verb that tells how, in the report's words (said, denied, according to)."""

    speaker: Actor | None
    words: str
    form: Literal["direct", "mixed", "indirect"]
    said_by: tuple[Actor, ...] = ()
    addressee: tuple[Actor, ...] = ()
    medium: str | None = None
    when: Time | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something. Both bounds equal: exact (or `hedge` about); None: open on that side.

    `what` is the clause around it, in the report's words.
    """

    measure: str
    low: float | None
    high: float | None
    of: str | None = None
    where: tuple[Actor, ...] = ()
    hedge: str | None = None
    unit: str | None = None
    as_of: Time | None = None
    status: Status = "happened"
    said_by: tuple[Actor, ...] = ()
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A threat, promise, demand, red line, refusal or offer, with the words of its condition and its action."""

    kind: Literal["threat", "promise", "demand", "red line", "refusal", "offer"]
    by: tuple[Actor, ...]
    to: tuple[Actor, ...] = ()
    condition: str | None = None
    action: str | None = None
    deadline: Time | None = None
    when: Time | None = None
    strength: str | None = None
    said_by: tuple[Actor, ...] = ()


Finding = Event | Statement | Figure | Commitment
KINDS: Mapping[type, str] = {Event: "event", Statement: "statement", Figure: "figure", Commitment: "commitment"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One report says one thing, here. `rule` is the finder that found it, as name@version."""

    id: str
    finding: Finding
    spans: Mapping[str, tuple[Span, ...]]
    rule: str

    @property
    def kind(self) -> str:
        """event, statement, figure or commitment."""
        return KINDS[type(self.finding)]

    @property
    def report_id(self) -> str:
        """The report that makes the claim."""
        return next(iter(self.spans.values()))[0].report_id

    @property
    def said_by(self) -> tuple[Actor, ...]:
        """Who says so inside the report, nearest to the words first."""
        return self.finding.said_by


def claim(finding: Finding, spans: Mapping[str, tuple[Span, ...]], rule: str) -> Claim:
    """A claim with its id: the hash of kind, report and spans, so that neither rule nor resolved values change it.

    Raises ValueError where there is no span at all: a claim without evidence does not exist.
    """
    spans = {role: tuple(pieces) for role, pieces in spans.items() if pieces}
    if not spans:
        raise ValueError("a claim needs at least one span of evidence")
    kind = KINDS[type(finding)]
    where = ";".join(f"{role}:{s.report_id}:{s.start}-{s.end}" for role in sorted(spans) for s in spans[role])
    return Claim(identify(kind[0], kind, where), finding, spans, rule)


@dataclass(frozen=True, slots=True)
class Read:
    """Everything that was found in one report: what the account is folded from."""

    report: Report
    mentions: tuple[Mention, ...]
    expressions: tuple[Expression, ...]
    claims: tuple[Claim, ...]


# ---- judgements and the account -----------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two copies in more than words.

    `kind`: number, time, name, role, negation, modality, quote, meaning, added, dropped. `left` and `right` are the two
    wordings, None on the side where it is missing; `because` says why it counts. `original` is the side whose wording (or
    silence) is likely the original, None where that is unknown; the fold alone knows it. `lacking` is the report that has
    no counterpart of what the other one says.
    """

    kind: str
    left: str | None
    right: str | None
    left_span: Span | None
    right_span: Span | None
    because: str = ""
    original: Literal["left", "right"] | None = None
    lacking: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two aligned sentences of two reports, with their likeness from 0 to 1."""

    left: Span
    right: Span
    score: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports held against each other.

    `kind`: verbatim, rewrite, excerpt, shared passage, same story, unrelated. `score` (0 to 1) and `because` are what
    it was decided by; `sentences` are the aligned pairs; `changes` what the rewriting changed (copies alone).
    """

    left: str
    right: str
    kind: str
    score: float
    sentences: tuple[Pair, ...]
    changes: tuple[Change, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A conclusion about one or two claims, reports or actors, machine's or person's; nothing is overwritten.

    `value` is the date that a report is given; its `left` and `right` are then both the report. `by` is a rule
    (name@version) or "analyst:" and a name; `at` is when a person judged. `within` are the reports that it holds for, all
    where it names none, and `named` the words: of an actor only where it is named so.
    """

    left: str
    right: str
    relation: str
    verdict: Verdict
    because: str
    by: str
    value: Moment | None = None
    score: float | None = None
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    at: str | None = None
    within: tuple[str, ...] = ()
    named: str | None = None

    @property
    def id(self) -> str:
        """By content, so that what was judged twice is one; a person who judges again at another time judges anew."""
        told = (self.relation, self.left, self.right, self.verdict, self.value, self.within, self.named)
        return identify("j", *told, self.by, self.at)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a rival entry relates: disagrees, update, compatible, garbled."""

    id: str
    relation: str
    because: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Another value of a field of an entry, with the claims that give it and their number of origins."""

    field: str
    value: str
    claims: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Check:
    """A line's words in one report held against the rest of the account; nothing is altered because of it.

    `kind`: source (does the outlet that a figure is taken from give it), original (does the original of the copy), number
    (does the account know as many events). `verdict` is open where too little is known to contradict.
    """

    kind: Literal["source", "original", "number"]
    verdict: Literal["agrees", "disagrees", "open"]
    report: str
    because: str


@dataclass(frozen=True, slots=True)
class Prints:
    """What of a report is kept so that its copies are found: see `wirecopy.judgements.copies.candidates`.

    `keys` are its prints, `needed` how many another report must share; `terms` has a bit set for each of its terms.
    """

    keys: tuple[int, ...]
    needed: int
    terms: int


@dataclass(frozen=True, slots=True)
class Direction:
    """Which of two copies is the original, as far as it can be known, and why.

    `agency` is the one that both name where both may be copies of a report that is not here.
    """

    left: str
    right: str
    original: Literal["left", "right", "unknown"]
    because: tuple[str, ...]
    agency: str | None = None

    @property
    def copied(self) -> tuple[str, str] | None:
        """The original and its copy, None where that is unknown."""
        if self.original == "unknown":
            return None
        return (self.left, self.right) if self.original == "left" else (self.right, self.left)


@dataclass(frozen=True, slots=True)
class Family:
    """One original (or the trace of one) and its copies, by report id, with the comparisons behind it.

    `directions` tell of each link which of the two is the original; `original` is the member from which all others come,
    where that is known; `agency` the one that members name.
    """

    members: tuple[str, ...]
    links: tuple[tuple[str, str, str, float], ...] = ()
    directions: tuple[Direction, ...] = ()
    original: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span in its role, with the claim that it supports (None for families, actors and changes)."""

    span: Span
    role: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Gloss:
    """What words of a line mean that only the rest of their report tells: "the pipeline" is Nord Stream 2.

    `field` is the field of the value that has the `words`; shown behind their first occurrence, in square brackets. `span`
    is where the report names the `meaning`; the value itself stays in the report's own words.
    """

    field: str
    words: str
    meaning: str
    span: Span


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The report's own words before those of a line, given where the line's words point at something they do not tell.

    `words` are those that point, `text` what leads into the line, "…" in front where its sentence is cut, white space made
    even; `span` is where it stands.
    """

    words: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the account, folded from claims and judgements; `value` is what it shows.

    `kind`: event, statement, figure, commitment, family, actor, change. `reports` are ids; `origins` counts the families
    that they come from. `history` has earlier statuses as (date or None, status, report id). `condition` has the report's
    words for what a conditional event hangs on, where the event's own do not tell it.
    """

    id: str
    kind: str
    value: Event | Statement | Figure | Commitment | Family | Actor | Change
    claims: tuple[Claim, ...]
    reports: tuple[str, ...]
    origins: int
    evidence: tuple[Evidence, ...]
    rivals: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    variants: tuple[Variant, ...] = ()
    history: tuple[tuple[str | None, str, str], ...] = ()
    state: str | None = None
    checks: tuple[Check, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    lead_in: LeadIn | None = None
    condition: str | None = None


def with_times(claim: Claim, resolve: Callable[[Expression], Moment | None]) -> Claim:
    """The claim with its expressions of time replaced by the moments that they resolve to, where there is one."""
    finding = claim.finding
    changed = {
        name: moment
        for name in ("when", "as_of", "deadline", "number_in")
        if isinstance(value := getattr(finding, name, None), Expression) and (moment := resolve(value))
    }
    return replace(claim, finding=replace(finding, **changed)) if changed else claim  # type: ignore[arg-type]
