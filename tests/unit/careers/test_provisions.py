"""Where rules are laid down: every condition names it, and an amended article counts in its latest words."""

from __future__ import annotations

import datetime as dt

import pytest

from sauro.careers.enums import Condition, MoveKind, PlanningRule
from sauro.careers.rules.moves import MoveFacts, findings
from sauro.careers.rules.provisions import MOVES, PLANNING_RULES, cited

BEFORE, AFTER = dt.date(2026, 7, 31), dt.date(2026, 8, 1)


def test_every_condition_and_rule_names_where_it_is_laid_down() -> None:
    assert set(MOVES) == set(Condition) and set(PLANNING_RULES) == set(PlanningRule)
    assert all(cited(one, AFTER) for one in (*MOVES.values(), *PLANNING_RULES.values()))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (BEFORE, "Điều 26 NĐ 170/2025/NĐ-CP"),
        (AFTER, "khoản 2 Điều 26 NĐ 170/2025/NĐ-CP (sửa đổi bởi NĐ 300/2026/NĐ-CP)"),
    ],
)
def test_an_article_is_cited_in_the_words_in_force(day: dt.date, words: str) -> None:
    assert cited(MOVES[Condition.SECONDMENT_LENGTH], day) == words


def test_the_cases_in_which_nobody_is_moved_stand_elsewhere_for_a_secondment() -> None:
    def barred(kind: MoveKind) -> str:
        return findings(MoveFacts(kind, AFTER))[0].source

    assert barred(MoveKind.TRANSFER) == "khoản 2 Điều 38 Luật 80/2025/QH15; khoản 5 Điều 25 NĐ 170/2025/NĐ-CP"
    assert "khoản 6 Điều 26" in barred(MoveKind.SECONDMENT) and "Điều 25" not in barred(MoveKind.SECONDMENT)
