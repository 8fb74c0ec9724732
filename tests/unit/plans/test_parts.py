"""Monthly parts: divided by whoever does the work, planned month by month, owed until delivered."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.plans.models import MonthlyPart, PlanItem
from sauro.plans.selectors.parts import division_of, entries_of_parts
from sauro.plans.selectors.plans import month_plans
from sauro.plans.services.delivering import deliver_part, move_part, return_part
from sauro.plans.services.dividing import PartWish, divide_work
from sauro.plans.services.opening import open_month
from sauro.tasks.models import Assignment
from sauro.tasks.services.lifecycle import name_person

SERVANT, HEAD = "Bùi Thị Mẫu A", "Ngô Văn Thử A"
MARCH, APRIL, MAY, JUNE = (dt.date(2027, month, 1) for month in (3, 4, 5, 6))
CLOCKED = (
    "plans.services.opening",
    "plans.services.following",
    "plans.selectors.plans",
    "plans.selectors.parts",
)


class Calendar:
    """The day it is for the plans."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.day = dt.date(2027, 3, 10)
        for module in CLOCKED:
            monkeypatch.setattr(f"sauro.{module}.today", lambda: self.day)

    def turn_to(self, day: dt.date) -> None:
        """Go to another day and open its month, as the night does."""
        self.day = day
        open_month()


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    return Calendar(monkeypatch)


def long_work(world: World, **columns: object) -> Assignment:
    held = {"state": "accepted", "due_on": dt.date(2027, 5, 20), "person": post_of(SERVANT), **columns}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **held)


def wishes(*rows: tuple[dt.date, int]) -> list[PartWish]:
    return [PartWish(month, share, f"Báo cáo rà soát đợt {number}") for number, (month, share) in enumerate(rows, 1)]


THREE = wishes((MARCH, 30), (APRIL, 30), (MAY, 40))


def divided(world: World, row: Assignment, persona: str = "servant_a") -> list[MonthlyPart]:
    return divide_work(actor=world.actor(persona), assignment_id=row.pk, parts=THREE)


def items(month: dt.date, name: str = SERVANT) -> list[tuple[int | None, str, dt.date | None]]:
    rows = PlanItem.objects.filter(plan__appointment=post_of(name), plan__month=month, given_back_at=None)
    return [
        (row.part.number if row.part else None, row.kind, row.due_on)
        for row in rows.select_related("part").order_by("id")
    ]


def test_parts_fall_into_the_plans_of_their_months_and_what_is_owed_comes_back(
    world: World, calendar: Calendar
) -> None:
    row = long_work(world)
    first, second, third = divided(world, row)
    assert items(MARCH) == [(1, "ad_hoc", dt.date(2027, 3, 31))]
    deliver_part(actor=world.actor("servant_a"), part_id=first.pk, text="Báo cáo số 12/BC-UBND")
    calendar.turn_to(APRIL)
    assert items(APRIL) == [(2, "planned", dt.date(2027, 4, 30))]
    # Nothing was delivered in April: the part stands in the plan of May too, since April, beside its own.
    calendar.turn_to(MAY)
    assert items(MAY) == [(2, "planned", dt.date(2027, 4, 30)), (3, "planned", dt.date(2027, 5, 20))]
    for part in (second, third):
        deliver_part(actor=world.actor("servant_a"), part_id=part.pk, text="Đã nộp")
    # All parts are there and the work itself is not handed in: next month asks for the whole.
    calendar.turn_to(JUNE)
    assert items(JUNE) == [(None, "planned", dt.date(2027, 5, 20))]


def test_summary_keeps_a_part_late_in_the_month_it_was_planned_for(world: World, calendar: Calendar) -> None:
    _first, second, _third = divided(world, long_work(world))
    calendar.turn_to(APRIL)
    calendar.turn_to(MAY)
    move_part(actor=world.actor("servant_a"), part_id=second.pk, month=MAY, reason="Chờ số liệu của các ấp")
    (april,) = month_plans(world.actor("servant_a"), APRIL)
    assert (april.planned, april.done, april.late) == (2, 0, 2)
    item = next(item for item in april.items if item.part_id == second.pk)
    assert (item.moved_to, item.due_on) == (MAY, dt.date(2027, 4, 30))


def test_part_moved_into_this_month_is_ad_hoc_and_the_move_is_on_record(world: World, calendar: Calendar) -> None:
    row = long_work(world)
    *_others, third = divided(world, row)
    move_part(actor=world.actor("office_a"), part_id=third.pk, month=MARCH, reason="Tỉnh cần sớm")
    assert items(MARCH)[1] == (3, "ad_hoc", dt.date(2027, 3, 31))
    third.refresh_from_db()
    assert (third.month, third.month_first) == (MARCH, MAY)
    event = AuditEvent.objects.get(code="plans.part.moved")
    assert (event.reason, event.changes["part"]) == ("Tỉnh cần sớm", ["#3:05/2027:40%", "#3:03/2027:40%"])
    told = list(entries_of_parts(world.actor("servant_a"), row))
    assert [entry.why for entry in told] == ["", "Tỉnh cần sớm"]
    assert told[1].points == ["tháng 05/2027, tỷ trọng 40% → tháng 03/2027, tỷ trọng 40%"]
    assert list(entries_of_parts(world.actor("head"), row)) == []


@pytest.mark.parametrize(
    ("parts", "code", "field"),
    [
        (wishes((MARCH, 30), (APRIL, 60)), "shares-sum", None),
        (wishes((MARCH, 100)), "parts-count", None),
        (wishes((MARCH, 50), (JUNE, 50)), "month-out-of-range", "parts-1-month"),
        (wishes((dt.date(2027, 2, 1), 50), (APRIL, 50)), "month-out-of-range", "parts-0-month"),
        (wishes((MARCH, 0), (APRIL, 100)), "share-range", "parts-0-share"),
        ([PartWish(MARCH, 50, "Báo cáo"), PartWish(APRIL, 50, " ")], "product-needed", "parts-1-product"),
    ],
)
def test_wrong_division_is_refused_at_its_row(
    world: World, calendar: Calendar, parts: list[PartWish], code: str, field: str | None
) -> None:
    row = long_work(world)
    with pytest.raises(DomainError) as refused:
        divide_work(actor=world.actor("servant_a"), assignment_id=row.pk, parts=parts)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not row.monthly_parts.exists()


def test_dividing_anew_leaves_what_a_plan_holds_and_needs_a_reason(world: World, calendar: Calendar) -> None:
    row = long_work(world)
    first, *_others = divided(world, row)
    servant = world.actor("servant_a")
    anew = wishes((APRIL, 50), (MAY, 20))
    with pytest.raises(DomainError, match="vì sao"):
        divide_work(actor=servant, assignment_id=row.pk, parts=anew)
    with pytest.raises(DomainError, match="100"):
        divide_work(actor=servant, assignment_id=row.pk, parts=THREE, reason="Chia lại")
    after = divide_work(actor=servant, assignment_id=row.pk, parts=anew, reason="Khối lượng dồn vào tháng 4")
    assert [(part.number, part.month, part.share) for part in after] == [(1, MARCH, 30), (4, APRIL, 50), (5, MAY, 20)]
    assert after[0].pk == first.pk
    assert row.monthly_parts.filter(replaced_at__isnull=False).count() == 2


def test_who_may_divide_and_see(world: World, calendar: Calendar) -> None:
    row = long_work(world)
    with pytest.raises(NotAllowed):
        divided(world, row, "head")
    with pytest.raises(NotVisible):
        divided(world, row, "office_b")
    first, *_others = divided(world, row, "office_a")
    assert len(division_of(world.actor("servant_a"), row).parts) == 3
    giver = division_of(world.actor("head"), row)
    assert (giver.parts, giver.may_divide) == ([], False)
    with pytest.raises(NotVisible):
        deliver_part(actor=world.actor("head"), part_id=first.pk, text="Xong")


def test_head_returns_a_part_and_it_is_owed_again(world: World, calendar: Calendar) -> None:
    row = long_work(world)
    first, *_others = divided(world, row)
    servant, office = world.actor("servant_a"), world.actor("office_a")
    deliver_part(actor=servant, part_id=first.pk, text="Danh mục 12 trạm")
    assert division_of(servant, row).score.owed == 0
    with pytest.raises(NotAllowed):
        return_part(actor=servant, part_id=first.pk, reason="Tự trả")
    return_part(actor=office, part_id=first.pk, reason="Thiếu hai trạm")
    division = division_of(office, row)
    assert (division.score.owed, division.parts[0].part.returns) == (30, 1)
    with pytest.raises(Conflict):
        return_part(actor=office, part_id=first.pk, reason="Lần nữa")


def test_parts_change_hands_with_the_work(world: World, calendar: Calendar) -> None:
    row = long_work(world)
    divided(world, row)
    name_person(actor=world.actor("office_a"), assignment_id=row.pk, appointment_id=post_of(HEAD).pk)
    assert items(MARCH) == []
    assert items(MARCH, HEAD) == [(1, "taken_over", dt.date(2027, 3, 31))]


def test_work_the_plan_holds_as_a_whole_is_not_planned_twice(world: World, calendar: Calendar) -> None:
    row = long_work(world, due_on=dt.date(2027, 3, 20))
    open_month()
    Assignment.objects.filter(pk=row.pk).update(due_on=dt.date(2027, 5, 20))
    with pytest.raises(DomainError) as refused:
        divided(world, row)
    assert refused.value.field == "parts-0-month"
    later = wishes((APRIL, 50), (MAY, 50))
    divide_work(actor=world.actor("servant_a"), assignment_id=row.pk, parts=later)
    assert items(MARCH) == [(None, "planned", dt.date(2027, 3, 20))]


@pytest.mark.parametrize(
    "columns", [{"person": None}, {"state": "handed_in"}, {"state": "stopped"}, {"is_recurring": True, "due_on": None}]
)
def test_work_that_cannot_be_planned_by_months_is_refused(
    world: World, calendar: Calendar, columns: dict[str, object]
) -> None:
    with pytest.raises(Conflict):
        divided(world, long_work(world, **columns), "office_a")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_deliver_at_once_one_is_told(committed_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    Calendar(monkeypatch)
    first, *_others = divided(committed_world, long_work(committed_world))

    def deliver(persona: str) -> object:
        return deliver_part(actor=committed_world.actor(persona), part_id=first.pk, text=f"Kết quả của {persona}")

    done = at_once(lambda: deliver("servant_a"), lambda: deliver("office_a"))
    assert done == ["already-delivered", "ok"]
    assert AuditEvent.objects.filter(code="plans.part.delivered").count() == 1
