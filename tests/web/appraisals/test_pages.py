"""The list of monthly sheets offers what can be done with it to those who may do it."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.appraisals import make_sheet, set_score
from tests.factories.assignments import post_of
from tests.factories.organizations import make_person
from tests.personas import World

from sauro.appraisals.models import Sign
from sauro.common.clock import now, today
from sauro.organizations.models import Appointment, Position
from sauro.plans.months import month_of, shifted


def _heads(name: str) -> None:
    """Let somebody head their unit by post."""
    position = Position.objects.create(code="DUNG-DAU", title="Người đứng đầu (mẫu)", is_head=True)
    post = post_of(name)
    post.position = position
    post.save()


@pytest.mark.parametrize(("persona", "is_offered"), [("snv_head", True), ("snv_servant", False), ("office_a", True)])
def test_closing_a_month_is_offered_to_heads_by_role_or_post(
    world: World, signed_in: SignedIn, persona: str, *, is_offered: bool
) -> None:
    _heads("Ngô Văn Thử A")
    page = signed_in(persona).get(reverse("sheet-list")).content.decode()
    assert (reverse("month-close") in page) is is_offered


def test_years_are_written_without_a_mark_of_thousands(signed_in: SignedIn) -> None:
    page = signed_in("snv_servant").get(reverse("own-sheets") + "?nam=2026").content.decode()
    assert "năm 2026" in page and 'href="?nam=2025"' in page and "2.02" not in page


def test_what_is_to_be_explained_is_answered_by_the_person_and_read_by_the_head(
    world: World, signed_in: SignedIn
) -> None:
    sheet = make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 10, 1))
    facts = {"months": ["2026-08", "2026-09", "2026-10"]}
    sign = Sign.objects.create(sheet=sheet, code="all_full", facts=facts, found_at=now())
    page, answer = reverse("sheet-detail", args=[sheet.pk]), reverse("sign-answer", args=[sign.pk])
    head, person = signed_in("snv_head"), signed_in("snv_servant")
    assert "Cần giải thích" not in head.get(page).content.decode()
    assert head.get(answer).status_code == 404
    assert "08/2026, 09/2026, 10/2026" in person.get(page).content.decode()
    assert "Cần giải thích" in head.get(page).content.decode()
    assert head.post(answer, {"text": "Thay"}).status_code == 403
    assert person.post(answer, {"text": " "}).status_code == 422
    assert person.post(answer, {"text": "Có <b>bảng</b> số liệu"}).status_code == 302
    assert "Có &lt;b&gt;bảng&lt;/b&gt; số liệu" in head.get(page).content.decode()


def _people_of_snv(month: dt.date) -> None:
    """In one unit: a confirmed sheet, one that only waits, one of somebody away; in another unit a confirmed one."""
    for name, state, leave in (("Đỗ Văn Mẫu", "confirmed", ""), ("Võ Thị Thử", "submitted", "")):
        set_score(make_sheet(post_of(name), month, state=state, leave=leave), "86.51")
    known = post_of("Đỗ Văn Mẫu")
    away = Appointment.objects.create(
        person=make_person("Lê Thị Giả Định"), position=known.position, unit=known.unit, valid=known.valid
    )
    set_score(make_sheet(away, month, state="closed", leave="sick"), "40")
    set_score(make_sheet(post_of("Ngô Văn Thử A"), month, state="closed"), "86.51")


def test_each_number_of_the_results_opens_exactly_the_sheets_behind_it(world: World, signed_in: SignedIn) -> None:
    month = dt.date(2026, 10, 1)
    _people_of_snv(month)
    head = signed_in("snv_head")
    page = head.get(reverse("appraisal-results"), {"thang": "2026-10", "dv": world.units["snv"].pk}).content.decode()
    links = {unescape(url) for url in re.findall(rf'href="({reverse("sheet-list")}\?[^"]+)"', page)}
    shown = {}
    for url in links:
        listed = head.get(url).content.decode()
        asked = parse_qs(urlsplit(url).query)
        key = asked["tinh-trang"][0], asked.get("xep", [""])[0], "dv-rieng" in asked
        shown[key] = listed.count("10/2026</td>")
    assert shown["co-diem", "", False] == shown["co-diem", "", True] == shown["co-diem", "good", True] == 1
    assert shown["lam-viec", "", False] == shown["lam-viec", "", True] == 2


def test_the_tile_of_the_first_page_counts_what_its_list_shows(world: World, signed_in: SignedIn) -> None:
    for month in (shifted(month_of(today()), -1), month_of(today())):
        make_sheet(post_of("Đỗ Văn Mẫu"), month)
    person = signed_in("snv_servant")
    home = person.get("/").content.decode()
    found = re.search(rf'href="({reverse("sheet-list")}[^"]*tinh-trang=open)"', home)
    assert found is not None
    assert "1 mục." in person.get(unescape(found[1])).content.decode()


def test_points_are_written_in_lists_as_on_pages(world: World, signed_in: SignedIn) -> None:
    set_score(make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 10, 1), state="closed"), "86.51")
    page = signed_in("snv_servant").get(reverse("sheet-list")).content.decode()
    assert "86,51" in page and "86.51" not in page
