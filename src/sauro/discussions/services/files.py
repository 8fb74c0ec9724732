"""Opening a file of a comment. Who opened what is recorded."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import NotVisible
from sauro.discussions import events
from sauro.discussions.policies import comment_policy
from sauro.documents.models import StoredFile


@transaction.atomic
def open_comment_file(*, actor: Actor, comment_id: UUID, number: int) -> tuple[StoredFile, str]:
    """Return a file of a comment with the name its sender gave it. Of a comment taken back nothing is left to open."""
    comment = comment_policy.get_visible(actor, comment_id)
    found = comment.files.select_related("file").filter(number=number).first()
    if found is None or comment.withdrawn_at is not None:
        raise NotVisible("not-found", _("Trao đổi này không có tệp như vậy, hoặc đã được rút."))
    record_event(actor=actor, event=events.FILE_OPENED, obj=comment, changes={"file": [None, number]})
    return found.file, found.file_name
