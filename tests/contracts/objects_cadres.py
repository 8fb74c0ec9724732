"""The objects of cadres in the contract tests, and how to add a row to their lists.

The cadre is the clerk of the Party committee of the province. Nobody keeps records of cadres there by themselves: who
is asked to (:meth:`CadresObjects.keep_cadres`) is the Party's office of commune A, as a leader of the committee.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from tests.factories.appraisals import make_period_review, make_review
from tests.factories.organizations import ALWAYS

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.appraisals.models import PeriodReview, Review
from sauro.common.clock import now, today
from sauro.organizations.models import Appointment

if TYPE_CHECKING:
    from tests.contracts.objects import Objects


class CadresObjects:
    """Objects of cadres, a part of those that the addresses lead to. The rest comes from the class that takes them."""

    world: Any

    @property
    def cadre(self) -> Appointment:
        """The post of the cadre."""
        return Appointment.objects.get(person=self.world.users["party_clerk"].person_id)

    def keep_cadres(self) -> None:
        """Let somebody keep, and decide, the records of the cadres of that committee."""
        committee = self.world.units["tu"]
        Grant.objects.get_or_create(
            user=self.world.users["party_a"], role=Role.LEADER, unit=committee, domain=committee.domain,
            defaults={"valid": ALWAYS, "basis": "Dữ liệu thử"},
        )  # fmt: skip

    @cached_property
    def cadre_review(self) -> Review:
        """A reminder in force of that cadre."""
        held = {"reply": "Đã rút kinh nghiệm", "replied_at": now()}
        return make_review(self.cadre, self.world.units["tu"], **held)

    @cached_property
    def ended_review(self) -> Review:
        """A praise of theirs that was ended before its day."""
        held = {"kind": "praise", "ends_on": today() - dt.timedelta(days=1), "ended_early": "Ghi trùng"}
        return make_review(self.cadre, self.world.units["tu"], **held)

    @cached_property
    def cadre_period(self) -> PeriodReview:
        """Their first quarter, decided."""
        held = {
            "state": "decided", "level": "TOT", "reason": "Theo kết luận", "opinion": "Nhất trí", "body": "bureau",
            "decision": "15-KL/TU", "decided_on": today(), "decided_at": now(), "decided_by_name": "Hoàng Văn Mẫu",
        }  # fmt: skip
        return make_period_review(self.cadre, self.world.units["tu"], **held)

    @cached_property
    def open_period(self) -> PeriodReview:
        """Their second quarter, being prepared."""
        return make_period_review(self.cadre, self.world.units["tu"], period="q2", opinion="Cơ bản nhất trí")


def _make_review(objects: Objects, _number: int) -> Model:
    objects.keep_cadres()
    return make_review(objects.cadre, objects.world.units["tu"])


def _make_period(objects: Objects, number: int) -> Model:
    objects.keep_cadres()
    return make_period_review(objects.cadre, objects.world.units["tu"], year=2026 + number)


MAKERS: Mapping[str, Callable[[Objects, int], Model]] = {
    "appraisals.review": _make_review,
    "appraisals.periodreview": _make_period,
}
