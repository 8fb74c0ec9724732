"""The figures that nobody types: counted by the system for units, rolled up from sent reports for joint reports.

A value that a person changed stays; what the system gives now is kept beside it and shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.periodic_reports import events
from sauro.periodic_reports.content import FigureLine, ReportContent, from_json, parts_to_json
from sauro.periodic_reports.enums import FigureOrigin, FigureRule
from sauro.periodic_reports.figure_sources import CountedRows, find_source, window_of
from sauro.periodic_reports.models import FigureField, FigureValue, Round, SectionField, SectionText, UnitReport
from sauro.periodic_reports.rollup import FigureSpec, over_units, report_of
from sauro.periodic_reports.selectors.content import (
    latest_of_units,
    part,
    specs_of,
    values_of,
)
from sauro.periodic_reports.selectors.entries import entries_of
from sauro.periodic_reports.services.beginning import begin_filling

_OWN_ORIGINS = (FigureOrigin.CHANGED, FigureOrigin.SYSTEM)
_PLACES = Decimal("0.0001")
_COLUMNS = ("value", "system_value", "numerator", "denominator", "counted", "origin", "reason", "basis", "edits")


def prepare_fields(reports: Sequence[UnitReport], this_round: Round) -> None:
    """Give new reports a row for every figure and section, so that whoever fills one in finds a row to lock."""
    figures = list(this_round.version.figures.all())
    sections = list(this_round.version.sections.all())
    FigureValue.objects.bulk_create(_new_value(report, field) for report in reports for field in figures)
    SectionText.objects.bulk_create(_new_text(report, field) for report in reports for field in sections)


def _new_value(report: UnitReport, field: FigureField) -> FigureValue:
    is_filled = report.is_joint or field.source or field.rule == FigureRule.RATIO
    is_rolled_up = report.is_joint and not report.counts_itself(field.source)
    filled = FigureOrigin.ROLLED_UP if is_rolled_up else FigureOrigin.SYSTEM
    return FigureValue(report=report, field=field, origin=filled if is_filled else FigureOrigin.TYPED)


def _new_text(report: UnitReport, field: SectionField) -> SectionText:
    return SectionText(report=report, field=field)


@transaction.atomic
def refresh_figures(*, actor: Actor, report_id: UUID) -> UnitReport:
    """Take the system's figures of one report anew; of a joint report roll the units' reports up again as well."""
    report = begin_filling(actor, report_id)
    if report.parent_id is not None:
        read_figures([report], report.round)
    if report.is_joint:
        roll_up(report)
    report.refresh_from_db()
    record_event(
        actor=actor, event=events.FIGURES_READ, obj=report, changes={"reports": [None, len(report.rolled_from)]}
    )
    return report


def read_figures(reports: Sequence[UnitReport], this_round: Round) -> int:
    """Take the system's figures for reports of units, locked by the caller. Returns how many values changed.

    Takes one query per source, however many reports there are.
    """
    window = window_of(this_round.first, this_round.last)
    units = [report.unit_id for report in reports]
    counted: dict[str, CountedRows] = {}
    for code in this_round.version.figures.exclude(source="").values_list("source", flat=True).distinct():
        source = find_source(code)
        if source is not None:
            counted[code] = source.count(units, window)
    rows = FigureValue.objects.filter(report__in=reports).select_related("field", "report")
    by_report: dict[UUID, list[FigureValue]] = {report.pk: [] for report in reports}
    for row in rows.order_by("field__position"):
        by_report[row.report_id].append(row)
    changed = []
    for values in by_report.values():
        for value in values:
            found = counted.get(value.field.source)
            if found is not None:
                codes = list(found.get(value.report.unit_id, ()))
                value.basis, value.counted = codes, 1
                _take(value, Decimal(len(codes)), FigureOrigin.SYSTEM)
        if values:
            work_out_changed_ratios(values[0].report, values)
        changed += values
    FigureValue.objects.bulk_update(changed, _COLUMNS, batch_size=500)
    UnitReport.objects.filter(pk__in=by_report).update(figures_read_at=now())
    return len(changed)


def roll_up(joint: UnitReport) -> None:
    """Roll the latest sent reports of the units up into the joint report, locked by the caller."""
    latest = latest_of_units(joint)
    contents = [from_json(sent.content) for sent in latest]
    values = values_of(joint)
    specs = specs_of([value.field for value in values])
    totals = over_units(specs, [entries_of(content) for content in contents])
    for value in values:
        if joint.counts_itself(value.field.source):
            continue
        total = totals[value.field.code]
        lines = [(sent, _line(content, value.field.code)) for sent, content in zip(latest, contents, strict=True)]
        value.basis = parts_to_json([part(sent, line) for sent, line in lines if line is not None])
        value.counted = total.counted
        value.numerator, value.denominator = total.numerator, total.denominator
        _take(value, total.value, FigureOrigin.ROLLED_UP)
    _rework_changed_ratios(values, specs)
    FigureValue.objects.bulk_update(values, _COLUMNS)
    rolled_from = [[str(sent.report_id), sent.number] for sent in latest]
    UnitReport.objects.filter(pk=joint.pk).update(figures_read_at=now(), rolled_from=rolled_from)


def work_out_ratios(values: Sequence[FigureValue]) -> None:
    """Work the ratios of a report out from its own figures."""
    specs = specs_of([value.field for value in values])
    own = report_of(specs, {value.field.code: value.value for value in values})
    for value in values:
        if value.field.rule == FigureRule.RATIO:
            entry = own[value.field.code]
            value.numerator, value.denominator, value.counted = entry.numerator, entry.denominator, entry.counted
            value.value = value.system_value = _rounded(entry.value)


def work_out_changed_ratios(joint: UnitReport, values: Sequence[FigureValue]) -> None:
    """Work the ratios of a report out after a figure was changed by hand."""
    if joint.is_joint:
        _rework_changed_ratios(values, specs_of([value.field for value in values]))
    else:
        work_out_ratios(values)


def _rework_changed_ratios(values: Sequence[FigureValue], specs: Sequence[FigureSpec]) -> None:
    """A ratio whose numerator or denominator is not the units', because a person changed it or the system counts the
    unit's own, follows that figure."""
    changed = {value.field.code for value in values if value.origin in _OWN_ORIGINS}
    given = {value.field.code: value.value for value in values}
    for value, spec in zip(values, specs, strict=True):
        if spec.rule == FigureRule.RATIO and {spec.numerator, spec.denominator} & changed:
            entry = report_of([spec], given)[spec.code]
            value.numerator, value.denominator = entry.numerator, entry.denominator
            value.value = _rounded(entry.value)


def _take(value: FigureValue, found: Decimal | None, origin: FigureOrigin) -> None:
    """Take what the system gives. What a person changed stays, unless both are the same now."""
    found = _rounded(found)
    value.system_value = found
    if value.origin == FigureOrigin.CHANGED and value.value != found:
        return
    if value.value != found:
        value.edits += 1
    value.value, value.origin, value.reason = found, origin, ""


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(_PLACES)


def _line(content: ReportContent, code: str) -> FigureLine | None:
    """A unit without a figure has no part in the total; the page says how many have one."""
    line = content.figure(code)
    return line if line is not None and line.value is not None else None
