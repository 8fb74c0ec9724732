"""A report goes through both writers, and the proofreader finds nothing wrong with its form."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
from tests.vanban.compose.contents import report

from vanban.api import check, compose_docx, compose_pdf, read


def test_report_as_docx_has_no_fault_of_form() -> None:
    document = read(compose_docx(report()), name="bao-cao.docx")
    assert [str(finding) for finding in check(document)] == []


def test_report_as_pdf_shows_the_words_of_the_docx() -> None:
    pdf = pypdfium2.PdfDocument(compose_pdf(report()))
    shown = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    for words in (
        "Số: 05/BC-SNV",
        "Lạc Giang, ngày 05 tháng 9 năm 2026",
        "2.500,5",
        "của Sở Nội vụ./.",
        "KT. GIÁM ĐỐC",
    ):
        assert words in shown
    assert len(pdf) == 2


def test_draft_without_number_and_day_can_be_printed() -> None:
    draft = replace(report(), header=replace(report().header, number="", date=None))
    assert compose_pdf(draft).startswith(b"%PDF")


def test_same_content_gives_same_bytes() -> None:
    assert compose_docx(report()) == compose_docx(report())
    assert compose_pdf(report()) == compose_pdf(report())
