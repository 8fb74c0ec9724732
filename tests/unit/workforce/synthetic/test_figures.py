"""The invented province gives every published figure, before anything is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from sauro.workforce.enums import Block, Sex
from sauro.workforce.rules.retirement import retirement_day
from sauro.workforce.synthetic.counting import Counted, count
from sauro.workforce.synthetic.people import Invented, people_for
from sauro.workforce.synthetic.published import BY_CODE, NOT_IN_DOSSIERS, PUBLISHED, Origin, Published
from sauro.workforce.synthetic.shape import Place, places
from sauro.workforce.synthetic.strata import shared_out

DAY = dt.date(2026, 11, 26)
ZONES = frozenset({99, 100, 101})


@pytest.fixture(scope="module")
def every() -> list[Place]:
    """All approved posts."""
    return list(places(special_zones=ZONES))


@pytest.fixture(scope="module")
def people(every: list[Place]) -> dict[int, Invented]:
    """Who sits in them."""
    return people_for(every, DAY)


@pytest.fixture(scope="module")
def found(every: list[Place], people: dict[int, Invented]) -> dict[str, int]:
    """What they count."""
    rows = [counted(one) for one in people.values()]
    figures = count(rows, [row for row in rows if row.party_post], DAY)
    for block in Block.values:
        figures[f"{block}.approved"] = sum(place.block == block for place in every)
    figures["everyone.approved"] = len(every)
    figures["deputy.approved"] = sum(place.post == "DU-PBT" for place in every)
    figures["communes"] = len({place.commune for place in every})
    return figures


def counted(one: Invented) -> Counted:
    """Return somebody as the figures see them."""
    return Counted(
        one.place.block, one.place.post, one.sex, one.birth_date, one.ethnicity, one.education, one.theory,
        one.party_post,
    )  # fmt: skip


@pytest.mark.parametrize(
    "figure", [one for one in PUBLISHED if one.code not in NOT_IN_DOSSIERS], ids=lambda one: one.code
)
def test_every_published_figure_is_met(figure: Published, found: dict[str, int]) -> None:
    assert found[figure.code] == figure.number


def test_the_printed_shares_follow_from_the_numbers() -> None:
    shares = {
        ("everyone", "everyone.approved"): "86.2", ("officials", "officials.approved"): "65.8",
        ("employees", "employees.approved"): "91.4", ("committee", "committee.approved"): "93.2",
        ("standing", "standing.approved"): "96.1", ("committee.female", "committee"): "26.1",
        ("committee.young", "committee"): "23.8", ("committee.minority", "committee"): "3.2",
        ("standing.female", "standing"): "20.3", ("standing.young", "standing"): "13.1",
        ("standing.minority", "standing"): "2.5", ("secretary.female", "secretary"): "15.7",
        ("deputy.female", "deputy"): "23.3", ("chair.female", "chair"): "10.8",
        ("council_chair.female", "council_chair"): "26.5", ("standing.advanced", "standing"): "86.0",
        ("org_head.advanced", "org_head"): "61.0",
    }  # fmt: skip
    worked_out = {pair: f"{100 * BY_CODE[pair[0]].number / BY_CODE[pair[1]].number:.1f}" for pair in shares}
    assert worked_out == shares


def test_what_nobody_published_is_marked() -> None:
    invented = {one.code for one in PUBLISHED if one.origin == Origin.INVENTED}
    assert invented == {"employees.minority", "key.young", "org_head"}
    assert all(one.note for one in PUBLISHED if one.origin != Origin.PRINTED)


def test_people_are_recognisable_and_not_yet_retired(people: dict[int, Invented]) -> None:
    names = Counter(one.name.rpartition(" ")[2] for one in people.values())
    assert set(names) == {"Mẫu", "Thử", "Dụ", "Định"}
    assert all(retirement_day(one.birth_date, is_female=one.sex == Sex.FEMALE) > DAY for one in people.values())


def test_ages_do_not_change_the_figures_within_a_year(people: dict[int, Invented], found: dict[str, int]) -> None:
    rows = [counted(one) for one in people.values()]
    for days in (-360, 360):
        assert count(rows, [], DAY + dt.timedelta(days=days))["officials.young"] == found["officials.young"]


def test_the_same_day_gives_the_same_people(every: list[Place], people: dict[int, Invented]) -> None:
    assert people_for(every, DAY) == people


def test_a_special_zone_has_two_bodies_where_others_have_one(every: list[Place]) -> None:
    bodies = {place.commune: set[str]() for place in every}
    for place in every:
        bodies[place.commune].add(place.suffix)
    assert {"BTC", "BTGDV"} <= bodies[100] and "BXDD" not in bodies[100]
    assert "BXDD" in bodies[0] and not {"BTC", "BTGDV"} & bodies[0]


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [(10, [1, 1, 1], [4, 3, 3]), (0, [2, 5], [0, 0]), (7, [0.5, 0.25, 0.25], [3, 2, 2]), (1, [1, 2], [0, 1])],
)
def test_shares_add_up(total: int, weights: list[float], parts: list[int]) -> None:
    assert shared_out(total, weights) == parts and sum(parts) == total
