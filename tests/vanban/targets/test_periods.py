"""Which of several printed periods a target has."""

from __future__ import annotations

import pytest

from vanban.targets.periods import period_in, title_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Đến hết năm 2027, tỷ lệ đạt 40%", "Đến hết năm 2027"),
        ("đạt 40% vào năm 2028", "năm 2028"),
        ("từ năm 2027 trở đi có 100% trạm", "từ năm 2027 trở đi"),
        ("tăng 5% so với năm 2024", None),
        ("theo Quyết định ngày 5 tháng 3 năm 2024", None),
        ("GIAI ĐOẠN 2026 - 2030", "giai đoạn 2026 - 2030"),
    ],
)
def test_a_period_is_no_date_and_no_year_compared_with(text: str, period: str | None) -> None:
    assert period_in(text) == period


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Chiến lược nghề muối đến năm 2030, tầm nhìn đến năm 2050", "đến năm 2030"),
        ("Tổng kết công tác năm 2026 và nhiệm vụ năm 2027", "năm 2027"),
        ("Kế hoạch năm 2026 của Chương trình giai đoạn 2026 - 2030", "giai đoạn 2026 - 2030"),
        ("Kế hoạch trồng rừng", None),
    ],
)
def test_a_title_gives_its_stretch_or_its_last_year(title: str, period: str | None) -> None:
    assert title_period(title) == period
