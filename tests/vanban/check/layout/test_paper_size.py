"""TD034 paper-size on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"page": {"width": 216, "height": 279}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
        ({"page": {"width": 297, "height": 420}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD034", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"page": {"width": 297, "height": 210}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD034", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD034", page={"width": 216, "height": 279})
    assert finding.message == "Khổ giấy 216 x 279 mm, quy định A4 (210 x 297 mm)."
