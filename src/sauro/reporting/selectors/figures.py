"""Figures of a set of assignments: how many stand how against their deadlines, and the share on time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add

from sauro.reporting.selectors.counting import AGES, COUNTERS, Names
from sauro.tasks.timeliness import DOING, Timeliness

_AT = {name: position for position, name in enumerate(COUNTERS)}
_KINDS = len(Timeliness)
_ON_TIME, _LATE = _AT["judged_on_time"], (_AT[Timeliness.DONE_LATE], _AT[Timeliness.OVERDUE])


@dataclass(slots=True)
class Figures:
    """A number per counter, in the order of ``COUNTERS``: as the database gives them, since a board adds thousands.

    ``on_time`` of ``judged``: work with a deadline that is finished or overdue.
    """

    numbers: list[int] = field(default_factory=lambda: [0] * len(COUNTERS))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each timeliness of which there are any."""
        return {str(kind): self.numbers[_AT[kind]] for kind in Timeliness if self.numbers[_AT[kind]]}

    @property
    def ages(self) -> Mapping[int, int]:
        """Overdue work by the first day of its age (see ``AGES``)."""
        numbers = {first: self.numbers[_AT[f"late_{first}"]] for first, _last in AGES}
        return {first: number for first, number in numbers.items() if number}

    @property
    def total(self) -> int:
        """All assignments counted."""
        return sum(self.numbers[:_KINDS])

    @property
    def doing(self) -> int:
        """What a body still has to do."""
        return self.of(*DOING)

    @property
    def on_time(self) -> int:
        """Finished by its deadline."""
        return self.numbers[_ON_TIME]

    @property
    def judged(self) -> int:
        """What the share on time is a share of."""
        return self.numbers[_ON_TIME] + sum(self.numbers[at] for at in _LATE)

    @property
    def share(self) -> float | None:
        """On time in percent of what can be judged; None when nothing can."""
        judged = self.judged
        return 100 * self.on_time / judged if judged else None

    def of(self, *kinds: Timeliness) -> int:
        """The number of some kinds together."""
        return sum(self.numbers[_AT[kind]] for kind in kinds)

    def add(self, kind: str, number: int, *, has_deadline: bool) -> None:
        """Count ``number`` assignments of a kind."""
        self.numbers[_AT[kind]] += number
        if has_deadline and kind == Timeliness.DONE_ON_TIME:
            self.numbers[_ON_TIME] += number

    def include(self, more: Figures) -> None:
        """Add the figures of a part."""
        self.numbers = list(map(add, self.numbers, more.numbers))


def figures_of(numbers: Sequence[int], names: Names = COUNTERS) -> Figures:
    """Return the figures of one row of counters; those that were not counted are zero."""
    if names == COUNTERS:
        return Figures(list(numbers))
    named = dict(zip(names, numbers, strict=True))
    return Figures([named.get(name, 0) for name in COUNTERS])


def sum_of(parts: Iterable[Figures]) -> Figures:
    """Return the figures of all parts together."""
    whole = Figures()
    for part in parts:
        whole.include(part)
    return whole
