"""The pages of accounts and of the history."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from django.test import Client
from tests.conftest import SignedIn
from tests.factories.organizations import PASSWORD
from tests.personas import World

from sauro.accounts.models import Grant, User


@pytest.fixture
def admin(world: World, signed_in: SignedIn) -> Client:
    User.objects.filter(username="quantri").update(totp_confirmed_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    return signed_in("admin")


def test_list_shows_roles_and_finds_without_accents(world: World, admin: Client) -> None:
    page = admin.get("/tai-khoan/", {"q": "tran thi mau"})
    body = page.content.decode()
    assert page.status_code == 200
    assert "Trần Thị Mẫu" in body
    assert "Lê Văn Thử" not in body
    assert "Văn thư – Ủy ban nhân dân tỉnh Lạc Giang" in body


@pytest.mark.parametrize("address", ["/tai-khoan/", "/tai-khoan/them/", "/nhat-ky/"])
def test_pages_of_the_administrator_are_forbidden_to_others(signed_in: SignedIn, address: str) -> None:
    assert signed_in("clerk").get(address).status_code == 403


def test_account_of_others_is_hidden_from_who_may_not_see_accounts(world: World, signed_in: SignedIn) -> None:
    other = world.users["head"].pk
    assert signed_in("clerk").get(f"/tai-khoan/{other}/").status_code == 404
    assert signed_in("clerk").post(f"/tai-khoan/{other}/dat-lai/", {"password": PASSWORD}).status_code == 404
    assert signed_in("clerk").get(f"/tai-khoan/{uuid4()}/").status_code == 404


def test_right_is_asked_before_the_input_is_looked_at(world: World, signed_in: SignedIn) -> None:
    own = world.users["clerk"].pk
    for step in ("dat-lai", "vai-tro"):
        assert signed_in("clerk").post(f"/tai-khoan/{own}/{step}/", {}).status_code == 403, step
    assert signed_in("clerk").post(f"/don-vi/{world.units['snv'].pk}/ten-goi/", {}).status_code == 403


def test_account_is_created_given_a_role_and_relieved_of_it(world: World, admin: Client) -> None:
    created = admin.post(
        "/tai-khoan/them/", {"full_name": "Trần Văn Thử", "username": "vanthu.moi", "password": PASSWORD}
    )
    user = User.objects.get(username="vanthu.moi")
    assert created["Location"] == f"/tai-khoan/{user.pk}/"
    given = admin.post(
        f"/tai-khoan/{user.pk}/vai-tro/",
        {
            "role": "clerk",
            "unit": str(world.units["ubnd_a"].pk),
            "domain": "state",
            "basis": "Quyết định số 5",
            "valid_to": "31/12/2099",
        },
    )
    assert given.status_code == 302, given.content.decode()[:3000]
    grant = Grant.objects.get(user=user)
    shown = admin.get(f"/tai-khoan/{user.pk}/").content.decode()
    assert "Văn thư" in shown
    assert "đến hết 31/12/2099" in shown
    assert admin.post(f"/vai-tro/{grant.pk}/thoi/", {"reason": "Chuyển công tác"}).status_code == 302
    assert "Đã thôi" in admin.get(f"/tai-khoan/{user.pk}/").content.decode()


def test_refused_role_shows_the_fault_and_keeps_what_was_typed(world: World, admin: Client) -> None:
    page = admin.post(
        f"/tai-khoan/{world.users['clerk'].pk}/vai-tro/",
        {"role": "clerk", "unit": str(world.units["du_a"].pk), "domain": "state", "basis": "Quyết định số 6"},
    )
    body = page.content.decode()
    assert page.status_code == 422
    assert "Khối của vai trò phải là khối của đơn vị." in body
    assert "Quyết định số 6" in body


def test_closing_an_account_ends_its_session(world: World, admin: Client, signed_in: SignedIn) -> None:
    client = signed_in("clerk")
    assert client.get("/doi-mat-khau/").status_code == 200
    target = world.users["clerk"].pk
    assert admin.post(f"/tai-khoan/{target}/trang-thai/", {"active": "0", "reason": "Nghỉ hưu"}).status_code == 302
    assert client.get("/doi-mat-khau/")["Location"].startswith("/dang-nhap/")


def test_history_shows_whose_units_one_may_read(world: World, admin: Client, signed_in: SignedIn) -> None:
    admin.post(
        f"/tai-khoan/{world.users['outsider'].pk}/vai-tro/",
        {"role": "clerk", "unit": str(world.units["ubnd_a"].pk), "domain": "state", "basis": "Quyết định số 7"},
    )
    assert "Giao vai trò" in admin.get("/nhat-ky/").content.decode()
    seen = signed_in("inspector").get("/nhat-ky/")
    assert seen.status_code == 200
    assert "nguoila" not in seen.content.decode(), "the inspector's scope is the province's office, not the commune"
