"""Numbers as printed, what no line may split, labels, names in capitals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vanban.compose.generated import ANY_TEXT

from vanban.compose.model import Run
from vanban.compose.typography import (
    bind,
    bold_width,
    fitted,
    is_printable_number,
    letter,
    number,
    roman,
    tidy,
    unbound,
)
from vanban.compose.words import clean_runs


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0, "0"), (1245, "1.245"), (-1245000, "-1.245.000"), (Decimal("1234.5"), "1.234,5"), (Decimal("2.50"), "2,50"),
     (Decimal("1E+3"), "1.000")],
)  # fmt: skip
def test_numbers_print_the_vietnamese_way(value: int | Decimal, printed: str) -> None:
    assert number(value) == printed


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999"), 10**40])
def test_numbers_no_cell_can_hold_are_known(value: int | Decimal) -> None:
    assert not is_printable_number(value)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("trước ngày 05 tháng 3 năm 2026", "trước ngày~05~tháng~3~năm~2026"),
        ("trong 15 ngày, từ tháng 3 năm 2026", "trong 15~ngày, từ tháng~3 năm~2026"),
        ("đạt 98,5 % và 1.234,5 triệu đồng", "đạt 98,5~% và 1.234,5~triệu đồng"),
        ("Kế hoạch số 12/KH-UBND", "Kế hoạch số~12/^KH=UBND"),
        ("Luật số 72/2025/QH15", "Luật số~72/^2025/^QH15"),
        ("Chương trình số 16-CTr/TU", "Chương trình số~16=CTr/^TU"),
        ("điểm a khoản 2 Điều 3", "điểm~a khoản~2 Điều~3"),
        ("kinh tế - xã hội 2026 - 2030", "kinh tế - xã hội 2026 - 2030"),
        ("quan điểm của địa phương", "quan điểm của địa phương"),
    ],
)
def test_what_no_line_may_split_is_bound(text: str, bound: str) -> None:
    shown = bind(text).replace("\u00a0", "~").replace("\u2011", "=").replace("\u2060", "^")
    assert shown == bound
    assert unbound(bind(text)) == text


def test_whole_dates_may_split_in_a_narrow_column() -> None:
    assert bind("ngày 05 tháng 3 năm 2026", narrow=True) == "ngày\u00a005 tháng\u00a03 năm\u00a02026"


@given(st.lists(ANY_TEXT, max_size=4))
def test_binding_changes_no_word_and_no_emphasis(texts: list[str]) -> None:
    runs = tuple(Run(text, bold=place % 2 == 0) for place, text in enumerate(texts))
    made = clean_runs(runs)
    assert unbound("".join(run.text for run in made)) == unbound(tidy("".join(map(tidy, texts))).strip())
    assert all(run.text for run in made)


def test_tidy_drops_what_cannot_stand_on_paper() -> None:
    assert tidy("a\x00b\ud800\u202e \t\n c\u200b") == "ab c"
    assert tidy("Nguye\u0302\u0303n") == "Nguyễn"


def test_labels_follow_the_vietnamese_alphabet() -> None:
    assert [letter(place) for place in range(1, 9)] == ["a", "b", "c", "d", "đ", "e", "g", "h"]
    assert letter(24) == "aa"
    assert [roman(value) for value in (1, 4, 9, 14, 40, 99)] == ["I", "IV", "IX", "XIV", "XL", "XCIX"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("SỞ NỘI VỤ", ("SỞ NỘI VỤ",)),
        ("ỦY BAN NHÂN DÂN TỈNH LẠC GIANG", ("ỦY BAN NHÂN DÂN", "TỈNH LẠC GIANG")),
        ("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP MẪU", ("BAN QUẢN LÝ CÁC KHU", "CÔNG NGHIỆP MẪU")),
        ("A" * 60, ("A" * 60,)),
    ],
)
def test_long_names_break_where_a_person_would(name: str, lines: tuple[str, ...]) -> None:
    assert fitted(name, 13, 66) == lines


@given(st.lists(st.sampled_from(("ỦY", "BAN", "NHÂN", "DÂN", "XÃ", "THỊ TRẤN")), min_size=1, max_size=12))
def test_lines_of_names_fit_and_lose_nothing(words: list[str]) -> None:
    name = " ".join(words)
    lines = fitted(name, 13, 66)
    assert " ".join(lines) == name
    assert all(bold_width(line, 13) <= 66 for line in lines)
