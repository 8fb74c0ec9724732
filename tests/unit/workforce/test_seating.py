"""Seats are laid down for posts: all chosen or none, never against who holds them, and appointments follow."""

from __future__ import annotations

import pytest
from tests.factories.workforce import KEEPER, allot, dossier_of, make_post, place
from tests.personas import World

from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.workforce.enums import Block
from sauro.workforce.models import Seat
from sauro.workforce.selectors.establishment import by_post, seats_as_of
from sauro.workforce.services.seating import lay_down_seats, rehearse_seats

pytestmark = pytest.mark.django_db


def test_seats_are_laid_down_all_or_none(world: World) -> None:
    allot(world, 3)
    unit, actor = world.units["ubnd_a"], world.actor(KEEPER)
    clerk, chair = make_post("VT", "Văn thư"), make_post("CT", "Chủ tịch")
    teacher = make_post("GV", "Giáo viên", block=Block.EMPLOYEES)
    held = place(world, dossier_of(world), post=clerk)
    seats = list(Seat.objects.order_by("number").values_list("pk", flat=True))
    outcomes = rehearse_seats(actor=actor, unit_id=unit.pk, seat_ids=seats, post_id=chair.pk)
    assert [bool(one.refusal) for one in outcomes] == [one == held.seat_id for one in seats]
    for post, chosen, code in (
        (chair, seats, "refused-by-one"), (teacher, seats[1:], "refused-by-one"), (chair, [], "nothing-chosen"),
    ):  # fmt: skip
        with pytest.raises(DomainError) as refused:
            lay_down_seats(actor=actor, unit_id=unit.pk, seat_ids=chosen, post_id=post.pk)
        assert refused.value.code == code
    assert not Seat.objects.filter(post__isnull=False).exists()
    free = [one for one in seats if one != held.seat_id]
    assert lay_down_seats(actor=actor, unit_id=unit.pk, seat_ids=free, post_id=chair.pk) == 2
    assert lay_down_seats(actor=actor, unit_id=unit.pk, seat_ids=[held.seat_id], post_id=clerk.pk) == 1
    assert lay_down_seats(actor=actor, unit_id=unit.pk, seat_ids=free[:1], post_id=None) == 1
    lines = {line.post: line for line in by_post(seats_as_of(actor, unit, today()))}
    assert [(lines[post].seats, lines[post].vacant, lines[post].holding) for post in (clerk, chair, None)] == [
        (1, 0, 1), (1, 1, 0), (1, 1, 0),
    ]  # fmt: skip
    lay_down_seats(actor=actor, unit_id=unit.pk, seat_ids=free, post_id=chair.pk)
    with pytest.raises(Conflict) as full:
        place(world, dossier_of(world, "Trần Văn Thử"), post=clerk)
    assert "đã định cho vị trí việc làm khác" in full.value.message


def test_only_who_manages_lays_down(world: World) -> None:
    allot(world, 1)
    with pytest.raises(NotAllowed):
        lay_down_seats(
            actor=world.actor("office_a"), unit_id=world.units["ubnd_a"].pk, seat_ids=[Seat.objects.get().pk],
            post_id=None,
        )  # fmt: skip
