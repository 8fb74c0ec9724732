"""Reading what bodies laid down, and guessing what is not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.appraisals.enums import Appraised, Duty
from sauro.appraisals.models import Appraisee, Regulation, Sheet
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Appointment, Unit
from sauro.organizations.paths import with_those_above
from vanban.text.normalize import fold

_OUTSIDE = (UnitKind.MILITARY, UnitKind.POLICE, UnitKind.TERRITORY)
_LED_BY_CADRES = (UnitKind.PEOPLES_COMMITTEE, UnitKind.PARTY_COMMITTEE)
_DEPUTY = "pho "


@dataclass(frozen=True, slots=True)
class Standing:
    """By which rules and as what somebody in an appointment is appraised. ``fields`` are paths of units."""

    subject: Appraised
    duty: Duty
    like_group: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """The last days of the month after: to give own points, to confirm, to close."""

    own: int = 3
    confirm: int = 5
    close: int = 8


def days_by(regulation: Regulation | None) -> Days:
    """Return the days a regulation sets, or the usual ones."""
    return Days(regulation.self_day, regulation.confirm_day, regulation.close_day) if regulation else Days()


def days_of(sheet: Sheet) -> Days:
    """Return the days in force for a sheet. Takes one query."""
    return days_by(regulation_for(sheet.unit, sheet.subject, sheet.month))


def regulation_for(unit: Unit, subject: str, month: dt.date) -> Regulation | None:
    """Return the regulation in force for a unit in a month: the latest of the nearest body that has one."""
    rows = Regulation.objects.filter(
        unit__path__in=with_those_above(unit.path), domain=unit.domain, subject=subject, since__lte=month
    ).select_related("unit")
    return _nearest(rows)


class Regulations:
    """The regulations of a month, for many units: asked for once, they are few."""

    def __init__(self, month: dt.date) -> None:
        self._held: dict[tuple[str, str, str], list[Regulation]] = defaultdict(list)
        for one in Regulation.objects.filter(since__lte=month).select_related("unit"):
            self._held[one.unit.path, one.domain, one.subject].append(one)

    def of(self, unit: Unit, subject: str) -> Regulation | None:
        """Return the one :func:`regulation_for` returns."""
        above = with_those_above(unit.path)
        return _nearest(one for path in above for one in self._held.get((path, unit.domain, subject), ()))


def _nearest(rows: Iterable[Regulation]) -> Regulation | None:
    return max(rows, key=lambda one: (len(one.unit.path), one.since), default=None)


def standing_of(appointment: Appointment, laid_down: Appraisee | None) -> Standing | None:
    """Return as what somebody is appraised; None where no sheet is made (NĐ 335 Điều 2).

    Without anything laid down the position and the unit tell: whoever heads it, whose title begins with "phó", who
    works in a service unit. Heads and deputies of people's committees and of Party committees are cadres.
    """
    if laid_down is not None:
        if laid_down.is_left_out:
            return None
        fields = tuple(unit.path for unit in laid_down.fields.all())
        return Standing(Appraised(laid_down.subject), Duty(laid_down.duty), laid_down.like_group, fields)
    if appointment.unit.kind in _OUTSIDE:
        return None
    duty = duty_of(appointment)
    if appointment.unit.kind in _LED_BY_CADRES and duty != Duty.STAFF:
        return Standing(Appraised.CADRE, duty)
    is_service = appointment.unit.kind == UnitKind.SERVICE_CENTRE
    return Standing(Appraised.PUBLIC_EMPLOYEE if is_service else Appraised.CIVIL_SERVANT, duty)


def duty_of(appointment: Appointment) -> Duty:
    """Guess what an appointment answers for from its position."""
    if appointment.position.is_head:
        return Duty.HEAD
    return Duty.DEPUTY if fold(appointment.position.title).startswith(_DEPUTY) else Duty.STAFF


def field_paths(appointments: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return the units that deputies answer for, as paths, by appointment."""
    rows = Appraisee.objects.filter(appointment__in=appointments).prefetch_related("fields")
    return {row.appointment_id: tuple(unit.path for unit in row.fields.all()) for row in rows}
