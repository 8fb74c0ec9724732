"""TD054 capacity-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"capacity1": {"bold": False}}, ["KT. CHỦ TỊCH"]),
        ({"capacity2": {"size": 12}}, ["PHÓ CHỦ TỊCH"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD054", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"capacity1": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD054", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD054", capacity1={"bold": False})
    assert finding.message == "Quyền hạn, chức vụ: chưa in đậm."
