"""Confirmed work per post: of the month before, by the posts of the day, never of a handful of people."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from tests.factories.appraisals import make_sheet
from tests.factories.assignments import post_of
from tests.factories.organizations import make_person
from tests.factories.workforce import allotted
from tests.personas import World

from sauro.appraisals.selectors.workload import confirmed_work_per_post
from sauro.organizations.models import Appointment

DAY = dt.date(2026, 11, 20)


def test_work_is_told_by_post_and_not_of_a_handful(world: World) -> None:
    unit, known = world.units["snv"], post_of("Đỗ Văn Mẫu")
    for _seat in range(2):
        allotted(unit)
    for number in range(4):
        person = make_person(f"Nguyễn Thị Ví Dụ {number}")
        post = Appointment.objects.create(person=person, position=known.position, unit=unit, valid=known.valid)
        make_sheet(post, dt.date(2026, 10, 1), state="closed", done=30_000)
    assert confirmed_work_per_post([unit.pk], DAY) == {}
    make_sheet(known, dt.date(2026, 10, 1), state="confirmed", done=25_000)
    assert confirmed_work_per_post([unit.pk], DAY) == {unit.pk: Decimal("7.25")}
    assert confirmed_work_per_post([unit.pk], dt.date(2026, 10, 20)) == {}
