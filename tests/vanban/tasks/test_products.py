"""Products and the bodies they go to."""

from __future__ import annotations

import pytest

from vanban.tasks.addressees import find_addressee
from vanban.tasks.products import find_product
from vanban.text.tokens import Tokens


def product(sentence: str) -> str | None:
    found = find_product(Tokens(sentence))
    return sentence[found.span.start : found.span.end] if found else None


def addressee(sentence: str) -> str | None:
    found = find_addressee(Tokens(sentence))
    return sentence[found.span.start : found.span.end] if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Xây dựng kế hoạch tập huấn cho cán bộ thôn để nâng cao kỹ năng.", "kế hoạch tập huấn cho cán bộ thôn"),
        ("Tham mưu Ủy ban nhân dân tỉnh ban hành quy chế phối hợp.", "quy chế phối hợp"),
        ("Khẩn trương ban hành hướng dẫn kê khai đất công.", "hướng dẫn kê khai đất công"),
        ("Đẩy nhanh ban hành, hướng dẫn cách kê khai.", None),
        (
            "Tham mưu sửa đổi, bổ sung Quyết định số 12/QĐ-UBND về giá nước.",
            "sửa đổi, bổ sung Quyết định số 12/QĐ-UBND về giá nước",
        ),
        ("Xây dựng và công bố kế hoạch cắt điện hằng tuần.", "kế hoạch cắt điện"),
        ("Xây dựng kế hoạch và triển khai diễn tập chữa cháy.", "kế hoạch"),
        ("Soạn tờ rơi, xây dựng tài liệu tuyên truyền, phối hợp với báo chí đưa tin.", "tài liệu tuyên truyền"),
        ("Khẩn trương có phương án cấp nước cho thôn cuối nguồn.", "phương án cấp nước cho thôn cuối nguồn"),
        ("Trình cấp có thẩm quyền ban hành: Đề án bến thuyền, Đề án chợ nổi.", "Đề án bến thuyền, Đề án chợ nổi"),
        ("Khẩn trương hoàn thành thủ tục thuê đất làm bãi xe.", "thủ tục thuê đất làm bãi xe"),
        ("Hoàn thiện hồ sơ trình phê duyệt giá nước.", "hồ sơ trình phê duyệt giá nước"),
        ("Các phòng có ý kiến đối với dự thảo giá nước.", "ý kiến đối với dự thảo giá nước"),
        ("Thiết lập bộ công cụ theo dõi mực nước hồ.", "bộ công cụ theo dõi mực nước hồ"),
        ("Phối hợp với các phòng để rà soát, hoàn thiện quy chế dùng xe.", "quy chế dùng xe"),
        ("Rà soát kho để kịp thời phát hiện, lập hồ sơ thất thoát.", None),
        ("Hướng dẫn các xã lập danh mục công trình ưu tiên, bảo đảm khả thi.", "danh mục công trình ưu tiên"),
        ("Kiểm tra kho thuốc. Kết quả kiểm tra gửi Sở Y tế.", "Kết quả kiểm tra"),
        ("Đề xuất giải pháp cấp nước phù hợp với địa hình.", "giải pháp cấp nước"),
        ("Mở các lớp dạy bơi cho trẻ em trong hè năm 2026.", "các lớp dạy bơi cho trẻ em trong hè năm 2026"),
        ("Báo cáo kết quả thực hiện về Sở Nội vụ.", "Báo cáo kết quả thực hiện"),
        ("Theo dõi, đôn đốc; báo cáo Thường trực Tỉnh ủy.", "báo cáo"),
    ],
)
def test_what_a_task_brings_forth(sentence: str, expected: str) -> None:
    assert product(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Rà soát các tiêu chí nông thôn mới.",
        "Tham mưu Ủy ban nhân dân tỉnh triển khai thực hiện Kế hoạch cải cách hành chính.",
        "Hoàn thành dự án đường ven sông.",
        "Thực hiện Quyết định số 12/QĐ-UBND.",
        "Nâng cao chất lượng quy trình nội bộ.",
    ],
)
def test_inputs_and_works_are_no_products(sentence: str) -> None:
    assert product(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lập dự toán, báo cáo Sở Tài chính để tổng hợp, tham mưu Ủy ban nhân dân tỉnh.", "Sở Tài chính"),
        ("Tham mưu Ủy ban nhân dân tỉnh báo cáo Đảng ủy Ủy ban nhân dân tỉnh kết quả.", "Đảng ủy Ủy ban nhân dân tỉnh"),
        ("Tham mưu Ủy ban nhân dân tỉnh phương án nhân sự.", "Ủy ban nhân dân tỉnh"),
        ("Gửi báo cáo về UBND tỉnh (qua Sở Nội vụ) trước ngày 01/6/2026.", "UBND tỉnh (qua Sở Nội vụ)"),
        ("Trình cấp có thẩm quyền phê duyệt.", "cấp có thẩm quyền"),
        ("Xây dựng dự toán trình thông qua.", None),
    ],
)
def test_to_whom_it_goes(sentence: str, expected: str | None) -> None:
    assert addressee(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Báo cáo kết quả xử lý và đề xuất phương án tháo gỡ.", "Báo cáo kết quả xử lý"),
        ("Tuần tra để kịp thời phát hiện, lập hồ sơ vi phạm.", None),
        ("Thực hiện quy định của Luật Ban hành văn bản quy phạm pháp luật.", None),
        ("Tiếp nhận các kiến nghị, đề xuất của người dân.", None),
        ("Cung cấp bản đồ địa chính cho Sở Xây dựng.", "bản đồ địa chính"),
        ("Ký hợp đồng chính thức trong tháng 12.", "hợp đồng chính thức"),
        ("Có kế hoạch bảo vệ đê điều.", "kế hoạch bảo vệ đê điều"),
        ("Kịp thời phản ánh về Sở Nội vụ để hướng dẫn.", "phản ánh"),
        ("Kịp thời phản ánh, báo cáo Sở Nội vụ.", "báo cáo"),
        ("Xây dựng nhu cầu kinh phí và đề xuất bố trí vốn.", "nhu cầu kinh phí"),
    ],
)
def test_acts_are_told_from_purposes_names_and_things(sentence: str, expected: str | None) -> None:
    assert product(sentence) == expected


def test_what_is_provided_goes_to_the_body_it_is_provided_for() -> None:
    assert addressee("Cung cấp bản đồ địa chính cho Sở Xây dựng.") == "Sở Xây dựng"
