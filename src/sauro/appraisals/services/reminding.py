"""Tells each day whose sheets, answers or explanations are due or late: once on the day, once when it has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from uuid import UUID

from django.db.models import Count

from sauro.accounts.selectors.recipients import Recipients, Users
from sauro.appraisals.enums import Duty, SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.selectors.regulations import Days, Regulations, days_by
from sauro.appraisals.services.telling import UNIT
from sauro.appraisals.services.telling_complaints import complaints_due, users_of_people
from sauro.appraisals.services.telling_signs import sheet_subject, signs_due
from sauro.notices.enums import NoticeKind
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject, in_short
from sauro.organizations.models import Unit
from sauro.plans.months import month_of, shifted

_JUDGE = "appraisals.judge"


def remind(on: dt.date) -> int:
    """Make every notice that is due on a day and was not made yet. Returns how many were put forward."""
    return make_notices([*_of_sheets(on), *complaints_due(on), *signs_due(on)])


def _of_sheets(day: dt.date) -> Iterator[Occasion]:
    month, recipients = shifted(month_of(day), -1), Recipients()
    units: dict[UUID, Unit] = Unit.objects.in_bulk()
    regulations = Regulations(month)

    def days_of(unit_id: UUID, subject: str) -> Days:
        return days_by(regulations.of(units[unit_id], subject))

    waiting = Sheet.objects.filter(month=month, leave="")
    yield from _of_people(list(waiting.filter(state=SheetState.OPEN).select_related("appointment")), day, days_of)
    open_ones = waiting.filter(state__in=(SheetState.OPEN, SheetState.SUBMITTED))
    for row in open_ones.values("unit", "duty", "subject", "state").annotate(number=Count("pk")).order_by("unit"):
        unit, days = units[row["unit"]], days_of(row["unit"], row["subject"])
        judging = units[unit.parent_id] if row["duty"] == Duty.HEAD and unit.parent_id else unit
        if row["state"] == SheetState.SUBMITTED and day.day >= days.confirm:
            kind = NoticeKind.SHEETS_DUE if day.day == days.confirm else NoticeKind.SHEETS_LATE
            yield _of_unit(kind, judging, month, recipients.heads(judging, seeing=_JUDGE, otherwise=_JUDGE))
        if day.day >= days.close:
            yield _of_unit(NoticeKind.SHEETS_OPEN, judging, month, recipients.nearest("ratings.keep", judging))


def _of_unit(kind: NoticeKind, unit: Unit, month: dt.date, users: Users) -> Occasion:
    subject = Subject(UNIT, unit.pk, unit.domain, in_short(unit), None)
    return Occasion(kind, f"sheets:{unit.pk}:{month:%Y%m}:{kind}", users, subject=subject)


def _of_people(sheets: list[Sheet], day: dt.date, days_of: Callable[[UUID, str], Days]) -> Iterator[Occasion]:
    users = users_of_people({sheet.appointment.person_id for sheet in sheets})
    for sheet in sheets:
        user = users.get(sheet.appointment.person_id)
        last = days_of(sheet.unit_id, sheet.subject).own
        if user is not None and day.day >= last:
            kind = NoticeKind.SHEET_DUE if day.day == last else NoticeKind.SHEET_LATE
            yield Occasion(kind, f"sheet:{sheet.pk}:{kind}", frozenset([user]), subject=sheet_subject(sheet))
