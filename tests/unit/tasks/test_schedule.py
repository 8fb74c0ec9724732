"""Periods and deadlines of recurring work."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.tasks.schedule import Closing, Rhythm, Schedule, schedule_from_print

D = dt.date


def shown(schedule: Schedule, start: dt.date, end: dt.date) -> list[tuple[str, str, str, str]]:
    return [
        (one.label, f"{one.first:%d/%m/%Y}", f"{one.last:%d/%m/%Y}", f"{one.due:%d/%m/%Y}")
        for one in schedule.periods(start, end)
    ]


@pytest.mark.parametrize(
    ("schedule", "start", "end", "expected"),
    [
        (
            Schedule(Rhythm.MONTHLY, 20),
            D(2026, 11, 25),
            D(2026, 12, 5),
            [
                ("tháng 11/2026", "01/11/2026", "30/11/2026", "20/11/2026"),
                ("tháng 12/2026", "01/12/2026", "31/12/2026", "20/12/2026"),
            ],
        ),
        (
            Schedule(Rhythm.MONTHLY, closing=Closing.REPORT),
            D(2026, 11, 14),
            D(2026, 11, 15),
            [
                ("tháng 11/2026", "15/10/2026", "14/11/2026", "14/11/2026"),
                ("tháng 12/2026", "15/11/2026", "14/12/2026", "14/12/2026"),
            ],
        ),
        (
            Schedule(Rhythm.QUARTERLY, 18, closing=Closing.REPORT),
            D(2026, 12, 15),
            D(2027, 1, 1),
            [("quý I/2027", "15/12/2026", "14/03/2027", "18/03/2027")],
        ),
        (
            Schedule(Rhythm.QUARTERLY, 5, months_after=1),
            D(2026, 8, 1),
            D(2026, 9, 1),
            [("quý III/2026", "01/07/2026", "30/09/2026", "05/10/2026")],
        ),
        (
            Schedule(Rhythm.SEMIANNUAL),
            D(2026, 1, 1),
            D(2026, 7, 1),
            [
                ("6 tháng đầu năm 2026", "01/01/2026", "30/06/2026", "30/06/2026"),
                ("6 tháng cuối năm 2026", "01/07/2026", "31/12/2026", "31/12/2026"),
            ],
        ),
        (
            Schedule(Rhythm.ANNUAL, 10),
            D(2026, 3, 1),
            D(2026, 3, 1),
            [("năm 2026", "01/01/2026", "31/12/2026", "10/12/2026")],
        ),
        (
            Schedule(Rhythm.WEEKLY, 5),
            D(2026, 12, 30),
            D(2026, 12, 31),
            [("tuần 53/2026", "28/12/2026", "03/01/2027", "01/01/2027")],
        ),
        (
            Schedule(Rhythm.DAILY),
            D(2026, 11, 27),
            D(2026, 11, 30),
            [
                ("ngày 27/11/2026", "27/11/2026", "27/11/2026", "27/11/2026"),
                ("ngày 30/11/2026", "30/11/2026", "30/11/2026", "30/11/2026"),
            ],
        ),
        (
            Schedule(Rhythm.MONTHLY, 31),
            D(2027, 2, 1),
            D(2027, 2, 1),
            [("tháng 2/2027", "01/02/2027", "28/02/2027", "28/02/2027")],
        ),
    ],
)
def test_periods_and_their_deadlines(
    schedule: Schedule, start: dt.date, end: dt.date, expected: list[tuple[str, str, str, str]]
) -> None:
    assert shown(schedule, start, end) == expected


@given(
    rhythm=st.sampled_from([rhythm for rhythm in Rhythm if rhythm != Rhythm.DAILY]),
    closing=st.sampled_from(list(Closing)),
    start=st.dates(D(2020, 1, 1), D(2035, 12, 31)),
    length=st.integers(0, 900),
)
def test_periods_follow_each_other_without_gap_and_hold_the_first_day(
    rhythm: Rhythm, closing: Closing, start: dt.date, length: int
) -> None:
    end = start + dt.timedelta(days=length)
    periods = list(Schedule(rhythm, closing=closing).periods(start, end))
    assert periods[0].first <= start <= periods[0].last
    assert periods[-1].first <= end
    for before, after in itertools.pairwise(periods):
        assert after.first == before.last + dt.timedelta(days=1)
    assert len({one.label for one in periods}) == len(periods)


@pytest.mark.parametrize(
    ("rhythm", "due", "expected"),
    [
        ("monthly", D(2026, 12, 19), Schedule(Rhythm.MONTHLY, 19)),
        ("quarterly", D(2026, 12, 20), Schedule(Rhythm.QUARTERLY, 20)),
        ("quarterly", D(2027, 1, 5), Schedule(Rhythm.QUARTERLY, 5, months_after=1)),
        ("annual", D(2026, 12, 15), Schedule(Rhythm.ANNUAL, 15)),
        ("annual", D(2027, 6, 30), Schedule(Rhythm.ANNUAL, 30, months_after=-6)),
        ("quarterly", D(2027, 2, 20), Schedule(Rhythm.QUARTERLY, 20, months_after=-1)),
        ("weekly", D(2026, 11, 27), Schedule(Rhythm.WEEKLY, 5)),
        ("daily", D(2026, 11, 27), Schedule(Rhythm.DAILY)),
        ("semiannual", None, Schedule(Rhythm.SEMIANNUAL)),
        ("other", None, None),
        ("", D(2026, 1, 1), None),
    ],
)
def test_schedule_is_read_from_what_the_document_prints(
    rhythm: str, due: dt.date | None, expected: Schedule | None
) -> None:
    assert schedule_from_print(rhythm, due) == expected


@pytest.mark.parametrize(
    ("phrase", "day"),
    [("vào thứ Năm hằng tuần", 4), ("thứ hai hằng tuần", 1), ("chủ nhật hằng tuần", 7), ("hằng tuần", 0)],
)
def test_weekday_of_a_weekly_period_is_its_deadline(phrase: str, day: int) -> None:
    assert schedule_from_print("weekly", None, phrase) == Schedule(Rhythm.WEEKLY, day)
    assert schedule_from_print("weekly", None, unicodedata.normalize("NFD", phrase)) == Schedule(Rhythm.WEEKLY, day)
