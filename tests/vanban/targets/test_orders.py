"""Figures to reach in orders, and figures that only tell or rule."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, extract

REACHED = {
    "Sở Tài chính đôn đốc chủ đầu tư, quyết tâm giải ngân 100% vốn năm 2026.": ["giải ngân 100% vốn năm 2026"],
    "Rà soát thủ tục, bảo đảm cắt giảm tối thiểu 30% thời gian và công khai hồ sơ.": [
        "cắt giảm tối thiểu 30% thời gian"
    ],
    "Năm 2026, cắt giảm, đơn giản hóa 100% mẫu đơn trùng lặp; số hóa 80% sổ hộ tịch.": [
        "cắt giảm, đơn giản hóa 100% mẫu đơn trùng lặp", "số hóa 80% sổ hộ tịch",
    ],
    "Tăng cường xúc tiến, trong đó phấn đấu tăng trưởng vượt mục tiêu tỉnh giao (9%); thu đúng, thu đủ.": [
        "tăng trưởng vượt mục tiêu tỉnh giao (9%)"
    ],
    "Đôn đốc nhà thầu (phấn đấu khối lượng mỗi tháng đạt tối thiểu 15%), giữ an toàn lao động.": [
        "khối lượng mỗi tháng đạt tối thiểu 15%"
    ],
    "Nâng tỷ lệ hồ sơ trực tuyến lên tối thiểu 90%.": ["Nâng tỷ lệ hồ sơ trực tuyến lên tối thiểu 90%"],
    "Sở Tư pháp hoàn thành các chỉ tiêu được giao (75% về việc và 40% về tiền; giảm từ 5 đến 10% án tồn).": [
        "75% về việc", "40% về tiền", "giảm từ 5 đến 10% án tồn",
    ],
    "Mỗi xã phấn đấu có ít nhất 02 sản phẩm đặc trưng.": ["có ít nhất 02 sản phẩm đặc trưng"],
}  # fmt: skip
TOLD = (
    "Giải ngân 9 tháng đầu năm đạt 72,4% kế hoạch, tăng 14% so với cùng kỳ.",
    "Doanh nghiệp được giảm 50% số thuế phải nộp trong 09 năm.",
    "Thời hạn kiểm tra tối đa không quá 10 ngày làm việc.",
    "Hỗ trợ 100% lãi suất vay cho hộ nghèo.",
    "Yêu cầu 100% các công trường che chắn.",
    "Hiện nay có trên 90% hộ dùng nước sạch.",
    "Về đầu tư trường lớp (bảo đảm phòng học kiên cố đạt 100%): Giao Sở Tài chính bố trí vốn.",
    "Phấn đấu khánh thành 02 công trình trong quý II.",
    "Điều động ít nhất 02 bác sĩ về trạm y tế.",
)


@pytest.mark.parametrize("sentence", REACHED)
@pytest.mark.parametrize("decomposed", [False, True])
def test_what_an_order_wants_reached(sentence: str, decomposed: bool) -> None:
    found = extract(f"{LETTERHEAD}\n1. {sentence}\n\n{FOOT}", decomposed=decomposed).targets
    assert [one.text for one in found] == REACHED[sentence]


@pytest.mark.parametrize("sentence", TOLD)
def test_accounts_rules_and_terms_are_no_targets(sentence: str) -> None:
    assert extract(f"{LETTERHEAD}\n1. {sentence}\n\n{FOOT}").targets == ()


def test_a_plan_for_a_period_counts_what_it_orders() -> None:
    plan = """KẾ HOẠCH
Phát triển làng nghề đến năm 2030

I. NHIỆM VỤ

1. Lựa chọn ít nhất 02 hợp tác xã (có năng lực tài chính, phương tiện và đối tác) làm đầu mối thu gom.
"""
    (one,) = extract(plan).targets
    assert (one.text, one.value, one.period) == ("Lựa chọn ít nhất 02 hợp tác xã", 2.0, "đến năm 2030")


def test_reports_tell_only_what_they_strive_for() -> None:
    report = """BÁO CÁO
Kết quả giảm nghèo năm 2026

I. PHƯƠNG HƯỚNG

Tỷ lệ hộ nghèo giảm còn 2,4%, bảo đảm 100% hộ nghèo có bảo hiểm.

Phấn đấu đến cuối năm 2027 giảm tỷ lệ hộ nghèo còn 1,6%.
"""
    (one,) = extract(report).targets
    assert (one.value, one.period) == (1.6, "đến cuối năm 2027")
