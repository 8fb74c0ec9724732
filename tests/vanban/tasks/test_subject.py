"""Whom a sentence obliges."""

from __future__ import annotations

import pytest

from vanban.tasks.subject import find_subject, is_imperative
from vanban.text.tokens import Tokens


def leads(sentence: str) -> list[str] | None:
    found = find_subject(Tokens(sentence))
    return [body.name for body in found.bodies] if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Giao Sở Y tế rà soát thuốc dự trữ.", ["Sở Y tế"]),
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát.", ["Sở Y tế"]),
        ("Trên cơ sở đề nghị của các xã, giao Sở Tài chính lập dự toán.", ["Sở Tài chính"]),
        ("Về kinh phí: Giao Sở Tài chính cân đối, bố trí.", ["Sở Tài chính"]),
        ("Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ngành triển khai.", ["Thủ trưởng các sở, ngành"]),
        ("Sở Xây dựng, trên cơ sở quy hoạch, tổ chức cắm mốc.", ["Sở Xây dựng"]),
        ("Công an xã hằng tuần tổ chức tuần tra.", ["Công an xã"]),
        ("Trong quá trình thực hiện, nếu có vướng mắc các xã báo cáo Sở Nội vụ.", ["Các xã"]),
        ("Thống nhất phương án đầu tư, giao Sở Công Thương hoàn thiện hồ sơ.", ["Sở Công Thương"]),
        ("Xã Gò Mẫu chưa có điện lưới: giao Sở Công Thương khảo sát.", ["Sở Công Thương"]),
        ("Thực hiện Kế hoạch số 12/KH-UBND, Sở Tài chính cân đối, bố trí.", ["Sở Tài chính"]),
        (
            "Đồng chí Phó Trưởng phòng Kinh tế - Phó Trưởng ban: Chỉ đạo chung.",
            ["Đồng chí Phó Trưởng phòng Kinh tế - Phó Trưởng ban"],
        ),
        ("Văn phòng Bộ: Thực hiện tốt công tác tiếp công dân.", ["Văn phòng Bộ"]),
    ],
)
def test_the_body_at_the_head_of_the_sentence(sentence: str, expected: list[str]) -> None:
    assert leads(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Rà soát thuốc dự trữ, báo cáo Sở Y tế.",
        "Sở Y tế đã hoàn thành việc rà soát.",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch tiêm chủng.",
        "Các chỉ tiêu là căn cứ đánh giá, đề nghị lãnh đạo xã quán triệt.",
        "Tham mưu Ủy ban nhân dân tỉnh ban hành quy chế.",
        "Thực hiện công tác quản lý chợ, Sở Công Thương rà soát.",
    ],
)
def test_bodies_elsewhere_carry_nothing(sentence: str) -> None:
    assert leads(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Khẩn trương rà soát hộ nghèo.", True),
        ("Hằng tháng, tổng hợp kết quả.", True),
        ("Định kỳ sáu tháng đánh giá hiệu quả.", True),
        ("Trên cơ sở đó, tham mưu phương án.", True),
        ("Tình hình thời tiết diễn biến phức tạp.", False),
        ("Kinh phí từ ngân sách tỉnh.", False),
    ],
)
def test_imperatives(sentence: str, expected: bool) -> None:
    assert is_imperative(Tokens(sentence)) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Báo cáo tháng: Sở Tài chính tổng hợp tình hình thu phí.", ("Sở Tài chính",)),
        ("Các phòng, khẩn trương rà soát hồ sơ.", ("Các phòng",)),
        ("Nếu phát sinh vướng mắc, cơ quan, đơn vị chủ động báo cáo Sở Nội vụ.", ("Cơ quan, đơn vị",)),
        ("Nếu có nội dung cần sửa đổi, bổ sung đề nghị các đơn vị báo cáo Sở Nội vụ.", ("Các đơn vị",)),
        ("Ủy ban nhân dân 04 xã: Tân Mẫu, Bình Thử, Hòa Mẫu rà soát đê.", ("UBND 04 xã: Tân Mẫu, Bình Thử, Hòa Mẫu",)),
        (
            "Tổng công ty, công ty và các đơn vị trực thuộc rà soát nợ.",
            ("Tổng công ty, công ty", "Các đơn vị trực thuộc"),
        ),
    ],
)
def test_who_is_obliged_in_further_forms(sentence: str, expected: tuple[str, ...]) -> None:
    subject = find_subject(Tokens(sentence))
    assert subject is not None
    assert tuple(body.name for body in subject.bodies) == expected
