"""The lists and the page of assignments: what each person sees, and what the buttons do."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment, post_of
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment

__all__ = ["file_folder", "quarantine_folder"]

LISTS = ("assignment-list", "my-work", "given-list")


@pytest.fixture
def assignment(world: World) -> Assignment:
    make_assignment(world.units["ubnd"], world.units["ubnd_b"], wording="Việc riêng của phường bên cạnh")
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording="Lập danh mục trạm bơm cần sửa")


def detail(assignment: Assignment) -> str:
    return reverse("assignment-detail", args=[assignment.pk])


def step(assignment: Assignment, name: str) -> str:
    return reverse("assignment-step", args=[assignment.pk, name])


@pytest.mark.parametrize(
    ("persona", "seen"),
    [
        ("clerk", {"ubnd_a", "ubnd_b"}),
        ("office_a", {"ubnd_a"}),
        ("office_b", {"ubnd_b"}),
        ("servant_a", set()),
        ("party_clerk", set()),
        ("admin", set()),
        ("outsider", set()),
    ],
)
def test_each_person_sees_exactly_their_assignments(
    world: World, signed_in: SignedIn, assignment: Assignment, persona: str, seen: set[str]
) -> None:
    world.users["admin"].totp_confirmed_at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    world.users["admin"].save()
    page = signed_in(persona).get(reverse("assignment-list"))
    assert page.status_code == 200
    wordings = {"ubnd_a": "Lập danh mục trạm bơm cần sửa", "ubnd_b": "Việc riêng của phường bên cạnh"}
    shown = {key for key, wording in wordings.items() if wording in page.content.decode()}
    assert shown == seen


def test_search_and_export_leak_nothing_of_the_neighbour(
    world: World, signed_in: SignedIn, assignment: Assignment
) -> None:
    client = signed_in("office_b")
    found = client.get(reverse("assignment-list"), {"q": "tram bom"})
    assert assignment.code not in found.content.decode()
    export = client.get(reverse("assignment-list"), {"q": "tram bom", "xuat": "xlsx"})
    assert assignment.code.encode() not in b"".join(export.streaming_content)  # type: ignore[attr-defined]  # a stream


def test_search_needs_no_accents(signed_in: SignedIn, assignment: Assignment) -> None:
    page = signed_in("office_a").get(reverse("assignment-list"), {"q": "DANH MUC tram"})
    assert assignment.code in page.content.decode()


@pytest.mark.parametrize(
    ("persona", "status"),
    [("office_a", 200), ("clerk", 200), ("office_b", 404), ("servant_b", 404), ("outsider", 404), ("party_a", 404)],
)
def test_page_opens_for_those_concerned_only(
    signed_in: SignedIn, assignment: Assignment, persona: str, status: int
) -> None:
    assert signed_in(persona).get(detail(assignment)).status_code == status


def test_unknown_id_and_unknown_step_are_not_found(signed_in: SignedIn, assignment: Assignment) -> None:
    client = signed_in("office_a")
    assert client.get(reverse("assignment-detail", args=[uuid4()])).status_code == 404
    assert client.post(step(assignment, "khong-co")).status_code == 404
    assert client.get(step(assignment, "nhan")).status_code == 405


def test_buttons_offered_are_those_the_person_may_press(signed_in: SignedIn, assignment: Assignment) -> None:
    assert [one["slug"] for one in signed_in("office_a").get(detail(assignment)).context["steps"]] == [
        "nhan",
        "xem-lai",
        "phan-cong",
    ]
    assert [one["slug"] for one in signed_in("head").get(detail(assignment)).context["steps"]] == [
        "yeu-cau",
        "linh-vuc",
        "dat-han",
        "dinh-ky",
        "dung",
    ]
    assert signed_in("clerk").get(detail(assignment)).context["steps"] == []


def test_step_seen_but_not_allowed_is_forbidden(signed_in: SignedIn, assignment: Assignment) -> None:
    assert signed_in("clerk").post(step(assignment, "nhan")).status_code == 403
    assignment.refresh_from_db()
    assert assignment.state == AssignmentState.GIVEN


def test_form_with_a_fault_keeps_what_was_typed(signed_in: SignedIn, assignment: Assignment) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.ACCEPTED)
    page = signed_in("office_a").post(step(assignment, "bao-cao"), {"progress": "150", "text": "Đã đi khảo sát"})
    body = page.content.decode()
    assert page.status_code == 422
    assert "Đã đi khảo sát" in body
    assert 'value="150"' in body


def test_step_too_late_says_so_and_changes_nothing(signed_in: SignedIn, assignment: Assignment) -> None:
    page = signed_in("office_a").post(step(assignment, "nop"), {"text": "Danh mục"})
    assert page.status_code == 422
    assert "Không làm được" in page.content.decode()
    assert assignment.products.count() == 0


def test_product_file_is_stored_given_back_and_logged(
    world: World,
    signed_in: SignedIn,
    assignment: Assignment,
    file_folder: object,
    quarantine_folder: object,
) -> None:
    assignment.state, assignment.person = AssignmentState.ACCEPTED, post_of("Bùi Thị Mẫu A")
    assignment.save()
    file = SimpleUploadedFile("../Danh mục trạm bơm.txt", "Trạm số 1, trạm số 2".encode())
    response = signed_in("servant_a").post(step(assignment, "nop"), {"file": file})
    assert response.status_code == 302, response.content.decode()[:2000]
    product = assignment.products.get()
    assert product.file_name == "Danh mục trạm bơm.txt"

    address = reverse("product-file", args=[assignment.pk, 1])
    answer = signed_in("head").get(address)
    assert b"".join(answer.streaming_content).decode() == "Trạm số 1, trạm số 2"  # type: ignore[attr-defined]  # a stream
    assert answer["Content-Disposition"].startswith("attachment")
    assert signed_in("office_b").get(address).status_code == 404
    assert AuditEvent.objects.filter(code="tasks.product.downloaded").count() == 1


def test_product_with_a_secrecy_mark_is_refused_and_destroyed(
    signed_in: SignedIn, assignment: Assignment, file_folder: object, quarantine_folder: object
) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.ACCEPTED)
    file = SimpleUploadedFile("bao-cao-MẬT.txt", "Nội dung".encode())
    page = signed_in("office_a").post(step(assignment, "nop"), {"file": file})
    assert page.status_code == 422
    assert assignment.products.count() == 0
    assert AuditEvent.objects.filter(code="documents.upload.refused_secret").count() == 1


@pytest.mark.parametrize(
    ("name", "content"), [("bao-cao.pdf", b"MZ\x90\x00"), ("chay.bat", b"echo"), ("a.txt", b"#!/bin/sh")]
)
def test_program_is_no_product(
    signed_in: SignedIn,
    assignment: Assignment,
    file_folder: object,
    quarantine_folder: object,
    name: str,
    content: bytes,
) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.ACCEPTED)
    page = signed_in("office_a").post(step(assignment, "nop"), {"file": SimpleUploadedFile(name, content)})
    assert page.status_code == 422
    assert "chương trình" in page.content.decode()
    assert assignment.products.count() == 0


def test_kind_of_a_return_must_be_chosen(signed_in: SignedIn, assignment: Assignment) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.HANDED_IN)
    page = signed_in("head").post(step(assignment, "tra-lai"), {"reason": "Thiếu phụ lục", "kind": ""})
    assert page.status_code == 422
    assert "Thiếu phụ lục" in page.content.decode()


def test_whoever_comes_second_is_told_and_keeps_the_words(signed_in: SignedIn, assignment: Assignment) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.CONFIRMED)
    page = signed_in("head").post(step(assignment, "tra-lai"), {"reason": "Thiếu <b>phụ lục</b>", "kind": "content"})
    assert page.status_code == 422
    text = page.content.decode()
    assert "đang ở trạng thái “Đã xác nhận”" in text and "__all__" not in text
    assert "Thiếu &lt;b&gt;phụ lục&lt;/b&gt;" in text


@pytest.mark.parametrize("name", LISTS)
def test_lists_run_the_same_queries_for_one_and_three_rows(world: World, signed_in: SignedIn, name: str) -> None:
    client = signed_in("head")
    client.get(reverse(name))
    counts = []
    for _round in range(2):
        make_assignment(world.units["ubnd"], world.units["ubnd_a"], due_on=today())
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse(name))
        counts.append(len(captured))
        make_assignment(world.units["ubnd"], world.units["snv"], person=post_of("Võ Thị Thử"))
    assert counts[0] == counts[1]


def test_later_deadline_is_asked_and_granted_on_the_page(world: World, signed_in: SignedIn) -> None:
    day = today()
    row = make_assignment(
        world.units["ubnd"],
        world.units["ubnd_a"],
        state=AssignmentState.ACCEPTED,
        due_on=day,
        due_original=day,
        due_phrase="trong hôm nay",
    )
    office, head = signed_in("office_a"), signed_in("head")
    later = day + dt.timedelta(days=10)
    asked = office.post(step(row, "lui-han"), {"day": f"{later:%d/%m/%Y}", "reason": "Chờ dự toán"}, follow=True)
    page = asked.content.decode()
    assert "Đã gửi đề nghị lùi thời hạn" in page
    assert step(row, "rut-lui-han") in page
    assert step(row, "lui-han") not in page
    assert f'value="{later:%d/%m/%Y}"' in head.get(detail(row)).content.decode()
    without_words = head.post(step(row, "tra-loi-lui-han"), {"answer": "refused", "text": ""})
    assert (without_words.status_code, "Hãy ghi vì sao không đồng ý." in without_words.content.decode()) == (422, True)
    granted = head.post(step(row, "tra-loi-lui-han"), {"answer": "granted", "day": f"{later:%d/%m/%Y}"}, follow=True)
    page = granted.content.decode()
    assert "Thời hạn ban đầu:" in page
    assert "Chờ dự toán" in page
    row.refresh_from_db()
    assert row.due_on == later


@pytest.mark.parametrize(
    ("name", "answer", "fault"),
    [
        ("lui-han", {"day": "31/02/2027", "reason": "x"}, "Ngày chưa đúng"),
        ("lui-han", {"day": "01/01/2020", "reason": "x"}, "Ngày đề nghị phải sau"),
        ("cho-phan-viec", {"part": "", "reason": "x"}, "bắt buộc"),
    ],
)
def test_wrong_answers_are_said_and_kept(
    world: World, signed_in: SignedIn, name: str, answer: dict[str, str], fault: str
) -> None:
    row = make_assignment(
        world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED, due_on=dt.date(2039, 1, 1)
    )
    make_assignment(world.units["ubnd"], world.units["ubnd_b"], parent=row)
    page = signed_in("office_a").post(step(row, name), answer)
    assert page.status_code == 422
    assert fault in page.content.decode()


def test_open_part_is_waited_for_and_asked_about_at_the_hand_in(world: World, signed_in: SignedIn) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED)
    part = make_assignment(world.units["ubnd"], world.units["ubnd_b"], parent=row)
    office = signed_in("office_a")
    page = office.post(step(row, "cho-phan-viec"), {"part": str(part.pk), "reason": "Chờ số liệu"}, follow=True)
    assert "đang chờ" in page.content.decode()
    refused = office.post(step(row, "nop"), {"text": "Kết quả"})
    assert refused.status_code == 422
    assert "Còn phần việc chưa xong của" in refused.content.decode()
    done = office.post(step(row, "nop"), {"text": "Kết quả", "open_parts_reason": "Phường gửi sau"}, follow=True)
    assert "Nộp khi còn phần việc chưa xong: Phường gửi sau" in done.content.decode()


def test_recurring_work_is_set_and_shows_its_periods(world: World, signed_in: SignedIn) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED)
    head = signed_in("head")
    typed = {"rhythm": "monthly", "day": "0", "months_after": "0", "closing": "calendar", "starts_on": "01/01/2026"}
    wrong = head.post(step(row, "dinh-ky"), {**typed, "rhythm": "weekly", "day": "9"})
    assert wrong.status_code == 422
    assert "Ngày phải nộp là một số từ 0 đến 7." in wrong.content.decode()
    page = head.post(step(row, "dinh-ky"), typed, follow=True).content.decode()
    assert "tháng 1/2026" in page
    assert "Hằng tháng" in page
    occurrence = Assignment.objects.filter(parent=row).order_by("period_first")[0]
    shown = signed_in("office_a").get(detail(occurrence)).content.decode()
    assert "tháng 1/2026" in shown
    assert detail(row) in shown
