"""The rules on standards: worked by hand, and what must hold for all input."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sauro.careers.enums import Need, Outcome
from sauro.careers.rules.standards import Held, Post, Result, Training, Wanted, measure

SINCE, ON = dt.date(2025, 7, 1), dt.date(2026, 11, 26)
UNIVERSITY, MASTER, COLLEGE = 4, 5, 3
PLAIN, OFFICIAL, LEADER = Post(SINCE, False, False), Post(SINCE, False, True), Post(SINCE, True, False)
MET, LACKING, UNKNOWN = Outcome.MET, Outcome.LACKING, Outcome.UNKNOWN


def _one(wanted: Wanted | None, held: Held, post: Post = PLAIN) -> Result:
    (result,) = measure(wanted, held, post, ON)
    return result


@pytest.mark.parametrize(
    ("wanted", "held", "outcome"),
    [
        (Wanted(SINCE, education=UNIVERSITY), Held(), UNKNOWN),
        (Wanted(SINCE, education=UNIVERSITY), Held(degrees=((COLLEGE, ""),)), LACKING),
        (Wanted(SINCE, education=UNIVERSITY), Held(degrees=((COLLEGE, ""), (MASTER, ""))), MET),
        (Wanted(SINCE, subjects=("luat",)), Held(degrees=((UNIVERSITY, "luat kinh te"),)), MET),
        (Wanted(SINCE, subjects=("luat",)), Held(degrees=((UNIVERSITY, "ke toan"),)), LACKING),
        (Wanted(SINCE, subjects=("luat",)), Held(degrees=((UNIVERSITY, "ke toan"), (UNIVERSITY, ""))), UNKNOWN),
        (Wanted(SINCE, subjects=("luat",)), Held(), UNKNOWN),
        (Wanted(SINCE, theory=3), Held(theory=1), LACKING),
        (Wanted(SINCE, theory=3), Held(theory=None), UNKNOWN),
        (Wanted(SINCE, digital=True), Held(), UNKNOWN),
        (Wanted(SINCE, digital=True), Held(trainings=(Training("job", SINCE, 40),)), LACKING),
        (Wanted(SINCE, digital=True), Held(trainings=(Training("digital", SINCE, None),)), MET),
        (Wanted(SINCE, competencies={"A": 3}), Held(competencies={"A": 2}), LACKING),
        (Wanted(SINCE, competencies={"A": 3}), Held(competencies={"B": 5}), UNKNOWN),
    ],
)
def test_one_demand(wanted: Wanted, held: Held, outcome: Outcome) -> None:
    assert _one(wanted, held).outcome == outcome


def test_a_degree_below_the_level_does_not_bring_the_subject() -> None:
    wanted = Wanted(SINCE, education=UNIVERSITY, subjects=("luat",))
    held = Held(degrees=((COLLEGE, "luat"), (UNIVERSITY, "ke toan")))
    assert [(one.need, one.outcome) for one in measure(wanted, held, PLAIN, ON)] == [
        (Need.EDUCATION, MET), (Need.SUBJECT, LACKING),
    ]  # fmt: skip


def test_time_to_meet_it_begins_with_the_later_of_post_and_standard() -> None:
    assert _one(Wanted(SINCE, theory=3, grace_months=12), Held(theory=1)).due == dt.date(2026, 7, 1)
    later = Wanted(dt.date(2026, 1, 31), theory=3, grace_months=1)
    assert _one(later, Held(theory=1)).due == dt.date(2026, 2, 28)
    assert _one(Wanted(SINCE, theory=3), Held(theory=1)).due is None


def test_whoever_leads_has_twelve_months_for_the_course() -> None:
    open_ = _one(None, Held(trainings=(Training("digital", SINCE, 8),)), LEADER)
    assert (open_.need, open_.outcome, open_.due) == (Need.LEADERS_COURSE, LACKING, dt.date(2026, 7, 1))
    done = Held(trainings=(Training("state_management", dt.date(2019, 3, 1), None),))
    assert _one(None, done, LEADER).outcome == MET
    assert _one(None, Held(), LEADER).outcome == UNKNOWN


@pytest.mark.parametrize(
    ("trainings", "outcome", "held"),
    [
        ([(dt.date(2026, 3, 1), 24), (dt.date(2026, 9, 1), 16)], MET, "40"),
        ([(dt.date(2026, 3, 1), 39)], LACKING, "39"),
        ([(dt.date(2025, 12, 31), 40)], LACKING, "0"),
        ([(dt.date(2026, 3, 1), 39), (dt.date(2026, 9, 1), None)], UNKNOWN, "39"),
        ([], UNKNOWN, "0"),
    ],
)
def test_forty_periods_a_year(trainings: list[tuple[dt.date, int | None]], outcome: Outcome, held: str) -> None:
    found = _one(None, Held(trainings=tuple(Training("job", day, number) for day, number in trainings)), OFFICIAL)
    assert (found.outcome, found.held, found.due) == (outcome, held, dt.date(2026, 12, 31))


def test_before_the_decree_there_were_no_such_duties() -> None:
    assert measure(None, Held(), Post(dt.date(2020, 1, 1), True, True), dt.date(2025, 6, 30)) == []


LEVELS = some.integers(min_value=0, max_value=6)
RECORDS = some.builds(
    Held,
    degrees=some.lists(some.tuples(some.integers(1, 6), some.sampled_from(["", "luat", "ke toan"])), max_size=3).map(
        tuple
    ),
    theory=some.none() | some.integers(1, 5),
    trainings=some.lists(
        some.builds(Training, some.sampled_from(["job", "digital", "state_management"]), some.just(SINCE), some.none()),
        max_size=3,
    ).map(tuple),
    competencies=some.dictionaries(some.sampled_from("AB"), some.integers(1, 5)),
)
STANDARDS = some.builds(
    Wanted, some.just(SINCE), education=LEVELS, subjects=some.sampled_from([(), ("luat",)]), theory=some.integers(0, 5),
    state_management=some.booleans(), digital=some.booleans(),
    competencies=some.dictionaries(some.sampled_from("AB"), some.integers(1, 5)),
)  # fmt: skip


@given(STANDARDS, RECORDS)
def test_a_higher_degree_or_theory_never_makes_somebody_worse(wanted: Wanted, held: Held) -> None:
    order = (LACKING, UNKNOWN, MET)
    best = Held(((6, "luat"), *held.degrees), 5, held.trainings, held.competencies)
    before = {(one.need, one.competency): one.outcome for one in measure(wanted, held, PLAIN, ON)}
    after = {(one.need, one.competency): one.outcome for one in measure(wanted, best, PLAIN, ON)}
    assert before.keys() == after.keys()
    assert all(order.index(after[key]) >= order.index(before[key]) for key in before)


@given(STANDARDS)
def test_without_records_nothing_is_met_and_nothing_is_lacking(wanted: Wanted) -> None:
    assert {one.outcome for one in measure(wanted, Held(), PLAIN, ON)} <= {UNKNOWN}
