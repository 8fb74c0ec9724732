"""Takes a programme out of the product as a file, on record."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.documents.services.composing import PaperKind, composed
from sauro.programmes import events
from sauro.programmes.enums import FileKind
from sauro.programmes.policies import programme_policy
from sauro.programmes.services.official import content_of


def programme_file(*, actor: Actor, programme_id: UUID, kind: FileKind) -> tuple[BytesIO, str]:
    """Return the programme as an open .docx or .pdf and its name. Raises ``NotVisible``. The export is recorded."""
    programme = programme_policy.get_visible(actor, programme_id)
    file = BytesIO(composed(content_of(programme), PaperKind(kind)))
    with transaction.atomic():
        record_event(
            actor=actor, event=events.TAKEN_OUT, obj=programme, object_text=programme.code, changes={"kind": str(kind)}
        )
    return file, f"{programme.kind}-{programme.code}.{kind}"
