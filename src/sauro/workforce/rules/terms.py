"""Terms that the law sets to posts and moves (Law 80/2025/QH15, Article 31; NĐ 170/2025/NĐ-CP)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

TERM_MONTHS = 60
"""A leader is appointed for five years; before the end it is decided on re-appointment (NĐ 170/2025, Article 28)."""

SECONDMENT_MONTHS = 36
"""A secondment lasts three years at most."""

ROTATION_MONTHS = 36
"""A rotation lasts 36 months at least."""


def after_months(day: dt.date, months: int) -> dt.date:
    """Return the day so many months later, the last of the month where it has no such day."""
    total = day.month - 1 + months
    year, month = day.year + total // 12, total % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def last_day(since: dt.date, months: int) -> dt.date:
    """Return the last day of a term of so many months that began on a day."""
    return after_months(since, months) - dt.timedelta(days=1)
