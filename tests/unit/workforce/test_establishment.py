"""Approved posts: seats follow decisions, and nobody stands above them."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.at_once import at_once
from tests.factories.organizations import make_user
from tests.factories.workforce import KEEPER, PAPER, SINCE, allot, days, dossier_of, make_post, place
from tests.personas import World

from sauro.accounts.roles import Role
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.workforce.enums import Block, EndReason, TenureKind
from sauro.workforce.models import Seat, Tenure
from sauro.workforce.selectors.establishment import Count3, establishment_as_of, seats_as_of
from sauro.workforce.services.appointing import AboveEstablishment, Place, appoint, end_tenure, withdraw_tenure
from sauro.workforce.services.establishment import Paper, decide_allotment
from sauro.workforce.services.settling import settle_dossiers


def _counts(world: World, day: dt.date) -> Count3:
    lines = establishment_as_of(world.actor(KEEPER), day, below=world.units["ubnd_a"])
    return lines[0].counts[Block.OFFICIALS] if lines else Count3()


def test_counts_hold_as_of_any_day(world: World) -> None:
    allot(world, 3)
    first = place(world, dossier_of(world))
    end_tenure(
        actor=world.actor(KEEPER), tenure_id=first.pk, last_day=dt.date(2026, 3, 31), reason=EndReason.RETIRED,
        paper=PAPER,
    )  # fmt: skip
    place(world, dossier_of(world, "Trần Văn Thử"), since=dt.date(2026, 3, 1))
    allot(world, 1, since=dt.date(2026, 6, 1))
    assert _counts(world, dt.date(2026, 1, 4)) == Count3()
    assert _counts(world, dt.date(2026, 2, 1)) == Count3(3, 0, 1, 2)
    assert _counts(world, dt.date(2026, 3, 31)) == Count3(3, 0, 2, 1)
    assert _counts(world, dt.date(2026, 4, 1)) == Count3(3, 0, 1, 2)
    assert _counts(world, dt.date(2026, 6, 1)) == Count3(1, 0, 1, 0)
    seats = seats_as_of(world.actor(KEEPER), world.units["ubnd_a"], dt.date(2026, 2, 1))
    assert [line.holder and line.holder.dossier_id for line in seats].count(first.dossier_id) == 1


def test_establishment_is_not_lowered_below_those_who_are_there(world: World) -> None:
    allot(world, 2)
    place(world, dossier_of(world))
    place(world, dossier_of(world, "Trần Văn Thử"))
    with pytest.raises(Conflict) as refused:
        allot(world, 1, since=dt.date(2026, 6, 1))
    assert (refused.value.code, refused.value.field) == ("below-headcount", "posts")
    assert "2 người" in refused.value.message
    assert Seat.objects.count() == 2
    with pytest.raises(Conflict) as earlier:
        allot(world, 5, since=SINCE - dt.timedelta(days=1))
    assert earlier.value.code == "later-decision"


def test_a_wrong_decision_and_a_wrong_post_are_taken_back(world: World) -> None:
    actor = world.actor(KEEPER)
    allot(world, 30)
    with pytest.raises(DomainError) as silent:
        allot(world, 3)
    assert (silent.value.code, silent.value.field) == ("reason-needed", "note")
    assert _counts(world, SINCE) == Count3(30, 0, 0, 30)
    decide_allotment(
        actor=actor, unit_id=world.units["ubnd_a"].pk, block=Block.OFFICIALS, posts=3, since=SINCE, paper=PAPER,
        note="Nhập nhầm số",
    )  # fmt: skip
    assert _counts(world, SINCE) == Count3(3, 0, 0, 3)
    wrong = place(world, dossier_of(world))
    withdrawn = withdraw_tenure(actor=actor, tenure_id=wrong.pk, reason="Nhầm người")
    assert _counts(world, SINCE) == Count3(3, 0, 0, 3)
    assert withdrawn.appointment is not None and withdrawn.appointment.valid.isempty
    withdrawn.dossier.refresh_from_db()
    assert withdrawn.dossier.tenure is None
    assert place(world, withdrawn.dossier).pk != wrong.pk


@pytest.mark.parametrize(
    ("unit", "code"), [("commune_a", "territory"), ("closed", "unit-closed")], ids=["territory", "closed"]
)
def test_what_has_no_posts_is_said(world: World, unit: str, code: str) -> None:
    closed = world.units["pkt_a"]
    type(closed).objects.filter(pk=closed.pk).update(valid=(dt.date(2025, 7, 1), dt.date(2026, 1, 1)))
    world.units["closed"] = closed
    with pytest.raises(DomainError) as refused:
        allot(world, 2, unit)
    assert refused.value.code == code


def test_above_the_establishment_only_with_a_named_exception(world: World) -> None:
    allot(world, 1)
    place(world, dossier_of(world))
    second = dossier_of(world, "Trần Văn Thử")
    with pytest.raises(Conflict) as refused:
        place(world, second)
    assert refused.value.code == "no-seat"
    actor, where = world.actor(KEEPER), Place(world.units["ubnd_a"].pk, make_post().pk, SINCE)
    above = AboveEstablishment("45/QĐ-UBND", "Dôi dư sau sắp xếp", dt.date(2026, 12, 31))
    with pytest.raises(DomainError) as unnamed:
        appoint(
            actor=actor, dossier_id=second.pk, place=where, paper=PAPER,
            above=AboveEstablishment("45/QĐ-UBND", " ", above.until),
        )  # fmt: skip
    assert unnamed.value.code == "exception-unnamed"
    made = appoint(actor=actor, dossier_id=second.pk, place=where, paper=PAPER, above=above)
    assert made.last_day == above.until
    assert _counts(world, dt.date(2026, 2, 1)) == Count3(1, 1, 2, 0)
    assert _counts(world, dt.date(2027, 1, 1)) == Count3(1, 0, 1, 0)


def test_nobody_holds_two_full_posts(world: World) -> None:
    allot(world, 3)
    allot(world, 3, "pkt_a")
    person = dossier_of(world)
    first = place(world, person)
    with pytest.raises(Conflict) as refused:
        place(world, person, "pkt_a", since=dt.date(2026, 5, 1))
    assert refused.value.code == "two-posts"
    assert world.units["ubnd_a"].name in refused.value.message
    assert place(world, person, "pkt_a", kind=TenureKind.CONCURRENT).seat is None
    where = Place(world.units["pkt_a"].pk, make_post("CV2", "Chuyên viên tài chính").pk, dt.date(2026, 5, 1))
    moved = appoint(actor=world.actor(KEEPER), dossier_id=person.pk, place=where, paper=PAPER, ends_present=True)
    first.refresh_from_db()
    person.refresh_from_db()
    assert first.last_day == dt.date(2026, 4, 30)
    assert (person.tenure_id, person.unit_id) == (moved.pk, world.units["pkt_a"].pk)


def test_another_domain_only_says_that_there_is_a_post(world: World) -> None:
    allot(world, 1)
    number = "091188000123"
    place(world, dossier_of(world, number=number))
    keeper = make_user("tochuc", "Lâm Thị Thử", (Role.PERSONNEL, world.units["tu"]), unit=world.units["tu"])
    world.users["party_keeper"] = keeper
    party = world.actor("party_keeper")
    other = dossier_of(world, unit="tu", number=number, actor=party)
    assert other.person.full_name == "Nguyễn Thị Mẫu"
    allot(world, 1, "tu", persona="party_keeper")
    with pytest.raises(Conflict) as refused:
        appoint(actor=party, dossier_id=other.pk, place=Place(world.units["tu"].pk, make_post().pk, SINCE), paper=PAPER)
    assert refused.value.code == "two-posts"
    assert world.units["ubnd_a"].name not in refused.value.message
    with pytest.raises(NotVisible):
        place(world, other, "tu")


def test_a_dossier_follows_a_post_that_begins_later(world: World) -> None:
    allot(world, 1, "pkt_a")
    person = dossier_of(world)
    place(world, person, "pkt_a", since=days(30))
    person.refresh_from_db()
    assert person.unit_id == world.units["ubnd_a"].pk
    assert settle_dossiers(day=days(30)) == 1
    person.refresh_from_db()
    assert person.unit_id == world.units["pkt_a"].pk


def test_two_clerks_at_once_fill_a_seat_once(committed_world: World) -> None:
    world = committed_world
    allot(world, 1)
    people = [dossier_of(world), dossier_of(world, "Trần Văn Thử")]
    post = make_post()
    assert at_once(*(lambda one=one: place(world, one, post=post) for one in people)) == ["no-seat", "ok"]
    assert Tenure.objects.count() == 1


def test_two_clerks_at_once_appoint_somebody_once(committed_world: World) -> None:
    world = committed_world
    allot(world, 2)
    allot(world, 2, "ubnd_b")
    person, post = dossier_of(world), make_post()
    acts = (lambda unit=unit: place(world, person, unit, post=post) for unit in ("ubnd_a", "ubnd_b"))
    assert at_once(*acts) == ["ok", "two-posts"]
    assert Tenure.objects.count() == 1


def test_lowering_and_appointing_at_once_never_end_above(committed_world: World) -> None:
    world = committed_world
    allot(world, 1)
    person, post = dossier_of(world), make_post()

    def lower() -> None:
        decide_allotment(
            actor=world.actor(KEEPER), unit_id=world.units["ubnd_a"].pk, block=Block.OFFICIALS, posts=0,
            since=dt.date(2026, 2, 1), paper=Paper("20/QĐ-UBND"),
        )  # fmt: skip

    outcome = at_once(lower, lambda: place(world, person, post=post, since=dt.date(2026, 3, 1)))
    assert outcome in (["below-headcount", "ok"], ["no-seat", "ok"])
    counts = _counts(world, dt.date(2026, 3, 1))
    assert counts.present <= counts.approved
