"""Takes a report out of the product as a file, on record."""

from __future__ import annotations

from typing import IO
from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.status_reports import events
from sauro.status_reports.enums import FileKind
from sauro.status_reports.selectors.reports import get_page
from sauro.status_reports.services.official import write_official
from sauro.status_reports.services.workbook import write_workbook


def report_file(*, actor: Actor, report_id: UUID, kind: FileKind) -> tuple[IO[bytes], str]:
    """Return the report as an open file and its name. Raises ``NotVisible``. The export is recorded."""
    shown = get_page(actor, report_id)
    report = shown.report
    if kind == FileKind.XLSX:
        file = write_workbook(report, shown.figures)
    else:
        file = write_official(report, shown.figures, kind)
    with transaction.atomic():
        record_event(
            actor=actor, event=events.TAKEN_OUT, obj=report, object_text=report.code, changes={"kind": str(kind)}
        )
    return file, f"bao-cao-tinh-hinh-{report.code}.{kind}"
