"""Number words."""

from __future__ import annotations

import unicodedata

import pytest

from vanban.check.rules.figures.reading.number_words import read_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("năm", 5),
        ("mười", 10),
        ("mười hai", 12),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("chín mươi tư", 94),
        ("một trăm linh năm", 105),
        ("một trăm lẻ năm nghìn", 105_000),
        ("Một triệu hai trăm nghìn", 1_200_000),
        ("hai tỷ ba trăm triệu", 2_300_000_000),
        ("năm nghìn tỷ", 5_000_000_000_000),
        ("ba trăm hai mươi ngàn chẵn", 320_000),
    ],
)
def test_words_are_read(words: str, number: int) -> None:
    assert read_words(words) == number


@pytest.mark.parametrize("words", ["", "thôn", "năm học", "hai ba", "mươi", "mười mười hai trăm", "hai nghìn ba triệu"])
def test_other_words_are_not(words: str) -> None:
    assert read_words(words) is None


def test_decomposed_words_are_not_silently_misread() -> None:
    assert read_words(unicodedata.normalize("NFD", "mười hai")) in (None, 12)
