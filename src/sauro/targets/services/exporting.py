"""The register of a unit taken out as a workbook; who took it out is on record."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import NotAllowed, NotVisible
from sauro.organizations.models import Unit
from sauro.targets import events
from sauro.targets.selectors.exporting import sheet_rows
from sauro.targets.sheet import write_rows


@transaction.atomic
def export_rows(*, actor: Actor, unit_id: UUID) -> bytes:
    """Return the register of a unit as a workbook."""
    unit = Unit.objects.filter(pk=unit_id).exclude(kind="territory").first()
    if unit is None:
        raise NotVisible("not-found", _("Không tìm thấy đơn vị này."))
    if not actor.holds_for("targets.view", unit.path, unit.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem chỉ tiêu của đơn vị này."))
    rows = sheet_rows(actor, unit)
    record_event(
        actor=actor, event=events.EXPORTED, domain=unit.domain, unit_id=unit.pk, object_text=unit.code,
        changes={"rows": [None, len(rows)]},
    )  # fmt: skip
    return write_rows(rows)
