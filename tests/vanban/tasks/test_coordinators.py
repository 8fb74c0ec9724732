"""Partners that a sentence names."""

from __future__ import annotations

import pytest

from vanban.tasks.coordinators import find_coordinators
from vanban.text.tokens import Tokens


def partners(sentence: str) -> list[str]:
    return [body.name for body in find_coordinators(Tokens(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát.", ["Công an tỉnh"]),
        ("Phối hợp chặt chẽ, thường xuyên với Sở Nội vụ và các địa phương.", ["Sở Nội vụ", "Các địa phương"]),
        ("Phối hợp, hướng dẫn Ủy ban nhân dân các xã lập danh sách.", ["UBND các xã"]),
        ("Phối hợp, cung cấp thông tin với các sở, ngành.", ["Các sở, ngành"]),
        ("Liên hệ với Sở Tài chính để được hướng dẫn.", ["Sở Tài chính"]),
        ("Tăng cường sự phối hợp giữa các ngành.", []),
        ("Rà soát thuốc dự trữ.", []),
    ],
)
def test_who_helps(sentence: str, expected: list[str]) -> None:
    assert partners(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Với các đơn vị của Sở Tài chính xây dựng định mức chi.", ["Các đơn vị của Sở Tài chính"]),
        ("Với tinh thần khẩn trương, rà soát định mức chi.", []),
        ("Chỉ đạo các phòng liên quan phối hợp chặt chẽ với Công an tỉnh rà soát.", ["Công an tỉnh"]),
        ("Cơ quan phối hợp: Công an tỉnh.", []),
        (
            "Chủ động liên hệ với Trung tâm Dữ liệu tỉnh (hoặc số máy hỗ trợ ghi trên cổng của trung tâm, trong giờ "
            "hành chính) để được hướng dẫn.",
            ["Trung tâm Dữ liệu tỉnh"],
        ),
    ],
)
def test_partners_of_further_forms(sentence: str, expected: list[str]) -> None:
    assert partners(sentence) == expected
