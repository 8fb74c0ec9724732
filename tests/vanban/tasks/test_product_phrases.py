"""How far the phrase of a product runs."""

from __future__ import annotations

import pytest

from vanban.tasks.products import find_product
from vanban.text.tokens import Tokens


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lập danh sách hộ nghèo để hỗ trợ xây nhà.", "danh sách hộ nghèo"),
        ("Lập danh sách hộ nghèo trước ngày 30/4/2026.", "danh sách hộ nghèo"),
        ("Ban hành kế hoạch phòng dịch, bảo đảm khả thi.", "kế hoạch phòng dịch"),
        ("Xây dựng đề án chợ đêm trình Ủy ban nhân dân tỉnh.", "đề án chợ đêm"),
        ("Hoàn thiện các báo cáo: (i) Báo cáo tình hình thu, (ii) Báo cáo chi.", "Báo cáo tình hình thu"),
    ],
)
def test_phrases_end_before_purposes_days_and_receivers(sentence: str, expected: str) -> None:
    found = find_product(Tokens(sentence))
    assert found is not None
    assert sentence[found.span.start : found.span.end] == expected
