"""Numbers of a series that the store keeps completely."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document
from tests.vanban.check.stores import found_with, texts_with

from vanban import api
from vanban.check.report import Outcome
from vanban.check.rules.citations.not_in_store import RULE
from vanban.check.runner import check_document


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        (
            "Thực hiện Kế hoạch số 912/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh, các sở rà soát.",
            ["912/KH-UBND"],
        ),
        ("Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh, các sở rà soát.", []),
        ("Thực hiện Kế hoạch số 012/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh, các sở rà soát.", []),
        ("Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ, các sở rà soát.", []),
        ("Các sở rà soát.", []),
    ],
)
def test_only_numbers_of_a_complete_series_can_be_missing(body: str, reported: list[str]) -> None:
    assert texts_with(RULE, body) == reported


def test_a_decomposed_symbol_is_the_same_symbol() -> None:
    body = "Thực hiện Quyết định số 912/QĐ-UBND và Kế hoạch số 913/KH-UBND, các sở rà soát."
    assert [one.text for one in found_with(RULE, body, decomposed=True)] == ["913/KH-UBND"]


def test_without_a_store_the_rule_is_not_passed() -> None:
    known = api.understand(document(f"{LETTERHEAD}\nThực hiện Kế hoạch số 912/KH-UBND.\n\n{FOOT}"))
    assert check_document(known, rules=[RULE]).outcomes[0].outcome is Outcome.NOT_CHECKABLE
