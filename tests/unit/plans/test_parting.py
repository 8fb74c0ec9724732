"""The rule of monthly parts, over every division hypothesis can think of."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from sauro.plans.months import last_day_of, month_of, shifted
from sauro.plans.parting import (
    WHOLE,
    Part,
    due_parts,
    equal_shares,
    last_day_of_part,
    months_between,
    score_at,
    stands_for_itself,
)

days = st.dates(min_value=dt.date(2026, 1, 1), max_value=dt.date(2028, 12, 31))
months = days.map(month_of)
last_days = st.none() | days


@st.composite
def divisions(draw: st.DrawFn) -> list[Part]:
    """Parts whose shares add up to the whole, some delivered."""
    count = draw(st.integers(min_value=2, max_value=12))
    cuts = draw(st.sets(st.integers(min_value=1, max_value=WHOLE - 1), min_size=count - 1, max_size=count - 1))
    edges = [0, *sorted(cuts), WHOLE]
    shares = [after - before for before, after in itertools.pairwise(edges)]
    return [Part(number, draw(months), share, draw(st.booleans())) for number, share in enumerate(shares, start=1)]


@given(st.integers(min_value=2, max_value=24), st.integers(min_value=24, max_value=WHOLE))
def test_equal_shares_add_up_and_differ_by_one_at_most(count: int, total: int) -> None:
    shares = equal_shares(total, count)
    assert sum(shares) == total
    assert max(shares) - min(shares) <= 1
    assert min(shares) >= 1


@given(months, months)
def test_months_between_are_all_of_them_in_order(first: dt.date, last: dt.date) -> None:
    found = months_between(first, last)
    assert found == sorted(set(found))
    assert bool(found) == (first <= last)
    if found:
        assert (found[0], found[-1]) == (first, last)
        assert all(shifted(one, 1) == two for one, two in itertools.pairwise(found))


@given(divisions(), months, last_days)
def test_what_is_owed_comes_back_every_month_until_it_is_delivered(
    parts: list[Part], month: dt.date, whole: dt.date | None
) -> None:
    now, later = (due_parts(parts, one, whole_last_day=whole) for one in (month, shifted(month, 1)))
    assert set(now) <= set(later)
    assert all(part in now for part in parts if part.month <= month and not part.is_delivered)
    assert not any(part.is_delivered for part in now)


@given(divisions(), months, last_days)
def test_nothing_is_planned_before_its_month_unless_the_whole_is_due(
    parts: list[Part], month: dt.date, whole: dt.date | None
) -> None:
    early = [part for part in due_parts(parts, month, whole_last_day=whole) if part.month > month]
    assert not early or (whole is not None and whole <= last_day_of(month))


@given(divisions(), months, last_days)
def test_due_work_stands_in_the_plan_once_by_its_parts_or_as_a_whole(
    parts: list[Part], month: dt.date, whole: dt.date | None
) -> None:
    due = due_parts(parts, month, whole_last_day=whole)
    alone = stands_for_itself(parts, month, whole_last_day=whole)
    assert not (due and alone)
    if whole is not None and whole <= last_day_of(month):
        assert due or alone


@given(divisions(), months)
def test_a_share_is_due_delivered_or_still_to_come_and_none_is_lost(parts: list[Part], month: dt.date) -> None:
    score = score_at(parts, month)
    ahead = sum(part.share for part in parts if part.month > month and not part.is_delivered)
    assert score.delivered + score.owed + ahead == WHOLE
    assert score.owed <= score.due
    assert score.owed == sum(part.share for part in due_parts(parts, month, whole_last_day=None))


@given(divisions(), st.data())
def test_moving_a_part_later_changes_no_share_and_hides_nothing_that_was_due(
    parts: list[Part], data: st.DataObject
) -> None:
    moved = data.draw(st.sampled_from(parts))
    later = Part(moved.number, shifted(moved.month, data.draw(st.integers(1, 6))), moved.share, moved.is_delivered)
    after = [later if part is moved else part for part in parts]
    assert sum(part.share for part in after) == WHOLE
    assert score_at(after, later.month) == score_at(parts, later.month)


@given(months, last_days)
def test_a_part_is_never_due_after_its_month_or_after_the_whole(month: dt.date, whole: dt.date | None) -> None:
    day = last_day_of_part(month, whole_last_day=whole)
    assert day <= last_day_of(month)
    assert whole is None or day <= whole
