"""What the pages of entries, of a search and of the issue log show, as the values that their templates need."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import groupby
from typing import Any

from wirecopy.account.describe import moment_text
from wirecopy.model import Actor, Change, Check, Claim, Entry, Family, Judgement, Moment
from wirecopy.views.briefing import refused
from wirecopy.views.checked import AGAINST
from wirecopy.views.explain import reasons, rule_text
from wirecopy.views.graded import grader
from wirecopy.views.lineage import copies
from wirecopy.views.sentences import sentence, state_text
from wirecopy.web.front import pairs
from wirecopy.web.links import Links
from wirecopy.web.shown import Link, badges, excerpts, line, pair, title
from wirecopy.web.snapshot import Snapshot

Context = dict[str, Any]

# Claims, judgements, mentions of one entry, lines that a search found: more than this is told, not shown.
MOST = 100
# Fields of a finding that the sentence of its line shows in full.
IN_SENTENCE = (
    "id", "name", "words", "what", "left", "right", "left_span", "right_span", "members", "links", "directions", "original",
    "agency",
)  # fmt: skip


def explanation(snapshot: Snapshot, entry: Entry, links: Links) -> Context:
    """Why a line stands in the account: claims, words in context, rules, judgements, variants, rivals, history."""
    claims = sorted(entry.claims, key=lambda claim: snapshot.numbers[claim.report_id])
    judged = reasons(snapshot, entry)
    rivals = [(snapshot.by_id[r.id], r) for r in entry.relations if r.id in snapshot.by_id]
    return {
        "line": line(snapshot, entry, links),
        "facts": facts(snapshot, entry, links),
        "claims": [_claim(snapshot, entry, claim, links) for claim in claims[:MOST]],
        "more_claims": max(0, len(claims) - MOST),
        "checks": [_check(snapshot, check, links) for check in entry.checks],
        "mentions": [] if entry.claims else mentions(snapshot, entry, links, MOST),
        "more_mentions": 0 if entry.claims else max(0, len(entry.evidence) - MOST),
        "variants": entry.variants,
        "rivals": [(line(snapshot, rival, links), r.relation, r.because) for rival, r in rivals],
        "history": [
            (moment_text(Moment(day, day, day, "stated")) if day else "", status, report_link(snapshot, report, links))
            for day, status, report in entry.history
        ],
        "judgements": [judgement_line(snapshot, j, links) for j in judged[:MOST]],
        "more_judgements": max(0, len(judged) - MOST),
        "copies": copies(entry.value, snapshot.lineage) if isinstance(entry.value, Family) else [],
        "pairs": _pairs_of(snapshot, entry, links),
        "corrections": None,
        "grade": grader(snapshot)(entry),
    }


def _check(snapshot: Snapshot, check: Check, links: Links) -> Context:
    return {
        "verdict": check.verdict,
        "against": AGAINST[check.kind],
        "because": check.because,
        "report": report_link(snapshot, check.report, links),
    }


def _pairs_of(snapshot: Snapshot, entry: Entry, links: Links) -> list[Link]:
    if isinstance(entry.value, Family):
        return pairs(snapshot, entry.value, links)
    if not isinstance(entry.value, Change):
        return []
    reports = [*entry.reports, *filter(None, [entry.value.lacking])]
    if len(reports) != 2:
        return []
    left, right = pair(snapshot, *reports)
    return [Link("both reports side by side", links.compare(left, right))]


def facts(snapshot: Snapshot, entry: Entry, links: Links) -> list[tuple[str, list[Link]]]:
    """The fields of the entry that say something; actors lead to their entries."""
    shown = []
    for field in fields(entry.value):
        value = getattr(entry.value, field.name)
        if field.name in IN_SENTENCE or value in (None, (), "", False):
            continue
        if field.name == "lacking":
            shown.append(("missing in", [report_link(snapshot, value, links)]))
            continue
        values = [_fact(snapshot, one, links) for one in (value if isinstance(value, tuple) else (value,))]
        shown.append((field.name.replace("_", " "), values))
    told = entry.state in badges(entry)  # at the head of the page
    return shown + ([("state", [Link(state_text(entry), "")])] if entry.state and not told else [])


def _fact(snapshot: Snapshot, value: object, links: Links) -> Link:
    if isinstance(value, Actor):
        return Link(value.name, links.entry(value.id) if value.id in snapshot.by_id else "")
    if isinstance(value, Moment):
        why = f"{value.basis}" + (f", said “{value.said}”" if value.said else "")
        return Link(moment_text(value) or value.value, "", "; ".join(filter(None, [why, value.because])))
    return Link(f"{value:,.15g}" if isinstance(value, float) else str(value), "")


def report_link(snapshot: Snapshot, report_id: str, links: Links) -> Link:
    """A report by its number and title."""
    report = snapshot.report_by_id[report_id]
    return Link(f"[{snapshot.numbers[report_id]}] {title(report)}", links.report(report_id), report.path)


def _claim(snapshot: Snapshot, entry: Entry, claim: Claim, links: Links) -> Context:
    evidence = [piece for piece in entry.evidence if piece.claim == claim.id]
    return {
        "id": claim.id,
        "report": report_link(snapshot, claim.report_id, links),
        "excerpts": excerpts(snapshot.report_by_id[claim.report_id], evidence),
        "rule": claim.rule,
        "rule_text": rule_text(claim.rule),
    }


def mentions(snapshot: Snapshot, entry: Entry, links: Links, most: int) -> list[Context]:
    """The evidence of an entry without claims, so much of it, report by report."""
    shown = []
    for report_id, group in groupby(entry.evidence[:most], key=lambda piece: piece.span.report_id):
        found = excerpts(snapshot.report_by_id[report_id], group)
        shown.append({"report": report_link(snapshot, report_id, links), "excerpts": found})
    return shown


def judgement_line(snapshot: Snapshot, judgement: Judgement, links: Links) -> Context:
    """A judgement with what it is about, its reason and the rule or the person that judged."""
    ends = dict.fromkeys((judgement.left, judgement.right))
    return {
        "relation": judgement.relation,
        "verdict": judgement.verdict,
        "because": judgement.because,
        "by": judgement.by,
        "rule_text": rule_text(judgement.by),
        "ends": [_subject(snapshot, end, links) for end in ends],
    }


def _subject(snapshot: Snapshot, subject: str, links: Links) -> Link:
    """What a judgement is about: a report, a claim or an actor."""
    if subject in snapshot.report_by_id:
        return report_link(snapshot, subject, links)
    if subject in snapshot.by_id:
        return Link(sentence(snapshot.by_id[subject]), links.entry(subject))
    try:
        return Link(subject, "", snapshot.report_by_id[snapshot.claim(subject).report_id].path)
    except KeyError:
        return Link(subject, "")


# ---- search, notes
def search(snapshot: Snapshot, words: str, links: Links) -> Context:
    """The reports and the lines of the account that have all the words."""
    hits = [
        {
            "link": report_link(snapshot, hit.report_id, links),
            "snippet": re.split("[\x02\x03]", hit.snippet),
        }
        for hit in snapshot.search(words)
        if hit.report_id in snapshot.report_by_id
    ]
    wanted = words.lower().split()
    found = [e for e in snapshot.entries if wanted and all(word in snapshot.sentences[e.id] for word in wanted)]
    return {
        "words": words,
        "hits": hits,
        "lines": [line(snapshot, entry, links) for entry in found[:MOST]],
        "more": max(0, len(found) - MOST),
    }


def doctor(snapshot: Snapshot) -> Context:
    """The issue log, with what no briefing prints."""
    return {"notes": (*snapshot.notes, *refused(snapshot))}
