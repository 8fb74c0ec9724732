"""Doing one act to one assignment, in earnest or as a rehearsal that is rolled back.

The rehearsal asks the very service that will do the act, and then whether it could be taken back: what it says is what
would happen at this moment.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.bulk.enums import Act
from sauro.bulk.services.acts import ACTS, Arguments
from sauro.common.errors import DomainError
from sauro.tasks.models import Assignment
from sauro.tasks.services.undoing import Mark, mark_of, take_back

_log = logging.getLogger(__name__)
Effects = list[list[str]]


@dataclass(frozen=True, slots=True)
class Deed:
    """What came of an act on one assignment. ``fault`` is empty when it was done.

    ``way_back`` is empty when it can be taken back, else why not.
    """

    fault: str = ""
    effects: Effects = field(default_factory=list)
    way_back: str = ""
    before: Mark | None = None
    after: Mark | None = None


def rehearse(actor: Actor, act: Act, arguments: Arguments, assignment_id: UUID) -> Deed:
    """Do the act, look, try the way back, and roll everything back."""
    with transaction.atomic():
        deed = perform(actor, act, arguments, assignment_id)
        if not deed.fault:
            deed = Deed(effects=deed.effects, way_back=_why_no_way_back(actor, act, assignment_id, deed))
        transaction.set_rollback(True)
    return deed


def perform(actor: Actor, act: Act, arguments: Arguments, assignment_id: UUID) -> Deed:
    """Do the act in the present transaction. What a service refuses leaves nothing behind and is told as the fault."""
    try:
        with transaction.atomic():
            before, words = mark_of(assignment_id), _words(assignment_id)
            ACTS[act].do(actor, assignment_id, arguments)
            return Deed(
                effects=_changes(act, words, _words(assignment_id)), before=before, after=mark_of(assignment_id)
            )
    except DomainError as error:
        return Deed(fault=error.message)
    except DatabaseError:
        return _broken(act, assignment_id)


def perform_undo(actor: Actor, assignment_id: UUID, before: Mark, after: Mark) -> Deed:
    """Take an act back in the present transaction; told as above."""
    try:
        with transaction.atomic():
            words = _words(assignment_id)
            take_back(actor=actor, assignment_id=assignment_id, before=before, after=after)
            return Deed(effects=_changes(Act.TAKE_BACK, words, _words(assignment_id)))
    except DomainError as error:
        return Deed(fault=error.message)
    except DatabaseError:
        return _broken(Act.TAKE_BACK, assignment_id)


def _broken(act: Act, assignment_id: UUID) -> Deed:
    """The others go on; what went wrong is in the log of the machine."""
    _log.exception("act %s failed on assignment %s", act, assignment_id)
    return Deed(fault=_("Máy chủ gặp lỗi với nhiệm vụ này; các nhiệm vụ khác không bị ảnh hưởng."))


def _why_no_way_back(actor: Actor, act: Act, assignment_id: UUID, deed: Deed) -> str:
    if not ACTS[act].has_way_back or deed.before is None or deed.after is None:
        return _("Thao tác này không hoàn tác được.")
    return perform_undo(actor, assignment_id, deed.before, deed.after).fault


def _words(assignment_id: UUID) -> dict[str, str]:
    """What people read of an assignment, by its label."""
    row = Assignment.objects.select_related("person__person", "field").get(pk=assignment_id)
    return {
        _("Trạng thái"): row.get_state_display(),
        _("Thời hạn"): f"{row.due_on:%d/%m/%Y}" if row.due_on else _("không nêu"),
        _("Lĩnh vực"): row.field.name if row.field else _("chưa phân lĩnh vực"),
        _("Người thực hiện"): row.person.person.full_name if row.person else _("chưa phân công"),
    }


def _changes(act: Act, before: dict[str, str], after: dict[str, str]) -> Effects:
    changed = [[label, before[label], after[label]] for label in before if before[label] != after[label]]
    effect = ACTS[act].effect if act in ACTS else ""
    return changed + ([[str(effect), "", ""]] if effect else [])
