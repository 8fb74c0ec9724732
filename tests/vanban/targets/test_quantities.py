"""Operators, numbers, ranges and units."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.targets.quantities import parse_number, quantities

FOUND = {
    "ít nhất 95% hộ dân": (">=", 95.0, "%"),
    "từ 12% trở lên": (">=", 12.0, "%"),
    "trên 70 phần trăm": (">=", 70.0, "%"),
    "không quá 2,5%": ("<=", 2.5, "%"),
    "xuống dưới 3%": ("<=", 3.0, "%"),
    "giảm 1-1,5%/năm": (">=", 1.0, "%"),
    "không quá 2 - 3%": ("<=", 3.0, "%"),
    "đạt 1.250 tỷ đồng": ("=", 1250.0, "tỷ đồng"),
    "trên 3.000 km đường": (">=", 3000.0, "km"),
    "ít nhất 03 vùng trồng": (">=", 3.0, "vùng"),
    "tối thiểu có 5 doanh nghiệp": (">=", 5.0, "doanh nghiệp"),
    "ít nhất một trạm y tế": (">=", 1.0, "trạm"),
    "đạt 75 triệu đồng/người/năm": ("=", 75.0, "triệu đồng/người/năm"),
    "4/100.000 trẻ đẻ sống": ("=", 4.0, "/100.000 trẻ đẻ"),
    "duy trì trên 0,7": (">=", 0.7, None),
}
NONE = (
    "ngày 30/4/2026", "đến năm 2030", "giai đoạn 2026 - 2030", "Nghị quyết số 57-NQ/TW", "phủ sóng 5G", "trạm 3G/4G",
    "chính quyền địa phương 02 cấp", "Quyết định 48/QĐ-TTg", "khóa 14",
)  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("printed", FOUND)
def test_operator_value_and_unit(printed: str, form: str) -> None:
    text = unicodedata.normalize("NFC", unicodedata.normalize(form, printed))  # type: ignore[arg-type]  # a form by name
    (one,) = quantities(text, 0, len(text))
    assert (one.operator, one.value, one.unit) == FOUND[printed]


@pytest.mark.parametrize("printed", NONE)
def test_labels_dates_and_names_are_no_quantities(printed: str) -> None:
    assert list(quantities(printed, 0, len(printed))) == []


def test_offsets_cover_operator_number_and_unit() -> None:
    text = "bảo đảm ít nhất 40% hồ sơ"
    (one,) = quantities(text, 0, len(text))
    assert text[one.begin : one.end] == "ít nhất 40%"
    assert text[one.start : one.end] == "40%"


@given(st.integers(min_value=0, max_value=9_999_999))
def test_grouped_numbers_are_read_back(number: int) -> None:
    assert parse_number(f"{number:,}".replace(",", ".")) == number


@given(st.text(alphabet="0123456789.,-% /()đạttrênkmtỷ", max_size=60))
def test_offsets_stay_inside_and_in_order(text: str) -> None:
    found = list(quantities(text, 0, len(text)))
    assert all(0 <= one.begin <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("xếp hạng trong nhóm 15 tỉnh dẫn đầu", 15.0),
        ("thuộc top 03 cả nước", 3.0),
        ("phấn đấu đứng thứ 3 toàn vùng", 3.0),
        ("xếp thứ 10", 10.0),
        ("hộ thuộc nhóm 1, nhóm 2", None),
    ],
)
def test_ranks_are_reached_from_below(printed: str, value: float | None) -> None:
    found = [(one.operator, one.value, one.unit) for one in quantities(printed, 0, len(printed))]
    assert found == ([("<=", value, "hạng")] if value else [])
