"""Definitions as data: made, revised in a draft, published. A published version never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.numbering.services import next_code
from sauro.periodic_reports import events
from sauro.periodic_reports.definition_checks import FigureEdit, LevelEdit, SectionEdit, VersionEdit, check_version
from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.models import (
    DefinitionVersion,
    FigureField,
    LevelRule,
    ReportDefinition,
    SectionField,
)
from sauro.periodic_reports.policies import collecting_office_policy, definition_policy, version_policy
from sauro.periods.enums import PeriodKind
from vanban.text.normalize import fold

CODE_PREFIX = "MBC"


@dataclass(frozen=True, slots=True)
class NewDefinition:
    """What a definition begins with; the rest is edited in its draft."""

    title: str
    period_kind: PeriodKind = PeriodKind.REPORT_MONTH


@transaction.atomic
def create_definition(*, actor: Actor, unit_id: UUID, new: NewDefinition) -> DefinitionVersion:
    """Make a definition that the unit collects, and return its first draft."""
    unit = collecting_office_policy.get_locked(actor, unit_id)
    collecting_office_policy.require(actor, "manage", unit)
    if not new.title.strip():
        raise DomainError("title-needed", _("Hãy ghi tên báo cáo."), field="title")
    moment = now()
    code = next_code(prefix=CODE_PREFIX, year=today().year)
    definition = ReportDefinition.objects.create(
        code=code, domain=unit.domain, owner_unit=unit, title=new.title.strip(), created_at=moment,
        search_key=fold(f"{code} {new.title}"),
    )  # fmt: skip
    version = DefinitionVersion.objects.create(
        definition=definition, number=1, period_kind=new.period_kind, subject=definition.title
    )
    _write_levels(version, _usual_levels())
    record_event(actor=actor, event=events.DEFINITION_MADE, obj=definition, object_text=code, unit_id=unit.pk)
    return version


@transaction.atomic
def revise_definition(*, actor: Actor, definition_id: UUID) -> DefinitionVersion:
    """Return the draft of a definition, made from the version in force when there is none."""
    definition = definition_policy.get_locked(actor, definition_id)
    definition_policy.require(actor, "manage", definition)
    latest = definition.versions.order_by("-number").first()
    if latest is None or latest.is_draft:
        if latest is None:
            raise Conflict("no-version", _("Mẫu báo cáo này chưa có phiên bản nào."))
        return latest
    draft = DefinitionVersion.objects.create(
        definition=definition, number=latest.number + 1, period_kind=latest.period_kind, subject=latest.subject,
        basis=latest.basis,
    )  # fmt: skip
    edit = edit_of(latest)
    _write_levels(draft, edit.levels)
    _write_fields(draft, edit.figures, edit.sections)
    record_event(
        actor=actor, event=events.DRAFT_MADE, obj=definition, object_text=definition.code,
        unit_id=definition.owner_unit_id, changes={"version": [latest.number, draft.number]},
    )  # fmt: skip
    return draft


@transaction.atomic
def edit_draft(*, actor: Actor, version_id: UUID, edits: int, edit: VersionEdit) -> DefinitionVersion:
    """Write a draft anew. ``edits`` is the count the actor started from: of two that edit at once one is told."""
    version = version_policy.get_locked(actor, version_id)
    version_policy.require(actor, "manage", version)
    _check_draft(version)
    if version.edits != edits:
        raise Conflict("draft-changed", _("Người khác vừa ghi mẫu này. Hãy mở lại trang để xem bản của họ rồi sửa."))
    check_version(edit)
    version.definition.title = edit.title.strip()
    version.definition.search_key = fold(f"{version.definition.code} {edit.title}")
    version.definition.save()
    version.period_kind, version.subject, version.basis = edit.period_kind, edit.subject.strip(), edit.basis.strip()
    version.edits += 1
    version.save()
    _write_levels(version, edit.levels)
    _write_fields(version, edit.figures, edit.sections)
    record_event(
        actor=actor, event=events.DRAFT_EDITED, obj=version.definition, object_text=version.definition.code,
        unit_id=version.definition.owner_unit_id,
        changes={"version": [None, version.number], "figures": [None, len(edit.figures)],
                 "sections": [None, len(edit.sections)]},
    )  # fmt: skip
    return version


@transaction.atomic
def publish_version(*, actor: Actor, version_id: UUID) -> DefinitionVersion:
    """Publish a draft. From now on rounds are opened on it, and it never changes again."""
    version = version_policy.get_locked(actor, version_id)
    version_policy.require(actor, "manage", version)
    _check_draft(version)
    check_version(edit_of(version))
    version.published_at, version.published_by_name = now(), actor.name
    version.save()
    record_event(
        actor=actor, event=events.PUBLISHED, obj=version.definition, object_text=version.definition.code,
        unit_id=version.definition.owner_unit_id, changes={"version": [None, version.number]},
    )  # fmt: skip
    return version


def edit_of(version: DefinitionVersion) -> VersionEdit:
    """Return a version as the edit that would write it."""
    return VersionEdit(
        title=version.definition.title,
        period_kind=PeriodKind(version.period_kind),
        subject=version.subject,
        basis=version.basis,
        levels=[LevelEdit(one.level, one.name, one.working_days, one.signer_title) for one in version.levels.all()],
        figures=[
            FigureEdit(
                code=one.code, label=one.label, measure=one.measure, rule=FigureRule(one.rule), source=one.source,
                numerator=one.numerator, denominator=one.denominator, hint=one.hint, is_required=one.is_required,
            )
            for one in version.figures.all()
        ],
        sections=[SectionEdit(one.code, one.label, one.hint, one.is_required) for one in version.sections.all()],
    )  # fmt: skip


def _usual_levels() -> list[LevelEdit]:
    return [LevelEdit(0, _("Báo cáo chung"), 5, _("CHỦ TỊCH")), LevelEdit(1, _("Đơn vị báo cáo"), 2, _("CHỦ TỊCH"))]


def _check_draft(version: DefinitionVersion) -> None:
    if not version.is_draft:
        raise Conflict("published", _("Phiên bản này đã ban hành nên không sửa được. Hãy mở bản sửa mới."))


def _write_levels(version: DefinitionVersion, levels: Sequence[LevelEdit]) -> None:
    version.levels.all().delete()
    LevelRule.objects.bulk_create(
        LevelRule(
            version=version, level=one.level, name=one.name.strip(), working_days=one.working_days,
            signer_title=one.signer_title.strip(),
        )
        for one in levels
    )  # fmt: skip


def _write_fields(version: DefinitionVersion, figures: Sequence[FigureEdit], sections: Sequence[SectionEdit]) -> None:
    """Only drafts are written, and nothing points at the fields of a draft yet."""
    version.figures.all().delete()
    version.sections.all().delete()
    FigureField.objects.bulk_create(
        FigureField(
            version=version, position=number, code=one.code, label=one.label.strip(), measure=one.measure.strip(),
            rule=one.rule, source=one.source, numerator=one.numerator, denominator=one.denominator,
            hint=one.hint.strip(), is_required=one.is_required and one.rule != FigureRule.RATIO,
        )
        for number, one in enumerate(figures, 1)
    )  # fmt: skip
    SectionField.objects.bulk_create(
        SectionField(
            version=version, position=number, code=one.code, label=one.label.strip(), hint=one.hint.strip(),
            is_required=one.is_required,
        )
        for number, one in enumerate(sections, 1)
    )  # fmt: skip
