"""TD039 page-number-on-first-page on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"page": {"first_differs": False}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
        ({"page": {"first_differs": False, "number_in": "footer"}}, ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD039", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"page": {"number": False}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD039", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD039", page={"first_differs": False})
    assert finding.message == "Trang đầu không hiển thị số trang (Different First Page)."
