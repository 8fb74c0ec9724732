"""Reading demanded explanations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypedDict, cast
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import VIETNAM, today
from sauro.notices.models import Explanation
from sauro.notices.policies import explanation_policy
from sauro.tasks.chronicle import Entry
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.deadlines import standing_of
from sauro.tasks.timeliness import Timeliness, timeliness_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Dated(TypedDict):
        answered_day: dt.date | None

    DatedExplanation = WithAnnotations[Explanation, _Dated]
else:
    DatedExplanation = Explanation
"""An explanation read with the day of its answer in Vietnam."""


def is_overdue(assignment: Assignment) -> bool:
    """Tell whether the body is late with the work today."""
    return timeliness_of(standing_of(assignment), today=today()) == Timeliness.OVERDUE


def others_give(assignment: Assignment) -> bool:
    """Tell whether giver and body are two: work that its giver keeps, or that crossed, has nobody to ask of."""
    return not assignment.is_kept_by_giver and not assignment.has_crossed


def visible_explanations(actor: Actor) -> QuerySet[DatedExplanation]:
    """Return the demands on work the actor may see, with what lists show of them."""
    rows = explanation_policy.visible(actor).select_related("assignment__unit", "assignment__giver_unit")
    return cast("QuerySet[DatedExplanation]", rows.annotate(answered_day=TruncDate("answered_at", tzinfo=VIETNAM)))


MOST_ON_FIRST_PAGE = 5


def owed_by(actor: Actor) -> tuple[int, int, list[Explanation]]:
    """Return how many explanations the actor may give and has not, how many of them are late, and the first to give.

    Takes two queries, one when nothing is owed.
    """
    owed = explanation_policy.visible(actor, "answer").filter(answered_at__isnull=True)
    counted = owed.aggregate(owed=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today())))
    if not counted["owed"]:
        return 0, 0, []
    first = list(owed.select_related("assignment__unit").order_by("due_on", "id")[:MOST_ON_FIRST_PAGE])
    return counted["owed"], counted["late"], first


def get_explanation(actor: Actor, pk: UUID) -> Explanation:
    """Return a demand the actor may see. Raises ``NotVisible``."""
    return explanation_policy.get_visible(actor, pk, base=Explanation.objects.select_related("assignment__unit"))


def panel_of(actor: Actor, assignment: Assignment) -> dict[str, Any]:
    """Return the part of the page of an assignment, at three queries at most."""
    explanations = _explanations(assignment)
    open_one = next((one for one in explanations if one.answered_at is None), None)
    may_be_asked = open_one is None and others_give(assignment) and is_overdue(assignment)
    return {
        "assignment": assignment,
        "explanations": explanations,
        "may_ask": may_be_asked and assignment_policy.can(actor, "decide", assignment),
        "to_answer": open_one if open_one and explanation_policy.can(actor, "answer", open_one) else None,
        "today": today(),
    }


def entries_of_explanations(_actor: Actor, assignment: Assignment) -> Iterator[Entry]:
    """Yield the explanations demanded on an assignment the caller may see, as its chronicle tells them."""
    for one in _explanations(assignment):
        due = _("Hạn giải trình: %(day)s.") % {"day": f"{one.due_on:%d/%m/%Y}"}
        yield Entry(
            one.asked_at, one.asked_by_name, _("yêu cầu giải trình."), words=one.question, points=[due],
            icon="message-question", is_decision=True,
        )  # fmt: skip
        if one.answered_at is not None:
            yield Entry(one.answered_at, one.answered_by_name, _("giải trình:"), words=one.answer, icon="message-reply")


def _explanations(assignment: Assignment) -> list[Explanation]:
    return list(assignment.explanations.all()) if holds(assignment, "explanations") else []
