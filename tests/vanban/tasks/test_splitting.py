"""Where a paragraph holds more than one task."""

from __future__ import annotations

import pytest
from tests.vanban.building import only_task, tasks_of

from vanban.tasks.splitting import is_conditional_report


def test_a_restated_lead_opens_a_task() -> None:
    tasks = tasks_of("1. Sở Y tế rà soát thuốc. Chủ trì, phối hợp với Công an tỉnh kiểm tra kho thuốc.")
    assert [task.coordinators for task in tasks] == [(), ("Công an tỉnh",)]


def test_a_bare_year_is_no_delivery_of_its_own() -> None:
    assert only_task("1. Sở Y tế rà soát thuốc dự trữ. Bố trí kinh phí mua bổ sung năm 2027.").leads == ("Sở Y tế",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nếu có khó khăn, vướng mắc, các đơn vị báo cáo Sở Y tế.", True),
        ("Trường hợp phát sinh vướng mắc, kịp thời phản ánh về Sở Nội vụ.", True),
        ("Nếu trời mưa, hoãn buổi lễ.", False),
    ],
)
def test_conditional_reports(text: str, expected: bool) -> None:
    assert is_conditional_report(text) is expected
