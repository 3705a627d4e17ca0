"""Strands of an account: which reports are about which of several like stories, two quakes, two trials.

Like stories share most of their words. What tells them apart are names and numbers, so these weigh more than in
`stories`; they are known by their form alone, so that no parse is needed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.findings.events.occurrences import of_armed, of_states, worth
from wirecopy.judgements.telling.stories import grouped
from wirecopy.judgements.told import Told, days
from wirecopy.judgements.weights import HEAD, LEAD, TELLING, TERMS, WORD, Worded, fold, sentence_spans, stem, worded
from wirecopy.model import Commitment, Event, Report, Span

JOIN = 0.05
"""Nearness from which two groups are one strand: looser than a story, for what happens in it goes on for weeks."""
LEAST_ACTS = 10  # of fewer a share says nothing
ARMED = 0.25
"""Fewest acts of those who bear arms, of all, for an account of a war. In two folders of civil wars they are .40 and more, in
those of a crisis, of a country's own news and of crimes .00 to .15."""
DEMANDS = 2.0
"""Fewest demands, promises and threats for a report of politics, on average, where the acts are too few."""
UNSEEN = 20  # reports that an account is taken to lack, so that one of few reports does not fall apart
ACTS = 1.8
"""Fewest acts of states for a report of an account of politics, on average. In two folders of a crisis they are 6.5 and more,
in those of a week's politics at home 1.9 to 3.7, in those of crimes and matches to 1.7."""
CALM = 0.75
"""Fewest demands, promises and threats for a report of politics, on average, where few acts are between states. In folders of a
week's politics they are 1.5 and more, in one of a navy's capture of pirates .37, though its reports have 3.1 acts of states."""
BETWEEN = 0.25
"""Fewest acts between two states, of all, for an account that is of politics without many demands."""
MANY = 8  # reports: of fewer it says nothing that they demand little
NAMED = 1.7  # how much more names and numbers weigh …
LEAST = 1.5  # … and what each weighs at least before: "London" is a common word
TITLED = 0.6  # share of capitals from which on a sentence is a headline, whose capitals say nothing


def in_strands(told: Sequence[Told]) -> list[Told]:
    """The claims, those of events with the strand of their report.

    An account of politics keeps only the occurrences that say something there, and its acts are known by no word.
    """
    reports = {one.report.id: one.report for one in told}
    if is_of_politics(told):
        return _of_politics(told)
    strand = strands(sorted(reports.values(), key=lambda report: (report.path, report.id)))
    return [replace(one, strand=strand[one.report.id]) if isinstance(one.finding, Event) else one for one in told]


def is_of_politics(told: Sequence[Told]) -> bool:
    """Whether the reports that tell the claims make an account of politics: of what states and their bodies do."""
    reports = len({one.report.id for one in told})
    acts = sum(1 for one in told if isinstance(one.finding, Event) and of_states(one.finding))
    demands = sum(1 for one in told if isinstance(one.finding, Commitment))
    many = acts >= ACTS * reports and not (reports >= MANY and demands < CALM * reports and _is_of_one_side(told))
    return many or (acts >= reports and demands >= DEMANDS * reports) or is_of_war(told)


def _is_of_one_side(told: Sequence[Told]) -> bool:
    """Are few of the acts between two states?"""
    acts = [one.finding for one in told if isinstance(one.finding, Event) and one.finding.act is not None]
    sides = [{actor.country for actor in (*act.who, *act.whom) if actor.country} for act in acts]
    return sum(len(one) > 1 for one in sides) < BETWEEN * len(sides)


def is_of_war(told: Sequence[Told]) -> bool:
    """Whether much of what an account tells is done by those who bear arms: an army, rebels."""
    acts = [one.finding for one in told if isinstance(one.finding, Event) and one.finding.act is not None]
    return len(acts) >= LEAST_ACTS and sum(map(of_armed, acts)) >= ARMED * len(acts)


def _of_politics(told: Sequence[Told]) -> list[Told]:
    """The claims of an account of politics, without occurrences that are trivia there, or that a figure tells."""
    figures = [span for one in told for span in one.claim.spans.get("figure", ())]
    counted = {report: [s for s in figures if s.report_id == report] for report in {s.report_id for s in figures}}
    kept = []
    for one in told:
        event = one.finding
        if isinstance(event, Event) and (
            event.act is not None or event.word is None
        ):  # without both it is of the diary
            kept.append(replace(one, finding=replace(event, word=None)))
        elif not isinstance(event, Event) or (worth(event, True) and not _counted(one, counted)):
            kept.append(one)
    return kept


def _counted(told: Told, figures: Mapping[str, Sequence[Span]]) -> bool:
    """Does a figure stand in the parties of an event? "Some 90 people have died" is told by the figure."""
    sides = [span for role in ("who", "whom") for span in told.claim.spans.get(role, ())]
    return any(side.start <= figure.start < side.end for side in sides for figure in figures.get(told.report.id, ()))


def strands(reports: Sequence[Report]) -> Mapping[str, int]:
    """Report id → the number of its strand: the place of the strand's first report in the sequence."""
    words = [worded(report) for report in reports]
    found = Counter(term for report in words for term in report.terms)
    rarity = {term: math.sqrt(math.log((len(reports) + UNSEEN) / count)) for term, count in found.items()}
    vectors = [_vector(report, own, rarity) for report, own in zip(reports, words, strict=True)]
    labels = grouped(vectors, [_day(report) for report in reports], JOIN)
    return {report.id: label for report, label in zip(reports, labels, strict=True)}


def _day(report: Report) -> str | None:
    """The day of a report, None where it is not known to the day."""
    known = days(report.published)
    return known[0] if known and known[0] == known[1] else None


def _vector(report: Report, words: Worded, rarity: Mapping[str, float]) -> dict[str, float]:
    """A report's heaviest terms by weight, rarity in the account and logarithm of their count, of length 1."""
    counts: Counter[str] = Counter()
    for number, sentence in enumerate(words.sentences):
        for term in sentence.stems:
            counts[term] += HEAD if number == 0 else LEAD if number < 5 else 1
    named = _named(report)
    told = {}
    for term, count in counts.items():
        weight = words.terms[term] - TELLING
        weight = NAMED * max(weight, LEAST) if term in named else weight
        if weight > 0:
            told[term] = (1 + math.log(count)) * weight * rarity[term]
    kept = dict(sorted(told.items(), key=lambda item: (-item[1], item[0]))[:TERMS])
    length = math.sqrt(sum(value * value for value in kept.values()))
    return {term: value / length for term, value in kept.items()}


def _named(report: Report) -> set[str]:
    """Stems of the names and numbers of a report: words with a capital that begin no sentence, or with a digit."""
    found: set[str] = set()
    for start, end in sentence_spans(report.text, report.blocks):
        words = WORD.findall(report.text, start, end)
        if words and sum(word[0].isupper() for word in words) <= TITLED * len(words):
            found.update(stem(fold(word)) for word in words[1:] if word[0].isupper() or word[0].isdigit())
    return found
