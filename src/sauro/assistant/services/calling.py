"""Makes the call: everything is checked again at that moment, and every call leaves an event with its figures."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door, system_actor
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.assistant import events
from sauro.assistant.enums import CallState
from sauro.assistant.models import ModelCall
from sauro.assistant.network import CallFailed, CallRefused, check_target, post_json
from sauro.assistant.prompt import Suggestion, request_body, suggestions_in
from sauro.assistant.selectors.calls import is_offered, may_see
from sauro.assistant.services.proposing import propose
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.ids import new_id
from sauro.documents.models import Document, Reading
from sauro.documents.policies import document_policy
from sauro.documents.secrecy import find_in_file_name, find_in_text


@dataclass(slots=True)
class _Exchange:
    """The figures of one call as it goes on."""

    sent: int = 0
    received: int = 0
    milliseconds: int = 0


def make_call(call_id: UUID) -> None:
    """Send the text of a document to the model and keep what of its answer stands in that text, as proposals.

    Whatever goes wrong leaves the results of the rules untouched. Bears to run twice: an answered call is left alone.
    """
    call = ModelCall.objects.select_related("document").filter(pk=call_id, state=CallState.WAITING).first()
    if call is None:
        return
    document = call.document
    reading = Reading.objects.select_related("text").filter(document=document, is_current=True).first()
    refusal = _reason_to_refuse(call, document, reading)
    if refusal or reading is None:
        _close(call, CallState.FAILED, refusal or _("Văn bản chưa được đọc."), is_refusal=True)
        return
    exchange = _Exchange()
    try:
        found = _ask(reading.text.text, exchange)
    except CallRefused as error:
        _close(call, CallState.FAILED, _refusals(error.code), is_refusal=True)
    except CallFailed as error:
        _close(call, CallState.FAILED, _failures(error.code), exchange=exchange)
    else:
        _keep(call, reading, found, exchange)


def _reason_to_refuse(call: ModelCall, document: Document, reading: Reading | None) -> str:
    """Return why the document must not be sent now; it may have changed since somebody asked."""
    user = User.objects.filter(pk=call.asked_by_id, is_active=True).first()
    actor = load_actor(user=user, door=Door.JOB, request_id=str(new_id())) if user else None
    if actor is None or not document_policy.can(actor, "review", document):
        return _("Người hỏi không còn quyền rà soát văn bản này.")
    if not is_offered() or reading is None or not may_see(document, reading):
        return _("Văn bản này không được gửi tới mô hình ngôn ngữ.")
    if find_in_text(reading.text.text) or find_in_file_name(document.file_name):
        return _("Văn bản có chỗ giống dấu mật nên không gửi đi.")
    if len(reading.text.text) > settings.MODEL_CHARACTERS:
        return _("Văn bản dài hơn mức cho phép gửi tới mô hình ngôn ngữ.")
    return ""


def _ask(text: str, exchange: _Exchange) -> list[Suggestion]:
    began = time.monotonic()
    target = check_target(settings.MODEL_URL, may_leave=bool(settings.MODEL_PURPOSE))
    path = urlsplit(settings.MODEL_URL).path.rstrip("/") + "/chat/completions"
    headers = {"Authorization": f"Bearer {settings.MODEL_KEY}"} if settings.MODEL_KEY else {}
    exchange.sent = len(text)
    try:
        answer = post_json(
            target, path, request_body(settings.MODEL_NAME, text), headers=headers, seconds=settings.MODEL_SECONDS
        )
    finally:
        exchange.milliseconds = round((time.monotonic() - began) * 1000)
    exchange.received = answer.size
    found = suggestions_in(answer.body)
    if found is None:
        raise CallFailed("answer")
    return found


@transaction.atomic
def _keep(call: ModelCall, reading: Reading, found: list[Suggestion], exchange: _Exchange) -> None:
    kept = propose(reading, found)
    call.proposed, call.dropped = len(kept), len(found) - len(kept)
    _close(call, CallState.DONE, "", exchange=exchange)


@transaction.atomic
def _close(
    call: ModelCall, state: CallState, message: str, *, exchange: _Exchange | None = None, is_refusal: bool = False
) -> None:
    """Write what became of a call, and the event that says so."""
    held = exchange or _Exchange()
    call.state, call.message, call.finished_at = state, message[:300], now()
    call.characters_sent, call.bytes_received, call.milliseconds = held.sent, held.received, held.milliseconds
    call.save()
    record_event(
        actor=_model_actor(),
        event=events.MODEL_REFUSED if is_refusal else events.MODEL_CALLED,
        obj=call.document,
        changes={
            "host": [None, call.host],
            "asked_by": [None, str(call.asked_by_id)],
            "characters": [None, held.sent],
            "bytes": [None, held.received],
            "milliseconds": [None, held.milliseconds],
            "proposed": [None, call.proposed],
            "dropped": [None, call.dropped],
            "state": [None, str(state)],
        },
        reason=call.purpose,
    )


def _model_actor() -> Actor:
    return system_actor(str(new_id()), door=Door.JOB, name="Mô hình ngôn ngữ")


def _refusals(code: str) -> str:
    return {
        "address": _("Địa chỉ của mô hình ngôn ngữ trong cấu hình không dùng được."),
        "unknown-host": _("Không tìm thấy máy chủ của mô hình ngôn ngữ."),
        "outside": _("Địa chỉ của mô hình ngôn ngữ nằm ngoài mạng của cơ quan và chưa đăng ký mục đích."),
        "not-encrypted": _("Địa chỉ ngoài mạng của cơ quan phải dùng https."),
    }[code]


def _failures(code: str) -> str:
    return {
        "timeout": _("Mô hình ngôn ngữ trả lời quá lâu. Kết quả của quy tắc giữ nguyên."),
        "connection": _("Không kết nối được mô hình ngôn ngữ. Kết quả của quy tắc giữ nguyên."),
        "status": _("Mô hình ngôn ngữ từ chối hoặc báo lỗi. Kết quả của quy tắc giữ nguyên."),
        "answer": _("Câu trả lời của mô hình ngôn ngữ không dùng được. Kết quả của quy tắc giữ nguyên."),
    }[code]
