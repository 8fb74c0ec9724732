"""The conditions of moves: worked by hand, and what must hold for all input."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sauro.careers.enums import Bars, Condition, MoveKind, Outcome
from sauro.careers.rules.moves import MoveFacts, findings

FIRST = dt.date(2026, 12, 1)
MET, LACKING, UNKNOWN = Outcome.MET, Outcome.LACKING, Outcome.UNKNOWN


def _outcome(condition: Condition, kind: MoveKind, **held: object) -> Outcome:
    found = findings(MoveFacts(kind, FIRST, **held))  # type: ignore[arg-type]  # fields of MoveFacts by name
    return next(one.outcome for one in found if one.condition == condition)


@pytest.mark.parametrize(
    ("held", "outcome"),
    [
        ({}, UNKNOWN),
        ({"bars": Bars.CLEAR}, MET),
        ({"bars": Bars.BARRED}, LACKING),
        ({"bars": Bars.CLEAR, "is_disciplined": True}, LACKING),
    ],
)
def test_nobody_is_moved_who_is_barred(held: dict[str, object], outcome: Outcome) -> None:
    assert _outcome(Condition.NOT_BARRED, MoveKind.TRANSFER, **held) == outcome


@pytest.mark.parametrize(
    ("kind", "condition", "last", "outcome"),
    [
        (MoveKind.SECONDMENT, Condition.SECONDMENT_LENGTH, dt.date(2029, 11, 30), MET),
        (MoveKind.SECONDMENT, Condition.SECONDMENT_LENGTH, dt.date(2029, 12, 1), LACKING),
        (MoveKind.SECONDMENT, Condition.SECONDMENT_LENGTH, None, UNKNOWN),
        (MoveKind.ROTATION, Condition.ROTATION_LENGTH, dt.date(2029, 11, 29), LACKING),
        (MoveKind.ROTATION, Condition.ROTATION_LENGTH, dt.date(2029, 11, 30), MET),
        (MoveKind.ROTATION, Condition.ROTATION_LENGTH, None, UNKNOWN),
    ],
)
def test_a_secondment_has_at_most_and_a_rotation_at_least_36_months(
    kind: MoveKind, condition: Condition, last: dt.date | None, outcome: Outcome
) -> None:
    assert _outcome(condition, kind, last_day=last) == outcome


@pytest.mark.parametrize(
    ("held", "outcome"),
    [
        ({"retires_on": dt.date(2036, 11, 30)}, MET),
        ({"retires_on": dt.date(2036, 11, 29)}, LACKING),
        ({}, UNKNOWN),
        ({"retires_on": dt.date(2030, 1, 31), "is_excepted": True, "last_day": dt.date(2029, 11, 30)}, MET),
        ({"retires_on": dt.date(2029, 10, 31), "is_excepted": True, "last_day": dt.date(2029, 11, 30)}, LACKING),
        ({"retires_on": dt.date(2030, 1, 31), "is_excepted": True}, UNKNOWN),
    ],
)
def test_a_rotation_leaves_ten_years_or_when_excepted_its_own_time(held: dict[str, object], outcome: Outcome) -> None:
    assert _outcome(Condition.WORKING_TIME, MoveKind.ROTATION, **held) == outcome


@pytest.mark.parametrize(("planned", "outcome"), [(None, UNKNOWN), (True, MET), (False, LACKING)])
def test_who_is_rotated_is_in_planning(planned: bool | None, outcome: Outcome) -> None:
    assert _outcome(Condition.PLANNED, MoveKind.ROTATION, is_planned=planned) == outcome


@pytest.mark.parametrize(
    ("retires", "last", "renewable", "until"),
    [
        (dt.date(2040, 1, 31), dt.date(2031, 11, 30), MET, MET),
        (dt.date(2040, 1, 31), dt.date(2031, 11, 29), MET, LACKING),
        (dt.date(2030, 3, 31), dt.date(2030, 3, 31), MET, MET),
        (dt.date(2030, 3, 31), dt.date(2031, 11, 30), MET, LACKING),
        (dt.date(2028, 11, 30), dt.date(2028, 11, 30), MET, MET),
        (dt.date(2028, 11, 29), dt.date(2028, 11, 29), LACKING, MET),
        (None, dt.date(2031, 11, 30), UNKNOWN, UNKNOWN),
        (dt.date(2040, 1, 31), None, MET, UNKNOWN),
    ],
)
def test_a_term_is_renewed_for_five_years_or_until_retirement(
    retires: dt.date | None, last: dt.date | None, renewable: Outcome, until: Outcome
) -> None:
    held: dict[str, object] = {"retires_on": retires, "last_day": last}
    assert _outcome(Condition.RENEWABLE, MoveKind.REAPPOINTMENT, **held) == renewable
    assert _outcome(Condition.RENEWED_UNTIL, MoveKind.REAPPOINTMENT, **held) == until


@pytest.mark.parametrize(("local", "outcome"), [(None, UNKNOWN), (True, LACKING), (False, MET)])
def test_posts_closed_to_locals(local: bool | None, outcome: Outcome) -> None:
    assert _outcome(Condition.NOT_LOCAL, MoveKind.TRANSFER, closed_to_locals=True, is_local=local) == outcome


DAYS = some.dates(dt.date(2026, 1, 1), dt.date(2045, 12, 31))


@given(some.sampled_from(MoveKind), DAYS)
def test_without_records_no_condition_passes_or_fails(kind: MoveKind, first: dt.date) -> None:
    assert {one.outcome for one in findings(MoveFacts(kind, first, closed_to_locals=True))} == {UNKNOWN}


@given(some.sampled_from(MoveKind), DAYS, DAYS | some.none(), DAYS, some.integers(1, 4000))
def test_more_working_time_never_fails_a_condition_of_time(
    kind: MoveKind, first: dt.date, last: dt.date | None, retires: dt.date, more: int
) -> None:
    timed = (Condition.WORKING_TIME, Condition.RENEWABLE)

    def outcomes(day: dt.date) -> list[Outcome]:
        found = findings(MoveFacts(kind, first, last, day, is_excepted=True))
        return [one.outcome for one in found if one.condition in timed]

    later = outcomes(retires + dt.timedelta(days=more))
    assert all(after in (MET, before) for before, after in zip(outcomes(retires), later, strict=True))
