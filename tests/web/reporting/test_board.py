"""The page of the board: every number opens the list it counts, whatever is filtered."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.conftest import SignedIn
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World
from tests.unit.reporting.board_stage import make_some

from sauro.accounts.screen_lock import ACTIVE_KEY
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.documents.models import Document
from sauro.organizations.models import Unit
from sauro.tasks.models import WorkField

LINK = re.compile(r'<a href="(/(?:viec-da-giao|nhiem-vu)/\?[^"]*)"[^>]*>([\d.]+)</a>')


@pytest.fixture
def work(world: World) -> World:
    for unit, due in (("ubnd_a", -1), ("ubnd_a", -20), ("ubnd_a", 3), ("ubnd_b", None), ("snv", 40), ("pkt_a", -1)):
        day = None if due is None else days_from(today(), due)
        make_assignment(world.units["ubnd"], world.units[unit], state="accepted", due_on=day)
    return world


@pytest.fixture
def much_work(world: World) -> World:
    WorkField.objects.create(code="dat-dai", name="Đất đai", position=1)
    WorkField.objects.create(code="giao-duc", name="Giáo dục", position=2)
    make_some(world, 45)
    return world


def sent_document(world: World) -> Document:
    document = make_document(world.units["ubnd"], DocumentSpec([TaskSpec("Sở Nội vụ rà soát.", leads=("Sở Nội vụ",))]))
    obligation = document.obligations.get()
    obligation.sent_at = document.received_at
    obligation.save()
    for unit, due in (("ubnd_a", -3), ("snv", 5)):
        columns = {"obligation": obligation, "due_on": days_from(today(), due), "state": "accepted"}
        make_assignment(world.units["ubnd"], world.units[unit], **columns)
    return document


# Lists answer with the part that changes: the figures are the same and the page costs less.
PART = {"HX-Request": "true"}
QUERIES = [
    "", "nhom=communes", "lv=khong&pv=tat-ca", "ky=bc-2026-11", "muc=don-vi&ky=2026", "muc=linh-vuc",
    "muc=linh-vuc&nhom=divisions&ky=2026", "muc=tai-viec&lv=dat-dai",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_every_number_opens_a_list_of_that_length(much_work: World, signed_in: SignedIn, query: str) -> None:
    head = signed_in("head")
    page = head.get(f"{reverse('board')}?{query}").content.decode()
    cells = set(LINK.findall(page))
    assert len(cells) >= 4
    for address, number in cells:
        listed = head.get(address.replace("&amp;", "&"), headers=PART)
        assert listed.context["count_text"] == number, address


def test_numbers_of_directives_open_their_lists(work: World, signed_in: SignedIn) -> None:
    document = sent_document(work)
    head = signed_in("head")
    for query in ("muc=van-ban", f"vb={document.pk}", f"vb={document.pk}&muc=linh-vuc"):
        page = head.get(f"{reverse('board')}?{query}").content.decode()
        cells = set(LINK.findall(page))
        assert len(cells) >= 4
        for address, number in cells:
            assert head.get(address.replace("&amp;", "&"), headers=PART).context["count_text"] == number, address
    page = head.get(reverse("board"), {"muc": "van-ban"})
    assert reverse("follow-up", args=[document.pk]) in page.content.decode()
    assert page.context["table"].whole.cells[0].small[1].text == "2"


def test_links_of_the_charts_open_lists_of_that_length(much_work: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    overview = head.get(reverse("board")).context["charts"][1:]
    load = head.get(reverse("board"), {"muc": "tai-viec"}).context["charts"]
    for chart in (*overview, *load):
        for index, address in enumerate(chart.links):
            number = sum(one.values[index] for one in chart.series)
            assert head.get(address, headers=PART).context["count_text"] == str(number), address


def test_red_list_shows_the_longest_overdue_first_and_leads_to_the_sentence(work: World, signed_in: SignedIn) -> None:
    page = signed_in("head").get(reverse("board"))
    assert [late.days for late in page.context["red_list"]] == [20, 1, 1]
    worst = page.context["red_list"][0].assignment
    shown = page.content.decode()
    assert "quá hạn 20 ngày" in shown
    assert reverse("assignment-detail", args=[worst.pk]) in shown
    assert reverse("assignment-source", args=[worst.pk]) in shown


def test_unit_with_units_below_is_counted_alone(work: World, signed_in: SignedIn) -> None:
    page = signed_in("head").get(reverse("given-list"), {"dv": "XA.UBND", "dv-rieng": "1"})
    assert page.context["count_text"] == "3"
    assert "không tính đơn vị trực thuộc" in page.content.decode()


def test_who_gives_nothing_sees_what_they_may_see(work: World, signed_in: SignedIn) -> None:
    page = signed_in("snv_head").get(reverse("board"))
    assert page.context["table"].whole.cells[0].main.text == "1"
    assert "Việc đã giao" not in signed_in("servant_a").get(reverse("board")).content.decode()
    empty = signed_in("outsider").get(reverse("board"))
    assert "Chưa có nhiệm vụ nào để theo dõi" in empty.content.decode()


def test_filters_that_leave_nothing_say_so(work: World, signed_in: SignedIn) -> None:
    page = signed_in("head").get(reverse("board"), {"ky": "2031"}).content.decode()
    assert "Không có nhiệm vụ nào khớp" in page


def test_only_the_worst_units_of_a_group_are_shown_until_it_is_chosen(world: World, signed_in: SignedIn) -> None:
    base = world.units["pkt_a"]
    for number in range(12):
        row = Unit.objects.get(pk=base.pk)
        row.pk, row._state.adding = None, True
        row.id, row.code, row.path = Unit().id, f"XA.P{number}", f"{base.path}P{number}/"
        row.name = row.sort_key = f"Phòng số {number:02}"
        row.save()
        due = days_from(today(), -1 if number == 11 else 9)
        make_assignment(world.units["ubnd"], row, state="accepted", due_on=due)
    head = signed_in("head")
    group = head.get(reverse("board"), {"muc": "don-vi"}).context["table"].groups[0]
    assert (len(group.rows), group.more, group.rows[0].label) == (8, 4, "Phòng số 11")
    whole = head.get(group.more_url).context["table"].groups[0]
    assert (len(whole.rows), whole.more) == (12, 0)


def test_people_are_named_to_those_who_lead_them_alone(work: World, signed_in: SignedIn) -> None:
    servant = post_of("Bùi Thị Mẫu A")
    make_assignment(work.units["ubnd"], work.units["ubnd_a"], person=servant, state="accepted", due_on=today())
    query = {"muc": "tai-viec", "dv": "XA.UBND", "pv": "tat-ca"}
    own = signed_in("office_a").get(reverse("board"), query)
    shown = own.content.decode()
    assert "Bùi Thị Mẫu A" in shown
    assert [row.number for row in own.context["people"]] == [1, 3]
    cells = [(cell.url, cell.text) for row in own.context["people"] for cell in row.cells if cell.url]
    assert len(cells) == 5
    for address, number in cells:
        assert signed_in("office_a").get(address, headers=PART).context["count_text"] == number, address
    for persona in ("head", "office_b", "inspector"):
        page = signed_in(persona).get(reverse("board"), query).content.decode()
        assert "Bùi Thị Mẫu A" not in page
        assert "chỉ hiện với lãnh đạo trực tiếp" in page


def test_wall_screen_renews_itself_draws_no_pictures_and_names_units_only(work: World, signed_in: SignedIn) -> None:
    page = signed_in("head").get(reverse("board"), {"man-hinh": "1"}).content.decode()
    assert 'hx-trigger="every 60s"' in page
    assert "data-chart" not in page
    assert "red-list" not in page
    assert "UBND" in page or "Ủy ban nhân dân" in page


def test_wall_screen_left_alone_renews_itself_and_nothing_else_answers(work: World, signed_in: SignedIn) -> None:
    client, wall = signed_in("head"), {"man-hinh": "1", "muc": "tai-viec"}
    background = {"X-Background": "1"}
    assert "people" not in client.get(reverse("board"), wall).context
    session = client.session
    session[ACTIVE_KEY] = 1
    session.save()
    assert client.get(reverse("board"), wall, headers=background).status_code == 200
    for address, query, headers in (
        (reverse("board"), wall, {}),
        (reverse("board"), {}, background),
        ("/", wall, background),
    ):
        assert client.get(address, query, headers=headers).status_code == 423, address
    client.post(reverse("lock"))
    assert client.get(reverse("board"), wall, headers=background).status_code == 423


def test_address_says_only_what_is_chosen(work: World, signed_in: SignedIn) -> None:
    query = {"pv": "tat-ca", "lv": "", "nhom": "communes", "ky": "x", "muc": "don-vi"}
    page = signed_in("head").get(reverse("board"), query, headers={"HX-Request": "true"})
    assert page["HX-Push-Url"] == f"{reverse('board')}?pv=tat-ca&muc=don-vi&nhom=communes"


@pytest.mark.parametrize(
    "query",
    [
        {"pv": "x"}, {"vb": "khong-phai"}, {"vb": "00000000-0000-7000-8000-000000000000"}, {"lv": "khong-co"},
        {"nhom": "x"}, {"ky": "2026-13"}, {"ky": "bc-2026"}, {"muc": "x"}, {"muc": "van-ban", "trang": "-1"},
        {"muc": "van-ban", "trang": "99999999999999999999"}, {"muc": "tai-viec", "dv": "khong-co"}, {"ky": "Đất\u0300"},
    ],
)  # fmt: skip
def test_addresses_that_make_no_sense_are_borne(work: World, signed_in: SignedIn, query: dict[str, str]) -> None:
    assert signed_in("head").get(reverse("board"), query).status_code == 200


def sheet_of(answer: HttpResponse) -> list[list[Any]]:
    """The first sheet of a workbook that was answered."""
    data = io.BytesIO(b"".join(answer.streaming_content))  # type: ignore[attr-defined]  # a file is streamed
    return CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("tab", ["tong-quan", "linh-vuc", "van-ban"])
def test_workbook_holds_every_unit_and_who_took_it_is_on_record(
    much_work: World, signed_in: SignedIn, tab: str
) -> None:
    document = sent_document(much_work)
    answer = signed_in("head").get(reverse("board"), {"muc": tab, "xuat": "xlsx", "pv": "tat-ca"})
    heads, *lines = sheet_of(answer)
    total = list(heads).index("Tổng số")
    shown = signed_in("head").get(reverse("board"), {"muc": tab, "pv": "tat-ca"}).context["table"].whole.cells[0]
    whole = shown.small[1].text if shown.small else shown.main.text
    assert sum(int(line[total] or 0) for line in lines) == int(whole) > 0
    part = {"linh-vuc": "Đất đai", "van-ban": document.official_code or document.code}.get(tab)
    assert part is None or part in {line[2] for line in lines}
    event = AuditEvent.objects.get(code="reporting.board.exported")
    assert event.changes["rows"] == len(lines)
    assert "Phạm vi" in event.changes["filters"]


def test_workbook_of_a_neighbour_holds_own_work_alone(work: World, signed_in: SignedIn) -> None:
    answer = signed_in("office_b").get(reverse("board"), {"xuat": "xlsx", "pv": "tat-ca"})
    assert [line[0] for line in sheet_of(answer)[1:]] == [work.units["ubnd_b"].name]


@pytest.mark.parametrize("tab", ["tong-quan", "don-vi", "linh-vuc", "van-ban", "tai-viec"])
def test_costs_the_same_for_few_and_many_units(world: World, signed_in: SignedIn, tab: str) -> None:
    head = signed_in("head")
    sent_document(world)
    address = f"{reverse('board')}?muc={tab}"
    head.get(address)
    with CaptureQueriesContext(connection) as one:
        head.get(address)
    for unit in ("ubnd_b", "snv", "pkt_a", "pkt_b"):
        make_assignment(world.units["ubnd"], world.units[unit], due_on=dt.date(2026, 1, 1))
    sent_document(world)
    with CaptureQueriesContext(connection) as many:
        head.get(address)
    assert len(one) == len(many)
