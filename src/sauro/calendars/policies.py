"""Who may see and change the calendar. It is national and holds for all domains alike."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import EVERYTHING, NOBODY, Policy
from sauro.calendars.models import CalendarYear


def _view(actor: Actor) -> Q:
    return EVERYTHING if actor.grants or actor.is_system else NOBODY


calendar_policy = Policy(
    CalendarYear,
    {
        "view": _view,
        "manage": lambda actor: EVERYTHING if actor.is_system or actor.holds("calendar.manage") else NOBODY,
    },
)
