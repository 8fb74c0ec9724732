"""Closing a month, and opening a closed sheet again with a reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, system_actor
from sauro.appraisals import events
from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Renewal, Sheet
from sauro.appraisals.policies import ruled_policy, sheet_policy
from sauro.appraisals.selectors.regulations import days_by, regulation_for
from sauro.appraisals.services.filling import renew
from sauro.appraisals.services.scoring import score_sheets
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.common.ids import new_id
from sauro.organizations.models import Unit
from sauro.plans.months import month_of, shifted


@dataclass(frozen=True, slots=True)
class Closed:
    """How many sheets were closed, and how many could not be because they are not confirmed."""

    closed: int
    left: int


@transaction.atomic
def close_month(*, actor: Actor, unit_id: UUID, month: dt.date) -> Closed:
    """Close what is confirmed of a month in a unit and below it. What is not confirmed stays open, and is counted.

    Raises ``month-running`` while the month runs, ``nothing-confirmed``.
    """
    unit = ruled_policy.get_locked(actor, unit_id)
    ruled_policy.require(actor, "judge", unit)
    if month_of(month) >= month_of(today()):
        raise DomainError("month-running", _("Tháng chưa hết nên chưa chốt được."), field="month")
    rows = Sheet.objects.filter(unit__path__startswith=unit.path, domain=unit.domain, month=month_of(month))
    done = close_sheets(rows)
    left = rows.exclude(state__in=(SheetState.CLOSED, SheetState.CONFIRMED)).filter(leave="").count()
    if not done:
        words = _("Không có phiếu nào đã xác nhận để chốt; %(number)d phiếu chưa xác nhận.")
        raise DomainError("nothing-confirmed", words % {"number": left})
    _record(actor, unit, month_of(month), done)
    return Closed(done, left)


def close_sheets(rows: QuerySet[Sheet]) -> int:
    """Reckon confirmed sheets a last time and close them; return how many. Needs a transaction.

    Work is read again where it changed since the last reckoning; everything is added up and scored again.
    """
    ids = list(
        rows.filter(state=SheetState.CONFIRMED)
        .select_for_update(of=("self",))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    marked = Renewal.objects.values("appointment")
    renew(list(rows.filter(state=SheetState.CONFIRMED, appointment__in=marked).values_list("pk", flat=True)))
    return score_sheets(ids, closed_at=now())


def close_due() -> int:
    """Close last month's confirmed sheets of each unit whose closing day has come. Bears to run twice."""
    month = shifted(month_of(today()), -1)
    total = 0
    waiting = Sheet.objects.filter(month__lte=month, state=SheetState.CONFIRMED)
    for unit in Unit.objects.filter(sheets__in=waiting).distinct().order_by("path"):
        with transaction.atomic():
            done = 0
            for subject, when in waiting.filter(unit=unit).values_list("subject", "month").distinct():
                if _is_due(unit, subject, when):
                    done += close_sheets(waiting.filter(unit=unit, subject=subject, month=when))
            if done:
                _record(system_actor(str(new_id())), unit, month, done)
            total += done
    return total


@transaction.atomic
def reopen_sheet(*, actor: Actor, sheet_id: UUID, reason: str) -> Sheet:
    """Open a closed sheet again: what changed since comes in, and it has to be confirmed and closed once more.

    Raises ``not-closed``, ``reason-needed``.
    """
    sheet = sheet_policy.get_locked(actor, sheet_id)
    sheet_policy.require(actor, "judge", sheet)
    if sheet.state != SheetState.CLOSED:
        raise Conflict("not-closed", _("Phiếu này chưa chốt. Hãy tải lại trang để xem mới nhất."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao mở lại."), field="reason")
    sheet.state, sheet.closed_at, sheet.reopened_reason = SheetState.SUBMITTED, None, reason.strip()
    sheet.save()
    renew([sheet.pk])
    record_event(
        actor=actor, event=events.SHEET_REOPENED, obj=sheet, changes={"state": [SheetState.CLOSED, sheet.state]},
        reason=reason.strip(),
    )  # fmt: skip
    return sheet


def _is_due(unit: Unit, subject: str, month: dt.date) -> bool:
    day = days_by(regulation_for(unit, subject, month)).close
    return today() >= shifted(month, 1).replace(day=day)


def _record(actor: Actor, unit: Unit, month: dt.date, done: int) -> None:
    record_event(
        actor=actor, event=events.MONTH_CLOSED, obj=unit, domain=unit.domain,
        changes={"sheets": [None, done], "month": [None, f"{month:%m/%Y}"]},
    )  # fmt: skip
