"""TD058 heading-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"article": {"bold": False}}, ["Điều 1."]),
        ({"article": {"italic": True}}, ["Điều 1."]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD058", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"article": {"text": "Thành lập Đội cơ động phòng dịch", "bold": False}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD058", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD058", article={"bold": False})
    assert finding.message == "Đề mục: chưa in đậm."
