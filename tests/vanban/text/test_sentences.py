"""Cutting paragraphs into sentences."""

from __future__ import annotations

import pytest

from vanban.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rà soát nhà ở. Báo cáo kết quả.", ["Rà soát nhà ở.", "Báo cáo kết quả."]),
        ("Gửi về UBND TP. Lạc Giang. Xong.", ["Gửi về UBND TP. Lạc Giang.", "Xong."]),
        ("Đường, điện, nước,... được ưu tiên. Ỷ lại là sai.", ["Đường, điện, nước,... được ưu tiên.", "Ỷ lại là sai."]),
        ("đạt 13.5 điểm. ấp, khu phố", ["đạt 13.5 điểm. ấp, khu phố"]),
    ],
)
def test_a_stop_before_a_capital_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected
