"""Setting up a province: everything once, in one transaction, with history."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from tests.personas import World

from sauro.access.actor import Door, system_actor
from sauro.audit.models import AuditEvent
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.demo.province import PROVINCE, demo_communes
from sauro.organizations.enums import AliasKind, CommuneType, SuccessionKind, UnitKind, UnitLevel
from sauro.organizations.models import Unit, UnitAlias, UnitSuccession, UnitVersion
from sauro.organizations.services.blueprint import Blueprint
from sauro.organizations.services.set_up import PARTY_CUT_OVER, TWO_TIER_START, set_up_province, set_up_units

ACTOR = system_actor("test", door=Door.COMMAND)
TODAY = dt.date(2026, 11, 25)


@pytest.mark.django_db
def test_real_province_gets_its_communes_and_bodies_once() -> None:
    first = set_up_province(actor=ACTOR, province_code="91")
    in_force = Unit.objects.filter(valid__contains=TODAY)
    territories = in_force.filter(kind=UnitKind.TERRITORY, level=UnitLevel.COMMUNE)
    assert Counter(territories.values_list("commune_type", flat=True)) == {"xa": 85, "phuong": 14, "dac_khu": 3}
    assert in_force.filter(kind=UnitKind.PEOPLES_COMMITTEE).count() == 103
    assert in_force.get(code="T.SVHTT").name == "Sở Văn hóa và Thể thao"
    assert not Unit.objects.filter(code="T.SVHTTDL").exists()
    assert Unit.objects.get(code="X30307").official_id == "30307"
    second = set_up_province(actor=ACTOR, province_code="91")
    assert (second.created, second.existing) == (0, first.created)
    assert AuditEvent.objects.filter(code="organizations.register.set_up").count() == 1
    assert Unit.pgh_event_model.objects.count() == first.created  # type: ignore[attr-defined]  # added by pghistory


@pytest.mark.django_db
def test_former_communes_pass_into_todays() -> None:
    set_up_province(actor=ACTOR, province_code="91")
    split = UnitSuccession.objects.filter(predecessor__code="C30358")
    assert {step.successor.code for step in split} == {"X30337", "X30346", "X30352"}
    assert {step.kind for step in split} == {SuccessionKind.SPLIT}
    past = Unit.objects.get(code="C30358")
    assert past.valid.upper == TWO_TIER_START and not past.bodies.exists()
    former = UnitAlias.objects.filter(unit__code="X30346.UBND", kind=AliasKind.FORMER)
    assert any("phuoc hung" in alias.key for alias in former)
    assert all(alias.valid.upper == TWO_TIER_START for alias in former)


@pytest.mark.django_db
def test_another_province_is_refused() -> None:
    set_up_units(actor=ACTOR, province=PROVINCE, communes=demo_communes()[:2])
    with pytest.raises(Conflict, match="Tỉnh Lạc Giang"):
        set_up_province(actor=ACTOR, province_code="91")
    assert Unit.objects.filter(level=UnitLevel.COMMUNE, kind=UnitKind.TERRITORY).count() == 2


@pytest.mark.django_db
def test_missing_units_are_added_and_known_ones_left_alone() -> None:
    set_up_units(actor=ACTOR, province=PROVINCE, communes=demo_communes()[:2])
    Unit.objects.filter(code="T.SNV").update(short_name="SNV của tỉnh")
    result = set_up_units(actor=ACTOR, province=PROVINCE, communes=demo_communes()[:3])
    assert result.created == Unit.objects.filter(path__startswith=f"T/X{demo_communes()[2].code}/").count()
    assert Unit.objects.get(code="T.SNV").short_name == "SNV của tỉnh"


@pytest.mark.django_db
def test_only_the_system_sets_up(world: World) -> None:
    with pytest.raises(NotAllowed):
        set_up_units(actor=world.actor("admin"), province=PROVINCE, communes=())


@pytest.mark.django_db
def test_unknown_province_is_a_sentence() -> None:
    with pytest.raises(DomainError, match="90"):
        set_up_province(actor=ACTOR, province_code="90")
    with pytest.raises(CommandError, match="90"):
        call_command("init_province", "--province", "90")


@pytest.mark.django_db
def test_command_takes_the_day_of_the_party_cut_over() -> None:
    call_command("init_province", "--demo", "--party-cut-over", "2026-09-01")
    ended = UnitVersion.objects.filter(unit__code__endswith=".DUUBND", unit__level=UnitLevel.COMMUNE)
    assert {version.valid.upper for version in ended} == {dt.date(2026, 9, 1)}


def test_paths_follow_parents(blueprint: Blueprint) -> None:
    codes = {unit.code: unit for unit in blueprint.units}
    assert codes["T.SNV"].parent == "T.UBND"
    assert codes["X99004"].parent == "T"
    assert codes["X99004.PKT"].parent == "X99004.UBND" and codes["X99004.PKT"].territory == "X99004"
    positions = {code: number for number, code in enumerate(codes)}
    assert all(unit.parent is None or positions[unit.parent] < positions[unit.code] for unit in blueprint.units)


def test_demo_province_has_the_shape_of_a_real_one(blueprint: Blueprint) -> None:
    kinds = Counter(row.type for row in demo_communes())
    assert kinds == {CommuneType.COMMUNE: 85, CommuneType.WARD: 14, CommuneType.SPECIAL_ZONE: 3}
    assert len({row.name for row in demo_communes()}) == 102
    assert all(name.endswith(("Mẫu", "Thử")) for name in (row.short_name for row in demo_communes()))


def test_bodies_differ_by_kind_of_commune(blueprint: Blueprint) -> None:
    def names(name: str) -> set[str]:
        code = next(unit.code for unit in blueprint.units if unit.name == name)
        return {unit.code.split(".")[-1] for unit in blueprint.units if unit.territory == code}

    xa, phuong, zone = names("Xã Gò Tre Mẫu"), names("Phường Cầu Thử"), names("Đặc khu Hòn Mẫu")
    assert xa == phuong
    assert xa - zone == {"BXDD"} and zone - xa == {"BTC", "BTGDV"}
    divisions = {unit.name for unit in blueprint.units if unit.code.endswith(".PKT")}
    assert {"Phòng Kinh tế xã Gò Tre Mẫu", "Phòng Kinh tế, Hạ tầng và Đô thị phường Cầu Thử"} <= divisions


def test_both_shapes_of_the_party_have_their_days(blueprint: Blueprint) -> None:
    committee = next(unit for unit in blueprint.units if unit.name == "Đảng ủy xã Gò Tre Mẫu")
    assert [day for day, _basis in committee.renewals] == [PARTY_CUT_OVER]
    below = [
        unit for unit in blueprint.units if unit.parent == committee.code and unit.kind == UnitKind.PARTY_COMMITTEE
    ]
    assert {unit.ends for unit in below} == {PARTY_CUT_OVER} and len(below) == 2
    assert all(unit.domain == Domain.PARTY for unit in below)
