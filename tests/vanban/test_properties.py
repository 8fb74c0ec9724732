"""What holds for every text: nothing is raised, and every span is where it says."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vanban.building import LETTERHEAD

from vanban import api
from vanban.results import Extraction
from vanban.types import Block, BlockKind, ReadDocument

PIECES = (
    "Giao Sở Y tế", "rà soát", "báo cáo", "Ủy ban nhân dân các xã", "trước ngày 31/02/2026",
    "trong tháng 13/2026", "I.", "1.", "a)", "-", "Kính gửi:", "Nơi nhận:", "KT. CHỦ TỊCH", "PHỤ LỤC",
    "KẾ HOẠCH", "Số:", "12/KH-UBND", "(50/0)", "7%", "phối hợp với", "và", ",", ";", ":", ".", "“", "\n",
    "\n\n", "các", "Mục tiêu", "100% hộ dân", "trừ", "ngày tháng năm", "Điều 1.", "quý IX", "hằng tháng",
    "Nguyễn Văn Mẫu", "\t", "…", "TỔ CHỨC THỰC HIỆN", "MẪU",
)  # fmt: skip
VIETNAMESE = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
ANYTHING = st.text(max_size=300)


def as_document(text: str) -> ReadDocument:
    """Any text as a reader would hand it over: NFC, one block a line."""
    normal = unicodedata.normalize("NFC", text)
    blocks = []
    at = 0
    for line in normal.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    return ReadDocument(normal, tuple(blocks), "plain", "test/1")


def spans(found: Extraction) -> list[tuple[str, int, int]]:
    """Every (text, start, end) of a result."""
    collected: list[tuple[str, int, int]] = []
    for task in found.tasks:
        passages = (task.measures, task.responsibility, task.condition, task.product, task.submit_to, task.resources)
        collected.append((task.text, task.start, task.end))
        collected.extend((one.text, one.start, one.end) for one in passages if one)
        collected.extend((one.text, one.start, one.end) for one in task.actors)
        if task.due:
            collected.append((task.due.text, task.due.start, task.due.end))
    for part in (*found.targets, *found.findings, *found.document.references):
        collected.append((part.text, part.start, part.end))
    return collected


def assert_sound(found: Extraction) -> None:
    for text, start, end in spans(found):
        assert found.text[start:end] == text
        assert 0 <= start <= end <= len(found.text)
    json.dumps(found.to_dict(), ensure_ascii=False)


@settings(max_examples=150, deadline=None)
@given(VIETNAMESE)
def test_pieces_of_directives_in_any_order(text: str) -> None:
    assert_sound(api.extract(as_document(f"{LETTERHEAD}\n{text}")))


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_arbitrary_text(text: str) -> None:
    assert_sound(api.extract(as_document(text)))
