"""The list of fields of work, and which field a piece of work belongs to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.models import Unit
from sauro.organizations.selectors.names import NameContext, resolve_names
from sauro.tasks import events
from sauro.tasks.field_rules import clear_proposal
from sauro.tasks.models import Assignment, Obligation, WorkField
from sauro.tasks.policies import assignment_policy, field_policy, manages_fields
from sauro.tasks.selectors.fields import choosable, field_hints, proposals_for
from sauro.tasks.services.review_common import (
    IN_FORCE,
    in_force,
    lock_document,
    lock_obligation,
    require_state,
    save_with_event,
)
from vanban.text.normalize import fold, nfc

MOST_WORDS = 40
LONGEST_WORD = 60
LONGEST_NAME = 80
LONGEST_CODE = 30
MOST_POSITION = 999
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STARTING_LIST = "fields.toml"


@dataclass(frozen=True, slots=True)
class FieldText:
    """What a person says of a field. ``words`` are those by which it is recognised, ``leads`` the bodies in charge."""

    name: str
    position: int = 0
    words: Sequence[str] = ()
    leads: Sequence[UUID] = ()
    is_open: bool = True


@transaction.atomic
def create_field(*, actor: Actor, code: str, text: FieldText) -> WorkField:
    """Add a field to the list. Its code is the word of addresses and never changes."""
    _require_manager(actor)
    code = code.strip().lower()
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code):
        raise DomainError("code", _("Mã gồm chữ thường không dấu, số và dấu gạch nối, ví dụ dat-dai."), field="code")
    if WorkField.objects.filter(code=code).exists():
        raise Conflict("code-taken", _("Đã có lĩnh vực mang mã này."), field="code")
    return _save(actor, WorkField(code=code), text)


@transaction.atomic
def edit_field(*, actor: Actor, field_id: UUID, text: FieldText) -> WorkField:
    """Change a field; closing it takes it out of the choices, work that carries it keeps it."""
    field = field_policy.get_locked(actor, field_id)
    field_policy.require(actor, "manage", field)
    return _save(actor, field, text)


@transaction.atomic
def import_starting_list(*, actor: Actor) -> list[WorkField]:
    """Add the usual fields of a province and its communes that are not there yet, by code and by name.

    What is there stays as it is. Bodies in charge are named in the list as documents name them, and looked up in the
    register; one it does not know is left out.
    """
    _require_manager(actor)
    usual: list[dict[str, Any]] = tomllib.loads(_starting_text())["field"]
    there = {word for pair in WorkField.objects.values_list("code", "name") for word in (pair[0], fold(pair[1]))}
    wanted = [one for one in usual if one["code"] not in there and fold(one["name"]) not in there]
    names = [name for one in wanted for name in one.get("leads", ())]
    units = resolve_names(names, on=None, context=NameContext()) if names else {}
    made = [
        WorkField.objects.create(
            code=one["code"],
            name=nfc(one["name"]),
            position=one["position"],
            words=_words(one["words"]),
        )
        for one in wanted
    ]
    for field, one in zip(made, wanted, strict=True):
        found = [units[name].unit for name in one.get("leads", ())]
        field.leads.set([unit for unit in found if unit is not None])
    if made:
        codes = [field.code for field in made]
        record_event(actor=actor, event=events.FIELDS_IMPORTED, obj=made[0], changes={"codes": [None, codes]})
    return made


@transaction.atomic
def choose_field(*, actor: Actor, obligation_id: UUID, version: int, field_id: UUID | None) -> Obligation:
    """Say which field a found task belongs to, or none. What is sent takes it along."""
    obligation = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(obligation, *IN_FORCE)
    before, field = obligation.field, choosable(field_id, keep=obligation.field_id)
    if before == field:
        return obligation
    obligation.field = field
    changes = {"field": [before.code if before else None, field.code if field else None]}
    return save_with_event(actor=actor, obligation=obligation, event=events.REVIEW_FIELD_CHOSEN, changes=changes)


@transaction.atomic
def choose_proposed_fields(*, actor: Actor, document_id: UUID) -> list[Obligation]:
    """Give every obligation of the desk that has no field the one that its words and bodies speak for most, where one
    does. What was sent, and general directions, are left alone."""
    document = lock_document(actor=actor, document_id=document_id)
    hints = field_hints()
    rows = in_force(document).filter(field__isnull=True, sent_at__isnull=True, is_general_direction=False)
    chosen: list[Obligation] = []
    for obligation in rows.select_for_update(of=("self",)).prefetch_related("bodies").order_by("id"):
        best = clear_proposal(proposals_for(obligation, hints, document.issuer_unit_id))
        if best is None:
            continue
        obligation.field_id = best.field.pk
        changes = {"field": [None, best.field.code]}
        chosen.append(
            save_with_event(actor=actor, obligation=obligation, event=events.REVIEW_FIELD_CHOSEN, changes=changes)
        )
    return chosen


@transaction.atomic
def set_field(*, actor: Actor, assignment_id: UUID, field_id: UUID | None) -> Assignment:
    """Change the field of given work, or take it away: the giver's act, in every state. The history keeps both."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", assignment)
    before, field = assignment.field, choosable(field_id, keep=assignment.field_id)
    if before == field:
        raise DomainError("same-field", _("Nhiệm vụ đang ở lĩnh vực này."), field="field")
    assignment.field = field
    assignment.save(update_fields=["field"])
    record_event(
        actor=actor,
        event=events.FIELD_SET,
        obj=assignment,
        object_text=assignment.code,
        changes={"field": [before.code if before else None, field.code if field else None]},
    )
    return assignment


def _require_manager(actor: Actor) -> None:
    if not manages_fields(actor):
        raise NotAllowed("not-allowed", _("Chỉ quản trị hệ thống và chánh văn phòng cấp tỉnh sửa danh mục lĩnh vực."))


def _save(actor: Actor, field: WorkField, text: FieldText) -> WorkField:
    is_new = field._state.adding
    before = None if is_new else _told(field)
    field.name, field.words = _name(field, text.name), _words(text.words)
    if not 0 <= text.position <= MOST_POSITION:
        raise DomainError("position", _("Thứ tự là số từ 0 đến 999."), field="position")
    units = list(Unit.objects.filter(pk__in=list(text.leads)))
    if len(units) != len(set(text.leads)):
        raise DomainError("unit-unknown", _("Có cơ quan không còn trong danh mục. Hãy chọn lại."), field="leads")
    field.position, field.is_open = text.position, text.is_open
    field.save()
    field.leads.set(units)
    after = _told(field)
    if before != after:
        changes = {key: [before[key] if before else None, after[key]] for key in after}
        record_event(actor=actor, event=events.FIELD_SAVED, obj=field, object_text=field.code, changes=changes)
    return field


def _told(field: WorkField) -> dict[str, Any]:
    """What events say of a field: the list holds nothing that is anybody's."""
    return {
        "name": field.name,
        "position": field.position,
        "is_open": field.is_open,
        "words": list(field.words),
        "leads": sorted(field.leads.values_list("code", flat=True)),
    }


def _name(field: WorkField, written: str) -> str:
    name = " ".join(nfc(written).split())
    if not name or len(name) > LONGEST_NAME:
        raise DomainError("name", _("Hãy ghi tên lĩnh vực, không quá 80 ký tự."), field="name")
    others = WorkField.objects.exclude(pk=field.pk).values_list("name", flat=True)
    if fold(name) in {fold(other) for other in others}:
        raise Conflict("name-taken", _("Đã có lĩnh vực tên này."), field="name")
    return name


def _words(written: Sequence[str]) -> list[str]:
    words = list(dict.fromkeys(word for word in (" ".join(nfc(one).lower().split()) for one in written) if fold(word)))
    if len(words) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in words):
        raise DomainError(
            "words",
            _("Tối đa %(most)s từ nhận biết, mỗi từ không quá %(longest)s ký tự.")
            % {"most": MOST_WORDS, "longest": LONGEST_WORD},
            field="words",
        )
    return words


def _starting_text() -> str:
    return resources.files("sauro.tasks").joinpath("data", _STARTING_LIST).read_text(encoding="utf-8")
