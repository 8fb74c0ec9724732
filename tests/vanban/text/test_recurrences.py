"""Periods as printed: what kind, and exactly which words."""

from __future__ import annotations

import unicodedata

import pytest

from vanban.text.recurrences import find_period


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Công bố hồ sơ từng tuần trên trang thông tin.", "weekly", "từng tuần"),
        ("Gửi báo cáo vào thứ Sáu hằng tuần.", "weekly", "vào thứ Sáu hằng tuần"),
        ("Họp giao ban cuối mỗi tuần.", "weekly", "cuối mỗi tuần"),
        ("Cập nhật số liệu vào cuối mỗi ngày làm việc.", "daily", "vào cuối mỗi ngày làm việc"),
        ("Báo cáo định kỳ hằng tháng.", "monthly", "định kỳ hằng tháng"),
        ("Định kỳ kiểm tra kho.", "other", "Định kỳ"),
    ],
)
def test_period_covers_its_own_words_and_no_others(text: str, kind: str, words: str) -> None:
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))
    found = find_period(text, 0, len(text))
    assert found is not None
    assert (found.kind, text[found.start : found.end]) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "Bố trí ngân sách hằng năm cho dự án.",
        "Sửa trạm bơm trong tháng 9.",
        "Đưa nội dung vào kế hoạch phát triển kinh tế - xã hội hằng năm.",
        "Phân bổ vốn đầu tư công trung hạn, hằng năm.",
    ],
)
def test_no_period_is_found_where_none_is_stated(text: str) -> None:
    assert find_period(text, 0, len(text)) is None
