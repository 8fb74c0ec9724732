"""The page of a unit, and what its managers can change there."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.organizations import make_unit
from tests.personas import World

from sauro.common.clock import today
from sauro.organizations.enums import SuccessionKind
from sauro.organizations.models import Appointment, Unit, UnitAlias, UnitSuccession, UnitVersion
from sauro.organizations.services.units import add_alias


def page(unit: Unit) -> str:
    """The address of a unit's page."""
    return reverse("unit-detail", args=[unit.pk])


def test_page_shows_names_people_and_children(world: World, signed_in: SignedIn) -> None:
    answer = signed_in("servant_b").get(page(world.units["ubnd"]))
    text = answer.content.decode()
    for expected in (
        "Ủy ban nhân dân tỉnh Lạc Giang",
        "Phạm Văn Mẫu",
        "Chủ tịch",
        "Sở Nội vụ",
        "Tên gọi trong văn bản",
    ):
        assert expected in text
    assert "Đổi tên" not in text and "Thôi dùng" not in text


def test_page_of_an_ended_unit_says_so_and_leads_on(world: World, signed_in: SignedIn) -> None:
    old = make_unit("T.CU", "Sở Cũ", parent=world.units["ubnd"])
    Unit.objects.filter(pk=old.pk).update(valid="[2025-07-01,2026-01-01)")
    UnitSuccession.objects.create(
        predecessor=old, successor=world.units["snv"], kind=SuccessionKind.MERGE, on=dt.date(2026, 1, 1)
    )
    answer = signed_in("manager").get(page(old)).content.decode()
    assert "Đơn vị này không còn" in answer and page(world.units["snv"]) in answer and "Đổi tên" not in answer
    assert "Sở Cũ" in signed_in("manager").get(page(world.units["snv"])).content.decode()


@pytest.mark.parametrize("persona", ["outsider"])
def test_hidden_and_missing_are_the_same(world: World, signed_in: SignedIn, persona: str) -> None:
    hidden = signed_in(persona).get(page(world.units["snv"]))
    missing = signed_in("clerk").get(reverse("unit-detail", args=[uuid4()]))
    assert hidden.status_code == missing.status_code == 404


def addresses(world: World) -> dict[str, str]:
    """The changing pages of one unit by name."""
    unit = world.units["snv"]
    alias = add_alias(actor=world.actor("manager"), unit_id=unit.pk, text="Sở Cán bộ")
    post = Appointment.objects.filter(unit=unit)[0]
    return {
        "alias-create": reverse("alias-create", args=[unit.pk]),
        "unit-add": reverse("unit-add", args=[unit.pk]),
        "unit-rename": reverse("unit-rename", args=[unit.pk]),
        "appointment-create": reverse("appointment-create", args=[unit.pk]),
        "alias-end": reverse("alias-end", args=[alias.pk]),
        "appointment-end": reverse("appointment-end", args=[post.pk]),
    }


GOOD = {
    "alias-create": {"text": "Sở Nhân sự", "kind": "variant"},
    "unit-add": {"name": "Phòng Thử", "kind": "division", "since": "01/03/2026", "basis": "QĐ 01 (mẫu)"},
    "unit-rename": {"name": "Sở Mới", "short_name": "", "on": "01/03/2026", "basis": "NQ 01 (mẫu)"},
    "appointment-create": {"full_name": "Đào Thị Ví Dụ", "title": "Kế toán", "since": "01/03/2026"},
    "alias-end": {"reason": "Nhập nhầm"},
    "appointment-end": {"last_day": "30/06/2026", "reason": "Điều động"},
}


@pytest.mark.parametrize("name", GOOD)
def test_change_is_made_by_a_manager(world: World, signed_in: SignedIn, name: str) -> None:
    address = addresses(world)[name]
    answer = signed_in("manager").post(address, GOOD[name], follow=True)
    assert answer.redirect_chain[-1][0] == page(world.units["snv"])
    done = {
        "alias-create": UnitAlias.objects.filter(text="Sở Nhân sự").exists(),
        "unit-add": Unit.objects.filter(name="Phòng Thử", parent=world.units["snv"]).exists(),
        "unit-rename": UnitVersion.objects.filter(name="Sở Mới").exists(),
        "appointment-create": Appointment.objects.filter(person__full_name="Đào Thị Ví Dụ").exists(),
        "alias-end": not UnitAlias.objects.filter(text="Sở Cán bộ", valid__contains=today()).exists(),
        "appointment-end": Appointment.objects.filter(valid__endswith=dt.date(2026, 7, 1)).exists(),
    }
    assert done[name]


@pytest.mark.parametrize("name", GOOD)
def test_change_is_refused_to_others(world: World, signed_in: SignedIn, name: str) -> None:
    address = addresses(world)[name]
    before = (UnitAlias.objects.count(), UnitVersion.objects.count(), Appointment.objects.count())
    assert signed_in("clerk").post(address, GOOD[name]).status_code == 403
    assert signed_in("outsider").post(address, GOOD[name]).status_code == 404
    assert (UnitAlias.objects.count(), UnitVersion.objects.count(), Appointment.objects.count()) == before


@pytest.mark.parametrize("name", ["unit-add", "unit-rename", "appointment-create", "alias-end", "appointment-end"])
def test_form_is_for_managers_only(world: World, signed_in: SignedIn, name: str) -> None:
    address = addresses(world)[name]
    assert signed_in("manager").get(address).status_code == 200
    assert signed_in("clerk").get(address).status_code == 403


@pytest.mark.parametrize("name", GOOD)
def test_empty_form_is_shown_again_with_its_faults(world: World, signed_in: SignedIn, name: str) -> None:
    answer = signed_in("manager").post(addresses(world)[name], {})
    assert answer.status_code == 422
    assert "data-form-summary" in answer.content.decode()


@pytest.mark.parametrize("name", GOOD)
def test_unknown_object_is_not_found(world: World, signed_in: SignedIn, name: str) -> None:
    assert signed_in("manager").post(reverse(name, args=[uuid4()]), GOOD[name]).status_code == 404


def test_refusal_of_the_service_stands_at_its_field(world: World, signed_in: SignedIn) -> None:
    answer = signed_in("manager").post(
        reverse("alias-create", args=[world.units["snv"].pk]), {"text": "sở nội vụ", "kind": "variant"}
    )
    assert answer.status_code == 422 and "Đơn vị đã có tên gọi này" in answer.content.decode()
    assert 'value="sở nội vụ"' in answer.content.decode()


def test_wrong_methods(world: World, signed_in: SignedIn) -> None:
    client: Client = signed_in("manager")
    assert client.post(page(world.units["snv"])).status_code == 405
    assert client.get(addresses(world)["alias-create"]).status_code == 405
    assert client.put(addresses_of_rename(world)).status_code == 405


def addresses_of_rename(world: World) -> str:
    """The address of the page that renames a unit."""
    return reverse("unit-rename", args=[world.units["stc"].pk])


def test_bad_id_is_not_found(world: World, signed_in: SignedIn) -> None:
    assert signed_in("manager").get("/don-vi/khong-phai-ma/").status_code == 404
