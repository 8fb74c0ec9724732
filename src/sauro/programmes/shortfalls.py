"""Whether the values of a target line fall short of a value that is asked for. Pure.

A year asks for a value at its end. What counts through the year has to be planned for that very year; a state or a
share that is reached earlier stays reached, so that the last year planned before it counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sauro.targets.measures import converted
from sauro.targets.rules import AddUp, Direction, is_weaker


class Shortfall(StrEnum):
    """How a line falls short."""

    LOWER = "lower"
    LATER = "later"
    OTHER_UNIT = "other_unit"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value asked for: in ``measure``, by the end of ``year`` (None when no year is named)."""

    value: Decimal
    measure: str
    direction: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Planned:
    """What a line plans: the values by year, in ``measure``."""

    values: Mapping[int, Decimal]
    measure: str
    rule: str


@dataclass(frozen=True, slots=True)
class Short:
    """How a line falls short: the value and year that come nearest to what is asked; None without any value."""

    kind: Shortfall
    value: Decimal | None = None
    year: int | None = None


def shortfall(wanted: Wanted, planned: Planned) -> Short | None:
    """Return how the line falls short of what is asked, None when it does not."""
    if not planned.values:
        return Short(Shortfall.ABSENT)
    if any(converted(value, planned.measure, wanted.measure) is None for value in planned.values.values()):
        last = max(planned.values)
        return Short(Shortfall.OTHER_UNIT, planned.values[last], last)
    counted = _counted_year(wanted, planned)
    if counted is not None and _reaches(wanted, planned, counted):
        return None
    later = [year for year in sorted(planned.values) if wanted.year is not None and year > wanted.year]
    reaching = next((year for year in later if _reaches(wanted, planned, year)), None)
    if reaching is not None:
        return Short(Shortfall.LATER, planned.values[reaching], reaching)
    if counted is None and not later:
        return Short(Shortfall.ABSENT)
    nearest = counted if counted is not None else later[-1]
    return Short(Shortfall.LOWER, planned.values[nearest], nearest)


def _counted_year(wanted: Wanted, planned: Planned) -> int | None:
    """The planned year that says what is reached by the end of the year asked for."""
    if wanted.year is None:
        return max(planned.values)
    if wanted.year in planned.values:
        return wanted.year
    before = [year for year in planned.values if year < wanted.year]
    return max(before) if before and planned.rule != AddUp.SUM else None


def _reaches(wanted: Wanted, planned: Planned, year: int) -> bool:
    value = converted(planned.values[year], planned.measure, wanted.measure)
    return value is not None and not is_weaker(Direction(wanted.direction), wanted.value, value)
