"""Heads and feet whose lines a text has run together."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, extract

from vanban.results import DocumentHeader

DECISION = """Quyết định 35/QĐ-UBND năm 2026

ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số: 35/QĐ-UBND Lạc Giang, ngày 04 tháng 5 năm 2026 QUYẾT ĐỊNH V/V MỞ CHỢ NỔI ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

1. Sở Công Thương hướng dẫn ban quản lý chợ.

Nơi nhận:

- Như trên;

- Lưu: VT, KT (2b). Thử Nghiệm KT. CHỦ TỊCH Nguyễn Văn Mẫu
"""
OLD_DIRECTIVE = """PHỦ THỦ TƯỚNG

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số:

29/TTg Hà Nội, ngày 10 tháng 11 năm 1981 CHỈ THỊ VỀ CÔNG TÁC ĐẮP ĐÊ BIỂN Ngày 24 tháng 6 vừa qua nước dâng làm vỡ đê.

1. Bộ Thủy lợi hướng dẫn các tỉnh đắp đê.

K/T THỦ TƯỚNG PHÓ THỦ TƯỚNG (Đã ký) Trần Mẫu
"""
LETTER = f"""VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

Số: 27/VP-KT V/v sửa cầu phao

Lạc Giang, ngày 05 tháng 4 năm 2026 Kính gửi: Sở Xây dựng.

Văn phòng đề nghị Sở Xây dựng báo cáo.

{FOOT}"""


def header(text: str, *, decomposed: bool = False) -> DocumentHeader:
    return extract(text, decomposed=decomposed).document


@pytest.mark.parametrize("decomposed", [False, True])
def test_number_place_title_and_authority_of_a_decision(decomposed: bool) -> None:
    found = header(DECISION, decomposed=decomposed)
    assert (found.number, found.symbol, found.place, found.issued_on) == ("35", "QĐ-UBND", "Lạc Giang", "2026-05-04")
    assert found.subject == "MỞ CHỢ NỔI"
    assert found.signer is not None
    assert (found.signer.name, found.signer.capacity) == ("Nguyễn Văn Mẫu", "KT. CHỦ TỊCH")
    assert found.recipients == ("Như trên", "Lưu: VT, KT (2b). Thử Nghiệm")


def test_a_title_runs_on_into_the_first_sentence() -> None:
    found = header(OLD_DIRECTIVE)
    assert (found.kind, found.number, found.symbol, found.issued_on) == ("chi_thi", "29", "TTg", "1981-11-10")
    assert found.subject == "CÔNG TÁC ĐẮP ĐÊ BIỂN"
    assert found.issuer == "Phủ Thủ tướng"
    assert found.signer is not None
    assert (found.signer.name, found.signer.capacity) == ("Trần Mẫu", "K/T THỦ TƯỚNG; PHÓ THỦ TƯỚNG")


def test_a_date_and_its_addressee_on_one_line() -> None:
    found = header(LETTER)
    assert (found.issued_on, found.addressees) == ("2026-04-05", ("Sở Xây dựng",))
    assert found.subject == "sửa cầu phao"


def test_a_subject_without_a_mark_ends_where_the_first_sentence_begins() -> None:
    text = f"""ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

Số: 11/TB-UBND

THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về bến phà Ngày 03/01/2026, Chủ tịch UBND tỉnh chủ trì họp về bến phà.

1. Giao Sở Xây dựng khảo sát bến phà.

{FOOT}"""
    assert header(text).subject == "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về bến phà"


def test_unreadable_numbers_and_days_of_scans_stay_open() -> None:
    text = f"""ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

Số: 6§ /TB-UBND

Lạc Giang, ngày 3| tháng 12 năm 2026

THÔNG BÁO

Lịch đóng cống ngăn mặn

1. Giao Sở Xây dựng thông báo lịch đóng cống.

{FOOT}"""
    found = header(text)
    assert (found.number, found.symbol, found.issued_on) == (None, "TB-UBND", "2026-12")


def test_names_of_two_bodies_and_the_number_on_one_line() -> None:
    found = header("""ĐẢNG BỘ TỈNH LẠC GIANG ĐẢNG ỦY XÃ GÒ TRE MẪU * Số 04-CTr/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM

Gò Tre Mẫu, ngày 20 tháng 02 năm 2026

CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện phong trào trồng tre

I- NHIỆM VỤ

1. Các chi bộ trực thuộc tổ chức trồng tre.

T/M BAN CHẤP HÀNH
BÍ THƯ
Bùi Văn Thử 3
""")
    assert (found.kind, found.number, found.symbol) == ("chuong_trinh", "04", "CTr/ĐU")
    assert found.issuer == "Đảng ủy xã Gò Tre Mẫu"
    assert found.subject == "thực hiện phong trào trồng tre"
    assert found.signer is not None
    assert found.signer.name == "Bùi Văn Thử"


def test_motto_and_place_on_one_line_and_a_subject_read_too_early() -> None:
    found = header(f"""ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

Số: 05/CT-UBND

Tăng cường phòng cháy, chữa cháy rừng mùa khô

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc Lạc Giang, ngày 14 tháng 01 năm 2026

CHỈ THỊ

năm 2026

Mùa khô vừa qua có nhiều vụ cháy rừng.

1. Sở Nông nghiệp và Môi trường kiểm tra rừng tràm.

{FOOT}""")
    assert (found.kind, found.place, found.issued_on) == ("chi_thi", "Lạc Giang", "2026-01-14")
    assert found.subject == "Tăng cường phòng cháy, chữa cháy rừng mùa khô năm 2026"
