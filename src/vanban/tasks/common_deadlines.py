"""Deadlines stated once for many tasks: by a heading or lead-in for what lies below it, or for all that stands above.

Only a definite deadline is handed down, only to tasks that have none of their own, and never to exhortations or to
work that comes back. The task names the place its deadline comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, takewhile

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
_NUMBERED_ABOVE = re.compile(
    r"(?:các|những)\s+(?:[\w,]+\s+){1,5}?(?:đã\s+)?nêu\s+(?:tại|ở)\s+(?:các\s+)?(?:mục|điểm|khoản)\s+(?P<numbers>\d+(?:\s*(?:,|và|-|đến)\s*\d+)*)",
    re.I,
)
_FINISHED = re.compile(r"\b(?:hoàn\s+thành|thực\s+hiện|triển\s+khai|xong|gửi|trình|báo\s+cáo)\b", re.I)
_LONGEST_HEADING = 220


@dataclass(frozen=True, slots=True)
class _Common:
    """A deadline with the stretch of text whose tasks it governs and the place that states it."""

    due: Due
    first: int
    last: int
    place: Span
    sections: frozenset[str] = frozenset()
    """The numbers of the items it is stated for; empty when it holds for the whole stretch."""


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
        governing = next((one for one in reversed(opened) if _holds_for(one, task)), None)
        lacks = governing is not None and _lacks_deadline(task)
        yield replace(task, due=replace(governing.due, inherited_from=governing.place)) if governing and lacks else task


def _holds_for(common: _Common, task: Task) -> bool:
    return not common.sections or task.section.split(".")[-1] in common.sections


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
                own = _until_handed_on(node.children)
                if own:
                    yield _Common(due_of(text, found, today), line.end, end_of(own[-1]), place)
        elif _ALL_ABOVE.search(line.text) or _NUMBERED_ABOVE.search(line.text):
            yield from _for_all_above(text, line.body, line.end, first, today=today, calendar=calendar)

    for parent in (part.root, *nodes):
        for at, node in enumerate(parent.children):
            if not node.children and _is_open_lead_in(node):
                yield from _for_those_that_follow(text, parent, at, today=today, calendar=calendar)


def _is_open_lead_in(node: Node) -> bool:
    """A paragraph that ends with a colon: its list follows it as siblings."""
    line = node.line
    return line is not None and line.marker is None and not node.is_title and line.text.endswith(":")


def _for_those_that_follow(
    text: str, parent: Node, at: int, *, today: date | None, calendar: WorkingCalendar | None
) -> Iterator[_Common]:
    """ "đề nghị các sở thực hiện các nội dung sau, gửi kết quả trước ngày …:" holds for the items that follow."""
    line = parent.children[at].line
    if line is None or not _COMPLETION.search(line.text[-_TAIL:]):
        return
    found = _definite(text, max(line.body, line.end - _TAIL), line.end, today, calendar)
    if found is None or text[found.end : line.end].strip(" :)"):
        return
    items = list(
        takewhile(
            lambda node: node.line is not None and node.line.marker is not None and not node.is_title,
            islice(parent.children, at + 1, None),
        )
    )
    if items:
        last = end_of(_until_handed_on(items)[-1])
        yield _Common(due_of(text, found, today), line.end, last, Span(line.start, line.end))


def _until_handed_on(items: list[Node]) -> list[Node]:
    """The items up to one that hands work to somebody else ("Giao …"), in a list whose first items do not."""
    if not items or _HANDS_ON.match(items[0].text):
        return items
    return list(takewhile(lambda node: not _HANDS_ON.match(node.text), items))


_HANDS_ON = re.compile(r"\W*giao\s", re.I)


_TAIL = 90


def _announces(node: Node) -> bool:
    """A heading or lead-in; a sentence that is finished orders on its own."""
    return len(node.text) <= _LONGEST_HEADING and not node.text.rstrip().endswith((".", ";"))


def _for_all_above(
    text: str, start: int, end: int, first: int, *, today: date | None, calendar: WorkingCalendar | None
) -> Iterator[_Common]:
    """ "Các nhiệm vụ nêu trên hoàn thành trước ngày …" in a sentence of its own."""
    for span in sentences(text, start, end):
        numbered = _NUMBERED_ABOVE.search(text, *span)
        if not ((numbered or _ALL_ABOVE.search(text, *span)) and _FINISHED.search(text, *span)):
            continue
        found = _definite(text, span.start, span.end, today, calendar)
        if found:
            sections = frozenset(re.findall(r"\d+", numbered.group("numbers"))) if numbered else frozenset()
            yield _Common(due_of(text, found, today), first, span.start, span, sections)


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
