"""TD040 page-number-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"page": {"number_in": "footer"}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
        ({"page": {"number_align": "right"}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
        ({"page": {"number_size": 11}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
        ({"page": {"number_italic": True}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD040", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"page": {"number_size": 14}}, {"page": {"number": False}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD040", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD040", page={"number_size": 11})
    assert finding.message == "Số trang: cỡ chữ 11, quy định 13-14."
