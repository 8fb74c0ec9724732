"""Issuer, date and subject where the letterhead does not tell."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, extract

from vanban.results import DocumentHeader


def header(text: str) -> DocumentHeader:
    return extract(text).document


def test_a_reprint_cites_the_document_above_its_text() -> None:
    found = header("""Kết luận số 9-KL/TW

Kết luận số 9-KL/TW ngày 03/4/2026 của Bộ Chính trị về phát triển nghề làm muối

Sau mười năm, nghề làm muối có chuyển biến.

1. Tỉnh ủy Lạc Giang lãnh đạo xây dựng đề án đồng muối.
""")
    assert (found.number, found.symbol, found.issued_on) == ("9", "KL/TW", "2026-04-03")
    assert (found.issuer, found.subject) == ("Bộ Chính trị", "phát triển nghề làm muối")


def test_the_title_names_who_issues_under_the_central_letterhead() -> None:
    found = header("""BAN CHẤP HÀNH TRUNG ƯƠNG

ĐẢNG CỘNG SẢN VIỆT NAM

Số 21-KL/TW

KẾT LUẬN

CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ

VỀ TÌNH HÌNH XÂY DỰNG LÀNG NGHỀ

1. Giao Đảng ủy Chính phủ rà soát chính sách làng nghề.
""")
    assert found.issuer == "Bộ Chính trị, Ban Bí thư"
    assert found.subject == "TÌNH HÌNH XÂY DỰNG LÀNG NGHỀ"


def test_the_body_that_speaks_is_the_issuer() -> None:
    directive = header("""Chỉ thị về việc giữ gìn cây xanh trên địa bàn tỉnh lạc giang

Cây xanh góp phần làm đẹp phố xá.

Để giữ gìn cây xanh, Ủy ban nhân dân tỉnh chỉ thị:

1. Sở Xây dựng lập danh mục cây cổ thụ.
""")
    assert (directive.issuer, directive.side) == ("Ủy ban nhân dân tỉnh Lạc Giang", "state")
    letter = header(f"""Kính gửi: Thuế tỉnh Lạc Giang.

Cục Thuế nhận được công văn của Thuế tỉnh Lạc Giang về bảng giá. Cục Thuế có ý kiến như sau:

1. Đề nghị Thuế tỉnh Lạc Giang báo cáo, tham mưu UBND tỉnh xây dựng, ban hành bảng giá.

{FOOT}""")
    assert letter.issuer == "Cục Thuế"


def test_an_office_announces_for_its_ministry() -> None:
    found = header("""Thông báo kết luận của lãnh đạo bộ tư pháp tại hội nghị tập huấn

Ngày 12 tháng 01 năm 2026, hội nghị được tổ chức.

1. Các đơn vị hoàn thiện báo cáo.

Trên đây là kết luận của Lãnh đạo Bộ, Văn phòng xin thông báo để các đơn vị biết.
""")
    assert found.issuer == "Bộ Tư pháp"


def test_a_telegram_without_letterhead_is_of_whoever_wires() -> None:
    found = header("""CÔNG ĐIỆN

VỀ VIỆC GIA CỐ ĐÊ SÔNG

THỦ TƯỚNG CHÍNH PHỦ điện:

- Chủ tịch Ủy ban nhân dân tỉnh Lạc Giang;

Nước sông đang lên nhanh. Thủ tướng Chính phủ yêu cầu:

1. Chủ tịch Ủy ban nhân dân tỉnh Lạc Giang chỉ đạo gia cố đê.
""")
    assert (found.kind, found.issuer) == ("cong_dien", "Thủ tướng Chính phủ")


def test_a_title_in_small_letters_may_end_with_a_full_stop() -> None:
    found = header("""Thông báo kết luận của bộ trưởng tại hội nghị tổng kết ngành muối.

Ngày 11/01/2026, hội nghị được tổ chức.

1. Các đơn vị hoàn thiện báo cáo.
""")
    assert (found.kind, found.subject) == ("thong_bao", "kết luận của bộ trưởng tại hội nghị tổng kết ngành muối")


OFFICE = """{above}
{own}
Số: 15/{symbol}
{nation}
{motto}
Lạc Giang, ngày 12 tháng 10 năm 2026
Kính gửi: Sở Y tế.
1. Sở Y tế báo cáo trước ngày 25/10/2026.
Nơi nhận:
- Như trên.
{post}
{name}
"""
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def office(
    above: str, own: str, symbol: str = "VP", post: str = "CHÁNH VĂN PHÒNG", name: str = "Mai Văn Thử"
) -> DocumentHeader:
    nation, motto = STATE
    return header(OFFICE.format(above=above, own=own, symbol=symbol, nation=nation, motto=motto, post=post, name=name))


@pytest.mark.parametrize(
    ("above", "own", "issuer"),
    [
        ("UBND TỈNH LẠC GIANG", "VĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lạc Giang"),
        ("UBND TỈNH LẠC GIANG", "SỞ Y TẾ", "Sở Y tế"),
        ("UBND TỈNH LẠC GIANG", "TRƯỜNG CAO ĐẲNG CẦU MẪU", "Trường Cao đẳng Cầu Mẫu"),
        ("BỘ NÔNG NGHIỆP VÀ MÔI", "TRƯỜNG", "Bộ Nông nghiệp và Môi trường"),
    ],
)
def test_the_issuer_below_its_superior(above: str, own: str, issuer: str) -> None:
    assert office(above, own).issuer == issuer


@pytest.mark.parametrize(
    ("post", "name"),
    [("HIỆU TRƯỞNG", "Nghiêm Thị Mẫu"), ("GIÁM ĐỐC", "Ông Văn Thử"), ("CHỦ TỌA", "Lưu Thị Thử")],
)
def test_posts_and_names_of_signers(post: str, name: str) -> None:
    signer = office("UBND TỈNH LẠC GIANG", "SỞ Y TẾ", post=post, name=name).signer
    assert signer is not None
    assert (signer.capacity, signer.name) == (post, name)


def test_minutes_end_with_a_post_and_a_name() -> None:
    found = header("""ỦY BAN NHÂN DÂN
XÃ CÙ LAO MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BIÊN BẢN
Họp bàn việc nạo vét kênh
1. Cuộc họp thống nhất nạo vét kênh.
CHỦ TRÌ
Lưu Văn Thử
""")
    assert found.signer is not None
    assert found.signer.name == "Lưu Văn Thử"


def test_the_subject_of_a_party_letter_ends_before_the_name_of_the_party() -> None:
    found = header("""ĐẢNG BỘ TỈNH LẠC GIANG
ĐẢNG ỦY XÃ BÀU SEN THỬ
Số 88-CV/ĐU
V/v tổ chức đại hội chi bộ ấp
ĐẢNG CỘNG SẢN VIỆT NAM
Bàu Sen Thử, ngày 08 tháng 4 năm 2026
Kính gửi: Các chi bộ trực thuộc.
1. Các chi bộ chuẩn bị văn kiện.
""")
    assert found.subject == "tổ chức đại hội chi bộ ấp"
