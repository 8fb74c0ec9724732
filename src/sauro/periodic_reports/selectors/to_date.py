"""Figures since the beginning of the year: what was sent for earlier rounds, and the report at hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sauro.periodic_reports.content import ReportContent, ToDate, from_json
from sauro.periodic_reports.models import Round, SentVersion, UnitReport
from sauro.periodic_reports.rollup import FigureSpec, over_periods
from sauro.periodic_reports.selectors.entries import entries_of
from sauro.periodic_reports.transitions import OUT_STATES

_PLACES = Decimal("0.0001")


def with_figures_to_date(report: UnitReport, content: ReportContent, specs: list[FigureSpec]) -> ReportContent:
    """Return the content with its figures since the beginning of the year, when earlier rounds have that year's name.

    What a unit had not sent for one of them is no figure, not zero; ``to_date`` says how many were sent. Takes two
    queries.
    """
    year = report.round.period.year
    earlier = Round.objects.filter(
        definition=report.round.definition_id, period__year=year, last__lt=report.round.last
    ).order_by("last", "id")
    rounds = list(earlier.values_list("pk", flat=True))
    if not rounds:
        return content
    out = UnitReport.objects.filter(round__in=rounds, unit=report.unit_id, state__in=sorted(OUT_STATES))
    rows = SentVersion.objects.filter(report__in=out.values("pk")).order_by(
        "report__round__last", "report_id", "-number"
    )
    sent = [from_json(one.content) for one in rows.distinct("report__round__last", "report_id")]
    totals = over_periods(specs, [entries_of(one) for one in (*sent, content)])
    figures = tuple(replace(line, to_date=_rounded(totals[line.code].value)) for line in content.figures)
    return replace(content, figures=figures, to_date=ToDate(year, len(rounds), len(sent)))


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(_PLACES)
