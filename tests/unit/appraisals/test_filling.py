"""A sheet fills itself from the plan and the work, and the sums of the database are those of the rules."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from random import Random

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from tests.factories.appraisals import FULL_POINTS, make_catalogue, make_product, make_sheet, own_line, planned
from tests.factories.assignments import make_assignment, post_of
from tests.factories.organizations import make_person, make_unit
from tests.personas import World

from sauro.appraisals.enums import ItemKind, OwnLine
from sauro.appraisals.models import Claim, Renewal, Sheet, SheetItem
from sauro.appraisals.rules.figures import shown
from sauro.appraisals.rules.tasks import sums_of
from sauro.appraisals.rulings import settings_of, tasks_of
from sauro.appraisals.selectors.own_year import person_year
from sauro.appraisals.services import sums
from sauro.appraisals.services.filling import renew, renew_marked
from sauro.appraisals.services.opening import open_sheets
from sauro.appraisals.services.sums import add_up
from sauro.common.clock import VIETNAM
from sauro.organizations.models import Appointment
from sauro.tasks.enums import Decision, ReturnKind
from sauro.tasks.models import Assignment, ProductVersion
from sauro.tasks.services.products import HandIn, hand_in_product

SERVANT = "Đỗ Văn Mẫu"
MONTH = dt.date(2026, 10, 1)


def at(day: int, month: int = 10) -> dt.datetime:
    return dt.datetime(2026, month, day, 9, tzinfo=VIETNAM)


def work(world: World, due: dt.date | None = dt.date(2026, 10, 20), **columns: object) -> Assignment:
    held = {"state": "in_progress", "due_on": due, "person": post_of(SERVANT)}
    return make_assignment(world.units["ubnd"], world.units["snv"], **{**held, **columns})


def filled(world: World, *works: Assignment) -> list[SheetItem]:
    post = post_of(SERVANT)
    items = planned(post, MONTH, *works)
    sheet = make_sheet(post, MONTH)
    renew([sheet.pk])
    by_item = {row.plan_item_id: row for row in sheet.items.all()}
    return [by_item[item.pk] for item in items]


def granted(line: SheetItem) -> None:
    """Store the claim that an exemption rests on."""
    if line.exempt_failures or line.exempt_late:
        Claim.objects.create(
            item=line, kind="objective", about="late", text="Mưa lũ", state="granted", made_at=at(3),
            made_by_name="Mẫu", decided_at=at(4), decided_by_name="Võ Thị Thử",
        )  # fmt: skip


def returned(one: Assignment, number: int, when: dt.datetime, kind: str = ReturnKind.CONTENT) -> None:
    ProductVersion.objects.create(
        assignment=one, number=number, handed_in_by_name="Mẫu", handed_in_at=when, decision=Decision.RETURNED,
        decided_at=when, return_kind=kind,
    )  # fmt: skip


def test_handed_in_counts_as_done_whoever_has_still_to_confirm(world: World) -> None:
    waiting, confirmed, open_ = filled(
        world,
        work(world, state="handed_in", handed_in_at=at(20)),
        work(world, state="confirmed", handed_in_at=at(19), closed_at=at(25)),
        work(world),
    )
    assert (waiting.is_done, waiting.is_waiting, waiting.late) == (True, True, 0)
    assert (confirmed.is_done, confirmed.is_waiting) == (True, False)
    assert (open_.is_done, open_.late) == (False, 0)


def test_late_is_after_the_last_day_that_others_moved(world: World) -> None:
    late, held, next_month = filled(
        world,
        work(world, state="confirmed", handed_in_at=at(21)),
        work(world, state="confirmed", handed_in_at=at(22), held_days=2),
        work(world, state="confirmed", handed_in_at=at(2, 11)),
    )
    assert (late.is_done, late.late) == (True, 1)
    assert (held.is_done, held.late) == (True, 0)
    assert not next_month.is_done


def test_midnight_in_vietnam_ends_the_month(world: World) -> None:
    last = dt.datetime(2026, 10, 31, 16, 59, tzinfo=dt.UTC)
    inside, outside = filled(
        world,
        work(world, dt.date(2026, 10, 31), state="confirmed", handed_in_at=last),
        work(world, dt.date(2026, 10, 31), state="confirmed", handed_in_at=last + dt.timedelta(minutes=1)),
    )
    assert (inside.is_done, inside.late, outside.is_done) == (True, 0, False)


def test_only_returns_for_content_count_as_failures(world: World) -> None:
    one = work(world, state="confirmed", handed_in_at=at(18))
    returned(one, 1, at(10))
    returned(one, 2, at(12), ReturnKind.FORM)
    returned(one, 3, at(14), ReturnKind.DEMAND_CHANGED)
    returned(one, 4, at(3, 11))
    [item] = filled(world, one)
    assert item.failures == 1


def test_stopped_work_and_work_done_before_leave_the_sums(world: World) -> None:
    stopped, before = filled(
        world, work(world, state="stopped"), work(world, state="handed_in", handed_in_at=at(28, 9))
    )
    assert not stopped.is_counted
    assert not before.is_counted
    assert Sheet.objects.get().assigned == 0


def test_without_a_catalogue_a_product_is_one_unit_for_the_time_being(world: World) -> None:
    [item] = filled(world, work(world))
    assert (item.units, item.is_pending, item.product) == (10_000, True, None)
    sheet = Sheet.objects.get()
    assert (sheet.assigned, sheet.is_provisional, sheet.unconverted) == (10_000, True, 0)


def test_products_are_proposed_by_name_and_remembered_by_work(world: World) -> None:
    catalogue = make_catalogue(world.units["ubnd"])
    report = make_product(catalogue, "DC.05", "Báo cáo định kỳ", 120_000)
    plan = make_product(catalogue, "DC.08", "Kế hoạch", 140_000)
    named, unknown = filled(world, work(world, product="báo cáo  Định kỳ"), work(world, product="Tờ trình"))
    assert (named.product, named.units) == (report, 120_000)
    assert (unknown.product, unknown.units) == (None, 0)
    assert Sheet.objects.get().unconverted == 1
    unknown.product = plan
    unknown.save()
    assert unknown.plan_item is not None
    later = dt.date(2026, 11, 1)
    planned(post_of(SERVANT), later, unknown.plan_item.assignment)
    sheet = make_sheet(post_of(SERVANT), later)
    renew([sheet.pk])
    assert [item.product for item in sheet.items.all()] == [plan]


def test_work_given_back_stays_in_the_denominator(world: World) -> None:
    post = post_of(SERVANT)
    [item] = planned(post, MONTH, work(world, state="confirmed", handed_in_at=at(9), person=None))
    item.given_back_at = at(5)
    item.save()
    sheet = make_sheet(post, MONTH)
    renew([sheet.pk])
    sheet.refresh_from_db()
    assert (sheet.assigned, sheet.done) == (10_000, 0)


@pytest.mark.parametrize("seed", range(6))
def test_sums_of_the_database_are_those_of_the_rules(world: World, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "MANY_SHEETS", 1 if seed % 2 else 5_000)
    dice = Random(seed)  # noqa: S311 -- cases, no secret
    pending = dice.choice(["provisional", "left_out"])
    stored = {"rules": "nd-335-2025", "given": {"pending_products": pending}}
    sheet = make_sheet(post_of(SERVANT), MONTH, settings=stored, leaves_pending_out=pending == "left_out")
    for _line in range(25):
        failures, late = dice.randint(0, 6), dice.randint(0, 6)
        line = own_line(
            sheet, dice.choice([0, 2_500, 10_000, 123_400]),
            kind=dice.choice(ItemKind.values), own=dice.choice([OwnLine.ACCEPTED, OwnLine.PROPOSED, OwnLine.REFUSED]),
            is_done=dice.random() < 0.7, given_back=dice.random() < 0.1, is_counted=dice.random() < 0.9,
            is_excused=dice.random() < 0.1, is_pending=dice.random() < 0.2, failures=failures, late=late,
            exempt_failures=dice.randint(0, failures), exempt_late=dice.randint(0, late),
        )  # fmt: skip
        granted(line)
    [figures] = add_up([sheet.pk])
    items = list(sheet.items.all())
    tasks = tasks_of(items, {item.pk: str(item.pk) for item in items})
    assert figures.sums == sums_of(tasks, settings_of(sheet.settings))


def test_sheets_are_opened_once_for_those_who_are_appraised(world: World) -> None:
    made = open_sheets(MONTH)
    assert made == Sheet.objects.count() > 5
    assert open_sheets(MONTH) == 0
    duties = dict(Sheet.objects.values_list("appointment__person__full_name", "duty"))
    assert duties[SERVANT] == "staff"
    chair = Sheet.objects.get(appointment__person__full_name="Phạm Văn Mẫu")
    assert chair.settings["rules"] == ("qd-366-2025" if chair.duty != "staff" else "nd-335-2025")


def test_whoever_moves_in_the_month_has_two_sheets_weighed_by_the_days_of_each(world: World) -> None:
    before = post_of(SERVANT)
    Appointment.objects.filter(pk=before.pk).update(valid=DateRange(dt.date(2026, 1, 1), None))
    open_sheets(MONTH)
    first = Sheet.objects.get(appointment=before)
    assert first.days == 31
    Appointment.objects.filter(pk=before.pk).update(valid=DateRange(dt.date(2026, 1, 1), dt.date(2026, 10, 16)))
    after = Appointment.objects.create(
        person=before.person, position=before.position, unit=world.units["stc"],
        valid=DateRange(dt.date(2026, 10, 16), None),
    )  # fmt: skip
    open_sheets(MONTH)
    renew([first.pk])
    second = Sheet.objects.get(appointment=after)
    first.refresh_from_db()
    assert (first.days, first.unit, second.days, second.unit) == (15, before.unit, 16, world.units["stc"])
    for sheet, score in ((first, "80"), (second, "60")):
        sheet.score_exact = score
    [line] = [line for line in person_year([first, second], 2026).months if line.sheets]
    assert line.score == shown(Fraction(15 * 80 + 16 * 60, 31))


def test_an_act_on_the_work_marks_the_sheet_and_the_next_run_reckons_it(world: World) -> None:
    one = work(world)
    planned(post_of(SERVANT), MONTH, one)
    sheet = make_sheet(post_of(SERVANT), MONTH, own_points=FULL_POINTS)
    hand_in_product(actor=world.actor("snv_head"), assignment_id=one.pk, hand_in=HandIn(text="Báo cáo số 12/BC-SNV"))
    assert Renewal.objects.get().appointment == post_of(SERVANT)
    assert renew_marked() == 1
    assert not Renewal.objects.exists()
    sheet.refresh_from_db()
    assert sheet.items.count() == 1


def _statements_of_opening(month: dt.date) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert open_sheets(month) > 0
    return len(captured)


def test_opening_a_month_takes_no_more_statements_for_more_units_and_people(world: World) -> None:
    make_product(make_catalogue(world.units["ubnd"]), "DC.05", "Báo cáo", 120_000)
    known, one = post_of(SERVANT), work(world, product="Báo cáo")
    planned(known, dt.date(2026, 9, 1), one)
    few = _statements_of_opening(dt.date(2026, 9, 1))
    for number in range(6):
        unit = make_unit(f"thu.{number}", f"Phòng thử {number}", parent=known.unit)
        make_person(f"Lê Văn Thử {number}", unit=unit)
        planned(post_of(f"Lê Văn Thử {number}"), MONTH, one)
    planned(known, MONTH, one)
    assert _statements_of_opening(MONTH) <= few
    assert set(SheetItem.objects.filter(sheet__month=MONTH).values_list("units", flat=True)) == {120_000}
