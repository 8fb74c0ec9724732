"""Non-words in their places: names, codes and foreign words are left alone."""

from __future__ import annotations

import unicodedata

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban.check.language.grammar import is_syllable
from vanban.check.language.misspelt import MISSPELT
from vanban.check.language.nonwords import Kind, NonWord, nonwords_of
from vanban.check.language.syllables_in_use import SYLLABLES_IN_USE
from vanban.check.subject import CheckedDocument
from vanban.structure.document import read_structure
from vanban.structure.header import read_header


def _nonwords(body: str, *, decomposed: bool = False) -> tuple[NonWord, ...]:
    structure = read_structure(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}", decomposed=decomposed))
    return nonwords_of(CheckedDocument(structure, read_header(structure)))


@pytest.mark.parametrize("decomposed", [False, True])
def test_kinds_in_the_order_of_the_text(decomposed: bool) -> None:
    found = _nonwords("1. Các nghành kiễm tra tòan bộ việc đươc giao, xêp lịch.", decomposed=decomposed)
    assert [(one.kind, one.meant) for one in found] == [
        (Kind.WRONG_ONSET, "ngành"),
        (Kind.UNUSED, "kiểm"),
        (Kind.MISPLACED_TONE, "toàn"),
        (Kind.WRONG_CLOSED_TONE, "được"),
        (Kind.IMPOSSIBLE, None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Xã Đắk Mẫu, thôn Kạn Thử, xã Krông Giả và buôn Păh.",
        "1. Ông Trần Phớc Mẫu và bà Y Niê Thử.",
        "1. Theo Công văn số 12/BLĐTBXH-KHTC, mã đk-08, VNeID và TTĐT.",
        "1. Gửi đktest@lacgiang.gov.vn, trang đăngký.lacgiang.gov.vn.",
        "1. Panô, ôtô, axít, camera, robot và công-ten-nơ.",
        "1. XÃ ĐẮK MẪU, HUYỆN KÔN THỬ",
    ],
)
def test_what_is_no_misspelling(sentence: str) -> None:
    assert _nonwords(unicodedata.normalize("NFC", sentence)) == ()


def test_a_respelling_to_a_word_nobody_uses_is_none() -> None:
    (found,) = _nonwords("1. Tính theò mức lãi suất.")
    assert (found.kind, found.meant) == (Kind.IMPOSSIBLE, None)


def test_the_table_of_unused_syllables_turns_syllables_into_words() -> None:
    assert all(is_syllable(wrong) and is_syllable(right) for wrong, right in MISSPELT.items())
    assert SYLLABLES_IN_USE.isdisjoint(MISSPELT)
