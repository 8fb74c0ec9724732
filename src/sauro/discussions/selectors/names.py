"""Completion of the names that can be marked in a comment."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import NotVisible
from sauro.discussions.selectors.audience import Mentionable, Scope, matching, mentionables, sides_of
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy

SHOWN = 8


def names_in_reach(actor: Actor, assignment_id: UUID, scope: Scope, query: str) -> list[Mentionable]:
    """Return the first who can be named in a comment of a scope and whose words hold the query; never the writer.

    Raises ``NotVisible`` for work the actor does not see, and for a side they are not of.
    """
    base = Assignment.objects.select_related("unit", "giver_unit")
    assignment = assignment_policy.get_visible(actor, assignment_id, base=base)
    if scope.side is not None and scope.side not in sides_of(actor, assignment):
        raise NotVisible("not-found", _("Bạn không thuộc bên này."))
    others = [one for one in mentionables(assignment, scope) if one.user_id is None or one.user_id != actor.user_id]
    return matching(others, query, limit=SHOWN)
