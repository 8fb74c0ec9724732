"""Deadlines stated once for many tasks."""

from __future__ import annotations

from datetime import date

from tests.vanban.building import FOOT, LETTERHEAD, document, tasks_of

from vanban import api


def test_a_heading_hands_its_deadline_down() -> None:
    first, second, third = tasks_of("""1. Việc phải hoàn thành trước ngày 30/4/2026:

- Sở Y tế rà soát thuốc dự trữ.

- Sở Xây dựng lập danh mục cầu yếu trước ngày 10/4/2026.

2. Công an tỉnh lắp đặt biển cảnh báo.""")
    assert first.due is not None
    assert (first.due.value, first.due.exclusive) == ("2026-04-30", True)
    assert first.due.inherited_from is not None
    assert second.due is not None
    assert (second.due.value, second.due.inherited_from) == ("2026-04-10", None)
    assert third.due is None


def test_a_sentence_on_all_the_work_above_governs_it() -> None:
    tasks = tasks_of("""1. Sở Y tế rà soát thuốc dự trữ.

2. Sở Xây dựng kiểm tra các cầu yếu; nâng cao ý thức của người dân.

3. Công an tỉnh tăng cường tuyên truyền về an toàn giao thông.

Các nhiệm vụ nêu trên hoàn thành chậm nhất trong tháng 5 năm 2026.""")
    assert [task.due.value if task.due else None for task in tasks[:3]] == ["2026-05-31", "2026-05-31", None]


def test_a_lead_in_hands_its_deadline_to_the_items_that_follow() -> None:
    tasks = tasks_of("""Đề nghị các sở thực hiện các nội dung sau, gửi kết quả trước ngày 15/4/2026:

1. Rà soát số công chức hiện có của từng xã.

2. Lập kế hoạch tuyển dụng công chức, xong trước ngày 31/3/2026.""")
    assert [task.due.value if task.due else None for task in tasks] == ["2026-04-15", "2026-03-31"]


def test_a_sentence_on_numbered_items_governs_those() -> None:
    tasks = tasks_of("""1. Sở Y tế xây dựng báo cáo về thuốc.

2. Sở Xây dựng xây dựng báo cáo về cầu.

3. Công an tỉnh xây dựng báo cáo về biển cảnh báo.

Các báo cáo nêu tại mục 1, 3 gửi về Văn phòng Ủy ban nhân dân tỉnh trước ngày 10/4/2026.""")
    assert [task.due.value if task.due else None for task in tasks[:3]] == ["2026-04-10", None, "2026-04-10"]


def test_working_days_need_a_calendar() -> None:
    text = f"{LETTERHEAD}\n1. Sở Y tế báo cáo trong thời hạn 03 ngày làm việc kể từ ngày ban hành.\n\n{FOOT}"
    without = api.extract(document(text)).tasks[0].due
    given = api.extract(document(text), calendar=api.WorkingCalendar.of([date(2026, 3, 9)])).tasks[0].due
    assert without is not None
    assert given is not None
    assert (without.value, given.value) == (None, "2026-03-11")


def test_the_deadline_of_a_list_does_not_reach_what_is_handed_to_somebody_else() -> None:
    tasks = tasks_of("""Ủy ban nhân dân tỉnh đề nghị các xã thực hiện một số việc sau, hoàn thành trước ngày 30/6/2026:

1. Đối chiếu sổ bộ với dữ liệu đất đai.

2. Lập danh sách trường hợp cần xác minh.

3. Giao Sở Nội vụ hướng dẫn mẫu biểu.""")
    assert [task.due.value if task.due else None for task in tasks] == ["2026-06-30", "2026-06-30", None]


def test_a_bracket_broken_before_its_figure_opens_no_item() -> None:
    tasks = tasks_of("""1. Sở Y tế lập danh sách trạm cấp cứu gửi về Sở Nội vụ (qua Phòng Nghiệp vụ
2) chậm nhất ngày 05/7/2026.""")
    assert [task.due.value if task.due else None for task in tasks] == ["2026-07-05"]
