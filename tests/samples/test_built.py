"""The committed files say what the sources say, in all three forms."""

from __future__ import annotations

import zipfile

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from tests.samples.reading import BUILT, SLUGS, SOURCES, expected, folded, pdf_text, read, without_marks, word_texts
from tools.samples import docx_file, pdf_file, plain_text
from tools.samples.model import SAMPLE_MARK, Document, read_source

FORMS = ("docx", "pdf", "txt")
HEADER_ROWS = 2


def source(slug: str) -> Document:
    return read_source(SOURCES / f"{slug}.toml")


def test_nothing_else_is_committed() -> None:
    assert {path.name for path in BUILT.iterdir()} == {f"{slug}.{form}" for slug in SLUGS for form in FORMS}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_text_file_is_up_to_date(slug: str) -> None:
    assert read(BUILT / f"{slug}.txt") == plain_text.render(source(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_word_file_is_up_to_date(slug: str) -> None:
    committed = (BUILT / f"{slug}.docx").read_bytes()
    assert list(word_texts(committed)) == list(word_texts(docx_file.render(source(slug))))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_pdf_is_up_to_date(slug: str) -> None:
    committed = (BUILT / f"{slug}.pdf").read_bytes()
    assert pdf_text(committed) == pdf_text(pdf_file.render(source(slug)))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_task_can_be_read_in_every_form(slug: str) -> None:
    word = "\n".join(word_texts((BUILT / f"{slug}.docx").read_bytes()))
    pdf = pdf_text((BUILT / f"{slug}.pdf").read_bytes())
    for task in expected(slug)["tasks"]:
        text = without_marks(task["text"])
        assert text in folded(word), task["id"]
        assert text in without_raised_digits(pdf, text, task["text"]), task["id"]


def without_raised_digits(pdf: str, text: str, marked: str) -> str:
    """The text of the PDF; where the task carries a footnote mark, without the raised number in its place."""
    if text == marked:
        return pdf
    before, _, after = marked.partition("<sup>(1)</sup>")
    return pdf.replace(f"{before[-20:]}1{after[:20]}", f"{before[-20:]}{after[:20]}").replace(
        f"{before[-20:]} 1{after[:20]}", f"{before[-20:]}{after[:20]}"
    )


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_building_twice_gives_the_same_bytes(form: str) -> None:
    document = source(SLUGS[6])
    render = docx_file.render if form == "docx" else pdf_file.render
    assert render(document) == render(document)


def test_the_mark_stands_on_every_page() -> None:
    slug = SLUGS[6]
    pages = pypdfium2.PdfDocument((BUILT / f"{slug}.pdf").read_bytes())
    assert len(pages) > 1
    assert all(SAMPLE_MARK in page.get_textpage().get_text_range() for page in pages)
    word = docx.Document(str(BUILT / f"{slug}.docx"))
    feet = [foot for section in word.sections for foot in (section.footer, section.first_page_footer)]
    assert all(SAMPLE_MARK in foot.paragraphs[0].text for foot in feet)


def test_lists_of_word_are_real_ones() -> None:
    slug = next(slug for slug in SLUGS if source(slug).lists)
    labelled = [block for block in source(slug).body if block.label]
    body = docx.Document(str(BUILT / f"{slug}.docx")).element.body
    assert len(list(body.iter(qn("w:numPr")))) == len(labelled)
    printed = [text for text in word_texts((BUILT / f"{slug}.docx").read_bytes()) if text]
    assert labelled[0].text in printed


def test_the_annex_of_word_repeats_its_header_and_lies_across() -> None:
    slug = next(slug for slug in SLUGS if source(slug).annexes)
    word = docx.Document(str(BUILT / f"{slug}.docx"))
    annex = word.tables[-1]
    assert len(list(annex._tbl.iter(qn("w:tblHeader")))) == HEADER_ROWS
    assert annex._tbl.findall(f".//{qn('w:gridSpan')}")
    section = word.sections[-1]
    assert (section.page_width or 0) > (section.page_height or 0)


def test_the_footnote_of_word_is_one() -> None:
    slug = next(slug for slug in SLUGS if source(slug).footnotes)
    with zipfile.ZipFile(BUILT / f"{slug}.docx") as archive:
        notes = archive.read("word/footnotes.xml").decode("utf-8")
        body = archive.read("word/document.xml").decode("utf-8")
    assert source(slug).footnotes[0] in notes
    assert body.count("<w:footnoteReference") == len(source(slug).footnotes)
    assert source(slug).footnotes[0] not in body
