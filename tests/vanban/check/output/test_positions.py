"""Lines and columns of offsets."""

from __future__ import annotations

import pytest

from vanban.check.output.positions import Position, Positions

_TEXT = "Một\nhai ba\n\nbốn"


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (3, (1, 4)), (4, (2, 1)), (8, (2, 5)), (11, (3, 1)), (12, (4, 1)), (16, (4, 5))]
)
def test_every_offset_has_a_place(offset: int, place: tuple[int, int]) -> None:
    assert Positions(_TEXT).at(offset) == Position(*place)


@pytest.mark.parametrize(("number", "line"), [(1, "Một"), (2, "hai ba"), (3, ""), (4, "bốn")])
def test_lines_have_no_line_feed(number: int, line: str) -> None:
    assert Positions(_TEXT).line(number) == line
