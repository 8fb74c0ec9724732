"""Who may see and change the register of units. It is public within the installation."""

from __future__ import annotations

from sauro.access.policies import EVERYTHING, NOBODY, Policy, within
from sauro.organizations.models import Unit

unit_policy = Policy(
    Unit,
    {
        "view": lambda actor: EVERYTHING if actor.grants or actor.is_system else NOBODY,
        # Set-up and the loading of the demo act as the system, before anybody holds a grant.
        "manage": lambda actor: EVERYTHING if actor.is_system else within(actor, "units.manage", unit=None),
    },
)
