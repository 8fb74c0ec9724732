"""Faults that many paragraphs of running text share are said once, at the first of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from vanban.check.rules.layout.reading.looks import body_paragraphs
from vanban.check.subject import CheckedDocument
from vanban.layout import LineRule, ParagraphLook

_SINGLE = 1.15
"""The height of a single line of Times New Roman, as a multiple of the size of its letters."""


class FirstWrong(NamedTuple):
    """The first wrong paragraph, with a message that counts them all."""

    start: int
    end: int
    message: str


def first_wrong(document: CheckedDocument, fault: Callable[[ParagraphLook], str | None]) -> FirstWrong | None:
    """The first paragraph of running text of which ``fault`` says something."""
    paragraphs = [paragraph for paragraph in body_paragraphs(document) if paragraph.runs]
    wrong = [(paragraph, said) for paragraph in paragraphs if (said := fault(paragraph))]
    if not wrong:
        return None
    paragraph, said = wrong[0]
    return FirstWrong(paragraph.start, paragraph.end, f"{said} ({len(wrong)}/{len(paragraphs)} đoạn).")


def lines_of(paragraph: ParagraphLook) -> float | None:
    """The line spacing in single lines; None when the paragraph only sets a least height."""
    shape = paragraph.shape
    if shape.line_rule is LineRule.LINES:
        return shape.spacing
    size = max((run.face.size or 0.0 for run in paragraph.runs), default=0.0)
    if shape.line_rule is LineRule.AT_LEAST or not size:
        return None
    return shape.spacing / (size * _SINGLE)
