"""Acts on many assignments: rehearsed by the services themselves, done row by row, each done or told."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World
from tests.unit.bulk.stage import carry_out, give, outcomes, prepare, rows_of

from sauro.audit.models import AuditEvent
from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.models import Run
from sauro.bulk.selectors import choosing
from sauro.bulk.selectors.runs import posts_for, progress_of
from sauro.bulk.selectors.runs import rows_of as shown_rows
from sauro.bulk.services import runs
from sauro.bulk.services.acts import acts_for
from sauro.bulk.services.performing import check_run, perform_run
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.notices.models import Explanation, Notice
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment, WorkField
from sauro.tasks.services import lifecycle, products

YESTERDAY = dt.timedelta(days=1)


def test_rehearsal_says_what_will_happen_and_changes_nothing(world: World) -> None:
    open_one, taken = give(world), give(world, state=State.ACCEPTED)
    before = (AuditEvent.objects.count(), Notice.objects.count(), ProcrastinateJob.objects.count())
    run = prepare(world, "office_a", Act.ACCEPT, [open_one, taken])
    assert run.state == RunState.READY
    assert outcomes(run) == [Outcome.WILL_DO, Outcome.REFUSED]
    good, bad = rows_of(run)
    assert (good.effects, good.message, good.way_back) == ([["Trạng thái", "Đã giao", "Đã nhận"]], "", "")
    assert bad.message.startswith("Không làm được “Nhận nhiệm vụ”: nhiệm vụ đang ở trạng thái “Đã nhận”.")
    open_one.refresh_from_db()
    assert open_one.state == State.GIVEN
    assert (AuditEvent.objects.count(), Notice.objects.count(), ProcrastinateJob.objects.count()) == before


def test_run_does_what_was_rehearsed_and_leaves_the_rest_alone(world: World) -> None:
    open_one, taken = give(world), give(world, state=State.ACCEPTED)
    run = carry_out(world, "office_a", prepare(world, "office_a", Act.ACCEPT, [open_one, taken]))
    assert (run.state, outcomes(run)) == (RunState.DONE, [Outcome.DONE, Outcome.REFUSED])
    event = AuditEvent.objects.get(object_id=open_one.pk)
    assert (event.code, event.actor_name, event.door) == ("tasks.assignment.accepted", "Ngô Văn Thử A", "job")
    assert not AuditEvent.objects.filter(object_id=taken.pk).exists()
    started = AuditEvent.objects.get(code="bulk.run.started")
    assert (started.changes, started.object_text) == ({"act": [None, "nhan"], "rows": [None, 2]}, "nhan")


def test_each_act_reaches_its_service(world: World) -> None:
    late = today() - YESTERDAY
    post = post_of("Bùi Thị Mẫu A")
    cases: list[tuple[str, Act, dict[str, object], dict[str, str], str]] = [
        ("office_a", Act.NAME_PERSON, {}, {"appointment": str(post.pk)}, "tasks.assignment.person_named"),
        ("office_a", Act.QUESTION, {}, {"reason": "Không đúng thẩm quyền"}, "tasks.assignment.questioned"),
        ("head", Act.SET_DEADLINE, {}, {"day": today().isoformat(), "reason": "Đồng bộ"}, "tasks.deadline.set"),
        ("head", Act.STOP, {}, {"reason": "Trùng"}, "tasks.assignment.stopped"),
        ("clerk", Act.REMIND, {}, {}, "notices.reminder.sent"),
        ("head", Act.ASK_EXPLANATION, {"due_on": late}, {"question": "Vì sao chậm"}, "notices.explanation.asked"),
    ]
    for persona, act, columns, arguments, code in cases:
        row = give(world, **columns)
        run = carry_out(world, persona, prepare(world, persona, act, [row], **arguments))
        assert outcomes(run) == [Outcome.DONE], (act, rows_of(run)[0].message)
        assert AuditEvent.objects.filter(object_id=row.pk).latest("sequence").code == code


@pytest.mark.parametrize("act", [Act.CONFIRM, Act.RETURN])
def test_products_are_decided_together(world: World, act: Act) -> None:
    row = give(world, state=State.ACCEPTED, accepted_at=now())
    products.hand_in_product(
        actor=world.actor("office_a"), assignment_id=row.pk, hand_in=products.HandIn(text="Danh mục")
    )
    arguments = {"kind": "form", "reason": "Thiếu chữ ký"} if act == Act.RETURN else {}
    run = carry_out(world, "head", prepare(world, "head", act, [row], **arguments))
    row.refresh_from_db()
    assert outcomes(run) == [Outcome.DONE]
    assert row.state == (State.CONFIRMED if act == Act.CONFIRM else State.RETURNED)


def test_more_days_are_counted_from_each_deadline(world: World) -> None:
    day = today() + dt.timedelta(days=3)
    dated, undated = give(world, due_on=day, state=State.ACCEPTED), give(world)
    run = prepare(world, "head", Act.SET_DEADLINE, [dated, undated], more_days="5", reason="Mưa lũ")
    by_row = {row.assignment_id: row for row in rows_of(run)}
    assert by_row[undated.pk].message.startswith("Nhiệm vụ không có thời hạn")
    assert by_row[dated.pk].effects == [["Thời hạn", f"{day:%d/%m/%Y}", f"{day + dt.timedelta(days=5):%d/%m/%Y}"]]
    carry_out(world, "head", run)
    dated.refresh_from_db()
    assert dated.due_on == day + dt.timedelta(days=5)


def test_rows_beyond_the_right_are_told_one_by_one(world: World) -> None:
    given, received = give(world), make_assignment(world.units["ubnd_a"], world.units["pkt_a"])
    run = prepare(world, "office_a", Act.STOP, [given, received], reason="Trùng")
    by_row = {row.assignment_id: row for row in rows_of(run)}
    assert by_row[given.pk].message == "Bạn xem được mục này nhưng không có quyền thực hiện thao tác."
    assert by_row[received.pk].outcome == Outcome.WILL_DO


def test_what_cannot_be_taken_back_is_said_before(world: World) -> None:
    late = give(world, due_on=today() - YESTERDAY)
    for act, arguments in ((Act.REMIND, {}), (Act.ASK_EXPLANATION, {"question": "Vì sao"})):
        row = rows_of(prepare(world, "head", act, [late], **arguments))[0]
        assert (row.outcome, row.way_back) == (Outcome.WILL_DO, "Thao tác này không hoàn tác được.")
    assert not Explanation.objects.exists()


def test_work_is_reminded_of_once_a_day(world: World) -> None:
    row = give(world)
    carry_out(world, "clerk", prepare(world, "clerk", Act.REMIND, [row]))
    assert Notice.objects.filter(kind="nudged", user=world.users["office_a"]).count() == 1
    again = rows_of(prepare(world, "head", Act.REMIND, [row]))[0]
    assert (again.outcome, again.message) == (Outcome.REFUSED, "Hôm nay đã nhắc việc này rồi.")
    done = give(world, state=State.CONFIRMED)
    assert outcomes(prepare(world, "clerk", Act.REMIND, [done])) == [Outcome.REFUSED]


def test_choice_is_what_the_list_shows_to_the_actor(world: World) -> None:
    mine, other = give(world), give(world, "ubnd_b")
    run = prepare(world, "office_a", Act.ACCEPT, [mine, other])
    assert [row.assignment_id for row in rows_of(run)] == [mine.pk]
    with pytest.raises(DomainError, match="Chưa chọn nhiệm vụ nào"):
        prepare(world, "office_b", Act.ACCEPT, [mine])
    with pytest.raises(NotVisible):
        prepare(world, "office_a", Act.ACCEPT, [mine], list_name="unit-list")
    with pytest.raises(NotVisible):
        prepare(world, "office_a", Act.ACCEPT, [mine], list_name="khong-co")


def test_everything_that_matches_in_the_order_of_the_list(world: World) -> None:
    first, second = give(world, due_on=today()), give(world, due_on=today() - YESTERDAY)
    give(world, state=State.CONFIRMED)
    run = prepare(world, "office_a", Act.ACCEPT, None, query="mo=mo")
    assert [row.assignment_id for row in rows_of(run)] == [second.pk, first.pk]
    run = prepare(world, "office_a", Act.ACCEPT, None, query="mo=mo&sx=-ma")
    assert [row.assignment_id for row in rows_of(run)] == [second.pk, first.pk]


def test_a_run_is_capped_and_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "MOST_ROWS", 2)
    rows = [give(world) for _number in range(3)]
    run = prepare(world, "office_a", Act.ACCEPT, None)
    assert (run.total, run.is_cut) == (2, True)
    run = prepare(world, "office_a", Act.ACCEPT, rows[:2])
    assert (run.total, run.is_cut) == (2, False)


def test_what_was_too_much_for_one_run_is_left_for_the_next(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "MOST_ROWS", 2)
    rows = {give(world, due_on=today() - YESTERDAY).pk for _number in range(3)}
    first = carry_out(world, "head", prepare(world, "head", Act.REMIND, None))
    rest = runs.continue_run(actor=world.actor("head"), run_id=first.pk)
    assert (rest.total, rest.is_cut, rest.arguments) == (1, False, first.arguments)
    assert {row.assignment_id for run in (first, rest) for row in rows_of(run)} == rows
    assert outcomes(rest) == [Outcome.WILL_DO]
    with pytest.raises(DomainError) as refused:
        runs.continue_run(actor=world.actor("head"), run_id=first.pk)
    assert refused.value.code == "nothing-chosen"
    with pytest.raises(Conflict):
        runs.continue_run(actor=world.actor("head"), run_id=rest.pk)


def test_acts_are_offered_by_right(world: World) -> None:
    assert acts_for(world.actor("snv_servant")) == []
    assert acts_for(world.actor("clerk")) == [Act.ACCEPT, Act.NAME_PERSON, Act.REMIND, Act.QUESTION]
    assert Act.STOP in acts_for(world.actor("head"))
    with pytest.raises(NotAllowed):
        prepare(world, "clerk", Act.STOP, [give(world)], reason="Trùng")


def test_run_is_its_owners_alone(world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world)])
    for persona in ("head", "servant_a", "office_b", "admin"):
        with pytest.raises(NotVisible):
            runs.start_run(actor=world.actor(persona), run_id=run.pk)
    assert not shown_rows(world.actor("office_b"), run).exists()


def test_run_is_started_once_and_filled_only_before(world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world)])
    actor = world.actor("office_a")
    runs.start_run(actor=actor, run_id=run.pk)
    for again in (runs.start_run, runs.undo_run):
        with pytest.raises(Conflict) as raised:
            again(actor=actor, run_id=run.pk)
        assert raised.value.code == "run-moved-on"
    with pytest.raises(Conflict):
        runs.fill_run(actor=actor, run_id=run.pk, arguments={})


def test_run_in_which_nothing_can_be_done_does_not_start(world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world, state=State.ACCEPTED)])
    with pytest.raises(DomainError, match="Không có nhiệm vụ nào làm được"):
        runs.start_run(actor=world.actor("office_a"), run_id=run.pk)


def test_who_was_faster_is_told_in_the_row(world: World) -> None:
    row, other = give(world), give(world)
    run = prepare(world, "office_a", Act.ACCEPT, [row, other])
    runs.start_run(actor=world.actor("office_a"), run_id=run.pk)
    lifecycle.question_assignment(actor=world.actor("office_a"), assignment_id=row.pk, reason="Không rõ")
    lifecycle.stop_assignment(actor=world.actor("head"), assignment_id=other.pk, reason="Trùng")
    perform_run(run.pk)
    by_row = {one.assignment_id: one for one in rows_of(run)}
    assert by_row[row.pk].outcome == Outcome.DONE, "a question may still be answered by accepting"
    assert by_row[other.pk].outcome == Outcome.FAILED
    assert "“Dừng”" in by_row[other.pk].message


def test_rights_are_those_of_the_moment_it_runs(world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world)])
    runs.start_run(actor=world.actor("office_a"), run_id=run.pk)
    user = world.users["office_a"]
    user.is_active = False
    user.save()
    perform_run(run.pk)
    assert outcomes(run) == [Outcome.FAILED]
    assert Assignment.objects.get().state == State.GIVEN


def test_fault_of_the_machine_in_one_row_leaves_the_others(world: World) -> None:
    rows = [give(world) for _number in range(2)]
    run = prepare(world, "office_a", Act.ACCEPT, rows)
    runs.start_run(actor=world.actor("office_a"), run_id=run.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'refused'; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON tasks_assignment FOR EACH ROW"
            f" WHEN (OLD.id = '{rows[0].pk}') EXECUTE FUNCTION pg_temp.refuse()"
        )
    perform_run(run.pk)
    by_row = {one.assignment_id: one for one in rows_of(run)}
    assert by_row[rows[0].pk].message.startswith("Máy chủ gặp lỗi với nhiệm vụ này")
    assert by_row[rows[1].pk].outcome == Outcome.DONE


def test_a_long_run_goes_on_in_another_job(world: World) -> None:
    rows = [give(world) for _number in range(21)]
    run = prepare(world, "office_a", Act.ACCEPT, rows)
    runs.start_run(actor=world.actor("office_a"), run_id=run.pk)
    waiting = ProcrastinateJob.objects.count()
    perform_run(run.pk, slice_seconds=0)
    assert (progress_of(run).of(Outcome.DONE), ProcrastinateJob.objects.count()) == (20, waiting + 1)
    perform_run(run.pk, slice_seconds=0)
    perform_run(run.pk)
    run.refresh_from_db()
    assert (run.state, progress_of(run).of(Outcome.DONE), progress_of(run).percent) == (RunState.DONE, 21, 100)
    assert AuditEvent.objects.filter(code="tasks.assignment.accepted").count() == 21


def test_many_rows_are_rehearsed_in_the_background(world: World) -> None:
    rows = [give(world) for _number in range(runs.CHECKED_AT_ONCE + 1)]
    actor = world.actor("office_a")
    run = runs.prepare_run(
        actor=actor, act=Act.ACCEPT, list_name="assignment-list", query="", chosen=[row.pk for row in rows]
    )
    run = runs.fill_run(actor=actor, run_id=run.pk, arguments={})
    assert (run.state, progress_of(run).percent) == (RunState.CHECKING, 0)
    check_run(run.pk)
    run.refresh_from_db()
    assert (run.state, set(outcomes(run))) == (RunState.READY, {Outcome.WILL_DO})


def test_rows_that_the_owner_no_longer_sees_are_not_shown(world: World) -> None:
    row = give(world)
    run = prepare(world, "office_a", Act.ACCEPT, [row])
    assert shown_rows(world.actor("office_a"), run).count() == 1
    Assignment.objects.filter(pk=row.pk).update(unit=world.units["ubnd_b"])
    assert shown_rows(world.actor("office_a"), run).count() == 0


def test_people_offered_are_those_below_the_units_led(world: World) -> None:
    run = prepare(world, "office_a", Act.ACCEPT, [give(world)])
    names = [post.person.full_name for post in posts_for(world.actor("office_a"), run)]
    assert names == ["Bùi Thị Mẫu A", "Ngô Văn Thử A"]


def test_old_runs_that_nobody_started_are_dropped(world: World) -> None:
    started = carry_out(world, "office_a", prepare(world, "office_a", Act.ACCEPT, [give(world)]))
    prepare(world, "office_a", Act.ACCEPT, [give(world)])
    Run.objects.update(created_at=now() - dt.timedelta(days=2))
    fresh = prepare(world, "office_a", Act.ACCEPT, [give(world)])
    assert runs.drop_unstarted() == 1
    assert set(Run.objects.all()) == {started, fresh}


def test_field_is_set_for_many_told_beforehand_and_taken_back(world: World) -> None:
    field = WorkField.objects.create(code="dat-dai", name="Đất đai")
    rows = [give(world), give(world, field=field)]
    run = prepare(world, "head", Act.SET_FIELD, rows, field=str(field.pk))
    assert sorted(outcomes(run)) == sorted([Outcome.WILL_DO, Outcome.REFUSED])
    effects = [row.effects for row in rows_of(run) if row.outcome == Outcome.WILL_DO]
    assert effects == [[["Lĩnh vực", "chưa phân lĩnh vực", "Đất đai"]]]
    carry_out(world, "head", run)
    rows[0].refresh_from_db()
    assert rows[0].field == field
    back = runs.undo_run(actor=world.actor("head"), run_id=run.pk)
    perform_run(back.pk)
    rows[0].refresh_from_db()
    assert rows[0].field is None
