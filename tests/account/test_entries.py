"""What must hold for every line of an account."""

from __future__ import annotations

from wirecopy.model import Event, Family
from wirecopy.run.account import OpenAccount


def test_every_line_has_evidence_and_counts_its_origins(account: OpenAccount) -> None:
    family_of = {member: entry.id for entry in account.families for member in entry.reports}
    for entry in account.entries:
        cited = {piece.span.report_id for piece in entry.evidence}
        alone = isinstance(entry.value, Family) and len(entry.value.members) == 1
        assert cited or alone
        if not isinstance(entry.value, Family):
            assert set(entry.reports) == cited
            assert entry.origins == len({family_of[report] for report in cited})


def test_no_claim_is_in_two_lines(account: OpenAccount) -> None:
    told = [claim.id for entry in account.entries for claim in entry.claims]
    assert len(told) == len(set(told))


def test_statements_and_commitments_of_the_story_are_all_told(account: OpenAccount) -> None:
    told = {claim.id for entry in account.entries for claim in entry.claims}
    judged = account.judgements([read.report.id for read in account.store.readings()])
    beside = {one.left for one in judged if one.relation == "off the story"}
    assert len(beside) == 2  # the hockey and the storm
    every = [claim for read in account.store.readings() if read.report.id not in beside for claim in read.claims]
    heads = {read.report.id: read.report.headline or "" for read in account.store.readings()}
    lost = [claim for claim in every if claim.kind in ("statement", "commitment") and claim.id not in told]
    copies = {member for entry in account.families for member in entry.reports[1:]}
    # A headline's commitment may give way to the body's of another kind: asks for talks, offers them. One that a copy alone
    # tells, in words that it altered, is a change of the copy and no line.
    assert all(
        claim.kind == "commitment" and (claim.finding.action in heads[claim.report_id] or claim.report_id in copies)
        for claim in lost
    )
    assert len(lost) <= 2
    # Of events and figures those are left out that another line tells already: at most a fifth.
    assert sum(claim.id not in told for claim in every) < len(every) / 5


def test_rivals_are_mutual(account: OpenAccount) -> None:
    rivals = {entry.id: set(entry.rivals) for entry in account.figures}
    assert any(rivals.values())
    for entry_id, others in rivals.items():
        assert all(entry_id in rivals[other] for other in others)


def test_nothing_imagined_is_a_fact(account: OpenAccount) -> None:
    """An entry that holds a conditional, possible, denied or refused claim holds no claim of a fact."""
    facts = {"happened", "ongoing", "historical"}
    for entry in account.events:
        told = {claim.finding.status for claim in entry.claims if isinstance(claim.finding, Event)}
        assert not (told & facts and told & {"possible", "conditional", "denied", "refused"})


def test_an_id_that_was_given_keeps_resolving(account: OpenAccount) -> None:
    for entry in account.events[:5]:
        assert account.entry(entry.id).id == entry.id
