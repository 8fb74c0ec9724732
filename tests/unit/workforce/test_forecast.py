"""The forecast: the days of the rules for everybody, what retirement leaves out, and who sees whose."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.workforce import KEEPER, SINCE, allot, dossier_of, make_post, place
from tests.personas import World

from sauro.workforce.enums import FactKind, PostGroup, Sex
from sauro.workforce.models import Dossier
from sauro.workforce.rules.forecast import months_of, quarters_of, retirement_borders, years_until
from sauro.workforce.rules.retirement import retirement_day
from sauro.workforce.selectors.forecast import LAST_YEAR, Ending, endings_until, forecast
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.particulars import Stated, record_particulars

ON = dt.date(2026, 11, 26)


def born(world: World, dossier: Dossier, sex: Sex, birth: dt.date) -> None:
    """Correct the birth date of a dossier."""
    record_particulars(
        actor=world.actor(KEEPER), dossier_id=dossier.pk, stated=Stated(sex, birth), since=dt.date(1988, 3, 15),
        reason="Nhầm năm sinh",
    )  # fmt: skip


@pytest.mark.parametrize("is_female", [True, False], ids=["women", "men"])
def test_borders_put_everybody_into_the_month_of_the_rule(is_female: bool) -> None:
    first = dt.date(2026, 11, 1)
    borders = retirement_borders(first, 2031, is_female=is_female)
    assert list(borders) == sorted(borders) and len(borders) == 63
    for days in range(0, 365 * 12, 17):
        birth = dt.date(1961, 1, 1) + dt.timedelta(days=days)
        last = retirement_day(birth, is_female=is_female)
        months = sum(border <= birth for border in borders)
        wanted = max(0, (last.year - first.year) * 12 + last.month - first.month + 1)
        assert months == min(wanted, len(borders))


def test_periods_cover_their_year_once() -> None:
    assert [period.number for period in years_until(ON, 2031)] == [2026, 2027, 2028, 2029, 2030, 2031]
    for periods in (months_of(2028), quarters_of(2028)):
        days = [period.first for period in periods[1:]]
        assert days == [period.last + dt.timedelta(days=1) for period in periods[:-1]]
        assert (periods[0].first, periods[-1].last) == (dt.date(2028, 1, 1), dt.date(2028, 12, 31))
    assert dt.date(2028, 2, 29) in months_of(2028)[1]


@pytest.fixture
def people(world: World) -> dict[str, Dossier]:
    """A chief before retirement, one appointed anew, one away, and one in a post until a day."""
    actor, unit, old = world.actor(KEEPER), world.units["ubnd_a"], dt.date(2024, 2, 29)
    type(unit).objects.filter(pk=unit.pk).update(valid=(old, None))
    allot(world, 6, since=old)
    chief_post = make_post("TP", "Trưởng phòng")
    chief_post.group = PostGroup.LEADERSHIP
    chief_post.save()
    made = {name: dossier_of(world, f"Lê Thị Mẫu {name}") for name in ("Một", "Hai", "Ba", "Bốn")}
    place(world, made["Một"], since=old, post=chief_post)
    born(world, made["Một"], Sex.MALE, dt.date(1966, 4, 1))
    place(world, made["Hai"], since=old, post=chief_post)
    again = Content(dt.date(2026, 8, 31), "reappointment")
    record_fact(actor=actor, dossier_id=made["Hai"].pk, kind=FactKind.MOVE, content=again)
    place(world, made["Ba"], since=SINCE)
    away = Content(dt.date(2024, 2, 29), "secondment")
    record_fact(actor=actor, dossier_id=made["Ba"].pk, kind=FactKind.MOVE, content=away)
    place(world, made["Bốn"], since=SINCE, until=dt.date(2027, 6, 30))
    record_fact(
        actor=actor, dossier_id=made["Bốn"].pk, kind=FactKind.MOVE, content=Content(dt.date(2025, 1, 1), "rotation")
    )
    return made


def test_each_ending_has_the_day_of_its_rule(world: World, people: dict[str, Dossier]) -> None:
    rows = {row.pk: row for row in endings_until(world.actor(KEEPER), ON)}
    one, two, three, four = (rows[people[name].pk] for name in ("Một", "Hai", "Ba", "Bốn"))
    # The term would end on 27 February 2029, after retirement.
    assert (one.due_retirement, one.due_term) == (dt.date(2028, 4, 30), None)
    assert (two.due_retirement, two.due_term) == (None, dt.date(2031, 8, 30))
    assert (three.due_secondment, three.due_rotation, three.due_leaving) == (dt.date(2027, 2, 27), None, None)
    # The post ends before the 36 months of rotation are over.
    assert (four.due_fixed, four.due_leaving, four.due_rotation) == (dt.date(2027, 6, 30), dt.date(2027, 6, 30), None)


def test_numbers_are_those_of_the_years_and_of_whom_one_sees(world: World, people: dict[str, Dossier]) -> None:
    found = forecast(world.actor(KEEPER), ON, years_until(ON, LAST_YEAR))
    assert found.kinds == {
        (Ending.RETIREMENT, 2): 1, (Ending.TERM, 5): 1, (Ending.SECONDMENT, 1): 1, (Ending.FIXED, 1): 1,
    }  # fmt: skip
    assert sum(found.posts.values()) == sum(found.units.values()) == 2
    months = forecast(world.actor(KEEPER), ON, months_of(2027), below=world.units["ubnd_a"])
    assert months.kinds == {(Ending.SECONDMENT, 1): 1, (Ending.FIXED, 5): 1}
    assert set(months.units) == {(world.units["ubnd_a"].pk, 5)}
    assert forecast(world.actor("office_b"), ON, years_until(ON, LAST_YEAR)).people == 0
    later = forecast(world.actor(KEEPER), dt.date(2027, 3, 10), years_until(dt.date(2027, 3, 10), LAST_YEAR))
    assert later.overdue == {Ending.SECONDMENT: 1}
