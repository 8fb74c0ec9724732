"""The page of the board: every number opens the list it counts."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import days_from, make_assignment
from tests.personas import World

from sauro.common.clock import today

CELL = re.compile(r'<a href="(/viec-da-giao/[^"]*)">(\d+)</a>')


@pytest.fixture
def work(world: World) -> World:
    for unit, due in (("ubnd_a", -1), ("ubnd_a", -20), ("ubnd_a", 3), ("ubnd_b", None), ("snv", 40), ("pkt_a", -1)):
        day = None if due is None else days_from(today(), due)
        make_assignment(world.units["ubnd"], world.units[unit], state="accepted", due_on=day)
    return world


def test_every_number_opens_a_list_of_that_length(work: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    page = head.get(reverse("board")).content.decode()
    cells = CELL.findall(page)
    assert len(cells) >= 12
    for address, number in cells:
        listed = head.get(address.replace("&amp;", "&"))
        assert listed.context["count_text"] == number, address


def test_links_of_the_charts_open_lists_of_that_length(work: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    for chart in head.get(reverse("board")).context["charts"][1:]:
        for address, number in zip(chart.links, chart.series[0].values, strict=True):
            assert head.get(address).context["count_text"] == str(number), address


def test_unit_with_units_below_is_counted_alone(work: World, signed_in: SignedIn) -> None:
    page = signed_in("head").get(reverse("given-list"), {"dv": "XA.UBND", "dv-rieng": "1"})
    assert page.context["count_text"] == "3"
    assert "không tính đơn vị trực thuộc" in page.content.decode()


def test_who_gives_nothing_sees_what_they_may_see(work: World, signed_in: SignedIn) -> None:
    page = signed_in("snv_head").get(reverse("board"))
    assert page.context["board"].whole.total == 1
    assert "Việc đã giao" not in page.content.decode()
    empty = signed_in("outsider").get(reverse("board"))
    assert "Chưa có nhiệm vụ nào để theo dõi" in empty.content.decode()


def test_wall_screen_renews_itself_and_draws_no_pictures(work: World, signed_in: SignedIn) -> None:
    page = signed_in("head").get(reverse("board"), {"man-hinh": "1"}).content.decode()
    assert 'hx-trigger="every 60s"' in page
    assert "data-chart" not in page


@pytest.mark.parametrize("query", [{"pv": "x"}, {"vb": "khong-phai"}, {"vb": "00000000-0000-7000-8000-000000000000"}])
def test_addresses_that_make_no_sense_are_borne(signed_in: SignedIn, query: dict[str, str]) -> None:
    assert signed_in("head").get(reverse("board"), query).status_code == 200


def test_costs_the_same_for_few_and_many_units(world: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], due_on=dt.date(2026, 1, 1))
    head.get(reverse("board"))
    with CaptureQueriesContext(connection) as one:
        head.get(reverse("board"))
    for unit in ("ubnd_b", "snv", "pkt_a", "pkt_b"):
        make_assignment(world.units["ubnd"], world.units[unit], due_on=dt.date(2026, 1, 1))
    with CaptureQueriesContext(connection) as many:
        head.get(reverse("board"))
    assert len(one) == len(many)
