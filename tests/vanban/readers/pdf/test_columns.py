"""Columns from the places of fragments on a page."""

from vanban.readers.pdf.columns import find_columns
from vanban.readers.pdf.fragments import Row, fragments_of, rows_of
from vanban.readers.pdf.model import Word

WIDTH = 595.0
LEFT = 85.0


def words(text: str, x: float, y: float, size: float = 13.0) -> list[Word]:
    """Words side by side, each letter half as wide as the type is high."""
    found = []
    for piece in text.split():
        end = x + len(piece) * size / 2
        found.append(Word(piece, x, end, y, size, bold=False, italic=False))
        x = end + size * 0.3
    return found


def rows(*placed: tuple[str, float, float]) -> list[Row]:
    return rows_of(fragment for text, x, y in placed for fragment in fragments_of(words(text, x, y)))


def read_columns(page_rows: list[Row]) -> list[tuple[int, int, list[str], list[str]]]:
    def texts(lines: list[list[object]]) -> list[str]:
        return [" ".join(word.text for fragment in line for word in fragment.words) for line in lines]  # type: ignore[attr-defined]  # fragments

    return [(found.start, found.end, texts(found.left), texts(found.right)) for found in find_columns(page_rows, WIDTH)]  # type: ignore[arg-type]  # lists of fragments


def test_header_without_any_common_baseline() -> None:
    page = rows(
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 300, 60), ("UBND TỈNH", LEFT, 67), ("Độc lập - Tự do", 330, 74),
        ("Thực hiện Chỉ thị của Tỉnh ủy về việc này trên địa bàn toàn tỉnh năm nay", LEFT, 140),
    )  # fmt: skip
    assert read_columns(page) == [(0, 3, ["UBND TỈNH"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do"])]


def test_issuer_a_space_away_from_the_title_is_cut_off() -> None:
    page = rows(
        ("TỈNH ỦY LẠC GIANG ĐẢNG CỘNG SẢN VIỆT NAM", LEFT, 60), ("Số 5-CV/TU", LEFT, 80), ("Lạc Giang, ngày", 300, 80)
    )
    assert read_columns(page)[0][2:] == (
        ["TỈNH ỦY LẠC GIANG", "Số 5-CV/TU"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Lạc Giang, ngày"],
    )


def test_the_title_within_a_sentence_is_no_column() -> None:
    assert read_columns(rows(("Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm", LEFT, 60))) == []


def test_lone_number_and_date_are_apart_but_other_lone_rows_are_not() -> None:
    assert len(read_columns(rows(("Số: 12/KH-UBND", LEFT, 60), ("Lạc Giang, ngày 2 tháng 3", 330, 60)))) == 1
    assert read_columns(rows(("Họ và tên", LEFT, 60), ("Trần Văn Mẫu", 330, 60))) == []


def test_centred_title_and_addressees_below_the_header_stay_out() -> None:
    page = rows(
        ("UBND TỈNH", LEFT, 60), ("CỘNG HÒA XÃ HỘI", 330, 60), ("Số: 5", LEFT, 80), ("ngày 2 tháng 3", 330, 80),
        ("V/v rà soát", LEFT, 96), ("Kính gửi:", 110, 130), ("BÁO CÁO", 275, 160),
    )  # fmt: skip
    (start, end, left, right), *_ = read_columns(page)
    assert (start, end) == (0, 3)
    assert left == ["UBND TỈNH", "Số: 5", "V/v rà soát"]
    assert right == ["CỘNG HÒA XÃ HỘI", "ngày 2 tháng 3"]


def test_signature_above_and_far_below_the_recipients() -> None:
    page = rows(
        ("báo cáo theo quy định.", LEFT, 40), ("TM. ỦY BAN", 380, 70), ("Nơi nhận:", LEFT, 78), ("CHỦ TỊCH", 390, 88),
        ("- Như trên;", LEFT, 92), ("- Lưu: VT.", LEFT, 106), ("Trần Văn Mẫu", 380, 180),
    )  # fmt: skip
    assert read_columns(page) == [
        (1, 7, ["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["TM. ỦY BAN", "CHỦ TỊCH", "Trần Văn Mẫu"])
    ]


def test_recipients_with_nothing_beside_them_are_plain_text() -> None:
    assert read_columns(rows(("Nơi nhận:", LEFT, 60), ("- Như trên;", LEFT, 74))) == []
    assert read_columns(rows(("Nơi nhận: các cơ quan, đơn vị, địa phương trong toàn tỉnh", LEFT, 60))) == []


def test_two_blocks_of_columns_on_a_page_are_told_apart() -> None:
    full = "Thực hiện Chỉ thị của Tỉnh ủy về việc này trên địa bàn toàn tỉnh năm nay và sau"
    page = rows(
        ("UBND", LEFT, 60),
        ("CỘNG HÒA XÃ HỘI", 330, 60),
        (full, LEFT, 100),
        ("Nơi nhận:", LEFT, 130),
        ("CHỦ TỊCH", 380, 130),
    )
    assert [(start, end) for start, end, *_ in read_columns(page)] == [(0, 1), (2, 3)]
