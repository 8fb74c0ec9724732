"""What the person who took a document in is told about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sauro.access.actor import Actor
from sauro.documents.models import Document
from sauro.documents.selectors.documents import current_reading, same_official_number
from sauro.documents.selectors.scans import ScanProgress, progress_of
from sauro.documents.services.registering import same_content
from sauro.tasks.models import Obligation


@dataclass(frozen=True, slots=True)
class Receipt:
    """A document just taken in: how many tasks and general directions were found, and what to look at.

    ``progress`` is that of a scan, in which nothing is found yet. ``notices`` are the reader's remarks; ``repeated``
    are visible documents with the same official number, ``elsewhere`` those of other units with the same content.
    """

    document: Document
    tasks: int
    directions: int
    findings: int
    notices: Sequence[str]
    repeated: Sequence[Document]
    elsewhere: Sequence[Document]
    progress: ScanProgress | None = None


def receipt_of(*, actor: Actor, document: Document) -> Receipt:
    """Return the receipt for a document that the actor has just taken in."""
    general = list(Obligation.objects.filter(document=document).values_list("is_general_direction", flat=True))
    reading = current_reading(document)
    copies = same_content(actor, sha256=document.file.sha256) if document.file else []
    return Receipt(
        document=document,
        tasks=general.count(False),
        directions=general.count(True),
        findings=len(reading.extraction["findings"]) if reading else 0,
        notices=[notice["message"] for notice in reading.text.notices] if reading else [],
        repeated=same_official_number(actor, document),
        elsewhere=[copy for copy in copies if copy.pk != document.pk],
        progress=None if reading else progress_of(document),
    )
