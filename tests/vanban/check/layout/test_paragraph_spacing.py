"""TD051 paragraph-spacing on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"after": 0}}, [SENTENCE]),
        ({"body1": {"after": 60}}, [SENTENCE]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD051", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"body1": {"after": 240}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD051", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD051", body1={"after": 60})
    assert finding.message == "Khoảng cách giữa các đoạn 3 pt, quy định tối thiểu 6 pt (1/3 đoạn)."
