"""Who may read a comment: whoever sees the work; of one side's own talk, the people of that side alone."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.discussions.enums import Audience, Side
from sauro.discussions.models import Comment
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy

PERMISSIONS = {Side.BODY: "tasks.view", Side.GIVER: "giving.view"}
"""The permission by which the people of a side see the work."""


def _of_side(actor: Actor, side: Side, prefix: str = "") -> Q:
    """Return the condition "the actor is of this side of the work".

    A right that reaches the unit of the other side as well, from above both, does not make somebody of this side: who
    gave the work, or stands above both, would otherwise read what the body says to itself. Where the other unit lies
    below, or is the same, nobody is left out.
    """
    unit, other = f"{prefix}unit", f"{prefix}giver_unit"
    if side == Side.GIVER:
        unit, other = other, unit
    below = Q(**{f"{other}__path__startswith": F(f"{unit}__path")})
    condition = Q(**{f"{prefix}person__in": actor.appointment_ids}) if side == Side.BODY else NOBODY
    for scope in actor.scopes(PERMISSIONS[side]):
        place = Q(**{f"{unit}__path__startswith": scope.path}) if scope.include_subtree else Q(**{unit: scope.unit_id})
        reaches = Q(**{f"{other}__path__startswith": scope.path})
        condition |= place & Q(**{f"{prefix}domain": scope.domain}) & (below | ~reaches)
    return condition


def _view(actor: Actor) -> Q:
    # Asked for each of the few comments at hand, not by listing all work the actor sees: that may be a million rows.
    seen = Exists(assignment_policy.visible(actor).filter(pk=OuterRef("assignment")))
    own = Q(side=Side.BODY) & _of_side(actor, Side.BODY, "assignment__")
    own |= Q(side=Side.GIVER) & _of_side(actor, Side.GIVER, "assignment__")
    return Q(seen) & (Q(audience=Audience.BOTH) | own)


def _author(actor: Actor) -> Q:
    return Q(author=actor.user_id) & _view(actor) if actor.user_id is not None else NOBODY


def _speak(actor: Actor) -> Q:
    """Those who work in either unit; who only looks, as an inspector does, does not join in."""
    staff = within(actor, "tasks.work", unit="unit") | within(actor, "giving.follow", unit="unit")
    own = Q(person__in=actor.appointment_ids) if actor.appointment_ids else NOBODY
    return own | staff | within(actor, "giving.follow", unit="giver_unit")


comment_policy = Policy(Comment, {"view": _view, "change": _author})

side_policy = Policy(
    Assignment,
    {
        "view": lambda actor: assignment_policy.condition(actor, "view"),
        "speak": _speak,
        Side.BODY: lambda actor: _of_side(actor, Side.BODY),
        Side.GIVER: lambda actor: _of_side(actor, Side.GIVER),
    },
)
"""Of an assignment: whether the actor is of one of its sides, and whether they may say something."""
