"""Report → Passage: the parse, who is who, when, and who is quoted as saying what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wirecopy.language import parser
from wirecopy.language.actors import actors, references, unresolved
from wirecopy.language.days import same_day, tense
from wirecopy.language.speech import attribution
from wirecopy.model import Passage, Report
from wirecopy.moments import grammar
from wirecopy.notes import Notes


def analyse_all(reports: Iterable[tuple[Report, Notes]]) -> Iterator[Passage]:
    """Analyse many reports in order; the parser takes them in batches, which is faster.

    A report in another language is not analysed: its passage has an empty parse and nothing in it.
    """
    nlp = parser.load()
    given = ((report.text if report.language == "en" else "", (report, notes)) for report, notes in reports)
    for doc, (report, notes) in nlp.pipe(given, as_tuples=True):
        notes.stage = "language"
        if report.language != "en":
            yield Passage(report, doc, (), ())
            continue
        mentions = references.resolve(report, doc, actors.mentions(report, doc))
        unresolved.note(report, mentions, notes)
        expressions = same_day.settled(doc, tense.directed(doc, grammar.expressions(report)))
        passage = Passage(report, doc, mentions, expressions)
        yield attribution.attributed(passage, notes)
