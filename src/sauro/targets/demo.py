"""The chapter of the demo on targets: a few of the province divided among its communes, figures of a year, a conflict.

Everything is invented and done through the services, as the people of the demo.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db import transaction

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.common.clock import today
from sauro.common.ids import new_id
from sauro.demo.accounts import demo_units
from sauro.organizations.models import Unit
from sauro.targets.models import Indicator, Share
from sauro.targets.rules import AddUp, Amount, Direction
from sauro.targets.services.actuals import Evidence, record_actual
from sauro.targets.services.indicators import IndicatorFields, define_indicator
from sauro.targets.services.lines import PathEntry, set_path
from sauro.targets.services.shares import give_share
from sauro.tasks.models import WorkField

LAST_YEAR = 2030
POOR = IndicatorFields(
    "Tỷ lệ hộ nghèo (số liệu mẫu)", "%", Direction.DOWN, AddUp.RATIO, "Số hộ nghèo", "Tổng số hộ dân cư"
)
ONLINE = IndicatorFields(
    "Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến (số liệu mẫu)", "%", Direction.UP, AddUp.RATIO,
    "Số hồ sơ nộp trực tuyến", "Tổng số hồ sơ",
)  # fmt: skip
HOUSES = IndicatorFields("Nhà ở xã hội hoàn thành (số liệu mẫu)", "căn")
ROADS = IndicatorFields("Đường giao thông nông thôn được cứng hóa (số liệu mẫu)", "km")
GROWTH = IndicatorFields("Tốc độ tăng tổng sản phẩm (số liệu mẫu)", "%", rule=AddUp.NONE)
FIELDS = {POOR: "an-sinh", ONLINE: "cai-cach-hanh-chinh", HOUSES: "xay-dung", ROADS: "giao-thong", GROWTH: "tai-chinh"}
PATHS = {
    POOR: (Decimal("2.9"), Decimal("-0.3")),
    ONLINE: (Decimal(80), Decimal(4)),
    HOUSES: (Decimal(1200), Decimal(150)),
    ROADS: (Decimal(300), Decimal(20)),
    GROWTH: (Decimal(9), Decimal("0.5")),
}
BASELINES = {POOR: Decimal("3.4"), ONLINE: Decimal(71), GROWTH: Decimal("8.2")}
DIVIDED = (POOR, ONLINE, HOUSES)
_HOUSES_A_UNIT, _SILENT_EVERY, _MOST_DIVIDED = 10, 7, 30
_BASIS = "Báo cáo số 12/BC-UBND (mẫu)"


@transaction.atomic
def play_targets() -> None:
    """Play the chapter, once."""
    if Indicator.objects.filter(name=POOR.name).exists():
        return
    head, units = _actor("chanhvp.tinh"), demo_units()
    wholes = {fields: _define(head, units["T.UBND"], fields) for fields in PATHS}
    communes = _committees()
    for fields in DIVIDED:
        for number, unit in enumerate(communes if fields is POOR else communes[:_MOST_DIVIDED]):
            part = _give(head, wholes[fields], fields, unit)
            if number % _SILENT_EVERY:
                _record(head, part, fields, number)
    growth = Amount(Decimal("9.3"))
    record_actual(actor=head, share_id=wholes[GROWTH].pk, as_of=_day(), amount=growth, evidence=Evidence(basis=_BASIS))
    _raise_conflict(wholes[HOUSES], head)


def _actor(username: str) -> Actor:
    user = User.objects.select_related("person").get(username=username)
    return load_actor(user=user, door=Door.COMMAND, request_id=str(new_id()))


def _committees() -> list[Unit]:
    """The people's committees of all communes, those with accounts first."""
    rows = Unit.objects.filter(kind="peoples_committee", level="commune", domain="state")
    return list(rows.order_by("-has_accounts", "sort_key"))


def _define(head: Actor, unit: Unit, fields: IndicatorFields) -> Share:
    field = WorkField.objects.filter(code=FIELDS[fields]).first()
    share = define_indicator(actor=head, unit_id=unit.pk, fields=_with_field(fields, field))
    first, step = PATHS[fields]
    years = range(today().year, LAST_YEAR + 1)
    entries = [PathEntry(year, Amount(first + step * number)) for number, year in enumerate(years)]
    base = BASELINES.get(fields)
    set_path(
        actor=head, share_id=share.pk, baseline_year=today().year - 1 if base is not None else None, baseline=base,
        entries=entries,
    )  # fmt: skip
    return share


def _with_field(fields: IndicatorFields, field: WorkField | None) -> IndicatorFields:
    return IndicatorFields(
        fields.name, fields.measure, fields.direction, fields.rule, fields.numerator_label, fields.denominator_label,
        field_id=field.pk if field else None,
    )  # fmt: skip


def _give(head: Actor, whole: Share, fields: IndicatorFields, unit: Unit) -> Share:
    first, step = (Decimal(_HOUSES_A_UNIT), Decimal(1)) if fields is HOUSES else PATHS[fields]
    values = {year: Amount(first + step * number) for number, year in enumerate((today().year, LAST_YEAR))}
    basis = "Quyết định số 252/QĐ-UBND (mẫu)"
    return give_share(actor=head, share_id=whole.pk, unit_id=unit.pk, values=values, basis=basis)


def _record(head: Actor, part: Share, fields: IndicatorFields, number: int) -> None:
    """The head of the office enters the figures of communes without accounts; those with accounts enter their own."""
    actor = _own(part.unit) or head
    if part.unit.has_accounts and actor is head:
        return
    households = Decimal(1800 + 37 * number)
    amounts = {
        POOR: Amount(None, Decimal(40 + 3 * (number % 17)), households),
        ONLINE: Amount(None, households * (68 + number % 23) / 100 // 1, households),
        HOUSES: Amount(Decimal(4 + number % 9)),
    }
    record_actual(actor=actor, share_id=part.pk, as_of=_day(), amount=amounts[fields], evidence=Evidence(basis=_BASIS))


def _own(unit: Unit) -> Actor | None:
    user = User.objects.filter(grants__unit=unit, grants__role="clerk").select_related("person").first()
    return load_actor(user=user, door=Door.COMMAND, request_id=str(new_id())) if user else None


def _day() -> dt.date:
    """The end of the month before, or the first day of the year."""
    first = today().replace(day=1)
    return max(first - dt.timedelta(days=1), dt.date(today().year, 1, 1))


def _raise_conflict(whole: Share, head: Actor) -> None:
    """A commune sets itself more than it was given; then the province gives still more, which waits for a decision."""
    part = whole.parts.filter(unit__has_accounts=True).select_related("unit").order_by("unit__sort_key").first()
    own = _own(part.unit) if part else None
    if part is None or own is None:
        return
    year = today().year
    entry = PathEntry(year, Amount(Decimal(_HOUSES_A_UNIT + 2)))
    set_path(actor=own, share_id=part.pk, baseline_year=None, baseline=None, entries=[entry])
    give_share(
        actor=head, share_id=whole.pk, unit_id=part.unit_id, values={year: Amount(Decimal(_HOUSES_A_UNIT + 5))},
        basis="Kế hoạch số 13/KH-UBND (mẫu)",
    )  # fmt: skip
