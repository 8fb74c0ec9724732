"""When people retire: the age under ordinary conditions, which rises year by year (NĐ 135/2020/NĐ-CP, Article 4).

Men: 60 years 3 months in 2021 and 3 months more each year, until 62 in 2028. Women: 55 years 4 months in 2021 and 4
months more each year, until 60 in 2035. The age that counts is that of the year in which it is reached; the working
time ends with the month in which it is reached. Before 2021: 60 and 55. Lower ages for hard work and higher ones for
some posts are not among these.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from sauro.workforce.rules.terms import after_months

_FIRST_YEAR = 2021
_BASE, _STEP, _MOST = {False: 60 * 12, True: 55 * 12}, {False: 3, True: 4}, {False: 62 * 12, True: 60 * 12}


def age_months(year: int, *, is_female: bool) -> int:
    """Return the retirement age, in months, of those who reach it in a year."""
    steps = max(0, year - _FIRST_YEAR + 1)
    return min(_BASE[is_female] + steps * _STEP[is_female], _MOST[is_female])


def retirement_day(birth: dt.date, *, is_female: bool) -> dt.date:
    """Return the last day of the working time: the end of the month in which the age is reached."""
    for year in range(birth.year + _BASE[is_female] // 12, birth.year + _MOST[is_female] // 12 + 2):
        reached = after_months(birth, age_months(year, is_female=is_female))
        if reached.year <= year:
            return reached.replace(day=monthrange(reached.year, reached.month)[1])
    raise AssertionError("the path ends at the highest age")


def latest_birth_retired(day: dt.date, *, is_female: bool) -> dt.date:
    """Return the first birth date of those not yet retired on a day: whoever was born before is."""
    # The last day of the working time grows with the birth date, so the border is found by halving.
    low, high = day.year - 70, day.year - 50
    first, last = dt.date(low, 1, 1).toordinal(), dt.date(high, 1, 1).toordinal()
    while first < last:
        middle = (first + last) // 2
        if retirement_day(dt.date.fromordinal(middle), is_female=is_female) < day:
            first = middle + 1
        else:
            last = middle
    return dt.date.fromordinal(first)
