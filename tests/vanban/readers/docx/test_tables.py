"""Tables of Word documents."""

from tests.vanban.readers.support import cell_texts, docx, lines, paragraph

from vanban.readers import read

BORDERS = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = BORDERS) -> str:
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def test_merged_cells_are_given_once_with_their_spans() -> None:
    body = table(
        row(cell("TT", '<w:vMerge w:val="restart"/>'), cell("Cơ quan thực hiện", '<w:gridSpan w:val="2"/>')),
        row(cell("", "<w:vMerge/>"), cell("Chủ trì"), cell("Phối hợp")),
        row(cell("1"), cell("Sở Y tế"), cell("Công an tỉnh")),
    )
    document = read(docx(body))
    assert cell_texts(document) == [
        [
            (0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Cơ quan thực hiện"),
            (1, 1, 1, 1, "Chủ trì"), (1, 2, 1, 1, "Phối hợp"),
            (2, 0, 1, 1, "1"), (2, 1, 1, 1, "Sở Y tế"), (2, 2, 1, 1, "Công an tỉnh"),
        ]
    ]  # fmt: skip
    assert document.text == "TT\tCơ quan thực hiện\nChủ trì\tPhối hợp\n1\tSở Y tế\tCông an tỉnh"
    grid = document.blocks[0].table
    assert grid is not None
    assert (grid.row_count, grid.column_count) == (3, 3)


def test_deleted_rows_go_and_inserted_ones_stay() -> None:
    body = table(
        row(cell("a"), cell("b")),
        row(cell("c"), cell("d"), properties="<w:del/>"),
        row(cell("e"), cell("f"), properties="<w:ins/>"),
    )
    assert [texts[-1] for texts in cell_texts(read(docx(body)))[0]] == ["a", "b", "e", "f"]


def test_header_and_signature_tables_are_read_as_paragraphs() -> None:
    header = table(
        row(cell("TỈNH ỦY LẠC GIANG"), cell("ĐẢNG CỘNG SẢN VIỆT NAM")),
        row(cell("Số 5-CV/TU"), cell("Lạc Giang, ngày 2/3/2026")),
    )
    closing = table(row(cell("Nơi nhận:"), cell("T/M BAN THƯỜNG VỤ")), properties="")
    document = read(docx(header + paragraph("Nội dung.") + closing))
    assert lines(document) == [
        "TỈNH ỦY LẠC GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 5-CV/TU", "Lạc Giang, ngày 2/3/2026",
        "Nội dung.", "Nơi nhận:", "T/M BAN THƯỜNG VỤ",
    ]  # fmt: skip


def test_a_frame_of_one_cell_gives_its_content() -> None:
    inner = table(row(cell("a"), cell("b")), row(cell("c"), cell("d")))
    document = read(docx(f"<w:tbl>{BORDERS}<w:tr><w:tc>{paragraph('Đầu khung')}{inner}</w:tc></w:tr></w:tbl>"))
    assert lines(document)[0] == "Đầu khung"
    assert len(cell_texts(document)) == 1


def test_nested_tables_are_read_cell_by_cell() -> None:
    inner = table(row(cell("x"), cell("y")))
    outer = table(row(cell("a"), f"<w:tc>{inner}{paragraph('z')}</w:tc>"), row(cell("b"), cell("c")))
    assert [texts[-1] for texts in cell_texts(read(docx(outer)))[0]] == ["a", "x\ny\nz", "b", "c"]


def test_rows_and_cells_in_content_controls() -> None:
    def controlled(content: str) -> str:
        return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = table(row(cell("a"), cell("b")), controlled(row(cell("c"), controlled(cell("d")))))
    assert [texts[-1] for texts in cell_texts(read(docx(body)))[0]] == list("abcd")


def test_borders_may_come_from_a_style_or_a_cell() -> None:
    borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    styles = f'<w:style w:type="table" w:styleId="Luoi">{borders}</w:style>'
    rows = (row(cell("a"), cell("b")), row(cell("c"), cell("d")))
    styled = table(*rows, properties='<w:tblPr><w:tblStyle w:val="Luoi"/></w:tblPr>')
    bordered = row(cell("a", '<w:tcBorders><w:top w:val="single"/></w:tcBorders>'), cell("b"))
    assert len(cell_texts(read(docx(styled, styles=styles)))) == 1
    assert len(cell_texts(read(docx(table(bordered, rows[1], properties=""))))) == 1
    assert cell_texts(read(docx(table(*rows, properties="")))) == []
