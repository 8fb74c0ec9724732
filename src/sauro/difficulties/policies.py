"""Who may see and answer difficulties: who raised one, every unit it lies or lay with, who gave the work, no others."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.difficulties.models import Difficulty
from sauro.organizations.models import Unit


def _raise(actor: Actor) -> Q:
    """Those who work for the unit that raised it."""
    own = Q(assignment__person__in=actor.appointment_ids) if actor.appointment_ids else NOBODY
    return own | within(actor, "tasks.work", unit="unit")


def _answer(actor: Actor) -> Q:
    """The unit it lies with; the next one above as well, once that was told that the answer is overdue."""
    here = within(actor, "giving.decide", unit="at_unit") | within(actor, "tasks.lead", unit="at_unit")
    return here | within(actor, "giving.decide", unit="escalated_to")


def _view(actor: Actor) -> Q:
    passed = within(actor, "tasks.view", unit="forwardings__from_unit")
    return (
        _raise(actor)
        | _answer(actor)
        | within(actor, "tasks.view", unit="unit")
        | within(actor, "giving.view", unit="at_unit")
        | within(actor, "giving.view", unit="escalated_to")
        # Whoever judges the work has to know what it waits for, whichever body is asked.
        | within(actor, "giving.view", unit="assignment__giver_unit")
        | passed
    )


raising_policy = Policy(Unit, {"view": lambda actor: within(actor, "tasks.work", unit=None)})
"""Of a unit: who may raise a difficulty in its name that is tied to no work."""

difficulty_policy = Policy(Difficulty, {"view": _view, "raise": _raise, "answer": _answer})
