"""Where things stand in a checked document: bodies, data tables."""

from __future__ import annotations

from bisect import bisect_right

from vanban.check.subject import CheckedDocument
from vanban.types import Span


def body_spans(document: CheckedDocument) -> tuple[Span, ...]:
    """The paragraphs and tables of every part, and the footnotes; heads and feet are left out."""
    lines = [line for part in document.structure.parts for line in part.part.body]
    return tuple(Span(line.start, line.end) for line in (*lines, *document.structure.footnotes))


def data_tables(document: CheckedDocument) -> tuple[Span, ...]:
    """The data tables of every part, in order."""
    lines = (line for part in document.structure.parts for line in part.part.body)
    return tuple(Span(line.start, line.end) for line in lines if line.table is not None)


def is_in_table(document: CheckedDocument, at: int) -> bool:
    """True when the character at ``at`` stands in a data table."""
    tables = document.once(data_tables)
    last = bisect_right(tables, at, key=lambda span: span.start) - 1
    return last >= 0 and at < tables[last].end
