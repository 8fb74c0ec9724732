"""The pages of difficulties: from the assignment to the answer."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.common.clock import now, today
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
    assert f"Đã gửi đến {row.giver_unit.name}." in page
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
    assert signed_in("head").post(act(neighbours, "ghep"), {"others": [str(own.pk)]}).status_code == 302
    page = signed_in("office_a").get(reverse("difficulty-detail", args=[own.pk])).content.decode()
    assert "cùng nội dung của đơn vị khác" in page
    assert neighbours.code not in page
    assert neighbours.code in signed_in("head").get(reverse("difficulty-detail", args=[own.pk])).content.decode()


def test_raised_alone_goes_up_and_wrong_input_keeps_what_was_typed(world: World, signed_in: SignedIn) -> None:
    office, address = signed_in("office_a"), reverse("difficulty-raise-alone")
    assert address in office.get(reverse("difficulty-list")).content.decode()
    words = {"text": "Thiếu biên chế địa chính", "about": "Nghị quyết thử", "to_unit": str(world.units["snv"].pk)}
    refused = office.post(address, {**words, "text": ""})
    assert refused.status_code == 422
    assert "Nghị quyết thử" in refused.content.decode()
    wrong = office.post(address, {**words, "to_unit": str(world.units["ubnd_b"].pk)})
    assert wrong.status_code == 422
    assert "cấp trên hoặc cơ quan cấp tỉnh" in wrong.content.decode()
    assert office.post(address, words).status_code == 302
    one = Difficulty.objects.get()
    assert one.code in signed_in("snv_head").get(reverse("difficulty-list")).content.decode()
    assert signed_in("office_b").get(reverse("difficulty-detail", args=[one.pk])).status_code == 404
    assert signed_in("servant_a").get(address).status_code == 403
    assert signed_in("inspector").get(address).status_code == 403


def test_named_body_reads_the_difficulty_and_not_the_code_of_the_work(world: World, signed_in: SignedIn) -> None:
    row = assignment(world)
    one = Difficulty.objects.create(
        code="KN-2026-000009", domain="state", unit=row.unit, assignment=row, at_unit=world.units["snv"],
        text="Thiếu kinh phí", raised_at=now(), raised_by_name="Ngô Văn Thử A", due_on=today(), route="named",
    )  # fmt: skip
    pages = [reverse("difficulty-detail", args=[one.pk]), f"{reverse('difficulty-list')}?cot=ma&cot=nhiem-vu"]
    for address in pages:
        assert row.code in signed_in("office_a").get(address).content.decode()
        answer = signed_in("snv_head").get(address).content.decode()
        assert one.code in answer
        assert row.code not in answer


def test_likely_equals_are_answered_together_or_as_before(world: World, signed_in: SignedIn) -> None:
    words = "Thiếu kinh phí sửa chữa các trạm bơm thoát nước"
    made = []
    for letter in "aba":
        row = make_assignment(world.units["ubnd"], world.units[f"ubnd_{letter}"], state="accepted")
        signed_in(f"office_{letter}").post(reverse("difficulty-raise", args=[row.pk]), {"text": words})
        made.append(Difficulty.objects.get(assignment=row))
    first, second, third = made
    head = signed_in("head")
    assert "có thể cùng nội dung" in head.get(reverse("difficulty-detail", args=[first.pk])).content.decode()
    assert head.post(act(first, "ghep"), {}).status_code == 422
    assert head.post(act(first, "ghep"), {"others": [str(second.pk)]}).status_code == 302
    head.post(act(first, "tra-loi"), {"text": "Bố trí quý I", "cause": "objective"})
    assert "Bố trí quý I" in signed_in("office_b").get(reverse("difficulty-detail", args=[second.pk])).content.decode()
    page = head.get(reverse("difficulty-detail", args=[third.pk])).content.decode()
    assert f"Trả lời như {first.code}" in page
    assert head.post(act(third, "nhu"), {"other": str(first.pk)}).status_code == 302
    third.refresh_from_db()
    assert third.answer == "Bố trí quý I"


def test_every_number_of_the_summary_opens_its_list(world: World, signed_in: SignedIn) -> None:
    row = assignment(world)
    late = today() - dt.timedelta(days=2)
    Difficulty.objects.create(
        code="KN-2026-000008", domain="state", unit=row.unit, assignment=row, at_unit=row.giver_unit,
        text="Thiếu kinh phí", raised_at=now(), raised_by_name="Ngô Văn Thử A", due_on=late,
    )  # fmt: skip
    head = signed_in("head")
    page = head.get(reverse("difficulty-summary")).content.decode()
    addresses = [unescape(one) for one in re.findall(r'href="([^"]*(?:tt=open|qh=co)[^"]*)"', page)]
    assert len(addresses) == 4
    for address in addresses:
        assert "KN-2026-000008" in head.get(address).content.decode()
    empty = signed_in("office_b").get(reverse("difficulty-summary")).content.decode()
    assert "KN-2026" not in empty
    assert "Không có khó khăn, vướng mắc nào" in empty
