"""The way back from cleaned text to the pieces it was made from."""

import unicodedata

import pytest

from vanban.readers.alignment import Origin, align, piece_spans
from vanban.readers.draft import clean


def test_equal_texts_align_at_once() -> None:
    assert piece_spans(["Giao ", "Sở Y tế", ""], [("Giao Sở Y tế", 10)]) == [(0, 10, 15), (1, 15, 22)]


def test_a_decomposed_letter_is_one_origin_of_several_characters() -> None:
    piece = unicodedata.normalize("NFD", "tế")
    assert align([piece], [("tế", 5)]) == [Origin(5, 0, 0, 1), Origin(6, 0, 1, 4)]


def test_white_space_and_invisible_characters_do_not_count() -> None:
    pieces = ["  Số :\u200b ", "\n", "12 "]
    assert piece_spans(pieces, [("Số :", 0), ("12", 5)]) == [(0, 0, 4), (2, 5, 7)]


def test_a_symbol_of_an_old_font_is_the_bullet_it_shows() -> None:
    assert piece_spans(["\uf0b7 Một"], [("• Một", 0)]) == [(0, 0, 5)]


@pytest.mark.parametrize("printed", ["Một hai", "Một", "Một hai ba tư", "Một hai bA"])
def test_texts_that_differ_do_not_align(printed: str) -> None:
    assert piece_spans(["Một  hai", " ba"], [(printed, 0)]) is None


def test_every_visible_character_of_a_cleaned_text_has_its_origin() -> None:
    raw = unicodedata.normalize("NFD", " Căn cứ  Luật\u00a0Tổ chức \u200dchính quyền địa phương; ")
    printed = clean(raw)
    origins = align([raw], [(printed, 0)])
    assert origins is not None
    assert [printed[one.offset] for one in origins] == [clean(raw[one.start : one.end]) for one in origins]
    assert len(origins) == sum(not one.isspace() for one in printed)
