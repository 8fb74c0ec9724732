"""Imports of people as the home-affairs officer uses them: upload, columns, check, with right and wrong input."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.conftest import SignedIn
from tests.factories.roster import PERSON, workbook
from tests.factories.workforce import KEEPER, allot, dossier_of, make_post
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.roster.enums import ImportState
from sauro.roster.models import ColumnMemory, ImportFault, ImportFile, ImportRow, PeopleImport
from sauro.roster.services.reading import read_import

pytestmark = pytest.mark.django_db

OTHER = {**PERSON, "Họ và tên": "Trần Văn Thử", "CCCD": "000088000124", "Giới tính": "Nam"}


def upload(client: Client, data: bytes, name: str = "danh-sach.xlsx") -> PeopleImport:
    """Upload a table and return its import."""
    answer = client.post("/nhan-su/nhap/moi/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302, answer.content.decode()
    return PeopleImport.objects.latest("made_at")


def check(client: Client, run: PeopleImport, **changes: str) -> PeopleImport:
    """Confirm the columns as they were proposed, with changes, and return the import."""
    mapped = {f"c{column}": code for column, code in run.mapping.items()}
    answer = client.post(f"/nhan-su/nhap/{run.pk}/cot/", {**mapped, "since": "01/11/2026", **changes})
    assert answer.status_code == 302, answer.content.decode()
    run.refresh_from_db()
    return run


def test_a_table_is_understood_checked_and_its_columns_remembered(world: World, signed_in: SignedIn) -> None:
    allot(world, 2)
    make_post()
    client = signed_in(KEEPER)
    run = upload(client, workbook([PERSON, {**OTHER, "Chuyên môn": "Phó", "Đơn vị": "Phòng Kinh tê xã A"}]))
    page = client.get(f"/nhan-su/nhap/{run.pk}/cot/").content.decode()
    assert "Trình độ / LLCT" in page and PERSON["CCCD"] not in page
    run = check(client, run)
    assert run.state == ImportState.CHECKED, run.failure
    assert run.counts["new"] == 1 and run.counts["faulty"] == 1, list(run.faults.values_list("row", "message"))
    page = client.get(f"/nhan-su/nhap/{run.pk}/").content.decode()
    assert "Kết quả kiểm tra" in page
    faults = client.get(f"/nhan-su/nhap/{run.pk}/loi/?md=error").content.decode()
    assert "G6" in faults and "không có trong danh mục" in faults
    assert "(XA.PKT)" in faults
    assert "Trần Văn Thử" in client.get(f"/nhan-su/nhap/{run.pk}/dong/?sl=faulty").content.decode()
    again = upload(client, workbook([OTHER]))
    ColumnMemory.objects.update(mapping={"1": "full_name"})
    assert upload(client, workbook([OTHER])).mapping == {"1": "full_name"} != again.mapping


def test_a_birth_date_that_cannot_be_read_is_one_fault(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    table = f"Họ và tên,Sinh nam,Sinh nữ,Đơn vị\nTrần Văn Thử,31/02/1985,,{world.units['ubnd_a'].name}\n"
    run = upload(client, table.encode(), "danh-sach.csv")
    run = check(client, run, c0="full_name", c1="birth_male", c2="birth_female", c3="unit")
    assert list(run.faults.values_list("field", flat=True)) == ["birth_male"]
    page = client.get(f"/nhan-su/nhap/{run.pk}/").content.decode()
    assert "Không có gì để ghi." in page and "Đưa bảng đã sửa lên" in page


def test_numbers_twice_and_people_alike_are_asked_about_one_by_one(world: World, signed_in: SignedIn) -> None:
    held = dossier_of(world, "Nguyễn Thị Mẫu")
    client = signed_in(KEEPER)
    plain = {"Số QĐ": "", "Chức vụ": "", "Dân tộc": ""}
    rows = [PERSON | plain, OTHER | plain, {**OTHER, **plain, "Họ và tên": "Lê Thị Mẫu"}]
    run = check(client, upload(client, workbook(rows)))
    assert run.counts["asked"] == 1 and run.counts["faulty"] == 2
    assert ImportFault.objects.filter(run=run, code="number-twice", shown="••••••").count() == 2
    page = client.get(f"/nhan-su/nhap/{run.pk}/xac-nhan/").content.decode()
    assert held.code in page
    wrong = client.post(f"/nhan-su/nhap/{run.pk}/xac-nhan/", {"r4": "0"})
    assert wrong.status_code == 422
    assert client.post(f"/nhan-su/nhap/{run.pk}/xac-nhan/", {"r4": str(held.pk)}).status_code == 302
    run.refresh_from_db()
    assert run.counts["asked"] == 0 and run.counts["changed"] == 1
    row = ImportRow.objects.get(run=run, row=4)
    assert row.dossier == held and ["Số định danh cá nhân", "", "••••••"] in row.changes


def test_rows_elsewhere_and_sensitive_columns_need_their_rights(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    assert signed_in("office_a").get("/nhan-su/nhap/").status_code == 403
    run = check(client, upload(client, workbook([{**PERSON, "Đơn vị": "Đảng ủy xã A Thử", "Số QĐ": ""}])))
    assert ImportFault.objects.filter(run=run, code="unit-unknown").exists()
    assert signed_in("office_a").get(f"/nhan-su/nhap/{run.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"", "Tệp rỗng"), ("a.xlsx", b"PK\x03\x04 nothing", "Không đọc được"),
        ("a.xls", b"\xd0\xcf\x11\xe0 nothing", "Không đọc được"), ("a.csv", b"a\x00b", "Không đọc được"),
        ("a.csv", "TỐI MẬT\nHọ và tên;Ngày sinh\nLê Văn Mẫu;1990\n".encode(), "Bảng có dấu mật"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused(signed_in: SignedIn, name: str, data: bytes, words: str) -> None:
    answer = signed_in(KEEPER).post("/nhan-su/nhap/moi/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not PeopleImport.objects.exists()


def test_wrong_columns_are_said_and_the_file_can_be_thrown_away(signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    run = upload(client, workbook([PERSON]))
    url = f"/nhan-su/nhap/{run.pk}/"
    for data, words in (
        ({"c1": "full_name", "c2": "full_name"}, "chỉ ghép với một cột"), ({"c2": "phone"}, "Hãy ghép cột Họ và tên"),
        ({"c1": "full_name", "since": "01/01/2040"}, "không được ở tương lai"), ({"c1": "nothing"}, ""),
    ):  # fmt: skip
        answer = client.post(f"{url}cot/", {"since": "01/11/2026", **data})
        assert answer.status_code == 422 and words in answer.content.decode()
    assert client.post(f"{url}bang/", {"first": "2", "last": "9"}).status_code == 422
    assert client.post(f"{url}bang/", {"first": "3", "last": "3"}).status_code == 302
    assert client.post(f"{url}bo/").status_code == 302
    assert not ImportFile.objects.exists() and "Đã bỏ" in client.get(url).content.decode()


@pytest.mark.parametrize("name", ["bang.xlsx", "bang.csv"])
def test_the_table_comes_back_with_comments_and_the_faults_as_csv(signed_in: SignedIn, name: str) -> None:
    client = signed_in(KEEPER)
    wrong = {**PERSON, "Ngày, tháng, năm sinh": "31/02/1988", "Chuyên môn": "=HYPERLINK(1)"}
    data = workbook([wrong])
    if name.endswith("csv"):
        data = "Họ và tên;Ngày sinh;Chuyên môn\nNguyễn Thị Mẫu;31/02/1988;=HYPERLINK(1)\n".encode()
    run = check(client, upload(client, data, name))
    file = client.get(f"/nhan-su/nhap/{run.pk}/bang-loi.xlsx")
    with zipfile.ZipFile(io.BytesIO(b"".join(file.streaming_content))) as archive:
        comments = archive.read(next(one for one in archive.namelist() if "comments" in one)).decode()
    assert "Không đọc được ngày" in comments
    text = b"".join(client.get(f"/nhan-su/nhap/{run.pk}/loi.csv").streaming_content).decode("utf-8-sig")
    assert "31/02/1988" in text and (name.endswith("xlsx") or ";'=HYPERLINK(1);" in text)
    assert signed_in("office_a").get(f"/nhan-su/nhap/{run.pk}/bang-loi.xlsx").status_code == 404


def _large(first: str = "", encoding: str = "utf-8") -> bytes:
    lines = [f"Nguyễn Thị Mẫu {'An ' * (number % 7)}Thử;{number % 28 + 1:02d}/03/1988;Xã A" for number in range(1_500)]
    return "\n".join([*filter(None, [first]), "Họ và tên;Ngày sinh;Quê quán", *lines]).encode(encoding)


def test_a_large_table_is_read_in_the_background_and_the_page_says_how_far_it_is(signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    data = _large()
    # An odd number of bytes is no text of two bytes a letter.
    run = upload(client, data if len(data) % 2 else data + b"\n", "lon.csv")
    url = f"/nhan-su/nhap/{run.pk}/"
    assert run.state == ImportState.READING and client.get(f"{url}cot/").headers["Location"] == url
    page = client.get(url).content.decode()
    assert "Đang đọc" in page and "việc vẫn chạy tiếp" in page and "/tien-do/" in page
    assert client.post(f"{url}bo/").status_code == 302
    read_import(run.pk)
    read_import(run.pk)
    run.refresh_from_db()
    assert run.state == ImportState.MAPPING and run.mapping == {
        "0": "full_name", "1": "birth_date", "2": "home_town",
    }  # fmt: skip
    assert client.get(f"{url}tien-do/").headers["HX-Refresh"] == "true"
    columns = client.get(f"{url}cot/").content.decode()
    assert "Quê quán" in columns and "Xã A" in columns
    # Another encoding is another reading; where it cannot be read, what was read before stands.
    assert client.post(f"{url}bang/", {"first": "1", "last": "1", "encoding": "utf-16"}).status_code == 302
    run.refresh_from_db()
    assert run.state == ImportState.READING
    read_import(run.pk)
    run.refresh_from_db()
    assert (run.state, run.encoding) == (ImportState.MAPPING, "utf-8") and run.failure


def test_a_large_table_with_a_secrecy_mark_is_not_kept(signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    answer = client.post("/nhan-su/nhap/moi/", {"file": SimpleUploadedFile("lon.csv", _large("TỐI MẬT;;"))})
    assert answer.status_code == 422 and "Bảng có dấu mật" in answer.content.decode()
    assert not PeopleImport.objects.exists()
    run = upload(client, _large("TỐI MẬT;;", "utf-16"), "lon.csv")
    read_import(run.pk)
    run.refresh_from_db()
    assert run.state == ImportState.DROPPED and not ImportFile.objects.exists()
    assert AuditEvent.objects.filter(code="roster.import.dropped", object_id=run.pk, door="job").exists()
    page = client.get(f"/nhan-su/nhap/{run.pk}/").content.decode()
    assert "không giữ lại gì của tệp này" in page


def test_a_sheet_that_is_not_in_the_workbook_is_said_and_not_fallen_over(signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    run = check(client, upload(client, workbook([{**PERSON, "Ngày, tháng, năm sinh": "31/02/1988"}])))
    PeopleImport.objects.filter(pk=run.pk).update(sheet=7)
    for path in ("bang-loi.xlsx", "cot/"):
        answer = client.get(f"/nhan-su/nhap/{run.pk}/{path}", follow=True)
        assert answer.redirect_chain and "Tệp không có trang tính này" in answer.content.decode()
