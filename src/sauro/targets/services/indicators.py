"""Defining indicators and changing their definition."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.targets import events
from sauro.targets.measures import measure_key
from sauro.targets.models import Actual, Indicator, Share
from sauro.targets.policies import indicator_policy
from sauro.targets.rules import AddUp, Direction
from sauro.targets.services.standings import refresh
from sauro.tasks.models import WorkField
from vanban.text.normalize import fold, nfc, sort_key

CODE_PREFIX = "CT"


@dataclass(frozen=True, slots=True)
class IndicatorFields:
    """A definition as somebody wrote it. ``per`` and the two labels belong to a share (*ratio*)."""

    name: str
    measure: str
    direction: Direction = Direction.UP
    rule: AddUp = AddUp.SUM
    numerator_label: str = ""
    denominator_label: str = ""
    per: int = 100
    responsible_unit_id: UUID | None = None
    field_id: UUID | None = None


@transaction.atomic
def define_indicator(*, actor: Actor, unit_id: UUID, fields: IndicatorFields) -> Share:
    """Define an indicator in the register of a unit; return the unit's share, which is the whole.

    Raises ``NotVisible`` for an unknown unit, ``NotAllowed`` without the right to keep its targets, and ``DomainError``
    for a definition that says too little or is there already.
    """
    unit = Unit.objects.filter(pk=unit_id).exclude(kind="territory").first()
    if unit is None:
        raise NotVisible("not-found", _("Không tìm thấy đơn vị này."))
    if not actor.holds_for("targets.keep", unit.path, unit.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền lập chỉ tiêu cho đơn vị này."))
    # Two people who define the same indicator at once: the second waits here and finds the first.
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    clean = _checked(fields, unit)
    _refuse_known(unit, clean)
    code = next_code(prefix=CODE_PREFIX, year=today().year)
    indicator = Indicator(code=code, domain=unit.domain, owner_unit=unit)
    _write(indicator, clean)
    share = Share.objects.create(indicator=indicator, unit=unit)
    record_event(actor=actor, event=events.DEFINED, obj=indicator, unit_id=unit.pk)
    return share


@transaction.atomic
def change_indicator(
    *, actor: Actor, indicator_id: UUID, fields: IndicatorFields, is_closed: bool = False
) -> Indicator:
    """Change a definition. How it adds up and its measure stay as they are once there are figures."""
    indicator = indicator_policy.get_locked(actor, indicator_id)
    indicator_policy.require(actor, "keep", indicator)
    clean = _checked(fields, indicator.owner_unit)
    before = (indicator.rule, measure_key(indicator.measure), indicator.per)
    if before != (clean.rule, measure_key(clean.measure), clean.per) and (
        Actual.objects.filter(share__indicator=indicator).exists()
    ):
        raise Conflict(
            "has-figures", _("Chỉ tiêu đã có số thực hiện nên không đổi cách cộng, đơn vị tính. Hãy lập chỉ tiêu mới.")
        )
    indicator.is_closed = is_closed
    _write(indicator, clean)
    for share in indicator.shares.select_related("indicator", "unit").filter(parts__isnull=True):
        refresh(share)
    record_event(actor=actor, event=events.CHANGED, obj=indicator, unit_id=indicator.owner_unit_id)
    return indicator


def fields_of(indicator: Indicator) -> IndicatorFields:
    """Return a definition as it stands, to be written again with something changed."""
    return IndicatorFields(
        indicator.name, indicator.measure, Direction(indicator.direction), AddUp(indicator.rule),
        indicator.numerator_label, indicator.denominator_label, indicator.per, indicator.responsible_unit_id,
        indicator.field_id,
    )  # fmt: skip


def unit_of_domain(unit_id: UUID, above: Unit, *, field: str) -> Unit:
    """Return a body of the same domain in the territory of another one. Raises ``DomainError`` on ``field``."""
    unit = Unit.objects.filter(pk=unit_id, domain=above.domain).exclude(kind="territory").first()
    if unit is None:
        raise DomainError("unit-unknown", _("Cơ quan này không có hoặc thuộc khối khác. Hãy chọn lại."), field=field)
    territory = above.parent if above.parent is not None and above.parent.kind == "territory" else above
    if not unit.path.startswith(territory.path):
        raise DomainError("unit-elsewhere", _("Cơ quan này không thuộc địa bàn của đơn vị. Hãy chọn lại."), field=field)
    return unit


def _checked(fields: IndicatorFields, owner: Unit) -> IndicatorFields:
    name, measure = (" ".join(nfc(text).split()) for text in (fields.name, fields.measure))
    if not name:
        raise DomainError("name-needed", _("Hãy ghi tên chỉ tiêu."), field="name")
    if not measure:
        raise DomainError("measure-needed", _("Hãy ghi đơn vị tính, ví dụ: %, hộ, triệu đồng."), field="measure")
    labels = [" ".join(nfc(text).split()) for text in (fields.numerator_label, fields.denominator_label)]
    if fields.rule == AddUp.RATIO and not all(labels):
        raise DomainError(
            "parts-needed", _("Chỉ tiêu tỷ lệ phải ghi tử số và mẫu số là gì, để không lấy trung bình các tỷ lệ."),
            field="numerator_label" if not labels[0] else "denominator_label",
        )  # fmt: skip
    _check_responsible(fields.responsible_unit_id, owner)
    if fields.field_id is not None and not WorkField.objects.filter(pk=fields.field_id).exists():
        raise DomainError("field-unknown", _("Không có lĩnh vực này."), field="field")
    return IndicatorFields(
        name, measure, fields.direction, fields.rule, labels[0], labels[1], fields.per, fields.responsible_unit_id,
        fields.field_id,
    )  # fmt: skip


def _check_responsible(unit_id: UUID | None, owner: Unit) -> None:
    if unit_id is not None:
        unit_of_domain(unit_id, owner, field="responsible_unit")


def _refuse_known(unit: Unit, fields: IndicatorFields) -> None:
    known = Indicator.objects.filter(owner_unit=unit, name_key=_name_key(fields.name), is_closed=False)
    same = next((one for one in known if measure_key(one.measure) == measure_key(fields.measure)), None)
    if same is not None:
        raise Conflict("known", _("Danh mục đã có chỉ tiêu này: %(code)s. Hãy dùng chỉ tiêu đó.") % {"code": same.code})


def _name_key(name: str) -> str:
    return fold(name)[:320]


def _write(indicator: Indicator, fields: IndicatorFields) -> None:
    indicator.name, indicator.measure = fields.name, fields.measure
    indicator.direction, indicator.rule, indicator.per = fields.direction, fields.rule, fields.per
    indicator.numerator_label, indicator.denominator_label = fields.numerator_label, fields.denominator_label
    indicator.responsible_unit_id, indicator.field_id = fields.responsible_unit_id, fields.field_id
    indicator.name_key, indicator.sort_key = _name_key(fields.name), sort_key(fields.name)[:960]
    indicator.search_key = fold(f"{indicator.code} {fields.name} {fields.measure}")
    indicator.save()
