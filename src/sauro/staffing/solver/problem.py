"""What a proposal is made of: people who could move, openings, rules and the weights of the goals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sauro.staffing.solver.errors import ProblemError
from sauro.staffing.solver.places import Place, Roads

GRADES = range(4)
WEIGHTS = range(11)
IMPORTANCE = range(1, 6)


@dataclass(frozen=True, slots=True)
class Mover:
    """A person beyond what their place needs, who could move. These fields are all that is known of anybody here.

    - place: where they work. home: the place they come from ("" when it is not recorded).
    - fields, qualifications: codes of what they may work in and what they can show.
    - circumstances: a grade 0 (free to move) to 3 (should stay near), set by an officer.
    - not_before: a legal bar, without its reason. stays_until: end of a minimum stay.
    - consents: the person's own statement, which they may withdraw.
    """

    key: str
    place: str
    home: str = ""
    fields: frozenset[str] = frozenset()
    qualifications: frozenset[str] = frozenset()
    circumstances: int = 0
    not_before: dt.date | None = None
    stays_until: dt.date | None = None
    consents: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """``count`` equal vacant posts of a place; ``importance`` 1 to 5; ``closed_to_locals``: not for its own people."""

    key: str
    place: str
    field: str
    count: int = 1
    qualifications: frozenset[str] = frozenset()
    importance: int = 1
    closed_to_locals: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each goal counts, 0 (nothing) to 10. Each goal gives or takes up to 100 points times its weight.

    importance: fill important posts. fairness: fill where the greatest share of posts is empty. distance: move people
    as little as possible. circumstances: the less so, the higher the grade. support: spend little on those far away.
    """

    importance: int = 5
    fairness: int = 3
    distance: int = 3
    circumstances: int = 3
    support: int = 1


@dataclass(frozen=True, slots=True)
class Rules:
    """The bounds of every proposal.

    - on: the day the moves would take effect. consent_needed: without consent nobody is proposed.
    - longest_minutes: further than that nobody is proposed; also the distance that counts as 100 points.
    - far_minutes: from there on support is due: ``support`` thousand đồng a month and ``support_by_hardship`` more for
      each grade of the place. budget: what all of it may cost a month, None without a bound.
    """

    on: dt.date
    consent_needed: bool = True
    longest_minutes: int = 180
    far_minutes: int = 60
    support: int = 2000
    support_by_hardship: int = 1000
    budget: int | None = None

    def support_for(self, minutes: int, place: Place) -> int:
        """Thousand đồng a month for who works so many minutes from where they worked before."""
        if minutes < self.far_minutes:
            return 0
        return self.support + self.support_by_hardship * place.hardship

    @property
    def highest_support(self) -> int:
        """The most that one person can cost a month; at least 1, as points are shares of it."""
        return max(1, self.support + self.support_by_hardship * GRADES[-1])


@dataclass(frozen=True)
class Problem:
    """One question. ``fixed`` says what people have settled: the opening somebody goes to, or None for who stays.

    Raises ProblemError when keys are doubled or unknown, numbers out of range, or more people fixed than posts open.
    """

    places: tuple[Place, ...]
    movers: tuple[Mover, ...]
    openings: tuple[Opening, ...]
    rules: Rules
    weights: Weights = field(default_factory=Weights)
    roads: Roads = field(default_factory=Roads)
    fixed: Mapping[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check all of it."""
        for rows in (self.places, self.movers, self.openings):
            _require_different(row.key for row in rows)
        for mover in self.movers:
            _require(mover.place in self.place_of, "unknown-place", mover.key)
            _require(mover.circumstances in GRADES, "grade-out-of-range", mover.key)
        for opening in self.openings:
            _require(opening.place in self.place_of, "unknown-place", opening.key)
            _require(opening.count >= 0, "negative-count", opening.key)
            _require(opening.importance in IMPORTANCE, "importance-out-of-range", opening.key)
        for place in self.places:
            _require(place.hardship in GRADES, "grade-out-of-range", place.key)
        for name in Weights.__slots__:
            _require(getattr(self.weights, name) in WEIGHTS, "weight-out-of-range", name)
        _require(self.rules.longest_minutes > 0, "no-distance-allowed", "longest_minutes")
        self._check_fixed()

    def _check_fixed(self) -> None:
        taken: dict[str, int] = {}
        for person, opening in self.fixed.items():
            _require(person in self.mover_of, "unknown-person", person)
            if opening is not None:
                _require(opening in self.opening_of, "unknown-opening", opening)
                taken[opening] = taken.get(opening, 0) + 1
                _require(taken[opening] <= self.opening_of[opening].count, "more-fixed-than-open", opening)

    @cached_property
    def place_of(self) -> dict[str, Place]:
        """Places by key."""
        return {place.key: place for place in self.places}

    @cached_property
    def mover_of(self) -> dict[str, Mover]:
        """People by key."""
        return {mover.key: mover for mover in self.movers}

    @cached_property
    def opening_of(self) -> dict[str, Opening]:
        """Openings by key."""
        return {opening.key: opening for opening in self.openings}

    @cached_property
    def minutes_between(self) -> dict[tuple[str, str], int | None]:
        """Minutes from place to place, each pair once in either order."""
        found: dict[tuple[str, str], int | None] = {}
        for number, one in enumerate(self.places):
            for other in self.places[number:]:
                found[one.key, other.key] = found[other.key, one.key] = self.roads.minutes(one, other)
        return found


def _require(holds: bool, code: str, key: str) -> None:  # noqa: FBT001 -- the condition itself
    if not holds:
        raise ProblemError(code, key)


def _require_different(keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        _require(key not in seen, "doubled-key", key)
        seen.add(key)
