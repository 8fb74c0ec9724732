"""Makes targets for tests, through the services the pages use."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sauro.common.clock import today
from sauro.targets.models import Share
from sauro.targets.rules import AddUp, Amount
from sauro.targets.services.actuals import Evidence, record_actual
from sauro.targets.services.indicators import IndicatorFields, define_indicator
from sauro.targets.services.lines import PathEntry, set_path
from sauro.targets.services.shares import give_share
from tests.personas import World

HOUSES = IndicatorFields("Số nhà ở xã hội hoàn thành", "căn")
POOR = IndicatorFields(
    "Tỷ lệ hộ nghèo", "%", rule=AddUp.RATIO, numerator_label="Số hộ nghèo", denominator_label="Tổng số hộ"
)


def make_share(
    world: World, fields: IndicatorFields = HOUSES, *, persona: str = "head", unit: str = "ubnd",
    path: Mapping[int, int] | None = None,
) -> Share:  # fmt: skip
    """Define an indicator in a unit's register, with the path given by year."""
    actor = world.actor(persona)
    share = define_indicator(actor=actor, unit_id=world.units[unit].pk, fields=fields)
    entries = [PathEntry(year, Amount(Decimal(value))) for year, value in (path or {}).items()]
    if entries:
        set_path(actor=actor, share_id=share.pk, baseline_year=None, baseline=None, entries=entries)
    return share


def give(world: World, share: Share, unit: str, values: Mapping[int, int]) -> Share:
    """Give a unit its part as the head of the provincial office."""
    amounts = {year: Amount(Decimal(value)) for year, value in values.items()}
    return give_share(actor=world.actor("head"), share_id=share.pk, unit_id=world.units[unit].pk, values=amounts)


def record(world: World, share: Share, persona: str, *figures: int) -> None:
    """Record a figure of today: a value, or a numerator and a denominator."""
    numbers = [Decimal(one) for one in figures]
    amount = Amount(numbers[0]) if len(numbers) == 1 else Amount(None, *numbers)
    record_actual(
        actor=world.actor(persona), share_id=share.pk, as_of=today(), amount=amount,
        evidence=Evidence(basis="Báo cáo số 12/BC-UBND"),
    )  # fmt: skip
