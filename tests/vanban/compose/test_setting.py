"""What the two layouts add to the same content: labels, marks, fixed words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.vanban.compose.contents import decision, letter, party, plan, report, submission

from vanban.compose.forms import Role
from vanban.compose.model import Annex, Content, Level, Numbered, Paragraph, Signature, Urgency, item, point, section
from vanban.compose.setting import set_content
from vanban.compose.sheet import Para, Piece, Sheet


def texts(pieces: tuple[Piece, ...], *roles: Role) -> list[str]:
    """What the paragraphs print, of these roles when some are named."""
    return [one.text for one in pieces if isinstance(one, Para) and (not roles or one.role in roles)]


def head(sheet: Sheet) -> list[str]:
    """The letterhead, cell by cell."""
    return [text for row in sheet.letterhead for cell in row for text in texts(cell)]


def test_letterhead_of_the_state() -> None:
    assert head(set_content(report())) == [
        "ỦY BAN NHÂN DÂN", "TỈNH LẠC GIANG", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Số: 05/BC-SNV", "Lạc Giang, ngày 05 tháng 9 năm 2026",
    ]  # fmt: skip


def test_letterhead_of_the_party() -> None:
    assert head(set_content(party(letter()))) == [
        "ĐẢNG BỘ TỈNH LẠC GIANG", "ĐẢNG ỦY XÃ ĐỒI CHÈ THỬ", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 345-CV/ĐU",
        "Đẩy mạnh giải quyết hồ sơ trên môi trường mạng và chấn chỉnh kỷ luật, kỷ cương hành chính",
        "Đồi Chè Thử, ngày 05 tháng 9 năm 2026",
    ]  # fmt: skip


def test_letter_of_the_state_says_about_what_and_how_urgent() -> None:
    sheet = set_content(replace(letter(), header=replace(letter().header, urgency=Urgency.HOA_TOC, draft=True)))
    assert head(sheet)[5:8] == [
        "V/v đẩy mạnh giải quyết hồ sơ trên môi trường mạng và chấn chỉnh kỷ luật, kỷ cương hành chính",
        "HỎA TỐC",
        "DỰ THẢO",
    ]


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 11, 30), "ngày 30 tháng 11 năm 2026"),
    ],
)
def test_small_days_and_months_have_a_nought(day: date, printed: str) -> None:
    assert head(set_content(replace(report(), header=replace(report().header, date=day))))[-1].endswith(printed)


def test_draft_leaves_room_for_number_and_date() -> None:
    sheet = set_content(replace(report(), header=replace(report().header, number="", date=None)))
    number, day = head(sheet)[-2:]
    assert number.split() == ["Số:", "/BC-SNV"]
    assert day.split() == ["Lạc", "Giang,", "ngày", "tháng", "năm"]


def test_labels_count_by_level() -> None:
    body = set_content(plan()).body
    assert [one.label for one in body if isinstance(one, Para) and one.label] == [
        "I.", "1.", "2.", "-", "-", "II.", "1.", "2.", "III.", "1.", "1.1.", "a)", "b)", "c)", "d)", "đ)", "e)", "g)",
        "1.2.", "2.", "IV.", "1.", "2.",
    ]  # fmt: skip


def test_parts_of_the_party_have_a_hyphen() -> None:
    assert texts(set_content(party(plan())).body, Role.SECTION)[0] == "I- MỤC ĐÍCH, YÊU CẦU"


def test_chapters_and_articles_count_through() -> None:
    chapter = Numbered(Level.CHAPTER, "Quy định chung", body=(Numbered(Level.ARTICLE, "Phạm vi", "Quy định này."),))
    content = replace(plan(), body=(chapter, replace(chapter, heading="Tổ chức")), annexes=())
    assert texts(set_content(content).body) == [
        "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi Quy định này.", "Chương II", "TỔ CHỨC",
        "Điều 2. Phạm vi Quy định này./.",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["", ".", ";", "./.", "./", " ."])
def test_end_mark_takes_the_place_of_others(end: str) -> None:
    content = replace(report(), body=(Paragraph(f"Hết{end}"),))
    assert texts(set_content(content).body) == ["Hết./."]
    assert texts(set_content(party(content)).body) == ["Hết."]


def test_recipients_and_addressees_have_their_marks() -> None:
    sheet = set_content(letter())
    assert texts(sheet.recipients) == [
        "Nơi nhận:", "- Như trên;", "- Chủ tịch, các Phó Chủ tịch;", "- Các phòng chuyên môn;", "- Lưu: VT, NC.",
    ]  # fmt: skip
    assert texts(sheet.opening) == [
        "Kính gửi:", "- Các sở, ban, ngành tỉnh;", "- Ủy ban nhân dân các xã, phường, đặc khu.",
    ]  # fmt: skip
    assert texts(set_content(party(submission())).opening)[-1] == "Kính trình: Ủy ban nhân dân tỉnh"


def test_recipients_of_the_party_had_commas_before_the_guide_of_2026() -> None:
    older = replace(party(letter()), header=replace(party(letter()).header, date=date(2026, 5, 26)))
    assert texts(set_content(older).recipients)[1:] == [
        "- Thường trực Tỉnh ủy,", "- Các chi bộ trực thuộc,", "- Lưu Văn phòng Đảng ủy.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "state", "in_party"),
    [
        ("TM. Ủy ban nhân dân", "TM. ỦY BAN NHÂN DÂN", "T/M ỦY BAN NHÂN DÂN"),
        ("T/M Ban Thường vụ", "TM. BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
        ("kt.chủ tịch", "KT. CHỦ TỊCH", "K/T CHỦ TỊCH"),
        ("TL Chủ tịch", "TL. CHỦ TỊCH", "T/L CHỦ TỊCH"),
        ("Trưởng ban", "TRƯỞNG BAN", "TRƯỞNG BAN"),
        ("Quyền Giám đốc", "QUYỀN GIÁM ĐỐC", "QUYỀN GIÁM ĐỐC"),
    ],
)
def test_marks_of_signing_are_those_of_the_layout(line: str, state: str, in_party: str) -> None:
    def shown(content: Content) -> str:
        return texts(set_content(replace(content, signature=Signature((line,)))).signature)[0]

    assert (shown(report()), shown(party(report()))) == (state, in_party)


def test_annexes_are_numbered_when_there_are_several() -> None:
    two = (Annex("Thứ nhất", ()), Annex("Danh mục", (), numbered=False), Annex("Thứ hai", (), reference=""))
    sheets = set_content(replace(plan(), annexes=two)).annexes
    reference = "Kế hoạch số 12/KH-UBND ngày 05 tháng 9 năm 2026 của Ủy ban nhân dân xã Đồi Chè Thử)"
    assert [texts(sheet.head) for sheet in sheets] == [
        ["Phụ lục I", "THỨ NHẤT", f"(Kèm theo {reference}"],
        ["DANH MỤC", f"(Ban hành kèm theo {reference}"],
        ["Phụ lục II", "THỨ HAI"],
    ]
    assert texts(set_content(plan()).annexes[0].head)[0] == "PHỤ LỤC"


def test_decision_has_authority_grounds_and_the_word() -> None:
    assert texts(set_content(decision()).opening) == [
        "QUYẾT ĐỊNH",
        "Về việc ban hành Danh mục công trình sửa chữa, nâng cấp năm 2027 trên địa bàn xã",
        "ỦY BAN NHÂN DÂN XÃ ĐỒI CHÈ THỬ",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025 của Quốc hội;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Theo đề nghị của Trưởng phòng Phòng Kinh tế.",
        "QUYẾT ĐỊNH:",
    ]
    assert texts(set_content(party(decision())).opening, Role.BASIS)[0].startswith("- Căn cứ Luật")


def test_heading_with_a_text_stands_on_one_line() -> None:
    content = replace(
        report(),
        body=(
            section(
                "A",
                item("chủ trì.", point("rà soát;"), heading="Sở Y tế:"),
            ),
        ),
    )
    assert texts(set_content(content).body) == ["I. A", "1. Sở Y tế: chủ trì.", "a) rà soát./."]
