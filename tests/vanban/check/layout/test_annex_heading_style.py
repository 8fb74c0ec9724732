"""TD057 annex-heading-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"annex": {"bold": False}}, ["Phụ lục I"]),
        ({"annex": {"size": 13}}, ["Phụ lục I"]),
        ({"annex": {"align": "left"}}, ["Phụ lục I"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD057", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"annex": {"text": "PHỤ LỤC"}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD057", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD057", annex={"size": 13})
    assert finding.message == "Tiêu đề phụ lục: cỡ chữ 13, quy định 14."
