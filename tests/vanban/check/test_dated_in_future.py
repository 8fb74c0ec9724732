"""A document dated after the day of the check, which only the caller knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.report import Outcome
from vanban.check.rules.dates.dated_in_future import RULE
from vanban.check.runner import check_document

_LETTER = f"{LETTERHEAD}\n1. Sở Y tế rà soát thuốc.\n\n{FOOT}"


@pytest.mark.parametrize(
    ("checked_on", "reported"),
    [
        (date(2026, 3, 4), ["ngày 05 tháng 3 năm 2026"]),
        (date(2025, 12, 31), ["ngày 05 tháng 3 năm 2026"]),
        (date(2026, 3, 5), []),
        (date(2026, 6, 1), []),
    ],
)
def test_a_day_to_come_is_reported(checked_on: date, reported: list[str]) -> None:
    known = replace(api.understand(document(_LETTER)), checked_on=checked_on)
    assert [finding.text for finding in check_document(known, rules=[RULE]).findings] == reported


def test_without_a_day_of_the_check_nothing_is_said_to_have_passed() -> None:
    report = check_document(api.understand(document(_LETTER)), rules=[RULE])
    assert report.outcomes[0].outcome is Outcome.NOT_CHECKABLE
