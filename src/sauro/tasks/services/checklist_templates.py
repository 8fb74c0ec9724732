"""Templates of criteria by kind of product: kept by a unit, used by it and everybody below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.models import Unit
from sauro.tasks import events
from sauro.tasks.models import ChecklistTemplate
from sauro.tasks.policies import template_policy
from sauro.tasks.selectors.checklists import units_keeping_templates
from sauro.tasks.services.demands import checked_criteria
from vanban.text.normalize import fold, nfc, sort_key

LONGEST_KIND = 120


@dataclass(frozen=True, slots=True)
class TemplateText:
    """The kind of product and its criteria."""

    product_kind: str
    lines: Sequence[str]


@transaction.atomic
def create_template(*, actor: Actor, unit_id: UUID, text: TemplateText) -> ChecklistTemplate:
    """Keep a new template for a unit whose giving the actor decides on."""
    unit = units_keeping_templates(actor).filter(pk=unit_id).first()
    if unit is None:
        raise NotAllowed("not-allowed", _("Bạn không quyết định việc giao của đơn vị này nên không đặt mẫu được."))
    template = ChecklistTemplate(owner_unit=unit, domain=unit.domain)
    return _save(actor, template, text, unit)


@transaction.atomic
def edit_template(*, actor: Actor, template_id: UUID, text: TemplateText) -> ChecklistTemplate:
    """Change a template. Work that took its criteria over keeps them."""
    template = _begin(actor, template_id)
    return _save(actor, template, text, template.owner_unit)


@transaction.atomic
def retire_template(*, actor: Actor, template_id: UUID) -> ChecklistTemplate:
    """Offer a template no longer. It stays on record."""
    template = _begin(actor, template_id)
    template.retired_at = now()
    template.save(update_fields=["retired_at"])
    record_event(actor=actor, event=events.TEMPLATE_RETIRED, obj=template)
    return template


def _begin(actor: Actor, template_id: UUID) -> ChecklistTemplate:
    template = template_policy.get_locked(actor, template_id)
    template_policy.require(actor, "change", template)
    if template.retired_at is not None:
        raise Conflict("template-retired", _("Mẫu này đã thôi dùng. Hãy tải lại trang."))
    return template


def _save(actor: Actor, template: ChecklistTemplate, text: TemplateText, unit: Unit) -> ChecklistTemplate:
    kind = " ".join(nfc(text.product_kind).split())
    lines = checked_criteria(text.lines)
    if not kind or len(kind) > LONGEST_KIND:
        raise DomainError("kind-needed", _("Hãy ghi loại sản phẩm, ví dụ “Báo cáo”."), field="product_kind")
    if not lines:
        raise DomainError("lines-needed", _("Hãy ghi ít nhất một tiêu chí."), field="criteria")
    template.product_kind, template.lines = kind, lines
    template.changed_at, template.changed_by_name = now(), actor.name
    template.search_key = fold(" ".join([kind, unit.name, *lines]))
    template.sort_key = sort_key(kind)
    template.save()
    record_event(actor=actor, event=events.TEMPLATE_SAVED, obj=template, changes={"lines": [None, len(lines)]})
    return template
