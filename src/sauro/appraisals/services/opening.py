"""Making the sheets of a month, one for each appointment that is appraised in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, system_actor
from sauro.appraisals import events
from sauro.appraisals.models import Appraisee, Regulation, Sheet
from sauro.appraisals.policies import ruled_policy
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rulings import settings_of, stored_settings
from sauro.appraisals.selectors.regulations import Standing, regulation_for, standing_of
from sauro.appraisals.services.filling import renew
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import DomainError
from sauro.common.ids import new_id
from sauro.organizations.models import Appointment, Unit
from sauro.plans.months import last_day_of, month_of


def open_sheets(month: dt.date | None = None, *, among: Collection[UUID] | None = None) -> int:
    """Make the sheets of a month that are not there yet, unit by unit (``among`` some units, or all).

    Returns how many. Bears to run twice.
    """
    wanted = month_of(month or today())
    made, units = 0, Unit.objects.filter(appointments__in=_appointments(wanted))
    if among is not None:
        units = units.filter(pk__in=among)
    for unit in units.distinct().order_by("path"):
        with transaction.atomic():
            made += len(_open_unit(system_actor(str(new_id())), unit, wanted))
    return made


@transaction.atomic
def open_sheets_of(*, actor: Actor, unit_id: UUID, month: dt.date) -> list[Sheet]:
    """Make the missing sheets of one unit for a month, by whoever judges there. Raises ``month-ahead``."""
    unit = ruled_policy.get_locked(actor, unit_id)
    ruled_policy.require(actor, "judge", unit)
    if month_of(month) > month_of(today()):
        raise DomainError("month-ahead", _("Chưa đến tháng này nên chưa lập phiếu."), field="month")
    return _open_unit(actor, unit, month_of(month))


def _open_unit(actor: Actor, unit: Unit, month: dt.date) -> list[Sheet]:
    rows = _appointments(month).filter(unit=unit).exclude(sheets__month=month)
    held = {one.appointment_id: one for one in _appraisees(rows)}
    regulations: dict[str, Regulation | None] = {}
    sheets = []
    for appointment in rows.select_related("unit", "position"):
        standing = standing_of(appointment, held.get(appointment.pk))
        if standing is None:
            continue
        if standing.subject not in regulations:
            regulations[standing.subject] = regulation_for(unit, standing.subject, month)
        sheet = _sheet(appointment, standing, month, regulations[standing.subject])
        if sheet is not None:
            sheets.append(sheet)
    made = Sheet.objects.bulk_create(sheets, ignore_conflicts=True)
    if made:
        renew([sheet.pk for sheet in Sheet.objects.filter(appointment__in=rows, month=month)])
        record_event(
            actor=actor, event=events.SHEETS_OPENED, obj=unit, domain=unit.domain,
            changes={"sheets": [None, len(made)], "month": [None, f"{month:%m/%Y}"]},
        )  # fmt: skip
    return made


def _sheet(appointment: Appointment, standing: Standing, month: dt.date, regulation: Regulation | None) -> Sheet | None:
    """Return an unsaved sheet; None where no instrument is in force (public employees before their regulation)."""
    given = regulation.settings if regulation else {}
    try:
        stored = stored_settings(standing.subject, month, given, is_regulated=regulation is not None)
    except RuleError:
        return None
    settings = settings_of(stored)
    return Sheet(
        appointment=appointment,
        unit=appointment.unit,
        domain=appointment.unit.domain,
        month=month,
        subject=standing.subject,
        duty=standing.duty,
        like_group=standing.like_group,
        settings=stored,
        failure_deduction=settings.failure_deduction,
        late_deduction=settings.late_deduction,
        leaves_pending_out=settings.pending_products == "left_out",
        days=days_held(appointment, month),
    )


def days_held(appointment: Appointment, month: dt.date) -> int:
    """Return on how many days of a month an appointment is in force."""
    last = last_day_of(month)
    begins = max(appointment.valid.lower or month, month)
    upper = appointment.valid.upper
    ends = min(upper - dt.timedelta(days=1), last) if upper else last
    return max((ends - begins).days + 1, 0)


def _appointments(month: dt.date) -> QuerySet[Appointment]:
    last = last_day_of(month)
    return Appointment.objects.filter(
        Q(valid__startswith__isnull=True) | Q(valid__startswith__lte=last),
        Q(valid__endswith__isnull=True) | Q(valid__endswith__gt=month),
    )


def _appraisees(rows: QuerySet[Appointment]) -> QuerySet[Appraisee]:
    return Appraisee.objects.filter(appointment__in=rows).prefetch_related("fields")
