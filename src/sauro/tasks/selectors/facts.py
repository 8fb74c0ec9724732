"""What the six marks of a stored obligation depend on."""

from __future__ import annotations

from collections.abc import Sequence

from sauro.tasks.enums import BodyRole
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.six_clears import Facts, Lead


def facts_of(obligation: Obligation, bodies: Sequence[ObligationBody]) -> Facts:
    """Return the facts of an obligation and its bodies."""
    leads = [Lead(body.name, body.start, body.end) for body in bodies if body.role == BodyRole.LEAD]
    return Facts(
        elements=obligation.elements,
        leads=leads,
        lead_source=obligation.lead_source,
        due_on=obligation.due_on,
        due_origin=obligation.due_origin,
        recurrence=obligation.recurrence,
        no_product_needed=obligation.no_product_needed,
    )
