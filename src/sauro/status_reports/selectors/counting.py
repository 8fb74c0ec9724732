"""Counts a report: the rows as they stand, in the order in which the report lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from sauro.common.clock import VIETNAM
from sauro.common.errors import DomainError
from sauro.status_reports.enums import Group, ReasonOrigin, Subject
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.selectors.facts import end_of, start_of, with_facts, work_of
from sauro.status_reports.standing import Facts, days_held, days_late, group_of
from sauro.tasks.enums import AssignmentState
from vanban.text.normalize import fold

ROW_LIMIT = 50_000
_CHUNK = 2_000
_NEEDS_REASON = (Group.DONE_LATE, Group.OVERDUE, Group.WAITING_OTHERS, Group.STOPPED)
_GROUP_ORDER = {group: place for place, group in enumerate(Group)}


def count_rows(report: StatusReport) -> list[ReportRow]:
    """Return the rows of a report as of its day, unsaved, in its order. Takes one query.

    Raises ``DomainError`` when there are more than ``ROW_LIMIT``.
    """
    work = with_facts(work_of(report), first=report.first_day, as_of=report.as_of)
    shown = work.select_related("unit", "giver_unit", "obligation")
    found = []
    for one in shown.order_by().iterator(chunk_size=_CHUNK):
        row = _row(report, one)
        if row is not None:
            found.append((_place(report, one, row), row))
        if len(found) > ROW_LIMIT:
            raise DomainError(
                "too-many-rows", _("Kỳ này có hơn 50.000 nhiệm vụ. Hãy chọn kỳ ngắn hơn hoặc báo cáo theo văn bản.")
            )
    found.sort(key=lambda pair: pair[0])
    for position, (_place_of_row, row) in enumerate(found, 1):
        row.position = position
    return [row for _place_of_row, row in found]


def count_given(report: StatusReport) -> int:
    """Return how much work was given within the period. Takes one query."""
    work = work_of(report).filter(given_at__lt=end_of(report.as_of))
    return work.filter(given_at__gte=start_of(report.first_day)).count() if report.first_day else work.count()


def _row(report: StatusReport, one: Any) -> ReportRow | None:
    """The row of an assignment read with its facts; None when it does not belong to the period."""
    facts = Facts(
        given_on=one.given_day,
        due_on=one.due_then,
        held_days=one.held_days,
        handed_in_on=timezone.localtime(one.handed_in_then, VIETNAM).date() if one.handed_in_then else None,
        closed_on=one.closed_day,
        is_stopped=one.state == AssignmentState.STOPPED,
        waiting_since=one.waiting_since,
        giver_days=one.giver_days,
        is_questioned=one.state == AssignmentState.QUESTIONED,
    )
    group = group_of(facts, first=report.first_day, as_of=report.as_of)
    if group is None:
        return None
    reason, origin = _reason(one, group)
    giver_days, other_days = days_held(facts, group, as_of=report.as_of)
    is_closed = group in (Group.DONE_ON_TIME, Group.DONE_LATE, Group.STOPPED)
    return ReportRow(
        report=report,
        assignment_id=one.pk,
        group=group,
        code=one.code,
        wording=one.wording,
        source_text=one.source_text,
        unit=one.unit,
        unit_name=one.unit.name,
        giver_unit=one.giver_unit,
        giver_name=one.giver_name,
        role=one.role,
        point=one.obligation.section if one.obligation else "",
        given_on=facts.given_on,
        due_on=facts.due_on,
        due_original=one.due_original,
        handed_in_on=facts.handed_in_on,
        closed_on=facts.closed_on if is_closed else None,
        days_late=days_late(facts, group, as_of=report.as_of),
        giver_days=giver_days,
        other_days=other_days,
        progress=one.progress,
        reason=reason,
        reason_origin=origin,
        search_key=fold(f"{one.code} {one.wording} {one.unit.name} {one.source_text}"),
    )


def _reason(one: Any, group: Group) -> tuple[str, ReasonOrigin]:
    """The reason with the most weight: what the competent person accepted, an explanation, the last report."""
    if group not in _NEEDS_REASON:
        return "", ReasonOrigin.NONE
    if group == Group.STOPPED:
        return one.state_reason, ReasonOrigin.NONE
    for text, origin in _said(one):
        if text:
            return text, origin
    return "", ReasonOrigin.NONE


def _said(one: Any) -> Iterator[tuple[str, ReasonOrigin]]:
    yield one.objective, ReasonOrigin.OBJECTIVE
    yield one.explained, ReasonOrigin.EXPLANATION
    yield one.reported, ReasonOrigin.REPORT


def _place(report: StatusReport, one: Any, row: ReportRow) -> tuple[Any, ...]:
    """Where a row stands: a directive follows its points, everything else its groups and then the deadline."""
    unit = (one.unit.level, one.unit.position, one.unit.sort_key)
    if report.subject == Subject.DIRECTIVE:
        return (one.obligation.position, str(one.obligation_id), row.role != "lead", *unit, one.code)
    due = row.due_on.toordinal() if row.due_on else 10**9
    return (_GROUP_ORDER[Group(row.group)], due, *unit, one.code)
