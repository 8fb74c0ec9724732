"""Where a finding about the whole page stands, and the line of the issuing body."""

from __future__ import annotations

from vanban.check.subject import CheckedDocument
from vanban.structure import marks
from vanban.structure.lines import Line
from vanban.types import Span


def first_place(document: CheckedDocument) -> Span:
    """The first line of the document: what is wrong with every page is said there once."""
    part = document.structure.main.part
    line = next(iter((*part.head, *part.body, *part.foot)), None)
    return Span(line.start, line.end) if line else Span(0, 0)


def issuer_line(document: CheckedDocument) -> Line | None:
    """The last line in capitals above number and title that is neither national name nor title."""
    return document.once(_issuer_line)


def _issuer_line(document: CheckedDocument) -> Line | None:
    found: Line | None = None
    for line in document.structure.main.part.head:
        if marks.NUMBER_LINE.search(line.text) or marks.BARE_NUMBER_LINE.match(line.text):
            return found
        others = (marks.NATIONAL_NAME, marks.MOTTO, marks.PARTY_NAME, marks.URGENCY)
        if marks.is_capitals(line.text) and not any(pattern.search(line.text) for pattern in others):
            found = line
    return None
