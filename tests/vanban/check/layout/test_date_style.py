"""TD045 date-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"date": {"italic": False}}, ["ngày 05 tháng 3 năm 2026"]),
        ({"date": {"size": 12}}, ["ngày 05 tháng 3 năm 2026"]),
        ({"date": {"bold": True}}, ["ngày 05 tháng 3 năm 2026"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD045", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"date": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD045", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD045", date={"italic": False})
    assert finding.message == "Địa danh, thời gian: chưa in nghiêng."
