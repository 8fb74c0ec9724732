"""The pages on which long work is divided over months and its parts are delivered."""

from __future__ import annotations

import unicodedata

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World

from sauro.common.clock import today
from sauro.plans.models import MonthlyPart
from sauro.plans.months import month_of, shifted
from sauro.tasks.models import Assignment


@pytest.fixture
def work(world: World) -> Assignment:
    return make_assignment(
        world.units["ubnd"],
        world.units["ubnd_a"],
        state="accepted",
        due_on=shifted(month_of(today()), 2),
        person=post_of("Bùi Thị Mẫu A"),
    )


def typed(*rows: tuple[int, str, str]) -> dict[str, str]:
    """What a browser sends for rows of months ahead, share and product."""
    held = {"rows": str(len(rows))}
    for number, (ahead, share, product) in enumerate(rows):
        month = shifted(month_of(today()), ahead)
        held |= {
            f"parts-{number}-month": f"{month:%Y-%m}",
            f"parts-{number}-share": share,
            f"parts-{number}-product": product,
        }
    return held


def test_work_is_divided_shown_delivered_and_moved(work: Assignment, signed_in: SignedIn) -> None:
    servant = signed_in("servant_a")
    address = reverse("assignment-months", args=[work.pk])
    page = servant.get(address).content.decode()
    assert page.count("<fieldset") == 3
    assert 'value="34"' in page
    decomposed = unicodedata.normalize("NFD", "Dự thảo đề án")
    assert servant.post(address, typed((0, "40", decomposed), (1, "60", "Trình ký"), (2, "", ""))).status_code == 302
    first, second = MonthlyPart.objects.order_by("number")
    page = servant.get(reverse("assignment-detail", args=[work.pk])).content.decode()
    assert "Đến hết tháng này phải xong 40%, đã nộp 0%" in page
    assert reverse("monthly-part-act", args=[first.pk, "nop"]) in page
    assert reverse("monthly-part-act", args=[first.pk, "tra-lai"]) not in page
    deliver = reverse("monthly-part-act", args=[first.pk, "nop"])
    assert servant.post(deliver, {"text": " "}).status_code == 422
    assert servant.post(deliver, {"text": "Tờ trình số 7/TTr-UBND"}).status_code == 302
    again = servant.post(deliver, {"text": "Lần nữa"})
    assert (again.status_code, "đã nộp" in again.content.decode()) == (422, True)
    move = reverse("monthly-part-act", args=[second.pk, "chuyen"])
    month = f"{shifted(month_of(today()), 2):%Y-%m}"
    assert servant.post(move, {"month": month, "reason": "Chờ ý kiến các ấp"}).status_code == 302
    assert "ban đầu" in signed_in("office_a").get(reverse("assignment-detail", args=[work.pk])).content.decode()
    assert "phần việc tháng, 40%" in servant.get(reverse("month-plan")).content.decode()


def test_wrong_rows_are_shown_again_with_what_was_typed(work: Assignment, signed_in: SignedIn) -> None:
    servant = signed_in("servant_a")
    address = reverse("assignment-months", args=[work.pk])
    wrong = servant.post(address, typed((0, "40", "Dự thảo đề án"), (1, "abc", "Trình ký")))
    assert wrong.status_code == 422
    assert "Tỷ trọng là số nguyên từ 1 đến 100." in wrong.content.decode()
    assert "Dự thảo đề án" in wrong.content.decode()
    assert "Phần 2, Tỷ trọng (%)</a>" in wrong.content.decode()
    short = servant.post(address, typed((0, "40", "Dự thảo"), (1, "50", "Trình ký")))
    assert "cộng lại là 90%" in short.content.decode()
    more = servant.post(address, typed((0, "40", "Dự thảo đề án")) | {"more": "1"})
    assert more.content.decode().count("<fieldset") == 4
    assert not MonthlyPart.objects.exists()


def test_whole_work_that_stays_as_it_is_is_not_asked_for_anew(work: Assignment, signed_in: SignedIn) -> None:
    servant = signed_in("servant_a")
    address = reverse("assignment-months", args=[work.pk])
    assert servant.post(address, typed((0, "40", "Dự thảo"), (0, "60", "Trình ký"))).status_code == 302
    page = servant.get(address).content.decode()
    assert "nên không chia lại được" in page and "<fieldset" not in page


def test_giver_sees_nothing_of_the_division_and_may_not_divide(work: Assignment, signed_in: SignedIn) -> None:
    month = month_of(today())
    part = MonthlyPart.objects.create(
        assignment=work, number=1, month=month, month_first=month, share=100, product="Bước nội bộ"
    )
    head = signed_in("head")
    page = head.get(reverse("assignment-detail", args=[work.pk]))
    assert (page.status_code, "Bước nội bộ" in page.content.decode()) == (200, False)
    assert head.get(reverse("assignment-months", args=[work.pk])).status_code == 403
    assert head.get(reverse("monthly-part-act", args=[part.pk, "nop"])).status_code == 404
    assert signed_in("office_b").get(reverse("assignment-months", args=[work.pk])).status_code == 404
    assert signed_in("servant_a").get(reverse("monthly-part-act", args=[part.pk, "tra-lai"])).status_code == 403
    assert signed_in("servant_a").get(reverse("monthly-part-act", args=[part.pk, "xoa"])).status_code == 404
