"""What a year of periods usually looks like: a proposal for the table, which an office then owns and edits.

No database and no clock. This is the only place that knows a rule by which periods lie; all else reads the table.
Reports close on the 14th (NĐ 09/2019/NĐ-CP, Article 12); scores of civil servants follow the calendar
(NĐ 335/2025/NĐ-CP).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sauro.periods.enums import PeriodKind as Kind

_CLOSES = 14
_ONE_DAY = dt.timedelta(days=1)
_REPORT_MONTHS = {Kind.REPORT_MONTH: 1, Kind.REPORT_QUARTER: 3, Kind.REPORT_HALF: 6, Kind.REPORT_YEAR: 12}
_CALENDAR_MONTHS = {Kind.CALENDAR_MONTH: 1, Kind.CALENDAR_QUARTER: 3, Kind.CALENDAR_YEAR: 12}
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class ProposedPeriod:
    """A period with both days included, and its Vietnamese name."""

    first: dt.date
    last: dt.date
    label: str


def proposed_year(kind: Kind, year: int) -> list[ProposedPeriod]:
    """Return the usual periods of one kind that carry the name of ``year``, in order and without gaps."""
    if kind == Kind.SCHOOL_YEAR:
        label = _("năm học %(first)s–%(last)s") % {"first": year, "last": year + 1}
        return [ProposedPeriod(dt.date(year, 9, 1), dt.date(year + 1, 5, 31), label)]
    if kind in _REPORT_MONTHS:
        return list(_of_months(year, _REPORT_MONTHS[kind], is_report=True))
    return list(_of_months(year, _CALENDAR_MONTHS[kind], is_report=False))


def _of_months(year: int, length: int, *, is_report: bool) -> Iterator[ProposedPeriod]:
    for month in range(1, 13, length):
        end = month + length - 1
        if is_report:
            first, last = _before(year, month).replace(day=_CLOSES + 1), dt.date(year, end, _CLOSES)
        else:
            first, last = dt.date(year, month, 1), _last_of(year, end)
        yield ProposedPeriod(first, last, _label(year, month, length))


def _before(year: int, month: int) -> dt.date:
    return dt.date(year, month, 1) - _ONE_DAY


def _last_of(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - _ONE_DAY


def _label(year: int, month: int, length: int) -> str:
    if length == 1:
        return _("tháng %(month)s/%(year)s") % {"month": month, "year": year}
    if length == 3:
        return _("quý %(quarter)s/%(year)s") % {"quarter": _QUARTERS[month // 3], "year": year}
    if length == 6:
        words = _("6 tháng đầu năm %(year)s") if month == 1 else _("6 tháng cuối năm %(year)s")
        return words % {"year": year}
    return _("năm %(year)s") % {"year": year}
