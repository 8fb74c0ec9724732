"""One obligation by its identity alone, and what its six marks depend on."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Prefetch

from sauro.access.actor import Actor
from sauro.tasks.enums import BodyRole
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.policies import obligation_policy
from sauro.tasks.six_clears import Facts, Lead


def get_obligation(*, actor: Actor, obligation_id: UUID) -> Obligation:
    """Return one obligation with its bodies. Raises ``NotVisible``."""
    bodies = ObligationBody.objects.select_related("unit").order_by("position", "id")
    base = Obligation.objects.prefetch_related(Prefetch("bodies", queryset=bodies))
    return obligation_policy.get_visible(actor, obligation_id, base=base)


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
