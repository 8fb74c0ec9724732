"""TD037 text-colour on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"colour": "FF0000"}}, [SENTENCE]),
        ({"signer": {"colour": "0070C0"}}, ["Nguyễn Văn Mẫu"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD037", **changes) == texts


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"body1": {"colour": "auto"}},
        {"body1": {"colour": "262626"}},
        {"entry1": {"colour": "0563C1", "text": "- Cổng www.lacgiang.example;"}},
    ],
)
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD037", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD037", signer={"colour": "FF0000"})
    assert finding.message == "Chữ phải màu đen; xem có phải dấu vết soạn thảo còn sót."
