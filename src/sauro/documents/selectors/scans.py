"""How far the recognition of a scan got."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import now
from sauro.documents.enums import ScanState
from sauro.documents.models import Document, Scan
from sauro.documents.policies import document_policy

HELD_UP_AFTER = dt.timedelta(minutes=5)
"""No page takes as long: nobody is at work on it."""


@dataclass(frozen=True, slots=True)
class ScanProgress:
    """A scan as pages show it: what is being done, how much is done, and, when it came to nothing, why."""

    document: Document
    scan: Scan

    @property
    def is_running(self) -> bool:
        """Whether pages are still to be recognised."""
        return self.scan.state == ScanState.READING

    @property
    def is_done(self) -> bool:
        """Whether it has become a document like any other."""
        return self.scan.state == ScanState.DONE

    @property
    def text(self) -> str:
        """What is being done just now."""
        if self.scan.pages_done >= self.scan.page_count:
            return _("Đã nhận dạng %(pages)s trang, đang tìm nhiệm vụ") % {"pages": self.scan.page_count}
        return _("Đang nhận dạng trang %(page)s/%(pages)s") % {
            "page": self.scan.pages_done + 1,
            "pages": self.scan.page_count,
        }

    @property
    def token(self) -> str:
        """What a page that asks again has drawn: the same token, the same drawing."""
        return f"{self.scan.pages_done}{'-' if self.is_held_up else ''}"

    @property
    def is_held_up(self) -> bool:
        """Whether nothing has happened for so long that the worker seems to be missing."""
        return self.is_running and now() - self.scan.touched_at > HELD_UP_AFTER


def progress_of(document: Document) -> ScanProgress | None:
    """Return the progress of a document that came as a scan; one query unless the scan was read with the document."""
    scan = getattr(document, "scan", None)
    return ScanProgress(document, scan) if scan else None


def get_progress(*, actor: Actor, document_id: UUID) -> ScanProgress | None:
    """Return the progress of a document the actor may see; None when it was no scan."""
    rows = Document.objects.select_related("scan")
    return progress_of(document_policy.get_visible(actor, document_id, base=rows))
