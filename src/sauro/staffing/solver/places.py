"""Places and the time it takes to travel between them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

EARTH_KILOMETRES = 6371.0


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float

    def kilometres_to(self, other: Point) -> float:
        """The great-circle distance (haversine formula)."""
        here, there = math.radians(self.latitude), math.radians(other.latitude)
        half_height = math.sin((there - here) / 2) ** 2
        half_width = math.sin(math.radians(other.longitude - self.longitude) / 2) ** 2
        return 2 * EARTH_KILOMETRES * math.asin(math.sqrt(half_height + math.cos(here) * math.cos(there) * half_width))


@dataclass(frozen=True, slots=True)
class Place:
    """A commune. ``hardship`` is a grade 0 to 3; ``approved`` and ``present`` count its posts and people, all of them.

    ``point`` is None where the map is unknown: then only measured times lead there.
    """

    key: str
    point: Point | None = None
    hardship: int = 0
    approved: int = 0
    present: int = 0


@dataclass(frozen=True, slots=True)
class Crossing:
    """The boat between an island and its harbour on the mainland."""

    harbour: Point
    minutes: int


@dataclass(frozen=True, slots=True)
class Roads:
    """How one gets from place to place.

    ``measured`` holds minutes between two places, in both directions, and goes before all reckoning. Elsewhere a road
    is ``detour_percent`` of the great circle, driven at ``kilometres_an_hour``; an island's crossing comes before it.
    """

    measured: Mapping[frozenset[str], int] = field(default_factory=dict)
    crossings: Mapping[str, Crossing] = field(default_factory=dict)
    detour_percent: int = 130
    kilometres_an_hour: int = 40

    def minutes(self, one: Place, other: Place) -> int | None:
        """Whole minutes between two places, rounded up; None when nobody can tell."""
        if one.key == other.key:
            return 0
        if (measured := self.measured.get(frozenset((one.key, other.key)))) is not None:
            return measured
        (start, first_boat), (end, second_boat) = self._ashore(one), self._ashore(other)
        if start is None or end is None:
            return None
        kilometres = start.kilometres_to(end) * self.detour_percent / 100
        return first_boat + second_boat + math.ceil(kilometres * 60 / self.kilometres_an_hour)

    def _ashore(self, place: Place) -> tuple[Point | None, int]:
        """Where the road begins, and the minutes of the boat before it."""
        crossing = self.crossings.get(place.key)
        return (crossing.harbour, crossing.minutes) if crossing else (place.point, 0)
