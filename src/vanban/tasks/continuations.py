"""Paragraphs that go on with the item above them, told from paragraphs that are items of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from vanban.structure.document import PartTree
from vanban.tasks.subject import find_subject
from vanban.tasks.units import Role, Unit
from vanban.tasks.zones import is_never_task
from vanban.text.sentences import sentences
from vanban.text.tokens import Tokens

_GOES_ON = re.compile(
    r"(?:trên\s+cơ\s+sở\s+(?:đó|này)|hoàn\s+thành\s+(?:và\s+báo\s+cáo|trong|trước|chậm\s+nhất)|thời\s+(?:gian|hạn)\s+hoàn\s+thành)\b",
    re.I,
)
"""Openings that only make sense behind the sentence before."""
_CASE = re.compile(r"(?:khi|trường\s+hợp|nếu|việc|trong\s+đó|các\s+nội\s+dung)\s", re.I)
"""Openings that put a case of the sentence before, where every sentence has a line of its own."""
_FEWEST_LINES = 20
_FEW = 0.05


def has_a_sentence_a_line(part: PartTree) -> bool:
    """True for texts that were saved with one sentence a line: hardly any line holds two."""
    lines = [line for line in part.part.body if line.table is None]
    if len(lines) < _FEWEST_LINES:
        return False
    several = sum(1 for line in lines if next(_second(line.text), None))
    return several < _FEW * len(lines)


def _second(text: str) -> Iterator[bool]:
    for _, after in pairwise(sentences(text, 0, len(text))):
        yield after.end > after.start


def joined(units: Iterable[Unit], text: str, *, a_sentence_a_line: bool) -> Iterator[Unit]:
    """Units with the paragraphs that go on with them as part of their span."""
    before: Unit | None = None
    for unit in units:
        if before is not None and _continues(before, unit, text, a_sentence_a_line=a_sentence_a_line):
            before = replace(before, end=unit.end)
            continue
        if before is not None:
            yield before
        before = unit
    if before is not None:
        yield before


def _continues(before: Unit, unit: Unit, text: str, *, a_sentence_a_line: bool) -> bool:
    plain = unit.role is Role.ITEM and unit.node.line is not None and unit.node.line.marker is None
    if not plain or unit.node.children or before.role is not Role.ITEM or text[before.end : unit.start].strip():
        return False
    if _GOES_ON.match(text, unit.start, unit.end):
        return True
    above = before.node.line
    numbered = above is not None and above.marker is not None
    return (
        a_sentence_a_line and numbered and bool(_CASE.match(text, unit.start, unit.end)) and _names_nobody(text, unit)
    )


def _names_nobody(text: str, unit: Unit) -> bool:
    return not is_never_task(text[unit.start : unit.end]) and find_subject(Tokens(text, unit.start, unit.end)) is None
