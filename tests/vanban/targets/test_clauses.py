"""Sentences cut into clauses of one figure each."""

from __future__ import annotations

import pytest

from vanban.targets.clauses import clauses, trimmed
from vanban.targets.quantities import quantities
from vanban.types import Span

CUT = {
    "Trên 80% trường học và 100% trạm y tế có nước sạch.": ["Trên 80% trường học", "100% trạm y tế có nước sạch"],
    "100% thôn có ít nhất 01 tổ công nghệ.": ["100% thôn có ít nhất 01 tổ công nghệ"],
    "Tỷ lệ người từ 15 tuổi trở lên biết bơi đạt 60%.": ["Tỷ lệ người từ 15 tuổi trở lên biết bơi đạt 60%"],
    "Sản lượng cá đạt 900 tấn, tốc độ tăng bình quân 4 - 5%/năm.": [
        "Sản lượng cá đạt 900 tấn",
        "tốc độ tăng bình quân 4 - 5%/năm",
    ],
    "Phấn đấu hình thành 12 mô hình, 30 tổ hợp tác; thu hút 05 dự án.": [
        "hình thành 12 mô hình",
        "30 tổ hợp tác",
        "thu hút 05 dự án",
    ],
    "Kinh phí đạt 2% GRDP, trong đó kinh phí xã hội chiếm hơn 60%.": [
        "Kinh phí đạt 2% GRDP",
        "kinh phí xã hội chiếm hơn 60%",
    ],
    "Đến năm 2030, tỷ lệ che phủ đạt 41% (gồm cả rừng trồng).": ["tỷ lệ che phủ đạt 41%"],
}


@pytest.mark.parametrize("sentence", CUT)
def test_one_clause_a_figure(sentence: str) -> None:
    figures = list(quantities(sentence, 0, len(sentence)))
    spans = [trimmed(sentence, one) for one in clauses(sentence, Span(0, len(sentence)), figures)]
    assert [sentence[span.start : span.end] for span in spans] == CUT[sentence]


def test_the_later_of_two_figures_of_a_fall_is_the_one_to_reach() -> None:
    text = "Tỷ suất giảm từ 20 ca xuống 12 ca"
    (one,) = clauses(text, Span(0, len(text)), list(quantities(text, 0, len(text))))
    assert one.quantity.value == 12.0


def test_a_further_verb_ends_a_clause_of_an_order_only() -> None:
    text = "rút ngắn 30% thời gian giải quyết và công khai kết quả"
    (one,) = clauses(text, Span(0, len(text)), list(quantities(text, 0, len(text))))
    ends = [trimmed(text, one, order=order).end for order in (True, False)]
    assert text[: ends[0]] == "rút ngắn 30% thời gian giải quyết"
    assert text[: ends[1]] == text
