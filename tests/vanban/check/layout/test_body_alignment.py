"""TD049 body-alignment on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"align": "left"}}, [SENTENCE]),
        ({"body1": {"align": "center"}}, [SENTENCE]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD049", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"entry1": {"align": "both"}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD049", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD049", body1={"align": "left"})
    assert finding.message == "Nội dung chưa canh đều hai bên (1/3 đoạn)."
