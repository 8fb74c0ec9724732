"""Roman numerals and letters."""

import pytest

from vanban.readers.list_numbers import letters, roman


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "i"), (0, "0"), (4_000, "4000"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1999, "mcmxcix")],
)
def test_roman_numerals(number: int, expected: str) -> None:
    assert roman(number) == expected


@pytest.mark.parametrize(("number", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa"), (0, "0")])
def test_letters(number: int, expected: str) -> None:
    assert letters(number) == expected
