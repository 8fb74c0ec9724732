"""TD038 missing-page-number on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places

LONG = "Rà soát cơ số thuốc. " * 400


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        (
            {"body1": {"text": LONG}, "page": {"number": False}},
            ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"],
        ),
        (
            {"body1": {"text": LONG * 2}, "page": {"number": False}},
            ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"],
        ),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD038", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"page": {"number": False}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD038", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD038", body1={"text": LONG}, page={"number": False})
    assert finding.message == "Văn bản nhiều trang phải có số trang ở giữa lề trên."
