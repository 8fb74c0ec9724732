"""A person says which unit a printed name means."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents.enums import BindingScope
from sauro.documents.models import Document, NameBinding
from sauro.organizations.enums import UnitLevel
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.tasks import events
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.services.review_common import lock_document
from sauro.tasks.unit_names import is_relative_name
from vanban.text.normalize import fold, nfc


@transaction.atomic
def bind_name(
    *, actor: Actor, document_id: UUID, name: str, unit_id: UUID, scope: BindingScope = BindingScope.DOCUMENT
) -> tuple[NameBinding, list[Obligation]]:
    """Bind a printed name to a unit; return the binding and the obligations of the document that it changed.

    Every body of that name in obligations not yet sent now resolves to the unit. A relative name ("UBND xã") can only
    be bound for its document, and only an office of the province may bind for the whole province.
    """
    document = lock_document(actor=actor, document_id=document_id)
    unit = unit_policy.get_visible(actor, unit_id)
    name = " ".join(nfc(name).split())
    _check_scope(document, name, scope)
    binding = _write_binding(actor, document, name, unit, scope)
    changed = _resolve_bodies(document, name, unit)
    record_event(
        actor=actor,
        event=events.NAME_BOUND,
        obj=document,
        changes={"name": [None, name], "unit": [None, str(unit.pk)], "scope": [None, str(scope)]},
    )
    return binding, changed


def _check_scope(document: Document, name: str, scope: BindingScope) -> None:
    if not name:
        raise DomainError("name", _("Thiếu tên cần gán."), field="name")
    if scope == BindingScope.DOCUMENT:
        return
    if is_relative_name(name):
        raise DomainError(
            "relative-name",
            _("“%(name)s” là cách gọi tùy văn bản nên chỉ gán được cho văn bản này.") % {"name": name},
            field="scope",
        )
    if scope == BindingScope.ISSUER and not document.issuer_name:
        raise DomainError("no-issuer", _("Văn bản chưa có cơ quan ban hành; hãy gán cho văn bản này."), field="scope")
    if scope == BindingScope.PROVINCE and document.owner_unit.level != UnitLevel.PROVINCE:
        raise NotAllowed("not-allowed", _("Chỉ cơ quan cấp tỉnh được gán tên cho toàn tỉnh."), field="scope")


def _write_binding(actor: Actor, document: Document, name: str, unit: Unit, scope: BindingScope) -> NameBinding:
    binding, _created = NameBinding.objects.update_or_create(
        name_key=fold(name),
        scope=scope,
        document=document if scope == BindingScope.DOCUMENT else None,
        issuer_key=fold(document.issuer_name) if scope == BindingScope.ISSUER else "",
        domain=document.domain,
        defaults={
            "name": name[:300],
            "unit": unit,
            "owner_unit": document.owner_unit,
            "bound_by_name": actor.name,
            "bound_at": now(),
        },
    )
    return binding


def _resolve_bodies(document: Document, name: str, unit: Unit) -> list[Obligation]:
    key = fold(name)
    open_rows = Obligation.objects.filter(document=document, reading__is_current=True, sent_at__isnull=True)
    rows = open_rows.exclude(state=ObligationState.REPLACED).select_for_update().order_by("start")
    obligations = {row.pk: row for row in rows}
    bodies = ObligationBody.objects.filter(obligation__in=obligations, is_group=False).exclude(unit=unit)
    hit = [body for body in bodies if fold(body.name) == key]
    for body in hit:
        body.unit = unit
        body.save()
    changed = [row for pk, row in obligations.items() if any(body.obligation_id == pk for body in hit)]
    for obligation in changed:
        obligation.version += 1
        obligation.save(update_fields=["version"])
    return changed
