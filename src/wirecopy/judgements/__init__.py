"""About reports and between them: when they were written, who copied whom, and which claims tell of one thing."""

from __future__ import annotations

from wirecopy.judgements import figures
from wirecopy.judgements.grouping import Judge
from wirecopy.judgements.same import same_commitment, same_event, same_statement
from wirecopy.judgements.told import in_headline

# By kind of claim.
JUDGES: dict[str, Judge] = {
    "event": Judge("same_event", 1, same_event.keys, same_event.likeness, "same event", vague=same_event.is_vague),
    "statement": Judge(
        "same_statement",
        1,
        same_statement.keys,
        same_statement.likeness,
        "same statement",
        same_statement.LEAST,
        vague=in_headline,
    ),
    "figure": Judge("same_figure", 1, figures.keys, figures.likeness, "same figure"),
    "commitment": Judge("same_commitment", 1, same_commitment.keys, same_commitment.likeness, "same commitment"),
}
