"""How work stood at the end of a day, whatever happened later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sauro.status_reports.enums import Group
from sauro.status_reports.standing import Facts, days_held, days_late, group_of

FIRST, LAST = dt.date(2026, 10, 1), dt.date(2026, 10, 31)
GIVEN = dt.date(2026, 9, 15)


def day(number: int, month: int = 10) -> dt.date:
    return dt.date(2026, month, number)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(GIVEN, due_on=day(10), handed_in_on=day(10), closed_on=day(12)), Group.DONE_ON_TIME),
        (Facts(GIVEN, due_on=day(10), handed_in_on=day(11), closed_on=day(12)), Group.DONE_LATE),
        (Facts(GIVEN, due_on=day(10), held_days=1, handed_in_on=day(11), closed_on=day(12)), Group.DONE_ON_TIME),
        (Facts(GIVEN, handed_in_on=day(11), closed_on=day(12)), Group.DONE_ON_TIME),
        (Facts(GIVEN, due_on=day(10), closed_on=day(12)), Group.DONE_ON_TIME),
        (Facts(GIVEN, due_on=day(10), handed_in_on=day(30), closed_on=day(2, 11)), Group.WAITING),
        (Facts(GIVEN, due_on=day(31)), Group.IN_TIME),
        (Facts(GIVEN, due_on=day(30)), Group.OVERDUE),
        (Facts(GIVEN, due_on=day(30), waiting_since=day(31)), Group.WAITING_OTHERS),
        (Facts(GIVEN, due_on=day(30), waiting_since=day(1, 11)), Group.OVERDUE),
        (Facts(GIVEN), Group.NO_DEADLINE),
        (Facts(GIVEN, closed_on=day(31), is_stopped=True), Group.STOPPED),
        (Facts(GIVEN, due_on=day(30), closed_on=day(1, 11), is_stopped=True), Group.OVERDUE),
        (Facts(GIVEN, due_on=day(30, 9), handed_in_on=day(29, 9), closed_on=day(30, 9)), None),
        (Facts(day(1, 11), due_on=day(9, 11)), None),
        (Facts(LAST), Group.NO_DEADLINE),
    ],
)
def test_each_work_stands_in_one_group(facts: Facts, expected: Group | None) -> None:
    assert group_of(facts, first=FIRST, as_of=LAST) == expected


def test_without_a_first_day_everything_that_ended_counts() -> None:
    done = Facts(GIVEN, due_on=day(30, 9), handed_in_on=day(29, 9), closed_on=day(30, 9))
    assert group_of(done, first=None, as_of=LAST) == Group.DONE_ON_TIME


def test_days_late_stop_at_the_hand_in_and_leave_out_held_days() -> None:
    done = Facts(GIVEN, due_on=day(10), held_days=2, handed_in_on=day(15), closed_on=day(20))
    assert days_late(done, Group.DONE_LATE, as_of=LAST) == 3
    assert days_late(Facts(GIVEN, due_on=day(30)), Group.OVERDUE, as_of=LAST) == 1
    assert days_late(Facts(GIVEN, due_on=day(1)), Group.STOPPED, as_of=LAST) == 0


days = st.dates(dt.date(2026, 8, 1), dt.date(2026, 12, 31))
some_facts = st.builds(
    Facts,
    given_on=days,
    due_on=st.none() | days,
    held_days=st.integers(0, 20),
    handed_in_on=st.none() | days,
    closed_on=st.none() | days,
    is_stopped=st.booleans(),
    waiting_since=st.none() | days,
)


@given(some_facts, st.integers(1, 60))
def test_what_ends_later_does_not_change_the_past(facts: Facts, after: int) -> None:
    still_open = replace(facts, closed_on=None, is_stopped=False)
    ended = replace(facts, closed_on=LAST + dt.timedelta(days=after))
    assert group_of(ended, first=FIRST, as_of=LAST) == group_of(still_open, first=FIRST, as_of=LAST)


@given(some_facts)
def test_consecutive_periods_count_each_ending_once(facts: Facts) -> None:
    assume(facts.closed_on is None or facts.closed_on >= facts.given_on)
    bounds = [dt.date(2026, month, 1) for month in (8, 9, 10, 11, 12)] + [dt.date(2027, 1, 1)]
    groups = [
        group_of(facts, first=first, as_of=following - dt.timedelta(days=1)) for first, following in pairwise(bounds)
    ]
    ended = [group for group in groups if group in (Group.DONE_ON_TIME, Group.DONE_LATE, Group.STOPPED)]
    assert len(ended) == (facts.closed_on is not None)


@given(some_facts)
def test_only_late_work_has_days_late(facts: Facts) -> None:
    group = group_of(facts, first=FIRST, as_of=LAST)
    if group is not None:
        is_late = group in (Group.OVERDUE, Group.DONE_LATE)
        assert (days_late(facts, group, as_of=LAST) > 0) == is_late


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(GIVEN, due_on=day(10), held_days=5, giver_days=2), (2, 3)),
        (Facts(GIVEN, due_on=day(10), handed_in_on=day(9), closed_on=day(12)), (3, 0)),
        (Facts(GIVEN, due_on=day(10), handed_in_on=day(30), closed_on=day(2, 11)), (1, 0)),
        (Facts(GIVEN, due_on=day(10), waiting_since=day(20)), (0, 11)),
        (Facts(GIVEN, due_on=day(10), waiting_since=day(20), is_questioned=True), (11, 0)),
    ],
)
def test_each_held_day_is_the_givers_or_anothers(facts: Facts, expected: tuple[int, int]) -> None:
    group = group_of(facts, first=FIRST, as_of=LAST)
    assert group is not None
    assert days_held(facts, group, as_of=LAST) == expected
