"""TD044 number-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"number": {"size": 14}}, ["Số: 125/QĐ-UBND"]),
        ({"number": {"bold": True}}, ["Số: 125/QĐ-UBND"]),
        ({"number": {"italic": True}}, ["Số: 125/QĐ-UBND"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD044", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"number": {"align": "left"}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD044", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD044", number={"bold": True})
    assert finding.message == "Số, ký hiệu: quy định không in đậm."
