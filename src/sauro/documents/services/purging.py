"""Purges a document that turned out to carry a state secret: one person asks, another confirms, a tombstone stays.

The removal itself is a function of the database (migration ``0002_purge``), because the application's role cannot
change history. See docs/domain/secrecy.md.
"""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.documents import events
from sauro.documents.enums import PurgeState
from sauro.documents.models import Document, Purge
from sauro.documents.policies import document_policy, purge_policy
from sauro.jobs.queue import defer

DESTROY_JOB = "documents.destroy_file"


@transaction.atomic
def propose_purge(*, actor: Actor, document_id: UUID, reason: str) -> Purge:
    """Ask for the purge of a document. From now on only those who may purge can open it.

    ``reason`` stays on the tombstone: it must not repeat the document. Raises 409 when a purge is asked for already.
    """
    document = document_policy.get_locked(actor, document_id)
    document_policy.require(actor, "purge", document)
    if actor.user_id is None:
        raise NotAllowed("not-a-person", _("Việc tiêu hủy phải do người có tên đề nghị."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do, không chép lại nội dung văn bản."), field="reason")
    purge = Purge.objects.filter(document_id=document.pk).first()
    if purge is not None and purge.state == PurgeState.PROPOSED:
        raise Conflict("already-proposed", _("Đã có người đề nghị tiêu hủy văn bản này."))
    purge = purge or Purge(document_id=document.pk, document_code=document.code, domain=document.domain)
    purge.owner_unit_id = document.owner_unit_id
    purge.file_sha256 = document.file.sha256 if document.file else ""
    purge.state = PurgeState.PROPOSED
    purge.reason = reason.strip()
    purge.proposed_by_id, purge.proposed_by_name, purge.proposed_at = actor.user_id, actor.name, now()
    purge.save()
    record_event(actor=actor, event=events.PURGE_PROPOSED, obj=purge, object_text=document.code, reason=purge.reason)
    return purge


@transaction.atomic
def withdraw_purge(*, actor: Actor, document_id: UUID, reason: str) -> Purge:
    """Take a request back: the document is no secret after all. The document opens again."""
    purge = _lock_open(actor, document_id)
    purge.state = PurgeState.WITHDRAWN
    purge.save(update_fields=["state"])
    record_event(
        actor=actor, event=events.PURGE_WITHDRAWN, obj=purge, object_text=purge.document_code, reason=reason.strip()
    )
    return purge


@transaction.atomic
def confirm_purge(*, actor: Actor, document_id: UUID) -> Purge:
    """Purge the document for good. Only somebody else than the one who asked may do so.

    Everything goes in one transaction; the bytes are overwritten by a job written with it. Other documents of the same
    content, wherever they are, get an event that tells their offices to look at them.
    """
    purge = _lock_open(actor, document_id)
    purge_policy.require(actor, "confirm", purge)
    if actor.user_id is None or actor.user_id == purge.proposed_by_id:
        raise NotAllowed("second-person-needed", _("Người xác nhận tiêu hủy phải khác người đề nghị."))
    purge.confirmed_by_id, purge.confirmed_by_name, purge.confirmed_at = actor.user_id, actor.name, now()
    purge.save(update_fields=["confirmed_by_id", "confirmed_by_name", "confirmed_at"])
    record_event(actor=actor, event=events.PURGE_CONFIRMED, obj=purge, object_text=purge.document_code)
    with connection.cursor() as cursor:
        cursor.execute("SELECT purge_document(%s)", [purge.pk])
        storage_name = cursor.fetchone()[0]
    if storage_name:
        defer(DESTROY_JOB, storage_name=storage_name)
    _warn_of_twins(actor, purge.file_sha256)
    purge.refresh_from_db()
    return purge


def _lock_open(actor: Actor, document_id: UUID) -> Purge:
    visible = purge_policy.visible(actor).filter(document_id=document_id).first()
    purge = purge_policy.get_locked(actor, visible.pk if visible else document_id)
    if purge.state != PurgeState.PROPOSED:
        raise Conflict("not-open", _("Không còn đề nghị tiêu hủy nào đang chờ cho văn bản này."))
    return purge


def _warn_of_twins(actor: Actor, sha256: str) -> None:
    for twin in Document.objects.filter(file__sha256=sha256) if sha256 else ():
        record_event(actor=actor, event=events.TWIN_PURGED, obj=twin, object_text=twin.code)
