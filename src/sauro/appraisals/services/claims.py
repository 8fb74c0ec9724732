"""Claims on a piece of work: an objective cause, a disputed conclusion, work that was moved away."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import ClaimAbout, ClaimKind, ClaimState, SheetState
from sauro.appraisals.models import Claim, SheetItem
from sauro.appraisals.policies import claim_policy, sheet_policy
from sauro.appraisals.services.filling import renew
from sauro.appraisals.services.stating import begin_item, check_not_closed
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError


@transaction.atomic
def make_claim(*, actor: Actor, item_id: UUID, kind: ClaimKind, about: ClaimAbout, text: str, times: int = 1) -> Claim:
    """Ask that failures or delays of a line do not count, or that the line does not.

    Nothing changes until it is granted. Possible until the month is closed. Raises ``text-needed``,
    ``nothing-to-claim``, ``claim-open``, ``sheet-fixed``.
    """
    item, sheet = begin_item(actor, item_id)
    sheet_policy.require(actor, "own", sheet)
    check_not_closed(sheet)
    if sheet.state == SheetState.CONFIRMED:
        raise Conflict("sheet-fixed", _("Phiếu đã được xác nhận. Hãy đề nghị người đánh giá trả lại phiếu."))
    if not text.strip():
        raise DomainError("text-needed", _("Hãy ghi lý do, nêu sự việc và căn cứ."), field="text")
    if (kind == ClaimKind.MOVED) != (about == ClaimAbout.WHOLE):
        raise DomainError("about-wrong", _("Việc được điều chuyển thì đề nghị cho cả việc."), field="about")
    _check_amount(item, about, times)
    if item.claims.filter(about=about, state=ClaimState.OPEN).exists():
        raise Conflict("claim-open", _("Đã có đề nghị đang chờ trả lời cho việc này."))
    claim = Claim.objects.create(
        item=item, kind=kind, about=about, times=times, text=text.strip(), made_at=now(), made_by_name=actor.name
    )
    record_event(actor=actor, event=events.CLAIM_MADE, obj=claim, changes={"kind": [None, str(kind)]})
    return claim


@transaction.atomic
def withdraw_claim(*, actor: Actor, claim_id: UUID) -> Claim:
    """Take back a claim that nobody answered yet."""
    claim = _begin(actor, claim_id, "own")
    claim.state = ClaimState.WITHDRAWN
    claim.save()
    record_event(
        actor=actor, event=events.CLAIM_WITHDRAWN, obj=claim, changes={"state": [ClaimState.OPEN, claim.state]}
    )
    return claim


@transaction.atomic
def decide_claim(*, actor: Actor, claim_id: UUID, is_granted: bool, answer: str) -> Claim:
    """Grant or refuse a claim, with words (NĐ 335 Điều 14 khoản 2: the authority confirms the objective cause).

    Granted failures or delays are exempt; granted moved work leaves the sheet. Raises ``answer-needed``.
    """
    claim = _begin(actor, claim_id, "judge")
    if not answer.strip():
        raise DomainError("answer-needed", _("Hãy ghi căn cứ của kết luận."), field="answer")
    claim.state = ClaimState.GRANTED if is_granted else ClaimState.REFUSED
    claim.answer, claim.decided_at, claim.decided_by_name = answer.strip(), now(), actor.name
    claim.save()
    if is_granted:
        _apply(claim)
    renew([claim.item.sheet_id])
    record_event(
        actor=actor, event=events.CLAIM_DECIDED, obj=claim, changes={"state": [ClaimState.OPEN, str(claim.state)]},
        reason=claim.answer,
    )  # fmt: skip
    return claim


def _apply(claim: Claim) -> None:
    item = claim.item
    if claim.about == ClaimAbout.WHOLE:
        item.is_excused = True
    elif claim.about == ClaimAbout.FAILURE:
        item.exempt_failures = min(item.exempt_failures + claim.times, item.failures)
    else:
        item.exempt_late = min(item.exempt_late + claim.times, item.late)
    item.save()


def _begin(actor: Actor, claim_id: UUID, action: str) -> Claim:
    """Lock the sheet, the line and the claim, in this order."""
    seen = claim_policy.get_visible(actor, claim_id)
    item, sheet = begin_item(actor, seen.item_id)
    claim = claim_policy.get_locked(actor, claim_id)
    claim.item = item
    claim_policy.require(actor, action, claim)
    check_not_closed(sheet)
    if claim.state != ClaimState.OPEN:
        raise Conflict("claim-closed", _("Đề nghị này đã được trả lời hoặc đã rút. Hãy tải lại trang."))
    return claim


def _check_amount(item: SheetItem, about: ClaimAbout, times: int) -> None:
    if about == ClaimAbout.WHOLE:
        if not item.given_back:
            raise DomainError("nothing-to-claim", _("Việc này chưa bàn giao cho ai."), field="about")
        return
    counted = {
        ClaimAbout.FAILURE: item.failures - item.exempt_failures,
        ClaimAbout.LATE: item.late - item.exempt_late,
    }[about]
    if not 1 <= times <= counted:
        words = _("Việc này đang bị tính %(number)d lần; hãy chọn số lần từ 1 đến đó.")
        nothing = _("Việc này không bị tính lần nào như vậy.")
        raise DomainError(
            "nothing-to-claim", words % {"number": counted} if counted else nothing,
            field="times" if counted else "about",
        )  # fmt: skip
