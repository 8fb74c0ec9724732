"""The workbook that comes back: comments in the bad cells, the faults on a sheet, every other part as it was."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from lxml import etree
from python_calamine import CalamineWorkbook
from tests.factories.roster import PERSON, workbook

from sauro.roster.sheets.annotate import MOST_COMMENTS, Note, UnusualPackageError, annotate

TABLE = [["Ô", "Lỗi"], ["B5", "=1+1"]]
NOTES = [Note(4, 1, "Thiếu <họ> & tên"), Note(4, 27, "Ngày sai")]
INSERTED_INTO = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _with_everything() -> bytes:
    """A workbook with a drawing, a table, conditional formats and a comment of its own on another sheet."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Danh sách")
    sheet.add_table(0, 0, 3, 1, {"columns": [{"header": "Họ và tên"}, {"header": "Ngày sinh"}]})
    sheet.conditional_format(0, 0, 3, 1, {"type": "data_bar", "data_bar_2010": True})
    sheet.insert_textbox(5, 5, "Ghi chú")
    other = book.add_worksheet("Khác")
    other.write_comment(0, 0, "Có sẵn")
    book.close()
    return stream.getvalue()


@pytest.mark.parametrize("data", [workbook([PERSON]), _with_everything()], ids=["plain", "rich"])
def test_all_other_parts_are_byte_identical(data: bytes) -> None:
    before, after = _parts(data), _parts(annotate(data, "Danh sách", NOTES, TABLE, "Lỗi cần sửa"))
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    for name, content in before.items():
        if name not in INSERTED_INTO | {relations}:
            assert after[name] == content, name
            continue
        # What was there is still there, in its order, around one insertion or two.
        at = 0
        for piece in re.split(rb"(?<=>)", content):
            place = after[name].find(piece, at)
            assert place >= 0, (name, piece)
            at = place + len(piece)
    sheet = etree.fromstring(after["xl/worksheets/sheet1.xml"])
    order = [etree.QName(one).localname for one in sheet]
    follow = {"tableParts", "extLst"} & set(order)
    assert all(order.index("legacyDrawing") < order.index(one) for one in follow)
    comments = next(one for name, one in after.items() if "comments" in name and name not in before)
    assert (
        re.findall(rb'ref="(\w+)"', comments) == [b"B5", b"AB5"] and "Thiếu &lt;họ&gt; &amp; tên".encode() in comments
    )
    made = annotate(data, "Danh sách", NOTES, TABLE, "Lỗi cần sửa")
    assert "Lỗi cần sửa" in CalamineWorkbook.from_filelike(io.BytesIO(made)).sheet_names


def test_comments_that_were_there_stay_and_faults_are_text() -> None:
    data = _with_everything()
    made = annotate(data, "Khác", [Note(0, 0, "mới"), Note(1, 0, "thêm")], TABLE, "Khác")
    parts = _parts(made)
    comments = next(one for name, one in parts.items() if "comments" in name)
    assert "Có sẵn".encode() in comments and "thêm".encode() in comments and "mới".encode() not in comments
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    assert book.sheet_names == ["Danh sách", "Khác", "Khác 2"]
    assert book.get_sheet_by_name("Khác 2").to_python()[1] == ["B5", "=1+1"]


def test_no_more_than_two_thousand_comments_and_what_is_no_workbook_is_said() -> None:
    notes = [Note(row, 0, "sai") for row in range(MOST_COMMENTS + 5)]
    parts = _parts(annotate(workbook([PERSON]), "Danh sách", notes, TABLE, "Lỗi"))
    assert parts["xl/comments1.xml"].count(b"<comment ") == MOST_COMMENTS
    with pytest.raises(UnusualPackageError):
        annotate(workbook([PERSON]), "Không có", notes, TABLE, "Lỗi")
