"""What bodies lay down: how they read what the law leaves open, and what a person is appraised as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import Appraised, Duty, SheetState
from sauro.appraisals.models import Appraisee, Regulation, Sheet
from sauro.appraisals.policies import ruled_policy
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rulings import settings_of, stored_settings
from sauro.appraisals.selectors.regulations import regulation_for
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Appointment, Unit
from sauro.plans.months import month_of


@dataclass(frozen=True, slots=True)
class Days:
    """The last day for adding work to the plan of a month, and days of the month after it."""

    plan: int = 5
    own: int = 3
    confirm: int = 5
    close: int = 8


@transaction.atomic
def set_regulation(
    *, actor: Actor, unit_id: UUID, subject: Appraised, since: dt.date, given: Mapping[str, object], days: Days,
    decision: str, decided_on: dt.date | None = None,
) -> Regulation:  # fmt: skip
    """Lay down a regulation from a month on. Open sheets from that month on take it; others keep what they have.

    Raises ``decision-needed``, ``days-wrong``, ``there-already``, ``setting-wrong`` (with the name of the setting).
    """
    unit = ruled_policy.get_locked(actor, unit_id)
    ruled_policy.require(actor, "manage", unit)
    if not decision.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định ban hành quy chế."), field="decision")
    if not 1 <= days.plan <= 28 or not 1 <= days.own <= days.confirm <= days.close <= 28:
        words = _("Các hạn nằm trong ngày 1 đến 28; tự chấm trước, xác nhận sau, rồi mới chốt.")
        raise DomainError("days-wrong", words, field="close_day")
    month = month_of(since)
    try:
        stored_settings(subject, month, given, is_regulated=True)
    except RuleError as error:
        raise DomainError("setting-wrong", error.message, field=error.where or "since") from error
    try:
        with transaction.atomic():
            regulation = Regulation.objects.create(
                unit=unit, domain=unit.domain, subject=subject, since=month, settings=dict(given), plan_day=days.plan,
                self_day=days.own, confirm_day=days.confirm, close_day=days.close, decision=decision.strip(),
                decided_on=decided_on,
            )  # fmt: skip
    except IntegrityError as error:
        words = _("Đơn vị đã có quy chế cho đối tượng này từ tháng đó.")
        raise Conflict("there-already", words, field="since") from error
    _apply(regulation)
    record_event(actor=actor, event=events.REGULATION_SET, obj=regulation, changes={"since": [None, f"{month:%m/%Y}"]})
    return regulation


@transaction.atomic
def set_appraisee(
    *, actor: Actor, appointment_id: UUID, subject: Appraised, duty: Duty, like_group: str = "",
    fields: Sequence[UUID] = (), is_left_out: bool = False,
) -> Appraisee:  # fmt: skip
    """Lay down as what somebody is appraised. Open sheets take it from their next reckoning; closed ones keep theirs.

    Raises ``fields-elsewhere`` for units that do not lie below the person's own.
    """
    appointment = Appointment.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=appointment_id)
    found = appointment.first()
    unit = ruled_policy.get_visible(actor, found.unit_id if found else appointment_id)
    ruled_policy.require(actor, "manage", unit)
    units = list(Unit.objects.filter(pk__in=fields))
    if any(not one.path.startswith(unit.path) for one in units):
        raise DomainError("fields-elsewhere", _("Đơn vị phụ trách phải nằm dưới đơn vị của người này."), field="fields")
    held = {"subject": subject, "duty": duty, "like_group": like_group.strip(), "is_left_out": is_left_out}
    appraisee, _made = Appraisee.objects.update_or_create(appointment_id=appointment_id, defaults=held)
    appraisee.fields.set(units)
    for sheet in Sheet.objects.select_for_update().filter(appointment=appointment_id, state=SheetState.OPEN):
        sheet.subject, sheet.duty, sheet.like_group = subject, duty, like_group.strip()
        _put_settings(sheet, regulation_for(unit, subject, sheet.month))
    record_event(
        actor=actor, event=events.APPRAISEE_SET, obj=unit, domain=unit.domain,
        changes={"duty": [None, str(duty)], "subject": [None, str(subject)]},
    )  # fmt: skip
    return appraisee


def _apply(regulation: Regulation) -> None:
    rows = Sheet.objects.select_for_update(of=("self",)).filter(
        unit__path__startswith=regulation.unit.path, domain=regulation.domain, subject=regulation.subject,
        month__gte=regulation.since, state=SheetState.OPEN,
    )  # fmt: skip
    in_force: dict[tuple[UUID, dt.date], Regulation | None] = {}
    for sheet in rows.select_related("unit").order_by("pk"):
        key = sheet.unit_id, sheet.month
        if key not in in_force:
            in_force[key] = regulation_for(sheet.unit, sheet.subject, sheet.month)
        _put_settings(sheet, in_force[key])


def _put_settings(sheet: Sheet, regulation: Regulation | None) -> None:
    """Put the settings in force into an open sheet; points already given for other criteria have to be given again."""
    given = regulation.settings if regulation else {}
    try:
        sheet.settings = stored_settings(sheet.subject, sheet.month, given, is_regulated=regulation is not None)
    except RuleError as error:
        raise DomainError("setting-wrong", error.message, field="subject") from error
    settings = settings_of(sheet.settings)
    sheet.failure_deduction, sheet.late_deduction = settings.failure_deduction, settings.late_deduction
    sheet.leaves_pending_out = settings.pending_products == "left_out"
    sheet.own_points = {}
    sheet.save()
