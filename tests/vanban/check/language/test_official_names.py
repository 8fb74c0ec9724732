"""Capitals of official names."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban.check.language.official_names import misspelt_names
from vanban.check.subject import CheckedDocument
from vanban.structure.document import read_structure
from vanban.structure.header import read_header


def _wrong(body: str) -> list[tuple[str, str]]:
    structure = read_structure(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}"))
    checked = CheckedDocument(structure, read_header(structure))
    return [(checked.text[start:end], right) for start, end, right in misspelt_names(checked)]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Ban bí thư", "Ban Bí thư"),
        ("Sở Công thương", "Sở Công Thương"),
        ("Bộ Khoa học và công nghệ", "Bộ Khoa học và Công nghệ"),
        ("Liên Đoàn Lao Động", "Liên đoàn Lao động"),
        ("việt nam", "Việt Nam"),
        ("Uỷ Ban nhân dân", "Uỷ ban nhân dân"),
    ],
)
def test_the_right_form_keeps_the_writers_tones(written: str, right: str) -> None:
    assert _wrong(f"1. Đề nghị {written} xem xét.") == [(written, right)]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Đảng ủy Ủy ban nhân dân xã, Ban cán sự đảng Ủy ban nhân dân tỉnh.",
        "1. Các cơ sở y tế, cán bộ tư pháp và cơ sở xây dựng.",
        "1. Khóa học Kỹ Năng Của Ủy Ban Nhân Dân Các Cấp Hôm Nay.",
        "1. VIỆT NAM, UBND và Ban Bí thư.",
    ],
)
def test_names_that_are_right_or_none(sentence: str) -> None:
    assert _wrong(sentence) == []
