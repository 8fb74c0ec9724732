"""The .docx as an office gets it: styles, real numbers, heads that repeat, sections, page numbers."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree
from tests.vanban.compose.contents import every, party, plan, report

from vanban.api import compose_docx, read
from vanban.compose.docx.styles import STYLES
from vanban.compose.model import Annex, Content, Level, Numbered, Paragraph, item, section
from vanban.layout import LineRule

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> etree._Element:
    """A part of the file as XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}"))


@pytest.fixture(scope="module")
def plan_file() -> bytes:
    """The plan with its landscape annex."""
    return compose_docx(plan())


def test_every_paragraph_with_words_has_a_style(plan_file: bytes) -> None:
    known = {style_id for style_id, _name in STYLES.values()}
    for paragraph in part(plan_file, "document.xml").iter(f"{_W}p"):
        if paragraph.findtext(f".//{_W}t"):
            assert paragraph.find(f"{_W}pPr/{_W}pStyle").get(f"{_W}val") in known


def test_no_run_names_a_font_or_a_size(plan_file: bytes) -> None:
    document = part(plan_file, "document.xml")
    assert not list(document.iter(f"{_W}rFonts"))
    assert not [size for size in document.iter(f"{_W}sz") if size.getparent().getparent().tag == f"{_W}r"]


def test_headings_are_those_of_word_and_make_an_outline(plan_file: bytes) -> None:
    file = docx.Document(io.BytesIO(plan_file))
    outline = [(one.style.name, one.text) for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert outline[:3] == [("Heading 1", "MỤC ĐÍCH, YÊU CẦU"), ("Heading 2", "Mục đích"), ("Heading 2", "Yêu cầu")]


def test_numbers_are_counted_by_word(plan_file: bytes) -> None:
    document = read(plan_file, name="a.docx")
    labels = [block.label for block in document.blocks if block.label]
    assert labels == [
        "I.", "1.", "2.", "-", "-", "II.", "1.", "2.", "III.", "1.", "1.1.", "1.2.", "2.", "IV.", "1.", "2.",
    ]  # fmt: skip


def test_points_are_text_because_word_knows_no_vietnamese_alphabet(plan_file: bytes) -> None:
    assert "\nđ) Rà soát điểm dân cư số 5;\n" in read(plan_file, name="a.docx").text


def test_numbers_begin_anew_in_another_part_and_annex() -> None:
    inner = (section("A", item("a."), item("b.")), section("B", item("c."), item("d.")))
    body = (
        Numbered(Level.PART, "Thứ nhất", body=inner),
        Numbered(Level.PART, "Thứ hai", body=inner),
        Paragraph("Hết."),
    )
    content = replace(plan(), body=body, annexes=(Annex("Phụ", inner),))
    labels = [block.label for block in read(compose_docx(content), name="a.docx").blocks if block.label]
    assert labels == ["I.", "1.", "2.", "II.", "1.", "2."] * 3


def test_heads_of_tables_repeat_and_rows_hold_together(plan_file: bytes) -> None:
    rows = list(part(plan_file, "document.xml").iter(f"{_W}tbl"))[-1].findall(f"{_W}tr")
    heads = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows]
    assert heads == [True, True] + [False] * 24
    assert all(row.find(f"{_W}trPr/{_W}cantSplit") is not None for row in rows)


def test_merged_cells_are_merged() -> None:
    document = read(compose_docx(report()), name="a.docx")
    table = [block.table for block in document.blocks if block.table][-1]
    spans = {document.text[cell.start : cell.end]: (cell.row_span, cell.column_span) for cell in table.cells}
    assert (spans["STT"], spans["Kết quả"], spans["Hồ sơ"]) == ((2, 1), (1, 2), (1, 3))


@pytest.mark.parametrize("name", every())
def test_sections_have_paper_margins_and_page_numbers(name: str) -> None:
    content = every()[name]
    layout = read(compose_docx(content), name="a.docx").layout
    assert layout is not None
    assert [one.landscape for one in layout.sections] == [False, *(annex.landscape for annex in content.annexes)]
    for one in layout.sections:
        assert (round(one.top), round(one.bottom), round(one.left), round(one.right)) == (20, 20, 30, 15)
        assert one.number is not None and one.number.in_header
        assert one.number_on_first is None
    restarts = part(compose_docx(content), "document.xml").findall(f".//{_W}sectPr/{_W}pgNumType")
    assert [one.get(f"{_W}start") for one in restarts] == ["1"] * len(layout.sections)


def test_lines_of_running_text_are_exact() -> None:
    layout = read(compose_docx(party(report())), name="a.docx").layout
    assert layout is not None
    exact = [one.shape.spacing for one in layout.paragraphs if one.shape.line_rule is LineRule.EXACTLY and one.runs]
    assert set(exact) == {18.0}


def test_typeface_and_its_substitute_are_named(plan_file: bytes) -> None:
    font = part(plan_file, "fontTable.xml").find(f"{_W}font")
    assert font.get(f"{_W}name") == "Times New Roman"
    assert font.find(f"{_W}altName").get(f"{_W}val") == "Tinos"
    fonts = part(plan_file, "styles.xml").find(f"{_W}docDefaults//{_W}rFonts")
    assert set(fonts.attrib.values()) == {"Times New Roman"}


def test_symbols_do_not_split_but_the_own_number_is_plain() -> None:
    content = replace(report(), body=(Paragraph("Theo Kế hoạch số 12/KH-UBND."),), annexes=())
    document = part(compose_docx(content), "document.xml")
    assert len(list(document.iter(f"{_W}noBreakHyphen"))) == 1
    text = read(compose_docx(content), name="a.docx").text
    assert "Theo Kế hoạch số 12/KH-UBND./." in text
    assert "Số: 05/BC-SNV" in text


def test_properties_name_document_and_issuer(plan_file: bytes) -> None:
    properties = docx.Document(io.BytesIO(plan_file)).core_properties
    assert properties.title.startswith("Kế hoạch: Phát triển kinh tế")
    assert (properties.author, properties.language) == ("Ủy ban nhân dân xã Đồi Chè Thử", "vi-VN")


def test_same_content_gives_same_bytes() -> None:
    assert compose_docx(report()) == compose_docx(report())


@pytest.mark.parametrize("subject", ["Về " + "dài " * 200])
def test_long_subject_is_no_problem_for_the_properties(subject: str) -> None:
    content: Content = replace(report(), subject=subject)
    assert len(docx.Document(io.BytesIO(compose_docx(content))).core_properties.title) == 255
