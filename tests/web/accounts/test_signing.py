"""Signing in and out: the password, the lock after failures, the second factor, the screen lock."""

from __future__ import annotations

import datetime as dt
import time

import pyotp
import pytest
from django.conf import settings
from django.test import Client
from tests.conftest import SignedIn
from tests.factories.organizations import PASSWORD
from tests.personas import World

from sauro.accounts.models import User
from sauro.accounts.screen_lock import ACTIVE_KEY
from sauro.audit.models import AuditEvent
from sauro.common.clock import now
from sauro.common.crypto import cipher_of


@pytest.fixture
def clerk(world: World) -> User:
    user = world.users["clerk"]
    user.set_password(PASSWORD)
    user.save()
    return user


def test_right_password_leads_to_the_page_asked_for(client: Client, clerk: User) -> None:
    response = client.post("/dang-nhap/", {"username": " VanThu.Tinh ", "password": PASSWORD, "next": "/nhiem-vu/"})
    assert (response.status_code, response["Location"]) == (302, "/nhiem-vu/")
    assert AuditEvent.objects.filter(code="accounts.session.signed_in", object_id=clerk.pk).count() == 1


def test_foreign_address_after_sign_in_is_ignored(client: Client, clerk: User) -> None:
    response = client.post(
        "/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD, "next": "https://example.invalid/"}
    )
    assert response["Location"] == "/"


@pytest.mark.parametrize("username", ["vanthu.tinh", "khong-co"])
def test_wrong_password_and_unknown_name_read_the_same(client: Client, clerk: User, username: str) -> None:
    response = client.post("/dang-nhap/", {"username": username, "password": "sai-mat-khau"})
    assert response.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in response.content.decode()


def test_fifth_failure_locks_even_the_right_password(client: Client, clerk: User) -> None:
    for _attempt in range(settings.SIGN_IN_FAILURES_ALLOWED):
        client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": "sai-mat-khau"})
    response = client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD})
    assert "Tài khoản tạm khóa" in response.content.decode()
    assert AuditEvent.objects.filter(code="accounts.session.locked_out").count() == 1
    User.objects.filter(pk=clerk.pk).update(locked_until=now() - dt.timedelta(seconds=1))
    assert client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD}).status_code == 302


def test_deactivated_account_cannot_sign_in(client: Client, clerk: User) -> None:
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD}).status_code == 200


def test_second_factor_is_set_up_then_asked_for_and_a_code_works_once(client: Client, clerk: User) -> None:
    client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD})
    page = client.get("/xac-thuc-hai-lop/")
    secret = page.context["secret"]
    totp = pyotp.TOTP(secret)
    done = client.post("/xac-thuc-hai-lop/", {"code": totp.at(time.time() - 30)})
    assert len(done.context["codes"]) == 8

    client.post("/dang-xuat/")
    assert client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD})["Location"].endswith(
        "/ma-xac-thuc/"
    )
    assert client.get("/").status_code == 302, "the password alone must open nothing"
    code = totp.now()
    assert client.post("/dang-nhap/ma-xac-thuc/", {"code": code}).status_code == 302

    client.post("/dang-xuat/")
    client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD})
    again = client.post("/dang-nhap/ma-xac-thuc/", {"code": code})
    assert "Mã xác thực không đúng" in again.content.decode()
    assert client.post("/dang-nhap/ma-xac-thuc/", {"code": done.context["codes"][0]}).status_code == 302


def test_code_page_of_a_site_with_another_key_says_what_the_administrator_must_do(client: Client, clerk: User) -> None:
    secret = pyotp.random_base32()
    clerk.totp_secret = cipher_of("khóa của máy khác").encrypt(secret.encode())
    clerk.totp_confirmed_at = now()
    clerk.save()
    client.post("/dang-nhap/", {"username": "vanthu.tinh", "password": PASSWORD})
    response = client.post("/dang-nhap/ma-xac-thuc/", {"code": pyotp.TOTP(secret).now()})
    assert response.status_code == 200
    assert "secrets/field-key" in response.content.decode()
    assert client.get("/").status_code == 302, "nobody is signed in"


def test_administrator_must_set_up_the_second_factor_first(signed_in: SignedIn) -> None:
    response = signed_in("admin").get("/tai-khoan/")
    assert response["Location"] == "/xac-thuc-hai-lop/"


def test_first_password_must_be_changed_before_anything_else(world: World, signed_in: SignedIn) -> None:
    User.objects.filter(pk=world.users["clerk"].pk).update(must_change_password=True)
    assert signed_in("clerk").get("/")["Location"] == "/doi-mat-khau/"


def test_session_left_alone_is_locked_until_the_password_is_given(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    client.get("/doi-mat-khau/")
    session = client.session
    session[ACTIVE_KEY] = int(time.time()) - settings.SCREEN_LOCK_MINUTES * 60 - 5
    session.save()
    assert client.get("/doi-mat-khau/").status_code == 423
    assert client.post("/mo-khoa/", {"password": "sai"}).status_code == 403
    assert client.get("/doi-mat-khau/").status_code == 423
    assert client.post("/mo-khoa/", {"password": PASSWORD}).status_code == 204
    assert client.get("/doi-mat-khau/").status_code == 200


def test_background_requests_do_not_keep_a_session_open(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    client.get("/doi-mat-khau/")
    session = client.session
    session[ACTIVE_KEY] = before = int(time.time()) - 300
    session.save()
    client.get("/doi-mat-khau/", headers={"X-Background": "1"})
    assert client.session[ACTIVE_KEY] == before
    client.get("/doi-mat-khau/")
    assert client.session[ACTIVE_KEY] > before


def test_screen_locks_at_the_users_wish(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert client.post("/khoa-man-hinh/").status_code == 204
    assert client.get("/doi-mat-khau/").status_code == 423


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("sai-mat-khau-cu", "Mot-mat-khau-moi-1", "Mot-mat-khau-moi-1", "Mật khẩu hiện tại không đúng."),
        (PASSWORD, "ngan", "ngan", "Mật khẩu quá ngắn: cần ít nhất 10 ký tự."),
        (PASSWORD, PASSWORD, PASSWORD, "Mật khẩu mới phải khác mật khẩu hiện tại."),
        (PASSWORD, "Mot-mat-khau-moi-1", "Mot-mat-khau-moi-2", "không giống nhau"),
    ],
)
def test_password_change_says_what_is_wrong(
    client: Client, clerk: User, old: str, new: str, again: str, sentence: str
) -> None:
    client.force_login(clerk)
    response = client.post("/doi-mat-khau/", {"old": old, "new": new, "again": again})
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_password_change_keeps_the_session(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    fresh = "Mot-mat-khau-moi-1"
    assert client.post("/doi-mat-khau/", {"old": PASSWORD, "new": fresh, "again": fresh}).status_code == 302
    assert client.get("/doi-mat-khau/").status_code == 200
    clerk.refresh_from_db()
    assert clerk.check_password(fresh)
