"""TL029 party-kind-size on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"title": {"size": 18}}, ["KẾ HOẠCH"]),
        ({"title": {"size": 13}}, ["KẾ HOẠCH"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL029", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"title": {"size": 14}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL029", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL029", PARTY, title={"size": 18})
    assert finding.message == "Tên loại: cỡ chữ 18, quy định 14-15."
