"""Spans of days by which the board is narrowed to deadlines: calendar months, quarters and years, and the months from
the 15th to the 14th in which reports are made (NĐ 09/2019/NĐ-CP).

They only filter. What is reported on and when it closes is a row of the table of periods. Every span begins and ends
with a half-month slot of the board's cells.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

Days = tuple[dt.date, dt.date]
"""From and to, both included."""

_CODE = re.compile(r"(?P<report>bc-)?(?P<year>20\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|q(?P<quarter>[1-4])))?")
OFFERED_MONTHS = 12
_FIRST_REPORT_DAY = 15


@dataclass(frozen=True, slots=True)
class DueSpan:
    """A span by its code in the address (``2026-11``, ``2026-q4``, ``2026``, ``bc-2026-11``), both days included."""

    code: str
    first: dt.date
    last: dt.date
    months: int
    label: str

    @property
    def days(self) -> Days:
        """The first and the last day."""
        return self.first, self.last

    @property
    def before(self) -> Days:
        """The span of the same length that ends the day before."""
        first = month_before(self.first, self.months).replace(day=self.first.day)
        return first, self.first - dt.timedelta(days=1)


def parse_span(code: str) -> DueSpan | None:
    """Return the span of a code, or nothing for one that makes no sense."""
    found = _CODE.fullmatch(code)
    if found is None or (found["report"] and not found["month"]):
        return None
    year = int(found["year"])
    if found["month"]:
        month = dt.date(year, int(found["month"]), 1)
        return _report_month(month) if found["report"] else _calendar(code, month, 1, _("Tháng %(month)s"))
    if found["quarter"]:
        return _calendar(code, dt.date(year, 3 * int(found["quarter"]) - 2, 1), 3, _("Quý %(quarter)s"))
    return _calendar(code, dt.date(year, 1, 1), 12, _("Năm %(year)s"))


def offered_spans(today: dt.date) -> Iterator[tuple[str, list[DueSpan]]]:
    """Yield what the board offers for choosing, by kind: the last months, their quarters and years."""
    months = [month_before(today, back) for back in range(-1, OFFERED_MONTHS)]
    quarters = dict.fromkeys(f"{month:%Y}-q{(month.month + 2) // 3}" for month in months)
    years = dict.fromkeys(f"{month:%Y}" for month in months)
    for label, codes in (
        (_("Tháng"), [f"{month:%Y-%m}" for month in months]),
        (_("Quý"), list(quarters)),
        (_("Năm"), list(years)),
        (_("Tháng từ ngày 15 đến ngày 14"), [f"bc-{month:%Y-%m}" for month in months]),
    ):
        yield label, [span for code in codes if (span := parse_span(code))]


def month_before(day: dt.date, count: int) -> dt.date:
    """Return the first day of the month ``count`` months before that of a day (after, when negative)."""
    index = day.year * 12 + day.month - 1 - count
    return dt.date(index // 12, index % 12 + 1, 1)


def _calendar(code: str, first: dt.date, months: int, words: str) -> DueSpan:
    last = month_before(first, -months) - dt.timedelta(days=1)
    label = words % {
        "month": f"{first:%m/%Y}",
        "quarter": f"{(first.month + 2) // 3}/{first:%Y}",
        "year": f"{first:%Y}",
    }
    return DueSpan(code, first, last, months, label)


def _report_month(month: dt.date) -> DueSpan:
    first = month_before(month, 1).replace(day=_FIRST_REPORT_DAY)
    last = month.replace(day=_FIRST_REPORT_DAY - 1)
    return DueSpan(
        f"bc-{month:%Y-%m}",
        first,
        last,
        1,
        _("15/%(before)s – 14/%(month)s") % {"before": f"{first:%m}", "month": f"{month:%m/%Y}"},
    )
