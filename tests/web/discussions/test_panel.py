"""Talking on the page of an assignment: with scripts and without, right and wrong input, both sides and one."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.common.clock import now
from sauro.discussions.models import Comment
from sauro.notices.models import Notice
from sauro.tasks.models import Assignment

HTMX = {"HX-Request": "true"}


def work(world: World) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted")


def page(row: Assignment) -> str:
    return reverse("assignment-detail", args=[row.pk])


def write(row: Assignment) -> str:
    return reverse("comment-write", args=[row.pk])


def test_said_without_scripts_and_read_by_the_other_side(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    office = signed_in("office_a")
    answer = office.post(write(row), {"text": "@Lê Văn Thử xem <b>biểu</b>", "scope": "both"})
    assert answer.status_code == 302
    assert answer.url == f"{page(row)}#trao-doi"
    shown = signed_in("head").get(page(row)).content.decode()
    assert '<strong class="talk-name">@Lê Văn Thử</strong> xem &lt;b&gt;biểu&lt;/b&gt;' in shown
    assert "Đã gửi và báo cho Lê Văn Thử." in office.get(page(row)).content.decode()


def test_scripts_get_the_panel_alone(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    office = signed_in("office_a")
    answer = office.post(write(row), {"text": "Thiếu người làm", "scope": "body"}, headers=HTMX)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.lstrip().startswith('<section class="card mb-3 talk" id="trao-doi"')
    assert f"Chỉ nội bộ {row.unit.name}" in text
    assert "Thiếu người làm" not in signed_in("head").get(page(row)).content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_refusal_keeps_what_was_typed_and_chosen(world: World, signed_in: SignedIn, headers: dict[str, str]) -> None:
    row = work(world)
    held = {"text": "Chờ @Lê Văn Thử", "scope": "body"}
    answer = signed_in("office_a").post(write(row), held, headers=headers)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Lê Văn Thử không đọc được trao đổi nội bộ này" in text
    assert "Chờ @Lê Văn Thử</textarea>" in text
    assert 'value="body" class="form-check-input"' in text
    assert "checked" in text.split('value="body"')[1].split(">")[0]
    assert not Comment.objects.exists()
    assert not Notice.objects.filter(kind="mentioned").exists()


def test_without_a_choice_of_readers_nothing_is_said(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    answer = signed_in("office_a").post(write(row), {"text": "Thiếu người làm"})
    assert (answer.status_code, Comment.objects.count()) == (422, 0)


def test_program_is_refused_and_nothing_said(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    files = [SimpleUploadedFile("chay.exe", b"MZ")]
    answer = signed_in("office_a").post(write(row), {"text": "Gửi tệp", "scope": "both", "files": files})
    assert answer.status_code == 422
    assert "là chương trình" in answer.content.decode()
    assert not Comment.objects.exists()


def test_file_goes_to_readers_as_a_download(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    files = [SimpleUploadedFile("Biểu 1.html", b"<script>alert(1)</script>"), SimpleUploadedFile("b.txt", b"hai")]
    assert signed_in("office_a").post(write(row), {"text": "", "scope": "both", "files": files}).status_code == 302
    comment = Comment.objects.get()
    assert comment.files.count() == 2
    address = reverse("comment-file", args=[comment.pk, 1])
    answer = signed_in("head").get(address)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert signed_in("office_b").get(address).status_code == 404


def test_corrected_withdrawn_and_told_so(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    office = signed_in("office_a")
    office.post(write(row), {"text": "Xong 3 trạm", "scope": "both"})
    comment = Comment.objects.get()
    edit, take_back = (reverse(name, args=[comment.pk]) for name in ("comment-edit", "comment-withdraw"))
    empty = office.post(edit, {"text": " "}, headers=HTMX)
    assert empty.status_code == 422
    assert '<details class="talk-edit" open>' in empty.content.decode()
    assert office.post(edit, {"text": "Xong 4 trạm"}).status_code == 302
    shown = signed_in("head").get(page(row)).content.decode()
    assert "Xong 4 trạm" in shown
    assert "xem bản trước" in shown
    Comment.objects.update(written_at=now() - dt.timedelta(hours=1))
    late = office.post(edit, {"text": "Xong 5 trạm"}, headers=HTMX)
    assert late.status_code == 422
    assert "Chỉ sửa được trong 15 phút" in late.content.decode()
    assert office.post(take_back, headers=HTMX).status_code == 200
    shown = signed_in("head").get(page(row)).content.decode()
    assert "Người viết đã rút trao đổi này" in shown
    assert "trạm</p>" not in shown
    again = office.post(take_back, headers=HTMX)
    assert (again.status_code, "đã được rút" in again.content.decode()) == (422, True)


def test_names_are_completed_for_readers_only(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    address = reverse("comment-names", args=[row.pk])
    both = signed_in("office_a").get(address, {"q": "le van"}).json()
    assert [one["label"] for one in both["results"]] == ["Lê Văn Thử"]
    assert signed_in("office_a").get(address, {"q": "le van", "pham-vi": "body"}).json() == {"results": []}
    assert signed_in("office_b").get(address, {"q": "le van"}).status_code == 404


def test_neighbour_finds_nothing_and_methods_are_held_to(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    signed_in("office_a").post(write(row), {"text": "Đã nhận", "scope": "both"})
    comment = Comment.objects.get()
    neighbour = signed_in("office_b")
    assert neighbour.get(reverse("comment-list", args=[row.pk])).status_code == 404
    assert neighbour.post(write(row), {"text": "x"}).status_code == 404
    assert neighbour.post(reverse("comment-edit", args=[comment.pk]), {"text": "x"}).status_code == 404
    assert signed_in("head").post(reverse("comment-edit", args=[comment.pk]), {"text": "x"}).status_code == 403
    assert signed_in("head").get(write(row)).status_code == 405


def test_notice_leads_to_the_talk(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    signed_in("office_a").post(write(row), {"text": "@Lê Văn Thử xem", "scope": "both"})
    notice = Notice.objects.get(kind="mentioned")
    answer = signed_in("head").post(reverse("notice-open", args=[notice.pk]))
    assert answer.url == f"{page(row)}#trao-doi"


def test_number_of_queries_does_not_grow_with_what_was_said(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    office = signed_in("office_a")
    counts = []
    for number in range(2):
        files = [SimpleUploadedFile("a.txt", f"Danh mục {number}".encode())]
        office.post(write(row), {"text": "@Lê Văn Thử xem", "scope": "both", "files": files})
        office.get(page(row))
        with CaptureQueriesContext(connection) as seen:
            office.get(page(row))
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_inspector_reads_and_is_offered_no_word(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    signed_in("office_a").post(write(row), {"text": "Đã nhận", "scope": "both"})
    inspector = signed_in("inspector")
    shown = inspector.get(page(row)).content.decode()
    assert "Đã nhận" in shown
    assert "data-talk-form" not in shown
    assert inspector.post(write(row), {"text": "Xem xét", "scope": "both"}).status_code == 403
