"""How a Word document looks: paper, page numbers, paragraphs and type, with what styles and themes hand down."""

import pytest
from tests.vanban.readers.support import docx, paragraph, run

from vanban.layout import DocumentLayout, Face, LineRule
from vanban.readers import read
from vanban.types import Alignment

A4_PORTRAIT = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851" w:gutter="0"/>'
)
PAGE = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def layout_of(body: str, **parts: str) -> DocumentLayout:
    layout = read(docx(body, **parts)).layout
    assert layout is not None
    return layout


def faces(layout: DocumentLayout) -> list[Face]:
    return [run.face for paragraph in layout.paragraphs for run in paragraph.runs]


def test_paper_and_margins_in_millimetres() -> None:
    (section,) = layout_of(f"{paragraph('Một.')}<w:sectPr>{A4_PORTRAIT}</w:sectPr>").sections
    assert [round(one) for one in (section.width, section.height)] == [210, 297]
    assert [round(one) for one in (section.top, section.bottom, section.left, section.right)] == [20, 20, 30, 15]
    assert not section.landscape
    assert section.number is None


def test_sections_end_in_paragraphs_and_paragraphs_know_theirs() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    body = paragraph("Một.", properties=wide) + paragraph("Hai.") + f"<w:sectPr>{A4_PORTRAIT}</w:sectPr>"
    layout = layout_of(body)
    assert [section.landscape for section in layout.sections] == [True, False]
    assert [one.shape.section for one in layout.paragraphs] == [0, 1]


def test_page_number_in_the_header_from_the_second_page() -> None:
    reference = '<w:headerReference w:type="default" r:id="r0"/>'
    section = f"<w:sectPr>{reference}{A4_PORTRAIT}<w:titlePg/></w:sectPr>"
    (look,) = layout_of(paragraph("Một.") + section, header=PAGE).sections
    assert look.number is not None
    assert (look.number.in_header, look.number.alignment, look.number.face.size) == (True, Alignment.CENTER, 13)
    assert look.number_on_first is None


def test_page_number_on_every_page_when_the_first_is_not_different() -> None:
    reference = '<w:footerReference w:type="default" r:id="r0"/>'
    (look,) = layout_of(f"{paragraph('Một.')}<w:sectPr>{reference}{A4_PORTRAIT}</w:sectPr>", footer=PAGE).sections
    assert look.number_on_first == look.number
    assert look.number is not None
    assert not look.number.in_header


def test_measures_come_from_paragraph_style_and_defaults() -> None:
    styles = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="360" w:lineRule="exact"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="Than"><w:pPr><w:spacing w:before="120"/><w:ind w:firstLine="567"/>'
        '<w:jc w:val="both"/></w:pPr></w:style>'
    )
    properties = '<w:pStyle w:val="Than"/><w:spacing w:after="60"/>'
    shape = layout_of(paragraph("Một.", properties=properties), styles=styles).paragraphs[0].shape
    assert (shape.before, shape.after, shape.spacing, shape.line_rule) == (6, 3, 18, LineRule.EXACTLY)
    assert round(shape.first_line, 1) == 10
    assert shape.alignment is Alignment.JUSTIFY


def test_a_hanging_indent_of_the_paragraph_replaces_the_first_line_of_its_style() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Than"><w:pPr><w:ind w:firstLine="567"/></w:pPr></w:style>'
    hanging = '<w:pStyle w:val="Than"/><w:ind w:left="567" w:hanging="567"/>'
    assert round(layout_of(paragraph("Một.", properties=hanging), styles=styles).paragraphs[0].shape.first_line) == -10


def test_a_tab_at_the_beginning_indents_the_first_line() -> None:
    tabbed = "<w:p><w:r><w:tab/><w:t>Một.</w:t></w:r></w:p>"
    assert round(layout_of(tabbed).paragraphs[0].shape.first_line, 1) == 12.7


def test_automatic_space_is_that_of_word() -> None:
    body = paragraph("Một.", properties='<w:spacing w:before="0" w:beforeAutospacing="1" w:after="20"/>')
    shape = layout_of(body).paragraphs[0].shape
    assert (shape.before, shape.after) == (14, 1)


@pytest.mark.parametrize(("colour", "black"), [("auto", True), ("0D0D0D", True), ("00B050", False), ("lạ", True)])
def test_dark_colours_print_black(colour: str, black: bool) -> None:
    assert faces(layout_of(paragraph("Một.", run_properties=f'<w:color w:val="{colour}"/>')))[0].black is black


def test_type_comes_from_run_style_and_defaults() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        '<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="character" w:styleId="Nhan"><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>'
    )
    marked = run("B", '<w:rStyle w:val="Nhan"/><w:i/><w:sz w:val="25"/>')
    plain, changed = faces(layout_of(f"<w:p>{run('A ')}{marked}</w:p>", styles=styles))
    assert plain == Face("Times New Roman", 14)
    assert changed == Face("Times New Roman", 12.5, bold=True, italic=True, black=False)


def test_a_font_named_by_the_theme() -> None:
    theme = (
        '<a:fontScheme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:majorFont>'
        '<a:latin typeface="Chữ Đậm"/></a:majorFont><a:minorFont><a:latin typeface="Chữ Thường"/></a:minorFont>'
        "</a:fontScheme>"
    )
    themed = run("A", '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert faces(layout_of(f"<w:p>{themed}</w:p>", theme=theme))[0].font == "Chữ Thường"


def test_runs_lie_on_the_cleaned_text() -> None:
    body = "<w:p>" + run("  Ky\u0301  ", "<w:b/>") + run("te\u0302n\u200b ", "<w:i/>") + run("đây ") + "</w:p>"
    document = read(docx(body))
    assert document.layout is not None
    (look,) = document.layout.paragraphs
    assert [document.text[one.start : one.end] for one in look.runs] == ["Ký", "tên", "đây"]
    assert [(one.face.bold, one.face.italic) for one in look.runs] == [(True, False), (False, True), (False, False)]


def test_lines_of_one_paragraph_have_their_own_runs() -> None:
    body = "<w:p>" + run("Nơi nhận:", "<w:b/><w:i/>") + "<w:r><w:br/></w:r>" + run("- Như trên;") + "</w:p>"
    document = read(docx(body))
    assert document.layout is not None
    heading, item = document.layout.paragraphs
    assert [heading.runs[0].face.bold, item.runs[0].face.bold] == [True, False]


def test_paragraphs_and_runs_of_a_range() -> None:
    layout = layout_of(paragraph("Một hai") + paragraph("Ba", run_properties="<w:b/>"))
    assert [one.start for one in layout.paragraphs_in(4, 9)] == [0, 8]
    assert [(one.start, one.end) for one in layout.runs_in(4, 9)] == [(4, 7), (8, 9)]
    assert list(layout.paragraphs_in(20, 30)) == []


@pytest.mark.parametrize("twips", ["rất lớn", "99999999999", "12pt"])
def test_nonsense_measures_count_as_none(twips: str) -> None:
    body = paragraph("Một.", properties=f'<w:ind w:firstLine="{twips}"/><w:spacing w:line="{twips}"/>')
    shape = layout_of(body).paragraphs[0].shape
    assert (shape.first_line, shape.spacing) == (0, 1)
