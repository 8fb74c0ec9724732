"""The line of a programme that a task comes from."""

from __future__ import annotations

from sauro.access.actor import Actor
from sauro.programmes.models import Entry, EntryAssignment
from sauro.programmes.policies import programme_policy
from sauro.tasks.models import Assignment


def line_of(actor: Actor, assignment: Assignment) -> Entry | None:
    """Return the line, if the task, or the head of its series, comes from one whose programme the actor may read.

    Takes one query.
    """
    rows = EntryAssignment.objects.select_related("entry__programme", "entry__section")
    tasks = [assignment.pk, assignment.parent_id] if assignment.period_first else [assignment.pk]
    link = rows.filter(assignment__in=tasks, entry__programme__in=programme_policy.visible(actor)).first()
    return link.entry if link else None
