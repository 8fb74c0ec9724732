"""Giving work that was given another wording or product, as the giver. The older words stay on record."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError
from sauro.tasks import events
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.services.demands import SETTABLE
from sauro.tasks.services.recurring import wording_of_period
from vanban.text.normalize import fold, nfc


@transaction.atomic
def reword_assignment(
    *, actor: Actor, assignment_id: UUID, wording: str, product: str, reason: str
) -> list[Assignment]:  # fmt: skip
    """Give work another wording or product, and the open periods of recurring work with it; returns what changed.

    A product that waits for the giver's word is judged by what was demanded: the giver returns it first. Periods with
    such a product, and those that ended, keep their words.
    """
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", assignment)
    if assignment.state not in SETTABLE:
        raise Conflict(
            "demand-settled",
            _("%(code)s: đang có sản phẩm chờ xác nhận hoặc đã kết thúc nên không đổi nội dung. Hãy trả lại trước.")
            % {"code": assignment.code},
        )
    held, said = nfc(wording).strip(), nfc(product).strip()
    if not held:
        raise DomainError("wording-needed", _("Hãy ghi nội dung nhiệm vụ."), field="work")
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi căn cứ, lý do điều chỉnh."), field="reason")
    periods = assignment.parts.filter(period_first__isnull=False, state__in=sorted(SETTABLE)).select_related("unit")
    wordings = [(one, wording_of_period(held, one.period_label)) for one in periods.select_for_update(of=("self",))]
    return [
        one for one, words in [(assignment, held), *wordings] if _write(actor, one, words, said, reason.strip())
    ]  # fmt: skip


def _write(actor: Actor, assignment: Assignment, wording: str, product: str, reason: str) -> bool:
    """Write what differs, with the event that names the fields, never their words."""
    fields = {"wording": wording, "product": product}
    differing = [name for name, words in fields.items() if getattr(assignment, name) != words]
    if not differing:
        return False
    for name in differing:
        setattr(assignment, name, fields[name])
    assignment.search_key = fold(f"{assignment.code} {wording} {assignment.unit.name}")
    assignment.save(update_fields=[*differing, "search_key"])
    record_event(
        actor=actor, event=events.REWORDED, obj=assignment, object_text=assignment.code,
        changes={"fields": [None, differing]}, reason=reason,
    )  # fmt: skip
    return True
