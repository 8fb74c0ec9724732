"""Changes of the catalogue of competence and of the wording of the six clears."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.checking import events
from sauro.checking.models import CheckChoice, CompetenceRow
from sauro.checking.policies import choice_policy, competence_policy
from sauro.checking.selectors.competence import WORDING_KEY, chosen_wording
from sauro.common.clock import now
from sauro.common.errors import DomainError, NotAllowed
from vanban.check.wording import WORDINGS
from vanban.text.normalize import fold, nfc


@dataclass(frozen=True, slots=True)
class CompetenceFields:
    """An entry as somebody wrote it."""

    field: str
    act: str
    words: tuple[str, ...]
    holders: tuple[str, ...]
    basis: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    delegated_to: tuple[str, ...] = ()


@transaction.atomic
def set_competence(*, actor: Actor, fields: CompetenceFields, row_id: UUID | None = None) -> CompetenceRow:
    """Write an entry, a new one or over an old one. Drafts checked from now on are judged by it."""
    row = competence_policy.get_locked(actor, row_id) if row_id else CompetenceRow()
    _require_configure(actor)
    _write(row, fields)
    record_event(actor=actor, event=events.COMPETENCE_SET, obj=row, object_text=row.act)
    return row


@transaction.atomic
def remove_competence(*, actor: Actor, row_id: UUID) -> None:
    """Take an entry out; its history stays."""
    row = competence_policy.get_locked(actor, row_id)
    competence_policy.require(actor, "configure", row)
    record_event(actor=actor, event=events.COMPETENCE_REMOVED, obj=row, object_text=row.act)
    row.delete()


@transaction.atomic
def import_competence(*, actor: Actor, entries: Sequence[CompetenceFields]) -> int:
    """Write many entries, all or none. One of the same field, act and first day is written over. Returns how many."""
    _require_configure(actor)
    known = {_key(row.field, row.act, row.valid_from): row for row in CompetenceRow.objects.select_for_update()}
    for fields in entries:
        key = _key(fields.field, fields.act, fields.valid_from)
        known[key] = _write(known.get(key) or CompetenceRow(), fields)
    record_event(
        actor=actor, event=events.COMPETENCE_IMPORTED, object_text="", changes={"entries": [None, len(entries)]}
    )
    return len(entries)


@transaction.atomic
def choose_wording(*, actor: Actor, code: str) -> None:
    """Choose the wording of the six clears that drafts are held to."""
    if code not in WORDINGS:
        raise DomainError("unknown-wording", _("Không có cách nói này."), field="wording")
    _require_configure(actor)
    before = chosen_wording().code
    row, _created = CheckChoice.objects.get_or_create(
        key=WORDING_KEY, defaults={"value": before, "changed_by_name": actor.name, "changed_at": now()}
    )
    row = choice_policy.get_locked(actor, row.pk)
    row.value, row.changed_by_name, row.changed_at = code, actor.name, now()
    row.save()
    record_event(
        actor=actor, event=events.WORDING_CHOSEN, obj=row, object_text=code, changes={"wording": [before, code]}
    )


def _require_configure(actor: Actor) -> None:
    if not (actor.is_system or actor.holds("checking.configure")):
        raise NotAllowed("not-allowed", _("Bạn không có quyền sửa danh mục thẩm quyền và cách nói “sáu rõ”."))


def _write(row: CompetenceRow, fields: CompetenceFields) -> CompetenceRow:
    if fields.valid_from and fields.valid_to and fields.valid_to < fields.valid_from:
        raise DomainError("ends-before", _("Hiệu lực kết thúc trước khi bắt đầu."), field="valid_to")
    for name, value in asdict(fields).items():
        setattr(row, name, list(value) if isinstance(value, tuple) else value)
    row.save()
    return row


def _key(field: str, act: str, valid_from: dt.date | None) -> tuple[str, str, dt.date | None]:
    return fold(nfc(field)), fold(nfc(act)), valid_from
