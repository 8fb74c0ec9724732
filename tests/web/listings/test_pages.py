"""Saved views and kept columns as people use them: from the list, on the list, and on their own page."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.listings.models import SavedView

LIST = "/nhiem-vu/"


@pytest.fixture
def head(signed_in: SignedIn) -> Client:
    return signed_in("head")


def _save(client: Client, name: str, query: str, **more: str) -> SavedView:
    answer = client.post("/cach-xem/assignment-list/luu/", {"name": name, "query": query, **more})
    assert answer.status_code == 302, answer.content.decode()
    return SavedView.objects.get(name=name)


def _heads(html: str) -> list[str]:
    return re.findall(r'<th scope="col" class="[^"]+"[^>]*>\s*(?:<a[^>]*>)?([^<]+)<', html)


def test_saved_view_stands_above_the_list_and_says_when_it_is_left(head: Client, world: World) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    view = _save(head, "Việc xã", "mo=mo&cot=viec&cot=ma")
    address = f"{LIST}?mo=mo&cot=viec&cot=ma&xem={view.pk}"
    html = head.get(address).content.decode()
    assert re.search(rf'xem={view.pk}" aria-current="true"', html)
    assert "(đã đổi)" not in html
    assert [text.strip() for text in _heads(html)] == ["Việc", "Mã"]
    changed = head.get(f"{LIST}?hinh=overdue&xem={view.pk}").content.decode()
    assert "(đã đổi)" in changed
    assert "Ghi đè “Việc xã”" in changed


def test_overwriting_takes_what_the_list_shows(head: Client) -> None:
    view = _save(head, "Việc xã", "hinh=overdue")
    answer = head.post(f"/cach-xem/{view.pk}/ghi-de/", {"query": "mo=mo&sx=-ma"})
    assert answer["Location"] == f"{LIST}?mo=mo&sx=-ma&xem={view.pk}"


def test_default_view_opens_with_the_bare_address_only(head: Client, world: World) -> None:
    view = _save(head, "Đang mở", "mo=mo", is_default="on")
    assert head.get(LIST)["Location"] == f"{LIST}?mo=mo&xem={view.pk}"
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="confirmed")
    everything = head.get(f"{LIST}?xem=tat-ca")
    assert everything.status_code == 200
    assert "1 mục." in everything.content.decode()
    part = head.get(f"{LIST}?q=", headers={"HX-Request": "true"})
    assert part["HX-Push-Url"] == f"{LIST}?xem=tat-ca"
    html = head.get(f"{LIST}?mo=mo&hinh=overdue&xem={view.pk}").content.decode()
    assert f'class="list-reset" href="{LIST}?xem=tat-ca"' in html
    head.post(f"/cach-xem/{view.pk}/bo-mac-dinh/")
    assert head.get(LIST).status_code == 200


def test_order_of_columns_is_that_of_the_address(head: Client, world: World) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    html = head.get(f"{LIST}?cot=han&cot=viec&cot=khong-co&cot=ma").content.decode()
    assert [text.strip() for text in _heads(html)] == ["Thời hạn", "Việc", "Mã"]
    assert "Luôn dùng các cột này" in html


def test_kept_columns_stand_where_the_address_names_none(head: Client, world: World) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    answer = head.post(
        "/cach-xem/assignment-list/cot/", {"cot": ["viec", "ma"], "query": "mo=mo&cot=viec&cot=ma"}, follow=True
    )
    assert answer.redirect_chain == [(f"{LIST}?mo=mo", 302)]
    html = answer.content.decode()
    assert [text.strip() for text in _heads(html)] == ["Việc", "Mã"]
    assert "Về các cột ban đầu" in html
    part = head.get(f"{LIST}?cot=ma&cot=viec", headers={"HX-Request": "true"})
    assert part["HX-Push-Url"] == f"{LIST}?cot=ma&cot=viec"
    part = head.get(f"{LIST}?cot=viec&cot=ma", headers={"HX-Request": "true"})
    assert part["HX-Push-Url"] == LIST
    head.post("/cach-xem/assignment-list/cot/", {"forget": "1", "cot": ["viec", "ma"]})
    assert "Thời hạn" in _heads(head.get(LIST).content.decode())[4]


def test_name_that_is_taken_keeps_what_was_typed(head: Client) -> None:
    _save(head, "Quá hạn", "hinh=overdue")
    answer = head.post("/cach-xem/assignment-list/luu/", {"name": "Quá hạn", "query": "mo=mo"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Bạn đã có cách xem tên này." in html
    assert 'name="query" value="mo=mo"' in html


def test_page_says_what_each_view_holds(head: Client, world: World) -> None:
    _save(head, "Xã A", f"q=trạm bơm&dv={world.units['ubnd_a'].code}&cot=viec&cot=ma")
    html = head.get("/cach-xem/assignment-list/").content.decode()
    assert "Tìm: trạm bơm" in html
    assert "Đơn vị thực hiện: Ủy ban nhân dân xã A Thử" in html
    assert "Cột: Việc, Mã" in html


def test_sharing_from_the_page(head: Client, signed_in: SignedIn, world: World) -> None:
    view = _save(head, "Việc xã", "hinh=overdue")
    answer = head.post(f"/cach-xem/{view.pk}/chia-se/", {"unit": str(world.units["snv"].pk)})
    assert answer.status_code == 422
    assert SavedView.objects.get().unit is None
    assert head.post(f"/cach-xem/{view.pk}/chia-se/", {"unit": str(world.units["ubnd"].pk)}).status_code == 302
    html = signed_in("chair").get(LIST).content.decode()
    assert "Của Ủy ban nhân dân tỉnh Lạc Giang" in html
    page = signed_in("inspector").get("/cach-xem/assignment-list/").content.decode()
    assert "Việc xã" in page
    assert "Thôi chia sẻ" not in page
    assert "Việc xã" not in signed_in("snv_head").get(LIST).content.decode()


def test_markup_in_a_name_stays_text(head: Client) -> None:
    _save(head, "<script>alert(1)</script>", "mo=mo")
    for address in (LIST, "/cach-xem/assignment-list/"):
        assert "<script>alert" not in head.get(address).content.decode()


def test_what_a_person_typed_never_leads_elsewhere(head: Client) -> None:
    answer = head.post("/cach-xem/assignment-list/cot/", {"cot": ["ma"], "query": "//xau.invalid/?a=1"})
    assert answer["Location"].startswith(f"{LIST}?")


def test_saved_view_is_in_the_palette_of_its_people(head: Client, signed_in: SignedIn) -> None:
    view = _save(head, "Trạm bơm quá hạn", "hinh=overdue")
    assert f"{LIST}?hinh=overdue&amp;xem={view.pk}" in head.get("/bang-lenh/?q=tram+bom").content.decode()
    assert str(view.pk) not in signed_in("clerk").get("/bang-lenh/?q=tram+bom").content.decode()
