"""Status reports: counted as of their day, frozen when issued, compared with what the data say later."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.at_once import at_once
from tests.factories.status_reports import draft, hand_in, noon, work
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.difficulties.models import Difficulty
from sauro.notices.models import Explanation
from sauro.status_reports.enums import Group, ReasonOrigin, ReportState, Subject
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.selectors.counting import count_rows
from sauro.status_reports.selectors.differences import differences
from sauro.status_reports.selectors.figures import figures_of
from sauro.status_reports.selectors.reports import get_page, visible_reports, visible_rows
from sauro.status_reports.services.reports import (
    discard_report,
    issue_report,
    recount_report,
    withdraw_report,
    write_report,
)
from sauro.tasks.enums import AssignmentState, ChangeAnswer, Decision
from sauro.tasks.models import DeadlineChange, ProgressReport


def groups_of(report: StatusReport) -> dict[str, str]:
    return dict(report.rows.values_list("code", "group"))


def test_counts_by_group_and_by_unit(world: World) -> None:
    on_time, late = work(world, due=4), work(world, due=6, unit="ubnd_b")
    hand_in(on_time, 5, decision=Decision.CONFIRMED, decided=3)
    hand_in(late, 5, decision=Decision.CONFIRMED, decided=3)
    overdue, running, undated = work(world, due=1), work(world, due=-5), work(world)
    waiting = work(world, due=1)
    hand_in(waiting, 2)
    before = work(world, due=15)
    hand_in(before, 15, decision=Decision.CONFIRMED, decided=12)
    work(world, given=5, unit="tu", domain="party")
    report = draft(world)
    assert groups_of(report) == {
        on_time.code: Group.DONE_ON_TIME,
        late.code: Group.DONE_LATE,
        overdue.code: Group.OVERDUE,
        running.code: Group.IN_TIME,
        undated.code: Group.NO_DEADLINE,
        waiting.code: Group.WAITING,
    }
    figures = figures_of(report)
    assert (figures.whole.total, figures.whole.dated_on_time, figures.whole.judged) == (6, 1, 3)
    assert {unit.code: unit.line.total for unit in figures.units} == {"XA.UBND": 5, "XB.UBND": 1}
    assert sum(unit.line.total for unit in figures.units) == figures.whole.total


def test_received_work_is_broken_down_by_who_gave_it(world: World) -> None:
    row = work(world, due=1)
    report = draft(world, "office_a", "ubnd_a", subject=Subject.RECEIVED)
    assert groups_of(report) == {row.code: Group.OVERDUE}
    assert [unit.code for unit in figures_of(report).units] == ["T.UBND"]


def test_facts_are_those_of_the_day_of_the_report(world: World) -> None:
    """Handed in, extended and returned after the period: the report on the period does not know."""
    handed_later, extended_later, returned_later = work(world, due=6), work(world, due=6), work(world, due=6)
    hand_in(handed_later, 2)
    hand_in(returned_later, 7, decision=Decision.RETURNED, decided=1)
    DeadlineChange.objects.create(
        assignment=extended_later, from_day=extended_later.due_on, asked_day=today(), granted_day=today(),
        reason="Mưa lũ", asked_by_name="Bùi Thị Mẫu A", asked_at=noon(3), answer=ChangeAnswer.GRANTED,
        answered_at=noon(2),
    )  # fmt: skip
    extended_later.due_on = today()
    extended_later.save()
    last = today() - dt.timedelta(days=4)
    report = draft(world, first_day=last - dt.timedelta(days=9), last_day=last)
    assert report.as_of == last
    assert groups_of(report) == {
        handed_later.code: Group.OVERDUE,
        extended_later.code: Group.OVERDUE,
        returned_later.code: Group.WAITING,
    }
    assert {row.days_late for row in report.rows.filter(group=Group.OVERDUE)} == {2}


def test_reason_with_the_most_weight_is_kept_with_its_origin(world: World) -> None:
    silent, told, explained, accepted = (work(world, due=1) for _number in range(4))
    for row in (told, explained, accepted):
        ProgressReport.objects.create(
            assignment=row, progress=30, text="Đang chờ số liệu", reported_by_name="Bùi Thị Mẫu A", reported_at=now()
        )
    for row in (explained, accepted):
        Explanation.objects.create(
            assignment=row, question="Vì sao?", asked_at=now(), asked_by_name="Lê Văn Thử", due_on=today(),
            answer="Thiếu người", answered_at=now(),
        )  # fmt: skip
    Difficulty.objects.create(
        code="KN-2026-000009", domain="state", unit=accepted.unit, assignment=accepted, at_unit=accepted.giver_unit,
        text="Ngập lụt kéo dài", raised_at=now(), raised_by_name="Ngô Văn Thử A", due_on=today(), state="answered",
        cause="objective", answered_at=now(), answer="Đồng ý",
    )  # fmt: skip
    found = {row.code: (row.reason, row.reason_origin) for row in count_rows(draft(world))}
    assert found == {
        silent.code: ("", ReasonOrigin.NONE),
        told.code: ("Đang chờ số liệu", ReasonOrigin.REPORT),
        explained.code: ("Thiếu người", ReasonOrigin.EXPLANATION),
        accepted.code: ("Ngập lụt kéo dài", ReasonOrigin.OBJECTIVE),
    }


def test_directive_is_listed_point_by_point(world: World) -> None:
    units = (world.units["ubnd_a"], world.units["snv"])
    document = make_document(world.units["ubnd"], many_tasks(3), units=units)
    points = list(document.obligations.order_by("position"))
    rows = [work(world, due=1, unit=unit, obligation=point) for point in reversed(points) for unit in ("ubnd_a", "snv")]
    work(world, due=1)
    report = draft(world, subject=Subject.DIRECTIVE, first_day=None, document_id=document.pk)
    listed = [row.assignment_id for row in report.rows.order_by("position")]
    assert sorted(listed) == sorted(row.pk for row in rows)
    places = {row.pk: points.index(row.obligation) for row in rows}
    assert [places[pk] for pk in listed] == [0, 0, 1, 1, 2, 2]


def test_issued_report_does_not_follow_the_data_and_says_what_differs(world: World) -> None:
    kept, moved, gone = work(world, due=1), work(world, due=1), work(world, due=1)
    report = draft(world)
    write_report(actor=world.actor("clerk"), report_id=report.pk, remarks=" Tiến bộ ", proposals="")
    issued = issue_report(actor=world.actor("head"), report_id=report.pk, number="12/BC-UBND")
    assert (issued.state, issued.remarks, len(issued.row_digest)) == (ReportState.ISSUED, "Tiến bộ", 64)
    moved.due_on = today()
    moved.save()
    gone.state, gone.closed_at = AssignmentState.STOPPED, noon(15)
    gone.save()
    added = work(world, due=2)
    found = {one.row.code: (one.is_new, [str(change.label) for change in one.changes]) for one in differences(issued)}
    assert found == {
        moved.code: (False, ["Tình hình", "Thời hạn", "Số ngày quá hạn"]),
        gone.code: (False, []),
        added.code: (True, []),
    }
    assert kept.code not in found
    assert set(groups_of(issued).values()) == {Group.OVERDUE}
    assert get_page(world.actor("head"), issued.pk, check=True).is_intact is True
    for act in (recount_report, discard_report):
        with pytest.raises(Conflict):
            act(actor=world.actor("head"), report_id=issued.pk)
    ReportRow.objects.filter(report=issued, code=kept.code).update(days_late=0)
    assert get_page(world.actor("head"), issued.pk, check=True).is_intact is False
    # Nobody is told what nobody has looked at.
    assert get_page(world.actor("head"), issued.pk).is_intact is None


def test_issuing_over_changed_data_needs_a_decision(world: World) -> None:
    row = work(world, due=1)
    report = draft(world)
    row.due_on = today()
    row.save()
    head = world.actor("head")
    with pytest.raises(Conflict, match="1 dòng"):
        issue_report(actor=head, report_id=report.pk)
    recount_report(actor=head, report_id=report.pk)
    assert issue_report(actor=head, report_id=report.pk).state == ReportState.ISSUED
    other = draft(world)
    row.due_on = today() - dt.timedelta(days=3)
    row.save()
    assert issue_report(actor=head, report_id=other.pk, accept_differences=True).state == ReportState.ISSUED


def test_withdrawing_needs_a_reason_and_an_issued_report(world: World) -> None:
    report, head = draft(world), world.actor("head")
    with pytest.raises(Conflict):
        withdraw_report(actor=head, report_id=report.pk, reason="Sai")
    issue_report(actor=head, report_id=report.pk)
    with pytest.raises(DomainError, match="lý do"):
        withdraw_report(actor=head, report_id=report.pk, reason="  ")
    assert withdraw_report(actor=head, report_id=report.pk, reason="Sai kỳ").state == ReportState.WITHDRAWN
    codes = AuditEvent.objects.filter(object_id=report.pk).order_by("sequence").values_list("code", flat=True)
    assert [code.rsplit(".", 1)[1] for code in codes] == ["drafted", "issued", "withdrawn"]


def test_discarded_draft_is_gone_and_its_deed_is_kept(world: World) -> None:
    work(world, due=1)
    report = draft(world)
    discard_report(actor=world.actor("clerk"), report_id=report.pk)
    assert not StatusReport.objects.exists()
    assert not ReportRow.objects.exists()
    assert AuditEvent.objects.filter(code="status_reports.report.discarded").exists()


def test_who_sees_and_who_issues(world: World) -> None:
    work(world, due=1)
    given = draft(world)
    received = draft(world, "office_a", "ubnd_a", subject=Subject.RECEIVED)
    seen = {name: {report.pk for report in visible_reports(world.actor(name))} for name in world.users}
    assert {name for name, found in seen.items() if given.pk in found} == {"clerk", "head", "chair", "inspector"}
    assert {name for name, found in seen.items() if received.pk in found} == {"office_a"}
    assert not visible_rows(world.actor("office_b")).exists()
    with pytest.raises(NotVisible):
        issue_report(actor=world.actor("office_b"), report_id=given.pk)
    with pytest.raises(NotAllowed):
        issue_report(actor=world.actor("clerk"), report_id=given.pk)


@pytest.mark.parametrize(
    ("persona", "unit", "given", "code"),
    [
        ("head", "ubnd_a", {}, "unit-not-yours"),
        ("office_a", "ubnd", {}, "unit-not-yours"),
        ("clerk", "ubnd", {"subject": Subject.RECEIVED}, "unit-not-yours"),
        ("head", "ubnd", {"first_day": None}, "first-day-needed"),
        ("head", "ubnd", {"first_day": dt.date(2026, 3, 2), "last_day": dt.date(2026, 3, 1)}, "days-reversed"),
        ("head", "ubnd", {"first_day": dt.date(2090, 1, 1), "last_day": dt.date(2090, 1, 2)}, "period-ahead"),
        ("head", "ubnd", {"subject": Subject.DIRECTIVE, "first_day": None}, "document-needed"),
    ],
)
def test_what_makes_no_sense_is_refused(
    world: World, persona: str, unit: str, given: dict[str, object], code: str
) -> None:
    with pytest.raises(DomainError) as caught:
        draft(world, persona, unit, **given)
    assert caught.value.code == code
    assert not StatusReport.objects.exists()


def test_counting_takes_the_same_queries_for_one_and_for_many(world: World) -> None:
    work(world, due=1)
    report = draft(world)
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as few:
            count_rows(report)
        counts.append(len(few))
        for _number in range(3):
            work(world, due=1)
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
def test_counting_again_and_issuing_at_once_leave_one_whole_report(committed_world: World) -> None:
    work(committed_world, due=1)
    report = draft(committed_world)
    clerk, head = committed_world.actor("clerk"), committed_world.actor("head")
    outcomes = at_once(
        lambda: recount_report(actor=clerk, report_id=report.pk),
        lambda: issue_report(actor=head, report_id=report.pk),
    )
    assert outcomes in (["ok", "ok"], ["ok", "report-issued"])
    report.refresh_from_db()
    assert report.state == ReportState.ISSUED
    assert get_page(head, report.pk, check=True).is_intact is True
