"""Acts on many assignments as people use them: choosing in a list, the preview, the result, the way back."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.conftest import SignedIn
from tests.factories.assignments import post_of
from tests.personas import World
from tests.unit.bulk.stage import carry_out, give, outcomes, prepare

from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.models import Run
from sauro.bulk.services.performing import perform_run
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment

LIST = "/nhiem-vu/"


@pytest.fixture
def office(signed_in: SignedIn) -> Client:
    return signed_in("office_a")


def _choose(client: Client, act: str, rows: list[Assignment], **more: str) -> str:
    data = {"act": act, "list": "assignment-list", "query": "mo=mo", "row": [str(row.pk) for row in rows], **more}
    answer = client.post("/thao-tac/chon/", data)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_list_offers_boxes_and_the_acts_of_the_actor(signed_in: SignedIn, world: World) -> None:
    row = give(world)
    html = signed_in("office_a").get(LIST).content.decode()
    assert f'name="row" value="{row.pk}" form="choice-form"' in html
    assert re.findall(r'name="act" value="([^"]+)"', html)[:2] == ["nhan", "phan-cong"]
    assert "Tất cả 1 mục khớp" in html
    servant = signed_in("servant_a")
    Assignment.objects.filter(pk=row.pk).update(person=post_of("Bùi Thị Mẫu A"))
    assert 'name="row"' not in servant.get("/viec-cua-toi/").content.decode(), "a servant has no act for many"


def test_act_that_needs_nothing_shows_the_preview_at_once(office: Client, world: World) -> None:
    rows = [give(world), give(world, state=State.ACCEPTED)]
    html = office.get(_choose(office, "nhan", rows)).content.decode()
    assert "1 nhiệm vụ sẽ làm" in html
    assert "1 nhiệm vụ không làm được" in html
    assert "Trạng thái: Đã giao → Đã nhận" in html
    assert "nhiệm vụ đang ở trạng thái “Đã nhận”" in html
    assert "Tất cả hoàn tác được trong 30 phút" in html
    assert Assignment.objects.filter(state=State.GIVEN).count() == 1


def test_act_that_needs_something_asks_first_and_keeps_what_was_typed(signed_in: SignedIn, world: World) -> None:
    head, row = signed_in("head"), give(world)
    address = _choose(head, "dat-han", [row])
    assert "Nội dung cho mọi nhiệm vụ đã chọn" in head.get(address).content.decode()
    wrong = head.post(f"{address}noi-dung/", {"day": "15/12/2099", "more_days": "5", "reason": "Mưa lũ"})
    assert wrong.status_code == 422
    html = wrong.content.decode()
    assert "Hãy ghi thời hạn mới, hoặc số ngày lùi thêm, một trong hai." in html
    assert "Mưa lũ</textarea>" in html
    assert head.post(f"{address}noi-dung/", {"day": "15/12/2099", "reason": "Mưa lũ"}).status_code == 302
    html = head.get(address).content.decode()
    assert "Thời hạn: không nêu → 15/12/2099" in html
    assert 'value="15/12/2099"' in html, "what was typed can be changed before it is done"


def test_whole_way_from_the_preview_to_the_result_and_back(office: Client, world: World) -> None:
    rows = [give(world) for _number in range(2)]
    address = _choose(office, "nhan", rows)
    assert office.post(f"{address}thuc-hien/")["Location"] == address
    run = Run.objects.get()
    html = office.get(address).content.decode()
    assert 'hx-trigger="every 2s"' in html
    assert "HX-Refresh" not in office.get(f"{address}tien-do/").headers
    perform_run(run.pk)
    assert office.get(f"{address}tien-do/")["HX-Refresh"] == "true"
    html = office.get(address).content.decode()
    assert "2 nhiệm vụ đã làm" in html
    assert "Hoàn tác 2 nhiệm vụ" in html
    undone = office.post(f"{address}hoan-tac/")["Location"]
    undoing = Run.objects.get(undoes=run)
    perform_run(undoing.pk)
    assert outcomes(undoing) == [Outcome.DONE, Outcome.DONE]
    html = office.get(undone).content.decode()
    assert "Hoàn tác của" in html
    assert "Trạng thái: Đã nhận → Đã giao" in html
    assert "Không còn nhiệm vụ nào hoàn tác được." in office.get(address).content.decode()


def test_everything_that_matches_is_taken_by_the_conditions_of_the_list(office: Client, world: World) -> None:
    give(world)
    give(world, state=State.CONFIRMED)
    _choose(office, "nhan", [], all="1")
    run = Run.objects.get()
    assert (run.total, run.query) == (1, "mo=mo")


def test_nothing_chosen_leads_back_to_the_list_with_its_conditions(office: Client, world: World) -> None:
    give(world)
    data = {"act": "nhan", "list": "assignment-list", "query": "mo=mo", "row": ["khong-phai"]}
    answer = office.post("/thao-tac/chon/", data, follow=True)
    assert answer.redirect_chain == [(f"{LIST}?mo=mo", 302)]
    assert "Chưa chọn nhiệm vụ nào." in answer.content.decode()


@pytest.mark.parametrize("act", ["khong-co", "hoan-tac", ""])
def test_act_that_is_not_there(office: Client, act: str) -> None:
    status = office.post("/thao-tac/chon/", {"act": act, "list": "assignment-list"}).status_code
    assert status == (403 if act == "hoan-tac" else 404)


def test_steps_that_are_not_there_and_those_of_others(office: Client, signed_in: SignedIn, world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world)])
    assert office.post(f"/thao-tac/{run.pk}/khong-co/").status_code == 404
    assert office.post(f"/thao-tac/{run.pk}/noi-dung/").status_code == 404, "accepting needs nothing more"
    for address in (f"/thao-tac/{run.pk}/", f"/thao-tac/{run.pk}/tien-do/"):
        assert signed_in("head").get(address).status_code == 404
    assert signed_in("head").post(f"/thao-tac/{run.pk}/thuc-hien/").status_code == 404


def test_step_out_of_turn_is_told(office: Client, world: World) -> None:
    run = carry_out(world, "office_a", prepare(world, "office_a", Act.ACCEPT, [give(world)]))
    html = office.post(f"/thao-tac/{run.pk}/thuc-hien/", follow=True).content.decode()
    assert "Thao tác này đã chuyển bước." in html
    assert run.state == RunState.DONE


def test_rows_of_a_run_are_filtered_and_exported(office: Client, world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world), give(world, state=State.ACCEPTED)])
    html = office.get(f"/thao-tac/{run.pk}/?kq=refused").content.decode()
    assert len(re.findall(r"<tr data-row", html)) == 1
    assert "Lưu cách xem" not in html, "a list inside a page has no address to come back to"
    answer = office.get(f"/thao-tac/{run.pk}/?xuat=xlsx")
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")


def test_own_runs_are_listed(office: Client, signed_in: SignedIn, world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world)])
    assert f"/thao-tac/{run.pk}/" in office.get("/thao-tac/").content.decode()
    assert f"/thao-tac/{run.pk}/" not in signed_in("head").get("/thao-tac/").content.decode()
