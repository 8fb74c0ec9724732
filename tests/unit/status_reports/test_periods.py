"""The periods offered for a report."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from sauro.status_reports.enums import PeriodKind
from sauro.status_reports.periods import period_holding, period_label, recent_periods

DAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (PeriodKind.WEEK, dt.date(2026, 11, 16), dt.date(2026, 11, 22)),
        (PeriodKind.MONTH, dt.date(2026, 11, 1), dt.date(2026, 11, 30)),
        (PeriodKind.REPORT_MONTH, dt.date(2026, 11, 15), dt.date(2026, 12, 14)),
        (PeriodKind.QUARTER, dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        (PeriodKind.REPORT_QUARTER, dt.date(2026, 9, 15), dt.date(2026, 12, 14)),
        (PeriodKind.YEAR, dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_period_holds_the_day(kind: PeriodKind, first: dt.date, last: dt.date) -> None:
    found = period_holding(kind, DAY)
    assert (found.first, found.last) == (first, last)
    assert period_label(kind, first, last) == found.label


def test_recent_periods_follow_without_a_gap() -> None:
    for kind in PeriodKind:
        if kind == PeriodKind.FREE:
            continue
        found = recent_periods(kind, DAY)
        assert len(found) == 6
        for later, earlier in pairwise(found):
            assert earlier.last + dt.timedelta(days=1) == later.first


def test_days_of_ones_own_are_named_by_themselves() -> None:
    label = period_label(PeriodKind.FREE, dt.date(2026, 11, 3), dt.date(2026, 11, 9))
    assert label == "từ ngày 03/11/2026 đến ngày 09/11/2026"
    assert period_label(PeriodKind.FREE, None, dt.date(2026, 11, 9)) == "đến ngày 09/11/2026"
