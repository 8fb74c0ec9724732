"""A secrecy mark is found where marks stand, in any shape; the ordinary word is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.documents.secrecy import Level, Place, SecrecyMark, find_in_file_name, find_in_recognised, find_in_text

HEAD = "TỈNH ỦY LẠC GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nSố: 12-CV/TU\tLạc Giang, ngày 12 tháng 3 năm 2026\n"
BODY = "\n".join(f"{number}. Các sở, ban, ngành khẩn trương rà soát phần việc được giao." for number in range(60))

STAMPS = [
    ("MẬT", Level.CONFIDENTIAL),
    ("TỐI MẬT", Level.HIGHLY),
    ("TUYỆT MẬT", Level.ABSOLUTE),
    ("Mật", Level.CONFIDENTIAL),
    ("tối mật", Level.HIGHLY),
    ("M Ậ T", Level.CONFIDENTIAL),
    ("T U Y Ệ T   M Ậ T", Level.ABSOLUTE),
    ("*** MẬT ***", Level.CONFIDENTIAL),
    ("[TỐI MẬT]", Level.HIGHLY),
    ("M.Ậ.T", Level.CONFIDENTIAL),
    ("M\u200bẬ\u200bT", Level.CONFIDENTIAL),
    ("Độ mật: Mật", Level.CONFIDENTIAL),
    ("Mức độ mật: TUYỆT MẬT", Level.ABSOLUTE),
    ("TèI MËT", Level.HIGHLY),
    ("TUYEÄT MAÄT", Level.ABSOLUTE),
]

ORDINARY_LINES = [
    "V/v tăng cường công tác bảo mật, an toàn thông tin",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "CÔNG TÁC BẢO\nMẬT",
    "Độ mật:",
    "Độ mật: Không",
    "Sản phẩm mật ong rừng",
    "MẬT ONG",
    "MẬT KHẨU",
    "Mật độ dân số",
    "Mặt trận Tổ quốc",
    "MẶT",
    "MẤT",
    "Số: 45/MTTQ-BTT",
    "Số: 12/QĐ-UBND",
    "Số: 7/MN-HC",
    "Số lượng: 12 tổ bảo mật",
    "Ban Cơ yếu, mật mã dân sự",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("stamp", "level"), STAMPS)
def test_stamp_in_the_header_is_found(stamp: str, level: Level, form: str) -> None:
    mark = find_in_text(unicodedata.normalize(form, f"{HEAD}{stamp}\nKính gửi: các sở\n{BODY}"))
    assert mark is not None
    assert (mark.level, mark.place) == (level, Place.STAMP)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("line", ORDINARY_LINES)
def test_ordinary_word_is_no_mark(line: str, form: str) -> None:
    assert find_in_text(unicodedata.normalize(form, f"{HEAD}{line}\n{BODY}")) is None
    assert find_in_text(unicodedata.normalize(form, f"{HEAD}{BODY}\n{line}\n")) is None


@pytest.mark.parametrize(
    "line",
    [
        "MẬT\tLạc Giang, ngày 1 tháng 2 năm 2026",
        "MẬT Lạc Giang, ngày 1 tháng 2 năm 2026",
        "TỐI MẬT ĐẢNG CỘNG SẢN VIỆT NAM",
    ],
)
def test_stamp_beside_another_piece_of_the_header_is_found(line: str) -> None:
    assert find_in_text(f"TỈNH ỦY LẠC GIANG\n{line}\n{BODY}") is not None


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Số: 12/MẬT-UBND", Level.CONFIDENTIAL),
        ("Số: 12/M-UBND", Level.CONFIDENTIAL),
        ("Số 12-CV/TU  MẬT", Level.CONFIDENTIAL),
        ("Số: 07-BC/TU (TỐI MẬT)", Level.HIGHLY),
    ],
)
def test_mark_in_the_number_block_is_found(line: str, level: Level) -> None:
    mark = find_in_text(f"TỈNH ỦY LẠC GIANG\n{line}\n{BODY}")
    assert mark is not None
    assert (mark.level, mark.place) == (level, Place.NUMBER)


def test_stamp_on_a_later_page_counts_only_in_capitals() -> None:
    assert find_in_text(f"{HEAD}{BODY}\nTUYỆT MẬT\nPhụ lục") is not None
    assert find_in_text(f"{HEAD}{BODY}\nmật\nPhụ lục") is None


def test_highest_mark_wins() -> None:
    mark = find_in_text(f"MẬT\nTUYỆT MẬT\n{BODY}")
    assert mark is not None
    assert mark.level == Level.ABSOLUTE


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "name",
    [
        "Công văn 12 (Mật).docx", "MẬT - kế hoạch.pdf", "12-CV-TU_MẬT.docx", "toi_mat 2026.docx", "Tuyet mat.pdf",
        "TỐI MẬT.docx", "ke hoach [mat].docx", "Công văn mật số 5.docx", "báo cáo-mật-quý 2.txt", "mật.txt",
    ],
)  # fmt: skip
def test_mark_in_a_file_name_is_found(name: str, form: str) -> None:
    mark = find_in_file_name(unicodedata.normalize(form, name))
    assert mark is not None
    assert mark.place == Place.FILE_NAME


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "name",
    [
        "Kế hoạch bảo mật.docx", "ke-hoach-bao-mat.docx", "bảo-mật.docx", "BÍ MẬT NHÀ NƯỚC.docx", "mat-tran.docx",
        "gap-mat-dau-xuan.docx", "nuôi ong lấy mật.docx", "MẬT ONG.pdf", "mật khẩu.txt", "ra-mat.pdf", "mật-độ.docx",
        "Quy định quản lý văn bản mật.docx", "443-CV-TU.docx",
    ],
)  # fmt: skip
def test_ordinary_file_name_is_no_mark(name: str, form: str) -> None:
    assert find_in_file_name(unicodedata.normalize(form, name)) is None


@given(
    before=st.sampled_from(["bảo", "bí", "Bảo vệ bí", "an toàn, bảo", "cơ"]),
    after=st.text(alphabet="abcdeghiklmnopqrstuvxyàáảãạăâđêôơư ,.", max_size=60),
    form=st.sampled_from(["NFC", "NFD"]),
)
def test_prose_about_secrets_never_counts(before: str, after: str, form: str) -> None:
    sentence = unicodedata.normalize(form, f"Thực hiện tốt công tác {before} mật {after}")
    assert find_in_text(f"{HEAD}{BODY}\n{sentence}") is None
    assert find_in_text(f"{HEAD}{sentence}\n{BODY}") is None


@given(
    stamp=st.sampled_from(["MẬT", "TỐI MẬT", "TUYỆT MẬT"]),
    gap=st.sampled_from(["", " ", "  ", "\u00a0", "."]),
    frame=st.sampled_from(["", "*", "- ", "“", "("]),
    form=st.sampled_from(["NFC", "NFD"]),
)
def test_stamp_is_found_however_it_is_set(stamp: str, gap: str, frame: str, form: str) -> None:
    line = frame + gap.join(stamp) + frame[::-1]
    assert find_in_text(unicodedata.normalize(form, f"{HEAD}{line}\n{BODY}")) is not None


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("MẬT", Level.CONFIDENTIAL), ("MAT", Level.CONFIDENTIAL), ("MẠT", Level.CONFIDENTIAL),
        ("M Ậ T", Level.CONFIDENTIAL), ("[MẤT]", Level.CONFIDENTIAL), ("TỐI MẶT", Level.HIGHLY),
        ("TOI MAT", Level.HIGHLY), ("TUYỆT MÂT", Level.ABSOLUTE),
    ],
)  # fmt: skip
def test_stamp_that_lost_its_accents_in_recognition(line: str, level: Level) -> None:
    page = "\n".join(["Giao Sở Nội vụ"] * 60 + [line])
    assert find_in_recognised(page) == SecrecyMark(level, Place.STAMP)


@pytest.mark.parametrize("line", ["mặt", "Mặt bằng", "MẶT BẰNG", "MẬT ONG", "mat", "CÔNG TÁC MẶT TRẬN"])
def test_ordinary_words_of_a_scan_are_no_stamp(line: str) -> None:
    assert find_in_recognised("\n".join(["Giao Sở Nội vụ"] * 60 + [line])) is None
