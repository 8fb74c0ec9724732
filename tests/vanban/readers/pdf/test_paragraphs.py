"""Paragraphs from the places of lines."""

import pytest

from vanban.readers.pdf.model import Line
from vanban.readers.pdf.paragraphs import Frame, align, column_paragraphs, frame_of, paragraphs_of
from vanban.types import Alignment

FRAME = Frame(85, 540, 312)
INDENTING = Frame(85, 540, 312, indents_first_lines=True)


def line(text: str, x0: float = 85, x1: float = 540, y: float = 0, **look: object) -> Line:
    found = Line(text, x0, x1, y, 14.0, 1, first_word_width=len(text.split()[0]) * 7.0)
    for name, value in look.items():
        setattr(found, name, value)
    return found


def joined(*lines: Line, frame: Frame = FRAME, spacing: float = 18) -> list[str]:
    for number, entry in enumerate(lines):
        entry.y = entry.y or number * 18.0
        align(entry, frame)
    return [paragraph.text for paragraph in paragraphs_of(lines, {1: frame, 2: frame}, spacing)]


def test_full_lines_go_on_and_short_ones_end() -> None:
    assert joined(line("Giao Sở"), line("Y tế.", x1=130), line("Giao Công an")) == ["Giao Sở Y tế.", "Giao Công an"]


def test_wide_spacing_separates() -> None:
    assert joined(line("Giao Sở"), line("y tế", y=60)) == ["Giao Sở", "y tế"]


def test_items_begin_anew_after_an_ended_or_short_line_or_when_indented() -> None:
    assert len(joined(line("Các việc sau:"), line("- Rà soát"))) == 2
    assert len(joined(line("Các việc", x1=200), line("- Rà soát"))) == 2
    assert len(joined(line("Các việc"), line("- Rà soát", x0=113))) == 2
    assert len(joined(line("giai đoạn 2026"), line("- 2030 và sau"))) == 1


def test_indented_line_begins_a_paragraph_where_first_lines_are_indented() -> None:
    assert len(joined(line("1. Mục tiêu", x0=113), line("Phấn đấu", x0=113), frame=INDENTING)) == 2
    assert len(joined(line("Trích lời", x0=113), line("Người viết", x0=113))) == 1
    assert len(joined(line("Hết đoạn."), line("Đoạn sau", x0=113))) == 2


def test_other_type_begins_a_paragraph() -> None:
    assert len(joined(line("Chữ to", size=18.0), line("Chữ nhỏ"))) == 2
    assert len(joined(line("Đậm.", bold=True), line("Thường"))) == 2
    assert len(joined(line("Đậm", bold=True), line("Thường"))) == 1


def test_titles_join_over_lines_of_one_kind() -> None:
    centred = {"x0": 120.0, "x1": 504.0}
    assert joined(line("KẾ HOẠCH", x0=270, x1=354), line("Phòng, chống thiên tai", **centred)) == [
        "KẾ HOẠCH",
        "Phòng, chống thiên tai",
    ]
    assert len(joined(line("VỀ PHÁT TRIỂN", **centred), line("KINH TẾ SỐ", x0=250, x1=374))) == 1
    assert len(joined(line("CỦA BAN CHẤP HÀNH", **centred), line("thực hiện Nghị quyết", **centred))) == 2
    assert len(joined(line("Kết luận của", **centred), line("tại phiên họp", x0=250, x1=374))) == 1
    assert len(joined(line("CHỮ TO", size=18.0, **centred), line("CHỮ NHỎ", **centred))) == 2
    assert len(joined(line("cuối năm", bold=True, **centred), line("Giao Sở", x0=113))) == 2


def test_paragraph_goes_on_over_a_page_break() -> None:
    assert joined(line("Giao Sở"), line("Y tế chủ trì", page=2, y=1)) == ["Giao Sở Y tế chủ trì"]


@pytest.mark.parametrize(
    ("x0", "x1", "expected"),
    [
        (85, 540, Alignment.JUSTIFY), (85, 300, Alignment.LEFT), (113, 540, Alignment.JUSTIFY),
        (262, 362, Alignment.CENTER), (400, 540, Alignment.RIGHT),
    ],
)  # fmt: skip
def test_alignment(x0: float, x1: float, expected: Alignment) -> None:
    entry = line("Chữ", x0, x1)
    align(entry, FRAME)
    assert entry.alignment is expected


def test_an_item_is_never_centred() -> None:
    entry = line("6. Giao các xã", 200, 424)
    align(entry, FRAME)
    assert entry.alignment is Alignment.LEFT


def test_frame_of_a_page() -> None:
    lines = [(85.0, 540.0)] * 9 + [(113.0, 540.0), (30.0, 40.0), (85.0, 300.0)]
    frame = frame_of(lines, 297.5)
    assert (round(frame.left), frame.right, frame.indents_first_lines) == (84, 540, True)
    assert frame_of([(85.0, 200.0)], 297.5).right == 595 - 84


def test_lines_of_a_narrow_column() -> None:
    def column(*texts: str, right: float = 240) -> list[str]:
        lines = [line(text, 85, right, y=number * 16.0) for number, text in enumerate(texts)]
        return [paragraph.text for paragraph in column_paragraphs(lines)]

    assert column("UBND", "TỈNH LẠC GIANG", "Số: 5") == ["UBND", "TỈNH LẠC GIANG", "Số: 5"]
    assert column("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert column("ỦY BAN NHÂN DÂN TỈNH LẠC", "GIANG") == ["ỦY BAN NHÂN DÂN TỈNH LẠC GIANG"]
    assert column("ngày 2 tháng 3 năm", "2026") == ["ngày 2 tháng 3 năm 2026"]
    assert column("- Các sở: Y tế, Nội vụ,", "Công Thương;", "- Lưu: VT.") == [
        "- Các sở: Y tế, Nội vụ, Công Thương;",
        "- Lưu: VT.",
    ]
    assert column("*", "Số 5") == ["*", "Số 5"]
    far = [line("Trên", 85, 240, y=1), line("dưới", 85, 240, y=90)]
    assert len(column_paragraphs(far)) == 2
    assert column_paragraphs([]) == []
