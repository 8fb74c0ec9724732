"""TD050 first-line-indent on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"indent": 0}}, [SENTENCE]),
        ({"body1": {"indent": 20}}, [SENTENCE]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD050", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"body1": {"indent": 12.7}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD050", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD050", body1={"indent": 0})
    assert finding.message == "Dòng đầu đoạn lùi 0 mm, quy định 10 mm hoặc 12,7 mm (1/3 đoạn)."
