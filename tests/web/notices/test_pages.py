"""The pages of notices, and the bell."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World

from sauro.notices.models import CalendarFeed, Notice
from sauro.tasks.services.lifecycle import name_person


@pytest.fixture
def notice(world: World) -> Notice:
    return tell_servant(world)


def tell_servant(world: World) -> Notice:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    name_person(actor=world.actor("office_a"), assignment_id=row.pk, appointment_id=post_of("Bùi Thị Mẫu A").pk)
    return Notice.objects.get(assignment=row)


def test_bell_counts_and_the_notice_leads_to_the_work(notice: Notice, signed_in: SignedIn) -> None:
    client = signed_in("servant_a")
    page = client.get(reverse("notice-list")).content.decode()
    assert '<span class="topbar-bell-count">1</span>' in page
    assert notice.code in page
    assert "Được phân công thực hiện" in page
    answer = client.post(reverse("notice-open", args=[notice.pk]))
    assert answer["Location"] == reverse("assignment-detail", args=[notice.assignment_id])
    assert "topbar-bell-count" not in client.get(reverse("notice-list")).content.decode()
    assert notice.code not in client.get(reverse("notice-list"), {"xem": "chua-doc"}).content.decode()


def test_all_are_read_at_once(notice: Notice, signed_in: SignedIn) -> None:
    client = signed_in("servant_a")
    assert client.post(reverse("notice-read-all")).status_code == 302
    assert "topbar-bell-count" not in client.get(reverse("home")).content.decode()


def test_others_do_not_find_it(notice: Notice, signed_in: SignedIn) -> None:
    for persona in ("office_a", "office_b", "outsider"):
        assert signed_in(persona).post(reverse("notice-open", args=[notice.pk])).status_code == 404
    assert signed_in("servant_a").get(reverse("notice-open", args=[notice.pk])).status_code == 405


def test_queries_do_not_grow_with_the_notices(world: World, signed_in: SignedIn) -> None:
    client, counts = signed_in("servant_a"), []
    for wanted in (1, 4):
        while Notice.objects.count() < wanted:
            tell_servant(world)
        client.get(reverse("notice-list"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("notice-list"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_rule_is_shown_saved_and_wrong_input_kept(world: World, signed_in: SignedIn) -> None:
    client, url = signed_in("office_a"), reverse("reminder-rule", args=[world.units["ubnd_a"].pk])
    assert "3, 1, 0" in client.get(url).content.decode()
    held = {
        "days_before": "5, 2",
        "days_after": 1,
        "every_days": 7,
        "unit_head_days": 5,
        "giver_head_days": 9,
        "answer_days": 4,
    }
    answer = client.post(url, held | {"days_before": "năm"})
    assert answer.status_code == 422
    assert "năm" in answer.content.decode()
    assert client.post(url, held | {"giver_head_days": 2}).status_code == 422
    assert client.post(url, held).status_code == 302
    assert "5, 2" in client.get(url).content.decode()
    assert signed_in("office_b").get(url).status_code == 404


def test_wish_for_mail_is_kept_and_wrong_input_shown(world: World, signed_in: SignedIn) -> None:
    client, url = signed_in("servant_a"), reverse("mail-preference")
    held = {"rhythm": "weekly", "address": "mau@example.vn", "weekday": "4", "hour": "8", "quiet_from": "21:00"}
    assert client.post(url, held).status_code == 422
    assert client.post(url, held | {"quiet_until": "6 giờ"}).status_code == 422
    assert client.post(url, held | {"quiet_until": "06:00"}).status_code == 302
    page = client.get(url).content.decode()
    assert 'value="mau@example.vn"' in page
    assert 'value="21:00"' in page
    assert "chưa bật gửi thư" in page


def test_address_of_a_feed_is_shown_once_and_revoked(world: World, signed_in: SignedIn) -> None:
    client, url = signed_in("office_a"), reverse("feed-list")
    page = client.post(url, {"unit": str(world.units["ubnd_a"].pk)}).content.decode()
    assert ".ics" in page
    again = client.get(url).content.decode()
    assert ".ics" not in again
    assert "Ủy ban nhân dân xã A Thử" in again
    feed = CalendarFeed.objects.get()
    assert signed_in("office_b").post(reverse("feed-revoke", args=[feed.pk])).status_code == 404
    assert client.post(reverse("feed-revoke", args=[feed.pk])).status_code == 302
    assert "đã thu hồi" in client.get(url).content.decode()
    assert client.post(url, {"unit": "không"}).status_code == 422
