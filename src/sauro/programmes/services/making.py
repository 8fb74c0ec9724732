"""Starting a programme from a template, and changing what stands around its sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.organizations.selectors.letterhead import letterhead_of
from sauro.programmes import events
from sauro.programmes.builtin import BUILT_IN, LABELS
from sauro.programmes.enums import PUBLIC, ProgrammeKind, SectionRole
from sauro.programmes.models import Programme, Section
from sauro.programmes.outline import Heading, read_outline
from sauro.programmes.policies import template_policy
from sauro.programmes.services.common import begin, check_text, search_key_of

CODE_PREFIXES = {ProgrammeKind.PROGRAMME: "CTR", ProgrammeKind.PLAN: "KHX"}
MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Details:
    """What stands around the sections of a programme. ``recipients`` has one receiver a line."""

    subject: str
    opening: str = ""
    recipients: str = ""
    signer_capacity: str = ""
    signer_name: str = ""
    replaces_text: str = ""
    needs_council: bool = False


@transaction.atomic
def create_programme(
    *, actor: Actor, unit_id: UUID, kind: ProgrammeKind, template: str, first_year: int, last_year: int
) -> Programme:
    """Start a programme of a unit from a template: the key of a built-in one, or the identity of an office's own.

    A unit composes one programme of a kind for the same years at a time. Raises 404 and 403 for the unit.
    """
    unit = unit_policy.get_visible(actor, unit_id)
    if not actor.holds_for("programmes.write", unit.path, unit.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền soạn chương trình, kế hoạch cho cơ quan này."))
    _check_start(unit, kind, first_year, last_year)
    text, labels = _template(actor, template, kind)
    outline, faults = read_outline(text)
    if faults:
        raise DomainError(
            "template-broken", _("Mẫu có lỗi, chưa dùng được. %(fault)s") % {"fault": faults[0]}, field="template"
        )
    filled = outline.filled(_words(unit, first_year, last_year))
    moment = now()
    programme = Programme(
        code=next_code(prefix=CODE_PREFIXES[kind], year=today().year),
        domain=unit.domain, unit=unit, kind=kind, subject=filled.subject or _("(chưa có trích yếu)"),
        opening=filled.opening, first_year=first_year, last_year=last_year, labels=labels,
        recipients="\n".join(filled.recipients), signer_capacity=_capacity(unit),
        needs_council=False, made_at=moment, made_by_name=actor.name,
    )  # fmt: skip
    programme.search_key = search_key_of(programme)
    programme.save()
    add_headings(programme, filled.headings)
    record_event(actor=actor, event=events.CREATED, obj=programme, object_text=programme.code)
    return programme


def add_headings(programme: Programme, headings: Sequence[Heading]) -> None:
    """Create the sections of an outline, each below the last heading of the level above."""
    above: list[Section] = []
    for position, heading in enumerate(headings, 1):
        above = above[: heading.level - 1]
        section = Section.objects.create(
            programme=programme, parent=above[-1] if above else None, position=float(position),
            role=SectionRole(heading.role), title=heading.title, text=heading.text,
        )  # fmt: skip
        above.append(section)


@transaction.atomic
def change_details(*, actor: Actor, programme_id: UUID, details: Details) -> Programme:
    """Change the subject, opening, recipients, signature and what is replaced."""
    programme = begin(actor, programme_id)
    programme.subject = check_text(details.subject, field="subject", message=_("Hãy ghi trích yếu."))
    programme.opening = details.opening.strip()
    programme.recipients = "\n".join(line.strip() for line in details.recipients.splitlines() if line.strip())
    programme.signer_capacity = details.signer_capacity.strip()
    programme.signer_name = details.signer_name.strip()
    programme.replaces_text = details.replaces_text.strip()
    programme.needs_council = details.needs_council
    programme.search_key = search_key_of(programme)
    programme.save()
    record_event(actor=actor, event=events.DETAILS_CHANGED, obj=programme, object_text=programme.code)
    return programme


def _check_start(unit: Unit, kind: ProgrammeKind, first_year: int, last_year: int) -> None:
    wanted = Domain.PARTY if kind == ProgrammeKind.PROGRAMME else Domain.STATE
    if unit.domain != wanted:
        raise DomainError(
            "kind-of-other-domain",
            _("Chương trình hành động là của cấp ủy, kế hoạch là của Ủy ban nhân dân. Hãy chọn lại cơ quan."),
            field="unit",
        )
    if not first_year <= last_year < first_year + MOST_YEARS:
        raise DomainError("years-wrong", _("Năm cuối phải từ năm đầu trở đi, không quá 10 năm."), field="last_year")
    same = Programme.objects.filter(unit=unit, kind=kind, first_year=first_year, last_year=last_year)
    open_one = same.exclude(state__in=PUBLIC).first()
    if open_one is not None:
        raise Conflict(
            "already-composing",
            _("Cơ quan đang soạn %(code)s cho chính giai đoạn này. Mỗi cơ quan chỉ có một văn bản; hãy mở văn bản đó.")
            % {"code": open_one.code},
        )


def _template(actor: Actor, key: str, kind: ProgrammeKind) -> tuple[str, dict[str, str]]:
    labels = {name: str(label) for name, label in LABELS.items()}
    built_in = BUILT_IN.get(key)
    if built_in is not None and built_in.kind == kind:
        return built_in.outline, labels
    try:
        row = template_policy.visible(actor).filter(kind=kind, pk=UUID(key)).first()
    except ValueError:
        row = None
    if row is None:
        raise DomainError(
            "template-unknown", _("Mẫu này không có hoặc dành cho loại khác. Hãy chọn lại."), field="template"
        )
    return row.outline, {**labels, **row.labels}


def _words(unit: Unit, first_year: int, last_year: int) -> dict[str, str]:
    territory = unit.territory.name if unit.territory else unit.name
    above = unit.territory.parent if unit.territory else unit.parent
    return {
        "đơn vị": unit.name,
        "xã": _lowered(territory),
        "tỉnh": _lowered(above.name) if above else "",
        "năm đầu": str(first_year),
        "năm cuối": str(last_year),
    }


def _lowered(name: str) -> str:
    """A territory in running text: "Xã Mẫu" is "xã Mẫu"."""
    return name[:1].lower() + name[1:]


def _capacity(unit: Unit) -> str:
    if unit.domain == Domain.PARTY:
        return "T/M BAN CHẤP HÀNH\nBÍ THƯ"
    return "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"


def place_of(unit: Unit) -> str:
    """Return the place in the head of the unit's papers."""
    return letterhead_of(unit).place


def default_years(day: dt.date) -> tuple[int, int]:
    """Return the years of the term that ``day`` lies in: terms end in years that divide by five."""
    last = day.year + (-day.year % 5)
    return max(day.year, last - 4), last
