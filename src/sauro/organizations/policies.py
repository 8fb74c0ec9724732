"""Who may see and change the register of units. It is public within the installation."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.policies import NOBODY, Policy, within
from sauro.organizations.models import Unit

unit_policy = Policy(
    Unit,
    {
        "view": lambda actor: Q() if actor.grants or actor.is_system else NOBODY,
        "manage": lambda actor: within(actor, "units.manage", unit=None),
    },
)
