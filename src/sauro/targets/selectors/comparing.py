"""Units beside each other: how an indicator stands in each, and who stands where among its like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from sauro.access.actor import Actor
from sauro.organizations.comparison import UnitGroup, group_case
from sauro.organizations.models import Unit
from sauro.targets import rules
from sauro.targets.models import Share, YearLine
from sauro.targets.policies import share_policy
from sauro.targets.rules import AddUp, Direction
from sauro.targets.selectors.register import visible_lines

LEAST_COMPARED = 5
"""In a smaller group a place alone would tell whose figure is whose."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit's year, and its place in its group; None without a figure that can be compared."""

    line: YearLine
    value: Decimal | None
    place: int | None


@dataclass(frozen=True, slots=True)
class RankedGroup:
    """Units of one kind, the best first; those without a figure come last, by name."""

    group: UnitGroup
    rows: Sequence[Placed]

    @property
    def counted(self) -> int:
        """How many have a place."""
        return sum(one.place is not None for one in self.rows)


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """Units of one kind, each with its year of several targets; None where it has no part."""

    group: UnitGroup
    rows: Sequence[tuple[Unit, Sequence[YearLine | None]]]


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """Where a unit stands among its like: its place, and of how many."""

    group: UnitGroup
    place: int
    of: int


def is_by_value(share: Share) -> bool:
    """Tell whether units are ranked by the figure itself; figures that grow with the unit are ranked by progress."""
    return share.indicator.rule in (AddUp.RATIO, AddUp.NONE)


def comparable_wholes(actor: Actor, year: int) -> QuerySet[Share]:
    """Return the shares the actor may see that are divided in a year, by name."""
    parts = Count("parts", filter=Q(parts__lines__year=year), distinct=True)
    rows = share_policy.visible(actor).annotate(divided=parts).filter(divided__gt=0)
    return rows.select_related("indicator", "unit").order_by("indicator__sort_key", "pk")


def rankings(actor: Actor, whole: Share, year: int) -> list[RankedGroup]:
    """Return the parts of a target in a year by group, each ranked among its like. Takes one query."""
    rows = visible_lines(actor).filter(share__parent=whole, year=year)
    rows = rows.annotate(group=group_case(unit="share__unit")).order_by("share__unit__sort_key")
    by_group: dict[str, list[YearLine]] = {}
    for line in rows:
        by_group.setdefault(line.group, []).append(line)
    return [RankedGroup(group, _placed(whole, by_group[group.value])) for group in UnitGroup if group.value in by_group]


def matrix(actor: Actor, wholes: Sequence[Share], year: int) -> list[MatrixGroup]:
    """Return every unit that has a part of one of the targets, by group, with its year of each. Takes one query."""
    rows = visible_lines(actor).filter(share__parent__in=[one.pk for one in wholes], year=year)
    rows = rows.annotate(group=group_case(unit="share__unit")).order_by("share__unit__sort_key")
    by_group: dict[str, dict[UUID, tuple[Unit, dict[UUID | None, YearLine]]]] = {}
    for line in rows:
        _unit, cells = by_group.setdefault(line.group, {}).setdefault(line.share.unit_id, (line.share.unit, {}))
        cells[line.share.parent_id] = line
    return [
        MatrixGroup(
            group,
            [(unit, [cells.get(one.pk) for one in wholes]) for unit, cells in by_group[group.value].values()],
        )
        for group in UnitGroup
        if group.value in by_group
    ]


def own_place(share: Share, year: int) -> OwnPlace | None:
    """Return where a share stands among its like, without saying anything of the others; None in small groups.

    The caller has made sure that the share itself may be seen.
    """
    if share.parent_id is None:
        return None
    lines = YearLine.objects.filter(share__parent=share.parent_id, year=year)
    lines = lines.annotate(group=group_case(unit="share__unit")).select_related("share__unit", "share__indicator")
    mine = next((line for line in lines if line.share_id == share.pk), None)
    if mine is None:
        return None
    group = mine.group
    alike = [line for line in lines if line.group == group]
    placed = [one for one in _placed(share, alike) if one.place is not None]
    found = next((one for one in placed if one.line.share_id == share.pk), None)
    if found is None or found.place is None or len(placed) < LEAST_COMPARED:
        return None
    return OwnPlace(UnitGroup(group), found.place, len(placed))


def standing_counts(rows: QuerySet[YearLine], marks: Mapping[str, Q]) -> dict[str, int]:
    """Return how many years carry each mark. Takes one query."""
    counts = {key: Count("pk", filter=condition) for key, condition in marks.items()}
    return rows.aggregate(**counts)


def field_counts(rows: QuerySet[YearLine], marks: Mapping[str, Q]) -> list[dict[str, object]]:
    """Return how many years of each field carry each mark. Takes one query."""
    counts = {key: Count("pk", filter=condition) for key, condition in marks.items()}
    named = rows.order_by().values(
        code=F("share__indicator__field__code"), name=F("share__indicator__field__name"),
        position=F("share__indicator__field__position"),
    )  # fmt: skip
    rows_of = named.annotate(**counts).order_by(F("position").asc(nulls_last=True), "code")
    return [dict(row) for row in rows_of]


def _placed(share: Share, lines: Sequence[YearLine]) -> list[Placed]:
    by_value = is_by_value(share)
    direction = Direction(share.indicator.direction) if by_value else Direction.UP
    values = {str(one.pk): one.actual if by_value else one.progress for one in lines}
    known = [(key, value) for key, value in values.items() if value is not None]
    places = {one.key: one.place for one in rules.ranking(direction, known)}
    placed = [Placed(one, values[str(one.pk)], places.get(str(one.pk))) for one in lines]
    return sorted(placed, key=lambda one: (one.place is None, one.place or 0, one.line.share.unit.sort_key))


def get_whole(actor: Actor, pk: UUID) -> Share | None:
    """Return a share the actor may see, None for another one."""
    return share_policy.visible(actor).filter(pk=pk).select_related("indicator", "unit").first()
