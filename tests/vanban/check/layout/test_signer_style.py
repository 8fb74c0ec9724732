"""TD055 signer-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"signer": {"bold": False}}, ["Nguyễn Văn Mẫu"]),
        ({"signer": {"italic": True}}, ["Nguyễn Văn Mẫu"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TD055", **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"signer": {"size": 13}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TD055", **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TD055", signer={"bold": False})
    assert finding.message == "Họ tên người ký: chưa in đậm."
