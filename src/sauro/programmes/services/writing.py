"""Writing sections: holding them, taking them over, saving, adding, moving, removing."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.programmes import events
from sauro.programmes.enums import SectionRole
from sauro.programmes.models import Programme, Section
from sauro.programmes.outline import DEEPEST, LONGEST_TITLE
from sauro.programmes.services.common import begin, check_free, check_text, check_version, is_held_by_other, section_of
from vanban.text.normalize import nfc

HOLDS_FOR = dt.timedelta(minutes=10)


@transaction.atomic
def hold_section(*, actor: Actor, programme_id: UUID, section_id: UUID, take_over: bool = False) -> Section:
    """Take a section to edit it. Somebody else's is refused unless ``take_over``, which is an event."""
    programme = begin(actor, programme_id)
    section = section_of(programme, section_id)
    if is_held_by_other(actor, section):
        if not take_over:
            check_free(actor, section)
        _record(actor, programme, events.SECTION_TAKEN_OVER, {"held_by": [section.held_by_name, actor.name]})
    prolong(actor, section)
    return section


def prolong(actor: Actor, section: Section) -> None:
    """Keep the section for the actor from now on. Call with the programme locked."""
    section.held_by_id, section.held_by_name, section.held_until = actor.user_id, actor.name, now() + HOLDS_FOR
    section.save(update_fields=["held_by_id", "held_by_name", "held_until"])


@transaction.atomic
def release_section(*, actor: Actor, programme_id: UUID, section_id: UUID) -> Section:
    """Give a section back without a change."""
    programme = begin(actor, programme_id)
    section = section_of(programme, section_id)
    if section.held_by_id == actor.user_id:
        _let_go(section)
    return section


@transaction.atomic
def save_section(
    *, actor: Actor, programme_id: UUID, section_id: UUID, version: int, title: str, text: str, role: SectionRole
) -> Section:
    """Write the heading and text of a section that started from ``version``, and let it go."""
    programme = begin(actor, programme_id)
    section = section_of(programme, section_id)
    check_free(actor, section)
    check_version(section.version, version)
    section.title = _title(title)
    section.text = nfc(text).strip()
    _check_role(section, role)
    section.role = role
    section.version += 1
    section.changed_at, section.changed_by_name = now(), actor.name
    section.save()
    _let_go(section)
    _record(actor, programme, events.SECTION_CHANGED, {"version": [version, section.version]})
    return section


@transaction.atomic
def add_section(
    *, actor: Actor, programme_id: UUID, title: str, role: SectionRole, parent_id: UUID | None = None
) -> Section:
    """Add a heading as the last one at the top, or below ``parent_id``."""
    programme = begin(actor, programme_id)
    parent = section_of(programme, parent_id) if parent_id else None
    if parent is not None and _depth(parent) >= DEEPEST:
        raise DomainError("too-deep", _("Đề mục chỉ có ba cấp."), field="title")
    last = programme.sections.filter(parent=parent).order_by("-position").first()
    section = Section.objects.create(
        programme=programme, parent=parent, position=(last.position + 1) if last else 1.0, role=role,
        title=_title(title), changed_at=now(), changed_by_name=actor.name,
    )  # fmt: skip
    _record(actor, programme, events.SECTION_ADDED, {})
    return section


@transaction.atomic
def remove_section(*, actor: Actor, programme_id: UUID, section_id: UUID) -> None:
    """Remove a heading with nothing below it. Lines that were removed stay with a reason, so they hold it too."""
    programme = begin(actor, programme_id)
    section = section_of(programme, section_id)
    check_free(actor, section)
    if section.children.exists() or section.entries.exists():
        raise Conflict(
            "section-not-empty", _("Mục còn đề mục con hoặc còn dòng (kể cả dòng đã bỏ). Hãy chuyển chúng đi trước.")
        )
    if section.text:
        raise Conflict("section-not-empty", _("Mục còn lời văn. Hãy xóa lời văn trước."))
    section.delete()
    _record(actor, programme, events.SECTION_REMOVED, {})


@transaction.atomic
def move_section(*, actor: Actor, programme_id: UUID, section_id: UUID, up: bool) -> Section:
    """Exchange a section with its neighbour above or below. At the end of its row nothing happens."""
    programme = begin(actor, programme_id)
    section = section_of(programme, section_id)
    rows = programme.sections.filter(parent=section.parent)
    if up:
        other = rows.filter(position__lt=section.position).order_by("-position").first()
    else:
        other = rows.filter(position__gt=section.position).order_by("position").first()
    if other is not None:
        section.position, other.position = other.position, section.position
        section.save(update_fields=["position"])
        other.save(update_fields=["position"])
        _record(actor, programme, events.SECTION_MOVED, {})
    return section


def _let_go(section: Section) -> None:
    section.held_by_id, section.held_by_name, section.held_until = None, "", None
    section.save(update_fields=["held_by_id", "held_by_name", "held_until"])


def _title(title: str) -> str:
    held = check_text(title, field="title", message=_("Hãy ghi tên đề mục."))
    if len(held) > LONGEST_TITLE:
        raise DomainError("title-too-long", _("Đề mục dài quá 400 ký tự."), field="title")
    return held


def _check_role(section: Section, role: SectionRole) -> None:
    if role == SectionRole.TEXT and section.entries.filter(is_removed=False).exists():
        raise DomainError(
            "section-has-entries", _("Mục đang có dòng nên không chuyển thành lời văn được."), field="role"
        )


def _depth(section: Section) -> int:
    depth, above = 1, section.parent
    while above is not None:
        depth, above = depth + 1, above.parent
    return depth


def _record(actor: Actor, programme: Programme, event: EventType, changes: dict[str, list[object]]) -> None:
    record_event(actor=actor, event=event, obj=programme, object_text=programme.code, changes=changes)
