"""Figures are read and written as in Vietnamese."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.common.errors import DomainError
from sauro.tasks.figures import Figure, checked_figure, read_number, written_number


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("12.5", "12.5"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("-3", "-3"),
        ("\u2212 3,25", "-3.25"),
        ("1 234 567", "1234567"),
        ("0,000001", "0.000001"),
    ],
)
def test_number_is_read_as_in_vietnamese(typed: str, expected: str) -> None:
    assert read_number(typed) == Decimal(expected)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "number-unreadable"), ("12%", "number-unreadable"), ("1,234,5", "number-unreadable"),
        ("1.23.456", "number-unreadable"), ("NaN", "number-unreadable"), ("1e9", "number-unreadable"),
        ("1" + "0" * 15, "number-range"), ("0,0000001", "number-range"), ("\u0661", "number-unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_named(typed: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_number(typed)
    assert (refused.value.code, refused.value.field) == (code, "figures")


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=6))
def test_what_is_written_is_read_again(value: Decimal) -> None:
    assert read_number(written_number(value)) == value


def test_figure_needs_a_name_and_a_value() -> None:
    assert checked_figure(" Số hộ  nghèo ", "hộ", "1.234") == Figure("Số hộ nghèo", "hộ", Decimal(1234))
    for row, code in (
        (("", "hộ", "12"), "figure-name"),
        (("Số hộ", "", " "), "figure-value"),
        (("S" * 201, "", "1"), "figure-long"),
    ):
        with pytest.raises(DomainError) as refused:
            checked_figure(*row)
        assert refused.value.code == code
