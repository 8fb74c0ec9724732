"""Task or not, and where the next task begins."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, extract, only_task, tasks_of


def test_what_an_order_says_of_its_object_is_no_past() -> None:
    task = only_task("1. Sở Xây dựng hoàn thiện hồ sơ các tuyến đường đã được nghiệm thu.")
    assert task.leads == ("Sở Xây dựng",)


@pytest.mark.parametrize(
    "line",
    [
        "1. Sở Xây dựng đã hoàn thành 12 tuyến đường liên xã.",
        "1. Hệ thống phải được kiểm định trước khi đưa vào sử dụng.",
        "1. Trả lời: Chợ trung tâm đã xuống cấp nhiều năm.",
        "1. Cử tri xã Gò Mẫu đề nghị nâng cấp chợ trung tâm.",
        "1. Đề cương gửi kèm Công văn này.",
    ],
)
def test_accounts_and_requirements_are_no_tasks(line: str) -> None:
    assert tasks_of(line) == ()


def test_who_is_encouraged_has_to_do_it_when_nobody_is_named_above() -> None:
    text = LETTERHEAD.split("Kính gửi")[0] + "\n1. Khuyến khích Hội Nông dân tỉnh xây dựng mô hình điểm.\n\n" + FOOT
    (task,) = extract(text).tasks
    assert task.leads == ("Hội Nông dân tỉnh",)


def test_a_verb_nobody_lists_is_an_order_when_a_day_is_set() -> None:
    task = only_task("1. Ủy ban nhân dân các xã dựng rào chắn tại các bến, xong trước ngày 30/6/2026.")
    assert task.leads == ("UBND các xã",)
    assert tasks_of("1. Tổ công tác tự giải tán sau khi hoàn thành nhiệm vụ.") == ()


def test_a_topic_joined_with_its_order() -> None:
    task = only_task("1. Về vùng nguyên liệu Giao Sở Công Thương chủ trì lập bản đồ.")
    assert task.leads == ("Sở Công Thương",)


def test_a_person_is_told_from_the_post() -> None:
    task = only_task("1. Đồng chí Lê Văn Mẫu, Phó Giám đốc Sở Y tế, trực tiếp chỉ đạo việc rà soát thuốc.")
    assert task.leads == ("Lê Văn Mẫu",)


def test_a_heading_that_lost_its_number() -> None:
    body = (
        "1. Sở Y tế:\n\na) Rà soát thuốc dự trữ.\n\nb) Kiểm tra các trạm.\n\n"
        "Sở Xây dựng\n\na) Rà soát các cầu yếu.\n\nb) Lắp đặt biển cảnh báo."
    )
    assert [task.leads for task in tasks_of(body)] == [("Sở Y tế",)] * 2 + [("Sở Xây dựng",)] * 2
