"""Closed results as a file for the national database of cadres, civil servants and public employees, within five days
of closing (NĐ 335/2025/NĐ-CP Điều 26; NĐ 233/2026/NĐ-CP Điều 18). The form: docs/api/appraisal-results.md."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import ResultKind, RoundState, SheetState
from sauro.appraisals.models import Rating, ResultsFile, Sheet
from sauro.appraisals.policies import results_policy
from sauro.appraisals.rules.figures import exact, plain
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import DomainError
from sauro.organizations.models import Appointment, Unit
from sauro.workforce.services.looking import numbers_for_delivery

FORMAT = "sauro-appraisal-results"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Result:
    """What is told of one appointment, before its identity number."""

    person_id: UUID
    record: dict[str, Any]


@transaction.atomic
def make_results_file(*, actor: Actor, unit_id: UUID, kind: ResultKind, period: dt.date) -> tuple[bytes, ResultsFile]:
    """Return the file and the note that it was made; each person named in it can read that their number was opened.

    For whoever sees every sheet of the unit; numbers are told of those whose records the actor keeps. Raises
    ``nothing-closed``, ``too-many``.
    """
    unit = results_policy.get_visible(actor, unit_id)
    results_policy.require(actor, "whole", unit)
    results = list(_of_month(unit, period) if kind == ResultKind.MONTH else _of_year(unit, period.year))
    if not results:
        raise DomainError("nothing-closed", _("Kỳ này đơn vị chưa có kết quả nào đã chốt hoặc đã quyết định."))
    reason = _("Gửi kết quả đánh giá vào cơ sở dữ liệu quốc gia")
    numbers = numbers_for_delivery(actor=actor, person_ids={one.person_id for one in results}, reason=reason)
    records = [{"identity_number": numbers.get(one.person_id), **one.record} for one in results]
    note = ResultsFile.objects.create(
        unit=unit, domain=unit.domain, kind=kind, period=period, people=len(records),
        unnamed=sum(record["identity_number"] is None for record in records), made_at=now(), made_by_name=actor.name,
    )  # fmt: skip
    record_event(actor=actor, event=events.RESULTS_DELIVERED, obj=note, changes={"people": [None, note.people]})
    return _written(note, records), note


def _of_month(unit: Unit, month: dt.date) -> Iterator[Result]:
    rows = Sheet.objects.filter(
        unit__path__startswith=unit.path, domain=unit.domain, month=month, state=SheetState.CLOSED
    ).select_related("appointment__person", "appointment__position", "unit")
    for sheet in rows.order_by("unit__path", "pk").iterator():
        yield Result(
            sheet.appointment.person_id,
            {
                **_who(sheet.appointment, sheet.unit), "subject": sheet.subject, "rules": sheet.settings.get("rules"),
                "leave": sheet.leave or None, "days": sheet.days,
                "general_points": _sum(sheet.points or sheet.own_points),
                "score": f"{sheet.score:f}" if sheet.score is not None else None,
                "is_provisional": sheet.is_provisional, "closed_at": _moment(sheet.closed_at),
            },
        )  # fmt: skip


def _of_year(unit: Unit, year: int) -> Iterator[Result]:
    rows = Rating.objects.filter(
        unit__path__startswith=unit.path, round__domain=unit.domain, round__year=year, round__state=RoundState.DECIDED
    ).select_related("appointment__person", "appointment__position", "unit", "round")
    for rating in rows.order_by("unit__path", "pk").iterator():
        yield Result(
            rating.appointment.person_id,
            {
                **_who(rating.appointment, rating.unit), "rules": rating.settings.get("rules"),
                "months": rating.months, "score": f"{rating.score:f}" if rating.score is not None else None,
                "level": rating.level or None, "decision": rating.round.decision,
                "decided_on": rating.round.decided_on.isoformat() if rating.round.decided_on else None,
            },
        )  # fmt: skip


def _who(appointment: Appointment, unit: Unit) -> dict[str, Any]:
    return {
        "full_name": appointment.person.full_name, "unit": unit.code, "unit_name": unit.name,
        "position": appointment.position.title,
    }  # fmt: skip


def _sum(points: dict[str, str]) -> str | None:
    return plain(sum((exact(text) for text in points.values()), Fraction())).replace(",", ".") if points else None


def _moment(at: dt.datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at is not None else None


def _written(note: ResultsFile, records: Iterable[dict[str, Any]]) -> bytes:
    """Return the file: one JSON object, the records in order of units."""
    held = {
        "format": FORMAT, "version": VERSION, "kind": note.kind,
        "period": f"{note.period:%Y-%m}" if note.kind == ResultKind.MONTH else str(note.period.year),
        "unit": {"code": note.unit.code, "name": note.unit.name}, "made_at": _moment(note.made_at),
        "records": list(records),
    }  # fmt: skip
    return json.dumps(held, ensure_ascii=False, indent=1).encode()
