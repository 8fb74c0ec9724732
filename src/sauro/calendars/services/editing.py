"""Changes of the calendar: days set and removed, years confirmed."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.calendars import events
from sauro.calendars.enums import DayKind
from sauro.calendars.models import CalendarDay, CalendarYear
from sauro.calendars.policies import calendar_policy
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotVisible
from vanban.text.working_days import fixed_days_off

FIRST_YEAR, LAST_YEAR = 2020, 2100
_SATURDAY = 5


@transaction.atomic
def set_day(*, actor: Actor, day: dt.date, kind: DayKind, name: str, basis: str = "") -> CalendarDay:
    """Enter a weekday that is off, a weekend day that is worked, or a day worked for half.

    The year has to be confirmed again. Raises a sentence for a weekend day entered as off (but for a Saturday where
    Saturday mornings are worked), a weekday entered as worked, and a day that is off by law.
    """
    year = _locked_year(actor, day.year)
    _check(day, kind, name, saturdays=year.works_saturday_mornings)
    if CalendarDay.objects.filter(day=day).exists():
        raise Conflict("day-there", _("Ngày này đã có trong lịch. Hãy bỏ ngày cũ trước."), field="day")
    row = CalendarDay.objects.create(day=day, kind=kind, name=name.strip(), basis=basis.strip())
    record_event(
        actor=actor, event=events.DAY_SET, obj=row, changes={"kind": [None, str(kind)], "name": [None, row.name]}
    )
    _reopen(actor, year)
    return row


@transaction.atomic
def remove_day(*, actor: Actor, day_id: UUID) -> int:
    """Take a day out of the calendar; its history stays. The year has to be confirmed again. Returns the year."""
    row = CalendarDay.objects.filter(pk=day_id).first()
    if row is None or not calendar_policy.visible(actor).exists():
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    year = _locked_year(actor, row.day.year)
    record_event(actor=actor, event=events.DAY_REMOVED, obj=row, changes={"kind": [row.kind, None]})
    row.delete()
    _reopen(actor, year)
    return year.year


@transaction.atomic
def confirm_year(*, actor: Actor, year: int, is_complete: bool) -> CalendarYear:
    """Say that the days of a year are all there, from when on deadlines are counted in them; or that they are not."""
    row = _locked_year(actor, year)
    if not is_complete:
        _reopen(actor, row)
        return row
    if not row.is_complete:
        row.is_complete, row.confirmed_by_name, row.confirmed_at, row.note = True, actor.name, now(), ""
        row.save()
        record_event(actor=actor, event=events.YEAR_CONFIRMED, obj=row)
    return row


@transaction.atomic
def set_saturday_mornings(*, actor: Actor, year: int, worked: bool) -> CalendarYear:
    """Say whether offices are open on the Saturday mornings of a year. The year has to be confirmed again."""
    row = _locked_year(actor, year)
    if row.works_saturday_mornings != worked:
        row.works_saturday_mornings = worked
        row.save()
        record_event(
            actor=actor, event=events.SATURDAYS_SET, obj=row, changes={"works_saturday_mornings": [not worked, worked]}
        )
        _reopen(actor, row)
    return row


def _locked_year(actor: Actor, year: int) -> CalendarYear:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DomainError(
            "year", _("Năm phải từ %(first)s đến %(last)s.") % {"first": FIRST_YEAR, "last": LAST_YEAR}, field="day"
        )
    row, _created = CalendarYear.objects.get_or_create(year=year)
    locked = calendar_policy.get_locked(actor, row.pk)
    calendar_policy.require(actor, "manage", locked)
    return locked


def _reopen(actor: Actor, year: CalendarYear) -> None:
    if year.is_complete:
        year.is_complete, year.confirmed_by_name, year.confirmed_at = False, "", None
        year.save()
        record_event(actor=actor, event=events.YEAR_REOPENED, obj=year)


def _check(day: dt.date, kind: DayKind, name: str, *, saturdays: bool) -> None:
    is_weekend = day.weekday() >= _SATURDAY
    is_off_anyway = is_weekend and not (saturdays and day.weekday() == _SATURDAY)
    if not name.strip():
        raise DomainError("name-needed", _("Hãy ghi tên ngày, ví dụ Tết Nguyên đán."), field="name")
    if kind == DayKind.HOLIDAY and is_off_anyway:
        raise DomainError("weekend", _("Thứ Bảy, Chủ nhật đã là ngày nghỉ. Hãy ghi ngày nghỉ bù."), field="day")
    if kind in (DayKind.HOLIDAY, DayKind.HALF) and day in fixed_days_off(day.year):
        raise DomainError("fixed", _("Ngày này đã là ngày nghỉ theo luật."), field="day")
    if kind == DayKind.WORKED and not is_weekend:
        raise DomainError("weekday", _("Ngày làm bù phải là thứ Bảy hoặc Chủ nhật."), field="day")
