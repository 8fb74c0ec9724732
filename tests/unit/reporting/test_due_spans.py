"""Spans of deadlines: calendar ones and those from the 15th to the 14th, each a sum of whole half-months."""

from __future__ import annotations

import datetime as dt

import pytest

from sauro.reporting.due_spans import month_before, offered_spans, parse_span


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("code", "first", "last", "before"),
    [
        ("2026-11", "2026-11-01", "2026-11-30", "2026-10-01"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-01-01"),
        ("2026-q1", "2026-01-01", "2026-03-31", "2025-10-01"),
        ("2026", "2026-01-01", "2026-12-31", "2025-01-01"),
        ("bc-2026-01", "2025-12-15", "2026-01-14", "2025-11-15"),
        ("bc-2026-03", "2026-02-15", "2026-03-14", "2026-01-15"),
    ],
)
def test_span_and_the_one_before(code: str, first: str, last: str, before: str) -> None:
    span = parse_span(code)
    assert span is not None
    assert span.days == (day(first), day(last))
    assert span.before == (day(before), day(first) - dt.timedelta(days=1))


@pytest.mark.parametrize(
    "code", ["", "2026-00", "2026-13", "26-11", "2026-q5", "bc-2026", "bc-2026-q1", "2026-11 ", "x"]
)
def test_codes_that_make_no_sense(code: str) -> None:
    assert parse_span(code) is None


def test_every_offered_span_is_read_again_and_made_of_half_months() -> None:
    offered = [span for _kind, spans in offered_spans(day("2026-01-20")) for span in spans]
    assert len({span.code for span in offered}) == len(offered) > 25
    for span in offered:
        assert parse_span(span.code) == span
        assert span.first.day in (1, 15)
        assert (span.last + dt.timedelta(days=1)).day in (1, 15)


def test_months_before_cross_years() -> None:
    assert month_before(day("2026-01-31"), 1) == day("2025-12-01")
    assert month_before(day("2025-12-31"), -1) == day("2026-01-01")
