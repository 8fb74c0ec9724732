"""TL030 party-capacity-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"capacity2": {"bold": True}}, ["PHÓ BÍ THƯ"]),
        ({"signer": {"bold": False}}, ["Trần Thị Thử"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL030", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"capacity1": {"bold": False}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL030", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL030", PARTY, capacity2={"bold": True})
    assert finding.message == "Chức vụ: quy định không in đậm."
