"""Opening a round, moving a deadline, urging those who have not sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import VIETNAM, now, today
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.numbering.services import next_code, next_codes
from sauro.organizations.models import Unit
from sauro.periodic_reports import events
from sauro.periodic_reports.definition_checks import JOINT, UNITS, due_field
from sauro.periodic_reports.models import DefinitionVersion, ReportDefinition, Round, RoundLevel, UnitReport
from sauro.periodic_reports.policies import definition_policy, report_policy, round_policy
from sauro.periodic_reports.selectors.rounds import units_right_below, units_to_ask
from sauro.periodic_reports.services.figures import prepare_fields, read_figures
from sauro.periodic_reports.transitions import OUT_STATES
from sauro.periods.models import Period
from sauro.periods.policies import period_policy
from vanban.text.normalize import fold

ROUND_PREFIX, REPORT_PREFIX = "DBC", "BC"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a round is opened with: the period, the units that owe a report, the last days for sending, and words.

    ``lower_due`` has the last day of each level below the units asked. There everybody right below them is asked.
    """

    period_id: UUID
    unit_ids: Sequence[UUID]
    units_due: dt.date
    joint_due: dt.date
    note: str = ""
    lower_due: Mapping[int, dt.date] = field(default_factory=dict)

    @property
    def days(self) -> dict[int, dt.date]:
        """The last day of every level."""
        return {JOINT: self.joint_due, UNITS: self.units_due, **self.lower_due}


@transaction.atomic
def open_round(*, actor: Actor, definition_id: UUID, opening: Opening) -> Round:
    """Ask the units for their report of a period. From now on who owes it, until when and for what is frozen.

    The system's figures are filled in at once, and again every night until the period has closed.
    """
    definition = definition_policy.get_locked(actor, definition_id)
    definition_policy.require(actor, "manage", definition)
    version = definition.versions.filter(published_at__isnull=False).order_by("-number").first()
    if version is None:
        raise Conflict("not-published", _("Mẫu này chưa ban hành. Hãy ban hành mẫu rồi mở đợt."))
    period = _period(actor, definition, version, opening.period_id)
    units = _units(definition.owner_unit, opening.unit_ids)
    lowest = max(version.levels.values_list("level", flat=True))
    _check_days(period, opening, lowest)
    this_round = _create(actor, version, period, opening)
    reports = _create_reports(this_round, units, opening, lowest)
    prepare_fields(reports, this_round)
    read_figures([one for one in reports if one.level != JOINT], this_round)
    record_event(
        actor=actor, event=events.ROUND_OPENED, obj=this_round, object_text=this_round.code,
        unit_id=definition.owner_unit_id,
        changes={"units": [None, len(reports) - 1], "due_on": [None, str(opening.units_due)]},
    )  # fmt: skip
    return this_round


@transaction.atomic
def set_due(*, actor: Actor, report_id: UUID, due_on: dt.date, reason: str) -> UnitReport:
    """Give one unit another last day, as the office that collects. The first one stays on record."""
    report = report_policy.get_locked(actor, report_id)
    report_policy.require(actor, "collect", report)
    if report.state in OUT_STATES:
        raise Conflict("already-sent", _("Báo cáo đã gửi nên không đặt lại hạn."))
    if due_on < today():
        raise DomainError("due-past", _("Hạn mới không được trước hôm nay."), field="due_on")
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    before, report.due_on = report.due_on, due_on
    report.save()
    record_event(
        actor=actor, event=events.DUE_SET, obj=report, reason=reason.strip(),
        changes={"due_on": [str(before), str(due_on)]},
    )  # fmt: skip
    return report


@transaction.atomic
def urge_missing(*, actor: Actor, round_id: UUID) -> list[UnitReport]:
    """Urge every unit that has not sent its report, in time or not; returns their reports. Once a day is enough."""
    this_round = round_policy.get_locked(actor, round_id)
    round_policy.require(actor, "manage", this_round)
    owed = this_round.reports.filter(level__gte=UNITS).exclude(state__in=sorted(OUT_STATES)).select_related("unit")
    reports = list(owed.order_by("id"))
    if not reports:
        raise Conflict("nobody-to-urge", _("Đơn vị nào cũng đã gửi báo cáo."))
    record_event(
        actor=actor, event=events.URGED, obj=this_round, object_text=this_round.code,
        unit_id=this_round.owner_unit_id, changes={"reports": [None, [one.code for one in reports]]},
    )  # fmt: skip
    return reports


def _period(actor: Actor, definition: ReportDefinition, version: DefinitionVersion, period_id: UUID) -> Period:
    base = Period.objects.filter(owner_unit=definition.owner_unit_id, kind=version.period_kind)
    period = period_policy.get_visible(actor, period_id, base=base)
    if Round.objects.filter(definition=definition, period=period).exists():
        raise Conflict("round-there", _("Kỳ này đã có đợt báo cáo của mẫu này."), field="period")
    return period


def _units(owner: Unit, unit_ids: Sequence[UUID]) -> list[Unit]:
    asked = set(unit_ids)
    units = [unit for group in units_to_ask(owner).values() for unit in group if unit.pk in asked]
    if not units:
        raise DomainError("units-needed", _("Hãy chọn ít nhất một đơn vị phải báo cáo."), field="units")
    if len(units) != len(asked):
        raise NotVisible("not-found", _("Có đơn vị không thuộc phạm vi báo cáo của cơ quan này."))
    return units


def _check_days(period: Period, opening: Opening, lowest: int) -> None:
    closing, days = period.closes_at.astimezone(VIETNAM).date(), opening.days
    earliest = add_working_days(closing, 1)
    missing = next((level for level in range(lowest + 1) if level not in days), None)
    if missing is not None:
        raise DomainError("due-needed", _("Hãy chọn hạn gửi cho từng cấp của mẫu."), field=due_field(missing))
    if days[lowest] < earliest:
        # NĐ 09/2019/NĐ-CP, Article 8(5).
        raise DomainError(
            "too-soon",
            _("Hạn gửi phải sau ngày chốt số liệu ít nhất 1 ngày làm việc: từ %(day)s.")
            % {"day": f"{earliest:%d/%m/%Y}"},
            field=due_field(lowest),
        )
    for level in range(lowest):
        if days[level] < days[level + 1]:
            raise DomainError(
                "joint-first", _("Hạn của cấp trên không được trước hạn của cấp dưới."), field=due_field(level)
            )


def _create(actor: Actor, version: DefinitionVersion, period: Period, opening: Opening) -> Round:
    definition, moment = version.definition, now()
    code = next_code(prefix=ROUND_PREFIX, year=today().year)
    this_round = Round.objects.create(
        code=code, domain=definition.domain, owner_unit=definition.owner_unit, definition=definition, version=version,
        period=period, label=period.label, first=period.first, last=period.last, closes_at=period.closes_at,
        note=opening.note.strip(), opened_at=moment, opened_by_name=actor.name,
        search_key=fold(f"{code} {definition.title} {period.label}"),
    )  # fmt: skip
    days = opening.days
    RoundLevel.objects.bulk_create(
        RoundLevel(
            round=this_round, level=one.level, name=one.name, due_on=days[one.level], signer_title=one.signer_title
        )
        for one in version.levels.all()
    )
    return this_round


def _create_reports(this_round: Round, units: Sequence[Unit], opening: Opening, lowest: int) -> list[UnitReport]:
    """Make the report of every unit, parents first: those asked, and level by level all that are right below them."""
    top = _report(this_round, this_round.owner_unit, JOINT, opening.days)
    top.is_joint = True
    reports = [top]
    level = [_report(this_round, unit, UNITS, opening.days, parent=top) for unit in units]
    for number in range(UNITS, lowest + 1):
        reports += level
        by_unit = {one.unit_id: one for one in level}
        if number < lowest:
            below = units_right_below(by_unit, besides={one.unit_id for one in reports})
            level = [
                _part_of(by_unit[unit.parent_id], this_round, unit, number + 1, opening.days)
                for unit in below
                if unit.parent_id is not None
            ]
    codes = next_codes(prefix=REPORT_PREFIX, year=today().year, count=len(reports))
    for report, code in zip(reports, codes, strict=True):
        report.code = code
        report.search_key = fold(f"{code} {this_round.definition.title} {this_round.label} {report.unit.name}")
    return UnitReport.objects.bulk_create(reports)


def _part_of(parent: UnitReport, this_round: Round, unit: Unit, level: int, days: Mapping[int, dt.date]) -> UnitReport:
    """Make the report of a unit below one that was asked, whose own report thereby becomes a joint one."""
    parent.is_joint = True
    return _report(this_round, unit, level, days, parent=parent)


def _report(
    this_round: Round, unit: Unit, level: int, days: Mapping[int, dt.date], *, parent: UnitReport | None = None
) -> UnitReport:
    return UnitReport(
        domain=this_round.domain, round=this_round, unit=unit, parent=parent, level=level,
        is_kept=parent is not None and not unit.has_accounts, due_on=days[level], due_original=days[level],
    )  # fmt: skip
