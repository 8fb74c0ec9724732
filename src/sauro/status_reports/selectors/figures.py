"""The figures of a report, summed from its rows: by group, and by the other side of each contract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from sauro.status_reports.enums import Group, Subject
from sauro.status_reports.models import StatusReport

_HAS_DEADLINE = ExpressionWrapper(Q(due_on__isnull=False), output_field=BooleanField())


@dataclass(slots=True)
class Line:
    """Counts by group. ``on_time`` of ``judged``: confirmed in time, of what was confirmed or is overdue."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    dated_on_time: int = 0

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.counts.values())

    @property
    def judged(self) -> int:
        """The denominator of the share: work with a deadline that is done, or overdue."""
        return self.dated_on_time + self.of(Group.DONE_LATE) + self.of(Group.OVERDUE)

    @property
    def share(self) -> float | None:
        """On time in percent of what can be judged; None when nothing can."""
        return 100 * self.dated_on_time / self.judged if self.judged else None

    def of(self, group: Group) -> int:
        """The number of one group."""
        return self.counts.get(str(group), 0)

    @property
    def by_group(self) -> list[tuple[Group, int]]:
        """Every group with its number, in the order of the report."""
        return [(group, self.of(group)) for group in Group]


@dataclass(frozen=True, slots=True)
class UnitLine:
    """The figures of one unit of the other side."""

    unit_id: UUID
    code: str
    name: str
    line: Line


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a report."""

    whole: Line
    units: Sequence[UnitLine]


def figures_of(report: StatusReport) -> Figures:
    """Sum the rows. Takes one query.

    Work given is broken down by who does it, work received by who gave it.
    """
    side = "giver_unit" if report.subject == Subject.RECEIVED else "unit"
    keys = (f"{side}_id", f"{side}__code", f"{side}__name")
    counted = (
        report.rows.order_by()
        .values(*keys, "group", has_deadline=_HAS_DEADLINE)
        .annotate(number=Count("pk"))
        .order_by(f"{side}__level", f"{side}__position", f"{side}__sort_key")
    )
    whole, units = Line(), dict[UUID, UnitLine]()
    for row in counted:
        unit_id = row[keys[0]]
        unit = units.setdefault(unit_id, UnitLine(unit_id, row[keys[1]], row[keys[2]], Line()))
        for line in (whole, unit.line):
            _add(line, row)
    return Figures(whole, list(units.values()))


def _add(line: Line, row: Mapping[str, object]) -> None:
    number = int(str(row["number"]))
    line.counts[str(row["group"])] += number
    if row["group"] == Group.DONE_ON_TIME and row["has_deadline"]:
        line.dated_on_time += number
