"""The arithmetic of the tree of delegation, over every split hypothesis can think of."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.tasks.roll_up import Portion, Split, equal_shares, shown_percent

percents = st.fractions(min_value=0, max_value=100, max_denominator=1000)
shares = st.integers(min_value=1, max_value=100)
parts = st.builds(Portion, share=shares, progress=percents)
kept = st.builds(Portion, share=st.integers(min_value=0, max_value=100), progress=percents)
splits = st.builds(Split, kept=kept, parts=st.lists(parts, max_size=8).map(tuple))
splits_with_parts = st.builds(Split, kept=kept, parts=st.lists(parts, min_size=1, max_size=8).map(tuple))


@given(splits)
def test_progress_stays_between_the_slowest_and_the_fastest_portion(split: Split) -> None:
    portions = [one for one in (split.kept, *split.parts) if one.share] or [split.kept]
    assert min(one.progress for one in portions) <= split.progress <= max(one.progress for one in portions)


@given(splits_with_parts, st.data())
def test_more_progress_of_a_part_never_means_less_of_the_whole(split: Split, data: st.DataObject) -> None:
    index = data.draw(st.integers(min_value=0, max_value=len(split.parts) - 1))
    further = data.draw(percents.filter(lambda value: value >= split.parts[index].progress))
    moved = list(split.parts)
    moved[index] = replace(moved[index], progress=further)
    after = replace(split, parts=tuple(moved))
    assert after.progress >= split.progress
    assert after.shown >= split.shown


@given(splits, st.lists(shares, min_size=1, max_size=6))
def test_giving_parts_away_loses_no_share_and_no_work(split: Split, wanted: list[int]) -> None:
    after, given_away = split.give(wanted)
    assert [part.share for part in given_away] == wanted
    assert after.total == split.total + max(0, sum(wanted) - split.kept.share)
    assert after.progress * after.total == split.progress * split.total


@given(percents, st.lists(shares, min_size=1, max_size=6))
def test_splitting_what_is_kept_changes_nothing_of_the_progress(progress: Fraction, wanted: list[int]) -> None:
    whole = Split(Portion(sum(wanted) + 10, progress))
    after, given_away = whole.give(wanted)
    assert after.progress == whole.progress
    assert {part.progress for part in given_away} == {progress}


@given(splits_with_parts, st.data())
def test_part_that_comes_back_changes_nothing_of_the_whole(split: Split, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(split.parts))
    after = split.take_back(part)
    assert (after.total, after.progress) == (split.total, split.progress)
    assert after.kept.share == split.kept.share + part.share
    assert len(after.parts) == len(split.parts) - 1


@given(splits, st.integers(min_value=0, max_value=100))
def test_report_of_the_body_is_taken_exactly_where_its_parts_allow_it(split: Split, percent: int) -> None:
    low, high = split.reach
    after = split.reported(percent)
    assert (after is not None) == (low <= percent <= high)
    if after is not None:
        assert after.parts == split.parts
        assert 0 <= after.kept.progress <= 100
        assert after.shown == percent


@given(percents)
def test_hundred_is_shown_only_when_nothing_is_left(progress: Fraction) -> None:
    assert (shown_percent(progress) == 100) == (progress == 100)
    assert abs(shown_percent(progress) - progress) < 1


@given(st.integers(min_value=0, max_value=100), st.lists(shares, max_size=5), st.integers(min_value=1, max_value=8))
def test_shares_nobody_named_are_equal_and_leave_the_body_one_as_large(
    kept: int, others: list[int], count: int
) -> None:
    named = equal_shares(kept, others, count)
    assert len(named) == count
    assert len(set(named)) == 1
    assert named[0] >= 1
    if kept > count:
        assert kept - sum(named) >= named[0]


@pytest.mark.parametrize(
    ("kept_share", "kept_progress", "parts_given", "shown"),
    [
        (100, 30, [], 30),
        (0, 0, [(40, 100), (60, 50)], 70),
        (20, 0, [(40, 100), (40, 100)], 80),
        (0, 0, [(1, 100), (1, 100), (1, 99)], 99),
        (0, 55, [], 55),
    ],
)
def test_examples_a_person_can_check(
    kept_share: int, kept_progress: int, parts_given: list[tuple[int, int]], shown: int
) -> None:
    split = Split(
        Portion(kept_share, Fraction(kept_progress)),
        tuple(Portion(share, Fraction(progress)) for share, progress in parts_given),
    )
    assert split.shown == shown
