"""Tasks in closing paragraphs."""

from __future__ import annotations

import pytest
from tests.vanban.building import tasks_of

FIRST = "1. Sở Y tế rà soát thuốc dự trữ.\n\n"


@pytest.mark.parametrize("decomposed", [False, True])
def test_a_closing_that_asks_for_reports_is_an_order(decomposed: bool) -> None:
    _, closing = tasks_of(
        FIRST
        + "Yêu cầu các sở, ban, ngành tỉnh nghiêm túc thực hiện, báo cáo kết quả về Sở Y tế trước ngày 30/4/2026./.",
        decomposed=decomposed,
    )
    assert closing.leads == ("Các sở, ban, ngành tỉnh",)
    assert not closing.standing
    assert closing.due is not None


def test_a_closing_formula_is_a_general_direction() -> None:
    _, closing = tasks_of(
        FIRST + "Trên đây là ý kiến của Ủy ban nhân dân tỉnh, yêu cầu các sở, ngành nghiêm túc thực hiện./."
    )
    assert closing.standing
    assert not closing.text.startswith("Trên đây")
