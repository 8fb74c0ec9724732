"""What the directive desk shows: the text of a document as read, its obligations, and who is at work on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import now
from sauro.common.errors import NotVisible
from sauro.documents.models import Document, Reading
from sauro.documents.policies import document_policy
from sauro.documents.selectors.scans import ScanProgress, progress_of
from sauro.tasks.enums import ObligationState
from sauro.tasks.field_rules import FieldHint
from sauro.tasks.models import DeskPresence, Obligation, ObligationBody
from sauro.tasks.policies import obligation_policy
from sauro.tasks.selectors.fields import field_hints

SHOWN = (ObligationState.PROPOSED, ObligationState.ACCEPTED, ObligationState.DISCARDED)
REVIEWED = (ObligationState.ACCEPTED, ObligationState.DISCARDED)
HEARTBEAT_SECONDS = 15
PRESENT_FOR = dt.timedelta(seconds=3 * HEARTBEAT_SECONDS)
"""Somebody is at the desk until three heartbeats were missed."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything on the desk of one document. ``reading`` is None while the document is still being read."""

    document: Document
    reading: Reading | None
    obligations: Sequence[Obligation]
    may_review: bool
    may_send: bool
    progress: ScanProgress | None = None
    fields: Sequence[FieldHint] = ()

    @property
    def text(self) -> str:
        """The text that all spans point into."""
        return self.reading.text.text if self.reading else ""

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The blocks of the text, in the shape of :mod:`vanban.types`."""
        return self.reading.text.blocks if self.reading else []

    @property
    def uncertain(self) -> list[list[float]]:
        """The words recognised with little confidence: start, end, confidence from 0 to 1."""
        return self.reading.text.uncertain if self.reading else []

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The defects that the checker found."""
        return (self.reading.extraction.get("findings") or []) if self.reading else []

    @property
    def reviewed(self) -> int:
        """How many obligations were accepted or discarded."""
        return sum(row.state in REVIEWED for row in self.obligations)


def get_desk(*, actor: Actor, document_id: UUID) -> Desk:
    """Return the desk of a document the actor may see. Takes a constant number of queries."""
    document = document_policy.get_visible(actor, document_id, base=Document.objects.select_related("owner_unit"))
    reading = (
        Reading.objects.select_related("text").defer("text__notices").filter(document=document, is_current=True).first()
    )
    return Desk(
        document=document,
        reading=reading,
        obligations=list(_shown(actor, document_id)),
        may_review=document_policy.can(actor, "review", document),
        may_send=document_policy.can(actor, "send", document),
        progress=None if reading else progress_of(document),
        fields=field_hints(),
    )


def get_obligation(*, actor: Actor, document_id: UUID, obligation_id: UUID) -> Obligation:
    """Return one obligation of a document with its bodies and its text."""
    rows = Obligation.objects.filter(document_id=document_id).select_related("reading__text", "document")
    base = _with_bodies(rows)
    return obligation_policy.get_visible(actor, obligation_id, base=base)


def ensure_on_document(*, document_id: UUID, obligation_id: UUID) -> None:
    """Raise :class:`NotVisible` when the obligation is not of this document: an address must not reach beyond it."""
    if not Obligation.objects.filter(pk=obligation_id, document_id=document_id).exists():
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))


def versions(*, actor: Actor, document_id: UUID) -> dict[str, int]:
    """Return the version of every obligation on the desk, so that a page can tell which of its cards are old."""
    rows = _visible_shown(actor, document_id).values_list("pk", "version")
    return {str(pk): version for pk, version in rows}


def others_present(*, actor: Actor, document_id: UUID) -> list[str]:
    """Return the names of the other people at the desk just now, ordered by when they were seen last."""
    rows = DeskPresence.objects.filter(document_id=document_id, seen_at__gte=now() - PRESENT_FOR)
    others = rows.exclude(user__in=[actor.user_id]).select_related("user__person").order_by("-seen_at")
    return [str(row.user) for row in others]


def neighbours(*, obligation: Obligation) -> tuple[int, int]:
    """Return how far the words of an obligation may reach: the end of the one before, the start of the one after."""
    rows = Obligation.objects.filter(reading=obligation.reading_id).exclude(pk=obligation.pk)
    rows = rows.filter(state__in=[ObligationState.PROPOSED, ObligationState.ACCEPTED])
    before = rows.filter(end__lte=obligation.start).order_by("-end").values_list("end", flat=True).first()
    after = rows.filter(start__gte=obligation.end).order_by("start").values_list("start", flat=True).first()
    return before or 0, len(obligation.reading.text.text) if after is None else after


def _shown(actor: Actor, document_id: UUID) -> QuerySet[Obligation]:
    return _with_bodies(_visible_shown(actor, document_id)).order_by("start", "position", "id")


def _visible_shown(actor: Actor, document_id: UUID) -> QuerySet[Obligation]:
    base = Obligation.objects.filter(document_id=document_id, reading__is_current=True, state__in=SHOWN)
    return obligation_policy.visible(actor, base=base)


def _with_bodies(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    bodies = ObligationBody.objects.select_related("unit").order_by("position", "id")
    return rows.select_related("field").prefetch_related(Prefetch("bodies", queryset=bodies))
