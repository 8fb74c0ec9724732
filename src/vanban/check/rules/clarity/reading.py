"""What the rules about the six clears read once: the tasks that can be held to them, and what each leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.check.rule import Rule, Seen
from vanban.check.subject import CheckedDocument
from vanban.results import Element, Finding, Mark, Task
from vanban.types import Span

MOST = 3
"""More findings of one kind than a person reads one by one."""
_SHOWN = 80


def accountable(document: CheckedDocument) -> tuple[Task, ...]:
    """The tasks that deliver something; standing exhortations are not held to the six clears."""
    return tuple(task for task in document.tasks if not task.standing)


def lacking(document: CheckedDocument, element: Element) -> list[Task]:
    """The accountable tasks that leave ``element`` open; none when the site's wording does not ask for it."""
    if not document.wording.asks_for(element):
        return []
    return [task for task, marks in document.once(_marks) if marks[element] is Mark.NOT_STATED]


def _marks(document: CheckedDocument) -> list[tuple[Task, dict[Element, Mark]]]:
    """The accountable tasks with the mark of each of the six clears."""
    return [
        (task, {element: clear.mark for element, clear in task.clears.items()}) for task in document.once(accountable)
    ]


def seen_tasks(document: CheckedDocument) -> Seen:
    """How many tasks there are, and how many can be held to the six clears."""
    return Seen("nhiệm vụ", len(document.tasks), len(document.once(accountable)))


def opening(document: CheckedDocument, task: Task) -> Span:
    """The first words of a task, enough to find it by."""
    text = document.text
    limit = min(task.end, task.start + _SHOWN)
    stop = text.find("\n", task.start, limit)
    if stop < 0:
        stop = limit if limit == task.end else max(text.rfind(" ", task.start, limit), task.start + 1)
    while stop > task.start + 1 and text[stop - 1] in " ,;:./":
        stop -= 1
    return Span(task.start, stop)


def each_or_one(
    rule: Rule, document: CheckedDocument, tasks: Sequence[Task], what: str, advice: str
) -> Iterator[Finding]:
    """A finding at each task, or one at the first when they are many or all: nobody reads fifty equal remarks."""
    total = len(document.once(accountable))
    if len(tasks) <= MOST and not 1 < len(tasks) == total:
        for task in tasks:
            yield rule.at(document, *opening(document, task), f"Nhiệm vụ {what}; {advice}.")
        return
    message = f"{len(tasks)}/{total} nhiệm vụ của văn bản {what}, bắt đầu từ đây; {advice}."
    yield rule.at(document, *opening(document, tasks[0]), message)
