"""What is done to one of several assignments bound together is done to all of them that are being worked on."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import Conflict, DomainError
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.bindings import bound_ids
from sauro.tasks.services.carrying import lock_bottom_up
from sauro.tasks.transitions import WORKING_STATES


def lock_bound(actor: Actor, assignment_id: UUID) -> list[Assignment]:
    """Lock an assignment and all it is bound to, and return the others that are being worked on. Needs a transaction.

    Raises :class:`Conflict` when somebody bound it or took it out meanwhile, :class:`DomainError` when the actor may
    not work on one of them.
    """
    ids = bound_ids(assignment_id)
    locked = lock_bottom_up([assignment_id, *ids])
    if set(bound_ids(assignment_id)) != set(ids):
        raise Conflict("binding-changed", _("Vừa có người gắn chung hoặc gỡ việc này. Hãy tải lại trang rồi làm lại."))
    others = [row for pk, row in locked.items() if pk != assignment_id and row.state in WORKING_STATES]
    may = set(
        assignment_policy.visible(actor, "work").filter(pk__in=[row.pk for row in others]).values_list("pk", flat=True)
    )
    if len(may) < len(others):
        raise DomainError(
            "bound-work",
            _("Nhiệm vụ được gắn chung với việc mà bạn không được phân công. Hãy nhờ lãnh đạo đơn vị phân công."),
        )
    return sorted(others, key=lambda row: row.code)
