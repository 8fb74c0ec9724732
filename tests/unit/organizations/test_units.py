"""Changing single units: other names, new names, people in posts."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from tests.factories.organizations import make_user
from tests.personas import World

from sauro.access.actor import Door, system_actor
from sauro.accounts.actors import load_actor
from sauro.accounts.roles import Role
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.common.ids import new_id
from sauro.demo.province import PROVINCE, demo_communes
from sauro.organizations.enums import AliasKind
from sauro.organizations.models import Appointment, Unit, UnitAlias, UnitVersion
from sauro.organizations.selectors.names import NameContext, expand
from sauro.organizations.services.people import appoint_person, end_appointment
from sauro.organizations.services.renaming import rename_unit
from sauro.organizations.services.set_up import set_up_units
from sauro.organizations.services.units import add_alias, end_alias, mark_units_with_accounts


def last_event() -> AuditEvent:
    """The event written last."""
    return AuditEvent.objects.order_by("-sequence")[0]


def test_alias_is_stored_in_nfc_and_recorded(world: World) -> None:
    unit = world.units["snv"]
    alias = add_alias(actor=world.actor("admin"), unit_id=unit.pk, text=unicodedata.normalize("NFD", " Sở  Cán bộ "))
    assert (alias.text, alias.key) == ("Sở Cán bộ", "so can bo")
    unit.refresh_from_db()
    assert "so can bo" in unit.search_key
    assert last_event().code == "organizations.alias.added" and last_event().object_id == unit.pk


def test_known_alias_is_refused_whatever_its_accents(world: World) -> None:
    with pytest.raises(Conflict) as refusal:
        add_alias(actor=world.actor("admin"), unit_id=world.units["snv"].pk, text="SỞ NỘI VỤ")
    assert refusal.value.field == "text"


@pytest.mark.parametrize("text", ["", "   ", "…!"])
def test_alias_without_letters_is_refused(world: World, text: str) -> None:
    with pytest.raises(DomainError):
        add_alias(actor=world.actor("admin"), unit_id=world.units["snv"].pk, text=text)


def test_alias_needs_the_right_to_manage(world: World) -> None:
    with pytest.raises(NotAllowed):
        add_alias(actor=world.actor("clerk"), unit_id=world.units["snv"].pk, text="Sở Cán bộ")
    with pytest.raises(NotVisible):
        add_alias(actor=world.actor("outsider"), unit_id=world.units["snv"].pk, text="Sở Cán bộ")


def test_ended_alias_is_no_longer_read_and_can_be_taken_up_again(world: World) -> None:
    actor, unit = world.actor("admin"), world.units["snv"]
    alias = add_alias(actor=actor, unit_id=unit.pk, text="Sở Cán bộ")
    end_alias(actor=actor, alias_id=alias.pk, reason="Nhập nhầm")
    assert expand("Sở Cán bộ", on=today(), context=NameContext()).unit is None
    assert last_event().reason == "Nhập nhầm"
    with pytest.raises(Conflict):
        end_alias(actor=actor, alias_id=alias.pk, reason="Lần nữa")
    again = add_alias(actor=actor, unit_id=unit.pk, text="Sở cán bộ")
    assert again.pk == alias.pk
    assert expand("Sở Cán bộ", on=today(), context=NameContext()).unit == unit


def test_official_name_cannot_be_ended(world: World) -> None:
    alias = UnitAlias.objects.get(unit=world.units["snv"])
    with pytest.raises(Conflict):
        end_alias(actor=world.actor("admin"), alias_id=alias.pk, reason="x")


def test_ending_an_unknown_alias_is_not_found(world: World) -> None:
    for pk in (new_id(), world.units["snv"].pk):
        with pytest.raises(NotVisible):
            end_alias(actor=world.actor("admin"), alias_id=pk, reason="x")


def test_rename_makes_a_version_and_keeps_the_old_name_readable(world: World) -> None:
    unit, day = world.units["snv"], dt.date(2026, 3, 1)
    rename_unit(actor=world.actor("admin"), unit_id=unit.pk, name="Sở Tổ chức và Lao động", on=day, basis="NQ 01 (mẫu)")
    unit.refresh_from_db()
    assert unit.name == "Sở Tổ chức và Lao động" and unit.search_key.startswith("so to chuc")
    versions = UnitVersion.objects.filter(unit=unit).order_by("valid")
    assert [(version.name, version.valid.upper) for version in versions] == [("Sở Nội vụ", day), (unit.name, None)]
    for name in ("Sở Nội vụ", "Sở Tổ chức và Lao động"):
        assert expand(name, on=today(), context=NameContext()).unit == unit
    assert UnitAlias.objects.get(unit=unit, key="so noi vu").kind == AliasKind.FORMER
    assert last_event().changes["name"] == ["Sở Nội vụ", unit.name]


def test_real_commune_is_renamed_with_all_its_bodies(db: None) -> None:
    system = system_actor("test")
    row = demo_communes()[0]
    set_up_units(actor=system, province=PROVINCE, communes=[row])
    commune = Unit.objects.get(code=f"X{row.code}")
    rename_unit(actor=system, unit_id=commune.pk, name="Xã Tên Mới Thử", on=dt.date(2026, 3, 1), basis="NQ 02 (mẫu)")
    names = set(Unit.objects.filter(territory=commune, valid__contains=today()).values_list("name", flat=True))
    assert "Công an xã Tên Mới Thử" in names and all(name.endswith("xã Tên Mới Thử") for name in names)
    committee = UnitVersion.objects.filter(unit__code=f"X{row.code}.DU").order_by("valid")
    assert [version.name.endswith("Tên Mới Thử") for version in committee] == [False, True, True]
    for name in ("UBND xã Tên Mới Thử", f"UBND {row.name}", "Trung tâm PVHCC xã Tên Mới Thử"):
        assert expand(name, on=today(), context=NameContext()).unit is not None
    issuer = Unit.objects.get(code=f"X{row.code}.UBND")
    assert expand("Phòng Kinh tế", on=today(), context=NameContext(issuer=issuer)).unit is not None


def test_commune_is_renamed_only_by_who_manages_all_its_domains(world: World) -> None:
    state_only = make_user("noivu", "Lưu Thị Ví Dụ", (Role.HOME_AFFAIRS, world.units["province"]), include_subtree=True)
    actor = load_actor(user=state_only, door=Door.WEB, request_id="test")
    Unit.objects.filter(pk=world.units["commune_a"].pk).update(name="Xã A Thử")
    UnitVersion.objects.filter(unit=world.units["commune_a"]).update(name="Xã A Thử")
    with pytest.raises(NotAllowed):
        rename_unit(
            actor=actor, unit_id=world.units["commune_a"].pk, name="Xã Mới", on=dt.date(2026, 3, 1), basis="NQ 02 (mẫu)"
        )
    assert UnitVersion.objects.filter(unit=world.units["commune_a"]).count() == 1


def test_name_taken_over_by_another_unit_means_that_unit(world: World) -> None:
    actor, day = world.actor("admin"), dt.date(2026, 3, 1)
    snv, stc = world.units["snv"], world.units["stc"]
    rename_unit(actor=actor, unit_id=snv.pk, name="Sở Tổ chức", on=day, basis="NQ 01 (mẫu)")
    rename_unit(actor=actor, unit_id=stc.pk, name="Sở Nội vụ", on=day, basis="NQ 01 (mẫu)")
    assert expand("Sở Nội vụ", on=today(), context=NameContext()).unit == stc


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "Sở Nội vụ"}, "name"),
        ({"basis": ""}, "basis"),
        ({"on": dt.date(2025, 7, 1)}, "on"),
        ({"on": dt.date(2999, 1, 1)}, "on"),
    ],
)
def test_rename_says_what_is_wrong(world: World, change: dict[str, object], field: str) -> None:
    good: dict[str, object] = {"name": "Sở Mới", "on": dt.date(2026, 3, 1), "basis": "NQ 01 (mẫu)"}
    with pytest.raises(DomainError) as refusal:
        rename_unit(actor=world.actor("admin"), unit_id=world.units["snv"].pk, **(good | change))  # type: ignore[arg-type]  # mixed values
    assert refusal.value.field == field
    assert UnitVersion.objects.filter(unit=world.units["snv"]).count() == 1


def test_appointment_begins_and_ends_with_events(world: World) -> None:
    actor, unit = world.actor("admin"), world.units["stc"]
    post = appoint_person(
        actor=actor, unit_id=unit.pk, title="Trưởng phòng", full_name="Đào Thị Ví Dụ", since=dt.date(2026, 1, 5)
    )
    assert last_event().code == "organizations.appointment.begun" and last_event().unit_id == unit.pk
    end_appointment(actor=actor, appointment_id=post.pk, last_day=dt.date(2026, 6, 30), reason="Điều động")
    post.refresh_from_db()
    assert post.valid.upper == dt.date(2026, 7, 1)
    assert last_event().reason == "Điều động"


def test_same_post_twice_at_once_is_refused(world: World) -> None:
    actor, unit = world.actor("admin"), world.units["stc"]
    post = appoint_person(actor=actor, unit_id=unit.pk, title="Kế toán", full_name="Đào Thị Ví Dụ")
    with pytest.raises(Conflict):
        appoint_person(actor=actor, unit_id=unit.pk, title="Kế  toán", person_id=post.person_id)
    assert Appointment.objects.filter(unit=unit).count() == 1


def test_territory_has_no_posts(world: World) -> None:
    with pytest.raises(DomainError):
        appoint_person(
            actor=world.actor("admin"), unit_id=world.units["commune_a"].pk, title="Trưởng", full_name="Đào Thị Ví Dụ"
        )


def test_appointing_needs_the_right_to_manage(world: World) -> None:
    with pytest.raises(NotAllowed):
        appoint_person(
            actor=world.actor("snv_head"), unit_id=world.units["snv"].pk, title="Kế toán", full_name="Đào Thị Ví Dụ"
        )


def test_end_before_begin_is_refused(world: World) -> None:
    post = Appointment.objects.filter(unit=world.units["snv"])[0]
    with pytest.raises(DomainError) as refusal:
        end_appointment(
            actor=world.actor("admin"), appointment_id=post.pk, last_day=dt.date(2025, 6, 1), reason="Điều động"
        )
    assert refusal.value.field == "last_day"


def test_units_with_accounts_are_marked_by_who_gives_roles(world: World) -> None:
    unit = world.units["stc"]
    with pytest.raises(NotAllowed):
        mark_units_with_accounts(actor=world.actor("clerk"), unit_ids=[unit.pk])
    mark_units_with_accounts(actor=world.actor("admin"), unit_ids=[unit.pk])
    unit.refresh_from_db()
    assert unit.has_accounts
