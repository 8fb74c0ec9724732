"""TD053 grounds-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"ground1": {"italic": False}}, ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"]),
        ({"ground2": {"size": 12}}, ["Theo đề nghị của Giám đốc Sở Y tế."]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD053", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"ground1": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD053", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD053", ground1={"italic": False})
    assert finding.message == "Căn cứ: chưa in nghiêng."
