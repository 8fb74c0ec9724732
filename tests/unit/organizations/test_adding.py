"""Adding a body that the usual set-up does not know."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit
from sauro.organizations.selectors.names import NameContext, expand
from sauro.organizations.services.adding import add_unit

GOOD = {
    "name": "Ban Quản lý Khu kinh tế tỉnh",
    "short_name": "Ban QLKKT tỉnh",
    "kind": UnitKind.DEPARTMENT,
    "since": dt.date(2026, 3, 1),
    "basis": "QĐ 01 (mẫu)",
}


def add(world: World, parent: str = "ubnd", persona: str = "admin", **changes: object) -> Unit:
    """Add the usual unit of these tests."""
    return add_unit(
        actor=world.actor(persona), parent_id=world.units[parent].pk, **(GOOD | changes)  # type: ignore[arg-type]  # mixed values
    )  # fmt: skip


def test_added_body_stands_in_the_tree_and_is_read_in_documents(world: World) -> None:
    unit = add(world)
    assert (unit.code, unit.path) == ("T.UBND.N1", "T/T.UBND/T.UBND.N1/")
    assert unit.domain == Domain.STATE and unit.level == world.units["ubnd"].level
    for name in ("Ban Quản lý Khu kinh tế tỉnh", "Ban QLKKT tỉnh"):
        assert expand(name, on=today(), context=NameContext()).unit == unit
    assert expand("Ban QLKKT tỉnh", on=dt.date(2026, 2, 28), context=NameContext()).unit is None
    assert AuditEvent.objects.get(code="organizations.unit.added").reason == "QĐ 01 (mẫu)"


def test_second_body_gets_the_next_code(world: World) -> None:
    add(world)
    assert add(world, name="Quỹ Thử", short_name="").code == "T.UBND.N2"


def test_body_of_a_commune_belongs_to_its_territory(world: World) -> None:
    unit = add(world, parent="ubnd_a", name="Trạm Y tế xã A Thử", short_name="", kind=UnitKind.SERVICE_CENTRE)
    assert unit.territory == world.units["commune_a"]
    issuer = NameContext(issuer=world.units["ubnd_a"])
    assert expand("Trạm Y tế", on=today(), context=issuer).unit == unit


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"basis": ""}, "basis"),
        ({"kind": UnitKind.TERRITORY}, "kind"),
        ({"since": dt.date(2999, 1, 1)}, "since"),
        ({"since": dt.date(2020, 1, 1)}, "since"),
        ({"domain": Domain.PARTY}, "domain"),
    ],
)
def test_wrong_input_is_told_at_its_field(world: World, change: dict[str, object], field: str) -> None:
    before = Unit.objects.count()
    with pytest.raises(DomainError) as refusal:
        add(world, **change)  # type: ignore[arg-type]  # mixed values
    assert refusal.value.field == field
    assert Unit.objects.count() == before


def test_name_stands_once_below_a_unit(world: World) -> None:
    add(world)
    with pytest.raises(Conflict):
        add(world, name="BAN QUẢN LÝ khu kinh tế tỉnh")


def test_adding_needs_the_right_to_manage_the_unit_above(world: World) -> None:
    with pytest.raises(NotAllowed):
        add(world, persona="clerk")
    with pytest.raises(NotAllowed):
        add(world, parent="tu")
