"""Templates of offices: written as text, checked line by line, kept with who changed them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import DomainError, NotAllowed
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.programmes import events
from sauro.programmes.builtin import LABELS
from sauro.programmes.enums import ProgrammeKind
from sauro.programmes.models import ProgrammeTemplate
from sauro.programmes.outline import read_outline
from sauro.programmes.policies import template_policy
from sauro.programmes.services.common import check_text
from vanban.text.normalize import fold, nfc

_FAULTS_SHOWN = 5


@transaction.atomic
def create_template(
    *, actor: Actor, unit_id: UUID, kind: ProgrammeKind, name: str, outline: str, labels: Mapping[str, str]
) -> ProgrammeTemplate:
    """Keep a new template of a unit."""
    unit = unit_policy.get_visible(actor, unit_id)
    if not actor.holds_for("programmes.write", unit.path, unit.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền sửa mẫu của cơ quan này."))
    template = ProgrammeTemplate(owner_unit=unit, domain=unit.domain, kind=kind, version=0)
    return _save(actor, template, unit, name, outline, labels)


@transaction.atomic
def change_template(
    *, actor: Actor, template_id: UUID, name: str, outline: str, labels: Mapping[str, str]
) -> ProgrammeTemplate:
    """Change a template. Programmes started from it keep what they started with."""
    template = template_policy.get_locked(actor, template_id)
    template_policy.require(actor, "change", template)
    return _save(actor, template, template.owner_unit, name, outline, labels)


def _save(
    actor: Actor, template: ProgrammeTemplate, unit: Unit, name: str, outline: str, labels: Mapping[str, str]
) -> ProgrammeTemplate:
    template.name = check_text(name, field="name", message=_("Hãy đặt tên mẫu."))
    same = ProgrammeTemplate.objects.filter(owner_unit=unit, domain=unit.domain, name=template.name)
    if same.exclude(pk=template.pk).exists():
        raise DomainError("name-taken", _("Cơ quan đã có mẫu tên này."), field="name")
    _read, faults = read_outline(outline)
    if faults:
        shown = " ".join(str(one) for one in faults[:_FAULTS_SHOWN])
        raise DomainError("outline-broken", shown, field="outline")
    template.outline = nfc(outline)
    template.labels = {key: check_text(labels.get(key, ""), field=key, message=_("Hãy ghi tên cột.")) for key in LABELS}
    template.version += 1
    template.changed_at, template.changed_by_name = now(), actor.name
    template.search_key = template.sort_key = fold(f"{template.name} {unit.name}")
    template.save()
    record_event(actor=actor, event=events.TEMPLATE_SAVED, obj=template, object_text=template.name)
    return template
