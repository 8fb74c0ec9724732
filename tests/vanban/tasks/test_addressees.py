"""To whom a product goes."""

from __future__ import annotations

import pytest

from vanban.tasks.addressees import find_addressee
from vanban.text.tokens import Tokens


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tổng hợp kết quả, báo cáo Sở Nội vụ trước ngày 05 tháng 6.", "Sở Nội vụ"),
        ("Đề xuất với Sở Tài chính giá thuê bến.", "Sở Tài chính"),
        ("Kịp thời báo cáo, đề xuất vướng mắc với Sở Xây dựng.", "Sở Xây dựng"),
        ("Báo cáo tiến độ, phối hợp chặt chẽ với Sở Y tế rà soát, trình UBND tỉnh.", "UBND tỉnh"),
        ("Lập danh sách hộ nghèo gửi về Phòng Kinh tế để tổng hợp.", "Phòng Kinh tế"),
        ("Tham mưu Ủy ban nhân dân tỉnh ban hành quy chế.", "Ủy ban nhân dân tỉnh"),
        ("Tham mưu UBND tỉnh phương án, trình HĐND tỉnh xem xét.", "HĐND tỉnh"),
    ],
)
def test_the_body_that_is_delivered_to(sentence: str, expected: str) -> None:
    found = find_addressee(Tokens(sentence))
    assert found is not None
    assert sentence[found.span.start : found.span.end] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Rà soát hồ sơ theo báo cáo của đoàn kiểm tra.",
        "Phối hợp với Sở Nội vụ tổ chức tập huấn.",
        "Báo cáo kết quả đối với Sở Nội vụ.",
    ],
)
def test_bodies_that_only_take_part_receive_nothing(sentence: str) -> None:
    assert find_addressee(Tokens(sentence)) is None
