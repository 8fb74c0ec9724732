"""What only the events of an assignment tell: steps that leave no row of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.audit.models import AuditEvent
from sauro.audit.registry import event_label
from sauro.organizations.models import Appointment
from sauro.tasks import events as kinds
from sauro.tasks.chronicle import Entry, Link, is_told_from_rows
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.fields import field_names

MOST_EVENTS = 2_000
_NAMED_BY = ("unit", "person__person", "person__position")
TOLD_FROM_ROWS = (
    kinds.PROGRESS_REPORTED, kinds.PRODUCT_HANDED_IN, kinds.PRODUCT_CONFIRMED, kinds.PRODUCT_RETURNED,
    kinds.EXTENSION_ASKED, kinds.EXTENSION_WITHDRAWN, kinds.EXTENSION_GRANTED, kinds.EXTENSION_REFUSED,
    kinds.DEADLINE_SET, kinds.WAIT_BEGUN, kinds.WAIT_ENDED, kinds.OCCURRENCE_MADE,
)  # fmt: skip
# Who looked is for inspectors, and no part of the story.
_LEFT_OUT = frozenset({kinds.PRODUCT_DOWNLOADED.code})
_DECISIONS = frozenset(
    kind.code
    for kind in (
        kinds.ASSIGNMENT_ACCEPTED, kinds.ASSIGNMENT_QUESTIONED, kinds.ASSIGNMENT_INSISTED, kinds.PERSON_NAMED,
        kinds.PART_DELEGATED, kinds.PART_GIVEN_BACK, kinds.PART_MOVED, kinds.ASSIGNMENT_STOPPED, kinds.SERIES_SET,
        kinds.DEMAND_SET, kinds.FIELD_SET, kinds.REWORDED,
    )
)  # fmt: skip
_ICONS = {
    kinds.ASSIGNMENT_ACCEPTED.code: "check",
    kinds.ASSIGNMENT_QUESTIONED.code: "help-circle",
    kinds.PERSON_NAMED.code: "user-plus",
    kinds.PART_DELEGATED.code: "sitemap",
    kinds.PART_GIVEN_BACK.code: "arrow-back-up",
    kinds.PART_MOVED.code: "arrow-right",
    kinds.ASSIGNMENT_STOPPED.code: "player-stop",
    kinds.SERIES_SET.code: "repeat",
    kinds.FIELD_SET.code: "category",
    kinds.REWORDED.code: "pencil",
}


def events_of(assignment: Assignment) -> list[AuditEvent]:
    """Return the events of an assignment the caller may see, oldest first, the newest when there are very many."""
    return ask(_newest_events, assignment=assignment.pk)[::-1]


def _newest_events(*, assignment: UUID) -> QuerySet[AuditEvent]:
    rows = AuditEvent.objects.filter(object_type=Assignment._meta.label_lower, object_id=assignment)
    return rows.order_by("-sequence")[:MOST_EVENTS]


def entries_of_events(actor: Actor, assignment: Assignment, events: Sequence[AuditEvent]) -> Iterator[Entry]:
    """Yield an entry for each event that no row tells. An event of another area is told by its label."""
    people, parts, fields = _people(events), _parts(actor, events), _fields(events)
    for event in events:
        if event.code in _LEFT_OUT or is_told_from_rows(event.code) or _is_of_criteria_alone(event):
            continue
        if event.code == kinds.FIELD_SET.code:
            sentence, links = _field_sentence(event, fields), list[Link]()
        else:
            sentence, links = _sentence(event, assignment, people, parts)
        yield Entry(
            event.at,
            event.actor_name,
            sentence,
            unit=event.actor_unit_name,
            why=event.reason,
            links=links,
            icon=_ICONS.get(event.code, "point"),
            is_decision=event.code in _DECISIONS,
        )


def _sentence(
    event: AuditEvent, assignment: Assignment, people: Mapping[str, str], parts: Mapping[str, Assignment]
) -> tuple[str, list[Link]]:
    if event.code == kinds.PERSON_NAMED.code:
        name = people.get(_after(event, "appointment"), "")
        return (_("phân công %(name)s thực hiện.") % {"name": name} if name else _("phân công người thực hiện.")), []
    if event.code == kinds.PART_DELEGATED.code:
        part = parts.get(_after(event, "part"))
        if part is not None:
            receiver = str(part.person) if part.person else part.unit.name
            named = {"receiver": receiver, "code": part.code}
            link = Link(part.code, reverse("assignment-detail", args=[part.pk]))
            return _("giao một phần việc cho %(receiver)s (%(code)s).") % named, [link]
    if event.code == kinds.DEMAND_SET.code and event.changes.get("no_product_needed") == [False, True]:
        return _("xác định nhiệm vụ không cần sản phẩm."), []
    sentences = {
        kinds.ASSIGNMENT_ACCEPTED.code: _("nhận nhiệm vụ cho %(unit)s.") % {"unit": assignment.unit.name},
        kinds.ASSIGNMENT_QUESTIONED.code: _("đề nghị bên giao xem lại nhiệm vụ."),
        kinds.ASSIGNMENT_INSISTED.code: _("giữ nguyên nhiệm vụ đã giao."),
        kinds.PART_DELEGATED.code: _("giao một phần việc trong đơn vị."),
        kinds.PART_GIVEN_BACK.code: _("trả lại phần việc cho bên giao."),
        kinds.PART_MOVED.code: _("chuyển phần việc sang nơi khác."),
        kinds.ASSIGNMENT_STOPPED.code: _("dừng nhiệm vụ."),
        kinds.SERIES_SET.code: _("đặt lịch định kỳ cho nhiệm vụ."),
        kinds.DEMAND_SET.code: _("đặt lại yêu cầu về sản phẩm."),
        kinds.REWORDED.code: _("đổi nội dung hoặc sản phẩm của nhiệm vụ."),
    }
    label = event_label(event.code)
    return sentences.get(event.code) or f"{label[:1].lower()}{label[1:]}.", []


def _is_of_criteria_alone(event: AuditEvent) -> bool:
    """Tell whether only criteria were set, which their rows tell."""
    if event.code != kinds.DEMAND_SET.code:
        return False
    needed = event.changes.get("no_product_needed") or [None, None]
    return bool(needed[0] == needed[1]) and event.changes.get("product_changed") != [None, True]


def _field_sentence(event: AuditEvent, names: Mapping[str, str]) -> str:
    """Tell a change of field by the names the list has for the codes now."""
    before, after = (str(code or "") for code in event.changes.get("field") or (None, None))
    if not after:
        return _("bỏ lĩnh vực “%(before)s” của nhiệm vụ.") % {"before": names.get(before, before)}
    if not before:
        return _("xếp nhiệm vụ vào lĩnh vực “%(after)s”.") % {"after": names.get(after, after)}
    told = {"before": names.get(before, before), "after": names.get(after, after)}
    return _("chuyển nhiệm vụ từ lĩnh vực “%(before)s” sang “%(after)s”.") % told


def _after(event: AuditEvent, key: str) -> str:
    held = event.changes.get(key)
    return str(held[1]) if isinstance(held, list) and len(held) == 2 and held[1] else ""


def _people(events: Sequence[AuditEvent]) -> dict[str, str]:
    """Names by appointment, for those the events name."""
    wanted = {_after(event, "appointment") for event in events if event.code == kinds.PERSON_NAMED.code} - {""}
    if not wanted:
        return {}
    rows = Appointment.objects.filter(pk__in=[UUID(pk) for pk in wanted]).select_related("person", "position")
    return {str(row.pk): f"{row.person.full_name} ({row.position.title})" for row in rows}


def _fields(events: Sequence[AuditEvent]) -> dict[str, str]:
    """Names of fields by code, when an event names one."""
    return field_names() if any(event.code == kinds.FIELD_SET.code for event in events) else {}


def _parts(actor: Actor, events: Sequence[AuditEvent]) -> dict[str, Assignment]:
    """The delegated parts the actor may see, by code: to whom the body passes work on is shown to nobody else."""
    codes = {_after(event, "part") for event in events if event.code == kinds.PART_DELEGATED.code} - {""}
    rows = assignment_policy.visible(actor).filter(code__in=codes).select_related(*_NAMED_BY) if codes else ()
    return {row.code: row for row in rows}
