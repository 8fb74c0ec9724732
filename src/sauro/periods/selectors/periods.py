"""Reading the table of periods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.periods.enums import PeriodKind
from sauro.periods.models import Period
from sauro.periods.policies import period_office_policy, period_policy


@dataclass(frozen=True, slots=True)
class YearOfPeriods:
    """The periods of one office that carry the name of a year, by kind, and whether the actor may change them."""

    unit: Unit
    year: int
    kinds: Sequence[tuple[PeriodKind, Sequence[Period]]]
    may_manage: bool

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was made for this year."""
        return not any(periods for _kind, periods in self.kinds)


def offices_of(actor: Actor) -> list[Unit]:
    """Return the offices whose periods the actor sees, those they act for first."""
    own = {pk for pk, _name in actor.units}
    rows = period_office_policy.visible(actor).exclude(kind="territory").filter(pk__in=own)
    return list(rows.order_by("level", "position", "sort_key"))


def year_of_periods(actor: Actor, unit_id: UUID, year: int) -> YearOfPeriods:
    """Return a year of periods of an office. Raises ``NotVisible``."""
    unit = period_office_policy.get_visible(actor, unit_id)
    rows = list(period_policy.visible(actor).filter(owner_unit=unit, year=year))
    kinds = [(kind, [row for row in rows if row.kind == kind]) for kind in PeriodKind]
    return YearOfPeriods(unit, year, kinds, period_office_policy.can(actor, "manage", unit))


def get_period(actor: Actor, period_id: UUID) -> Period:
    """Return one period. Raises ``NotVisible``."""
    return period_policy.get_visible(actor, period_id, base=Period.objects.select_related("owner_unit"))


def periods_to_report(actor: Actor, unit: Unit, kind: str, *, until: dt.date) -> list[Period]:
    """Return the periods of an office and kind that have begun by a day, newest first."""
    rows = period_policy.visible(actor).filter(owner_unit=unit, kind=kind, first__lte=until)
    return list(rows.order_by("-first"))
