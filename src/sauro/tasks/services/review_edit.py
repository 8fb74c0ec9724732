"""Editing the six clears of an obligation, and the words it consists of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
from sauro.documents.selectors.names import resolve_names
from sauro.organizations.policies import unit_policy
from sauro.tasks import events
from sauro.tasks.enums import BodyRole, DueOrigin, Mark, Origin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.selectors.fields import choosable
from sauro.tasks.services.proposing import last_day
from sauro.tasks.services.review_common import (
    IN_FORCE,
    check_free,
    lock_document_of,
    lock_obligation,
    require_state,
    save_with_event,
    trimmed_span,
)
from sauro.tasks.unit_names import is_group_name
from vanban.text.normalize import fold, nfc

KEEP_FIELD: Final = "keep"
"""An edit that says nothing of the field of work leaves it as it is."""
TEXT_ELEMENTS = ("measures", "resources", "authority", "responsibility", "submit_to")
"""The elements that a person may fill with free text, besides product, deadline and recurrence."""


@dataclass(frozen=True, slots=True)
class BodyEdit:
    """A body as the form gives it; without a unit it stays unresolved."""

    name: str
    unit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ObligationEdit:
    """The whole form. ``texts`` maps a name of :data:`TEXT_ELEMENTS` to its text, empty for "not stated"."""

    start: int
    end: int
    leads: Sequence[BodyEdit] = ()
    coordinators: Sequence[BodyEdit] = ()
    due_origin: DueOrigin = DueOrigin.NONE
    due_on: dt.date | None = None
    recurrence: str = ""
    product: str = ""
    no_product_needed: bool = False
    is_general_direction: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    field_id: UUID | Literal["keep"] | None = KEEP_FIELD


@transaction.atomic
def edit_obligation(*, actor: Actor, obligation_id: UUID, version: int, edit: ObligationEdit) -> Obligation:
    """Take over what a person corrected. What did not change keeps its place in the text and its rule.

    A text that stands in the obligation is anchored there; any other is marked as typed by a person. A name typed
    without choosing a unit still resolves when the register leaves no doubt. A general direction has no deadline.
    """
    document = lock_document_of(actor=actor, obligation_id=obligation_id)
    obligation = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(obligation, *IN_FORCE)
    text = obligation.reading.text.text
    start, end = trimmed_span(text, edit.start, edit.end)
    check_free(document, start, end, besides=[obligation.pk])
    before = _snapshot(obligation)
    obligation.elements = dict(obligation.elements)
    if (start, end) != (obligation.start, obligation.end):
        obligation.elements.pop("work", None)
    obligation.start, obligation.end, obligation.text = start, end, text[start:end]
    obligation.is_general_direction = edit.is_general_direction
    if edit.is_general_direction:
        drop_deadline(obligation)
    else:
        _set_due(obligation, edit)
    _set_recurrence(obligation, edit.recurrence)
    _set_product(obligation, edit)
    if edit.field_id != KEEP_FIELD:
        obligation.field = choosable(edit.field_id, keep=obligation.field_id)
    for name in TEXT_ELEMENTS:
        _set_text(obligation, name, edit.texts.get(name, _text(obligation, name)))
    _set_bodies(actor, obligation, BodyRole.LEAD, edit.leads)
    _set_bodies(actor, obligation, BodyRole.COORDINATOR, edit.coordinators)
    after = _snapshot(obligation)
    changes = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    if not changes:
        return obligation
    return save_with_event(actor=actor, obligation=obligation, event=events.REVIEW_EDITED, changes=changes)


def _snapshot(obligation: Obligation) -> dict[str, Any]:
    bodies = list(ObligationBody.objects.filter(obligation=obligation).order_by("role", "position", "id"))
    held: dict[str, Any] = {
        "span": [obligation.start, obligation.end],
        "is_general_direction": obligation.is_general_direction,
        "due_on": obligation.due_on.isoformat() if obligation.due_on else None,
        "due_origin": str(obligation.due_origin),
        "recurrence": obligation.recurrence,
        "product": obligation.product,
        "no_product_needed": obligation.no_product_needed,
        "field": obligation.field.code if obligation.field else None,
    }
    for role in BodyRole:
        named = [body for body in bodies if body.role == role]
        held[f"{role}s"] = [[body.name, str(body.unit_id) if body.unit_id else None] for body in named]
    return held | {name: _text(obligation, name) for name in TEXT_ELEMENTS}


def _text(obligation: Obligation, name: str) -> str:
    return str((obligation.elements.get(name) or {}).get("text") or "")


def drop_deadline(obligation: Obligation) -> None:
    """Take the day away from what became a general direction; the printed phrase stays in its elements."""
    obligation.due_on, obligation.due_origin = None, DueOrigin.NONE


def take_printed_deadline(obligation: Obligation) -> None:
    """Give what became a task again the deadline its document prints, if that is a day."""
    printed = obligation.elements.get("due") or {}
    day = last_day({"readings": [], "value_corrected": None, "value": None, "exclusive": False} | printed)
    if day:
        obligation.due_on, obligation.due_origin = day, DueOrigin.DOCUMENT


def _set_due(obligation: Obligation, edit: ObligationEdit) -> None:
    if edit.due_origin != DueOrigin.NONE and edit.due_on is None:
        raise DomainError("due", _("Hãy ghi ngày của thời hạn (ngày/tháng/năm)."), field="due_on")
    had_date = obligation.due_origin == DueOrigin.DOCUMENT
    unchanged = obligation.due_origin == edit.due_origin and obligation.due_on == edit.due_on
    if unchanged or (edit.due_origin == DueOrigin.NONE and obligation.due_origin == DueOrigin.NONE):
        return
    obligation.due_origin = edit.due_origin
    obligation.due_on = edit.due_on if edit.due_origin != DueOrigin.NONE else None
    if edit.due_origin == DueOrigin.DOCUMENT:
        printed = obligation.elements.get("due") or {"text": "", "mark": str(Mark.STATED)}
        obligation.elements["due"] = {**printed, "origin": str(Origin.PERSON)}
    elif had_date and edit.due_origin == DueOrigin.NONE:
        # The machine took something for a deadline that a person says is none.
        obligation.elements.pop("due", None)
        obligation.due_phrase = ""


def _set_recurrence(obligation: Obligation, kind: str) -> None:
    if kind == obligation.recurrence:
        return
    obligation.recurrence = kind
    obligation.elements.pop("recurrence", None)


def _set_product(obligation: Obligation, edit: ObligationEdit) -> None:
    product = _clean(edit.product)
    if product and edit.no_product_needed:
        raise DomainError("product", _("Đã ghi sản phẩm thì bỏ chọn “không cần sản phẩm”."), field="product")
    obligation.no_product_needed = edit.no_product_needed
    _set_text(obligation, "product", product)
    obligation.product = product


def _set_text(obligation: Obligation, name: str, value: str) -> None:
    value = _clean(value)
    if value == _text(obligation, name):
        return
    if not value:
        obligation.elements.pop(name, None)
        return
    element: dict[str, Any] = {"text": value, "mark": str(Mark.STATED), "origin": str(Origin.PERSON)}
    at = obligation.text.find(value)
    if at >= 0:
        element |= {"start": obligation.start + at, "end": obligation.start + at + len(value)}
    obligation.elements[name] = element


def _set_bodies(actor: Actor, obligation: Obligation, role: BodyRole, wanted: Sequence[BodyEdit]) -> None:
    present = list(ObligationBody.objects.filter(obligation=obligation, role=role).order_by("position", "id"))
    by_name = {fold(body.name): body for body in present}
    kept: set[UUID] = set()
    changed = False
    for position, body in enumerate(wanted):
        row = by_name.get(fold(body.name))
        if row is None or row.pk in kept:
            row = _typed_body(obligation, role, body.name)
            changed = True
        if body.unit_id and row.unit_id != body.unit_id:
            row.unit = unit_policy.get_visible(actor, body.unit_id)
        elif body.unit_id is None and not row._state.adding:
            row.unit = None
        row.position = position
        row.save()
        kept.add(row.pk)
    gone = [row.pk for row in present if row.pk not in kept]
    ObligationBody.objects.filter(pk__in=gone).delete()
    if role == BodyRole.LEAD and (changed or gone):
        obligation.lead_source = _lead_source(obligation, wanted)


def _typed_body(obligation: Obligation, role: BodyRole, name: str) -> ObligationBody:
    name = _clean(name)
    if not name:
        raise DomainError("body", _("Tên cơ quan không được để trống."), field=f"{role}s")
    at = obligation.text.find(name)
    span = (obligation.start + at, obligation.start + at + len(name)) if at >= 0 else (None, None)
    return ObligationBody(
        obligation=obligation,
        role=role,
        name=name[:400],
        start=span[0],
        end=span[1],
        is_group=is_group_name(name),
        source="explicit" if at >= 0 else "person",
        unit=resolve_names([name], document=obligation.document)[name],
    )


def _lead_source(obligation: Obligation, wanted: Sequence[BodyEdit]) -> str:
    if not wanted:
        return ""
    stated = all(_clean(body.name) in obligation.text for body in wanted)
    return "explicit" if stated else "person"


def _clean(text: str) -> str:
    return " ".join(nfc(text).split())
