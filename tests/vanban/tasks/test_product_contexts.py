"""Verbs that name what somebody else does, a purpose or a standard bring nothing forth."""

from __future__ import annotations

import pytest

from vanban.tasks.products import find_product, named_product
from vanban.text.tokens import Tokens


def product(sentence: str) -> str | None:
    found = find_product(Tokens(sentence))
    return sentence[found.span.start : found.span.end] if found else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Kiến nghị cấp có thẩm quyền sửa đổi, ban hành mới văn bản về phí.",
        "Theo dõi, kiểm tra các việc sau: lập hồ sơ, ban hành quyết định.",
        "Bảo đảm kịp thời bổ sung văn bản còn thiếu.",
        "Đẩy mạnh công tác lập bản đồ, ban hành quy định về đất.",
        "Tuần tra để kịp thời phát hiện, lập hồ sơ vi phạm.",
        "Giải quyết khiếu nại, tố cáo, kiến nghị của người dân.",
    ],
)
def test_contexts_without_a_product(sentence: str) -> None:
    assert product(sentence) is None


def test_what_a_survey_is_for_it_brings_forth() -> None:
    assert product("Khảo sát thực tế để có phương án đầu tư chợ.") == "phương án đầu tư chợ"


def test_a_line_may_be_nothing_but_the_name_of_a_product() -> None:
    text = "Nghị định quy định chi tiết Luật Đường bộ"
    found = named_product(Tokens(text))
    assert found is not None
    assert found.why == "product-named"
    assert named_product(Tokens("Rà soát thuốc dự trữ")) is None
