"""TL031 party-recipients-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"recipients": {"underline": False}}, ["Nơi nhận"]),
        ({"entry1": {"size": 14}}, ["- Như trên;"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL031", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"recipients": {"italic": True}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL031", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL031", PARTY, recipients={"underline": False})
    assert finding.message == "“Nơi nhận”: chưa gạch chân."
