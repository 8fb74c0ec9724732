"""Printed numbering."""

from __future__ import annotations

import pytest

from vanban.structure.markers import Family, read_marker


@pytest.mark.parametrize(
    ("text", "family", "label"),
    [
        ("I- TÌNH HÌNH", Family.ROMAN, "I"),
        ("IV. TỔ CHỨC THỰC HIỆN", Family.ROMAN, "IV"),
        ("3. Sở Xây dựng:", Family.ARABIC, "3"),
        ("3) Sở Xây dựng", Family.ARABIC, "3"),
        ("2.1. Mục tiêu", Family.DECIMAL, "2.1"),
        ("đ) Phân công", Family.LETTER, "đ"),
        ("(2) Về nguồn lực", Family.ENCLOSED, "2"),
        ("- Rà soát", Family.DASH, "-"),
        ("+ Lập danh sách", Family.PLUS, "+"),
        ("Điều 3. Chánh Văn phòng", Family.ARTICLE, "3"),
        ("4.", Family.ARABIC, "4"),
        ("1. 100% hộ dân có nước sạch", Family.ARABIC, "1"),
        ("2. 05 xã đạt chuẩn", Family.ARABIC, "2"),
        ("A- CHỈ TIÊU", Family.PART, "A"),
        ("B. NHIỆM VỤ", Family.PART, "B"),
        ("b) 100% trạm y tế có bác sĩ", Family.LETTER, "b"),
    ],
)
def test_families_and_labels(text: str, family: Family, label: str) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.family, marker.label) == (family, label)
    assert text[marker.length :] == text[marker.length :].lstrip()


@pytest.mark.parametrize(
    "text",
    [
        "10/7/2025 là ngày họp",
        "V/v mời họp",
        "2026 là năm đầu",
        "12.5% hộ dân",
        "05.4.2026 là ngày họp",
        "Sở Y tế",
        "100% hộ dân",
        "A. Nguyễn Văn Thử",
        "",
    ],
)
def test_ordinary_beginnings_are_no_markers(text: str) -> None:
    assert read_marker(text) is None
