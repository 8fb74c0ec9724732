"""What the system can say about the figures of a report, with the tasks the actor may see named in it."""

from __future__ import annotations

from typing import Any

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.periodic_reports.content import ReportContent
from sauro.periodic_reports.sentences import NAMED, Sentence, Work, sentence_of
from sauro.status_reports.selectors.facts import lateness_reasons
from sauro.tasks.selectors.deadlines import standing_of
from sauro.tasks.selectors.work import visible_assignments
from sauro.tasks.timeliness import days_late


def sentences_of(actor: Actor, content: ReportContent) -> list[Sentence]:
    """Return a sentence for every figure that the system counts and that is not zero. Takes one query.

    The reason of a lateness is the one with the most weight: an accepted objective cause, an explanation, a report.
    """
    codes = {code for line in content.figures if line.source in NAMED for code in line.rows}
    rows = visible_assignments(actor).filter(code__in=codes).annotate(**lateness_reasons())
    works = {row.code: _work(row) for row in rows} if codes else {}
    found = [sentence_of(line, [works[code] for code in line.rows if code in works]) for line in content.figures]
    return [one for one in found if one is not None]


def _work(row: Any) -> Work:
    standing = standing_of(row)
    return Work(
        code=row.code,
        wording=row.wording,
        handed_in_on=standing.handed_in_on,
        due_on=row.due_on,
        days_late=days_late(row.due_on, standing, today=today()),
        reason=row.objective or row.explained or row.reported,
    )
