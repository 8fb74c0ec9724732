"""Making the periods of a year and editing them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import VIETNAM
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Unit
from sauro.periods import events
from sauro.periods.enums import PeriodKind
from sauro.periods.models import Period
from sauro.periods.policies import period_office_policy, period_policy
from sauro.periods.proposals import proposed_year

FIRST_YEAR, LAST_YEAR = 2020, 2100
_LAST_MINUTE = dt.time(23, 59)


@dataclass(frozen=True, slots=True)
class PeriodEdit:
    """The days of a period, both included, its closing moment and its name."""

    first: dt.date
    last: dt.date
    closes_at: dt.datetime
    label: str


@transaction.atomic
def make_year(*, actor: Actor, unit_id: UUID, kind: PeriodKind, year: int) -> list[Period]:
    """Make the usual periods of a year that the office does not have yet, and return them. May be repeated.

    A usual period that overlaps one the office has moved is left out: what people entered is never corrected.
    """
    unit = period_office_policy.get_locked(actor, unit_id)
    period_office_policy.require(actor, "manage", unit)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DomainError(
            "year-range", _("Năm từ %(first)s đến %(last)s.") % {"first": FIRST_YEAR, "last": LAST_YEAR}, field="year"
        )
    held = list(Period.objects.filter(owner_unit=unit, kind=kind, first__year__gte=year - 1, first__year__lte=year + 1))
    made = [
        _of(unit, kind, year, PeriodEdit(one.first, one.last, end_of(one.last), one.label))
        for one in proposed_year(kind, year)
        if not any(row.first <= one.last and one.first <= row.last for row in held)
    ]
    Period.objects.bulk_create(made)
    if made:
        record_event(
            actor=actor, event=events.YEAR_MADE, obj=unit, object_text=unit.name,
            changes={"kind": [None, str(kind)], "year": [None, year], "periods": [None, len(made)]},
        )  # fmt: skip
    return made


@transaction.atomic
def edit_period(*, actor: Actor, period_id: UUID, edit: PeriodEdit) -> Period:
    """Move a period or its closing moment, or rename it. Rounds that are open keep the days they were opened with."""
    seen = period_policy.get_visible(actor, period_id)
    # All periods of an office are moved one after the other: two that move at once might come to overlap.
    period_office_policy.get_locked(actor, seen.owner_unit_id)
    period = period_policy.get_locked(actor, period_id)
    period_policy.require(actor, "manage", period)
    _check(period, edit)
    changes = {
        name: [str(getattr(period, name)), str(getattr(edit, name))]
        for name in ("first", "last", "closes_at", "label")
        if getattr(period, name) != getattr(edit, name)
    }
    if changes:
        period.first, period.last, period.closes_at, period.label = (
            edit.first, edit.last, edit.closes_at, edit.label.strip(),
        )  # fmt: skip
        period.save()
        record_event(actor=actor, event=events.EDITED, obj=period, unit_id=period.owner_unit_id, changes=changes)
    return period


def end_of(day: dt.date) -> dt.datetime:
    """Return the last minute of a day in Vietnam: the usual closing moment."""
    return dt.datetime.combine(day, _LAST_MINUTE, tzinfo=VIETNAM)


def _of(unit: Unit, kind: PeriodKind, year: int, days: PeriodEdit) -> Period:
    return Period(
        owner_unit=unit, domain=unit.domain, kind=kind, year=year, first=days.first, last=days.last,
        closes_at=days.closes_at, label=days.label,
    )  # fmt: skip


def _check(period: Period, edit: PeriodEdit) -> None:
    if not edit.label.strip():
        raise DomainError("label-needed", _("Hãy ghi tên kỳ, ví dụ tháng 11/2026."), field="label")
    if edit.first > edit.last:
        raise DomainError("days-order", _("Ngày cuối kỳ không được trước ngày đầu kỳ."), field="last")
    if edit.closes_at < dt.datetime.combine(edit.last, dt.time(), tzinfo=VIETNAM):
        raise DomainError("closes-early", _("Không chốt số liệu trước ngày cuối kỳ."), field="closes_at")
    others = Period.objects.filter(owner_unit=period.owner_unit_id, kind=period.kind).exclude(pk=period.pk)
    other = others.filter(first__lte=edit.last, last__gte=edit.first).first()
    if other is not None:
        raise Conflict(
            "periods-overlap", _("Trùng ngày với kỳ %(label)s. Hãy sửa kỳ ấy trước.") % {"label": other.label},
            field="first",
        )  # fmt: skip
