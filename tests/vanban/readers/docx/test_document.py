"""Word documents: the text a reader sees."""

import unicodedata

import pytest
from tests.vanban.readers.support import W_NAMESPACES, blocks_of, docx, lines, paragraph, run, zipped

from vanban.readers import read
from vanban.types import Alignment, BlockKind, NoticeCode, UnreadableDocument

TEXT_BOX = "<w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent>"


def test_paragraphs_and_runs_in_order() -> None:
    document = read(
        docx("<w:p>" + run("Giao ") + run("Sở Nội vụ", "<w:b/>") + run(" chủ trì.") + "</w:p>" + paragraph("Hết."))
    )
    assert document.text == "Giao Sở Nội vụ chủ trì.\nHết."
    assert document.format == "docx"
    assert document.reader == "docx/1"


def test_decomposed_text_is_composed() -> None:
    assert read(docx(paragraph(unicodedata.normalize("NFD", "Đảng ủy xã")))).text == "Đảng ủy xã"


def test_tracked_insertions_stay_and_deletions_go() -> None:
    body = (
        "<w:p>" + run("Hoàn thành trước ")
        + "<w:del><w:r><w:delText>30/6</w:delText></w:r></w:del>"
        + "<w:ins>" + run("31/7") + "</w:ins>" + run(".") + "</w:p>"
    )  # fmt: skip
    document = read(docx(body))
    assert document.text == "Hoàn thành trước 31/7."
    assert [notice.code for notice in document.notices] == [NoticeCode.OPEN_CHANGES]


def test_moved_text_is_read_where_it_went() -> None:
    body = (
        "<w:p><w:moveFrom>"
        + run("Câu một. ")
        + "</w:moveFrom>"
        + run("Câu hai. ")
        + "<w:moveTo>"
        + run("Câu một.")
        + "</w:moveTo></w:p>"
    )
    assert read(docx(body)).text == "Câu hai. Câu một."


def test_paragraphs_whose_mark_is_deleted_are_one() -> None:
    body = paragraph("Giao Sở Y tế ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("chủ trì.") + paragraph("Hết.")
    assert lines(read(docx(body))) == ["Giao Sở Y tế chủ trì.", "Hết."]


def test_content_controls_links_and_field_results_are_read() -> None:
    body = (
        "<w:sdt><w:sdtContent>" + paragraph("Trong khung.") + "</w:sdtContent></w:sdt>"
        + "<w:p><w:hyperlink>" + run("Liên kết") + "</w:hyperlink>" + run(" ngày ")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ dd</w:instrText></w:r>'
        + run("ẩn") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("15")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:smartTag>' + run(" tháng 3") + "</w:smartTag></w:p>"
    )  # fmt: skip
    assert lines(read(docx(body))) == ["Trong khung.", "Liên kết ngày 15 tháng 3"]


def test_text_boxes_are_read_once() -> None:
    body = (
        "<w:p>" + run("Số: 07") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + TEXT_BOX
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + TEXT_BOX
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )  # fmt: skip
    assert lines(read(docx(body))) == ["Số: 07", "HỎA TỐC"]


def test_hidden_text_is_left_out_and_capitals_are_shown() -> None:
    body = "<w:p>" + run("kế hoạch", "<w:caps/>") + run(" mật", "<w:vanish/>") + "</w:p>"
    assert read(docx(body)).text == "KẾ HOẠCH"


def test_soft_line_breaks_join_but_recipients_do_not() -> None:
    body = (
        "<w:p>" + run("ỦY BAN NHÂN DÂN") + "<w:r><w:br/></w:r>" + run("TỈNH LẠC GIANG") + "</w:p>"
        "<w:p>" + run("Nơi nhận:") + "<w:r><w:br/></w:r>" + run("- Như trên;") + "</w:p>"
    )  # fmt: skip
    assert lines(read(docx(body))) == ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG", "Nơi nhận:", "- Như trên;"]


def test_footnotes_follow_the_text_with_their_numbers() -> None:
    notes = (
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>' + run(" Kết luận số 5.") + "</w:p></w:footnote>"
        '<w:footnote w:id="7"><w:p>' + run("Quy định số 9.") + "</w:p></w:footnote>"
    )
    body = (
        "<w:p>" + run("Theo Quy định") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(" và Kết luận")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".") + "</w:p>"
    )  # fmt: skip
    document = read(docx(body, footnotes=notes))
    assert blocks_of(document, BlockKind.PARAGRAPH) == ["Theo Quy định và Kết luận."]
    assert blocks_of(document, BlockKind.FOOTNOTE) == ["1 Quy định số 9.", "2 Kết luận số 5."]


def test_exponents_stay_and_typed_note_marks_go() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = (
        "<w:p>"
        + run("Diện tích 30 km")
        + run("2", raised)
        + run(" theo đề án")
        + run("(3)", raised)
        + run(".")
        + "</w:p>"
    )
    assert read(docx(body)).text == "Diện tích 30 km² theo đề án."


def test_comments_and_embedded_objects_are_noted() -> None:
    body = '<w:p><w:commentRangeStart w:id="1"/>' + run("Nội dung") + "<w:r><w:object/></w:r></w:p>"
    assert [notice.code for notice in read(docx(body)).notices] == [
        NoticeCode.OPEN_COMMENTS,
        NoticeCode.EMBEDDED_OBJECTS,
    ]


def test_style_comes_from_the_paragraph_and_from_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Base"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    )
    body = (
        paragraph("I. MỤC TIÊU", properties='<w:pStyle w:val="Muc"/>')
        + paragraph(
            "Thường", properties='<w:pStyle w:val="Muc"/><w:jc w:val="center"/>', run_properties='<w:b w:val="0"/>'
        )
        + paragraph("Không kiểu")
    )
    first, second, third = (block.style for block in read(docx(body, styles=styles)).blocks)
    assert (first.bold, first.italic, first.alignment, first.outline_level) == (True, True, Alignment.JUSTIFY, 1)
    assert (second.bold, second.alignment) == (False, Alignment.CENTER)
    assert (third.alignment, third.outline_level) == (Alignment.LEFT, None)


def test_strict_documents_are_read() -> None:
    strict = W_NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = zipped({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {strict}><w:body>{paragraph('Bản chặt chẽ')}</w:body></w:document>",
    })  # fmt: skip
    assert read(data).text == "Bản chặt chẽ"


def test_alternatives_are_read_once_wherever_they_stand() -> None:
    choice = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    box = f"<w:pict><v:textbox>{choice.format(TEXT_BOX.join(('<v:g>', '</v:g>')), TEXT_BOX)}</v:textbox></w:pict>"
    body = (
        choice.format(paragraph("Khối một."), paragraph("Khối hai."))
        + "<w:p>" + choice.format(run("Chữ một"), run("Chữ hai")) + "<w:r>" + box + "</w:r></w:p>"
    )  # fmt: skip
    assert lines(read(docx(body))) == ["Khối một.", "Chữ một", "HỎA TỐC"]


def test_special_characters() -> None:
    symbols = (
        "<w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:t> Sở</w:t><w:tab/><w:t>Y tế</w:t><w:noBreakHyphen/><w:t>A</w:t>"
    )
    assert read(docx(f"<w:p>{symbols}<w:sym w:char='x'/></w:r></w:p>")).text == "• Sở Y tế-A"


def test_tracked_blocks() -> None:
    body = "<w:ins>" + paragraph("Thêm.") + "</w:ins><w:del>" + paragraph("Bớt.") + "</w:del>" + paragraph("Còn.")
    document = read(docx(body))
    assert lines(document) == ["Thêm.", "Còn."]
    assert [notice.code for notice in document.notices] == [NoticeCode.OPEN_CHANGES]


def test_a_deleted_mark_at_the_end_loses_no_text() -> None:
    assert lines(read(docx(paragraph("Cuối.", properties="<w:rPr><w:del/></w:rPr>")))) == ["Cuối."]


def test_endnotes_custom_marks_and_tables_in_notes() -> None:
    cell = "<w:tc>{}</w:tc>"
    grid = f"<w:tbl><w:tr>{cell.format(paragraph('a'))}{cell.format(paragraph('b'))}</w:tr></w:tbl>"
    notes = f"<w:footnote w:id='1'>{paragraph('Ghi chú.')}{grid}</w:footnote><w:footnote w:id='3'><w:p/></w:footnote>"
    body = (
        "<w:p>" + run("Một") + "<w:r><w:footnoteReference w:id='1' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
        + run(" hai") + "<w:r><w:endnoteReference w:id='1'/></w:r>" + run(" ba")
        + "<w:r><w:footnoteReference w:id='3'/><w:footnoteReference w:id='9'/></w:r></w:p>"
    )  # fmt: skip
    document = read(docx(body, footnotes=notes, endnotes=f"<w:endnote w:id='1'>{paragraph('Cuối bài.')}</w:endnote>"))
    assert lines(document) == ["Một hai ba", "* Ghi chú. a b", "i Cuối bài."]


def test_embedded_chunks_are_noted() -> None:
    document = read(docx(paragraph("Chữ") + "<w:altChunk/>"))
    assert [notice.code for notice in document.notices] == [NoticeCode.EMBEDDED_OBJECTS]


def test_styles_that_inherit_from_each_other_in_a_circle_end() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
        "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    document = read(docx(paragraph("Chữ", run_properties='<w:rStyle w:val="Dam"/>'), styles=styles))
    assert (document.blocks[0].style.bold, document.blocks[0].style.italic) == (True, True)


def test_pages_are_counted_as_last_saved() -> None:
    def saved(pages: str) -> bytes:
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return zipped({
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": (
                f'<r><r Type="{relation}/officeDocument" Target="/word/document.xml"/>'
                '<r Type="x" TargetMode="External"/>'
                f'<r Type="{relation}/extended-properties" Target="docProps/app.xml"/></r>'
            ),
            "docProps/app.xml": f"<Properties><Pages>{pages}</Pages></Properties>",
            "word/document.xml": f"<w:document {W_NAMESPACES}><w:body>{paragraph('Chữ')}</w:body></w:document>",
        })  # fmt: skip

    assert read(saved("12")).page_count == 12
    assert read(saved("?")).page_count is None
    with pytest.raises(UnreadableDocument) as refused:
        read(saved("2000"))
    assert refused.value.code == "too-many-pages"


def test_page_headers_are_left_out_but_for_a_mark_of_secrecy() -> None:
    plain = docx(paragraph("Chữ"), header=paragraph("Dự thảo"), footer=paragraph("Trang 1"))
    marked = docx(
        paragraph("Chữ"),
        header=paragraph("TUYỆT MẬT"),
        footer="<w:p><w:r><w:pict>" + TEXT_BOX.replace("HỎA TỐC", "Mật") + "</w:pict></w:r></w:p>",
    )
    assert lines(read(plain)) == ["Chữ"]
    assert lines(read(marked)) == ["TUYỆT MẬT", "Mật", "Chữ"]
