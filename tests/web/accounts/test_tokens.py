"""The page of one's own API keys."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from tests.conftest import SignedIn
from tests.factories.api import CHEAP_HASHERS, make_key
from tests.factories.organizations import PASSWORD
from tests.personas import World

from sauro.accounts.models import ApiToken

PAGE = "/tai-khoan/khoa-api/"
GIVEN = {"name": "Đồng bộ sổ văn bản", "days": "30", "password": PASSWORD}


@pytest.fixture
def clerk(world: World, signed_in: SignedIn, settings: Settings) -> Client:
    settings.PASSWORD_HASHERS = CHEAP_HASHERS
    world.users["clerk"].set_password(PASSWORD)
    world.users["clerk"].save()
    return signed_in("clerk")


def test_new_key_is_shown_once_and_opens_the_api(clerk: Client) -> None:
    answer = clerk.post(PAGE, GIVEN)
    shown = re.findall(r'value="(sauro_[^"]+)"', answer.content.decode())
    assert (answer.status_code, len(shown)) == (200, 1)
    assert answer.headers["Cache-Control"] == "no-store"
    assert Client().get("/api/v1/me", headers={"Authorization": f"Bearer {shown[0]}"}).status_code == 200
    again = clerk.get(PAGE).content.decode()
    assert shown[0] not in again
    assert "Đồng bộ sổ văn bản" in again


def test_wrong_password_keeps_what_was_typed(clerk: Client) -> None:
    answer = clerk.post(PAGE, {**GIVEN, "password": "sai"})
    assert answer.status_code == 422
    assert "Mật khẩu không đúng." in answer.content.decode()
    assert "Đồng bộ sổ văn bản" in answer.content.decode()
    assert ApiToken.objects.count() == 0


def test_list_shows_own_keys_only(world: World, clerk: Client) -> None:
    make_key(world.users["head"])
    assert "Chương trình thử" not in clerk.get(PAGE).content.decode()
    make_key(world.users["clerk"])
    assert "Chương trình thử" in clerk.get(PAGE).content.decode()


def test_revoked_key_opens_nothing_any_more(world: World, clerk: Client) -> None:
    key = make_key(world.users["clerk"])
    answer = clerk.post(f"{PAGE}{ApiToken.objects.get().pk}/thu-hoi/", follow=True)
    assert "Đã thu hồi khóa." in answer.content.decode()
    assert Client().get("/api/v1/me", headers={"Authorization": f"Bearer {key}"}).status_code == 401


def test_key_of_somebody_else_is_not_found(world: World, clerk: Client) -> None:
    make_key(world.users["head"])
    token = ApiToken.objects.get()
    assert clerk.post(f"{PAGE}{token.pk}/thu-hoi/").status_code == 404
    token.refresh_from_db()
    assert token.revoked_at is None


def test_wrong_method_and_wrong_id(world: World, clerk: Client) -> None:
    make_key(world.users["clerk"])
    assert clerk.get(f"{PAGE}{ApiToken.objects.get().pk}/thu-hoi/").status_code == 405
    assert clerk.delete(PAGE).status_code == 405
    assert clerk.post(f"{PAGE}00000000-0000-7000-8000-000000000000/thu-hoi/").status_code == 404
    assert clerk.post(f"{PAGE}khong-phai-ma/thu-hoi/").status_code == 404


def test_who_has_not_signed_in_is_sent_to_the_sign_in_page(db: None) -> None:
    assert Client().get(PAGE)["Location"].startswith("/dang-nhap/")


def test_user_menu_leads_to_the_page(clerk: Client) -> None:
    assert f'href="{PAGE}"' in clerk.get(PAGE).content.decode()
