"""What counts as touching the work beside its own steps: what the body said to the giver about it."""

from __future__ import annotations

import datetime as dt

from sauro.tasks.models import Assignment


def set_commented_at(*, assignment: Assignment, at: dt.datetime | None) -> None:
    """Note when the body last said something to both sides, or that it said nothing. The row must be locked."""
    assignment.commented_at = at
    assignment.save(update_fields=["commented_at"])
