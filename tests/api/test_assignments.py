"""Lists of assignments through the API: filters, pages by key, costs; one assignment and its file."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.conftest import ProgramOf
from tests.factories.api import Program, problem
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.tasks.models import Assignment


@pytest.fixture
def head(program_of: ProgramOf) -> Program:
    return program_of("head")


def make_rows(world: World) -> dict[str, Assignment]:
    """Create assignments that differ in what filters ask for."""
    units, day = world.units, today()
    giver = units["ubnd"]
    return {
        "late": make_assignment(giver, units["ubnd_a"], due_on=days_from(day, -1), state="accepted"),
        "soon": make_assignment(giver, units["ubnd_b"], due_on=days_from(day, 2), wording="Kiểm tra đê bao"),
        "open": make_assignment(giver, units["snv"], state="in_progress", role="coordinator"),
        "done": make_assignment(giver, units["snv"], due_on=days_from(day, 9), state="confirmed"),
    }


def names_of(answer: Any, rows: dict[str, Assignment]) -> list[str]:
    assert answer.status_code == 200, answer.json()
    by_id = {str(row.pk): name for name, row in rows.items()}
    return [by_id[row["id"]] for row in answer.json()["items"]]


def test_list_is_narrowed_by_what_is_asked(world: World, head: Program) -> None:
    rows = make_rows(world)
    day = today()
    asked: list[tuple[dict[str, Any], list[str]]] = [
        ({}, ["late", "soon", "done", "open"]),
        ({"sort": "-due_on"}, ["done", "soon", "late", "open"]),
        ({"timeliness": "overdue"}, ["late"]),
        ({"timeliness": "no_deadline"}, ["open"]),
        ({"state": "confirmed"}, ["done"]),
        ({"is_open": "false"}, ["done"]),
        ({"is_open": "true"}, ["late", "soon", "open"]),
        ({"role": "coordinator"}, ["open"]),
        ({"unit_id": world.units["commune_a"].pk}, ["late"]),
        ({"giver_unit_id": world.units["ubnd_a"].pk}, []),
        ({"due_from": days_from(day, 0), "due_to": days_from(day, 2)}, ["soon"]),
        ({"q": "DE BAO kiểm"}, ["soon"]),
        ({"reach": "given", "q": rows["late"].code}, ["late"]),
    ]
    for params, wanted in asked:
        assert names_of(head.get("/assignments", **params), rows) == wanted, params


def test_list_pages_by_key_across_rows_without_a_deadline(world: World, head: Program) -> None:
    day = dt.date(2026, 12, 1)
    dues = [None, day, day, None, days_from(day, 1)]
    made = [make_assignment(world.units["ubnd"], world.units["snv"], due_on=due) for due in dues]
    wanted = [str(made[index].pk) for index in (1, 2, 4, 0, 3)]
    got: list[str] = []
    cursor = ""
    for _page in range(3):
        answer = head.get("/assignments", limit=2, cursor=cursor).json()
        got += [row["id"] for row in answer["items"]]
        cursor = answer["next"] or ""
    assert (got, cursor) == (wanted, "")


def test_list_costs_the_same_for_one_row_and_three(world: World, head: Program) -> None:
    head.get("/me")  # the first request of a person opens the account of requests
    costs = []
    for count in (1, 3):
        for number in range(count):
            unit = world.units[("ubnd_a", "ubnd_b", "snv")[number]]
            make_assignment(world.units["ubnd"], unit, person=post_of("Bùi Thị Mẫu A"))
        with CaptureQueriesContext(connection) as queries:
            assert len(head.get("/assignments").json()["items"]) >= count
        costs.append(len(queries))
    assert costs[0] == costs[1]


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"state": "xong"}, "state"),
        ({"unit_id": "x"}, "unit_id"),
        ({"is_open": "co"}, "is_open"),
        ({"due_to": "x"}, "due_to"),
    ],
)
def test_filter_that_makes_no_sense_is_said(head: Program, params: dict[str, str], field: str) -> None:
    answer = head.get("/assignments", **params)
    assert (problem(answer), answer.json()["field"]) == ((422, "invalid"), field)


def test_work_goes_from_given_to_confirmed(world: World, program_of: ProgramOf) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    office, servant, head = program_of("office_a"), program_of("servant_a"), program_of("head")
    path = f"/assignments/{row.pk}"
    assert office.get(path).json()["steps"] == ["accept", "question", "name-person", "delegate", "split"]
    office.post(f"{path}/accept")
    people = {one["name"]: one["appointment_id"] for one in office.get(f"{path}/people").json()}
    named = office.post(f"{path}/name-person", {"appointment_id": people["Bùi Thị Mẫu A"]}).json()
    assert named["person"]["name"] == "Bùi Thị Mẫu A"
    below = {one["code"]: one["id"] for one in office.get(f"{path}/units-below").json()}
    part = {"unit_id": below["XA.PKT"], "wording": "Khảo sát các trạm bơm"}
    assert [one["unit"]["code"] for one in office.post(f"{path}/delegate", part).json()["parts"]] == ["XA.PKT"]
    servant.post(f"{path}/report", {"progress": 40, "text": "Đã khảo sát 4 trạm."})
    refused = servant.upload(f"{path}/hand-in", None, text="Danh mục")
    assert (problem(refused), refused.json()["field"]) == ((422, "parts-open"), "open_parts_reason")
    why = {"link": "https://a.example/x", "open_parts_reason": "Phòng gửi bổ sung sau"}
    handed = servant.upload(f"{path}/hand-in", b"Danh muc 7 tram bom", name="Danh mục.txt", **why)
    assert (handed.json()["state"], handed.json()["products"][0]["file"]["name"]) == ("handed_in", "Danh mục.txt")
    head.post(f"{path}/return", {"kind": "form", "reason": "Thiếu ngày ký"})
    servant.upload(f"{path}/hand-in", None, text="Danh mục gồm 7 trạm bơm.", open_parts_reason="Như trên")
    done = head.post(f"{path}/confirm", {}).json()
    assert (done["state"], done["progress"], done["steps"]) == ("confirmed", 100, [])
    assert [(one["number"], one["decision"]) for one in done["products"]] == [(2, "confirmed"), (1, "returned")]
    doors = AuditEvent.objects.filter(object_id=row.pk).values_list("door", flat=True)
    assert (len(doors), set(doors)) == (8, {"api"})


def test_deadline_moves_and_waits_are_told(world: World, program_of: ProgramOf) -> None:
    day = today()
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted", due_on=day, due_original=day)
    part = make_assignment(world.units["ubnd"], world.units["ubnd_b"], parent=row, role="coordinator")
    office, head, path = program_of("office_a"), program_of("head"), f"/assignments/{row.pk}"
    later = days_from(day, 9).isoformat()
    office.post(f"{path}/extension", {"day": later, "reason": "Chờ dự toán"})
    office.post(f"{path}/wait", {"part_id": str(part.pk), "reason": "Chờ số liệu"})
    told = head.post(f"{path}/extension/grant", {"day": later, "text": "Đồng ý"}).json()
    assert (told["due_on"], told["due_original"]) == (later, day.isoformat())
    assert [(one["answer"], one["asked_by"]) for one in told["deadline_changes"]] == [("granted", "Ngô Văn Thử A")]
    assert [(one["part_code"], one["counted_days"]) for one in told["waits"]] == [(part.code, 0)]
    assert told["timeliness"] == "waiting_others"
    assert office.post(f"{path}/wait/end").json()["waiting_since"] is None


def test_question_is_answered(world: World, program_of: ProgramOf) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    path = f"/assignments/{row.pk}"
    asked = program_of("office_a").post(f"{path}/question", {"reason": "Không thuộc thẩm quyền cấp xã"}).json()
    assert asked["state"] == "questioned"
    kept = program_of("head").post(f"{path}/insist", {"reason": "Xã quản lý trạm bơm"}).json()
    assert (kept["state"], kept["state_reason"]) == ("given", "Xã quản lý trạm bơm")
    stopped = program_of("head").post(f"{path}/stop", {"reason": "Trạm bơm đã bàn giao"}).json()
    assert (stopped["state"], stopped["steps"]) == ("stopped", [])


def test_step_that_the_state_does_not_allow_is_a_conflict(world: World, program_of: ProgramOf) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    path = f"/assignments/{row.pk}"
    assert problem(program_of("head").post(f"{path}/confirm", {})) == (409, "step-not-allowed")
    assert problem(program_of("head").post(f"{path}/stop", {"reason": " "})) == (409, "reason-needed")


@pytest.mark.parametrize(
    ("step", "body", "code", "field"),
    [
        ("report", {"progress": 101, "text": "x"}, "progress-range", "progress"),
        ("report", {"progress": 10**30, "text": "x"}, "progress-range", "progress"),
        ("report", {"progress": "nửa", "text": "x"}, "invalid", "progress"),
        ("report", {"progress": 5}, "missing", "text"),
        ("name-person", {"appointment_id": "00000000-0000-7000-8000-000000000000"}, "not-in-unit", "appointment_id"),
        ("delegate", {"unit_id": "00000000-0000-7000-8000-000000000000", "wording": "x"}, "not-below", "unit_id"),
        ("question", {}, "missing", "reason"),
    ],
)
def test_what_is_wrong_is_said(
    world: World, program_of: ProgramOf, step: str, body: Any, code: str, field: str | None
) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted")
    answer = program_of("office_a").post(f"/assignments/{row.pk}/{step}", body)
    assert (problem(answer)[0], answer.json()["code"], answer.json()["field"]) == (422, code, field)


def test_hand_in_of_nothing_and_of_a_wrong_link_is_said(world: World, program_of: ProgramOf) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted")
    path, office = f"/assignments/{row.pk}/hand-in", program_of("office_a")
    assert problem(office.upload(path, None)) == (422, "product-needed")
    assert problem(office.upload(path, None, link="javascript:alert(1)")) == (422, "link-invalid")
    assert problem(office.upload(path, ("MẬT\n" + "Nội dung. " * 20).encode(), name="a.txt")) == (422, "secret")
    assert row.products.count() == 0


def test_file_of_a_product_is_given_and_the_opening_recorded(world: World, program_of: ProgramOf) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted")
    program_of("office_a").upload(f"/assignments/{row.pk}/hand-in", b"<script>1</script>", name="x.html")
    answer = program_of("head").get(f"/assignments/{row.pk}/products/1/file")
    assert b"".join(answer.streaming_content) == b"<script>1</script>"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert AuditEvent.objects.filter(code="tasks.product.downloaded", object_id=row.pk, door="api").count() == 1
    for number in (2, 10**12):
        assert problem(program_of("head").get(f"/assignments/{row.pk}/products/{number}/file")) == (404, "not-found")
