"""TD052 line-spacing on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"line": (480, "auto")}}, [SENTENCE]),
        ({"body1": {"line": (240, "exact")}}, [SENTENCE]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD052", **changes) == texts


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"body1": {"line": (360, "auto")}},
        {"body1": {"line": (360, "exact")}},
        {"body1": {"line": (120, "atLeast")}},
    ],
)
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD052", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD052", body1={"line": (480, "auto")})
    assert finding.message == "Khoảng cách dòng bằng 2 dòng đơn, quy định 1-1,5 (1/3 đoạn)."
