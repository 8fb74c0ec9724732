"""How sure a task is: reasons for doubt are counted, and a table says how often tasks with so much doubt were right.

Right means that the stretch of text is a task and that its leads are the right ones. Each reason has points, set by
hand; the more points, the less sure. The table (``lexicon/chances.py``) is fitted on the repository's samples by
``tools/fit_confidence.py``, never rises with the points and can be read and checked by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.results import Task
from vanban.tasks.lexicon.chances import CHANCES

RULES = {
    "explicit-order": 0, "labelled-lines": 0, "table-row": 0, "item": 0, "closing-formula": 0, "split-other-lead": 0,
    "split-conditional-report": 1, "split-restated-lead": 1, "split-listed": 0, "closing-order": 1, "label-order": 1,
    "split-restated-partners": 2, "split-own-delivery": 2, "lead-in-clauses": 1, "lead-in-obliges": 3,
    "lead-in-order": 3, "item-of-body": 2, "opening-order": 3,
}  # fmt: skip
"""Points for the rule that made the task; a rule that guesses more has more."""
UNLISTED_RULE = 3
SOURCES = {"explicit": 0, "heading": 0, "lead-in": 1, "context": 1, "addressees": 2, "blank": 2, None: 4}
"""Points for where the leads come from: the further away, the more."""
UNKNOWN_KIND = 1
ODD_NAME = 2
MANY_LEADS = 1
NAMELESS_BODY = 1
CUT_TEXT = 2
SHORT_TEXT = 2
TELLS = 2

_MANY = 8
_LONG_NAME = 18
_SHORT = 25
_VERBS = (
    "chủ trì", "phối hợp với", "hướng dẫn", "tổ chức thực", "triển khai", "báo cáo", "tăng cường", "đẩy mạnh",
    "phải ", "cần ",
)  # fmt: skip
"""Verbs that a name of a body holds only when it was read too far."""
_BROKEN_NAME = re.compile(
    r"[\d;]|(?<!tỉnh)(?<!thành phố)(?<!Trung ương)(?<!Trường):|"
    r"\b(?:và|của|các|những|về|với|theo|tại|trong|số|thì|để|do)$",
    re.I,
)
_NAMELESS = re.compile(
    r"(?:Các )?(?:cơ quan|đơn vị|địa phương)|Các (?:ngành|cấp|sở|trường)|Doanh nghiệp|Cấp \S+|Bộ|Sở|Ban|Thường trực|"
    r"Tập thể \S+|Mỗi .*",
    re.I,
)
_TOLD = re.compile(r"\b(?:đã|đang)\s+(?:được\s+)?\w+|(?:^|\s)là\s+(?:cơ sở|điều kiện|nền tảng|một trong)", re.I)
_OPENING = 90


def confidence_of(task: Task, kind: str | None) -> float:
    """A value from 0 to 1: the share of such tasks that are right. ``kind`` is the document's, None when not known."""
    points = sum(points for _, points in reasons_for_doubt(task, kind))
    return CHANCES[min(points, len(CHANCES) - 1)]


def reasons_for_doubt(task: Task, kind: str | None) -> Iterator[tuple[str, int]]:
    """The reasons and their points, for the desk and for the fit."""
    yield f"rule {task.why}", RULES.get(task.why, UNLISTED_RULE)
    yield f"leads from {task.lead_source}", SOURCES.get(task.lead_source, UNLISTED_RULE)
    if kind is None:
        yield "kind of document unknown", UNKNOWN_KIND
    if any(_is_odd(name) for name in task.leads):
        yield "a name of a body reads oddly", ODD_NAME
    if any(_NAMELESS.fullmatch(name) for name in task.leads):
        yield "a body without a name", NAMELESS_BODY
    if len(task.leads) > _MANY:
        yield "very many leads", MANY_LEADS
    if len(task.text) < _SHORT:
        yield "hardly any text", SHORT_TEXT
    if task.text[:1].islower() and task.why not in _OPENS_SMALL:
        yield "begins in mid-sentence", CUT_TEXT
    if task.why not in _TABULAR and _TOLD.search(task.text[:_OPENING]) and task.lead_source != "explicit":
        yield "tells what has been", TELLS


_TABULAR = frozenset({"table-row", "labelled-lines"})
_OPENS_SMALL = frozenset({"closing-formula", "closing-order", "lead-in-clauses", "labelled-lines"})


def _is_odd(name: str) -> bool:
    bare = re.sub(r"được (?:giao|phân công) chủ trì", "", name)
    words = bare.split()
    lower = bare.lower()
    return len(words) > _LONG_NAME or any(verb in lower for verb in _VERBS) or bool(_BROKEN_NAME.search(bare))
