"""The frame: theme, presence, messages, error pages and the headers of every answer."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import include, path
from tests.conftest import SignedIn
from tests.personas import World

from sauro.common.errors import Conflict
from sauro.ui.middleware import CONTENT_SECURITY_POLICY
from sauro.ui.templatetags.ui import initial_of_given_name


def conflict(request: HttpRequest) -> HttpResponse:
    """Refuse."""
    raise Conflict("too-late", "Người khác vừa nhận việc <này>.")


def broken(request: HttpRequest) -> HttpResponse:
    """Break."""
    raise RuntimeError("a fault of ours")


def plain(request: HttpRequest) -> HttpResponse:
    """Show the frame alone."""
    return render(request, "ui/base.html")


urlpatterns = [
    path("tre/", conflict),
    path("hong/", broken),
    path("khung/", plain),
    path("", include("sauro.urls")),
]

pytestmark = pytest.mark.urls("tests.unit.ui.test_frame")


@pytest.fixture
def clerk(signed_in: SignedIn) -> Client:
    return signed_in("clerk")


def test_theme_is_a_cookie_that_the_server_draws(clerk: Client) -> None:
    assert '<html lang="vi" data-bs-theme="light">' in clerk.get("/khung/").content.decode()
    response = clerk.post("/giao-dien/", headers={"Referer": "http://testserver/khung/"})
    assert (response.status_code, response["Location"]) == (302, "http://testserver/khung/")
    assert '<html lang="vi" data-bs-theme="dark">' in clerk.get("/khung/").content.decode()
    clerk.post("/giao-dien/")
    assert 'data-bs-theme="light"' in clerk.get("/khung/").content.decode()


def test_theme_switch_never_leads_to_another_machine(clerk: Client) -> None:
    response = clerk.post("/giao-dien/", headers={"Referer": "https://example.invalid/"})
    assert response["Location"] == "/"


def test_theme_is_not_switched_by_following_a_link(clerk: Client) -> None:
    assert clerk.get("/giao-dien/").status_code == 405


def test_nonsense_in_the_theme_cookie_is_light(client: Client) -> None:
    client.cookies["theme"] = '"><script>'
    assert 'data-bs-theme="light"' in client.get("/khong-co/").content.decode()


@pytest.mark.parametrize("address", ["/khung/?dv=a%00b", "/khung%00/"])
def test_address_that_the_database_cannot_look_for_is_refused_as_wrong(clerk: Client, address: str) -> None:
    response = clerk.get(address)
    assert response.status_code == 400
    assert "Yêu cầu không hợp lệ" in response.content.decode()


def test_presence_answers_nothing_quickly(clerk: Client) -> None:
    response = clerk.get("/con-day/")
    assert (response.status_code, response.content) == (204, b"")


def test_frame_tells_scripts_about_the_lock_only_when_signed_in(clerk: Client) -> None:
    html = clerk.get("/khung/").content.decode()
    assert 'data-lock-minutes="15"' in html
    assert 'data-lock-url="/khoa-man-hinh/"' in html
    assert 'id="screen-lock"' in html
    anonymous = Client().get("/khung/").content.decode()
    assert "data-lock-minutes" not in anonymous
    assert 'id="screen-lock"' not in anonymous
    assert 'id="main-menu"' not in anonymous


def test_refusal_is_a_page_with_its_sentence(clerk: Client) -> None:
    response = clerk.get("/tre/")
    assert response.status_code == 409
    assert "Người khác vừa nhận việc &lt;này&gt;." in response.content.decode()
    assert "<!doctype html>" in response.content.decode()


def test_refusal_of_a_part_goes_to_the_messages(clerk: Client) -> None:
    response = clerk.get("/tre/", headers={"HX-Request": "true"})
    assert (response["HX-Retarget"], response["HX-Reswap"]) == ("#messages", "innerHTML")
    html = response.content.decode()
    assert "<!doctype" not in html
    assert 'role="alert"' in html


@pytest.mark.parametrize(
    ("address", "status", "words"), [("/khong-co/", 404, "Về trang chủ"), ("/hong/", 500, "chưa được ghi")]
)
def test_error_pages_say_what_to_do(clerk: Client, address: str, status: int, words: str) -> None:
    clerk.raise_request_exception = False
    response = clerk.get(address)
    assert response.status_code == status
    assert words in response.content.decode()


def test_forged_post_is_refused_in_vietnamese() -> None:
    response = Client(enforce_csrf_checks=True).post("/giao-dien/")
    assert response.status_code == 403
    assert "Phiên làm việc không còn hợp lệ" in response.content.decode()


def test_every_answer_carries_the_security_policy(clerk: Client) -> None:
    clerk.raise_request_exception = False
    for address in ("/khung/", "/khong-co/", "/hong/", "/tre/", "/con-day/"):
        response = clerk.get(address)
        assert response["Content-Security-Policy"] == CONTENT_SECURITY_POLICY, address
        assert response["Cache-Control"] == "no-store", address
    assert "unsafe" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize(("name", "initial"), [("Nguyễn Văn Mẫu", "M"), ("Đỗ Thị ánh", "Á"), ("", ""), ("Thử", "T")])
def test_initial_is_that_of_the_given_name(name: str, initial: str) -> None:
    assert initial_of_given_name(name) == initial


def test_unit_one_acts_for_is_chosen_in_the_frame(clerk: Client, world: World) -> None:
    html = clerk.get("/khung/").content.decode()
    office, committee = world.units["office"], world.units["ubnd"]
    assert f'value="{office.pk}" aria-current="true">Văn phòng' in html
    assert f'value="{committee.pk}">Ủy ban' in html
    clerk.post("/don-vi-lam-viec/", {"unit": str(committee.pk)})
    assert f'value="{committee.pk}" aria-current="true">Ủy ban' in clerk.get("/khung/").content.decode()


def test_somebody_with_one_unit_has_nothing_to_choose(signed_in: SignedIn) -> None:
    html = signed_in("chair").get("/khung/").content.decode()
    assert 'name="unit"' not in html
    assert '<span class="topbar-unit-name">Ủy ban nhân dân tỉnh Lạc Giang</span>' in html
