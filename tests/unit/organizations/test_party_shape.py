"""The cut-over of one commune's Party organisation, on a day of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from sauro.access.actor import Door, system_actor
from sauro.audit.models import AuditEvent
from sauro.common.errors import DomainError
from sauro.demo.province import PROVINCE, demo_communes
from sauro.organizations.models import Unit, UnitSuccession, UnitVersion
from sauro.organizations.selectors.names import NameContext, expand
from sauro.organizations.services.party_shape import move_party_cut_over
from sauro.organizations.services.set_up import PARTY_CUT_OVER, set_up_units

ACTOR = system_actor("test", door=Door.COMMAND)


@pytest.fixture
def committees(db: None) -> tuple[Unit, Unit]:
    """The Party committees of two communes."""
    communes = demo_communes()[:2]
    set_up_units(actor=ACTOR, province=PROVINCE, communes=communes)
    first, second = (Unit.objects.get(code=f"X{row.code}.DU") for row in communes)
    return first, second


@pytest.mark.parametrize("day", [dt.date(2026, 8, 15), dt.date(2027, 1, 1)])
def test_only_the_commune_moves(committees: tuple[Unit, Unit], day: dt.date) -> None:
    moved, left = committees
    move_party_cut_over(actor=ACTOR, committee_id=moved.pk, on=day, basis="ĐA 01 (mẫu)")
    assert [version.valid.lower for version in UnitVersion.objects.filter(unit=moved).order_by("valid")][1] == day
    assert {child.valid.upper for child in moved.children.filter(code__contains="DUUB")} == {day}
    assert {step.on for step in UnitSuccession.objects.filter(successor=moved)} == {day}
    assert {child.valid.upper for child in left.children.filter(code__contains="DUUB")} == {PARTY_CUT_OVER}
    name = f"Đảng ủy UBND {demo_communes()[0].name}"
    last_day = day - dt.timedelta(days=1)
    assert expand(name, on=last_day, context=NameContext()).unit is not None
    assert expand(name, on=day, context=NameContext()).unit is None
    event = AuditEvent.objects.get(code="organizations.party.cut_over_moved")
    assert event.changes["on"] == [PARTY_CUT_OVER.isoformat(), day.isoformat()]


def test_other_units_have_no_cut_over(committees: tuple[Unit, Unit]) -> None:
    office = Unit.objects.get(code="T.VP")
    for unit in (office, Unit.objects.get(code="T.TU")):
        with pytest.raises(DomainError, match="cấp xã"):
            move_party_cut_over(actor=ACTOR, committee_id=unit.pk, on=dt.date(2027, 1, 1), basis="ĐA 01 (mẫu)")


def test_day_before_the_old_shape_is_refused(committees: tuple[Unit, Unit]) -> None:
    with pytest.raises(DomainError) as refusal:
        move_party_cut_over(actor=ACTOR, committee_id=committees[0].pk, on=dt.date(2025, 7, 1), basis="ĐA 01 (mẫu)")
    assert refusal.value.field == "on"
