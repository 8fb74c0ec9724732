"""Names of ethnic groups, as people and other tables write them."""

from __future__ import annotations

import unicodedata

import pytest

from sauro.workforce.ethnic_groups import LABELS, NAMES, group_named


def test_no_two_groups_share_a_key() -> None:
    assert len(LABELS) == len(NAMES) == 54


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kinh", "Kinh"), ("dân tộc KHMER", "Khmer"), ("Khơ-me", "Khmer"), ("người H'Mông", "Mông"), ("K'Ho", "Cơ Ho"),
        ("Bru Vân Kiều", "Bru-Vân Kiều"), ("Vân Kiều", "Bru-Vân Kiều"), ("Giẻ Triêng", "Gié Triêng"),
        ("M'Nông", "Mnông"), ("Cao Lan", "Sán Chay"), ("Sao Hỏa", None), ("", None),
    ],
)  # fmt: skip
def test_other_spellings_mean_the_group(text: str, name: str | None) -> None:
    assert group_named(text) == name
    assert group_named(unicodedata.normalize("NFD", text)) == name
