"""Calendar and timeline as people see them: over the filters of the list, and every number opens its list."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

import pytest
from django.test import Client
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World

from sauro.common.clock import now, today
from sauro.tasks.models import Assignment


@pytest.fixture
def head(signed_in: SignedIn) -> Client:
    return signed_in("head")


@pytest.fixture
def rows(world: World) -> list[Assignment]:
    """Three due today, one of them in commune B; one late; one without a deadline."""
    given, late = world.units["ubnd"], today() - dt.timedelta(days=1)
    a, b = world.units["ubnd_a"], world.units["ubnd_b"]
    columns = [(a, today()), (a, today()), (b, today()), (a, late), (a, None)]
    return [make_assignment(given, unit, due_on=due, given_at=now() - dt.timedelta(days=3)) for unit, due in columns]


def _count(client: Client, address: str) -> int:
    found = re.search(r"(\d+) mục\.", client.get(unescape(address)).content.decode())
    assert found is not None, address
    return int(found[1])


def _day_link(html: str, day: dt.date) -> str:
    found = re.search(rf'href="([^"]+)" data-day="{day:%Y-%m-%d}"', html)
    assert found is not None
    return found[1]


def test_calendar_counts_what_the_list_of_the_day_holds(head: Client, rows: list[Assignment]) -> None:
    html = head.get("/nhiem-vu/lich/").content.decode()
    assert "3 việc" in html
    assert _count(head, _day_link(html, today())) == 3
    narrowed = head.get(f"/nhiem-vu/lich/?dv={rows[0].unit.code}").content.decode()
    assert _count(head, _day_link(narrowed, today())) == 2
    light = re.search(r'class="mark mark-late" href="([^"]+)"', html)
    assert light is not None
    assert _count(head, light[1]) == 1
    undated = re.search(r'href="([^"]+)">1 việc không hạn', html)
    assert undated is not None
    assert _count(head, undated[1]) == 1


def test_calendar_turns_pages_and_keeps_the_filters(head: Client) -> None:
    html = head.get("/nhiem-vu/lich/?thang=2026-12&mo=mo").content.decode()
    assert "Tháng 12/2026" in html
    assert 'href="?mo=mo&amp;thang=2027-01" rel="next"' in html
    assert 'href="?mo=mo&amp;thang=2026-11" rel="prev"' in html
    assert 'href="?mo=mo&amp;tuan=2026-11-30"' in html
    week = head.get("/nhiem-vu/lich/?tuan=2026-12-03").content.decode()
    assert "Tuần 30/11 – 06/12/2026" in week
    assert 'href="?tuan=2026-12-07" rel="next"' in week


@pytest.mark.parametrize("query", ["thang=2026-13", "tuan=abc", "thang=1800-01", "tuan=9999-12-31", "thang="])
def test_nonsense_in_the_address_of_the_calendar_is_the_present_month(head: Client, query: str) -> None:
    answer = head.get(f"/nhiem-vu/lich/?{query}")
    assert answer.status_code == 200
    assert f"Tháng {today():%m/%Y}" in answer.content.decode()


def test_calendar_does_not_turn_beyond_its_years(head: Client) -> None:
    assert 'rel="next"' not in head.get("/nhiem-vu/lich/?thang=2099-12").content.decode()


def test_parts_of_a_face_push_a_clean_address(head: Client) -> None:
    answer = head.get("/nhiem-vu/lich/?q=&mo=mo&hinh=&thang=2026-12", headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == "/nhiem-vu/lich/?mo=mo&thang=2026-12"


def test_faces_carry_the_filters_to_each_other(head: Client) -> None:
    html = head.get("/viec-da-giao/?mo=mo&sx=-ma").content.decode()
    assert 'href="/viec-da-giao/lich/?mo=mo&amp;sx=-ma"' in html
    face = head.get("/viec-da-giao/lich/?mo=mo&sx=-ma&cot=viec&cot=ma").content.decode()
    assert 'href="/viec-da-giao/?mo=mo&amp;sx=-ma&amp;cot=viec&amp;cot=ma"' in face
    assert '<input type="hidden" name="cot" value="viec">' in face


def test_timeline_counts_what_the_list_of_its_row_holds(head: Client, rows: list[Assignment]) -> None:
    html = head.get("/nhiem-vu/dong-thoi-gian/").content.decode()
    links = re.findall(r'<th scope="row"><a href="([^"]+)">', html)
    assert sorted(_count(head, link) for link in links) == [1, 4]
    assert rows[3].code in html
    assert html.count('class="bar-late"') == 2, "one late bar and the legend"


def test_timeline_by_person_leads_to_the_list_of_the_person(signed_in: SignedIn, world: World) -> None:
    post = post_of("Bùi Thị Mẫu A")
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], person=post)
    make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    office = signed_in("office_a")
    html = office.get("/nhiem-vu/dong-thoi-gian/?hang=nguoi").content.decode()
    links = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a>', html)
    assert [name for _link, name in links] == ["Chưa phân công", "Bùi Thị Mẫu A"]
    assert [_count(office, link) for link, _name in links] == [1, 1]
    assert "Người thực hiện: Bùi Thị Mẫu A" in office.get(unescape(links[1][0])).content.decode()
    stranger = signed_in("office_b").get(f"/nhiem-vu/?ng={post.pk}").content.decode()
    assert "Bùi Thị Mẫu A" not in stranger


@pytest.mark.parametrize("query", ["so-tuan=7", "so-tuan=abc", "tu=2026-02-30", "tu=1500-01-01", "trang=0", "trang=²"])
def test_nonsense_in_the_address_of_the_timeline_is_the_usual(head: Client, rows: list[Assignment], query: str) -> None:
    answer = head.get(f"/nhiem-vu/dong-thoi-gian/?{query}")
    assert answer.status_code == 200
    assert "13 tuần</a>" in answer.content.decode()


def test_timeline_moves_through_time(head: Client) -> None:
    html = head.get("/nhiem-vu/dong-thoi-gian/?tu=2026-01-07&so-tuan=8").content.decode()
    assert "05/01/2026 – 01/03/2026" in html
    assert 'href="?so-tuan=8&amp;tu=2026-02-02" rel="next"' in html
    assert "Không có việc nào trong khoảng thời gian này" in html


def test_words_of_a_task_are_escaped_in_the_drawing(head: Client, world: World) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording="<b>Sửa</b> trạm bơm", due_on=today())
    for face in ("lich", "dong-thoi-gian"):
        html = head.get(f"/nhiem-vu/{face}/").content.decode()
        assert "<b>Sửa" not in html
        assert "&lt;b&gt;Sửa" in html
