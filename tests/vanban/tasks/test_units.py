"""Documents and lines that oblige nobody."""

from __future__ import annotations

import pytest
from tests.vanban.building import extract

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG

Số: 12/{symbol}

Lạc Giang, ngày 05 tháng 3 năm 2026

{title}
Về công tác y tế năm 2026

"""
ORDER = "1. Sở Y tế rà soát thuốc dự trữ, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/4/2026.\n"


@pytest.mark.parametrize("decomposed", [False, True])
@pytest.mark.parametrize(
    ("symbol", "title", "tasks"),
    [("KH-UBND", "KẾ HOẠCH", 1), ("TTr-UBND", "TỜ TRÌNH", 0), ("BC-UBND", "BÁO CÁO", 0), ("GM-UBND", "GIẤY MỜI", 0)],
)
def test_what_reports_asks_or_invites_assigns_nothing(symbol: str, title: str, tasks: int, decomposed: bool) -> None:
    text = HEAD.format(symbol=symbol, title=title) + ORDER
    assert len(extract(text, decomposed=decomposed).tasks) == tasks


def test_a_draft_that_comes_with_a_submission_assigns_nothing_yet() -> None:
    draft = HEAD.format(symbol="NQ-HĐND", title="NGHỊ QUYẾT").replace("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN") + ORDER
    text = HEAD.format(symbol="TTr-UBND", title="TỜ TRÌNH") + "Kính trình Hội đồng nhân dân tỉnh xem xét.\n\n" + draft
    assert extract(text).tasks == ()


def test_goals_money_and_grounds_are_no_tasks() -> None:
    text = HEAD.format(symbol="KH-UBND", title="KẾ HOẠCH") + (
        "I. MỤC ĐÍCH\n\n1. Nhằm nâng cao sức khỏe Nhân dân.\n\nII. NHIỆM VỤ\n\n" + ORDER + "\n"
        "III. KINH PHÍ\n\n1. Kinh phí thực hiện từ ngân sách tỉnh.\n"
    )
    assert [task.leads for task in extract(text).tasks] == [("Sở Y tế",)]
