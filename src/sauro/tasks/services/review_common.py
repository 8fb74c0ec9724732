"""What every deed on the directive desk shares: locking, the check that nobody was faster, writing with an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.audit.registry import EventType, event_label
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.tasks import events
from sauro.tasks.enums import ObligationState
from sauro.tasks.field_labels import changed_parts
from sauro.tasks.models import Obligation
from sauro.tasks.policies import obligation_policy
from vanban.text.normalize import fold

IN_FORCE = (ObligationState.PROPOSED, ObligationState.ACCEPTED)

_NOT_A_BEGINNING = " \t\r\n\xa0;,.:-–+•*"


class StaleObligation(Conflict):
    """Somebody changed the obligation after the actor's page was drawn. ``obligation_id`` says which."""

    def __init__(self, obligation: Obligation) -> None:
        super().__init__("stale", stale_message(obligation))
        self.obligation_id = obligation.pk


def stale_message(obligation: Obligation) -> str:
    """Say who changed the obligation last, how, and when; of an edit also which parts."""
    last = AuditEvent.objects.filter(_deeds_on(obligation)).order_by("-sequence").first()
    if last is None:
        return _("Nhiệm vụ này vừa được thay đổi ở nơi khác. Thẻ đã được cập nhật, hãy xem lại rồi thao tác tiếp.")
    return _("%(name)s đã thay đổi nhiệm vụ này lúc %(time)s (%(deed)s). Hãy xem lại rồi thao tác tiếp.") % {
        "name": last.actor_name,
        "time": localtime(last.at).strftime("%H:%M"),
        "deed": ": ".join(filter(None, [event_label(last.code), _edited_parts(last)])),
    }


def _deeds_on(obligation: Obligation) -> Q:
    """The events of the obligation, and those of its document that list it."""
    own = Q(object_type=Obligation._meta.label_lower, object_id=obligation.pk)
    listed = Q(code=events.REVIEW_ACCEPTED_MANY.code, object_id=obligation.document_id)
    return own | (listed & Q(changes__obligations__contains=[str(obligation.pk)]))


def _edited_parts(event: AuditEvent) -> str:
    return ", ".join(changed_parts(event.changes)).lower() if event.code == events.REVIEW_EDITED.code else ""


def lock_obligation(*, actor: Actor, obligation_id: UUID, version: int) -> Obligation:
    """Lock an obligation for review, and check the right, the version and that it was not sent yet.

    Needs a transaction. Raises ``NotVisible``, ``NotAllowed``, :class:`StaleObligation` or ``Conflict``.
    """
    obligation = obligation_policy.get_locked(actor, obligation_id)
    obligation_policy.require(actor, "review", obligation)
    if obligation.version != version:
        raise StaleObligation(obligation)
    if obligation.sent_at is not None:
        raise Conflict("sent", _("Nhiệm vụ này đã được giao nên không sửa ở đây được nữa."))
    return obligation


def lock_document_of(*, actor: Actor, obligation_id: UUID) -> Document:
    """Lock the document of an obligation, so that deeds which move spans come one after the other."""
    obligation = obligation_policy.get_visible(actor, obligation_id)
    return lock_document(actor=actor, document_id=obligation.document_id)


def lock_document(*, actor: Actor, document_id: UUID) -> Document:
    """Lock a document for a deed that changes where its obligations lie. Needs a transaction."""
    document = document_policy.get_locked(actor, document_id)
    document_policy.require(actor, "review", document)
    return document


def require_state(obligation: Obligation, *states: ObligationState) -> None:
    """Raise ``Conflict`` unless the obligation stands in one of the states."""
    if ObligationState(obligation.state) not in states:
        raise Conflict(
            "state",
            _("Không làm được thao tác này: nhiệm vụ đang ở trạng thái “%(state)s”.")
            % {"state": ObligationState(obligation.state).label},
        )


def save_with_event(
    *,
    actor: Actor,
    obligation: Obligation,
    event: EventType,
    changes: dict[str, Any] | None = None,
    reason: str = "",
) -> Obligation:
    """Raise the version, write the row and record the deed."""
    obligation.version += 1
    obligation.search_key = fold(obligation.text)
    obligation.save()
    record_event(actor=actor, event=event, obj=obligation, changes=changes, reason=reason)
    return obligation


def mark_reviewed(obligation: Obligation, actor: Actor) -> None:
    """Set who reviewed the obligation, and when."""
    obligation.reviewed_by_name = actor.name
    obligation.reviewed_at = now()


def clear_review(obligation: Obligation) -> None:
    """Forget the review: the obligation is open again."""
    obligation.reviewed_by_name = ""
    obligation.reviewed_at = None


def in_force(document: Document) -> QuerySet[Obligation]:
    """Return the obligations of the document's current reading that are neither discarded nor replaced."""
    return Obligation.objects.filter(document=document, reading__is_current=True, state__in=IN_FORCE)


def check_free(document: Document, start: int, end: int, *, besides: Iterable[UUID] = ()) -> None:
    """Raise ``Conflict`` when the span touches an obligation in force other than ``besides``."""
    others = in_force(document).exclude(pk__in=list(besides)).filter(Q(start__lt=end) & Q(end__gt=start))
    blocking = others.order_by("start").first()
    if blocking is not None:
        raise Conflict(
            "overlap",
            _("Đoạn này trùng với nhiệm vụ “%(text)s…”. Mỗi câu chữ chỉ thuộc một nhiệm vụ.")
            % {"text": blocking.text[:60]},
            field="start",
        )


def trimmed_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space at its ends and without bullets and punctuation before its first word.

    Raises ``DomainError`` when nothing is left or the span lies outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise DomainError("span", _("Đoạn chọn nằm ngoài văn bản. Hãy bôi đen lại trong văn bản."), field="start")
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_NOT_A_BEGINNING))
    end -= len(piece) - len(piece.rstrip())
    if start >= end:
        raise DomainError("span", _("Đoạn chọn không có chữ nào. Hãy bôi đen câu giao việc."), field="start")
    return start, end


def position_at(document: Document, start: int) -> float:
    """Return a position that sorts an obligation beginning at ``start`` between its neighbours in the document."""
    rows = Obligation.objects.filter(document=document, reading__is_current=True)
    before = rows.filter(start__lt=start).order_by("-start", "-position").first()
    after = rows.filter(start__gte=start).order_by("start", "position").first()
    if before is None:
        return after.position - 1 if after else 1.0
    return (before.position + after.position) / 2 if after else before.position + 1
