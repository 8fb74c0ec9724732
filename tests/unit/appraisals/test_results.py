"""Results of units: numbers add up, small groups stay hidden from who may not see the sheets, units alike."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from tests.factories.appraisals import make_rating, make_rating_round, make_sheet, set_score
from tests.factories.assignments import post_of
from tests.factories.organizations import make_person, make_unit
from tests.personas import World

from sauro.appraisals.models import Sheet
from sauro.appraisals.selectors.results import (
    Result,
    UnitResults,
    by_path,
    sheet_counts,
    table_of,
    unit_results,
    visible_result_units,
)
from sauro.organizations.models import Appointment, Unit

SERVANT = "Đỗ Văn Mẫu"
MONTH = dt.date(2026, 10, 1)


def people(unit: Unit, scores: list[str], *, month: dt.date = MONTH, state: str = "closed") -> list[Sheet]:
    """Sheets of new people in a unit, with these scores; an empty one is not confirmed yet."""
    known = post_of(SERVANT)
    made = []
    for number, score in enumerate(scores):
        post = Appointment.objects.create(
            person=make_person(f"Lê Thị Giả Định {unit.code} {number}"), position=known.position, unit=unit,
            valid=known.valid,
        )  # fmt: skip
        sheet = make_sheet(post, month, state=state if score else "open")
        if score:
            set_score(sheet, score)
        made.append(sheet)
    return made


def results_of(world: World, who: str, unit: str, month: dt.date = MONTH) -> UnitResults:
    return unit_results(world.actor(who), world.units[unit], month)


def test_numbers_of_a_unit_add_up_over_what_lies_below(world: World) -> None:
    people(world.units["snv"], ["95", "80", "69.99", "40", ""])
    found = results_of(world, "snv_head", "snv")
    assert found.is_whole and found.of_month.total == Result(5, 4, 2, (1, 1, 1, 1), Decimal("71.25"), Decimal("1.00"))
    assert found.of_month.total.percent_good == Decimal("50.0")
    assert [place.is_itself for place in found.of_month.places] == [True]


def test_leave_counts_nowhere(world: World) -> None:
    people(world.units["snv"], ["95"])
    Sheet.objects.update(leave="sick")
    assert results_of(world, "snv_head", "snv").of_month.places == []


def test_trend_has_twelve_months_and_years_their_decided_levels(world: World) -> None:
    people(world.units["snv"], ["95"], month=dt.date(2026, 9, 1))
    found = make_rating_round(world.units["snv"], state="decided", decided_on=MONTH)
    make_rating(found, post_of(SERVANT), level="TOT")
    shown = results_of(world, "snv_head", "snv")
    assert len(shown.trend) == 12 and shown.trend[-2][1].percent_good == Decimal(100)
    assert shown.of_year.total.levels == (0, 1, 0, 0)


def test_small_groups_are_withheld_from_who_does_not_see_the_sheets(world: World) -> None:
    ubnd = world.units["ubnd"]
    below = list(Unit.objects.filter(parent=ubnd, domain=ubnd.domain).order_by("pk")[:3])
    people(below[0], ["80"] * 9 + ["40"] * 5)
    people(below[1], ["80"] * 6 + ["40"])
    people(below[2], ["80"] * 7)
    shown = table_of(ubnd, below, by_path(Sheet.objects.filter(month=MONTH), sheet_counts()), whole=False)
    withheld = {place.unit: place.result.percent_good is None for place in shown.places}
    assert withheld[below[1]], "one person below 70 would be told"
    assert shown.total.good is None or sum(withheld.values()) > 1, "what is left of the total would tell it"
    assert all(place.result.levels is None for place in shown.places)


def test_units_alike_are_told_as_a_spread(world: World) -> None:
    others = [make_unit(f"T.S{number}", f"Sở Thử {number}", parent=world.units["ubnd"]) for number in range(4)]
    for number, unit in enumerate(others):
        people(unit, ["80"] * 6 + ["40"] * (5 + number))
    alike = results_of(world, "snv_head", "snv").alike
    assert alike is not None and alike.units == len(others)
    assert alike.least < alike.middle < alike.greatest


def test_a_unit_is_seen_by_role(world: World) -> None:
    seen = {
        who: set(visible_result_units(world.actor(who)).values_list("pk", flat=True)) for who in ("snv_head", "clerk")
    }
    assert world.units["snv"].pk in seen["snv_head"] and world.units["stc"].pk not in seen["snv_head"]
    assert seen["clerk"] == set()
