"""Opening a round: who owes, until when, with which figures; frozen from then on."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.factories.organizations import make_unit
from tests.factories.reports import fill, make_period, make_round, make_version, report_of, send
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import VIETNAM, today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.notices.models import Notice
from sauro.organizations.comparison import UnitGroup
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.periodic_reports.enums import Punctuality, ReportState
from sauro.periodic_reports.models import Round, UnitReport
from sauro.periodic_reports.selectors.rounds import (
    get_round,
    periods_of,
    units_to_ask,
    usual_deadlines,
    visible_reports,
)
from sauro.periodic_reports.selectors.standing import punctuality_of
from sauro.periodic_reports.services.rounds import Opening, open_round, set_due, urge_missing
from sauro.periodic_reports.services.telling import remind

ONE_DAY = dt.timedelta(days=1)


def test_a_round_freezes_period_units_and_deadlines(world: World) -> None:
    this_round = make_round(world)
    period = this_round.period
    period.label, period.first = "tên khác", period.first - ONE_DAY
    period.save()
    this_round.refresh_from_db()
    assert this_round.label != "tên khác"
    assert this_round.first == period.first + ONE_DAY
    joint, *below = this_round.reports.order_by("level", "unit__sort_key")
    assert (joint.unit, joint.parent, joint.is_joint) == (world.units["ubnd"], None, True)
    assert {one.unit.code for one in below} == {"XA.UBND", "XB.UBND"}
    assert {one.parent_id for one in below} == {joint.pk}
    assert {level.level: level.due_on for level in this_round.levels.all()} == {0: joint.due_on, 1: below[0].due_on}
    event = AuditEvent.objects.get(code="periodic_reports.round.opened")
    assert event.changes["units"] == [None, 2]
    assert (event.object_text, event.unit_id) == (this_round.code, world.units["ubnd"].pk)


def test_the_systems_figures_are_there_at_once_with_their_rows(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    period_end = today() + 5 * ONE_DAY
    this_round = make_round(world, ended=(today() - period_end).days)
    given = report_of(this_round, world).figures.get(field__code="duoc-giao")
    assert (given.value, given.system_value, given.origin, given.basis) == (1, 1, "system", [row.code])
    other = report_of(this_round, world, "ubnd_b").figures.get(field__code="duoc-giao")
    assert (other.value, other.basis) == (0, [])
    typed = report_of(this_round, world).figures.get(field__code="ho")
    assert (typed.value, typed.origin) == (None, "typed")


def opening(world: World, **columns: object) -> Opening:
    period = columns.pop("period", None) or make_period(world)
    late = today() + 30 * ONE_DAY
    held = {"period_id": period.pk, "unit_ids": [world.units["ubnd_a"].pk], "units_due": late, "joint_due": late}  # type: ignore[attr-defined]  # a period
    return Opening(**{**held, **columns})  # type: ignore[arg-type]  # of the test


def test_what_cannot_be_opened_is_refused(world: World) -> None:
    version = make_version(world)
    head, definition = world.actor("head"), version.definition_id
    period = make_period(world)
    closing = period.closes_at.astimezone(VIETNAM).date()
    wrong = {
        "units-needed": {"unit_ids": []},
        "too-soon": {"units_due": closing},
        "joint-first": {"joint_due": today() + ONE_DAY},
    }
    for code, columns in wrong.items():
        with pytest.raises(DomainError) as refusal:
            open_round(actor=head, definition_id=definition, opening=opening(world, period=period, **columns))
        assert refusal.value.code == code
    open_round(actor=head, definition_id=definition, opening=opening(world, period=period))
    with pytest.raises(DomainError) as refusal:
        open_round(actor=head, definition_id=definition, opening=opening(world, period=period))
    assert refusal.value.code == "round-there"
    assert Round.objects.count() == 1


def test_units_of_other_domains_and_places_cannot_be_asked(world: World) -> None:
    version = make_version(world)
    period = make_period(world)
    for stranger in (world.units["du_a"].pk, world.units["commune_a"].pk, world.units["ubnd"].pk, uuid4()):
        asked = [world.units["ubnd_a"].pk, stranger]
        with pytest.raises(NotVisible):
            open_round(
                actor=world.actor("head"), definition_id=version.definition_id,
                opening=opening(world, period=period, unit_ids=asked),
            )  # fmt: skip
    party_period = make_period(world, unit="tu")
    with pytest.raises(NotVisible):
        open_round(
            actor=world.actor("head"), definition_id=version.definition_id, opening=opening(world, period=party_period)
        )
    assert UnitReport.objects.count() == 0


def test_who_may_be_asked_depends_on_who_asks(world: World) -> None:
    asked = {group: {one.code for one in units} for group, units in units_to_ask(world.units["ubnd"]).items()}
    assert asked == {
        UnitGroup.DEPARTMENTS: {"T.VP", "T.SNV", "T.STC"},
        UnitGroup.COMMUNES: {"XA.UBND"},
        UnitGroup.WARDS: {"XB.UBND"},
    }
    below = {group: {one.code for one in units} for group, units in units_to_ask(world.units["ubnd_a"]).items()}
    assert below == {UnitGroup.DIVISIONS: {"XA.VP", "XA.PKT"}}
    front = make_unit("T.MTTQ", "Mặt trận", kind=UnitKind.FRONT, domain=Domain.FRONT, parent=world.units["province"])
    assert front not in [one for units in units_to_ask(world.units["ubnd"]).values() for one in units]
    assert {one.code for units in units_to_ask(world.units["tu"]).values() for one in units} == {"XA.DU", "XB.DU"}
    assert all(unit.level == UnitLevel.COMMUNE for unit in units_to_ask(world.units["tu"])[UnitGroup.PARTY])


def test_deadlines_are_counted_in_working_days_after_closing(world: World) -> None:
    version, period = make_version(world), make_period(world)
    closing = period.closes_at.astimezone(VIETNAM).date()
    assert usual_deadlines(version, period) == {0: add_working_days(closing, 5), 1: add_working_days(closing, 2)}
    make_period(world, ended=-40)
    assert [one.pk for one in periods_of(world.actor("head"), version)] == [period.pk]


def test_punctuality_is_derived_alike_in_python_and_in_the_database(world: World) -> None:
    this_round = make_round(world)
    report = report_of(this_round, world)
    actor = world.actor("head")
    noon = dt.datetime.combine(today(), dt.time(12), tzinfo=VIETNAM)
    seen = set()
    for state in ReportState:
        for due in (-1, 0, 1):
            for sent in (None, -3, -1, 0):
                report.state, report.due_on = state, today() + due * ONE_DAY
                report.sent_at = None if sent is None else noon + sent * ONE_DAY
                report.save()
                read = visible_reports(actor).get(pk=report.pk)
                assert read.punctuality == punctuality_of(report)  # type: ignore[attr-defined]  # annotated
                seen.add(punctuality_of(report))
    assert seen == set(Punctuality)


def test_the_board_counts_who_stands_where(world: World) -> None:
    this_round = make_round(world, units="ubnd_a ubnd_b snv")
    report_a, report_b = report_of(this_round, world), report_of(this_round, world, "ubnd_b")
    fill(world, report_a, "office_a")
    UnitReport.objects.filter(pk=report_b.pk).update(due_on=today() - ONE_DAY)
    page = get_round(world.actor("head"), this_round.pk)
    (units,) = page.below
    assert {kind: number for kind, number in units.counts.items() if number} == {
        Punctuality.PENDING: 2, Punctuality.MISSING: 1,
    }  # fmt: skip
    groups = {one.group: [report.unit.code for report in one.reports] for one in units.groups}
    assert groups == {
        UnitGroup.DEPARTMENTS: ["T.SNV"],
        UnitGroup.COMMUNES: ["XA.UBND"],
        UnitGroup.WARDS: ["XB.UBND"],
    }
    for stranger in ("office_a", "party_clerk", "snv_head", "outsider"):
        with pytest.raises(NotVisible):
            get_round(world.actor(stranger), this_round.pk)


def test_a_deadline_moves_on_record(world: World) -> None:
    report = report_of(make_round(world), world)
    head = world.actor("head")
    later = report.due_on + 2 * ONE_DAY
    set_due(actor=head, report_id=report.pk, due_on=later, reason="Mưa lũ")
    report.refresh_from_db()
    assert (report.due_on, report.due_original) == (later, later - 2 * ONE_DAY)
    assert AuditEvent.objects.get(code="periodic_reports.report.due_set").reason == "Mưa lũ"
    for columns, code in (
        ({"due_on": today() - ONE_DAY, "reason": "x"}, "due-past"),
        ({"due_on": later, "reason": " "}, "reason-needed"),
    ):
        with pytest.raises(DomainError) as refusal:
            set_due(actor=head, report_id=report.pk, **columns)  # type: ignore[arg-type]  # of the test
        assert refusal.value.code == code
    for persona, kind in {"clerk": NotAllowed, "office_a": NotAllowed, "office_b": NotVisible}.items():
        with pytest.raises(kind):
            set_due(actor=world.actor(persona), report_id=report.pk, due_on=later, reason="x")


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=kind).values_list("user__username", flat=True))


def test_who_owes_is_told_reminded_and_urged_once(world: World) -> None:
    this_round = make_round(world)
    assert told("report_asked") == {"chanhvp.a", "congchuc.a", "chanhvp.b", "congchuc.b"}
    report = report_of(this_round, world)
    UnitReport.objects.filter(pk=report.pk).update(due_on=today() - ONE_DAY)
    remind()
    before = Notice.objects.count()
    remind()
    assert Notice.objects.count() == before
    assert told("report_missing") == {"chanhvp.a", "congchuc.a"}
    urge_missing(actor=world.actor("head"), round_id=this_round.pk)
    urge_missing(actor=world.actor("head"), round_id=this_round.pk)
    assert told("report_urged") == {"chanhvp.a", "congchuc.a", "chanhvp.b", "congchuc.b"}
    assert Notice.objects.filter(kind="report_urged").count() == 4


def test_nobody_is_urged_when_all_have_sent(world: World) -> None:
    this_round = make_round(world, units="snv")
    report = report_of(this_round, world, "snv")
    fill(world, report, "snv_servant")
    send(world, report, "snv_servant", "snv_head")
    with pytest.raises(DomainError) as refusal:
        urge_missing(actor=world.actor("head"), round_id=this_round.pk)
    assert refusal.value.code == "nobody-to-urge"
    with pytest.raises(NotAllowed):
        urge_missing(actor=world.actor("clerk"), round_id=this_round.pk)


@pytest.mark.django_db(transaction=True)
def test_of_two_that_open_the_same_round_one_is_told(committed_world: World) -> None:
    version = make_version(committed_world)
    wanted = opening(committed_world)
    head = committed_world.actor("head")

    def act() -> Round:
        return open_round(actor=head, definition_id=version.definition_id, opening=wanted)

    assert at_once(act, act) == ["ok", "round-there"]
    assert UnitReport.objects.count() == 2
