"""Markdown: markup is left out, what is printed stays."""

from tests.vanban.readers.support import blocks_of, cell_texts, lines, read_text

from vanban.readers import read
from vanban.types import BlockKind


def read_md(text: str) -> list[str]:
    return read_text(text, "van-ban.md")


def test_emphasis_escapes_and_quotes_are_left_out() -> None:
    assert read_md("> **Điều 1.** Áp dụng *nghiêm* nguyên tắc\\.\n\n1\\. Mục \\- đích") == [
        "Điều 1. Áp dụng nghiêm nguyên tắc.",
        "1. Mục - đích",
    ]


def test_markup_is_recognised_by_content_whatever_the_name() -> None:
    document = read("**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\nTrần Văn Mẫu".encode(), name="a.txt")
    assert document.format == "md"
    assert lines(document) == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu"]


def test_plain_text_with_a_star_stays_plain() -> None:
    assert read("Số * và 2 * 3 = 6".encode(), name="a.txt").format == "txt"


def test_bold_and_italic_of_whole_lines_are_noted() -> None:
    styles = [block.style for block in read("**KẾ HOẠCH**\n\n*Kính gửi:* ai\n\n*Nơi nhận:*".encode()).blocks]
    assert [(style.bold, style.italic) for style in styles] == [(True, False), (False, False), (False, True)]


def test_headings_carry_their_level() -> None:
    document = read("# Kết luận\n\n## Phần một\n\n**x** y".encode())
    assert lines(document) == ["Kết luận", "Phần một", "x y"]
    assert [block.style.outline_level for block in document.blocks] == [1, 2, None]


def test_soft_breaks_join_unless_a_new_item_begins() -> None:
    text = "*Thực hiện nhiệm vụ  \ntrong quý II*\n\n*Kính gửi: - Các ban,  \n- Các đảng ủy*"
    assert read_md(text) == ["Thực hiện nhiệm vụ trong quý II", "Kính gửi: - Các ban,", "- Các đảng ủy"]


def test_national_title_and_motto_stay_apart_inside_one_emphasis() -> None:
    assert read_md("**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc**") == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def test_star_bullets_are_printed_content() -> None:
    assert read_md("**Mục**\n\n* Đối với cấp xã\n\n(*) Ghi chú") == ["Mục", "* Đối với cấp xã", "(*) Ghi chú"]


def test_footnotes_are_lifted_and_marks_removed() -> None:
    document = read(
        "Theo Kết luận<sup>1</sup> và diện tích 30 m<sup>2</sup>.\n\n<sup>1</sup> Kết luận số 5-KL/TU".encode()
    )
    assert blocks_of(document, BlockKind.PARAGRAPH) == ["Theo Kết luận và diện tích 30 m²."]
    assert blocks_of(document, BlockKind.FOOTNOTE) == ["1 Kết luận số 5-KL/TU"]


def test_pipe_table_is_a_table() -> None:
    document = read(
        "| TT | Nhiệm vụ | Thời hạn |\n| --- | --- | --- |\n| 1 | **Rà soát** | 30/6 |\n| 2 | Báo cáo | |".encode()
    )
    assert cell_texts(document) == [
        [
            (0, 0, 1, 1, "TT"), (0, 1, 1, 1, "Nhiệm vụ"), (0, 2, 1, 1, "Thời hạn"),
            (1, 0, 1, 1, "1"), (1, 1, 1, 1, "Rà soát"), (1, 2, 1, 1, "30/6"),
            (2, 0, 1, 1, "2"), (2, 1, 1, 1, "Báo cáo"), (2, 2, 1, 1, ""),
        ]
    ]  # fmt: skip


def test_loose_pipes_make_a_table_and_text_after_it_is_no_cell() -> None:
    rows = [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát", "Sở Y tế"],
        ["2", "Báo cáo", "Sở Nội vụ"],
        ["3", "Kiểm tra", "Thanh tra"],
    ]
    table = "".join("|\n" + "".join(f"{cell}\n|\n" for cell in row) for row in rows)
    document = read(f"{table}Sau bảng là đoạn văn.\n".encode(), name="a.md")
    assert [cell[4] for cell in cell_texts(document)[0]] == [cell for row in rows for cell in row]
    assert lines(document)[-1] == "Sau bảng là đoạn văn."


def test_empty_cells_between_loose_pipes_end_the_row() -> None:
    table = "|\nTT\n|\nViệc\n|\nAi\n|\n|\nI\n|\n|\n|\n|\n1\n|\nRà soát\n|\nSở Y tế\n|\n\nHết bảng."
    document = read(table.encode(), name="a.md")
    assert [cell[:2] + cell[4:] for cell in cell_texts(document)[0]][3:6] == [(1, 0, "I"), (1, 1, ""), (1, 2, "")]
    assert cell_texts(document)[0][6][4] == "1"


def test_header_table_is_read_as_paragraphs() -> None:
    text = (
        "|\n**ỦY BAN NHÂN\nDÂN**\n-------\n|\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n|\n|\nSố: 5/KH-UBND\n|\n"
        "*Lạc Giang, ngày 2\ntháng 3 năm 2026*\n|\n**KẾ HOẠCH**\nPhòng, chống thiên tai\n"
    )
    assert read_md(text) == [
        "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/KH-UBND",
        "Lạc Giang, ngày 2 tháng 3 năm 2026", "KẾ HOẠCH", "Phòng, chống thiên tai",
    ]  # fmt: skip


def test_emphasis_that_lost_its_partner_does_not_swallow_the_items_after_it() -> None:
    item = "Rà soát các quy định pháp luật, tháo gỡ vướng mắc cho địa phương trong quá trình thực hiện nhiệm vụ. " * 3
    document = read(f"**1. Mục mở\na) {item}\nb) {item}\n**2. Mục sau**\nc) {item}".encode(), name="a.md")
    bold = {text[:9]: block.style.bold for text, block in zip(lines(document), document.blocks, strict=True)}
    assert bold["2. Mục sa"]
    assert not bold[f"c) {item}"[:9]]


def test_links_and_comments_leave_their_text() -> None:
    assert read_md("**Xem** [Kế hoạch](https://example.invalid/x) <!-- ẩn --> ngay") == ["Xem Kế hoạch ngay"]


def test_breaks_and_notes_in_tables() -> None:
    text = "Theo Kết luận[1].\n\n| TT | Việc |\n| --- | --- |\n| 1 | Rà soát[1]<br>- Báo cáo |\n\n[1] Kết luận số 5."
    document = read(text.encode(), name="a.md")
    assert lines(document) == ["Theo Kết luận.", "TT\tViệc\n1\tRà soát\n- Báo cáo", "1 Kết luận số 5."]
    assert read_md("**Sở Y tế**<br>- Như trên") == ["Sở Y tế", "- Như trên"]


def test_a_lone_pipe_is_no_table() -> None:
    assert read_md("**a**\n\n|\n\nchữ") == ["a", "chữ"]


def test_text_after_a_table_row_of_unknown_width_is_no_cell_when_it_is_long() -> None:
    table = "|\nTT\n|\nViệc\n|\n"
    document = read(f"{table}{'Đoạn văn dài. ' * 400}\n{table}\n".encode(), name="a.md")
    assert [block.kind for block in document.blocks].count(BlockKind.PARAGRAPH) == 1
