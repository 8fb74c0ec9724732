"""The public names of ``vanban``: read a document, extract what it orders, check it for defects."""

from __future__ import annotations

from vanban.check.runner import check_document
from vanban.check.subject import CheckedDocument
from vanban.readers import read
from vanban.results import Extraction, Finding
from vanban.structure.document import read_structure
from vanban.structure.header import document_date, read_header
from vanban.targets.extract import extract_targets
from vanban.tasks.extract import extract_tasks
from vanban.tasks.recognised import doubt_recognised
from vanban.text.working_days import WorkingCalendar
from vanban.types import ReadDocument

__all__ = ["WorkingCalendar", "check", "extract", "read", "understand"]


def extract(document: ReadDocument, *, calendar: WorkingCalendar | None = None) -> Extraction:
    """Return the header, tasks, targets and findings of ``document``. Never raises on any text.

    ``calendar`` gives deadlines in working days a value; without one they are events without a value.
    """
    known = understand(document, calendar=calendar)
    return Extraction(
        text=document.text,
        document=known.header,
        tasks=known.tasks,
        targets=known.targets,
        findings=check_document(known).findings,
    )


def understand(document: ReadDocument, *, calendar: WorkingCalendar | None = None) -> CheckedDocument:
    """Return everything that is understood of ``document``, as the rules get to see it."""
    structure = read_structure(document)
    header = read_header(structure)
    today = document_date(structure)
    tasks = doubt_recognised(extract_tasks(structure, today=today, kind=header.kind, calendar=calendar), document)
    return CheckedDocument(structure, header, tasks, extract_targets(structure), today)


def check(document: ReadDocument) -> tuple[Finding, ...]:
    """Return the findings of ``document`` in document order."""
    return extract(document).findings
