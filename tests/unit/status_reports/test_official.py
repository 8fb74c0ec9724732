"""The report as an official document: what it says, and that the product's own proofreader finds its form right."""

from __future__ import annotations

import docx
import pypdfium2
import pytest
from tests.factories.status_reports import draft, hand_in, work
from tests.personas import World

from sauro.status_reports.enums import FileKind, Subject
from sauro.status_reports.models import StatusReport
from sauro.status_reports.selectors.figures import figures_of
from sauro.status_reports.services import official
from sauro.status_reports.services.official import official_content, write_official
from sauro.status_reports.services.reports import issue_report
from sauro.tasks.enums import Decision
from vanban.api import check, read
from vanban.compose.model import Layout


def issued(world: World) -> StatusReport:
    done = work(world, due=2, wording="Nộp bảng kê trạm bơm")
    hand_in(done, 3, decision=Decision.CONFIRMED, decided=1)
    work(world, due=1, wording="Nộp danh mục đê điều <b>&\\ #set")
    report = draft(world)
    return issue_report(actor=world.actor("head"), report_id=report.pk, number="12/BC-UBND")


def text_of_pdf(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_both_files_say_the_figures_and_list_the_work(world: World) -> None:
    report = issued(world)
    figures = figures_of(report)
    word = docx.Document(write_official(report, figures, FileKind.DOCX))
    said = "\n".join(paragraph.text for paragraph in word.paragraphs)
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    printed = text_of_pdf(write_official(report, figures, FileKind.PDF).getvalue())
    assert "2 nhiệm vụ" in said.replace("\xa0", " ")
    assert "không tính 2 ngày bên giao xem xét, trả lời và 0 ngày chờ đơn vị khác" in said.replace("\xa0", " ")
    (list_of_done,) = [
        table for annex in official_content(report, figures).annexes for table in annex.body[:1]
        if any("trạm bơm" in str(cell) for row in table.rows for cell in row)  # type: ignore[union-attr]  # as below
    ]  # fmt: skip
    assert list_of_done.rows[0][8:10] == (2, "")  # type: ignore[union-attr]  # as below
    assert "Nộp danh mục đê điều <b>&\\ #set" in cells
    assert "Nộp bảng kê trạm bơm" in printed.replace("\r\n", " ")
    assert "Lê Văn Thử" in printed
    assert "Số: 12/BC-UBND" in printed


def test_draft_leaves_room_for_number_and_day(world: World) -> None:
    work(world, due=1)
    report = draft(world)
    content = official_content(report, figures_of(report))
    assert (content.header.number, content.header.date, content.signature.name) == ("", None, "")
    assert content.header.place == "Lạc Giang"


def test_party_report_has_the_layout_of_the_party(world: World) -> None:
    report = draft(world, "party_a", "du_a", subject=Subject.GIVEN)
    assert official_content(report, figures_of(report)).layout == Layout.PARTY
    assert write_official(report, figures_of(report), FileKind.DOCX).getvalue()[:2] == b"PK"


def test_long_lists_are_cut_and_say_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(official, "ROWS_PRINTED", 2)
    for _number in range(3):
        work(world, due=1)
    report = draft(world)
    (annex,) = official_content(report, figures_of(report)).annexes
    table, note = annex.body
    assert len(table.rows) == 2  # type: ignore[union-attr]  # the first block is the table
    assert "Còn 1 nhiệm vụ" in str(note)


def test_proofreader_finds_no_fault_of_form(world: World) -> None:
    report = issued(world)
    report.remarks, report.proposals = "Tiến độ bảo đảm.", "Bổ sung biên chế cho bộ phận tổng hợp."
    data = write_official(report, figures_of(report), FileKind.DOCX).getvalue()
    faults = [finding for finding in check(read(data, name="bao-cao.docx")) if finding.severity == "error"]
    assert faults == []
