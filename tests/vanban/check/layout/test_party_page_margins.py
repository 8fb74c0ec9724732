"""TL020 party-page-margins on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"page": {"right": 20}}, ["TỈNH ỦY LẠC GIANG"]),
        ({"page": {"top": 25, "left": 35}}, ["TỈNH ỦY LẠC GIANG"]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL020", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"page": {"left": 30.4}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL020", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL020", PARTY, page={"right": 20})
    assert finding.message == "Lề trang không đúng: lề phải 20 mm (quy định 15)."
