"""The pages of the monthly plans."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World

from sauro.common.clock import today
from sauro.plans.models import MonthlyPlan
from sauro.plans.services.opening import open_month
from sauro.tasks.services.lifecycle import name_person


@pytest.fixture
def plan(world: World) -> MonthlyPlan:
    make_assignment(
        world.units["ubnd"],
        world.units["ubnd_a"],
        state="accepted",
        due_on=today(),
        person=post_of("Bùi Thị Mẫu A"),
        wording="Lập danh mục trạm bơm cần sửa",
    )
    open_month()
    return MonthlyPlan.objects.get()


def test_own_plan_is_shown_item_by_item(plan: MonthlyPlan, signed_in: SignedIn) -> None:
    page = signed_in("servant_a").get(reverse("month-plan")).content.decode()
    assert "Lập danh mục trạm bơm" in page
    assert "Trong kế hoạch" in page


def test_work_that_went_to_somebody_else_is_named_to_who_may_open_it_only(
    world: World, plan: MonthlyPlan, signed_in: SignedIn
) -> None:
    work = plan.items.get().assignment
    name_person(actor=world.actor("office_a"), assignment_id=work.pk, appointment_id=post_of("Ngô Văn Thử A").pk)
    page = signed_in("servant_a").get(reverse("month-plan")).content.decode()
    assert "Việc đã bàn giao hoặc của đơn vị khác" in page and "đã bàn giao" in page
    assert work.code not in page and "trạm bơm" not in page and str(work.pk) not in page
    assert work.code in signed_in("office_a").get(reverse("plan-detail", args=[plan.pk])).content.decode()


def test_head_sees_people_and_opens_a_plan(plan: MonthlyPlan, signed_in: SignedIn) -> None:
    office = signed_in("office_a")
    page = office.get(reverse("month-plan")).content.decode()
    address = reverse("plan-detail", args=[plan.pk])
    assert "Bùi Thị Mẫu A" in page
    assert address in page
    assert "Lập danh mục trạm bơm" in office.get(address).content.decode()


def test_neighbour_finds_nothing(plan: MonthlyPlan, signed_in: SignedIn) -> None:
    neighbour = signed_in("office_b")
    assert "Tháng này chưa có kế hoạch" in neighbour.get(reverse("month-plan")).content.decode()
    assert neighbour.get(reverse("plan-detail", args=[plan.pk])).status_code == 404


@pytest.mark.parametrize("month", ["", "2026-13", "hôm nay", "0001-01", "9999-12"])
def test_odd_months_are_borne(signed_in: SignedIn, month: str) -> None:
    assert signed_in("servant_a").get(reverse("month-plan"), {"thang": month}).status_code == 200
