"""TL024 party-title-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"party": {"bold": False}}, ["ĐẢNG CỘNG SẢN VIỆT NAM"]),
        ({"party": {"italic": True}}, ["ĐẢNG CỘNG SẢN VIỆT NAM"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL024", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"party": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL024", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL024", PARTY, party={"bold": False})
    assert finding.message == "Tiêu đề: chưa in đậm."
