"""PDF files with a text layer."""

import pytest
import typst
from tests.vanban.readers.support import blocks_of, cell_texts, lines

from vanban.readers import read
from vanban.types import Alignment, BlockKind, Limits, NoticeCode, UnreadableDocument

PAGE = """#set page(margin: (x: 2.5cm, y: 2cm))
#set text(size: 13pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 1cm, all: true), spacing: 1.1em)
"""
PICTURE = '#image(bytes((0, 128, 255, 0)), format: (encoding: "luma8", width: 2, height: 2))'
SENTENCE = (
    "Ủy ban nhân dân tỉnh Lạc Giang yêu cầu thủ trưởng các cơ quan, đơn vị khẩn trương rà soát, báo cáo kết quả "
    "thực hiện nhiệm vụ được giao về Sở Nội vụ để tổng hợp, trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, "
    "quyết định theo thẩm quyền."
)
HEADER = """#grid(columns: (1fr, 1.4fr), align: center, row-gutter: 0.6em,
  [ỦY BAN NHÂN DÂN \\ *TỈNH LẠC GIANG* \\ Số: 12/KH-UBND],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\ _Lạc Giang, ngày 2 tháng 3 năm 2026_])
"""


def pdf(source: str) -> bytes:
    return typst.compile((PAGE + source).encode(), format="pdf")


def test_wrapped_lines_make_paragraphs() -> None:
    document = read(pdf(f"{SENTENCE}\n\n{SENTENCE}\n\n- Báo cáo."))
    assert lines(document) == [SENTENCE, SENTENCE, "• Báo cáo."]
    assert document.page_count == 1
    assert document.format == "pdf"


def test_paragraph_goes_on_over_a_page_break_without_page_numbers_and_heads() -> None:
    long_paragraph = " ".join([SENTENCE] * 24)
    source = '#set page(numbering: "1", header: [Dự thảo lần 2], number-align: center)\n'
    document = read(pdf(f"{source}{long_paragraph}\n\n{SENTENCE}\n\n{long_paragraph}"))
    assert document.page_count is not None
    assert document.page_count >= 3
    assert lines(document) == [long_paragraph, SENTENCE, long_paragraph]


def test_header_block_is_read_column_by_column() -> None:
    document = read(pdf(f"{HEADER}\n#align(center)[*KẾ HOẠCH*]\n\n{SENTENCE}"))
    assert lines(document)[:7] == [
        "ỦY BAN NHÂN DÂN", "TỈNH LẠC GIANG", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Lạc Giang, ngày 2 tháng 3 năm 2026", "KẾ HOẠCH",
    ]  # fmt: skip
    styles = [block.style for block in document.blocks]
    assert [style.bold for style in styles[:4]] == [False, True, False, True]
    assert styles[5].italic
    assert styles[6].alignment is Alignment.CENTER


def test_recipients_come_before_the_signature() -> None:
    closing = (
        "#grid(columns: (1fr, 1fr),"
        "[#text(size: 11pt)[*_Nơi nhận:_* \\ - Như trên; \\ - Các sở, ngành; \\ - Lưu: VT.]],"
        "align(center)[*TM. ỦY BAN NHÂN DÂN* \\ *CHỦ TỊCH* #v(2cm) *Trần Văn Mẫu*])"
    )
    read_lines = lines(read(pdf(f"{SENTENCE}\n\n{closing}")))
    assert read_lines[2:5] == ["- Như trên;", "- Các sở, ngành;", "- Lưu: VT."]
    assert read_lines[5:] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu"]


def test_title_of_two_lines_is_one_paragraph() -> None:
    title = "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh Lạc Giang tại phiên họp thường kỳ cuối năm"
    document = read(pdf(f"#align(center)[*THÔNG BÁO*]\n#align(center)[*{title}*]\n\n{SENTENCE}"))
    assert lines(document) == ["THÔNG BÁO", title, SENTENCE]


def test_ruled_table_with_merged_cells_over_two_pages() -> None:
    rows = "".join(f"[{number}], [Nhiệm vụ {number}], [Sở Y tế], [Công an tỉnh]," for number in range(1, 60))
    table = (
        "#table(columns: (1cm, 1fr, 3cm, 3cm), table.header(table.cell(rowspan: 2)[TT],"
        f"table.cell(rowspan: 2)[Nhiệm vụ], table.cell(colspan: 2)[Thực hiện], [Chủ trì], [Phối hợp]), {rows})"
    )
    document = read(pdf(f"{SENTENCE}\n{table}\n{SENTENCE}"))
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]
    cells = cell_texts(document)[0]
    assert cells[:5] == [
        (0, 0, 2, 1, "TT"), (0, 1, 2, 1, "Nhiệm vụ"), (0, 2, 1, 2, "Thực hiện"),
        (1, 2, 1, 1, "Chủ trì"), (1, 3, 1, 1, "Phối hợp"),
    ]  # fmt: skip
    assert [cell[4] for cell in cells if cell[1] == 0] == ["TT", *map(str, range(1, 60))]


def test_footnotes_are_lifted_and_their_marks_left_out() -> None:
    document = read(pdf(f"Theo Kết luận của Tỉnh ủy#footnote[Kết luận số 5-KL/TU.] và 30 km#super[2]. {SENTENCE}"))
    assert lines(document)[0].startswith("Theo Kết luận của Tỉnh ủy và 30 km². Ủy ban")
    assert blocks_of(document, BlockKind.FOOTNOTE) == ["1 Kết luận số 5-KL/TU."]


def test_blocks_know_their_page() -> None:
    assert [block.page for block in read(pdf("Một.\n#pagebreak()\nHai.")).blocks] == [1, 2]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_upright(turn: int) -> None:
    source = pdf(f"{HEADER}\n{SENTENCE}\n\n{SENTENCE}")
    turned = source.replace(b"/Type/Page/", b"/Type/Page/Rotate %d/" % turn)
    assert turned != source
    assert lines(read(turned)) == lines(read(source))


def test_pages_without_text_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(pdf(f"{PICTURE}\n#pagebreak()\n{PICTURE}"))
    assert refused.value.code == "scanned"


def test_a_scanned_page_among_others_is_named() -> None:
    document = read(pdf(f"{SENTENCE}\n#pagebreak()\n{PICTURE}"))
    assert [notice.code for notice in document.notices] == [NoticeCode.SCANNED_PAGES]
    assert "Trang 2 " in document.notices[0].message


def test_pages_of_nothing_but_a_table() -> None:
    table = "#table(columns: 2, [TT], [Việc], [1], [Rà soát])"
    document = read(pdf(table))
    assert [block.kind for block in document.blocks] == [BlockKind.TABLE]


def test_annex_turned_sideways_is_framed_by_its_own_page() -> None:
    annex = "#page(flipped: true)[#align(center)[*PHỤ LỤC*]\n#table(columns: (1fr, 1fr), [TT], [Việc], [1], [Rà soát])]"
    document = read(pdf("\n\n".join([SENTENCE] * 4) + f"\n{annex}"))
    title = document.blocks[4]
    assert document.text[title.start : title.end] == "PHỤ LỤC"
    assert title.style.alignment is Alignment.CENTER
    assert document.blocks[5].kind is BlockKind.TABLE


def test_footnotes_of_several_lines_and_a_foot_below_them() -> None:
    notes = f"#footnote[{SENTENCE}]"
    document = read(
        pdf(f"#set page(footer: [Văn bản mẫu])\nTheo Kết luận{notes} và Quy định#footnote[Số 5.]. {SENTENCE}")
    )
    assert blocks_of(document, BlockKind.FOOTNOTE) == [f"1 {SENTENCE}", "2 Số 5."]
    assert lines(document)[1] == "Văn bản mẫu"


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(pdf("Một.\n#pagebreak()\nHai.\n#pagebreak()\nBa."), limits=Limits(pages=2))
    assert refused.value.code == "too-many-pages"
    assert "3 trang" in refused.value.message


def test_a_repeated_mark_of_secrecy_is_kept_once() -> None:
    document = read(pdf(f"#set page(header: [MẬT])\n{SENTENCE}" + f"\n#pagebreak()\n{SENTENCE}" * 3))
    assert lines(document).count("MẬT") == 1
    assert lines(document)[0] == "MẬT"
