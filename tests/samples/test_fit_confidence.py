"""The fit of the table of confidences."""

from __future__ import annotations

from itertools import pairwise

from tools.fit_confidence import LEAST, Given, fit, lower, report


def given(points: int, right: int, wrong: int) -> list[Given]:
    return [Given(points, True)] * right + [Given(points, False)] * wrong


def test_chances_never_rise() -> None:
    chances = fit([*given(0, 95, 5), *given(1, 10, 10), *given(2, 18, 2), *given(3, 1, 9)])
    assert len(chances) == 4
    assert all(first >= second for first, second in pairwise(chances))
    assert chances[1] == chances[2]


def test_chances_stay_below_what_was_seen() -> None:
    (chance,) = fit(given(0, 95, 5))
    assert 0.8 < chance < 0.91


def test_points_that_were_not_seen_have_little_chance() -> None:
    assert fit([*given(0, 50, 0), *given(2, 1, 5)])[2] < 0.5


def test_the_lower_of_two_tables() -> None:
    assert lower((0.9, 0.8), (0.95, 0.7, 0.6)) == (0.9, 0.7, LEAST)


def test_the_report_counts_what_may_be_accepted() -> None:
    text = report("set", [*given(0, 19, 1), *given(1, 1, 1)], (0.95, 0.4))
    assert "0 points, 0.95: 19 of 20 right" in text
    assert "at least 0.9: 19 of 20 right (0.950)" in text
