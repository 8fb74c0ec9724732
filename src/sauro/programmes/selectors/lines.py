"""The line of a programme that a task comes from."""

from __future__ import annotations

from sauro.access.actor import Actor
from sauro.programmes.models import Entry, EntryAssignment
from sauro.programmes.policies import programme_policy
from sauro.tasks.models import Assignment


def line_of(actor: Actor, assignment: Assignment) -> Entry | None:
    """Return the line, if the task comes from one whose programme the actor may read. Takes one query."""
    rows = EntryAssignment.objects.select_related("entry__programme", "entry__section")
    link = rows.filter(assignment=assignment, entry__programme__in=programme_policy.visible(actor)).first()
    return link.entry if link else None
