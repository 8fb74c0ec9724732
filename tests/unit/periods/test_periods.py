"""The table of periods: what is proposed, made once, and moved without ever overlapping."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import VIETNAM
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.periods.enums import PeriodKind
from sauro.periods.models import Period
from sauro.periods.proposals import proposed_year
from sauro.periods.services.making import PeriodEdit, edit_period, end_of, make_year

ONE_DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("kind", list(PeriodKind))
def test_proposed_periods_of_a_year_follow_each_other_without_gap_or_overlap(kind: PeriodKind) -> None:
    periods = [*proposed_year(kind, 2027), *proposed_year(kind, 2028)]
    if kind == PeriodKind.SCHOOL_YEAR:
        assert [(one.first.year, one.last.year) for one in periods] == [(2027, 2028), (2028, 2029)]
        return
    for before, after in pairwise(periods):
        assert before.last + ONE_DAY == after.first, (before, after)


def test_months_of_reports_close_on_the_14th_and_those_of_the_calendar_do_not() -> None:
    january = proposed_year(PeriodKind.REPORT_MONTH, 2027)[0]
    assert (january.first, january.last) == (dt.date(2026, 12, 15), dt.date(2027, 1, 14))
    february = proposed_year(PeriodKind.CALENDAR_MONTH, 2028)[1]
    assert (february.first, february.last) == (dt.date(2028, 2, 1), dt.date(2028, 2, 29))
    quarter = proposed_year(PeriodKind.REPORT_QUARTER, 2026)[3]
    assert (quarter.first, quarter.last, quarter.label) == (dt.date(2026, 9, 15), dt.date(2026, 12, 14), "quý IV/2026")
    halves = [(one.first, one.last) for one in proposed_year(PeriodKind.REPORT_HALF, 2026)]
    assert halves == [
        (dt.date(2025, 12, 15), dt.date(2026, 6, 14)),
        (dt.date(2026, 6, 15), dt.date(2026, 12, 14)),
    ]
    assert proposed_year(PeriodKind.REPORT_YEAR, 2026)[0].last == dt.date(2026, 12, 14)


def make(world: World, year: int = 2026, kind: PeriodKind = PeriodKind.REPORT_MONTH) -> list[Period]:
    return make_year(actor=world.actor("head"), unit_id=world.units["ubnd"].pk, kind=kind, year=year)


def test_a_year_is_made_once_and_recorded(world: World) -> None:
    made = make(world)
    assert len(made) == 12
    assert made[0].closes_at.astimezone(VIETNAM).isoformat() == "2026-01-14T23:59:00+07:00"
    assert make(world) == []
    assert Period.objects.count() == 12
    event = AuditEvent.objects.get(code="periods.period.made")
    assert event.changes["periods"] == [None, 12]
    assert event.unit_id == world.units["ubnd"].pk


def test_what_people_moved_stays_and_the_rest_is_made_around_it(world: World) -> None:
    first, second, *_rest = make(world)
    edit_period(
        actor=world.actor("head"), period_id=second.pk,
        edit=PeriodEdit(second.first, second.last - ONE_DAY, end_of(second.last), " tháng 2/2026 (Tết) "),
    )  # fmt: skip
    assert make(world) == []
    second.refresh_from_db()
    assert second.label == "tháng 2/2026 (Tết)"
    assert second.last == dt.date(2026, 2, 13)
    event = AuditEvent.objects.get(code="periods.period.edited")
    assert event.changes["last"] == ["2026-02-14", "2026-02-13"]
    assert first.last + ONE_DAY == second.first


def edited(period: Period, **columns: object) -> PeriodEdit:
    held = {"first": period.first, "last": period.last, "closes_at": period.closes_at, "label": period.label}
    return PeriodEdit(**{**held, **columns})  # type: ignore[arg-type]  # of the test


def test_a_period_that_makes_no_sense_is_refused_with_its_field(world: World) -> None:
    period = make(world)[3]
    actor = world.actor("head")
    wrong = {
        "label": {"label": "  "},
        "last": {"last": period.first - ONE_DAY},
        "closes_at": {"closes_at": end_of(period.last - ONE_DAY)},
        "first": {"first": period.first - ONE_DAY},
    }
    for field, columns in wrong.items():
        with pytest.raises(DomainError) as refusal:
            edit_period(actor=actor, period_id=period.pk, edit=edited(period, **columns))
        assert refusal.value.field == field
    with pytest.raises(DomainError) as refusal:
        make(world, 1999)
    assert refusal.value.field == "year"


def test_only_the_office_sees_and_makes_its_periods(world: World) -> None:
    period = make(world)[0]
    with pytest.raises(NotAllowed):
        make_year(actor=world.actor("clerk"), unit_id=world.units["ubnd"].pk, kind=PeriodKind.REPORT_MONTH, year=2027)
    for stranger in ("office_a", "party_clerk", "outsider"):
        with pytest.raises(NotVisible):
            edit_period(actor=world.actor(stranger), period_id=period.pk, edit=edited(period))
        with pytest.raises(NotVisible):
            make_year(
                actor=world.actor(stranger), unit_id=world.units["ubnd"].pk, kind=PeriodKind.REPORT_MONTH, year=2027
            )
    assert Period.objects.count() == 12


@pytest.mark.django_db(transaction=True)
def test_two_that_make_the_same_year_make_it_once(committed_world: World) -> None:
    outcomes = at_once(lambda: make(committed_world), lambda: make(committed_world))
    assert outcomes == ["ok", "ok"]
    assert Period.objects.count() == 12


@pytest.mark.django_db(transaction=True)
def test_two_that_move_neighbouring_periods_towards_each_other_do_not_both_succeed(committed_world: World) -> None:
    first, second, *_rest = make(committed_world)
    actor = committed_world.actor("head")
    later = edited(first, last=first.last + ONE_DAY, closes_at=end_of(first.last + ONE_DAY))
    earlier = edited(second, first=second.first - ONE_DAY)
    # Each alone would overlap the neighbour as it stands; so leave a day between them first.
    edit_period(actor=actor, period_id=second.pk, edit=edited(second, first=second.first + ONE_DAY))
    at_once(
        lambda: edit_period(actor=actor, period_id=first.pk, edit=later),
        lambda: edit_period(actor=actor, period_id=second.pk, edit=earlier),
    )
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.last < second.first
