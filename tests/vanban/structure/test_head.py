"""Heads of both systems, whole and with blanks."""

from __future__ import annotations

from tests.vanban.building import FOOT, LETTERHEAD, extract

PARTY_LETTER = """TỈNH ỦY LẠC GIANG
*
Số 268-CV/TU

Nâng cao chất lượng sinh hoạt chi bộ

ĐẢNG CỘNG SẢN VIỆT NAM

Lạc Giang, ngày 09 tháng 7 năm 2026

Kính gửi: - Các ban đảng Tỉnh ủy,
- Các đảng ủy trực thuộc Tỉnh ủy

Thường trực Tỉnh ủy đề nghị các đảng ủy thực hiện các nội dung sau:

1. Rà soát số đảng viên đi làm ăn xa trước ngày 31/7/2026.

Nơi nhận:

- Như trên,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Thị Thử
"""

DRAFT_PLAN = """Số: /KH-UBND

Lạc Giang, ngày tháng 02 năm 2026

KẾ HOẠCH

Phòng, chống hạn mặn năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. NHIỆM VỤ

1. Sở Nông nghiệp và Môi trường xây dựng phương án tích nước ngọt.
"""


def test_state_letter() -> None:
    header = extract(f"{LETTERHEAD}\n1. Sở Y tế rà soát thuốc.\n\n{FOOT}").document
    assert (header.kind, header.side) == ("cong_van", "state")
    assert (header.number, header.symbol) == ("125", "UBND-TH")
    assert (header.place, header.issued_on) == ("Lạc Giang", "2026-03-05")
    assert header.issuer == "Ủy ban nhân dân tỉnh Lạc Giang"
    assert header.subject == "chuẩn bị mùa mưa lũ"
    assert header.addressees == ("Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường, đặc khu")
    assert header.recipients == ("Như trên", "Lưu: VT")
    assert header.signer is not None
    assert (header.signer.name, header.signer.capacity) == ("Nguyễn Văn Mẫu", "KT. CHỦ TỊCH; PHÓ CHỦ TỊCH")


def test_head_is_the_same_in_decomposed_text() -> None:
    text = f"{LETTERHEAD}\n1. Sở Y tế rà soát thuốc.\n\n{FOOT}"
    assert extract(text, decomposed=True).document == extract(text).document


def test_party_letter_has_its_subject_without_vv() -> None:
    header = extract(PARTY_LETTER).document
    assert (header.kind, header.side, header.number, header.symbol) == ("cong_van", "party", "268", "CV/TU")
    assert header.subject == "Nâng cao chất lượng sinh hoạt chi bộ"
    assert header.issuer == "Tỉnh ủy Lạc Giang"
    assert header.addressees == ("Các ban đảng Tỉnh ủy", "Các đảng ủy trực thuộc Tỉnh ủy")
    assert header.signer is not None
    assert header.signer.capacity == "T/M BAN THƯỜNG VỤ; PHÓ BÍ THƯ"


def test_blanks_stay_blank() -> None:
    header = extract(DRAFT_PLAN).document
    assert (header.kind, header.number, header.symbol) == ("ke_hoach", None, "KH-UBND")
    assert header.issued_on == "2026-02"
    assert header.subject == "Phòng, chống hạn mặn năm 2026"


def test_a_missing_letterhead_is_completed_from_the_opening() -> None:
    assert extract(DRAFT_PLAN).document.issuer == "Ủy ban nhân dân tỉnh Lạc Giang"


def test_a_remark_above_the_letterhead_is_skipped() -> None:
    header = extract(
        f"Bản dùng để tập huấn – không có giá trị pháp lý\n\n{LETTERHEAD}\n1. Sở Y tế rà soát thuốc."
    ).document
    assert header.number == "125"
    assert header.issuer == "Ủy ban nhân dân tỉnh Lạc Giang"


def test_text_without_any_head() -> None:
    header = extract("Hôm nay trời đẹp.").document
    assert (header.kind, header.side, header.number, header.issuer, header.signer) == (None, "other", None, None, None)


FRONT_PLAN = """ỦY BAN MTTQ VIỆT NAM
XÃ GÒ MẪU
BAN THƯỜNG TRỰC
Số: 9/KH-MTTQ-BTT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Gò Mẫu, ngày 4 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện công tác chăm lo hộ nghèo năm 2026

Căn cứ chương trình công tác năm, Ban Thường trực xây dựng kế hoạch như sau:

1. Rà soát hộ nghèo.
"""


def test_a_standing_committee_is_named_with_its_body_and_a_subject_may_open_like_a_sentence() -> None:
    header = extract(FRONT_PLAN).document
    assert header.issuer == "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Gò Mẫu"
    assert (header.side, header.subject) == ("front", "Thực hiện công tác chăm lo hộ nghèo năm 2026")
