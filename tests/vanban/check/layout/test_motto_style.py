"""TD042 motto-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"motto": {"size": 12}}, ["Độc lập - Tự do - Hạnh phúc"]),
        ({"motto": {"bold": False}}, ["Độc lập - Tự do - Hạnh phúc"]),
        ({"motto": {"align": "left"}}, ["Độc lập - Tự do - Hạnh phúc"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD042", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"motto": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD042", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD042", motto={"align": "left"})
    assert finding.message == "Tiêu ngữ: chưa canh giữa."
