"""The objects of the yearly rating of units in the contract tests, and how to add a row to its list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from tests.factories.unit_ratings import make_unit_rating, make_unit_round

from sauro.appraisals.models import UnitRating, UnitRound
from sauro.common.clock import now, today

if TYPE_CHECKING:
    from tests.contracts.objects import Objects


class UnitRatingObjects:
    """Ratings of units, a part of the objects that the addresses lead to."""

    world: Any

    @cached_property
    def unit_rating(self) -> UnitRating:
        """The decided rating of a department by the committee of the province."""
        found = make_unit_round(
            self.world.units["ubnd"], state="decided", decision="98/QĐ-UBND", decided_on=today(), decided_at=now(),
            decided_by_name="Phạm Văn Mẫu", merit="Đứng đầu khối",
        )  # fmt: skip
        return make_unit_rating(
            found, self.world.units["snv"], level="TOT", reason="Như đề xuất", force_majeure="Bão lũ tháng Mười"
        )

    @cached_property
    def open_unit_rating(self) -> UnitRating:
        """The same of another year, which is being prepared."""
        return make_unit_rating(make_unit_round(self.world.units["ubnd"], 2027), self.world.units["snv"])


def _make_unit_round(objects: Objects, number: int) -> UnitRound:
    return make_unit_round(objects.world.units["ubnd"], 2026 + number)


MAKERS: Mapping[str, Callable[[Objects, int], Model]] = {"appraisals.unitround": _make_unit_round}
