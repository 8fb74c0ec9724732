"""What the giver demands: which product, or none, and by which criteria it will be judged. Set when the work is sent or
later while nothing waits for the giver's word; every change stays on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.tasks import events
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment, Criterion
from sauro.tasks.models.checklists import LONGEST_CRITERION
from sauro.tasks.policies import assignment_policy
from sauro.tasks.transitions import OPEN_STATES
from vanban.text.normalize import nfc

MOST_CRITERIA = 20
SETTABLE = OPEN_STATES - {State.HANDED_IN}
"""A product that waits is judged by what was demanded when it was handed in; whoever wants more returns it."""


@dataclass(frozen=True, slots=True)
class Demand:
    """The product in words, or the giver's word that none is needed, and the criteria of acceptance."""

    product: str = ""
    no_product_needed: bool = False
    criteria: Sequence[str] = ()


@transaction.atomic
def set_demand(*, actor: Actor, assignment_id: UUID, demand: Demand) -> Assignment:
    """Say what product is demanded and by which criteria it is judged.

    Criteria that stay keep what was said to them; those left out are dropped, not deleted.
    """
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", assignment)
    if assignment.state not in SETTABLE:
        raise Conflict(
            "demand-settled",
            _("Đang có sản phẩm chờ xác nhận hoặc nhiệm vụ đã kết thúc nên không đổi yêu cầu được. Hãy trả lại trước."),
        )
    product = nfc(demand.product).strip()
    if product and demand.no_product_needed:
        raise DomainError(
            "product-both", _("Đã ghi sản phẩm thì không chọn “không cần sản phẩm”."), field="no_product_needed"
        )
    texts = checked_criteria(demand.criteria)
    before = (assignment.product, assignment.no_product_needed)
    assignment.product, assignment.no_product_needed = product, demand.no_product_needed
    assignment.save(update_fields=["product", "no_product_needed"])
    added, dropped = _bring_in_line(actor, assignment, texts)
    if added or dropped or before != (product, demand.no_product_needed):
        record_event(
            actor=actor,
            event=events.DEMAND_SET,
            obj=assignment,
            object_text=assignment.code,
            changes={
                "criteria_added": [None, added],
                "criteria_dropped": [None, dropped],
                "product_changed": [None, before[0] != product],
                "no_product_needed": [before[1], demand.no_product_needed],
            },
        )
    return assignment


def checked_criteria(texts: Sequence[str]) -> list[str]:
    """Return the criteria without blanks and repetitions. Raises ``DomainError`` on the field ``criteria``."""
    lines = list(dict.fromkeys(line for line in (" ".join(nfc(text).split()) for text in texts) if line))
    if len(lines) > MOST_CRITERIA:
        raise DomainError(
            "too-many-criteria", _("Tối đa %(most)s tiêu chí.") % {"most": MOST_CRITERIA}, field="criteria"
        )
    long = next((line for line in lines if len(line) > LONGEST_CRITERION), None)
    if long is not None:
        raise DomainError(
            "criterion-long",
            _("Tiêu chí “%(text)s…” dài quá %(most)s ký tự.") % {"text": long[:40], "most": LONGEST_CRITERION},
            field="criteria",
        )
    return lines


def add_criteria(*, actor: Actor, assignments: Sequence[Assignment], texts: Sequence[str]) -> None:
    """Give new assignments their criteria, already checked. Needs the transaction that made them."""
    moment = now()
    Criterion.objects.bulk_create(
        Criterion(assignment=one, position=position, text=text, set_at=moment, set_by_name=actor.name)
        for one in assignments
        for position, text in enumerate(texts, 1)
    )


def copy_criteria(*, pairs: Sequence[tuple[Assignment, Assignment]]) -> None:
    """Give each second assignment the criteria that hold for the first. Needs the transaction that made them."""
    sources = {source.pk for source, _target in pairs}
    held: dict[UUID, list[Criterion]] = {}
    for row in Criterion.objects.filter(assignment__in=sources, dropped_at__isnull=True):
        held.setdefault(row.assignment_id, []).append(row)
    Criterion.objects.bulk_create(
        Criterion(
            assignment=target,
            position=row.position,
            text=row.text,
            set_at=row.set_at,
            set_by_name=row.set_by_name,
        )
        for source, target in pairs
        for row in held.get(source.pk, ())
    )


def _bring_in_line(actor: Actor, assignment: Assignment, texts: Sequence[str]) -> tuple[int, int]:
    """Add what is new and drop what is left out; return how many of each."""
    moment = now()
    known = {row.text: row for row in assignment.criteria.filter(dropped_at__isnull=True)}
    gone = [row for text, row in known.items() if text not in texts]
    for row in gone:
        row.dropped_at, row.dropped_by_name = moment, actor.name
        row.save(update_fields=["dropped_at", "dropped_by_name"])
    added = 0
    for position, text in enumerate(texts, 1):
        kept = known.get(text)
        if kept is None:
            Criterion.objects.create(
                assignment=assignment, position=position, text=text, set_at=moment, set_by_name=actor.name
            )
            added += 1
        elif kept.position != position:
            kept.position = position
            kept.save(update_fields=["position"])
    return added, len(gone)
