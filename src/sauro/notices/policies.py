"""Who may read a notice: the user it was made for, while they may still see what it is about."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, Rule, within
from sauro.difficulties.policies import difficulty_policy
from sauro.notices.models import CalendarFeed, Explanation, Notice
from sauro.notices.subjects import subject_kinds
from sauro.organizations.models import Unit
from sauro.tasks.policies import assignment_policy


def _own(actor: Actor) -> Q:
    if actor.user_id is None:
        return NOBODY
    # Asked for each of the user's own notices, not by listing everything the user may see: that may be a million rows.
    work = assignment_policy.visible(actor).filter(pk=OuterRef("assignment"))
    difficulty = difficulty_policy.visible(actor).filter(pk=OuterRef("difficulty"))
    of_work = Q(difficulty__isnull=True, subject_kind="") & Q(Exists(work))
    seen = of_work | Q(Exists(difficulty))
    for kind in subject_kinds():
        seen |= Q(subject_kind=kind.name) & Q(Exists(kind.visible(actor).filter(pk=OuterRef("subject_id"))))
    return Q(user=actor.user_id) & seen


notice_policy = Policy(Notice, {"view": _own})

rule_policy = Policy(Unit, {"view": lambda actor: within(actor, "tasks.lead", unit=None)})
"""Of a unit: who sets the rules by which it is reminded."""

feed_policy = Policy(
    CalendarFeed, {"view": lambda actor: Q(user=actor.user_id) if actor.user_id is not None else NOBODY}
)


def _of_work(action: str) -> Rule:
    """The right to do ``action`` to the assignment that is to be explained."""
    return lambda actor: Q(assignment__in=assignment_policy.visible(actor, action).values("pk"))


explanation_policy = Policy(Explanation, {"view": _of_work("view"), "answer": _of_work("work")})
