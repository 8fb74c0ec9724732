"""Definitions as data: checked, published, and never changed afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.at_once import at_once
from tests.factories.reports import EDIT, FIGURES, LEVELS, SECTIONS, make_draft, make_period, make_version
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.periodic_reports.definition_checks import FigureEdit, LevelEdit, SectionEdit, VersionEdit, check_version
from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.models import DefinitionVersion, ReportDefinition
from sauro.periodic_reports.services.definitions import (
    NewDefinition,
    create_definition,
    edit_draft,
    edit_of,
    publish_version,
    revise_definition,
)
from sauro.periodic_reports.services.rounds import Opening, open_round


def test_a_draft_is_written_and_read_back(world: World) -> None:
    version = make_draft(world)
    assert edit_of(version) == replace(EDIT, figures=list(FIGURES), sections=list(SECTIONS), levels=list(LEVELS))
    assert version.edits == 1
    assert AuditEvent.objects.get(code="periodic_reports.definition.edited").changes["figures"] == [None, len(FIGURES)]


WRONG: dict[str, VersionEdit] = {
    "title-needed": replace(EDIT, title=" "),
    "subject-needed": replace(EDIT, subject=""),
    "nothing-asked": replace(EDIT, figures=[], sections=[]),
    "too-many": replace(EDIT, figures=[FigureEdit(f"so-{number}", "Số") for number in range(90)]),
    "levels": replace(EDIT, levels=LEVELS[:1]),
    "too-soon": replace(EDIT, levels=(LEVELS[0], LevelEdit(1, "Xã", 0, "CHỦ TỊCH"))),
    "joint-first": replace(EDIT, levels=(LevelEdit(0, "Chung", 1, "CHỦ TỊCH"), LEVELS[1])),
    "too-late": replace(EDIT, levels=(LevelEdit(0, "Chung", 200, "CHỦ TỊCH"), LEVELS[1])),
    "label-needed": replace(EDIT, sections=[SectionEdit("muc", " ")]),
    "code-form": replace(EDIT, figures=[FigureEdit("Hộ nghèo", "Hộ nghèo")]),
    "code-twice": replace(EDIT, figures=[FigureEdit("ho", "Hộ"), FigureEdit("ho", "Hộ")]),
    "source-unknown": replace(EDIT, figures=[FigureEdit("ho", "Hộ", source="moon.phases")]),
    "ratio-parts": replace(EDIT, figures=[FigureEdit("ty-le", "Tỷ lệ", rule=FigureRule.RATIO, numerator="khong")]),
    "ratio-source": replace(
        EDIT,
        figures=[*FIGURES[:4], replace(FIGURES[4], source="tasks.given")],
    ),
}


@pytest.mark.parametrize("code", list(WRONG))
def test_what_makes_no_sense_is_refused(code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_version(WRONG[code])
    assert refusal.value.code == code


def test_a_ratio_of_a_ratio_is_refused() -> None:
    again = FigureEdit("hai-lan", "Tỷ lệ của tỷ lệ", rule=FigureRule.RATIO, numerator="ty-le", denominator="ho")
    with pytest.raises(DomainError, match="tử số và mẫu số"):
        check_version(replace(EDIT, figures=[*FIGURES, again]))


def test_published_versions_do_not_change_and_the_next_begins_where_they_ended(world: World) -> None:
    version = make_version(world)
    head = world.actor("head")
    with pytest.raises(DomainError) as refusal:
        edit_draft(actor=head, version_id=version.pk, edits=version.edits, edit=EDIT)
    assert refusal.value.code == "published"
    with pytest.raises(DomainError):
        publish_version(actor=head, version_id=version.pk)
    draft = revise_definition(actor=head, definition_id=version.definition_id)
    assert (draft.number, draft.is_draft) == (2, True)
    assert edit_of(draft) == edit_of(version)
    assert revise_definition(actor=head, definition_id=version.definition_id).pk == draft.pk
    edit_draft(actor=head, version_id=draft.pk, edits=0, edit=replace(EDIT, figures=FIGURES[:1], title="Tên mới"))
    assert version.figures.count() == len(FIGURES)
    assert ReportDefinition.objects.get().title == "Tên mới"


def test_a_round_is_opened_on_the_newest_published_version(world: World) -> None:
    version = make_version(world)
    head, unit = world.actor("head"), world.units["ubnd_a"]
    draft = revise_definition(actor=head, definition_id=version.definition_id)
    period = make_period(world)
    day = period.last.replace(year=period.last.year + 1)
    first = open_round(actor=head, definition_id=version.definition_id, opening=Opening(period.pk, [unit.pk], day, day))
    assert first.version_id == version.pk
    publish_version(actor=head, version_id=draft.pk)
    later = make_period(world, ended=40)
    second = open_round(actor=head, definition_id=version.definition_id, opening=Opening(later.pk, [unit.pk], day, day))
    assert second.version_id == draft.pk


def test_only_the_office_defines_and_strangers_find_nothing(world: World) -> None:
    version = make_draft(world)
    refusals = {
        "clerk": NotAllowed, "chair": NotAllowed, "office_a": NotVisible, "party_clerk": NotVisible,
        "snv_head": NotVisible,
    }  # fmt: skip
    for persona, refusal in refusals.items():
        with pytest.raises(refusal):
            edit_draft(actor=world.actor(persona), version_id=version.pk, edits=1, edit=EDIT)
        with pytest.raises(refusal):
            publish_version(actor=world.actor(persona), version_id=version.pk)
    with pytest.raises(NotVisible):
        create_definition(actor=world.actor("snv_head"), unit_id=world.units["ubnd"].pk, new=NewDefinition("Thử"))
    own = create_definition(actor=world.actor("snv_head"), unit_id=world.units["snv"].pk, new=NewDefinition("Thử"))
    assert own.definition.domain == "state"


@pytest.mark.django_db(transaction=True)
def test_of_two_that_edit_a_draft_at_once_one_is_told(committed_world: World) -> None:
    version = make_draft(committed_world)
    actor = committed_world.actor("head")

    def write(title: str) -> DefinitionVersion:
        return edit_draft(actor=actor, version_id=version.pk, edits=1, edit=replace(EDIT, title=title))

    assert at_once(lambda: write("Bản một"), lambda: write("Bản hai")) == ["draft-changed", "ok"]
    assert version.figures.count() == len(FIGURES)
