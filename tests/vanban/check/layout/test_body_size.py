"""TD048 body-size on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"size": 12}}, [SENTENCE]),
        ({"body1": {"size": 15}}, [SENTENCE]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD048", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"body1": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD048", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD048", body1={"size": 12.5})
    assert finding.message == "Chữ nội dung cỡ 12,5, quy định 13-14 (1/3 đoạn)."
