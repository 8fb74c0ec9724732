"""One obligation by its identity alone, and what its six marks depend on."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Prefetch

from sauro.access.actor import Actor
from sauro.tasks.enums import BodyRole
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.obligation_progress import ObligationProgress, Strand, obligation_progress
from sauro.tasks.policies import obligation_policy
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import visible_assignments
from sauro.tasks.six_clears import Facts, Lead


def get_obligation(*, actor: Actor, obligation_id: UUID) -> Obligation:
    """Return one obligation with its bodies. Raises ``NotVisible``."""
    bodies = ObligationBody.objects.select_related("unit").order_by("position", "id")
    base = Obligation.objects.prefetch_related(Prefetch("bodies", queryset=bodies))
    return obligation_policy.get_visible(actor, obligation_id, base=base)


def roll_up_of(actor: Actor, obligation: Obligation) -> tuple[ObligationProgress, list[TimedAssignment]]:
    """Return where an obligation stands, and the assignments it became that the actor may see, leads first."""
    rows = visible_assignments(actor).filter(obligation=obligation).order_by("-role", "unit__level", "unit__sort_key")
    found = list(rows)
    strands = [Strand(row.role, row.state, row.progress, row.light) for row in found]
    return obligation_progress(strands), found


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
