"""The months that lists and forms of appraisals offer."""

from __future__ import annotations

from sauro.common.clock import today
from sauro.plans.months import month_of, shifted

MONTHS_BACK = 24


def month_choices() -> list[tuple[str, str]]:
    """Return this month and the two years before it, newest first: as written in addresses, as shown."""
    month = month_of(today())
    shown = [shifted(month, -back) for back in range(MONTHS_BACK)]
    return [(f"{one:%Y-%m}", f"{one:%m/%Y}") for one in shown]
