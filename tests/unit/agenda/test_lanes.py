"""Bars of work and their lanes."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sauro.agenda.lanes import Bar, bar_of, place

D = dt.date
TODAY = D(2026, 11, 25)


def _bar(given_on: dt.date, due: dt.date | None, ended: dt.date | None = None) -> Bar[str]:
    return bar_of("NV", given=given_on, due=due, ended=ended, today=TODAY)


def test_open_work_reaches_to_its_deadline() -> None:
    assert _bar(D(2026, 11, 1), D(2026, 12, 5)) == Bar("NV", D(2026, 11, 1), D(2026, 12, 5))
    assert _bar(D(2026, 11, 1), TODAY) == Bar("NV", D(2026, 11, 1), TODAY)


def test_overdue_work_reaches_to_today_and_is_late_from_the_day_after_its_deadline() -> None:
    assert _bar(D(2026, 11, 1), D(2026, 11, 20)) == Bar("NV", D(2026, 11, 1), TODAY, D(2026, 11, 21))


def test_delivered_work_ends_with_its_hand_in() -> None:
    assert _bar(D(2026, 11, 1), D(2026, 11, 20), D(2026, 11, 18)) == Bar("NV", D(2026, 11, 1), D(2026, 11, 18))
    late = _bar(D(2026, 11, 1), D(2026, 11, 20), D(2026, 11, 22))
    assert (late.last, late.late_from) == (D(2026, 11, 22), D(2026, 11, 21))


def test_open_work_without_a_deadline_has_no_end() -> None:
    assert _bar(D(2026, 11, 1), None) == Bar("NV", D(2026, 11, 1), TODAY, is_endless=True)
    assert not _bar(D(2026, 11, 1), None, D(2026, 11, 3)).is_endless


def test_work_given_after_its_deadline_is_late_from_its_giving() -> None:
    assert _bar(D(2026, 11, 10), D(2026, 11, 1)) == Bar("NV", D(2026, 11, 10), TODAY, D(2026, 11, 10))


def test_bars_share_a_lane_when_one_begins_after_the_other_ended() -> None:
    first, touching, after = (
        Bar(name, D(2026, 11, start), D(2026, 11, end)) for name, start, end in (("a", 1, 5), ("b", 5, 8), ("c", 6, 9))
    )
    assert [(one.bar.item, one.lane) for one in place([after, touching, first], lanes=2)] == [
        ("a", 0),
        ("b", 1),
        ("c", 0),
    ]


def test_bars_beyond_the_lanes_are_left_out() -> None:
    bars = [Bar(str(number), D(2026, 11, 1), D(2026, 11, 9)) for number in range(3)]
    assert [one.bar.item for one in place(bars, lanes=2)] == ["0", "1"]


_days = st.integers(0, 60)


@given(st.lists(st.tuples(_days, _days), max_size=12), st.integers(1, 4))
def test_no_bar_covers_another(spans: list[tuple[int, int]], lanes: int) -> None:
    bars = [
        Bar(number, TODAY + dt.timedelta(days=min(span)), TODAY + dt.timedelta(days=max(span)))
        for number, span in enumerate(spans)
    ]
    placed = place(bars, lanes=lanes)
    for one in placed:
        assert one.lane < lanes
        for other in placed:
            if one is not other and one.lane == other.lane:
                assert one.bar.last < other.bar.first or other.bar.last < one.bar.first
