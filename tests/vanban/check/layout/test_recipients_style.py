"""TD056 recipients-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"recipients": {"italic": False}}, ["Nơi nhận"]),
        ({"entry1": {"size": 14}}, ["- Như trên;"]),
        ({"recipients": {"size": 14}, "entry2": {"bold": True}}, ["Nơi nhận", "- Lưu: VT, TH."]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD056", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"recipients": {"align": "both"}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD056", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD056", entry1={"size": 14})
    assert finding.message == "Danh sách nơi nhận: cỡ chữ 14, quy định 11."
