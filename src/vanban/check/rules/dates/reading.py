"""What the rules about dates read once: printed dates, the deadlines of tasks, the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.subject import CheckedDocument
from vanban.results import Task
from vanban.structure.tree import Node
from vanban.text.dates import DatePhrase, match_date
from vanban.text.deadlines import Deadline, definite_deadlines

_GOES_ON = re.compile(r"[\d/]$")
_DATE_LIKE = re.compile(r"\d\s?[/.\-–]\s?\d|(?:tháng|năm)\s+\d|quý\s", re.I)
_MAY_BEGIN = re.compile(
    r"[NnTtQqSs\d](?<!\d\d)(?:(?<!\d)(?:[gG][àÀ]|[ăĂ][mM]|[ửỬ][aA]|[hH][áÁ]|[uU][ýÝ]|[áÁ][uU])|(?<=\d)(?:\d(?=[\s/.\-–])|[\s/.\-–]))"
)
"""The first characters of a date: a cheap first look, for most places in a text begin none."""


def printed_dates(document: CheckedDocument) -> tuple[DatePhrase, ...]:
    """Every date and period of the whole text, in order; pieces of longer numbers are none."""
    text, end = document.text, 0
    found: list[DatePhrase] = []
    for place in _MAY_BEGIN.finditer(text):
        at = place.start()
        phrase = match_date(text, at, len(text)) if at >= end else None
        if phrase:
            end = phrase.end
            if not _GOES_ON.search(text[max(0, at - 1) : at]):
                found.append(phrase)
    return tuple(found)


def nodes(document: CheckedDocument) -> tuple[Node, ...]:
    """The numbered and unnumbered paragraphs of every part, in reading order."""
    return tuple(node for part in document.structure.parts for node in part.root.walk())


def deadlines_of(document: CheckedDocument, task: Task) -> list[Deadline]:
    """The deadlines with a day that the words of ``task`` print, in reading order; bare periods are left out."""
    found = definite_deadlines(document.text, task.start, task.end, document.today)
    return sorted((one for one in found if one.value and not one.weak), key=lambda one: one.start)


def with_deadlines(document: CheckedDocument) -> tuple[tuple[Task, list[Deadline]], ...]:
    """Every task that prints two deadlines of its own or more."""
    tasks = (task for task in document.tasks if task.due and len(_DATE_LIKE.findall(task.text)) > 1)
    return tuple((task, found) for task in tasks if len(found := deadlines_of(document, task)) > 1)


def neighbours(document: CheckedDocument) -> Iterator[tuple[DatePhrase, DatePhrase, str]]:
    """Every two dates printed one after the other in one line of text, with the words between them."""
    known = document.once(printed_dates)
    for first, second in pairwise(known):
        between = document.text[first.end : second.start]
        if len(between) <= _FARTHEST and "\n" not in between:
            yield first, second, between


_FARTHEST = 40
