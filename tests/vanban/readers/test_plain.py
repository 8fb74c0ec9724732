"""Plain text: which lines make a paragraph."""

import unicodedata

from tests.vanban.readers.support import lines, read_text

from vanban.readers import read

LONG = (
    "Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát đội ngũ cán bộ, công chức cấp xã "
    "trên địa bàn tỉnh Lạc Giang và"
)


def test_one_paragraph_a_line_stays_as_it_is() -> None:
    assert read_text("KẾ HOẠCH\nPhát triển hợp tác xã\n\n1. Mục đích") == [
        "KẾ HOẠCH",
        "Phát triển hợp tác xã",
        "1. Mục đích",
    ]


def test_sentence_cut_by_a_page_break_is_joined() -> None:
    assert read_text(f"{LONG}\n\nbáo cáo Ủy ban nhân dân tỉnh.") == [f"{LONG} báo cáo Ủy ban nhân dân tỉnh."]


def test_name_cut_by_a_page_break_is_joined_after_a_word_that_cannot_end_a_sentence() -> None:
    upper = LONG.removesuffix(" và") + " theo tinh thần Nghị quyết"
    assert read_text(f"{upper}\n\nTrung ương khóa XIV.") == [f"{upper} Trung ương khóa XIV."]


def test_new_paragraph_after_a_blank_line_is_not_joined() -> None:
    ended = LONG.removesuffix(" và") + "."
    assert len(read_text(f"{ended}\n\nsau đó báo cáo.")) == 2
    assert len(read_text(f"{LONG}\n\n- Báo cáo kết quả.")) == 2
    assert len(read_text("TIÊU ĐỀ CHỮ HOA DÀI HƠN SÁU MƯƠI KÝ TỰ ĐỂ THỬ VIỆC NỐI DÒNG\n\nvề việc khác")) == 2


def test_short_lines_of_a_subject_stay_apart() -> None:
    subject = ["V/v rà soát trụ sở,", "tài sản công", "dôi dư"]
    assert read_text("\n".join(subject)) == subject


def test_wrapped_lines_are_joined_and_items_are_not() -> None:
    text = (
        "Thực hiện chỉ đạo của Tỉnh ủy, Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn\n"
        "vị tập trung thực hiện nghiêm túc các nhiệm vụ được giao trong năm nay và báo\n"
        "cáo kết quả theo quy định. Trong đó, cần chú ý các nội dung trọng tâm của\n"
        "Chương trình hành động:\n"
        "- Rà soát quy hoạch, kế hoạch sử dụng đất của địa phương bảo đảm đúng thời\n"
        "hạn;\n"
        "- Công khai kết quả.\n"
    )
    read_lines = read_text(text)
    assert [line[:12] for line in read_lines] == ["Thực hiện ch", "- Rà soát qu", "- Công khai "]
    assert read_lines[0].endswith("trọng tâm của Chương trình hành động:")


def test_indented_first_lines_begin_paragraphs_in_wrapped_text() -> None:
    text = (
        "      Ủy ban nhân dân tỉnh giao các cơ quan thực hiện nhiệm vụ sau đây trong năm\n"
        "2026 và các năm tiếp theo, bảo đảm tiến độ, chất lượng theo yêu cầu đề ra của\n"
        "cấp có thẩm quyền, không để chậm trễ, bỏ sót nhiệm vụ được giao cho đơn vị.\n"
        "      Các cơ quan báo cáo kết quả về Sở Nội vụ trước ngày 15 hằng tháng để tổng\n"
        "hợp, tham mưu theo quy định.\n"
    )
    assert [line[:16] for line in read_text(text)] == ["Ủy ban nhân dân ", "Các cơ quan báo "]


def test_columns_are_read_one_after_the_other() -> None:
    text = (
        "   ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   TỈNH LẠC GIANG                  Độc lập - Tự do - Hạnh phúc\n"
        "\n"
        "   Số: 11/TB-UBND             Lạc Giang, ngày 08 tháng 01 năm 2026\n"
    )
    assert read_text(text) == [
        "ỦY BAN NHÂN DÂN", "TỈNH LẠC GIANG", "Số: 11/TB-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lạc Giang, ngày 08 tháng 01 năm 2026",
    ]  # fmt: skip


def test_page_numbers_at_form_feeds_go() -> None:
    assert read_text("Trang một kết thúc.\n  1\n\f2\nTrang hai bắt đầu.") == [
        "Trang một kết thúc.",
        "Trang hai bắt đầu.",
    ]


def test_symbol_cut_at_its_hyphen_is_put_together() -> None:
    text = (
        "Căn cứ Quyết định của Ủy ban nhân dân tỉnh về phân công nhiệm vụ số 12/QĐ-\n"
        "UBND và các văn bản liên quan của các cơ quan cấp trên về công tác cán bộ của\n"
        "tỉnh trong giai đoạn tới, các cơ quan chuyên môn có trách nhiệm triển khai theo\n"
        "đúng nội dung được giao.\n"
    )
    assert "12/QĐ-UBND và" in read_text(text)[0]


def test_drawn_rules_are_left_out() -> None:
    assert read_text("TỈNH ỦY LẠC GIANG\n*\n-------\nSố 12-CV/TU") == ["TỈNH ỦY LẠC GIANG", "Số 12-CV/TU"]


def test_decomposed_text_is_composed() -> None:
    document = read(unicodedata.normalize("NFD", "Ủy ban nhân dân xã Vàm Lúa").encode())
    assert document.text == "Ủy ban nhân dân xã Vàm Lúa"


def test_invisible_characters_go_and_white_space_is_single() -> None:
    assert lines(read("\ufeffSở\u00a0 Nội\u200b vụ\u00ad".encode())) == ["Sở Nội vụ"]


def test_bracketed_notes_become_footnotes() -> None:
    document = read("Còn 03 cơ quan[1] chưa báo cáo.\n\n[1] Sở Y tế và hai sở khác.".encode())
    assert lines(document) == ["Còn 03 cơ quan chưa báo cáo.", "1 Sở Y tế và hai sở khác."]
    assert [block.kind.value for block in document.blocks] == ["paragraph", "footnote"]
    assert document.blocks[1].label == "1"


def test_header_block_on_one_line_comes_apart() -> None:
    text = (
        "UBND TỈNH LẠC GIANG ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc -------\nSố: 5/KH"
    )
    assert read_text(text) == [
        "UBND TỈNH LẠC GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 5/KH",
    ]  # fmt: skip
