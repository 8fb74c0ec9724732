"""A person's decision between values that differ."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.targets import events, rules
from sauro.targets.enums import AskState
from sauro.targets.models import Ask, Settlement, YearLine
from sauro.targets.policies import line_policy
from sauro.targets.rules import Direction
from sauro.targets.services.locking import lock_share
from sauro.targets.services.standings import refresh


@transaction.atomic
def settle(*, actor: Actor, line_id: UUID, chosen_id: UUID | None, reason: str) -> Settlement:
    """Follow one of the values that a year of a share is asked for, or (None) stay with the present target.

    The others are kept with the reason. Raises ``Conflict`` when nothing is to be decided any more.
    """
    seen = line_policy.get_visible(actor, line_id)
    share = lock_share(actor, seen.share_id, "decide")
    line = line_policy.get_locked(actor, line_id)
    asks = list(Ask.objects.filter(share=share, year=line.year).exclude(state=AskState.WITHDRAWN))
    if not any(ask.state == AskState.OPEN for ask in asks):
        raise Conflict("settled", _("Không còn giá trị nào chờ thống nhất. Hãy tải lại trang để xem mới nhất."))
    if not reason.strip():
        raise DomainError(
            "reason-needed", _("Hãy ghi lý do: văn bản nào cao hơn, mới hơn, hay vì sao."), field="reason"
        )
    chosen = _chosen(asks, chosen_id, line)
    before = line.target
    if chosen is not None:
        line.target, line.target_numerator, line.target_denominator = (
            chosen.value, chosen.numerator, chosen.denominator,
        )  # fmt: skip
        line.target_from = chosen
        line.save()
    for ask in asks:
        follows = ask.value == line.target
        ask.state = AskState.ADOPTED if follows else AskState.NOT_ADOPTED
        ask.reason = ask.reason if follows else reason.strip()
        ask.save()
    direction = Direction(share.indicator.direction)
    settlement = Settlement.objects.create(
        line=line, chosen=chosen, before=before, after=line.target, reason=reason.strip(), by_name=actor.name, at=now(),
        is_weaker=line.target is None or any(rules.is_weaker(direction, ask.value, line.target) for ask in asks),
    )  # fmt: skip
    refresh(share)
    record_event(
        actor=actor, event=events.SETTLED, obj=share,
        changes={"year": [None, line.year], "target": [str(before or ""), str(line.target or "")]},
    )  # fmt: skip
    return settlement


def _chosen(asks: list[Ask], chosen_id: UUID | None, line: YearLine) -> Ask | None:
    if chosen_id is None:
        if line.target is None:
            raise DomainError(
                "no-own-value", _("Năm này chưa có chỉ tiêu riêng. Hãy chọn một giá trị."), field="chosen"
            )
        return None
    chosen = next((ask for ask in asks if ask.pk == chosen_id), None)
    if chosen is None:
        raise DomainError("unknown-ask", _("Giá trị này không còn. Hãy tải lại trang."), field="chosen")
    return chosen
