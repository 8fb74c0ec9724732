"""Lines of a programme change places by mouse, within a heading and from one to the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.browser.desk_stage import OFFICE_SCREEN, PATIENCE_MS, chromium
from tests.factories.programmes import entry_of, plan_of, section
from tests.personas import World

from sauro.programmes.models import Programme

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def _order(programme: Programme, title: str) -> list[str]:
    return list(section(programme, title).entries.order_by("position").values_list("work", flat=True))


def _drag(page: Page, work: str, onto: str) -> None:
    moved = page.locator(".prog-entry").filter(has_text=work)
    with page.expect_response(lambda answer: "/chuyen/" in answer.url) as answered:
        moved.drag_to(page.locator(onto))
    assert answered.value.ok


def test_lines_are_dragged_before_others_and_to_other_headings(
    browser: Browser, live_server: LiveServer, committed_world: World
) -> None:
    plan = plan_of(committed_world)
    lines = {work: entry_of(committed_world, plan, work=work) for work in ("Làm đường ấp Thử", "Dựng cầu ấp Mẫu")}
    first = section(plan)
    beside = plan.sections.filter(role=first.role, parent=first.parent).order_by("position")
    # The one above: a person would scroll to a heading that is further away.
    other = beside.filter(position__lt=first.position).reverse()[0]
    client = Client()
    client.force_login(committed_world.users["office_a"])
    context = browser.new_context(viewport=OFFICE_SCREEN, locale="vi-VN")
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{live_server.url}{reverse('programme-detail', args=[plan.pk])}")
    expect(page.locator(".prog-entry")).to_have_count(2)

    _drag(page, "Dựng cầu", f"[data-entry='{lines['Làm đường ấp Thử'].pk}']")
    assert _order(plan, "Quy hoạch") == ["Dựng cầu ấp Mẫu", "Làm đường ấp Thử"]
    expect(page.locator(".prog-entry").first).to_contain_text("Dựng cầu")
    _drag(page, "Làm đường", f"[data-drop='{other.pk}']")
    assert _order(plan, "Quy hoạch") == ["Dựng cầu ấp Mẫu"]
    assert _order(plan, other.title) == ["Làm đường ấp Thử"]
    expect(page.locator(f"[data-drop='{other.pk}']")).to_contain_text("Làm đường")
    context.close()
