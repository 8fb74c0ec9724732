"""The periods a report can be about where no office has made any, as explicit days (docs/adr/0013)."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from django.utils.translation import gettext as _

from sauro.status_reports.enums import PeriodKind
from sauro.tasks.schedule import Closing, Period, Rhythm, Schedule


class Span(Protocol):
    """A period with a name, whoever made it: a row of the table of periods, or one computed here."""

    @property
    def first(self) -> dt.date:
        """The first day."""

    @property
    def last(self) -> dt.date:
        """The last day."""

    @property
    def label(self) -> str:
        """Its name."""


_SCHEDULES = {
    PeriodKind.WEEK: Schedule(Rhythm.WEEKLY),
    PeriodKind.MONTH: Schedule(Rhythm.MONTHLY),
    PeriodKind.REPORT_MONTH: Schedule(Rhythm.MONTHLY, closing=Closing.REPORT),
    PeriodKind.QUARTER: Schedule(Rhythm.QUARTERLY),
    PeriodKind.REPORT_QUARTER: Schedule(Rhythm.QUARTERLY, closing=Closing.REPORT),
    PeriodKind.YEAR: Schedule(Rhythm.ANNUAL),
}


def period_holding(kind: PeriodKind, day: dt.date) -> Period:
    """Return the period of a kind that holds a day. Raises ``KeyError`` for ``FREE``, which has no periods."""
    return next(_SCHEDULES[kind].periods(day, day))


def recent_periods(kind: PeriodKind, today: dt.date, *, count: int = 6) -> list[Period]:
    """Return the period that holds today and those before it, latest first."""
    found = [period_holding(kind, today)]
    while len(found) < count:
        found.append(period_holding(kind, found[-1].first - dt.timedelta(days=1)))
    return found


def period_label(kind: PeriodKind, first: dt.date | None, last: dt.date) -> str:
    """Return the name of a period: that of its kind, or its two days."""
    if first is None:
        return _("đến ngày %(last)s") % {"last": f"{last:%d/%m/%Y}"}
    if kind != PeriodKind.FREE:
        whole = period_holding(kind, first)
        if (whole.first, whole.last) == (first, last):
            return whole.label
    return _("từ ngày %(first)s đến ngày %(last)s") % {"first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
