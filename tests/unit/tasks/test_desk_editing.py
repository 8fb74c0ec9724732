"""Where a task can be split, and which day a printed deadline ends on."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from sauro.tasks.models import Obligation
from sauro.tasks.web.desk_editing import _whole_words, last_day, split_pieces

TASK = "Rà soát hồ sơ, lập danh sách; báo cáo kết quả trước ngày 15/6/2026. Văn phòng đôn đốc thực hiện."


def test_pieces_end_at_sentences_and_semicolons_and_cover_the_text() -> None:
    pieces = split_pieces(TASK)
    assert [TASK[start:end] for start, end in pieces] == [
        "Rà soát hồ sơ, lập danh sách;",
        "báo cáo kết quả trước ngày 15/6/2026.",
        "Văn phòng đôn đốc thực hiện.",
    ]


def test_single_sentence_is_offered_its_commas() -> None:
    text = "Rà soát hồ sơ cán bộ, lập danh sách thừa thiếu và báo cáo."
    assert [text[start:end] for start, end in split_pieces(text)] == [
        "Rà soát hồ sơ cán bộ,",
        "lập danh sách thừa thiếu và báo cáo.",
    ]


@pytest.mark.parametrize("text", ["Lập kế hoạch.", "a; b; c", "Theo mục 1. Sở.", ""])
def test_what_is_too_short_is_left_whole(text: str) -> None:
    assert split_pieces(text) == [(0, len(text))]


def test_before_a_day_ends_on_the_day_before_unless_the_site_says_otherwise(settings: Settings) -> None:
    assert last_day("2026-06-15", exclusive=True) == "14/06/2026"
    assert last_day("2026-06-15", exclusive=False) == "15/06/2026"
    settings.BEFORE_IS_EXCLUSIVE = False
    assert last_day("2026-06-15", exclusive=True) == "15/06/2026"
    assert last_day("2026-06", exclusive=True) == ""


def test_passage_of_the_form_is_whole_words_around_the_task() -> None:
    text = "Một hai ba bốn. Việc phải làm. Năm sáu bảy."
    task = Obligation(start=text.index("Việc"), end=text.index(" Năm"))
    assert text[slice(*_whole_words(text, 5, len(text) - 3, task))] == "ba bốn. Việc phải làm. Năm sáu"
    assert text[slice(*_whole_words(text, task.start, task.end, task))] == "Việc phải làm."
    assert text[slice(*_whole_words(text, 0, len(text), task))] == text
