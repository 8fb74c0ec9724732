"""Long names at the head of a sentence."""

from __future__ import annotations

import pytest

from vanban.tasks.subject import find_subject
from vanban.text.tokens import Tokens


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Các bộ khác có máy bay (Bộ A, Bộ B) có trách nhiệm huy động.", ["Các bộ khác có máy bay"]),
        ("Ủy ban nhân dân các xã có sông chảy qua thành lập tổ tuần tra.", ["UBND các xã có sông chảy qua"]),
        ("Đồng chí Lê Văn Mẫu, Phó Bí thư, trực tiếp chỉ đạo.", ["Đồng chí Lê Văn Mẫu"]),
        ("Ủy ban nhân dân các xã, đơn vị liên quan phối hợp rà soát.", ["UBND các xã", "Đơn vị liên quan"]),
    ],
)
def test_descriptions_posts_and_bare_tails(sentence: str, expected: list[str]) -> None:
    found = find_subject(Tokens(sentence))
    assert found is not None
    assert [body.name for body in found.bodies] == expected


def test_titled_persons() -> None:
    found = find_subject(Tokens("Ông Trần Văn Thử, Phó Chủ tịch phường, trực tiếp phụ trách phần lễ."))
    assert found is not None
    assert [body.name for body in found.bodies] == ["Ông Trần Văn Thử"]
    assert find_subject(Tokens("Ông Trần Văn Thử, Phó Chủ tịch phường, đã dự họp.")) is None
