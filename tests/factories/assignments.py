"""Builds assignments for tests, without the services under test."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sauro.common.clock import now
from sauro.numbering.services import next_code
from sauro.organizations.models import Appointment, Unit
from sauro.tasks.enums import AssignmentState, BodyRole
from sauro.tasks.models import Assignment, LikelyPair
from vanban.text.normalize import fold

WORDING = "Lập danh mục các trạm bơm cần sửa chữa và gửi về cơ quan giao việc."


def make_assignment(giver: Unit, unit: Unit, **columns: Any) -> Assignment:
    """Create an assignment given by one unit to another; columns override the defaults."""
    code = next_code(prefix="NV", year=2026)
    wording = columns.pop("wording", WORDING)
    defaults: dict[str, Any] = {
        "code": code,
        "domain": unit.domain,
        "role": BodyRole.LEAD,
        "giver_unit": giver,
        "unit": unit,
        "state": AssignmentState.GIVEN,
        "wording": wording,
        "source_text": "Công văn 1/UBND-TH",
        "given_at": now(),
        "search_key": fold(f"{code} {wording} {unit.name}"),
    }
    return Assignment.objects.create(**{**defaults, **columns})


def make_pair(one: Assignment, other: Assignment) -> LikelyPair:
    """Create a pair of assignments of one unit that may be the same work."""
    first, second = sorted((one, other), key=lambda row: row.pk)
    return LikelyPair.objects.create(
        first=first, second=second, unit=one.unit, domain=one.domain, score=80, found_at=now()
    )


def post_of(full_name: str) -> Appointment:
    """Return the first appointment of a person of the personas."""
    found = Appointment.objects.filter(person__full_name=full_name).first()
    assert found is not None, full_name
    return found


def days_from(day: dt.date, count: int) -> dt.date:
    """Return the day ``count`` days later (earlier when negative)."""
    return day + dt.timedelta(days=count)
