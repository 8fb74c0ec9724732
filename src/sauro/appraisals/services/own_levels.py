"""The level a person gives themselves for a year, before the meeting (NĐ 335/2025/NĐ-CP Điều 21, Mẫu số 02)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import LevelChoice, RoundState
from sauro.appraisals.models import OwnLevel, Rating
from sauro.appraisals.policies import sheet_policy
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError


@transaction.atomic
def state_own_level(*, actor: Actor, year: int, level: LevelChoice, note: str = "") -> OwnLevel:
    """State one's own level, or another one until the year is decided.

    It belongs to the post of the latest sheet of the year. Raises ``year-ahead``, ``no-sheet``, ``round-decided``.
    """
    if year > today().year:
        raise DomainError("year-ahead", _("Chưa đến năm này nên chưa tự xếp loại."))
    latest = sheet_policy.visible(actor, "own").filter(month__year=year).order_by("-month", "-pk").first()
    if latest is None:
        raise DomainError("no-sheet", _("Năm này bạn chưa có phiếu đánh giá tháng nào nên chưa tự xếp loại được."))
    sheet = sheet_policy.get_locked(actor, latest.pk)
    if Rating.objects.filter(
        appointment=sheet.appointment_id, round__year=year, round__state=RoundState.DECIDED
    ).exists():
        raise Conflict("round-decided", _("Năm này đã có quyết định xếp loại. Không đồng ý thì gửi kiến nghị."))
    before = OwnLevel.objects.filter(appointment=sheet.appointment_id, year=year).first()
    held = {
        "unit": sheet.unit, "domain": sheet.domain, "level": level, "note": note.strip(), "stated_at": now()
    }  # fmt: skip
    made, _new = OwnLevel.objects.update_or_create(appointment_id=sheet.appointment_id, year=year, defaults=held)
    record_event(
        actor=actor, event=events.OWN_LEVEL_STATED, obj=made,
        changes={"level": [before.level if before else None, str(level)]},
    )  # fmt: skip
    return made
