"""Whether a line asks for less than the line it answers."""

from __future__ import annotations

import unicodedata

import pytest

from vanban.targets.weakening import Lack, weakenings

NFD = unicodedata.normalize("NFD", "Tỷ lệ hộ dân dùng nước sạch đạt 90%")


@pytest.mark.parametrize(
    ("asked", "taken", "lacks"),
    [
        ("Tỷ lệ hộ dân dùng nước sạch đạt 95%", "Tỷ lệ hộ dân dùng nước sạch đạt 95%", []),
        ("Tỷ lệ hộ dân dùng nước sạch đạt ít nhất 95%", "Nâng tỷ lệ hộ dùng nước sạch lên 98%", []),
        ("Tỷ lệ hộ dân dùng nước sạch đạt 95%", NFD, [Lack.LOWER]),
        ("Tỷ lệ hộ nghèo không quá 1%", "Tỷ lệ hộ nghèo còn 1,5%", [Lack.LOWER]),
        ("Giảm tỷ lệ hộ nghèo xuống còn 1%", "Giảm tỷ lệ hộ nghèo xuống còn 0,8%", []),
        ("Trồng mới 20 ha rừng", "Trồng mới 200 tấn cây giống", [Lack.OTHER_UNIT]),
        ("Trồng mới 20 ha rừng", "Trồng rừng ven sông", [Lack.ABSENT]),
        ("Tổ chức hội nghị trong năm 2026", "Tổ chức hội nghị", []),
    ],
)
def test_lower_figures_other_units_and_missing_figures_are_found(asked: str, taken: str, lacks: list[Lack]) -> None:
    assert [one.lack for one in weakenings(asked, taken)] == lacks


def test_of_two_figures_with_one_unit_the_one_of_the_same_words_counts() -> None:
    asked = "Tỷ lệ lao động qua đào tạo đạt 75%; tỷ lệ hộ dùng nước sạch đạt 95%"
    taken = "Tỷ lệ hộ dùng nước sạch đạt 95%; tỷ lệ lao động qua đào tạo đạt 70%"
    (found,) = weakenings(asked, taken)
    assert (found.asked, found.taken) == ("75%", "70%")
