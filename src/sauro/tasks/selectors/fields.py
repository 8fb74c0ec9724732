"""The list of fields of work as pages, forms and proposals need it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
from sauro.tasks.field_rules import FieldHint, FieldProposal, as_words, propose_fields
from sauro.tasks.models import Obligation, WorkField
from sauro.tasks.policies import field_policy


def visible_fields(actor: Actor) -> QuerySet[WorkField]:
    """Return the fields of the site with the bodies in charge, those no longer used too."""
    return field_policy.visible(actor).prefetch_related("leads")


def get_field(actor: Actor, pk: UUID) -> WorkField:
    """Return one field. Raises ``NotVisible``."""
    return field_policy.get_visible(actor, pk, base=WorkField.objects.prefetch_related("leads"))


def field_choices(*, keep: UUID | None = None) -> list[tuple[str, str]]:
    """Return the fields in use as choices, first "none"; ``keep`` stays choosable though it is no longer used."""
    rows = WorkField.objects.order_by("position", "name").values_list("pk", "name", "is_open")
    named = [(str(pk), name) for pk, name, is_open in rows if is_open or pk == keep]
    return [("", _("Chưa phân lĩnh vực")), *named]


def field_names() -> dict[str, str]:
    """Return the name of every field by its code."""
    return dict(WorkField.objects.values_list("code", "name"))


def field_hints() -> list[FieldHint]:
    """Return what the rules of :mod:`sauro.tasks.field_rules` need of the fields in use. Takes two queries."""
    rows = WorkField.objects.filter(is_open=True).prefetch_related("leads").order_by("position", "name")
    return [
        FieldHint(row.pk, row.code, row.name, as_words(row.words), frozenset(unit.pk for unit in row.leads.all()))
        for row in rows
    ]


def proposals_for(obligation: Obligation, hints: Sequence[FieldHint], issuer: UUID | None) -> list[FieldProposal]:
    """Return the fields proposed for an obligation whose bodies are prefetched."""
    leads = [(body.unit_id, body.name) for body in obligation.bodies.all() if body.role == "lead" and body.unit_id]
    return propose_fields(hints, text=obligation.text, leads=leads, issuer=issuer)


def reason_of(proposal: FieldProposal) -> str:
    """Say in words what speaks for a proposal."""
    parts = []
    if proposal.words:
        parts.append(_("có từ %(words)s") % {"words": ", ".join(f"“{word}”" for word in proposal.words)})
    if proposal.leads:
        parts.append(_("%(names)s chủ trì, phụ trách lĩnh vực này") % {"names": ", ".join(proposal.leads)})
    if proposal.is_issuers:
        parts.append(_("cơ quan ban hành phụ trách lĩnh vực này"))
    return "; ".join(parts)


def choosable(field_id: UUID | None, *, keep: UUID | None = None) -> WorkField | None:
    """Return the field chosen; one that is no longer used only when the work carries it already."""
    if field_id is None:
        return None
    field = WorkField.objects.filter(pk=field_id).first()
    if field is None or not (field.is_open or field.pk == keep):
        raise DomainError("field-unknown", _("Lĩnh vực này không còn dùng. Hãy chọn lại."), field="field")
    return field
