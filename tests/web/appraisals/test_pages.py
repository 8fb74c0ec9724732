"""The list of monthly sheets offers what can be done with it to those who may do it."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.appraisals import (
    FULL_POINTS,
    make_catalogue,
    make_product,
    make_rating,
    make_rating_round,
    make_sheet,
    own_line,
    set_score,
)
from tests.factories.assignments import post_of
from tests.factories.organizations import make_person
from tests.personas import World

from sauro.appraisals.forms import field_name
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


def test_a_head_closes_the_month_of_the_own_unit_and_is_told_which_others_not(
    world: World, signed_in: SignedIn
) -> None:
    month = shifted(month_of(today()), -1)
    set_score(make_sheet(post_of("Đỗ Văn Mẫu"), month, state="confirmed", own_points=FULL_POINTS), "86.51")
    head, address = signed_in("snv_head"), reverse("month-close")
    page = head.get(address).content.decode()
    unit = world.units["snv"]
    assert str(unit.pk) in page and unit.name in page
    other = head.post(address, {"unit": world.units["stc"].pk, "month": f"{month:%Y-%m}"})
    assert other.status_code == 422 and "Bạn không chốt phiếu của đơn vị này" in other.content.decode()
    this_month = head.post(address, {"unit": unit.pk, "month": f"{today():%Y-%m}"})
    assert this_month.status_code == 422
    closed = head.post(address, {"unit": unit.pk, "month": f"{month:%Y-%m}"})
    assert closed["Location"] == f"{reverse('sheet-list')}?th={month:%Y-%m}&dv={unit.code}"


def test_all_points_out_of_range_are_told_at_once_each_at_its_criterion(world: World, signed_in: SignedIn) -> None:
    sheet = make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 10, 1))
    wrong = {field_name(code): points for code, points in FULL_POINTS.items()} | {
        "point_I_1": "5,5",
        "point_II_1": "-1",
    }
    answer = signed_in("snv_servant").post(reverse("sheet-act", args=[sheet.pk, "tu-cham"]), wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Cho từ 0 đến 5 điểm.") == page.count("Cho từ 0 đến 2,5 điểm.") == 2


def test_whoever_confirms_reads_score_and_own_points_beside_the_form_and_goes_on_from_there(
    world: World, signed_in: SignedIn
) -> None:
    own = {**FULL_POINTS, "I.1": "4.5"}
    month = dt.date(2026, 10, 1)
    sheet = make_sheet(post_of("Đỗ Văn Mẫu"), month, state="submitted", own_points=own, own_note="Đủ việc (mẫu)")
    set_score(sheet, "86.51")
    make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 9, 1), state="submitted", own_points=own)
    head = signed_in("snv_head")
    form = head.get(reverse("sheet-act", args=[sheet.pk, "xac-nhan"])).content.decode()
    assert "(tối đa 5, tự chấm 4,5)" in form and "86,51" in form and "Đủ việc (mẫu)" in form
    page = head.get(reverse("sheet-detail", args=[sheet.pk])).content.decode()
    assert "đến hết ngày 05/11/2026" in page and "2 phiếu chờ bạn xác nhận" in page
    mine = signed_in("snv_servant").get(reverse("sheet-detail", args=[sheet.pk])).content.decode()
    assert "Muốn sửa phiếu thì đề nghị người đánh giá trả lại" in mine and "phiếu chờ bạn xác nhận" not in mine


def test_a_request_shows_its_words_and_is_not_offered_twice(world: World, signed_in: SignedIn) -> None:
    sheet = make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 10, 1), state="submitted", own_points=FULL_POINTS)
    line = own_line(sheet, late=1, is_done=True)
    person, page = signed_in("snv_servant"), reverse("sheet-detail", args=[sheet.pk])
    ask = reverse("sheet-line-act", args=[line.pk, "de-nghi"])
    assert ask in person.get(page).content.decode()
    asked = {"kind": "objective", "about": "late", "times": "1", "text": "Chờ số liệu (mẫu)"}
    assert person.post(ask, asked).status_code == 302
    shown = person.get(page).content.decode()
    assert "Chờ số liệu (mẫu)" in shown and ask not in shown
    assert person.post(ask, asked).status_code == 422


def test_what_a_decided_year_no_longer_takes_is_not_offered(world: World, signed_in: SignedIn) -> None:
    post, year = post_of("Đỗ Văn Mẫu"), 2026
    make_sheet(post, dt.date(year, 10, 1))
    person, state = signed_in("snv_servant"), reverse("own-level-state", args=[year])
    own = reverse("own-sheets") + f"?nam={year}"
    assert state in person.get(own).content.decode()
    found = make_rating_round(world.units["snv"], state="decided", decided_on=dt.date(year, 11, 1))
    rating = make_rating(found, post, level="TOT")
    assert state not in person.get(own).content.decode()
    page, complain = reverse("rating-detail", args=[rating.pk]), reverse("rating-act", args=[rating.pk, "kien-nghi"])
    assert complain in person.get(page).content.decode()
    assert person.post(complain, {"text": "Chưa tính việc tháng 9 (mẫu)"}).status_code == 302
    assert complain not in person.get(page).content.decode()


def test_work_is_added_and_its_product_chosen_on_the_pages(world: World, signed_in: SignedIn) -> None:
    catalogue = make_catalogue(world.units["ubnd"])
    report, plan = (
        make_product(catalogue, code, text, 120_000) for code, text in (("B", "Báo cáo"), ("K", "Kế hoạch"))
    )
    sheet = make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 10, 1))
    person, page = signed_in("snv_servant"), reverse("sheet-detail", args=[sheet.pk])
    told = {"wording": "Họp thôn (mẫu)", "product": str(report.pk), "quantity": "2", "is_done": "on"}
    assert person.post(reverse("sheet-act", args=[sheet.pk, "them-viec"]), told)["Location"] == page
    line = sheet.items.get()
    assert (line.wording, line.units, line.is_done) == ("Họp thôn (mẫu)", 240_000, True)
    chosen = person.post(reverse("sheet-line-act", args=[line.pk, "san-pham"]), {"product": str(plan.pk)})
    assert chosen["Location"] == page
    assert "K – Kế hoạch × 2" in person.get(page).content.decode()


def test_the_list_shows_the_months_of_a_quarter_or_a_half(world: World, signed_in: SignedIn) -> None:
    for month in (6, 7, 10):
        make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, month, 1))
    person = signed_in("snv_servant")
    for period, shown in (("2026-h1", [6]), ("2026-h2", [7, 10]), ("2026-q3", [7]), ("2026-q9", [6, 7, 10])):
        page = person.get(reverse("sheet-list") + f"?cua=toi&th={period}").content.decode()
        assert [number for number in (6, 7, 10) if f"{number:02}/2026</td>" in page] == shown


def test_the_mean_of_a_quarter_opens_its_months(world: World, signed_in: SignedIn) -> None:
    scored = {"state": "closed", "score_exact": "80", "score": 80}
    for month in (7, 8, 9):
        make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, month, 1), **scored)
    page = signed_in("snv_servant").get(reverse("own-sheets") + "?nam=2026").content.decode()
    assert "cua=toi&amp;th=2026-q3" in page
    assert "th=2026-q1" not in page


def test_a_month_in_which_nothing_was_given_says_that_there_is_no_score(world: World, signed_in: SignedIn) -> None:
    sheet = make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 10, 1), state="submitted", own_points=FULL_POINTS)
    own_line(sheet, is_done=True, kind="ad_hoc")
    page = signed_in("snv_servant").get(reverse("sheet-detail", args=[sheet.pk])).content.decode()
    assert "khi mở kỳ không có việc nào được giao" in page and "chưa có" not in page
