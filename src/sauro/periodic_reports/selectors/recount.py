"""What the system would count today, against what was sent: figures of a sent report never follow the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from sauro.access.actor import Actor
from sauro.common.errors import NotVisible
from sauro.periodic_reports.comparing import Difference, difference
from sauro.periodic_reports.content import FigureLine, ReportContent, from_json
from sauro.periodic_reports.enums import FigureOrigin, FigureRule
from sauro.periodic_reports.figure_sources import find_source, window_of
from sauro.periodic_reports.models import SentVersion, UnitReport
from sauro.periodic_reports.rollup import FigureSpec, over_units, report_of
from sauro.periodic_reports.selectors.content import latest_of_units, part
from sauro.periodic_reports.selectors.entries import entries_of
from sauro.periodic_reports.selectors.reports import get_report


def recount(actor: Actor, pk: UUID) -> tuple[UnitReport, SentVersion, Difference]:
    """Return a report, what was sent last, and what the system would put into it today. Raises ``NotVisible``.

    Compared is what the system gave, also where a person had changed it; texts are not compared.
    """
    report = get_report(actor, pk)
    sent = report.sent_versions.first()
    if sent is None:
        raise NotVisible("not-found", "")
    content = from_json(sent.content)
    given = [
        one if one.origin == FigureOrigin.TYPED else replace(one, value=one.system_value) for one in content.figures
    ]
    if content.is_joint:
        before, figures = replace(content, figures=tuple(given)), _rolled_up(report, content)
    else:
        # Ratios are worked out of the system's numbers on both sides, whatever people made of them.
        before = replace(content, figures=tuple(_with_ratios(given, _specs(report))))
        figures = _counted(report, before)
    return report, sent, difference(before, replace(before, figures=figures))


def _counted(report: UnitReport, content: ReportContent) -> tuple[FigureLine, ...]:
    window = window_of(content.first, content.last)
    found: list[FigureLine] = []
    for line in content.figures:
        source = find_source(line.source)
        if source is None:
            found.append(line)
        else:
            rows = tuple(source.count([report.unit_id], window).get(report.unit_id, ()))
            found.append(replace(line, rows=rows, value=Decimal(len(rows))))
    return tuple(_with_ratios(found, _specs(report)))


def _with_ratios(lines: Sequence[FigureLine], specs: Sequence[FigureSpec]) -> list[FigureLine]:
    entries = report_of(specs, {line.code: line.value for line in lines})
    return [
        replace(line, value=_rounded(entries[line.code].value)) if line.rule == FigureRule.RATIO else line
        for line in lines
    ]


def _rolled_up(joint: UnitReport, content: ReportContent) -> tuple[FigureLine, ...]:
    latest = latest_of_units(joint)
    contents = [from_json(sent.content) for sent in latest]
    totals = over_units(_specs(joint), [entries_of(one) for one in contents])
    found = []
    own = _counted(joint, content)
    for line, counted in zip(content.figures, own, strict=True):
        if not content.is_rolled_up(line):
            found.append(counted)
            continue
        lines = [(sent, one.figure(line.code)) for sent, one in zip(latest, contents, strict=True)]
        parts = tuple(part(sent, one) for sent, one in lines if one is not None and one.value is not None)
        found.append(replace(line, parts=parts, value=_rounded(totals[line.code].value)))
    return tuple(found)


def _specs(report: UnitReport) -> list[FigureSpec]:
    fields = report.round.version.figures.all()
    return [FigureSpec(one.code, FigureRule(one.rule), one.numerator, one.denominator) for one in fields]


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(Decimal("0.0001"))
