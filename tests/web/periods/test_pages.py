"""The pages of the table of periods."""

from __future__ import annotations

from django.urls import reverse
from tests.conftest import SignedIn
from tests.personas import World

from sauro.periods.models import Period


def year_page(world: World, year: int = 2026) -> str:
    return reverse("period-year", args=[world.units["ubnd"].pk, year])


def test_year_is_made_and_a_period_moved(world: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    assert head.get(reverse("periods")).status_code == 302
    assert "Chưa lập kỳ nào" in head.get(year_page(world)).content.decode()
    make = reverse("period-make", args=[world.units["ubnd"].pk, 2026])
    made = head.post(make, {"kind": "report_month", "year": "2026"}, follow=True).content.decode()
    assert "Đã lập 12 kỳ" in made
    assert "14/01/2026" in made
    again = head.post(make, {"kind": "report_month", "year": "2026"}, follow=True).content.decode()
    assert "Các kỳ này đã có đủ" in again
    period = Period.objects.first()
    assert period is not None
    edit = reverse("period-edit", args=[period.pk])
    held = {
        "label": period.label, "first": "15/12/2025", "last": "13/01/2026", "closing_day": "14/01/2026",
        "closing_time": "17:00",
    }  # fmt: skip
    assert "Tháng (kỳ báo cáo)" in head.get(edit).content.decode()
    assert "17:00 14/01/2026" in head.post(edit, held, follow=True).content.decode()


def test_wrong_input_is_shown_with_what_was_typed(world: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    make = reverse("period-make", args=[world.units["ubnd"].pk, 2026])
    wrong = head.post(make, {"kind": "report_month", "year": "1800"})
    assert wrong.status_code == 422
    assert "Năm từ 2020 đến 2100" in wrong.content.decode().replace(".", "")
    assert head.post(make, {"kind": "moon", "year": "2026"}).status_code == 422
    head.post(make, {"kind": "report_month", "year": "2026"})
    period = Period.objects.first()
    assert period is not None
    held = {
        "label": "tháng một", "first": "15/12/2025", "last": "20/01/2026", "closing_day": "20/01/2026",
        "closing_time": "25h",
    }  # fmt: skip
    edit = reverse("period-edit", args=[period.pk])
    faulty = head.post(edit, held)
    assert faulty.status_code == 422
    assert "Giờ chưa đúng" in faulty.content.decode()
    overlapping = head.post(edit, {**held, "closing_time": "17:00"})
    assert overlapping.status_code == 422
    assert "Trùng ngày với kỳ tháng 2/2026" in overlapping.content.decode()
    assert "tháng một" in overlapping.content.decode()
    assert head.get(year_page(world, 1900)).status_code == 404


def test_neighbours_find_nothing_and_readers_change_nothing(world: World, signed_in: SignedIn) -> None:
    signed_in("head").post(
        reverse("period-make", args=[world.units["ubnd"].pk, 2026]), {"kind": "report_month", "year": "2026"}
    )
    period = Period.objects.first()
    assert period is not None
    clerk = signed_in("clerk")
    assert "tháng 1/2026" in clerk.get(year_page(world)).content.decode()
    assert "Lập kỳ" not in clerk.get(year_page(world)).content.decode()
    held = {"kind": "report_month", "year": "2027"}
    assert clerk.post(reverse("period-make", args=[world.units["ubnd"].pk, 2026]), held).status_code == 403
    assert signed_in("office_a").get(year_page(world)).status_code == 404
    assert signed_in("office_a").get(reverse("period-edit", args=[period.pk])).status_code == 404
    assert signed_in("servant_a").get(reverse("periods")).status_code == 403
