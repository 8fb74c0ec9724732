"""Who may see and do what with programmes: the unit's own people; the level above follows, and reads what is issued."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.programmes.enums import PUBLIC
from sauro.programmes.models import Programme, ProgrammeTemplate


def _own(actor: Actor, level: str) -> Q:
    return within(actor, f"programmes.{level}", unit="unit")


def _in_territory(actor: Actor) -> Q:
    """Programmes of the same domain in the territory of the actor's committee."""
    condition = NOBODY
    for scope in actor.scopes("programmes.view"):
        above = scope.path.rstrip("/").rpartition("/")[0]
        if above:
            condition |= Q(unit__path__startswith=f"{above}/", domain=scope.domain)
    return condition


def _view(actor: Actor) -> Q:
    return _own(actor, "view") | (_in_territory(actor) & Q(state__in=PUBLIC))


programme_policy = Policy(
    Programme,
    {
        "view": _view,
        # State and counts only: a draft of a commune is its own business until it is issued.
        "follow": lambda actor: _own(actor, "view") | _in_territory(actor),
        "write": lambda actor: _own(actor, "write"),
        "appraise": lambda actor: _own(actor, "appraise"),
        "decide": lambda actor: _own(actor, "decide"),
    },
)


def _view_template(actor: Actor) -> Q:
    """Templates of a unit serve it and everybody below it."""
    condition = within(actor, "programmes.view", unit="owner_unit")
    for scope in actor.scopes("programmes.view"):
        codes = scope.path.rstrip("/").split("/")
        above = ["/".join(codes[:count]) + "/" for count in range(1, len(codes) + 1)]
        condition |= Q(owner_unit__path__in=above, domain=scope.domain)
    return condition


template_policy = Policy(
    ProgrammeTemplate,
    {"view": _view_template, "change": lambda actor: within(actor, "programmes.write", unit="owner_unit")},
)
