"""The pages of difficulties: from the assignment to the answer."""

from __future__ import annotations

from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.difficulties.models import Difficulty
from sauro.tasks.models import Assignment


def assignment(world: World) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted")


def act(one: Difficulty, name: str) -> str:
    return reverse("difficulty-act", args=[one.pk, name])


def test_difficulty_goes_from_the_assignment_to_its_answer(world: World, signed_in: SignedIn) -> None:
    row = assignment(world)
    office, head = signed_in("office_a"), signed_in("head")
    address = reverse("difficulty-raise", args=[row.pk])
    assert address in office.get(reverse("assignment-detail", args=[row.pk])).content.decode()
    empty = office.post(address, {"text": "", "request": "Bố trí thêm"})
    assert empty.status_code == 422
    assert "Bố trí thêm" in empty.content.decode()
    page = office.post(address, {"text": "Thiếu kinh phí", "request": "Bố trí thêm"}, follow=True).content.decode()
    assert "Đã gửi khó khăn, vướng mắc" in page
    one = Difficulty.objects.get()
    assert head.post(act(one, "tra-loi"), {"text": "", "cause": "objective"}).status_code == 422
    answered = head.post(act(one, "tra-loi"), {"text": "Bố trí quý I", "cause": "objective"}, follow=True)
    assert "Nguyên nhân khách quan" in answered.content.decode()
    shown = office.get(reverse("assignment-detail", args=[row.pk])).content.decode()
    assert one.code in shown
    assert "Nguyên nhân khách quan" in shown
    late = head.post(act(one, "tra-loi"), {"text": "Lần nữa", "cause": "objective"})
    assert late.status_code == 422
    assert "đã được trả lời" in late.content.decode()


def test_neighbour_finds_nothing_and_unknown_acts_are_not_there(world: World, signed_in: SignedIn) -> None:
    row = assignment(world)
    signed_in("office_a").post(reverse("difficulty-raise", args=[row.pk]), {"text": "Thiếu kinh phí"})
    one = Difficulty.objects.get()
    neighbour = signed_in("office_b")
    assert neighbour.get(reverse("difficulty-detail", args=[one.pk])).status_code == 404
    assert neighbour.post(act(one, "rut")).status_code == 404
    assert neighbour.get(reverse("difficulty-raise", args=[row.pk])).status_code == 404
    assert signed_in("office_a").post(act(one, "xoa")).status_code == 404
    assert signed_in("clerk").post(act(one, "tra-loi"), {"text": "x", "cause": "objective"}).status_code == 403


def test_who_is_joined_to_a_neighbours_difficulty_does_not_learn_its_code(world: World, signed_in: SignedIn) -> None:
    rows = [make_assignment(world.units["ubnd"], world.units[f"ubnd_{letter}"], state="accepted") for letter in "ab"]
    for letter, row in zip("ab", rows, strict=True):
        signed_in(f"office_{letter}").post(reverse("difficulty-raise", args=[row.pk]), {"text": "Thiếu kinh phí"})
    own, neighbours = (Difficulty.objects.get(assignment=row) for row in rows)
    assert signed_in("head").post(act(own, "ghep"), {"other": str(neighbours.pk)}).status_code == 302
    page = signed_in("office_a").get(reverse("difficulty-detail", args=[own.pk])).content.decode()
    assert "cùng nội dung của đơn vị khác" in page
    assert neighbours.code not in page
    assert neighbours.code in signed_in("head").get(reverse("difficulty-detail", args=[own.pk])).content.decode()
