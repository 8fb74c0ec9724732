"""Issuer, date and subject where the letterhead does not tell."""

from __future__ import annotations

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
