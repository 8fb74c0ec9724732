"""Which lines belong together."""

import pytest

from vanban.readers.lines import (
    Line,
    Wrapping,
    ends_sentence,
    goes_on,
    group_lines,
    is_unfinished,
    join_lines,
    soft_paragraphs,
    starts_item,
)  # fmt: skip

WRAPPED = Wrapping(width=80)
SEPARATED = Wrapping(width=80, blank_separated=True)
FULL = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về việc rà soát các quy hoạch của tỉnh"


@pytest.mark.parametrize(
    "text",
    [
        "- Rà soát", "-Rà soát", "+ Đợt 1", "• việc", "1. Mục đích", "1.2. Yêu cầu", "2.1 Nội dung", "a) Sở",
        "đ) Công an", "(1) Một",
        "I. MỤC", "IV- TỔ CHỨC", "III/ Nội dung", "Điều 5.", "Chương II", "Phụ lục I", "[2] Chú thích", "V/v rà soát",
        "Số: 5/KH", "Kính gửi: ai", "3/ Việc",
    ],
)  # fmt: skip
def test_items(text: str) -> None:
    assert starts_item(text)


@pytest.mark.parametrize(
    "text", ["- 2030", "30.000 người", "138/NQ-CP ngày", "Số liệu", "2026 và sau", "Mục tiêu chung", "Vụ án"]
)
def test_no_items(text: str) -> None:
    assert not starts_item(text)


def test_ends_of_sentences() -> None:
    assert all(
        ends_sentence(text) for text in ("việc.", "sau:", "việc;", "việc./.", "“việc.”", "việc!", "v.v…", "xong (hết).")
    )
    assert not any(ends_sentence(text) for text in ("việc", "việc,", "(việc)", "số 5"))


def test_what_goes_on() -> None:
    assert goes_on("Giao Sở", "nội vụ")
    assert goes_on("Giao Sở", "(sau đây gọi")
    assert goes_on("giai đoạn 2026 -", "2030")
    assert not goes_on("Giao Sở.", "nội vụ")
    assert not goes_on("Giao Sở", "Nội vụ")
    assert not goes_on("Giao Sở", "a) việc")


def test_unfinished_lines() -> None:
    assert is_unfinished("theo Nghị quyết", "Trung ương")
    assert is_unfinished("ngày 2 tháng", "3 năm")
    assert not is_unfinished("vào cuối năm", "Giao Sở")
    assert not is_unfinished("đã hoàn thành", "Giao Sở")


def test_cut_symbols_are_put_together() -> None:
    assert join_lines(["số 12/QĐ-", "UBND và", "số 5-CTr/", "TU"]) == "số 12/QĐ-UBND và số 5-CTr/TU"
    assert join_lines(["kinh tế -", "Xã hội"]) == "kinh tế - Xã hội"


def wrapped(upper: Line, lower: Line, wrapping: Wrapping) -> bool:
    return len(group_lines([upper, lower], wrapping)) == 1


def test_full_lines_are_joined_in_wrapped_text() -> None:
    assert wrapped(Line(FULL), Line("Ủy ban"), WRAPPED)
    assert not wrapped(Line("Ngắn"), Line("Ủy ban"), WRAPPED)
    assert wrapped(Line("Ngắn"), Line("Ủy ban"), SEPARATED)
    assert wrapped(Line(FULL + "."), Line("Ủy ban"), SEPARATED)
    assert not wrapped(Line(FULL + "."), Line("Ủy ban"), WRAPPED)
    assert wrapped(Line("Xét báo cáo"), Line(FULL), WRAPPED)
    assert not wrapped(Line("1. Sở Y tế"), Line(FULL), WRAPPED)


def test_changes_of_type_and_case_separate_short_lines() -> None:
    assert not wrapped(Line("Tiêu đề", emphasis=(True, False)), Line("Nội dung"), SEPARATED)
    assert not wrapped(Line("TIÊU ĐỀ"), Line("Nội dung"), SEPARATED)
    assert wrapped(Line("GIAI ĐOẠN"), Line("2026 - 2030"), SEPARATED)


def test_labels_and_capacities() -> None:
    assert wrapped(Line("[3]"), Line("Ủy ban"), WRAPPED)
    assert not wrapped(Line(FULL), Line("KT. CHỦ TỊCH"), WRAPPED)
    assert not wrapped(Line(FULL), Line("- Rà soát"), WRAPPED)


def test_indents_separate_only_where_they_mark_first_lines() -> None:
    indented = Wrapping(width=80, indented=True)
    assert not wrapped(Line(FULL + "."), Line("Ủy ban", indent=6), indented)
    assert wrapped(Line(FULL), Line("và các", indent=6), indented)
    assert wrapped(Line(FULL + "."), Line("Ủy ban"), indented)


def test_layout_is_measured() -> None:
    assert Wrapping.of([]) == Wrapping()
    assert Wrapping.of([Line("Một đoạn dài. " * 30)] * 30).width is None
    assert Wrapping.of([Line(FULL), Line("và nữa " * 10)] * 12).width is not None
    assert Wrapping.of([Line("ngắn"), Line("lại ngắn")] * 12).width is None


def test_soft_breaks() -> None:
    assert soft_paragraphs("một") == ["một"]
    assert soft_paragraphs("Nơi nhận:\n- Như trên;\n\n- Lưu.") == ["Nơi nhận:", "- Như trên;", "- Lưu."]
    assert soft_paragraphs("KT. BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM") == ["KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"]
    assert soft_paragraphs("Hết câu.\nCâu sau") == ["Hết câu.", "Câu sau"]
    assert soft_paragraphs("Chương I\nQUY ĐỊNH CHUNG") == ["Chương I QUY ĐỊNH CHUNG"]
