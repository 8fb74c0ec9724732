"""What the line of command does with a sheet: confirms work that was added, sends the sheet back, or confirms it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import ClaimState, OwnLine, SheetState
from sauro.appraisals.models import Claim, Sheet, SheetItem
from sauro.appraisals.policies import sheet_policy
from sauro.appraisals.services.filling import renew
from sauro.appraisals.services.scoring import score_sheets
from sauro.appraisals.services.stating import begin_item, check_not_closed, check_points, check_worked
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the head says of a sheet. Without ``points`` the person's own stand.

    The last three are asked of leaders (NĐ 335 Điều 15 khoản 3): an initiative or effective method, prolonged delays or
    defects, prolonged conflict; each in words, empty when there is none.
    """

    points: Mapping[str, str] | None = None
    comment: str = ""
    initiative: str = ""
    prolonged: str = ""
    conflict: str = ""


@transaction.atomic
def judge_own_work(*, actor: Actor, item_id: UUID, is_accepted: bool, reason: str = "") -> SheetItem:
    """Confirm work that a person added, or refuse it with a reason. Raises ``reason-needed``, ``not-own-line``."""
    item, sheet = begin_item(actor, item_id)
    sheet_policy.require(actor, "judge", sheet)
    _check_open_for_judging(sheet)
    if item.own == OwnLine.NOT_OWN:
        raise DomainError("not-own-line", _("Việc này lấy từ nhiệm vụ, không phải việc tự khai."))
    if not is_accepted and not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao không xác nhận."), field="reason")
    item.own = OwnLine.ACCEPTED if is_accepted else OwnLine.REFUSED
    item.own_reason = reason.strip()
    item.save()
    renew([sheet.pk])
    record_event(
        actor=actor, event=events.LINE_JUDGED, obj=sheet, changes={"own": [OwnLine.PROPOSED, str(item.own)]},
        reason=reason.strip(),
    )  # fmt: skip
    return item


@transaction.atomic
def send_back(*, actor: Actor, sheet_id: UUID, reason: str) -> Sheet:
    """Give a submitted sheet back to the person, with a reason. Raises ``reason-needed``, ``not-submitted``."""
    sheet = _begin(actor, sheet_id)
    if sheet.state not in (SheetState.SUBMITTED, SheetState.CONFIRMED):
        raise Conflict("not-submitted", _("Phiếu này chưa tự chấm. Hãy tải lại trang để xem mới nhất."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao trả lại."), field="reason")
    before, sheet.state = sheet.state, SheetState.OPEN
    sheet.points, sheet.confirmed_at, sheet.confirmed_by_id, sheet.confirmed_by_name = {}, None, None, ""
    sheet.save()
    renew([sheet.pk])
    record_event(
        actor=actor, event=events.SHEET_SENT_BACK, obj=sheet, changes={"state": [before, sheet.state]},
        reason=reason.strip(),
    )  # fmt: skip
    return sheet


@transaction.atomic
def confirm_sheet(*, actor: Actor, sheet_id: UUID, verdict: Verdict) -> Sheet:
    """Comment on a submitted sheet and confirm it (NĐ 335 Điều 17 khoản 2).

    Of two heads that confirm at once the second is told who was first. Raises ``not-submitted``, ``on-leave``,
    ``claims-open``, ``lines-open``, and what the rules say of points. Points that differ from the person's own
    need a comment.
    """
    sheet = _begin(actor, sheet_id)
    if sheet.state == SheetState.CONFIRMED:
        words = _("%(name)s đã xác nhận phiếu này. Hãy tải lại trang để xem mới nhất.")
        raise Conflict("already-confirmed", words % {"name": sheet.confirmed_by_name})
    if sheet.state != SheetState.SUBMITTED:
        raise Conflict("not-submitted", _("Người này chưa tự chấm nên chưa xác nhận được."))
    check_worked(sheet)
    renew([sheet.pk])
    sheet.refresh_from_db()
    _check_nothing_open(sheet)
    sheet.points = sheet.own_points if verdict.points is None else check_points(sheet, verdict.points)
    if sheet.points != sheet.own_points and not verdict.comment.strip():
        raise DomainError("comment-needed", _("Điểm khác với điểm tự chấm: hãy ghi nhận xét vì sao."), field="comment")
    sheet.comment, sheet.state = verdict.comment.strip(), SheetState.CONFIRMED
    if sheet.is_leader:
        sheet.initiative, sheet.prolonged = verdict.initiative.strip(), verdict.prolonged.strip()
        sheet.conflict = verdict.conflict.strip()
    sheet.confirmed_at, sheet.confirmed_by_id, sheet.confirmed_by_name = now(), actor.user_id, actor.name
    sheet.save()
    score_sheets([sheet.pk])
    changes = {"state": [SheetState.SUBMITTED, sheet.state], "differs": [None, sheet.points != sheet.own_points]}
    record_event(actor=actor, event=events.SHEET_CONFIRMED, obj=sheet, changes=changes)
    sheet.refresh_from_db()
    return sheet


def confirm_many(*, actor: Actor, sheet_ids: Sequence[UUID]) -> tuple[int, list[str]]:
    """Confirm chosen sheets with the people's own points, each for itself.

    Returns how many were confirmed, and for the others a sentence each with what is to be done first.
    """
    done, refused = 0, []
    rows = sheet_policy.visible(actor).filter(pk__in=sheet_ids).select_related("appointment__person")
    for sheet in rows.order_by("unit__path", "appointment__person__sort_key", "pk"):
        try:
            confirm_sheet(actor=actor, sheet_id=sheet.pk, verdict=Verdict())
            done += 1
        except DomainError as error:
            refused.append(f"{sheet.appointment.person.full_name}: {error.message}")
    return done, refused


def _begin(actor: Actor, sheet_id: UUID) -> Sheet:
    sheet = sheet_policy.get_locked(actor, sheet_id)
    sheet_policy.require(actor, "judge", sheet)
    check_not_closed(sheet)
    return sheet


def _check_open_for_judging(sheet: Sheet) -> None:
    check_not_closed(sheet)
    if sheet.state == SheetState.CONFIRMED:
        raise Conflict("sheet-fixed", _("Phiếu đã được xác nhận. Muốn sửa, hãy trả lại phiếu trước."))


def _check_nothing_open(sheet: Sheet) -> None:
    claims = Claim.objects.filter(item__sheet=sheet, state=ClaimState.OPEN).count()
    if claims:
        words = _("Còn %(number)d đề nghị xem lại chưa trả lời. Hãy trả lời trước khi xác nhận.")
        raise DomainError("claims-open", words % {"number": claims})
    lines = sheet.items.filter(own=OwnLine.PROPOSED).count()
    if lines:
        words = _("Còn %(number)d việc tự khai chưa có kết luận. Hãy xác nhận hoặc không xác nhận từng việc.")
        raise DomainError("lines-open", words % {"number": lines})
