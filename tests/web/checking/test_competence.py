"""The catalogue of competence: entries, workbooks with their faults by row, the wording, and drafts judged by them."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile
from collections.abc import Sequence

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.folders import quarantine_folder
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.checking.models import CheckChoice, CompetenceRow

__all__ = ["quarantine_folder"]

HEADING = [
    "Lĩnh vực", "Việc", "Từ nhận biết", "Cấp hoặc cơ quan có thẩm quyền", "Căn cứ", "Hiệu lực từ", "Hiệu lực đến",
    "Ủy quyền cho",
]  # fmt: skip
ROW = ["Xây dựng", "cấp phép xây kho lạnh", "cấp phép; kho lạnh", "Sở Xây dựng", "Điều 5 quy định mẫu", "", "", ""]
ENTRY = {
    "field": "Xây dựng", "act": "cấp phép xây kho lạnh", "words": "cấp phép; kho lạnh; cấp phép",
    "holders": "Sở Xây dựng", "basis": "Điều 5 quy định mẫu", "valid_from": "01/01/2026",
}  # fmt: skip
DRAFT = """ỦY BAN NHÂN DÂN TỈNH LẠC GIANG
Số: 12/KH-UBND
Lạc Giang, ngày 05 tháng 10 năm 2026

KẾ HOẠCH
Phát triển kho lạnh

1. Sở Nội vụ chủ trì cấp phép xây dựng kho lạnh cho hợp tác xã, hoàn thành trước ngày 15 tháng 11 năm 2026.
"""
NAMES = ["competence-add", "competence-import", "wording-choose"]


@pytest.fixture
def admin(world: World, signed_in: SignedIn) -> Client:
    world.users["admin"].totp_confirmed_at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    world.users["admin"].save()
    return signed_in("admin")


def workbook(*rows: Sequence[object], heading: list[str] = HEADING) -> SimpleUploadedFile:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    for at, row in enumerate([heading, *rows]):
        for column, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(at, column, cell, book.add_format({"num_format": "dd/mm/yyyy"}))
            else:
                sheet.write(at, column, cell)
    book.close()
    return SimpleUploadedFile("danh-muc.xlsx", stream.getvalue())


def sent(client: Client, file: SimpleUploadedFile) -> tuple[int, str]:
    answer = client.post(reverse("competence-import"), {"file": file}, follow=True)
    return answer.status_code, answer.content.decode()


def checked(client: Client) -> str:
    file = SimpleUploadedFile("du-thao.txt", DRAFT.encode())
    return client.post(reverse("check-draft"), {"file": file}).content.decode()


def test_draft_is_judged_by_the_catalogue_and_without_one_there_is_no_ground(
    admin: Client, quarantine_folder: object
) -> None:
    assert "chưa có căn cứ: chưa có danh mục thẩm quyền" in checked(admin)
    assert admin.post(reverse("competence-add"), ENTRY).status_code == 302
    row = CompetenceRow.objects.get()
    assert (row.words, row.holders, row.valid_from) == (["cấp phép", "kho lạnh"], ["Sở Xây dựng"], dt.date(2026, 1, 1))
    page = checked(admin)
    assert "không có thẩm quyền cấp phép xây kho lạnh" in page
    assert "theo Điều 5 quy định mẫu" in page
    admin.post(reverse("competence-edit", args=[row.pk]), ENTRY | {"delegated_to": "Sở Nội vụ"})
    assert "không có thẩm quyền" not in checked(admin)
    admin.post(reverse("competence-remove", args=[row.pk]))
    assert not CompetenceRow.objects.exists()
    events = AuditEvent.objects.filter(code__startswith="checking.").order_by("sequence")
    assert [event.code.rpartition(".")[2] for event in events] == ["set", "set", "removed"]


def test_workbook_is_taken_in_and_written_over(admin: Client) -> None:
    other: list[object] = ["Y tế", "mua vắc xin mẫu", "mua; vắc xin", "Sở Y tế; Ủy ban nhân dân tỉnh", "Điều 7"]
    other += [dt.date(2026, 2, 1), "31/12/2026", "Trung tâm y tế"]
    assert "Đã nhập 2 mục" in sent(admin, workbook(ROW, other))[1]
    row = CompetenceRow.objects.get(field="Y tế")
    assert (row.valid_from, row.valid_to) == (dt.date(2026, 2, 1), dt.date(2026, 12, 31))
    assert row.holders == ["Sở Y tế", "Ủy ban nhân dân tỉnh"]
    changed = [unicodedata.normalize("NFD", str(cell)) for cell in ROW]
    changed[4] = "Điều 6"
    sent(admin, workbook(changed, heading=[unicodedata.normalize("NFD", one) for one in HEADING]))
    assert CompetenceRow.objects.get(field="Xây dựng").basis == "Điều 6"
    assert CompetenceRow.objects.count() == 2


def test_faults_are_told_by_row_and_nothing_is_taken_in(admin: Client) -> None:
    no_basis = [*ROW[:4], "", "", "", ""]
    ends_before = [*ROW[:5], "02/01/2026", "01/01/2026", ""]
    status, page = sent(
        admin, workbook(ROW, no_basis, ["", "", "", "", "", "", "", ""], ends_before, [*ROW[:5], "mai", "", ""])
    )
    assert status == 422
    assert "Dòng 3, cột Căn cứ" in page
    assert "Dòng 5, cột Hiệu lực đến: Hiệu lực kết thúc trước khi bắt đầu" in page
    assert "Dòng 6, cột Hiệu lực từ: Ngày chưa đúng" in page
    assert not CompetenceRow.objects.exists()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (21 * 1024 * 1024))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"khong phai bang", "Không đọc được tệp này"),
        (bomb(), "Không đọc được tệp này"),
        (b"0" * (2 * 1024 * 1024 + 1), "lớn quá 2 MB"),
        (None, "Hãy chọn tệp .xlsx"),
    ],
    ids=["no workbook", "bomb", "large", "none"],
)
def test_file_that_is_no_workbook_is_refused(
    admin: Client, quarantine_folder: object, data: bytes | None, sentence: str
) -> None:
    files = {"file": SimpleUploadedFile("a.xlsx", data)} if data else {}
    answer = admin.post(reverse("competence-import"), files)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_missing_columns_and_empty_sheets_are_named(admin: Client) -> None:
    assert "thiếu cột: Căn cứ" in sent(admin, workbook(ROW, heading=[one for one in HEADING if one != "Căn cứ"]))[1]
    assert "Dòng tiêu đề thiếu cột" in sent(admin, workbook(heading=["x"]))[1]


def test_wording_is_the_prime_ministers_until_another_is_chosen(admin: Client, quarantine_folder: object) -> None:
    assert "Thông báo số 627/TB-VPCP" in admin.get(reverse("competence-list")).content.decode()
    before = checked(admin)
    assert "rõ biện pháp, nguồn lực" not in before
    assert admin.post(reverse("wording-choose"), {"wording": "nguon-luc"}).status_code == 302
    assert CheckChoice.objects.get().value == "nguon-luc"
    assert "rõ biện pháp, nguồn lực" in admin.get(reverse("competence-list")).content.decode()
    assert "6R" in checked(admin)
    assert checked(admin) != before
    assert admin.post(reverse("wording-choose"), {"wording": "la"}).status_code == 422


def test_others_read_and_change_nothing(world: World, signed_in: SignedIn) -> None:
    clerk = signed_in("clerk")
    row = CompetenceRow.objects.create(field="A", act="Việc mẫu", words=["a"], holders=["b"], basis="c")
    page = clerk.get(reverse("competence-list")).content.decode()
    assert "Việc mẫu" in page
    assert '<form method="post" action="/quy-tac' not in page
    for name in NAMES:
        assert clerk.post(reverse(name), ENTRY).status_code == 403
    for name in ("competence-edit", "competence-remove"):
        assert clerk.post(reverse(name, args=[row.pk]), ENTRY).status_code == 403
    assert CompetenceRow.objects.count() == 1
    assert not CheckChoice.objects.exists()
