"""TL028 party-kind-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"title": {"bold": False}}, ["KẾ HOẠCH"]),
        ({"title": {"align": "left"}}, ["KẾ HOẠCH"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL028", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"title": {"size": 14}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL028", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL028", PARTY, title={"bold": False})
    assert finding.message == "Tên loại: chưa in đậm."
