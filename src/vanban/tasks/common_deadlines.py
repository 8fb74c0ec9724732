"""Deadlines stated once for many tasks: by a heading or lead-in for what lies below it, or for all that stands above.

Only a definite deadline is handed down, only to tasks that have none of their own, and never to exhortations or to
work that comes back. The task names the place its deadline comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from vanban.results import Due, Task
from vanban.structure.document import PartTree, Structure
from vanban.structure.tree import Node
from vanban.tasks.due import due_of
from vanban.text.deadlines import Deadline, definite_deadlines
from vanban.text.sentences import sentences
from vanban.text.working_days import WorkingCalendar
from vanban.types import Span

_COMPLETION = re.compile(r"\b(?:hoàn\s+thành|xong|dứt\s+điểm|chậm\s+nhất|muộn\s+nhất|trước|thời\s+hạn|hạn)\b", re.I)
_ALL_ABOVE = re.compile(
    r"(?:các|những|toàn\s+bộ)\s+(?:\w+\s+){0,3}?(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|phần\s+việc|việc|yêu\s+cầu)"
    r"(?:\s*,\s*\w+\s+\w+)?\s+(?:được\s+)?(?:nêu\s+)?(?:ở\s+|tại\s+)?(?:trên|nêu)\b",
    re.I,
)
_FINISHED = re.compile(r"\b(?:hoàn\s+thành|thực\s+hiện|triển\s+khai|xong)\b", re.I)
_LONGEST_HEADING = 220


@dataclass(frozen=True, slots=True)
class _Common:
    """A deadline with the stretch of text whose tasks it governs and the place that states it."""

    due: Due
    first: int
    last: int
    place: Span


def with_common_deadlines(
    tasks: tuple[Task, ...], structure: Structure, *, today: date | None, calendar: WorkingCalendar | None = None
) -> tuple[Task, ...]:
    """The tasks, those without a deadline of their own with the one that plainly governs them."""
    common = [
        one for part in structure.parts for one in _stated_in(structure.text, part, today=today, calendar=calendar)
    ]
    return tuple(_governed(tasks, common)) if common else tasks


def _governed(tasks: tuple[Task, ...], common: list[_Common]) -> Iterator[Task]:
    """Walk over the tasks with the stretches that are open; the one opened last counts."""
    waiting = sorted(common, key=lambda one: (one.first, -one.last), reverse=True)
    opened: list[_Common] = []
    for task in tasks:
        while waiting and waiting[-1].first <= task.start:
            opened.append(waiting.pop())
        while opened and opened[-1].last <= task.start:
            opened.pop()
        yield (
            replace(task, due=replace(opened[-1].due, inherited_from=opened[-1].place))
            if (opened and _lacks_deadline(task))
            else task
        )


def _lacks_deadline(task: Task) -> bool:
    has_own = task.due is not None and bool(task.due.value or task.due.readings)
    return not (has_own or task.standing or task.recurrence)


def _stated_in(text: str, part: PartTree, *, today: date | None, calendar: WorkingCalendar | None) -> Iterator[_Common]:
    nodes = list(part.root.walk())
    first = nodes[0].line.start if nodes and nodes[0].line else 0
    for node in nodes:
        line = node.line
        if line is None or line.table is not None:
            continue
        if node.children and _announces(node):
            found = _definite(text, line.body, line.end, today, calendar)
            if found:
                place = Span(line.start, line.end)
                yield _Common(due_of(text, found, today), line.end, end_of(node), place)
        elif _ALL_ABOVE.search(line.text):
            yield from _for_all_above(text, line.body, line.end, first, today=today, calendar=calendar)


def _announces(node: Node) -> bool:
    """A heading or lead-in; a sentence that is finished orders on its own."""
    return len(node.text) <= _LONGEST_HEADING and not node.text.rstrip().endswith((".", ";"))


def _for_all_above(
    text: str, start: int, end: int, first: int, *, today: date | None, calendar: WorkingCalendar | None
) -> Iterator[_Common]:
    """ "Các nhiệm vụ nêu trên hoàn thành trước ngày …" in a sentence of its own."""
    for span in sentences(text, start, end):
        if not (_ALL_ABOVE.search(text, *span) and _FINISHED.search(text, *span)):
            continue
        found = _definite(text, span.start, span.end, today, calendar)
        if found:
            yield _Common(due_of(text, found, today), first, span.start, span)


def _definite(text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None) -> Deadline | None:
    """The first deadline with a word of completion; bare periods and years of goals are none."""
    for found in definite_deadlines(text, start, end, today, calendar):
        near = text[max(start, found.start - 30) : found.end]
        if (found.value or found.readings) and found.kind != "year" and _COMPLETION.search(near):
            return found
    return None


def end_of(node: Node) -> int:
    """Offset after the last line below a node, or after the node itself."""
    last = node
    while last.children:
        last = last.children[-1]
    return last.line.end if last.line else 0
