"""Targets under their headings."""

from __future__ import annotations

from tests.vanban.building import FOOT, LETTERHEAD, extract

from vanban.results import Target

RESOLUTION = """NGHỊ QUYẾT

Về nâng cao năng lực cán bộ cấp xã giai đoạn 2026 - 2030

I- TÌNH HÌNH

Hiện có 88% cán bộ đạt chuẩn.

II- MỤC TIÊU

1. Mục tiêu chung

Xây dựng đội ngũ cán bộ vững mạnh.

2. Chỉ tiêu cụ thể

(1) Phấn đấu ít nhất 95% cán bộ được tập huấn, 50% lãnh đạo có trình độ sau đại học.

(2) Tỷ lệ hồ sơ trễ hạn không quá 2,5% vào năm 2028.

(3) Đa số cán bộ dùng thành thạo phần mềm.

(4) Hiện nay, toàn xã có 12 cán bộ chuyên trách.
"""


def targets() -> tuple[Target, ...]:
    return extract(RESOLUTION).targets


def test_figures_to_reach_are_targets_and_actuals_are_not() -> None:
    assert [(one.operator, one.value, one.unit) for one in targets()] == [
        (">=", 95.0, "%"),
        ("=", 50.0, "%"),
        ("<=", 2.5, "%"),
        (None, None, None),
    ]


def test_period_of_the_title_unless_the_clause_has_its_own() -> None:
    assert [one.period for one in targets()] == [
        "giai đoạn 2026 - 2030",
        "giai đoạn 2026 - 2030",
        "năm 2028",
        "giai đoạn 2026 - 2030",
    ]


def test_indicator_is_the_clause_without_its_figure() -> None:
    assert targets()[0].indicator == "cán bộ được tập huấn"


def test_a_clause_of_an_order_says_how_far_to_get() -> None:
    found = extract(
        f"{LETTERHEAD}\n1. Sở Tài chính đôn đốc chủ đầu tư, quyết tâm giải ngân 100% kế hoạch vốn năm 2026.\n\n{FOOT}"
    ).targets
    assert [(one.value, one.unit, one.period) for one in found] == [(100.0, "%", "năm 2026")]


def test_goals_that_nothing_be_left_or_happen_name_no_figure() -> None:
    found = extract(
        f"""{LETTERHEAD}
I. MỤC TIÊU

1. Không còn bến đò ngang hoạt động không phép.

Không để xảy ra tai nạn đường thủy nghiêm trọng.

II. NHIỆM VỤ

1. Công an tỉnh kiểm tra bến đò; không để xảy ra ùn tắc.

{FOOT}"""
    ).targets
    assert [(one.text, one.value) for one in found] == [
        ("Không còn bến đò ngang hoạt động không phép", None),
        ("Không để xảy ra tai nạn đường thủy nghiêm trọng", None),
    ]
