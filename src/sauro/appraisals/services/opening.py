"""Making the sheets of a month, one for each appointment that is appraised in it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, system_actor
from sauro.appraisals import events
from sauro.appraisals.models import Appraisee, Regulation, Sheet
from sauro.appraisals.policies import ruled_policy
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rulings import settings_of, stored_settings
from sauro.appraisals.selectors.regulations import Regulations, Standing, standing_of
from sauro.appraisals.services.filling import renew
from sauro.appraisals.stays import days_held
from sauro.audit.services import Subject, record_events
from sauro.audit.words import text_of
from sauro.common.clock import today
from sauro.common.errors import DomainError
from sauro.common.ids import new_id
from sauro.organizations.models import Appointment, Unit
from sauro.plans.months import last_day_of, month_of

BATCH = 500
"""People whose sheets are made in one transaction; a unit is never divided."""


def open_sheets(month: dt.date | None = None, *, among: Collection[UUID] | None = None) -> int:
    """Make the sheets of a month that are not there yet (``among`` some units, or all), some hundred people at a time.

    Returns how many. Bears to run twice: each batch is whole units, in a transaction of its own.
    """
    wanted = month_of(month or today())
    missing = _appointments(wanted).exclude(sheets__month=wanted)
    if among is not None:
        missing = missing.filter(unit__in=among)
    counted = missing.values_list("unit").annotate(people=Count("pk")).order_by("unit__path")
    made = 0
    for units in _batches(counted):
        with transaction.atomic():
            made += len(_open_units(system_actor(str(new_id())), units, wanted))
    return made


def _batches(counted: Iterable[tuple[UUID, int]]) -> Iterator[list[UUID]]:
    """Yield units together as long as they have few enough people."""
    held: list[UUID] = []
    people = 0
    for unit, number in counted:
        if held and people + number > BATCH:
            yield held
            held, people = [], 0
        held.append(unit)
        people += number
    if held:
        yield held


@transaction.atomic
def open_sheets_of(*, actor: Actor, unit_id: UUID, month: dt.date) -> list[Sheet]:
    """Make the missing sheets of one unit for a month, by whoever judges there. Raises ``month-ahead``."""
    unit = ruled_policy.get_locked(actor, unit_id)
    ruled_policy.require(actor, "judge", unit)
    if month_of(month) > month_of(today()):
        raise DomainError("month-ahead", _("Chưa đến tháng này nên chưa lập phiếu."), field="month")
    return _open_units(actor, [unit.pk], month_of(month))


def _open_units(actor: Actor, units: Collection[UUID], month: dt.date) -> list[Sheet]:
    """Make the missing sheets of some units. How many statements it takes does not grow with units and people."""
    rows = list(
        _appointments(month).filter(unit__in=units).exclude(sheets__month=month).select_related("unit", "position")
    )
    laid_down = {one.appointment_id: one for one in _appraisees(rows)}
    regulations, sheets = Regulations(month), []
    for appointment in rows:
        standing = standing_of(appointment, laid_down.get(appointment.pk))
        if standing is None:
            continue
        sheet = _sheet(appointment, standing, month, regulations.of(appointment.unit, standing.subject))
        if sheet is not None:
            sheets.append(sheet)
    made = Sheet.objects.bulk_create(sheets, ignore_conflicts=True)
    if made:
        of_these = Sheet.objects.filter(appointment__in=[sheet.appointment_id for sheet in made], month=month)
        renew(list(of_these.values_list("pk", flat=True)))
        _record(actor, made, month)
    return made


def _record(actor: Actor, made: Sequence[Sheet], month: dt.date) -> None:
    number = Counter(sheet.unit_id for sheet in made)
    units = {sheet.unit_id: sheet.unit for sheet in made}
    record_events(
        actor=actor, event=events.SHEETS_OPENED, object_type=Unit._meta.label_lower,
        subjects=[
            Subject(
                pk, text_of(unit), unit.domain, unit.pk,
                {"sheets": [None, number[pk]], "month": [None, f"{month:%m/%Y}"]},
            )
            for pk, unit in units.items()
        ],
    )  # fmt: skip


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


def _appointments(month: dt.date) -> QuerySet[Appointment]:
    last = last_day_of(month)
    return Appointment.objects.filter(
        Q(valid__startswith__isnull=True) | Q(valid__startswith__lte=last),
        Q(valid__endswith__isnull=True) | Q(valid__endswith__gt=month),
    )


def _appraisees(rows: Sequence[Appointment]) -> QuerySet[Appraisee]:
    return Appraisee.objects.filter(appointment__in=rows).prefetch_related("fields")
