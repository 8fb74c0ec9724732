"""A person's own dossier, for whoever signed in."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.common.errors import NotVisible
from sauro.workforce import events
from sauro.workforce.models import Dossier

MOST_LOOKS = 100


def own_dossiers(actor: Actor) -> QuerySet[Dossier]:
    """Return the dossiers of the person who signed in, one of each domain. No permission is needed for one's own."""
    if actor.user_id is None:
        return Dossier.objects.none()
    rows = Dossier.objects.filter(person__user__pk=actor.user_id)
    return rows.select_related("person", "unit", "particulars", "tenure__post", "tenure__unit").order_by("domain")


def own_dossier(actor: Actor, dossier_id: UUID) -> Dossier:
    """Return one of them. Raises ``NotVisible`` for anybody else's."""
    found = own_dossiers(actor).filter(pk=dossier_id).first()
    if found is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    return found


def looks_at(dossier: Dossier) -> list[AuditEvent]:
    """Return who opened a dossier or something masked in it, and what was done to it, newest first."""
    rows = AuditEvent.objects.filter(object_type=dossier._meta.label_lower, object_id=dossier.pk)
    codes = [events.DOSSIER_LOOKED_AT.code, events.REVEALED.code]
    return list(rows.filter(code__in=codes).order_by("-sequence")[:MOST_LOOKS])
