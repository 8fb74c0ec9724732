"""Demanding an explanation of overdue work, and giving it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.accounts.selectors.recipients import Recipients
from sauro.audit.services import record_event
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.notices import events
from sauro.notices.enums import NoticeKind
from sauro.notices.models import Explanation
from sauro.notices.policies import explanation_policy
from sauro.notices.selectors.explanations import is_overdue, others_give
from sauro.notices.services.hearing import body_of, givers_of
from sauro.notices.services.making import Occasion, make_notices
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy


@transaction.atomic
def ask_explanation(*, actor: Actor, assignment_id: UUID, question: str) -> Explanation:
    """Demand an explanation of overdue work as its giver. One demand at a time; it cannot be taken back."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", assignment)
    if not others_give(assignment):
        raise DomainError("own-work", _("Bên giao tự theo dõi việc này nên không có ai để yêu cầu giải trình."))
    if not is_overdue(assignment):
        raise Conflict("not-overdue", _("Chỉ yêu cầu giải trình khi nhiệm vụ đang quá hạn."))
    if assignment.explanations.filter(answered_at__isnull=True).exists():
        raise Conflict("explanation-open", _("Đã có một yêu cầu giải trình đang chờ trả lời."))
    if not question.strip():
        raise DomainError("question-needed", _("Hãy ghi cần giải trình điều gì."), field="question")
    explanation = Explanation.objects.create(
        assignment=assignment,
        question=question.strip(),
        asked_at=now(),
        asked_by_name=actor.name,
        due_on=add_working_days(today(), settings.EXPLANATION_DAYS),
    )
    record_event(actor=actor, event=events.EXPLANATION_ASKED, obj=assignment, object_text=assignment.code)
    recipients = Recipients([assignment.unit, assignment.giver_unit])
    _tell(NoticeKind.EXPLANATION_ASKED, explanation, assignment, body_of(assignment, recipients), actor)
    return explanation


@transaction.atomic
def give_explanation(*, actor: Actor, explanation_id: UUID, answer: str) -> Explanation:
    """Answer a demand as the body that does the work. The answer stays as it was given."""
    explanation = explanation_policy.get_locked(actor, explanation_id)
    explanation_policy.require(actor, "answer", explanation)
    if explanation.answered_at is not None:
        raise Conflict("explanation-given", _("Yêu cầu này đã được giải trình. Hãy tải lại trang để xem mới nhất."))
    if not answer.strip():
        raise DomainError("answer-needed", _("Hãy viết nội dung giải trình."), field="answer")
    explanation.answer = answer.strip()
    explanation.answered_at = now()
    explanation.answered_by_name = actor.name
    explanation.save()
    assignment = explanation.assignment
    record_event(actor=actor, event=events.EXPLANATION_GIVEN, obj=assignment, object_text=assignment.code)
    recipients = Recipients([assignment.giver_unit])
    _tell(NoticeKind.EXPLANATION_GIVEN, explanation, assignment, givers_of(assignment, recipients), actor)
    return explanation


def _tell(
    kind: NoticeKind, explanation: Explanation, assignment: Assignment, users: frozenset[UUID], actor: Actor
) -> None:
    others = users - {actor.user_id} if actor.user_id else users
    make_notices([Occasion(kind, f"{kind}:{explanation.pk}", others, assignment=assignment)])
