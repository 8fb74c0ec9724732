"""TD036 typeface on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"font": "Arial"}, "body2": {"font": "Arial"}}, [SENTENCE]),
        ({"national": {"font": "Calibri"}}, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD036", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"body1": {"font": "times new roman"}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD036", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD036", national={"font": "Calibri"})
    assert finding.message == "Phông chữ Calibri, quy định Times New Roman."
