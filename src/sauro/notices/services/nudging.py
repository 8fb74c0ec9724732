"""Reminding a body by hand, between the reminders that come by themselves: once a day for one piece of work."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.accounts.selectors.recipients import Recipients
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.notices import events
from sauro.notices.enums import NoticeKind
from sauro.notices.models import Notice
from sauro.notices.selectors.explanations import others_give
from sauro.notices.services.hearing import body_of
from sauro.notices.services.making import Occasion, make_notices
from sauro.tasks.models import Assignment
from sauro.tasks.parts import UNDELIVERED
from sauro.tasks.policies import assignment_policy


@transaction.atomic
def nudge(*, actor: Actor, assignment_id: UUID) -> int:
    """Remind the person in charge and those who lead the body of work that is not delivered. Returns how many."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "urge", assignment)
    if not others_give(assignment):
        raise DomainError("own-work", _("Bên giao tự theo dõi việc này nên không có ai để nhắc."))
    if assignment.state not in UNDELIVERED:
        raise Conflict("nothing-to-remind", _("Nhiệm vụ đã nộp hoặc đã kết thúc nên không cần nhắc."))
    key = f"nudge:{assignment.pk}:{today():%Y%m%d}"
    if Notice.objects.filter(assignment=assignment, key=key).exists():
        raise Conflict("reminded-today", _("Hôm nay đã nhắc việc này rồi."))
    users = _others(assignment, actor)
    if not users:
        raise DomainError("nobody-to-remind", _("Đơn vị thực hiện chưa có tài khoản nào để nhắc."))
    record_event(actor=actor, event=events.REMINDED, obj=assignment, object_text=assignment.code)
    return make_notices([Occasion(NoticeKind.NUDGED, key, users, assignment=assignment)])


def _others(assignment: Assignment, actor: Actor) -> frozenset[UUID]:
    users = body_of(assignment, Recipients([assignment.unit, assignment.giver_unit]))
    return users - {actor.user_id} if actor.user_id else users
