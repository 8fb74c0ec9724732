"""When recurring work is due: periods, how they close, and the deadline within or after each (docs/adr/0013).

No database and no clock. Periods are explicit days from and to, never a month number: reports close on the 14th
(NĐ 09/2019/NĐ-CP, Article 12), everything else with the calendar.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanban.text.normalize import fold

_ONE_DAY = dt.timedelta(days=1)
_REPORT_CLOSES = 14
SATURDAY = 6
_WEEKDAYS = ("hai", "ba", "tu", "nam", "sau", "bay", "chu nhat")
_WEEKDAY = re.compile(rf"\bthu ({'|'.join(_WEEKDAYS[:-1])})\b|\bchu nhat\b")


class Rhythm(models.TextChoices):
    """How often the work comes back. The values are those of ``vanban``'s recurrences."""

    DAILY = "daily", gettext_lazy("Hằng ngày làm việc")
    WEEKLY = "weekly", gettext_lazy("Hằng tuần")
    MONTHLY = "monthly", gettext_lazy("Hằng tháng")
    QUARTERLY = "quarterly", gettext_lazy("Hằng quý")
    SEMIANNUAL = "semiannual", gettext_lazy("6 tháng")
    ANNUAL = "annual", gettext_lazy("Hằng năm")


class Closing(models.TextChoices):
    """When a period of months ends."""

    CALENDAR = "calendar", gettext_lazy("Theo lịch (đến cuối tháng)")
    REPORT = "report", gettext_lazy("Theo kỳ báo cáo (từ ngày 15 tháng trước đến ngày 14)")


MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.SEMIANNUAL: 6, Rhythm.ANNUAL: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """One period, both days included, with its Vietnamese name and the last day for its product."""

    first: dt.date
    last: dt.date
    label: str
    due: dt.date


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rhythm with its deadline.

    ``day`` is the weekday of the deadline for weekly work (1 Monday to 7 Sunday), the day of the month for longer
    rhythms; 0 is the last day of the period. ``months_after`` puts that day into a month after the period's last one,
    or, below zero, into a month of the period before its last one ("trước ngày 30/6 hằng năm": -6).
    """

    rhythm: Rhythm
    day: int = 0
    months_after: int = 0
    closing: Closing = Closing.CALENDAR

    def periods(
        self, start: dt.date, end: dt.date, is_working: Callable[[dt.date], bool] | None = None
    ) -> Iterator[Period]:
        """Yield the periods that begin within ``start`` and ``end``, or hold ``start``, in order.

        ``is_working`` tells on which days offices are open: daily work comes on these alone (without it: Monday to
        Friday).
        """
        if self.rhythm == Rhythm.DAILY:
            yield from _days(start, end, is_working or _is_weekday)
        elif self.rhythm == Rhythm.WEEKLY:
            yield from self._weeks(start, end)
        else:
            yield from self._months(start, end)

    def _weeks(self, start: dt.date, end: dt.date) -> Iterator[Period]:
        monday = start - dt.timedelta(days=start.isoweekday() - 1)
        while monday <= end:
            year, week, _weekday = monday.isocalendar()
            label = _("tuần %(week)s/%(year)s") % {"week": week, "year": year}
            due = monday + dt.timedelta(days=(self.day or SATURDAY + 1) - 1)
            yield Period(monday, monday + dt.timedelta(days=6), label, due)
            monday += dt.timedelta(days=7)

    def _months(self, start: dt.date, end: dt.date) -> Iterator[Period]:
        length = MONTHS[self.rhythm]
        # One period early: with reports the period that holds ``start`` may carry the name of the month after it.
        index = (start.year * 12 + start.month - 1) // length - 1
        while True:
            period = self._of_months(index * length, length)
            if period.first > end:
                return
            if period.last >= start:
                yield period
            index += 1

    def _of_months(self, first_month: int, length: int) -> Period:
        """The period of ``length`` months that begins with ``first_month`` (months since year 0)."""
        last_month = first_month + length - 1
        if self.closing == Closing.REPORT:
            first, last = _day(first_month - 1, _REPORT_CLOSES + 1), _day(last_month, _REPORT_CLOSES)
        else:
            first, last = _day(first_month, 1), _day(last_month, 0)
        due = _day(last_month + self.months_after, self.day) if self.day or self.months_after else last
        return Period(first, last, _label(first_month, length), due)


def _is_weekday(day: dt.date) -> bool:
    return day.isoweekday() < SATURDAY


def _days(start: dt.date, end: dt.date, is_working: Callable[[dt.date], bool]) -> Iterator[Period]:
    day = start
    while day <= end:
        if is_working(day):
            yield Period(day, day, _("ngày %(day)s") % {"day": f"{day:%d/%m/%Y}"}, day)
        day += _ONE_DAY


def _day(month: int, day: int) -> dt.date:
    """The day of a month counted since year 0; 0 and days the month does not have are its last day."""
    year, month = month // 12, month % 12 + 1
    longest = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(day or longest, longest))


def _label(first_month: int, length: int) -> str:
    year, month = first_month // 12, first_month % 12
    if length == MONTHS[Rhythm.MONTHLY]:
        return _("tháng %(month)s/%(year)s") % {"month": month + 1, "year": year}
    if length == MONTHS[Rhythm.QUARTERLY]:
        quarter = ("I", "II", "III", "IV")[month // 3]
        return _("quý %(quarter)s/%(year)s") % {"quarter": quarter, "year": year}
    if length == MONTHS[Rhythm.SEMIANNUAL]:
        words = _("6 tháng đầu năm %(year)s") if month == 0 else _("6 tháng cuối năm %(year)s")
        return words % {"year": year}
    return _("năm %(year)s") % {"year": year}


def schedule_from_print(rhythm: str, due_on: dt.date | None, phrase: str = "") -> Schedule | None:
    """Return the schedule of a printed period, with its deadline when a day was printed; None for unknown rhythms.

    The day read from a document is the first deadline; it says on which day of which month of the period, or of the
    month after it, the product is due. ``phrase`` is the period as printed, which may name a weekday.
    """
    if rhythm not in Rhythm.values:
        return None
    kind = Rhythm(rhythm)
    if kind == Rhythm.WEEKLY:
        return Schedule(kind, _weekday(phrase) or (due_on.isoweekday() if due_on else 0))
    if due_on is None or kind == Rhythm.DAILY:
        return Schedule(kind)
    length = MONTHS[kind]
    place = (due_on.month - 1) % length
    # A day in the first month is one after the period that ended: "trước ngày 5 tháng sau".
    is_after = length > 1 and place == 0
    return Schedule(kind, due_on.day, 1 if is_after else place - (length - 1))


def _weekday(phrase: str) -> int:
    """The weekday a phrase names, 1 for Monday to 7 for Sunday; 0 when it names none."""
    found = _WEEKDAY.search(fold(phrase))
    return _WEEKDAYS.index(found.group(1) or "chu nhat") + 1 if found else 0
