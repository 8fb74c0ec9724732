"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sauro.common.errors import DomainError
from sauro.periodic_reports.numbers import read_number, shown_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", None),
        ("  ", None),
        ("12", "12"),
        ("1.234", "1234"),
        ("1.234.567,25", "1234567.25"),
        ("0,5", "0.5"),
        ("-3", "-3"),
        ("1 234", "1234"),
        ("007", "7"),
    ],
)
def test_what_is_a_number(typed: str, number: str | None) -> None:
    assert read_number(typed) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("typed", ["1.5", "1,2,3", "12a", "1.23.456", "NaN", "Infinity", "1e5", "--1", "٣", "9" * 40])
def test_what_is_none(typed: str) -> None:
    with pytest.raises(DomainError) as refusal:
        read_number(typed)
    assert refusal.value.field == "value"


def test_numbers_are_shown_as_people_read_them() -> None:
    assert shown_number(None) == "–"
    assert shown_number(Decimal("1234.5000")) == "1.234,5"
    assert shown_number(Decimal("100.0000")) == "100"
    assert shown_number(Decimal("33.3333"), places=1) == "33,3"
