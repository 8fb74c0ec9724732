"""Tasks of scans are doubted, the more so where a date or a body was hard to recognise."""

from dataclasses import replace

import pytest

from vanban import api
from vanban.types import Notice, NoticeCode, ReadDocument, UncertainSpan

TEXT = """Số: 12/CV-UBND
Kính gửi: Sở Nội vụ
1. Sở Nội vụ chủ trì rà soát hồ sơ cán bộ, báo cáo kết quả trước ngày 15 tháng 11 năm 2026."""
RECOGNISED = (Notice(NoticeCode.RECOGNISED_TEXT, "Nhận dạng từ ảnh."),)


@pytest.fixture
def typed() -> ReadDocument:
    return api.read(TEXT.encode())


def confidence_with(document: ReadDocument, word: str | None, confidence: float = 0.8) -> float:
    spans = ()
    if word:
        start = document.text.rindex(word)
        spans = (UncertainSpan(start, start + len(word), confidence),)
    return api.extract(replace(document, notices=RECOGNISED, uncertain=spans)).tasks[0].confidence


def test_typed_text_is_not_doubted(typed: ReadDocument) -> None:
    tasks = api.extract(typed).tasks
    assert len(tasks) == 1
    assert tasks[0].confidence > 0.85


def test_no_task_of_a_scan_is_sure_enough_to_be_accepted_unseen(typed: ReadDocument) -> None:
    assert confidence_with(typed, None) == 0.85
    assert confidence_with(typed, "hồ sơ") == 0.85


@pytest.mark.parametrize("word", ["15", "Nội"])
def test_a_doubtful_date_or_body_makes_the_task_one_to_look_at(typed: ReadDocument, word: str) -> None:
    assert confidence_with(typed, word) == 0.6
    assert confidence_with(typed, word, 0.3) == 0.3
