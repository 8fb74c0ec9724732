"""What the page of an assignment tells of the work it is bound to, and of work that may be the same."""

from __future__ import annotations

from typing import Any

from sauro.access.actor import Actor
from sauro.tasks.badges import light_badge, state_badge
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.bindings import bound_work_of
from sauro.tasks.selectors.likely import likely_of
from sauro.tasks.transitions import OPEN_STATES


def bindings_of(actor: Actor, assignment: Assignment) -> dict[str, Any]:
    """Return the binding with its assignments, and likely ones, for those who see the work of the body."""
    work = bound_work_of(actor, assignment)
    members = [(member, row, light_badge(row), state_badge(row)) for member, row in work.members] if work else []
    may_lead = assignment_policy.can(actor, "lead", assignment)
    return {
        "binding": work.binding if work else None,
        "members": members,
        "likely": likely_of(actor, assignment),
        "may_bind": may_lead and assignment.state in OPEN_STATES and not assignment.is_recurring,
        "may_unbind": may_lead,
    }
