"""Who may see how the machine fared: counts per field, where they hold the permission."""

from __future__ import annotations

from sauro.access.policies import Policy, within
from sauro.annotations.models import Comparison

comparison_policy = Policy(Comparison, {"view": lambda actor: within(actor, "accuracy.view", unit="owner_unit")})
