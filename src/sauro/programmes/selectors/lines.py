"""The line of a programme that a task or a target comes from."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.programmes.models import Entry, EntryAssignment, EntryTarget
from sauro.programmes.policies import programme_policy
from sauro.targets.models import Share
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment


def line_of(actor: Actor, assignment: Assignment) -> Entry | None:
    """Return the line, if the task, or the head of its series, comes from one whose programme the actor may read.

    Takes one query at most.
    """
    # An occurrence may come from the line of the head of its series.
    if not assignment.period_first and not holds(assignment, "line"):
        return None
    rows = EntryAssignment.objects.select_related("entry__programme", "entry__section")
    tasks = [assignment.pk, assignment.parent_id] if assignment.period_first else [assignment.pk]
    link = rows.filter(assignment__in=tasks, entry__programme__in=programme_policy.visible(actor)).first()
    return link.entry if link else None


def lines_of_target(actor: Actor, share: Share) -> list[Entry]:
    """Return the lines that a share, or the part of an office, comes from; the newest first. Takes one query."""
    rows = EntryTarget.objects.filter(Q(share=share) | Q(part=share))
    rows = rows.filter(entry__programme__in=programme_policy.visible(actor))
    rows = rows.select_related("entry__programme__unit", "entry__section")
    return [link.entry for link in rows.order_by("-entry__programme__issued_on", "pk")]
