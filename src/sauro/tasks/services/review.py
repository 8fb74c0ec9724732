"""The deeds of the directive desk on one obligation as it stands: accept, discard and the ways back.

Every deed names the ``version`` its page was drawn from; when somebody was faster it is refused
(:class:`~sauro.tasks.services.review_common.StaleObligation`). Splitting, merging and adding are in ``review_shape``,
editing in ``review_edit``, binding names in ``review_names``; all are offered from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import DomainError
from sauro.documents.selectors.readings import uncertain_words
from sauro.tasks import events
from sauro.tasks.doubtful_words import Doubt, UncertainWord, doubts_of
from sauro.tasks.due_doubts import doubt_of
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Obligation
from sauro.tasks.services.review_common import (
    StaleObligation,
    check_free,
    clear_review,
    in_force,
    lock_document,
    lock_document_of,
    lock_obligation,
    mark_reviewed,
    require_state,
    save_with_event,
)
from sauro.tasks.services.review_edit import (
    BodyEdit,
    ObligationEdit,
    drop_deadline,
    edit_obligation,
    take_printed_deadline,
)
from sauro.tasks.services.review_names import bind_name
from sauro.tasks.services.review_presence import mark_present
from sauro.tasks.services.review_shape import (
    add_obligation,
    merge_obligations,
    split_obligation,
    take_back_merge,
    take_back_split,
)

__all__ = [
    "CONFIDENT",
    "BodyEdit",
    "ObligationEdit",
    "StaleObligation",
    "accept_confident",
    "accept_obligation",
    "add_obligation",
    "bind_name",
    "discard_obligation",
    "edit_obligation",
    "is_confident",
    "mark_present",
    "merge_obligations",
    "restore_obligation",
    "set_general_direction",
    "split_obligation",
    "take_back_merge",
    "take_back_split",
    "unaccept_obligation",
]

CONFIDENT = 0.9
"""From this confidence on, the extractor is right on at least 95 of 100 tasks (its calibration promise)."""

_PROPOSED, _ACCEPTED, _DISCARDED = ObligationState.PROPOSED, ObligationState.ACCEPTED, ObligationState.DISCARDED


@transaction.atomic
def accept_obligation(*, actor: Actor, obligation_id: UUID, version: int, looked: bool = False) -> Obligation:
    """Accept an obligation as it stands: from now on it can be sent.

    ``looked`` says that the person was shown the words recognised with little confidence that its parts rest on; an
    obligation with such words is not accepted without.
    """
    obligation = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(obligation, _PROPOSED)
    if not looked:
        _require_certain(obligation)
    obligation.state = _ACCEPTED
    mark_reviewed(obligation, actor)
    return save_with_event(
        actor=actor,
        obligation=obligation,
        event=events.REVIEW_ACCEPTED,
        changes={"state": [str(_PROPOSED), str(_ACCEPTED)]},
    )


@transaction.atomic
def unaccept_obligation(*, actor: Actor, obligation_id: UUID, version: int) -> Obligation:
    """Open an accepted obligation again, as long as it was not sent."""
    obligation = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(obligation, _ACCEPTED)
    obligation.state = _PROPOSED
    clear_review(obligation)
    return save_with_event(
        actor=actor,
        obligation=obligation,
        event=events.REVIEW_UNACCEPTED,
        changes={"state": [str(_ACCEPTED), str(_PROPOSED)]},
    )


@transaction.atomic
def discard_obligation(*, actor: Actor, obligation_id: UUID, version: int, reason: str = "") -> Obligation:
    """Set aside what is no task. The row stays and can be restored."""
    obligation = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(obligation, _PROPOSED, _ACCEPTED)
    before = obligation.state
    obligation.state = _DISCARDED
    mark_reviewed(obligation, actor)
    return save_with_event(
        actor=actor,
        obligation=obligation,
        event=events.REVIEW_DISCARDED,
        changes={"state": [before, str(_DISCARDED)]},
        reason=reason.strip(),
    )


@transaction.atomic
def restore_obligation(*, actor: Actor, obligation_id: UUID, version: int) -> Obligation:
    """Bring a discarded obligation back for review, unless its words meanwhile belong to another one."""
    document = lock_document_of(actor=actor, obligation_id=obligation_id)
    obligation = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(obligation, _DISCARDED)
    check_free(document, obligation.start, obligation.end)
    obligation.state = _PROPOSED
    clear_review(obligation)
    return save_with_event(
        actor=actor,
        obligation=obligation,
        event=events.REVIEW_RESTORED,
        changes={"state": [str(_DISCARDED), str(_PROPOSED)]},
    )


@transaction.atomic
def set_general_direction(*, actor: Actor, obligation_id: UUID, version: int, value: bool) -> Obligation:
    """Say whether the obligation is a general direction (no state, light or deadline) or a task.

    A general direction loses its day; a task gets back the one that its document prints.
    """
    obligation = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(obligation, _PROPOSED, _ACCEPTED)
    before = (obligation.is_general_direction, obligation.due_on)
    obligation.is_general_direction = value
    if value:
        drop_deadline(obligation)
    elif obligation.due_on is None:
        take_printed_deadline(obligation)
    changes: dict[str, list[bool | str]] = {"is_general_direction": [before[0], value]}
    if before[1] != obligation.due_on:
        changes["due_on"] = [str(before[1] or ""), str(obligation.due_on or "")]
    return save_with_event(actor=actor, obligation=obligation, event=events.REVIEW_DIRECTION_SET, changes=changes)


@transaction.atomic
def accept_confident(*, actor: Actor, document_id: UUID, minimum: float = CONFIDENT) -> list[Obligation]:
    """Accept every open obligation of the document whose confidence is at least ``minimum``; return them.

    A deadline whose day a person has to choose is left open, whatever the confidence, and so is what rests on a word
    recognised with little confidence. One event lists the ids.
    """
    document = lock_document(actor=actor, document_id=document_id)
    open_rows = in_force(document).filter(state=_PROPOSED, sent_at__isnull=True)
    locked = list(open_rows.select_for_update().order_by("start"))
    uncertain = uncertain_words(document)
    accepted = [row for row in locked if is_confident(row, minimum) and not _doubts(row, uncertain)]
    for obligation in accepted:
        obligation.state = _ACCEPTED
        obligation.version += 1
        mark_reviewed(obligation, actor)
    if accepted:
        Obligation.objects.bulk_update(accepted, ["state", "version", "reviewed_by_name", "reviewed_at"])
        record_event(
            actor=actor,
            event=events.REVIEW_ACCEPTED_MANY,
            obj=document,
            changes={"obligations": [str(row.pk) for row in accepted], "minimum": minimum, "at": now().isoformat()},
        )
    return accepted


def _require_certain(obligation: Obligation) -> None:
    doubts = _doubts(obligation, uncertain_words(obligation.document))
    if doubts:
        raise DomainError(
            "look-first",
            _("Máy đọc chưa chắc ở: %(parts)s. Hãy so với bản gốc trước khi chấp nhận.")
            % {"parts": ", ".join(doubt.label.lower() for doubt in doubts)},
        )


def _doubts(obligation: Obligation, uncertain: Sequence[UncertainWord]) -> list[Doubt]:
    return doubts_of(obligation, obligation.bodies.all(), uncertain) if uncertain else []


def is_confident(obligation: Obligation, minimum: float = CONFIDENT) -> bool:
    """Tell whether the machine was sure enough: at least ``minimum``, and no day of a deadline is left to choose."""
    needs_a_choice = obligation.due_on is None and doubt_of(obligation.elements.get("due")) is not None
    return obligation.confidence is not None and obligation.confidence >= minimum and not needs_a_choice
