"""Reports, proposals and submissions as products."""

from __future__ import annotations

import pytest

from vanban.tasks.product_reports import opening_report, reporting_verb
from vanban.text.tokens import Tokens


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Báo cáo tình hình thu ngân sách về Sở Tài chính.", "Báo cáo tình hình thu ngân sách"),
        ("Tổng hợp nhu cầu của các xã, gửi Sở Tài chính.", "Tổng hợp nhu cầu của các xã"),
        ("Rà soát, báo cáo kết quả.", None),
    ],
)
def test_a_task_that_opens_with_its_report(sentence: str, expected: str | None) -> None:
    found = opening_report(Tokens(sentence), 0)
    assert (sentence[found.start : found.end] if found else None) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Cập nhật mực nước các hồ, gửi Sở Xây dựng để tổng hợp, báo cáo.", "Cập nhật mực nước các hồ"),
        ("Đăng ký nhu cầu kinh phí gửi về Sở Tài chính.", "Đăng ký nhu cầu kinh phí"),
        ("Mở hòm thư góp ý, nhằm kịp thời phản ánh đến các sở.", None),
        ("Khắc phục tồn tại nêu tại báo cáo của đoàn kiểm tra.", None),
        (
            "Trình Chủ tịch Ủy ban nhân dân tỉnh bổ sung kinh phí.",
            "Trình Chủ tịch Ủy ban nhân dân tỉnh bổ sung kinh phí",
        ),
        ("Rà soát thuốc, báo cáo kết quả về Sở Y tế.", "báo cáo kết quả"),
        ("Theo dõi, đôn đốc, báo cáo Sở Y tế.", "báo cáo"),
        ("Kiểm tra kho thuốc của các trạm.", None),
    ],
)
def test_reporting_verbs(sentence: str, expected: str | None) -> None:
    found = reporting_verb(Tokens(sentence), 0)
    assert (sentence[found.start : found.end] if found else None) == expected
