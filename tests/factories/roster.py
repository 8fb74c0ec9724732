"""Makes tables of people as offices have them, and imports of them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from sauro.access.actor import Actor
from sauro.accounts.models import User
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.roster.enums import ImportState
from sauro.roster.models import ColumnMemory, ImportFault, ImportFile, ImportProgress, ImportRow, PeopleImport
from sauro.roster.services.mapping import Said, set_columns
from sauro.roster.services.uploading import Upload, upload_people
from sauro.workforce import sealing
from tests.personas import World

HEADS = ("STT", "Họ và tên", "CCCD", "Giới tính", "Ngày, tháng, năm sinh", "Dân tộc", "Chuyên môn", "LLCT", "Đơn vị",
         "Chức vụ", "Số QĐ")  # fmt: skip
PERSON = {
    "Họ và tên": "Nguyễn Thị Mẫu", "CCCD": "000188000123", "Giới tính": "Nữ", "Ngày, tháng, năm sinh": "15/03/1988",
    "Dân tộc": "Khmer", "Chuyên môn": "Đại học", "LLCT": "Trung cấp", "Đơn vị": "XA.UBND", "Chức vụ": "Chuyên viên",
    "Số QĐ": "12/QĐ-UBND",
}  # fmt: skip
"""Somebody in the second row of :func:`workbook`."""
MAN = {
    **PERSON, "Họ và tên": "Trần Văn Thử", "CCCD": "000088000124", "Giới tính": "Nam", "Dân tộc": "Kinh",
    "Chuyên môn": "Thạc sĩ",
}  # fmt: skip
"""Somebody else."""


def workbook(
    rows: Sequence[Mapping[str, Any]], heads: Sequence[str] = HEADS, *, title: str = "DANH SÁCH CÁN BỘ, CÔNG CHỨC"
) -> bytes:
    """Return an .xlsx: a title over all columns, an empty row, headings of two rows, people below."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Danh sách")
    sheet.merge_range(0, 0, 0, len(heads) - 1, title)
    trained = [at for at, head in enumerate(heads) if head in ("Chuyên môn", "LLCT")]
    for at, head in enumerate(heads):
        if at in trained:
            sheet.write(3, at, head)
        else:
            sheet.merge_range(2, at, 3, at, head)
    if len(trained) > 1:
        sheet.merge_range(2, trained[0], 2, trained[-1], "Trình độ")
    for line, row in enumerate(rows, start=4):
        for at, head in enumerate(heads):
            value = row.get(head, line - 3 if head == "STT" else "")
            if value != "":
                sheet.write(line, at, value)
    book.close()
    return stream.getvalue()


def checked_import(
    actor: Actor, rows: Sequence[Mapping[str, Any]], since: dt.date = dt.date(2026, 11, 1)
) -> PeopleImport:
    """Upload a table and check it with the columns as they were proposed."""
    run = upload_people(actor=actor, domain=Domain.STATE, upload=Upload("a.xlsx", workbook(rows)))
    mapping = {int(column): code for column, code in run.mapping.items()}
    return set_columns(actor=actor, import_id=run.pk, said=Said(mapping, since))


def kept_import(owner: User, unit: Unit, state: ImportState = ImportState.CHECKED) -> PeopleImport:
    """Store an import with a file, a fault, and a row about which somebody is asked."""
    run = PeopleImport.objects.create(
        code=next_code(prefix="NH", year=2026), owner=owner, acting_unit=unit, domain=unit.domain,
        file_name="danh-sach.csv", kind="csv", encoding="utf-8", mapping={"0": "full_name", "1": "birth_date"},
        since=today(), decision="12/QĐ-UBND", state=state, counts={"rows": 1, "asked": 1, "error": 1},
        made_by_name="Đỗ Văn Mẫu",
    )  # fmt: skip
    key = sealing.new_key(run.pk)
    data = "Họ và tên;Ngày sinh\nNguyễn Thị Mẫu;15/03/1988\n".encode()
    ImportFile.objects.create(run=run, wrapped_key=key, content=sealing.seal_bytes(run.pk, key, data))
    ImportProgress.objects.create(run=run, percent=40, step="Đang đọc")
    ImportFault.objects.create(
        run=run, row=1, column=1, field="birth_date", code="day-wrong", severity="error", message="Ngày sai",
        shown="31/02/1988",
    )  # fmt: skip
    ImportRow.objects.create(
        run=run, row=1, name="Nguyễn Thị Mẫu", outcome="asked", search_key="nguyen thi mau",
        changes=[["Quê quán", "Lạc Giang", "Xã A"]], likely=[],
    )  # fmt: skip
    ColumnMemory.objects.get_or_create(owner=owner, signature="a" * 64, defaults={"mapping": {"0": "full_name"}})
    return run


def unit_code(world: World, name: str) -> str:
    """Return the code of a unit of the world."""
    return world.units[name].code
