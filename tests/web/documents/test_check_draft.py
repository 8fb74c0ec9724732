"""Checking a draft: findings on the page, the file back with comments or corrections, and nothing kept."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.bad_files import damaged_docx, pdf_with_password
from tests.factories.documents import as_docx
from tests.factories.scans import scanned
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.checking.services.switching import switch_rule
from sauro.documents.models import Document, ExtractedText, StoredFile

DRAFT = """ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

BÁO CÁO

Năm 2026 có 50/200 hộ (40%) được hỗ trợ, tỉnh đang triễn khai."""


def draft(text: str = DRAFT, name: str = "du-thao.docx") -> SimpleUploadedFile:
    data = as_docx(text) if name.endswith(".docx") else text.encode()
    return SimpleUploadedFile(name, data)


def address() -> str:
    return reverse("check-draft")


def test_findings_are_shown_with_their_sentence_and_rule(signed_in: SignedIn) -> None:
    page = signed_in("servant_a").post(address(), {"file": draft(), "lam": "findings"}).content.decode()
    assert "<mark>50/200 hộ (40%)</mark>" in page
    assert reverse("rule-detail", args=["SL001"]) in page


def test_page_asks_for_the_results_alone(signed_in: SignedIn) -> None:
    part = signed_in("servant_a").post(address(), {"file": draft()}, headers={"HX-Request": "true"}).content.decode()
    assert "SL001" in part
    assert "<html" not in part


def test_word_file_comes_back_with_comments(signed_in: SignedIn) -> None:
    answer = signed_in("outsider").post(address(), {"file": draft(), "lam": "commented"})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="du-thao-nhan-xet.docx"'
    data = b"".join(answer.streaming_content)
    comments = zipfile.ZipFile(BytesIO(data)).read("word/comments.xml").decode()
    assert "SL001" in comments


def test_word_file_comes_back_with_safe_corrections_only(signed_in: SignedIn) -> None:
    answer = signed_in("clerk").post(address(), {"file": draft(), "lam": "fixed"})
    document = zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))).read("word/document.xml").decode()
    assert "triễn khai" not in document
    assert "triển khai" in document
    assert "50/200 hộ (40%)" in document


@pytest.mark.parametrize("outcome", ["findings", "commented", "fixed", "gi-do"])
def test_nothing_of_a_draft_is_kept(
    signed_in: SignedIn, quarantine_folder: Path, file_folder: Path, outcome: str
) -> None:
    client = signed_in("clerk")
    events = AuditEvent.objects.count()
    answer = client.post(address(), {"file": draft(), "lam": outcome})
    assert b"".join(answer) != b""
    assert not any(path.is_file() for folder in (quarantine_folder, file_folder) for path in folder.rglob("*"))
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert not ExtractedText.objects.exists()
    assert AuditEvent.objects.count() == events


def test_switched_off_rule_does_not_run(world: World, signed_in: SignedIn) -> None:
    switch_rule(actor=world.actor("admin"), code="SL001", is_off=True, reason="Thử")
    page = signed_in("clerk").post(address(), {"file": draft()}).content.decode()
    assert "<mark>50/200 hộ (40%)</mark>" not in page
    assert "Quy tắc đã tắt tại đây nên không kiểm tra:" in page


def test_file_with_a_secrecy_mark_is_destroyed_and_the_refusal_recorded(
    signed_in: SignedIn, quarantine_folder: Path
) -> None:
    answer = signed_in("servant_a").post(address(), {"file": draft("MẬT\n\nBÁO CÁO\n\nNội dung.", "a.txt")})
    assert "Tệp mang dấu mật" in answer.content.decode()
    assert not any(path.is_file() for path in quarantine_folder.rglob("*"))
    assert AuditEvent.objects.filter(code="documents.upload.refused_secret").count() == 1


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "Hãy chọn tệp dự thảo"),
        (SimpleUploadedFile("a.docx", b""), "0 byte"),
        (SimpleUploadedFile("a.docx", damaged_docx(as_docx(DRAFT))), "hỏng"),
        (SimpleUploadedFile("a.pdf", pdf_with_password()), "mật khẩu"),
        (SimpleUploadedFile("a.bin", bytes(range(256))), "loại tệp văn bản"),
    ],
)
def test_file_that_cannot_be_read_is_explained(
    signed_in: SignedIn, file: SimpleUploadedFile | None, sentence: str
) -> None:
    answer = signed_in("clerk").post(address(), {"file": file} if file else {})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_comments_into_a_file_that_is_no_word_file_are_refused_with_a_reason(signed_in: SignedIn) -> None:
    answer = signed_in("clerk").post(address(), {"file": draft(name="a.txt"), "lam": "commented"})
    assert answer.status_code == 422
    assert ".docx" in answer.content.decode()


def test_scan_is_refused_with_words(signed_in: SignedIn) -> None:
    pages = ["Trang này được quét thành ảnh."] * 3
    answer = signed_in("clerk").post(address(), {"file": SimpleUploadedFile("quet.pdf", scanned(*pages))})
    assert answer.status_code == 422
    assert "Tệp này là bản quét" in answer.content.decode()
