"""TD035 page-margins on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"page": {"left": 20}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
        ({"page": {"top": 15, "bottom": 30}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD035", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"page": {"top": 25, "bottom": 25, "left": 35, "right": 20}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD035", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD035", page={"left": 20})
    assert finding.message == "Lề trang không đúng: lề trái 20 mm (quy định 30-35)."
