"""TL021 party-body-size on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"size": 13}}, [SENTENCE]),
        ({"body1": {"size": 15}}, [SENTENCE]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL021", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"entry1": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL021", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL021", PARTY, body1={"size": 13})
    assert finding.message == "Chữ nội dung cỡ 13, quy định 14 (1/2 đoạn)."
