"""A person's own word on being proposed for a move."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.staffing import events
from sauro.staffing.models import Consent
from sauro.workforce.models import Dossier
from sauro.workforce.selectors.own import own_dossier


@transaction.atomic
def set_consent(*, actor: Actor, dossier_id: UUID, consents: bool) -> None:
    """Give or withdraw one's own consent. Raises 404 for anybody else's dossier. Said twice it changes nothing."""
    dossier = own_dossier(actor, dossier_id)
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    standing = Consent.objects.filter(dossier=dossier, withdrawn_at__isnull=True).first()
    if consents and standing is None:
        given = Consent.objects.create(dossier=dossier)
        record_event(actor=actor, event=events.CONSENT_GIVEN, obj=given)
    elif not consents and standing is not None:
        standing.withdrawn_at = now()
        standing.save(update_fields=["withdrawn_at"])
        record_event(actor=actor, event=events.CONSENT_WITHDRAWN, obj=standing)
