"""A person asks the language model about one document; the call itself is made by a job."""

from __future__ import annotations

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.assistant import events
from sauro.assistant.enums import CallState
from sauro.assistant.models import ModelCall
from sauro.assistant.selectors.calls import is_offered, may_see
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, NotAllowed
from sauro.documents.enums import DocumentState
from sauro.documents.models import Reading
from sauro.documents.policies import document_policy
from sauro.jobs.queue import defer

ASK_JOB = "assistant.ask_model"


@transaction.atomic
def ask_model(*, actor: Actor, document_id: UUID) -> ModelCall:
    """Ask the model for tasks that the rules may have passed over in one document. Nothing is sent here.

    Raises 403 without the right to review, for Party documents and when the site has no model; 409 while a question
    waits for its answer or after the document was sent.
    """
    document = document_policy.get_locked(actor, document_id)
    document_policy.require(actor, "review", document)
    reading = Reading.objects.filter(document=document, is_current=True).first()
    if not is_offered() or reading is None or not may_see(document, reading) or actor.user_id is None:
        raise NotAllowed("not-allowed", _("Văn bản này không được gửi tới mô hình ngôn ngữ."))
    if document.state != DocumentState.REVIEW:
        raise Conflict("not-in-review", _("Văn bản đã giao việc nên không hỏi mô hình ngôn ngữ nữa."))
    if ModelCall.objects.filter(document=document, state=CallState.WAITING).exists():
        raise Conflict("waiting", _("Đang chờ mô hình ngôn ngữ trả lời cho văn bản này."))
    call = ModelCall.objects.create(
        document=document,
        asked_by_id=actor.user_id,
        asked_by_name=actor.name,
        asked_at=now(),
        purpose=settings.MODEL_PURPOSE or _("tìm nhiệm vụ bị bỏ sót"),
        host=urlsplit(settings.MODEL_URL).hostname or "",
    )
    record_event(actor=actor, event=events.MODEL_ASKED, obj=document, reason=call.purpose)
    defer(ASK_JOB, call_id=str(call.pk))
    return call
