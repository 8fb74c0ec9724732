"""The chapter of the demo on long work: the first civil servant with work for more than a month divides it."""

from __future__ import annotations

from django.db import transaction

from sauro.common.clock import today
from sauro.demo.cast import by_post, demo_actors
from sauro.plans.models import MonthlyPart
from sauro.plans.months import month_of
from sauro.plans.parting import WHOLE, equal_shares, months_between
from sauro.plans.services.delivering import deliver_part
from sauro.plans.services.dividing import PartWish, divide_work
from sauro.plans.services.opening import open_month
from sauro.tasks.models import Assignment
from sauro.tasks.transitions import WORKING_STATES

PRODUCTS = ("Đề cương và dự thảo lần 1", "Bản tổng hợp trình lãnh đạo")
FIRST_RESULT = "Dự thảo lần 1 (mẫu) đã gửi lãnh đạo phòng."


@transaction.atomic
def play_months() -> None:
    """Open this month's plans, divide one piece of work in two, and deliver its first part."""
    workers = by_post(demo_actors())
    if MonthlyPart.objects.filter(assignment__person__in=workers).exists():
        return
    open_month()
    rows = Assignment.objects.filter(person__in=workers, state__in=sorted(WORKING_STATES), due_on__isnull=False)
    for assignment in rows.order_by("-due_on", "code")[:1]:
        months = months_between(month_of(today()), month_of(assignment.due_on or today()))
        if len(months) < len(PRODUCTS) or assignment.person_id is None:
            return
        shares = equal_shares(WHOLE, len(PRODUCTS))
        parts = [PartWish(*row) for row in zip((months[0], months[-1]), shares, PRODUCTS, strict=True)]
        worker = workers[assignment.person_id]
        first, *_rest = divide_work(actor=worker, assignment_id=assignment.pk, parts=parts)
        deliver_part(actor=worker, part_id=first.pk, text=FIRST_RESULT)
