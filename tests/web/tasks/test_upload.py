"""The page on which documents are taken in, with real files through the real reading process."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import IO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings
from tests.conftest import SignedIn
from tests.factories import bad_files
from tests.factories.documents import DIRECTIVE, as_docx
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.documents.models import Document, ExtractedText, StoredFile
from sauro.tasks.models import Obligation

__all__ = ["file_folder", "quarantine_folder"]

URL = "/van-ban/tiep-nhan/"
SAMPLES = Path(__file__).parents[3] / "samples" / "built"


def _send(client: Client, world: World, *files: IO[bytes], unit: str = "ubnd", line: bool = True) -> HttpResponse:
    headers = {"X-Upload-Line": "1"} if line else {}
    data = {"unit": str(world.units[unit].pk), "declared": "on", "files": list(files)}
    return client.post(URL, data, headers=headers)


def _file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def _text(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def _assert_nothing_kept(*folders: Path) -> None:
    for folder in folders:
        assert [path for path in folder.rglob("*") if path.is_file()] == []
    for model in (Document, StoredFile, ExtractedText, Obligation):
        assert not model._default_manager.exists()


def test_page_shows_the_declaration_and_where_secrets_belong(signed_in: SignedIn) -> None:
    response = signed_in("clerk").get(URL)
    assert response.status_code == 200
    page = _text(response)
    assert "Tôi cam đoan không tệp nào trong số này chứa bí mật nhà nước." in page
    assert "mạng độc lập" in page
    assert "sổ văn bản mật bằng giấy" in page
    assert "Ủy ban nhân dân tỉnh Lạc Giang" in page
    assert "Ủy ban nhân dân xã A Thử" not in page


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt"])
def test_sample_directive_is_taken_in(signed_in: SignedIn, world: World, kind: str) -> None:
    path = SAMPLES / f"001-tru-so-tai-san-cong.{kind}"
    response = _send(signed_in("clerk"), world, _file(path.name, path.read_bytes()))
    assert response.status_code == 200
    document = Document.objects.get()
    assert document.code in _text(response)
    assert "nhiệm vụ" in _text(response)
    assert document.obligations.exists()
    assert document.file is not None
    assert (
        document.file.media_type
        == {
            "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "pdf": "application/pdf",
            "txt": "text/plain",
        }[kind]
    )


def test_several_files_at_once_each_get_an_answer(signed_in: SignedIn, world: World) -> None:
    response = _send(
        signed_in("clerk"),
        world,
        _file("một.txt", DIRECTIVE.encode()),
        _file("hai.docx", as_docx(DIRECTIVE + "Thêm một dòng.")),
        _file("ba.docx", bad_files.PNG_NAMED_DOCX),
        line=False,
    )
    assert response.status_code == 200
    assert response.content.decode().count("data-upload-result") == 3
    assert Document.objects.count() == 2
    page = _text(response)
    assert all(name in page for name in ("một.txt", "hai.docx", "ba.docx"))
    assert "lớn bất thường nên không được mở" in page


BAD = {
    "empty": ("rỗng.docx", b"", "0 byte"),
    "only spaces": ("trắng.txt", b"  \n ", "không có nội dung chữ"),
    "picture": ("ảnh.docx", bad_files.PNG_NAMED_DOCX, "lớn bất thường"),
    "program": ("chạy.txt", bad_files.PROGRAM_NAMED_TXT, "không phải loại tệp văn bản"),
    "password word": ("khóa.docx", bad_files.PASSWORD_WORD, "mật khẩu"),
    "password pdf": ("khóa.pdf", bad_files.pdf_with_password(), "mật khẩu"),
    "damaged pdf": ("hỏng.pdf", bad_files.damaged_pdf(), "hỏng"),
    "damaged docx": ("hỏng.docx", bad_files.damaged_docx(as_docx(DIRECTIVE)), "hỏng"),
    "zip bomb": ("nén.docx", bad_files.zip_bomb(), "lớn bất thường"),
    "2000 pages": ("dài.pdf", bad_files.pdf_of_pages(2_000), "2.000 trang"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file_gets_a_sentence_that_says_what_to_do_and_leaves_nothing(
    signed_in: SignedIn, world: World, case: str, file_folder: Path, quarantine_folder: Path
) -> None:
    name, data, words = BAD[case]
    response = _send(signed_in("clerk"), world, _file(name, data))
    assert response.status_code == 422
    page = _text(response)
    assert words in page
    assert "Hãy" in page
    _assert_nothing_kept(file_folder, quarantine_folder)


def test_200_mb_are_refused_while_they_stream(
    signed_in: SignedIn, world: World, tmp_path: Path, file_folder: Path, quarantine_folder: Path
) -> None:
    big = tmp_path / "lớn.docx"
    with big.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    with big.open("rb") as stream:
        response = _send(signed_in("clerk"), world, stream)
    assert response.status_code == 413
    assert "50 MB" in _text(response)
    _assert_nothing_kept(file_folder, quarantine_folder)


def test_document_without_a_task_is_taken_in_and_says_so(signed_in: SignedIn, world: World) -> None:
    text = "BÁO CÁO\nKết quả thử nghiệm quý III đã ổn định.\n"
    response = _send(signed_in("clerk"), world, _file("báo cáo.txt", text.encode()))
    assert response.status_code == 200
    assert "Không tìm thấy nhiệm vụ nào" in _text(response)
    assert Document.objects.count() == 1


def test_same_document_twice_leads_to_the_first(signed_in: SignedIn, world: World) -> None:
    client = signed_in("clerk")
    _send(client, world, _file("a.txt", DIRECTIVE.encode()))
    response = _send(client, world, _file("b.txt", DIRECTIVE.encode()))
    first = Document.objects.get()
    assert response.status_code == 409
    assert first.code in _text(response)
    assert reverse("document-detail", args=[first.pk]) in response.content.decode()


def test_same_document_in_a_neighbouring_unit_is_silent(signed_in: SignedIn, world: World) -> None:
    _send(signed_in("office_a"), world, _file("a.txt", DIRECTIVE.encode()), unit="ubnd_a")
    first = Document.objects.get()
    response = _send(signed_in("office_b"), world, _file("b.txt", DIRECTIVE.encode()), unit="ubnd_b")
    assert response.status_code == 200
    assert first.code not in response.content.decode()
    assert "Trùng" not in _text(response)
    assert "cũng đã tiếp nhận" not in _text(response)
    assert Document.objects.count() == 2


def test_repeated_official_number_is_a_warning(signed_in: SignedIn, world: World) -> None:
    client = signed_in("clerk")
    _send(client, world, _file("a.txt", DIRECTIVE.encode()))
    first = Document.objects.get()
    response = _send(client, world, _file("b.txt", (DIRECTIVE + "\nBản sửa lỗi.").encode()))
    assert response.status_code == 200
    assert f"Trùng số, ký hiệu với văn bản đã có: {first.code}" in _text(response)


def test_scripts_of_html_are_never_executed(signed_in: SignedIn, world: World) -> None:
    client = signed_in("clerk")
    body = "".join(f"<p>{line}</p>" for line in DIRECTIVE.splitlines())
    page = f"<html><script>alert('chạy')</script><body onload=alert(1)>{body}<img src=x onerror=alert(2)></body></html>"
    response = _send(client, world, _file("trang.html", page.encode()))
    assert response.status_code == 200
    document = Document.objects.get()
    shown = client.get(reverse("document-detail", args=[document.pk])).content.decode()
    assert "alert(" not in shown
    assert "alert(" not in document.readings.get().text.text
    source = client.get(reverse("document-file", args=[document.pk]))
    assert source["Content-Disposition"].startswith("attachment")
    assert source["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in source["Content-Security-Policy"]
    looked_at = client.get(reverse("document-file", args=[document.pk]), {"xem": "1"})
    assert looked_at["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../../etc/passwd.txt", "passwd.txt"),
        ("C:\\thư mục\\kế hoạch.txt", "kế hoạch.txt"),
        ("ngược\u202etxt.exe.txt", "ngượctxt.exe.txt"),
    ],
)
def test_names_with_path_characters_are_cleaned(signed_in: SignedIn, world: World, sent: str, kept: str) -> None:
    stream = io.BytesIO(DIRECTIVE.encode())
    stream.name = sent
    assert _send(signed_in("clerk"), world, stream).status_code == 200
    assert Document.objects.get().file_name == kept


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("CV mat (MẬT).txt", DIRECTIVE),
        ("cv.txt", DIRECTIVE.replace("Số: 215", "TUYỆT MẬT\nSố: 215")),
        ("cv.txt", DIRECTIVE.replace("Số: 215/UBND-NC", "Số: 215/UBND-NC  MẬT")),
    ],
)
def test_secret_is_refused_and_destroyed(
    signed_in: SignedIn, world: World, name: str, text: str, file_folder: Path, quarantine_folder: Path
) -> None:
    response = _send(signed_in("clerk"), world, _file(name, text.encode()))
    assert response.status_code == 422
    assert "mạng độc lập" in _text(response)
    _assert_nothing_kept(file_folder, quarantine_folder)
    event = AuditEvent.objects.get()
    assert event.code == "documents.upload.refused_secret"
    assert name not in f"{event.__dict__}"


def test_without_the_declaration_nothing_is_read(signed_in: SignedIn, world: World, quarantine_folder: Path) -> None:
    data = {"unit": str(world.units["ubnd"].pk), "files": [_file("a.txt", DIRECTIVE.encode())]}
    response = signed_in("clerk").post(URL, data)
    assert response.status_code == 422
    assert "Hãy đánh dấu cam đoan" in _text(response)
    assert not Document.objects.exists()
    assert [path for path in quarantine_folder.rglob("*") if path.is_file()] == []


def test_without_a_file_the_page_says_so(signed_in: SignedIn, world: World) -> None:
    response = _send(signed_in("clerk"), world, line=False)
    assert response.status_code == 422
    assert "Hãy chọn ít nhất một tệp" in _text(response)


def test_unit_of_somebody_else_is_no_choice(signed_in: SignedIn, world: World) -> None:
    response = _send(signed_in("clerk"), world, _file("a.txt", DIRECTIVE.encode()), unit="ubnd_a")
    assert response.status_code == 422
    assert not Document.objects.exists()


@pytest.mark.parametrize("persona", ["chair", "servant_a", "snv_head", "outsider"])
def test_who_may_not_register_is_refused(signed_in: SignedIn, world: World, persona: str) -> None:
    client = signed_in(persona)
    assert client.get(URL).status_code == 403
    assert _send(client, world, _file("a.txt", DIRECTIVE.encode())).status_code == 403
    assert not Document.objects.exists()


def test_stranger_is_sent_to_sign_in(world: World, quarantine_folder: Path) -> None:
    response = _send(Client(), world, _file("a.txt", DIRECTIVE.encode()))
    assert response.status_code == 302
    assert [path for path in quarantine_folder.rglob("*") if path.is_file()] == []


def test_other_methods_are_refused(signed_in: SignedIn) -> None:
    assert signed_in("clerk").put(URL).status_code == 405


def test_reader_that_is_stopped_leaves_a_sentence_and_nothing_else(
    signed_in: SignedIn, world: World, file_folder: Path, quarantine_folder: Path, settings: Settings
) -> None:
    """A million words in a second is more than the reader can do: its limits end it, whatever it was doing."""
    settings.READER_SECONDS = 1
    long = DIRECTIVE + "\n".join(f"{number}. Sở Nội vụ rà soát, báo cáo trong tháng 12." for number in range(90_000))
    response = _send(signed_in("clerk"), world, _file("dài.txt", long.encode()))
    assert response.status_code == 422
    assert "chưa lưu gì" in _text(response)
    _assert_nothing_kept(file_folder, quarantine_folder)


def test_reader_leaves_no_process_behind(signed_in: SignedIn, world: World) -> None:
    _send(signed_in("clerk"), world, _file("a.txt", DIRECTIVE.encode()))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
