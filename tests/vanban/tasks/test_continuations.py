"""Paragraphs that belong to the item above them."""

from __future__ import annotations

import pytest
from tests.vanban.building import document, tasks_of

from vanban.structure.document import read_structure
from vanban.tasks.continuations import has_a_sentence_a_line


@pytest.mark.parametrize("decomposed", [False, True])
@pytest.mark.parametrize(
    "further",
    [
        "Hoàn thành trước ngày 30/4/2026.",
        "Trên cơ sở đó, tham mưu Ủy ban nhân dân tỉnh phương án bổ sung.",
    ],
)
def test_what_makes_sense_only_behind_an_item_joins_it(further: str, decomposed: bool) -> None:
    (task,) = tasks_of(f"1. Sở Y tế rà soát thuốc dự trữ tại các trạm.\n\n{further}", decomposed=decomposed)
    assert task.leads == ("Sở Y tế",)
    assert "rà soát thuốc" in task.text
    assert task.text.endswith(further)


def test_an_order_of_its_own_stays_apart() -> None:
    first, second = tasks_of("1. Sở Y tế rà soát thuốc dự trữ.\n\nGiao Sở Tài chính lập dự toán mua thuốc.")
    assert (first.leads, second.leads) == (("Sở Y tế",), ("Sở Tài chính",))


def test_short_documents_are_not_taken_for_a_sentence_a_line() -> None:
    part = read_structure(document("1. Sở Y tế rà soát thuốc.\n\n2. Sở Nội vụ tổng hợp.")).main
    assert not has_a_sentence_a_line(part)


def test_a_sentence_a_line_is_seen_in_long_documents() -> None:
    lines = "\n\n".join(f"{number}. Sở Y tế rà soát thuốc của trạm số {number}." for number in range(1, 26))
    assert has_a_sentence_a_line(read_structure(document(lines)).main)
    doubled = lines.replace("thuốc", "thuốc. Báo cáo kết quả")
    assert not has_a_sentence_a_line(read_structure(document(doubled)).main)
