"""Assignments as the API shows them."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from ninja import Schema

from sauro.organizations.api.schemas import UnitRef, unit_ref
from sauro.organizations.models import Appointment
from sauro.tasks.api.deadline_schemas import DeadlineChangeOut, WaitOut, deadline_change_out, wait_out
from sauro.tasks.api.product_schemas import CriterionOut, ProductOut, criterion_out, product_out
from sauro.tasks.models import Assignment, ProgressReport
from sauro.tasks.selectors.assignment_detail import AssignmentDetail


class PersonOut(Schema):
    """Somebody in a post; work goes to the appointment."""

    appointment_id: UUID
    name: str
    position: str


class AssignmentRow(Schema):
    """The part of an obligation that one body has to do. ``due_on`` is the inclusive last day; null: none was set.

    ``timeliness`` is derived from the deadline, the hand-in and today, and never stored. The head of recurring work
    (``is_recurring``) has no deadline; each of its occurrences has a period, first and last day included. ``share`` is
    the weight of a part in the work it belongs to. ``progress`` of split work rolls up from its parts, unless
    ``is_progress_own``.
    """

    id: UUID
    code: str
    domain: str
    role: str
    wording: str
    source_text: str
    unit: UnitRef
    giver_unit: UnitRef
    person: PersonOut | None
    is_kept_by_giver: bool
    field_id: UUID | None
    state: str
    state_reason: str
    timeliness: str
    due_on: dt.date | None
    due_original: dt.date | None
    due_phrase: str
    due_origin: str
    is_recurring: bool
    period_label: str
    period_first: dt.date | None
    period_last: dt.date | None
    held_days: int
    waiting_since: dt.date | None
    product: str
    no_product_needed: bool
    progress: int
    is_progress_own: bool
    share: int | None
    given_at: dt.datetime
    accepted_at: dt.datetime | None
    reported_at: dt.datetime | None
    handed_in_at: dt.datetime | None
    closed_at: dt.datetime | None


class AssignmentRef(Schema):
    """Another assignment that the caller may see."""

    id: UUID
    code: str
    unit: UnitRef
    state: str


class ReportOut(Schema):
    """A progress report. ``parts_progress`` is what the parts summed up to then, null for work that was not split."""

    progress: int
    parts_progress: int | None
    differs_reason: str
    text: str
    by: str
    at: dt.datetime


class AssignmentOut(AssignmentRow):
    """An assignment with its history of work. ``criteria`` are those by which the next product is judged; ``steps``
    are those the caller may take now.

    ``document_id`` and ``obligation_id`` are given only to those who may open the giver's document. ``days_late`` is
    measured against the deadline in force, ``days_late_original`` against the first one; days in which others held the
    work (``held_days``) are taken off both. ``kept_share`` is the weight of what the body keeps beside its parts.
    """

    kept_share: int
    document_id: UUID | None
    obligation_id: UUID | None
    parent: AssignmentRef | None
    parts: list[AssignmentRef]
    reports: list[ReportOut]
    criteria: list[CriterionOut]
    products: list[ProductOut]
    days_late: int
    days_late_original: int
    deadline_changes: list[DeadlineChangeOut]
    waits: list[WaitOut]
    steps: list[str]


def assignment_row(assignment: Assignment) -> AssignmentRow:
    """Return the row of an assignment that was read with its units, its person and its timeliness."""
    return AssignmentRow(
        id=assignment.pk,
        code=assignment.code,
        domain=assignment.domain,
        role=assignment.role,
        wording=assignment.wording,
        source_text=assignment.source_text,
        unit=unit_ref(assignment.unit),
        giver_unit=unit_ref(assignment.giver_unit),
        person=person_out(assignment.person) if assignment.person else None,
        is_kept_by_giver=assignment.is_kept_by_giver,
        field_id=assignment.field_id,
        state=assignment.state,
        state_reason=assignment.state_reason,
        timeliness=assignment.timeliness,  # type: ignore[attr-defined]  # annotated by with_timeliness
        due_on=assignment.due_on,
        due_original=assignment.due_original,
        due_phrase=assignment.due_phrase,
        due_origin=assignment.due_origin,
        is_recurring=assignment.is_recurring,
        period_label=assignment.period_label,
        period_first=assignment.period_first,
        period_last=assignment.period_last,
        held_days=assignment.held_days,
        waiting_since=assignment.waiting_since,
        product=assignment.product,
        no_product_needed=assignment.no_product_needed,
        progress=assignment.progress,
        is_progress_own=assignment.is_progress_own,
        share=assignment.share,
        given_at=assignment.given_at,
        accepted_at=assignment.accepted_at,
        reported_at=assignment.reported_at,
        handed_in_at=assignment.handed_in_at,
        closed_at=assignment.closed_at,
    )


def assignment_out(detail: AssignmentDetail) -> AssignmentOut:
    """Return the whole of an assignment."""
    assignment = detail.assignment
    obligation = assignment.obligation if detail.sees_obligation else None
    return AssignmentOut(
        **assignment_row(assignment).dict(),
        kept_share=assignment.kept_share,
        document_id=obligation.document_id if obligation else None,
        obligation_id=obligation.pk if obligation else None,
        parent=_ref(detail.parent) if detail.parent else None,
        parts=[_ref(part) for part in detail.parts],
        reports=[_report(report) for report in detail.reports],
        criteria=[criterion_out(row) for row in detail.criteria],
        products=[product_out(product) for product in detail.products],
        days_late=detail.story.days_late,
        days_late_original=detail.story.days_late_original,
        deadline_changes=[deadline_change_out(change) for change in detail.story.changes],
        waits=[wait_out(wait) for wait in detail.story.waits],
        steps=list(detail.steps),
    )


def person_out(post: Appointment) -> PersonOut:
    """Return somebody in a post that was read with person and position."""
    return PersonOut(appointment_id=post.pk, name=post.person.full_name, position=post.position.title)


def _ref(assignment: Assignment) -> AssignmentRef:
    return AssignmentRef(id=assignment.pk, code=assignment.code, unit=unit_ref(assignment.unit), state=assignment.state)


def _report(report: ProgressReport) -> ReportOut:
    return ReportOut(
        progress=report.progress,
        parts_progress=report.parts_progress,
        differs_reason=report.differs_reason,
        text=report.text,
        by=report.reported_by_name,
        at=report.reported_at,
    )
