"""TL026 party-issuer-style on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"issuer": {"bold": False}}, ["TỈNH ỦY LẠC GIANG"]),
        ({"issuer": {"bold": False, "size": 12}}, ["TỈNH ỦY LẠC GIANG"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL026", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"issuer": {"size": 12}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL026", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL026", PARTY, issuer={"bold": False})
    assert finding.message == "Tên cơ quan ban hành: chưa in đậm."
