"""Calendar months as days: the first stands for the month."""

from __future__ import annotations

import calendar
import datetime as dt

_YEARS = range(2000, 2100)


def month_of(day: dt.date) -> dt.date:
    """Return the first day of the month of a day."""
    return day.replace(day=1)


def last_day_of(month: dt.date) -> dt.date:
    """Return the last day of a month given by its first."""
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def read_month(text: str) -> dt.date | None:
    """Return the month written as 2026-12, or None when it is not one, or not of this century."""
    try:
        month = dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month if month.year in _YEARS else None


def shifted(month: dt.date, count: int) -> dt.date:
    """Return the month ``count`` months later (earlier when negative)."""
    index = month.year * 12 + month.month - 1 + count
    return dt.date(index // 12, index % 12 + 1, 1)
