"""A person's decision between values that differ, or for less than a year is asked for where somebody allowed it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.targets import events, rules
from sauro.targets.enums import AskState
from sauro.targets.models import Ask, Settlement, Share, YearLine
from sauro.targets.policies import line_policy
from sauro.targets.rules import Amount, Direction
from sauro.targets.services.lines import checked_target
from sauro.targets.services.locking import lock_share
from sauro.targets.services.standings import refresh


@transaction.atomic
def settle(*, actor: Actor, line_id: UUID, chosen_id: UUID | None, reason: str) -> Settlement:
    """Follow one of the values that a year of a share is asked for, or (None) stay with the present target.

    The others are kept with the reason. Raises ``Conflict`` when nothing is to be decided any more.
    """
    share, line, asks = _begin(actor, line_id)
    if not any(ask.state == AskState.OPEN for ask in asks):
        raise Conflict("settled", _("Không còn giá trị nào chờ thống nhất. Hãy tải lại trang để xem mới nhất."))
    _require_reason(reason)
    chosen = _chosen(asks, chosen_id, line)
    settlement = Settlement(line=line, chosen=chosen, before=line.target, reason=reason.strip())
    if chosen is not None:
        line.target, line.target_numerator, line.target_denominator = (
            chosen.value, chosen.numerator, chosen.denominator,
        )  # fmt: skip
        line.target_from = chosen
        line.save()
    return _finish(actor, share, asks, settlement)


@transaction.atomic
def settle_at(*, actor: Actor, line_id: UUID, target: Amount, reason: str, allowed_by: str) -> Settlement:
    """Set a year at a value that nobody asks for; where that is less than is asked, ``allowed_by`` says who allowed it.

    What was asked for is kept with the reason. Works whether or not several values differ. Raises ``Conflict`` for a
    year that nobody asks a value for: its target is the unit's own, on the page of the path.
    """
    share, line, asks = _begin(actor, line_id)
    if not asks:
        raise Conflict("nothing-asked", _("Năm này không ai giao giá trị nào. Hãy ghi ở trang lộ trình."))
    _require_reason(reason)
    checked = checked_target(share, target, field="value")
    if checked.value is None:
        raise DomainError("value-needed", _("Hãy ghi giá trị được phép theo."), field="value")
    if any(ask.value == checked.value for ask in asks):
        raise DomainError("value-asked", _("Có nguồn giao đúng giá trị này. Hãy chọn nguồn ấy ở trên."), field="value")
    if _is_weaker(share, asks, checked) and not allowed_by.strip():
        raise DomainError(
            "permission-needed",
            _("Kém hơn mức được giao thì phải ghi ai cho phép, bằng văn bản nào."),
            field="allowed_by",
        )
    settlement = Settlement(line=line, before=line.target, reason=reason.strip(), allowed_by=allowed_by.strip()[:300])
    line.target, line.target_numerator, line.target_denominator = (
        checked.value, checked.numerator, checked.denominator,
    )  # fmt: skip
    line.target_from = None
    line.save()
    return _finish(actor, share, asks, settlement)


def _begin(actor: Actor, line_id: UUID) -> tuple[Share, YearLine, list[Ask]]:
    seen = line_policy.get_visible(actor, line_id)
    share = lock_share(actor, seen.share_id, "decide")
    line = line_policy.get_locked(actor, line_id)
    return share, line, list(Ask.objects.filter(share=share, year=line.year).exclude(state=AskState.WITHDRAWN))


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise DomainError(
            "reason-needed", _("Hãy ghi lý do: văn bản nào cao hơn, mới hơn, hay vì sao."), field="reason"
        )


def _is_weaker(share: Share, asks: Sequence[Ask], target: Amount) -> bool:
    """Whether a target is less than one of the values asked for, or none at all."""
    direction = Direction(share.indicator.direction)
    return target.value is None or any(rules.is_weaker(direction, ask.value, target.value) for ask in asks)


def _finish(actor: Actor, share: Share, asks: Sequence[Ask], settlement: Settlement) -> Settlement:
    """Sort the values asked for into those that the year now follows and those that it does not, and keep why."""
    line = settlement.line
    for ask in asks:
        follows = ask.value == line.target
        ask.state = AskState.ADOPTED if follows else AskState.NOT_ADOPTED
        ask.reason = ask.reason if follows else settlement.reason
        ask.save()
    settlement.after, settlement.is_weaker = line.target, _is_weaker(share, asks, Amount(line.target))
    settlement.by_name, settlement.at = actor.name, now()
    settlement.save()
    refresh(share)
    record_event(
        actor=actor, event=events.SETTLED, obj=share,
        changes={"year": [None, line.year], "target": [str(settlement.before or ""), str(line.target or "")]},
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
