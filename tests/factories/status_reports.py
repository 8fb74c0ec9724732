"""Builds status reports and the work they count."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sauro.common.clock import VIETNAM, now, today
from sauro.numbering.services import next_code
from sauro.status_reports.enums import Group, PeriodKind, Subject
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.services.reports import CODE_PREFIX, draft_report
from sauro.tasks.enums import AssignmentState, Decision
from sauro.tasks.models import Assignment, ProductVersion
from tests.factories.assignments import make_assignment
from tests.personas import World
from vanban.text.normalize import fold


def noon(days_ago: int) -> dt.datetime:
    """Return noon in Vietnam so many days ago."""
    day = today() - dt.timedelta(days=days_ago)
    return dt.datetime.combine(day, dt.time(12), tzinfo=VIETNAM)


def work(world: World, *, due: int | None = None, given: int = 20, unit: str = "ubnd_a", **columns: Any) -> Assignment:
    """Make work the province gave; ``due`` and ``given`` are days ago, negative ``due`` lies ahead."""
    due_on = today() - dt.timedelta(days=due) if due is not None else None
    return make_assignment(
        world.units["ubnd"], world.units[unit], due_on=due_on, due_original=due_on, given_at=noon(given),
        **{"state": AssignmentState.ACCEPTED, **columns},
    )  # fmt: skip


def hand_in(row: Assignment, days_ago: int, *, decision: str = Decision.PENDING, decided: int | None = None) -> None:
    """Add a hand-in of so many days ago, with the giver's word when it came."""
    ProductVersion.objects.create(
        assignment=row, number=row.products.count() + 1, text="Danh mục", handed_in_by_name="Bùi Thị Mẫu A",
        handed_in_at=noon(days_ago), decision=decision, decided_at=noon(decided) if decided is not None else None,
    )  # fmt: skip
    row.handed_in_at = noon(days_ago)
    row.state = AssignmentState.RETURNED if decision == Decision.RETURNED else AssignmentState.HANDED_IN
    if decision == Decision.CONFIRMED and decided is not None:
        row.state, row.closed_at = AssignmentState.CONFIRMED, noon(decided)
    row.save()


def draft(world: World, persona: str = "head", unit: str = "ubnd", **given: Any) -> StatusReport:
    """Draft a report on the last ten days through the service."""
    held = {
        "subject": Subject.GIVEN,
        "period_kind": PeriodKind.FREE,
        "first_day": today() - dt.timedelta(days=9),
        "last_day": today(),
    }
    return draft_report(actor=world.actor(persona), unit_id=world.units[unit].pk, **{**held, **given})


def stored(world: World) -> StatusReport:
    """Store a draft of the province without counting anything."""
    moment = now()
    return StatusReport.objects.create(
        code=next_code(prefix=CODE_PREFIX, year=2026), domain=world.units["ubnd"].domain, unit=world.units["ubnd"],
        subject=Subject.GIVEN, period_kind=PeriodKind.FREE, first_day=today(), last_day=today(),
        period_label="hôm nay", as_of=today(), counted_at=moment, made_by_name="Trần Thị Mẫu",
    )  # fmt: skip


def stored_row(report: StatusReport, row: Assignment, position: int) -> ReportRow:
    """Store a row of a report as if it had been counted."""
    return ReportRow.objects.create(
        report=report, position=position, assignment=row, group=Group.OVERDUE, code=row.code, wording=row.wording,
        source_text=row.source_text, unit=row.unit, unit_name=row.unit.name, giver_unit=row.giver_unit,
        giver_name=row.giver_name, role=row.role, given_on=today(), days_late=1, search_key=fold(row.wording),
    )  # fmt: skip
