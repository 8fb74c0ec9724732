"""The history of a document as its page tells it: what was changed by name, runs of equal deeds as one entry."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.documents import events
from sauro.documents.forms import HeaderForm
from sauro.documents.models import Document
from sauro.documents.selectors.history import events_of
from sauro.ui.timeline import TimelineEntry, entries_of

_MOST_PLACES = 8


def history_entries(actor: Actor, document: Document) -> list[TimelineEntry]:
    """Return the entries of a visible document, newest first.

    Somebody who accepts forty tasks one after the other makes one entry, which names their places in the document.
    """
    runs = groupby(events_of(actor, document), key=_run_key)
    return [_entry(list(run), document) for _key, run in runs]


def _run_key(event: AuditEvent) -> tuple[Any, ...]:
    of_a_part = event.object_type != Document._meta.label_lower
    return (event.code, event.actor_user_id, event.reason) if of_a_part else (event.pk,)


def _entry(run: list[AuditEvent], document: Document) -> TimelineEntry:
    (entry,) = entries_of(run[:1])
    title = f"{entry.title} ({len(run)})" if len(run) > 1 else entry.title
    details = [_changed_fields(run[0]), _places(run, document), entry.detail]
    return replace(entry, title=title, detail=". ".join(filter(None, details)))


def _changed_fields(event: AuditEvent) -> str:
    if event.code != events.HEADER_CHANGED.code:
        return ""
    labels = [str(field.label) for name, field in HeaderForm.base_fields.items() if name in event.changes]
    return _("Đã sửa: %(fields)s") % {"fields": ", ".join(labels)} if labels else ""


def _places(run: list[AuditEvent], document: Document) -> str:
    """Name the sections of a run, which the events keep behind the code of the document."""
    of_parts = [event for event in reversed(run) if event.object_type != Document._meta.label_lower]
    texts = (event.object_text.removeprefix(document.code).strip() for event in of_parts)
    places = list(dict.fromkeys(filter(None, texts)))
    more = "…" if len(places) > _MOST_PLACES else ""
    return _("Mục %(places)s") % {"places": ", ".join(places[:_MOST_PLACES]) + more} if places else ""
