"""Reading one's notices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Value
from django.urls import reverse

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.notices.enums import URGENT_KINDS, NoticeKind
from sauro.notices.models import MailPreference, Notice
from sauro.notices.policies import notice_policy
from sauro.notices.subjects import subject_address
from sauro.ui.badges import Badge, Tone

SHOWN = 100
MOST_COUNTED = 99


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """A notice with its mark."""

    notice: Notice
    badge: Badge


def shown_notices(actor: Actor, *, unread_only: bool) -> list[ShownNotice]:
    """Return the newest notices of the actor, ``SHOWN`` at most."""
    rows = Notice.objects.filter(notice_policy.condition(actor, "view")).order_by("-created_at", "-id")
    if unread_only:
        rows = rows.filter(read_at__isnull=True)
    return [ShownNotice(row, _badge(row)) for row in rows[:SHOWN]]


def unread_count(actor: Actor) -> int:
    """Count the unread notices of the actor, no further than one more than the bell shows. Takes one query."""
    return len(ask(_unread, actor, user=actor.user_id)) if actor.user_id else 0


def _unread(actor: Actor, *, user: UUID) -> QuerySet[Notice, Any]:
    rows = Notice.objects.filter(notice_policy.condition(actor, "view"), user=user, read_at__isnull=True)
    return rows.order_by().values_list(Value(1))[: MOST_COUNTED + 1]


def address_of(notice: Notice) -> str:
    """Return the address of the page a notice is about."""
    if notice.difficulty_id is not None:
        return reverse("difficulty-detail", args=[notice.difficulty_id])
    if notice.subject_id is not None:
        return subject_address(notice.subject_kind, notice.subject_id)
    address = reverse("assignment-detail", args=[notice.assignment_id])
    return f"{address}#trao-doi" if notice.kind == NoticeKind.MENTIONED else address


def _badge(notice: Notice) -> Badge:
    kind = NoticeKind(notice.kind)
    if kind in URGENT_KINDS:
        return Badge(kind.label, Tone.LATE)
    soon = {
        NoticeKind.DUE_SOON,
        NoticeKind.DUE_TODAY,
        NoticeKind.RETURNED,
        NoticeKind.REPORT_DUE,
        NoticeKind.REPORT_RETURNED,
    }
    return Badge(kind.label, Tone.SOON if kind in soon else Tone.ACTIVE)


def own_mail_preference(actor: Actor) -> MailPreference | None:
    """Return how the actor wants to be written to, when they have said so."""
    return MailPreference.objects.filter(user=actor.user_id).first()
