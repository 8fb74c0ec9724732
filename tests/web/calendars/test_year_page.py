"""The page of a year: read by everybody with a role, changed by the administrator, confirmed when it is complete."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.conftest import SignedIn
from tests.contracts.objects import sign_in_without_duties
from tests.factories.calendars import known_days
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.calendars.models import CalendarDay, CalendarYear
from sauro.calendars.selectors.working_days import is_working_day

__all__ = ["known_days"]

pytestmark = pytest.mark.usefixtures("known_days")
URL = "/lich-lam-viec/2026/"
DAY = {"day": "01/09/2026", "kind": "holiday", "name": "Quốc khánh", "basis": "Thông báo thử nghiệm"}


@pytest.fixture
def admin(world: World, signed_in: SignedIn) -> Client:
    """The administrator with the second factor set up."""
    sign_in_without_duties(world)
    return signed_in("admin")


def test_page_says_what_is_missing_and_shows_the_months(signed_in: SignedIn) -> None:
    page = signed_in("servant_a").get(URL).content.decode()
    assert "Lịch năm này chưa được xác nhận" in page
    assert "còn thiếu ngày nghỉ Quốc khánh thứ hai" in page
    listed = re.findall(r'class="calendar-day">(\d\d)/(\d\d)/', page)
    assert listed == sorted(listed, key=lambda found: found[::-1])
    assert page.count('class="calendar-month"') == 12
    assert "Thêm ngày" not in page
    assert "đã được xác nhận là đủ" in signed_in("servant_a").get("/lich-lam-viec/2025/").content.decode()


def test_day_is_added_year_confirmed_and_opened_again_by_a_change(admin: Client) -> None:
    assert admin.post(f"{URL}them/", DAY).status_code == 302
    row = CalendarDay.objects.get(day=dt.date(2026, 9, 1))
    assert row.basis == "Thông báo thử nghiệm"
    assert admin.post(f"{URL}xac-nhan/", {"complete": "1"}).status_code == 302
    year = CalendarYear.objects.get(year=2026)
    assert (year.is_complete, year.confirmed_by_name) == (True, "Mai Văn Ví Dụ")
    assert admin.post(f"/lich-lam-viec/ngay/{row.pk}/bo/").status_code == 302
    year.refresh_from_db()
    assert (year.is_complete, year.confirmed_by_name) == (False, "")
    assert not CalendarDay.objects.filter(pk=row.pk).exists()
    codes = AuditEvent.objects.filter(code__startswith="calendars.").order_by("sequence").values_list("code", flat=True)
    assert list(codes) == [
        "calendars.day.set", "calendars.year.confirmed", "calendars.day.removed", "calendars.year.reopened",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": "05/09/2026"}, "đã là ngày nghỉ"),
        ({"day": "02/09/2026"}, "theo luật"),
        ({"day": "03/09/2026", "kind": "worked"}, "phải là thứ Bảy hoặc Chủ nhật"),
        ({"day": "02/09/2026", "kind": "half"}, "theo luật"),
        ({"day": "16/02/2026"}, "đã có trong lịch"),
        ({"day": "31/02/2026"}, "Ngày chưa đúng"),
        ({"day": "01/09/1999"}, "Năm phải từ"),
    ],
)
def test_days_that_make_no_sense_are_refused(admin: Client, changes: dict[str, str], sentence: str) -> None:
    before = CalendarDay.objects.count()
    response = admin.post(f"{URL}them/", DAY | changes)
    assert response.status_code in (409, 422)
    assert sentence in response.content.decode()
    assert CalendarDay.objects.count() == before


@pytest.mark.parametrize("persona", ["clerk", "head", "inspector", "office_a"])
def test_others_change_nothing(signed_in: SignedIn, persona: str) -> None:
    client = signed_in(persona)
    row = CalendarDay.objects.get(day=dt.date(2025, 4, 7))
    assert client.post(f"{URL}them/", DAY).status_code == 403
    assert client.post(f"{URL}xac-nhan/", {"complete": "1"}).status_code == 403
    assert client.post(f"/lich-lam-viec/ngay/{row.pk}/bo/").status_code == 403
    assert CalendarYear.objects.get(year=2026).is_complete is False


def test_years_out_of_reach_and_wrong_methods(signed_in: SignedIn) -> None:
    client = signed_in("clerk")
    assert client.get("/lich-lam-viec/1999/").status_code == 404
    assert client.get(f"{URL}them/").status_code == 405
    assert signed_in("outsider").get(URL).status_code == 403


def test_page_takes_the_same_queries_for_a_full_and_an_empty_year(signed_in: SignedIn) -> None:
    client = signed_in("clerk")
    client.get(URL)
    counts = []
    for year in (2025, 2099):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/lich-lam-viec/{year}/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_half_day_and_saturday_mornings_are_entered_shown_and_counted(admin: Client) -> None:
    before = admin.get(URL).context["page"].months[10].working_days
    assert admin.post(f"{URL}them/", DAY | {"day": "25/11/2026", "kind": "half", "name": "Họp mặt"}).status_code == 302
    assert admin.post(f"{URL}sang-thu-bay/", {"worked": "1"}).status_code == 302
    page = admin.get(URL)
    # November 2026 has four Saturdays.
    assert page.context["page"].months[10].working_days == before - 0.5 + 2
    assert "calendar-half" in page.content.decode()
    assert is_working_day(dt.date(2026, 11, 28))
    assert admin.post(f"{URL}them/", DAY | {"day": "28/11/2026", "name": "Nghỉ thứ Bảy"}).status_code == 302
    assert not is_working_day(dt.date(2026, 11, 28))
    assert admin.post(f"{URL}them/", DAY | {"day": "29/11/2026"}).status_code == 422
