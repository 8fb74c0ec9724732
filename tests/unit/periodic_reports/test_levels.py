"""Reports over more than two levels: divisions to their commune, communes to the province."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.organizations import make_user
from tests.factories.reports import EDIT, LEVELS, fill, make_period, report_of, send, type_figure, with_chairs
from tests.personas import World

from sauro.accounts.roles import Role
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import VIETNAM, today
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.notices.models import Notice
from sauro.periodic_reports.content import from_json
from sauro.periodic_reports.definition_checks import LevelEdit, check_version
from sauro.periodic_reports.models import Round, UnitReport
from sauro.periodic_reports.policies import report_policy
from sauro.periodic_reports.selectors.content import live_content
from sauro.periodic_reports.selectors.recount import recount
from sauro.periodic_reports.selectors.reports import get_figure
from sauro.periodic_reports.selectors.rounds import get_round
from sauro.periodic_reports.services.definitions import NewDefinition, create_definition, edit_draft, publish_version
from sauro.periodic_reports.services.figures import refresh_figures
from sauro.periodic_reports.services.filling import take_source
from sauro.periodic_reports.services.rolling import roll_up_if_open
from sauro.periodic_reports.services.rounds import Opening, open_round
from sauro.periodic_reports.services.steps import accept_report, return_report, submit_report

THREE = (*LEVELS, LevelEdit(2, "Phòng", 1, "TRƯỞNG PHÒNG"))


def days(world: World) -> tuple[dt.date, dt.date, dt.date]:
    """The last days of divisions, units and the province, as early as the law allows."""
    closing = make_period(world).closes_at.astimezone(VIETNAM).date()
    first = max(today(), add_working_days(closing, 1))
    return first, first + dt.timedelta(days=2), first + dt.timedelta(days=4)


def opening(world: World, **columns: object) -> Opening:
    divisions, units, joint = days(world)
    asked = [world.units[name].pk for name in ("ubnd_a", "stc")]
    return replace(Opening(make_period(world).pk, asked, units, joint, "", {2: divisions}), **columns)  # type: ignore[arg-type]  # of the test


@pytest.fixture
def this_round(world: World) -> Round:
    """A round of three levels: commune A with its divisions, and a department that has none."""
    with_chairs(world)
    division = world.units["pkt_a"]
    world.users["division_a"] = make_user(
        "truongphong.a", "Tạ Văn Thử", (Role.UNIT_HEAD, division), unit=division, title="Trưởng phòng"
    )
    head = world.actor("head")
    version = create_definition(actor=head, unit_id=world.units["ubnd"].pk, new=NewDefinition(EDIT.title))
    edit_draft(actor=head, version_id=version.pk, edits=0, edit=replace(EDIT, levels=THREE))
    publish_version(actor=head, version_id=version.pk)
    return open_round(actor=head, definition_id=version.definition_id, opening=opening(world))


def test_everybody_right_below_is_asked_with_a_deadline_of_their_own(this_round: Round, world: World) -> None:
    divisions, units, joint = days(world)
    found = {one.unit.code: one for one in this_round.reports.select_related("unit", "parent__unit")}
    assert {code: (one.level, one.is_joint, one.due_on) for code, one in found.items()} == {
        "T.UBND": (0, True, joint),
        "XA.UBND": (1, True, units),
        "T.STC": (1, False, units),
        "XA.VP": (2, False, divisions),
        "XA.PKT": (2, False, divisions),
    }
    assert found["XA.PKT"].receiver == world.units["ubnd_a"] and found["T.UBND"].receiver is None
    told = Notice.objects.filter(user=world.users["division_a"], kind="report_asked")
    assert told.get().subject_id == found["XA.PKT"].pk
    page = get_round(world.actor("head"), this_round.pk)
    assert [(one.level.name, one.total, one.owed) for one in page.below] == [("Xã, phường", 2, 2), ("Phòng", 2, 2)]
    assert page.owed == 4


def test_each_level_approves_and_the_next_one_rolls_up_with_every_source_kept(this_round: Round, world: World) -> None:
    work = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    part = make_assignment(world.units["ubnd_a"], world.units["pkt_a"])
    closed = dt.datetime.combine(this_round.last, dt.time(9), tzinfo=VIETNAM)
    for row in (work, part):
        type(row).objects.filter(pk=row.pk).update(given_at=closed)
    division, commune, top = (report_of(this_round, world, name) for name in ("pkt_a", "ubnd_a", "ubnd"))
    refresh_figures(actor=world.actor("division_a"), report_id=division.pk)
    fill(world, division, "division_a", households=10, of=40)
    sent = send(world, division, "division_a", "division_a")
    assert roll_up_if_open(commune.pk) and not roll_up_if_open(division.pk)
    refresh_figures(actor=world.actor("office_a"), report_id=commune.pk)
    value = {one.field.code: one for one in commune.figures.select_related("field")}
    # What people typed is the divisions' sum; what the system counts is the commune's own work, not theirs again.
    assert (value["ho"].value, value["ho"].origin) == (10, "rolled_up")
    assert (value["duoc-giao"].value, value["duoc-giao"].origin, value["duoc-giao"].basis) == (1, "system", [work.code])
    assert value["ty-le"].value == 25
    take_source(actor=world.actor("office_a"), report_id=commune.pk, code="ket-qua", source_id=division.pk)
    assert get_figure(world.actor("office_a"), commune.pk, "ho").line.parts[0].sha256 == sent.sha256
    assert get_figure(world.actor("office_a"), commune.pk, "duoc-giao").assignments == [work]
    accept_report(actor=world.actor("office_a"), report_id=division.pk)
    type_figure(world, commune, "office_a", "ho", 13, reason="Thêm 3 hộ do xã hỗ trợ")
    upwards = from_json(send(world, commune, "office_a", "chair_a").content)
    assert upwards.receiver == world.units["ubnd"].name and not upwards.is_top
    assert [one.unit_code for one in upwards.figure("ho").parts] == ["XA.PKT"]  # type: ignore[union-attr]  # it is there
    assert "Kết quả của Phòng Kinh tế" in upwards.sections[0].text
    refresh_figures(actor=world.actor("head"), report_id=top.pk)
    whole = live_content(UnitReport.objects.select_related("unit", "round").get(pk=top.pk))
    assert whole.is_top and whole.figure("ho").value == Decimal(13)  # type: ignore[union-attr]  # it is there
    assert whole.figure("duoc-giao").value == Decimal(1)  # type: ignore[union-attr]  # the division's part is not added
    assert {one.unit_code for one in whole.standings} == {"XA.UBND", "T.STC"}
    _report, _sent, changed = recount(world.actor("office_a"), commune.pk)
    assert changed.figures == ()


def test_who_collects_is_the_unit_right_above(this_round: Round, world: World) -> None:
    division = report_of(this_round, world, "pkt_a")
    fill(world, division, "division_a")
    assert {name for name in ("head", "office_a", "division_a", "office_b") if _sees(world, name, division)} == {
        "head", "office_a", "division_a",
    }  # fmt: skip
    send(world, division, "division_a", "division_a")
    for persona in ("head", "division_a"):
        with pytest.raises(NotAllowed):
            return_report(actor=world.actor(persona), report_id=division.pk, reason="Thiếu số")
    with pytest.raises(NotVisible):
        accept_report(actor=world.actor("office_b"), report_id=division.pk)
    returned = return_report(actor=world.actor("office_a"), report_id=division.pk, reason="Thiếu số")
    assert returned.state == "returned"


def _sees(world: World, persona: str, report: UnitReport) -> bool:
    return report_policy.can(world.actor(persona), "view", report)


def test_the_level_above_goes_up_only_with_what_was_sent_to_it_since(this_round: Round, world: World) -> None:
    division, commune = report_of(this_round, world, "pkt_a"), report_of(this_round, world)
    fill(world, commune, "office_a")
    fill(world, division, "division_a")
    send(world, division, "division_a", "division_a")
    for code in ("ho", "ho-ra-soat"):
        type_figure(world, commune, "office_a", code, 0, reason="Chưa tổng hợp")
    with pytest.raises(DomainError) as refusal:
        submit_report(actor=world.actor("office_a"), report_id=commune.pk)
    assert refusal.value.code == "roll-up-stale"


def test_deadlines_rise_with_the_levels(world: World, this_round: Round) -> None:
    wrong = {
        "levels": (*LEVELS, LevelEdit(3, "Tổ", 1, "TỔ TRƯỞNG")),
        "too-soon": (*LEVELS, LevelEdit(2, "Phòng", 0, "TRƯỞNG PHÒNG")),
        "joint-first": (*LEVELS, LevelEdit(2, "Phòng", 3, "TRƯỞNG PHÒNG")),
        "level-name": (*LEVELS, LevelEdit(2, " ", 1, "TRƯỞNG PHÒNG")),
    }
    for code, levels in wrong.items():
        with pytest.raises(DomainError) as refusal:
            check_version(replace(EDIT, levels=levels))
        assert refusal.value.code == code
    _divisions, units, _joint = days(world)
    later = make_period(world, ended=40)
    for code, lower in (("due-needed", {}), ("joint-first", {2: units + dt.timedelta(days=1)})):
        with pytest.raises(DomainError) as refusal:
            open_round(
                actor=world.actor("head"), definition_id=this_round.definition_id,
                opening=opening(world, period_id=later.pk, lower_due=lower),
            )  # fmt: skip
        assert refusal.value.code == code
