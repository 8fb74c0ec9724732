"""Keeping versions of the whole content."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.programmes import events
from sauro.programmes.models import Entry, Programme, ProgrammeVersion
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.entries import marked_entries, time_of
from sauro.programmes.selectors.outline import ordered_sections


@transaction.atomic
def keep_version(*, actor: Actor, programme_id: UUID, label: str = "") -> ProgrammeVersion:
    """Keep the content as it stands now, under the next number."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "write", programme)
    return store_version(actor, programme, label.strip() or _("Lưu khi đang soạn"))


def store_version(actor: Actor, programme: Programme, label: str) -> ProgrammeVersion:
    """Keep a version. Call with the programme locked."""
    last = programme.versions.order_by("-number").first()
    version = ProgrammeVersion.objects.create(
        programme=programme, number=(last.number + 1) if last else 1, label=label[:200],
        content=content_of(programme), made_at=now(), made_by_name=actor.name,
    )  # fmt: skip
    record_event(
        actor=actor, event=events.VERSION_KEPT, obj=programme, object_text=programme.code,
        changes={"number": [None, version.number]},
    )  # fmt: skip
    return version


def content_of(programme: Programme) -> dict[str, Any]:
    """Return the whole content as JSON: details, sections in order, entries by identity."""
    return {
        "subject": programme.subject,
        "opening": programme.opening,
        "sections": [
            {"id": str(one.section.pk), "label": one.label, "title": one.section.title, "text": one.section.text}
            for one in ordered_sections(programme)
        ],
        "entries": [_entry(one) for one in marked_entries(programme)],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    value = "" if entry.value is None else f"{entry.value.normalize():f}"
    return {
        "id": str(entry.pk),
        "section": str(entry.section_id),
        "part": str(entry.get_part_display()),
        "work": entry.work,
        "lead": entry.lead,
        "coordinators": entry.coordination,
        "in_charge": entry.in_charge,
        "measures": entry.measures,
        "money": str(entry.get_money_display()),
        "due": time_of(entry.due_on, entry.due_text, str(entry.get_rhythm_display()) if entry.rhythm else ""),
        "authority": entry.authority,
        "product": entry.product,
        "value": f"{value} {entry.value_unit}".strip(),
        "year": str(entry.target_year or ""),
        "path": entry.printed_path,
        "definition": entry.definition,
    }
