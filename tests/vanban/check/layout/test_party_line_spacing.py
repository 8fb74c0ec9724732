"""TL022 party-line-spacing on Word files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.vanban.check.layout.wordform import PARTY, SENTENCE, findings, places


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({"body1": {"line": (240, "auto")}}, [SENTENCE]),
        ({"body1": {"line": (340, "exact")}}, [SENTENCE]),
    ],
)
def test_what_is_not_as_prescribed_is_found(changes: dict[str, dict[str, Any]], texts: list[str]) -> None:
    assert places("TL022", PARTY, **changes) == texts


@pytest.mark.parametrize("changes", [{}, {"body1": {"line": (380, "exact")}}])
def test_what_is_as_prescribed_is_not(changes: dict[str, dict[str, Any]]) -> None:
    assert places("TL022", PARTY, **changes) == []


def test_the_message_says_what_is_wrong_and_what_is_prescribed() -> None:
    (finding,) = findings("TL022", PARTY, body1={"line": (340, "exact")})
    assert finding.message == "Khoảng cách dòng 17 pt, quy định tối thiểu 18 pt (1/2 đoạn)."
