"""The list of monthly sheets offers what can be done with it to those who may do it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import post_of
from tests.personas import World

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
