"""Tables of indicators with units and years, and orders within tables of tasks."""

from __future__ import annotations

from vanban import api
from vanban.results import Target

PLAN = """# KẾ HOẠCH

Phát triển chăn nuôi tỉnh Lạc Giang

I. MỤC TIÊU CỤ THỂ

| TT | Chỉ tiêu | ĐVT | Ước thực hiện 2025 | Năm 2026 | Năm 2027 |
| --- | --- | --- | --- | --- | --- |
| I | Bò sữa | | | | |
| 1 | Tổng đàn | con | 1.100 | 1.250 | 1.400 |
| 2 | Hộ áp dụng quy trình sạch | % | 40 | ≥ 55 | ≥ 70 |
"""


def targets() -> tuple[Target, ...]:
    return api.extract(api.read(PLAN.encode(), name="ke-hoach.md")).targets


def test_a_row_is_a_target_for_its_last_year() -> None:
    assert [(one.indicator, one.operator, one.value, one.unit, one.period) for one in targets()] == [
        ("Bò sữa: Tổng đàn", "=", 1400.0, "con", "Năm 2027"),
        ("Bò sữa: Hộ áp dụng quy trình sạch", ">=", 70.0, "%", "Năm 2027"),
    ]


def test_plans_in_numbers_elsewhere_are_no_goals() -> None:
    planned = PLAN.replace("I. MỤC TIÊU CỤ THỂ", "I. NHIỆM VỤ")
    assert api.extract(api.read(planned.encode(), name="ke-hoach.md")).targets == ()


def test_tables_of_results_are_passed_over() -> None:
    told = PLAN.replace("Năm 2026", "Thực hiện 2023").replace("Năm 2027", "Thực hiện 2024")
    assert api.extract(api.read(told.encode(), name="ke-hoach.md")).targets == ()


def test_an_order_in_a_cell_names_what_is_to_be_reached() -> None:
    table = """# KẾ HOẠCH

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
| --- | --- | --- | --- |
| 1 | Xây dựng cơ chế bảo đảm tỷ lệ họp trực tuyến chiếm tối thiểu 50% số cuộc họp | Sở Nội vụ | 2026 |
"""
    (one,) = api.extract(api.read(table.encode(), name="ke-hoach.md")).targets
    assert one.text == "tỷ lệ họp trực tuyến chiếm tối thiểu 50% số cuộc họp"
