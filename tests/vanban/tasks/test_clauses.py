"""Sentences of a unit, and lists printed in one line."""

from __future__ import annotations

import pytest
from tests.vanban.building import tasks_of

from vanban.tasks.clauses import names_of, read_sentences


def read(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(names_of(one.subject), one.text) for one in read_sentences(text, 0, len(text))]


@pytest.mark.parametrize("marks", [("(1)", "(2)"), ("(i)", "(ii)"), ("(a)", "(b)")])
def test_numbered_clauses_that_name_their_bodies_are_sentences(marks: tuple[str, str]) -> None:
    first, second = marks
    text = f"Về kinh phí: {first} Sở Tài chính trình dự toán; {second} Sở Xây dựng hoàn thiện hồ sơ."
    assert read(text) == [
        (("sở tài chính",), "Sở Tài chính trình dự toán"),
        (("sở xây dựng",), "Sở Xây dựng hoàn thiện hồ sơ."),
    ]


def test_numbered_parts_of_one_order_stay_together() -> None:
    text = "Sở Y tế rà soát: (1) thuốc thiết yếu; (2) giường bệnh."
    assert len(read(text)) == 1


@pytest.mark.parametrize("decomposed", [False, True])
def test_lettered_orders_of_one_body_are_tasks(decomposed: bool) -> None:
    body = (
        "1. Ủy ban nhân dân các xã: a) Rà soát các khoản thu, xong trước ngày 30/6/2026; "
        "b) Công khai các khoản được thu; c) Gửi báo cáo về Sở Tài chính."
    )
    tasks = tasks_of(body, decomposed=decomposed)
    assert [task.text[:9] for task in tasks] == ["Rà soát c", "Công khai", "Gửi báo c"]
    assert {task.leads for task in tasks} == {("UBND các xã",)}


def test_letters_out_of_order_are_no_list() -> None:
    text = "Ủy ban nhân dân các xã: b) Rà soát các khoản thu; a) Công khai."
    assert len(read(text)) == 1


@pytest.mark.parametrize("decomposed", [False, True])
def test_numbered_orders_to_the_body_that_opens_the_list(decomposed: bool) -> None:
    body = (
        "1. Sở Nội vụ: (1) Trình Ủy ban nhân dân tỉnh đề án vị trí việc làm; (2) chủ trì, phối hợp với Sở Tài chính "
        "rà soát biên chế, gồm: (i) biên chế khối xã; (ii) biên chế khối trường."
    )
    tasks = tasks_of(body, decomposed=decomposed)
    assert [(task.leads, task.coordinators) for task in tasks] == [
        (("Sở Nội vụ",), ()),
        (("Sở Nội vụ",), ("Sở Tài chính",)),
    ]


def test_clauses_behind_a_semicolon_that_name_other_bodies() -> None:
    text = "Sở Y tế ban hành hướng dẫn mẫu; Các xã tổ chức rà soát trạm y tế; gửi kết quả về Sở Y tế."
    assert read(text) == [
        (("sở y tế",), "Sở Y tế ban hành hướng dẫn mẫu"),
        (("các xã",), "Các xã tổ chức rà soát trạm y tế; gửi kết quả về Sở Y tế."),
    ]


def test_a_list_of_bodies_with_semicolons_stays_together() -> None:
    text = "Yêu cầu Giám đốc các sở; Chủ tịch UBND các xã rà soát hồ sơ lưu trữ."
    assert [names for names, _ in read(text)] == [("giám đốc các sở", "chủ tịch ubnd các xã")]


def test_an_order_behind_its_bold_title() -> None:
    text = "Hoàn thiện quy chế nội bộ:** Các phòng khẩn trương rà soát quy chế chi tiêu."
    assert read(text) == [(("các phòng",), "Các phòng khẩn trương rà soát quy chế chi tiêu.")]
