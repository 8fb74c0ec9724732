"""Labelled lines: below a task, in brackets, several in one line."""

from __future__ import annotations

import pytest
from tests.vanban.building import extract

from vanban.results import Task

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG

Số: 12/KH-UBND

Lạc Giang, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Chuyển đổi số năm 2026

I. NHIỆM VỤ

{items}
"""


def tasks_in(items: str, *, decomposed: bool = False) -> tuple[Task, ...]:
    return extract(PLAN.format(items=items), decomposed=decomposed).tasks


@pytest.mark.parametrize("decomposed", [False, True])
@pytest.mark.parametrize(
    "labels",
    [
        "\n\n- Cơ quan chủ trì: Sở Y tế.\n\n- Cơ quan phối hợp: Sở Nội vụ.\n\n- Thời gian hoàn thành: Quý II/2026.",
        " (Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ; thời gian: Quý II/2026).",
        "\n\nCơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: Sở Nội vụ. Thời gian hoàn thành: Quý II/2026.",
    ],
)
def test_labels_fill_a_task(labels: str, decomposed: bool) -> None:
    (task,) = tasks_in(f"1. Xây dựng kho dữ liệu bệnh án của tỉnh{labels}", decomposed=decomposed)
    assert task.text.startswith("Xây dựng kho dữ liệu bệnh án")
    assert (task.leads, task.coordinators) == (("Sở Y tế",), ("Sở Nội vụ",))
    assert task.due is not None
    assert task.due.value == "2026-06-30"
    assert "Chủ trì" not in task.text


def test_an_item_that_lost_its_labels_is_a_task_beside_labelled_ones() -> None:
    items = (
        "1. Xây dựng kho dữ liệu bệnh án.\n\n- Cơ quan chủ trì: Sở Y tế.\n\n"
        "2. Xây dựng cổng tra cứu.\n\n- Cơ quan chủ trì: Sở Nội vụ.\n\n3. Xây dựng ứng dụng di động."
    )
    assert [task.leads for task in tasks_in(items)] == [("Sở Y tế",), ("Sở Nội vụ",), ()]


def test_one_group_of_labels_behind_several_numbered_items_governs_them_all() -> None:
    items = (
        "1. Thư viện\n\n1.1. Rà soát các đầu sách cũ.\n\n1.2. Xây dựng danh mục sách mới.\n\n"
        "- Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Tài chính -Thời gian thực hiện: Quý II/2026."
    )
    found = [(task.leads, task.coordinators) for task in tasks_in(items)]
    assert found == [(("Sở Nội vụ",), ("Sở Tài chính",))] * 2
