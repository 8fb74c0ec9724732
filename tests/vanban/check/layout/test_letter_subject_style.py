"""TD047 letter-subject-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import LETTER, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"subject": {"bold": True}}, ["V/v phòng, chống dịch bệnh mùa hè"]),
        ({"subject": {"size": 14}}, ["V/v phòng, chống dịch bệnh mùa hè"]),
        ({"subject": {"italic": True}}, ["V/v phòng, chống dịch bệnh mùa hè"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD047", LETTER, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"subject": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD047", LETTER, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD047", LETTER, subject={"size": 14})
    assert finding.message == "Trích yếu công văn: cỡ chữ 14, quy định 12-13."
