"""Tasks of scans: what was recognised in a picture is never as sure as what a file holds as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vanban.results import Task
from vanban.types import NoticeCode, ReadDocument, Span, UncertainSpan

MOST_FROM_A_PICTURE = 0.85
"""Below the confidence from which tasks may be accepted without looking: some wrong words look certain to Tesseract."""
MOST_FOR_A_DOUBTFUL_FIELD = 0.6
"""For tasks whose deadline or body holds an uncertain word: a person must compare them with the page."""


def doubt_recognised(tasks: tuple[Task, ...], document: ReadDocument) -> tuple[Task, ...]:
    """The tasks with no more confidence than their words allow; those of documents without pictures are unchanged."""
    if all(notice.code is not NoticeCode.RECOGNISED_TEXT for notice in document.notices):
        return tasks
    return tuple(replace(task, confidence=min(task.confidence, _most(task, document.uncertain))) for task in tasks)


def _most(task: Task, uncertain: Sequence[UncertainSpan]) -> float:
    fields = list(_decisive_fields(task))
    doubts = [word.confidence for word in uncertain if any(_overlap(word, field) for field in fields)]
    return min([MOST_FROM_A_PICTURE, *(min(doubt, MOST_FOR_A_DOUBTFUL_FIELD) for doubt in doubts)])


def _decisive_fields(task: Task) -> Iterator[Span]:
    """Where a mistake of one letter changes who must act or by when."""
    yield from (Span(actor.start, actor.end) for actor in task.actors)
    if task.due:
        yield Span(task.due.start, task.due.end)


def _overlap(word: UncertainSpan, field: Span) -> bool:
    return word.start < field.end and field.start < word.end
