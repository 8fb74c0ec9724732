"""The retirement age of NĐ 135/2020: birth months at the steps of its annex."""

from __future__ import annotations

import datetime as dt

import pytest

from sauro.workforce.rules.retirement import latest_birth_retired, retirement_day

# Born, a woman, last day of the working time: one month before the pension of the annex begins.
STEPS = [
    (dt.date(1961, 1, 15), False, dt.date(2021, 4, 30)),
    (dt.date(1961, 9, 30), False, dt.date(2021, 12, 31)),
    (dt.date(1961, 10, 1), False, dt.date(2022, 4, 30)),
    (dt.date(1966, 3, 31), False, dt.date(2027, 12, 31)),
    (dt.date(1966, 4, 1), False, dt.date(2028, 4, 30)),
    (dt.date(1966, 8, 31), True, dt.date(2021, 12, 31)),
    (dt.date(1966, 9, 1), True, dt.date(2022, 5, 31)),
    (dt.date(1975, 4, 30), True, dt.date(2034, 12, 31)),
    (dt.date(1975, 5, 1), True, dt.date(2035, 5, 31)),
    (dt.date(1980, 2, 29), True, dt.date(2040, 2, 29)),
]


@pytest.mark.parametrize(("born", "is_female", "last"), STEPS, ids=str)
def test_the_age_rises_by_the_path(born: dt.date, is_female: bool, last: dt.date) -> None:
    assert retirement_day(born, is_female=is_female) == last


@pytest.mark.parametrize("is_female", [True, False], ids=["women", "men"])
def test_the_border_is_between_two_births(is_female: bool) -> None:
    day = dt.date(2026, 11, 26)
    first = latest_birth_retired(day, is_female=is_female)
    assert retirement_day(first, is_female=is_female) >= day
    assert retirement_day(first - dt.timedelta(days=1), is_female=is_female) < day
