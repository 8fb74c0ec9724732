"""Slips that spell another word."""

from __future__ import annotations

import pytest

from vanban.check.language.grammar import is_syllable, key_of
from vanban.check.language.slips import Slip, all_confusions, near_compounds, spelling_habits, typing_slips
from vanban.check.language.words import Words


def test_the_tables_hold_enough_pairs_and_none_twice() -> None:
    wrong = [confusion.wrong for confusion in all_confusions()]
    assert len(wrong) >= 150
    assert len(set(wrong)) == len(wrong)


def test_a_pair_is_spelt_with_syllables_and_finds_itself_alone() -> None:
    for confusion in all_confusions():
        words = [word.strip(",") for word in confusion.wrong.split()]
        spelt = [word for word in words if is_syllable(word) and key_of(word) == word]
        assert [word for word in words if word not in spelt and not word.isdecimal() and word != "ubnd"] == [], (
            confusion
        )
        assert len(_found(confusion.wrong)) == 1, confusion
        assert _found(confusion.right) == [], confusion


def _found(text: str) -> list[Slip]:
    return typing_slips(Words(text)) + spelling_habits(Words(text))


def test_a_slip_is_no_wider_than_what_is_wrong() -> None:
    (slip,) = typing_slips(Words("Phần đầu ít nhất 95%"))
    assert (slip.start, slip.end, slip.right) == (0, 8, "phấn đấu")


def test_a_phrase_does_not_reach_over_a_paragraph() -> None:
    assert typing_slips(Words("kết quả nhiêm\nvụ")) == []


@pytest.mark.parametrize("text", ["điều chỉnh phủ sóng", "ông Quốc Phong đến", "kem theo don", "được giao nhận"])
def test_neighbours_that_are_no_slip(text: str) -> None:
    assert list(near_compounds(Words(text))) == []


def test_a_pair_one_mark_away_from_a_word() -> None:
    (slip,) = near_compounds(Words("phát triển nền tàng số"))
    assert slip.right == "nền tảng"
