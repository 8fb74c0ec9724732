"""Where the predicate of an order begins."""

from __future__ import annotations

import pytest

from vanban.tasks.predicates import does_by_a_day, next_boundary, skip_connectives, starts_predicate
from vanban.text.tokens import Tokens


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rà soát thuốc", True),
        ("khẩn trương, kịp thời rà soát thuốc", True),
        ("có trách nhiệm gom củi", True),
        ("phải giữ sạch kho", True),
        ("thuốc men đủ dùng", False),
    ],
)
def test_directive_verbs_behind_adverbs(words: str, expected: bool) -> None:
    assert starts_predicate(Tokens(words), 0) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dựng rào chắn tại bến, xong trước ngày 30/6", True),
        ("dựng rào chắn tại bến", False),
        ("đã dựng rào chắn, xong trước ngày 30/6", False),
        ("Dựng rào chắn, xong trước ngày 30/6", False),
        ("dựng rào; xong trước ngày 30/6", False),
    ],
)
def test_any_verb_with_a_day(words: str, expected: bool) -> None:
    assert does_by_a_day(Tokens(words), 0) is expected


def test_connectives_and_boundaries() -> None:
    tokens = Tokens("Đồng thời, rà soát (kho, quầy) thuốc: lập danh sách")
    assert tokens.words[skip_connectives(tokens, 0)] == "rà"
    assert tokens.words[next_boundary(tokens, 3)] == "lập"
