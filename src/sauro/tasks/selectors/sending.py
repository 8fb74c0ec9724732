"""What would be sent: every accepted obligation with the bodies its names expand to, for a person to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.organizations.models import Unit
from sauro.tasks.enums import BodyRole, ObligationState
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.selectors.printed import Meanings
from sauro.tasks.sendable import why_not_sendable


@dataclass(frozen=True, slots=True)
class Receiver:
    """A unit that would get an assignment, and the printed name that led to it."""

    unit: Unit
    from_name: str
    crosses: bool


@dataclass(frozen=True, slots=True)
class SendItem:
    """One obligation as it would be sent. ``blocked`` says why it cannot be; ``unresolved`` names lead nowhere."""

    obligation: Obligation
    leads: tuple[Receiver, ...]
    coordinators: tuple[Receiver, ...]
    unresolved: tuple[str, ...]
    blocked: str

    @property
    def is_ready(self) -> bool:
        """Tell whether it can be sent as it stands."""
        return not self.blocked and bool(self.leads)


@dataclass(frozen=True, slots=True)
class SendPreview:
    """What sending a document would do. Nothing is stored by looking."""

    document: Document
    items: tuple[SendItem, ...]
    unreviewed: int
    general_directions: int
    already_sent: int

    @property
    def crossing_names(self) -> list[str]:
        """The bodies of other domains that would receive copied text."""
        receivers = [one for item in self.items for one in (*item.leads, *item.coordinators) if one.crosses]
        return sorted({one.unit.name for one in receivers})


def get_send_preview(*, actor: Actor, document_id: UUID) -> SendPreview:
    """Return the preview of a document the actor may see. Takes the same number of queries for any document."""
    document = document_policy.get_visible(
        actor, document_id, base=Document.objects.select_related("issuer_unit", "owner_unit")
    )
    rows = (
        Obligation.objects.filter(document=document, reading__is_current=True)
        .select_related("field")
        .prefetch_related("bodies__unit")
    )
    obligations = list(rows.exclude(state__in=[ObligationState.DISCARDED, ObligationState.REPLACED]))
    for obligation in obligations:
        obligation.document = document
    accepted = [row for row in obligations if row.state == ObligationState.ACCEPTED]
    to_send = [row for row in accepted if not row.is_general_direction and row.sent_at is None]
    meant = Meanings(document, [body for row in to_send for body in row.bodies.all()])
    return SendPreview(
        document=document,
        items=tuple(_item(document, row, meant) for row in to_send),
        unreviewed=sum(row.state == ObligationState.PROPOSED for row in obligations),
        general_directions=sum(row.is_general_direction for row in accepted),
        already_sent=sum(row.sent_at is not None for row in accepted),
    )


def _item(document: Document, obligation: Obligation, meant: Meanings) -> SendItem:
    bodies = list(obligation.bodies.all())
    leads, lost_leads = _receivers(document, [body for body in bodies if body.role == BodyRole.LEAD], meant)
    helpers = [body for body in bodies if body.role == BodyRole.COORDINATOR]
    coordinators, lost_coordinators = _receivers(document, helpers, meant)
    taken = {one.unit.pk for one in leads}
    return SendItem(
        obligation=obligation,
        leads=leads,
        coordinators=tuple(one for one in coordinators if one.unit.pk not in taken),
        unresolved=(*lost_leads, *lost_coordinators),
        blocked=why_not_sendable(obligation),
    )


def _receivers(
    document: Document, bodies: Sequence[ObligationBody], meant: Meanings
) -> tuple[tuple[Receiver, ...], list[str]]:
    found: dict[UUID, Receiver] = {}
    lost: list[str] = []
    day = today()
    for body in bodies:
        in_force = [unit for unit in meant.units(body) if not unit.valid.isempty and day in unit.valid]
        if not in_force:
            lost.append(body.name)
        for unit in in_force:
            found.setdefault(unit.pk, Receiver(unit, body.name, crosses=unit.domain != document.domain))
    return tuple(found.values()), lost
