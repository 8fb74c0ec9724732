"""Dates of citations against the store."""

from __future__ import annotations

import pytest
from tests.vanban.check.stores import found_with, texts_with

from vanban.check.rules.citations.differs_from_store import RULE


@pytest.mark.parametrize("printed", ["ngày 01/10/2026", "ngày 10/01/2025"])
def test_another_day_of_the_year_or_another_year_of_the_day(printed: str) -> None:
    (finding,) = found_with(RULE, f"Thực hiện Kế hoạch số 12/KH-UBND {printed}, các sở rà soát.")
    assert finding.text == f"Kế hoạch số 12/KH-UBND {printed}"
    assert [one.value for one in finding.candidates] == ["10/01/2026"]


@pytest.mark.parametrize(
    "body",
    [
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2026, các sở rà soát.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/02/2024, các sở rà soát.",
        "Thực hiện Kế hoạch số 12/KH-UBND, các sở rà soát.",
    ],
)
def test_the_stored_day_another_years_number_and_no_day_are_left(body: str) -> None:
    assert texts_with(RULE, body) == []
