"""The public names of ``vanban``: read a document, extract what it orders, check it for defects, compose one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vanban.check.competence import CompetenceCatalogue
from vanban.check.report import CheckReport
from vanban.check.runner import check_document
from vanban.check.settings import DEFAULT_SETTINGS, Settings
from vanban.check.store import DocumentStore
from vanban.check.subject import CheckedDocument
from vanban.check.wording import DEFAULT_WORDING, Wording
from vanban.compose.model import Content
from vanban.readers import read
from vanban.results import Extraction, Finding
from vanban.structure.document import read_structure
from vanban.structure.header import document_date, read_header
from vanban.targets.extract import extract_targets
from vanban.tasks.extract import extract_tasks
from vanban.tasks.recognised import doubt_recognised
from vanban.text.working_days import WorkingCalendar
from vanban.types import ReadDocument

if TYPE_CHECKING:
    from vanban.compose.pdf.press import Press

__all__ = [
    "CheckReport",
    "Content",
    "Settings",
    "WorkingCalendar",
    "check",
    "check_report",
    "compose_docx",
    "compose_html",
    "compose_pdf",
    "extract",
    "read",
    "understand",
]


def extract(
    document: ReadDocument, *, calendar: WorkingCalendar | None = None, settings: Settings = DEFAULT_SETTINGS
) -> Extraction:
    """Return the header, tasks, targets and findings of ``document``. Never raises on any text.

    ``calendar`` gives deadlines in working days a value; without one they are events without a value. ``settings``
    choose the rules.
    """
    known = understand(document, calendar=calendar)
    return Extraction(
        text=document.text,
        document=known.header,
        tasks=known.tasks,
        targets=known.targets,
        findings=check_document(known, settings=settings).findings,
    )


def understand(
    document: ReadDocument,
    *,
    calendar: WorkingCalendar | None = None,
    store: DocumentStore | None = None,
    catalogue: CompetenceCatalogue | None = None,
    checked_on: date | None = None,
    wording: Wording = DEFAULT_WORDING,
) -> CheckedDocument:
    """Return everything that is understood of ``document``, as the rules get to see it.

    ``store`` and ``catalogue`` answer for the person who checks; ``checked_on`` is the day of the check.
    """
    structure = read_structure(document)
    header = read_header(structure)
    today = document_date(structure)
    tasks = doubt_recognised(extract_tasks(structure, today=today, kind=header.kind, calendar=calendar), document)
    targets = extract_targets(structure)
    return CheckedDocument(structure, header, tasks, targets, today, store, catalogue, checked_on, wording)


def check(document: ReadDocument, *, settings: Settings = DEFAULT_SETTINGS) -> tuple[Finding, ...]:
    """Return the findings of ``document`` in document order."""
    return check_report(document, settings=settings).findings


def check_report(
    document: ReadDocument,
    *,
    settings: Settings = DEFAULT_SETTINGS,
    file: str = "",
    store: DocumentStore | None = None,
    catalogue: CompetenceCatalogue | None = None,
    checked_on: date | None = None,
    wording: Wording = DEFAULT_WORDING,
) -> CheckReport:
    """Return the findings of ``document`` and what became of every rule. Never raises on any text.

    ``settings`` choose the rules and name the exceptions; ``file`` is the name that exceptions for files are held
    against. ``store``, ``catalogue``, ``checked_on`` and ``wording`` are those of :func:`understand`.
    """
    known = understand(document, store=store, catalogue=catalogue, checked_on=checked_on, wording=wording)
    return check_document(known, settings=settings, file=file)


def compose_docx(content: Content) -> bytes:
    """Return ``content`` as a .docx in its layout, with styles, automatic numbers and sections.

    Raises :class:`vanban.compose.validation.BadContent` for content that cannot be set.
    """
    from vanban.compose.docx.package import sheet_docx  # noqa: PLC0415  # whoever only reads needs no writer
    from vanban.compose.setting import set_content  # noqa: PLC0415  # as above

    return sheet_docx(set_content(content))


def compose_html(content: Content) -> str:
    """Return ``content`` as a fragment of HTML with the words and labels of its .docx, for a live page.

    Raises :class:`vanban.compose.validation.BadContent`.
    """
    from vanban.compose.html import sheet_html  # noqa: PLC0415  # as above
    from vanban.compose.setting import set_content  # noqa: PLC0415  # as above

    return sheet_html(set_content(content))


def compose_pdf(content: Content, *, press: Press | None = None, is_lenient: bool = False) -> bytes:
    """Return ``content`` as a .pdf (PDF/A-2b once it is dated) that looks like its .docx.

    A process of its own sets it; ``press`` is one that stays open for a live page. ``is_lenient`` prints a box for each
    sign that the typeface lacks, as for text that nobody may change any more; else it is named as a fault. Raises
    :class:`vanban.compose.validation.BadContent` and :class:`vanban.compose.pdf.press.NotComposed`.
    """
    from vanban.compose.pdf.press import Press  # noqa: PLC0415  # whoever only reads needs no writer
    from vanban.compose.setting import set_content  # noqa: PLC0415  # as above

    if press is not None:
        return press.pdf(set_content(content), is_lenient=is_lenient)
    with Press() as own:
        return own.pdf(set_content(content), is_lenient=is_lenient)
