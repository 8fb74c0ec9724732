"""The list of documents, the page of one, its file and its corrections: who gets what."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.ids import new_id
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document
from sauro.documents.services.editing import header_of
from sauro.tasks.services.review import accept_obligation, discard_obligation

NEIGHBOURS = ["office_a", "office_b", "party_clerk", "snv_head", "servant_a", "outsider"]


def _url(name: str, document: Document) -> str:
    return reverse(name, args=[document.pk])


def test_list_shows_exactly_the_visible_documents(signed_in: SignedIn, world: World) -> None:
    mine = take_in_text(world)
    theirs = take_in_text(world, DIRECTIVE + "khác", persona="office_b", unit="ubnd_b")
    page = signed_in("clerk").get("/van-ban/").content.decode()
    assert _url("document-detail", mine) in page
    assert _url("document-detail", theirs) not in page
    other = signed_in("office_b").get("/van-ban/").content.decode()
    assert _url("document-detail", theirs) in other
    assert _url("document-detail", mine) not in other


def test_list_is_refused_to_who_sees_no_documents(signed_in: SignedIn, world: World) -> None:
    assert signed_in("servant_a").get("/van-ban/").status_code == 403


@pytest.mark.parametrize(("words", "found"), [("ho so can bo", True), ("HỒ SƠ", True), ("215", True), ("xyzzy", False)])
def test_list_finds_without_accents(signed_in: SignedIn, world: World, words: str, found: bool) -> None:
    document = take_in_text(world)
    page = signed_in("clerk").get("/van-ban/", {"q": words}).content.decode()
    assert (_url("document-detail", document) in page) is found


def test_export_holds_only_visible_documents(signed_in: SignedIn, world: World) -> None:
    take_in_text(world, DIRECTIVE + "khác", persona="office_b", unit="ubnd_b")
    response = signed_in("clerk").get("/van-ban/", {"xuat": "xlsx"})
    assert response.status_code == 200
    assert AuditEvent.objects.get(code="ui.list.exported").changes["rows"] == 0


def test_list_runs_the_same_queries_for_one_and_for_three(signed_in: SignedIn, world: World) -> None:
    client = signed_in("clerk")
    take_in_text(world)
    client.get("/van-ban/")
    with CaptureQueriesContext(connection) as one:
        client.get("/van-ban/")
    for number in range(2):
        take_in_text(world, f"{DIRECTIVE}{number}")
    with CaptureQueriesContext(connection) as three:
        client.get("/van-ban/")
    assert len(one) == len(three)


def test_page_shows_head_tasks_references_and_history(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    response = signed_in("clerk").get(_url("document-detail", document))
    assert response.status_code == 200
    page = response.content.decode()
    for shown in ("215/UBND-NC", "05/10/2026", "Tiếp nhận văn bản", "Kế hoạch số 88/KH-UBND", document.code):
        assert shown in page
    assert "<strong>2</strong>" in page


@pytest.mark.parametrize("name", ["document-detail", "document-file", "document-edit", "document-purge"])
@pytest.mark.parametrize("persona", NEIGHBOURS)
def test_neighbour_finds_nothing(signed_in: SignedIn, world: World, persona: str, name: str) -> None:
    document = take_in_text(world)
    assert signed_in(persona).get(_url(name, document)).status_code == 404


@pytest.mark.parametrize("name", ["document-detail", "document-file", "document-edit", "document-purge"])
def test_unknown_document_is_not_found(signed_in: SignedIn, name: str) -> None:
    assert signed_in("clerk").get(reverse(name, args=[new_id()])).status_code == 404


def test_who_sees_may_not_always_correct(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    for persona in ("chair", "inspector"):
        client = signed_in(persona)
        assert client.get(_url("document-detail", document)).status_code == 200
        assert client.get(_url("document-edit", document)).status_code == 403
        assert client.post(_url("document-edit", document), {"kind": "khac"}).status_code == 403


@pytest.mark.parametrize("name", ["document-detail", "document-file", "document-list"])
def test_other_methods_are_refused(signed_in: SignedIn, world: World, name: str) -> None:
    document = take_in_text(world)
    url = reverse(name) if name == "document-list" else _url(name, document)
    assert signed_in("clerk").post(url).status_code == 405


def test_download_is_safe_and_an_event(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world, name="Công văn số 215.txt")
    response = signed_in("clerk").get(_url("document-file", document))
    assert b"".join(response.streaming_content) == DIRECTIVE.encode()
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''C%C3%B4ng")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    event = AuditEvent.objects.get(code="documents.file.downloaded")
    assert (event.object_text, event.actor_name) == (document.code, "Trần Thị Mẫu")


def test_lost_file_is_said_in_a_sentence(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    assert document.file is not None
    default_storage.delete(document.file.storage_name)
    response = signed_in("clerk").get(_url("document-file", document))
    assert response.status_code == 422
    assert "Không còn tệp gốc" in response.content.decode()
    assert not AuditEvent.objects.filter(code="documents.file.downloaded").exists()


def _form(document: Document, **changes: str) -> dict[str, str]:
    header = header_of(document)
    held = {
        "kind": header.kind, "number": header.number, "symbol": header.symbol, "issued_on": "05/10/2026",
        "place": header.place, "issuer_name": header.issuer_name, "issuer_unit": str(header.issuer_unit or ""),
        "subject": header.subject, "signer_name": header.signer_name, "signer_capacity": header.signer_capacity,
        "version": header.version,
    }  # fmt: skip
    return {**held, **changes}


def test_correction_is_kept_found_and_recorded_without_words(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    document.refresh_from_db()
    client = signed_in("clerk")
    response = client.post(
        _url("document-edit", document), _form(document, subject="Trích yếu đã sửa", issued_on="06/10/2025")
    )
    assert response.status_code == 302
    document.refresh_from_db()
    assert document.subject == "Trích yếu đã sửa"
    assert _url("document-detail", document) in client.get("/van-ban/", {"q": "trich yeu da sua"}).content.decode()
    event = AuditEvent.objects.get(code="documents.document.changed")
    assert event.object_text == document.code
    assert event.changes == {"subject": ["—", "—"], "issued_on": ["2026-10-05", "2025-10-06"]}
    page = client.get(_url("document-detail", document)).content.decode()
    assert "Đã sửa: Ngày ban hành, Trích yếu" in page
    history = page[page.index("history-title") :]
    assert "Trích yếu đã sửa" not in history


def test_second_person_is_told_that_the_first_was_faster(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    document.refresh_from_db()
    seen = _form(document, subject="Người thứ hai sửa")
    signed_in("clerk").post(_url("document-edit", document), _form(document, subject="Người thứ nhất sửa"))
    response = signed_in("head").post(_url("document-edit", document), seen)
    assert response.status_code == 422
    page = response.content.decode()
    assert "Người khác vừa sửa" in page
    assert "Người thứ hai sửa" in page
    document.refresh_from_db()
    assert document.subject == "Người thứ nhất sửa"


def test_wrong_day_is_named_at_its_field(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    response = signed_in("clerk").post(_url("document-edit", document), _form(document, issued_on="31/02/2026"))
    assert response.status_code == 422
    assert "Ngày chưa đúng" in response.content.decode()


def _sent(world: World) -> Document:
    document = take_in_text(world)
    document.state = DocumentState.SENT
    document.save(update_fields=["state"])
    return document


def test_day_of_issue_in_the_future_is_refused(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    tomorrow = f"{today() + dt.timedelta(days=1):%d/%m/%Y}"
    response = signed_in("clerk").post(_url("document-edit", document), _form(document, issued_on=tomorrow))
    assert response.status_code == 422
    assert "Ngày ban hành không thể sau ngày hôm nay" in response.content.decode()
    now_it_is = f"{today():%d/%m/%Y}"
    assert (
        signed_in("clerk").post(_url("document-edit", document), _form(document, issued_on=now_it_is)).status_code
        == 302
    )


def test_reason_is_asked_only_after_sending(signed_in: SignedIn, world: World) -> None:
    client = signed_in("clerk")
    document = take_in_text(world)
    assert 'name="reason"' not in client.get(_url("document-edit", document)).content.decode()
    document.state = DocumentState.SENT
    document.save(update_fields=["state"])
    assert 'name="reason"' in client.get(_url("document-edit", document)).content.decode()


@pytest.mark.parametrize(
    "change",
    [
        {"number": "216"},
        {"symbol": "UBND-VX"},
        {"issued_on": "04/10/2025"},
        {"issuer_name": "Ủy ban nhân dân tỉnh"},
        {"issuer_unit": ""},
        {"subject": "Trích yếu khác"},
    ],
)
def test_what_a_sent_document_is_known_by_changes_only_with_a_reason(
    signed_in: SignedIn, world: World, change: dict[str, str]
) -> None:
    document = _sent(world)
    document.issuer_unit = world.units["ubnd"]
    document.save()
    client = signed_in("clerk")
    refused = client.post(_url("document-edit", document), _form(document, reason="  ", **change))
    assert refused.status_code == 422
    assert "phải ghi lý do" in refused.content.decode()
    assert not AuditEvent.objects.filter(code="documents.document.changed").exists()
    taken = client.post(_url("document-edit", document), _form(document, reason="Sửa theo bản đính chính", **change))
    assert taken.status_code == 302
    event = AuditEvent.objects.get(code="documents.document.changed")
    assert event.reason == "Sửa theo bản đính chính"
    assert set(event.changes) == set(change)


def test_signer_of_a_sent_document_changes_without_a_reason(signed_in: SignedIn, world: World) -> None:
    document = _sent(world)
    response = signed_in("clerk").post(_url("document-edit", document), _form(document, signer_name="Trần Văn Thử"))
    assert response.status_code == 302


def test_history_tells_the_review_of_its_tasks_as_one_entry_per_run(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    actor = world.actor("clerk")
    rows = list(document.obligations.order_by("start"))
    for row in rows:
        accept_obligation(actor=actor, obligation_id=row.pk, version=row.version)
    discard_obligation(actor=actor, obligation_id=rows[0].pk, version=rows[0].version + 1, reason="Trùng việc")
    page = signed_in("clerk").get(_url("document-detail", document)).content.decode()
    history = page[page.index("history-title") :]
    assert "Chấp nhận nhiệm vụ (2)" in history
    assert "Mục 1, 2" in history
    assert "Loại nhiệm vụ" in history
    assert "Mục 1. Trùng việc" in history
    assert rows[1].text not in history


def test_history_tells_nothing_of_the_tasks_of_other_documents(signed_in: SignedIn, world: World) -> None:
    other = take_in_text(world, DIRECTIVE + "khác")
    row = other.obligations.order_by("start")[0]
    accept_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=row.version)
    page = signed_in("clerk").get(_url("document-detail", take_in_text(world))).content.decode()
    assert "Chấp nhận nhiệm vụ" not in page
