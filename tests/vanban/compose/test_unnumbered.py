"""Forms: a title of their own, two who sign beside each other, no number and no recipients, upright or across."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from tests.vanban.compose.contents import DAY, PROVINCE, table
from tests.vanban.compose.pages import lines_of, page_sizes

from vanban.api import compose_docx, compose_pdf
from vanban.compose.html import sheet_html
from vanban.compose.model import Content, Header, Kind, Layout, Paragraph, Signature, section
from vanban.compose.reading import content_from_json
from vanban.compose.setting import set_content
from vanban.compose.validation import slips
from vanban.compose.writing import content_to_json


def form(*, landscape: bool = False) -> Content:
    """A form with a table, filled in by one and signed by another."""
    return Content(
        kind=Kind.BIEU_MAU,
        header=Header(issuer=("Sở Nội vụ",), upper=PROVINCE, symbol="Mẫu số 01", place="Lạc Giang", date=DAY),
        title="Phiếu theo dõi",
        subject="(Kỳ theo dõi: tháng 8 năm 2026)",
        body=(Paragraph("Họ và tên: Trần Thị Thử"), section("Kết quả", table())),
        signature=Signature(("Giám đốc",), "Đinh Văn Giả Định"),
        maker=Signature(("Người được theo dõi",), "Trần Thị Thử"),
        landscape=landscape,
    )


def _words(pdf: bytes) -> str:
    return "\n".join(line.text for line in lines_of(pdf))


@pytest.mark.parametrize("layout", Layout)
def test_form_has_its_name_and_no_number(layout: Layout) -> None:
    words = _words(compose_pdf(replace(form(), layout=layout)))
    assert "PHIẾUTHEODÕI" in words and "Mẫusố01" in words
    assert "Số:" not in words and "Nơinhận" not in words and "./." not in words


def test_both_sign_on_one_line_below_the_date() -> None:
    lines = {line.text: line for line in lines_of(compose_pdf(form()))}
    left, right = lines["TrầnThịThử"], lines["ĐinhVănGiảĐịnh"]
    assert left.right < 105 < right.left and abs(left.baseline - right.baseline) < 0.5
    day = lines["LạcGiang,ngày05tháng9năm2026"]
    assert day.left > 105 and day.baseline < lines["GIÁMĐỐC"].baseline


@pytest.mark.parametrize("landscape", [False, True])
def test_paper_lies_as_asked_in_both_files(landscape: bool) -> None:
    content = form(landscape=landscape)
    size = (297, 210) if landscape else (210, 297)
    pdf = compose_pdf(content)
    assert [tuple(map(round, one)) for one in page_sizes(pdf)] == [size]
    assert max(line.right for line in lines_of(pdf)) > size[0] - 60
    made = docx.Document(io.BytesIO(compose_docx(content))).sections[0]
    assert made.page_width is not None and round(made.page_width.mm) == size[0]
    assert made.orientation == (WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT)
    assert ("sheet-landscape" in sheet_html(set_content(content))) is landscape


def test_form_survives_json() -> None:
    assert content_from_json(content_to_json(form(landscape=True))) == form(landscape=True)


def test_slips_of_a_form() -> None:
    assert list(slips(form())) == []
    assert [slip.where for slip in slips(replace(form(), title=None))] == ["title"]
    numbered = replace(form(), header=replace(form().header, number="5"))
    assert [slip.where for slip in slips(numbered)] == ["header.number"]


def _numbered() -> Content:
    """A document with number and recipients that is one wide table, drawn up by one and signed by another."""
    wide = replace(table(), dense=True, notes=("Mỗi người tính một lần.",))
    return replace(form(landscape=True), kind=Kind.BAO_CAO, body=(wide,), recipients=("Sở Nội vụ",), filing="VT")


def test_a_numbered_document_has_its_maker_between_recipients_and_signer() -> None:
    sheet = set_content(_numbered())
    assert [paras[0].text for paras, _width in sheet.foot] == ["Nơi nhận:", "NGƯỜI ĐƯỢC THEO DÕI", "GIÁM ĐỐC"]
    assert round(sum(width for _paras, width in sheet.foot), 3) == round(sheet.width, 3)
    assert content_from_json(content_to_json(_numbered())) == _numbered()
    words = _words(compose_pdf(_numbered()))
    assert all(said in words for said in ("Nơinhận:", "TrầnThịThử", "Mỗingườitínhmộtlần."))


def test_a_dense_table_is_set_small_with_its_notes_below() -> None:
    file = docx.Document(io.BytesIO(compose_docx(_numbered())))
    used = {paragraph.style.name for one in file.tables for cell in one._cells for paragraph in cell.paragraphs}
    assert "VB Nội dung bảng nhiều cột" in used and "VB Nội dung bảng" not in used
    assert [one.style.name for one in file.paragraphs if one.text.startswith("Mỗi người")] == ["VB Ghi chú bảng"]
