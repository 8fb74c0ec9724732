"""The moves of a scenario as a picture like a map: places as circles, moves as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sauro.organizations.models import Unit
from sauro.staffing.models import PlaceData, ProposedMove

WIDTH, HEIGHT, MARGIN, ABOVE = 640, 320, 110, 40
"""The picture in its own units: names of places need more room at the sides than above and below."""
_SMALL, _GROWTH, _LARGE = 6, 2, 16


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the picture, in its units, with how many people come and go. ``r`` grows with both."""

    name: str
    x: int
    y: int
    r: int
    coming: int
    going: int


@dataclass(frozen=True, slots=True)
class Line:
    """Moves from one place to another. ``cx`` and ``cy`` bend the line, so that both directions can be told apart."""

    x1: int
    y1: int
    cx: int
    cy: int
    x2: int
    y2: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture, and how many moves are not in it because a place has no point."""

    spots: Sequence[Spot]
    lines: Sequence[Line]
    unplaced: int
    width: int = WIDTH
    height: int = HEIGHT


def place_of(unit: Unit) -> Unit:
    """Return the commune of a unit of a commune, else the unit itself."""
    return unit.territory if unit.territory is not None and unit.level == "commune" else unit


def picture_of(moves: Sequence[ProposedMove]) -> Picture:
    """Draw the moves between places whose points are known. The moves bring their units with territories."""
    pairs = Counter((place_of(move.from_unit), place_of(move.unit)) for move in moves)
    units = {unit for pair in pairs for unit in pair}
    known = {row.unit_id: row for row in PlaceData.objects.filter(unit__in=[unit.pk for unit in units])}
    scale = _scale([known[unit.pk] for unit in units if unit.pk in known])
    points = {unit: scale(known[unit.pk]) for unit in units if unit.pk in known}
    drawn = {pair: number for pair, number in pairs.items() if pair[0] in points and pair[1] in points}
    coming, going = Counter[Unit](), Counter[Unit]()
    for (start, end), number in drawn.items():
        going[start] += number
        coming[end] += number
    spots = [
        Spot(unit.name, x, y, min(_LARGE, _SMALL + _GROWTH * (coming[unit] + going[unit])), coming[unit], going[unit])
        for unit, (x, y) in sorted(points.items(), key=lambda one: one[0].sort_key)
    ]
    lines = [
        _line(points[start], points[end], number, f"{start.name} → {end.name}")
        for (start, end), number in drawn.items()
    ]
    return Picture(spots, lines, sum(pairs.values()) - sum(drawn.values()))


def _line(start: tuple[int, int], end: tuple[int, int], number: int, text: str) -> Line:
    (x1, y1), (x2, y2) = start, end
    return Line(x1, y1, (x1 + x2) // 2 - (y2 - y1) // 5, (y1 + y2) // 2 + (x2 - x1) // 5, x2, y2, number, text)


class _scale:  # noqa: N801 -- used as a function
    """Turns degrees into units of the picture, the same in both directions near enough for a province."""

    def __init__(self, rows: Sequence[PlaceData]) -> None:
        self.west = min((row.longitude for row in rows), default=0.0)
        self.north = max((row.latitude for row in rows), default=0.0)
        wide = max((row.longitude for row in rows), default=0.0) - self.west
        high = self.north - min((row.latitude for row in rows), default=0.0)
        room = min((WIDTH - 2 * MARGIN) / wide if wide else 1e9, (HEIGHT - 2 * ABOVE) / high if high else 1e9)
        self.factor = room if wide or high else 0.0

    def __call__(self, row: PlaceData) -> tuple[int, int]:
        x = MARGIN + (row.longitude - self.west) * self.factor
        y = ABOVE + (self.north - row.latitude) * self.factor
        return round(x), round(y)
