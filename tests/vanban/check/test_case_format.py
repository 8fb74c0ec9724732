"""The runner of case files can fail: on files that break the format, and on rules that break their cases."""

from __future__ import annotations

import pytest
from tests.vanban.check.case_format import MalformedCase, parse_cases, reported

from vanban.check.rules.figures.ratio_mismatch import RULE

_HEAD = "# SL001 ratio-mismatch\nMột câu.\n"


def _passage(verdict: str, text: str, options: str = "") -> str:
    return f"{_HEAD}## {verdict}: thử\n```text{options}\n{text}\n```\n"


@pytest.mark.parametrize(
    "text",
    [
        "SL001 ratio-mismatch\nMột câu.",
        "# SL001 ratio-mismatch\n\n",
        f"{_HEAD}## khác: thử\n```text\nMột.\n```",
        f"{_HEAD}## sai: thử\nMột.",
        f"{_HEAD}## sai: thử\n```text\n[[Một]].",
        _passage("sai", "Một."),
        _passage("đúng", "[[Một]]."),
        _passage("sai", "[[Một."),
        _passage("sai", "Một]] [[hai]]."),
        _passage("đúng", "Một.", " colour=red"),
        _passage("đúng", "Một.", " loud"),
    ],
)
def test_a_broken_file_is_refused(text: str) -> None:
    with pytest.raises(MalformedCase):
        parse_cases(text)


@pytest.mark.parametrize("options", ["", " nfd", " side=party", " kind=ke_hoach date=2026-05-15", " bare"])
def test_a_case_that_holds(options: str) -> None:
    (case,) = parse_cases(_passage("sai", "Tỷ lệ nữ chiếm [[40% (50/200)]]; nam đạt 75% (150/200).", options)).cases
    expected, found = reported(RULE, case)
    assert found == expected
    assert len(found) == 1


@pytest.mark.parametrize(
    ("verdict", "passage"),
    [
        ("sai", "Tỷ lệ nữ chiếm [[25% (50/200)]]."),
        ("sai", "Tỷ lệ nữ [[chiếm 40% (50/200)]]."),
        ("sai", "Chiếm [[40% (50/200)]]; đạt 75% (15/200)."),
        ("sai", "Chiếm [[40% (50/200)]] và [[đạt 75%]]."),
        ("đúng", "Tỷ lệ nữ chiếm 40% (50/200)."),
    ],
)
def test_a_case_that_does_not_hold_is_seen(verdict: str, passage: str) -> None:
    (case,) = parse_cases(_passage(verdict, passage)).cases
    expected, found = reported(RULE, case)
    assert found != expected


def test_the_same_text_at_another_place_does_not_count() -> None:
    (case,) = parse_cases(_passage("sai", "Nam 40% (80/200), nữ [[40% (80/200)]].")).cases
    expected, found = reported(RULE, case)
    assert found != expected
