"""Of whom the figures are: a domain, a day, an age cut, the level of units, and a part of the tree of units."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sauro.common.domains import Domain
from sauro.headcounts.dimensions import USUAL_CUT, Asked


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the tree of units: a unit alone, or with everything below it."""

    path: str
    with_subtree: bool = True

    def meets(self, other: Place) -> Place | None:
        """Return the part common to both, if there is one."""
        if self.with_subtree and other.path.startswith(self.path):
            return other
        if other.with_subtree and self.path.startswith(other.path):
            return self
        return self if self == other or self.path == other.path else None

    def covers(self, other: Place) -> bool:
        """Tell whether the other lies wholly in this one."""
        if self.with_subtree:
            return other.path.startswith(self.path)
        return self.path == other.path and not other.with_subtree


@dataclass(frozen=True, slots=True)
class Scope:
    """The people a question is about. ``level`` empty: of all levels."""

    domain: Domain
    day: dt.date
    places: tuple[Place, ...]
    level: str = "commune"
    cut: int = USUAL_CUT

    @property
    def asked(self) -> Asked:
        """What the derived dimensions depend on."""
        return Asked(self.day, self.cut)
