"""Makes yearly ratings of units for tests."""

from __future__ import annotations

from typing import Any

from sauro.appraisals.models import UnitRating, UnitRound
from sauro.common.clock import now, today
from sauro.organizations.models import Unit
from tests.factories.appraisals import ND335


def make_unit_round(unit: Unit, year: int = 2026, **columns: Any) -> UnitRound:
    """Store the round in which a body rates its units, or return the one there is."""
    held = {"domain": unit.domain, "as_of": today(), "made_at": now(), "made_by_name": "Đỗ Văn Mẫu", **columns}
    return UnitRound.objects.get_or_create(unit=unit, year=year, defaults=held)[0]


def make_unit_rating(found: UnitRound, unit: Unit, **columns: Any) -> UnitRating:
    """Store what a round comes to for one unit, or return what there is."""
    held: dict[str, Any] = {
        "score_exact": "85", "score": 85, "by_score": "TOT", "highest": "TOT", "proposed": "TOT", "settings": ND335,
    }  # fmt: skip
    return UnitRating.objects.get_or_create(round=found, unit=unit, defaults={**held, **columns})[0]
