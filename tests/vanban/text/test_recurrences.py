"""Periods as printed: what kind, and exactly which words."""

from __future__ import annotations

import unicodedata

import pytest

from vanban.text.recurrences import find_occasion, find_period


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Công bố hồ sơ từng tuần trên trang thông tin.", "weekly", "từng tuần"),
        ("Gửi báo cáo vào thứ Sáu hằng tuần.", "weekly", "vào thứ Sáu hằng tuần"),
        ("Họp giao ban cuối mỗi tuần.", "weekly", "cuối mỗi tuần"),
        ("Cập nhật số liệu vào cuối mỗi ngày làm việc.", "daily", "vào cuối mỗi ngày làm việc"),
        ("Báo cáo định kỳ hằng tháng.", "monthly", "định kỳ hằng tháng"),
        ("Định kỳ kiểm tra kho.", "other", "Định kỳ"),
        ("Thực hiện thường xuyên hằng năm.", "annual", "hằng năm"),
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
        "Đăng ký chỉ tiêu theo lộ trình thực hiện hằng năm.",
        "Khắc phục hạn chế nêu tại báo cáo hằng ngày của Văn phòng.",
        "Phấn đấu khối lượng mỗi tháng đạt tối thiểu 20%.",
    ],
)
def test_no_period_is_found_where_none_is_stated(text: str) -> None:
    assert find_period(text, 0, len(text)) is None


def test_results_of_a_plan_come_every_year() -> None:
    text = "Đánh giá kết quả thực hiện Kế hoạch hằng năm."
    found = find_period(text, 0, len(text))
    assert found is not None
    assert found.kind == "annual"


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Nếu liên quan đến chữ ký: chuyển ngay Công an xã.", "Nếu liên quan đến chữ ký:"),
        ("Báo cáo ngay Ủy ban khi phát sinh đơn thư.", "khi phát sinh đơn thư"),
        ("Báo cáo Ủy ban nếu thấy cần.", None),
        ("Trường hợp còn thiếu, xã tổng hợp nhu cầu.", None),
    ],
)
def test_work_that_waits_for_an_occasion(text: str, occasion: str | None) -> None:
    found = find_occasion(text, 0, len(text))
    assert (text[found.start : found.end] if found else None) == occasion
