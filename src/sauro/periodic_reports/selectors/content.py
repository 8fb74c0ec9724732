"""Makes the value of a report from its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sauro.common.clock import VIETNAM
from sauro.periodic_reports.content import (
    FigureLine,
    Part,
    ReportContent,
    SectionLine,
    SourceText,
    Standing,
    from_json,
    part_of,
)
from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.models import FigureField, FigureValue, SectionText, SentVersion, TakenSource, UnitReport
from sauro.periodic_reports.rollup import FigureSpec
from sauro.periodic_reports.selectors.standing import punctuality_of
from sauro.periodic_reports.selectors.to_date import with_figures_to_date
from sauro.periodic_reports.transitions import OUT_STATES


def live_content(report: UnitReport) -> ReportContent:
    """Return the report as it stands now. Takes the same number of queries for every report."""
    this_round = report.round
    latest = latest_of_units(report) if report.is_joint else []
    values = values_of(report)
    content = ReportContent(
        code=report.code,
        definition=this_round.definition.title,
        version=this_round.version.number,
        subject=this_round.version.subject,
        basis=this_round.version.basis,
        label=this_round.label,
        first=this_round.first,
        last=this_round.last,
        unit=report.unit.name,
        unit_code=report.unit.code,
        receiver=report.receiver.name if report.receiver else "",
        signer_title=next((one.signer_title for one in this_round.levels.all() if one.level == report.level), ""),
        is_joint=report.is_joint,
        figures=tuple(
            figure_line(value, is_joint=report.is_joint and not report.counts_itself(value.field.source))
            for value in values
        ),
        sections=_sections(report, latest),
        standings=_standings(report) if report.is_joint else (),
    )
    return with_figures_to_date(report, content, specs_of([value.field for value in values]))


def values_of(report: UnitReport) -> list[FigureValue]:
    """Return the figures of a report in the order of its definition."""
    return list(report.figures.select_related("field").order_by("field__position"))


def texts_of(report: UnitReport) -> list[SectionText]:
    """Return the sections of a report in the order of its definition."""
    return list(report.texts.select_related("field").order_by("field__position"))


def figure_line(value: FigureValue, *, is_joint: bool) -> FigureLine:
    """Return one figure as a value: rolled up from parts when ``is_joint``, else counted from rows or typed."""
    field = value.field
    return FigureLine(
        code=field.code,
        label=field.label,
        measure=field.measure,
        rule=field.rule,
        value=value.value,
        origin=value.origin,
        system_value=value.system_value,
        reason=value.reason,
        source=field.source,
        rows=() if is_joint else tuple(value.basis),
        numerator=value.numerator,
        denominator=value.denominator,
        counted=value.counted,
        parts=tuple(part_of(one) for one in value.basis) if is_joint else (),
    )


def specs_of(fields: Sequence[FigureField]) -> list[FigureSpec]:
    """Return how the figures of a definition add up."""
    return [FigureSpec(one.code, FigureRule(one.rule), one.numerator, one.denominator) for one in fields]


def latest_of_units(joint: UnitReport) -> list[SentVersion]:
    """Return the latest sent version of every unit whose report lies with the joint report's office now.

    A report that was recalled or returned is not among them: it is being corrected.
    """
    out = joint.children.filter(state__in=sorted(OUT_STATES)).values("pk")
    rows = SentVersion.objects.filter(report__in=out).select_related("report__unit")
    rows = rows.order_by("report_id", "-number").distinct("report_id")
    return sorted(rows, key=lambda one: (one.report.unit.position, one.report.unit.sort_key))


def part(sent: SentVersion, line: FigureLine) -> Part:
    """Return what a unit contributes to a figure."""
    return Part(
        report=str(sent.report_id), unit=sent.report.unit.name, unit_code=sent.report.unit.code, number=sent.number,
        sha256=sent.sha256, value=line.value, numerator=line.numerator, denominator=line.denominator,
    )  # fmt: skip


def _sections(report: UnitReport, latest: Sequence[SentVersion]) -> tuple[SectionLine, ...]:
    texts = texts_of(report)
    taken = _taken(texts) if report.is_joint else {}
    contents = [(sent, from_json(sent.content)) for sent in latest]
    return tuple(
        SectionLine(
            code=text.field.code,
            label=text.field.label,
            text=text.text,
            sources=tuple(_sources(text, contents, taken)),
        )
        for text in texts
    )


def _taken(texts: Sequence[SectionText]) -> Mapping[UUID, set[UUID]]:
    taken: dict[UUID, set[UUID]] = {text.pk: set() for text in texts}
    rows = TakenSource.objects.filter(section__in=list(taken))
    for section_id, source_id in rows.values_list("section_id", "source_id"):
        taken[section_id].add(source_id)
    return taken


def _sources(
    text: SectionText, contents: Sequence[tuple[SentVersion, ReportContent]], taken: Mapping[UUID, set[UUID]]
) -> list[SourceText]:
    found = []
    for sent, content in contents:
        section = content.section(text.field.code)
        if section is not None and section.text:
            found.append(
                SourceText(
                    report=str(sent.report_id), unit=sent.report.unit.name, unit_code=sent.report.unit.code,
                    number=sent.number, sha256=sent.sha256, text=section.text,
                    is_taken=sent.report_id in taken[text.pk],
                )
            )  # fmt: skip
    return found


def _standings(joint: UnitReport) -> tuple[Standing, ...]:
    rows = joint.children.select_related("unit").order_by("unit__position", "unit__sort_key")
    return tuple(
        Standing(
            unit=row.unit.name,
            unit_code=row.unit.code,
            punctuality=str(punctuality_of(row)),
            due_on=row.due_on,
            sent_on=row.sent_at.astimezone(VIETNAM).date() if row.sent_at and row.state in OUT_STATES else None,
        )
        for row in rows
    )
