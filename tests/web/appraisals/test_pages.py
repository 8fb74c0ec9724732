"""The list of monthly sheets offers what can be done with it to those who may do it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.appraisals import make_sheet
from tests.factories.assignments import post_of
from tests.personas import World

from sauro.appraisals.models import Sign
from sauro.common.clock import now
from sauro.organizations.models import Position


def _heads(name: str) -> None:
    """Let somebody head their unit by post."""
    position = Position.objects.create(code="DUNG-DAU", title="Người đứng đầu (mẫu)", is_head=True)
    post = post_of(name)
    post.position = position
    post.save()


@pytest.mark.parametrize(("persona", "is_offered"), [("snv_head", True), ("snv_servant", False), ("office_a", True)])
def test_closing_a_month_is_offered_to_heads_by_role_or_post(
    world: World, signed_in: SignedIn, persona: str, *, is_offered: bool
) -> None:
    _heads("Ngô Văn Thử A")
    page = signed_in(persona).get(reverse("sheet-list")).content.decode()
    assert (reverse("month-close") in page) is is_offered


def test_years_are_written_without_a_mark_of_thousands(signed_in: SignedIn) -> None:
    page = signed_in("snv_servant").get(reverse("own-sheets") + "?nam=2026").content.decode()
    assert "năm 2026" in page and 'href="?nam=2025"' in page and "2.02" not in page


def test_what_is_to_be_explained_is_answered_by_the_person_and_read_by_the_head(
    world: World, signed_in: SignedIn
) -> None:
    sheet = make_sheet(post_of("Đỗ Văn Mẫu"), dt.date(2026, 10, 1))
    facts = {"months": ["2026-08", "2026-09", "2026-10"]}
    sign = Sign.objects.create(sheet=sheet, code="all_full", facts=facts, found_at=now())
    page, answer = reverse("sheet-detail", args=[sheet.pk]), reverse("sign-answer", args=[sign.pk])
    head, person = signed_in("snv_head"), signed_in("snv_servant")
    assert "Cần giải thích" not in head.get(page).content.decode()
    assert head.get(answer).status_code == 404
    assert "08/2026, 09/2026, 10/2026" in person.get(page).content.decode()
    assert "Cần giải thích" in head.get(page).content.decode()
    assert head.post(answer, {"text": "Thay"}).status_code == 403
    assert person.post(answer, {"text": " "}).status_code == 422
    assert person.post(answer, {"text": "Có <b>bảng</b> số liệu"}).status_code == 302
    assert "Có &lt;b&gt;bảng&lt;/b&gt; số liệu" in head.get(page).content.decode()
