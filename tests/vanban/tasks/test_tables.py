"""Tables of tasks."""

from __future__ import annotations

from vanban import api

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


def test_a_table_of_figures_holds_no_tasks() -> None:
    assert api.extract(api.read(FIGURES.encode(), name="bieu.md")).tasks == ()
