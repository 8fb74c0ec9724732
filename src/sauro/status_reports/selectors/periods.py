"""The periods offered for a report: those of the table of periods, and computed ones only where no office made any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import cast

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.periods.enums import PeriodKind as TableKind
from sauro.periods.models import Period
from sauro.periods.policies import period_policy
from sauro.status_reports.enums import PeriodKind
from sauro.status_reports.periods import Span, period_label, recent_periods

MOST_OFFERED = 6
TABLE_KINDS = {
    PeriodKind.MONTH: TableKind.CALENDAR_MONTH,
    PeriodKind.REPORT_MONTH: TableKind.REPORT_MONTH,
    PeriodKind.QUARTER: TableKind.CALENDAR_QUARTER,
    PeriodKind.REPORT_QUARTER: TableKind.REPORT_QUARTER,
    PeriodKind.YEAR: TableKind.CALENDAR_YEAR,
}
"""The kinds of the table of periods that a report can be about. Weeks are in no table."""


def offered_periods(actor: Actor, units: Collection[Unit], today: dt.date) -> Mapping[PeriodKind, Sequence[Span]]:
    """Return the latest periods that have begun, newest first, of every kind but ``FREE``.

    A kind that one of the units has in its table of periods is offered from there alone. Takes one query.
    """
    rows = period_policy.visible(actor).filter(
        owner_unit__in=units,
        kind__in=TABLE_KINDS.values(),
        first__lte=today,
        first__gte=today - dt.timedelta(days=3 * 366),
    )
    made: dict[str, dict[tuple[dt.date, dt.date], Period]] = {}
    for row in rows.order_by("-first", "id"):
        made.setdefault(row.kind, {}).setdefault((row.first, row.last), row)
    offered: dict[PeriodKind, Sequence[Span]] = {}
    for kind in PeriodKind:
        if kind != PeriodKind.FREE:
            own = list(made.get(TABLE_KINDS.get(kind, ""), {}).values())[:MOST_OFFERED]
            offered[kind] = cast("Sequence[Span]", own or recent_periods(kind, today, count=MOST_OFFERED))
    return offered


def label_of(unit: Unit, kind: PeriodKind, first: dt.date | None, last: dt.date) -> str:
    """Return the name of a period: that of the unit's own table if it stands there, else that of its kind or days."""
    if first is not None and kind in TABLE_KINDS:
        own = Period.objects.filter(owner_unit=unit, kind=TABLE_KINDS[kind], first=first, last=last).first()
        if own is not None:
            return own.label
    return period_label(kind, first, last)
