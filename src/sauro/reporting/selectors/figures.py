"""Figures of a set of assignments: how many stand how against their deadlines, and the share on time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sauro.reporting.selectors.counting import AGES, COUNTERS, Names
from sauro.tasks.timeliness import DOING, Timeliness


@dataclass(slots=True)
class Figures:
    """Counts by timeliness. ``on_time`` of ``judged``: work with a deadline that is finished or overdue.

    ``ages`` counts overdue work by the first day of its age (see ``AGES``).
    """

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    on_time: int = 0
    judged: int = 0
    ages: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def total(self) -> int:
        """All assignments counted."""
        return sum(self.counts.values())

    @property
    def doing(self) -> int:
        """What a body still has to do."""
        return self.of(*DOING)

    @property
    def share(self) -> float | None:
        """On time in percent of what can be judged; None when nothing can."""
        return 100 * self.on_time / self.judged if self.judged else None

    def of(self, *kinds: Timeliness) -> int:
        """The number of some kinds together."""
        return sum(self.counts.get(str(kind), 0) for kind in kinds)

    def add(self, kind: str, number: int, *, has_deadline: bool) -> None:
        """Count ``number`` assignments of a kind."""
        self.counts[kind] += number
        if has_deadline and kind in (Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE, Timeliness.OVERDUE):
            self.judged += number
            self.on_time += number if kind == Timeliness.DONE_ON_TIME else 0

    def include(self, more: Figures) -> None:
        """Add the figures of a part."""
        for kind, number in more.counts.items():
            self.counts[kind] += number
        for first, number in more.ages.items():
            self.ages[first] += number
        self.on_time += more.on_time
        self.judged += more.judged


def figures_of(numbers: Sequence[int], names: Names = COUNTERS) -> Figures:
    """Return the figures of one row of counters; those that were not counted are zero."""
    named = dict.fromkeys(COUNTERS, 0) | dict(zip(names, numbers, strict=True))
    counts = {str(kind): named[kind] for kind in Timeliness if named[kind]}
    ages = {first: named[f"late_{first}"] for first, _last in AGES if named[f"late_{first}"]}
    on_time = named["judged_on_time"]
    judged = on_time + named[Timeliness.DONE_LATE] + named[Timeliness.OVERDUE]
    return Figures(defaultdict(int, counts), on_time, judged, defaultdict(int, ages))


def sum_of(parts: Iterable[Figures]) -> Figures:
    """Return the figures of all parts together."""
    whole = Figures()
    for part in parts:
        whole.include(part)
    return whole
