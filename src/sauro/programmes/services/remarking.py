"""Remarks on sections of a draft, and what the writers made of them."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import NotVisible
from sauro.programmes import events
from sauro.programmes.models import Remark
from sauro.programmes.policies import programme_policy
from sauro.programmes.services.common import check_text, section_of


@transaction.atomic
def add_remark(*, actor: Actor, programme_id: UUID, section_id: UUID, text: str) -> Remark:
    """Say something to a section. Whoever may write or appraise may, at any step before the issue."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "write", programme)
    section = section_of(programme, section_id)
    held = check_text(text, field="text", message=_("Hãy ghi góp ý."))
    remark = Remark.objects.create(section=section, text=held, by_name=actor.name, at=now())
    record_event(actor=actor, event=events.REMARKED, obj=programme, object_text=programme.code)
    return remark


@transaction.atomic
def close_remark(*, actor: Actor, programme_id: UUID, remark_id: UUID, answer: str) -> Remark:
    """Close a remark, with what became of it."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "write", programme)
    remark = Remark.objects.filter(section__programme=programme, pk=remark_id, closed_at__isnull=True).first()
    if remark is None:
        raise NotVisible("remark-gone", _("Góp ý này đã được xử lý. Hãy tải lại trang."))
    remark.answer = check_text(answer, field="answer", message=_("Hãy ghi đã tiếp thu thế nào, hoặc vì sao không."))
    remark.closed_by_name, remark.closed_at = actor.name, now()
    remark.save()
    record_event(actor=actor, event=events.REMARK_CLOSED, obj=programme, object_text=programme.code)
    return remark
