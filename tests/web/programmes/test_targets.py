"""Targets in the workspace: what is asked, lines that fall short, values that differ, targets made of issued lines."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.programmes import chair_of, entry_of, plan_of, section
from tests.factories.targets import HOUSES, give, make_share
from tests.personas import World

from sauro.common.clock import now, today
from sauro.programmes.models import Demand, Entry, Programme
from sauro.programmes.services.gathering import gather_demands
from sauro.targets.models import Ask, YearLine

HTMX = {"HX-Request": "true"}
TARGETS = "Mục tiêu cụ thể"


def asked_plan(world: World) -> tuple[Programme, Demand]:
    """A plan whose commune is given twelve houses for 2028."""
    give(world, make_share(world), "ubnd_a", {2028: 12})
    plan = plan_of(world)
    gather_demands(actor=world.actor("office_a"), programme_id=plan.pk)
    return plan, Demand.objects.get(programme=plan)


def line(**columns: str) -> dict[str, str]:
    return {"work": HOUSES.name, "value": "10", "value_unit": "căn", "target_year": "2028", **columns}


def post(client: Client, name: str, *at: Any, **data: str) -> Any:
    return client.post(reverse(name, args=at), data, headers=HTMX)


def test_line_that_answers_a_target_shows_both_values(world: World, signed_in: SignedIn) -> None:
    plan, demand = asked_plan(world)
    office, place = signed_in("office_a"), section(plan, TARGETS)
    shown = office.get(f"{reverse('programme-detail', args=[plan.pk])}?vb=asked").content.decode()
    assert "Chỉ tiêu được giao, phân bổ" in shown
    go = f"{reverse('programme-entry-go', args=[plan.pk])}?section={place.pk}&yc={demand.pk}"
    form = office.get(go, headers=HTMX).content.decode()
    assert re.search(r'name="value" value="12"', form)
    assert re.search(r'name="target_year" value="2028"', form)
    late = line(target_year="2031", definition="Nhà đã có người ở", demand=str(demand.pk))
    refused = post(office, "programme-entry-add", plan.pk, place.pk, **late)
    assert (refused.status_code, "Năm phải trong thời kỳ" in refused.content.decode()) == (422, True)
    assert "Nhà đã có người ở" in refused.content.decode()
    saved = post(office, "programme-entry-add", plan.pk, place.pk, **line(demand=str(demand.pk), path_2027="4"))
    page = saved.content.decode()
    assert "12 căn vào năm 2028" in page
    assert "10 căn vào năm 2028" in page
    entry = Entry.objects.get()
    assert dict(entry.year_values) == {2027: Decimal(4), 2028: Decimal(10)}
    again = office.get(reverse("programme-entry", args=[plan.pk, entry.pk]), headers=HTMX).content.decode()
    assert re.search(r'name="path_2027" value="4"', again)


def test_values_that_differ_stand_side_by_side_and_deciding_leads_back(world: World, signed_in: SignedIn) -> None:
    plan, demand = asked_plan(world)
    assert demand.ask is not None
    other = Ask.objects.create(
        share=demand.ask.share, year=2028, kind="document", value=Decimal(15), source_text="Kế hoạch 14/KH-UBND",
        taken_at=now(), taken_by_name="Bùi Thị Mẫu A",
    )  # fmt: skip
    office, servant = signed_in("office_a"), signed_in("servant_a")
    workspace = reverse("programme-detail", args=[plan.pk])
    gathered = post(office, "programme-gather", plan.pk).content.decode()
    assert "1 chỉ tiêu được yêu cầu khác nhau" in gathered
    assert "15 căn vào năm 2028" in gathered
    year = YearLine.objects.get(share=demand.ask.share, year=2028)
    settle = f"{reverse('target-settle', args=[year.pk])}?ve={workspace}"
    assert settle in office.get(workspace).content.decode()
    as_servant = servant.get(workspace).content.decode()
    assert settle not in as_servant
    assert "chỉ lấy được phần bạn xem được" in as_servant
    assert "chưa được lấy" in post(servant, "programme-gather", plan.pk).content.decode()
    done = office.post(settle, {"chosen": str(other.pk), "reason": "Văn bản mới hơn"})
    assert (done.status_code, done.headers["Location"]) == (302, workspace)
    elsewhere = office.post(settle.replace(workspace, "//evil.example/"), {"chosen": "", "reason": ""})
    assert "evil.example" not in elsewhere.content.decode()
    after = office.get(f"{workspace}?vb=asked&yc={demand.pk}").content.decode()
    assert "được yêu cầu khác nhau" not in after
    assert "Đã thống nhất theo 15 căn vào năm 2028: Văn bản mới hơn" in after


def test_issued_lines_become_targets_on_their_page(world: World, signed_in: SignedIn) -> None:
    plan = plan_of(world)
    entry = entry_of(
        world, plan, title=TARGETS, work=HOUSES.name, value=Decimal(45), value_unit="căn", target_year=2030, due_text=""
    )  # fmt: skip
    Programme.objects.filter(pk=plan.pk).update(state="issued", number="7/KH-UBND", issued_on=today())
    chair_of(world)
    office, chair, address = signed_in("office_a"), signed_in("leader_a"), reverse("programme-targets", args=[plan.pk])
    assert "Lập chỉ tiêu từ các dòng" in office.get(reverse("programme-approval", args=[plan.pk])).content.decode()
    none = office.post(address, {})
    assert (none.status_code, "Chưa chọn dòng nào" in none.content.decode()) == (422, True)
    assert office.post(address, {"entries": [str(entry.pk)]}).status_code == 302
    entry.refresh_from_db()
    made = office.get(reverse("target-detail", args=[entry.target_share_id])).content.decode()
    assert f"{plan.code}" in made
    amend = reverse("programme-target-amend", args=[plan.pk, entry.pk])
    assert amend in chair.get(address).content.decode()
    assert re.search(r'name="value" value="45"', chair.get(amend).content.decode())
    assert office.get(amend).status_code == 403
    said = {"work": HOUSES.name, "year": "2030", "path_2029": "30", "reason": "Thêm đất ở"}
    wrong = chair.post(amend, {**said, "value": "nhiều"})
    assert wrong.status_code == 422
    assert "Thêm đất ở" in wrong.content.decode()
    assert chair.post(amend, {**said, "value": "50"}).status_code == 302
    lines = YearLine.objects.filter(share=entry.target_share_id, year__in=(2029, 2030)).order_by("year")
    assert [one.target for one in lines] == [30, 50]
