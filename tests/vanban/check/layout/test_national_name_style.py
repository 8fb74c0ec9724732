"""TD041 national-name-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"national": {"size": 15}}, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ({"national": {"bold": False}}, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ({"national": {"italic": True}}, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD041", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"national": {"size": 12}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD041", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD041", national={"size": 15, "bold": False})
    assert finding.message == "Quốc hiệu: cỡ chữ 15, quy định 12-13; chưa in đậm."
