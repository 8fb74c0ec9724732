"""A workbook of targets taken in: each row by the services the pages use, rehearsed first, then all or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import formats
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.organizations.models import Unit
from sauro.targets import events
from sauro.targets.enums import AddUpChoice, AskKind, AskState, DirectionChoice
from sauro.targets.models import Share, YearLine
from sauro.targets.policies import share_policy
from sauro.targets.rules import AddUp, Amount, Direction
from sauro.targets.services.actuals import Evidence, record_actual
from sauro.targets.services.indicators import IndicatorFields, define_indicator
from sauro.targets.services.lines import PathEntry, forecast_of, set_path
from sauro.targets.services.shares import give_share
from sauro.targets.sheet import YEARS, Fault, SheetRow
from sauro.tasks.figures import read_number
from sauro.tasks.models import WorkField
from vanban.text.normalize import fold

_COLUMN_OF = {"target": "", "field_id": "field", "responsible_unit": ""}


@dataclass
class Outcome:
    """What became of the rows of a workbook, or would become of them."""

    faults: list[Fault] = field(default_factory=list)
    defined: int = 0
    paths: int = 0
    given: int = 0
    recorded: int = 0


class _Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it stays."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the rows are taken in for."""

    actor: Actor
    unit: Unit
    fields: dict[str, UUID]
    outcome: Outcome


def rehearse_rows(*, actor: Actor, unit_id: UUID, rows: Sequence[SheetRow]) -> Outcome:
    """Do all rows and take everything back; return what would come of it, with what is wrong in each row."""
    outcome = Outcome()
    try:
        with transaction.atomic():
            _do_all(actor, unit_id, rows, outcome)
            raise _Rehearsed
    except _Rehearsed:
        return outcome


@transaction.atomic
def import_rows(*, actor: Actor, unit_id: UUID, rows: Sequence[SheetRow]) -> Outcome:
    """Take all rows into the register of a unit, or none: raises ``DomainError`` when one of them is wrong by now."""
    outcome = Outcome()
    unit = _do_all(actor, unit_id, rows, outcome)
    if outcome.faults:
        first = outcome.faults[0]
        raise DomainError(
            "sheet-faults",
            _("Dòng %(row)d: %(message)s Chưa ghi dòng nào.") % {"row": first.row, "message": first.message},
        )
    record_event(
        actor=actor, event=events.IMPORTED, domain=unit.domain, unit_id=unit.pk, object_text=unit.code,
        changes={"rows": [None, len(rows)]},
    )  # fmt: skip
    return outcome


def _do_all(actor: Actor, unit_id: UUID, rows: Sequence[SheetRow], outcome: Outcome) -> Unit:
    unit = Unit.objects.filter(pk=unit_id).exclude(kind="territory").first()
    if unit is None:
        raise NotVisible("not-found", _("Không tìm thấy đơn vị này."))
    if not actor.holds_for("targets.keep", unit.path, unit.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền nhập chỉ tiêu cho đơn vị này."))
    fields = {fold(one.name): one.pk for one in WorkField.objects.filter(is_open=True)}
    sheet = _Sheet(actor, unit, fields, outcome)
    for row in rows:
        try:
            with transaction.atomic():
                _do(sheet, row)
        except DomainError as error:
            column = error.field or ""
            outcome.faults.append(Fault(row.number, _COLUMN_OF.get(column, column), error.message))
    return unit


def _do(sheet: _Sheet, row: SheetRow) -> None:
    whole = _whole(sheet, row)
    target_unit = _unit(sheet, row)
    share = whole
    if target_unit.pk != sheet.unit.pk:
        share = _give(sheet, row, whole, target_unit)
    else:
        _path(sheet, row, whole)
    _figure(sheet, row, share)


def _whole(sheet: _Sheet, row: SheetRow) -> Share:
    """The unit's own share of the indicator of a row: found by its code, else by its name, else defined."""
    code, name = row.cells.get("code", ""), row.cells.get("name", "")
    own = share_policy.visible(sheet.actor).filter(unit=sheet.unit).select_related("indicator")
    if code:
        share = own.filter(indicator__code=code).first()
        if share is None:
            raise DomainError("code", _("Không có mã này trong danh mục của đơn vị."), field="code")
        if name and fold(name)[:320] != share.indicator.name_key:
            raise DomainError(
                "name-differs",
                _("Mã này là chỉ tiêu “%(name)s”. Sửa tên ở trang của chỉ tiêu, không sửa qua bảng.")
                % {"name": share.indicator.name},
                field="name",
            )
        return share
    known = own.filter(indicator__name_key=fold(name)[:320], indicator__is_closed=False).first() if name else None
    if known is not None:
        return known
    share = define_indicator(actor=sheet.actor, unit_id=sheet.unit.pk, fields=_definition(sheet, row))
    sheet.outcome.defined += 1
    return share


def _definition(sheet: _Sheet, row: SheetRow) -> IndicatorFields:
    cells = row.cells
    field_name = cells.get("field", "")
    if field_name and fold(field_name) not in sheet.fields:
        raise DomainError("field-unknown", _("Không có lĩnh vực này trong danh mục."), field="field")
    return IndicatorFields(
        name=cells.get("name", ""),
        measure=cells.get("measure", ""),
        direction=Direction(_choice(DirectionChoice, cells.get("direction", ""), "direction", "up")),
        rule=AddUp(_choice(AddUpChoice, cells.get("rule", ""), "rule", "sum")),
        numerator_label=cells.get("numerator_label", ""),
        denominator_label=cells.get("denominator_label", ""),
        field_id=sheet.fields.get(fold(field_name)) if field_name else None,
    )


def _choice(choices: type[AddUpChoice] | type[DirectionChoice], text: str, column: str, usual: str) -> str:
    if not text:
        return usual
    found = next((str(value) for value, label in choices.choices if fold(str(label)) == fold(text)), None)
    if found is None:
        labels = "; ".join(str(label) for label in choices.labels)
        raise DomainError("choice", _("Hãy ghi một trong: %(labels)s.") % {"labels": labels}, field=column)
    return found


def _unit(sheet: _Sheet, row: SheetRow) -> Unit:
    """The unit of a row, by code or by name; the unit of the workbook where the cell is empty."""
    text = row.cells.get("unit", "")
    if not text or text in (sheet.unit.code, sheet.unit.name):
        return sheet.unit
    below = Unit.objects.filter(domain=sheet.unit.domain).exclude(kind="territory")
    found = list(below.filter(code=text)[:1]) or list(below.filter(name__iexact=text)[:2])
    if len(found) != 1:
        raise DomainError(
            "unit",
            _("Nhiều đơn vị trùng tên này, hãy ghi mã đơn vị.") if found else _("Không có đơn vị này."),
            field="unit",
        )
    return found[0]


def _amounts(row: SheetRow) -> dict[int, Amount]:
    columns = {year: f"target_{year}" for year in YEARS}
    values = {year: _number(row, column) for year, column in columns.items() if row.cells.get(column)}
    return {year: Amount(value) for year, value in values.items()}


def _path(sheet: _Sheet, row: SheetRow, share: Share) -> None:
    year, amounts = _year(row), _amounts(row)
    baseline = _number(row, "baseline")
    if not amounts and year is None and baseline is None:
        return
    held = {line.year: line for line in share.lines.all()}
    entries = [_entry(one, amount, held.get(one)) for one, amount in amounts.items()]
    keep = year is None and baseline is None
    set_path(
        actor=sheet.actor, share_id=share.pk, baseline_year=share.baseline_year if keep else year,
        baseline=share.baseline if keep else baseline, entries=entries,
    )  # fmt: skip
    sheet.outcome.paths += 1


def _entry(year: int, amount: Amount, line: YearLine | None) -> PathEntry:
    """A year of the path; what the workbook does not hold (a forecast, planned parts of the same share) stays."""
    if line is None:
        return PathEntry(year, amount)
    if line.target == amount.value:
        amount = Amount(amount.value, line.target_numerator, line.target_denominator)
    return PathEntry(year, amount, forecast_of(line))


def _give(sheet: _Sheet, row: SheetRow, whole: Share, unit: Unit) -> Share:
    """Give a unit what its row says; years that it was given already as they are stay untouched."""
    amounts = _amounts(row)
    part = Share.objects.filter(indicator=whole.indicator, unit=unit, parent=whole).first()
    if part is not None:
        held = dict(part.asks.filter(kind=AskKind.GIVEN).exclude(state=AskState.WITHDRAWN).values_list("year", "value"))
        amounts = {year: amount for year, amount in amounts.items() if held.get(year) != amount.value}
        if not amounts:
            return part
    sheet.outcome.given += 1
    return give_share(actor=sheet.actor, share_id=whole.pk, unit_id=unit.pk, values=amounts)


def _figure(sheet: _Sheet, row: SheetRow, share: Share) -> None:
    amount = Amount(*(_number(row, column) for column in ("value", "numerator", "denominator")))
    day = row.cells.get("as_of", "")
    if not day and amount == Amount():
        return
    record_actual(
        actor=sheet.actor, share_id=share.pk, as_of=_day(day), amount=amount,
        evidence=Evidence(basis=row.cells.get("basis", "")),
    )  # fmt: skip
    sheet.outcome.recorded += 1


def _number(row: SheetRow, column: str) -> Decimal | None:
    text = row.cells.get(column, "")
    if not text:
        return None
    try:
        return read_number(text)
    except DomainError as error:
        raise DomainError(error.code, error.message, field=column) from error


def _year(row: SheetRow) -> int | None:
    text = row.cells.get("baseline_year", "").replace(".", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise DomainError("year", _("Năm chưa đúng. Viết như 2025."), field="baseline_year")
    return int(text)


def _day(text: str) -> dt.date:
    for pattern in formats.get_format("DATE_INPUT_FORMATS"):
        try:
            return dt.datetime.strptime(text, pattern).date()  # noqa: DTZ007 -- a day has no time zone
        except ValueError:
            continue
    raise DomainError("day", _("Ngày chưa đúng. Viết như 25/11/2026."), field="as_of")
