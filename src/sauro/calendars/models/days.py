"""Days that the law alone does not settle, and whether the days of a year are all there."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.calendars.enums import DayKind
from sauro.common.base import Record


@track()
class CalendarYear(Record):
    """A year of the calendar. Until somebody confirms that it is complete, no deadline is counted in its working days.

    Tết, the Hùng Kings' day, the second day of National Day and days moved by decision are announced every year
    (Labour Code 2019, article 112); nobody can compute them from the law alone.
    """

    year = models.PositiveSmallIntegerField(_("năm"), unique=True)
    is_complete = models.BooleanField(_("đã đủ"), default=False)
    works_saturday_mornings = models.BooleanField(_("làm sáng thứ Bảy"), default=False, db_default=False)
    confirmed_by_name = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    note = models.TextField(_("ghi chú"), blank=True)

    class Meta:
        verbose_name = _("năm lịch làm việc")
        ordering = ["year"]

    def __str__(self) -> str:
        return str(self.year)


@track()
class CalendarDay(Record):
    """A day off that falls on a weekday, a weekend day that is worked in place of another, or a day worked for half.

    In a year whose Saturday mornings are worked a Saturday may be off as well.
    """

    day = models.DateField(_("ngày"), unique=True)
    kind = models.CharField(_("loại"), max_length=10, choices=DayKind.choices)
    name = models.CharField(_("tên"), max_length=120)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("ngày trong lịch làm việc")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
