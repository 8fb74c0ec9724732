"""Points of doubt and the table that makes confidences of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from vanban.results import Task
from vanban.tasks.confidence import RULES, SOURCES, confidence_of, reasons_for_doubt
from vanban.tasks.lexicon.chances import CHANCES

PLAIN = Task(
    section="1", text="Sở Y tế rà soát thuốc dự trữ của các trạm.", start=0, end=42, leads=("Sở Y tế",),
    lead_source="explicit", coordinators=(), actors=(), why="explicit-order",
)  # fmt: skip


def doubts(task: Task, kind: str | None = "ke_hoach") -> dict[str, int]:
    return {reason: points for reason, points in reasons_for_doubt(task, kind) if points}


def test_the_table_never_rises_with_doubt() -> None:
    assert all(first >= second for first, second in pairwise(CHANCES))
    assert 0 < CHANCES[-1] <= CHANCES[0] < 1


def test_a_plain_order_leaves_no_doubt() -> None:
    assert doubts(PLAIN) == {}
    assert confidence_of(PLAIN, "ke_hoach") == CHANCES[0]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"why": "lead-in-order"}, "rule lead-in-order"),
        ({"lead_source": "addressees"}, "leads from addressees"),
        ({"leads": ("Sở Y tế phối hợp với Công an",)}, "a name of a body reads oddly"),
        ({"leads": ("Các cơ quan",)}, "a body without a name"),
        ({"leads": tuple(f"UBND xã Mẫu {chr(65 + number)}" for number in range(9))}, "very many leads"),
        ({"text": "Rà soát."}, "hardly any text"),
        ({"text": "sát các trạm y tế và báo cáo kết quả kiểm tra."}, "begins in mid-sentence"),
        ({"lead_source": "heading", "text": "Thuốc dự trữ đã được các trạm y tế rà soát."}, "tells what has been"),
    ],
)
def test_reasons_for_doubt(change: dict[str, object], reason: str) -> None:
    doubted = replace(PLAIN, **change)  # type: ignore[arg-type]  # the fields have different types
    assert reason in doubts(doubted)
    assert confidence_of(doubted, "ke_hoach") < CHANCES[0]


def test_a_document_of_unknown_kind_is_doubted() -> None:
    assert doubts(PLAIN, None) == {"kind of document unknown": 1}


def test_places_behind_a_colon_are_part_of_a_name() -> None:
    assert doubts(replace(PLAIN, leads=("Chủ tịch UBND các tỉnh: Lạc Giang, Hòn Mẫu",))) == {}


def test_much_doubt_ends_at_the_last_chance() -> None:
    doubted = replace(PLAIN, leads=("các",), lead_source=None, why="unheard-of", text="sát.")
    assert confidence_of(doubted, None) == CHANCES[-1]


def test_no_rule_takes_doubt_away() -> None:
    assert min(RULES.values()) == min(SOURCES.values()) == 0
