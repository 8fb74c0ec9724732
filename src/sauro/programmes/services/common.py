"""What every change of a programme begins and ends with."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import VIETNAM, now
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.programmes.digests import is_doubtful
from sauro.programmes.enums import FAULTS, WRITABLE, DemandState, MarkKind
from sauro.programmes.findings import counted
from sauro.programmes.models import Answer, Entry, Programme, Section
from sauro.programmes.policies import programme_policy
from vanban.text.normalize import fold, nfc


def begin(actor: Actor, programme_id: UUID, action: str = "write") -> Programme:
    """Return the programme locked, for a change of its content. Raises 404, 403, and 409 when it is no draft."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, action, programme)
    if programme.state not in WRITABLE:
        raise Conflict(
            "not-a-draft",
            _("Văn bản đang ở bước “%(state)s” nên không sửa. Muốn sửa thì trả lại về bước soạn.")
            % {"state": programme.get_state_display()},
        )
    return programme


def section_of(programme: Programme, section_id: UUID) -> Section:
    """Return a section of the programme, or raise ``NotVisible``."""
    section = Section.objects.filter(programme=programme, pk=section_id).first()
    if section is None:
        raise NotVisible("section-gone", _("Mục này không còn trong văn bản. Hãy tải lại trang."))
    return section


def entry_of(programme: Programme, entry_id: UUID) -> Entry:
    """Return an entry of the programme that was not removed, or raise ``NotVisible``."""
    rows = Entry.objects.select_related("section", "lead_unit", "person__person", "person__position", "programme__unit")
    entry = rows.filter(programme=programme, pk=entry_id, is_removed=False).first()
    if entry is None:
        raise NotVisible("entry-gone", _("Dòng này không còn trong văn bản. Hãy tải lại trang."))
    return entry


def check_free(actor: Actor, section: Section) -> None:
    """Refuse when somebody else holds the section now."""
    if is_held_by_other(actor, section):
        until = timezone.localtime(section.held_until, VIETNAM)
        raise Conflict(
            "section-held",
            _(
                "%(name)s đang soạn mục này (giữ đến %(until)s). Chờ, hoặc bấm “Nhận soạn tiếp”. "
                "Nội dung bạn gõ vẫn còn."
            )
            % {"name": section.held_by_name, "until": f"{until:%H:%M}"},
        )


def is_held_by_other(actor: Actor, section: Section) -> bool:
    """Tell whether somebody else edits the section now."""
    return (
        section.held_by_id is not None
        and section.held_by_id != actor.user_id
        and section.held_until is not None
        and section.held_until > now()
    )


def check_version(current: int, seen: int) -> None:
    """Refuse a change that started from older words."""
    if current != seen:
        raise Conflict(
            "newer-words",
            _(
                "Có người vừa sửa chỗ này sau khi bạn mở. Nội dung bạn gõ còn ở dưới, bản mới hơn hiện bên cạnh; "
                "hãy đối chiếu rồi lưu lại."
            ),
        )


def check_text(text: str, *, field: str, message: str) -> str:
    """Return ``text`` without blanks around it, in NFC. Raises ``DomainError`` when nothing is left."""
    held = nfc(text).strip()
    if not held:
        raise DomainError("text-needed", message, field=field)
    return held


def search_key_of(programme: Programme) -> str:
    """Return the folded words by which lists find it."""
    return fold(f"{programme.code} {programme.number} {programme.subject} {programme.unit.name}")


def refresh_figures(programme: Programme) -> None:
    """Count demands and entries again and keep the counts with the programme."""
    states = dict(
        programme.demands.values_list("state").annotate(count=Count("pk")).values_list("state", "count").order_by()
    )
    entries = list(programme.entries.filter(is_removed=False).values_list("marks", flat=True))
    kinds = [{mark["kind"] for mark in marks} for marks in entries]
    doubtful = sum(1 for one in answers_of(programme) if is_doubtful(one))
    programme.figures = {
        "demands": sum(states.values()),
        "taken_up": states.get(DemandState.TAKEN_UP, 0),
        "excluded": states.get(DemandState.EXCLUDED, 0),
        "open": states.get(DemandState.OPEN, 0),
        "doubtful": doubtful,
        "entries": len(entries),
        "six_clear": sum(MarkKind.MISSING not in one for one in kinds),
        "faults": sum(bool(one & FAULTS) for one in kinds),
        "findings": counted(programme.findings),
    }
    programme.save(update_fields=["figures"])


def answers_of(programme: Programme) -> list[Answer]:
    """Return the answers to the programme's demands, with both ends."""
    rows = Answer.objects.filter(Q(demand__programme=programme)).select_related("demand", "entry")
    return list(rows.order_by("at", "pk"))
