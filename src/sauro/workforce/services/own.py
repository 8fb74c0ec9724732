"""What a person does with their own dossier."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.workforce import events
from sauro.workforce.models import Dossier, OwnCheck
from sauro.workforce.selectors.own import own_dossier
from vanban.text.normalize import nfc


@transaction.atomic
def confirm_own(*, actor: Actor, dossier_id: UUID, is_right: bool, remark: str = "") -> OwnCheck:
    """State that one's own dossier is right, or what is not. Raises 404 for somebody else's, ``remark-needed``."""
    dossier = own_dossier(actor, dossier_id)
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if not is_right and not remark.strip():
        raise DomainError("remark-needed", _("Hãy ghi điểm nào chưa đúng."), field="remark")
    check = OwnCheck.objects.create(dossier=dossier, is_right=is_right, remark="" if is_right else nfc(remark).strip())
    record_event(actor=actor, event=events.CONFIRMED, obj=dossier, changes={"is_right": is_right})
    return check
