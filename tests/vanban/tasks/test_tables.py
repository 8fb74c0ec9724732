"""Tables of tasks."""

from __future__ import annotations

import unicodedata

import pytest

from vanban import api
from vanban.results import Task

TABLE = """# KẾ HOẠCH

Phòng dịch mùa hè

| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Hoàn thành | Sản phẩm |
|---|---|---|---|---|---|
| I | Y tế cơ sở | | | | |
| 1 | Rà soát thuốc dự trữ của trạm y tế | Sở Y tế | UBND các xã | Tháng 4/2026 | Danh mục thuốc |
| 2 | Phun hóa chất diệt muỗi | UBND các xã | Sở Y tế | Thường xuyên | |
"""

FIGURES = """| TT | Tên xã | Số hộ nghèo |
|---|---|---|
| 1 | Gò Mẫu | 12 |
| 2 | Bến Thử | 30 |
"""


def test_a_row_is_a_task() -> None:
    first, second = api.extract(api.read(TABLE.encode(), name="ke-hoach.md")).tasks
    assert first.text == "Rà soát thuốc dự trữ của trạm y tế"
    assert (first.leads, first.coordinators) == (("Sở Y tế",), ("UBND các xã",))
    assert first.due is not None
    assert first.due.value == "2026-04-30"
    assert first.product is not None
    assert first.product.text == "Danh mục thuốc"
    assert (second.leads, second.due) == (("UBND các xã",), None)


def test_what_became_of_the_work_is_no_product() -> None:
    table = "| TT | Nội dung nhiệm vụ | Đơn vị chủ trì | Kết quả thực hiện |\n|---|---|---|---|\n"
    row = "| 1 | Xây dựng quy chế dùng xe chung | Sở Tài chính | Sở đang lấy ý kiến các phòng |\n"
    (task,) = api.extract(api.read(f"# KẾ HOẠCH\n\n{table}{row}".encode(), name="ke-hoach.md")).tasks
    assert task.product is not None
    assert task.product.text == "quy chế dùng xe chung"


def test_a_table_of_figures_holds_no_tasks() -> None:
    assert api.extract(api.read(FIGURES.encode(), name="bieu.md")).tasks == ()


def tasks_in(table: str, *, decomposed: bool = False) -> tuple[Task, ...]:
    text = f"# KẾ HOẠCH\n\nPhòng dịch mùa hè năm 2026\n\n{table}\n"
    stored = unicodedata.normalize("NFD", text) if decomposed else text
    return api.extract(api.read(stored.encode(), name="ke-hoach.md")).tasks


HEADER = "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp |\n|---|---|---|---|\n"


@pytest.mark.parametrize("decomposed", [False, True])
def test_a_table_goes_on_without_its_header(decomposed: bool) -> None:
    further = "\n\n|  |  |  |  |\n|---|---|---|---|\n| 2 | Phun hóa chất diệt muỗi | UBND các xã | Sở Y tế |\n"
    first, second = tasks_in(HEADER + "| 1 | Rà soát thuốc dự trữ | Sở Y tế | |" + further, decomposed=decomposed)
    assert (first.leads, second.leads, second.coordinators) == (("Sở Y tế",), ("UBND các xã",), ("Sở Y tế",))


def test_a_header_printed_again_is_no_task() -> None:
    again = "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp |\n"
    rows = f"| 1 | Rà soát thuốc dự trữ | Sở Y tế | |\n{again}| 2 | Phun hóa chất diệt muỗi | UBND các xã | |"
    assert [task.leads for task in tasks_in(HEADER + rows)] == [("Sở Y tế",), ("UBND các xã",)]


def test_ditto_marks_repeat_the_cell_above() -> None:
    rows = "| 1 | Rà soát thuốc dự trữ | Sở Y tế | |\n| 2 | Kiểm tra kho thuốc | nt | |"
    assert [task.leads for task in tasks_in(HEADER + rows)] == [("Sở Y tế",), ("Sở Y tế",)]


def test_crosses_choose_the_bodies_of_their_columns() -> None:
    table = (
        "| TT | Nội dung | Sở Y tế | Sở Nội vụ | Công an tỉnh |\n|---|---|---|---|---|\n"
        "| 1 | Rà soát thuốc dự trữ | x | | |\n| 2 | Kiểm tra kho thuốc | x | | x |"
    )
    assert [task.leads for task in tasks_in(table)] == [("Sở Y tế",), ("Sở Y tế", "Công an tỉnh")]


def test_a_table_of_what_was_done_holds_no_tasks() -> None:
    table = (
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Kết quả thực hiện | Tiến độ |\n|---|---|---|---|---|\n"
        "| 1 | Rà soát thuốc dự trữ | Sở Y tế | Đã hoàn thành | Đúng hạn |\n"
        "| 2 | Kiểm tra kho thuốc | Sở Y tế | Đang thực hiện | Chậm |"
    )
    assert tasks_in(table) == ()


def test_a_group_row_does_not_hide_the_rows_below() -> None:
    rows = "| I | Y tế cơ sở | | |\n| 1 | Rà soát thuốc dự trữ | Sở Y tế | |"
    assert [task.text for task in tasks_in(HEADER + rows)] == ["Rà soát thuốc dự trữ"]


def test_a_cell_tells_leads_from_partners() -> None:
    table = (
        "| TT | Nội dung | Cơ quan thực hiện |\n|---|---|---|\n"
        "| 1 | Rà soát thuốc dự trữ | Sở Y tế chủ trì; Sở Nội vụ phối hợp |"
    )
    (task,) = tasks_in(table)
    assert (task.leads, task.coordinators) == (("Sở Y tế",), ("Sở Nội vụ",))


def test_late_tasks_with_a_day_to_finish_are_still_to_be_done() -> None:
    table = (
        "| TT | Tên nhiệm vụ | Đơn vị chủ trì | Thời hạn | Tiến độ |\n|---|---|---|---|---|\n"
        "| 1 | Chủ trì, phối hợp với Sở Nội vụ rà soát kho thuốc | Sở Y tế | 10/4/2026 | Chưa hoàn thành |\n"
        "| 2 | Kiểm tra kho lạnh | LGP | 15/4/2026 | Đã hoàn thành |"
    )
    first, second = tasks_in(table)
    assert (first.leads, first.coordinators) == (("Sở Y tế",), ("Sở Nội vụ",))
    assert second.leads == ("LGP",)
