"""What is not in the text does not exist."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.assistant.spans import VerbatimFinder, is_long_enough

TEXT = "Giao Sở Nội vụ rà soát\nhồ sơ cán bộ. Sở Nội vụ báo cáo."


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("rà soát hồ sơ cán bộ", "rà soát\nhồ sơ cán bộ"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("Sở Nội vu", None),
        ("sở nội vụ", None),
        ("rà soát hồ sơ của cán bộ", None),
        ("ở Nội vụ", None),
        ("Sở Nội v", None),
        ("", None),
        ("   ", None),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_only_whole_words_as_they_stand(passage: str, found: str | None, form: str) -> None:
    text = unicodedata.normalize(form, TEXT)
    span = VerbatimFinder(text).find(passage)
    assert (text[slice(*span)] if span else None) == (unicodedata.normalize(form, found) if found else None)


def test_the_passage_may_be_decomposed_too() -> None:
    span = VerbatimFinder(TEXT).find(unicodedata.normalize("NFD", "hồ sơ cán bộ"))
    assert span is not None
    assert TEXT[slice(*span)] == "hồ sơ cán bộ"


def test_second_place_counts_when_the_first_is_taken_or_lies_outside() -> None:
    finder = VerbatimFinder(TEXT)
    first = finder.find("Sở Nội vụ")
    assert first is not None
    second = finder.find("Sở Nội vụ", taken=[first])
    assert second is not None
    assert second[0] > first[1]
    assert finder.find("Sở Nội vụ", within=(first[1], len(TEXT))) == second
    assert finder.find("Sở Nội vụ", taken=[first, second]) is None


@given(text=st.text(max_size=60), start=st.integers(0, 60), length=st.integers(1, 20))
def test_what_is_found_says_the_same(text: str, start: int, length: int) -> None:
    passage = text[start : start + length]
    span = VerbatimFinder(text).find(passage)
    if span is not None:
        same = ["".join(unicodedata.normalize("NFC", part).split()) for part in (text[slice(*span)], passage)]
        assert same[0] == same[1]


def test_short_passages_are_no_sentences() -> None:
    assert is_long_enough("Sở Nội vụ rà soát hồ sơ")
    assert not is_long_enough("Sở Nội vụ")
    assert not is_long_enough("Nộivụràsoáthồsơcánbộ")
