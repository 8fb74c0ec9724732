"""Opens the source file of a document: every download and every view is an event."""

from __future__ import annotations

from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.documents import events
from sauro.documents.models import Document
from sauro.documents.policies import document_policy


@transaction.atomic
def open_source_file(*, actor: Actor, document_id: UUID, inline: bool) -> Document:
    """Return a document whose source file the actor may have, and record that they had it.

    ``inline`` tells that it is looked at beside its text and not saved.
    """
    document = document_policy.get_visible(actor, document_id, base=Document.objects.select_related("file"))
    if document.file is None or not default_storage.exists(document.file.storage_name):
        raise DomainError(
            "file-missing", _("Không còn tệp gốc của văn bản này trong kho. Hãy báo quản trị kiểm tra kho tệp.")
        )
    event = events.FILE_OPENED if inline else events.FILE_DOWNLOADED
    record_event(actor=actor, event=event, obj=document)
    return document
