"""A list page as its readers get it: whole, in part, empty, refused, by keyboard marks and with few queries."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.conftest import SignedIn
from tests.factories.organizations import make_unit

pytestmark = pytest.mark.urls("tests.unit.ui.pages")


@pytest.fixture
def clerk(signed_in: SignedIn) -> Client:
    return signed_in("clerk")


def _codes(html: str) -> list[str]:
    return re.findall(r'href="/mo/([^/]+)/"', html)


def test_page_shows_rows_with_links_labels_and_count(clerk: Client) -> None:
    html = clerk.get("/thu/?q=so").content.decode()
    assert _codes(html) == ["T.SNV", "T.STC"]
    assert 'data-label="Trực thuộc"' in html
    assert "2 mục." in html
    assert "Xuất Excel" in html
    assert html.startswith("<!doctype html>")


def test_sorting_is_said_to_screen_readers_and_turns_round(clerk: Client) -> None:
    html = clerk.get("/thu/?q=so&sx=-ma").content.decode()
    assert _codes(html) == ["T.STC", "T.SNV"]
    assert 'aria-sort="descending"' in html
    assert 'href="?q=so&amp;sx=ma"' in html


def test_htmx_gets_the_part_and_the_clean_address(clerk: Client) -> None:
    response = clerk.get("/thu/?q=so&l=&hieu-luc-tu=&sx=ten", headers={"HX-Request": "true"})
    html = response.content.decode()
    assert "<!doctype" not in html
    assert _codes(html) == ["T.SNV", "T.STC"]
    assert 'id="list-count" hx-swap-oob="innerHTML"' in html
    assert response["HX-Push-Url"] == "/thu/?q=so"
    assert response["Vary"].startswith("HX-Request")


def test_history_restore_gets_the_whole_page(clerk: Client) -> None:
    response = clerk.get("/thu/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert response.content.decode().startswith("<!doctype html>")


def test_next_and_previous_page_lead_back_to_the_start(clerk: Client) -> None:
    first = clerk.get("/thu/").content.decode()
    next_url = re.search(r'id="page-next" href="([^"]+)"', first)
    assert next_url is not None
    assert 'id="page-previous"' not in first
    second = clerk.get(f"/thu/{next_url[1]}").content.decode()
    previous_url = re.search(r'id="page-previous" href="([^"]+)"', second)
    assert previous_url is not None
    assert not set(_codes(first)) & set(_codes(second))
    assert _codes(clerk.get(f"/thu/{previous_url[1]}").content.decode()) == _codes(first)


def test_chosen_columns_replace_the_default(clerk: Client) -> None:
    html = clerk.get("/thu/?q=so&cot=ten&cot=tu").content.decode()
    assert "01/07/2025" in html
    assert 'data-label="Trực thuộc"' not in html


def test_condition_in_force_is_a_chip_that_can_be_dropped(clerk: Client) -> None:
    html = clerk.get("/thu/?q=so&l=department").content.decode()
    assert '<a class="chip" href="?q=so"><span>Loại: Sở, ban, ngành</span>' in html


def test_quick_view_in_force_is_marked(clerk: Client) -> None:
    assert 'href="?l=department" aria-current="true"' in clerk.get("/thu/?l=department").content.decode()
    assert 'href="?l=department" aria-current="true"' not in clerk.get("/thu/").content.decode()


def test_empty_list_says_what_to_do_next(clerk: Client) -> None:
    html = clerk.get("/thu-rong/").content.decode()
    assert "Chưa có cơ quan nào. Hãy nạp danh mục." in html
    assert "Nạp danh mục</a>" in html
    assert "Xuất Excel" not in html


def test_nothing_found_offers_to_drop_the_conditions(clerk: Client) -> None:
    html = clerk.get("/thu/?q=khong-co-gi").content.decode()
    assert "Bỏ mọi điều kiện" in html
    assert "Hãy nạp danh mục" not in html


def test_action_without_its_permission_is_not_shown(clerk: Client) -> None:
    assert ">Quản lý</a>" not in clerk.get("/thu/").content.decode()


def test_list_without_its_permission_is_refused_with_a_sentence(signed_in: SignedIn) -> None:
    response = signed_in("outsider").get("/thu/")
    assert response.status_code == 403
    assert "không được xem danh sách này" in response.content.decode()


def test_markup_in_a_name_stays_text(clerk: Client) -> None:
    make_unit("XSS", "<script>alert(1)</script> Sở Thử")
    html = clerk.get("/thu/?q=script").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_number_of_queries_does_not_grow_with_the_rows(clerk: Client) -> None:
    clerk.get("/thu/")  # the first request of a session also writes the session
    counts = []
    for query in ("?q=so+noi", "?"):
        with CaptureQueriesContext(connection) as captured:
            html = clerk.get(f"/thu/{query}").content.decode()
        counts.append((len(_codes(html)), len(captured)))
    assert counts[0][0] == 1
    assert counts[1][0] == 4
    assert counts[0][1] == counts[1][1]
