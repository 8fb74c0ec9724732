"""TD046 title-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"title": {"size": 16}}, ["QUYẾT ĐỊNH"]),
        ({"title": {"bold": False}}, ["QUYẾT ĐỊNH"]),
        ({"title": {"align": "left"}}, ["QUYẾT ĐỊNH"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD046", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"title": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD046", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD046", title={"size": 16})
    assert finding.message == "Tên loại: cỡ chữ 16, quy định 13-14."
