"""The life of a report: the table, its document, who may take which step, what is frozen, and what a correction is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.db import ProgrammingError, transaction
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.factories.reports import approve, fill, make_round, report_of, send, type_figure, with_chairs
from tests.personas import World

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.notices.models import Notice
from sauro.periodic_reports.content import digest_of, from_json
from sauro.periodic_reports.enums import ReportState
from sauro.periodic_reports.models import SentVersion, UnitReport
from sauro.periodic_reports.selectors.recount import recount
from sauro.periodic_reports.selectors.reports import compare_versions, get_report_page
from sauro.periodic_reports.services import steps
from sauro.periodic_reports.services.figures import refresh_figures
from sauro.periodic_reports.services.filling import save_text
from sauro.periodic_reports.services.steps import Issue
from sauro.periodic_reports.transitions import TRANSITIONS, Step, steps_from
from sauro.runtime.folder import CHECKOUT

SHOWN = (
    ReportState.OPEN, ReportState.WITH_HEAD, ReportState.APPROVED, ReportState.SENT, ReportState.ACCEPTED,
    ReportState.RETURNED,
)  # fmt: skip
DOCUMENT = CHECKOUT / "docs" / "domain" / "life-of-a-report.md"
ACTS: dict[Step, Callable[[Actor, UnitReport], object]] = {
    Step.SUBMIT: lambda actor, one: steps.submit_report(actor=actor, report_id=one.pk),
    Step.TAKE_BACK: lambda actor, one: steps.take_back_report(actor=actor, report_id=one.pk),
    Step.REFUSE: lambda actor, one: steps.refuse_report(actor=actor, report_id=one.pk, reason="Sửa lại"),
    Step.APPROVE: lambda actor, one: steps.approve_report(actor=actor, report_id=one.pk),
    Step.SEND: lambda actor, one: steps.send_report(actor=actor, report_id=one.pk, issue=Issue()),
    Step.RECALL: lambda actor, one: steps.recall_report(actor=actor, report_id=one.pk, reason="Đính chính"),
    Step.ACCEPT: lambda actor, one: steps.accept_report(actor=actor, report_id=one.pk),
    Step.RETURN: lambda actor, one: steps.return_report(actor=actor, report_id=one.pk, reason="Thiếu số"),
}


@pytest.fixture
def report(world: World) -> UnitReport:
    with_chairs(world)
    return report_of(make_round(world, ended=-5), world)


def test_the_document_prints_the_table() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    printed = set(re.findall(r"^\| `([a-z-]+)` \| (.+?) \| `([a-z_]+)` \| `([a-z]+)` \|", text, re.MULTILINE))
    expected = {
        (
            str(step),
            ", ".join(f"`{one}`" for one in ReportState if one in table.sources),
            str(table.target),
            table.action,
        )
        for step, table in TRANSITIONS.items()
    }
    assert printed == expected


def test_every_state_can_be_left_and_reached() -> None:
    reached = {table.target for table in TRANSITIONS.values()} | {ReportState.OPEN}
    assert reached == set(ReportState)
    assert all(steps_from(state) for state in ReportState)


@pytest.mark.parametrize("step", list(Step))
def test_a_step_is_taken_in_its_states_and_refused_in_all_others(world: World, report: UnitReport, step: Step) -> None:
    fill(world, report, "office_a")
    actor = world.actor({"fill": "office_a", "approve": "chair_a", "collect": "head"}[TRANSITIONS[step].action])
    for state in ReportState:
        with transaction.atomic():
            UnitReport.objects.filter(pk=report.pk).update(state=state)
            if state in TRANSITIONS[step].sources:
                ACTS[step](actor, report)
                report.refresh_from_db()
                assert report.state == TRANSITIONS[step].target
                assert AuditEvent.objects.filter(code=TRANSITIONS[step].event.code, object_id=report.pk).count() == 1
            else:
                with pytest.raises(Conflict):
                    ACTS[step](actor, report)
            transaction.set_rollback(True)


@pytest.mark.parametrize("step", list(Step))
def test_only_those_named_by_the_table_take_a_step(world: World, report: UnitReport, step: Step) -> None:
    fill(world, report, "office_a")
    state = min(TRANSITIONS[step].sources)
    UnitReport.objects.filter(pk=report.pk).update(state=state)
    allowed = {
        "fill": {"office_a", "servant_a", "chair_a"},
        "approve": {"chair_a"},
        "collect": {"head"},
    }[TRANSITIONS[step].action]
    sees = {"office_a", "servant_a", "chair_a", "head", "clerk", "chair", "inspector"}
    for persona in sorted(world.users):
        if persona in allowed:
            continue
        with pytest.raises(NotAllowed if persona in sees else NotVisible):
            ACTS[step](world.actor(persona), report)
    report.refresh_from_db()
    assert report.state == state


def test_what_is_missing_is_said_before_the_head_sees_it(world: World, report: UnitReport) -> None:
    office = world.actor("office_a")

    def refused(code: str) -> str:
        with pytest.raises(DomainError) as refusal:
            steps.submit_report(actor=office, report_id=report.pk)
        assert refusal.value.code == code
        return refusal.value.message

    assert "Hộ được hỗ trợ" in refused("figure-missing")
    type_figure(world, report, "office_a", "ho", 1)
    assert "Kết quả nổi bật" in refused("section-missing")
    fill(world, report, "office_a")
    type_figure(world, report, "office_a", "duoc-giao", 8)
    assert "Nhiệm vụ được giao" in refused("reason-missing")
    type_figure(world, report, "office_a", "duoc-giao", 8, "Giao bằng giấy")
    save_text(actor=world.actor("servant_a"), report_id=report.pk, code="ket-qua", text="Bản khác", edits=0)
    assert "hai bản ghi" in refused("aside-open")


def test_what_was_sent_is_frozen_with_its_hash(world: World, report: UnitReport) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    refresh_figures(actor=world.actor("office_a"), report_id=report.pk)
    fill(world, report, "office_a")
    sent = send(world, report, "office_a", "chair_a")
    assert sent.sha256 == digest_of(sent.content)
    content = from_json(sent.content)
    given = content.figure("duoc-giao")
    assert given is not None
    assert (given.value, given.rows) == (1, (row.code,))
    assert (content.unit, content.receiver) == (world.units["ubnd_a"].name, world.units["ubnd"].name)
    assert (sent.approved_by_name, sent.official_number) == ("Mạc Văn Mẫu A", "12/BC-UBND")
    event = AuditEvent.objects.get(code="periodic_reports.report.sent")
    assert event.changes["sha256"] == [None, sent.sha256]
    for change in (lambda: sent.save(), lambda: sent.delete()):
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            change()
    with pytest.raises(Conflict):
        type_figure(world, report, "office_a", "ho", 99)


def test_later_data_change_nothing_that_was_sent_but_are_told(world: World, report: UnitReport) -> None:
    fill(world, report, "office_a")
    sent = send(world, report, "office_a", "chair_a")
    _report, _sent, nothing = recount(world.actor("office_a"), report.pk)
    assert not nothing
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    _report, _sent, change = recount(world.actor("office_a"), report.pk)
    (figure,) = change.figures
    assert (figure.label, figure.before, figure.after, figure.come) == ("Nhiệm vụ được giao", 0, 1, (row.code,))
    sent.refresh_from_db()
    assert sent.sha256 == digest_of(sent.content)
    with pytest.raises(NotVisible):
        recount(world.actor("office_b"), report.pk)


def test_a_correction_is_a_new_version_with_its_difference(world: World, report: UnitReport) -> None:
    fill(world, report, "office_a", households=10, of=40)
    send(world, report, "office_a", "chair_a")
    office = world.actor("office_a")
    steps.recall_report(actor=office, report_id=report.pk, reason="Đếm thiếu hai hộ")
    page = get_report_page(office, report.pk)
    assert page.is_live
    type_figure(world, report, "office_a", "ho", 12)
    page = get_report_page(office, report.pk)
    assert page.earlier is not None
    assert [one.label for one in page.earlier.figures] == ["Hộ được hỗ trợ", "Tỷ lệ hộ được hỗ trợ"]
    second = send(world, report, "office_a", "chair_a")
    assert (second.number, second.reason) == (2, "Đếm thiếu hai hộ")
    _report, _sent, change = compare_versions(office, report.pk, 2)
    assert change is not None
    assert [(one.before, one.after) for one in change.figures] == [(10, 12), (25, 30)]
    assert compare_versions(office, report.pk, 1)[2] is None
    report.refresh_from_db()
    assert (report.versions_sent, report.state_reason) == (2, "")
    assert SentVersion.objects.filter(report=report).count() == 2
    assert set(Notice.objects.filter(kind="report_sent").values_list("user__username", flat=True)) == {"chanhvp.tinh"}


def test_the_office_reads_nothing_before_it_is_sent_and_what_was_sent_afterwards(
    world: World, report: UnitReport
) -> None:
    fill(world, report, "office_a")
    head = world.actor("head")
    assert get_report_page(head, report.pk).content is None
    approve(world, report, "office_a", "chair_a")
    assert get_report_page(head, report.pk).content is None
    steps.send_report(actor=world.actor("office_a"), report_id=report.pk, issue=Issue())
    content = get_report_page(head, report.pk).content
    assert content is not None
    steps.recall_report(actor=world.actor("office_a"), report_id=report.pk, reason="Đính chính")
    type_figure(world, report, "office_a", "ho", 999)
    again = get_report_page(head, report.pk)
    assert again.content == content, "the correction in hand is the unit's own until it is sent"
    assert again.earlier is None


def test_returned_with_a_reason_and_a_new_day(world: World, report: UnitReport) -> None:
    fill(world, report, "office_a")
    send(world, report, "office_a", "chair_a")
    head = world.actor("head")
    for reason, due, code in (("", None, "reason-needed"), ("Thiếu", today() - dt.timedelta(days=1), "due-past")):
        with pytest.raises(DomainError) as refusal:
            steps.return_report(actor=head, report_id=report.pk, reason=reason, due_on=due)
        assert refusal.value.code == code
    later = report.due_on + dt.timedelta(days=3)
    steps.return_report(actor=head, report_id=report.pk, reason="Thiếu số của tổ 3", due_on=later)
    report.refresh_from_db()
    assert (report.state, report.due_on, report.state_reason) == ("returned", later, "Thiếu số của tổ 3")
    told = set(Notice.objects.filter(kind="report_returned").values_list("user__username", flat=True))
    assert told == {"chanhvp.a", "congchuc.a", "chutich.a"}


def test_an_issue_ahead_of_today_is_refused(world: World, report: UnitReport) -> None:
    fill(world, report, "office_a")
    approve(world, report, "office_a", "chair_a")
    ahead = Issue(official_date=today() + dt.timedelta(days=1))
    with pytest.raises(DomainError) as refusal:
        steps.send_report(actor=world.actor("office_a"), report_id=report.pk, issue=ahead)
    assert refusal.value.field == "official_date"


def test_a_joint_report_that_misses_newer_reports_is_not_submitted(world: World, report: UnitReport) -> None:
    joint = report.parent
    assert joint is not None
    head = world.actor("head")
    save_text(actor=head, report_id=joint.pk, code="ket-qua", text="Toàn tỉnh", edits=0)
    fill(world, report, "office_a")
    send(world, report, "office_a", "chair_a")
    with pytest.raises(DomainError) as refusal:
        steps.submit_report(actor=head, report_id=joint.pk)
    assert refusal.value.code == "roll-up-stale"
    refresh_figures(actor=head, report_id=joint.pk)
    sent = send(world, joint, "head", "chair")
    content = from_json(sent.content)
    assert [(one.unit_code, one.punctuality) for one in content.standings] == [
        ("XB.UBND", "pending"), ("XA.UBND", "on_time"),
    ]  # fmt: skip
    section = content.section("ket-qua")
    assert section is not None
    assert [(one.unit_code, one.number, one.text) for one in section.sources] == [
        ("XA.UBND", 1, f"Kết quả của {report.unit.name}")
    ]
    steps.recall_report(actor=world.actor("office_a"), report_id=report.pk, reason="Đính chính")
    _joint, _sent, change = recount(head, joint.pk)
    households = next(one for one in change.figures if one.label == "Hộ được hỗ trợ")
    assert (households.before, households.after, households.units) == (10, None, ((report.unit.name, 10, None),))


def test_events_hold_no_words_of_a_report(world: World, report: UnitReport) -> None:
    save_text(actor=world.actor("office_a"), report_id=report.pk, code="ket-qua", text="Câu chữ riêng", edits=0)
    fill(world, report, "office_a")
    send(world, report, "office_a", "chair_a")
    for event in AuditEvent.objects.filter(object_id=report.pk):
        assert event.object_text == report.code
        assert "Câu chữ riêng" not in str(event.changes)
        assert "Kết quả của" not in str(event.changes)


@pytest.mark.django_db(transaction=True)
def test_of_a_head_who_approves_and_a_filler_who_takes_back_one_wins(committed_world: World) -> None:
    world = with_chairs(committed_world)
    report = report_of(make_round(world), world)
    fill(world, report, "office_a")
    steps.submit_report(actor=world.actor("office_a"), report_id=report.pk)
    outcomes = at_once(
        lambda: steps.approve_report(actor=world.actor("chair_a"), report_id=report.pk),
        lambda: steps.refuse_report(actor=world.actor("chair_a"), report_id=report.pk, reason="Sửa"),
    )
    assert outcomes == ["ok", "step-not-allowed"]


@pytest.mark.django_db(transaction=True)
def test_a_report_sent_twice_at_once_is_sent_once(committed_world: World) -> None:
    world = with_chairs(committed_world)
    report = report_of(make_round(world), world)
    fill(world, report, "office_a")
    approve(world, report, "office_a", "chair_a")

    def act() -> SentVersion:
        return steps.send_report(actor=world.actor("office_a"), report_id=report.pk, issue=Issue())

    assert at_once(act, act) == ["ok", "step-not-allowed"]
    assert SentVersion.objects.count() == 1
